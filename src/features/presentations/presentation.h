// features/presentations/presentation.h - what a group asks for, and the states of a presentation from the form to the
// report. Pure: no SQL, no HTML, no clock.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/email_address.h"
#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "people/place.h"
#include "platform/i18n/time_zone.h"
#include "ports/champions.h"

namespace presentations {

using PresentationId = base::Id<struct PresentationTag>;
using ports::ChampionId;
using ports::TopicId;
using Format = ports::PresentationFormat;

// Stored as these numbers.
enum class State : unsigned char {
    unconfirmed = 0,
    waiting = 1,
    offered = 2,
    booked = 3,
    held = 4,
    cancelled = 5,
    declined = 6,
    missed = 7
};
inline constexpr std::array kStates{State::waiting, State::offered,   State::booked,   State::held,
                                    State::missed,  State::cancelled, State::declined, State::unconfirmed};

// "waiting", "booked", ...: as in addresses and files.
std::string_view name_of(State state);
std::optional<State> state_of(std::string_view name);

enum class Origin : unsigned char { request = 0, slot = 1, staff = 2, conversation = 3 };

enum class Audience : unsigned char {
    union_members = 0,
    community = 1,
    council = 2,
    business = 3,
    co_workers = 4,
    students = 5,
    other = 6
};
inline constexpr std::array kAudiences{Audience::union_members, Audience::community,  Audience::council,
                                       Audience::business,      Audience::co_workers, Audience::students,
                                       Audience::other};
// "union", "community", ...: as in forms and files.
std::string_view name_of(Audience audience);
std::optional<Audience> audience_of(std::string_view name);
base::Message label_of(Audience audience);

std::string_view name_of(Format format);  // "in_person", "online"
std::optional<Format> format_of(std::string_view name);

// How long presentations are, in minutes.
inline constexpr std::array<std::int64_t, 4> kLengths{30, 45, 60, 90};

// The zone of most people of a province, and those that a form offers, from east to west.
const i18n::TimeZone& usual_zone(people::Province province);
struct ZoneChoice {
    std::string_view name;
    base::Message label;
};
inline constexpr std::size_t kZones = 9;
const std::array<ZoneChoice, kZones>& zone_choices();

inline constexpr std::size_t kDates = 3;

// As typed. Either dates, with a champion who is asked first or without, or a champion with the start of one of their
// free times.
struct RequestForm {
    std::string host_group, audience, expected_size, format, place, town, province, zone, topic, language, minutes;
    std::array<std::string, kDates> dates;
    std::string champion, start;
    std::string accessibility, words, contact_name, phone, email;
};

// What is wished for, checked and tidied.
struct Wish {
    std::string host_group;
    Audience audience = Audience::other;
    std::int64_t expected_size = 0;  // 1..5,000
    Format format = Format::in_person;
    std::string place, town;  // the place may be empty online
    people::Province province = people::Province::on;
    TopicId topic{0};  // 0: whichever
    base::Locale language = base::Locale::english;
    std::int64_t minutes = 60;
    i18n::TimeZone zone = i18n::TimeZone::toronto();
    std::string accessibility, words;
    std::string contact_name, phone;
};

// A free time of one champion that is booked at once.
struct WantedSlot {
    std::string champion;  // slug
    base::Instant start;
};

struct Request {
    Wish wish;
    base::EmailAddress email;
    std::vector<base::Instant> dates;  // best first, no two alike; empty with a slot
    std::optional<WantedSlot> slot;
    std::string champion{};  // slug of who is asked before all others; "" for whoever fits, and with a slot
};

// A wish as understood, or everything that is wrong with it under the names of the form's fields. A date lies at least
// two days and at most a year ahead, at a time that the clocks of that zone show.
struct Typed {
    const RequestForm& form;
    base::Instant now;
};
base::Result<Request, base::Problems> accept(const Typed& typed);

inline constexpr base::Duration kShortestNotice = base::days(2);
inline constexpr base::Duration kLongestNotice = base::days(366);

// The dates alone, for another try: the same rules.
struct TypedDates {
    const std::array<std::string, kDates>& dates;
    const i18n::TimeZone& zone;
    base::Instant now;
};
base::Result<std::vector<base::Instant>, base::Problems> accept_dates(const TypedDates& typed);

// As it is stored.
struct Presentation {
    PresentationId id;
    base::LevelId level;
    Origin origin;
    State state;
    Wish wish;
    std::string email;  // empty once erased
    std::int64_t address_hash;
    base::Locale locale;
    std::optional<ChampionId> champion;
    std::optional<base::Instant> starts_at;
    std::optional<ChampionId> wanted;  // whom the host named
    std::int64_t sequence = 0, round = 0;
    base::Instant created_at;
    std::optional<base::Instant> confirmed_at, booked_at, escalated_at, decided_at;
    std::string decided_by, reason;

    std::optional<base::Instant> ends_at() const {
        if (!starts_at) return std::nullopt;
        return *starts_at + base::minutes(wish.minutes);
    }
};

// While nobody confirmed the address, a free time is kept for the host for as long.
inline constexpr base::Duration kHoldPeriod = base::hours(2);
// Of one address, at most as many presentations that are not over.
inline constexpr std::int64_t kMostOpen = 5;
inline constexpr std::int64_t kMostMails = 5;

// Who ends it, or asks for another date, until when.
bool may_cancel(const Presentation& presentation, base::Instant now);
bool may_move(const Presentation& presentation, base::Instant now);
// Whether its champion may report on it: it is booked, or was reported, and has begun.
bool may_report(const Presentation& presentation, base::Instant now);

}  // namespace presentations
