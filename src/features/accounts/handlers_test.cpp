// Stories of those who work on the campaign: request in, response out, on both databases.
#include <thread>

#include "features/accounts/handlers_house_test.h"
#include "platform/auth/audit.h"
#include "platform/mail/outbox.h"

namespace accounts {
namespace {

using house::kPassword;
using house::location;
using house::shows;
using http::testing::get;
using http::testing::post;

class Accounts : public house::House {
protected:
    http::Response give_code(const std::string& cookie, const std::string& code) {
        return send(handlers.sign_in, &SignInHandlers::read_code, &SignInHandlers::give_code,
                    from(post("/en/staff/sign-in/code", {}, {{"code", code}}), cookie));
    }

    // A press on a button of the team's page.
    http::Response press(const std::string& cookie, StaffId member, auto apply, std::int64_t grant = 0) {
        return send(
            handlers.team, &TeamHandlers::read_act, apply,
            from(post("/en/staff/team/x", {{"id", std::to_string(member.value)}, {"grant", std::to_string(grant)}}, {}),
                 cookie));
    }

    std::vector<StoredGrant> grants(StaffId staff) {
        return database().read([&](db::Read& read) { return grants_of(read, staff); });
    }

    std::vector<auth::StoredAuditEntry> audit(const std::string& action) {
        return database().read([&](db::Read& read) { return auth::read_audit(read, {.action_prefix = action}); });
    }

    // The newest mail of this kind, as it would be sent.
    std::optional<mail::Message> mail_of(std::string_view kind) {
        mail::Renderers renderers;
        add_mails(renderers, services);
        return database().read([&](db::Read& read) -> std::optional<mail::Message> {
            for (const auto& stored : mail::latest_mails(read, {}))
                if (stored.order.kind == kind) return (*renderers.find(kind))(stored.order, read);
            return std::nullopt;
        });
    }

    // The token of the link in the newest mail of this kind.
    std::string token_in(std::string_view kind) {
        const auto message = mail_of(kind);
        if (!message) return "";
        const auto at = message->text.find("/staff/links/");
        return at == std::string::npos ? "" : message->text.substr(at + 13, 32);
    }

    http::Response choose_password(const std::string& token, const std::string& password) {
        return send(handlers.links, &LinkHandlers::read_password, &LinkHandlers::set_password,
                    from(post("/en/staff/links/" + token, {{"token", token}},
                              {{"password", password}, {"password_again", password}})));
    }

