// features/events/event.h - an event that anybody may come to, and who said that they come. Pure: no SQL, no HTML, no
// clock.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/email_address.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "people/place.h"
#include "platform/i18n/time_zone.h"
#include "ports/champions.h"
#include "ports/events.h"

namespace events {

using ports::EventId;
using GuestId = base::Id<struct GuestTag>;

// All stored as these numbers.
enum class State : unsigned char { draft = 0, published = 1, cancelled = 2 };
enum class Format : unsigned char { in_person = 0, online = 1 };
enum class GuestState : unsigned char { unconfirmed = 0, coming = 1, waiting = 2, withdrawn = 3 };

// In which it is held. Stored as "en", "fr", "both".
enum class Language : unsigned char { english, french, both };
std::string_view code(Language language);
std::optional<Language> language_of(std::string_view code);

struct Plan {
    std::string title_en, title_fr, text_en, text_fr;
    Format format = Format::in_person;
    std::string place, town;
    people::Province province = people::Province::on;
    Language language = Language::english;
    i18n::TimeZone zone = i18n::TimeZone::toronto();
    base::Instant starts_at;
    std::int64_t minutes = 90;
    std::string speaker, accessibility;
    std::int64_t capacity = 0;  // 0: as many as come

    const std::string& title(base::Locale locale) const {
        return locale == base::Locale::english ? title_en : title_fr;
    }
    const std::string& text(base::Locale locale) const { return locale == base::Locale::english ? text_en : text_fr; }
};

// As typed by staff.
struct EventForm {
    std::string level, title_en, title_fr, text_en, text_fr, format, place, town, province, language, zone, starts_at,
        minutes, speaker, accessibility, capacity, champion;
};
struct Typed {
    const EventForm& form;
    base::Instant now;
};
// Everything wrong at once. An event lies ahead, at most two years, at a time that the clocks of its zone show, and
// takes 15 minutes to 12 hours.
base::Result<Plan, base::Problems> accept(const Typed& typed);
EventForm form_of(const Plan& plan);

struct Event {
    EventId id;
    base::LevelId level;
    State state;
    Plan plan;
    std::int64_t taken = 0, sequence = 0;
    base::Instant changed_at;
    std::optional<base::Instant> published_at;
    std::string reason_en, reason_fr;
    std::optional<ports::ChampionId> champion{};      // who gives it, where it is one of ours
    std::optional<base::Instant> champion_lost_at{};  // whoever was to give it stopped, and staff did not decide yet

    base::Instant ends_at() const { return plan.starts_at + base::minutes(plan.minutes); }
    const std::string& reason(base::Locale locale) const {
        return locale == base::Locale::english ? reason_en : reason_fr;
    }
};

// Whether somebody may say that they come; full ones have a waiting line.
bool takes_guests(const Event& event, base::Instant now);

inline constexpr std::int64_t kMostSeats = 6;  // of one guest
inline constexpr std::int64_t kMostMails = 5;

struct GuestForm {
    std::string name, email, seats;
};
struct NewGuest {
    std::string name;
    base::EmailAddress email;
    std::int64_t seats;
};
base::Result<NewGuest, base::Problems> accept(const GuestForm& form);

struct Guest {
    GuestId id;
    EventId event;
    GuestState state;
    std::string name, email;  // empty once erased
    std::int64_t address_hash;
    base::Locale locale;
    std::int64_t seats;
    base::Instant asked_at;
    std::optional<base::Instant> confirmed_at;
};

// The zones that the form offers.
inline constexpr std::array<std::string_view, 9> kZones{"America/St_Johns", "America/Halifax",   "America/Moncton",
                                                        "America/Toronto",  "America/Winnipeg",  "America/Regina",
                                                        "America/Edmonton", "America/Vancouver", "America/Whitehorse"};

}  // namespace events
