#include "features/newsroom/day.h"

#include <fmt/format.h>

#include "base/whole_number.h"

namespace newsroom {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

std::optional<Day> day_of(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto typed_year = base::whole_number(text.substr(0, 4));
    const auto typed_month = base::whole_number(text.substr(5, 2));
    const auto typed_day = base::whole_number(text.substr(8, 2));
    if (!typed_year || !typed_month || !typed_day || *typed_month < 1 || *typed_day < 1) return std::nullopt;
    if (*typed_year < kFirstYear || *typed_year > kLastYear) return std::nullopt;
    const year_month_day date{year{static_cast<int>(*typed_year)}, month{static_cast<unsigned>(*typed_month)},
                              day{static_cast<unsigned>(*typed_day)}};
    if (!date.ok()) return std::nullopt;
    return Day{date};
}

std::string iso(Day day) {
    const year_month_day date{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

Month month_of(Day day) {
    const year_month_day date{day};
    return {static_cast<int>(date.year()), static_cast<unsigned>(date.month())};
}

Days days_of_year(int number) {
    return {Day{year{number} / std::chrono::January / 1}, Day{year{number + 1} / std::chrono::January / 1}};
}

Days days_of(Month of) {
    const auto first = year{of.year} / month{of.month};
    return {Day{first / 1}, Day{(first + std::chrono::months{1}) / 1}};
}

}  // namespace newsroom
