// The rules of items: days, addresses, teasers, stages, what changed between two texts.
#include "features/newsroom/item.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/text.h"
#include "features/newsroom/item_form.h"
#include "features/newsroom/links_service.h"
#include "features/newsroom/teaser.h"
#include "features/newsroom/teaser_service.h"

namespace newsroom {
namespace {

using base::Locale;

std::string teaser(std::string_view text, Locale locale, std::size_t limit) {
    return teaser_from({.text = text, .locale = locale, .limit = limit});
}

TEST(Teaser, EndsWhereASentenceEndsAndNotBehindAnAbbreviation) {
    constexpr std::string_view kDoctor =
        "Dr. Roy met Mr. A. Singh at 3.5 km. They talked. Then nothing happened for long.";
    EXPECT_EQ(teaser(kDoctor, Locale::english, 50), "Dr. Roy met Mr. A. Singh at 3.5 km. They talked.");
    EXPECT_EQ(teaser(kDoctor, Locale::english, 40), "Dr. Roy met Mr. A. Singh at 3.5 km.");
    EXPECT_EQ(teaser(kDoctor, Locale::english, 33), "Dr. Roy met Mr. A. Singh at 3.5…");
    constexpr std::string_view kMister =
        "M. Roy a vu Mme Li, p. ex. Éva. « C’est fini ! » Œuvrons ensemble dès demain matin.";
    EXPECT_EQ(teaser(kMister, Locale::french, 60), "M. Roy a vu Mme Li, p. ex. Éva. « C’est fini ! »");
    EXPECT_EQ(teaser(kMister, Locale::french, 35), "M. Roy a vu Mme Li, p. ex. Éva.");
}

TEST(Teaser, DoesNotEndWithinADateATimeOrTheNameOfAPlace) {
    EXPECT_EQ(teaser("They met. On Nov. 3 at 5 p.m. Monday workers of B.C. Ferries and St. John’s walked out.",
                     Locale::english, 60),
              "They met.");
    EXPECT_EQ(teaser("Oui. Le 3 déc. 2014, l’art. 5 de la loi fut lu à Victoria (C.-B. Nord) par Mme Roy, à 14 h.",
                     Locale::french, 70),
              "Oui.");
    EXPECT_EQ(teaser("They marched until 5 p.m. Then everybody went home and nobody said a word.", Locale::english, 40),
              "They marched until 5 p.m.")
        << "where nothing else ends, it may be an end after all";
    EXPECT_EQ(
        teaser("Rice, salt, tea, etc. All of it arrives on Monday. Nobody knows how much it is.", Locale::english, 60),
        "Rice, salt, tea, etc. All of it arrives on Monday.");
}

TEST(Teaser, AClosingQuotationMarkBelongsToItsSentence) {
    EXPECT_EQ(teaser("“We won!” She smiled. And then they went home again.", Locale::english, 24),
              "“We won!” She smiled.");
    EXPECT_EQ(teaser("Was it 4.2 million? Perhaps. It was not said by anybody.", Locale::english, 30),
              "Was it 4.2 million? Perhaps.");
}

TEST(Teaser, AShortTextComesBackWholeInOneLine) {
    EXPECT_EQ(teaser("  One.\n\nTwo, without an end ", Locale::english, 100), "One. Two, without an end");
    EXPECT_EQ(teaser("", Locale::french, 100), "");
}

TEST(Teaser, NeverExceedsItsLimitAndIsABeginningOfTheText) {
    rc::check([] {
        const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "a", "B", "Dr.", ". ", "! ", "?", "…", "é", "É", "\u00a0»", "« ", " ", "1", "p. ex. "));
        std::string text;
        for (const auto& part : parts) text += part;
        const auto limit = *rc::gen::inRange<std::size_t>(20, 60);
        const auto made = teaser(text, Locale::french, limit);
        RC_ASSERT(base::count_characters(made) <= limit);
        const auto line = base::collapse_spaces(text);
        RC_ASSERT(line.starts_with(made) || made.ends_with("…"));
    });
}

TEST(Slug, IsMadeOfTheDayAndTheFirstWords) {
    EXPECT_EQ(proposed_slug("L’équité salariale n’est pas une faveur : le 8 mars", day_of("2026-03-08")),
              "2026-03-08-l-equite-salariale-n-est-pas-une-faveur");
    EXPECT_EQ(proposed_slug("Œuvre & cœur", std::nullopt), "oeuvre-coeur");
    EXPECT_EQ(proposed_slug("日本", day_of("2026-03-08")), "2026-03-08-item");
    EXPECT_EQ(proposed_slug("", std::nullopt), "item");
    EXPECT_LE(proposed_slug(std::string(300, 'a') + " b", std::nullopt).size(), 80u);
}

TEST(Days, ThatNoCalendarHasAreRefused) {
    for (const char* text :
         {"2019-02-29", "2019-13-01", "1799-12-31", "2200-01-01", "2019-5-03", "20190503", "2019-05-03T"})
        EXPECT_FALSE(day_of(text)) << text;
    EXPECT_EQ(iso(*day_of("2020-02-29")), "2020-02-29");
}

TEST(Stages, LeadFromDraftToThePublicAndBack) {
    EXPECT_TRUE(is_allowed({Stage::draft, Stage::in_review}));
    EXPECT_TRUE(is_allowed({Stage::scheduled, Stage::draft}));
    EXPECT_TRUE(is_allowed({Stage::withdrawn, Stage::published}));
    EXPECT_FALSE(is_allowed({Stage::published, Stage::draft})) << "withdraw it first";
    EXPECT_FALSE(is_allowed({Stage::published, Stage::scheduled}));
    EXPECT_FALSE(is_allowed({Stage::draft, Stage::withdrawn}));
}

TEST(ItemForm, ComesBackFromItsFieldsAsItWas) {
    ItemForm form{.words = {{.title = "A", .body = "b"}, {.title = "B"}},
                  .event_day = "2019-05-03",
                  .sections = {"17", "4"},
                  .tags = "Trade | Commerce",
                  .actions = {"equality-pledge"}};
    form.pictures[1] = {"9", "Noor", "A bus", "Un autobus"};
    EXPECT_EQ(form_of(named(form)), form);
}

TEST(ItemForm, TellsEverythingThatIsWrongAtOnce) {
    const auto read = read_item({.words = {{.title = "A", .quotation = "We won."}, {}},
                                 .event_day = "2019-02-30",
                                 .author_email = "nobody",
                                 .tags = "a | b | c",
                                 .attachments = "Report | Rapport | javascript:alert(1)"});
    ASSERT_FALSE(read);
    for (const char* field : {"quoted_name_en", "event_day", "author_email", "tags", "attachments"})
        EXPECT_TRUE(base::find_problem(read.error(), field)) << field;
}

TEST(Links, OfAMarkdownTextAreFoundOnceEach) {
    EXPECT_EQ(
        links_in("[a](/en/articles/x) ![b](/pictures/y.jpg) [c](https://example.org/?a=1&b=2) [d](/en/articles/x)"),
        (std::vector<std::string>{"/en/articles/x", "/pictures/y.jpg", "https://example.org/?a=1&b=2"}));
}

}  // namespace
}  // namespace newsroom
