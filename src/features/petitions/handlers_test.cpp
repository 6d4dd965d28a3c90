// Requests in, answers out, without a socket: Maya signs, confirms and withdraws.
#include "features/petitions/handlers_house_test.h"
#include "features/petitions/mails.h"
#include "platform/mail/outbox.h"

namespace petitions {
namespace {

using house::kNow;
using house::kSlug;
using PetitionHandlers = house::House;

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
    bool is_known_when_told = false;
    changes.add([&](db::Write& write, std::span<const ports::CountChange> told) {
        is_known_when_told = people::find_person_by_address(write, told.front().signer).has_value();
    });
    press(&Handlers::confirm, token_of(only_signature()));
    ASSERT_TRUE(consent().has_value());
    EXPECT_TRUE(is_known_when_told) << "whoever keeps what people do has somebody to keep it for";
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

// What the guard says of a sign-on -----------------------------------------------------------------------------------

TEST_F(PetitionHandlers, WhatTheGuardIsToldComesFromTheFormAndWhatItSaysStaysWithTheSignature) {
    guard.judge = [](const ports::SignOnFacts& facts) -> ports::Judgement {
        EXPECT_EQ(facts.slug, "library");
        EXPECT_EQ(facts.trap, ports::TrapFilled::yes);
        EXPECT_EQ(facts.proof, "solved");
        EXPECT_EQ(facts.dwell, base::seconds(40));
        EXPECT_EQ(facts.client.text(), "192.0.2.7");
        EXPECT_EQ(facts.trusted, ports::FromTrustedNetwork::no);
        return {ports::Verdict::accept, 70, 5};
    };
    auto odd = sign_request("maya@example.org");
    odd.form.add({"stamp", tokens.make(kStamp, (kNow - base::seconds(40)).microseconds)});
    odd.form.add({"website", "https://spam.example"});
    odd.form.add({"proof", "solved"});
    odd.form.add({"source", "union-local-7"});
    EXPECT_EQ(sign(odd), SignOutcome::recorded);
    EXPECT_EQ(only_signature().score, 70);
    EXPECT_EQ(only_signature().reasons, 5);
    EXPECT_EQ(only_signature().source, "union-local-7");
}

TEST_F(PetitionHandlers, AFormWithoutItsStampSaysNothingOfTheTimeAndASourceThatIsNoneIsDropped) {
    guard.judge = [](const ports::SignOnFacts& facts) -> ports::Judgement {
        EXPECT_FALSE(facts.dwell);
        EXPECT_EQ(facts.trusted, ports::FromTrustedNetwork::yes);
        return {};
    };
    auto request = sign_request("maya@example.org");
    request.from_trusted_network = true;
    request.form.add({"source", "Not a code"});
    sign(request);
    EXPECT_EQ(only_signature().source, "");
    EXPECT_EQ(source_of(std::string(41, 'a')), "");
    EXPECT_EQ(source_of("a-9"), "a-9");
}

TEST_F(PetitionHandlers, WhoIsAskedForAProofGetsEverythingBackWithAPuzzle) {
    guard.judge = [](const ports::SignOnFacts&) -> ports::Judgement { return {ports::Verdict::ask_for_proof, 60, 1}; };
    guard.puzzle = [](base::Locale) { return html::render<R"(<input name="proof">)">(); };
    guard.challenge = [] { return std::string{R"({"algorithm":"SHA-256"})"}; };
    const auto request = sign_request("maya@example.org");
    const auto refused = handlers.read_sign_on(request);
    ASSERT_FALSE(refused);
    const auto page =
        database->read([&](db::Read& read) { return handlers.show_again(request, refused.error(), read); });
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.body.view().contains("value=\"maya@example.org\""));
    EXPECT_TRUE(page.body.view().contains("<input name=\"proof\">"));
    EXPECT_TRUE(page.body.view().contains("small puzzle"));
    const auto problem = database->read([&](db::Read& read) { return api.refuse(request, refused.error(), read); });
    EXPECT_EQ(problem.status, 422);
    EXPECT_TRUE(problem.body.view().contains(R"("challenge":{"algorithm":"SHA-256"})")) << problem.body.view();
}

TEST_F(PetitionHandlers, WhoIsRefusedReadsThatAndWhomToAsk) {
    guard.judge = [](const ports::SignOnFacts&) -> ports::Judgement { return {ports::Verdict::refuse, 100, 1}; };
    const auto request = sign_request("maya@example.org");
    const auto refused = handlers.read_sign_on(request);
    ASSERT_FALSE(refused);
    const auto page =
        database->read([&](db::Read& read) { return handlers.show_again(request, refused.error(), read); });
    EXPECT_EQ(page.status, 403);
    EXPECT_TRUE(page.body.view().contains("mailto:campaign@alltogether.example"));
    EXPECT_EQ(database->read([&](db::Read& read) { return api.refuse(request, refused.error(), read); }).status, 403);
}

TEST_F(PetitionHandlers, TheApiTakesTheSameFormAsJson) {
    const auto request = http::testing::post_json(
        "/api/v1/petitions/library/signatures", {kSlug},
        R"({"given_name":"Léa","family_name":"Roy","email":"lea@example.org","postal_code":"h2x 1y4","show_name":true,"source":"partner"})");
    const auto sign_on = api.read_sign_on(request);
    ASSERT_TRUE(sign_on);
    EXPECT_EQ(sign_on->signer.postal_code, "H2X 1Y4");
    EXPECT_EQ(sign_on->source, "partner");
    EXPECT_EQ(Api::answer_sign_on(*sign_on, SignOutcome::recorded)->status, 201);
    EXPECT_EQ(Api::answer_sign_on(*sign_on, SignOutcome::repeat)->body.view(),
              Api::answer_sign_on(*sign_on, SignOutcome::recorded)->body.view());
    EXPECT_FALSE(form_of_json("[1,2]"));
    EXPECT_EQ(form_of_json(R"({"show_name":"yes","email":7})").error().size(), 2u);
}

// A link that has run out -----------------------------------------------------------------------------------------

class ExpiredLink : public PetitionHandlers {
protected:
    ExpiredLink() {
        sign(sign_request("maya@example.org"));
        clock = kNow + kConfirmationPeriod;
        first = token_of(only_signature());
    }
    std::string own_page(const std::string& token) {
        return std::string{read(&Handlers::own_signature, own_request(token)).body.view()};
    }
    std::string renewed() { return tokens.make(kRenewedSignature, only_signature().id.value); }
    std::int64_t mails() {
        return std::ssize(database->read([](db::Read& read) { return mail::latest_mails(read, {}); }));
    }
    std::string first;
};

TEST_F(ExpiredLink, OffersAFreshMailWhoseLinkConfirms) {
    EXPECT_TRUE(own_page(first).contains("Send me a fresh email"));
    press(&Handlers::confirm, first);
    EXPECT_EQ(only_signature().state, SignatureState::pending) << "the old button does nothing";

    EXPECT_EQ(press(&Handlers::renew, first).status, 303);
    EXPECT_EQ(mails(), 2);
    EXPECT_TRUE(own_page(first).contains("A fresh email is on its way"));
    press(&Handlers::confirm, first);
    EXPECT_EQ(only_signature().state, SignatureState::pending) << "only the link in the fresh mail confirms";

    EXPECT_TRUE(own_page(renewed()).contains("Confirm your signature"));
    press(&Handlers::confirm, renewed());
    EXPECT_EQ(only_signature().state, SignatureState::confirmed);
}

TEST_F(ExpiredLink, StandsInTheFreshMail) {
    press(&Handlers::renew, first);
    mail::Renderers renderers;
    add_mails(renderers, services);
    const auto stored = database->read([](db::Read& read) { return mail::latest_mails(read, {}).front(); });
    const auto message =
        database->read([&](db::Read& read) { return (*renderers.find(stored.order.kind))(stored.order, read); });
    ASSERT_TRUE(message);
    EXPECT_TRUE(message->text.contains("/en/signatures/" + renewed()));
}

TEST_F(ExpiredLink, SendsFiveMailsAtMost) {
    for (int press_number = 0; press_number < 9; ++press_number) press(&Handlers::renew, first);
    EXPECT_EQ(mails(), 5);
    EXPECT_EQ(only_signature().mails, 5);
    clock = clock.load() + kConfirmationPeriod;
    EXPECT_TRUE(own_page(renewed()).contains("We have sent you five emails"));
    EXPECT_TRUE(own_page(renewed()).contains("Sign again"));
}

TEST_F(ExpiredLink, SendsNothingBeforeItRunsOutOrAfterAWithdrawal) {
    clock = kNow + base::days(29);
    press(&Handlers::renew, first);
    EXPECT_EQ(mails(), 1);
    press(&Handlers::withdraw, first);
    clock = kNow + base::days(31);
    press(&Handlers::renew, first);
    EXPECT_EQ(mails(), 1);
}

// The menu of countries -------------------------------------------------------------------------------------------

TEST_F(PetitionHandlers, TheMenuIsShortUntilSomebodyIsFromElsewhere) {
    const auto fresh = read(&Handlers::show, http::testing::get("/en/petitions/library", {kSlug}));
    EXPECT_TRUE(fresh.body.view().contains(R"(<option value="CA" selected>Canada</option>)"));
    EXPECT_TRUE(fresh.body.view().contains(R"(<option value="other">Another country</option>)"));
    EXPECT_FALSE(fresh.body.view().contains("Iceland"));

    auto request = http::testing::post("/en/petitions/library/signatures", {kSlug},
                                       {{"given_name", "Björk"},
                                        {"family_name", "Jónsdóttir"},
                                        {"email", "bjork@example.org"},
                                        {"country", "other"},
                                        {"place", "Reykjavík"}});
    const auto refused = handlers.read_sign_on(request);
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.error().size(), 1u);
    EXPECT_EQ(refused.error().front().field, "country");
    const auto again =
        database->read([&](db::Read& read) { return handlers.show_again(request, refused.error(), read); });
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(again.body.view().contains(R"(<option value="IS">Iceland</option>)"));
    EXPECT_TRUE(again.body.view().contains("value=\"Reykjavík\"")) << "what was typed stays";
}

}  // namespace
}  // namespace petitions
