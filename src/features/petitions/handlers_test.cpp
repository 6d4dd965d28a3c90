// Requests in, answers out, without a socket: Maya signs, confirms and withdraws; Amélie writes and publishes.
#include "features/petitions/handlers.h"

#include <gtest/gtest.h>

#include "features/petitions/api.h"
#include "features/petitions/staff_handlers.h"
#include "features/petitions/store.h"
#include "people/store.h"
#include "platform/http/testing.h"
#include "tests/support/databases.h"

namespace petitions {
namespace {

constexpr base::Instant kNow{1'800'000'000'000'000};  // that of http::testing requests
constexpr http::Fields::Field kSlug{"slug", "library"};

ports::FrameSettings frame_settings() {
    ports::FrameSettings settings;
    settings.public_url = "https://campaign.example";
    settings.campaign = [](base::Locale) { return "All Together Now"; };
    return settings;
}

class PetitionHandlers : public testing::Test {
protected:
    PetitionHandlers() {
        database->write([](db::Write& write) {
            const auto level =
                people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
            store::insert(write, {"library", Kind::petition, 100, {}, "canada"}, *level, "Amélie");
            const auto petition = *store::find(write, "library");
            store::save_text(write, petition, base::Locale::english, {"Save <the> library", "", "Keep it.", ""}, "A");
            store::save_text(write, petition, base::Locale::french, {"Sauvons-la", "", "Gardons-la.", ""}, "A");
            store::publish(write, petition.id, "Amélie");
        });
        counts.refresh();
    }

    static http::Request sign_request(std::string_view email) {
        return http::testing::post("/en/petitions/library/signatures", {kSlug},
                                   {{"given_name", "Maya"},
                                    {"family_name", "Tremblay"},
                                    {"email", email},
                                    {"country", "CA"},
                                    {"postal_code", "K1A0B1"},
                                    {"consent_mail", "1"}});
    }
    SignOutcome sign(const http::Request& request) {
        const auto sign_on = handlers.read_sign_on(request);
        EXPECT_TRUE(sign_on);
        return database->write([&](db::Write& write) { return Handlers::sign_all(write, {&*sign_on, 1}); }).at(0);
    }
    Signature only_signature() {
        return database->read(
            [](db::Read& read) { return store::page(read, {store::find(read, "library")->id, {}, 10}).at(0); });
    }
    std::string token_of(const Signature& signature) { return tokens.make(kOwnSignature, signature.id.value); }
    http::Request own_request(const std::string& token) {
        return http::testing::get("/en/signatures/" + token, {{"token", token}});
    }
    http::Response read(http::Response (Handlers::*handler)(const http::Request&, db::Read&) const,
                        const http::Request& request) {
        return database->read([&](db::Read& read) { return (handlers.*handler)(request, read); });
    }
    http::Response press(http::WriteResult (Handlers::*handler)(const OwnAct&, db::Write&) const,
                         const std::string& token) {
        const auto act = handlers.read_own_act(own_request(token));
        return *database->write([&](db::Write& write) { return (handlers.*handler)(*act, write); });
    }

    test_support::TestDatabase database{test_support::Kind::sqlite, [] { return kNow; }};
    runtime::Config config;
    auth::Secret secret = auth::load_or_create_secret(*database);
    auth::Tokens tokens{secret};
    ports::PageFrames frames{frame_settings()};
    ports::ActionRegistry actions;
    LiveCounts counts{*database};
    SignOnWatch watch{config.limits};
    Services services{config, secret, tokens, frames, actions, counts, watch};
    Handlers handlers{services};
    StaffHandlers staff_handlers{services};
    Api api{services};
};

TEST_F(PetitionHandlers, ThePageShowsTheTextAndTheFormEscaped) {
    const auto page = read(&Handlers::show, http::testing::get("/en/petitions/library", {kSlug}));
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.body.view().find("Save &lt;the&gt; library"), std::string::npos);
    EXPECT_NE(page.body.view().find("name=\"postal_code\""), std::string::npos);
    EXPECT_EQ(page.body.view().find("checked"), std::string::npos) << "no consent is ticked beforehand";
    EXPECT_EQ(read(&Handlers::show, http::testing::get("/en/petitions/none", {{"slug", "none"}})).status, 404);
}

TEST_F(PetitionHandlers, MayaIsThankedWhetherItIsTheFirstTimeOrTheSecond) {
    const auto request = sign_request("maya@example.org");
    const auto sign_on = *handlers.read_sign_on(request);
    const auto first = Handlers::answer_sign_on(sign_on, sign(request));
    const auto second = Handlers::answer_sign_on(sign_on, sign(request));
    EXPECT_EQ(first->status, 303);
    EXPECT_EQ(first->headers.view("Location"), "/en/petitions/library/thank-you");
    EXPECT_EQ(second->headers.view("Location"), first->headers.view("Location"));
}

TEST_F(PetitionHandlers, WhoHasSignedIsOfferedTheNextActionThatIsOpen) {
    const auto thanks = [&] {
        return read(&Handlers::thank_you, http::testing::get("/en/petitions/library/thank-you", {kSlug}));
    };
    EXPECT_NE(thanks().body.view().find("See every way to act"), std::string::npos) << "nothing is open yet";
    actions.add([](db::Read&, base::Locale) {
        return std::vector<ports::Action>{{.key = "library", .path = "/en/petitions/library"},
                                          {.key = "proclamation", .path = "/en/petitions/proclamation"}};
    });
    EXPECT_NE(thanks().body.view().find("href=\"/en/petitions/proclamation\">Sign the Proclamation</a>"),
              std::string::npos);
}

TEST_F(PetitionHandlers, AWrongFormComesBackWithWhatWasTypedAndEveryProblem) {
    const auto request = http::testing::post("/en/petitions/library/signatures", {kSlug},
                                             {{"given_name", "<Maya>"}, {"email", "nobody"}, {"show_name", "1"}});
    const auto refused = handlers.read_sign_on(request);
    ASSERT_FALSE(refused);
    const auto page =
        database->read([&](db::Read& read) { return handlers.show_again(request, refused.error(), read); });
    EXPECT_EQ(page.status, 422);
    EXPECT_NE(page.body.view().find("value=\"&lt;Maya&gt;\""), std::string::npos);
    EXPECT_NE(page.body.view().find("value=\"nobody\""), std::string::npos);
    EXPECT_NE(page.body.view().find("checked"), std::string::npos);
    for (const char* field : {"#family_name", "#email", "#postal_code"})
        EXPECT_NE(page.body.view().find("href=\"" + std::string{field}), std::string::npos) << field;
}

TEST_F(PetitionHandlers, OpeningTheMailedLinkChangesNothingPressingTheButtonDoes) {
    sign(sign_request("maya@example.org"));
    const std::string token = token_of(only_signature());
    const auto page = read(&Handlers::own_signature, own_request(token));
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(only_signature().state, SignatureState::pending);
    EXPECT_EQ(press(&Handlers::confirm, token).headers.view("Location"), "/en/petitions/library/confirmed");
    EXPECT_EQ(only_signature().state, SignatureState::confirmed);
    EXPECT_EQ(press(&Handlers::confirm, token).status, 303) << "a replay is harmless";
    counts.refresh();
    EXPECT_EQ(counts.count(only_signature().petition).confirmed, 1);
}

TEST_F(PetitionHandlers, ATickForMailBecomesAConsentWithItsProofWhenTheAddressIsConfirmed) {
    sign(sign_request("maya@example.org"));
    const auto consent = [&] {
        return database->read(
            [&](db::Read& read) { return people::newest_consent(read, only_signature().address_hash); });
    };
    EXPECT_FALSE(consent().has_value());
    press(&Handlers::confirm, token_of(only_signature()));
    ASSERT_TRUE(consent().has_value());
    EXPECT_EQ(consent()->wording.words, "Send me news of the campaign by email");
    EXPECT_EQ(consent()->confirmed_at, kNow);
}

TEST_F(PetitionHandlers, MayaWithdrawsAndABrokenLinkIsExplained) {
    sign(sign_request("maya@example.org"));
    const std::string token = token_of(only_signature());
    press(&Handlers::withdraw, token);
    EXPECT_EQ(only_signature().state, SignatureState::withdrawn);
    EXPECT_EQ(read(&Handlers::own_signature, own_request(token)).status, 200);
    EXPECT_EQ(read(&Handlers::own_signature, own_request(token.substr(0, 20))).status, 404);
    EXPECT_FALSE(handlers.read_own_act(own_request("x")));
}

TEST_F(PetitionHandlers, AFormWithoutItsStampIsFlaggedNeverRefused) {
    sign(sign_request("maya@example.org"));
    EXPECT_TRUE(only_signature().flags.has(Flag::no_stamp));
    auto slow = sign_request("joan@example.org");
    slow.form.add({"stamp", tokens.make(kStamp, (kNow - base::seconds(40)).microseconds)});
    EXPECT_FALSE(handlers.read_sign_on(slow)->flags.has(Flag::no_stamp));
    EXPECT_FALSE(handlers.read_sign_on(slow)->flags.has(Flag::too_quick));
    auto quick = sign_request("bot@example.org");
    quick.form.add({"stamp", tokens.make(kStamp, kNow.microseconds)});
    quick.form.add({"website", "https://spam.example"});
    const auto flags = handlers.read_sign_on(quick)->flags;
    EXPECT_TRUE(flags.has(Flag::too_quick));
    EXPECT_TRUE(flags.has(Flag::trap_filled));
    EXPECT_TRUE(flags.has(Flag::many_from_network)) << "the fourth within a minute";
    quick.from_trusted_network = true;
    EXPECT_EQ(handlers.read_sign_on(quick)->flags.bits(), 0);
}

TEST_F(PetitionHandlers, TheApiTakesTheSameFormAsJson) {
    const auto request = http::testing::post_json(
        "/api/v1/petitions/library/signatures", {kSlug},
        R"({"given_name":"Léa","family_name":"Roy","email":"lea@example.org","postal_code":"h2x 1y4","show_name":true})");
    const auto sign_on = api.read_sign_on(request);
    ASSERT_TRUE(sign_on);
    EXPECT_EQ(sign_on->signer.postal_code, "H2X 1Y4");
    EXPECT_EQ(Api::answer_sign_on(*sign_on, SignOutcome::recorded)->status, 201);
    EXPECT_EQ(Api::answer_sign_on(*sign_on, SignOutcome::repeat)->body.view(),
              Api::answer_sign_on(*sign_on, SignOutcome::recorded)->body.view());
    EXPECT_FALSE(form_of_json("[1,2]"));
    EXPECT_EQ(form_of_json(R"({"show_name":"yes","email":7})").error().size(), 2u);
}

// Amélie, an editor everywhere.
class StaffPages : public PetitionHandlers {
protected:
    http::Request as_amelie(http::Request request) {
        auth::Principal amelie{.id = auth::StaffId{1},
                               .name = "Amélie Roy",
                               .email = *base::EmailAddress::parse("amelie@example.org"),
                               .grants = {{auth::Role::owner, std::nullopt}},
                               .session = auth::SessionId{1}};
        request.staff = std::make_shared<const auth::Principal>(std::move(amelie));
        return request;
    }
    std::vector<auth::StoredAuditEntry> audit() {
        return database->read([](db::Read& read) { return auth::read_audit(read, {}); });
    }
};

TEST_F(StaffPages, AmelieBeginsWritesAndPublishesWithoutFrenchOnlyByDecision) {
    const auto begin = staff_handlers.read_new(as_amelie(http::testing::post(
        "/en/staff/petitions", {}, {{"slug", "transit"}, {"kind", "pledge"}, {"goal", ""}, {"level", "canada"}})));
    const auto begun = database->write([&](db::Write& write) { return staff_handlers.create(*begin, write); });
    EXPECT_EQ(begun->headers.view("Location"), "/en/staff/petitions/transit/text");

    const auto edit = staff_handlers.read_texts(
        as_amelie(http::testing::post("/en/staff/petitions/transit/text", {{"slug", "transit"}},
                                      {{"title_en", "Keep the bus"}, {"body_en", "Every day."}})));
    EXPECT_TRUE(database->write([&](db::Write& write) { return staff_handlers.save_texts(*edit, write); }));

    const auto publish = [&](std::initializer_list<http::Fields::Field> fields) {
        const auto act = staff_handlers.read_act(
            as_amelie(http::testing::post("/en/staff/petitions/transit/publication", {{"slug", "transit"}}, fields)));
        return database->write([&](db::Write& write) { return staff_handlers.publish(*act, write); });
    };
    const auto refused = publish({});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().front().field, "one_language");
    EXPECT_TRUE(publish({{"one_language", "1"}}));
    EXPECT_EQ(audit().front().entry.action, "petitions.publish");
    EXPECT_EQ(audit().front().entry.changes.back().field, "one_language");
    EXPECT_EQ(audit().front().entry.actor.name, "Amélie Roy");
}

TEST_F(StaffPages, ALanguageThatIsEmptiedAgainCountsAsMissing) {
    const auto save = [&](std::string_view french) {
        const auto edit = staff_handlers.read_texts(as_amelie(http::testing::post(
            "/en/staff/petitions/transit/text", {{"slug", "transit"}},
            {{"title_en", "Keep the bus"}, {"body_en", "Every day."}, {"title_fr", french}, {"body_fr", french}})));
        return database->write([&](db::Write& write) { return staff_handlers.save_texts(*edit, write); });
    };
    const auto begin = staff_handlers.read_new(as_amelie(http::testing::post(
        "/en/staff/petitions", {}, {{"slug", "transit"}, {"kind", "pledge"}, {"goal", ""}, {"level", "canada"}})));
    EXPECT_TRUE(database->write([&](db::Write& write) { return staff_handlers.create(*begin, write); }));
    EXPECT_TRUE(save("Gardons l'autobus"));
    EXPECT_TRUE(save(""));
    EXPECT_EQ(audit().front().entry.changes.front().before, "Gardons l'autobus");
    const auto act = staff_handlers.read_act(
        as_amelie(http::testing::post("/en/staff/petitions/transit/publication", {{"slug", "transit"}}, {})));
    const auto published = database->write([&](db::Write& write) { return staff_handlers.publish(*act, write); });
    ASSERT_FALSE(published);
    EXPECT_EQ(published.error().front().field, "one_language");
}

TEST_F(StaffPages, PressingCloseTwiceClosesOnce) {
    const auto act =
        staff_handlers.read_act(as_amelie(http::testing::post("/en/staff/petitions/library/closing", {kSlug}, {})));
    for (int i = 0; i < 2; ++i)
        EXPECT_TRUE(database->write([&](db::Write& write) { return staff_handlers.close(*act, write); }));
    EXPECT_EQ(audit().size(), 1u);
}

TEST_F(StaffPages, AnExportIsOnRecordAndLeavesForTenMinutesAndToNobodyElse) {
    sign(sign_request("maya@example.org"));
    auto request = as_amelie(http::testing::get("/en/staff/petitions/library/signatures.csv", {kSlug}));
    const auto download = [&] {
        return database->read([&](db::Read& read) { return staff_handlers.download_export(request, read); });
    };
    EXPECT_EQ(download().status, 410) << "nobody has begun it";
    const auto act =
        staff_handlers.read_act(as_amelie(http::testing::post("/en/staff/petitions/library/exports", {kSlug}, {})));
    const auto begun = database->write([&](db::Write& write) { return staff_handlers.begin_export(*act, write); });
    EXPECT_EQ(begun->headers.view("Location"), request.path);
    EXPECT_EQ(audit().front().entry.action, "petitions.export");
    EXPECT_NE(download().body.view().find("maya@example.org"), std::string::npos);
    const auto amelie = request.staff;
    auth::Principal colleague = *amelie;
    colleague.id = auth::StaffId{2};
    request.staff = std::make_shared<const auth::Principal>(colleague);
    EXPECT_EQ(download().status, 410);
    request.staff = amelie;
    request.received_at = kNow + base::minutes(11);
    EXPECT_EQ(download().status, 410);
}

TEST_F(StaffPages, AnEditorOfAnotherLevelSeesNothingHere) {
    auto request = as_amelie(http::testing::get("/en/staff/petitions/library", {kSlug}));
    auth::Principal elsewhere = *request.staff;
    elsewhere.grants = {{auth::Role::owner, base::LevelId{999}}};
    request.staff = std::make_shared<const auth::Principal>(elsewhere);
    const auto answer = database->read([&](db::Read& read) { return staff_handlers.show(request, read); });
    EXPECT_EQ(answer.status, 404);
}

}  // namespace
}  // namespace petitions
