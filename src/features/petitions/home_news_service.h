// features/petitions/home_news_service.h - what the first page of staff says about petitions.
#pragma once
#include "features/petitions/live_counts_service.h"
#include "ports/sign_on_guard.h"
#include "ports/staff_home.h"

namespace petitions {

// A figure for every petition that takes signatures; a task for every text that is missing or not published. Only about
// petitions of levels where this person writes.
ports::HomeProvider home_news(const LiveCounts& counts);

// What waits for whoever may judge signatures: odd ones to look at, batches to approve. `guard` outlives it.
ports::HomeProvider review_news(const ports::SignOnGuard& guard);

}  // namespace petitions
