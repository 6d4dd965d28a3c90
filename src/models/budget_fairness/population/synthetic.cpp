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

// Records of a place: in proportion to its returns, but the small ones get enough to be worth a table of their own.
std::size_t records_of(Jurisdiction place, std::size_t adults) {
    const auto& published = Published::shipped();
    const double share = published.at(place).returns() / published.at(Jurisdiction::canada).returns();
    const auto fair = static_cast<std::size_t>(std::lround(share * static_cast<double>(adults)));
    return std::max({fair, adults / 200, std::size_t{40}});
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
