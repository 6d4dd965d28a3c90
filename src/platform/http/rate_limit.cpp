// platform/http/rate_limit.cpp - the generic cell rate algorithm over a set-associative table.
#include "platform/http/rate_limit.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "platform/runtime/random.h"

namespace http {
namespace {

std::uint64_t mix(std::uint64_t x) {  // splitmix64's finaliser: every input bit reaches every output bit
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31);
}

std::int64_t microseconds(RateLimiter::Clock::time_point at) {
    return std::chrono::duration_cast<std::chrono::microseconds>(at.time_since_epoch()).count();
}

}  // namespace

RateLimiter::RateLimiter(std::size_t buckets)
    : seed_(runtime::Random::system().number()), sets_(std::bit_ceil(std::max<std::size_t>(buckets / kWays, 1))) {}

std::uint64_t RateLimiter::key_of(const Subject& subject) const {
    std::uint64_t network = 0, host = 0;
    std::memcpy(&network, subject.address.bytes().data(), 8);
    if (subject.address.is_v4()) std::memcpy(&host, subject.address.bytes().data() + 8, 8);
    return mix(mix(mix(network ^ seed_) ^ host) ^ subject.kind) | 1;  // 0 marks a bucket never used
}

std::optional<base::Duration> RateLimiter::take(const Subject& subject, const Rate& rate, Clock::time_point now) {
    if (rate.burst == 0 || rate.per_minute == 0) return std::nullopt;
    const auto key = key_of(subject);
    const auto place = (key >> 1) & (sets_.size() - 1);
    const std::lock_guard lock{locks_[place % kLocks]};
    auto& buckets = sets_[place].buckets;
    auto bucket = std::ranges::find(buckets, key, &Bucket::key);
    if (bucket == buckets.end()) {
        bucket = std::ranges::min_element(buckets, {}, &Bucket::full_at);
        *bucket = {key, 0};
    }
    const auto at = microseconds(now);
    const std::int64_t interval = 60'000'000 / rate.per_minute;
    const auto full_at = std::max(bucket->full_at, at) + interval;
    const auto wait = full_at - at - interval * rate.burst;
    if (wait > 0) return base::Duration{wait};
    bucket->full_at = full_at;
    return std::nullopt;
}

}  // namespace http
