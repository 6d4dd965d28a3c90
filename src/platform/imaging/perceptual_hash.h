// platform/imaging/perceptual_hash.h - a number that nearly the same pictures nearly share, whatever their size, format
// or compression.
#pragma once
#include <bit>
#include <cstdint>
#include <span>

namespace imaging {

// The side of the small grey picture that it is made of.
inline constexpr int kHashSide = 32;

// Of a picture scaled to kHashSide x kHashSide, row by row, each pixel its brightness 0..255: the 8 x 8 lowest
// frequencies of its discrete cosine transform (DCT-II) without the mean in 64 bits, bit 0 for the frequency (0, 1), by
// rows; a bit is set where the coefficient is above the median of the 63 by more than a hundredth of the largest of
// them, so that even surfaces say nothing; the last bit where the upper half is brighter than the lower (C. Zauner,
// "Implementation and Benchmarking of Perceptual Image Hash Functions", 2010, 3.2.1). Never 0.
std::uint64_t perceptual_hash(std::span<const std::uint8_t, kHashSide * kHashSide> brightness);

// How many bits differ: 0 for the same picture in another size, around 32 for two that have nothing in common.
constexpr int hash_distance(std::uint64_t one, std::uint64_t other) { return std::popcount(one ^ other); }

// At most so far apart: near duplicates, to be shown to a person together.
inline constexpr int kAlike = 8;

}  // namespace imaging
