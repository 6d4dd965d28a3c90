// platform/html/accents.h - the campaign's colours and its mark, for what is drawn here instead of by the browser.
#pragma once
#include <array>
#include <cstdint>

namespace html {

// Of a colour, 0 to 1 each.
struct Rgb {
    double red, green, blue;
    bool operator==(const Rgb&) const = default;
};

// From 0xRRGGBB.
constexpr Rgb rgb(std::uint32_t code) {
    return {((code >> 16) & 255) / 255.0, ((code >> 8) & 255) / 255.0, (code & 255) / 255.0};
}

// An accent of web/styles/tokens.css: ground, what is written on it, and its darker neighbour.
struct Palette {
    Rgb ground, on, strong;
};
inline constexpr std::array<Palette, 6> kPalettes{{
    {rgb(0xc8251b), rgb(0xffffff), rgb(0xa51a12)},
    {rgb(0x1b4bc4), rgb(0xffffff), rgb(0x13399b)},
    {rgb(0x0b6b3f), rgb(0xffffff), rgb(0x07522f)},
    {rgb(0xffc32b), rgb(0x16130f), rgb(0xf0b000)},
    {rgb(0xa3195b), rgb(0xffffff), rgb(0x831048)},
    {rgb(0x0a6672), rgb(0xffffff), rgb(0x074e57)},
}};

// Of a level's accent, 1..6; the first for any other number.
constexpr const Palette& palette_of(int accent) { return kPalettes[accent >= 1 && accent <= 6 ? accent - 1 : 0]; }

// The mark of the campaign: four strokes and one across, in a square of side 1. Draw them 0.085 wide, with flat ends.
struct TallyStroke {
    double from_x, from_y, to_x, to_y;
};
inline constexpr std::array<TallyStroke, 5> kTallyStrokes{{{0.18, 0.1, 0.18, 0.9},
                                                           {0.39, 0.1, 0.39, 0.9},
                                                           {0.6, 0.1, 0.6, 0.9},
                                                           {0.81, 0.1, 0.81, 0.9},
                                                           {0.02, 0.74, 0.98, 0.28}}};
inline constexpr double kTallyWidth = 0.085;

}  // namespace html
