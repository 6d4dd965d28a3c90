// features/fairness_test/simulation_service.h - who pays and who gains, from made-up families and the law of a year.
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "features/fairness_test/answer.h"
#include "features/fairness_test/compute_pool.h"
#include "models/budget_fairness/engine/laboratory.h"
#include "models/budget_fairness/engine/services.h"
#include "models/budget_fairness/population/quality.h"

namespace fairness_test {

struct SimulationSettings {
    std::size_t adults = 1'000'000;       // records of the whole population
    std::size_t sample_adults = 100'000;  // of the first answer
    std::size_t most_waiting = 2;         // for the whole population; further ones get the sample's answer
};

// Makes the populations when they are first needed: the sample at once, the whole one meanwhile. Safe from all threads.
// All work is done on the threads of a ComputePool; whoever asks waits for it.
class Simulations {
public:
    explicit Simulations(const SimulationSettings& settings) : settings_(settings) {}
    Simulations(const Simulations&) = delete;
    Simulations& operator=(const Simulations&) = delete;

    // As an IncomeModel. quick never waits for the whole population.
    IncomeAnswer ask(const IncomeQuestion& question);

    // How well the sample of the year of one's own budgets fits the published totals.
    std::vector<budget_fairness::Fit> fits();

    // The law of that place and year; nullptr where it is not known.
    static const budget_fairness::RuleSet* law(budget_fairness::Jurisdiction place, int year);

private:
    struct Key {
        budget_fairness::Jurisdiction place;
        int year;
        int since = 0;  // the baseline is the province's law of this year; 0: the law of `year`
        auto operator<=>(const Key&) const = default;
    };
    // The families of one place under the law of one year.
    struct Bench {
        std::shared_ptr<const budget_fairness::Simulation> sample;
        std::shared_ptr<budget_fairness::SharedAnswers> answers;  // of the sample
        std::vector<budget_fairness::ServiceValue> services;      // of a billion dollars each, by the sample
        std::unique_ptr<budget_fairness::Laboratory> laboratory;  // null until the whole population is there
    };

    IncomeAnswer answer(const IncomeQuestion& question);
    IncomeAnswer answer_record(const IncomeQuestion& question);
    budget_fairness::Answer calculate(const Key& key, const budget_fairness::RulesByPlace& reform, Depth depth);
    // Worked out once for equal questions: whoever waits for the whole population asks again and again.
    struct Change {
        const budget_fairness::RulesByPlace& from;
        const budget_fairness::RulesByPlace& to;
        budget_fairness::Jurisdiction place;  // whose families are looked at
    };
    std::vector<budget_fairness::CostlyRaise> raises_of(const Change& change);
    std::vector<ServiceByDecile> services_by_decile(const Key& key, const IncomeQuestion& question);
    std::shared_ptr<Bench> bench(const Key& key);
    std::shared_ptr<Bench> whole_bench(const Key& key);
    using Populations = std::map<int, std::shared_ptr<const budget_fairness::Population>>;  // by year
    static std::shared_ptr<const budget_fairness::Population> population(Populations& made, int year,
                                                                         std::size_t adults);

    const SimulationSettings settings_;
    std::mutex mutex_;         // of the maps
    std::mutex making_;        // of the samples: one is made at a time
    std::mutex making_whole_;  // likewise
    std::vector<budget_fairness::Fit> fits_{};
    std::map<Key, std::shared_ptr<Bench>> benches_{};
    Populations samples_{};
    Populations wholes_{};
    std::map<std::pair<budget_fairness::Fingerprint, budget_fairness::Jurisdiction>,
             std::vector<budget_fairness::CostlyRaise>>
        raises_{};
    ComputePool pool_;  // last: its threads end before what they work on
};

}  // namespace fairness_test
