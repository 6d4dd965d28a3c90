#include "features/champions/hours.h"

#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "base/whole_number.h"
#include "platform/i18n/local_time.h"

namespace champions {
namespace {

using base::message;

constexpr int kMidnight = 1'440;
constexpr int kMostExceptionDays = 366 * 2;
constexpr std::int64_t kMinute = 60'000'000;

std::optional<availability::Hours> read_stretch(const StretchForm& form, const std::string& field,
                                                base::Problems& problems) {
    const auto typed_from = base::collapse_spaces(form.from), typed_until = base::collapse_spaces(form.until);
    if (typed_from.empty() && typed_until.empty()) return std::nullopt;
    const auto from = minute_of(typed_from);
    auto until = minute_of(typed_until);
    if (until == 0) until = kMidnight;  // as browsers write the end of a day
    if (!from || !until)
        problems.push_back({field, message("Enter times such as 09:00 and 17:30.")});
    else if (*from >= *until)
        problems.push_back({field, message("These hours end before they begin.")});
    else
        return availability::Hours{*from, *until};
    return std::nullopt;
}

void read_day(const HoursForm& form, std::size_t day, Hours& hours, base::Problems& problems) {
    std::vector<availability::Hours> of_day;
    for (std::size_t i = 0; i < kStretches; ++i) {
        const auto field = from_field({day, i});
        const auto stretch = read_stretch(form.week[day][i], field, problems);
        if (!stretch) continue;
        const auto overlaps = [&](const availability::Hours& other) {
            return stretch->from < other.until && other.from < stretch->until;
        };
        if (std::ranges::any_of(of_day, overlaps))
            problems.push_back({field, message("These hours overlap others of this day.")});
        of_day.push_back(*stretch);
    }
    for (const auto& each : of_day) hours.weekly.push_back({static_cast<int>(day), each});
}

struct Bounds {
    const char* field;
    int least, most;
    base::Message problem;
};
int read_number(const std::string& text, const Bounds& bounds, base::Problems& problems) {
    const auto number = base::whole_number(base::collapse_spaces(text));
    if (number && *number >= bounds.least && *number <= bounds.most) return static_cast<int>(*number);
    problems.push_back({bounds.field, bounds.problem});
    return bounds.least;
}

}  // namespace

std::string from_field(StretchName name) { return fmt::format("from_{}_{}", name.day, name.stretch); }
std::string until_field(StretchName name) { return fmt::format("until_{}_{}", name.day, name.stretch); }

std::optional<int> minute_of(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > 2 || text.size() < colon + 3) return std::nullopt;
    if (text.size() > colon + 3 && text[colon + 3] != ':') return std::nullopt;  // browsers may send seconds
    const auto hour = base::whole_number(text.substr(0, colon)), minute = base::whole_number(text.substr(colon + 1, 2));
    if (!hour || !minute || *hour < 0 || *minute < 0 || *minute > 59) return std::nullopt;
    const auto all = *hour * 60 + *minute;
    return all <= kMidnight ? std::optional{static_cast<int>(all)} : std::nullopt;
}

std::string clock_text(int minute) { return fmt::format("{:02}:{:02}", minute / 60, minute % 60); }

base::Result<Hours, base::Problems> read_hours(const HoursForm& form) {
    base::Problems problems;
    const auto zone = i18n::TimeZone::find(form.zone);
    if (!zone) problems.push_back({"zone", message("Choose a time zone.")});
    Hours hours{{}, {zone.value_or(i18n::TimeZone::toronto())}};
    for (std::size_t day = 0; day < kDays; ++day) read_day(form, day, hours, problems);
    auto& terms = hours.terms;
    terms.notice_hours = read_number(
        form.notice_hours, {"notice_hours", 0, 720, message("Enter a whole number of hours, 0 to 720.")}, problems);
    const auto minutes = message("Enter a whole number of minutes, 0 to 480.");
    terms.buffer_in_person = read_number(form.buffer_in_person, {"buffer_in_person", 0, 480, minutes}, problems);
    terms.buffer_online = read_number(form.buffer_online, {"buffer_online", 0, 480, minutes}, problems);
    terms.most_per_week =
        read_number(form.most_per_week, {"most_per_week", 1, 50, message("Enter a whole number, 1 to 50.")}, problems);
    if (!problems.empty()) return problems;
    return hours;
}

HoursForm form_of(const std::vector<availability::WeeklyHours>& weekly, const Terms& terms) {
    HoursForm form{.week = {},
                   .zone = terms.zone.name(),
                   .notice_hours = std::to_string(terms.notice_hours),
                   .buffer_in_person = std::to_string(terms.buffer_in_person),
                   .buffer_online = std::to_string(terms.buffer_online),
                   .most_per_week = std::to_string(terms.most_per_week)};
    std::array<std::size_t, kDays> filled{};
    for (const auto& each : weekly) {
        const auto day = static_cast<std::size_t>(each.weekday);
        if (day < kDays && filled[day] < kStretches)
            form.week[day][filled[day]++] = {clock_text(each.hours.from), clock_text(each.hours.until % kMidnight)};
    }
    return form;
}

base::Result<availability::Exception, base::Problems> read_exception(const ExceptionForm& form, base::Day today) {
    base::Problems problems;
    const auto first = base::day_of(base::collapse_spaces(form.first_day));
    const auto typed_last = base::collapse_spaces(form.last_day);
    const auto last = typed_last.empty() ? first : base::day_of(typed_last);
    if (!first) problems.push_back({"first_day", message("Enter a date such as 2026-11-30.")});
    if (!typed_last.empty() && !last) problems.push_back({"last_day", message("Enter a date such as 2026-11-30.")});
    if (first && last && *last < *first)
        problems.push_back({"last_day", message("The last day comes before the first.")});
    else if (last && *last < today)
        problems.push_back({"first_day", message("These days are over.")});
    else if (last && *last > today + std::chrono::days{kMostExceptionDays})
        problems.push_back({"last_day", message("This is more than two years away.")});
    const bool is_open = form.kind == "open";
    auto hours = read_stretch({form.from, form.until}, "from", problems);
    if (!hours && is_open && problems.empty())
        problems.push_back({"from", message("Say from when until when you have time.")});
    if (!problems.empty()) return problems;
    return availability::Exception{*first, *last, hours.value_or(availability::Hours{0, kMidnight}),
                                   is_open ? availability::ExceptionKind::open : availability::ExceptionKind::closed};
}

base::Day day_in(base::Instant at, const i18n::TimeZone& zone) {
    const auto wall = i18n::local_time(at, zone);
    return std::chrono::sys_days{std::chrono::year{wall.year} / wall.month / wall.day};
}

std::string packed(const std::vector<availability::Span>& spans) {
    std::string text;
    for (const auto& each : spans) {
        const auto begin = each.begin.microseconds / kMinute, end = (each.end.microseconds + kMinute - 1) / kMinute;
        if (begin >= 0 && end > begin) fmt::format_to(std::back_inserter(text), "{}+{},", begin, end - begin);
    }
    return text;
}

std::vector<availability::Span> unpacked(std::string_view text) {
    std::vector<availability::Span> spans;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        std::int64_t begin = 0, length = 0;
        const auto first = std::from_chars(at, end, begin);
        if (first.ec != std::errc{} || first.ptr == end || *first.ptr != '+') break;
        const auto second = std::from_chars(first.ptr + 1, end, length);
        if (second.ec != std::errc{} || second.ptr == end || *second.ptr != ',') break;
        spans.push_back({{begin * kMinute}, {(begin + length) * kMinute}});
        at = second.ptr + 1;
    }
    return spans;
}

}  // namespace champions
