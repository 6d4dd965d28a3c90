// models/budget_fairness/engine/services.h - what public services are worth to each household, by function.
//
// Provincial and local spending of a year is handed out to families by stated rules: schools by children of school age,
// health by age, and so on (docs/methods/population.md has the table). The sum over families is the spending.
#pragma once
#include <array>
#include <string_view>
#include <vector>

#include "models/budget_fairness/engine/simulation.h"

namespace budget_fairness {

// Who is counted as receiving a function's spending.
enum class Share : std::uint8_t {
    equally,  // every person the same
    health_by_age,
    schools,     // children of 5 to 17
    colleges,    // persons of 18 to 24
    children,    // below 18
    old_age,     // 65 and older
    low_income,  // persons of the poorest fifth
};

struct ServiceFunction {
    int code;               // of the Canadian Classification of Functions of Government: 707
    std::string_view name;  // "Health"
    Share share;
};

// Functions that are handed out, by their code. Debt charges and what goes abroad are not.
inline constexpr std::array<ServiceFunction, 12> kServiceFunctions{{
    {701, "General public services", Share::equally},
    {703, "Public order and safety", Share::equally},
    {704, "Economic affairs", Share::equally},
    {705, "Environmental protection", Share::equally},
    {706, "Housing and community amenities", Share::equally},
    {707, "Health", Share::health_by_age},
    {708, "Recreation, culture and religion", Share::equally},
    {7091, "Primary and secondary education", Share::schools},
    {7092, "College education", Share::colleges},
    {7093, "University education", Share::colleges},
    {7103, "Old age services", Share::old_age},
    {710, "Other social protection", Share::low_income},
}};

// Dollars of a year's spending in one province on one function.
struct Spending {
    Jurisdiction jurisdiction = Jurisdiction::ontario;
    int function = 707;
    double dollars = 0;
};

// From the shipped spending of that year (consolidated provincial and local, ten provinces); empty where it is unknown.
std::vector<Spending> shipped_spending(int year);

// Value per decile: dollars a household of that decile receives in a year, and in percent of its disposable income.
struct ServiceValue {
    int function = 707;
    std::array<double, 10> per_family{};
    std::array<double, 10> percent_of_income{};
    double total = 0;  // dollars handed out
};
// One entry for each function that has spending; negative spending is a cut, and its value a loss.
std::vector<ServiceValue> service_values(const Simulation& simulation, const std::vector<Spending>& spending);

}  // namespace budget_fairness
