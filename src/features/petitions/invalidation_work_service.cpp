#include "features/petitions/invalidation_work_service.h"

#include <algorithm>
#include <chrono>

#include "base/whole_number.h"
#include "features/petitions/invalidation_conditions_service.h"
#include "features/petitions/invalidation_scan_store.h"
#include "features/petitions/invalidation_store.h"
#include "platform/db/id_time.h"

namespace petitions {
namespace {

constexpr std::string_view kJob = "petitions.invalidation";
constexpr std::int64_t kStretch = 100'000;      // signatures looked at in a step,
constexpr std::int64_t kMostMoved = 1'000;      // and moved: a few milliseconds of the writer
constexpr std::chrono::minutes kMostAtOnce{4};  // a job holds its lease for ten

// The next step of a batch: what lies behind the last one, as far as one step goes.
store::InvalidationStep next_step(db::Read& read, const Invalidation& batch, const Conditions& conditions) {
    const SignatureId before{std::max(batch.looked_to.value, db::least_id_at(conditions.from) - 1)};
    const store::Stretch rest{before, batch.up_to};
    const store::Stretch stretch{before, store::end_of(read, batch.petition, rest, kStretch).value_or(batch.up_to)};
    const auto candidates = store::matching(read, batch.petition, conditions, {stretch, kMostMoved});
    store::InvalidationStep step{{}, stretch.up_to};
    if (std::ssize(candidates) == kMostMoved) step.looked_to = candidates.back().id;
    for (const auto& candidate : candidates)
        if (conditions.passes(candidate.network, candidate.country, candidate.postal_code))
            step.signatures.push_back(candidate.id);
    return step;
}

std::optional<Invalidation> batch_in(const BatchTools& tools, InvalidationId id, BatchState state) {
    auto batch = tools.database.read([id](db::Read& read) { return store::find_invalidation(read, id); });
    return batch && batch->state == state ? std::move(batch) : std::nullopt;
}

Rest step(const BatchTools& tools, InvalidationId id) {
    const auto batch = tools.database.read([id](db::Read& read) { return store::find_invalidation(read, id); });
    if (!batch || !batch->is_moving()) return Rest::none;
    return batch->state == BatchState::at_work ? step_forward(tools, id) : step_back(tools, id);
}

void work(const BatchTools& tools, const jobs::Job& job) {
    const auto id = base::id_from<InvalidationId>(job.payload);
    if (!id) return;
    const auto end = std::chrono::steady_clock::now() + kMostAtOnce;
    while (step(tools, *id) == Rest::some)
        if (std::chrono::steady_clock::now() >= end)
            return tools.database.write([&](db::Write& write) { order_work(write, *id); });
}

}  // namespace

Rest step_forward(const BatchTools& tools, InvalidationId id) {
    const auto batch = batch_in(tools, id, BatchState::at_work);
    if (!batch) return Rest::none;
    const auto conditions = read_conditions(conditions_of(batch->conditions), tools.zone);
    if (!conditions) return Rest::none;
    const auto step = tools.database.read([&](db::Read& read) { return next_step(read, *batch, *conditions); });
    const bool has_stepped = tools.database.write([&](db::Write& write) {
        const auto changes = store::invalidate(write, *batch, step);
        if (changes) tools.changes.tell(write, *changes);
        return changes.has_value();
    });
    return has_stepped && step.looked_to < batch->up_to ? Rest::some : Rest::none;
}

Rest step_back(const BatchTools& tools, InvalidationId id) {
    const auto batch = batch_in(tools, id, BatchState::being_undone);
    if (!batch) return Rest::none;
    const auto held = tools.database.read([id](db::Read& read) { return store::held_by(read, id, kMostMoved); });
    tools.database.write([&](db::Write& write) {
        tools.changes.tell(write, store::restore(write, *batch, held));
        if (std::ssize(held) < kMostMoved) store::end_undo(write, id);
    });
    return std::ssize(held) < kMostMoved ? Rest::none : Rest::some;
}

void order_work(db::Write& write, InvalidationId batch) {
    jobs::queue(write, {std::string{kJob}, std::to_string(batch.value)});
}

void add_invalidation_jobs(jobs::Handlers& handlers, const BatchTools& tools) {
    handlers.add(kJob, [tools](const jobs::Job& job) { work(tools, job); });
}

}  // namespace petitions
