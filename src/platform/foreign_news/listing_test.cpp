// Pages that people saved before their old site went away, and what each of them says. Expected words were copied out
// of the pages by hand.
#include "platform/foreign_news/listing.h"

#include <fstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "platform/foreign_news/page.h"
#include "platform/foreign_news/plain_text.h"
#include "platform/html/foreign_html.h"

namespace foreign_news {
namespace {

const ListingSettings kSettings{.today = *base::day_of("2026-11-22")};

Listing listing_of_page(const std::string& source) {
    return listing_of(document_of(*html::read_foreign_html(source)), kSettings);
}

Listing listing_of_file(const std::string& name) {
    std::ifstream file(SOURCE_DIR "/tests/news_pages/" + name, std::ios::binary);
    const std::string source{std::istreambuf_iterator<char>(file), {}};
    EXPECT_FALSE(source.empty()) << name;
    return source.contains("</") ? listing_of_page(source) : listing_of(document_of_text(source), kSettings);
}

std::string in_lines(const Listing& listing) {
    std::string all;
    for (const auto& item : listing.items)
        all += (item.date ? base::iso(*item.date) : "-") + " | " + item.title + " | " + item.teaser + "\n";
    return all;
}

bool has(const Listing& listing, OddityKind kind, std::uint32_t line) {
    return std::ranges::any_of(listing.oddities,
                               [&](const Oddity& oddity) { return oddity.kind == kind && oddity.line == line; });
}

TEST(ASavedListing, OfDrupalComesInWhole) {
    const auto listing = listing_of_file("drupal_views.html");
    EXPECT_EQ(listing.title, "International Solidarity");
    EXPECT_EQ(listing.introduction, "Workers everywhere share the same hopes. These are the campaigns we stand with.");
    EXPECT_EQ(
        in_lines(listing),
        "2013-03-12 | Nurses on strike in Lima | Four thousand nurses walked out on Monday. “We have waited three "
        "years,” said Ana Quispe, president of their union.\n"
        "2013-04-02 | Port workers win back their jobs | The court of appeal ordered the company to take back all 43 "
        "dockers and to pay the wages it has withheld since...\n"
        "2013-02-28 | Solidarity fund reaches its goal | On March 8, 2012 women of the local began to collect; a year "
        "later the fund stands at $25,000 & grows. It pays for schoolbooks.\n"
        "- | Letter to the minister | We asked the minister to speak up for teachers who\n");
    EXPECT_TRUE(has(listing, OddityKind::out_of_order, 30));
    EXPECT_TRUE(has(listing, OddityKind::cut_teaser, 30));
    EXPECT_TRUE(has(listing, OddityKind::no_link, 36));
    EXPECT_TRUE(has(listing, OddityKind::no_such_day, 41));
    EXPECT_TRUE(has(listing, OddityKind::cut_teaser, 41));
}

TEST(ASavedListing, OfWordpressComesInWhole) {
    const auto listing = listing_of_file("wordpress_archive.html");
    EXPECT_EQ(listing.title, "Solidarité internationale");
    EXPECT_EQ(listing.introduction, "Nos luttes n’ont pas de frontières.");
    EXPECT_EQ(in_lines(listing),
              "2013-03-12 | Les infirmières de Lima en grève | Quatre mille infirmières ont quitté les hôpitaux lundi. "
              "« Nous "
              "attendons depuis trois ans », dit Ana Quispe…\n"
              "2012-05-01 | 1er mai à Bogotá | Des milliers de personnes ont marché pour la paix. « Personne ne marche "
              "seul », "
              "a dit Luz Marín.\n");
}

TEST(ASavedListing, OfPlainTextWithDatesInTwoFormsComesInWhole) {
    const auto listing = listing_of_file("mixed_marks.txt");
    EXPECT_EQ(listing.title, "International Solidarity") << "neither the menu nor the caption of a picture";
    EXPECT_EQ(in_lines(listing),
              "2013-11-21 |  | Seven unions of seamstresses have signed an agreement.\n"
              "2013-11-18 |  | They said: \"We have waited for too long.\" They will\n"
              "2013-12-02 |  | Teachers in the south do not give in.\n"
              "2013-09-30 |  | A date within: on September 12, 2013, the court ruled against the government.\n");
    EXPECT_TRUE(has(listing, OddityKind::cut_teaser, 12));
}

TEST(ASavedListing, WithDatesInBoldInFrontOfTheirWordsComesInWhole) {
    const auto listing =
        listing_of(document_of_text("# Solidarity\n\n**2013-11-21** Seven unions have signed.\n\n"
                                    "**2013-11-30** \xE2\x80\x94 Women marched. Read more \xC2\xBB\n\n"
                                    "- Oct 2, 2013: Teachers do not\n- Sept. 9, 2013: Forty years on.\n"),
                   kSettings);
    EXPECT_EQ(in_lines(listing),
              "2013-11-21 |  | Seven unions have signed.\n2013-11-30 |  | Women marched.\n"
              "2013-10-02 |  | Teachers do not\n2013-09-09 |  | Forty years on.\n");
}

TEST(ASavedListing, MadeByHandOfATableComesInWhole) {
    const auto listing = listing_of_file("hand_made_table.html");
    EXPECT_EQ(listing.title, "International Solidarity");
    EXPECT_EQ(
        in_lines(listing),
        "2009-12-03 |  | Dockers of three ports refuse to load arms. \"Not in our name,\" says their president, Tom "
        "Reyes.\n"
        "2009-11-18 |  | Teachers' college reopens after\n"
        "- |  | A delegation visits the co-operative of weavers.\n"
        "- |  | A note that somebody forgot to date stands here too.\n"
        "2009-01-05 |  | First shipment of medicine arrives.\n");
    EXPECT_TRUE(has(listing, OddityKind::unknown_date, 9));
    EXPECT_TRUE(has(listing, OddityKind::no_date, 10));
}

TEST(ASavedListing, OfPlainParagraphsComesInWhole) {
    const auto listing = listing_of_file("paragraphs.html");
    EXPECT_EQ(listing.introduction, "News of our friends in other countries, since 2004.");
    EXPECT_EQ(
        in_lines(listing),
        "2013-03-12 |  | The National Federation calls for the release of five trade unionists. They were arrested on "
        "March 8, 2013 during a march.\n"
        "2013-03-04 |  | Farm workers reach an agreement with the growers.\n"
        "2013-03-07 |  | A vigil for the miners will take place at noon in front of the consulate \"Their families are "
        "our families,\" said Vera Lund, vice-president.\n"
        "2013-02-01 |  | A short report from the congress.\n"
        "2013-01-25 |  | Registration for the congress is open.\n");
    EXPECT_TRUE(has(listing, OddityKind::out_of_order, 10));
}

TEST(ASavedListing, OfADefinitionListComesInWhole) {
    const auto listing = listing_of_file("definition_list.html");
    EXPECT_EQ(listing.title, "Solidarity abroad");
    EXPECT_EQ(in_lines(listing),
              "2011-09-02 |  | Bakers of Ghent send flour. They promise more.\n"
              "2011-08-15 |  | A strike fund opens\n"
              "2011-08-20 |  | The fund has 300 givers…\n");
}

TEST(ASavedListing, OfPlainTextComesInWhole) {
    const auto listing = listing_of_file("plain_archive.txt");
    EXPECT_EQ(listing.title, "International Solidarity");
    EXPECT_EQ(
        in_lines(listing),
        "2008-01-15 |  | Delegates visit the water workers of Cochabamba and bring back a banner. On March 8, 2007 "
        "women had founded the union there. \"We are not alone,\" said Elena Choque, secretary.\n"
        "2007-12-20 |  | A container of tools leaves for the co-operative.\n"
        "2008-01-03 |  | The ferry crew collects for the families of\n"
        "2007-11-30 |  | Petition handed over to the ambassador.\n");
    EXPECT_TRUE(has(listing, OddityKind::out_of_order, 20));
    EXPECT_TRUE(has(listing, OddityKind::cut_teaser, 20));
}

TEST(ASavedListing, OfTextBrowsersAndMarkdownComesInWhole) {
    EXPECT_EQ(
        in_lines(listing_of_file("lynx_dump.txt")),
        "2012-10-05 |  | Garment workers rebuild their union after the fire.\n"
        "2012-09-30 |  | The committee meets the visiting teachers from Oaxaca and hears how their schools were closed "
        "...\n");
    const auto listing = listing_of_file("markdown_page.md");
    EXPECT_EQ(listing.title, "Solidarité internationale");
    EXPECT_EQ(in_lines(listing),
              "2015-02-03 | Un camion pour Port-au-Prince | Le camion est parti hier.\n"
              "2015-01-28 |  | Les membres ont voté l’appui aux mineurs d’Arequipa, qui\n"
              "2015-01-01 |  | Un mois de collectes.\n");
    EXPECT_TRUE(has(listing, OddityKind::month_only, 13));
}

TEST(NumbersAsDates, AreReadAsTheOtherDatesOfThePageTell) {
    const std::string told =
        "<h1>News</h1><ul><li><b>25/12/2012</b> Carols are sung.</li><li><b>03/12/2012</b> Tea is served.</li></ul>";
    EXPECT_EQ(in_lines(listing_of_page(told)), "2012-12-25 |  | Carols are sung.\n2012-12-03 |  | Tea is served.\n");
    const auto untold = listing_of_page("<h1>News</h1>\n<p>03/12/2012</p>\n<p>Tea is served.</p>");
    EXPECT_EQ(in_lines(untold), "2012-03-12 |  | Tea is served.\n");
    EXPECT_TRUE(has(untold, OddityKind::order_unknown, 2));
}

TEST(SeveralTexts, UnderOneDateAreItemsWhenEachEndsWithALink) {
    const auto listing = listing_of_page(
        "<h1>News</h1><h3>May 4, 2010</h3><p>Rice arrives. <a href=a>Read more</a></p><p>Salt arrives. <a href=b>Read "
        "more</a></p><h3>May 2, 2010</h3><p>Tea arrives. <a href=c>Read more</a></p>");
    EXPECT_EQ(in_lines(listing),
              "2010-05-04 |  | Rice arrives.\n2010-05-04 |  | Salt arrives.\n2010-05-02 |  | Tea arrives.\n");
}

TEST(HeadingsAboveDates, AreTheirTitles) {
    const auto listing = listing_of_page(
        "<h1>News</h1><h3>Rice</h3><p>May 4, 2010</p><p>It arrives.</p><h3>Salt</h3><p>May 2, 2010</p><p>It "
        "leaves.</p>");
    EXPECT_EQ(in_lines(listing), "2010-05-04 | Rice | It arrives.\n2010-05-02 | Salt | It leaves.\n");
}

TEST(APageLaidOutInTables, KeepsItsMenuOutOfTheList) {
    const auto listing = listing_of_page(
        "<table><tr><td><a href=1>Home</a><br><b>Events</b><br>May 3, 2014<br>Picnic</td><td><font size=5><b>Our "
        "friends</b></font>"
        "<p><b>March 12, 2013</b><br>Nurses march in Lima. <a href=a>More...</a><p><b>March 1, 2013</b><br>Dockers win "
        "in the "
        "port after<p><hr>Copyright 2013</td></tr></table>");
    EXPECT_EQ(listing.title, "Our friends");
    EXPECT_EQ(in_lines(listing),
              "2013-03-12 |  | Nurses march in Lima.\n2013-03-01 |  | Dockers win in the port after\n");
    EXPECT_TRUE(has(listing, OddityKind::outside_list, 1));
}

TEST(AHostilePage, CostsNoStackAndLittleTime) {
    std::string page = "<h1>News</h1>";
    for (int i = 0; i < 100'000; ++i) page += i % 3 == 0 ? "<div>" : i % 3 == 1 ? "<b>" : "<blockquote>";
    page += "<p>May 4, 2010</p><p>Deep down.</p>";
    for (int i = 0; i < 100'000; ++i) page += "</i></table>";
    const auto listing = listing_of_page(page);
    ASSERT_EQ(listing.items.size(), 1U);
    EXPECT_EQ(listing.items[0].teaser, "Deep down.");
}

// What a list says, in any of the ways in which pages are made.
struct Pair {
    int day;
    int words;
};
std::string teaser_of(const Pair& pair) {
    static const std::vector<std::string> kWords{"The union",      "marches",   "for water,",
                                                 "in March 2011",  "and wins",  "a vote",
                                                 "on May 1, 2009", "“at last”", "says Ada & Co"};
    std::string out = kWords[0];
    for (int i = 1; i < 2 + pair.words % 12; ++i)
        out += " " + kWords[static_cast<std::size_t>((i * (pair.words + 3)) % 9)];
    static const std::vector<std::string> kEnds{".", "...", "…", " of the", "!"};
    return out + kEnds[static_cast<std::size_t>(pair.words % 5)];
}
std::string escaped(const std::string& text) {
    auto out = text;
    for (auto at = out.find('&'); at != std::string::npos; at = out.find('&', at + 5)) out.replace(at, 1, "&amp;");
    return out;
}
std::string rendered(const Pair& pair, int style, const std::string& date) {
    const auto text = escaped(teaser_of(pair));
    const std::string more = pair.words % 2 == 0 ? " <a href=x>Read more</a>" : "";
    switch (style) {
        case 0:
            return "<p>" + date + "</p>\n<p>" + text + more + "</p>\n";
        case 1:
            return "<tr><td>" + date + "</td><td>" + text + more + "</td></tr>\n";
        case 2:
            return "<div class='row'><span class='date'>" + date + "</span><div>" + text + "</div>" + more + "</div>\n";
        case 3:
            return "<p><strong>" + date + "</strong><br>" + text + more + "</p>\n";
        case 4:
            return "<dt>" + date + "</dt><dd>" + text + more + "</dd>\n";
        case 5:
            return "<li><em>" + date + "</em> " + text + more + "</li>\n";
        default:
            return "<h4>Posted on " + date + "</h4><blockquote>" + text + "</blockquote>" + more + "\n";
    }
}

RC_GTEST_PROP(AListInAnyStyle, ComesBackWhole, ()) {
    const auto style = *rc::gen::inRange(0, 7);
    const auto count = *rc::gen::inRange(2, 40);
    std::string page = "<html><body><ul class='menu'><li><a href=/>Home</a></li></ul><h1>Our friends</h1>";
    page += style == 1 ? "<table>" : style == 4 ? "<dl>" : style == 5 ? "<ul>" : "<div>";
    std::string expected;
    for (int i = 0; i < count; ++i) {
        const Pair pair{*rc::gen::inRange(0, 6'000), *rc::gen::inRange(0, 1'000)};
        const base::Day day{std::chrono::days{12'000 + pair.day}};
        const std::chrono::year_month_day parts{day};
        static const std::vector<std::string> kMonths{"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
        const auto date = kMonths[static_cast<unsigned>(parts.month()) - 1] + " " +
                          std::to_string(static_cast<unsigned>(parts.day())) + ", " +
                          std::to_string(static_cast<int>(parts.year()));
        page += rendered(pair, style, date);
        expected += base::iso(day) + " |  | " + teaser_of(pair) + "\n";
    }
    page += style == 1 ? "</table>" : style == 4 ? "</dl>" : style == 5 ? "</ul>" : "</div>";
    page += "<div id='footer'>© 2014</div></body></html>";
    const auto listing = listing_of_page(page);
    RC_ASSERT(listing.title == "Our friends");
    RC_ASSERT(in_lines(listing) == expected);
}

}  // namespace
}  // namespace foreign_news
