// What a text means to the search. Stems: the samples of snowballstem.org's pages on English and French.
#include "features/search/analysis.h"

#include <gtest/gtest.h>

#include "features/search/query.h"
#include "features/search/snippet.h"
#include "features/search/spelling.h"

namespace search {
namespace {

using Texts = std::vector<std::string>;

Texts folded(std::string_view text) {
    Texts out;
    for (const auto& word : words_in(text)) out.push_back(word.folded);
    return out;
}

std::string stem(std::string_view text, base::Locale locale) { return stems_of(words_in(text).at(0), locale).main; }

TEST(Words, lose_case_accents_and_ligatures) {
    EXPECT_EQ(folded("ÉQUITÉ Fiscale, Œuvre; naïve"), (Texts{"equite", "fiscale", "oeuvre", "naive"}));
    EXPECT_EQ(folded("E\xCC\x81quite"), (Texts{"equite"})) << "an accent of its own";
    EXPECT_EQ(folded("co\xC2\xADope\xC2\xADra\xC2\xADtive"), (Texts{"cooperative"})) << "soft hyphens";
}

TEST(Words, lose_elided_articles_with_any_apostrophe) {
    EXPECT_EQ(folded("l'impôt d’Ottawa qu`elle jusqu'au lorsqu'il"), (Texts{"impot", "ottawa", "elle", "au", "il"}));
    EXPECT_EQ(folded("O'Brien aujourd'hui workers' Ontario's we'll"),
              (Texts{"obrien", "aujourdhui", "workers", "ontario", "we"}));
    EXPECT_EQ(folded("d'l'eau 'quoted'"), (Texts{"eau", "quoted"}));
}

TEST(Words, know_where_they_stand) {
    const std::string text = "Oui, l’hôpital!";
    const auto words = words_in(text);
    ASSERT_EQ(words.size(), 2U);
    EXPECT_EQ(text.substr(words[1].begin, words[1].end - words[1].begin), "hôpital");
}

TEST(Words, are_found_between_bytes_of_any_kind) {
    EXPECT_EQ(folded("a\xFFwater\xC3(\x01nurse"), (Texts{"a", "water", "nurse"}));
    EXPECT_TRUE(folded(std::string(1'000, 'x')).empty());
}

TEST(Stems, are_snowballs_in_english) {
    EXPECT_EQ(stem("consistency", base::Locale::english), "consist");
    EXPECT_EQ(stem("consolidating", base::Locale::english), "consolid");
    EXPECT_EQ(stem("constables", base::Locale::english), "constabl");
    EXPECT_EQ(stem("knightly", base::Locale::english), "knight");
}

TEST(Stems, are_snowballs_in_french_without_accents) {
    EXPECT_EQ(stem("continuellement", base::Locale::french), "continuel");
    EXPECT_EQ(stem("contrainte", base::Locale::french), "contraint");
    EXPECT_EQ(stem("majestueusement", base::Locale::french), "majestu");
    EXPECT_EQ(stem("majorité", base::Locale::french), "major");
    EXPECT_EQ(stems_of(words_in("infirmières").at(0), base::Locale::french), (Stems{"infirmi", "infirmier"}));
    EXPECT_EQ(stem("C2024", base::Locale::french), "c2024");
}

TEST(Queries, are_words_phrases_and_what_must_not_occur) {
    const auto query = read_query("  l'eau “services publics” -bottled porte-parole ");
    ASSERT_EQ(query.wanted.size(), 4U);
    EXPECT_EQ(query.wanted[1].size(), 2U);
    ASSERT_EQ(query.unwanted.size(), 1U);
    EXPECT_EQ(query.unwanted[0][0].folded, "bottled");
    EXPECT_FALSE(query.is_last_open);
    EXPECT_TRUE(read_query("libr").is_last_open);
    EXPECT_EQ(with_replacements(query, {{query.wanted[0][0].begin, query.wanted[0][0].end, "air"}}),
              "l'air “services publics” -bottled porte-parole");
}

TEST(Queries, of_any_length_are_cut) {
    std::string many;
    for (int i = 0; i < 500; ++i) many += "word ";
    const auto query = read_query(many);
    EXPECT_LE(query.wanted.size(), kMostWords);
    EXPECT_TRUE(query.is_cut);
    EXPECT_LE(query.text.size(), kLongestQuery);
}

TEST(Spelling, mistakes_are_counted_as_people_make_them) {
    EXPECT_EQ(distance(U"solidarity", U"solidarty", 2), 1) << "left out";
    EXPECT_EQ(distance(U"nurse", U"nusre", 2), 1) << "swapped";
    EXPECT_EQ(distance(U"kitten", U"sitting", 3), 3);
    EXPECT_EQ(distance(U"water", U"library", 2), 3) << "more than the limit";
}

TEST(Spelling, the_nearest_and_most_frequent_word_is_meant) {
    const Vocabulary words{
        {{"équité", "equite", 9}, {"equine", "equine", 1}, {"water", "water", 5}, {"waters", "waters", 7}}};
    EXPECT_EQ(words.nearest("equitte")->lower, "équité");
    EXPECT_EQ(words.nearest("watre")->lower, "water");
    EXPECT_EQ(words.nearest("wat"), nullptr);
    EXPECT_EQ(words.nearest("zzzzz"), nullptr);
    EXPECT_EQ(words.nearest("watre", 6), nullptr);
}

TEST(Snippets, show_the_stretch_with_most_words) {
    std::string text = "Water first. ";
    for (int i = 0; i < 100; ++i) text += "filler ";
    text += "Then public water and schools.";
    const auto pieces = snippet(text, {"public", "water", "school"}, base::Locale::english);
    ASSERT_GE(pieces.size(), 6U);
    EXPECT_EQ(pieces[0].text.substr(0, 4), "… ");
    EXPECT_EQ(pieces[1], (Piece{Piece::Kind::marked, "public"}));
    EXPECT_EQ(pieces.back().text, ".");
}

}  // namespace
}  // namespace search
