#include "base/day.h"

#include "base/whole_number.h"

namespace base {

using std::chrono::year_month_day;

std::optional<Day> day_of(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = whole_number(text.substr(0, 4));
    const auto month = whole_number(text.substr(5, 2));
    const auto day = whole_number(text.substr(8, 2));
    if (!year || !month || !day || *month < 1 || *day < 1) return std::nullopt;
    if (*year < kFirstYear || *year > kLastYear) return std::nullopt;
    const year_month_day date{std::chrono::year{static_cast<int>(*year)},
                              std::chrono::month{static_cast<unsigned>(*month)},
                              std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    return Day{date};
}

std::string iso(Day day) {
    const year_month_day date{day};
    const auto two_digits = [](unsigned number) {
        const auto digits = std::to_string(number);
        return (digits.size() < 2 ? "0" : "") + digits;
    };
    const auto year = std::to_string(static_cast<int>(date.year()));
    return std::string(year.size() < 4 ? 4 - year.size() : 0, '0') + year + "-" +
           two_digits(static_cast<unsigned>(date.month())) + "-" + two_digits(static_cast<unsigned>(date.day()));
}

int year_of(Day day) { return static_cast<int>(year_month_day{day}.year()); }

}  // namespace base
