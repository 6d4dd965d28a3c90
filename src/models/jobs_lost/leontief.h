// models/jobs_lost/leontief.h - the Leontief model of one economy, factorised once and then asked many times.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "models/jobs_lost/grid.h"

namespace jobs_lost {

// Households as a sector, per unit: w (labour income per unit of output), h (purchases per unit of household income).
struct HouseholdCoefficients {
    std::vector<double> labour_income;  // n
    std::vector<double> purchases;      // n
    double own = 0.0;                   // labour income per unit of household income
};

// I - A, with A n x n (a_ij: what j buys of i per unit of its output). One LU factorisation with partial pivoting;
// every question after that is O(n^2). Only reads after it was built: any number of threads.
class Leontief {
public:
    // nullopt: I - A has no inverse, or one that is useless (reciprocal condition below 1e-12).
    static std::optional<Leontief> of(const Grid& coefficients);
    Leontief(Leontief&&) noexcept;
    Leontief& operator=(Leontief&&) noexcept;
    ~Leontief();

    std::size_t size() const;
    // x = L f: the output of every sector that final demand f needs.
    std::vector<double> output_for(std::span<const double> final_demand) const;
    // m' = e' L: per unit of final demand for j, the sum over i of e_i l_ij.
    std::vector<double> multipliers(std::span<const double> factor) const;
    // Column j of L.
    std::vector<double> column(std::size_t sector) const;

private:
    struct Factors;
    explicit Leontief(std::unique_ptr<Factors> factors);
    std::unique_ptr<Factors> factors_;
};

// The closed model, from the open one by the bordering formula (Miller & Blair, A.4): with s = 1 - w_h - w' L h,
//   e' L^ over the n sectors = e' L + (e' L h) (w' L) / s.
class ClosedLeontief {
public:
    // nullopt where s is not above 0: households would spend all they are paid, or more. `open` outlives it.
    static std::optional<ClosedLeontief> of(const Leontief& open, const HouseholdCoefficients& household);

    // The sum over the n sectors of e_i l^_ij, for every j.
    std::vector<double> multipliers(std::span<const double> factor) const;
    // The sum over the n sectors of e_i l^_i,household: what one more unit of household income brings about.
    double of_household_income(std::span<const double> factor) const;
    // Output of each sector for one more unit of household income.
    std::vector<double> output_for_household_income() const;

private:
    const Leontief* open_ = nullptr;
    std::vector<double> income_multipliers_{};   // w' L
    std::vector<double> output_of_purchases_{};  // L h
    double left_over_ = 1.0;                     // s
};

}  // namespace jobs_lost
