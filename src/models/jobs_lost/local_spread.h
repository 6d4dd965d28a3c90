// models/jobs_lost/local_spread.h - what a province's loss means for its towns.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "models/jobs_lost/estimate.h"
#include "models/jobs_lost/observations.h"

namespace jobs_lost {

struct Town {
    std::string name;
    double public_jobs = 0.0;            // people who work there for governments, schools, hospitals
    std::optional<double> labour_force;  // people at work or looking for work
    std::optional<double> unemployed;
};

struct TownLoss {
    std::string name;
    double jobs_public = 0.0, jobs_private = 0.0;
    std::optional<double> unemployment_before, unemployment_after;  // percent, where the town's figures are known
};

// Each town bears the share of the loss that it has of the public-sector employment of all of them: the jobs in the
// service itself, and with them those of suppliers and shops. The towns together are the whole province; the losses add
// up to the estimate. Unemployment counts every lost job as one more person looking for work, at most all who work.
// Empty where no town has public jobs.
std::vector<TownLoss> local_spread(const Estimate& estimate, const std::vector<Town>& towns);

// Employees of a province in public administration, education, and health care and social assistance together (NAICS
// 91, 61, 62: the three that statistics of communities have too), in the latest year that has all three. Businesses
// among them, such as doctors' offices, count too. nullopt: one of them was never published.
std::optional<YearValue> public_sector_employees(const Observations& observations, Jurisdiction place);

}  // namespace jobs_lost
