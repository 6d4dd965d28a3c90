// A person's own page: Maya asks by mail, sees, corrects, takes along, and has everything erased; data that goes by
// itself; the register of incidents.
#include "features/privacy/handlers.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "features/privacy/held_service.h"
#include "features/privacy/incident_store.h"
#include "features/privacy/mails.h"
#include "features/privacy/retention_service.h"
#include "features/privacy/slice.h"
#include "features/privacy/store.h"
#include "people/address_hash.h"
#include "people/addresses.h"
#include "people/store.h"
#include "platform/http/testing.h"
#include "platform/mail/outbox.h"
#include "ports/people_holder.h"
#include "tests/support/databases.h"

namespace privacy {
namespace {

class OwnData : public test_support::OnBothDatabases {
protected:
    OwnData() {
        data.add(ports::people_holder());
        data.add(person_data());
        facts.add(ports::consent_facts());
        add_mails(renderers, services);
        links.leave = [this](db::Write& write, const ports::MailLinks::LeaveOrder& order) {
            people::record_consent(write, {.act = people::ConsentAct::withdrawn,
                                           .ground = people::ConsentGround::express,
                                           .address_hash = maya(),
                                           .person = order.person,
                                           .wording = order.wording,
                                           .on_behalf_of = "All Together Now",
                                           .source = order.source,
                                           .network = "",
                                           .at = write.now()});
        };
        database->write([&](db::Write& write) {
            const auto email = *base::EmailAddress::parse("maya@example.org");
            const auto id = people::ensure_person(
                write,
                {maya(), email, {"Maya", "Lund"}, base::Locale::english, people::understood({"", "K1A0B1", ""})});
            people::record_consent(write, {.act = people::ConsentAct::given,
                                           .ground = people::ConsentGround::express,
                                           .address_hash = maya(),
                                           .person = id,
                                           .wording = {"test", base::Locale::english, "Write to me."},
                                           .on_behalf_of = "All Together Now",
                                           .source = "/en/join",
                                           .network = "192.0.2.7",
                                           .at = write.now()});
        });
    }
    std::int64_t hash(std::string_view email) const {
        return people::address_hash(secret, *base::EmailAddress::parse(email));
    }
    std::int64_t maya() const { return hash("maya@example.org"); }
    std::string ask(std::string_view email) {
        const auto wanted = handlers.read_request(http::testing::post("/en/my-data", {}, {{"email", email}}));
        EXPECT_TRUE(wanted);
        const auto answer = database->write([&](db::Write& write) { return handlers.send_link(*wanted, write); });
        return std::string{answer->headers.view("Location")};
    }
    std::vector<mail::StoredMail> mails() {
        return database->read([](db::Read& read) { return mail::latest_mails(read, {}); });
    }
    std::optional<mail::Message> rendered(const mail::StoredMail& stored) {
        return database->read([&](db::Read& read) { return (*renderers.find(stored.order.kind))(stored.order, read); });
    }
    std::string token() {
        const auto message = rendered(mails().at(0));
        const std::string path = "/my-data/";
        return message->text.substr(message->text.find(path) + path.size(), 32);
    }
    static http::Request now(http::Request request) {
        request.received_at = db::now();
        return request;
    }
    http::Response page(const std::string& with) {
        return database->read([&](db::Read& read) {
            return handlers.show(now(http::testing::get("/en/my-data/x", {{"token", with}})), read);
        });
    }
    std::optional<people::Person> person() {
        return database->read([&](db::Read& read) { return person_of(read, maya()); });
    }

