// models/budget_fairness/engine/simulation.h - baseline and reform over a whole population, in one pass.
//
//     const Simulation simulation{population, baseline};          // once: assesses everybody under the baseline
//     const Result result = simulation.compare(reform, Threads{2});
#pragma once
#include <memory>
#include <vector>

#include "models/budget_fairness/engine/kernel.h"
#include "models/budget_fairness/engine/result.h"
#include "models/budget_fairness/engine/rules_by_place.h"
#include "models/budget_fairness/measures/groups.h"
#include "models/budget_fairness/population/population.h"

namespace budget_fairness {

struct Tally;
struct Memberships;

// How many cores a calculation may take; at least 1. A server leaves one free.
struct Threads {
    unsigned count = 1;
};

// What the calculation says of each family: dollars a year, by its position in the population.
struct FamilyColumns {
    std::vector<float> disposable;
    std::vector<float> income;    // before taxes, benefits included
    std::vector<float> taxes;     // income taxes and contributions
    std::vector<float> benefits;  // of the rules
};

// Mean effective rates of a group of tax filers: the mean of the rates of its members.
struct EffectiveRate {
    PercentRange percent;     // of filers with an income, poorest first
    double lower_income = 0;  // where the group begins, dollars
    double mean_income = 0;
    double filers = 0;
    double all = 0;         // income tax, federal and provincial, and contributions: share of total income
    double income_tax = 0;  // income tax alone
    double federal_tax = 0;
    double provincial_tax = 0;
    double contributions = 0;
    double of_total = 0;  // taxes of all members together over their income together
};

// Safe from all threads: nothing changes after construction. The same question has the same answer to the last digit,
// however many threads there are.
class Simulation {
public:
    // Keeps the population; assesses it under the baseline with all the threads.
    Simulation(std::shared_ptr<const Population> population, const RulesByPlace& baseline, Threads threads);
    ~Simulation();
    Simulation(const Simulation&) = delete;
    Simulation& operator=(const Simulation&) = delete;

    // The reform beside the baseline, which is remembered: only the reform is calculated.
    Result compare(const RulesByPlace& reform, Threads threads) const;
    // The same, with both calculated in one pass: what the benchmark measures. Benefits::left_out: taxes and
    // contributions alone.
    Result compare_both(const RulesByPlace& reform, Threads threads, Benefits benefits = Benefits::counted) const;

    const Population& population() const { return *population_; }
    const RulesByPlace& baseline() const { return baseline_; }
    // Where each family stands among all persons: 0 the poorest, 1 the richest.
    const std::vector<float>& places() const { return places_; }
    // Under the baseline.
    const FamilyColumns& families() const { return families_; }
    std::size_t bytes() const;  // of memory, the population included

private:
    void remember_families(Threads threads);
    void rank_families();
    Result result_of(const Tally& baseline, const Tally& reform) const;

    std::shared_ptr<const Population> population_;
    RulesByPlace baseline_;
    FamilyColumns families_{};
    std::vector<float> places_{};
    std::unique_ptr<const Memberships> memberships_;
    std::unique_ptr<const Tally> baseline_tally_;
    double baseline_line_ = 0;
};

// Rates by groups of five percent of the filers, and the top one percent (twenty-one groups), over total income. Only
// filers with an income count. One jurisdiction, or all of them for canada.
std::vector<EffectiveRate> effective_rates(const Population& population, const RulesByPlace& rules,
                                           Jurisdiction jurisdiction);

}  // namespace budget_fairness
