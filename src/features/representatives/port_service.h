// features/representatives/port_service.h - what other slices ask (ports/representatives.h), answered from memory.
#pragma once
#include "features/representatives/tables_service.h"
#include "ports/person_facts.h"
#include "ports/representatives.h"

namespace representatives {

ports::FoundPlace look_up(const Tables& tables, const people::PostalCode& code);
std::vector<ports::Representative> where(const Tables& tables, const ports::RepresentativeQuery& query);

// The tables outlive what it gives.
ports::Representatives port(LiveTables& tables);

// The federal and provincial riding of a person, where their postal code tells it: for staff.
ports::FactProvider person_facts(LiveTables& tables);

}  // namespace representatives
