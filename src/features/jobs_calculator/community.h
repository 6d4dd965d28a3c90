// features/jobs_calculator/community.h - what a cut means for one community, from three numbers that people find in its
// census profile. Pure.
#pragma once
#include <optional>
#include <string>

#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "models/jobs_lost/estimate.h"
#include "models/jobs_lost/local_spread.h"

namespace jobs_calculator {

// As typed. The names of the fields and of the members of a link are these with community_ before them.
struct CommunityForm {
    std::string in;            // code of the province that it lies in: the rest counts in that province only
    std::string public_jobs;   // people who work in public services there, or "2.5%" of the province's
    std::string labour_force;  // people at work or looking for work
    std::string unemployed;
    bool operator==(const CommunityForm&) const = default;
};

struct Community {
    CommunityForm form;        // as both languages read it: what links hold
    double share;              // of the province's public-sector employment, above 0, at most 1
    jobs_lost::TownLoss loss;  // its share of the estimate
    jobs_lost::Range range;    // of all its jobs lost
    double jobs() const { return loss.jobs_public + loss.jobs_private; }
};

// What the community's part is measured by.
struct Province {
    const jobs_lost::Estimate& estimate;
    std::optional<jobs_lost::YearValue> public_sector;  // its employees; none: not published
};

// The community's part of the loss; nothing where nothing was typed, or for another province. Problems under the names
// of the fields: numbers that are none, more people than the province has, the one of two that unemployment needs.
base::Result<std::optional<Community>, base::Problems> read_community(const CommunityForm& form,
                                                                      const Province& province, base::Locale locale);

// "&community_in=ON&community_public_jobs=1200", escaped.
std::string query_of(const CommunityForm& form);

}  // namespace jobs_calculator
