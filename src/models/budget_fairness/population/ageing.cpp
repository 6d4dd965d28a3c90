#include "models/budget_fairness/population/ageing.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace budget_fairness {
namespace {

constexpr double kMiddle = 40'000;
constexpr double kLowest = 20'000;
constexpr double kHighest = 110'000;
constexpr std::array kSurveyed{2012, 2016, 2019, 2020, 2021};
constexpr int kBeforePandemic = 2019;

// Income of 2012 that this share of persons reached or exceeded; log-linear between the thresholds.
double income_exceeded_by(const PlaceTables& tables, double share) {
    std::array<double, kThresholds.size()> persons{};
    double all = 0;
    for (const auto& sex : tables.persons)
        for (const auto& age : sex)
            for (std::size_t t = 0; t < persons.size(); ++t) persons[t] += age[t];
    for (const double each : persons) all += each;
    double above = 0;
    for (std::size_t t = persons.size() - 1; t > 1; --t) {
        const double upper = above / all, lower = (above + persons[t - 1]) / all;
        above += persons[t - 1];
        if (t == persons.size() - 1 || share < upper || share > lower) continue;
        const double low = kThresholds[t - 1], high = kThresholds[t];
        return low * std::pow(high / low, (std::log(lower) - std::log(share)) / (std::log(lower) - std::log(upper)));
    }
    return 0;
}

// Least squares through (income of 2012, growth) at the published thresholds.
IncomeGrowth fitted(Jurisdiction place, int year) {
    const bool has_own = !shares_above(place, year).empty();
    const auto source = has_own ? place : Jurisdiction::canada;
    double n = 0, sum_x = 0, sum_y = 0, sum_xx = 0, sum_xy = 0;
    for (const auto& [income, share] : shares_above(source, year)) {
        const double before = income_exceeded_by(Published::shipped().at(source), share);
        if (before < kLowest) continue;
        const double x = std::log(before / kMiddle), y = income / before;
        n += 1;
        sum_x += x;
        sum_y += y;
        sum_xx += x * x;
        sum_xy += x * y;
    }
    if (n == 0) return {};
    const double slope = n > 2 ? (n * sum_xy - sum_x * sum_y) / (n * sum_xx - sum_x * sum_x) : 0;
    return {.level = (sum_y - slope * sum_x) / n, .slope = slope};
}

IncomeGrowth of_surveyed(Jurisdiction place, int year) {
    return year == kSurveyed.front() ? IncomeGrowth{} : fitted(place, year);
}

// Grossed-up dividends in 2012 and later: what was paid, and what counts as income.
struct Dividends {
    double eligible = 0;  // grossed-up
    double other = 0;
    double gross_up = 0;  // what of both was never paid
};

Dividends dividends_of(double of_2012, double growth) {
    constexpr double kEligibleShare = 0.45;  // assumed; the tables do not tell the two apart
    constexpr double kEligible = 1.38, kOtherThen = 1.25, kOtherNow = 1.15;
    const double eligible = of_2012 * kEligibleShare * growth;
    const double other = of_2012 * (1 - kEligibleShare) * growth / kOtherThen * kOtherNow;
    return {eligible, other, eligible * (1 - 1 / kEligible) + other * (1 - 1 / kOtherNow)};
}

double credits_of(const Filer& filer, const Dividends& dividends, const CreditRates& rates) {
    constexpr double kSmallDonations = 200;
    const double donations = filer[Part::donations], small = std::min(donations, kSmallDonations);
    return rates.eligible_dividends * dividends.eligible + rates.other_dividends * dividends.other +
           rates.amounts * (filer[Part::disability] + filer[Part::medical] + filer[Part::other_amounts] + small) +
           rates.large_donations * (donations - small);
}

// Years in Canada that explain the Old Age Security received; without it, too few.
std::uint8_t residence_of(const Filer& filer) {
    constexpr double kFull = 6'510;  // a year's Old Age Security in 2012
    if (filer.age < 65) return 40;
    if (filer[Part::oas] <= 0) return 0;
    return static_cast<std::uint8_t>(std::clamp(std::lround(40 * filer[Part::oas] / kFull), 10L, 40L));
}

}  // namespace

