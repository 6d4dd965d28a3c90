// models/budget_fairness/engine/passes.h - goes over all families of a population, on several cores.
#pragma once
#include <functional>
#include <vector>

#include "models/budget_fairness/engine/kernel.h"
#include "models/budget_fairness/engine/rules_by_place.h"
#include "models/budget_fairness/engine/simulation.h"

namespace budget_fairness {

// One kernel a place; only places that live in the population.
class Kernels {
public:
    Kernels(const Population& population, const RulesByPlace& rules, Benefits benefits = Benefits::counted);
    const Kernel& at(Jurisdiction place) const { return kernels_[index_[static_cast<std::size_t>(place)]]; }

private:
    std::vector<Kernel> kernels_{};
    std::array<std::size_t, kJurisdictions> index_{};
};

// A population is always cut into so many stretches, which are added up in their order: sums do not depend on how many
// cores there are. One for every 16,384 families, at most sixteen: a small sample spends no time on adding up.
std::size_t stretches_of(const Population& population);

// Calls work(stretch, run) for every run of the population; each stretch by one thread, its runs in order.
using RunWork = std::function<void(std::size_t stretch, const Run& run)>;
void for_each_run(const Population& population, Threads threads, const RunWork& work);

}  // namespace budget_fairness
