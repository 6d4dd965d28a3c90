#include "models/mosaic/colour.h"

#include <array>
#include <cmath>
#include <cstddef>

namespace mosaic {
namespace {

// Linear light 0..1 of a byte.
const std::array<double, 256>& linear_light() {
    static const std::array<double, 256> kTable = [] {
        std::array<double, 256> table{};
        for (std::size_t byte = 0; byte < table.size(); ++byte) {
            const double value = static_cast<double>(byte) / 255;
            table[byte] = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        }
        return table;
    }();
    return kTable;
}

// The cube root, with a straight line near black.
double curve(double ratio) {
    constexpr double kEnd = 216.0 / 24389;
    constexpr double kSlope = 24389.0 / 27;
    return ratio > kEnd ? std::cbrt(ratio) : (kSlope * ratio + 16) / 116;
}

}  // namespace

Lab lab_of(const Rgb& colour) {
    const double red = linear_light()[colour.red];
    const double green = linear_light()[colour.green];
    const double blue = linear_light()[colour.blue];
    // Each beside what the matrix gives for white.
    const double x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
    const double y = curve(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    const double z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.0890);
    return {static_cast<float>(116 * y - 16), static_cast<float>(500 * (x - y)), static_cast<float>(200 * (y - z))};
}

float squared_difference(const Lab& one, const Lab& other) {
    const float lightness = one.lightness - other.lightness;
    const float a = one.a - other.a;
    const float b = one.b - other.b;
    return lightness * lightness + a * a + b * b;
}

}  // namespace mosaic
