// Prepared cuts: their words, their names in the address, and when they may be shown.
#include "features/jobs_calculator/scenario.h"

#include <gtest/gtest.h>

namespace jobs_calculator {
namespace {

constexpr auto kEnglish = base::Locale::english;
constexpr auto kFrench = base::Locale::french;

ScenarioForm night_shift() {
    return {.slug = "night-shift",
            .english = {"They cut the night shift", "It is on page 12 of the **budget**."},
            .french = {"On coupe le quart de nuit", ""},
            .question = example_form()};
}

Scenario scenario_of(ScenarioContent content) {
    return {.id = ScenarioId{1},
            .level = base::LevelId{1},
            .slug = "night-shift",
            .listing = Listing::page_only,
            .draft = content,
            .published = content,
            .published_at = base::Instant{},
            .withdrawn_at = {}};
}

TEST(AScenario, holds_its_question_in_a_form_that_both_languages_read) {
    ScenarioForm form = night_shift();
    form.question.amount = "1 250,5";
    const auto content = read_content(form, kFrench);
    ASSERT_TRUE(content);
    EXPECT_EQ(content->query, "jurisdiction=ON&function=hospitals&amount=1250.5&unit=million");
    EXPECT_EQ(form_of_query(content->query).amount, "1250.5");
}

TEST(AScenario, tells_everything_that_is_wrong_with_its_words_and_its_question_at_once) {
    ScenarioForm form = night_shift();
    form.english.headline = std::string(121, 'x');
    form.french = {"", "Texte sans titre"};
    form.question.amount = "-5";
    form.question.function = "dragons";
    const auto content = read_content(form, kEnglish);
    ASSERT_FALSE(content);
    for (const auto* field : {"headline_en", "headline_fr", "amount", "function"})
        EXPECT_NE(base::find_problem(content.error(), field), nullptr) << field;
}

TEST(AScenario, is_published_in_both_languages_or_by_a_decision) {
    ScenarioContent content{"", {"They cut the night shift", ""}, {}};
    EXPECT_NE(base::find_problem(problems_of_publishing(content, OneLanguage::not_decided), "one_language"), nullptr);
    EXPECT_TRUE(problems_of_publishing(content, OneLanguage::decided).empty());
    content.french.headline = "On coupe le quart de nuit";
    EXPECT_TRUE(problems_of_publishing(content, OneLanguage::not_decided).empty());
    EXPECT_FALSE(problems_of_publishing({}, OneLanguage::decided).empty()) << "nothing is written at all";
}

TEST(AScenario, without_words_in_a_language_shows_those_of_the_other_one_and_says_so) {
    const auto scenario = scenario_of({"", {"They cut the night shift", ""}, {}});
    const auto shown = public_scenario(scenario, kFrench);
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->words_locale, kEnglish);
    EXPECT_EQ(shown->words.headline, "They cut the night shift");
}

TEST(AScenario, that_is_a_draft_or_was_withdrawn_is_nobodys_to_see) {
    auto scenario = scenario_of({"", {"They cut the night shift", ""}, {}});
    scenario.withdrawn_at = base::Instant{};
    EXPECT_FALSE(public_scenario(scenario, kEnglish));
    scenario.withdrawn_at.reset();
    scenario.published.reset();
    EXPECT_FALSE(public_scenario(scenario, kEnglish));
    EXPECT_TRUE(scenario.has_changes());
}

TEST(AScenario, has_a_name_in_the_address_that_no_other_page_has) {
    EXPECT_TRUE(problems_of_slug("budget-2026").empty());
    for (const auto* slug : {"", "Budget", "method", "embed", "-x", "a b", "x.png"})
        EXPECT_FALSE(problems_of_slug(slug).empty()) << slug;
}

}  // namespace
}  // namespace jobs_calculator
