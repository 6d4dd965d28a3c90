// models/budget_fairness/engine/filings.h - what each tax filer of a population has and pays.
#pragma once
#include <cstdint>
#include <vector>

#include "models/budget_fairness/engine/rules_by_place.h"
#include "models/budget_fairness/population/population.h"

namespace budget_fairness {

// Dollars a year. Income: total income before taxes, transfers included, dividends as paid, capital gains in full.
struct Filing {
    float income = 0;
    float federal_tax = 0;
    float provincial_tax = 0;
    float contributions = 0;
    float weight = 0;          // filers it stands for
    std::uint32_t family = 0;  // position in the population
    bool is_spouse = false;
};

// Who of the adults receives benefits that are paid once a family: the mother where there is one, else the first adult.
bool is_paid_to_spouse(const Population& population, const Block& block, std::size_t family);

// All filers of a jurisdiction (canada: of all) with an income of a dollar or more, poorest first.
std::vector<Filing> filings_of(const Population& population, const RulesByPlace& rules, Jurisdiction jurisdiction);

}  // namespace budget_fairness
