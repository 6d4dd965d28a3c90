// models/jobs_lost/location_quotients.h - a province's table from the country's, by Flegg's location quotients (FLQ).
#pragma once
#include <span>
#include <vector>

#include "models/jobs_lost/grid.h"
#include "models/jobs_lost/national_sectors.h"

namespace jobs_lost {

// One sector's place in the province: employment of the sector over all employment, in the province by that of the
// country (the simple location quotient). 1: as important as in the whole country.
struct RegionalWeights {
    std::vector<double> location_quotients;  // n, above 0
    std::vector<Traded> traded;              // n
    double share_of_nation = 0.0;            // of all employment; above 0, at most 1
    double delta = 0.25;                     // Flegg's exponent
};

// lambda = [log2(1 + share of the nation)]^delta: small provinces buy more from outside.
double lambda_of(const RegionalWeights& weights);

// For a sector i that is traded between provinces:
//   a^r_ij = a_ij min(1, FLQ_ij), FLQ_ij = CILQ_ij lambda, CILQ_ij = LQ_i / LQ_j for i != j, LQ_i for i = j.
// For one that is bought on the spot: a^r_ij = a_ij min(1, LQ_i). Flegg's lambda stands for trade between regions;
// where there is hardly any it would make shops and homes of small provinces lie elsewhere. Source: Flegg, Webber &
// Elliott 1995; Flegg & Webber 1997 (lambda); delta 0.25 +- 0.05: Flegg & Tohmo 2013.
Grid regional_coefficients(const Grid& national, const RegionalWeights& weights);

// Purchases of households: h^r_i = h_i min(1, LQ_i lambda), and h_i min(1, LQ_i) on the spot.
std::vector<double> regional_purchases(std::span<const double> national, const RegionalWeights& weights);

}  // namespace jobs_lost
