// platform/imaging/picture.h - what goes into the making of a picture, and what comes out.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace imaging {

// What is read. Anything else is refused by its first bytes, before any decoder sees it.
enum class SourceFormat : unsigned char { jpeg = 0, png = 1, webp = 2, heif = 3 };  // heif: HEIC and AVIF

// What is written.
enum class Format : unsigned char { webp = 0, jpeg = 1 };

// Why a file is no picture that is taken.
enum class Refusal : unsigned char {
    none = 0,
    unknown_format = 1,  // or one that is not taken: SVG, GIF, TIFF, PDF, ...
    too_many_bytes = 2,
    too_many_pixels = 3,  // by its header: nothing was decoded
    animated = 4,
    damaged = 5,  // cut short, or its decoder gave up
};

// The limits of one picture.
struct Limits {
    std::size_t bytes = 30 * 1024 * 1024;
    std::int64_t pixels = 80'000'000;             // as many as a large phone camera makes
    int side = 30'000;                            // pixels
    int seconds = 40;                             // of waiting, and of computing
    std::int64_t memory = 1'536LL * 1024 * 1024;  // bytes of address space of one worker
};

// The part that is shown, in ten-thousandths of the upright picture's width and height.
struct Crop {
    int left = 0, top = 0, width = 10'000, height = 10'000;
    bool operator==(const Crop&) const = default;

    bool is_whole() const { return *this == Crop{}; }
    // Inside the picture, and at least a hundredth of each side.
    bool is_possible() const {
        return left >= 0 && top >= 0 && width >= 100 && height >= 100 && left + width <= 10'000 &&
               top + height <= 10'000;
    }
};

// Whether what is kept to make other sizes from is wanted too: not when the picture is made from just that.
enum class Master : unsigned char { wanted = 0, left_out = 1 };

struct Order {
    Crop crop{};  // of the turned picture
    Master master = Master::wanted;
    int quarter_turns = 0;  // 0..3, clockwise, of the upright picture
};

// By its header alone.
struct Inspection {
    SourceFormat format{};
    int width = 0, height = 0;  // pixels, upright
};

// One file to serve.
struct Size {
    Format format{};
    int width = 0, height = 0;
    std::string bytes;
};

// The widths that are made, where the picture is as wide; a narrower one also gets its own.
inline constexpr std::array kWidths{320, 640, 960, 1440, 2048};
// Longest side of what is kept to make other sizes from.
inline constexpr int kMasterSide = 4096;

// A picture made anew of nothing but its pixels: upright, sRGB, without any metadata.
struct Made {
    int width = 0, height = 0;  // of the largest size
    std::vector<Size> sizes;    // each width in both formats, by growing width
    std::string placeholder;    // "data:image/webp;base64,...", a few dozen pixels; empty where it is see-through
    std::string master;         // the whole of it, unturned, to crop from later: at most kMasterSide wide and high
    std::uint64_t perceptual_hash = 0;  // of what is shown (perceptual_hash.h); never 0 once it is made
};

}  // namespace imaging
