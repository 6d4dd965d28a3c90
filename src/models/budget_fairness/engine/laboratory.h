// models/budget_fairness/engine/laboratory.h - many questions at once about one population: equal ones share their
// work.
#pragma once
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>

#include "models/budget_fairness/engine/shared_answers.h"
#include "models/budget_fairness/engine/simulation.h"

namespace budget_fairness {

struct LaboratorySettings {
    Threads threads{1};            // of one calculation on the full population
    unsigned calculations = 1;     // on the full population at the same time; the others wait
    std::size_t remembered = 256;  // answers of each population
};

// Holds a baseline over the full population and over a small sample of the same making. Safe from all threads.
class Laboratory {
public:
    Laboratory(std::shared_ptr<const Simulation> full, std::shared_ptr<const Simulation> sample,
               const LaboratorySettings& settings);

    // The full answer where it is known already, else one from the sample, marked as such: never waits for the full
    // population.
    Answer quick(const RulesByPlace& reform);
    // The answer from the full population. Who asks the same while it is calculated waits for the same answer.
    Answer full(const RulesByPlace& reform);
    // The full answer, if it is known.
    std::optional<Answer> known(const RulesByPlace& reform);

    const Simulation& simulation() const { return *full_; }

private:
    Answer calculate(const RulesByPlace& reform);

    std::shared_ptr<const Simulation> full_;
    std::shared_ptr<const Simulation> sample_;
    LaboratorySettings settings_;
    std::mutex mutex_;
    std::condition_variable free_;
    unsigned running_ = 0;
    SharedAnswers full_answers_, sample_answers_;
};

// What the sample says, marked as such.
Answer sample_answer(const Simulation& sample, const RulesByPlace& reform);

}  // namespace budget_fairness
