// Aïcha, a journalist, looks for what the campaign has said; on both databases.
#include <array>
#include <set>

#include <gtest/gtest.h>

#include "features/search/index_house_test.h"

namespace search {
namespace {

using testing::Test;
using Keys = std::vector<std::string>;

class Finding : public testing::TestWithParam<test_support::Kind> {
protected:
    IndexHouse house{GetParam()};
};
ALLTOGETHER_ON_BOTH_DATABASES(Finding);

std::string text_of(const std::vector<Piece>& pieces) {
    std::string out;
    for (const auto& piece : pieces) out += piece.kind == Piece::Kind::marked ? "[" + piece.text + "]" : piece.text;
    return out;
}

TEST_P(Finding, aicha_finds_french_words_with_and_without_accents_and_articles) {
    EXPECT_EQ(IndexHouse::keys(house.find_french("équité fiscale")), (Keys{"equity/fr"}));
    EXPECT_EQ(IndexHouse::keys(house.find_french("equite fiscale")), (Keys{"equity/fr"}));
    EXPECT_EQ(IndexHouse::keys(house.find_french("l'impot")), (Keys{"equity/fr"}));
    EXPECT_EQ(IndexHouse::keys(house.find_french("L’IMPÔT")), (Keys{"equity/fr"}));
    EXPECT_EQ(IndexHouse::keys(house.find_french("infirmieres")), (Keys{"nurses/fr", "equity/fr"}));
    EXPECT_EQ(IndexHouse::keys(house.find_french("infirmière")), (Keys{"nurses/fr", "equity/fr"}));
    EXPECT_EQ(IndexHouse::keys(house.find_french("fiscal")), (Keys{"equity/fr", "strike/fr"}));
}

TEST_P(Finding, a_page_without_a_hit_in_its_language_shows_those_in_the_other) {
    const auto answer = house.find_english("infirmières");
    EXPECT_EQ(IndexHouse::keys(answer), (Keys{"nurses/fr", "equity/fr"}));
    EXPECT_EQ(answer.languages, (std::vector{base::Locale::french}));
}

TEST_P(Finding, a_mistyped_word_is_corrected_when_nothing_has_it) {
    const auto answer = house.find_english("Solidarty");
    EXPECT_EQ(answer.corrected, "solidarity");
    EXPECT_EQ(IndexHouse::keys(answer).front(), "solidarity/en");
    EXPECT_EQ(house.find_french("bibliotheqeu").corrected, "bibliothèque");
    EXPECT_EQ(house.find_english("zzzzzzzz").outcome, Outcome::nothing);
}

TEST_P(Finding, snippets_keep_accents_and_mark_words) {
    const auto answer = house.find_french("hopital");
    ASSERT_EQ(answer.hits.size(), 1U);
    EXPECT_EQ(text_of(answer.hits[0].title), "Des infirmières parlent");
    EXPECT_EQ(text_of(answer.hits[0].snippet),
              "À l’[hôpital] de Rivière-aux-Pins, les infirmières travaillent seize heures. La solidarité gagne.");
}

TEST_P(Finding, quotes_keep_words_together_and_a_minus_leaves_out) {
    EXPECT_EQ(IndexHouse::keys(house.find_english("public services")), (Keys{"water/en", "budget/en"}));
    EXPECT_EQ(IndexHouse::keys(house.find_english("\"services: schools\"")), (Keys{"budget/en"}));
    EXPECT_EQ(IndexHouse::keys(house.find_english("public services -schools")), (Keys{"water/en"}));
    EXPECT_EQ(IndexHouse::keys(house.find_english("public -\"public water\"")), (Keys{"budget/en"}));
    EXPECT_EQ(IndexHouse::keys(house.find_english("“right to strike”")), (Keys{"strike/en"}));
}

TEST_P(Finding, the_last_word_may_be_unfinished) {
    EXPECT_EQ(IndexHouse::keys(house.find_english("libr")), (Keys{"library/en", "equity/en"}));
    EXPECT_EQ(IndexHouse::keys(house.find_french("biblioth")), (Keys{"library/fr", "equity/fr"}));
    EXPECT_EQ(IndexHouse::keys(house.find_english("obrien 2030")), (Keys{"library/en"}));
}

TEST_P(Finding, where_no_page_has_all_words_those_with_some_are_shown) {
    const auto answer = house.find_english("water zeppelin");
    EXPECT_TRUE(answer.is_partial);
    EXPECT_EQ(IndexHouse::keys(answer).front(), "water/en");
}

TEST_P(Finding, filters_narrow_down_and_figures_say_what_is_left) {
    const auto all = house.find({.words = "public", .languages = Languages::both});
    ASSERT_TRUE(all.facets);
    EXPECT_EQ(all.total, 4);
    EXPECT_EQ(all.facets->years, (decltype(all.facets->years){{2026, 4}}));
    const auto none = house.find({.words = "strike", .filters = {.year = 2026}});
    EXPECT_EQ(none.outcome, Outcome::nothing);
    EXPECT_EQ(none.without_filters, 1);
    EXPECT_EQ(house.find({.words = "strike", .filters = {.kind = "news", .year = 2022}}).total, 1);
    EXPECT_EQ(house.find({.words = "strike", .filters = {.kind = "budgets"}}).total, 0);
}

TEST_P(Finding, where_too_many_match_to_be_counted_every_filter_is_offered_and_none_has_a_figure) {
    for (int i = 0; i < 400; ++i)
        house.shelf.put("crowd" + std::to_string(1'000 + i) + "/en", base::Locale::english, "Notes of the week",
                        "A pension for everyone.", i * 5);
    house.indexer.compare();
    const auto answer = house.find_english("pension");
    EXPECT_FALSE(answer.is_complete);
    EXPECT_FALSE(answer.facets);
    EXPECT_GT(answer.offered.years.size(), 4U) << "years of documents that were not ranked, too";
    EXPECT_TRUE(answer.offered.kinds.contains("news"));
    EXPECT_EQ(house.find({.words = "pension", .filters = {.year = 2022}}).total, 73) << "365 / 5";
}

TEST_P(Finding, a_mistyped_word_of_a_title_is_corrected_in_its_own_language_only) {
    EXPECT_EQ(house.find_english("Libary").corrected, "library");
    EXPECT_EQ(house.find_english("Internatoinal solidarity").corrected, "international solidarity");
    EXPECT_EQ(house.find_french("equitte fiscale").corrected, "équité fiscale");
    EXPECT_EQ(house.find_french("infirmeires").corrected, "infirmières");
}

TEST_P(Finding, nothing_asked_and_nothing_but_common_words_are_told_apart) {
    EXPECT_EQ(house.find_english("").outcome, Outcome::no_words);
    EXPECT_EQ(house.find_english("-water").outcome, Outcome::no_words);
    EXPECT_EQ(house.find_english("*** % _ ' \" ; drop table").outcome, Outcome::nothing);
    EXPECT_EQ(house.find_english("the").outcome, Outcome::only_common);
}

TEST_P(Finding, words_of_the_index_languages_are_no_commands) {
    for (const auto* words :
         {"NEAR(water services)", "water OR", "AND", "NOT NOT", "\"\"\"", "water*", "title:water", "{a b}: c",
          "'water' & 'x'", "water:*", "^water", "-", "--", "a\\'b", "\xff\xfe water", "water & | ! ( )"})
        EXPECT_NO_THROW(house.find_english(words)) << words;
    EXPECT_EQ(IndexHouse::keys(house.find_english("title:water*")).front(), "water/en") << "title is in no page";
}

TEST_P(Finding, pages_follow_each_other_without_gap) {
    for (int i = 0; i < 25; ++i)
        house.shelf.put("many" + std::to_string(100 + i) + "/en", base::Locale::english, "Pension " + std::to_string(i),
                        "Pensions.", i);
    house.indexer.compare();
    Keys seen;
    for (const int page : {1, 2, 3, 4})
        for (const auto& key : IndexHouse::keys(house.find({.words = "pension", .page = page}))) seen.push_back(key);
    EXPECT_EQ(seen.size(), 25U);
    EXPECT_EQ(std::set<std::string>(seen.begin(), seen.end()).size(), 25U);
    EXPECT_EQ(seen.front(), "many100/en") << "the newest of equals";
}

// Both databases give the same pages in the same order.
TEST(BothDatabases, agree_on_every_question) {
    IndexHouse sqlite{test_support::Kind::sqlite};
    IndexHouse postgres{test_support::Kind::postgres};
    for (auto* house : {&sqlite, &postgres}) {
        for (int i = 0; i < 700; ++i)
            house->shelf.put(
                "crowd" + std::to_string(1'000 + i) + "/en", base::Locale::english,
                i % 7 == 0 ? "Transit in public hands" : "Notes of the week",
                "Public transit " + std::to_string(i % 50) + (i % 3 == 0 ? " pays for schools" : " and water"), i);
        house->indexer.compare();
    }
    constexpr std::array kQuestions{"tax",
                                    "taxes",
                                    "fair",
                                    "nurses",
                                    "nurse hours",
                                    "solidarity",
                                    "solidarty",
                                    "library",
                                    "libraries",
                                    "public",
                                    "public transit",
                                    "transit hands",
                                    "schools",
                                    "school water",
                                    "\"public hands\"",
                                    "\"transit 7\"",
                                    "water -schools",
                                    "impôt",
                                    "l'impot",
                                    "équité",
                                    "equite fiscale",
                                    "infirmieres",
                                    "infirmier",
                                    "solidarité",
                                    "bibliotheque",
                                    "services publics",
                                    "grève",
                                    "droit greve",
                                    "eau",
                                    "l’eau",
                                    "compressions",
                                    "transports",
                                    "pays",
                                    "2030",
                                    "7",
                                    "wek",
                                    "notes of the week",
                                    "zeppelin transit",
                                    "rivière pins",
                                    "hand"};
    static_assert(kQuestions.size() >= 30);
    for (const auto* words : kQuestions)
        for (const auto languages : {Languages::own_first, Languages::both, Languages::french}) {
            const Question question{.words = words, .languages = languages};
            const auto left = sqlite.find(question);
            const auto right = postgres.find(question);
            EXPECT_EQ(IndexHouse::keys(left), IndexHouse::keys(right)) << words;
            EXPECT_EQ(left.total, right.total) << words;
            EXPECT_EQ(left.corrected, right.corrected) << words;
        }
}

}  // namespace
}  // namespace search
