// models/jobs_lost/estimate_steps.h - the working of an estimate, said in sentences with numbers.
#pragma once
#include <vector>

#include "models/jobs_lost/estimate.h"
#include "models/jobs_lost/question.h"

namespace jobs_lost {

// From the amount to the range; `parts` are the steps of the loss.
std::vector<Step> working_of(const Estimate& estimate, const Question& question, std::vector<Step> parts);

// What is unusual about the question.
std::vector<Step> caveats_of(const Question& question);

}  // namespace jobs_lost
