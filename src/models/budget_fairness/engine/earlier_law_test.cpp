// What did a province change between two years? The law of the first year, in dollars of the second, without what only
// one of the two years knows.
#include "models/budget_fairness/engine/earlier_law.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "models/budget_fairness/rules/law_book.h"
#include "models/budget_fairness/tax/assessment.h"

namespace budget_fairness {
namespace {

RuleSet rules_of(Jurisdiction place, int year) { return *rules_of_year(shipped_law_book(), place, year); }

bool names(const EarlierLaw& law, std::string_view name) {
    return std::ranges::find(law.not_compared, name) != law.not_compared.end();
}

// Ontario's first threshold was 43,906 in 2019 and 49,231 in 2023: indexed, but less than prices rose.
TEST(EarlierLaw, is_in_dollars_of_the_later_year) {
    const auto later = rules_of(Jurisdiction::ontario, 2023), earlier = rules_of(Jurisdiction::ontario, 2019);
    const auto made = earlier_law(later, earlier, 1.15);
    EXPECT_NEAR(made.rules.provincial.brackets.above[1], 43'906 * 1.15, 0.01);
    EXPECT_EQ(made.rules.provincial.brackets.rate[1], 0.0915);
    EXPECT_NEAR(made.rules.provincial.premium.above[0], 20'000 * 1.15, 0.01);
    EXPECT_EQ(made.rules.federal.brackets.above[1], later.federal.brackets.above[1]);
    EXPECT_EQ(made.rules.contributions, later.contributions);
    EXPECT_EQ(made.rules.benefit(BenefitId::canada_child_benefit), later.benefit(BenefitId::canada_child_benefit));
}

// The reduction for low incomes of 2019 is not in these rules; that for workers is: up to 850 dollars then, 875 from
// 2022.
TEST(EarlierLaw, leaves_out_what_one_of_the_years_does_not_know) {
    const auto later = rules_of(Jurisdiction::ontario, 2023), earlier = rules_of(Jurisdiction::ontario, 2019);
    const auto made = earlier_law(later, earlier, 1.15);
    EXPECT_TRUE(names(made, "ON.reduction"));
    EXPECT_FALSE(names(made, "ON.reduction.workers"));
    EXPECT_FALSE(names(made, "ON.brackets"));
    EXPECT_EQ(made.rules.provincial.reduction.doubled, later.provincial.reduction.doubled);
    EXPECT_NEAR(made.rules.provincial.reduction.work_most, 850 * 1.15, 0.005);
    EXPECT_EQ(later.provincial.reduction.work_most, 875);
    EXPECT_EQ(made.rules.benefit(BenefitId::sales_tax_credit), later.benefit(BenefitId::sales_tax_credit));
}

TEST(EarlierLaw, of_the_same_year_changes_nothing) {
    for (const auto place : provinces_and_territories()) {
        const auto rules = rules_of(place, 2023);
        const auto made = earlier_law(rules, rules, 1);
        EXPECT_EQ(made.rules.provincial, rules.provincial) << code(place);
        EXPECT_EQ(made.rules.benefits, rules.benefits) << code(place);
    }
}

}  // namespace
}  // namespace budget_fairness
