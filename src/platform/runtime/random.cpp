#include "platform/runtime/random.h"

#include <cstring>
#include <limits>
#include <stdexcept>

#include <sodium.h>

#include "base/check.h"

namespace runtime {
namespace {

void start_sodium() {
    static const int started = sodium_init();
    if (started < 0) throw std::runtime_error("the system gives no random bytes");
}

}  // namespace

Random Random::system() {
    start_sodium();
    return Random(std::nullopt);
}

Random Random::seeded(std::uint64_t seed) {
    std::array<std::byte, 32> key{};
    std::memcpy(key.data(), &seed, sizeof seed);
    return Random(key);
}

void Random::fill(std::span<std::byte> bytes) {
    if (!key_) return randombytes_buf(bytes.data(), bytes.size());
    // Each draw has a stream of its own: the number of the draw stands in the key.
    std::array<std::byte, 32> key = *key_;
    ++drawn_;
    std::memcpy(key.data() + 8, &drawn_, sizeof drawn_);
    randombytes_buf_deterministic(bytes.data(), bytes.size(), reinterpret_cast<const unsigned char*>(key.data()));
}

std::uint64_t Random::number() {
    std::uint64_t number = 0;
    fill(std::as_writable_bytes(std::span(&number, 1)));
    return number;
}

std::uint64_t Random::below(std::uint64_t bound) {
    CHECK(bound > 0);
    // The last, incomplete run of `bound` numbers would favour small ones: draw again.
    const std::uint64_t usable = std::numeric_limits<std::uint64_t>::max() / bound * bound;
    std::uint64_t drawn = number();
    while (drawn >= usable) drawn = number();
    return drawn % bound;
}

std::string Random::token(std::size_t bytes) {
    std::vector<std::byte> drawn(bytes);
    fill(drawn);
    return base64url(drawn);
}

std::string base64url(std::span<const std::byte> bytes) {
    constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string out(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
    sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      kVariant);
    out.pop_back();  // sodium ends it with a NUL
    return out;
}

std::optional<std::vector<std::byte>> from_base64url(std::string_view text) {
    std::vector<std::byte> out(text.size() / 4 * 3 + 3);
    std::size_t length = 0;
    const int failed =
        sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(), text.size(), nullptr,
                          &length, nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    if (failed != 0) return std::nullopt;
    out.resize(length);
    return out;
}

}  // namespace runtime
