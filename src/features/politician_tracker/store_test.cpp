// A season of asking: two politicians answer, one changes her mind, an election comes and goes.
#include "features/politician_tracker/store.h"

#include <algorithm>
#include <stdexcept>

#include <gtest/gtest.h>

#include "features/politician_tracker/handlers.h"
#include "features/politician_tracker/positions_service.h"
#include "features/politician_tracker/staff_handlers.h"
#include "platform/http/testing.h"
#include "tests/support/databases.h"

namespace politician_tracker {
namespace {

constexpr PetitionId kPledge{7};
constexpr http::Fields::Field kSlug{"slug", "pledge"};

ports::PetitionReader one_pledge() {
    ports::PetitionReader reader;
    reader.find = [](db::Read&, std::string_view slug, base::Locale) {
        const ports::PetitionFacts facts{
            kPledge, base::LevelId{1}, "pledge",    ports::PetitionKind::pledge, ports::PetitionStage::open,
            0,       base::Instant{1}, "The Pledge"};
        return slug == "pledge" ? std::optional{facts} : std::nullopt;
    };
    return reader;
}

class Season : public test_support::OnBothDatabases {
protected:
    void SetUp() override {
        keep({.name = "Susan Okafor", .office = Office::mp, .region = "ON", .place = "North Carling"});
        keep({.name = "Réjean Doucet", .office = Office::provincial, .region = "NB", .place = "Larch River"});
    }
    store::Kept keep(const PoliticianFacts& facts) {
        return database->write([&](db::Write& write) { return store::keep(write, facts, "Amélie"); });
    }
    std::vector<Standing> standings() {
        return database->read([](db::Read& read) { return store::standings(read, kPledge); });
    }
    Standing of(std::string_view name) {
        const auto all = standings();
        const auto found =
            std::ranges::find_if(all, [&](const Standing& each) { return each.politician.facts.name == name; });
        return found == all.end() ? throw std::out_of_range{std::string{name}} : *found;
    }
    void answer(std::string_view name, Stand stand, const std::string& evidence) {
        const StandFacts facts{stand, "2026-11-03", evidence, evidence, ""};
        database->write([&](db::Write& write) { store::answer(write, {kPledge, of_id(name), facts}, "Amélie"); });
    }
    PoliticianId of_id(std::string_view name) { return of(name).politician.id; }
    std::string list() {
        return std::string{database
                               ->read([&](db::Read& read) {
                                   return handlers.list(http::testing::get("/en/petitions/pledge/politicians", {kSlug}),
                                                        read);
                               })
                               .body.view()};
    }

