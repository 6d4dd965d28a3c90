// features/petitions/reader_service.h - what other slices read of petitions, through ports/petitions.h.
#pragma once
#include "features/petitions/live_counts_service.h"
#include "ports/count_changes.h"
#include "ports/petitions.h"

namespace petitions {

// `counts` outlives the reader.
ports::PetitionReader reader(const LiveCounts& counts);

// Follows the steps of the counts that other slices keep: of officials, candidates, organisations and municipalities.
ports::CountListener endorser_listener();

}  // namespace petitions
