#include "models/budget_fairness/engine/alignment.h"

#include <algorithm>
#include <memory>
#include <vector>

#include "models/budget_fairness/engine/filings.h"
#include "models/budget_fairness/engine/passes.h"
#include "models/budget_fairness/engine/prepared_rules.h"
#include "models/budget_fairness/engine/prices.h"
#include "models/budget_fairness/population/published.h"

namespace budget_fairness {
namespace {

constexpr int kRounds = 3;
constexpr double kLeastFactor = 0.3;
constexpr double kMostFactor = 3;

// An income as it is, and as it should be.
struct Knot {
    double is = 0;
    double should_be = 0;
};

std::vector<Knot> knots_of(const std::vector<Filing>& filings, const std::vector<IncomePercentile>& percentiles) {
    double all = 0, reached = 0;
    for (const auto& filing : filings) all += filing.weight;
    std::vector<Knot> knots{{0, 0}};
    std::size_t next = 0;
    for (const auto& filing : filings) {
        reached += filing.weight;
        while (next < percentiles.size() && reached >= all * percentiles[next].percent / 100)
            knots.push_back({filing.income, percentiles[next++].income});
    }
    return knots;
}

// Linear between the knots; beyond the last one in its proportion.
double wanted(const std::vector<Knot>& knots, double income) {
    const auto after = std::ranges::upper_bound(knots, income, {}, &Knot::is);
    if (after == knots.end()) return income * knots.back().should_be / knots.back().is;
    const auto before = after - 1;
    if (after->is <= before->is) return after->should_be;
    return before->should_be +
           (after->should_be - before->should_be) * (income - before->is) / (after->is - before->is);
}

void stretch(Adults& adults, std::size_t at, double factor) {
    for (const auto amount : {Amount::employment, Amount::pension, Amount::other, Amount::deductions,
                              Amount::federal_credits, Amount::provincial_credits, Amount::adjustment})
        adults[amount][at] *= static_cast<float>(factor);
}

void align_once(Population& population, const RulesByPlace& rules, const std::vector<IncomePercentile>& percentiles) {
    const auto filings = filings_of(population, rules, Jurisdiction::canada);
    const auto knots = knots_of(filings, percentiles);
    for (const auto& filing : filings) {
        auto& adults = filing.is_spouse ? population.spouses : population.heads;
        const double market = static_cast<double>(adults[Amount::employment][filing.family]) +
                              adults[Amount::pension][filing.family] + adults[Amount::other][filing.family] -
                              adults[Amount::adjustment][filing.family];
        if (market < 1) continue;
        const double change = wanted(knots, filing.income) - filing.income;
        stretch(adults, filing.family, std::clamp((market + change) / market, kLeastFactor, kMostFactor));
    }
}

constexpr int kFirstRules = 2019;
constexpr int kLastRules = 2026;

bool may_be_held(BenefitId benefit) {
    return benefit != BenefitId::canada_carbon_rebate && benefit != BenefitId::climate_credit &&
           benefit != BenefitId::canada_workers_benefit;
}

// The years that have rules, the nearest first, of two the later.
std::vector<int> years_around(int year) {
    std::vector<int> years;
    for (int each = kFirstRules; each <= kLastRules; ++each)
        if (each != year) years.push_back(each);
    std::ranges::sort(years, {}, [year](int each) { return 2 * std::abs(each - year) - (each > year ? 1 : 0); });
    return years;
}

// The rules of one place with nothing but the benefits that are held.
void set_held(RuleSet& held, Jurisdiction place, int year) {
    std::array<bool, kBenefits> is_wanted{};
    for (std::size_t i = 0; i < kBenefits; ++i) {
        is_wanted[i] = may_be_held(static_cast<BenefitId>(i)) && !can_pay(held.benefits[i]);
        held.benefits[i] = {};
    }
    for (const int other : years_around(year)) {
        const auto rules = rules_of_year(shipped_law_book(), place, other);
        if (!rules) continue;
        const double prices = price_growth(place, year) / price_growth(place, other);
        for (std::size_t i = 0; i < kBenefits; ++i) {
            if (!is_wanted[i] || !can_pay(rules->benefits[i])) continue;
            held.benefits[i] = in_prices(rules->benefits[i], prices);
            is_wanted[i] = false;
        }
    }
}

void add_held_benefits(Population& population, const RulesByPlace& rules) {
    auto held = rules;
    for (const auto place : provinces_and_territories()) set_held(held.at(place), place, population.year);
    const Kernels kernels{population, held};
    const auto columns = std::make_unique<RunColumns>();
    for_each_run(population, Threads{1}, [&](std::size_t, const Run& run) {
        kernels.at(run.block->jurisdiction).assess(run, *columns);
        for (std::size_t i = 0; i < run.count; ++i) {
            const auto at = run.begin + i;
            auto& adults = is_paid_to_spouse(population, *run.block, at) ? population.spouses : population.heads;
            adults[Amount::exempt][at] += static_cast<float>(columns->benefits[i]);
        }
    });
}

}  // namespace

Population population_under(const RulesByPlace& rules, const Recipe& recipe) {
    auto made = recipe;
    const auto& law = rules.at(Jurisdiction::ontario).old_age;
    made.old_age = law.full > 0 ? recipe.old_age : OldAge::as_income;
    made.supplements = law.supplement_single > 0 ? Supplements::calculated : Supplements::as_income;
    auto population = synthesize(made);
    const auto percentiles = income_percentiles(population.year);
    if (!percentiles.empty()) align_once(population, rules, percentiles);
    add_held_benefits(population, rules);
    if (percentiles.empty()) return population;
    for (int round = 1; round < kRounds; ++round) align_once(population, rules, percentiles);
    return population;
}

}  // namespace budget_fairness
