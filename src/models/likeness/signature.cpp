#include "models/likeness/signature.h"

#include <algorithm>

#include "models/likeness/words.h"

namespace likeness {
namespace {

// http://www.isthe.com/chongo/tech/comp/fnv: offset basis and prime of 64 bits.
std::uint64_t fnv(std::string_view bytes) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
    return hash;
}

// G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", 2014: mix64variant13.
std::uint64_t mix(std::uint64_t value) {
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31);
}

constexpr std::uint64_t kStep = 0x9E3779B97F4A7C15U;

}  // namespace

Signature signature_of(std::string_view text) {
    std::array<std::uint64_t, kPlaces> smallest{};
    smallest.fill(~std::uint64_t{0});
    const auto all = shingles(text);
    for (const auto& shingle : all) {
        auto moved = fnv(shingle);
        for (auto& place : smallest) place = std::min(place, mix(moved += kStep));
    }
    Signature signature{.has_words = !all.empty()};
    if (!signature.has_words) return signature;
    std::ranges::transform(smallest, signature.places.begin(),
                           [](std::uint64_t value) { return static_cast<std::uint16_t>(value & 0xFFFFU); });
    return signature;
}

double similarity(const Signature& one, const Signature& other) {
    if (!one.has_words || !other.has_words) return 0;
    return static_cast<double>(equal_places(one, other)) / static_cast<double>(kPlaces);
}

int equal_places(const Signature& one, const Signature& other) {
    // Counted in the width of the places themselves, which the compiler makes eight or sixteen at a time.
    std::uint16_t equal = 0;
    for (std::size_t i = 0; i < kPlaces; ++i)
        equal = static_cast<std::uint16_t>(equal + (one.places[i] == other.places[i] ? 1 : 0));
    return equal;
}

std::string to_bytes(const Signature& signature) {
    std::string bytes{static_cast<char>(kVersion), signature.has_words ? '\1' : '\0'};
    for (const auto place : signature.places) {
        bytes += static_cast<char>(place & 0xFFU);
        bytes += static_cast<char>(place >> 8);
    }
    return bytes;
}

std::optional<Signature> from_bytes(std::string_view bytes) {
    if (bytes.size() != kSignatureBytes || static_cast<unsigned char>(bytes[0]) != kVersion) return std::nullopt;
    Signature signature{.has_words = bytes[1] != '\0'};
    for (std::size_t i = 0; i < kPlaces; ++i) {
        const auto low = static_cast<unsigned char>(bytes[2 + 2 * i]),
                   high = static_cast<unsigned char>(bytes[3 + 2 * i]);
        signature.places[i] = static_cast<std::uint16_t>(low | high << 8);
    }
    return signature;
}

}  // namespace likeness
