// features/petitions/count_change.h - a step of one signature, as listeners of the count hear it.
#pragma once
#include <string>

#include "features/petitions/signature.h"
#include "ports/count_changes.h"

namespace petitions {

// "CA-ON" and its like for a Canadian postal code, else the country's two letters (ISO 3166): what statistics group by.
std::string region_of(const std::string& country, const std::string& postal_code);

// What becomes of this signature, as it stood before.
struct StepTaken {
    ports::CountStep step;
    base::Instant at;
};
ports::CountChange change_of(const Signature& signature, const StepTaken& taken);

}  // namespace petitions
