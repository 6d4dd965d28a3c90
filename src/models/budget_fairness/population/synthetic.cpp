#include "models/budget_fairness/population/synthetic.h"

#include <algorithm>
#include <cmath>

#include "models/budget_fairness/population/ageing.h"
#include "models/budget_fairness/population/calibration.h"
#include "models/budget_fairness/population/couples.h"

namespace budget_fairness {
namespace {

constexpr std::size_t kFewest = 1'000;
constexpr int kFirstYear = 2012;
constexpr int kLastYear = 2030;

double share_of_returns(Jurisdiction place) {
    const auto& published = Published::shipped();
    return published.at(place).returns() / published.at(Jurisdiction::canada).returns();
}

// Records of a place: in proportion to its returns, but the small ones get enough for answers of their own.
std::size_t records_of(Jurisdiction place, std::size_t adults) {
    constexpr double kLeastShare = 0.025;
    double of_small = 0, returns_of_large = 0;
    for (const auto each : provinces_and_territories()) {
        const double share = share_of_returns(each);
        (share < kLeastShare ? of_small : returns_of_large) += share < kLeastShare ? kLeastShare : share;
    }
    const double share = share_of_returns(place);
    const double fair = share < kLeastShare ? kLeastShare : share * (1 - of_small) / returns_of_large;
    return std::max(static_cast<std::size_t>(std::lround(fair * static_cast<double>(adults))), std::size_t{40});
}

std::vector<Formed> families_of(Jurisdiction place, const Recipe& recipe) {
    Random random{recipe.seed * 1'000'003 + static_cast<std::uint64_t>(place)};
    const auto filers = make_filers(place, records_of(place, recipe.adults), random);
    const auto target = target_of(place, recipe);
    std::vector<Candidate> candidates;
    candidates.reserve(filers.size());
    for (const auto& filer : filers) candidates.push_back({adult_of(filer, target), filer.income_class});
    auto families = form_families(std::move(candidates), random);
    const double each = Published::shipped().at(place).returns() / static_cast<double>(filers.size());
    for (auto& family : families) {
        family.household.jurisdiction = place;
        family.household.weight = static_cast<float>(each * population_growth(place, recipe.year));
    }
    rake(families, margins_of(place, recipe.year));
    return families;
}

}  // namespace

Population synthesize(const Recipe& wanted) {
    Recipe recipe = wanted;
    recipe.year = std::clamp(recipe.year, kFirstYear, kLastYear);
    recipe.adults = std::max(recipe.adults, kFewest);
    std::vector<Household> households;
    households.reserve(recipe.adults);
    for (const auto place : provinces_and_territories())
        for (const auto& family : families_of(place, recipe)) households.push_back(family.household);
    return population_of(households, {recipe.year, "synthetic, seed " + std::to_string(recipe.seed)});
}

}  // namespace budget_fairness
