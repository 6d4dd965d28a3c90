// platform/auth/totp.h - one-time codes of an authenticator app (RFC 6238: HMAC-SHA1, 30 seconds, 6 digits).
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "platform/runtime/random.h"

namespace auth {

// What the app and we share: bytes, 20 of them when we make it.
struct TotpSecret {
    std::string bytes;
    bool operator==(const TotpSecret&) const = default;
};

TotpSecret new_totp_secret(runtime::Random& random);

// RFC 4648 section 6 without padding, as apps want it; reading ignores case, blanks and '=' at the end.
std::string base32(std::string_view bytes);
std::optional<std::string> from_base32(std::string_view text);

// The number of the 30 seconds in which `at` falls (RFC 6238, 4.2).
std::int64_t totp_step(base::Instant at);

// RFC 4226, 5.3: the code of one step, `digits` (6 to 8) digits with leading zeros.
std::string totp_code(const TotpSecret& secret, std::int64_t step, int digits = 6);

// The step of a right code, which the caller stores as last used. A code may be one step early or late; one of the
// last used step or of an earlier one is refused, so that nobody uses a code twice. Blanks in the code are ignored.
struct TotpAttempt {
    std::string_view code;
    base::Instant at;
    std::int64_t last_used_step = 0;  // 0: none yet
};
std::optional<std::int64_t> matching_step(const TotpSecret& secret, const TotpAttempt& attempt);

// otpauth://totp/ISSUER:ACCOUNT?secret=...&issuer=...: opens the app on a phone.
struct TotpLabel {
    std::string_view issuer;
    std::string_view account;
};
std::string otpauth_uri(const TotpSecret& secret, const TotpLabel& label);

}  // namespace auth
