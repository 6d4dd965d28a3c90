#include "models/budget_fairness/engine/laboratory.h"

#include <utility>

namespace budget_fairness {

Answer sample_answer(const Simulation& sample, const RulesByPlace& reform) {
    auto result = sample.compare(reform, Threads{1});
    result.is_sample = true;
    return std::make_shared<const Result>(std::move(result));
}

Laboratory::Laboratory(std::shared_ptr<const Simulation> full, std::shared_ptr<const Simulation> sample,
                       const LaboratorySettings& settings)
    : full_(std::move(full)),
      sample_(std::move(sample)),
      settings_(settings),
      full_answers_(settings.remembered),
      sample_answers_(settings.remembered) {}

std::optional<Answer> Laboratory::known(const RulesByPlace& reform) { return full_answers_.known(fingerprint(reform)); }

Answer Laboratory::quick(const RulesByPlace& reform) {
    const auto question = fingerprint(reform);
    if (auto answer = full_answers_.known(question)) return *answer;
    return sample_answers_.ask(question, [&] { return sample_answer(*sample_, reform); });
}

Answer Laboratory::full(const RulesByPlace& reform) {
    return full_answers_.ask(fingerprint(reform), [&] { return calculate(reform); });
}

Answer Laboratory::calculate(const RulesByPlace& reform) {
    {
        std::unique_lock lock{mutex_};
        free_.wait(lock, [this] { return running_ < settings_.calculations; });
        ++running_;
    }
    struct Leave {
        Laboratory& laboratory;
        ~Leave() {
            const std::lock_guard lock{laboratory.mutex_};
            --laboratory.running_;
            laboratory.free_.notify_one();
        }
    };
    const Leave leave{*this};
    return std::make_shared<const Result>(full_->compare(reform, settings_.threads));
}

}  // namespace budget_fairness
