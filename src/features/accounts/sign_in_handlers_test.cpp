// Stories of the way in and out: request in, response out, on both databases.
#include "features/accounts/handlers_house_test.h"

namespace accounts {
namespace {

using house::kPassword;
using house::location;
using house::shows;
using http::testing::get;
using http::testing::post;

class SigningInAndOut : public house::House {};

// Signing in ---------------------------------------------------------------------------------------------------------

TEST_P(SigningInAndOut, ZoeSignsInAndIsKnownByHerCookie) {
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

TEST_P(SigningInAndOut, AWrongPasswordAndAnUnknownAddressGetTheSamePage) {
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

TEST_P(SigningInAndOut, AfterFiveWrongPasswordsEvenTheRightOneHasToWait) {
    add("zoe@example.org", "editor");
    for (int i = 0; i < 5; ++i) EXPECT_EQ(sign_in("zoe@example.org", "wrong wrong wrong").status, 422);
    EXPECT_EQ(sign_in("zoe@example.org", kPassword).status, 429);
    EXPECT_EQ(sign_in("nobody@example.org", kPassword).status, 422) << "others do not wait";
    pass(base::minutes(1));
    EXPECT_EQ(sign_in("zoe@example.org", kPassword).status, 303);
    EXPECT_EQ(sign_in("zoe@example.org", "wrong wrong wrong").status, 422) << "and the wrong ones are forgotten";
}

TEST_P(SigningInAndOut, GuessesSentAllAtOnceAreNotAllLookedAt) {
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

TEST_P(SigningInAndOut, EmptyFieldsAreSaidBothAtOnceAndTheAddressIsKept) {
    const auto request = from(post("/fr/staff/sign-in", {}, {{"email", "pas une adresse"}}));
    const auto read = handlers.sign_in.read_password(request);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().size(), 2u);
    const auto page =
        database().read([&](db::Read& tx) { return handlers.sign_in.show_again(request, read.error(), tx); });
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(shows(page, "pas une adresse"));
}

TEST_P(SigningInAndOut, SigningInLeadsBackToThePageThatWasWanted) {
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

TEST_P(SigningInAndOut, SigningOutEndsTheSessionItself) {
    add("zoe@example.org", "editor");
    const auto cookie = cookie_of("zoe@example.org");
    const auto out = send(handlers.sign_in, &SignInHandlers::read_sign_out, &SignInHandlers::sign_out,
                          from(post("/en/staff/sign-out", {}, {}), cookie));
    EXPECT_EQ(out.cookies.at(0).max_age, base::seconds(0));
    EXPECT_FALSE(who(cookie)) << "a copy of the cookie is worthless";
}

TEST_P(SigningInAndOut, TheSessionOfBeforeEndsWithANewSignIn) {
    add("zoe@example.org", "editor");
    const auto before = cookie_of("zoe@example.org");
    send(handlers.sign_in, &SignInHandlers::read_password, &SignInHandlers::sign_in,
         from(post("/en/staff/sign-in", {}, {{"email", "zoe@example.org"}, {"password", kPassword}}), before));
    EXPECT_FALSE(who(before));
}

TEST_P(SigningInAndOut, ASessionThatIsUsedStaysAliveAndOneThatIsNotEnds) {
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

TEST_P(SigningInAndOut, ThePasswordCookieIsGuardedByBrowsersOverTls) {
    config.server.public_url = "https://example.org";
    add("zoe@example.org", "editor");
    EXPECT_EQ(sign_in("zoe@example.org", kPassword).cookies.at(0).name, "__Host-session");
}

// One-time codes -----------------------------------------------------------------------------------------------------

TEST_P(SigningInAndOut, PaulTurnsOnCodesAndThenNeedsOne) {
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

TEST_P(SigningInAndOut, ACodeThatSomebodySawCannotBeUsedAgain) {
    const auto paul = add("paul@example.org", "moderator");
    turn_on_codes(paul, cookie_of("paul@example.org"));
    pass(base::minutes(5));
    const auto code = code_at(paul, clock);
    EXPECT_EQ(give_code(cookie_of("paul@example.org"), code).status, 303);
    EXPECT_EQ(give_code(cookie_of("paul@example.org"), code).status, 422);
}

TEST_P(SigningInAndOut, FiveWrongCodesMakeWaitEvenWithTheRightPassword) {
    const auto paul = add("paul@example.org", "moderator");
    turn_on_codes(paul, cookie_of("paul@example.org"));
    pass(base::minutes(5));
    const auto waiting = cookie_of("paul@example.org");
    for (int i = 0; i < 5; ++i) EXPECT_EQ(give_code(waiting, "000000").status, 422);
    EXPECT_EQ(give_code(waiting, code_at(paul, clock)).status, 429);
    EXPECT_EQ(sign_in("paul@example.org", kPassword).status, 429);
}

TEST_P(SigningInAndOut, ARecoveryCodeWorksOnceInPlaceOfThePhone) {
    const auto paul = add("paul@example.org", "moderator");
    const auto page = turn_on_codes(paul, cookie_of("paul@example.org"));
    const std::string marker = R"(<code class="secret">)";
    const auto code = std::string{page.body.view().substr(page.body.view().find(marker) + marker.size(), 14)};
    EXPECT_EQ(give_code(cookie_of("paul@example.org"), code).status, 303) << code;
    EXPECT_EQ(give_code(cookie_of("paul@example.org"), code).status, 422);
}

TEST_P(SigningInAndOut, ThePasswordIsGoodForTenMinutesOfLookingForThePhone) {
    const auto paul = add("paul@example.org", "moderator");
    turn_on_codes(paul, cookie_of("paul@example.org"));
    const auto waiting = cookie_of("paul@example.org");
    pass(base::minutes(10));
    EXPECT_EQ(location(give_code(waiting, code_at(paul, clock))), "/en/staff/sign-in");
}

TEST_P(SigningInAndOut, CodesAreOnlyTurnedOffWithThePassword) {
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

ALLTOGETHER_ON_BOTH_DATABASES(SigningInAndOut);

}  // namespace
}  // namespace accounts
