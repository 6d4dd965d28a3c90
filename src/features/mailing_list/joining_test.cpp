// Joining: Maya fills in the form and confirms by mail; strangers cannot fill her mailbox.
#include "features/mailing_list/handlers_house_test.h"
#include "features/mailing_list/slice.h"

namespace mailing_list {
namespace {

class JoiningTheList : public ListHouse {};

TEST_P(JoiningTheList, MayaIsOnTheListOnlyAfterSheConfirmedAndTheProofHoldsTheWordsByTheButton) {
    EXPECT_EQ(send_form(join_request("Maya@Example.org")).headers.view("Location"), "/en/joined");
    EXPECT_FALSE(person()) << "nobody is a person here before the address is confirmed";
    const std::string token = newest_sign_up_token();

    auto opened = http::testing::get("/en/sign-ups/x", {{"token", token}});
    opened.received_at = db::now();
    const auto page = database->read([&](db::Read& read) { return sign_ups.show(opened, read); });
    EXPECT_NE(page.body.view().find("Yes, put me on the list"), std::string::npos);
    EXPECT_FALSE(person()) << "opening the link changes nothing";

    EXPECT_EQ(press(&SignUpHandlers::confirm, token).status, 303);
    EXPECT_TRUE(may_be_mailed());
    EXPECT_EQ(person()->postal_code, "K1A 0B1");
    ASSERT_EQ(consents().size(), 1U);
    const auto consent = consents().front();
    EXPECT_EQ(consent.wording.words,
              "By pressing “Join the list” you ask All Together Now to send you news of the campaign by email. You can "
              "leave the list at any time, with one click.");
    EXPECT_EQ(consent.source, "/en/join/news");
    EXPECT_EQ(consent.network, "192.0.2.7");
    EXPECT_TRUE(consent.confirmed_at);
    press(&SignUpHandlers::confirm, token);
    EXPECT_EQ(consents().size(), 1U) << "a second press is no second consent";
    EXPECT_EQ(events, std::vector{ports::ActionEvent::done});
}

TEST_P(JoiningTheList, AStrangerLearnsNothingAndSendsAtMostThreeMailsADay) {
    const auto first = send_form(join_request("maya@example.org"));
    for (int i = 0; i < 9; ++i) {
        const auto again = send_form(join_request("maya+" + std::to_string(i) + "@example.org"));
        EXPECT_EQ(again.headers.view("Location"), first.headers.view("Location"));
        EXPECT_EQ(again.status, first.status);
    }
    EXPECT_EQ(mails().size(), 3U);
    join_and_confirm("sam@example.org");
    const auto known = send_form(join_request("sam@example.org"));
    EXPECT_EQ(known.headers.view("Location"), first.headers.view("Location"));
    EXPECT_NE(rendered(mails().at(0)).find("on the list already"), std::string::npos) << "the truth goes by mail only";
}

TEST_P(JoiningTheList, WhoSaysThisWasNotMeIsLeftAlone) {
    send_form(join_request("maya@example.org"));
    const std::string token = newest_sign_up_token();
    press(&SignUpHandlers::deny, token);
    press(&SignUpHandlers::confirm, token);
    EXPECT_FALSE(person());
    send_form(join_request("maya@example.org"));
    EXPECT_EQ(mails().size(), 1U) << "nobody can sign her up again for a month";
}

TEST_P(JoiningTheList, ScriptsAndHastyHandsDoNotGetIn) {
    auto trapped = join_request("maya@example.org");
    trapped.form.add({"website", "https://spam.example"});
    EXPECT_EQ(send_form(trapped).headers.view("Location"), "/en/joined") << "a script learns nothing either";
    EXPECT_TRUE(mails().empty());

    auto hasty = http::testing::post("/fr/join/news", {{"slug", "news"}}, {{"email", "maya@example.org"}});
    hasty.locale = base::Locale::french;
    const auto refused = join.read_form(hasty);
    ASSERT_FALSE(refused);
    const auto page = database->read([&](db::Read& read) { return join.show_again(hasty, refused.error(), read); });
    EXPECT_EQ(page.status, 422);
    EXPECT_NE(page.body.view().find("maya@example.org"), std::string::npos) << "what was typed is still there";
}

TEST_P(JoiningTheList, AFormWithProblemsNamesThemAll) {
    auto request = http::testing::post("/en/join/news", {{"slug", "news"}},
                                       {{"email", "maya"}, {"given_name", "=HYPERLINK()"}, {"postal_code", "90210"}});
    const auto refused = join.read_form(request);
    ASSERT_FALSE(refused);
    EXPECT_NE(base::find_problem(refused.error(), "email"), nullptr);
    EXPECT_NE(base::find_problem(refused.error(), "given_name"), nullptr);
    EXPECT_NE(base::find_problem(refused.error(), "postal_code"), nullptr);
}

// A link that has run out offers a fresh one, whose own link confirms; the first one never does again.
TEST(AnOldLink, OffersAFreshOneUntilFiveMailsWereSent) {
    const base::Instant asked{1'800'000'000'000'000};
    SignUp sign_up{.id = SignUpId{1}, .asked_at = asked, .mails = 1};
    const base::Instant later = asked + base::days(8);
    EXPECT_EQ(confirmation_of(sign_up, {Link::first, asked + base::days(6)}), Confirmation::possible);
    EXPECT_EQ(confirmation_of(sign_up, {Link::first, later}), Confirmation::expired);
    EXPECT_TRUE(may_renew(sign_up, {Link::first, later}));
    sign_up.renewed_at = later;
    sign_up.mails = 5;
    EXPECT_EQ(confirmation_of(sign_up, {Link::first, later}), Confirmation::expired);
    EXPECT_EQ(confirmation_of(sign_up, {Link::renewed, later}), Confirmation::possible);
    EXPECT_FALSE(may_renew(sign_up, {Link::first, later + base::days(8)}));
}

TEST_P(JoiningTheList, WhoIsErasedLeavesNoAddressBehind) {
    join_and_confirm();
    const ports::PersonKey maya{person()->address_hash};
    const auto holder = person_data();
    EXPECT_NE(database->read([&](db::Read& read) { return holder.export_json(read, maya); }).find("K1A 0B1"),
              std::string::npos);
    database->write([&](db::Write& write) { holder.erase(write, maya); });
    EXPECT_EQ(database->read([&](db::Read& read) { return holder.export_json(read, maya); }), "[]");
    EXPECT_TRUE(mails().empty());
}

ALLTOGETHER_ON_BOTH_DATABASES(JoiningTheList);

}  // namespace
}  // namespace mailing_list
