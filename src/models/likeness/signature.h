// models/likeness/signature.h - a text in 256 bytes, made so that the share of places at which two agree estimates how
// alike the texts are (A. Broder, "On the resemblance and containment of documents", 1997; kept as 16 bits a place: P.
// Li and A. C. Koenig, "b-bit minwise hashing", 2010).
//
//     const auto signature = likeness::signature_of(letter);
//     write.bind(likeness::to_bytes(signature));           // the same on every machine; keeps no word of the text
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace likeness {

inline constexpr std::size_t kPlaces = 128;

// Place i is the lowest 16 bits of the smallest mix(fnv(shingle) + (i + 1) * 0x9E3779B97F4A7C15) over all shingles of
// the text (words.h); fnv: 64-bit FNV-1a of the shingle's bytes; mix: the finisher of SplitMix64. All arithmetic is
// modulo 2^64. Nothing of it depends on the machine; kVersion steps when anything of it changes.
struct Signature {
    std::array<std::uint16_t, kPlaces> places{};
    bool has_words = false;

    bool operator==(const Signature&) const = default;
};

inline constexpr unsigned char kVersion = 1;

Signature signature_of(std::string_view text);

// An unbiased estimate of exact_similarity, 0 to 1, in steps of 1/128: the share of equal places. Its standard
// deviation is sqrt(s (1 - s) / 128): 0.035 where the texts are alike by s = 0.8, 0.044 at most. Without words: 0.
double similarity(const Signature& one, const Signature& other);

// How many of the places are equal, 0 to kPlaces.
int equal_places(const Signature& one, const Signature& other);

// kSignatureBytes: the version, 1 or 0 (has words), then the places, each the lower byte first.
std::string to_bytes(const Signature& signature);
inline constexpr std::size_t kSignatureBytes = 2 + 2 * kPlaces;

// nullopt: not of this version, or not of this length. Whoever kept the text makes the signature anew.
std::optional<Signature> from_bytes(std::string_view bytes);

}  // namespace likeness
