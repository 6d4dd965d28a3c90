#include "models/budget_fairness/population/population.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace budget_fairness {
namespace {

auto block_key(const Household& household) {
    return std::tuple{household.jurisdiction, household.has_spouse, household.children};
}

void append(Adults& adults, const Household::Adult& adult) {
    for (std::size_t i = 0; i < kAmounts; ++i) adults.amounts[i].push_back(adult.amounts[i]);
    adults.ages.push_back(adult.age);
    adults.sexes.push_back(adult.sex);
    adults.residence_years.push_back(adult.residence_years);
}

void append(Population& population, const Household& household) {
    population.weights.push_back(household.weight);
    append(population.heads, household.head);
    append(population.spouses, household.spouse);
    for (std::size_t i = 0; i < kMostChildren; ++i) population.child_ages[i].push_back(household.child_ages[i]);
}

// Closes the last block with families of nobody.
void fill_up(Population& population) {
    auto& block = population.blocks.back();
    Household nobody{.jurisdiction = block.jurisdiction, .has_spouse = block.has_spouse, .children = block.children};
    while ((population.families() - block.begin) % kFamiliesPerStep != 0) append(population, nobody);
    block.end = static_cast<std::uint32_t>(population.families());
}

void reserve(Population& population, std::size_t families) {
    population.weights.reserve(families);
    for (auto* adults : {&population.heads, &population.spouses}) {
        for (auto& amounts : adults->amounts) amounts.reserve(families);
        adults->ages.reserve(families);
        adults->sexes.reserve(families);
        adults->residence_years.reserve(families);
    }
    for (auto& ages : population.child_ages) ages.reserve(families);
}

Person person_at(const Adults& adults, std::size_t i) {
    return {.age = adults.ages[i],
            .employment_income = adults[Amount::employment][i],
            .pension_income = adults[Amount::pension][i],
            .other_income = adults[Amount::other][i],
            .deductions = adults[Amount::deductions][i],
            .residence_years = adults.residence_years[i]};
}

template <class Count>
std::size_t sum_over_families(const Population& population, Count count) {
    std::size_t sum = 0;
    for (const auto& block : population.blocks)
        for (auto i = block.begin; i < block.end; ++i)
            if (population.weights[i] > 0) sum += count(block);
    return sum;
}

}  // namespace

std::size_t Population::adults() const {
    return sum_over_families(*this, [](const Block& block) { return block.has_spouse ? 2U : 1U; });
}

std::size_t Population::persons() const {
    return sum_over_families(*this, [](const Block& block) { return (block.has_spouse ? 2U : 1U) + block.children; });
}

std::size_t Population::bytes() const {
    const std::size_t of_adult = kAmounts * sizeof(float) + 2 + sizeof(Sex);
    return families() * (sizeof(float) + 2 * of_adult + kMostChildren);
}

FamilyType Population::type_of(const Block& block, std::size_t family) const {
    const bool is_elderly = heads.ages[family] >= 65;
    if (block.has_spouse && block.children > 0) return FamilyType::couple_with_children;
    if (block.has_spouse) return is_elderly ? FamilyType::couple_elderly : FamilyType::couple;
    if (block.children > 0) return FamilyType::single_parent;
    return is_elderly ? FamilyType::single_elderly : FamilyType::single;
}

Family Population::family(const Block& block, std::size_t position) const {
    Family found;
    found.head = person_at(heads, position);
    if (block.has_spouse) found.spouse = person_at(spouses, position);
    for (std::size_t i = 0; i < block.children; ++i) found.child_ages.push_back(child_ages[i][position]);
    return found;
}

Population population_of(const std::vector<Household>& households, Origin origin) {
    Population population{.year = origin.year, .origin = std::move(origin.words)};
    std::vector<std::uint32_t> order(households.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t i) { return std::pair{block_key(households[i]), i}; });
    reserve(population, households.size() + 200 * kFamiliesPerStep);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto& next = households[order[i]];
        if (i == 0 || block_key(households[order[i - 1]]) != block_key(next)) {
            if (i > 0) fill_up(population);
            const auto begin = static_cast<std::uint32_t>(population.families());
            population.blocks.push_back({next.jurisdiction, next.has_spouse, next.children, begin, begin});
        }
        append(population, next);
    }
    if (!population.blocks.empty()) fill_up(population);
    return population;
}

}  // namespace budget_fairness
