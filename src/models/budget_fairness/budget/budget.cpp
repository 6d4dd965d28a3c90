#include "models/budget_fairness/budget/budget.h"

#include <algorithm>
#include <array>

namespace budget_fairness {
namespace {

constexpr std::array<std::string_view, 3> kKinds{"record", "proposal", "example"};
constexpr std::array<std::string_view, 3> kChanges{"set", "add", "scale"};

template <class Enumeration>
std::optional<Enumeration> read_name(const std::array<std::string_view, 3>& names, std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enumeration>(found - names.begin());
}

}  // namespace

std::string_view name_of(BudgetKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
std::optional<BudgetKind> budget_kind_of(std::string_view name) { return read_name<BudgetKind>(kKinds, name); }

std::string_view name_of(Change change) { return kChanges[static_cast<std::size_t>(change)]; }
std::optional<Change> change_of(std::string_view name) { return read_name<Change>(kChanges, name); }

double changed(double before, Change change, double value) {
    switch (change) {
        case Change::set:
            return value;
        case Change::add:
            return before + value;
        case Change::scale:
            return before * value;
    }
    return before;
}

bool changes_law(const Budget& budget) {
    return std::ranges::any_of(
        budget.measures, [](const Measure& measure) { return std::holds_alternative<ParameterMeasure>(measure.what); });
}

double spending_change(const Budget& budget, Service service) {
    double million = 0;
    for (const Measure& measure : budget.measures) {
        const auto* spending = std::get_if<SpendingMeasure>(&measure.what);
        if (spending != nullptr && spending->service == service) million += spending->million_dollars;
    }
    return million;
}

}  // namespace budget_fairness
