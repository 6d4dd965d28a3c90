// models/budget_fairness/population/population.h - made-up families that together look like the country.
//
// Columns, not records: one value for each family, or for each adult of it. Families stand in blocks: one block has
// one province, with or without a spouse, and one number of children, so that whoever calculates needs no branches
// inside. Nothing here is about real persons; docs/methods/population.md says how it is made and how well it fits.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "models/budget_fairness/rules/jurisdiction.h"
#include "models/budget_fairness/tax/assessment.h"

namespace budget_fairness {

enum class Sex : std::uint8_t { female, male };

// Dollars of one adult, never negative but for the last.
enum class Amount : std::uint8_t {
    employment,          // wages and salaries
    pension,             // private pensions
    other,               // all other taxable income: public pension, EI, self-employment, interest, grossed-up
                         // dividends, the taxable half of capital gains
    deductions,          // registered pension and savings plans, union dues, child care, stock options
    exempt,              // social assistance, benefits that are held: income, but not taxed
    federal_credits,     // taken off federal tax for what the rules do not calculate: dividends, donations, medical
                         // costs, disability
    provincial_credits,  // the same of the province
    adjustment,          // what taxable income has more than came in: the gross-up of dividends, less the half of
                         // capital gains that is not taxed; may be negative
};
inline constexpr std::size_t kAmounts = 8;

inline constexpr std::size_t kMostChildren = 6;
inline constexpr std::uint8_t kNoChild = 255;

// The columns of the first or the second adult of all families.
struct Adults {
    std::array<std::vector<float>, kAmounts> amounts{};  // by Amount
    std::vector<std::uint8_t> ages{};
    std::vector<Sex> sexes{};
    std::vector<std::uint8_t> residence_years{};  // in Canada since age 18, at most 40

    std::vector<float>& operator[](Amount amount) { return amounts[static_cast<std::size_t>(amount)]; }
    const std::vector<float>& operator[](Amount amount) const { return amounts[static_cast<std::size_t>(amount)]; }
};

// Families [begin, end) that have these three in common. Blocks follow each other without gaps; `end - begin` is a
// multiple of kFamiliesPerStep, filled up with families of weight 0.
struct Block {
    Jurisdiction jurisdiction = Jurisdiction::ontario;
    bool has_spouse = false;
    std::uint8_t children = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};
inline constexpr std::size_t kFamiliesPerStep = 8;

// What kind of family it is, for results. The elderly: the first adult is 65 or older.
enum class FamilyType : std::uint8_t {
    single,
    single_elderly,
    single_parent,
    couple,
    couple_elderly,
    couple_with_children,
};
inline constexpr std::size_t kFamilyTypes = 6;

struct Population {
    int year = 0;        // of the incomes
    std::string origin;  // "synthetic, seed 1" or the name of the file it was read from
    std::vector<Block> blocks{};
    std::vector<float> weights{};  // families that each stands for
    Adults heads{};
    Adults spouses{};                                                   // zeros where the block has none
    std::array<std::vector<std::uint8_t>, kMostChildren> child_ages{};  // oldest first; kNoChild

    std::size_t families() const { return weights.size(); }
    // Records that stand for somebody.
    std::size_t adults() const;
    std::size_t persons() const;
    std::size_t bytes() const;  // of memory

    FamilyType type_of(const Block& block, std::size_t family) const;
    // As the plain calculation takes it; claimed credits, exempt income and the adjustment are not what it knows of.
    Family family(const Block& block, std::size_t position) const;
};

// One family to put into a population.
struct Household {
    struct Adult {
        std::array<float, kAmounts> amounts{};
        std::uint8_t age = 40;
        Sex sex = Sex::female;
        std::uint8_t residence_years = 40;

        float& operator[](Amount amount) { return amounts[static_cast<std::size_t>(amount)]; }
        float operator[](Amount amount) const { return amounts[static_cast<std::size_t>(amount)]; }
    };
    Jurisdiction jurisdiction = Jurisdiction::ontario;
    float weight = 0;
    Adult head{};
    bool has_spouse = false;
    Adult spouse{};
    std::array<std::uint8_t, kMostChildren> child_ages{kNoChild, kNoChild, kNoChild, kNoChild, kNoChild, kNoChild};
    std::uint8_t children = 0;
};

// The year of the incomes, and where the families come from in words.
struct Origin {
    int year = 0;
    std::string words;
};

// Sorts them into blocks. Their order within a block is kept.
Population population_of(const std::vector<Household>& households, Origin origin);

}  // namespace budget_fairness
