#include "models/jobs_lost/economy.h"

#include <algorithm>
#include <ranges>
#include <set>

namespace jobs_lost {
namespace {

using SpendingRow = std::pair<const std::string, std::vector<YearValue>>;

bool holds_code(std::string_view row, std::string_view code) {
    for (const auto part : std::views::split(row, ' '))
        if (std::string_view{part.begin(), part.end()} == code) return true;
    return false;
}

std::optional<double> value_in(const std::vector<YearValue>& values, int year) {
    const auto found = std::ranges::find(values, year, &YearValue::year);
    if (found == values.end()) return std::nullopt;
    return found->value;
}

}  // namespace

const IndustryMultipliers* Economy::industry(std::string_view code) const {
    const auto found = std::ranges::lower_bound(industries, code, {}, &IndustryMultipliers::code);
    return found != industries.end() && found->code == code ? &*found : nullptr;
}

std::optional<YearValue> Economy::spending_on(std::string_view ccofog) const {
    if (ccofog.empty()) return std::nullopt;
    std::set<const SpendingRow*> rows;
    for (const auto part : std::views::split(ccofog, ' ')) {
        const std::string_view code{part.begin(), part.end()};
        const auto found = std::ranges::find_if(spending, [&](const auto& row) { return holds_code(row.first, code); });
        if (found == spending.end()) return std::nullopt;
        rows.insert(&*found);
    }
    if (rows.empty()) return std::nullopt;
    for (const YearValue& newest : std::views::reverse((*rows.begin())->second)) {
        double sum = 0.0;
        bool is_known = true;
        for (const SpendingRow* row : rows) {
            const auto value = value_in(row->second, newest.year);
            is_known = is_known && value;
            sum += value.value_or(0.0);
        }
        if (is_known) return YearValue{newest.year, sum};
    }
    return std::nullopt;
}

const Economy* Economies::find(Jurisdiction jurisdiction) const {
    const auto found = std::ranges::find(economies_, jurisdiction, &Economy::jurisdiction);
    return found == economies_.end() ? nullptr : &*found;
}

}  // namespace jobs_lost
