// features/accounts/passkey_sign_in_handlers.h - signing in with a passkey: in place of the password, or after it.
#pragma once
#include <memory>
#include <optional>

#include "features/accounts/passkey.h"
#include "features/accounts/services.h"
#include "features/accounts/sign_in_handlers_parts.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"

namespace accounts {

struct ChallengeWish {
    KeptRequest request;
    auth::Challenge challenge;
    auth::RandomToken ceremony;  // of the cookie that binds the challenge to this browser, where no password was given
};

// The answer to a challenge, checked. Whatever it is, the challenge is used up.
struct PasskeyAttempt {
    KeptRequest request;
    std::optional<OpenChallenge> challenge;  // absent: none is open in this browser
    struct Verified {
        Passkey passkey;
        auth::Assertion assertion;
    };
    std::optional<Verified> verified;  // absent: unknown, or not by its holder
    auth::RandomToken session;         // of the session to come
};

class PasskeySignInHandlers {
public:
    explicit PasskeySignInHandlers(const Services& services) : services_(services) {}

    // POST /{locale}/staff/sign-in/passkey/challenge -> JSON of what the browser asks the authenticator. After the
    // password, it is for the passkeys of that person; before it, for whichever the browser has, and says nothing of
    // who exists.
    base::Result<ChallengeWish, base::Problems> read_challenge(const http::Request& request) const;
    http::WriteResult challenge(const ChallengeWish& wish, db::Write& write) const;

    // POST /{locale}/staff/sign-in/passkey: credential, client_data, authenticator_data, signature, user_handle, next
    // (each but the last as base64url). One answer for every passkey that does not open an account.
    base::Result<PasskeyAttempt, base::Problems> read_passkey(const http::Request& request) const;
    http::WriteResult sign_in(const PasskeyAttempt& attempt, db::Write& write) const;

private:
    std::optional<OpenChallenge> challenge_of(const http::Request& request, db::Read& read) const;
    std::optional<PasskeyAttempt::Verified> verify(const http::Request& request, const OpenChallenge& challenge,
                                                   const std::optional<Passkey>& passkey) const;
    std::optional<Staff> holder(const PasskeyAttempt& attempt, db::Write& write) const;
    http::Response refuse(const PasskeyAttempt& attempt, db::Write& write) const;

    const Services& services_;
};

}  // namespace accounts
