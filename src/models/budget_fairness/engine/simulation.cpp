#include "models/budget_fairness/engine/simulation.h"

#include <chrono>
#include <cmath>

#include "models/budget_fairness/engine/passes.h"
#include "models/budget_fairness/engine/tally.h"

namespace budget_fairness {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

Tally sum_of(std::vector<Tally>& stretches) {
    Tally all;
    for (auto& each : stretches) {
        each.close();
        all.add(each);
    }
    return all;
}

// Each thread's place to put what it assessed.
RunColumns& scratch() {
    thread_local const auto columns = std::make_unique<RunColumns>();
    return *columns;
}

GroupResult group_of(const GroupSums& baseline, const GroupSums& reform) {
    return {.persons = reform.persons,
            .families = reform.families,
            .winners = reform.winners,
            .losers = reform.losers,
            .baseline = baseline.flows(),
            .reform = reform.flows()};
}

template <class Rows>
GroupSums sum_of_rows(const Rows& rows, std::size_t begin, std::size_t end) {
    GroupSums sums;
    for (auto i = begin; i < end; ++i) sums.add(rows[i]);
    return sums;
}

// Ranks [begin, end) as one group.
GroupResult rank_group(const Tally& baseline, const Tally& reform, PercentRange ranks) {
    const auto begin = static_cast<std::size_t>(ranks.from), end = static_cast<std::size_t>(ranks.to);
    return group_of(sum_of_rows(baseline.ranks, begin, end), sum_of_rows(reform.ranks, begin, end));
}

std::vector<GroupResult> equal_groups(const Tally& baseline, const Tally& reform, int count) {
    std::vector<GroupResult> groups;
    const int each = 20 / count;
    for (int i = 0; i < count; ++i)
        groups.push_back(rank_group(baseline, reform, {i * each, i + 1 == count ? int{kRanks} : (i + 1) * each}));
    return groups;
}

std::vector<GroupResult> groups_by(Grouping grouping, const Tally& baseline, const Tally& reform) {
    std::vector<GroupResult> groups;
    switch (grouping) {
        case Grouping::everyone:
            return {rank_group(baseline, reform, {0, kRanks})};
        case Grouping::decile:
            return equal_groups(baseline, reform, 10);
        case Grouping::vigintile:
            return equal_groups(baseline, reform, 20);
        case Grouping::top_percent:
            return {rank_group(baseline, reform, {0, kRanks - 1}), rank_group(baseline, reform, {kRanks - 1, kRanks})};
        case Grouping::family_type:
            for (std::size_t i = 0; i < kFamilyTypes; ++i)
                groups.push_back(group_of(baseline.types[i], reform.types[i]));
            return groups;
        case Grouping::age:
            for (std::size_t i = 0; i < kAgeGroups.size(); ++i)
                groups.push_back(group_of(sum_of_rows(baseline.adults[i], 0, 2), sum_of_rows(reform.adults[i], 0, 2)));
            return groups;
        case Grouping::sex:
            for (std::size_t sex = 0; sex < 2; ++sex) {
                GroupSums before, after;
                for (const auto& each : baseline.adults) before.add(each[sex]);
                for (const auto& each : reform.adults) after.add(each[sex]);
                groups.push_back(group_of(before, after));
            }
            return groups;
        case Grouping::province:
            for (std::size_t i = 0; i < kJurisdictions; ++i)
                groups.push_back(group_of(baseline.places[i], reform.places[i]));
            return groups;
    }
    return groups;
}

}  // namespace

Simulation::Simulation(std::shared_ptr<const Population> population, const RulesByPlace& baseline, Threads threads)
    : population_(std::move(population)), baseline_(baseline) {
    remember_families(threads);
    rank_families();
    memberships_ = std::make_unique<const Memberships>(memberships_of(*population_, places_));
    const Kernels kernels{*population_, baseline_};
    std::vector<Tally> stretches(stretches_of(*population_));
    for_each_run(*population_, threads, [&](std::size_t stretch, const Run& run) {
        kernels.at(run.block->jurisdiction).assess(run, scratch());
        count(run, scratch(), {*memberships_, families_.disposable}, stretches[stretch]);
    });
    baseline_tally_ = std::make_unique<const Tally>(sum_of(stretches));
    baseline_line_ = distribution_of(*baseline_tally_, 0).low_income_line;
}

