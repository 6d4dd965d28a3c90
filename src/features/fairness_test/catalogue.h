// features/fairness_test/catalogue.h - the rubric and the budgets that travel with the program.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "features/fairness_test/document.h"
#include "models/budget_fairness/budget/budget.h"
#include "models/budget_fairness/rubric/rubric.h"

namespace fairness_test {

// data/budgets/fair_budget_rubric.toml. CHECK: the tests read it.
std::shared_ptr<const budget_fairness::Rubric> shipped_rubric();

// The record of each of the ten provinces, first to last year of the published figures, from east to west. Their
// addresses are the provinces' names: "ontario".
std::span<const budget_fairness::Budget> shipped_records();

// data/budgets/example_*.toml: invented reforms, for a demonstration.
std::vector<std::string> shipped_examples();

const budget_fairness::Budget* find_record(std::string_view slug);
const budget_fairness::Budget* record_of(budget_fairness::Jurisdiction province);

}  // namespace fairness_test
