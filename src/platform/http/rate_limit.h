// platform/http/rate_limit.h - how many requests of one kind an address may send. Bounded memory, no matter how many
// addresses call.
#pragma once
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <vector>

#include "base/instant.h"
#include "platform/http/client_address.h"

namespace http {

// `burst` requests at once, refilled evenly with `per_minute`. A burst of 0 is no limit.
struct Rate {
    std::uint32_t burst = 0;
    std::uint32_t per_minute = 0;
};

// Token buckets kept as the time at which each is full again (GCRA), 16 bytes a bucket, in sets of eight: a set that is
// full forgets its idlest bucket. Every member may be called on any thread.
class RateLimiter {
public:
    using Clock = std::chrono::steady_clock;

    // At most `buckets` are remembered (rounded up to whole sets).
    explicit RateLimiter(std::size_t buckets = 65'536);

    // What is counted: the address (IPv6 by its /64), and a number that keeps kinds apart.
    struct Subject {
        ClientAddress address;
        std::uint64_t kind;
    };
    // Takes one request out of the subject's bucket: nullopt, or how long to wait when there is none left.
    std::optional<base::Duration> take(const Subject& subject, const Rate& rate, Clock::time_point now);

private:
    static constexpr std::size_t kWays = 8;
    struct Bucket {
        std::uint64_t key = 0;
        std::int64_t full_at = 0;  // microseconds of Clock
    };
    struct Set {
        std::array<Bucket, kWays> buckets;
    };
    static constexpr std::size_t kLocks = 64;

    std::uint64_t key_of(const Subject& subject) const;

    std::uint64_t seed_;  // random, so that nobody can aim at one set
    std::vector<Set> sets_;
    std::array<std::mutex, kLocks> locks_;
};

}  // namespace http
