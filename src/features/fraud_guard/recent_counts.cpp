#include "features/fraud_guard/recent_counts.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <string_view>

#include "platform/runtime/random.h"

namespace fraud_guard {
namespace {

constexpr std::int64_t kMicrosecondsPerTick = 1'000'000 / 16;

std::uint64_t mix(std::uint64_t x) {  // splitmix64's finaliser: every input bit reaches every output bit
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31);
}

std::uint32_t ticks(base::Duration span) {
    return static_cast<std::uint32_t>(std::max<std::int64_t>(1, span.microseconds / kMicrosecondsPerTick));
}

}  // namespace

RecentCounts::RecentCounts(const Size& size)
    : longest_(ticks(size.longest)),
      seed_(runtime::Random::system().number()),
      sets_(std::bit_ceil(std::max<std::size_t>(size.keys / kWays, 1))) {}

// Wraps around after eight years; differences stay right.
std::uint32_t RecentCounts::tick_of(base::Instant at) const {
    return static_cast<std::uint32_t>(at.microseconds / kMicrosecondsPerTick);
}

void RecentCounts::turn_buckets(Entry& entry, std::uint32_t now) const {
    const std::uint32_t bucket = now / longest_;
    if (bucket == entry.bucket) return;
    entry.before = bucket == entry.bucket + 1 ? entry.present : 0;
    entry.present = 0;
    entry.bucket = bucket;
}

std::int64_t RecentCounts::count_in(const Entry& entry, std::uint32_t window, std::uint32_t now) const {
    std::int64_t exact = 0;
    for (std::uint8_t i = 0; i < entry.filled; ++i) exact += now - entry.times[i] < window ? 1 : 0;
    if (exact < static_cast<std::int64_t>(kTimes)) return exact;
    const double passed = static_cast<double>(now % longest_) / static_cast<double>(longest_);
    const double in_longest = entry.present + entry.before * (1 - passed);
    const auto estimate = static_cast<std::int64_t>(in_longest * window / longest_);
    return std::max(exact, estimate);
}

RecentCounts::Counts RecentCounts::counts_of(Entry& entry, const Windows& windows, std::uint32_t now) const {
    return {count_in(entry, ticks(windows.shorter), now), count_in(entry, ticks(windows.longer), now)};
}

// A place that was never used, else that of the key that was not seen for the longest time.
std::size_t RecentCounts::idlest(const Set& set) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < kWays; ++i) {
        if (set.keys[i] == 0) return i;
        // The difference has a sign: another thread may have been here with a later time than ours.
        if (static_cast<std::int32_t>(set.latest[i] - set.latest[found]) < 0) found = i;
    }
    return found;
}

RecentCounts::Counts RecentCounts::see(std::uint64_t key, const Windows& windows, base::Instant at) {
    const std::uint64_t mixed = mix(key ^ seed_) | 1;
    const std::size_t place = (mixed >> 1) & (sets_.size() - 1);
    const std::lock_guard lock{locks_[place % kLocks]};
    Set& set = sets_[place];
    std::uint32_t now = tick_of(at);
    auto i = static_cast<std::size_t>(std::ranges::find(set.keys, mixed) - set.keys.begin());
    if (i == kWays) {
        i = idlest(set);
        set.keys[i] = mixed;
        set.entries[i] = {.bucket = now / longest_};
    } else if (static_cast<std::int32_t>(now - set.latest[i]) < 0) {
        now = set.latest[i];
    }
    Entry& entry = set.entries[i];
    set.latest[i] = now;
    turn_buckets(entry, now);
    entry.times[entry.next] = now;
    entry.next = static_cast<std::uint8_t>((entry.next + 1) % kTimes);
    entry.filled = static_cast<std::uint8_t>(std::min<int>(entry.filled + 1, kTimes));
    ++entry.present;
    return counts_of(entry, windows, now);
}

RecentCounts::Counts RecentCounts::look(std::uint64_t key, const Windows& windows, base::Instant at) {
    const std::uint64_t mixed = mix(key ^ seed_) | 1;
    const std::size_t place = (mixed >> 1) & (sets_.size() - 1);
    const std::lock_guard lock{locks_[place % kLocks]};
    Set& set = sets_[place];
    const auto i = static_cast<std::size_t>(std::ranges::find(set.keys, mixed) - set.keys.begin());
    if (i == kWays) return {};
    const std::uint32_t now = tick_of(at);
    turn_buckets(set.entries[i], now);
    return counts_of(set.entries[i], windows, now);
}

std::uint64_t key_of(std::uint64_t kind, std::string_view text) {
    return mix(std::hash<std::string_view>{}(text) ^ mix(kind + 0x9e3779b97f4a7c15U)) | 1;
}

}  // namespace fraud_guard
