// models/budget_fairness/population/ageing.h - brings the incomes of 2012 to another year.
#pragma once
#include "models/budget_fairness/population/filers.h"
#include "models/budget_fairness/population/synthetic.h"

namespace budget_fairness {

// How total incomes have grown since 2012: by a factor that depends on the income, fitted to the published shares of
// persons above 15,000 to 100,000 dollars of both years; factor = level + slope * ln(income of 2012), level at 40,000
// dollars and the same beyond 20,000 and 110,000.
// Years between published ones are interpolated. After 2021 incomes follow prices from 2019 on.
struct IncomeGrowth {
    double level = 1;
    double slope = 0;

    double at(double income) const;
};
IncomeGrowth income_growth(Jurisdiction place, int year);

struct Target {
    Jurisdiction place = Jurisdiction::ontario;
    int year = 2019;
    IncomeGrowth growth{};
    double prices = 1;  // growth since 2012
    OldAge old_age = OldAge::calculated;
    Supplements supplements = Supplements::as_income;
};
Target target_of(Jurisdiction place, const Recipe& recipe);

// The filer in that year: public pensions and assistance grow with prices, all else so that the total grows as above.
Household::Adult adult_of(const Filer& filer, const Target& target);

}  // namespace budget_fairness
