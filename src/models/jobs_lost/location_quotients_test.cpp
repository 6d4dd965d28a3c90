// A province's table from the country's.
#include "models/jobs_lost/location_quotients.h"

#include <cmath>

#include <gtest/gtest.h>

namespace jobs_lost {
namespace {

// Expected values by hand: lambda = log2(1.25)^0.25 = 0.321928^0.25 = 0.753251 (bc: e(0.25*l(l(1.25)/l(2)))).
RegionalWeights a_quarter_of_the_country() {
    return {{0.8, 1.6, 0.5}, {Traded::between_provinces, Traded::between_provinces, Traded::on_the_spot}, 0.25, 0.25};
}

TEST(LocationQuotients, MakeSmallProvincesBuyMoreFromOutside) {
    EXPECT_NEAR(lambda_of(a_quarter_of_the_country()), 0.753251, 1e-6);
    EXPECT_DOUBLE_EQ(lambda_of({{}, {}, 1.0, 0.25}), 1.0) << "the whole country is its own supplier";
}

TEST(LocationQuotients, KeepOfEachFlowWhatTheProvinceCanSupply) {
    Grid national{{3, 3}};
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j) national[{i, j}] = 0.1;
    const Grid regional = regional_coefficients(national, a_quarter_of_the_country());
    EXPECT_NEAR((regional[{0, 0}]), 0.1 * 0.8 * 0.753251, 1e-7) << "on the diagonal its own quotient";
    EXPECT_NEAR((regional[{0, 1}]), 0.1 * 0.5 * 0.753251, 1e-7) << "0.8 / 1.6";
    EXPECT_NEAR((regional[{1, 0}]), 0.1, 1e-12) << "2 lambda is above 1: nothing more than the country's";
    EXPECT_NEAR((regional[{2, 0}]), 0.1 * 0.5, 1e-12) << "bought on the spot: its own quotient, no lambda";
    EXPECT_NEAR((regional[{2, 2}]), 0.1 * 0.5, 1e-12);
}

TEST(LocationQuotients, KeepOfWhatHouseholdsBuyWhatTheProvinceCanSupply) {
    const double national[] = {0.2, 0.3, 0.4};
    const auto regional = regional_purchases(national, a_quarter_of_the_country());
    EXPECT_NEAR(regional[0], 0.2 * 0.8 * 0.753251, 1e-7);
    EXPECT_NEAR(regional[1], 0.3, 1e-12);
    EXPECT_NEAR(regional[2], 0.4 * 0.5, 1e-12);
}

}  // namespace
}  // namespace jobs_lost
