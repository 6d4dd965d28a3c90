#include "models/budget_fairness/rubric/judging.h"

#include <limits>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace budget_fairness {
namespace {

Criterion measured(std::string key, double weight, Threshold threshold) {
    return {.key = std::move(key), .weight = weight, .title = {}, .question = {}, .reason = {}, .threshold = threshold};
}

Criterion judged(std::string key, double weight) {
    return {.key = std::move(key), .weight = weight, .title = {}, .question = {}, .reason = {}};
}

// Inequality must not rise, health must not be cut by more than two percent, and somebody looks whether the government
// said who gains: fifty, thirty and twenty points, sixty are enough.
Rubric three_questions() {
    Rubric rubric;
    rubric.name = "three";
    rubric.pass_mark = 60;
    rubric.criteria = {
        measured("inequality", 50, {FigureId::inequality, Better::lower, 0.0, 0.002}),
        measured("health", 30, {FigureId::health_spending, Better::higher, 0.0, -2.0}),
        judged("transparency", 20),
    };
    return rubric;
}

Evidence evidence(std::optional<double> gini, std::optional<double> health) {
    Evidence known;
    if (gini) known.figures.set(FigureId::inequality, *gini);
    if (health) known.figures.set(FigureId::health_spending, *health);
    return known;
}

TEST(Judging, a_budget_that_narrows_the_gap_and_keeps_health_passes_without_the_third_answer) {
    const TestResult result = judge(three_questions(), evidence(-0.004, 3.5));
    EXPECT_EQ(result.verdict, Verdict::passes);
    EXPECT_DOUBLE_EQ(result.lowest, 80);
    EXPECT_DOUBLE_EQ(result.highest, 100);
    EXPECT_DOUBLE_EQ(result.known, 80);
}

TEST(Judging, a_budget_that_widens_it_fails_whatever_is_unknown) {
    const TestResult result = judge(three_questions(), evidence(0.01, std::nullopt));
    EXPECT_EQ(result.verdict, Verdict::fails);
    EXPECT_DOUBLE_EQ(result.highest, 50);
}

TEST(Judging, what_is_unknown_and_could_tip_the_scale_is_said) {
    const TestResult result = judge(three_questions(), evidence(-0.001, std::nullopt));
    EXPECT_EQ(result.verdict, Verdict::not_enough_information);
    EXPECT_DOUBLE_EQ(result.lowest, 50);
    EXPECT_DOUBLE_EQ(result.highest, 100);
    EXPECT_EQ(result.findings[1].rating, Rating::unknown);
}

TEST(Judging, partly_met_counts_half) {
    const TestResult result = judge(three_questions(), evidence(0.001, -1.0));
    EXPECT_EQ(result.findings[0].rating, Rating::partly);
    EXPECT_EQ(result.findings[1].rating, Rating::partly);
    EXPECT_DOUBLE_EQ(result.lowest, 40);
    EXPECT_DOUBLE_EQ(result.highest, 60);
    EXPECT_EQ(result.verdict, Verdict::not_enough_information);
}

TEST(Judging, the_answer_of_a_reviewer_decides_a_judged_criterion_and_no_other) {
    Evidence known = evidence(0.001, -1.0);
    const Judgement yes{.criterion = "transparency",
                        .rating = Rating::met,
                        .evidence = "https://budget.example.org/fairness",
                        .reviewer = "Odile Tremblay",
                        .on = std::chrono::year{2026} / 11 / 3,
                        .reason = {"Published.", "Publié."}};
    known.judgements = {yes, yes};
    known.judgements.front().criterion = "inequality";
    const TestResult result = judge(three_questions(), known);
    EXPECT_EQ(result.findings[0].rating, Rating::partly);
    EXPECT_EQ(result.findings[2].rating, Rating::met);
    EXPECT_EQ(result.findings[2].judgement->reviewer, "Odile Tremblay");
    EXPECT_EQ(result.verdict, Verdict::passes);
}

TEST(Judging, thresholds_hold_at_their_very_value) {
    const Threshold higher{FigureId::health_spending, Better::higher, 0.0, -2.0};
    EXPECT_EQ(rate(higher, 0.0), Rating::met);
    EXPECT_EQ(rate(higher, -0.0), Rating::met);
    EXPECT_EQ(rate(higher, -2.0), Rating::partly);
    EXPECT_EQ(rate(higher, -2.0001), Rating::not_met);
    const Threshold lower{FigureId::inequality, Better::lower, 0.0, 0.002};
    EXPECT_EQ(rate(lower, 0.0), Rating::met);
    EXPECT_EQ(rate(lower, 0.002), Rating::partly);
    EXPECT_EQ(rate(lower, 0.003), Rating::not_met);
}

TEST(Judging, a_figure_that_is_no_number_is_unknown) {
    Figures figures;
    figures.set(FigureId::jobs, std::numeric_limits<double>::quiet_NaN());
    EXPECT_FALSE(figures.find(FigureId::jobs));
    EXPECT_EQ(rate({}, std::numeric_limits<double>::infinity()), Rating::unknown);
}

TEST(Judging, a_rubric_without_weight_knows_nothing) {
    EXPECT_EQ(judge({}, evidence(0.0, 0.0)).verdict, Verdict::not_enough_information);
}

TEST(Judging, names_of_ratings_and_figures_are_read_back) {
    for (const Rating rating : {Rating::met, Rating::partly, Rating::not_met, Rating::unknown})
        EXPECT_EQ(rating_of(name_of(rating)), rating);
    for (std::size_t i = 0; i < kFigures; ++i)
        EXPECT_EQ(figure_of(kind_of(static_cast<FigureId>(i)).name), static_cast<FigureId>(i));
    EXPECT_FALSE(rating_of("maybe"));
    EXPECT_FALSE(figure_of("luck"));
}

// More that is known never widens the span, and the truth always lies within it.
TEST(Judging, learning_more_only_narrows_the_span) {
    rc::check([](int gini, int health) {
        const double gini_change = gini % 10 / 1000.0;
        const double health_change = health % 50 / 10.0;
        const TestResult less = judge(three_questions(), evidence(gini_change, std::nullopt));
        const TestResult more = judge(three_questions(), evidence(gini_change, health_change));
        RC_ASSERT(more.lowest >= less.lowest);
        RC_ASSERT(more.highest <= less.highest);
        RC_ASSERT(more.lowest <= more.highest);
        RC_ASSERT(less.verdict == Verdict::not_enough_information || less.verdict == more.verdict);
    });
}

}  // namespace
}  // namespace budget_fairness
