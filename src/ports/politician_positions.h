// ports/politician_positions.h - where a politician stands on pledges, for other slices. The politician tracker gives
// it; app fills it in.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/locale.h"
#include "people/office.h"
#include "platform/db/transaction.h"
#include "ports/petition_terms.h"

namespace ports {

// Who is meant, across slices: the same name (case, accents and dashes aside) in the same office of the same region.
struct PoliticianKey {
    std::string name;
    people::Office office;
    std::string region;  // "ON"; empty: the whole country
};

struct PoliticianPosition {
    PetitionId petition;
    std::string title, path;  // of the petition, in the language asked for
    std::string stand;        // "signed", "declined", "asked", "no_answer"
    std::string label;        // the same in words
    std::string on_date;      // "2026-11-03"
    std::string evidence, evidence_url;
};

struct PoliticianPositions {
    // Newest first; none while an election that concerns them is near.
    std::function<std::vector<PoliticianPosition>(db::Read&, const PoliticianKey&, base::Locale)> of{};
};

}  // namespace ports
