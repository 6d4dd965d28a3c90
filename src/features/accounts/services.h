// features/accounts/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/email_address.h"
#include "base/problem.h"
#include "features/accounts/account.h"
#include "platform/auth/keyed_hash.h"
#include "platform/auth/password.h"
#include "platform/auth/secret.h"
#include "platform/auth/token.h"
#include "platform/db/database.h"
#include "platform/http/request.h"
#include "platform/runtime/config.h"
#include "platform/runtime/random.h"
#include "ports/page.h"
#include "ports/staff_home.h"

namespace accounts {

// What an action is called in the audit log: {"petitions.publish", "published"}.
struct ActionWord {
    std::string action;
    base::Message words;
};

// The shared parts outlive the handlers.
struct Services {
    const runtime::Config& config;
    const auth::Secret& secret;
    const auth::Tokens& tokens;
    const auth::Passwords& passwords;
    const ports::PageFrames& frames;
    db::Database& database;  // a password is checked before its write transaction begins
    runtime::Random& random;
    const ports::StaffHome& home;            // what the slices tell on the first page
    std::vector<ActionWord> action_words{};  // of the other slices
};

inline constexpr auth::Purpose kLinkToken{"accounts.link"};

// How staff are found by the address they type, in any of its spellings.
inline std::int64_t address_hash(const auth::Secret& secret, const base::EmailAddress& address) {
    return auth::keyed_hash(secret, "accounts.address", address.canonical());
}

// How a recovery code is kept; the person is part of it.
inline std::int64_t recovery_code_hash(const auth::Secret& secret, auth::StaffId staff, std::string_view typed) {
    return auth::keyed_hash(secret, "accounts.recovery", std::to_string(staff.value) + normal_recovery_code(typed));
}

// The name of the cookie: with the prefix that browsers guard where the site is served over TLS. The server has to be
// told the same.
inline std::string session_cookie(const runtime::Config& config) {
    return config.server.public_url.starts_with("https://") ? "__Host-session" : "session";
}

}  // namespace accounts