    runtime::Config config;
    auth::Secret secret = auth::load_or_create_secret(*database);
    auth::Tokens tokens{secret};
    ports::PageFrames frames{[] {
        ports::FrameSettings made;
        made.public_url = "https://campaign.example";
        made.campaign = [](base::Locale) { return "All Together Now"; };
        return made;
    }()};
    ports::PersonFacts facts;
    ports::PersonData data;
    ports::MailLinks links;
    ports::Retention retention;
    Services services{config, secret, tokens, frames, facts, data, links, retention, *database};
    Handlers handlers{services};
    mail::Renderers renderers;
};

TEST_P(OwnData, MayaSeesCorrectsAndTakesItAlong) {
    ask("maya@example.org");
    const std::string link = token();
    const auto shown = page(link);
    EXPECT_EQ(shown.status, 200);
    EXPECT_NE(shown.body.view().find("Agreed to be mailed: Write to me."), std::string::npos);

    const auto form = handlers.read_correction(now(http::testing::post(
        "/en/my-data/x/correction", {{"token", link}},
        {{"given_name", "Maja"}, {"family_name", "Lund"}, {"postal_code", "h2x 1y4"}, {"language", "fr"}})));
    ASSERT_TRUE(form);
    EXPECT_TRUE(database->write([&](db::Write& write) { return handlers.correct(*form, write); }));
    EXPECT_EQ(person()->name.given, "Maja");
    EXPECT_EQ(person()->postal_code, "H2X 1Y4");
    EXPECT_EQ(person()->province, people::Province::qc);

    const auto file = database->read([&](db::Read& read) {
        return handlers.download(now(http::testing::get("/en/my-data/x/export.json", {{"token", link}})), read);
    });
    const auto json = boost::json::parse(file.body.view());
    const auto& held = json.at("addresses").at(0).at("people");
    EXPECT_EQ(held.at("person").at("given_name"), "Maja");
    EXPECT_EQ(held.at("consents").at(0).at("words"), "Write to me.");
}

TEST_P(OwnData, TheAnswerIsTheSameForStrangersWhoGetNoMail) {
    EXPECT_EQ(ask("maya@example.org"), ask("nobody@example.org"));
    EXPECT_FALSE(rendered(mails().at(0))) << "nothing is held about nobody";
    EXPECT_TRUE(rendered(mails().at(1)));
    for (int i = 0; i < 5; ++i) ask("maya@example.org");
    EXPECT_EQ(mails().size(), 4U) << "three a day for one address";
}

TEST_P(OwnData, TheLinkWorksForTwoHoursAndForNothingElse) {
    ask("maya@example.org");
    const std::string link = token();
    auto late = now(http::testing::get("/en/my-data/x", {{"token", link}}));
    late.received_at = late.received_at + base::hours(2) + base::seconds(1);
    EXPECT_EQ(database->read([&](db::Read& read) { return handlers.show(late, read); }).status, 404);
    EXPECT_EQ(page(tokens.make("mailing_list.preferences", person()->id.value)).status, 404);
    EXPECT_EQ(page("forged").status, 404);
}

TEST_P(OwnData, ErasureNeedsATickAndTakesEveryAddressOfHers) {
    const auto other = *base::EmailAddress::parse("m.lund@example.net");
    database->write([&](db::Write& write) { people::add_address(write, {person()->id, hash(other.text()), other}); });
    ask("maya@example.org");
    const std::string link = token();
    EXPECT_FALSE(handlers.read_erasure(now(http::testing::post("/en/x", {{"token", link}}, {}))));
    const auto act = handlers.read_erasure(now(http::testing::post("/en/x", {{"token", link}}, {{"confirm", "1"}})));
    ASSERT_TRUE(act);
    EXPECT_EQ(database->write([&](db::Write& write) { return handlers.erase(*act, write); })->headers.view("Location"),
              "/en/my-data/erased");
    EXPECT_FALSE(person());
    EXPECT_FALSE(database->read([&](db::Read& read) { return person_of(read, hash("m.lund@example.net")); }));
    EXPECT_EQ(page(link).status, 404) << "the link is used up";
    EXPECT_TRUE(mails().empty()) << "rows of mails hold the address";
    const auto left = database->read([&](db::Read& read) { return data.export_json(read, {maya()}); });
    for (const char* trace : {"maya@", "Lund", "K1A", "192.0.2.7"})
        EXPECT_EQ(left.find(trace), std::string::npos) << trace << " in " << left;
    EXPECT_EQ(database->read([](db::Read& read) { return store::count_erasures(read); }), 1);
}

TEST_P(OwnData, TakingBackTheConsentEndsMailAndPartners) {
    database->write([&](db::Write& write) {
        people::record_consent(write, {.act = people::ConsentAct::given,
                                       .ground = people::ConsentGround::express,
                                       .address_hash = maya(),
                                       .person = person()->id,
                                       .wording = {"partners.line", base::Locale::english, "Share it with them."},
                                       .on_behalf_of = "Tenants Together",
                                       .source = "partner",
                                       .network = "",
                                       .at = write.now(),
                                       .purpose = people::ConsentPurpose::partner});
    });
    ask("maya@example.org");
    const auto act = handlers.read_act(now(http::testing::post("/en/x", {{"token", token()}}, {})));
    ASSERT_TRUE(act);
    EXPECT_TRUE(database->write([&](db::Write& write) { return handlers.withdraw(*act, write); }));
    const auto all = database->read([&](db::Read& read) { return people::consents(read, maya()); });
    ASSERT_EQ(all.size(), 4U);
    for (const auto& consent : {all[2], all[3]}) {
        EXPECT_EQ(consent.act, people::ConsentAct::withdrawn);
        EXPECT_EQ(consent.wording.words, "Take back every consent");
    }
    EXPECT_EQ(all[3].on_behalf_of, "Tenants Together");
}

TEST_P(OwnData, TheNightTakesWhatTheDryRunShowedAndWritesItDown) {
    database->write([&](db::Write& write) {
        const auto email = *base::EmailAddress::parse("sam@example.org");
        people::ensure_person(write, {hash("sam@example.org"), email, {"Sam", "Roy"}, base::Locale::english, {}});
    });
    facts.add([](db::Read&, ports::PersonKey, base::Locale) {
        return std::vector{ports::PersonFact{base::Instant{1}, "representatives", "By the postal code in a riding."}};
    });
    retention.add(idle_people_rule(services));
    const auto later = db::now() + base::days(1'096);
    const auto due = [&](base::Instant at) {
        return database->read([&](db::Read& read) { return standing_rules(retention, read, at).at(0).due; });
    };
    EXPECT_EQ(due(db::now()), 0);
    EXPECT_EQ(due(later), 1) << "Sam never did anything; Maya agreed to mail once";
    run_rules(*database, retention, later);
    EXPECT_FALSE(database->read([&](db::Read& read) { return person_of(read, hash("sam@example.org")); }));
    EXPECT_TRUE(person());
    const auto runs = database->read([](db::Read& read) { return store::latest_runs(read, 5); });
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_EQ(runs[0].gone, 1);
    EXPECT_EQ(due(later), 0);
}

TEST_P(OwnData, TheRegisterKeepsIncidentsWithWhatFollowedAndNoFormula) {
    const auto plan = read_incident({.title = "=cmd|list sent to the wrong person",
                                     .noticed_on = "2026-11-03",
                                     .happened = "A list of 40 names went out.",
                                     .affected = "Names and towns of 40 signers.",
                                     .affected_count = "40",
                                     .risk = "serious",
                                     .risk_reason = "Union members by name."});
    ASSERT_TRUE(plan);
    database->write([&](db::Write& write) {
        const auto id = store::record_incident(write, {.id = IncidentId{0}, .plan = *plan, .recorded_by = "Amélie"});
        store::add_note(write, id, {.words = "Told \"everybody\".", .recorded_by = "Amélie"});
    });
    const auto all = database->read([](db::Read& read) { return store::incidents(read); });
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].plan.risk, Risk::serious);
    ASSERT_EQ(all[0].notes.size(), 1U);
    const auto csv = csv_of(all);
    EXPECT_NE(csv.find("\"'=cmd|list"), std::string::npos);
    EXPECT_NE(csv.find("Told \"\"everybody\"\"."), std::string::npos);
    const auto unjudged = read_incident({.title = "x", .noticed_on = "3 Nov", .risk = "serious"});
    ASSERT_FALSE(unjudged);
    EXPECT_NE(base::find_problem(unjudged.error(), "risk_reason"), nullptr);
    EXPECT_NE(base::find_problem(unjudged.error(), "noticed_on"), nullptr);
}

ALLTOGETHER_ON_BOTH_DATABASES(OwnData);

}  // namespace
}  // namespace privacy
