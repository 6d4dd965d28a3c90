// models/budget_fairness/engine/tally.h - adds assessed families up by group and by income.
#pragma once
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

#include "models/budget_fairness/engine/kernel.h"
#include "models/budget_fairness/engine/result.h"

namespace budget_fairness {

// Weighted sums of one group: Flows, and how many.
struct alignas(64) GroupSums {
    double income = 0;
    double federal_tax = 0;
    double provincial_tax = 0;
    double contributions = 0;
    double benefits = 0;
    double sales_tax = 0;
    double disposable = 0;
    double persons = 0;
    double families = 0;
    double winners = 0;
    double losers = 0;

    void add(const GroupSums& more);
    Flows flows() const;
};

// Twenty groups of five percent, the last one in two: 95 to 99 and 99 to 100.
inline constexpr std::size_t kRanks = 21;
std::uint8_t rank_of(float place);

// Classes of income as narrow as a float's upper bits: 128 to every doubling, 0.6 % wide, from 16 dollars on, so few
// that they stay in the processor's second cache. What is below is in the first, what is above 134 million in the last.
// The class of an income is its bits, shifted by kShift, less kFirst.
class IncomeClasses {
public:
    static constexpr std::uint32_t kShift = 16;
    static constexpr float kLeast = 16;
    static constexpr std::uint32_t kFirst = std::bit_cast<std::uint32_t>(kLeast) >> kShift;
    static constexpr std::size_t kCount = std::size_t{23} * 128;

    // Four numbers, so that one instruction adds to all of them.
    struct alignas(4 * sizeof(double)) Sums {
        double persons = 0;
        double income = 0;
        double tax = 0;
        double unused = 0;
    };
    void add(const IncomeClasses& more);
    const std::vector<Sums>& sums() const { return sums_; }
    Sums* data() { return sums_.data(); }

private:
    std::vector<Sums> sums_ = std::vector<Sums>(kCount);
};

// Sums as count() adds to them, some in one instruction: income, federal tax, provincial tax, contributions; benefits,
// sales tax, disposable income, weight; winners, losers.
struct alignas(64) SumRow {
    static constexpr std::size_t kAmounts = 8;
    static constexpr std::size_t kWinners = 8;
    static constexpr std::size_t kLosers = 9;
    std::array<double, 16> of{};
};

// An adult's place among seven age groups and two sexes; a family's among the ranks, below and from age 65.
inline constexpr std::size_t kAdultGroups = 2 * kAgeGroups.size();
inline constexpr std::size_t kFamilyGroups = 2 * kRanks;
std::uint8_t adult_group(const Adults& adults, std::size_t at);
std::uint8_t family_group(float place, int age_of_head);

// How far the families of a stretch are counted, under one law.
struct Tally {
    std::array<GroupSums, kRanks> ranks{};
    std::array<GroupSums, kFamilyTypes> types{};
    std::array<GroupSums, kJurisdictions> places{};
    std::array<std::array<GroupSums, 2>, kAgeGroups.size()> adults{};  // by age group and sex
    IncomeClasses gross{};                                             // in the order of income before tax
    IncomeClasses market{};                                            // in the order of income without benefits
    IncomeClasses net{};                                               // of disposable income

    // Families of the block at hand by family_group(): one place to add to where there would be three; and adults by
    // adult_group(). close() moves them to ranks, types, places and adults.
    std::array<SumRow, kFamilyGroups> of_block{};
    std::array<SumRow, kAdultGroups> of_adults{};
    const Block* block = nullptr;
    void close();

    // Both closed.
    void add(const Tally& more);

private:
    void close_families();
    void close_adults();
};

// Where the families of a population belong under the baseline; by position.
struct Memberships {
    std::vector<std::uint8_t> families{};  // family_group()
    std::vector<std::uint8_t> heads{};     // adult_group()
    std::vector<std::uint8_t> spouses{};
};
Memberships memberships_of(const Population& population, const std::vector<float>& places);

// What count() needs to know of the baseline: where families belong, and what they have, to tell winners from losers.
struct Beside {
    const Memberships& memberships;
    const std::vector<float>& disposable;
};

// What a family has, from what was assessed and what the rules know nothing of.
struct FamilyAmounts {
    double income = 0;
    double federal_tax = 0;
    double provincial_tax = 0;
    double contributions = 0;
    double benefits = 0;
    double disposable = 0;

    double taxes() const { return federal_tax + provincial_tax + contributions; }
};
FamilyAmounts amounts_of(const Run& run, const RunColumns& columns, std::size_t i);

// Adds a run; runs of a block follow each other. Tally::close() after the last. Several families in one instruction.
void count(const Run& run, const RunColumns& columns, const Beside& baseline, Tally& tally);

// Square roots of family sizes: an equivalence scale (OECD, Statistics Canada's low-income measure).
inline constexpr std::array<double, 10> kScale{1,          1,          1.41421356, 1.73205081, 2,
                                               2.23606798, 2.44948974, 2.64575131, 2.82842712, 3};
constexpr std::size_t size_of(const Block& block) { return (block.has_spouse ? 2U : 1U) + block.children; }

// What a tally says. The baseline's line of low income is another's median halved; 0: its own.
Distribution distribution_of(const Tally& tally, double baseline_line);

}  // namespace budget_fairness
