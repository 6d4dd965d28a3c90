// platform/imaging/sheet.h - a picture put together of others: what a worker is asked to draw.
//
//     imaging::Sheet sheet{.width = 256, .height = 256};
//     sheet.pieces.push_back({.bytes = jpeg, .box = {0, 0, 128, 128}, .colour = {200, 40, 30}, .tint = 35});
//     const auto tile = workshop.draw(std::move(sheet));  // a JPEG
#pragma once
#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "platform/imaging/picture.h"

namespace imaging {

// sRGB.
struct Colour {
    std::uint8_t red = 255, green = 255, blue = 255;
    bool operator==(const Colour&) const = default;
};

// As one number below 2^24, and back.
constexpr int packed(const Colour& colour) { return colour.red << 16 | colour.green << 8 | colour.blue; }
constexpr Colour unpacked(int number) {
    return {static_cast<std::uint8_t>(number >> 16), static_cast<std::uint8_t>(number >> 8),
            static_cast<std::uint8_t>(number)};
}

// Pixels of the sheet.
struct SheetBox {
    int left = 0, top = 0, width = 0, height = 0;
};

// A picture of ours, JPEG or WebP, scaled to its box and cut around its middle where the proportions differ; with a
// crop, that part of it, stretched to the box. Without bytes the box is filled with the colour. fade: percent of the
// colour that is mixed into every pixel. tint: percent by which the mean colour of what is drawn is moved towards the
// colour; at 100 the mean is that colour, and the picture's own lights and darks stay.
struct SheetPiece {
    std::string bytes{};
    SheetBox box{};
    Colour colour{};
    int tint = 0, fade = 0;
    Crop crop{};
};

// pixels: three bytes (red, green, blue) for each, row by row, without padding.
enum class SheetOutput : unsigned char { jpeg = 0, pixels = 1 };

// Inside the picture, however small.
constexpr bool is_part(const Crop& crop) {
    return crop.left >= 0 && crop.top >= 0 && crop.width > 0 && crop.height > 0 && crop.left + crop.width <= 10'000 &&
           crop.top + crop.height <= 10'000;
}

struct Sheet {
    static constexpr std::int64_t kMostPixels = 80'000'000;

    int width = 0, height = 0;
    Colour ground{};
    SheetOutput output = SheetOutput::jpeg;
    std::vector<SheetPiece> pieces{};  // later ones cover earlier ones

    // Every piece lies inside, and the whole is no larger than kMostPixels.
    bool is_possible() const {
        const bool is_sheet = width > 0 && height > 0 && std::int64_t{width} * height <= kMostPixels;
        return is_sheet && std::ranges::all_of(pieces, [this](const SheetPiece& piece) {
                   const auto& [left, top, piece_width, piece_height] = piece.box;
                   return left >= 0 && top >= 0 && piece_width > 0 && piece_height > 0 && left + piece_width <= width &&
                          top + piece_height <= height && piece.tint >= 0 && piece.tint <= 100 && piece.fade >= 0 &&
                          piece.fade <= 100 && is_part(piece.crop);
               });
    }
};

}  // namespace imaging
