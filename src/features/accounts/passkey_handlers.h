// features/accounts/passkey_handlers.h - what staff do with their own passkeys: make, name, remove.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "features/accounts/passkey.h"
#include "features/accounts/services.h"
#include "features/accounts/sign_in_handlers_parts.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace accounts {

struct BeginPasskey {
    ports::Acting acting;
    auth::TokenHash session;
    auth::Challenge challenge;
    std::string name;
};

struct MakePasskey {
    KeptRequest request;  // to show the recovery codes, once
    ports::Acting acting;
    std::optional<OpenChallenge> challenge;  // used up, whatever came with it
    std::optional<auth::NewPasskey> passkey;
    std::vector<std::string> recovery_codes;
};

// Renames or removes one's own.
struct PasskeyAct {
    ports::Acting acting;
    std::optional<PasskeyId> passkey;
    std::string name{};
};

class PasskeyHandlers {
public:
    explicit PasskeyHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/account/passkeys: the list, and the form that begins one more
    http::Response list(const http::Request& request, db::Read& read) const;
    http::Response list_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // POST /{locale}/staff/account/passkeys/begin: name, password. GET /{locale}/staff/account/passkeys/new is where
    // the browser is asked; POST /{locale}/staff/account/passkeys: client_data, attestation_object (base64url).
    base::Result<BeginPasskey, base::Problems> read_begin(const http::Request& request) const;
    http::WriteResult begin(const BeginPasskey& form, db::Write& write) const;
    http::Response show_new(const http::Request& request, db::Read& read) const;
    base::Result<MakePasskey, base::Problems> read_new(const http::Request& request) const;
    http::WriteResult make(const MakePasskey& form, db::Write& write) const;

    // GET /{locale}/staff/account/passkeys/{id}; POST .../name: name, password_for_name; POST .../removal:
    // password_for_removal
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<PasskeyAct, base::Problems> read_name(const http::Request& request) const;
    http::WriteResult rename(const PasskeyAct& act, db::Write& write) const;
    base::Result<PasskeyAct, base::Problems> read_removal(const http::Request& request) const;
    http::WriteResult remove(const PasskeyAct& act, db::Write& write) const;

private:
    bool is_password(const http::Request& request, std::string_view field) const;
    std::optional<OpenChallenge> challenge_of(const http::Request& request, db::Read& read) const;
    http::Response first_codes(const MakePasskey& form, db::Write& write) const;

    const Services& services_;
};

}  // namespace accounts
