#include "platform/imaging/perceptual_hash.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace imaging {
namespace {

constexpr int kFrequencies = 8;
constexpr double kNoise = 0.01;  // of the largest coefficient: what compression adds to even surfaces
using Cosines = std::array<std::array<double, kHashSide>, kFrequencies>;
using Coefficients = std::array<double, kFrequencies * kFrequencies>;

const Cosines& cosines() {
    static const Cosines kCosines = [] {
        Cosines table{};
        for (int frequency = 0; frequency < kFrequencies; ++frequency)
            for (int place = 0; place < kHashSide; ++place)
                table[static_cast<std::size_t>(frequency)][static_cast<std::size_t>(place)] =
                    std::cos(std::numbers::pi * frequency * (place + 0.5) / kHashSide);
        return table;
    }();
    return kCosines;
}

// The lowest frequencies, first along the rows, then down the columns.
Coefficients transformed(std::span<const std::uint8_t, kHashSide * kHashSide> brightness) {
    std::array<std::array<double, kHashSide>, kFrequencies> rows{};
    for (std::size_t across = 0; across < kFrequencies; ++across)
        for (std::size_t y = 0; y < kHashSide; ++y)
            for (std::size_t x = 0; x < kHashSide; ++x)
                rows[across][y] += brightness[y * kHashSide + x] * cosines()[across][x];
    Coefficients found{};
    for (std::size_t down = 0; down < kFrequencies; ++down)
        for (std::size_t across = 0; across < kFrequencies; ++across)
            for (std::size_t y = 0; y < kHashSide; ++y)
                found[down * kFrequencies + across] += rows[across][y] * cosines()[down][y];
    return found;
}

double median_of(std::span<const double> values) {
    std::array<double, kFrequencies * kFrequencies> sorted{};
    std::ranges::copy(values, sorted.begin());
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.begin() + static_cast<std::ptrdiff_t>(values.size()));
    return *middle;
}

double largest_of(std::span<const double> values) {
    double largest = 0;
    for (const double value : values) largest = std::max(largest, std::abs(value));
    return largest;
}

}  // namespace

std::uint64_t perceptual_hash(std::span<const std::uint8_t, kHashSide * kHashSide> brightness) {
    const auto coefficients = transformed(brightness);
    const auto without_mean = std::span{coefficients}.subspan(1);
    const double least = median_of(without_mean) + kNoise * largest_of(without_mean);
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < without_mean.size(); ++i)
        if (without_mean[i] > least) hash |= std::uint64_t{1} << i;
    // The slowest wave down the picture: positive where the upper half is brighter.
    if (coefficients[kFrequencies] > 0) hash |= std::uint64_t{1} << 63;
    return hash == 0 ? 1 : hash;
}

}  // namespace imaging
