// Mean effective rates of tax filers, as Statistics Canada's table 11-10-0054 has them: the mean of everybody's own
// rate, in groups of equal numbers of filers by total income.
#include <algorithm>

#include "models/budget_fairness/engine/filings.h"
#include "models/budget_fairness/engine/simulation.h"

namespace budget_fairness {
namespace {

// Adds up the filings that stand within the range, those at its ends in part.
EffectiveRate rate_of(const std::vector<Filing>& filings, double all, PercentRange percent) {
    const double from = all * percent.from / 100, to = all * percent.to / 100;
    EffectiveRate rate{.percent = percent};
    double reached = 0, taxes = 0;
    for (const auto& filing : filings) {
        const double begin = reached;
        reached += filing.weight;
        const double within = std::min(reached, to) - std::max(begin, from);
        if (within <= 0) continue;
        if (rate.filers == 0) rate.lower_income = percent.from == 0 ? 0 : filing.income;
        rate.filers += within;
        rate.mean_income += within * filing.income;
        rate.federal_tax += within * filing.federal_tax / filing.income;
        rate.provincial_tax += within * filing.provincial_tax / filing.income;
        rate.contributions += within * filing.contributions / filing.income;
        taxes += within * (filing.federal_tax + filing.provincial_tax + filing.contributions);
    }
    if (rate.filers <= 0) return rate;
    rate.of_total = taxes / rate.mean_income;
    for (auto* mean : {&rate.mean_income, &rate.federal_tax, &rate.provincial_tax, &rate.contributions})
        *mean /= rate.filers;
    rate.income_tax = rate.federal_tax + rate.provincial_tax;
    rate.all = rate.income_tax + rate.contributions;
    return rate;
}

}  // namespace

std::vector<EffectiveRate> effective_rates(const Population& population, const RulesByPlace& rules,
                                           Jurisdiction jurisdiction) {
    const auto filings = filings_of(population, rules, jurisdiction);
    double all = 0;
    for (const auto& filing : filings) all += filing.weight;
    std::vector<EffectiveRate> rates;
    for (int from = 0; from < 100; from += 5) rates.push_back(rate_of(filings, all, {from, from + 5}));
    rates.push_back(rate_of(filings, all, {99, 100}));
    return rates;
}

}  // namespace budget_fairness
