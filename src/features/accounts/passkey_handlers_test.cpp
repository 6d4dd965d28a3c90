// Stories of passkeys: making one, signing in with it, losing it; on both databases.
#include "features/accounts/handlers_house_test.h"
#include "features/accounts/passkey_device_house_test.h"
#include "features/accounts/passkey_store.h"

namespace accounts {
namespace {

using house::kPassword;
using house::location;
using house::PasskeyDevice;
using house::shows;
using http::testing::get;
using http::testing::post;

class PasskeyStories : public house::House {
protected:
    PasskeyStories() { config.server.public_url = "https://campaign.example"; }

    http::Request with_fields(const std::string& path, const PasskeyDevice::Fields& fields) {
        auto request = post(path, {}, {});
        for (const auto& [name, value] : fields) request.form.add({name, value});
        return request;
    }

    // The request with a session's cookie under the name that a site with TLS gives it.
    http::Request as(http::Request request, const std::string& cookie) {
        request.received_at = clock.load();
        if (cookie.empty()) return request;
        request.cookies.add({"__Host-session", cookie});
        request.staff = database().read([&](db::Read& read) { return authenticator.identify(request, read); });
        return request;
    }

    http::Response begin(const std::string& cookie, const char* password = kPassword) {
        return send(
            handlers.passkeys, &PasskeyHandlers::read_begin, &PasskeyHandlers::begin,
            as(post("/en/staff/account/passkeys/begin", {}, {{"name", "Phone"}, {"password", password}}), cookie));
    }

    // The options that the page gives to the script.
    std::string options_of_page(const std::string& cookie) {
        const auto page =
            show(handlers.passkeys, &PasskeyHandlers::show_new, as(get("/en/staff/account/passkeys/new"), cookie));
        std::string text{page.body.view()};
        const std::string marker = "data-passkey-create=\"";
        if (!text.contains(marker)) return "";
        text = text.substr(text.find(marker) + marker.size());
        text = text.substr(0, text.find('"'));
        for (auto at = text.find("&quot;"); at != std::string::npos; at = text.find("&quot;"))
            text.replace(at, 6, "\"");
        for (auto at = text.find("&#34;"); at != std::string::npos; at = text.find("&#34;")) text.replace(at, 5, "\"");
        return text;
    }

    http::Response finish(const std::string& cookie, const PasskeyDevice::Fields& fields) {
        return send(handlers.passkeys, &PasskeyHandlers::read_new, &PasskeyHandlers::make,
                    as(with_fields("/en/staff/account/passkeys", fields), cookie));
    }

    http::Response make(PasskeyDevice& device, const std::string& cookie) {
        begin(cookie);
        return finish(cookie, device.make(options_of_page(cookie)));
    }

    struct Asked {
        std::string options, ceremony;
    };
    Asked ask(const std::string& session = "") {
        const auto answer =
            send(handlers.passkey_sign_in, &PasskeySignInHandlers::read_challenge, &PasskeySignInHandlers::challenge,
                 as(post("/en/staff/sign-in/passkey/challenge", {}, {}), session));
        return {std::string{answer.body.view()}, answer.cookies.empty() ? "" : answer.cookies.front().value};
    }

    http::Response give(const PasskeyDevice::Fields& fields, const std::string& ceremony,
                        const std::string& session = "") {
        auto request = as(with_fields("/en/staff/sign-in/passkey", fields), session);
        if (!ceremony.empty()) request.cookies.add({"__Host-passkey", ceremony});
        return send(handlers.passkey_sign_in, &PasskeySignInHandlers::read_passkey, &PasskeySignInHandlers::sign_in,
                    request);
    }

    http::Response sign_in_with(PasskeyDevice& device) {
        const auto asked = ask();
        return give(device.answer(asked.options), asked.ceremony);
    }

    std::vector<Passkey> passkeys(StaffId staff) {
        return database().read([&](db::Read& read) { return passkeys_of(read, staff); });
    }

