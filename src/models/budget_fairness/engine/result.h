// models/budget_fairness/engine/result.h - what a reform does, by group: the answer of the simulation.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "models/budget_fairness/measures/inequality.h"
#include "models/budget_fairness/measures/progressivity.h"
#include "models/budget_fairness/population/population.h"

namespace budget_fairness {

// Dollars a year of all persons in a group together, by what they are.
struct Flows {
    double income = 0;       // before taxes: market income, exempt income, public pensions and all benefits
    double federal_tax = 0;  // income tax
    double provincial_tax = 0;
    double contributions = 0;  // pension plan, employment insurance, parental insurance
    double benefits = 0;       // what the rules calculate, Old Age Security after its recovery included
    double sales_tax = 0;
    double disposable = 0;  // income less income taxes and contributions; before sales tax

    double taxes() const { return federal_tax + provincial_tax + contributions; }
};

// How the people are divided for a table.
enum class Grouping : std::uint8_t {
    everyone,     // 1 group
    decile,       // 10, by the family's income before tax under the baseline, divided by the root of its size;
    vigintile,    // 20, equal numbers of persons, poorest first
    top_percent,  // 2: the other 99 %, the top 1 %
    family_type,  // 6, by FamilyType
    age,          // 7 groups of adults: kAgeGroups
    sex,          // 2, of adults: by Sex
    province,     // 14, by Jurisdiction; the first, canada, is empty
};
inline constexpr std::size_t kGroupings = 8;
inline constexpr std::array<int, 7> kAgeGroups{0, 25, 35, 45, 55, 65, 75};  // each group's youngest
inline constexpr std::array<std::size_t, kGroupings> kGroupCounts{1, 10, 20, 2, kFamilyTypes, 7, 2, kJurisdictions};

// A person wins or loses with the family, when its disposable income changes by more than this many dollars a year.
inline constexpr double kNoticeable = 1.0;

// One group. By age and sex each adult counts for the own income and taxes and an equal share of the family's benefits;
// in the other groupings whole families count, and all persons of them.
struct GroupResult {
    double persons = 0;  // by age and sex: adults
    double families = 0;
    double winners = 0;  // of `persons`
    double losers = 0;
    Flows baseline;
    Flows reform;

    // Mean change of disposable income, dollars a year: a person's, a family's.
    double change_per_person() const { return persons > 0 ? (reform.disposable - baseline.disposable) / persons : 0; }
    double change_per_family() const { return families > 0 ? (reform.disposable - baseline.disposable) / families : 0; }
    // In percent of disposable income under the baseline.
    double change_percent() const {
        return baseline.disposable > 0 ? 100 * (reform.disposable / baseline.disposable - 1) : 0;
    }
};

// How unequal it is. Incomes of families, divided by the root of their size; every person counts once.
struct Distribution {
    Progressivity taxes;               // X: income before taxes, benefits included; T: income taxes and contributions
    Progressivity taxes_and_benefits;  // X: income without the benefits of the rules; T: taxes less those benefits
    double median = 0;                 // of disposable income
    double low_income_line = 0;        // half the median (Statistics Canada's low-income measure after tax)
    Poverty poverty;                   // below that line
    Poverty poverty_at_baseline_line;  // below the line of the baseline, so that nobody becomes poor by others' gains
};

struct Result {
    std::string population;    // where the families come from
    bool is_sample = false;    // a first answer from few records
    std::size_t adults = 0;    // records behind it
    std::size_t families = 0;  // records
    double seconds = 0;        // it took to calculate
    std::array<std::vector<GroupResult>, kGroupings> groups;
    Distribution baseline;
    Distribution reform;

    const std::vector<GroupResult>& by(Grouping grouping) const { return groups[static_cast<std::size_t>(grouping)]; }
    const GroupResult& everyone() const { return by(Grouping::everyone)[0]; }
    // Dollars a year that governments take in more: taxes and contributions, less benefits. Sales tax not counted.
    double revenue_gained() const;
};

}  // namespace budget_fairness
