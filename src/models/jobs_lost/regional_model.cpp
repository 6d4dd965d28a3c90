#include "models/jobs_lost/regional_model.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/check.h"
#include "models/jobs_lost/national_sectors.h"

namespace jobs_lost {
namespace {

constexpr std::string_view kAllIndustries = "Industrial aggregate including unclassified businesses";
constexpr double kSmallestQuotient = 0.01;  // a sector that is hardly there still is

double product(std::span<const double> left, std::span<const double> right) {
    return std::inner_product(left.begin(), left.end(), right.begin(), 0.0);
}

bool has_the_known_sectors(const InputOutputTable& table) {
    return std::ranges::equal(table.codes, national_sectors(), {}, {}, &NationalSector::code);
}

double measured(const Economy& reference, const NationalSector& sector, Effect IndustryMultipliers::* variable) {
    double sum = 0.0;
    for (const Weighted& part : sector.measured)
        if (const auto* industry = reference.industry(part.code)) sum += part.weight * (industry->*variable).direct;
    return sum;
}

FactorCoefficients factors_of(const Economy& reference) {
    FactorCoefficients factors;
    for (const NationalSector& sector : national_sectors()) {
        factors.jobs.push_back(measured(reference, sector, &IndustryMultipliers::jobs));
        factors.gdp.push_back(measured(reference, sector, &IndustryMultipliers::gdp));
        factors.labour_income.push_back(measured(reference, sector, &IndustryMultipliers::labour_income));
    }
    return factors;
}

// Employees by industry and year.
class Payrolls {
public:
    explicit Payrolls(const Observations& observations) {
        for (const auto& row : observations.employment) {
            if (row.jurisdiction == Jurisdiction::ca) continue;
            employees_[{row.jurisdiction, row.industry, row.year}] = row.employees;
            nation_[{row.industry, row.year}] += row.employees;
            if (row.industry == kAllIndustries) years_[row.jurisdiction].push_back(row.year);
        }
        for (auto& [place, years] : years_) std::ranges::sort(years, std::greater{});
    }

    // The newest first.
    std::vector<int> years(Jurisdiction place) const {
        const auto found = years_.find(place);
        return found == years_.end() ? std::vector<int>{} : found->second;
    }

    // nullopt where one of the industries is suppressed.
    std::optional<double> employees(Jurisdiction place, std::span<const std::string_view> industries, int year) const {
        double sum = 0.0;
        for (const std::string_view industry : industries) {
            const auto found = employees_.find({place, std::string{industry}, year});
            if (found == employees_.end()) return std::nullopt;
            sum += found->second;
        }
        return sum;
    }