Simulation::~Simulation() = default;

void Simulation::remember_families(Threads threads) {
    const auto size = population_->families();
    for (auto* column : {&families_.disposable, &families_.income, &families_.taxes, &families_.benefits})
        column->resize(size);
    const Kernels kernels{*population_, baseline_};
    for_each_run(*population_, threads, [&](std::size_t, const Run& run) {
        kernels.at(run.block->jurisdiction).assess(run, scratch());
        for (std::size_t i = 0; i < run.count; ++i) {
            const auto amounts = amounts_of(run, scratch(), i);
            families_.disposable[run.begin + i] = static_cast<float>(amounts.disposable);
            families_.income[run.begin + i] = static_cast<float>(amounts.income);
            families_.taxes[run.begin + i] = static_cast<float>(amounts.taxes());
            families_.benefits[run.begin + i] = static_cast<float>(amounts.benefits);
        }
    });
}

void Simulation::rank_families() {
    std::vector<Weighted> row(population_->families());
    for (const auto& block : population_->blocks) {
        const double size = (block.has_spouse ? 2 : 1) + block.children;
        for (auto i = block.begin; i < block.end; ++i)
            row[i] = {families_.income[i] / std::sqrt(size), population_->weights[i] * size};
    }
    places_ = budget_fairness::places(row);
}

Result Simulation::compare(const RulesByPlace& reform, Threads threads) const {
    const auto start = Clock::now();
    const Kernels kernels{*population_, reform};
    std::vector<Tally> stretches(stretches_of(*population_));
    for_each_run(*population_, threads, [&](std::size_t stretch, const Run& run) {
        kernels.at(run.block->jurisdiction).assess(run, scratch());
        count(run, scratch(), {*memberships_, families_.disposable}, stretches[stretch]);
    });
    auto result = result_of(*baseline_tally_, sum_of(stretches));
    result.seconds = seconds_since(start);
    return result;
}

Result Simulation::compare_both(const RulesByPlace& reform, Threads threads, Benefits benefits) const {
    const auto start = Clock::now();
    const Kernels before{*population_, baseline_, benefits}, after{*population_, reform, benefits};
    std::vector<Tally> baseline(stretches_of(*population_)), reformed(baseline.size());
    for_each_run(*population_, threads, [&](std::size_t stretch, const Run& run) {
        before.at(run.block->jurisdiction).assess(run, scratch());
        count(run, scratch(), {*memberships_, families_.disposable}, baseline[stretch]);
        after.at(run.block->jurisdiction).assess(run, scratch());
        count(run, scratch(), {*memberships_, families_.disposable}, reformed[stretch]);
    });
    auto result = result_of(sum_of(baseline), sum_of(reformed));
    result.seconds = seconds_since(start);
    return result;
}

Result Simulation::result_of(const Tally& baseline, const Tally& reform) const {
    Result result{.population = population_->origin,
                  .adults = population_->adults(),
                  .families = population_->families(),
                  .baseline = distribution_of(baseline, baseline_line_),
                  .reform = distribution_of(reform, baseline_line_)};
    for (std::size_t i = 0; i < kGroupings; ++i)
        result.groups[i] = groups_by(static_cast<Grouping>(i), baseline, reform);
    return result;
}

std::size_t Simulation::bytes() const {
    return population_->bytes() + population_->families() * (5 * sizeof(float) + 3) + sizeof(Tally) +
           3 * IncomeClasses::kCount * sizeof(IncomeClasses::Sums);
}

}  // namespace budget_fairness
