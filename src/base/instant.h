// base/instant.h - points in time and spans between them. Nothing here reads a clock.
#pragma once
#include <compare>
#include <cstdint>

namespace base {

// A span of time in whole microseconds; may be negative.
struct Duration {
    std::int64_t microseconds = 0;

    constexpr auto operator<=>(const Duration&) const = default;
    constexpr std::int64_t seconds() const { return microseconds / 1'000'000; }
    constexpr std::int64_t milliseconds() const { return microseconds / 1'000; }
};

constexpr Duration milliseconds(std::int64_t n) { return {n * 1'000}; }
constexpr Duration seconds(std::int64_t n) { return {n * 1'000'000}; }
constexpr Duration minutes(std::int64_t n) { return seconds(n * 60); }
constexpr Duration hours(std::int64_t n) { return minutes(n * 60); }
constexpr Duration days(std::int64_t n) { return hours(n * 24); }

// A point in time: microseconds since 1970-01-01T00:00:00Z, leap seconds left out, as the databases store it.
struct Instant {
    std::int64_t microseconds = 0;

    constexpr auto operator<=>(const Instant&) const = default;
    constexpr std::int64_t seconds() const { return microseconds / 1'000'000; }
};

constexpr Instant operator+(Instant at, Duration span) { return {at.microseconds + span.microseconds}; }
constexpr Instant operator-(Instant at, Duration span) { return {at.microseconds - span.microseconds}; }
constexpr Duration operator-(Instant later, Instant earlier) { return {later.microseconds - earlier.microseconds}; }

}  // namespace base
