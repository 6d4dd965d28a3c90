// What pages say about themselves to programs.
#include "platform/html/structured_data.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace html {
namespace {

namespace json = boost::json;

constexpr std::string_view kOpen = R"(<script type="application/ld+json">)";
constexpr std::string_view kClose = "</script>";

std::string_view inside(const SafeHtml& block) {
    auto text = block.view();
    EXPECT_TRUE(text.starts_with(kOpen) && text.ends_with(kClose));
    text.remove_prefix(kOpen.size());
    text.remove_suffix(kClose.size());
    return text;
}

const Article kArticle{.published_at = {1'556'884'800'000'000},
                       .changed_at = {1'556'888'400'000'000},
                       .author = "Odile \"Odi\" Tremblay",
                       .section = "Solidarity & work",
                       .tags = {"nurses"}};

NewsArticle shown(std::string_view headline) {
    return {kArticle,
            headline,
            "What happened.",
            "https://campaign.example/en/news/items/x",
            "",
            "Together\u2028",
            "https://campaign.example/en/",
            base::Locale::english};
}

TEST(StructuredData, says_what_the_article_says) {
    const auto block = news_article(shown("Nurses in Bogotá"));
    const auto object = json::parse(inside(block)).as_object();
    EXPECT_EQ(object.at("@type"), "NewsArticle");
    EXPECT_EQ(object.at("headline"), "Nurses in Bogotá");
    EXPECT_EQ(object.at("datePublished"), "2019-05-03T12:00:00Z");
    EXPECT_EQ(object.at("dateModified"), "2019-05-03T13:00:00Z");
    EXPECT_EQ(object.at("author").at("name"), "Odile \"Odi\" Tremblay");
    EXPECT_EQ(object.at("articleSection"), "Solidarity & work");
    EXPECT_EQ(object.at("publisher").at("name"), "Together\u2028");
}

TEST(StructuredData, never_ends_its_block_early) {
    const auto block = news_article(shown("</script><script>alert(1)</script><!--<script>"));
    const auto text = inside(block);
    EXPECT_EQ(text.find_first_of("<>&"), std::string_view::npos);
    EXPECT_EQ(text.find("\u2028"), std::string_view::npos);
    EXPECT_EQ(json::parse(text).at("headline"), "</script><script>alert(1)</script><!--<script>");
}

TEST(StructuredData, counts_the_steps_down_to_a_page) {
    const auto block =
        breadcrumb_list({{"News", "https://campaign.example/en/news"}, {"Here", "https://campaign.example/x"}});
    const auto object = json::parse(inside(block)).as_object();
    EXPECT_EQ(object.at("itemListElement").as_array().size(), 2U);
    EXPECT_EQ(object.at("itemListElement").at(1).at("position"), 2);
}

}  // namespace
}  // namespace html
