// features/newsroom/workflow_service.h - what follows when an item takes a step, whoever takes it: staff, or the clock.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "features/newsroom/item.h"
#include "platform/db/transaction.h"
#include "platform/i18n/time_zone.h"

namespace newsroom {

// The kind under which search knows the news.
inline constexpr std::string_view kDocumentKind = "news";
// The key of an item's documents: grows with its identity; the languages follow behind it.
std::string document_key(ItemId item);

// The work that publishes scheduled items (platform/jobs).
inline constexpr std::string_view kPublishDue = "newsroom.publish_due";

struct Moving {
    ItemId item;
    Stage to;
    std::string note;
    std::optional<base::Instant> due_at;
};
struct Mover {
    std::string_view name;
    const i18n::TimeZone& zone;
};
// Takes the step, tells search, and orders the job that publishes when the time has come.
void take_step(db::Write& write, const Moving& moving, const Mover& mover);

// What keeps the item, as it is stored, from being published.
base::Problems problems_of_publishing(db::Read& read, ItemId item, OneLanguage decision);

// The language in which the item has no words, where it has words in the other one.
std::optional<base::Locale> missing_language(db::Read& read, ItemId item);

// Publishes what was scheduled and is due, in the name of who scheduled it; the number of items. What changed since it
// was approved goes back to review instead, where a section asks for approvals.
int publish_due(db::Write& write, const i18n::TimeZone& zone);

}  // namespace newsroom
