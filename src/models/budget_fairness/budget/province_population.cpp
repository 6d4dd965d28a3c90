#include "models/budget_fairness/budget/province_population.h"

namespace budget_fairness {
namespace {

template <class Value>
void append(std::vector<Value>& to, const std::vector<Value>& from, const Block& block) {
    to.insert(to.end(), from.begin() + block.begin, from.begin() + block.end);
}

void append(Adults& to, const Adults& from, const Block& block) {
    for (std::size_t amount = 0; amount < kAmounts; ++amount) append(to.amounts[amount], from.amounts[amount], block);
    append(to.ages, from.ages, block);
    append(to.sexes, from.sexes, block);
    append(to.residence_years, from.residence_years, block);
}

void append(Population& to, const Population& from, const Block& block) {
    Block moved = block;
    moved.begin = static_cast<std::uint32_t>(to.weights.size());
    append(to.weights, from.weights, block);
    append(to.heads, from.heads, block);
    append(to.spouses, from.spouses, block);
    for (std::size_t child = 0; child < kMostChildren; ++child)
        append(to.child_ages[child], from.child_ages[child], block);
    moved.end = static_cast<std::uint32_t>(to.weights.size());
    to.blocks.push_back(moved);
}

}  // namespace

Population population_in(const Population& everybody, Jurisdiction place) {
    if (place == Jurisdiction::canada) return everybody;
    Population there;
    there.year = everybody.year;
    there.origin = everybody.origin;
    for (const Block& block : everybody.blocks)
        if (block.jurisdiction == place) append(there, everybody, block);
    return there;
}

}  // namespace budget_fairness
