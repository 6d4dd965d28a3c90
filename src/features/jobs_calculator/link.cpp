#include "features/jobs_calculator/link.h"

#include <chrono>

#include <fmt/format.h>

namespace jobs_calculator {

std::string_view slug_of(LinkState state) {
    switch (state) {
        case LinkState::today:
            return "today";
        case LinkState::past:
            return "past";
        case LinkState::unknown:
            return "unknown";
    }
    return "";
}

std::string day_of(base::Instant at) {
    const std::chrono::sys_time<std::chrono::microseconds> time{std::chrono::microseconds{at.microseconds}};
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(time)};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

}  // namespace jobs_calculator
