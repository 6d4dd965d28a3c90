// platform/auth/secret.h - the 32 random bytes from which all keys of one installation follow.
#pragma once
#include <array>
#include <cstddef>
#include <span>

#include "platform/runtime/random.h"

namespace db {
class Database;
}

namespace auth {

// Cannot be printed or compared by accident; its memory is wiped.
class Secret {
public:
    static constexpr std::size_t kSize = 32;

    explicit Secret(std::span<const std::byte, kSize> bytes);
    static Secret random(runtime::Random& random);
    Secret(const Secret&) = default;
    Secret& operator=(const Secret&) = default;
    ~Secret();

    std::span<const std::byte, kSize> bytes() const { return bytes_; }

private:
    std::array<std::byte, kSize> bytes_;
};

// The secret of the installation whose database this is: made from the system's randomness at the first call, the same
// ever after, for every node and after every restore. It stands in the database so that a backup is whole: whoever
// holds a backup holds the secret.
Secret load_or_create_secret(db::Database& database);

}  // namespace auth
