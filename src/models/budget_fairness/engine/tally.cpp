#include "models/budget_fairness/engine/tally.h"

#include <algorithm>

namespace budget_fairness {
namespace {

constexpr int kElderly = 65;

std::size_t age_group(int age) {
    return age < kAgeGroups[1]
               ? 0
               : std::min<std::size_t>(kAgeGroups.size() - 1, static_cast<std::size_t>((age - 15) / 10));
}

FamilyType type_of(const Block& block, std::size_t is_elderly) {
    if (block.children > 0) return block.has_spouse ? FamilyType::couple_with_children : FamilyType::single_parent;
    if (block.has_spouse) return is_elderly > 0 ? FamilyType::couple_elderly : FamilyType::couple;
    return is_elderly > 0 ? FamilyType::single_elderly : FamilyType::single;
}

GroupSums sums_of(const SumRow& row) {
    const auto& of = row.of;
    return {.income = of[0],
            .federal_tax = of[1],
            .provincial_tax = of[2],
            .contributions = of[3],
            .benefits = of[4],
            .sales_tax = of[5],
            .disposable = of[6],
            .families = of[7],
            .winners = of[SumRow::kWinners],
            .losers = of[SumRow::kLosers]};
}

// The point below which half the persons are, between the ends of its class.
double median_of(const std::vector<IncomeClasses::Sums>& classes) {
    double all = 0, reached = 0;
    for (const auto& each : classes) all += each.persons;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (classes[i].persons > 0 && reached + classes[i].persons >= all / 2) {
            const auto lower =
                std::bit_cast<float>((IncomeClasses::kFirst + static_cast<std::uint32_t>(i)) << IncomeClasses::kShift);
            const auto upper = std::bit_cast<float>((IncomeClasses::kFirst + static_cast<std::uint32_t>(i) + 1)
                                                    << IncomeClasses::kShift);
            return lower + (upper - lower) * (all / 2 - reached) / classes[i].persons;
        }
        reached += classes[i].persons;
    }
    return 0;
}

std::vector<Weighted> means_of(const std::vector<IncomeClasses::Sums>& classes) {
    std::vector<Weighted> row;
    for (const auto& each : classes)
        if (each.persons > 0) row.push_back({each.income / each.persons, each.persons});
    return row;
}

Progressivity progressivity_of(const IncomeClasses& classes, double gini_after) {
    std::vector<Taxed> row;
    for (const auto& each : classes.sums())
        if (each.persons > 0) row.push_back({each.income / each.persons, each.tax / each.persons, each.persons});
    return progressivity(row, gini_after);
}

}  // namespace

void GroupSums::add(const GroupSums& more) {
    income += more.income;
    federal_tax += more.federal_tax;
    provincial_tax += more.provincial_tax;
    contributions += more.contributions;
    benefits += more.benefits;
    sales_tax += more.sales_tax;
    disposable += more.disposable;
    persons += more.persons;
    families += more.families;
    winners += more.winners;
    losers += more.losers;
}

Flows GroupSums::flows() const {
    return {income, federal_tax, provincial_tax, contributions, benefits, sales_tax, disposable};
}

std::uint8_t rank_of(float place) {
    constexpr float kTop = 0.99F;
    return place >= kTop ? kRanks - 1 : std::min<std::uint8_t>(kRanks - 2, static_cast<std::uint8_t>(place * 20));
}

void IncomeClasses::add(const IncomeClasses& more) {
    for (std::size_t i = 0; i < kCount; ++i) {
        sums_[i].persons += more.sums_[i].persons;
        sums_[i].income += more.sums_[i].income;
        sums_[i].tax += more.sums_[i].tax;
    }
}

std::uint8_t adult_group(const Adults& adults, std::size_t at) {
    return static_cast<std::uint8_t>(2 * age_group(adults.ages[at]) + static_cast<std::size_t>(adults.sexes[at]));
}

