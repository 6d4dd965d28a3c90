// features/accounts/sign_in_handlers.h - the way in and out: password, one-time code, sign-out.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "features/accounts/account.h"
#include "features/accounts/services.h"
#include "features/accounts/sign_in_handlers_parts.h"
#include "platform/auth/token.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"

namespace accounts {

struct PasswordAttempt {
    KeptRequest request;
    std::int64_t address_hash;
    std::optional<StaffId> staff;                   // whose password it was; absent: wrong, or not looked at
    std::optional<auth::PasswordHash> better_hash;  // the same password with today's amount of work
    auth::RandomToken session;                      // of the session to come
};

struct CodeAttempt {
    KeptRequest request;
    std::string code;
    auth::TokenHash waiting;  // of the session that awaits it
    auth::RandomToken session;
};

struct SignOut {
    auth::TokenHash session;
    base::Locale locale;
};

class SignInHandlers {
public:
    explicit SignInHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/sign-in ?next=PATH
    http::Response show(const http::Request& request, db::Read& read) const;

    // POST /{locale}/staff/sign-in: email, password, next. The same answer, after the same time, whether the address
    // or the password is wrong.
    base::Result<PasswordAttempt, base::Problems> read_password(const http::Request& request) const;
    http::WriteResult sign_in(const PasswordAttempt& attempt, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET and POST /{locale}/staff/sign-in/code: code, next
    http::Response show_code(const http::Request& request, db::Read& read) const;
    base::Result<CodeAttempt, base::Problems> read_code(const http::Request& request) const;
    http::WriteResult give_code(const CodeAttempt& attempt, db::Write& write) const;
    http::Response show_code_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // POST /{locale}/staff/sign-out
    base::Result<SignOut, base::Problems> read_sign_out(const http::Request& request) const;
    http::WriteResult sign_out(const SignOut& form, db::Write& write) const;

private:
    struct Account {
        std::optional<Staff> staff;
        Failures failures;
    };
    http::Response await_second_step(const Staff& staff, const PasswordAttempt& attempt, db::Write& write) const;
    bool accept_code(const Staff& staff, const std::string& code, db::Write& write) const;

    const Services& services_;
};

}  // namespace accounts
