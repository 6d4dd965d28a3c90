// platform/runtime/random.h - randomness as an argument: the system's for the product, a seeded one for tests.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace runtime {

class Random {
public:
    // Unpredictable bytes of the operating system (libsodium). Safe from every thread.
    static Random system();
    // The same bytes on every run, for tests, seeds and benchmarks; never for secrets. One thread at a time.
    static Random seeded(std::uint64_t seed);

    void fill(std::span<std::byte> bytes);
    std::uint64_t number();
    // Uniform in [0, bound); bound 0 is a bug.
    std::uint64_t below(std::uint64_t bound);
    // `bytes` random bytes as base64url without padding: 16 bytes (128 bits, 22 characters) cannot be guessed.
    std::string token(std::size_t bytes = 16);

private:
    explicit Random(std::optional<std::array<std::byte, 32>> key) : key_(key) {}

    std::optional<std::array<std::byte, 32>> key_;  // empty: the system's randomness
    std::uint64_t drawn_ = 0;
};

// RFC 4648 section 5, without padding.
std::string base64url(std::span<const std::byte> bytes);
// Absent when the text holds another character, padding, or a length that no bytes give.
std::optional<std::vector<std::byte>> from_base64url(std::string_view text);

}  // namespace runtime
