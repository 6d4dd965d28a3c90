// News for feed readers: the documents themselves. tests/browser/news_reading.mjs asks two readers about them.
#include "features/newsroom/feed.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace newsroom {
namespace {

namespace json = boost::json;

FeedEntry bogota() {
    return {.id = "tag:campaign.example,2026:news/7/en",
            .url = "https://campaign.example/en/articles/2019-05-03-nurses",
            .title = "Nurses & porters <win> in Bogotá",
            .summary = "They said \"no\"\x01 and won.",
            .content = "<p>They said <strong>no</strong> ]]&gt; and won.</p>",
            .published_at = {784'111'777'000'000},
            .changed_at = {784'111'777'000'000},
            .author = "Odile Tremblay",
            .tags = {"nurses"},
            .enclosures = {{.url = "https://campaign.example/pictures/a-1200.jpg", .type = "image/jpeg"}}};
}

Feed solidarity() {
    return {.locale = base::Locale::english,
            .id = "tag:campaign.example,2026:feed/1-3/en",
            .title = "International Solidarity",
            .description = "News from everywhere",
            .page_url = "https://campaign.example/en/news/solidarity",
            .url = "https://campaign.example/en/news/solidarity/feeds/rss.xml",
            .entries = {bogota()}};
}

TEST(Rss, says_dates_as_rfc_822_has_them_and_escapes_what_people_wrote) {
    const auto text = rss(solidarity());
    EXPECT_TRUE(text.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\""));
    EXPECT_TRUE(text.contains("<pubDate>Sun, 06 Nov 1994 08:49:37 GMT</pubDate>"));
    EXPECT_TRUE(text.contains("<title>Nurses &amp; porters &lt;win&gt; in Bogotá</title>"));
    EXPECT_TRUE(text.contains(R"(<guid isPermaLink="false">tag:campaign.example,2026:news/7/en</guid>)"));
    EXPECT_TRUE(text.contains("&lt;strong&gt;no&lt;/strong&gt; ]]&amp;gt; and won."));
    EXPECT_TRUE(text.contains(
        R"(<enclosure url="https://campaign.example/pictures/a-1200.jpg" length="0" type="image/jpeg"/>)"));
}

// XML 1.0 has no way at all to write such a character: one of them and no reader reads the feed.
TEST(Rss, leaves_out_characters_that_xml_cannot_hold) {
    EXPECT_EQ(rss(solidarity()).find('\x01'), std::string::npos);
    EXPECT_EQ(atom(solidarity()).find('\x01'), std::string::npos);
}

TEST(Atom, calls_an_item_without_a_title_by_its_first_words) {
    auto feed = solidarity();
    feed.entries.front().title.clear();
    const auto text = atom(feed);
    EXPECT_TRUE(text.contains("<title>They said &quot;no&quot; and won.</title>"));
    EXPECT_TRUE(text.contains("<updated>1994-11-06T08:49:37Z</updated>"));
    EXPECT_FALSE(rss(feed).contains("<item><title>"));
}

TEST(JsonFeed, is_of_version_1_1_and_leaves_out_what_an_item_has_not) {
    auto feed = solidarity();
    feed.entries.front().title.clear();
    const auto object = json::parse(json_feed(feed)).as_object();
    EXPECT_EQ(object.at("version"), "https://jsonfeed.org/version/1.1");
    const auto& item = object.at("items").at(0).as_object();
    EXPECT_FALSE(item.contains("title"));
    EXPECT_EQ(item.at("date_published"), "1994-11-06T08:49:37Z");
    EXPECT_EQ(item.at("authors").at(0).at("name"), "Odile Tremblay");
    EXPECT_EQ(item.at("attachments").at(0).at("mime_type"), "image/jpeg");
}

TEST(Identity, of_an_item_stays_when_its_address_or_port_changes) {
    EXPECT_EQ(feed_entry_id({"https://campaign.example:8443", "news", "7", base::Locale::french}),
              "tag:campaign.example,2026:news/7/fr");
}

TEST(FeedFormats, are_told_apart_by_the_end_of_the_address) {
    for (const FeedFormat format : kFeedFormats) EXPECT_EQ(feed_format_of(file_of(format)), format);
    EXPECT_FALSE(feed_format_of("rss"));
}

}  // namespace
}  // namespace newsroom
