#include "models/jobs_lost/leontief.h"

#include <numeric>

#include <Eigen/Dense>

#include "base/check.h"

namespace jobs_lost {
namespace {

constexpr double kWorstCondition = 1e-12;
constexpr double kLeastLeftOver = 1e-9;

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Eigen::Map<const Eigen::VectorXd> vector_of(std::span<const double> values) {
    return {values.data(), static_cast<Eigen::Index>(values.size())};
}

std::vector<double> plain(const Eigen::VectorXd& vector) { return {vector.begin(), vector.end()}; }

double product(std::span<const double> left, std::span<const double> right) {
    return std::inner_product(left.begin(), left.end(), right.begin(), 0.0);
}

}  // namespace

struct Leontief::Factors {
    Eigen::PartialPivLU<Eigen::MatrixXd> lu;
};

Leontief::Leontief(std::unique_ptr<Factors> factors) : factors_(std::move(factors)) {}
Leontief::Leontief(Leontief&&) noexcept = default;
Leontief& Leontief::operator=(Leontief&&) noexcept = default;
Leontief::~Leontief() = default;

std::optional<Leontief> Leontief::of(const Grid& coefficients) {
    const auto size = static_cast<Eigen::Index>(coefficients.rows());
    CHECK(coefficients.columns() == coefficients.rows());
    const Eigen::Map<const RowMajor> inputs(coefficients.data(), size, size);
    Eigen::MatrixXd matrix = -inputs;
    matrix.diagonal().array() += 1.0;
    auto factors = std::make_unique<Factors>(Factors{Eigen::PartialPivLU<Eigen::MatrixXd>(matrix)});
    const double condition = size == 0 ? 1.0 : factors->lu.rcond();
    if (!(condition > kWorstCondition)) return std::nullopt;
    return Leontief{std::move(factors)};
}

std::size_t Leontief::size() const { return static_cast<std::size_t>(factors_->lu.rows()); }

std::vector<double> Leontief::output_for(std::span<const double> final_demand) const {
    CHECK(final_demand.size() == size());
    return plain(factors_->lu.solve(vector_of(final_demand)));
}

std::vector<double> Leontief::multipliers(std::span<const double> factor) const {
    CHECK(factor.size() == size());
    return plain(factors_->lu.transpose().solve(vector_of(factor)));
}

std::vector<double> Leontief::column(std::size_t sector) const {
    return plain(factors_->lu.solve(
        Eigen::VectorXd::Unit(static_cast<Eigen::Index>(size()), static_cast<Eigen::Index>(sector))));
}

std::optional<ClosedLeontief> ClosedLeontief::of(const Leontief& open, const HouseholdCoefficients& household) {
    ClosedLeontief closed;
    closed.open_ = &open;
    closed.income_multipliers_ = open.multipliers(household.labour_income);
    closed.output_of_purchases_ = open.output_for(household.purchases);
    closed.left_over_ = 1.0 - household.own - product(household.labour_income, closed.output_of_purchases_);
    if (!(closed.left_over_ > kLeastLeftOver)) return std::nullopt;
    return closed;
}

std::vector<double> ClosedLeontief::multipliers(std::span<const double> factor) const {
    std::vector<double> sums = open_->multipliers(factor);
    const double by_income = of_household_income(factor);
    for (std::size_t j = 0; j < sums.size(); ++j) sums[j] += by_income * income_multipliers_[j];
    return sums;
}

double ClosedLeontief::of_household_income(std::span<const double> factor) const {
    return product(factor, output_of_purchases_) / left_over_;
}

std::vector<double> ClosedLeontief::output_for_household_income() const {
    std::vector<double> output = output_of_purchases_;
    for (double& value : output) value /= left_over_;
    return output;
}

}  // namespace jobs_lost
