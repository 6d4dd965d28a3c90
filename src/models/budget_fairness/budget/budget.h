// models/budget_fairness/budget/budget.h - a budget as data: whose it is, what it changes, and against what.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/budget_fairness/budget/service_function.h"
#include "models/budget_fairness/budget/spending_record.h"
#include "models/budget_fairness/rubric/judging.h"
#include "models/budget_fairness/rubric/words.h"
#include "models/budget_fairness/rules/rule_set.h"

namespace budget_fairness {

// record: what governments did spend, between two years. proposal: measures that somebody announced. example: a reform
// made up to show how the test works.
enum class BudgetKind : std::uint8_t { record, proposal, example };
std::string_view name_of(BudgetKind kind);  // "record"
std::optional<BudgetKind> budget_kind_of(std::string_view name);

enum class Change : std::uint8_t { set, add, scale };
std::string_view name_of(Change change);  // "set"
std::optional<Change> change_of(std::string_view name);
double changed(double before, Change change, double value);

// A number of the tax or benefit law gets another value: set to it, raised by it, or multiplied by it.
struct ParameterMeasure {
    std::string parameter;  // as find_parameter() knows it: "ON.brackets.0.rate"
    Change change = Change::set;
    double value = 0;
    bool operator==(const ParameterMeasure&) const = default;
};

// More is spent on a service every year, or less (negative), than keeping it as it is would cost.
struct SpendingMeasure {
    Service service = Service::health;
    double million_dollars = 0;
    bool operator==(const SpendingMeasure&) const = default;
};

struct Measure {
    Words title;
    std::string source;  // https address; may be empty in an example
    std::variant<ParameterMeasure, SpendingMeasure> what;
    bool operator==(const Measure&) const = default;
};

struct Budget {
    std::string slug;  // 1..80 of a-z, 0-9 and inner hyphens
    BudgetKind kind = BudgetKind::example;
    Jurisdiction jurisdiction = Jurisdiction::ontario;
    int year = 2025;     // of the law that is changed; of a record, the last year
    int first_year = 0;  // of a record: the year it is compared with; else 0
    Words title;
    Words summary;
    std::vector<std::string> sources;  // https addresses
    std::vector<Measure> measures;     // none in a record
    std::vector<Judgement> judgements;
    bool operator==(const Budget&) const = default;
};

inline constexpr std::size_t kMostMeasures = 200;
inline constexpr double kLargestSpending = 1e6;   // million dollars a year, either way
inline constexpr double kLargestParameter = 1e9;  // dollars, or rates

// Whether it has measures of the tax or benefit law.
bool changes_law(const Budget& budget);

// Million dollars a year that the budget spends more (or less) on the service; 0 for a record.
double spending_change(const Budget& budget, Service service);

}  // namespace budget_fairness
