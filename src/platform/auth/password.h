// platform/auth/password.h - hashing passwords (argon2id), and which ones we take.
#pragma once
#include <cstddef>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>

#include "base/email_address.h"
#include "base/problem.h"

namespace auth {

// libsodium's text form with salt and parameters: "$argon2id$v=19$m=65536,t=2,p=1$...".
struct PasswordHash {
    std::string text;
    bool operator==(const PasswordHash&) const = default;
};

// The work of one hash. strong: 64 MiB of memory, two passes, about 70 ms. weak: for tests only.
enum class PasswordCost : unsigned char { strong, weak };

// Hashes and verifies, at most two at a time: whoever sends many sign-ins waits here, and the memory stays bounded.
// Never called on the writer or on a connection's loop. From any thread.
class Passwords {
public:
    explicit Passwords(PasswordCost cost = PasswordCost::strong);

    // std::runtime_error when there is no memory for it.
    PasswordHash hash(std::string_view password) const;

    // Whether the password belongs to the hash. Without a hash (no such account, no password yet) it takes as long and
    // answers no, so that time does not tell who has an account.
    bool verify(std::string_view password, const std::optional<PasswordHash>& hash) const;

    // Whether the hash was made with less work than this one does: made anew at the next sign-in.
    bool needs_rehash(const PasswordHash& hash) const;

private:
    class Turn;

    PasswordCost cost_;
    mutable std::counting_semaphore<2> turns_{2};
    PasswordHash of_nobody_;
};

inline constexpr std::size_t kShortestPassword = 12;   // characters
inline constexpr std::size_t kLongestPassword = 1024;  // bytes

// Why we do not take this password for this account, or nullopt: too short or too long, the address or its local part,
// one of the most common ones (also with digits or marks at its end), or made of fewer than 5 different characters.
// No other rules: they make passwords worse.
std::optional<base::Message> refusal_of_password(std::string_view password, const base::EmailAddress& owner);

}  // namespace auth
