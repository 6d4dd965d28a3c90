// Stories of mailed links and of one's own account, on both databases.
#include "features/accounts/handlers_house_test.h"

namespace accounts {
namespace {

using house::kPassword;
using house::location;
using house::shows;
using http::testing::get;
using http::testing::post;

class OwnAccount : public house::House {};

// Links --------------------------------------------------------------------------------------------------------------

TEST_P(OwnAccount, OdileInvitesZoeWhoChoosesHerPassword) {
    add("odile@example.org", "owner");
    const auto invite = send(handlers.team, &TeamHandlers::read_invite, &TeamHandlers::invite,
                             from(post("/en/staff/team", {},
                                       {{"name", "Zoë Roy"},
                                        {"email", "zoe@example.org"},
                                        {"role", "editor"},
                                        {"level", ""},
                                        {"locale", "fr"}}),
                                  cookie_of("odile@example.org")));
    ASSERT_EQ(invite.status, 303) << (problems.empty() ? "" : problems.front().message.key());
    const auto message = mail_of(kInvitationMail);
    ASSERT_TRUE(message);
    EXPECT_TRUE(message->text.contains("http://127.0.0.1:8080/fr/staff/links/")) << message->text;

    const auto token = token_in(kInvitationMail);
    const auto page =
        show(handlers.links, &LinkHandlers::show_link, from(get("/en/staff/links/" + token, {{"token", token}})));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(shows(page, "Zoë Roy"));
    EXPECT_EQ(choose_password(token, "short").status, 422);
    EXPECT_EQ(choose_password(token, "a river in the west").status, 303);
    EXPECT_TRUE(who(cookie_of("zoe@example.org", "a river in the west")));

    EXPECT_FALSE(mail_of(kInvitationMail)) << "a used link is not mailed again";
    const auto again =
        show(handlers.links, &LinkHandlers::show_link, from(get("/en/staff/links/" + token, {{"token", token}})));
    EXPECT_EQ(again.status, 410);
    choose_password(token, "a mountain in the east");
    EXPECT_FALSE(who(cookie_of("zoe@example.org", "a mountain in the east")));
}

TEST_P(OwnAccount, AForgottenPasswordIsChosenAnewAndOldSessionsEnd) {
    add("zoe@example.org", "editor");
    const auto session = cookie_of("zoe@example.org");
    const auto ask = [&](const char* address) {
        return send(handlers.links, &LinkHandlers::read_forgotten, &LinkHandlers::send_link,
                    from(post("/en/staff/forgotten", {}, {{"email", address}})));
    };
    EXPECT_EQ(location(ask("zoe@example.org")), location(ask("nobody@example.org")));
    const auto token = token_in(kForgottenMail);
    ask("zoe@example.org");
    EXPECT_EQ(token_in(kForgottenMail), token) << "one link in two minutes";
    EXPECT_TRUE(who(session)) << "asking alone changes nothing";
    EXPECT_EQ(choose_password(token, "a river in the west").status, 303);
    EXPECT_FALSE(who(session));
    EXPECT_FALSE(who(cookie_of("zoe@example.org", kPassword)));
    EXPECT_TRUE(who(cookie_of("zoe@example.org", "a river in the west")));
    EXPECT_TRUE(mail_of(kPasswordChangedMail));
}

TEST_P(OwnAccount, ALinkIsTooOldAfterItsHour) {
    add("zoe@example.org", "editor");
    send(handlers.links, &LinkHandlers::read_forgotten, &LinkHandlers::send_link,
         from(post("/en/staff/forgotten", {}, {{"email", "zoe@example.org"}})));
    const auto token = token_in(kForgottenMail);
    pass(base::minutes(61));
    EXPECT_EQ(show(handlers.links, &LinkHandlers::show_link, from(get("/en/staff/links/" + token, {{"token", token}})))
                  .status,
              410);
    choose_password(token, "a river in the west");
    EXPECT_FALSE(who(cookie_of("zoe@example.org", "a river in the west")));
}

TEST_P(OwnAccount, InventedLinksLeadNowhere) {
    for (const std::string token : {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
        EXPECT_EQ(
            show(handlers.links, &LinkHandlers::show_link, from(get("/en/staff/links/x", {{"token", token}}))).status,
            410);
}

// One's own account --------------------------------------------------------------------------------------------------

TEST_P(OwnAccount, ANewPasswordSignsOutTheOtherDevices) {
    add("zoe@example.org", "editor");
    const auto here = cookie_of("zoe@example.org"), there = cookie_of("zoe@example.org");
    const auto change = [&](const char* current) {
        return send(handlers.own, &OwnAccountHandlers::read_password, &OwnAccountHandlers::change_password,
                    from(post("/en/staff/account/password", {},
                              {{"current_password", current},
                               {"password", "a river in the west"},
                               {"password_again", "a river in the west"}}),
                         here));
    };
    EXPECT_EQ(change("not hers").status, 422);
    EXPECT_EQ(problems.at(0).field, "current_password");
    EXPECT_EQ(change(kPassword).status, 303);
    EXPECT_TRUE(who(here));
    EXPECT_FALSE(who(there));
}

TEST_P(OwnAccount, EverybodyEndsTheirOwnSessionsOnly) {
    add("zoe@example.org", "editor");
    add("paul@example.org", "moderator");
    const auto zoe = cookie_of("zoe@example.org"), zoe_phone = cookie_of("zoe@example.org"),
               paul = cookie_of("paul@example.org");
    const auto end = [&](const std::string& session) {
        return send(handlers.own, &OwnAccountHandlers::read_end_session, &OwnAccountHandlers::end_session,
                    from(post("/en/staff/account/sessions/x/end", {{"id", session}}, {}), zoe));
    };
    end(std::to_string(who(paul)->session.value));
    end("abc");
    EXPECT_TRUE(who(paul));
    end(std::to_string(who(zoe_phone)->session.value));
    EXPECT_FALSE(who(zoe_phone));
    const auto page = show(handlers.own, &OwnAccountHandlers::show, from(get("/en/staff/account"), zoe));
    EXPECT_TRUE(shows(page, "this one"));
}

TEST_P(OwnAccount, ZoeChangesHerNameAndTheLogKeepsWhatItWas) {
    const auto zoe = add("zoe@example.org", "editor");
    const auto cookie = cookie_of("zoe@example.org");
    const auto change = [&](std::string_view name, std::string_view locale) {
        return send(handlers.own, &OwnAccountHandlers::read_profile, &OwnAccountHandlers::change_profile,
                    from(post("/en/staff/account/profile", {}, {{"name", name}, {"locale", locale}}), cookie));
    };
    EXPECT_EQ(change("  Zoë   Okafor ", "fr").status, 303);
    const auto staff = database().read([&](db::Read& read) { return *find_staff(read, zoe); });
    EXPECT_EQ(staff.name, "Zoë Okafor");
    EXPECT_EQ(staff.locale, base::Locale::french);
    EXPECT_EQ(who(cookie)->name, "Zoë Okafor");
    const auto entry = audit("accounts.change_profile").at(0).entry;
    EXPECT_EQ(entry.changes.front().field, "name");
    EXPECT_EQ(entry.changes.front().after, "Zoë Okafor");
    change("Zoë Okafor", "fr");
    EXPECT_EQ(audit("accounts.change_profile").size(), 1u) << "nothing changed the second time";
    EXPECT_EQ(change("", "de").status, 422);
    EXPECT_EQ(problems.size(), 2u);
    EXPECT_EQ(change("=cmd()", "en").status, 422);
}

TEST_P(OwnAccount, TheKeyOfOneTimeCodesIsAPictureToScan) {
    add("zoe@example.org", "editor");
    const auto cookie = cookie_of("zoe@example.org");
    send(handlers.own, &OwnAccountHandlers::read_begin_codes, &OwnAccountHandlers::begin_codes,
         from(post("/en/staff/account/codes/begin", {}, {}), cookie));
    const auto page = show(handlers.own, &OwnAccountHandlers::show_codes, from(get("/en/staff/account/codes"), cookie));
    EXPECT_TRUE(shows(page, R"(<svg class="qr-code" )"));
    EXPECT_TRUE(shows(page, "otpauth://totp/")) << "for those who cannot scan";
}

TEST_P(OwnAccount, MailsToStaffLookLikeAllOthersAndNameTheOrganisationInTheirLanguage) {
    config.site.organisation_name_fr = "Syndicat d'essai";
    add("odile@example.org", "owner");
    send(
        handlers.team, &TeamHandlers::read_invite, &TeamHandlers::invite,
        from(post("/en/staff/team", {},
                  {{"name", "Zoë"}, {"email", "zoe@example.org"}, {"role", "editor"}, {"level", ""}, {"locale", "fr"}}),
             cookie_of("odile@example.org")));
    const auto message = mail_of(kInvitationMail);
    ASSERT_TRUE(message);
    EXPECT_TRUE(message->text.contains("Syndicat d'essai, 1 Demo Street"));
    EXPECT_TRUE(message->html.view().contains("max-width:560px")) << "the layout of all mails";
}

ALLTOGETHER_ON_BOTH_DATABASES(OwnAccount);

}  // namespace
}  // namespace accounts
