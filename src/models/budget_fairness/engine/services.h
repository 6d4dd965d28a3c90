// models/budget_fairness/engine/services.h - what public services are worth to households, poor and rich.
//
// Spending of a year, or a change of it, is handed out to the families of its province by these rules, so that the sum
// over all families is the spending. They say who uses a service, not who deserves it:
//   health       every person by age: relative costs kHealthCosts
//   education    three quarters to children of 5 to 17, one quarter to adults of 18 to 24, each the same
//   social       four tenths to persons of the poorest fifth, three tenths to adults of 65 and older, three tenths to
//                children below 18, each the same
//   the others   every person the same
#pragma once
#include <array>
#include <span>
#include <vector>

#include "models/budget_fairness/budget/service_function.h"
#include "models/budget_fairness/engine/simulation.h"

namespace budget_fairness {

// Cost of health care by age, relative to a person of 25 to 44; rounded after the Canadian Institute for Health
// Information's provincial spending per person by age (National Health Expenditure Trends).
struct HealthCost {
    int from_age;
    double cost;
};
inline constexpr std::array<HealthCost, 7> kHealthCosts{
    {{0, 0.8}, {5, 0.5}, {18, 0.7}, {25, 1.0}, {45, 1.4}, {65, 2.8}, {75, 6.0}}};

struct ServiceAmount {
    Jurisdiction place = Jurisdiction::ontario;
    Service service = Service::health;
    double dollars = 0;  // a year; below 0: a cut
};

// What a service is worth by decile of families (Grouping::decile), poorest first.
struct ServiceValue {
    Service service = Service::health;
    double dollars = 0;                          // all that is handed out
    std::array<double, 10> per_family{};         // dollars a year, mean of the decile's families
    std::array<double, 10> percent_of_income{};  // of their disposable income under the baseline
};

// One for each service among the amounts. Amounts of places where nobody lives in the population are left out; what
// nobody is entitled to (no children, no young adults) is handed to every person the same.
std::vector<ServiceValue> service_values(const Simulation& simulation, std::span<const ServiceAmount> amounts);

}  // namespace budget_fairness