    // Sets up one-time codes and gives the recovery codes' page.
    http::Response turn_on_codes(StaffId staff, const std::string& cookie) {
        send(handlers.own, &OwnAccountHandlers::read_begin_codes, &OwnAccountHandlers::begin_codes,
             from(post("/en/staff/account/codes/begin", {}, {}), cookie));
        return send(handlers.own, &OwnAccountHandlers::read_confirm_codes, &OwnAccountHandlers::confirm_codes,
                    from(post("/en/staff/account/codes", {}, {{"code", code_at(staff, clock)}}), cookie));
    }
};

// Signing in -------------------------------------------------------------------------------------------------------

TEST_P(Accounts, ZoeSignsInAndIsKnownByHerCookie) {
    const auto zoe = add("zoe@example.org", "editor");
    const auto response = sign_in("ZOE@example.org", kPassword);
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(location(response), "/en/staff");
    ASSERT_EQ(response.cookies.size(), 1u);
    EXPECT_EQ(response.cookies[0].name, "session");
    EXPECT_EQ(response.cookies[0].same_site, http::SameSite::lax);
    const auto principal = who(response.cookies[0].value);
    ASSERT_TRUE(principal);
    EXPECT_EQ(principal->id, zoe);
    EXPECT_TRUE(auth::may(*principal, auth::Permission::publish, {}));
    EXPECT_FALSE(who("somebody-elses-guess"));
    EXPECT_EQ(audit("accounts.sign_in").size(), 1u);
}

TEST_P(Accounts, AWrongPasswordAndAnUnknownAddressGetTheSamePage) {
    add("zoe@example.org", "editor");
    const auto wrong = sign_in("zoe@example.org", "a lake in the south");
    const auto unknown = sign_in("zoo@example.org", "a lake in the south");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.cookies.empty());
    std::string page{wrong.body.view()};
    for (auto at = page.find("zoe@"); at != std::string::npos; at = page.find("zoe@")) page.replace(at, 4, "zoo@");
    EXPECT_EQ(page, unknown.body.view()) << "but for the address that was typed";
    EXPECT_TRUE(shows(wrong, "do not belong together"));
    EXPECT_FALSE(shows(wrong, "a lake in the south"));
}

TEST_P(Accounts, AfterFiveWrongPasswordsEvenTheRightOneHasToWait) {
    add("zoe@example.org", "editor");
    for (int i = 0; i < 5; ++i) EXPECT_EQ(sign_in("zoe@example.org", "wrong wrong wrong").status, 422);
    EXPECT_EQ(sign_in("zoe@example.org", kPassword).status, 429);
    EXPECT_EQ(sign_in("nobody@example.org", kPassword).status, 422) << "others do not wait";
    pass(base::minutes(1));
    EXPECT_EQ(sign_in("zoe@example.org", kPassword).status, 303);
    EXPECT_EQ(sign_in("zoe@example.org", "wrong wrong wrong").status, 422) << "and the wrong ones are forgotten";
}

TEST_P(Accounts, GuessesSentAllAtOnceAreNotAllLookedAt) {
    add("zoe@example.org", "editor");
    const auto request = [&](const char* password) {
        return from(post("/en/staff/sign-in", {}, {{"email", "zoe@example.org"}, {"password", password}}));
    };
    std::vector<PasswordAttempt> attempts;
    for (int i = 0; i < 5; ++i) attempts.push_back(*handlers.sign_in.read_password(request("wrong wrong wrong")));
    attempts.push_back(*handlers.sign_in.read_password(request(kPassword)));
    std::vector<int> statuses;
    for (const auto& attempt : attempts)
        statuses.push_back(
            database().write([&](db::Write& tx) { return handlers.sign_in.sign_in(attempt, tx); })->status);
    EXPECT_EQ(statuses, (std::vector<int>{422, 422, 422, 422, 422, 429}));
}

TEST_P(Accounts, EmptyFieldsAreSaidBothAtOnceAndTheAddressIsKept) {
    const auto request = from(post("/fr/staff/sign-in", {}, {{"email", "pas une adresse"}}));
    const auto read = handlers.sign_in.read_password(request);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().size(), 2u);
    const auto page =
        database().read([&](db::Read& tx) { return handlers.sign_in.show_again(request, read.error(), tx); });
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(shows(page, "pas une adresse"));
}

TEST_P(Accounts, SigningInLeadsBackToThePageThatWasWanted) {
    add("zoe@example.org", "editor");
    const auto asked = authenticator.ask_to_sign_in(from(get("/fr/staff/petitions?before=7")));
    EXPECT_EQ(location(asked), "/fr/staff/sign-in?next=%2Ffr%2Fstaff%2Fpetitions%3Fbefore%3D7");
    const auto page = show(handlers.sign_in, &SignInHandlers::show, from(get(location(asked))));
    EXPECT_TRUE(shows(page, R"(value="/fr/staff/petitions?before=7")"));
    const auto in = send(
        handlers.sign_in, &SignInHandlers::read_password, &SignInHandlers::sign_in,
        from(post("/fr/staff/sign-in", {},
                  {{"email", "zoe@example.org"}, {"password", kPassword}, {"next", "/fr/staff/petitions?before=7"}})));
    EXPECT_EQ(location(in), "/fr/staff/petitions?before=7");
}

TEST_P(Accounts, SigningOutEndsTheSessionItself) {
    add("zoe@example.org", "editor");
    const auto cookie = cookie_of("zoe@example.org");
    const auto out = send(handlers.sign_in, &SignInHandlers::read_sign_out, &SignInHandlers::sign_out,
                          from(post("/en/staff/sign-out", {}, {}), cookie));
    EXPECT_EQ(out.cookies.at(0).max_age, base::seconds(0));
    EXPECT_FALSE(who(cookie)) << "a copy of the cookie is worthless";
}

TEST_P(Accounts, TheSessionOfBeforeEndsWithANewSignIn) {
    add("zoe@example.org", "editor");
    const auto before = cookie_of("zoe@example.org");
    send(handlers.sign_in, &SignInHandlers::read_password, &SignInHandlers::sign_in,
         from(post("/en/staff/sign-in", {}, {{"email", "zoe@example.org"}, {"password", kPassword}}), before));
    EXPECT_FALSE(who(before));
}