    bool is_signed_in(const http::Response& response) {
        if (response.cookies.empty()) return false;
        return as(get("/en/staff"), response.cookies.front().value).staff != nullptr;
    }
};

TEST_P(PasskeyStories, ZoeMakesOneAndSignsInByATouch) {
    const auto zoe = add("zoe@example.org", "editor");
    const auto cookie = cookie_of("zoe@example.org");
    EXPECT_EQ(begin(cookie, "not her password").status, 422);
    PasskeyDevice phone;
    const auto page = make(phone, cookie);
    ASSERT_EQ(page.status, 200) << location(page);
    EXPECT_TRUE(shows(page, "recovery codes")) << "for the day the phone is lost";
    ASSERT_EQ(passkeys(zoe).size(), 1u);
    EXPECT_EQ(passkeys(zoe)[0].name, "Phone");
    EXPECT_FALSE(passkeys(zoe)[0].last_used_at);
    EXPECT_EQ(audit("accounts.make_passkey").size(), 1u);
    EXPECT_TRUE(mail_of(kPasskeyMadeMail));

    const auto signed_in = sign_in_with(phone);
    EXPECT_EQ(location(signed_in), "/en/staff");
    EXPECT_TRUE(is_signed_in(signed_in));
    EXPECT_TRUE(passkeys(zoe)[0].last_used_at);
    EXPECT_EQ(audit("accounts.sign_in").at(0).entry.changes.at(0).after, "passkey");
}

TEST_P(PasskeyStories, AfterThePasswordThePasskeyIsAskedForAndATouchIsEnough) {
    add("zoe@example.org", "editor");
    PasskeyDevice key;
    make(key, cookie_of("zoe@example.org"));
    const auto first = sign_in("zoe@example.org", kPassword);
    EXPECT_TRUE(location(first).starts_with("/en/staff/sign-in/code"));
    EXPECT_FALSE(is_signed_in(first)) << "a password alone opens nothing any more";
    const auto waiting = first.cookies.at(0).value;
    const auto asked = ask(waiting);
    EXPECT_TRUE(asked.ceremony.empty()) << "bound to the session that waits";
    EXPECT_TRUE(asked.options.contains("\"id\"")) << "her own passkeys are named to the browser";
    key.flags = PasskeyDevice::kTouch;
    EXPECT_TRUE(is_signed_in(give(key.answer(asked.options), "", waiting)));
    EXPECT_FALSE(is_signed_in(sign_in_with(key))) << "but by itself it wants a finger, a face or a PIN";
}

TEST_P(PasskeyStories, OnesOwnPasskeyDoesNotOpenTheSecondStepOfSomebodyElse) {
    add("zoe@example.org", "editor");
    add("mallory@example.org", "editor");
    PasskeyDevice of_zoe, of_mallory;
    make(of_zoe, cookie_of("zoe@example.org"));
    make(of_mallory, cookie_of("mallory@example.org"));
    const auto waiting = cookie_of("zoe@example.org");
    const auto asked = ask(waiting);
    const auto answer = give(of_mallory.answer(asked.options), "", waiting);
    EXPECT_EQ(answer.status, 422);
    EXPECT_FALSE(is_signed_in(answer));
}

TEST_P(PasskeyStories, AChallengeIsGoodOnceForFiveMinutesInOneBrowser) {
    add("zoe@example.org", "editor");
    PasskeyDevice phone;
    make(phone, cookie_of("zoe@example.org"));
    auto asked = ask();
    const auto answer = phone.answer(asked.options);
    EXPECT_EQ(give(answer, ask().ceremony).status, 422) << "another browser's challenge";
    EXPECT_EQ(give(answer, "").status, 422) << "none";
    EXPECT_EQ(give(answer, asked.ceremony).status, 303);
    EXPECT_EQ(give(answer, asked.ceremony).status, 422) << "sent once more";

    asked = ask();
    const auto wrong = PasskeyDevice{}.answer(asked.options);
    EXPECT_EQ(give(wrong, asked.ceremony).status, 422);
    EXPECT_EQ(give(phone.answer(asked.options), asked.ceremony).status, 422) << "a wrong answer uses it up";

    asked = ask();
    pass(base::minutes(5));
    EXPECT_EQ(give(phone.answer(asked.options), asked.ceremony).status, 422) << "too slow";
    EXPECT_EQ(give({}, ask().ceremony).status, 422) << "without a script the fields are empty";
}

TEST_P(PasskeyStories, UnknownAndDeactivatedLookTheSame) {
    const auto zoe = add("zoe@example.org", "editor");
    PasskeyDevice phone, stranger;
    make(phone, cookie_of("zoe@example.org"));
    const auto unknown = sign_in_with(stranger);
    database().write([&](db::Write& write) { accounts::deactivate(write, zoe, std::nullopt); });
    const auto gone = sign_in_with(phone);
    EXPECT_EQ(unknown.status, 422);
    EXPECT_EQ(unknown.body.view(), gone.body.view());
}

TEST_P(PasskeyStories, AnotherOriginMakesAndOpensNothing) {
    const auto zoe = add("zoe@example.org", "editor");
    const auto cookie = cookie_of("zoe@example.org");
    PasskeyDevice phone;
    phone.origin = "https://campaign.example.evil.example";
    EXPECT_EQ(location(make(phone, cookie)), "/en/staff/account/passkeys?done=failed");
    EXPECT_TRUE(passkeys(zoe).empty());
    phone.origin = "https://campaign.example";
    make(phone, cookie);
    phone.origin = "http://campaign.example";
    EXPECT_FALSE(is_signed_in(sign_in_with(phone)));
}

TEST_P(PasskeyStories, AMakingThatWasBegunElsewhereOrIsRepeatedMakesNothing) {
    const auto zoe = add("zoe@example.org", "editor");
    const auto here = cookie_of("zoe@example.org"), there = cookie_of("zoe@example.org");
    PasskeyDevice phone;
    begin(here);
    const auto fields = phone.make(options_of_page(here));
    EXPECT_EQ(location(finish(there, fields)), "/en/staff/account/passkeys?done=failed");
    EXPECT_EQ(finish(here, fields).status, 200);
    EXPECT_EQ(location(finish(here, fields)), "/en/staff/account/passkeys?done=failed");
    EXPECT_EQ(passkeys(zoe).size(), 1u);
    PasskeyDevice weak;
    weak.flags = PasskeyDevice::kTouch;
    EXPECT_EQ(location(make(weak, here)), "/en/staff/account/passkeys?done=failed") << "nobody was verified";
}

TEST_P(PasskeyStories, ACounterThatGoesBackWarnsAndKeepsTheHigherCount) {
    const auto zoe = add("zoe@example.org", "editor");
    PasskeyDevice key;
    key.count = 10;
    make(key, cookie_of("zoe@example.org"));
    EXPECT_TRUE(is_signed_in(sign_in_with(key)));
    EXPECT_EQ(passkeys(zoe)[0].sign_count, 11u);
    EXPECT_FALSE(passkeys(zoe)[0].cloned_at);
    PasskeyDevice copy = key;
    copy.count = 4;
    EXPECT_TRUE(is_signed_in(sign_in_with(copy)));
    EXPECT_EQ(passkeys(zoe)[0].sign_count, 11u);
    EXPECT_TRUE(passkeys(zoe)[0].cloned_at);
    EXPECT_EQ(audit("accounts.warn_of_copied_passkey").size(), 1u);
}

TEST_P(PasskeyStories, RecoveryCodesStandForALostPasskeyUntilTheLastOneIsRemoved) {
    const auto zoe = add("zoe@example.org", "editor");
    const auto cookie = cookie_of("zoe@example.org");
    PasskeyDevice phone;
    const auto page = make(phone, cookie);
    const std::string marker = R"(<code class="secret">)";
    const auto code = std::string{page.body.view().substr(page.body.view().find(marker) + marker.size(), 14)};
    const auto give_recovery_code = [&](const std::string& session, const std::string& typed) {
        return send(handlers.sign_in, &SignInHandlers::read_code, &SignInHandlers::give_code,
                    as(post("/en/staff/sign-in/code", {}, {{"code", typed}}), session));
    };
    EXPECT_EQ(give_recovery_code(cookie_of("zoe@example.org"), "000000").status, 422);
    EXPECT_TRUE(is_signed_in(give_recovery_code(cookie_of("zoe@example.org"), code)));

    const auto remove = [&](const char* password) {
        auto request = post("/en/staff/account/passkeys/x/removal", {{"id", std::to_string(passkeys(zoe)[0].id.value)}},
                            {{"password_for_removal", password}});
        return send(handlers.passkeys, &PasskeyHandlers::read_removal, &PasskeyHandlers::remove, as(request, cookie));
    };
    EXPECT_EQ(remove("not hers").status, 422);
    EXPECT_EQ(remove(kPassword).status, 303);
    EXPECT_TRUE(passkeys(zoe).empty());
    EXPECT_EQ(location(sign_in("zoe@example.org", kPassword)), "/en/staff") << "the password alone does again";
    EXPECT_EQ(database().read([&](db::Read& read) { return unused_recovery_codes(read, zoe); }), 0);
}

TEST_P(PasskeyStories, NobodyTouchesAnothersPasskeyAndAnOwnerTurnsAllOff) {
    const auto zoe = add("zoe@example.org", "editor");
    add("mallory@example.org", "editor");
    add("odile@example.org", "owner");
    PasskeyDevice phone;
    make(phone, cookie_of("zoe@example.org"));
    const auto mallory = cookie_of("mallory@example.org");
    const auto id = std::to_string(passkeys(zoe)[0].id.value);
    EXPECT_EQ(show(handlers.passkeys, &PasskeyHandlers::show,
                   as(get("/en/staff/account/passkeys/" + id, {{"id", id}}), mallory))
                  .status,
              404);
    EXPECT_EQ(send(handlers.passkeys, &PasskeyHandlers::read_removal, &PasskeyHandlers::remove,
                   as(post("/en/x", {{"id", id}}, {{"password_for_removal", kPassword}}), mallory))
                  .status,
              404);
    const auto odile = cookie_of("odile@example.org");
    send(handlers.team, &TeamHandlers::read_act, &TeamHandlers::end_codes,
         as(post("/en/staff/team/x", {{"id", std::to_string(zoe.value)}}, {}), odile));
    EXPECT_TRUE(passkeys(zoe).empty());
    EXPECT_EQ(audit("accounts.remove_passkeys").size(), 1u);
}

TEST_P(PasskeyStories, WithCodesAndAPasskeyEitherIsTheSecondStep) {
    const auto paul = add("paul@example.org", "moderator");
    const auto cookie = cookie_of("paul@example.org");
    PasskeyDevice phone;
    make(phone, cookie);
    send(handlers.own, &OwnAccountHandlers::read_begin_codes, &OwnAccountHandlers::begin_codes,
         as(post("/en/staff/account/codes/begin", {}, {}), cookie));
    send(handlers.own, &OwnAccountHandlers::read_confirm_codes, &OwnAccountHandlers::confirm_codes,
         as(post("/en/staff/account/codes", {}, {{"code", code_at(paul, clock)}}), cookie));
    pass(base::minutes(5));
    const auto waiting = cookie_of("paul@example.org");
    EXPECT_TRUE(is_signed_in(send(handlers.sign_in, &SignInHandlers::read_code, &SignInHandlers::give_code,
                                  as(post("/en/staff/sign-in/code", {}, {{"code", code_at(paul, clock)}}), waiting))));
    const auto again = cookie_of("paul@example.org");
    EXPECT_TRUE(is_signed_in(give(phone.answer(ask(again).options), "", again)));
}

TEST_P(PasskeyStories, AnAddressOfNumbersOffersNone) {
    config.server.public_url = "http://127.0.0.1:8080";
    EXPECT_EQ(send(handlers.passkey_sign_in, &PasskeySignInHandlers::read_challenge, &PasskeySignInHandlers::challenge,
                   from(post("/en/staff/sign-in/passkey/challenge", {}, {})))
                  .status,
              404);
    EXPECT_FALSE(shows(show(handlers.sign_in, &SignInHandlers::show, from(get("/en/staff/sign-in"))), "passkey"));
}

ALLTOGETHER_ON_BOTH_DATABASES(PasskeyStories);

}  // namespace
}  // namespace accounts
