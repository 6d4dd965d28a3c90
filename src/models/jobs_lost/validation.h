// models/jobs_lost/validation.h - published results beside ours, computed anew from the shipped figures whenever asked:
// the table of the method page, and the test that keeps it true.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "models/jobs_lost/economy.h"

namespace jobs_lost {

enum class ValidationGroup : unsigned char {
    textbook,         // Miller & Blair, and manuals of statistical offices: the same table in, the same multipliers out
    office,           // the official multipliers of a country, from its official table
    regionalisation,  // the estimate by location quotients against official multipliers of Ontario
    study,            // what published studies said about real cuts
    macro,            // multipliers of a macroeconomic model
};
base::Message name_of(ValidationGroup group);

// One figure. It holds where ours lies within the band: lowest <= ours / published <= highest.
struct ValidationCase {
    ValidationGroup group;
    std::string_view id;  // "germany_1995.output.construction_group"
    base::Message what;   // "Output multiplier of {sector}"
    std::string sector;   // for {sector}; "" where `what` has none
    std::string source;   // for people, not translated
    double published, ours;
    double lowest, highest;     // the stated band
    int decimals;               // of the published figure
    base::Message explanation;  // why they differ; for exact cases that the difference is rounding

    bool holds() const { return ours >= lowest * published && ours <= highest * published; }
};

// In the order of the groups. `economies` are those that answer visitors (shipped or imported).
std::vector<ValidationCase> validation_cases(const Economies& economies);

// How far estimates by location quotients are from Ontario's official multipliers, over its industries.
struct RegionalisationError {
    double mean_relative;        // of total jobs multipliers; below 0: estimates are too low
    double root_mean_square;     // relative
    double worst;                // relative, the largest of one industry
    std::string worst_industry;  // its code
    double public_services;      // root mean square over GS610, GS620, GS912, GS913, BS620 and NP000
};
RegionalisationError regionalisation_error(const Observations& observations);

}  // namespace jobs_lost
