#include <gtest/gtest.h>

#include "people/store.h"
#include "platform/auth/principal.h"
#include "platform/http/testing.h"
#include "ports/actions.h"
#include "ports/hub_blocks.h"
#include "ports/page.h"
#include "ports/people_holder.h"
#include "ports/person_data.h"
#include "ports/person_facts.h"
#include "ports/scans.h"
#include "ports/search_documents.h"
#include "tests/support/databases.h"

namespace ports {
namespace {

class Ports : public testing::Test {
protected:
    test_support::TestDatabase database{test_support::Kind::sqlite};

    std::vector<Action> actions(const ActionRegistry& registry, base::Locale locale = base::Locale::english) {
        return database->read([&](db::Read& read) { return registry.all(read, locale); });
    }
};

ActionProvider pledge() {
    return [](db::Read&, base::Locale locale) {
        return std::vector<Action>{{.key = "equality-pledge",
                                    .path = "/" + std::string{base::code(locale)} + "/petitions/equality-pledge",
                                    .figure = LiveFigure{48'213, "signatures", "/api/v1/count"}}};
    };
}

TEST_F(Ports, TheEightActionsOfTheMissionAreAllThereAndComingSoon) {
    const auto all = actions({});
    ASSERT_EQ(all.size(), 8u);
    for (const auto& action : all) {
        EXPECT_EQ(action.availability, Availability::coming_soon) << action.key;
        EXPECT_FALSE(action.title.empty());
        EXPECT_FALSE(action.summary.empty());
        EXPECT_FALSE(action.icon.empty());
    }
}

TEST_F(Ports, AnActionOpensWhenItsSliceOffersIt) {
    ActionRegistry registry;
    registry.add(pledge());
    const auto all = actions(registry, base::Locale::french);
    ASSERT_EQ(all.size(), 8u);
    EXPECT_EQ(all[0].key, "equality-pledge");
    EXPECT_EQ(all[0].availability, Availability::open);
    EXPECT_EQ(all[0].path, "/fr/petitions/equality-pledge");
    EXPECT_EQ(all[0].icon, "scale") << "what the slice leaves out is filled in";
    EXPECT_FALSE(all[0].title.empty());
    EXPECT_EQ(all[0].figure->value, 48'213);
}

TEST_F(Ports, AnActionBeyondTheMissionStandsWhereItWants) {
    ActionRegistry registry;
    registry.add([](db::Read&, base::Locale) {
        return std::vector<Action>{{.key = "water", .title = "Save the well", .path = "/en/x", .order = 0},
                                   {.key = "bus", .title = "Keep the bus", .path = "/en/y"}};
    });
    const auto all = actions(registry);
    ASSERT_EQ(all.size(), 10u);
    EXPECT_EQ(all.front().key, "water");
    EXPECT_EQ(all.back().key, "bus");
    EXPECT_EQ(all.back().call, "Keep the bus") << "a button says the title where there is no call";
}

TEST_F(Ports, WhoHasSignedIsOfferedTheNextOpenAction) {
    ActionRegistry registry;
    registry.add(pledge());
    registry.add([](db::Read&, base::Locale) {
        return std::vector<Action>{{.key = "fairness-test", .path = "/en/fairness-test"}};
    });
    const auto next = [&](std::string_view done) {
        return database->read([&](db::Read& read) { return registry.next_after(read, base::Locale::english, done); });
    };
    EXPECT_EQ(next("equality-pledge")->key, "fairness-test");
    EXPECT_EQ(next("fairness-test")->key, "equality-pledge");
    EXPECT_EQ(next("unknown")->key, "equality-pledge");
    const ActionRegistry nothing_open;
    EXPECT_FALSE(
        database->read([&](db::Read& read) { return nothing_open.next_after(read, base::Locale::english, "words"); }));
}

TEST_F(Ports, DocumentsComePageByPage) {
    SearchDocuments documents;
    documents.add({"pages", base::message("Pages")}, [](db::Read&, const DocumentPage& page) {
        std::vector<SearchDocument> found;
        for (int number = page.after.empty() ? 100 : std::stoi(page.after) + 1; number < 550; ++number) {
            if (found.size() == page.limit) break;
            found.push_back({.key = std::to_string(number), .locale = base::Locale::english, .title = "Page"});
        }
        return found;
    });
    int seen = 0;
    database->read([&](db::Read& read) { documents.each(read, [&](const SearchDocument&) { ++seen; }); });
    EXPECT_EQ(seen, 450);
}

TEST_F(Ports, FactsStandNewestFirst) {
    PersonFacts facts;
    facts.add([](db::Read&, PersonKey, base::Locale) {
        return std::vector<PersonFact>{{base::Instant{10}, "petitions", "Signed."},
                                       {base::Instant{30}, "petitions", "Withdrew."}};
    });
    facts.add([](db::Read&, PersonKey, base::Locale) {
        return std::vector<PersonFact>{{base::Instant{20}, "mailing_list", "Joined."}};
    });
    const auto all = database->read([&](db::Read& read) { return facts.all(read, {1}, base::Locale::english); });
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0].sentence, "Withdrew.");
    EXPECT_EQ(all[1].sentence, "Joined.");
}

TEST_F(Ports, APersonIsExportedAndForgotten) {
    database->write([](db::Write& write) {
        const auto person = people::ensure_person(write, {.address_hash = 42,
                                                          .email = *base::EmailAddress::parse("odile@example.org"),
                                                          .name = {"Odile", "Tremblay"},
                                                          .locale = base::Locale::french,
                                                          .address = people::understood({"CA", "G0A 1A0", ""})});
        people::record_consent(write, {.address_hash = 42,
                                       .person = person,
                                       .wording = {"petitions.mail", base::Locale::french, "Oui, écrivez-moi."},
                                       .source = "/fr/petitions/proclamation",
                                       .network = "192.0.2.7",
                                       .at = write.now()});
    });
    PersonData data;
    data.add(people_holder());
    const auto text = [&] { return database->read([&](db::Read& read) { return data.export_json(read, {42}); }); };
    EXPECT_NE(text().find("odile@example.org"), std::string::npos);
    EXPECT_NE(text().find("Oui, écrivez-moi."), std::string::npos);
    database->write([&](db::Write& write) { data.erase(write, {42}); });
    EXPECT_EQ(text().find("odile"), std::string::npos);
    EXPECT_EQ(text().find("192.0.2.7"), std::string::npos);
    EXPECT_NE(text().find("Oui, écrivez-moi."), std::string::npos) << "the proof of consent stays";
}

FrameSettings settings() {
    return {.public_url = "https://example.org",
            .campaign =
                [](base::Locale locale) {
                    return std::string{locale == base::Locale::english ? "All Together Now" : "Tous ensemble"};
                },
            .demo_mailbox_path = "demo/mailbox",
            .menu = {{[](base::Locale) { return std::string{"Pledge"}; }, "petitions/equality-pledge"}},
            .staff_bar = [](const http::Request&) { return html::StaffBar{.who = "Amélie Roy - editor"}; }};
}

TEST(PageFrames, KnowsBothAddressesOfAPage) {
    const PageFrames frames{settings()};
    const auto request = http::testing::get("/en/petitions/equality-pledge");
    const auto frame = frames.frame(request, {.title = "Pledge"});
    EXPECT_EQ(frame.path, "/en/petitions/equality-pledge");
    EXPECT_EQ(frame.other_path, "/fr/petitions/equality-pledge");
    EXPECT_EQ(frame.campaign, "All Together Now");
    EXPECT_EQ(frame.demo_mailbox_url, "/en/demo/mailbox");
    ASSERT_EQ(frame.navigation.size(), 1u);
    EXPECT_EQ(frame.navigation[0].current, html::Current::page);
    EXPECT_FALSE(frame.staff_bar) << "the public sees no bar";
    EXPECT_EQ(frames.frame(request, {.title = "x", .other_path = std::string{kNoOtherLanguage}}).other_path, "");
}

TEST(PageFrames, ShowStaffTheirBarAndOnlyWhatTheyMaySee) {
    PageFrames frames{settings()};
    frames.add_staff_entry(
        {.label = base::message("Staff"), .path = "staff/accounts", .may_see = [](const auto&) { return false; }});
    frames.add_staff_entry({base::message("Hub"), "staff/hub", "home", StaffGroup::publish});
    auto request = http::testing::get("/fr/staff/hub/canada");
    request.staff = std::make_shared<auth::Principal>(auth::Principal{
        auth::StaffId{1}, "Amélie Roy", *base::EmailAddress::parse("amelie@example.org"), {}, auth::SessionId{1}});
    const auto frame = frames.staff_frame(request, {.title = "Hub"});
    ASSERT_EQ(frame.navigation.size(), 1u);
    EXPECT_EQ(frame.navigation[0].url, "/fr/staff/hub");
    EXPECT_EQ(frame.navigation[0].current, html::Current::page);
    EXPECT_EQ(frame.audience, html::Audience::staff);
    const auto public_frame = frames.frame(request, {.title = "Hub", .edit_path = "staff/hub/canada"});
    ASSERT_TRUE(public_frame.staff_bar);
    EXPECT_EQ(public_frame.staff_bar->links.back().url, "/fr/staff/hub/canada");
}

TEST(OtherLanguage, IsTheSamePathUnderTheOtherPrefix) {
    EXPECT_EQ(in_other_language("/en/"), "/fr/");
    EXPECT_EQ(in_other_language("/fr/pages/privacy"), "/en/pages/privacy");
    EXPECT_EQ(in_other_language("/"), "/");
}

TEST(Scans, AreWhatTheirBytesAre) {
    EXPECT_EQ(*scan_type_of("%PDF-1.4 ... %%EOF"), ScanType::pdf);
    EXPECT_FALSE(scan_type_of("%PDF-1.4 cut short"));
    EXPECT_FALSE(scan_type_of("<html>%PDF- %%EOF"));
    EXPECT_FALSE(scan_type_of(""));
    EXPECT_EQ(*scan_type_of("\xFF\xD8\xFF\xE0....\xFF\xD9"), ScanType::jpeg);
    EXPECT_EQ(harmless_name("../../etc/pass\"wd.exe", ScanType::pdf), "passwd.pdf");
    EXPECT_EQ(harmless_name("", ScanType::png), "scan.png");
}

TEST(HubBlocks, AreFoundByTheirKey) {
    HubBlockRegistry registry;
    registry.add({"petitions.names", base::message("Latest names"), {}});
    EXPECT_NE(registry.find("petitions.names"), nullptr);
    EXPECT_EQ(registry.find("other"), nullptr);
}

}  // namespace
}  // namespace ports