    double nation(std::span<const std::string_view> industries, int year) const {
        double sum = 0.0;
        for (const std::string_view industry : industries)
            if (const auto found = nation_.find({std::string{industry}, year}); found != nation_.end())
                sum += found->second;
        return sum;
    }

private:
    struct Key {
        Jurisdiction place;
        std::string industry;
        int year;
        auto operator<=>(const Key&) const = default;
    };
    std::map<Key, double> employees_{};
    std::map<std::pair<std::string, int>, double> nation_{};
    std::map<Jurisdiction, std::vector<int>> years_{};
};

constexpr std::string_view kAll[] = {kAllIndustries};

// In the newest year in which nothing of it is suppressed; 1 where that is never so.
double location_quotient(const Payrolls& payrolls, Jurisdiction place, const NationalSector& sector) {
    if (sector.employment.empty()) return 1.0;
    for (const int year : payrolls.years(place)) {
        const auto here = payrolls.employees(place, sector.employment, year);
        const double nation = payrolls.nation(sector.employment, year);
        if (!here || nation <= 0.0) continue;
        const double share_here = *here / *payrolls.employees(place, kAll, year);
        return std::max(kSmallestQuotient, share_here / (nation / payrolls.nation(kAll, year)));
    }
    return 1.0;
}

std::optional<std::size_t> position_of(const NationalModel& national, std::string_view sector) {
    const auto found = std::ranges::find(national.codes, sector);
    if (found == national.codes.end()) return std::nullopt;
    return static_cast<std::size_t>(found - national.codes.begin());
}

// The national sectors that stand for an industry, weighed by their output; weights add up to 1.
struct SectorWeight {
    std::size_t sector;
    double weight;
};
std::vector<SectorWeight> sector_weights(const NationalModel& national, std::string_view industry) {
    std::vector<SectorWeight> weights;
    double sum = 0.0;
    for (const std::string_view code : sectors_of_industry(industry)) {
        const auto position = position_of(national, code);
        if (!position) continue;
        weights.push_back({*position, national.output[*position]});
        sum += national.output[*position];
    }
    for (auto& weight : weights) weight.weight /= sum;
    return weights;
}

}  // namespace

std::optional<NationalModel> national_model_of(const Observations& observations, const Economy& reference) {
    const InputOutputTable& table = observations.national;
    if (!has_the_known_sectors(table) || !table.household) return std::nullopt;
    const std::size_t size = table.size();
    NationalModel model{table.codes,  Grid{{size, size}},         {},
                        table.output, table.household->purchases, factors_of(reference)};
    for (std::size_t j = 0; j < size; ++j) {
        for (std::size_t i = 0; i < size; ++i) model.inputs[{i, j}] = table.flows[{i, j}] / table.output[j];
        model.imports.push_back(observations.national_imports[j] / table.output[j]);
    }
    const auto& purchases = table.household->purchases;
    const double spending =
        std::accumulate(purchases.begin(), purchases.end(), observations.national_household_imports);
    for (double& share : model.household_shares) share /= spending;
    return model;
}

std::optional<RegionalWeights> weights_of(const Observations& observations, Jurisdiction jurisdiction) {
    const Payrolls payrolls{observations};
    const auto years = payrolls.years(jurisdiction);
    if (years.empty()) return std::nullopt;
    RegionalWeights weights;
    weights.share_of_nation =
        *payrolls.employees(jurisdiction, kAll, years.front()) / payrolls.nation(kAll, years.front());
    for (const NationalSector& sector : national_sectors()) {
        weights.location_quotients.push_back(location_quotient(payrolls, jurisdiction, sector));
        weights.traded.push_back(sector.traded);
    }
    return weights;
}

RegionalModel::RegionalModel(const NationalModel& national, const RegionalWeights& weights)
    : national_(&national),
      inputs_(regional_coefficients(national.inputs, weights)),
      household_shares_(regional_purchases(national.household_shares, weights)) {
    prepare();
}

RegionalModel::RegionalModel(const NationalModel& national)
    : national_(&national), inputs_(national.inputs), household_shares_(national.household_shares) {
    prepare();
}

void RegionalModel::prepare() {
    leontief_ = Leontief::of(inputs_);
    CHECK(leontief_);
    output_of_spending_ = leontief_->output_for(household_shares_);
    const FactorCoefficients& factors = national_->factors;
    multipliers_.output = leontief_->multipliers(std::vector<double>(inputs_.rows(), 1.0));
    multipliers_.jobs = leontief_->multipliers(factors.jobs);
    multipliers_.gdp = leontief_->multipliers(factors.gdp);
    multipliers_.labour_income = leontief_->multipliers(factors.labour_income);
}

// What a dollar of the industry's output buys of each sector of this place.
std::vector<double> RegionalModel::inputs_of(std::string_view industry) const {
    std::vector<double> inputs(inputs_.rows(), 0.0);
    for (const auto& [sector, weight] : sector_weights(*national_, industry))
        for (std::size_t i = 0; i < inputs.size(); ++i) inputs[i] += weight * inputs_[{i, sector}];
    return inputs;
}

RegionalModel::FollowingEffects RegionalModel::following(std::string_view industry, const Pay& pay) const {
    const std::vector<double> inputs = inputs_of(industry);
    const SpendingOfPay induced = spending_of_pay(pay.share_spent);
    FollowingEffects effects;
    effects.labour_income.indirect = product(multipliers_.labour_income, inputs);
    const double all_pay = pay.direct + effects.labour_income.indirect;
    effects.output = {0.0, product(multipliers_.output, inputs), all_pay * induced.output};
    effects.jobs = {0.0, product(multipliers_.jobs, inputs), all_pay * induced.jobs};
    effects.gdp = {0.0, product(multipliers_.gdp, inputs), all_pay * induced.gdp};
    effects.labour_income.induced = all_pay * induced.labour_income;
    return effects;
}

SpendingOfPay RegionalModel::spending_of_pay(double share_of_pay_spent) const {
    const double pay_of_spending = product(multipliers_.labour_income, household_shares_);
    const double rounds = share_of_pay_spent / (1.0 - share_of_pay_spent * pay_of_spending);
    return {rounds * product(multipliers_.output, household_shares_),
            rounds * product(multipliers_.jobs, household_shares_),
            rounds * product(multipliers_.gdp, household_shares_), rounds * pay_of_spending};
}

double RegionalModel::share_of_pay_spent_for(double jobs_per_million_of_pay) const {
    const double jobs = product(multipliers_.jobs, household_shares_);
    const double pay = product(multipliers_.labour_income, household_shares_);
    return std::clamp(jobs_per_million_of_pay / (jobs + jobs_per_million_of_pay * pay), 0.0, 1.0);
}

Shares RegionalModel::shown(std::span<const double> by_sector) const {
    std::map<std::string_view, double> by_industry;
    const auto sectors = national_sectors();
    for (std::size_t i = 0; i < by_sector.size(); ++i)
        for (const Weighted& part : sectors[i].shown) by_industry[part.code] += part.weight * by_sector[i];
    Shares shares;
    for (const auto& [code, share] : by_industry)
        if (share > 0.0) shares.push_back({std::string{code}, share});
    return shares;
}

namespace {

Shares made_whole(Shares shares) {
    double sum = 0.0;
    for (const Share& share : shares) sum += share.share;
    for (Share& share : shares) share.share /= sum;
    return shares;
}

std::vector<double> times(std::vector<double> left, std::span<const double> right) {
    for (std::size_t i = 0; i < left.size(); ++i) left[i] *= right[i];
    return left;
}

}  // namespace

Shares RegionalModel::suppliers(std::string_view industry) const {
    return made_whole(shown(times(leontief_->output_for(inputs_of(industry)), national_->factors.jobs)));
}

Shares RegionalModel::shops() const { return made_whole(shown(times(output_of_spending_, national_->factors.jobs))); }

Shares RegionalModel::purchases(std::string_view industry) const {
    double bought = 0.0;
    for (const auto& [sector, weight] : sector_weights(*national_, industry)) {
        bought += weight * national_->imports[sector];
        for (std::size_t i = 0; i < inputs_.rows(); ++i) bought += weight * national_->inputs[{i, sector}];
    }
    std::vector<double> inputs = inputs_of(industry);
    for (double& input : inputs) input /= bought;
    return shown(inputs);
}

}  // namespace jobs_lost
