// features/integrations/jobs.h - deliveries to webhooks, news of people for them, and the sweep of the night.
#pragma once
#include "features/integrations/services.h"
#include "platform/jobs/jobs.h"

namespace integrations {

inline constexpr auto kDeliverJob = "integrations.deliver";  // payload: a delivery's number
inline constexpr auto kNewsJob = "integrations.news";        // payload: as people/person_news.h says
inline constexpr auto kSweepJob = "integrations.sweep";

// The services outlive the handlers.
void add_jobs(jobs::Handlers& handlers, const Services& services);

}  // namespace integrations
