// features/mail_returns/jobs.h - what happens by itself.
#pragma once
#include "features/mail_returns/services.h"
#include "platform/jobs/jobs.h"

namespace mail_returns {

// Each minute the Maildir is looked into, where there is one; each night what was kept for thirty days goes.
void add_jobs(jobs::Handlers& handlers, const Services& services);

}  // namespace mail_returns
