// features/privacy/incident.h - what went wrong with personal data, as the register keeps it. Pure.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/problem.h"
#include "base/result.h"

namespace privacy {

using IncidentId = base::Id<struct IncidentTag>;

// Of serious injury to somebody. Stored by number.
enum class Risk : unsigned char { not_judged = 0, none_seen = 1, serious = 2 };

struct IncidentForm {
    std::string title, noticed_on, happened, affected, affected_count, risk, risk_reason, notified;
};
struct IncidentPlan {
    std::string title, noticed_on, happened, affected;
    std::int64_t affected_count = 0;
    Risk risk = Risk::not_judged;
    std::string risk_reason, notified;
};
struct IncidentNote {
    std::string words;
    base::Instant recorded_at{};
    std::string recorded_by;
};
struct Incident {
    IncidentId id;
    IncidentPlan plan;
    base::Instant recorded_at{};
    std::string recorded_by;
    std::vector<IncidentNote> notes{};  // oldest first
};

// Everything wrong at once. Title, day, what happened and who is affected are needed; a judged risk has a reason.
base::Result<IncidentPlan, base::Problems> read_incident(const IncidentForm& form);

// The register as a file: a line for each incident and each note; cells that a spreadsheet would run are quoted by an
// apostrophe.
std::string csv_of(const std::vector<Incident>& incidents);

}  // namespace privacy
