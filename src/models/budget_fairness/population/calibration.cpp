#include "models/budget_fairness/population/calibration.h"

#include <algorithm>
#include <cmath>

namespace budget_fairness {
namespace {

constexpr int kRounds = 60;
constexpr double kCloseEnough = 1e-4;

std::size_t age_band(int age) {
    std::size_t band = 0;
    while (band + 1 < kAgeBands && age >= kAgeBandFrom[band + 1]) ++band;
    return band;
}

std::size_t group_of_sex_and_age(const Household::Adult& adult) {
    return static_cast<std::size_t>(adult.sex) * kAgeBands + age_band(adult.age);
}

// For each family the groups of its adults.
struct Membership {
    std::uint16_t head = 0;
    std::uint16_t spouse = 0;
    bool has_spouse = false;
};

// One margin, met once. Returns the largest relative distance before.
double meet(std::span<Formed> families, const std::vector<Membership>& members, const std::vector<double>& wanted) {
    std::vector<double> sums(wanted.size());
    for (std::size_t i = 0; i < families.size(); ++i) {
        sums[members[i].head] += families[i].household.weight;
        if (members[i].has_spouse) sums[members[i].spouse] += families[i].household.weight;
    }
    double worst = 0;
    std::vector<double> factor(wanted.size(), 1);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (sums[i] <= 0 || wanted[i] <= 0) continue;
        factor[i] = wanted[i] / sums[i];
        worst = std::max(worst, std::abs(factor[i] - 1));
    }
    for (std::size_t i = 0; i < families.size(); ++i) {
        const auto& member = members[i];
        const double both =
            member.has_spouse ? std::sqrt(factor[member.head] * factor[member.spouse]) : factor[member.head];
        families[i].household.weight *= static_cast<float>(both);
    }
    return worst;
}

std::vector<double> flat(const std::array<std::array<double, kAgeBands>, 2>& table) {
    std::vector<double> row;
    for (const auto& sex : table) row.insert(row.end(), sex.begin(), sex.end());
    return row;
}

}  // namespace

Margins margins_of(Jurisdiction place, int year) {
    const auto& tables = Published::shipped().at(place);
    Margins margins;
    double persons = 0, old = 0;
    for (std::size_t sex = 0; sex < 2; ++sex)
        for (std::size_t age = 0; age < kAgeBands; ++age) {
            for (const double each : tables.persons[sex][age]) margins.sex_and_age[sex][age] += std::max(0.0, each);
            persons += margins.sex_and_age[sex][age];
            if (age + 1 == kAgeBands) old += margins.sex_and_age[sex][age];
        }
    const double all = tables.returns() * population_growth(place, year);
    const double ageing = share_aged_65(year) / share_aged_65(2012);
    const double younger = (persons - old * ageing) / (persons - old);
    for (auto& sex : margins.sex_and_age)
        for (std::size_t age = 0; age < kAgeBands; ++age)
            sex[age] *= all / persons * (age + 1 == kAgeBands ? ageing : younger);
    for (const auto& each : tables.classes) margins.classes.push_back(all * each.returns() / tables.returns());
    return margins;
}

void rake(std::span<Formed> families, const Margins& margins) {
    std::vector<Membership> by_age, by_class;
    by_age.reserve(families.size());
    by_class.reserve(families.size());
    for (const auto& each : families) {
        const auto& household = each.household;
        by_age.push_back({static_cast<std::uint16_t>(group_of_sex_and_age(household.head)),
                          static_cast<std::uint16_t>(group_of_sex_and_age(household.spouse)), household.has_spouse});
        by_class.push_back({each.head_class, each.spouse_class, household.has_spouse});
    }
    const auto ages = flat(margins.sex_and_age);
    for (int round = 0; round < kRounds; ++round) {
        const double first = meet(families, by_age, ages);
        if (std::max(first, meet(families, by_class, margins.classes)) < kCloseEnough) return;
    }
}

}  // namespace budget_fairness
