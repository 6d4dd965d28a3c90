// features/voices/jobs.h - what is made of uploads, files that nobody needs any more, and what goes with time.
#pragma once
#include <string>
#include <vector>

#include "features/voices/services.h"
#include "features/voices/voice.h"
#include "platform/db/database.h"
#include "platform/jobs/jobs.h"
#include "ports/check.h"
#include "ports/retention.h"

namespace voices {

// What the jobs work with; all of it outlives them.
struct Bench {
    db::Database& database;
    const Services& services;
};

// "voices.make" for one picture, "voices.forget" for one file, and the daily look for files that no voice needs: those
// of forms that were never sent in, or of a crash.
void add_jobs(jobs::Handlers& handlers, const Bench& bench);

// Makes this picture now instead of when its job's turn comes. Where the worker fails, the job will try again.
void make_at_once(const Bench& bench, VoiceId voice);

void order_making(db::Write& write, VoiceId voice);
// Orders that these files go, as soon as no voice needs them.
void order_forgetting(db::Write& write, const std::vector<std::string>& files);

// The kept tally agrees with the voices; every file of a voice is there.
ports::Check tally_check();
ports::Check files_check(const files::FileStore& files);

// Voices that nobody confirmed, uploads of those decided about, and those that are not shown.
std::vector<ports::RetentionRule> retention_rules();

}  // namespace voices
