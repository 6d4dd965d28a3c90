// Answers from the shipped data: round figures, the same cut elsewhere, links.
#include "features/jobs_calculator/answer.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "features/jobs_calculator/edition.h"
#include "features/jobs_calculator/handlers.h"
#include "features/jobs_calculator/words.h"

namespace jobs_calculator {
namespace {

constexpr auto kEnglish = base::Locale::english;
constexpr auto kFrench = base::Locale::french;

QuestionForm ask(std::string jurisdiction, std::string function, std::string amount, std::string unit = "million") {
    QuestionForm form = example_form();
    form.jurisdiction = std::move(jurisdiction);
    form.function = std::move(function);
    form.amount = std::move(amount);
    form.unit = std::move(unit);
    return form;
}

Answer answered(const QuestionForm& form) {
    const auto found = answer_to(form, kEnglish, *shipped_model());
    EXPECT_TRUE(found) << query_of(form);
    return *found;
}

jobs_lost::Estimate estimate_of(double direct, double indirect, double induced, double in_public) {
    jobs_lost::Estimate estimate;
    estimate.jobs_direct = direct;
    estimate.jobs_indirect = indirect;
    estimate.jobs_induced = induced;
    estimate.jobs_total = direct + indirect + induced;
    estimate.jobs_public = in_public;
    estimate.jobs_private = estimate.jobs_total - in_public;
    estimate.range = {0.6 * estimate.jobs_total, 1.1 * estimate.jobs_total};
    return estimate;
}

TEST(RoundFigures, claim_no_more_than_they_know) {
    EXPECT_EQ(rounding_step(0.4), 1);
    EXPECT_EQ(rounding_step(99), 1);
    EXPECT_EQ(rounding_step(347), 5);
    EXPECT_EQ(rounding_step(1'347), 10);
    EXPECT_EQ(rounding_step(13'470), 100);
    EXPECT_EQ(rounding_step(1'347'000), 10'000);
    EXPECT_EQ(rounding_step(std::nan("")), 1);
}

RC_GTEST_PROP(RoundFigures, add_up, (std::uint16_t direct, std::uint16_t indirect, std::uint16_t induced)) {
    const double total = direct + indirect + induced;
    const auto figures = figures_of(estimate_of(direct, indirect, induced, total / 3));
    RC_ASSERT(figures.direct + figures.indirect + figures.induced == figures.total);
    RC_ASSERT(figures.in_public + figures.in_private == figures.total);
    RC_ASSERT(figures.low <= figures.total && figures.total <= figures.high);
    RC_ASSERT(std::abs(static_cast<double>(figures.total) - total) <= static_cast<double>(figures.step));
}

TEST(AnAnswer, compares_with_the_same_share_of_spending_in_every_province_that_has_data) {
    const auto answer = answered(ask("ON", "hospitals", "100"));
    EXPECT_EQ(answer.same_cut, SameCut::share_of_spending);
    EXPECT_EQ(answer.elsewhere.size(), 10);
    EXPECT_EQ(answer.elsewhere.front().jurisdiction, jobs_lost::Jurisdiction::bc) << "west comes first";
    for (const auto& there : answer.elsewhere) {
        EXPECT_GT(there.jobs, 0);
        EXPECT_GT(there.per_ten_thousand, 0);
        EXPECT_NEAR(answered(there.question).estimate.jobs_total, there.jobs, 1e-6 * there.jobs)
            << "the link of a tile gives the figure of the tile";
    }
}

TEST(AnAnswer, compares_amounts_for_each_employee_where_spending_is_not_known_apart) {
    const auto answer = answered(ask("NS", "capital_projects", "50"));
    EXPECT_FALSE(answer.yearly_spending);
    EXPECT_EQ(answer.same_cut, SameCut::amount_per_employee);
    EXPECT_EQ(answer.elsewhere.size(), 10);
}

TEST(AnAnswer, knows_an_industry_of_a_size_that_people_can_picture) {
    const auto model = shipped_model();
    const auto known = jobs_like(30'000, jobs_lost::Jurisdiction::on, model->observations);
    ASSERT_TRUE(known);
    EXPECT_GE(known->employees, 15'000);
    EXPECT_LE(known->employees, 60'000);
    EXPECT_FALSE(jobs_like(0, jobs_lost::Jurisdiction::on, model->observations));
    EXPECT_FALSE(jobs_like(1e12, jobs_lost::Jurisdiction::on, model->observations));
    EXPECT_FALSE(jobs_like(std::numeric_limits<double>::quiet_NaN(), jobs_lost::Jurisdiction::on, model->observations));
}

TEST(AnEdition, is_the_same_for_the_same_data_and_another_for_others) {
    const Import import{.id = ImportId{0},
                        .number = "36-10-0113",
                        .kind = TableKind::multipliers,
                        .file_name = "a.zip",
                        .sha256 = "1",
                        .figures = "2",
                        .oldest_year = 2022,
                        .newest_year = 2022,
                        .rows_read = 1,
                        .rows_used = 1,
                        .imported_at = {}};
    auto read_anew = import;
    read_anew.figures = "3";
    EXPECT_EQ(shipped_model()->edition, edition_name({}));
    EXPECT_EQ(edition_name({}).size(), 8);
    EXPECT_EQ(edition_name({import}), edition_name({import}));
    EXPECT_NE(edition_name({import}), edition_name({}));
    EXPECT_NE(edition_name({import}), edition_name({read_anew})) << "the same file, read otherwise";
}

TEST(ALink, gives_the_same_figure_again_in_both_languages) {
    for (const auto& form : {ask("ON", "hospitals", "1250.5"), ask("QC", "child_care", "12.5", "percent"),
                             ask("PE", "all", "0.75", "billion"), ask("NL", "debt_interest", "999999", "dollars")}) {
        const auto answer = answered(form);
        const auto link = addresses_of(answer, kFrench, "https://campaign.example").page;
        const auto again = form_of_query(link.substr(link.find('?') + 1));
        for (const auto locale : {kEnglish, kFrench}) {
            const auto found = answer_to(again, locale, *shipped_model());
            ASSERT_TRUE(found) << link;
            EXPECT_EQ(found->estimate.jobs_total, answer.estimate.jobs_total) << link;
        }
    }
}

TEST(AQuestion, tells_everything_that_is_wrong_with_it_at_once) {
    const auto found =
        read_question({"Atlantis", "dragons", "lots", "shells", "magic", "soon", "0", "99", ""}, kEnglish);
    ASSERT_FALSE(found);
    for (const auto* field : {"jurisdiction", "function", "amount", "unit", "kind", "year", "years", "phase_in_years"})
        EXPECT_NE(base::find_problem(found.error(), field), nullptr) << field;
}

TEST(AQuestion, without_a_sensible_amount_is_refused) {
    for (const auto* amount : {"", "0", "-5", "1e9", "NaN", "99999999999999", "abc"})
        EXPECT_FALSE(read_question(ask("ON", "hospitals", amount), kEnglish)) << amount;
    EXPECT_FALSE(read_question(ask("ON", "hospitals", "101", "percent"), kEnglish));
    EXPECT_TRUE(read_question(ask("ON", "hospitals", "100", "percent"), kEnglish));
}

TEST(AQuestion, about_a_place_without_data_gets_no_guess) {
    const auto found = answer_to(ask("NU", "hospitals", "10"), kEnglish, *shipped_model());
    ASSERT_FALSE(found);
    EXPECT_NE(base::find_problem(found.error(), "jurisdiction"), nullptr);
}

TEST(Words, write_money_as_each_language_does) {
    const i18n::Translator english{kEnglish};
    const i18n::Translator french{kFrench};
    EXPECT_EQ(words::money(english, 100e6), "$100 million");
    EXPECT_EQ(words::money(english, 1.5e9), "$1.5 billion");
    EXPECT_EQ(words::money(english, 950), "$950");
    EXPECT_EQ(words::money(french, 100e6), "100 millions de dollars");
    EXPECT_EQ(words::money(french, 1.5e9), "1,5 milliard de dollars") << "the plural begins with two";
    EXPECT_EQ(words::money(french, 2e9), "2 milliards de dollars");
}

TEST(Words, say_the_cut_and_its_figure_in_both_languages) {
    const auto answer = answered(ask("ON", "hospitals", "100"));
    EXPECT_EQ(words::cut(i18n::Translator{kEnglish}, answer), "Hospitals, Ontario: $100 million less a year");
    EXPECT_EQ(words::cut(i18n::Translator{kFrench}, answer),
              "Hôpitaux, Ontario\u00a0: 100 millions de dollars de moins par année");
    EXPECT_TRUE(words::headline(i18n::Translator{kEnglish}, answer).starts_with("About "));
}

TEST(Words, leave_no_placeholder_of_the_working_open) {
    for (const auto locale : base::kLocales)
        for (const auto& step : answered(ask("QC", "all", "3", "percent")).estimate.working)
            EXPECT_EQ(words::step(i18n::Translator{locale}, step).find('{'), std::string::npos) << step.sentence.key();
}

}  // namespace
}  // namespace jobs_calculator
