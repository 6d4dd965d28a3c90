// The rules of guides, without a database: what may be saved, approved and merged, which words are marked, whose guide
// a level shows, what two wordings say about each other, and what stands on paper.
#include "features/message_guides/guide.h"

#include <array>
#include <cstdio>
#include <map>

#include <gtest/gtest.h>

#include "features/message_guides/content_form.h"
#include "features/message_guides/content_json.h"
#include "features/message_guides/demo_texts.h"
#include "features/message_guides/fields.h"
#include "features/message_guides/library.h"
#include "features/message_guides/paper.h"
#include "features/message_guides/uses.h"
#include "features/message_guides/wording.h"

namespace message_guides {
namespace {

constexpr auto kEnglish = base::Locale::english, kFrench = base::Locale::french;

Content small_guide() {
    return {.title = {"Taxes", "Impôts"},
            .lead = {"Who pays", "Qui paie"},
            .story = {"Once", "Une fois"},
            .review_on = "2027-05-01",
            .rules = {{"00000001", Advice::should, {"Say it", "Dites-le"}, {"Because", "Parce que"}}},
            .pairs = {{"00000002", {}, {"Heard", "Entendu"}, {"Said", "Dit"}, {}},
                      {"00000003", Audience::council, {"Heard too", "Aussi"}, {"Said too", "Dit aussi"}, {}}}};
}

// ---- What may be saved and published

TEST(Guides, TheThreeThatComeWithTheHouseAreSoundAndSayTheSameInBothLanguages) {
    ASSERT_EQ(prepared_guides().size(), 3U);
    for (const auto& [slug, content] : prepared_guides()) {
        EXPECT_TRUE(problems_of(content).empty()) << slug << ": " << problems_of(content).front().field;
        EXPECT_TRUE(unready(content).empty()) << slug;
        EXPECT_TRUE(gaps(content, kEnglish).empty() && gaps(content, kFrench).empty()) << slug;
        EXPECT_EQ(content.rules.size(), 5U);
        EXPECT_GE(content.pairs.size(), 5U);
        EXPECT_GE(content.facts.size(), 3U);
        // Nobody is told to avoid a word that the guide itself uses in an answer.
        for (const auto locale : base::kLocales) {
            std::vector<Avoided> avoided;
            for (const Term& term : content.terms)
                if (term.language == locale) avoided.push_back({term.avoid, 0});
            const WordList list{locale, avoided};
            for (const Pair& pair : content.pairs)
                EXPECT_TRUE(list.marks_in(pair.say.in(locale)).empty()) << pair.say.in(locale);
        }
    }
}

TEST(Guides, ProblemsAreToldAllAtOnceBesideTheirFields) {
    Content content = small_guide();
    content.rules[0].reason.french.clear();
    content.pairs[0].say.english.clear();
    content.facts = {{"00000004", {"Half", ""}, {"", ""}, "not an address", "2026-02-29"}};
    content.terms = {{"00000005", kEnglish, "one two three four five", "", "Why"}};
    std::vector<std::string> fields;
    for (const auto& each : problems_of(content)) fields.push_back(each.field);
    EXPECT_EQ(fields, (std::vector<std::string>{"rules.00000001.reason_fr", "pairs.00000002.say_en",
                                                "facts.00000004.source_en", "facts.00000004.date", "facts.00000004.url",
                                                "terms.00000005.better", "terms.00000005.avoid"}));
}

TEST(Guides, WhatOneLanguageLacksIsNamed) {
    Content content = small_guide();
    content.pairs[1].say.french.clear();
    content.lead.english.clear();
    EXPECT_EQ(gaps(content, kFrench), std::vector<std::string>{"pairs.00000003.say_fr"});
    EXPECT_EQ(gaps(content, kEnglish), std::vector<std::string>{"lead_en"});
    EXPECT_EQ(unready(content).size(), 1U);
}

TEST(Guides, ASecondPersonApproves) {
    const Guide guide{GuideId{1}, "taxes", "taxes", base::LevelId{1}, Stage::published, VersionId{10}};
    const auto version = [](int number, std::string by) {
        return Version{VersionId{9 + number}, GuideId{1}, number, {}, std::move(by), {}};
    };
    const std::vector versions{version(3, "Ines"), version(2, "Marc"), version(1, "Rosa")};
    EXPECT_FALSE(may_approve(versions, guide, "Ines"));
    EXPECT_FALSE(may_approve(versions, guide, "Marc")) << "a part of it is his";
    EXPECT_TRUE(may_approve(versions, guide, "Rosa")) << "what she wrote is public already";
    EXPECT_TRUE(may_approve(versions, guide, "Ann"));
}

TEST(Guides, AreStoredAsJsonAndReadBackTheSame) {
    for (const auto& [slug, content] : prepared_guides()) EXPECT_EQ(content_of(text_of(content)), content);
    EXPECT_EQ(content_of("{\"title_en\": 7, \"rules\": [3, {}], \"more\": []}").rules.size(), 1U);
    EXPECT_EQ(content_of("no JSON"), Content{});
}

// ---- Two who write at once

TEST(GuideMerging, WhatOnlyOneChangedIsKeptAndAnItemOfEach) {
    const Content base = small_guide();
    Content stored = base, typed = base;
    stored.title.english = "Fair taxes";
    stored.pairs.push_back({"0000000a", {}, {"New here", ""}, {"Answer", ""}, {}});
    typed.story.french = "Il était une fois";
    typed.pairs.erase(typed.pairs.begin());
    const auto merged = merge({base, stored, typed});
    EXPECT_TRUE(merged.conflicts.empty());
    EXPECT_EQ(merged.content.title.english, "Fair taxes");
    EXPECT_EQ(merged.content.story.french, "Il était une fois");
    ASSERT_EQ(merged.content.pairs.size(), 2U);
    EXPECT_EQ(merged.content.pairs[0].key, "00000003");
    EXPECT_EQ(merged.content.pairs[1].say.english, "Answer");
}

TEST(GuideMerging, WhatBothChangedIsAConflictAlsoWhereOneTookItAway) {
    const Content base = small_guide();
    Content stored = base, typed = base;
    stored.pairs[0].say.english = "Said better";
    typed.pairs.erase(typed.pairs.begin());
    stored.lead.french = "Qui donc";
    typed.lead.french = "Qui alors";
    const auto merged = merge({base, stored, typed});
    ASSERT_EQ(merged.conflicts.size(), 2U);
    EXPECT_EQ(merged.conflicts[0], (ports::NamedText{"lead_fr", "Qui donc"}));
    EXPECT_EQ(merged.conflicts[1], (ports::NamedText{"pairs.00000002.say_en", "Said better"}));
    EXPECT_EQ(merged.content.pairs.size(), 2U) << "the pair stays in sight until somebody has decided";
}

TEST(GuideMerging, TheOrderOfWhoeverMovedHolds) {
    const Content base = small_guide();
    Content stored = base, typed = base;
    std::swap(stored.pairs[0], stored.pairs[1]);
    typed.title.english = "Other";
    EXPECT_EQ(merge({base, stored, typed}).content.pairs[0].key, "00000003");
    EXPECT_EQ(merge({base, typed, stored}).content.pairs[0].key, "00000003");
}

TEST(GuideVersions, DifferInNamedFields) {
    const Content before = small_guide();
    Content after = before;
    after.pairs[1].say.french = "Autrement";
    after.rules.clear();
    const auto changes = changes_between({before, after});
    ASSERT_EQ(changes.size(), 6U);
    EXPECT_EQ(changes[0].field.name, "pairs.00000003.say_fr");
    EXPECT_EQ(changes[0].field.position, 2);
    EXPECT_EQ(changes[0].before, "Dit aussi");
    EXPECT_EQ(changes[1].field.text, "") << "what went";
    after.terms = {{"00000007", kFrench, "fardeau", "part", "Parce que"}};
    EXPECT_EQ(changes_between({before, after})[2].field.locale, kFrench) << "a word is of the language that it names";
}

// ---- The form

TEST(GuideForm, ButtonsAddMoveAndTakeAwayWithoutSaving) {
    const auto add = after(small_guide(), editor_act_of("add:facts"), "request-7");
    ASSERT_EQ(add.content.facts.size(), 1U);
    EXPECT_EQ(add.key, add.content.facts[0].key);
    EXPECT_EQ(add.key.size(), 8U);
    EXPECT_EQ(after(small_guide(), editor_act_of("down:pairs.00000002"), "").content.pairs[1].key, "00000002");
    EXPECT_EQ(after(small_guide(), editor_act_of("up:pairs.00000002"), "").content.pairs[0].key, "00000002");
    EXPECT_EQ(after(small_guide(), editor_act_of("remove:pairs.00000002"), "").content.pairs.size(), 1U);
    EXPECT_EQ(after(small_guide(), editor_act_of("remove:pairs.none"), "").content, small_guide());
    EXPECT_EQ(editor_act_of("nonsense").kind, EditorAct::Kind::save);
}

TEST(GuideForm, ComesBackAsItWasTypedAndTwiceTheSameKeyCountsOnce) {
    const std::multimap<std::string, std::string, std::less<>> form{{"title_en", "  Fair   taxes "},
                                                                    {"audiences", "media"},
                                                                    {"audiences", "member"},
                                                                    {"pairs", "0000000b"},
                                                                    {"pairs", "0000000b"},
                                                                    {"pairs", "<script>"},
                                                                    {"pairs.0000000b.say_fr", "Dit\r\nici"},
                                                                    {"pairs.0000000b.audience", "council"},
                                                                    {"visibility", "members"}};
    const auto all = [&](std::string_view name) {
        std::vector<std::string> values;
        for (auto [at, end] = form.equal_range(name); at != end; ++at) values.push_back(at->second);
        return values;
    };
    const Content content = read_content({.one =
                                              [&](std::string_view name) {
                                                  const auto values = all(name);
                                                  return values.empty() ? std::string{} : values.front();
                                              },
                                          .all = all});
    EXPECT_EQ(content.title.english, "Fair taxes");
    EXPECT_EQ(content.audiences, (std::vector{Audience::member, Audience::media}));
    EXPECT_EQ(content.visibility, Visibility::members);
    ASSERT_EQ(content.pairs.size(), 1U);
    EXPECT_EQ(content.pairs[0].say.french, "Dit\nici");
    EXPECT_EQ(content.pairs[0].audience, Audience::council);
}

// ---- Words to avoid

TEST(WordsToAvoid, AreFoundInEveryFormAndTheLongerOneWins) {
    const std::vector<Avoided> avoided{{"burden", 0}, {"tax burden", 1}, {"bureaucrat", 2}};
    const WordList list{kEnglish, avoided};
    const std::string text = "The Tax  Burdens of bureaucrats, a BURDEN; tax-burden. Burdock.";
    const auto marks = list.marks_in(text);
    ASSERT_EQ(marks.size(), 4U);
    EXPECT_EQ(text.substr(marks[0].begin, marks[0].end - marks[0].begin), "Tax  Burdens");
    EXPECT_EQ(marks[0].number, 1U);
    EXPECT_EQ(marks[1].number, 2U);
    EXPECT_EQ(marks[2].number, 0U);
    EXPECT_EQ(marks[3].number, 1U);
}

TEST(WordsToAvoid, InFrenchWithElisionAccentsAndPlurals) {
    const std::vector<Avoided> avoided{{"contribuable", 0}, {"échappatoire", 1}, {"allègement fiscal", 2}};
    const WordList list{kFrench, avoided};
    const auto marks = list.marks_in("Les contribuables, l’échappatoire et d'ÉCHAPPATOIRES ; des allègements fiscaux.");
    std::vector<std::size_t> numbers;
    for (const Mark& mark : marks) numbers.push_back(mark.number);
    EXPECT_EQ(numbers, (std::vector<std::size_t>{0, 1, 1, 2}));
    EXPECT_EQ(list.marks_in("des ALLEGEMENTS FISCAUX").size(), 1U) << "capitals without accents";
    EXPECT_EQ(list.marks_in("une e\u0301chappatoire").size(), 1U) << "an accent that stands behind its letter";
    const WordList charge{kFrench, std::vector<Avoided>{{"à la charge", 0}}};
    EXPECT_EQ(charge.marks_in("À la charge du public").size(), 1U);
    EXPECT_TRUE(charge.marks_in("Il a la charge de tout").empty()) << "a short word is another one without its accent";
}

TEST(WordsToAvoid, AnExpressionDoesNotReachOverTheEndOfASentence) {
    const std::vector<Avoided> avoided{{"tax relief", 0}};
    const WordList list{kEnglish, avoided};
    EXPECT_TRUE(list.marks_in("We all pay tax. Relief came late, and tax, relief and\ntax\n\nrelief.").empty());
    EXPECT_EQ(list.marks_in("tax\nrelief, “tax” relief, tax\u00A0relief").size(), 3U);
}

TEST(WordsToAvoid, AnyBytesAreFine) {
    const std::vector<Avoided> avoided{{"tax", 0}};
    const WordList list{kEnglish, avoided};
    EXPECT_EQ(list.marks_in("\xff\xfe tax \xc3").size(), 1U);
    EXPECT_EQ(list.marks_in(std::string(100'000, 'a')).size(), 0U);
    std::string many;
    for (int i = 0; i < 500; ++i) many += "tax ";
    EXPECT_EQ(list.marks_in(many, 50).size(), 50U);
}

// ---- Whose guide a level shows

TEST(Library, TheNearestLevelsGuideOfAThemeStandsInForThoseAboveIt) {
    const auto level = [](int id, people::LevelKind kind, std::string slug, std::optional<base::LevelId> parent) {
        return people::Level{base::LevelId{id}, kind, slug, slug, slug, 1, parent, std::nullopt};
    };
    const people::LevelTree levels{{level(1, people::LevelKind::national, "canada", std::nullopt),
                                    level(2, people::LevelKind::province, "qc", base::LevelId{1}),
                                    level(3, people::LevelKind::local, "val-clair", base::LevelId{2})}};
    const auto guide = [](int id, std::string slug, std::string theme, int at, Visibility visibility) {
        Content content = small_guide();
        content.visibility = visibility;
        return Published{{GuideId{id}, std::move(slug), std::move(theme), base::LevelId{at}, Stage::published},
                         {VersionId{id}, GuideId{id}, 1, content, "", {}}};
    };
    const std::vector all{guide(1, "taxes", "taxes", 1, Visibility::everybody),
                          guide(2, "taxes-qc", "taxes", 2, Visibility::members),
                          guide(3, "water", "water", 1, Visibility::everybody)};
    const auto slugs = [&](std::optional<base::LevelId> at, Reader reader) {
        std::vector<std::string> found;
        for (const Published& each : library(all, levels, {at, reader})) found.push_back(each.guide.slug);
        return found;
    };
    using Slugs = std::vector<std::string>;
    EXPECT_EQ(slugs({}, Reader::everybody), (Slugs{"taxes", "water"}));
    EXPECT_EQ(slugs(base::LevelId{3}, Reader::member), (Slugs{"taxes-qc", "water"}));
    EXPECT_EQ(slugs(base::LevelId{3}, Reader::everybody), (Slugs{"taxes", "water"})) << "members alone read the other";
}

// ---- Two wordings

TEST(Trials, SayNothingBeforeEachWasShownFiftyTimes) {
    const auto counts = [](int shown, int copied, int other_shown, int other_copied) {
        return std::vector<UseCount>{{"p", Wording::first, UseKind::shown, shown},
                                     {"p", Wording::first, UseKind::copied, copied},
                                     {"p", Wording::other, UseKind::shown, other_shown},
                                     {"p", Wording::other, UseKind::copied, other_copied},
                                     {"q", Wording::first, UseKind::copied, 1000}};
    };
    EXPECT_EQ(verdict_of(trial_of(counts(49, 30, 80, 2), "p")), TrialVerdict::too_early);
    // Newcombe 1998, table II, method 10: 56/70 against 48/80 gives 0.0524 to 0.3339.
    const auto trial = trial_of(counts(70, 56, 80, 48), "p");
    EXPECT_NEAR(trial.difference.low, 0.0524, 0.00005);
    EXPECT_NEAR(trial.difference.high, 0.3339, 0.00005);
    EXPECT_EQ(verdict_of(trial), TrialVerdict::first_is_better);
    EXPECT_EQ(verdict_of(trial_of(counts(80, 48, 70, 56), "p")), TrialVerdict::other_is_better);
    EXPECT_EQ(verdict_of(trial_of(counts(80, 20, 80, 21), "p")), TrialVerdict::no_difference);
}

// ---- Paper

// What poppler reads in a file.
std::string read_by(const std::string& command, const std::string& pdf) {
    const std::string path = testing::TempDir() + "guide.pdf";
    FILE* const file = std::fopen(path.c_str(), "wb");
    std::fwrite(pdf.data(), 1, pdf.size(), file);
    std::fclose(file);
    std::string words;
    FILE* const pipe = popen((command + " '" + path + "' " + (command == "pdftotext" ? "-" : "")).c_str(), "r");
    std::array<char, 4096> part{};
    while (const auto length = std::fread(part.data(), 1, part.size(), pipe)) words.append(part.data(), length);
    EXPECT_EQ(pclose(pipe), 0);
    return words;
}

TEST(GuidesOnPaper, ALeafletOfA5AndACardForTheWallet) {
    const Content content = tax_fairness().content;
    const PaperOrder order{content, kFrench, content.story.french, "Tous ensemble", "example.org/fr/words",
                           1,       1,       base::Instant{1}};
    const auto leaflet = leaflet_pdf(order);
    const auto facts = read_by("pdfinfo", leaflet);
    EXPECT_TRUE(facts.contains("Pages:           4")) << facts;
    EXPECT_TRUE(facts.contains("419.53 x 595.28 pts") || facts.contains("419.528 x 595.276 pts")) << facts;
    const auto words = read_by("pdftotext", leaflet);
    EXPECT_TRUE(words.contains("fardeau fiscal")) << words;
    EXPECT_FALSE(words.contains("tax burden")) << "one language";

    const auto card = card_pdf(order);
    EXPECT_TRUE(read_by("pdfinfo", card).contains("Pages:           2"));
    EXPECT_TRUE(read_by("pdfinfo", card).contains("240.94 x 153.07 pts")) << read_by("pdfinfo", card);
    EXPECT_TRUE(read_by("pdfinfo", card_sheet_pdf(order)).contains("612 x 792 pts (letter)"));
}

}  // namespace
}  // namespace message_guides
