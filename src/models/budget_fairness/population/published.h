// models/budget_fairness/population/published.h - the tables that the made-up families are made from.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "models/budget_fairness/population/population.h"

namespace budget_fairness {

// Lines of the tax return of 2012 that are used.
enum class Item : std::uint8_t {
    returns,
    employment_income,
    oas,
    cpp_qpp,
    other_pension,
    ei_benefits,
    taxable_dividends,
    interest,
    taxable_capital_gains,
    net_business_income,
    net_professional_income,
    social_assistance,
    net_federal_supplements,
    total_income,
    rpp,
    rrsp_deduction,
    total_deductions,
    net_income,
    taxable_income,
    disability_amount,
    medical_expenses,
    donations,
    total_personal_credit_amounts,
    basic_personal_amount,
    age_amount,
    spouse_amount,
    eligible_dependant_amount,
    cpp_contributions_employment,
    ei_premiums,
    canada_employment_amount,
};
inline constexpr std::size_t kItems = 30;

struct ItemTotal {
    double count = 0;    // returns that have it
    double dollars = 0;  // of all of them
};

// Returns with a total income of `from` dollars or more, below the next class.
struct IncomeClass {
    double from = 0;
    double to = 0;  // infinite in the last
    std::array<ItemTotal, kItems> items{};

    const ItemTotal& operator[](Item item) const { return items[static_cast<std::size_t>(item)]; }
    double returns() const { return (*this)[Item::returns].count; }
    // Dollars for each return of the class, whether it has the item or not.
    double mean(Item item) const { return returns() > 0 ? (*this)[item].dollars / returns() : 0; }
    // Share of the returns that have it, at most 1.
    double share(Item item) const;
};

inline constexpr std::size_t kAgeBands = 6;
inline constexpr std::array<int, kAgeBands> kAgeBandFrom{0, 25, 35, 45, 55, 65};
inline constexpr std::array<int, 12> kThresholds{0,      5'000,  10'000, 15'000,  20'000,  25'000,
                                                 35'000, 50'000, 75'000, 100'000, 150'000, 200'000};

// One province or territory.
struct PlaceTables {
    std::vector<IncomeClass> classes{};  // 2012, poorest first
    // Persons with a total income in the band that begins at kThresholds[t], 2012.
    std::array<std::array<std::array<double, kThresholds.size()>, kAgeBands>, 2> persons{};  // by Sex, age, band
    double returns() const;
};

struct Published {
    std::array<PlaceTables, kJurisdictions> places{};  // by Jurisdiction; canada: all of them

    const PlaceTables& at(Jurisdiction place) const { return places[static_cast<std::size_t>(place)]; }
    // From the packs in the program; read once.
    static const Published& shipped();
};

// Growth since 2012 by a published series, 1 in 2012. Where a place or year is not covered: Canada's, or the last
// year's.
double population_growth(Jurisdiction place, int year);
double price_growth(Jurisdiction place, int year);  // beyond the last published year 2 % a year, the central bank's aim
double share_aged_65(int year);                     // of the population

// Share of persons with at least this income, 0 to 1, where it is published.
struct ShareAbove {
    double income = 0;
    double share = 0;
};
std::vector<ShareAbove> shares_above(Jurisdiction place, int year);

// Total income of tax filers: `percent` of them have less. Published for 2016 and 2017, in between interpolated, after
// 2017 grown with prices and, until 2019, with 0.7 % a year beyond them (growth of mean incomes in The Daily of 2020
// and 2021). Before 2016 there are none.
struct IncomePercentile {
    double percent = 0;
    double income = 0;
};
std::vector<IncomePercentile> income_percentiles(int year);

// Rates of the credits that people claim, by law of 2019, held for all years.
struct CreditRates {
    double eligible_dividends = 0;  // of grossed-up dividends of large corporations
    double other_dividends = 0;
    double amounts = 0;  // medical costs, disability, the first 200 dollars of donations
    double large_donations = 0;
};
CreditRates credit_rates(Jurisdiction government);

// Census families of 2011.
struct FamilyTotals {
    double couples = 0;
    double lone_parents = 0;
    double women_among_lone_parents = 0;  // share
    double children_below_15 = 0;
};
FamilyTotals family_totals_2011();

}  // namespace budget_fairness
