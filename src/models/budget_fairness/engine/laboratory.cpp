#include "models/budget_fairness/engine/laboratory.h"

#include <exception>
#include <utility>

namespace budget_fairness {

Laboratory::Laboratory(std::shared_ptr<const Simulation> full, std::shared_ptr<const Simulation> sample,
                       const LaboratorySettings& settings)
    : full_(std::move(full)), sample_(std::move(sample)), settings_(settings) {}

std::optional<Answer> Laboratory::known(const RulesByPlace& reform) {
    const std::lock_guard lock{mutex_};
    const auto found = answers_.find(fingerprint(reform));
    return found == answers_.end() ? std::nullopt : std::optional{found->second};
}

Answer Laboratory::quick(const RulesByPlace& reform) {
    if (auto answer = known(reform)) return *answer;
    auto result = sample_->compare(reform, Threads{1});
    result.is_sample = true;
    return std::make_shared<const Result>(std::move(result));
}

Answer Laboratory::full(const RulesByPlace& reform) {
    const auto question = fingerprint(reform);
    std::promise<Answer> promise;
    {
        std::unique_lock lock{mutex_};
        if (const auto found = answers_.find(question); found != answers_.end()) return found->second;
        if (const auto found = pending_.find(question); found != pending_.end()) {
            const Pending pending = found->second;
            lock.unlock();
            return pending.get();
        }
        pending_.emplace(question, promise.get_future().share());
    }
    try {
        auto answer = calculate(reform);
        remember(question, answer);
        promise.set_value(answer);
        return answer;
    } catch (...) {
        const std::lock_guard lock{mutex_};
        pending_.erase(question);
        promise.set_exception(std::current_exception());
        throw;
    }
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

void Laboratory::remember(const Fingerprint& question, const Answer& answer) {
    const std::lock_guard lock{mutex_};
    pending_.erase(question);
    if (!answers_.emplace(question, answer).second) return;
    order_.push_back(question);
    if (order_.size() <= settings_.remembered) return;
    answers_.erase(order_.front());
    order_.pop_front();
}

}  // namespace budget_fairness
