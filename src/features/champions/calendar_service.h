// features/champions/calendar_service.h - calendars of champions: their own feed, and the foreign ones that say when
// they are busy.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "base/result.h"
#include "features/champions/champion.h"
#include "features/champions/hours_store.h"
#include "features/champions/services.h"

namespace champions {

// Foreign calendars are read from yesterday on for so long.
inline constexpr base::Duration kLookAhead = base::days(200);
inline constexpr base::Duration kBetweenLooks = base::minutes(55);
inline constexpr const char* kLookJob = "champions.calendar";
inline constexpr const char* kLookAllJob = "champions.calendars";

// "webcal://" is https. What is wrong with it, under the field address: no such scheme, spaces, longer than 1,000.
base::Result<std::string, base::Problems> read_calendar_address(std::string_view typed);

// The calendar as it is kept: busy times of its bytes, as of now. A text that is no calendar has a problem and nothing
// else; one that could be read in part is read in part.
struct Look {
    i18n::TimeZone zone;
    base::Instant now;
};
store::ForeignCalendar understood(std::string_view bytes, const Look& look);
// Whether nothing of it could be read.
bool is_unreadable(const store::ForeignCalendar& calendar);

// Fetches the calendar of this champion and keeps what it says. On failure what was known stays, with the problem
// beside it. Nothing happens where there is no address any more.
void look_at(const Services& services, ChampionId champion);
// Orders that for all whose turn it is.
void order_looks(const Services& services, base::Instant now);

// The problem in words; nullopt for none.
std::optional<base::Message> words_of_problem(std::string_view problem);

// Their own feed, as text/calendar.
std::string feed_of(db::Read& read, const Services& services, const Champion& champion, base::Instant now);

}  // namespace champions
