#include "features/accounts/sign_in_handlers.h"

#include "features/accounts/pages.h"
#include "features/accounts/passkey_store.h"
#include "features/accounts/store.h"
#include "platform/http/percent.h"

namespace accounts {
namespace {

constexpr auto kWrongPassword = base::message("This address and password do not belong together.");
constexpr auto kWrongCode = base::message("This code is wrong, was used already, or is too old.");

}  // namespace

// Password ---------------------------------------------------------------------------------------------------------

http::Response SignInHandlers::show(const http::Request& request, db::Read&) const {
    if (request.staff) return http::see_other(next_of(request));
    return sign_in_page(services_, request, {}, 200);
}

base::Result<PasswordAttempt, base::Problems> SignInHandlers::read_password(const http::Request& request) const {
    base::Problems problems;
    const auto email = base::EmailAddress::parse(request.form.view("email"));
    const auto password = request.form.view("password");
    if (!email) problems.push_back({"email", base::message("Please give an email address, such as name@example.org.")});
    if (password.empty()) problems.push_back({"password", base::message("Please give your password.")});
    if (!problems.empty()) return problems;

    const std::int64_t hash = address_hash(services_.secret, *email);
    const auto account = services_.database.read(
        [&](db::Read& read) { return Account{find_staff_by_address(read, hash), failures_of(read, hash)}; });
    PasswordAttempt attempt{
        std::make_shared<const http::Request>(request), hash, {}, {}, auth::new_random_token(services_.random)};
    if (must_wait(account.failures, request.received_at)) return attempt;  // sign_in says so
    const auto stored = account.staff ? account.staff->password : std::nullopt;
    const bool is_right = services_.passwords.verify(password, stored);
    if (!is_right || !account.staff->is_active()) return attempt;
    attempt.staff = account.staff->id;
    if (services_.passwords.needs_rehash(*stored)) attempt.better_hash = services_.passwords.hash(password);
    return attempt;
}

// Looks at the failures once more: of many tries that were sent at once, those behind the first few are refused.
http::WriteResult SignInHandlers::sign_in(const PasswordAttempt& attempt, db::Write& write) const {
    if (must_wait(failures_of(write, attempt.address_hash), write.now()))
        return sign_in_page(services_, *attempt.request, {{"", kTooManyTries}}, 429);
    const auto staff = attempt.staff ? find_staff(write, *attempt.staff) : std::nullopt;
    if (!staff || !staff->is_active()) {
        count_failure(write, attempt.address_hash);
        return sign_in_page(services_, *attempt.request, {{"", kWrongPassword}}, 422);
    }
    if (attempt.better_hash) set_password(write, staff->id, *attempt.better_hash);
    if (second_step_of(*staff, passkeys_of(write, staff->id)) != SecondStep::none)
        return await_second_step(*staff, attempt, write);
    return open_session(services_, {*staff, attempt.request, attempt.session, SignInMeans::password}, write);
}

http::Response SignInHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                          db::Read&) const {
    return sign_in_page(services_, request, problems, 422);
}

// One-time code ----------------------------------------------------------------------------------------------------

// Wrong passwords are not forgotten yet: wrong codes are counted on top of them.
http::Response SignInHandlers::await_second_step(const Staff& staff, const PasswordAttempt& attempt,
                                                 db::Write& write) const {
    insert_session(write, {.staff = staff.id,
                           .token = attempt.session.hash,
                           .state = SessionState::awaits_code,
                           .lifetime = kCodeLimit,
                           .device = {},
                           .network = {}});
    const auto path = pages::staff_path(attempt.request->locale, "sign-in/code");
    auto response = http::see_other(path + "?next=" + http::percent_encode(next_of(*attempt.request)));
    response.cookies.push_back(session_cookie_of(services_, attempt.session.text));
    return response;
}

http::Response SignInHandlers::show_code(const http::Request& request, db::Read& read) const {
    const auto session = find_session(read, session_of(services_, request));
    if (!session || session->state != SessionState::awaits_code || !is_alive(*session, request.received_at))
        return http::see_other(pages::staff_path(request.locale, "sign-in"));
    return second_step_page(services_, {request, session->staff}, {}, read);
}

base::Result<CodeAttempt, base::Problems> SignInHandlers::read_code(const http::Request& request) const {
    const auto code = request.form.text("code");
    if (code.empty()) return base::Problems{{"code", base::message("Please give the code.")}};
    return CodeAttempt{std::make_shared<const http::Request>(request), code, session_of(services_, request),
                       auth::new_random_token(services_.random)};
}

http::WriteResult SignInHandlers::give_code(const CodeAttempt& attempt, db::Write& write) const {
    const auto to_the_start = http::see_other(pages::staff_path(attempt.request->locale, "sign-in"));
    const auto waiting = find_session(write, attempt.waiting);
    if (!waiting || waiting->state != SessionState::awaits_code || !is_alive(*waiting, write.now()))
        return to_the_start;
    const auto staff = find_staff(write, waiting->staff);
    if (!staff || !staff->is_active()) return to_the_start;

    const std::int64_t hash = address_hash(services_.secret, staff->email);
    if (must_wait(failures_of(write, hash), write.now()))
        return second_step_page(services_, {*attempt.request, staff->id, 429}, {{"", kTooManyTries}}, write);
    if (!accept_code(*staff, attempt.code, write)) {
        count_failure(write, hash);
        return second_step_page(services_, {*attempt.request, staff->id, 422}, {{"code", kWrongCode}}, write);
    }
    return open_session(services_, {*staff, attempt.request, attempt.session, SignInMeans::code}, write);
}

http::Response SignInHandlers::show_code_again(const http::Request& request, const base::Problems& problems,
                                               db::Read& read) const {
    const auto session = find_session(read, session_of(services_, request));
    if (!session || session->state != SessionState::awaits_code)
        return http::see_other(pages::staff_path(request.locale, "sign-in"));
    return second_step_page(services_, {request, session->staff, 422}, problems, read);
}

// A code of the app, which cannot be used again, or one of the recovery codes.
bool SignInHandlers::accept_code(const Staff& staff, const std::string& code, db::Write& write) const {
    const auto wanted = second_step_of(staff, passkeys_of(write, staff.id));
    if (wanted == SecondStep::none) return true;  // turned off meanwhile, by an owner
    const auto step = wanted == SecondStep::passkey
                          ? std::nullopt
                          : auth::matching_step(*staff.code_secret, {code, write.now(), staff.last_code_step});
    if (step) use_code_step(write, staff.id, *step);
    return step || use_recovery_code(write, staff.id, recovery_code_hash(services_.secret, staff.id, code));
}

// Sign-out ---------------------------------------------------------------------------------------------------------

base::Result<SignOut, base::Problems> SignInHandlers::read_sign_out(const http::Request& request) const {
    return SignOut{session_of(services_, request), request.locale};
}

http::WriteResult SignInHandlers::sign_out(const SignOut& form, db::Write& write) const {
    if (const auto session = find_session(write, form.session)) end_session(write, session->id);
    auto response = http::see_other(pages::staff_path(form.locale, "sign-in?done=signed-out"));
    auto cookie = session_cookie_of(services_, "");
    cookie.max_age = base::seconds(0);
    response.cookies.push_back(std::move(cookie));
    return response;
}

}  // namespace accounts
