#include "models/budget_fairness/population/quality.h"

#include <array>

#include "models/budget_fairness/population/calibration.h"
#include "models/budget_fairness/population/published.h"

namespace budget_fairness {
namespace {

// Weighted sums of a population.
struct Counts {
    std::array<double, kJurisdictions> filers{};
    std::array<std::array<double, kAgeBands>, 2> sex_and_age{};
    double couples = 0;
    double single_parents = 0;
    double children_below_15 = 0;
    std::array<double, kAmounts> amounts{};
};

std::size_t age_band(int age) {
    std::size_t band = 0;
    while (band + 1 < kAgeBands && age >= kAgeBandFrom[band + 1]) ++band;
    return band;
}

void add_adult(const Adults& adults, std::size_t family, double weight, Counts& counts) {
    counts.sex_and_age[static_cast<std::size_t>(adults.sexes[family])][age_band(adults.ages[family])] += weight;
    for (std::size_t i = 0; i < kAmounts; ++i) counts.amounts[i] += weight * adults.amounts[i][family];
}

void add_family(const Population& population, const Block& block, std::size_t family, Counts& counts) {
    constexpr int kOldEnough = 15;
    const double weight = population.weights[family];
    counts.filers[static_cast<std::size_t>(block.jurisdiction)] += weight * (block.has_spouse ? 2 : 1);
    add_adult(population.heads, family, weight, counts);
    if (block.has_spouse) add_adult(population.spouses, family, weight, counts);
    if (block.has_spouse) counts.couples += weight;
    if (!block.has_spouse && block.children > 0) counts.single_parents += weight;
    for (std::size_t i = 0; i < block.children; ++i)
        if (population.child_ages[i][family] < kOldEnough) counts.children_below_15 += weight;
}

Counts counts_of(const Population& population) {
    Counts counts;
    for (const auto& block : population.blocks)
        for (auto i = block.begin; i < block.end; ++i) add_family(population, block, i, counts);
    return counts;
}

std::string name_of(std::size_t sex, std::size_t age) {
    const std::string who = sex == static_cast<std::size_t>(Sex::female) ? "Women" : "Men";
    if (age == 0) return who + " below 25";
    const auto from = std::to_string(kAgeBandFrom[age]);
    return age + 1 == kAgeBands ? who + " of 65 and older"
                                : who + " of " + from + " to " + std::to_string(kAgeBandFrom[age + 1] - 1);
}

void add_people(const Population& population, const Counts& counts, std::vector<Fit>& fits) {
    std::array<std::array<double, kAgeBands>, 2> published{};
    for (const auto place : provinces_and_territories()) {
        const auto margins = margins_of(place, population.year);
        double filers = 0;
        for (std::size_t sex = 0; sex < 2; ++sex)
            for (std::size_t age = 0; age < kAgeBands; ++age) {
                filers += margins.sex_and_age[sex][age];
                published[sex][age] += margins.sex_and_age[sex][age];
            }
        fits.push_back({"Filers", place, filers, counts.filers[static_cast<std::size_t>(place)]});
    }
    for (std::size_t sex = 0; sex < 2; ++sex)
        for (std::size_t age = 0; age < kAgeBands; ++age)
            fits.push_back(
                {name_of(sex, age), Jurisdiction::canada, published[sex][age], counts.sex_and_age[sex][age]});
}

// The census is of 2011, a year before the returns: what is held against it has a year's growth of the population.
void add_families(const Population& population, const Counts& counts, std::vector<Fit>& fits) {
    constexpr auto kEverywhere = Jurisdiction::canada;
    constexpr double kFrom2011 = 1.011;  // population of July 2012 over that of July 2011 (table 17-10-0009)
    const auto census = family_totals_2011();
    const double growth = kFrom2011 * population_growth(kEverywhere, population.year);
    fits.push_back({"Couples", kEverywhere, census.couples * growth, counts.couples});
    fits.push_back({"Single parents (published: with children of any age)", kEverywhere, census.lone_parents * growth,
                    counts.single_parents});
    fits.push_back({"Children below 15", kEverywhere, census.children_below_15 * growth, counts.children_below_15});
}

double dollars_2012(Item item) {
    double sum = 0;
    for (const auto& each : Published::shipped().at(Jurisdiction::canada).classes) sum += each[item].dollars;
    return sum;
}

void add_income(const Counts& counts, std::vector<Fit>& fits) {
    constexpr double kMillion = 1e6;
    const auto add = [&](const char* what, double published, Amount amount) {
        fits.push_back({what, Jurisdiction::canada, published / kMillion,
                        counts.amounts[static_cast<std::size_t>(amount)] / kMillion});
    };
    add("Employment income, million dollars", dollars_2012(Item::employment_income), Amount::employment);
    add("Private pensions, million dollars", dollars_2012(Item::other_pension), Amount::pension);
    add("Social assistance and income supplement, million dollars",
        dollars_2012(Item::social_assistance) + dollars_2012(Item::net_federal_supplements), Amount::exempt);
}

}  // namespace

std::vector<Fit> quality(const Population& population) {
    const auto counts = counts_of(population);
    std::vector<Fit> fits;
    add_people(population, counts, fits);
    add_families(population, counts, fits);
    if (population.year == 2012) add_income(counts, fits);
    return fits;
}

}  // namespace budget_fairness
