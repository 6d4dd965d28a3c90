#include "models/budget_fairness/engine/tally.h"

#include <algorithm>

namespace budget_fairness {
namespace {

// Square roots of family sizes: an equivalence scale (OECD, Statistics Canada's low-income measure).
constexpr std::array<double, 10> kScale{1,          1,          1.41421356, 1.73205081, 2,
                                        2.23606798, 2.44948974, 2.64575131, 2.82842712, 3};

constexpr int kElderly = 65;

std::size_t size_of(const Block& block) { return (block.has_spouse ? 2U : 1U) + block.children; }

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

// More or less than under the baseline: 1 or 0 each.
struct Verdict {
    double winners = 0;
    double losers = 0;
};

Verdict verdict_of(double change) { return {change > kNoticeable ? 1.0 : 0.0, change < -kNoticeable ? 1.0 : 0.0}; }

// One family's contribution to a group's sums.
GroupSums family_sums(const FamilyAmounts& amounts, double weight, double sales_tax) {
    return {.income = weight * amounts.income,
            .federal_tax = weight * amounts.federal_tax,
            .provincial_tax = weight * amounts.provincial_tax,
            .contributions = weight * amounts.contributions,
            .benefits = weight * amounts.benefits,
            .sales_tax = weight * sales_tax,
            .disposable = weight * amounts.disposable,
            .families = weight};
}

// An adult's own amounts, and a share of what the family has together.
struct AdultShare {
    const Adults& adults;
    const AdultColumns& columns;
    double weight;
    double benefits;  // of this adult
    double sales_tax;
};

GroupSums adult_sums(const AdultShare& share, std::size_t position, std::size_t i) {
    const auto& columns = share.columns;
    const double own = columns.total_income[i] - columns.old_age_recovery[i] + share.adults[Amount::exempt][position] -
                       share.adults[Amount::adjustment][position] + share.benefits;
    const double taxes = columns.federal_tax[i] + columns.provincial_tax[i] + columns.contributions[i];
    return {.income = share.weight * own,
            .federal_tax = share.weight * columns.federal_tax[i],
            .provincial_tax = share.weight * columns.provincial_tax[i],
            .contributions = share.weight * columns.contributions[i],
            .benefits = share.weight * (share.benefits + columns.old_age_security[i]),
            .sales_tax = share.weight * share.sales_tax,
            .disposable = share.weight * (own - taxes),
            .persons = share.weight,
            .families = share.weight};
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

void Tally::close() {
    if (block == nullptr) return;
    for (std::size_t rank = 0; rank < kRanks; ++rank)
        for (std::size_t is_elderly = 0; is_elderly < 2; ++is_elderly) {
            auto& sums = of_block[rank][is_elderly];
            ranks[rank].add(sums);
            types[static_cast<std::size_t>(type_of(*block, is_elderly))].add(sums);
            places[static_cast<std::size_t>(block->jurisdiction)].add(sums);
            sums = {};
        }
    block = nullptr;
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

void count(const Run& run, const RunColumns& columns, const Memberships& memberships, Tally& tally) {
    const auto& population = *run.population;
    const auto& block = *run.block;
    if (tally.block != run.block) tally.close();
    tally.block = run.block;
    const auto size = size_of(block);
    const double scale = 1 / kScale[size], adults = block.has_spouse ? 2 : 1;
    for (std::size_t i = 0; i < run.count; ++i) {
        const std::size_t at = run.begin + i;
        const double weight = population.weights[at], persons = weight * static_cast<double>(size);
        const auto amounts = amounts_of(run, columns, i);
        auto sums = family_sums(amounts, weight, columns.sales_tax[i]);
        const auto verdict = verdict_of(amounts.disposable - memberships.disposable[at]);
        sums.persons = persons;
        sums.winners = verdict.winners * persons;
        sums.losers = verdict.losers * persons;
        tally.of_block[rank_of(memberships.places[at])][population.heads.ages[at] >= kElderly ? 1 : 0].add(sums);
        const auto add_adult = [&](const Adults& people, const AdultColumns& of_adult) {
            const AdultShare share{people, of_adult, weight, columns.benefits[i] / adults,
                                   columns.sales_tax[i] / adults};
            auto own = adult_sums(share, at, i);
            own.winners = verdict.winners * weight;
            own.losers = verdict.losers * weight;
            tally.adults[age_group(people.ages[at])][static_cast<std::size_t>(people.sexes[at])].add(own);
        };
        add_adult(population.heads, columns.head);
        if (block.has_spouse) add_adult(population.spouses, columns.spouse);
        const double taxes = amounts.taxes() * scale, benefits = amounts.benefits * scale,
                     income = amounts.income * scale;
        tally.gross.add(income, taxes, persons);
        tally.market.add(income - benefits, taxes - benefits, persons);
        tally.net.add(amounts.disposable * scale, 0, persons);
    }
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
