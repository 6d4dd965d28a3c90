// The rules of a petition: its stages, its plan, its texts.
#include "features/petitions/petition.h"

#include <gtest/gtest.h>

namespace petitions {
namespace {

constexpr base::Instant kNow{1'800'000'000'000'000};

Petition petition() {
    return {.id = PetitionId{1},
            .level = base::LevelId{1},
            .slug = "library",
            .kind = Kind::petition,
            .goal = 100,
            .closes_at = std::nullopt,
            .published_at = std::nullopt,
            .closed_at = std::nullopt};
}

TextForms texts() {
    return {{"Save the library", "It is ours.", "We ask the council to keep it open.", ""},
            {"Sauvons la bibliothèque", "Elle est à nous.", "Nous demandons au conseil de la garder ouverte.", ""}};
}

TEST(Stage, GoesFromDraftToOpenToClosed) {
    auto it = petition();
    EXPECT_EQ(it.stage(kNow), Stage::draft);
    it.published_at = kNow;
    EXPECT_EQ(it.stage(kNow), Stage::open);
    it.closes_at = kNow + base::seconds(1);
    EXPECT_EQ(it.stage(kNow), Stage::open);
    EXPECT_EQ(it.stage(kNow + base::seconds(1)), Stage::closed) << "from that instant on";
    it.closes_at.reset();
    it.closed_at = kNow;
    EXPECT_EQ(it.stage(kNow), Stage::closed);
}

TEST(Plan, IsReadFromTheFormOrRefusedWithEveryProblem) {
    const auto plan = read_plan({"save-the-library", "petition", "5000", "2027-05-01", "canada"});
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->goal, 5000);
    EXPECT_EQ(plan->closes_at->seconds(), 1'809'234'000) << "2027-05-02T05:00:00Z: the day's end at UTC-5";
    const auto refused = read_plan({"Save The Library", "poem", "-3", "next week", "canada"});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().size(), 4u);
}

TEST(Plan, NeedsNeitherGoalNorLastDay) {
    const auto plan = read_plan({"library", "pledge", "", "", "canada"});
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->goal, 0);
    EXPECT_EQ(plan->closes_at, std::nullopt);
}

TEST(Texts, OfBothLanguagesAreCheckedTogether) {
    EXPECT_TRUE(problems_of(texts()).empty());
    auto long_title = texts();
    long_title.french.title = std::string(201, 'x');
    long_title.english.body.clear();
    const auto problems = problems_of(long_title);
    ASSERT_EQ(problems.size(), 2u);
    EXPECT_EQ(problems[0].field, "body_en");
    EXPECT_EQ(problems[1].field, "title_fr");
}

TEST(Texts, CountCharactersNotBytes) {
    auto accented = texts();
    accented.french.title.clear();
    for (int i = 0; i < 200; ++i) accented.french.title += "é";
    EXPECT_TRUE(problems_of(accented).empty());
}

TEST(Publishing, WithoutFrenchIsAnExplicitDecision) {
    const Text english{.id = TextId{1},
                       .petition = PetitionId{1},
                       .locale = base::Locale::english,
                       .version = 1,
                       .title = "Save the library",
                       .lead = "",
                       .body = "Keep it.",
                       .thanks = "",
                       .written_at = kNow,
                       .frozen_at = std::nullopt};
    EXPECT_EQ(problems_of_publishing({}, OneLanguage::decided).size(), 1u) << "there is nothing to publish";
    EXPECT_EQ(problems_of_publishing({english}, OneLanguage::not_decided).front().field, "one_language");
    EXPECT_TRUE(problems_of_publishing({english}, OneLanguage::decided).empty());
}

}  // namespace
}  // namespace petitions
