#include "features/newsroom/day.h"

namespace newsroom {

using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

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
