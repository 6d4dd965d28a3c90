// platform/auth/token.h - texts in links and cookies that nobody can guess.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/auth/purpose.h"
#include "platform/auth/secret.h"
#include "platform/runtime/random.h"

namespace auth {

// Signed links: the token says which row it is about, and needs no row of its own. It never expires by itself: the row
// knows until when, and whether it was used. The same id gives the same token, so mails can be rendered again.
//
//     tokens.make("petitions.confirm", signature.id.value)       -> "AAYW2fA0..." (32 characters)
//     tokens.read("petitions.confirm", request.parameter("token"))
class Tokens {
public:
    explicit Tokens(const Secret& secret) : secret_(secret) {}

    // base64url of the id (8 bytes, big-endian) and the first 16 bytes of BLAKE2b-256 keyed with the secret over: the
    // byte 't', the length of the purpose as one byte, the purpose, the id.
    std::string make(Purpose purpose, std::int64_t id) const;

    // The id; nullopt for whatever make() did not return for this purpose. Any bytes are fine; constant time.
    std::optional<std::int64_t> read(Purpose purpose, std::string_view token) const;

private:
    Secret secret_;
};

// What is kept of a random token: whoever reads the table cannot use it. BLAKE2b-256 as base64url, 43 characters.
struct TokenHash {
    std::string text;
    bool operator==(const TokenHash&) const = default;
};

// A token that is shown once, in a cookie or an API key: 256 random bits.
struct RandomToken {
    std::string text;  // 43 characters of base64url
    TokenHash hash;
};

RandomToken new_random_token(runtime::Random& random);

// The hash of a token that came from outside; any bytes are fine.
TokenHash hash_of_token(std::string_view token);

}  // namespace auth
