#include "models/budget_fairness/engine/shared_answers.h"

#include <exception>
#include <utility>

namespace budget_fairness {

std::optional<Answer> SharedAnswers::known(const Fingerprint& question) {
    const std::lock_guard lock{mutex_};
    const auto found = answers_.find(question);
    return found == answers_.end() ? std::nullopt : std::optional{found->second};
}

Answer SharedAnswers::ask(const Fingerprint& question, const std::function<Answer()>& make) {
    std::promise<Answer> promise;
    {
        std::unique_lock lock{mutex_};
        if (const auto found = answers_.find(question); found != answers_.end()) return found->second;
        if (const auto found = pending_.find(question); found != pending_.end()) {
            const auto pending = found->second;
            lock.unlock();
            return pending.get();
        }
        pending_.emplace(question, promise.get_future().share());
    }
    try {
        auto answer = make();
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

void SharedAnswers::remember(const Fingerprint& question, const Answer& answer) {
    const std::lock_guard lock{mutex_};
    pending_.erase(question);
    if (!answers_.emplace(question, answer).second) return;
    order_.push_back(question);
    if (order_.size() <= remembered_) return;
    answers_.erase(order_.front());
    order_.pop_front();
}

}  // namespace budget_fairness
