// features/privacy/incident_store.h - the register of incidents. Rows are added, never changed.
#pragma once
#include <optional>
#include <vector>

#include "features/privacy/incident.h"
#include "platform/db/transaction.h"

namespace privacy::store {

IncidentId record_incident(db::Write& write, const Incident& incident);  // its id, time and notes are ignored
void add_note(db::Write& write, IncidentId incident, const IncidentNote& note);
std::vector<Incident> incidents(db::Read& read);  // newest first, with their notes
std::optional<Incident> find_incident(db::Read& read, IncidentId id);

}  // namespace privacy::store
