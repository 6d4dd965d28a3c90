// models/budget_fairness/engine/kernel.h - assesses a run of families at once, several in one instruction.
//
// The same law and the same formulas as tax/assessment.h, which it is tested against, to the cent.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "models/budget_fairness/population/population.h"
#include "models/budget_fairness/rules/rule_set.h"

namespace budget_fairness {

// Families are worked on in runs that fit into the processor's nearest memory.
inline constexpr std::size_t kRun = 256;

// A run: families [begin, begin + count) of one block; begin and count are multiples of kFamiliesPerStep.
struct Run {
    const Population* population = nullptr;
    const Block* block = nullptr;
    std::uint32_t begin = 0;
    std::uint32_t count = 0;
};

using Column = std::array<double, kRun>;

// Dollars a year of one adult of each family.
struct alignas(64) AdultColumns {
    Column total_income;  // taxable sources, Old Age Security and its supplement
    Column federal_tax;
    Column provincial_tax;
    Column contributions;
    Column old_age_security;  // after its recovery, with its supplement
    Column old_age_recovery;
};

struct alignas(64) RunColumns {
    AdultColumns head;
    AdultColumns spouse;  // zeros where there is none
    Column benefits;      // of the family, without Old Age Security
    Column sales_tax;
    Column disposable;  // as Assessment::disposable_income, from what the rules know
};

// A rule set made ready: marginal rates as differences, what does nothing left out.
struct PreparedRules;

// Benefits and reductions that do nothing cost nothing; Benefits::left_out leaves even the others out, for a
// measurement of taxes and contributions alone.
enum class Benefits : std::uint8_t { counted, left_out };

class Kernel {
public:
    explicit Kernel(const RuleSet& rules, Benefits benefits = Benefits::counted);
    ~Kernel();
    Kernel(Kernel&&) noexcept;
    Kernel& operator=(Kernel&&) noexcept;
    Kernel(const Kernel&) = delete;
    Kernel& operator=(const Kernel&) = delete;

    void assess(const Run& run, RunColumns& columns) const;

private:
    std::unique_ptr<const PreparedRules> prepared_;
};

// What the processor offers and is used: "AVX3_ZEN4", "AVX2", "SSE4", "NEON".
const char* vector_instructions();

}  // namespace budget_fairness
