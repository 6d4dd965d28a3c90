// models/jobs_lost/regional_model.h - the national table turned into a province's, and what it says of industries for
// which nothing is published there.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/jobs_lost/economy.h"
#include "models/jobs_lost/leontief.h"
#include "models/jobs_lost/location_quotients.h"
#include "models/jobs_lost/observations.h"

namespace jobs_lost {

// Per million dollars (jobs) or per dollar of output, of each sector of the national table.
struct FactorCoefficients {
    std::vector<double> jobs, gdp, labour_income;
};

// The national table per unit of output, with the coefficients that it lacks taken from a published economy.
struct NationalModel {
    std::vector<std::string> codes;
    Grid inputs;                           // n x n, domestic
    std::vector<double> imports;           // n, per unit of output
    std::vector<double> output;            // n, for weighing sectors
    std::vector<double> household_shares;  // n: of a dollar that households spend, what domestic sectors get
    FactorCoefficients factors;
};

// nullopt where the observations hold no national table, or one of other sectors than national_sectors().
std::optional<NationalModel> national_model_of(const Observations& observations, const Economy& reference);

// How the province differs: employment of the latest years. nullopt where its employment is not known.
std::optional<RegionalWeights> weights_of(const Observations& observations, Jurisdiction jurisdiction);

// The table of one place: a province, or the whole country.
class RegionalModel {
public:
    RegionalModel(const NationalModel& national, const RegionalWeights& weights);
    explicit RegionalModel(const NationalModel& national);

    // Dollars of pay per dollar of the industry's own output, and how much of all pay is spent.
    struct Pay {
        double direct;
        double share_spent;
    };
    // What follows a million dollars of an industry's output beyond its own direct effects (direct is 0 here). Induced
    // effects follow the pay in the industry itself and among its suppliers.
    struct FollowingEffects {
        Effect output, jobs, gdp, labour_income;
    };
    FollowingEffects following(std::string_view industry, const Pay& pay) const;

    // A million dollars of pay that is spent or not.
    SpendingOfPay spending_of_pay(double share_of_pay_spent) const;
    // Where indirect jobs of an industry are, and where induced jobs are.
    Shares suppliers(std::string_view industry) const;
    Shares shops() const;
    // Who sells what an industry buys; the rest comes from outside.
    Shares purchases(std::string_view industry) const;

    // The share of pay spent that gives this many induced jobs per million dollars of pay: with P = e' L h jobs and
    // b = w' L h pay that a dollar of household spending brings about, k = c P / (1 - c b), so c = k / (P + k b).
    double share_of_pay_spent_for(double jobs_per_million_of_pay) const;

private:
    void prepare();
    std::vector<double> inputs_of(std::string_view industry) const;
    Shares shown(std::span<const double> by_sector) const;

    const NationalModel* national_;
    Grid inputs_;
    std::vector<double> household_shares_;
    std::optional<Leontief> leontief_;
    std::vector<double> output_of_spending_;  // L h
    struct Rows {
        std::vector<double> output, jobs, gdp, labour_income;  // e' L
    } multipliers_;
};

}  // namespace jobs_lost
