// features/integrations/key.h - keys with which other programs call the API: what they may do, and what a key is. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/instant.h"
#include "base/level_id.h"
#include "base/problem.h"
#include "base/result.h"
#include "platform/auth/token.h"
#include "ports/api_scopes.h"

namespace integrations {

using ApiKeyId = base::Id<struct ApiKeyTag>;

using Scope = ports::ApiScope;
inline constexpr auto kScopes = ports::kApiScopes;
std::string_view name_of(Scope scope);  // "read", "sign_on", "read_people", ...

struct Scopes {
    std::int64_t bits = 0;
    bool has(Scope scope) const { return (bits & static_cast<std::int64_t>(scope)) != 0; }
    void add(Scope scope) { bits |= static_cast<std::int64_t>(scope); }
    bool operator==(const Scopes&) const = default;
};

struct ApiKey {
    ApiKeyId id;
    std::string name, hint;  // the last letters of the key
    Scopes scopes;
    std::int64_t per_minute;
    base::Instant created_at;
    std::optional<base::Instant> expires_at, revoked_at, last_used_at;
    std::optional<base::LevelId> level{};  // at which, and below which, it works; absent: everywhere
};

enum class KeyState : unsigned char { works, expired, revoked };
KeyState state_of(const ApiKey& key, base::Instant now);

inline constexpr base::Duration kUsePrecision = base::minutes(5);       // last_used_at is written no more often
inline constexpr std::int64_t kUsualRate = 600, kHighestRate = 60'000;  // requests a minute

struct KeyForm {
    std::string name, per_minute, days;  // days: until it expires; empty: it does not
    Scopes scopes;
    std::string level{};  // a number; empty: everywhere
};
struct NewKey {
    std::string name;
    std::int64_t per_minute;
    std::optional<base::Duration> lifetime;
    Scopes scopes;
    std::optional<base::LevelId> level{};
};
base::Result<NewKey, base::Problems> read_key(const KeyForm& typed);

// "atk_" and 43 letters of base64url: the whole key, shown once. What is kept of it is its hash and its last letters.
struct KeyText {
    std::string text;
    auth::TokenHash hash() const { return auth::hash_of_token(text); }
    std::string hint() const { return text.substr(text.size() - 4); }
};
KeyText new_key_text(runtime::Random& random);

// The key of an Authorization header: "Bearer atk_...". nullopt for anything else.
std::optional<auth::TokenHash> hash_of_header(std::string_view authorization);

}  // namespace integrations
