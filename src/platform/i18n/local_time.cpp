#include "platform/i18n/local_time.h"

#include <chrono>
#include <memory>

#include <fmt/format.h>
#include <unicode/basictz.h>
#include <unicode/timezone.h>

#include "base/whole_number.h"
#include "platform/i18n/icu.h"

namespace i18n {
namespace {

constexpr double kMillisecondsInMinute = 60'000;

std::unique_ptr<icu::TimeZone> icu_zone(const TimeZone& zone) {
    return std::unique_ptr<icu::TimeZone>{icu::TimeZone::createTimeZone(icu_data::utf16(zone.name()))};
}

// Minutes since 1970 as if the clocks showed UTC.
std::int64_t minutes_on_the_wall(const LocalTime& time) {
    using namespace std::chrono;
    const sys_days day{year{time.year} / month{static_cast<unsigned>(time.month)} / time.day};
    return day.time_since_epoch().count() * 1440LL + time.hour * 60 + time.minute;
}

// The offset from UTC in milliseconds at this instant.
double offset_at(const icu::TimeZone& zone, double milliseconds) {
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t raw = 0, daylight = 0;
    zone.getOffset(milliseconds, false, raw, daylight, status);
    icu_data::expect_success(status, "offset of a time zone");
    return raw + daylight;
}

// A number of exactly so many digits.
struct Digits {
    std::size_t at, count;
};
std::optional<int> number_in(std::string_view text, Digits digits) {
    const auto part = text.substr(digits.at, digits.count);
    if (part.front() < '0' || part.front() > '9') return std::nullopt;
    const auto number = base::whole_number(part);
    if (!number) return std::nullopt;
    return static_cast<int>(*number);
}

bool exists(const LocalTime& time) {
    using namespace std::chrono;
    const auto date = year{time.year} / month{static_cast<unsigned>(time.month)} / time.day;
    return date.ok() && time.hour < 24 && time.minute < 60;
}

}  // namespace

std::optional<LocalTime> local_time_of(std::string_view text) {
    constexpr std::size_t kToTheMinute = 16;
    if (text.size() < kToTheMinute || text[4] != '-' || text[7] != '-' || text[13] != ':') return std::nullopt;
    if (text[10] != 'T' || (text.size() > kToTheMinute && text[kToTheMinute] != ':')) return std::nullopt;
    const auto year = number_in(text, {0, 4}), month = number_in(text, {5, 2}), day = number_in(text, {8, 2});
    const auto hour = number_in(text, {11, 2}), minute = number_in(text, {14, 2});
    if (!year || !month || !day || !hour || !minute) return std::nullopt;
    const LocalTime time{*year, *month, *day, *hour, *minute};
    return exists(time) ? std::optional{time} : std::nullopt;
}

std::string text_of(const LocalTime& time) {
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}", time.year, time.month, time.day, time.hour, time.minute);
}

// Both offsets around that time are tried; the larger one gives the earlier instant.
std::optional<base::Instant> instant_of(const LocalTime& time, const TimeZone& zone) {
    const auto rules = icu_zone(zone);
    const double wall = static_cast<double>(minutes_on_the_wall(time)) * kMillisecondsInMinute;
    constexpr double kDay = 1440 * kMillisecondsInMinute;
    const double before = offset_at(*rules, wall - kDay), after = offset_at(*rules, wall + kDay);
    for (const double offset : {std::max(before, after), std::min(before, after)})
        if (offset_at(*rules, wall - offset) == offset)
            return base::Instant{} + base::milliseconds(static_cast<std::int64_t>(wall - offset));
    return std::nullopt;
}

LocalTime local_time(base::Instant at, const TimeZone& zone) {
    using namespace std::chrono;
    const auto utc = static_cast<double>(at.microseconds) / 1000;
    const auto offset = static_cast<std::int64_t>(offset_at(*icu_zone(zone), utc));
    const sys_time<microseconds> wall{microseconds{at.microseconds + offset * 1000}};
    const auto day = floor<days>(wall);
    const year_month_day date{day};
    const auto minute = floor<minutes>(wall - day).count();
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day())), static_cast<int>(minute / 60),
            static_cast<int>(minute % 60)};
}

}  // namespace i18n
