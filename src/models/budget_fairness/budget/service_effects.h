// models/budget_fairness/budget/service_effects.h - what a budget means for public services, in dollars per person.
#pragma once
#include <optional>
#include <vector>

#include "models/budget_fairness/budget/budget.h"

namespace budget_fairness {

// One service under a budget. Dollars per person and year; of a record those of its last year, else of the year whose
// spending the change is added to.
struct ServiceEffect {
    Service service;
    ServiceChange change;
    double million_dollars = 0;  // more or less a year than without the budget, for the whole province
};

// What the budget is held against. For a record, spending per person in its first year, in dollars of its last one; for
// measures, the last recorded spending: services as they are.
//
// Services without published figures are left out; nothing at all outside the ten provinces.
std::vector<ServiceEffect> service_effects(const Budget& budget, const SpendingRecord& record, Prices prices);

// The year whose spending the effects above end in.
int spending_year(const Budget& budget, const SpendingRecord& record);

// What the record and the measures tell about a rubric's figures: spending on the three services and, for a record, the
// change of the published Gini index of the province. Taxes, groups of people and jobs come from their own models.
Figures spending_figures(const Budget& budget, const SpendingRecord& record, Prices prices);

// Whether the budget takes more from the service than is spent on it; false where spending is not known.
bool takes_too_much(const Budget& budget, Service service, const SpendingRecord& record);

}  // namespace budget_fairness
