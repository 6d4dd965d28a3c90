// features/count_proof/jobs.h - the head of every minute, and what `alltogether check` looks at.
#pragma once
#include <vector>

#include "features/count_proof/log_service.h"
#include "platform/jobs/jobs.h"
#include "ports/check.h"
#include "ports/signers.h"

namespace count_proof {

void add_jobs(jobs::Handlers& handlers, const LogKeeper& keeper);

// The log hashed and counted anew, and its counts held against those that the petitions keep.
std::vector<ports::Check> checks(const ports::Signers& signers);

}  // namespace count_proof
