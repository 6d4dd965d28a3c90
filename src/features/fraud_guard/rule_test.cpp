// The rules one by one: what letters look like, what is on a list, when a puzzle's answer holds.
#include "features/fraud_guard/rule.h"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "features/fraud_guard/address_shape.h"
#include "features/fraud_guard/findings.h"
#include "features/fraud_guard/glob.h"
#include "features/fraud_guard/guard_service.h"
#include "features/fraud_guard/known_domains.h"
#include "features/fraud_guard/lists_service.h"
#include "features/fraud_guard/recent_counts.h"
#include "features/fraud_guard/rule_table.h"
#include "features/fraud_guard/trends_service.h"

namespace fraud_guard {
namespace {

constexpr base::Instant kNow{1'800'000'000'000'000};

TEST(Rules, EachHasItsRowInTheDataAndItsWords) {
    for (int i = 0; i < kRules; ++i) {
        const auto rule = static_cast<Rule>(i);
        EXPECT_EQ(rule_of(key_of(rule)), rule);
        EXPECT_GT(shipped_rules()[rule].weight, 0) << key_of(rule);
        EXPECT_STRNE(words_of(rule).reason.key(), "");
    }
    EXPECT_EQ(rule_of("no_such_rule"), std::nullopt);
}

TEST(Rules, TheTableInTheDocumentIsTheOneInTheData) {
    std::ifstream file{SOURCE_DIR "/docs/methods/fraud.md"};
    std::stringstream text;
    text << file.rdbuf();
    EXPECT_NE(text.str().find(rule_table()), std::string::npos) << "docs/methods/fraud.md should hold:\n"
                                                                << rule_table();
}

TEST(AddressShape, PeopleAreNotRandom) {
    for (const char* local : {"maya.tremblay", "jsmith", "k.wojciechowski", "ann1985", "o.nguyen", "bcschwartz",
                              "mtl514", "info", "the.smiths", "jpgagnon", "xavier", "strnk"})
        EXPECT_FALSE(looks_random(local, {"", ""})) << local;
    EXPECT_FALSE(looks_random("krzb7k2b9", {"krzysztof", "b"})) << "it begins like the name";
}

TEST(AddressShape, MachinesAre) {
    for (const char* local : {"x7k2q9m", "a8f3k2", "qzxkvbnm", "wrtplkjhg", "bdfghklm"})
        EXPECT_TRUE(looks_random(local, {"ann", "lee"})) << local;
}

TEST(AddressShape, TagsDigitsAndStems) {
    EXPECT_TRUE(local_part_of("maya+news@mail.example").has_tag());
    EXPECT_EQ(local_part_of("maya+news@mail.example").name, "maya");
    EXPECT_FALSE(local_part_of("+@mail.example").has_tag()) << "nothing stands before it";
    EXPECT_EQ(count_digits("a1b22"), 3U);
    EXPECT_EQ(stem_of("ann.lee-07"), stem_of("an.nlee1"));
}

TEST(NameShape, KeyboardsAndMachines) {
    for (const char* name : {"asdf", "qwerty", "jjjohn", "abcde", "poiu"}) EXPECT_TRUE(is_keyboard_run(name)) << name;
    for (const char* name : {"sdhf", "maya", "dewitt", "tremblay", "okeeffe", "lkn"})
        EXPECT_FALSE(is_keyboard_run(name)) << name;
    for (const char* name : {"xkcdqz", "b4ob", "tr7mblay", "hjklm"}) EXPECT_TRUE(is_random_name(name)) << name;
    for (const char* name : {"krzysztof", "ng", "schwartz", "vlk", "szczesny", "hirschsprung", "李娜", "оля"})
        EXPECT_FALSE(is_random_name(name)) << name;
    EXPECT_TRUE(is_one_letter("m"));
    EXPECT_FALSE(is_one_letter("李娜"));
}

// Names of people who live in Canada, from everywhere. None of them is odd.
TEST(NameShape, NamesOfTheWorldAreNames) {
    for (const char* name : {"tremblay",
                             "macdonald",
                             "mcdougall",
                             "okeeffe",
                             "fitzpatrick",
                             "schwartz",
                             "hirschsprung",
                             "lindqvist",
                             "lindquist",
                             "bjornsson",
                             "kjeldsen",
                             "hjalmarsson",
                             "vanderwijngaart",
                             "dijkstra",
                             "wertheimer",
                             "werther",
                             "nguyen",
                             "ng",
                             "xu",
                             "xiong",
                             "zhuang",
                             "qureshi",
                             "iqbal",
                             "sadiq",
                             "afzal",
                             "hamza",
                             "behzad",
                             "abzug",
                             "gzowski",
                             "szczepanski",
                             "brzezinski",
                             "przybylski",
                             "krzyzewski",
                             "wojciechowski",
                             "hajzler",
                             "shevchenko",
                             "evgeny",
                             "yevtushenko",
                             "zhirinovsky",
                             "dzhugashvili",
                             "kvaratskhelia",
                             "mkhitaryan",
                             "srbljanovic",
                             "strnad",
                             "smrz",
                             "krc",
                             "hrdlicka",
                             "vlk",
                             "trnka",
                             "qaqqaq",
                             "mumilaaq",
                             "aglukkaq",
                             "etxeberria",
                             "goikoetxea",
                             "nxumalo",
                             "mxolisi",
                             "mbeki",
                             "nkrumah",
                             "ngcobo",
                             "tshwete",
                             "ogbonna",
                             "adjei",
                             "kwame",
                             "llywelyn",
                             "rhys",
                             "bhattacharya",
                             "krishnamurthy",
                             "venkataraman",
                             "chowdhury",
                             "mukhopadhyay",
                             "hoxha",
                             "gjoka",
                             "xhaka",
                             "shqiponja",
                             "papadopoulos",
                             "tsvetkov",
                             "mcgrath",
                             "abdulrahman",
                             "alexandre",
                             "maxwell",
                             "baxter",
                             "buxbaum",
                             "foxwell",
                             "marx",
                             "azer",
                             "avci",
                             "yilmaz",
                             "ozturk",
                             "stuart",
                             "sasquatch",
                             "dufresne"}) {
        EXPECT_FALSE(is_random_name(name)) << name;
        EXPECT_FALSE(is_keyboard_run(name)) << name;
        EXPECT_LT(count_strange_pairs(name), 2U) << name;
    }
    EXPECT_GE(count_strange_pairs("xkqvtd"), 2U);
    EXPECT_GE(count_strange_pairs("bxwqzj"), 2U);
}

TEST(NameShape, Links) {
    for (const char* text : {"see https://x.example", "www.win.example", "buy at pills.com now", "t.me/join"})
        EXPECT_TRUE(holds_link(text)) << text;
    for (const char* text : {"I agree. Community matters.", "Save it.commonly", "a.b.c"})
        EXPECT_FALSE(holds_link(text)) << text;
}

TEST(KnownDomains, GoogleIsNoDisposableMailbox) {
    EXPECT_TRUE(is_disposable("mailinator.com"));
    EXPECT_TRUE(is_disposable("box.mailinator.com"));
    for (const char* domain : {"google.com", "gmail.com", "outlook.com", "videotron.ca", "gc.ca", "mail.example"})
        EXPECT_FALSE(is_disposable(domain)) << domain;
}

TEST(KnownDomains, CountriesOfDomains) {
    EXPECT_TRUE(is_foreign({"post.example.ru", "CA"}));
    EXPECT_FALSE(is_foreign({"yahoo.fr", "CA"})) << "a large provider";
    EXPECT_FALSE(is_foreign({"union.ca", "CA"}));
    EXPECT_FALSE(is_foreign({"studio.io", "CA"})) << "sold as a word";
    EXPECT_FALSE(is_foreign({"council.org.uk", "GB"}));
}

TEST(Globs, MatchWhatTheySay) {
    struct Case {
        const char *pattern, *text;
        bool matches;
    };
    for (const Case& each : {Case{"*@mail.example", "ann@mail.example", true},
                             Case{"*.mail.example", "mail.example", false}, Case{"a?c", "abc", true},
                             Case{"a?c", "ac", false}, Case{"*", "", true}, Case{"", "", true}, Case{"", "a", false},
                             Case{"a*b*c", "axxbyyc", true}, Case{"a*b*c", "axxbyy", false}, Case{"**a", "ba", true}})
        EXPECT_EQ(matches_glob(each.pattern, each.text), each.matches) << each.pattern << " " << each.text;
    EXPECT_FALSE(matches_glob(std::string(40, '*') + "b", std::string(254, 'a'))) << "and it ends soon";
}

TEST(Lists, PatternsThatStaffType) {
    const auto kind = [](const char* typed) { return Pattern::parse(typed)->kind; };
    EXPECT_EQ(kind(" 192.0.2.0/24 "), PatternKind::network);
    EXPECT_EQ(kind("2001:DB8::/48"), PatternKind::network);
    EXPECT_EQ(kind("198.51.100.7"), PatternKind::network);
    EXPECT_EQ(kind("*+promo@mail.example"), PatternKind::address);
    EXPECT_EQ(kind("*.mail.example"), PatternKind::domain);
    EXPECT_EQ(Pattern::parse("fr")->text, "FR");
    EXPECT_EQ(Pattern::parse("192.0.2.77/24")->text, "192.0.2.0/24");
    EXPECT_EQ(Pattern::parse("::FFFF:192.0.2.77/120")->text, "192.0.2.0/24") << "the same network";
    EXPECT_EQ(Pattern::parse("::ffff:c000:204")->text, "192.0.2.4");
    EXPECT_EQ(Pattern::parse("2001:DB8:0:0:1::/36")->text, "2001:db8::/36");
    EXPECT_EQ(Pattern::parse("2001:db8::1/128")->text, "2001:db8::1");
    for (const char* typed :
         {"", "*", "*.*", "*@*", "192.0.2.0/33", "::192.0.2.0/24", "::ffff:192.0.2.0/24", "::ffff:0:0/96", "10.0.0.0/4",
          "::/0", "192.0.2.0/", "a b", "word", "a@b@c.example", "http://x.example"})
        EXPECT_FALSE(Pattern::parse(typed)) << typed;
}

ListEntry entry(List list, const char* pattern) {
    return {ListEntryId{1}, list, pattern, "why", std::nullopt, kNow, "Amélie", std::nullopt, std::nullopt};
}

TEST(Lists, TheHallOnElmStreetIsAllowedUntilTheDayAfter) {
    auto hall = entry(List::allow, "192.0.2.0/24");
    hall.expires_at = kNow + base::days(1);
    const std::vector entries{hall, entry(List::block, "2001:db8:5::/48"), entry(List::block, "*@spam.example"),
                              entry(List::watch, "FR")};
    const auto hits = [&](const Listed& listed, const char* client, const char* address) {
        const std::string_view whole{address};
        return hit_of(listed, {*http::ClientAddress::parse(client), whole, whole.substr(whole.find('@') + 1), "CA"});
    };
    const auto lists = lists_of(entries, kNow);
    EXPECT_TRUE(hits(lists.allow, "192.0.2.200", "a@b.example").network);
    EXPECT_FALSE(hits(lists.allow, "192.0.3.200", "a@b.example").any());
    EXPECT_TRUE(hits(lists.block, "2001:db8:5:77::1", "a@b.example").network);
    EXPECT_FALSE(hits(lists.block, "2001:db8:6::1", "a@b.example").any());
    EXPECT_TRUE(hits(lists.block, "192.0.3.1", "any@spam.example").sender);
    EXPECT_FALSE(hits(lists_of(entries, kNow + base::days(1)).allow, "192.0.2.200", "a@b.example").any());
}

// A partner's server has no form to dwell on and signs for many from one address; what its people say is looked at.
TEST(Keys, AreExemptFromDwellAndNetworkAndFromNothingElse) {
    Guard guard{PuzzleKey{std::string(32, 'k')}};
    const auto client = *http::ClientAddress::parse("192.0.2.7");
    const auto judge = [&](const std::string& address, ports::ByKey by_key) {
        const auto email = *base::EmailAddress::parse(address);
        return guard.judge({.slug = "library",
                            .email = email,
                            .address_hash = 0,
                            .given_name = "Maya",
                            .family_name = "Tremblay",
                            .country = "CA",
                            .postal_code = "K1A 0B1",
                            .place = "",
                            .comment = "",
                            .client = client,
                            .trusted = ports::FromTrustedNetwork::no,
                            .trap = ports::TrapFilled::no,
                            .dwell = std::nullopt,
                            .proof = "",
                            .at = kNow,
                            .by_key = by_key});
    };
    EXPECT_NE(judge("maya@example.org", ports::ByKey::no).reasons & bit_of(Rule::no_stamp), 0);
    for (int i = 0; i < 20; ++i) {
        const auto judgement = judge("maya.tremblay@example.org", ports::ByKey::yes);
        EXPECT_EQ(judgement.reasons & (bit_of(Rule::no_stamp) | kNetworkRules), 0);
    }
    EXPECT_NE(judge("x7k2q9m@mailinator.com", ports::ByKey::yes).reasons & bit_of(Rule::disposable_domain), 0);
}

TEST(RecentCounts, AreExactInTheirWindows) {
    RecentCounts counts{{.keys = 1'024, .longest = base::minutes(5)}};
    const RecentCounts::Windows windows{base::minutes(1), base::minutes(5)};
    const auto see = [&](std::int64_t second) { return counts.see(7, windows, kNow + base::seconds(second)); };
    EXPECT_EQ(see(0).shorter, 1);
    EXPECT_EQ(see(59).shorter, 2) << "within a minute";
    EXPECT_EQ(see(119).shorter, 1) << "a whole minute later";
    EXPECT_EQ(see(298).longer, 4);
    EXPECT_EQ(see(301).longer, 4) << "the first one is out of the window";
    EXPECT_EQ(counts.look(8, windows, kNow).longer, 0);
}

TEST(RecentCounts, EstimateWhatIsTooMuchToKeep) {
    RecentCounts counts{{.keys = 1'024, .longest = base::minutes(5)}};
    const RecentCounts::Windows windows{base::minutes(5), base::minutes(5)};
    std::int64_t counted = 0;
    for (int i = 0; i < 3'600; ++i) counted = counts.see(7, windows, kNow + base::seconds(i)).longer;
    EXPECT_NEAR(static_cast<double>(counted), 300, 3);
}

TEST(RecentCounts, ForgetTheIdlestAndStaySmall) {
    RecentCounts counts{{.keys = 64, .longest = base::minutes(5)}};
    const RecentCounts::Windows windows{base::minutes(1), base::minutes(5)};
    for (std::uint64_t key = 1; key <= 10'000; ++key) EXPECT_EQ(counts.see(key, windows, kNow).longer, 1);
}

TEST(Trends, ADomainThatComesUpIsNoticedAndALargeOneIsNot) {
    Trends trends;
    base::Instant at = kNow;
    const auto sign = [&](const char* domain, int count) {
        trends.add(
            std::vector<Sighting>(static_cast<std::size_t>(count),
                                  {domain, *http::ClientAddress::parse("192.0.2.7"), "CA", Sighting::Flagged::no}),
            at);
    };
    for (int minute = 0; minute < 600; ++minute, at = at + base::minutes(1)) sign("gmail.com", 30);
    EXPECT_TRUE(trends.rising().empty());
    for (int minute = 0; minute < 5; ++minute, at = at + base::minutes(1)) {
        sign("gmail.com", 30);
        sign("sudden.example", 20);
    }
    ASSERT_EQ(trends.rising().size(), 1U);
    EXPECT_EQ(trends.rising()[0].what, "sudden.example");
    EXPECT_GT(trends.rising()[0].share, 0.2);
    EXPECT_LT(trends.rising()[0].usual_share, 0.02);
}

}  // namespace
}  // namespace fraud_guard
