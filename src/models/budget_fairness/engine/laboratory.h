// models/budget_fairness/engine/laboratory.h - many questions at once about one population: equal ones share their
// work.
#pragma once
#include <condition_variable>
#include <future>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "models/budget_fairness/engine/simulation.h"

namespace budget_fairness {

using Answer = std::shared_ptr<const Result>;

struct LaboratorySettings {
    Threads threads{1};            // of one calculation on the full population
    unsigned calculations = 1;     // on the full population at the same time; the others wait
    std::size_t remembered = 256;  // answers
};

// Holds a baseline over the full population and over a small sample of the same making. Safe from all threads.
class Laboratory {
public:
    Laboratory(std::shared_ptr<const Simulation> full, std::shared_ptr<const Simulation> sample,
               const LaboratorySettings& settings);

    // The full answer where it is known already, else one from the sample, marked as such: never waits for others.
    Answer quick(const RulesByPlace& reform);
    // The answer from the full population. Who asks the same while it is calculated waits for the same answer.
    Answer full(const RulesByPlace& reform);
    // The full answer, if it is known.
    std::optional<Answer> known(const RulesByPlace& reform);

    const Simulation& simulation() const { return *full_; }

private:
    using Pending = std::shared_future<Answer>;

    Answer calculate(const RulesByPlace& reform);
    void remember(const Fingerprint& question, const Answer& answer);

    std::shared_ptr<const Simulation> full_;
    std::shared_ptr<const Simulation> sample_;
    LaboratorySettings settings_;
    std::mutex mutex_;
    std::condition_variable free_;
    unsigned running_ = 0;
    std::map<Fingerprint, Answer> answers_{};
    std::list<Fingerprint> order_{};  // oldest first
    std::map<Fingerprint, Pending> pending_{};
};

}  // namespace budget_fairness
