#include "features/site/block.h"

#include <gtest/gtest.h>

#include "features/site/content_page.h"
#include "features/site/demo_texts.h"

namespace site {
namespace {

BlockForm headline_form() {
    return {.english = {"All Together Now", "The bus that runs.", ""},
            .french = {"Tous ensemble", "L’autobus qui passe.", ""},
            .action = "equality-pledge",
            .page = "about"};
}

TEST(Block, OfAHeadlineKeepsItsWordsAndItsButton) {
    const auto block = read_block("hero", headline_form());
    ASSERT_TRUE(block);
    EXPECT_EQ(block->french.heading, "Tous ensemble");
    EXPECT_EQ(read_settings(block->settings), (Settings{.action = "equality-pledge", .page = "about"}));
    EXPECT_EQ(form_of(*block).action, "equality-pledge");
}

TEST(Block, OfAPictureMayWaitForItsPictureUntilItIsPublished) {
    BlockForm form{.english = {"", "", "On Friday"}, .picture = "77 "};
    const auto without = read_block("picture", form);
    ASSERT_TRUE(without);
    EXPECT_FALSE(is_complete(*without, base::Locale::english));
    form.picture = "77";
    const auto with = read_block("picture", form);
    ASSERT_TRUE(with);
    EXPECT_TRUE(is_complete(*with, base::Locale::french)) << "its words are the picture's own";
    EXPECT_EQ(read_settings(with->settings).picture, 77);
    EXPECT_EQ(form_of(*with).picture, "77");
}

TEST(Block, OfAVideoLeadsToASoundAddress) {
    EXPECT_FALSE(read_block("video", {.english = {"A talk", "", ""}, .url = "javascript:alert(1)"}));
    EXPECT_TRUE(read_block("video", {.english = {"A talk", "", ""}, .url = "https://talks.example/1"}));
}

TEST(Block, RefusesTextsThatAreTooLong) {
    auto form = headline_form();
    form.english.heading = std::string(201, 'x');
    form.french.note = std::string(301, 'x');
    const auto block = read_block("hero", form);
    ASSERT_FALSE(block);
    EXPECT_TRUE(base::find_problem(block.error(), "heading_en"));
    EXPECT_TRUE(base::find_problem(block.error(), "note_fr"));
}

TEST(Block, OfNewsSaysWhichTeaserLanguageIsWrong) {
    const auto block = read_block("news", {.english = {"News", "No date here", ""}});
    ASSERT_FALSE(block);
    EXPECT_TRUE(base::find_problem(block.error(), "body_en"));
}

TEST(Block, OfAnotherSliceTakesJsonSettings) {
    EXPECT_TRUE(read_block("petitions.names", {.raw_settings = R"({"slug":"library"})"}));
    EXPECT_TRUE(read_block("petitions.names", {}));
    EXPECT_FALSE(read_block("petitions.names", {.raw_settings = "slug=library"}));
    EXPECT_FALSE(read_block("petitions.names", {.raw_settings = "[1]"}));
}

TEST(Publishing, AsksForADecisionWhenOneLanguageIsMissing) {
    Blocks blocks{*read_block("hero", headline_form())};
    EXPECT_TRUE(problems_of_publishing(blocks, OneLanguage::not_decided).empty());
    blocks[0].french = {};
    EXPECT_EQ(missing_languages(blocks), "fr");
    EXPECT_TRUE(base::find_problem(problems_of_publishing(blocks, OneLanguage::not_decided), "one_language"));
    EXPECT_TRUE(problems_of_publishing(blocks, OneLanguage::decided).empty());
}

TEST(Publishing, RefusesAHubWithoutWords) {
    EXPECT_FALSE(problems_of_publishing(Blocks{}, OneLanguage::decided).empty());
    EXPECT_FALSE(problems_of_publishing(Blocks{{.kind = "text"}}, OneLanguage::decided).empty());
}

TEST(Publishing, APageWithOneLanguageNeedsADecisionToo) {
    EXPECT_FALSE(problems_of_publishing(std::vector<PageText>{}, OneLanguage::decided).empty());
    const std::vector<PageText> newest{{base::Locale::english, 1, {"Title", "", "Text"}, {}, "Amélie", {}}};
    EXPECT_FALSE(problems_of_publishing(newest, OneLanguage::not_decided).empty());
    EXPECT_TRUE(problems_of_publishing(newest, OneLanguage::decided).empty());
}

TEST(PageForms, MayLackOneLanguageButNotBoth) {
    const PageWords words{"Privacy", "", "We keep little."};
    EXPECT_TRUE(problems_of(PageForms{words, {}}).empty());
    EXPECT_TRUE(problems_of(PageForms{words, words}).empty());
    EXPECT_FALSE(problems_of(PageForms{}).empty());
    const auto problems = problems_of(PageForms{words, {"", "lead", ""}});
    EXPECT_TRUE(base::find_problem(problems, "title_fr"));
    EXPECT_TRUE(base::find_problem(problems, "body_fr"));
}

TEST(Version, ComesBackAsItWas) {
    const auto blocks = demo_national_blocks();
    EXPECT_EQ(blocks_of_json(to_json(blocks)), blocks);
    EXPECT_TRUE(blocks_of_json("no json").empty());
    EXPECT_TRUE(blocks_of_json("{}").empty());
    EXPECT_EQ(read_settings("[]"), Settings{});
}

TEST(Demo, IsWholeInBothLanguages) {
    for (const auto& blocks : {demo_national_blocks(), demo_quebec_blocks()}) {
        EXPECT_EQ(missing_languages(blocks), "");
        for (const auto& block : blocks) {
            const auto read = read_block(block.kind, form_of(block));
            ASSERT_TRUE(read) << block.kind;
            EXPECT_EQ(*read, block);
        }
    }
    for (const auto& page : demo_pages()) EXPECT_TRUE(problems_of(PageForms{page.english, page.french}).empty());
}

}  // namespace
}  // namespace site
