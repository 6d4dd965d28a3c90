// models/jobs_lost/question.h - a cut that makes sense, and what the model has to answer it with.
#pragma once
#include <optional>

#include "models/jobs_lost/economy.h"
#include "models/jobs_lost/estimate.h"
#include "models/jobs_lost/government_function.h"

namespace jobs_lost {

struct Question {
    Cut cut;
    const Economy* economy;
    const GovernmentFunction* function;
    Kind kind;
    int year;
    double dollars;  // a year, of that year
};

// The question, or everything that is wrong with it (estimate_jobs_lost says which fields).
base::Result<Question, base::Problems> understood(const Cut& cut, const Economies& economies);

// A percentage is of the latest known spending. Where the cut is of another year, that spending goes along with prices:
// the factor between them; 1 for an amount in dollars.
double price_since_spending(const Question& question);

// A price index in one year. After the last known year it grows on at the mean of the ten years before.
struct PriceLevel {
    double index;
    std::optional<double> carried_on_by;  // percent a year
};

// Dollars of the cut's year over dollars of the multipliers' base year. Payments to people go by consumer prices,
// everything else by those of government services.
struct Deflator {
    double ratio;
    PriceLevel then, base;
    int last_known_year;
};
Deflator deflator_of(const Question& question);

}  // namespace jobs_lost
