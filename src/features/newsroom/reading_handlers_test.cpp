// What readers find: a section of years, its archive, one item in two languages or one, addresses that moved.
#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "features/newsroom/bulk_store.h"
#include "features/newsroom/handlers.h"
#include "features/newsroom/item_store.h"
#include "features/newsroom/section_export.h"
#include "features/newsroom/section_store.h"
#include "people/store.h"
#include "platform/http/testing.h"
#include "tests/support/databases.h"

namespace newsroom {
namespace {

using base::Locale;
using http::testing::get;

std::string campaign(Locale) { return "All Together Now"; }

// A national section whose items run from 2001 to 2019, one of them undated, and a local that writes its own.
class Reading : public testing::Test {
protected:
    Reading() {
        database->write([&](db::Write& write) {
            canada = insert(write, people::LevelKind::national, "canada", {});
            quebec = insert(write, people::LevelKind::province, "qc", canada);
            const SectionForm form{
                .english = {"solidarity", "International Solidarity", "News from **everywhere**.", ""},
                .french = {"solidarite", "Solidarité internationale", "", ""},
                .place = "1"};
            section = store::insert_section(write, canada, form, "Chantal");
            store::publish_section(write, section, "Chantal");
        });
    }

    static base::LevelId insert(db::Write& write, people::LevelKind kind, std::string slug,
                                std::optional<base::LevelId> parent) {
        const auto province = parent ? std::optional{people::Province::qc} : std::nullopt;
        return *people::insert_level(write, {kind, slug, slug, slug, 1, parent, province});
    }

    store::ImportedItem item(std::string title, const char* day) const {
        return {.key = title,
                .day = day_of(day),
                .words = {{Locale::english, {.title = title, .body = "It happened. Then more did."}, ""}},
                .sections = {section}};
    }
    void bring(const std::vector<store::ImportedItem>& items, base::LevelId level) {
        database->write([&](db::Write& write) {
            store::store_imported(write, {"file " + std::to_string(level.value), level, "Import"}, items);
        });
    }
    void bring_years() {
        std::vector<store::ImportedItem> items;
        for (int year = 2001; year <= 2019; ++year)
            for (const auto* rest : {"-03-01", "-11-30"})
                items.push_back(item("Of " + std::to_string(year) + rest, (std::to_string(year) + rest).c_str()));
        items.push_back(item("Undated", ""));
        bring(items, canada);
    }

    http::Response show(ChannelKind kind, const http::Request& request) {
        return database->read([&](db::Read& read) { return handlers.river(kind, request, read); });
    }
    http::Response show_section(std::string_view address) {
        const auto slug =
            address.substr(9, address.find('?') == std::string_view::npos ? address.npos : address.find('?') - 9);
        return show(ChannelKind::section, get(address, {{"section", slug}}));
    }
    http::Response show_item(std::string_view address) {
        const auto slug = address.substr(address.rfind('/') + 1);
        return database->read([&](db::Read& read) { return handlers.item(get(address, {{"slug", slug}}), read); });
    }
    static std::string body_of(const http::Response& response) { return std::string{response.body.view()}; }
    static std::size_t count(const std::string& text, std::string_view part) {
        std::size_t found = 0;
        for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
        return found;
    }
    // What the link of this relation leads to.
    static std::string linked(const std::string& body, std::string_view relation) {
        const auto at = body.find("pager__link\" rel=\"" + std::string{relation} + "\" href=\"");
        if (at == std::string::npos) return {};
        const auto begin = body.find("href=\"", at) + 6;
        return body.substr(begin, body.find('"', begin) - begin);
    }

