#include "models/jobs_lost/location_quotients.h"

#include <algorithm>
#include <cmath>

namespace jobs_lost {

double lambda_of(const RegionalWeights& weights) {
    return std::pow(std::log2(1.0 + weights.share_of_nation), weights.delta);
}

Grid regional_coefficients(const Grid& national, const RegionalWeights& weights) {
    const double lambda = lambda_of(weights);
    const auto& quotients = weights.location_quotients;
    Grid regional{{national.rows(), national.columns()}};
    for (std::size_t i = 0; i < national.rows(); ++i)
        for (std::size_t j = 0; j < national.columns(); ++j) {
            const double across = i == j ? quotients[i] : quotients[i] / quotients[j];
            regional[{i, j}] = national[{i, j}] * std::min(1.0, across * lambda);
        }
    return regional;
}

std::vector<double> regional_purchases(std::span<const double> national, const RegionalWeights& weights) {
    const double lambda = lambda_of(weights);
    std::vector<double> regional(national.begin(), national.end());
    for (std::size_t i = 0; i < regional.size(); ++i)
        regional[i] *= std::min(1.0, weights.location_quotients[i] * lambda);
    return regional;
}

}  // namespace jobs_lost
