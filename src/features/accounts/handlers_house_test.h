// features/accounts/handlers_house_test.h - everything that handlers of this slice need, around a test's own database,
// and the steps that several stories share.
#pragma once
#include <atomic>
#include <memory>
#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "features/accounts/authenticator_service.h"
#include "features/accounts/routes.h"
#include "features/accounts/staff_service.h"
#include "features/accounts/store.h"
#include "platform/http/testing.h"
#include "tests/support/databases.h"

namespace accounts::house {

inline constexpr base::Instant kStart{1'800'000'000'000'000};  // as in http::testing
inline constexpr auto kPassword = "a lake in the north";

inline ports::FrameSettings frame_settings() {
    return {.public_url = "http://127.0.0.1:8080",
            .campaign = [](base::Locale) { return std::string{"All Together Now"}; },
            .staff_bar = staff_bar};
}

class House : public ::testing::TestWithParam<test_support::Kind> {
protected:
    std::atomic<base::Instant> clock = kStart;
    test_support::TestDatabase database_{GetParam(), [this] { return clock.load(); }};
    runtime::Config config;
    auth::Secret secret = auth::load_or_create_secret(*database_);
    auth::Tokens tokens{secret};
    auth::Passwords passwords{auth::PasswordCost::weak};
    ports::PageFrames frames{frame_settings()};
    runtime::Random random = runtime::Random::system();
    Services services{config, secret, tokens, passwords, frames, *database_, random, {}, {}};
    Handlers handlers{services};
    http::Authenticator authenticator = make_authenticator(services);

    db::Database& database() { return *database_; }

    // A member of staff with kPassword.
    StaffId add(std::string email, std::string role, std::string level = "") {
        const auto added =
            add_staff({database(), secret, passwords, {config, tokens}},
                      {.email = std::move(email), .role = std::move(role), .level = level, .password = kPassword});
        EXPECT_TRUE(added);
        return added->id;
    }

    // The request as the server hands it over: with the clock's time, the cookie, and whom it stands for.
    http::Request from(http::Request request, const std::string& cookie = "") {
        request.received_at = clock.load();
        if (cookie.empty()) return request;
        request.cookies.add({"session", cookie});
        request.staff = database().read([&](db::Read& read) { return authenticator.identify(request, read); });
        return request;
    }

    void pass(base::Duration time) { clock = clock.load() + time; }

    http::Response show(auto&& handlers_of, auto member, const http::Request& request) {
        return database().read([&](db::Read& read) { return (handlers_of.*member)(request, read); });
    }

    // Parse and apply, as the server does; problems come back as a 422 without a body.
    http::Response send(auto&& handlers_of, auto parse, auto apply, const http::Request& request) {
        problems.clear();
        const auto form = (handlers_of.*parse)(request);
        if (!form) return refused(form.error());
        auto answer = database().write([&](db::Write& write) { return (handlers_of.*apply)(*form, write); });
        return answer ? *answer : refused(answer.error());
    }

    http::Response sign_in(const std::string& email, const std::string& password) {
        return send(handlers.sign_in, &SignInHandlers::read_password, &SignInHandlers::sign_in,
                    from(http::testing::post("/en/staff/sign-in", {}, {{"email", email}, {"password", password}})));
    }

    // Signs in by password alone and gives the cookie.
    std::string cookie_of(const std::string& email, const std::string& password = kPassword) {
        const auto response = sign_in(email, password);
        return response.cookies.empty() ? "" : response.cookies.front().value;
    }

    std::shared_ptr<const auth::Principal> who(const std::string& cookie) {
        return from(http::testing::get("/en/staff"), cookie).staff;
    }

    std::string code_at(StaffId staff, base::Instant at) {
        const auto found = database().read([&](db::Read& read) { return find_staff(read, staff); });
        return auth::totp_code(found->code_secret.value(), auth::totp_step(at));
    }

    base::Problems problems;  // of the last post

private:
    http::Response refused(const base::Problems& found) {
        problems = found;
        return http::error(422);
    }
};

inline std::string location(const http::Response& response) { return response.headers.text("Location"); }
inline bool shows(const http::Response& response, std::string_view text) { return response.body.view().contains(text); }

}  // namespace accounts::house
