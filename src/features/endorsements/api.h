// features/endorsements/api.h - those who endorse, as JSON.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "features/endorsements/document_store.h"
#include "features/endorsements/endorsement.h"
#include "ports/api_operation.h"
#include "ports/petitions.h"

namespace endorsements {

struct Listed {
    const ports::PetitionFacts& petition;
    const std::vector<Endorsement>& counted;
    const std::map<EndorsementId, Document>& documents;  // of some of them
};

// {"petition":"slug","counts":{"organisation":3},"endorsements":[{"class":..,"name":..}]}: what the public list shows.
std::string json_of(const Listed& listed);

std::vector<ports::ApiOperation> api_operations();

}  // namespace endorsements
