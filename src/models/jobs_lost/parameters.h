// models/jobs_lost/parameters.h - every number of the model that is no data: its value, its bounds, where it is from.
#pragma once
#include <span>
#include <string_view>

#include "base/problem.h"

namespace jobs_lost {

struct Parameter {
    std::string_view id;
    double value;
    double low, high;    // between which it may well lie
    base::Message what;  // for people
    base::Message why;   // source, or why it is assumed
};

namespace parameters {

extern const Parameter kDelta;                  // Flegg's exponent
extern const Parameter kShareOfTransfersSpent;  // of a dollar paid to people with little money
extern const Parameter kErrorOfPublished;       // one standard error of official multipliers, relative
extern const Parameter kErrorPerYear;           // added for each year between multipliers and cut, relative
extern const Parameter kErrorOfPay;             // of average pay where staff are cut, relative
extern const Parameter kTaxesOnPay;             // of a dollar of labour income

}  // namespace parameters

// All of them, for the method page.
std::span<const Parameter* const> all_parameters();

}  // namespace jobs_lost
