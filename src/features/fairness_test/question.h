// features/fairness_test/question.h - what a reader asks in an address: another baseline, or a budget of one's own.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "base/result.h"
#include "models/budget_fairness/budget/budget.h"

namespace fairness_test {

// The reader's choice of baseline for a record. What is not understood counts as not asked.
struct Baseline {
    std::optional<int> since;
    std::optional<budget_fairness::Prices> prices;
};
Baseline read_baseline(std::string_view since, std::string_view prices);

// The record against that baseline, which its title names; a year outside the record changes nothing.
budget_fairness::Budget with_baseline(budget_fairness::Budget record, const Baseline& baseline);

// A control of "Make your own budget".
enum class Lever : unsigned char {
    first_rate,
    top_rate,
    basic,
    bracket_from,
    bracket_rate,
    benefit,
    health,
    education,
    social
};
inline constexpr std::size_t kLevers = 9;

struct LeverKind {
    std::string_view name;  // in the address and the form
    double least, most, step;
    base::Message label;
    base::Message unit;
};
const LeverKind& kind_of(Lever lever);

// As typed.
struct OwnForm {
    std::string place;
    std::array<std::string, kLevers> values{};

    std::string& at(Lever lever) { return values[static_cast<std::size_t>(lever)]; }
    const std::string& at(Lever lever) const { return values[static_cast<std::size_t>(lever)]; }
};

inline constexpr int kOwnYear = 2025;  // whose law is changed

// Understood: 0 for controls left alone.
struct OwnBudget {
    budget_fairness::Jurisdiction place = budget_fairness::Jurisdiction::ontario;
    std::array<double, kLevers> values{};

    double at(Lever lever) const { return values[static_cast<std::size_t>(lever)]; }
};

// Every problem at once; the fields are "place" and the levers' names. An empty form is the budget as it is. Numbers
// may be written as in either language: "1,5" and "1.5", "1,500" and "1 500".
base::Result<OwnBudget, base::Problems> read_own(const OwnForm& form);

// "place=ON&top=2": the controls that were moved, in a fixed order, so that equal budgets have equal addresses.
std::string query_of(const OwnBudget& own);

// Its measures, with titles in both languages. `law` is that of the place and year.
budget_fairness::Budget budget_of(const OwnBudget& own, const budget_fairness::RuleSet& law);

// What the law has of this lever: a place without child benefit has no benefit to raise.
bool has_lever(Lever lever, const budget_fairness::RuleSet& law, budget_fairness::Jurisdiction place);

}  // namespace fairness_test
