// features/politician_tracker/positions_store.h - where one politician stands on every petition.
#pragma once
#include <string>
#include <vector>

#include "features/politician_tracker/politician.h"
#include "platform/db/transaction.h"

namespace politician_tracker::store {

// Of everybody who holds or held this office.
std::vector<Politician> of_office(db::Read& read, Office office);

struct CurrentPosition {
    PetitionId petition;
    Stand stand;
    std::string on_date, evidence_en, evidence_fr, evidence_url;
};
// Those that nothing replaced, newest first.
std::vector<CurrentPosition> current_positions(db::Read& read, PoliticianId politician);

}  // namespace politician_tracker::store
