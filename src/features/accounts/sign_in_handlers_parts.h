// features/accounts/sign_in_handlers_parts.h - what the ways in (password, code, passkey) share.
#pragma once
#include <memory>
#include <string>

#include "features/accounts/account.h"
#include "features/accounts/services.h"
#include "platform/auth/token.h"
#include "platform/db/transaction.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace accounts {

// A request that outlives its handler's first step: wrong passwords are counted, so that the page with the problem is
// part of the answer and not a refusal, which would undo the counting.
using KeptRequest = std::shared_ptr<const http::Request>;

inline constexpr auto kTooManyTries =
    base::message("Too many wrong tries for this address. Please wait a few minutes, or choose a new password.");

http::Cookie session_cookie_of(const Services& services, std::string value);
// Of the session cookie that came along, or of nothing.
auth::TokenHash session_of(const Services& services, const http::Request& request);

// What was asked for before the sign-in, from the address or the form.
std::string next_of(const http::Request& request);

// By what somebody has proved who they are: for the audit log.
enum class SignInMeans : unsigned char { password, code, passkey };

struct Opening {
    const Staff& staff;
    const KeptRequest& request;
    const auth::RandomToken& token;
    SignInMeans means;
};
// The cookie of before, if any, ends here: nobody can plant a session that is then signed in.
http::Response open_session(const Services& services, const Opening& opening, db::Write& write);

http::Response sign_in_page(const Services& services, const http::Request& request, base::Problems problems,
                            int status);

// The page that asks this person for a code or a passkey.
struct SecondStepPage {
    const http::Request& request;
    StaffId staff;
    int status = 200;
};
http::Response second_step_page(const Services& services, const SecondStepPage& page, base::Problems problems,
                                db::Read& read);

}  // namespace accounts
