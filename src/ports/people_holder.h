// ports/people_holder.h - what `people` itself holds about a person, for the ports: who they are and their consents.
#pragma once
#include "ports/person_data.h"
#include "ports/person_facts.h"

namespace ports {

// Under the name "people": {"person": {...} or null, "consents": [...]}, and of a known person "addresses", "tags" and
// "answers" with their history. Erasing empties the person and takes the
// network addresses out of the consents; that a consent was given or withdrawn stays, as the law asks.
PersonDataHolder people_holder();

// Each consent and withdrawal as a sentence.
FactProvider consent_facts();

}  // namespace ports
