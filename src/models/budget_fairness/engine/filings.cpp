#include "models/budget_fairness/engine/filings.h"

#include <algorithm>
#include <memory>

#include "models/budget_fairness/engine/passes.h"

namespace budget_fairness {
namespace {

// Premiums on earnings up to here are paid back with the tax return (Employment Insurance Act, s. 96(4)).
constexpr float kRefundedUpTo = 2'000;

// An adult, and what of the family's benefits the adult receives.
struct Receiver {
    const Adults& adults;
    const AdultColumns& columns;
    const Column& benefits;
    double share;
};

Filing filing_of(const Receiver& receiver, std::size_t at, std::size_t i) {
    const auto& columns = receiver.columns;
    const double income = columns.total_income[i] - columns.old_age_recovery[i] + receiver.adults[Amount::exempt][at] -
                          receiver.adults[Amount::adjustment][at] + receiver.share * receiver.benefits[i];
    const bool is_refunded = receiver.adults[Amount::employment][at] <= kRefundedUpTo;
    const double contributions = is_refunded ? 0 : columns.contributions[i];
    return {.income = static_cast<float>(income),
            .federal_tax = static_cast<float>(columns.federal_tax[i]),
            .provincial_tax = static_cast<float>(columns.provincial_tax[i]),
            .contributions = static_cast<float>(contributions)};
}

}  // namespace

bool is_paid_to_spouse(const Population& population, const Block& block, std::size_t family) {
    return block.has_spouse && population.spouses.sexes[family] == Sex::female &&
           population.heads.sexes[family] == Sex::male;
}

std::vector<Filing> filings_of(const Population& population, const RulesByPlace& rules, Jurisdiction jurisdiction) {
    const Kernels kernels{population, rules};
    std::vector<Filing> filings;
    filings.reserve(2 * population.families());
    const auto add = [&](Filing filing, std::uint32_t at, bool is_spouse) {
        filing.weight = population.weights[at];
        filing.family = at;
        filing.is_spouse = is_spouse;
        if (filing.weight > 0 && filing.income >= 1) filings.push_back(filing);
    };
    const auto assessed = std::make_unique<RunColumns>();
    auto& columns = *assessed;
    for_each_run(population, Threads{1}, [&](std::size_t, const Run& run) {
        if (jurisdiction != Jurisdiction::canada && run.block->jurisdiction != jurisdiction) return;
        kernels.at(run.block->jurisdiction).assess(run, columns);
        for (std::size_t i = 0; i < run.count; ++i) {
            const auto at = run.begin + static_cast<std::uint32_t>(i);
            const double of_spouse = is_paid_to_spouse(population, *run.block, at) ? 1 : 0;
            add(filing_of({population.heads, columns.head, columns.benefits, 1 - of_spouse}, at, i), at, false);
            if (run.block->has_spouse)
                add(filing_of({population.spouses, columns.spouse, columns.benefits, of_spouse}, at, i), at, true);
        }
    });
    std::ranges::sort(filings, {}, &Filing::income);
    return filings;
}

}  // namespace budget_fairness