    ports::PageFrames frames{[] {
        ports::FrameSettings settings;
        settings.public_url = "https://campaign.example";
        settings.campaign = [](base::Locale) { return "All Together Now"; };
        return settings;
    }()};
    ports::PetitionReader petitions = one_pledge();
    ports::SectionCache sections{base::seconds(2)};
    Services services{frames, petitions, sections};
    Handlers handlers{services};
};

TEST_P(Season, ANewAnswerTakesThePlaceOfTheOldOne) {
    EXPECT_EQ(of("Susan Okafor").stand, Stand::not_asked);
    answer("Susan Okafor", Stand::declined, "Told the paper.");
    answer("Susan Okafor", Stand::signed_it, "Signed at the fair.");
    EXPECT_EQ(of("Susan Okafor").stand, Stand::signed_it);
    EXPECT_EQ(of("Susan Okafor").evidence_en, "Signed at the fair.");
    EXPECT_EQ(standings().size(), 2U) << "she stands there once";
}

TEST_P(Season, TakingTheSamePersonInTwiceDoublesNobody) {
    EXPECT_EQ(keep({.name = "Susan Okafor",
                    .office = Office::mp,
                    .region = "ON",
                    .place = "North Carling",
                    .party = "Maple Party"}),
              store::Kept::changed);
    EXPECT_EQ(standings().size(), 2U);
    EXPECT_EQ(of("Susan Okafor").politician.facts.party, "Maple Party");
}

TEST_P(Season, WhoLeftOfficeStaysWithTheAnswerButIsNotAskedAgain) {
    answer("Susan Okafor", Stand::signed_it, "Signed.");
    database->write([&](db::Write& write) {
        store::leave(write, of_id("Susan Okafor"));
        store::leave(write, of_id("Réjean Doucet"));
    });
    ASSERT_EQ(standings().size(), 1U) << "who never answered and left is on no list";
    EXPECT_TRUE(of("Susan Okafor").politician.left_at);
}

TEST_P(Season, ALongListComesInPagesThatKeepTheFilter) {
    for (int ward = 100; ward < 301; ++ward)
        keep({.name = "Councillor", .office = Office::councillor, .region = "ON", .place = std::to_string(ward)});
    const auto page = [&](std::string_view number) {
        auto request = http::testing::get("/en/petitions/pledge/politicians", {kSlug});
        request.query.add({"region", "ON"});
        request.query.add({"page", number});
        return std::string{database->read([&](db::Read& read) { return handlers.list(request, read); }).body.view()};
    };
    EXPECT_NE(page("0").find("region=ON&amp;stand=&amp;party=&amp;page=1"), std::string::npos);
    EXPECT_EQ(page("0").find("Susan Okafor"), std::string::npos) << "councillors come first, 50 on a page";
    EXPECT_NE(page("4").find("Susan Okafor"), std::string::npos);
    for (const char* odd : {"99999999", "-1", "two"}) EXPECT_NE(page(odd).find("of 5"), std::string::npos) << odd;
}

TEST_P(Season, TheListIsFilteredByPartyAndSaysSinceWhenAndHowWeKnow) {
    keep({.name = "Geneviève Marchand", .office = Office::mp, .region = "QC", .party = "Parti des érables"});
    keep({.name = "Harold Pike", .office = Office::mp, .region = "NS", .party = "Lighthouse & Co"});
    answer("Geneviève Marchand", Stand::signed_it, "Signed at the fair.");
    const auto of_party = [&](std::string_view party) {
        auto request = http::testing::get("/fr/petitions/pledge/politicians", {kSlug});
        request.query.add({"party", party});
        return std::string{database->read([&](db::Read& read) { return handlers.list(request, read); }).body.view()};
    };
    const std::string hers = of_party("Parti des érables");
    EXPECT_NE(hers.find("Marchand"), std::string::npos);
    EXPECT_EQ(hers.find("Pike"), std::string::npos);
    EXPECT_NE(hers.find("3 novembre 2026</time> · Signed at the fair."), std::string::npos);
    EXPECT_NE(hers.find(R"(<option value="Lighthouse &amp; Co">)"), std::string::npos);
    EXPECT_NE(of_party("Nobody’s party").find("Pike"), std::string::npos) << "no such party: nothing is filtered";
}

TEST_P(Season, SupportersWhoAskedAreCounted) {
    const Asking asking{"pledge", of_id("Susan Okafor"), base::Locale::english};
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(database->write([&](db::Write& write) { return handlers.ask(asking, write); })->status, 303);
    EXPECT_EQ(of("Susan Okafor").asked, 3);
    EXPECT_EQ(of("Réjean Doucet").asked, 0);
}

TEST_P(Season, NearAFederalElectionFederalPoliticiansAreNotNamed) {
    answer("Susan Okafor", Stand::declined, "Told the paper.");
    const auto begun = database->write([](db::Write& write) {
        return store::begin_period(write, {"", "Paid for by the union.", "Payé par le syndicat.", "Amélie", 1});
    });
    ASSERT_TRUE(begun);
    EXPECT_EQ(list().find("Okafor"), std::string::npos);
    EXPECT_NE(list().find("Doucet"), std::string::npos) << "his election is another one";
    EXPECT_NE(list().find("Paid for by the union."), std::string::npos);
    const Asking asking{"pledge", of_id("Susan Okafor"), base::Locale::english};
    EXPECT_EQ(database->write([&](db::Write& write) { return handlers.ask(asking, write); })->status, 404);
    EXPECT_FALSE(database->write([](db::Write& write) { return store::begin_period(write, {"", "x", "x", "Tom", 1}); }))
        << "one at a time";

    database->write([&](db::Write& write) { return store::end_period(write, *begun, "Tom"); });
    EXPECT_NE(list().find("Okafor"), std::string::npos);
    const auto log = database->read([](db::Read& read) { return store::all_periods(read); });
    ASSERT_EQ(log.size(), 1U);
    EXPECT_EQ(log.at(0).ended_by, "Tom");
    EXPECT_EQ(log.at(0).hidden_politicians, 1);
}

TEST_P(Season, AListShowsWhatItWouldDoBeforeItIsTakenIn) {
    constexpr std::string_view kList =
        "name,office,region,place,party\nSusan Okafor,mp,ON,North Carling,Maple Party\nNadia Roy,mayor,QC,Val-Clair,\n"
        "Réjean Doucet,provincial,NB,Larch River,\n";
    const PeopleHandlers people{services};
    auto request = http::testing::post("/en/staff/politicians/rows", {}, {{"rows", kList}});
    request.staff = std::make_shared<const auth::Principal>(auth::Principal{
        auth::StaffId{1}, "Amélie", *base::EmailAddress::parse("amelie@example.org"), {}, auth::SessionId{1}});
    const auto asked = people.read_rows(request);
    ASSERT_FALSE(asked) << "nobody has confirmed it";
    const auto preview =
        database->read([&](db::Read& read) { return people.show_again(request, asked.error(), read); });
    EXPECT_EQ(preview.status, 200);
    EXPECT_NE(preview.body.view().find("1 would be added, 1 changed, 1 stay as they are."), std::string::npos);
    EXPECT_NE(preview.body.view().find("<ins>Maple Party</ins>"), std::string::npos);
    EXPECT_EQ(standings().size(), 2U) << "nothing is written";

    request.form.add({"confirmed", "1"});
    const auto confirmed = people.read_rows(request);
    ASSERT_TRUE(confirmed);
    database->write([&](db::Write& write) { return *people.keep_rows(*confirmed, write); });
    EXPECT_EQ(standings().size(), 3U);
    EXPECT_EQ(of("Susan Okafor").politician.facts.party, "Maple Party");
}

TEST_P(Season, OtherSlicesAskWhereSomebodyStandsByTheirName) {
    answer("Réjean Doucet", Stand::signed_it, "Signed it at the food bank.");
    ports::PetitionReader petitions;
    petitions.find_by_id = [](db::Read&, PetitionId id, base::Locale) {
        return std::optional{ports::PetitionFacts{id, base::LevelId{1}, "pledge", ports::PetitionKind::pledge,
                                                  ports::PetitionStage::open, 0, base::Instant{1}, "The Pledge"}};
    };
    const auto of = [&](const ports::PoliticianKey& key) {
        return database->read([&](db::Read& read) { return positions(petitions).of(read, key, base::Locale::french); });
    };
    const ports::PoliticianKey rejean{"REJEAN-DOUCET", Office::provincial, "NB"};
    ASSERT_EQ(of(rejean).size(), 1U) << "case, accents and dashes aside";
    EXPECT_EQ(of(rejean)[0].path, "/fr/petitions/pledge");
    EXPECT_EQ(of(rejean)[0].stand, "signed");
    EXPECT_TRUE(of({"Réjean Doucet", Office::mp, "NB"}).empty()) << "another office";
    EXPECT_TRUE(of({"Réjean Doucet", Office::provincial, "QC"}).empty()) << "another province";
    database->write([](db::Write& write) {
        return store::begin_period(write, {.region = "NB", .staff_name = "Ines", .hidden_politicians = 1});
    });
    EXPECT_TRUE(of(rejean).empty()) << "an election is near";
}

ALLTOGETHER_ON_BOTH_DATABASES(Season);

}  // namespace
}  // namespace politician_tracker
