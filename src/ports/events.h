// ports/events.h - public events that lie ahead, for slices that speak of them. The slice of events gives it; app fills
// it in. Where nobody does, the functions are empty.
//
//     if (const auto event = house.events.find ? house.events.find(read, id, locale) : std::nullopt) ...
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/locale.h"
#include "platform/db/transaction.h"

namespace ports {

using EventId = base::Id<struct EventTag>;

// As its page shows it, in the language that was asked for.
struct EventAhead {
    EventId id;
    std::string title;
    std::string when;      // "December 3, 2026 at 7:00 p.m.", in the zone of the place
    std::string where;     // "The library, Larch River, New Brunswick"
    std::string language;  // in which it is held: "English and French"
    std::string path;      // "/en/events/17"
    base::Instant starts_at;
};

struct EventsAhead {
    // nullopt: there is none, or it is a draft, cancelled or over.
    std::function<std::optional<EventAhead>(db::Read&, EventId, base::Locale)> find{};
    // The next ones first, of all levels.
    std::function<std::vector<EventAhead>(db::Read&, base::Locale, std::size_t most)> upcoming{};
};

}  // namespace ports
