#include "models/budget_fairness/engine/passes.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace budget_fairness {
namespace {

std::vector<Run> runs_of(const Population& population) {
    std::vector<Run> runs;
    for (const auto& block : population.blocks)
        for (auto begin = block.begin; begin < block.end; begin += kRun)
            runs.push_back({&population, &block, begin, std::min<std::uint32_t>(kRun, block.end - begin)});
    return runs;
}

}  // namespace

Kernels::Kernels(const Population& population, const RulesByPlace& rules, Benefits benefits) {
    std::array<bool, kJurisdictions> is_there{};
    kernels_.reserve(kJurisdictions);
    for (const auto& block : population.blocks) {
        const auto place = static_cast<std::size_t>(block.jurisdiction);
        if (is_there[place]) continue;
        is_there[place] = true;
        index_[place] = kernels_.size();
        kernels_.emplace_back(rules.places[place], benefits);
    }
}

std::size_t stretches_of(const Population& population) {
    constexpr std::size_t kFamilies = 16'384, kMost = 16;
    return std::clamp<std::size_t>(population.families() / kFamilies, 1, kMost);
}

void for_each_run(const Population& population, Threads threads, const RunWork& work) {
    const auto runs = runs_of(population);
    const auto stretches = stretches_of(population);
    std::atomic<std::size_t> next{0};
    const auto take_stretches = [&] {
        for (auto stretch = next++; stretch < stretches; stretch = next++) {
            const auto end = runs.size() * (stretch + 1) / stretches;
            for (auto i = runs.size() * stretch / stretches; i < end; ++i) work(stretch, runs[i]);
        }
    };
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < threads.count; ++i) helpers.emplace_back(take_stretches);
    take_stretches();
}

}  // namespace budget_fairness
