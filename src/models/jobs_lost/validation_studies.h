// models/jobs_lost/validation_studies.h - what published studies and macroeconomic models found, beside this model.
#pragma once
#include <vector>

#include "models/jobs_lost/validation.h"

namespace jobs_lost {

// Adds a case for each finding. All are computed for Ontario, whose multipliers are official, with what falls in other
// provinces where the study counts the whole country. Nothing is added where Ontario has no data.
void add_studies(std::vector<ValidationCase>& cases, const Economies& economies);

}  // namespace jobs_lost