std::uint8_t family_group(float place, int age_of_head) {
    return static_cast<std::uint8_t>(2 * rank_of(place) + (age_of_head >= kElderly ? 1 : 0));
}

Memberships memberships_of(const Population& population, const std::vector<float>& places) {
    Memberships found;
    for (std::size_t at = 0; at < population.families(); ++at) {
        found.families.push_back(family_group(places[at], population.heads.ages[at]));
        found.heads.push_back(adult_group(population.heads, at));
        found.spouses.push_back(adult_group(population.spouses, at));
    }
    return found;
}

void Tally::close() {
    if (block == nullptr) return;
    close_families();
    close_adults();
    block = nullptr;
}

// A couple's row has the weight of both.
void Tally::close_families() {
    const double adults_each = block->has_spouse ? 2 : 1, size = static_cast<double>(size_of(*block));
    for (std::size_t group = 0; group < kFamilyGroups; ++group) {
        auto sums = sums_of(of_block[group]);
        sums.families /= adults_each;
        sums.persons = sums.families * size;
        sums.winners *= size;
        sums.losers *= size;
        ranks[group / 2].add(sums);
        types[static_cast<std::size_t>(type_of(*block, group % 2))].add(sums);
        places[static_cast<std::size_t>(block->jurisdiction)].add(sums);
        of_block[group] = {};
    }
}

void Tally::close_adults() {
    for (std::size_t group = 0; group < kAdultGroups; ++group) {
        auto sums = sums_of(of_adults[group]);
        sums.persons = sums.families;
        adults[group / 2][group % 2].add(sums);
        of_adults[group] = {};
    }
}

void Tally::add(const Tally& more) {
    for (std::size_t i = 0; i < ranks.size(); ++i) ranks[i].add(more.ranks[i]);
    for (std::size_t i = 0; i < types.size(); ++i) types[i].add(more.types[i]);
    for (std::size_t i = 0; i < places.size(); ++i) places[i].add(more.places[i]);
    for (std::size_t i = 0; i < adults.size(); ++i)
        for (std::size_t sex = 0; sex < 2; ++sex) adults[i][sex].add(more.adults[i][sex]);
    gross.add(more.gross);
    market.add(more.market);
    net.add(more.net);
}

FamilyAmounts amounts_of(const Run& run, const RunColumns& columns, std::size_t i) {
    const auto& population = *run.population;
    const auto& heads = population.heads;
    const auto& spouses = population.spouses;
    const std::size_t at = run.begin + i;
    const double unknown = static_cast<double>(heads[Amount::exempt][at]) + spouses[Amount::exempt][at] -
                           heads[Amount::adjustment][at] - spouses[Amount::adjustment][at];
    FamilyAmounts amounts{
        .income = columns.head.total_income[i] + columns.spouse.total_income[i] - columns.head.old_age_recovery[i] -
                  columns.spouse.old_age_recovery[i] + columns.benefits[i] + unknown,
        .federal_tax = columns.head.federal_tax[i] + columns.spouse.federal_tax[i],
        .provincial_tax = columns.head.provincial_tax[i] + columns.spouse.provincial_tax[i],
        .contributions = columns.head.contributions[i] + columns.spouse.contributions[i],
        .benefits = columns.benefits[i] + columns.head.old_age_security[i] + columns.spouse.old_age_security[i]};
    amounts.disposable = columns.disposable[i] + unknown;
    return amounts;
}

Distribution distribution_of(const Tally& tally, double baseline_line) {
    const auto incomes = means_of(tally.net.sums());
    const double gini_after = gini(incomes);
    Distribution found;
    found.taxes = progressivity_of(tally.gross, gini_after);
    found.taxes_and_benefits = progressivity_of(tally.market, gini_after);
    found.median = median_of(tally.net.sums());
    found.low_income_line = found.median / 2;
    found.poverty = poverty(incomes, found.low_income_line);
    found.poverty_at_baseline_line = poverty(incomes, baseline_line > 0 ? baseline_line : found.low_income_line);
    return found;
}

}  // namespace budget_fairness
