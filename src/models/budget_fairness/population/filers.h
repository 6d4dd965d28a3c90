// models/budget_fairness/population/filers.h - made-up tax filers of 2012, one income class of one place at a time.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "models/budget_fairness/population/published.h"
#include "models/budget_fairness/population/random.h"

namespace budget_fairness {

// Dollars of one filer. The first group adds up to the total income of the tax return.
enum class Part : std::uint8_t {
    oas,
    cpp,
    social,       // social assistance
    supplements,  // Guaranteed Income Supplement
    employment,
    pension,
    insurance,  // employment insurance benefits
    dividends,  // grossed-up, as the return has them
    interest,
    gains,  // the taxable half
    business,
    other,
    registered_pension,  // contributions: deductions from here on
    registered_savings,
    other_deductions,
    disability,  // amounts claimed for credits from here on
    medical,
    donations,
    other_amounts,  // tuition, caregivers, what a spouse passes on, ...
};
inline constexpr std::size_t kParts = 19;
inline constexpr std::size_t kIncomeParts = 12;

struct Filer {
    std::array<float, kParts> parts{};
    float total = 0;  // income
    std::uint8_t income_class = 0;
    std::uint8_t age = 40;
    Sex sex = Sex::female;

    float& operator[](Part part) { return parts[static_cast<std::size_t>(part)]; }
    float operator[](Part part) const { return parts[static_cast<std::size_t>(part)]; }
};

// `count` filers of a place, spread over its income classes as the published returns are. Within a class total incomes
// stand at equal steps of a distribution with the published mean (a power of a uniform variable; Pareto in the last),
// ages and sexes follow the published persons of that income, and each source of income has the published number of
// recipients and the published sum.
std::vector<Filer> make_filers(Jurisdiction place, std::size_t count, Random& random);

// Fills in the sources of income, deductions and claims of the filers of one class, whose totals, ages and sexes are
// set.
void compose(std::span<Filer> filers, const IncomeClass& published, Random& random);

}  // namespace budget_fairness
