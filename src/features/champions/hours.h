// features/champions/hours.h - when champions have time, as they type it: hours of a week, exceptions, terms. Pure.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "features/champions/champion.h"
#include "models/availability/availability.h"

namespace champions {

using ExceptionId = base::Id<struct ExceptionTag>;

inline constexpr std::size_t kDays = 7;
inline constexpr std::size_t kStretches = 3;  // of one day

// "09:00" to "17:30"; both empty: none. An end of "00:00" or "24:00" is midnight behind the day.
struct StretchForm {
    std::string from, until;
};
struct HoursForm {
    std::array<std::array<StretchForm, kStretches>, kDays> week;
    std::string zone, notice_hours, buffer_in_person, buffer_online, most_per_week;
};
struct Hours {
    std::vector<availability::WeeklyHours> weekly;
    Terms terms;
};
// Everything wrong at once: times that no clock shows, an end before its beginning, hours of a day that overlap; the
// terms out of bounds. Fields are those of from_field() and until_field(), and the names of the terms.
base::Result<Hours, base::Problems> read_hours(const HoursForm& form);

// As the form would have it.
HoursForm form_of(const std::vector<availability::WeeklyHours>& weekly, const Terms& terms);

// "from_0_1": Monday's second stretch.
struct StretchName {
    std::size_t day, stretch;
};
std::string from_field(StretchName name);
std::string until_field(StretchName name);

// "09:30" or "9:30" -> 570; "24:00" -> 1440; nullopt for what no clock shows.
std::optional<int> minute_of(std::string_view text);
std::string clock_text(int minute);  // 570 -> "09:30"

struct ExceptionForm {
    std::string kind, first_day, last_day, from, until;  // no last day: the first; no times: the whole day
};
struct StoredException {
    ExceptionId id;
    availability::Exception exception;
};
// Days lie between today and two years on. Fields: kind, first_day, last_day, from, until.
base::Result<availability::Exception, base::Problems> read_exception(const ExceptionForm& form, base::Day today);

// The day on which an instant falls in a zone.
base::Day day_in(base::Instant at, const i18n::TimeZone& zone);

// Busy times as they are stored: "29412345+90,...", minutes since 1970 and how many; begins are cut, ends rounded up.
std::string packed(const std::vector<availability::Span>& spans);
// What packed() made; anything else is left out.
std::vector<availability::Span> unpacked(std::string_view text);

}  // namespace champions
