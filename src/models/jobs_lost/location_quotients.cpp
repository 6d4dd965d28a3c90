#include "models/jobs_lost/location_quotients.h"

#include <algorithm>
#include <cmath>

namespace jobs_lost {

double lambda_of(const RegionalWeights& weights) {
    return std::pow(std::log2(1.0 + weights.share_of_nation), weights.delta);
}

namespace {

// What of the purchases from sector i stays in the province; `quotient` is LQ_i or CILQ_ij.
double kept_share(const RegionalWeights& weights, std::size_t i, double quotient) {
    if (weights.traded[i] == Traded::on_the_spot) return std::min(1.0, weights.location_quotients[i]);
    return std::min(1.0, quotient * lambda_of(weights));
}

}  // namespace

Grid regional_coefficients(const Grid& national, const RegionalWeights& weights) {
    const auto& quotients = weights.location_quotients;
    Grid regional{{national.rows(), national.columns()}};
    for (std::size_t i = 0; i < national.rows(); ++i)
        for (std::size_t j = 0; j < national.columns(); ++j) {
            const double across = i == j ? quotients[i] : quotients[i] / quotients[j];
            regional[{i, j}] = national[{i, j}] * kept_share(weights, i, across);
        }
    return regional;
}

std::vector<double> regional_purchases(std::span<const double> national, const RegionalWeights& weights) {
    std::vector<double> regional(national.begin(), national.end());
    for (std::size_t i = 0; i < regional.size(); ++i)
        regional[i] *= kept_share(weights, i, weights.location_quotients[i]);
    return regional;
}

}  // namespace jobs_lost
