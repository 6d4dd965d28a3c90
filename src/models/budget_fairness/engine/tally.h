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
class IncomeClasses {
public:
    static constexpr std::uint32_t kShift = 16;
    static constexpr float kLeast = 16;
    static constexpr std::uint32_t kFirst = std::bit_cast<std::uint32_t>(kLeast) >> kShift;
    static constexpr std::size_t kCount = std::size_t{23} * 128;

    static std::size_t of(double income) {
        const auto at = static_cast<float>(income);
        if (!(at > kLeast)) return 0;
        const std::size_t found = (std::bit_cast<std::uint32_t>(at) >> kShift) - kFirst;
        return found < kCount ? found : kCount - 1;
    }

    struct Sums {
        double persons = 0;
        double income = 0;
        double tax = 0;
    };
    void add(double income, double tax, double persons) {
        auto& sums = sums_[of(income)];
        sums.persons += persons;
        sums.income += persons * income;
        sums.tax += persons * tax;
    }
    void add(const IncomeClasses& more);
    const std::vector<Sums>& sums() const { return sums_; }

private:
    std::vector<Sums> sums_ = std::vector<Sums>(kCount);
};

// How far the families of a stretch are counted, under one law.
struct Tally {
    std::array<GroupSums, kRanks> ranks{};
    std::array<GroupSums, kFamilyTypes> types{};
    std::array<GroupSums, kJurisdictions> places{};
    std::array<std::array<GroupSums, 2>, kAgeGroups.size()> adults{};  // by age group and sex
    IncomeClasses gross{};                                             // in the order of income before tax
    IncomeClasses market{};                                            // in the order of income without benefits
    IncomeClasses net{};                                               // of disposable income

    // Families of the block at hand by rank, and by whether the first adult is below 65 or not: one place to add to
    // where there would be three. close() moves them to ranks, types and places.
    std::array<std::array<GroupSums, 2>, kRanks> of_block{};
    const Block* block = nullptr;
    void close();

    // Both closed.
    void add(const Tally& more);
};

// Where the families of a population belong; by position.
struct Memberships {
    const std::vector<float>& places;      // 0 to 1
    const std::vector<float>& disposable;  // under the baseline, to tell winners from losers
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

// Adds a run; runs of a block follow each other. Tally::close() after the last.
void count(const Run& run, const RunColumns& columns, const Memberships& memberships, Tally& tally);

// What a tally says. The baseline's line of low income is another's median halved; 0: its own.
Distribution distribution_of(const Tally& tally, double baseline_line);

}  // namespace budget_fairness
