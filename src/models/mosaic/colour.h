// models/mosaic/colour.h - colours as eyes see them: how far two of them are apart.
#pragma once
#include <cstdint>

namespace mosaic {

// IEC 61966-2-1 (sRGB), 8 bits each.
struct Rgb {
    std::uint8_t red = 0, green = 0, blue = 0;
    bool operator==(const Rgb&) const = default;
};

// CIE 1976 L*a*b*, white point D65: lightness 0..100, green to red, blue to yellow.
struct Lab {
    float lightness = 0, a = 0, b = 0;
};

// By way of linear light and CIE XYZ: the matrix of IEC 61966-2-1, the curve of CIE 15:2004, 8.2.1.
Lab lab_of(const Rgb& colour);

// The square of the colour difference Delta E*ab (CIE 15:2004, 8.2.1.4): 2.3 squared is just noticeable, black to white
// is 100 squared.
float squared_difference(const Lab& one, const Lab& other);

}  // namespace mosaic
