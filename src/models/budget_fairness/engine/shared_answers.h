// models/budget_fairness/engine/shared_answers.h - answers that are kept, so that equal questions share their work.
#pragma once
#include <cstddef>
#include <functional>
#include <future>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "models/budget_fairness/engine/simulation.h"

namespace budget_fairness {

using Answer = std::shared_ptr<const Result>;

// Safe from all threads. Of more answers than are remembered the oldest goes first.
class SharedAnswers {
public:
    explicit SharedAnswers(std::size_t remembered) : remembered_(remembered) {}

    std::optional<Answer> known(const Fingerprint& question);
    // The answer that is known; else the one that somebody else is working out, when it is there; else that of `make`,
    // which is called without a lock. What it throws reaches everybody who waits, and nothing is kept.
    Answer ask(const Fingerprint& question, const std::function<Answer()>& make);

private:
    void remember(const Fingerprint& question, const Answer& answer);

    std::size_t remembered_;
    std::mutex mutex_;
    std::map<Fingerprint, Answer> answers_{};
    std::list<Fingerprint> order_{};  // oldest first
    std::map<Fingerprint, std::shared_future<Answer>> pending_{};
};

}  // namespace budget_fairness