TEST_P(Accounts, ASessionThatIsUsedStaysAliveAndOneThatIsNotEnds) {
    add("zoe@example.org", "editor");
    const auto cookie = cookie_of("zoe@example.org");
    for (int i = 0; i < 3; ++i) {
        pass(base::hours(10));
        ASSERT_TRUE(who(cookie)) << i;
        database().write([](db::Write&) {});  // the note that she was seen stands before this in the queue
    }
    pass(base::hours(12));
    EXPECT_FALSE(who(cookie));
}

TEST_P(Accounts, ThePasswordCookieIsGuardedByBrowsersOverTls) {
    config.server.public_url = "https://example.org";
    add("zoe@example.org", "editor");
    EXPECT_EQ(sign_in("zoe@example.org", kPassword).cookies.at(0).name, "__Host-session");
}

// One-time codes ---------------------------------------------------------------------------------------------------

TEST_P(Accounts, PaulTurnsOnCodesAndThenNeedsOne) {
    const auto paul = add("paul@example.org", "moderator");
    const auto on = turn_on_codes(paul, cookie_of("paul@example.org"));
    ASSERT_EQ(on.status, 200);
    EXPECT_TRUE(shows(on, "recovery codes"));

    pass(base::minutes(5));
    const auto first = sign_in("paul@example.org", kPassword);
    EXPECT_TRUE(location(first).starts_with("/en/staff/sign-in/code"));
    const auto waiting = first.cookies.at(0).value;
    EXPECT_FALSE(who(waiting)) << "a password alone opens nothing";
    EXPECT_EQ(give_code(waiting, "000000").status, 422);
    const auto second = give_code(waiting, code_at(paul, clock));
    EXPECT_EQ(location(second), "/en/staff");
    EXPECT_TRUE(who(second.cookies.at(0).value));
    EXPECT_FALSE(who(waiting)) << "the cookie is another one now";
}

TEST_P(Accounts, ACodeThatSomebodySawCannotBeUsedAgain) {
    const auto paul = add("paul@example.org", "moderator");
    turn_on_codes(paul, cookie_of("paul@example.org"));
    pass(base::minutes(5));
    const auto code = code_at(paul, clock);
    EXPECT_EQ(give_code(cookie_of("paul@example.org"), code).status, 303);
    EXPECT_EQ(give_code(cookie_of("paul@example.org"), code).status, 422);
}

TEST_P(Accounts, FiveWrongCodesMakeWaitEvenWithTheRightPassword) {
    const auto paul = add("paul@example.org", "moderator");
    turn_on_codes(paul, cookie_of("paul@example.org"));
    pass(base::minutes(5));
    const auto waiting = cookie_of("paul@example.org");
    for (int i = 0; i < 5; ++i) EXPECT_EQ(give_code(waiting, "000000").status, 422);
    EXPECT_EQ(give_code(waiting, code_at(paul, clock)).status, 429);
    EXPECT_EQ(sign_in("paul@example.org", kPassword).status, 429);
}

TEST_P(Accounts, ARecoveryCodeWorksOnceInPlaceOfThePhone) {
    const auto paul = add("paul@example.org", "moderator");
    const auto page = turn_on_codes(paul, cookie_of("paul@example.org"));
    const std::string marker = R"(<code class="secret">)";
    const auto code = std::string{page.body.view().substr(page.body.view().find(marker) + marker.size(), 14)};
    EXPECT_EQ(give_code(cookie_of("paul@example.org"), code).status, 303) << code;
    EXPECT_EQ(give_code(cookie_of("paul@example.org"), code).status, 422);
}

TEST_P(Accounts, ThePasswordIsGoodForTenMinutesOfLookingForThePhone) {
    const auto paul = add("paul@example.org", "moderator");
    turn_on_codes(paul, cookie_of("paul@example.org"));
    const auto waiting = cookie_of("paul@example.org");
    pass(base::minutes(10));
    EXPECT_EQ(location(give_code(waiting, code_at(paul, clock))), "/en/staff/sign-in");
}

TEST_P(Accounts, CodesAreOnlyTurnedOffWithThePassword) {
    const auto paul = add("paul@example.org", "moderator");
    const auto cookie = cookie_of("paul@example.org");
    turn_on_codes(paul, cookie);
    const auto end = [&](const char* password) {
        return send(handlers.own, &OwnAccountHandlers::read_end_codes, &OwnAccountHandlers::end_codes,
                    from(post("/en/staff/account/codes/end", {}, {{"password_for_codes", password}}), cookie));
    };
    EXPECT_EQ(end("not his password").status, 422);
    EXPECT_EQ(end(kPassword).status, 303);
    EXPECT_EQ(location(sign_in("paul@example.org", kPassword)), "/en/staff");
}

