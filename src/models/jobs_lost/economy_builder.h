// models/jobs_lost/economy_builder.h - from rows of official tables to the model of every province.
#pragma once
#include <map>
#include <optional>
#include <vector>

#include "models/jobs_lost/economy.h"
#include "models/jobs_lost/national_sectors.h"
#include "models/jobs_lost/observations.h"
#include "models/jobs_lost/regional_model.h"

namespace jobs_lost {

// What all economies are built upon.
struct Foundations {
    std::map<Jurisdiction, Economy> published;  // with industries, year and spending of pay
    std::optional<Jurisdiction> reference;      // whose published coefficients the national table gets
    std::optional<NationalModel> national;      // where there is a reference
    double share_of_pay_spent = 0.0;            // so that the reference's induced jobs come out right in sum
    double root_mean_square_error = 0.0;        // of estimated total jobs multipliers against the reference's
};
Foundations foundations_of(const Observations& observations);

// The 31 industries of a place for which nothing is published: direct coefficients of the reference; what follows by
// the regional model.
std::vector<IndustryMultipliers> estimated_industries(const RegionalModel& model, const Foundations& foundations);

}  // namespace jobs_lost
