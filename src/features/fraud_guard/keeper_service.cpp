#include "features/fraud_guard/keeper_service.h"

#include <algorithm>
#include <chrono>
#include <iterator>

#include "features/fraud_guard/store.h"
#include "platform/runtime/log.h"

namespace fraud_guard {
namespace {

constexpr base::Duration kForgetEvery = base::minutes(10);
constexpr base::Duration kLongestCommit = base::seconds(2);  // what another server keeps shows up within it

std::string number(ports::LoadStep step) { return std::to_string(static_cast<int>(step)); }

const char* on_or_off(const std::optional<base::Instant>& pressure) { return pressure ? "on" : "off"; }

}  // namespace

Keeper::Keeper(const Kept& kept)
    : kept_(kept),
      pressure_gauge_(kept.metrics.gauge(
          {"alltogether_sign_on_pressure", "Whether a proof of work is asked of browsers (1) or not (0)", {}})),
      step_gauge_(kept.metrics.gauge(
          {"alltogether_load_step",
           "What is left out under load: 0 nothing, 1 search, 2 statistics, 3 live pushes, 4 sign-ons stand in line",
           {}})) {
    const auto now = kept_.database.now();
    kept_.guard.used_proofs().restore(
        kept_.database.read([&](db::Read& read) { return store::used_proofs(read, now); }));
    forgot_at_ = now;
    keep();
    thread_ = std::thread{[this] { work(); }};
}

Keeper::~Keeper() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
    try {
        write_used();
    } catch (const std::exception& fault) {
        runtime::log_warning("used puzzles are not kept", {{"reason", fault.what()}});
    }
}

void Keeper::keep() {
    const std::lock_guard lock{keeping_};
    read();
    kept_.guard.tend(kept_.database.now());
    write_used();
    log_switches();
}

void Keeper::work() {
    std::unique_lock lock{mutex_};
    const std::chrono::microseconds pause{kKeepEvery.microseconds};
    while (!wake_.wait_for(lock, pause, [this] { return stopping_; })) {
        lock.unlock();
        try {
            keep();
        } catch (const db::Fault& fault) {  // the last settings stand until the database is back
            runtime::log_warning("the fraud guard's settings are not refreshed", {{"reason", fault.what()}});
        }
        lock.lock();
    }
}

void Keeper::read() {
    kept_.database.read([&](db::Read& read) {
        const auto settings = store::settings(read);
        Policy policy = policy_of(kept_.limits, settings);
        policy.lists = lists_of(store::list_entries(read), kept_.database.now());
        kept_.guard.used_proofs().restore(store::used_since(read, kept_.database.now() - kLongestCommit));
        kept_.ladder.hold(static_cast<ports::LoadStep>(policy.least_load_step));
        kept_.guard.follow(std::move(policy));
    });
}

// Those used within the last half second before a crash may be used once more, and so for a second on another server;
// nothing else.
void Keeper::write_used() {
    std::ranges::move(kept_.guard.used_proofs().take_new(), std::back_inserter(unsaved_));
    const auto now = kept_.database.now();
    const bool is_due = now - forgot_at_ >= kForgetEvery;
    if (unsaved_.empty() && !is_due) return;
    kept_.database.write([&](db::Write& write) {
        store::keep_used(write, unsaved_);
        if (is_due) store::forget_expired(write);
    });
    unsaved_.clear();
    if (is_due) forgot_at_ = now;
}

void Keeper::log_switches() {
    const auto pressure = kept_.guard.pressure_since();
    const auto step = kept_.ladder.step();
    pressure_gauge_.set(pressure ? 1 : 0);
    step_gauge_.set(static_cast<double>(step));
    if (pressure.has_value() == pressure_.has_value() && step == step_) return;
    kept_.database.write([&](db::Write& write) {
        if (pressure.has_value() != pressure_.has_value())
            store::log_own(write, {"pressure", on_or_off(pressure_), on_or_off(pressure)});
        if (step != step_) store::log_own(write, {"load_step", number(step_), number(step)});
    });
    pressure_ = pressure;
    step_ = step;
}

}  // namespace fraud_guard
