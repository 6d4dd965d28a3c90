// Inès moves the news of a union's old site into the new one, twice, and nothing is lost or doubled.
#include <filesystem>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "tests/scenarios/own_files.h"
#include "tests/support/running_program.h"

namespace scenarios {
namespace {

using test_support::Ended;
using test_support::Kind;
namespace json = boost::json;

const std::filesystem::path kPages{SOURCE_DIR "/tests/news_pages"};

class News : public WithAFolder, public testing::WithParamInterface<Kind> {
protected:
    const db::Location location = test_support::fresh_location(GetParam());
    const std::string data = (folder / "data").string();
    const std::string database = (location.kind == db::Location::Kind::sqlite ? "sqlite:" : "") + location.address;

    ~News() override { test_support::remove_location(location); }

    json::object import(const std::string& path, std::vector<std::string> options = {}) const {
        options.insert(options.begin(), {"import", "news", path, "--section", "international-solidarity", "--json",
                                         "--data", data, "--database", database});
        const auto ended = run(options);
        EXPECT_EQ(ended.exit_code, 0) << ended.errors;
        return json::parse(ended.output).as_object();
    }
};

TEST_P(News, OfASavedPageComeInWholeAndOnce) {
    const auto page = (kPages / "drupal_views.html").string();
    const auto tried = import(page, {"--dry-run"});
    EXPECT_EQ(tried.at("section").at("title").as_string(), "International Solidarity");
    ASSERT_EQ(tried.at("items").as_array().size(), 4U);
    EXPECT_EQ(tried.at("items").at(0).at("date").as_string(), "2013-03-12");
    EXPECT_TRUE(tried.at("items").at(3).at("date").is_null());
    EXPECT_FALSE(tried.at("stored").as_bool());

    const auto first = import(page);
    EXPECT_EQ(number(first, "added"), 4);
    EXPECT_EQ(first.at("items"), tried.at("items"));
    const auto second = import(page);
    EXPECT_EQ(number(second, "added"), 0);
    EXPECT_EQ(number(second, "unchanged"), 4);
}

TEST_P(News, ThatChangedInTheSourceChangeHere) {
    const std::string begin = "<html><body><h1>Solidarity</h1><p>May 4, 2010</p><p>";
    import(file("news.html", begin + "Rice arrives.</p><p>May 2, 2010</p><p>Tea is on its way.</p></body></html>"));
    const auto again = import(
        file("news.html", begin + "Rice has arrived.</p><p>May 2, 2010</p><p>Tea is on its way.</p></body></html>"));
    EXPECT_EQ(number(again, "changed"), 1);
    EXPECT_EQ(number(again, "unchanged"), 1);
}

TEST_P(News, OfWordpressFeedsAndTablesComeIn) {
    const auto wordpress = import(file("site.xml", R"xml(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/">
<channel><title>Our union</title><wp:wxr_version>1.2</wp:wxr_version>
<item><title>Nurses &amp; doctors&b;&x;&nbsp;march</title><link>https://example.org/1</link><guid>https://example.org/?p=1</guid>
<pubDate>Wed, 13 Mar 2013 01:30:00 +0000</pubDate><dc:creator>Ada</dc:creator>
<content:encoded><![CDATA[They marched <b>together</b>.

<script>alert(1)</script><a href="javascript:alert(1)">Many</a> came to <a href="https://example.org/x">the hall</a>.]]></content:encoded>
<excerpt:encoded><![CDATA[They marched.]]></excerpt:encoded>
<wp:post_date>2013-03-12 20:30:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>Not yet</title><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
</channel></rss>)xml"));
    ASSERT_EQ(wordpress.at("items").as_array().size(), 1U);
    const auto& item = wordpress.at("items").at(0);
    EXPECT_EQ(item.at("date").as_string(), "2013-03-12");
    EXPECT_EQ(item.at("title").as_string(), "Nurses & doctors march");
    EXPECT_EQ(item.at("teaser").as_string(), "They marched.");

    const auto table =
        import(file("export.csv",
                    "\xEF\xBB\xBFTitre;Date de publication;R\xC3\xA9sum\xC3\xA9\r\n\"Le riz; enfin\";4 mai 2010;\"Il "
                    "est\narriv\xC3\xA9 \"\"hier\"\".\"\r\n;31 f\xC3\xA9vrier 2010;Sans date.\r\n"));
    ASSERT_EQ(table.at("items").as_array().size(), 2U);
    EXPECT_EQ(table.at("items").at(0).at("teaser").as_string(), "Il est arrivé \"hier\".");
    EXPECT_EQ(table.at("items").at(0).at("date").as_string(), "2010-05-04");
    EXPECT_TRUE(table.at("items").at(1).at("date").is_null());
}

TEST_P(News, OfAFolderBringTheirPicturesAndWaitAsDrafts) {
    file("march.html",
         "<html><body><article><h1>Nurses march</h1><p>March 12, 2013</p><p>They walk.</p><img src='march.jpg' "
         "alt='Nurses with banners'></article></body></html>");
    file("april.html",
         "<html><body><article><h1>Gloves arrive</h1><p>April 1, 2013</p><p>In boxes.</p><img "
         "src='https://old.example/gloves.jpg'></article></body></html>");
    file("march.jpg", "\xFF\xD8\xFF\xE0 a picture, as far as its first bytes tell");
    std::filesystem::create_directory(folder / "site");
    for (const auto* const name : {"march.html", "april.html", "march.jpg"})
        std::filesystem::rename(folder / name, folder / "site" / name);
    const auto first = import((folder / "site").string(), {"--as-draft"});
    EXPECT_EQ(number(first, "added"), 2);
    EXPECT_EQ(number(first, "pictures"), 1);
    const auto& oddities = first.at("oddities").as_array();
    EXPECT_TRUE(std::ranges::any_of(oddities, [](const json::value& oddity) {
        return oddity.at("reason").as_string().starts_with("The picture https://old.example/gloves.jpg");
    })) << json::serialize(oddities);
    const auto second = import((folder / "site").string(), {"--as-draft"});
    EXPECT_EQ(number(second, "unchanged"), 2);
    EXPECT_EQ(number(second, "pictures"), 0);
}

TEST_P(News, ThatAreNoTextAreRefusedWithTheReason) {
    const auto ended = run({"import", "news", file("photo.html", "\x89PNG\r\n\x1a\n\0\0"), "--section", "news-x",
                            "--data", data, "--database", database, "--dry-run"});
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_NE(ended.errors.find("picture"), std::string::npos) << ended.errors;
}

INSTANTIATE_TEST_SUITE_P(Both, News, testing::Values(Kind::sqlite, Kind::postgres), test_support::name_of);

}  // namespace
}  // namespace scenarios