// Links ------------------------------------------------------------------------------------------------------------

TEST_P(Accounts, OdileInvitesZoeWhoChoosesHerPassword) {
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

TEST_P(Accounts, AForgottenPasswordIsChosenAnewAndOldSessionsEnd) {
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

TEST_P(Accounts, ALinkIsTooOldAfterItsHour) {
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

TEST_P(Accounts, InventedLinksLeadNowhere) {
    for (const std::string token : {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
        EXPECT_EQ(
            show(handlers.links, &LinkHandlers::show_link, from(get("/en/staff/links/x", {{"token", token}}))).status,
            410);
}

// One's own account ------------------------------------------------------------------------------------------------

TEST_P(Accounts, ANewPasswordSignsOutTheOtherDevices) {
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

TEST_P(Accounts, EverybodyEndsTheirOwnSessionsOnly) {
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

// Team -------------------------------------------------------------------------------------------------------------

TEST_P(Accounts, TheLastOwnerCannotBeRemoved) {
    const auto odile = add("odile@example.org", "owner");
    const auto cookie = cookie_of("odile@example.org");
    EXPECT_EQ(press(cookie, odile, &TeamHandlers::deactivate).status, 422);
    EXPECT_EQ(press(cookie, odile, &TeamHandlers::take_role, grants(odile)[0].id.value).status, 422);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_TRUE(who(cookie));
    add("paul@example.org", "owner");
    EXPECT_EQ(press(cookie, odile, &TeamHandlers::take_role, grants(odile)[0].id.value).status, 303);
    EXPECT_TRUE(grants(odile).empty());
}

TEST_P(Accounts, WhoIsDeactivatedIsOutAtOnce) {
    add("odile@example.org", "owner");
    const auto zoe = add("zoe@example.org", "editor");
    const auto odile_cookie = cookie_of("odile@example.org"), zoe_cookie = cookie_of("zoe@example.org");
    EXPECT_EQ(press(odile_cookie, zoe, &TeamHandlers::deactivate).status, 303);
    EXPECT_FALSE(who(zoe_cookie));
    EXPECT_EQ(sign_in("zoe@example.org", kPassword).status, 422);
    const auto entry = audit("accounts.deactivate").at(0).entry;
    EXPECT_EQ(entry.subject.id, zoe.value);
    EXPECT_EQ(entry.changes, (std::vector<auth::Change>{{"state", "active", "deactivated"}}));
    press(odile_cookie, zoe, &TeamHandlers::reactivate);
    EXPECT_EQ(sign_in("zoe@example.org", kPassword).status, 303);
}

TEST_P(Accounts, AnOwnerSignsOutTheDevicesOfAnother) {
    add("odile@example.org", "owner");
    const auto zoe = add("zoe@example.org", "editor");
    const auto zoe_cookie = cookie_of("zoe@example.org");
    EXPECT_EQ(press(cookie_of("odile@example.org"), zoe, &TeamHandlers::end_sessions).status, 303);
    EXPECT_FALSE(who(zoe_cookie));
}

TEST_P(Accounts, AnEditorCannotManageAnybody) {
    const auto odile = add("odile@example.org", "owner");
    add("zoe@example.org", "editor");
    EXPECT_EQ(press(cookie_of("zoe@example.org"), odile, &TeamHandlers::deactivate).status, 403);
    EXPECT_FALSE(auth::may(*who(cookie_of("zoe@example.org")), auth::Permission::manage_staff));
}

TEST_P(Accounts, RolesAreGivenOnceAndRecorded) {
    add("odile@example.org", "owner");
    const auto zoe = add("zoe@example.org", "editor");
    const auto give = [&](const char* role) {
        return send(
            handlers.team, &TeamHandlers::read_give_role, &TeamHandlers::give_role,
            from(post("/en/staff/team/x/roles", {{"id", std::to_string(zoe.value)}}, {{"role", role}, {"level", ""}}),
                 cookie_of("odile@example.org")));
    };
    EXPECT_EQ(give("moderator").status, 303);
    EXPECT_EQ(give("moderator").status, 303);
    EXPECT_EQ(give("emperor").status, 422);
    EXPECT_EQ(grants(zoe).size(), 2u);
    EXPECT_EQ(audit("accounts.give_role").size(), 1u);
}

TEST_P(Accounts, PagesShowWhatTheyAreFor) {
    add("odile@example.org", "owner");
    const auto zoe = add("zoe@example.org", "editor");
    const auto cookie = cookie_of("odile@example.org");
    services.home_links = [](const http::Request&, db::Read&) {
        return std::vector<HomeLink>{{"Petitions", "/en/staff/petitions", "3"}};
    };
    EXPECT_TRUE(shows(show(handlers.home, &HomeHandlers::home, from(get("/en/staff"), cookie)), "Petitions"));
    EXPECT_TRUE(
        shows(show(handlers.team, &TeamHandlers::list, from(get("/en/staff/team"), cookie)), "zoe@example.org"));
    const auto id = std::to_string(zoe.value);
    EXPECT_TRUE(shows(show(handlers.team, &TeamHandlers::show, from(get("/en/staff/team/" + id, {{"id", id}}), cookie)),
                      "Deactivate"));
    EXPECT_EQ(show(handlers.team, &TeamHandlers::show, from(get("/en/staff/team/9", {{"id", "9"}}), cookie)).status,
              404);
    const auto log = show(handlers.home, &HomeHandlers::audit, from(get("/en/staff/audit"), cookie));
    EXPECT_TRUE(shows(log, "added to the team:"));
    EXPECT_TRUE(shows(log, "command line"));
}

TEST_P(Accounts, TheAuditLogIsReadPageByPage) {
    add("odile@example.org", "owner");
    const auto cookie = cookie_of("odile@example.org");
    database().write([](db::Write& tx) {
        for (int i = 0; i < 60; ++i)
            auth::record(tx, {.actor = {std::nullopt, "test"},
                              .action = "test.number",
                              .subject = {"number", i, "no. " + std::to_string(i) + "."}});
    });
    const auto first =
        show(handlers.home, &HomeHandlers::audit, from(get("/en/staff/audit?action=test.number"), cookie));
    EXPECT_TRUE(shows(first, "no. 59."));
    EXPECT_FALSE(shows(first, "no. 9."));
    const std::string page{first.body.view()};
    const auto at = page.find("before=") + 7;
    const auto before = page.substr(at, page.find('&', at) - at);
    const auto second = show(handlers.home, &HomeHandlers::audit,
                             from(get("/en/staff/audit?action=test.number&before=" + before), cookie));
    EXPECT_TRUE(shows(second, "no. 9."));
    EXPECT_FALSE(shows(second, "no. 10."));
    EXPECT_FALSE(shows(second, "before=")) << "the last page";
}

// The command ------------------------------------------------------------------------------------------------------

TEST_P(Accounts, TheCommandGivesALinkOrTakesAPassword) {
    const AddStaffTools tools{database(), secret, passwords, {config, tokens}};
    const auto added = add_staff(tools, {.email = "odile@example.org", .role = "owner", .name = "Odile Tremblay"});
    ASSERT_TRUE(added);
    ASSERT_TRUE(added->link.starts_with("http://127.0.0.1:8080/en/staff/links/")) << added->link;
    EXPECT_EQ(choose_password(added->link.substr(added->link.size() - 32), "a river in the west").status, 303);
    EXPECT_TRUE(who(cookie_of("odile@example.org", "a river in the west")));

    const auto again =
        add_staff(tools, {.email = "odile@example.org", .role = "editor", .password = "a mountain in the east"});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->id, added->id);
    EXPECT_EQ(grants(added->id).size(), 2u);
    EXPECT_TRUE(who(cookie_of("odile@example.org", "a mountain in the east")));

    const auto wrong = add_staff(tools, {.email = "nobody", .role = "king", .password = "x"});
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().size(), 2u);
}

TEST_P(Accounts, EveryAddressHasItsHandler) {
    http::Router router;
    add_routes(router, handlers);
    EXPECT_GE(router.routes().size(), 25u);
    for (const auto& route : router.routes())
        EXPECT_TRUE(route->options.name.starts_with("accounts.")) << route->pattern;
    EXPECT_EQ(router.match(http::Method::get, "/en/staff/team/new").route->options.name, "accounts.show_invitation");
}

ALLTOGETHER_ON_BOTH_DATABASES(Accounts);

}  // namespace
}  // namespace accounts
