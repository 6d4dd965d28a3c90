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
#include "platform/auth/audit.h"
#include "platform/http/testing.h"
#include "platform/mail/outbox.h"
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
    ports::StaffHome home;
    Services services{config, secret, tokens, passwords, frames, *database_, random, home, {}};
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

    http::Response give_code(const std::string& cookie, const std::string& code) {
        return send(handlers.sign_in, &SignInHandlers::read_code, &SignInHandlers::give_code,
                    from(http::testing::post("/en/staff/sign-in/code", {}, {{"code", code}}), cookie));
    }

    // A press on a button of the team's page.
    http::Response press(const std::string& cookie, StaffId member, auto apply, std::int64_t grant = 0) {
        return send(
            handlers.team, &TeamHandlers::read_act, apply,
            from(http::testing::post("/en/staff/team/x",
                                     {{"id", std::to_string(member.value)}, {"grant", std::to_string(grant)}}, {}),
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
                    from(http::testing::post("/en/staff/links/" + token, {{"token", token}},
                                             {{"password", password}, {"password_again", password}})));
    }

    // Sets up one-time codes and gives the recovery codes' page.
    http::Response turn_on_codes(StaffId staff, const std::string& cookie) {
        send(handlers.own, &OwnAccountHandlers::read_begin_codes, &OwnAccountHandlers::begin_codes,
             from(http::testing::post("/en/staff/account/codes/begin", {}, {}), cookie));
        return send(
            handlers.own, &OwnAccountHandlers::read_confirm_codes, &OwnAccountHandlers::confirm_codes,
            from(http::testing::post("/en/staff/account/codes", {}, {{"code", code_at(staff, clock)}}), cookie));
    }

    base::Problems problems;  // of the last form that was sent

private:
    http::Response refused(const base::Problems& found) {
        problems = found;
        return http::error(422);
    }
};

inline std::string location(const http::Response& response) { return response.headers.text("Location"); }
inline bool shows(const http::Response& response, std::string_view text) { return response.body.view().contains(text); }

}  // namespace accounts::house