double IncomeGrowth::at(double income) const {
    return level + slope * std::log(std::clamp(income, kLowest, kHighest) / kMiddle);
}

IncomeGrowth income_growth(Jurisdiction place, int year) {
    if (year <= kSurveyed.front()) return {};
    if (year > kSurveyed.back()) {
        const double since = price_growth(place, year) / price_growth(place, kBeforePandemic);
        const auto base = of_surveyed(place, kBeforePandemic);
        return {base.level * since, base.slope * since};
    }
    const auto next = std::ranges::lower_bound(kSurveyed, year);
    const auto after = of_surveyed(place, *next);
    if (*next == year) return after;
    const auto before = of_surveyed(place, *(next - 1));
    const double at = static_cast<double>(year - *(next - 1)) / (*next - *(next - 1));
    return {before.level + at * (after.level - before.level), before.slope + at * (after.slope - before.slope)};
}

Target target_of(Jurisdiction place, const Recipe& recipe) {
    return {.place = place,
            .year = recipe.year,
            .growth = income_growth(place, recipe.year),
            .prices = price_growth(place, recipe.year),
            .old_age = recipe.old_age,
            .supplements = recipe.supplements};
}

Household::Adult adult_of(const Filer& filer, const Target& target) {
    const double indexed =
        static_cast<double>(filer[Part::oas]) + filer[Part::cpp] + filer[Part::social] + filer[Part::supplements];
    const double market = filer.total - indexed;
    const double wanted = target.growth.at(filer.total) * filer.total - target.prices * indexed;
    const double growth =
        market > 1 ? std::clamp(wanted / market, 0.8 * target.prices, 1.5 * target.prices) : target.prices;
    const auto dividends = dividends_of(filer[Part::dividends], growth);
    const double other = target.prices * filer[Part::cpp] + dividends.eligible + dividends.other +
                         growth * (static_cast<double>(filer[Part::insurance]) + filer[Part::interest] +
                                   filer[Part::gains] + filer[Part::business] + filer[Part::other]);
    const bool is_income = target.old_age == OldAge::as_income;
    Filer claims = filer;
    for (const auto part : {Part::disability, Part::other_amounts}) claims[part] *= static_cast<float>(target.prices);
    for (const auto part : {Part::medical, Part::donations}) claims[part] *= static_cast<float>(growth);
    Household::Adult adult{
        .age = filer.age, .sex = filer.sex, .residence_years = is_income ? std::uint8_t{0} : residence_of(filer)};
    adult[Amount::employment] = static_cast<float>(growth * filer[Part::employment]);
    adult[Amount::pension] = static_cast<float>(growth * filer[Part::pension]);
    adult[Amount::other] = static_cast<float>(other + (is_income ? target.prices * filer[Part::oas] : 0));
    const double deductions = growth * (static_cast<double>(filer[Part::registered_pension]) +
                                        filer[Part::registered_savings] + filer[Part::other_deductions]);
    const double income = adult[Amount::employment] + adult[Amount::pension] + adult[Amount::other];
    adult[Amount::deductions] = static_cast<float>(std::min(deductions, 0.9 * income));
    const double supplements = target.supplements == Supplements::as_income ? filer[Part::supplements] : 0;
    adult[Amount::exempt] = static_cast<float>(target.prices * (filer[Part::social] + supplements));
    adult[Amount::federal_credits] =
        static_cast<float>(credits_of(claims, dividends, credit_rates(Jurisdiction::canada)));
    adult[Amount::provincial_credits] = static_cast<float>(credits_of(claims, dividends, credit_rates(target.place)));
    adult[Amount::adjustment] = static_cast<float>(dividends.gross_up - growth * filer[Part::gains]);
    return adult;
}

}  // namespace budget_fairness