    test_support::TestDatabase database{test_support::Kind::sqlite};
    base::LevelId canada{1}, quebec{1};
    SectionId section{1};
    ports::PageFrames frames{{.public_url = "https://campaign.example", .campaign = campaign}};
    ports::ActionRegistry actions;
    ports::Pictures pictures;
    Handlers handlers{{frames, actions, pictures}};
};

TEST_F(Reading, TheSectionOpensWithItsNewestItemAndSaysThatItIsAnArchive) {
    bring_years();
    const auto page = body_of(show_section("/en/news/solidarity"));
    EXPECT_TRUE(page.contains("News from <strong>everywhere</strong>."));
    EXPECT_LT(page.find("Of 2019-11-30"), page.find("Of 2019-03-01"));
    EXPECT_TRUE(page.contains("This is an archive: its newest item is from November 2019."));
    EXPECT_EQ(count(page, "<article class=\"story"), 20U);
    EXPECT_EQ(count(page, "aria-label=\"Read more: "), 20U);
}

TEST_F(Reading, WhoPagesBackReadsEveryItemOnceAndComesBackTheSameWay) {
    bring_years();
    std::string address = "/en/news/solidarity";
    std::vector<std::string> way;
    std::size_t stories = 0;
    for (; !address.empty(); address = linked(body_of(show_section(address)), "next")) {
        way.push_back(address);
        stories += count(body_of(show_section(address)), "<article class=\"story");
    }
    EXPECT_EQ(stories, 39U);
    EXPECT_EQ(way.size(), 2U);
    const auto last = body_of(show_section(way.back()));
    EXPECT_TRUE(last.contains("Not dated"));
    EXPECT_EQ(count(body_of(show_section(linked(last, "prev"))), "<article class=\"story"), 20U);
}

TEST_F(Reading, TheArchiveHasAPageForEachYearAndMonthThatHasItems) {
    bring_years();
    const auto year = [&](std::string_view text, std::string_view month = "") {
        return database->read([&](db::Read& read) {
            return handlers.period(
                ChannelKind::section,
                get("/en/news/solidarity/x", {{"section", "solidarity"}, {"year", text}, {"month", month}}), read);
        });
    };
    EXPECT_EQ(count(body_of(year("2005")), "<article class=\"story"), 2U);
    EXPECT_EQ(count(body_of(year("2005", "03")), "<article class=\"story"), 1U);
    EXPECT_EQ(count(body_of(year("undated")), "<article class=\"story"), 1U);
    for (const auto* nothing : {"1999", "2005x", "20055", "-2005"}) EXPECT_EQ(year(nothing).status, 404) << nothing;
    EXPECT_EQ(year("2005", "04").status, 404);
}

TEST_F(Reading, ASectionThatWasRenamedLeadsOnFromItsOldAddressAndEverythingBelowIt) {
    database->write([&](db::Write& write) {
        const SectionForm form{
            .english = {"world", "World", "", ""}, .french = {"monde", "Monde", "", ""}, .place = "1"};
        store::save_section(write, section, form, "Chantal");
    });
    const auto moved = show_section("/en/news/solidarity");
    EXPECT_EQ(moved.status, 301);
    EXPECT_EQ(moved.headers.view("Location"), "/en/news/world");
    const auto feed = database->read([&](db::Read& read) {
        return handlers.feed(ChannelKind::section,
                             get("/en/news/solidarity/feeds/rss.xml", {{"section", "solidarity"}, {"file", "rss.xml"}}),
                             read);
    });
    EXPECT_EQ(feed.headers.view("Location"), "/en/news/world/feeds/rss.xml");
}

TEST_F(Reading, AnItemInOneLanguageSaysSoInTheOtherAndIsNoPageOfThatLanguageForSearchEngines) {
    bring({item("Nurses win", "2019-05-03")}, canada);
    const auto headline = database->read([&](db::Read& read) {
        return store::page(read, {.list = {store::ListKind::all, 0, Locale::english}}).front();
    });
    const auto english = body_of(show_item("/en/articles/" + headline.slug));
    EXPECT_TRUE(english.contains("<title>Nurses win - All Together Now</title>"));
    EXPECT_TRUE(english.contains("<meta property=\"og:type\" content=\"article\">"));
    EXPECT_FALSE(english.contains("hreflang=\"fr\" href=\"https://"));
    const auto french = show_item("/fr/articles/" + headline.slug);
    EXPECT_EQ(french.status, 200);
    EXPECT_TRUE(body_of(french).contains("La voici en anglais."));
    EXPECT_TRUE(body_of(french).contains("<meta name=\"robots\" content=\"noindex\">"));
    EXPECT_TRUE(body_of(french).contains("lang=\"en\">Nurses win</h1>"));
    EXPECT_EQ(show_item("/fr/articles/nothing-of-this-name").status, 404);
}

TEST_F(Reading, AnItemTellsProgramsWhatItIs) {
    bring({item("Nurses </script> win", "2019-05-03")}, canada);
    const auto slug = database->read([&](db::Read& read) {
        return store::page(read, {.list = {store::ListKind::all, 0, Locale::english}}).front().slug;
    });
    const auto page = body_of(show_item("/en/articles/" + slug));
    const std::string_view open = "<script type=\"application/ld+json\">";
    const auto begin = page.find(open) + open.size();
    const auto data = boost::json::parse(page.substr(begin, page.find("</script>", begin) - begin)).as_object();
    EXPECT_EQ(data.at("@type"), "NewsArticle");
    EXPECT_EQ(data.at("headline"), "Nurses </script> win");
    EXPECT_EQ(data.at("articleSection"), "International Solidarity");
}

TEST_F(Reading, ALevelShowsItsOwnNewsAmongThoseOfTheLevelsAboveAndNotTheOtherWayRound) {
    bring({item("From Canada", "2019-05-03")}, canada);
    bring({item("From Quebec", "2018-05-03"), item("Newer from Quebec", "2019-06-01")}, quebec);
    const auto of = [&](std::string_view slug) {
        return body_of(show(ChannelKind::level, get("/en/news/levels/x", {{"level", slug}})));
    };
    const auto in_quebec = of("qc");
    EXPECT_LT(in_quebec.find("Newer from Quebec"), in_quebec.find("From Canada"));
    EXPECT_LT(in_quebec.find("From Canada"), in_quebec.rfind("From Quebec"));
    EXPECT_FALSE(of("canada").contains("From Quebec"));
}

TEST_F(Reading, AnEmptySectionSaysWhereSomethingIs) {
    EXPECT_TRUE(body_of(show_section("/en/news/solidarity")).contains("Nothing here yet"));
    bring({item("Only in English", "2019-05-03")}, canada);
    const auto french = body_of(show_section("/fr/news/solidarite"));
    EXPECT_TRUE(french.contains("On peut le lire en anglais."));
    EXPECT_TRUE(french.contains("<a class=\"button button--quiet\" href=\"/en/news/solidarity\""));
    EXPECT_TRUE(body_of(database->read([&](db::Read& read) {
                    return handlers.front(get("/fr/news"), read);
                })).contains("La une est encore blanche"));
}

TEST_F(Reading, BehindTheOldestItemTheListSaysThatItEndedAndLeadsBack) {
    bring_years();
    const auto english = body_of(show_section("/en/news/solidarity?after=undated.1"));
    EXPECT_TRUE(english.contains("The list ends before this place"));
    EXPECT_TRUE(english.contains("<a class=\"button button--quiet\" href=\"/en/news/solidarity\">"));
    EXPECT_FALSE(english.contains("Nothing here yet"));
}

TEST_F(Reading, NonsenseInAddressesIsNotThere) {
    for (const auto* address :
         {"/en/news/nothing", "/en/news/solidarity?after=x", "/en/news/solidarity?before=1-2-3.a"})
        EXPECT_EQ(show_section(address).status, 404) << address;
    for (const auto* file : {"rss", "rss.xml.gz", "..", ""})
        EXPECT_EQ(database
                      ->read([&](db::Read& read) {
                          return handlers.feed(ChannelKind::section,
                                               get("/en/news/x/feeds/y", {{"section", "solidarity"}, {"file", file}}),
                                               read);
                      })
                      .status,
                  404)
            << file;
}

TEST_F(Reading, ASectionKnowsAllAddressesThatBelongToIt) {
    bring_years();
    const auto paths = database->read([&](db::Read& read) { return section_paths(read, "solidarite"); });
    ASSERT_TRUE(paths);
    EXPECT_EQ(paths->lists, (std::vector<std::string>{"/en/news/solidarity", "/fr/news/solidarite"}));
    EXPECT_EQ(paths->items.size(), 39U);
    EXPECT_TRUE(belongs(*paths, "/en/news/solidarity/2005/03"));
    for (const auto* other : {"/en/news/solidarity/feeds/rss.xml", "/en/news/solidarity-2", "/en/news", "/en/"})
        EXPECT_FALSE(belongs(*paths, other)) << other;
}

}  // namespace
}  // namespace newsroom
