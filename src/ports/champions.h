// ports/champions.h - Champions for Change: who they are, whom they fit, when they are free, and what is booked with
// them. The slice of champions gives the one half, the slice of presentations the other; app fills both in.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/email_address.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "people/person.h"
#include "people/place.h"
#include "platform/calendars/calendar.h"
#include "platform/db/transaction.h"
#include "platform/html/template.h"
#include "platform/http/request.h"
#include "platform/i18n/time_zone.h"

namespace ports {

using ChampionId = base::Id<struct ChampionTag>;
using TopicId = base::Id<struct TopicTag>;

enum class PresentationFormat : unsigned char { in_person = 0, online = 1 };

// From begin, which belongs to it, to end, which does not; begin < end.
struct TimeSpan {
    base::Instant begin, end;
    bool operator==(const TimeSpan&) const = default;
};

// What presentations are about: staff keep the list.
struct Topic {
    TopicId id;
    std::string slug;  // "public-services"
    std::string name;  // in the language asked for
};

// A champion who is active and can be asked, whether they agreed to be shown or not.
struct ChampionFacts {
    ChampionId id;
    people::PersonId person;
    std::string slug;  // of their public page; works only where shown
    std::string name;
    base::EmailAddress email;
    base::Locale locale;  // in which mails to them are written
    base::LevelId level;  // whose staff coordinate them: where an offer that nobody takes is brought to
    i18n::TimeZone zone;
    std::string place;
    std::optional<people::Province> province;
    int radius_kilometres;                    // how far they travel; 0 where they do not
    std::vector<base::Locale> languages;      // in which they speak, never empty
    std::vector<base::LevelId> areas;         // that they serve; one of a province serves its locals, the nation's all
    std::vector<TopicId> topics;              // none: all
    std::vector<PresentationFormat> formats;  // never empty
    int most_per_week;                        // 1..50
    bool shown;                               // agreed to be in the directory
};

// Whom a request looks for; what is absent does not matter. Whoever serves an area above `level` fits as well.
struct ChampionSearch {
    std::optional<base::LevelId> level{};
    std::optional<people::Province> province{};
    std::optional<base::Locale> language{};
    std::optional<TopicId> topic{};
    std::optional<PresentationFormat> format{};
};

// How closely a champion serves what was searched for: that very level, the province around it, the whole nation.
enum class AreaFit : unsigned char { local = 0, province = 1, national = 2 };
struct ChampionMatch {
    ChampionFacts champion;
    AreaFit area;
    bool knows_topic;  // named it among theirs; false: speaks about all topics, or none was asked for
};

// Which free times: those where `length` fits wholly between `within.begin` and `within.end`, at the format's buffers
// and those of what is booked next to it. They begin at full and half hours; where `within` is just as long, at any
// minute.
struct SlotSearch {
    std::vector<ChampionId> champions;
    TimeSpan within;
    base::Duration length;  // whole minutes, 15 minutes to 8 hours
    PresentationFormat format;
    base::Instant now;              // the notice that a champion needs counts from here
    std::size_t most_each = 2'000;  // starts of one champion
};
struct ChampionSlots {
    ChampionId champion;
    std::vector<base::Instant> starts;  // ascending
};

// What the slice of champions answers.
struct Champions {
    // Everyone active who fits all that is asked, the closest area first, then by id.
    std::function<std::vector<ChampionMatch>(db::Read&, const ChampionSearch&)> matching{};
    // nullopt: there is none, or they are not active (paused, left, erased).
    std::function<std::optional<ChampionFacts>(db::Read&, ChampionId)> find{};
    // Also who paused or left: for what was booked with them, or held by them. nullopt once erased.
    std::function<std::optional<ChampionFacts>(db::Read&, ChampionId)> reach{};
    std::function<std::optional<ChampionFacts>(db::Read&, std::string_view slug)> find_by_slug{};
    // Also of those who left: for what they held. "" once erased.
    std::function<std::string(db::Read&, ChampionId)> name{};
    // Of those whom the search names, in its order; one who is not active has no slots.
    std::function<std::vector<ChampionSlots>(db::Read&, const SlotSearch&)> free_slots{};
    // Whether this very start, at whatever minute, is free: to be asked in the transaction that books.
    std::function<bool(db::Read&, const SlotSearch&, base::Instant start)> is_free{};
    // In the order in which staff put them.
    std::function<std::vector<Topic>(db::Read&, base::Locale)> topics{};
    // The champion whose short session this request carries; nullopt: nobody, or it ran out.
    std::function<std::optional<ChampionFacts>(db::Read&, const http::Request&)> signed_in{};
};

// A time of a champion that is taken by a presentation, whether it is accepted or held by an offer that stands.
struct BookedTime {
    ChampionId champion;
    TimeSpan span;
    PresentationFormat format = PresentationFormat::in_person;
    bool operator==(const BookedTime&) const = default;
};

// A time of a champion that something else than a presentation takes, such as an event.
struct ChampionTime {
    std::int64_t holder;  // the identity of what takes it; one holds one time
    ChampionId champion;
    TimeSpan span;  // 12 hours at most
    PresentationFormat format = PresentationFormat::in_person;
};
enum class TimeTaken : unsigned char { no, yes };

// What the slice of presentations answers; without functions nothing is booked.
struct ChampionBookings {
    // Takes the time in place of what its holder had. no: the champion has something else then, and the holder has
    // nothing any more. The database itself sees to it, whoever comes at the same time.
    std::function<TimeTaken(db::Write&, const ChampionTime&)> take{};
    std::function<void(db::Write&, std::int64_t holder)> release{};
    // Those that touch the span, of all these champions, in any order: one statement, for 200 champions and 8 weeks.
    std::function<std::vector<BookedTime>(db::Read&, std::span<const ChampionId>, const TimeSpan&)> booked{};
    // For their own calendar feed: the bookings of the last 90 days and all later ones, in their language.
    std::function<std::vector<calendars::Event>(db::Read&, ChampionId, base::Locale, base::Instant now)> events{};
    // The page where a presentation by this champion at this start is asked for; without a start: for any time.
    std::function<std::string(base::Locale, std::string_view slug, std::optional<base::Instant> start)> ask_path{};
    // What stands on the champion's own page (offers, bookings, reports due); may be empty.
    std::function<html::SafeHtml(db::Read&, ChampionId, base::Locale)> own_section{};
};

// A champion who was active stops being so, or is erased: their open offers and bookings need somebody else.
enum class ChampionEnd : unsigned char { paused, left, erased };
using ChampionEndListener = std::function<void(db::Write&, ChampionId, ChampionEnd)>;

// Lives in the house.
class ChampionChanges {
public:
    void add(ChampionEndListener listener) { listeners_.push_back(std::move(listener)); }
    // In the transaction in which it happens; a listener that throws rolls it back.
    void tell(db::Write& write, ChampionId champion, ChampionEnd end) const {
        for (const ChampionEndListener& listener : listeners_) listener(write, champion, end);
    }

private:
    std::vector<ChampionEndListener> listeners_;
};

}  // namespace ports
