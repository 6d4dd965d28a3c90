// features/fraud_guard/recent_counts.h - how often something was seen lately: an address, a name, a comment. Bounded
// memory, no matter how many there are; every member may be called on any thread.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string_view>
#include <vector>

#include "base/instant.h"

namespace fraud_guard {

// Sliding windows over keys. Each key keeps the times of its last eight sightings, so that counts up to eight are exact
// (to a sixteenth of a second), and two buckets of `longest` from which larger counts are estimated: the present bucket
// and as much of the one before as still lies in the window. Keys live in sets of eight; a set that is full forgets the
// key that was not seen for the longest time.
class RecentCounts {
public:
    struct Size {
        std::size_t keys;        // remembered at most, rounded up to a power of two
        base::Duration longest;  // window that is asked for
    };
    explicit RecentCounts(const Size& size);

    // Two windows, neither longer than Size::longest.
    struct Windows {
        base::Duration shorter, longer;
    };
    struct Counts {
        std::int64_t shorter = 0, longer = 0;
    };
    // Sees the key at this time and says how often it was seen within each window, this time included. Times may come
    // in any order; one from the past counts as now.
    Counts see(std::uint64_t key, const Windows& windows, base::Instant at);
    // How often it was seen, without seeing it.
    Counts look(std::uint64_t key, const Windows& windows, base::Instant at);

private:
    static constexpr std::size_t kTimes = 8;
    static constexpr std::size_t kWays = 8;
    static constexpr std::size_t kLocks = 64;

    struct Entry {
        std::array<std::uint32_t, kTimes> times{};  // ticks, in a ring
        std::uint32_t bucket = 0;                   // which stretch of `longest` the present bucket is
        std::uint32_t present = 0, before = 0;
        std::uint8_t next = 0, filled = 0;
    };
    // What is looked at first stands together: a look costs two or three lines of the cache.
    struct alignas(64) Set {
        std::array<std::uint64_t, kWays> keys{};    // 0: never used
        std::array<std::uint32_t, kWays> latest{};  // tick of the latest sighting
        std::array<Entry, kWays> entries{};
    };

    static std::size_t idlest(const Set& set);
    std::uint32_t tick_of(base::Instant at) const;
    void turn_buckets(Entry& entry, std::uint32_t now) const;
    std::int64_t count_in(const Entry& entry, std::uint32_t window, std::uint32_t now) const;
    Counts counts_of(Entry& entry, const Windows& windows, std::uint32_t now) const;

    std::uint32_t longest_;  // ticks
    std::uint64_t seed_;     // random, so that nobody can aim at one set
    std::vector<Set> sets_;
    std::array<std::mutex, kLocks> locks_;
};

// A well mixed key of a text, never 0.
std::uint64_t key_of(std::uint64_t kind, std::string_view text);

}  // namespace fraud_guard
