// features/petitions/invalidation_work_service.h - batches at work in the background: step by step, each step durable,
// so that a crash loses nothing, sign-ons go on between two steps, and staff can stop it at any time.
#pragma once
#include "features/petitions/invalidation.h"
#include "platform/db/database.h"
#include "platform/i18n/time_zone.h"
#include "platform/jobs/jobs.h"
#include "ports/count_changes.h"

namespace petitions {

// All of it outlives the jobs.
struct BatchTools {
    db::Database& database;
    const ports::CountChanges& changes;
    i18n::TimeZone zone;  // in which the times of conditions are written
};

// Whether there is more to do.
enum class Rest : unsigned char { none, some };

// Looks at the next stretch of signatures and invalidates some thousand of them at most, telling the steps of the
// count. none: the batch is done, or was stopped, or is none of those at work.
Rest step_forward(const BatchTools& tools, InvalidationId batch);

// Puts some thousand back. none: all of them are.
Rest step_back(const BatchTools& tools, InvalidationId batch);

// Orders the work in the transaction that approves a batch, or asks to undo it.
void order_work(db::Write& write, InvalidationId batch);

// "petitions.invalidation": steps forward or back, whichever the batch is in, for some minutes, then orders itself
// anew.
void add_invalidation_jobs(jobs::Handlers& handlers, const BatchTools& tools);

}  // namespace petitions
