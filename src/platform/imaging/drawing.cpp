// What maker.h says about sheets.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <optional>
#include <vector>

#include "platform/imaging/format.h"
#include "platform/imaging/maker.h"
#include "platform/imaging/vips_image.h"

namespace imaging {
namespace {

constexpr int kSheetQuality = 82;
constexpr std::size_t kBands = 3;

using Means = std::array<int, kBands>;

// Pixels of three bytes, row by row.
struct Raster {
    int width, height;
    std::vector<std::uint8_t> bytes;

    Raster(int the_width, int the_height)
        : width(the_width),
          height(the_height),
          bytes(static_cast<std::size_t>(the_width) * static_cast<std::size_t>(the_height) * kBands) {}

    std::uint8_t* at(int left, int top) {
        return bytes.data() +
               (static_cast<std::size_t>(top) * static_cast<std::size_t>(width) + static_cast<std::size_t>(left)) *
                   kBands;
    }
};

void fill(Raster& sheet, const SheetBox& box, const Colour& colour) {
    for (int y = 0; y < box.height; ++y) {
        auto* pixel = sheet.at(box.left, box.top + y);
        for (int x = 0; x < box.width; ++x) {
            *pixel++ = colour.red;
            *pixel++ = colour.green;
            *pixel++ = colour.blue;
        }
    }
}

Means means_of(const Raster& raster) {
    std::array<std::int64_t, kBands> sums{};
    for (std::size_t i = 0; i < raster.bytes.size(); ++i) sums[i % kBands] += raster.bytes[i];
    const auto count = static_cast<std::int64_t>(raster.bytes.size() / kBands);
    return {static_cast<int>(sums[0] / count), static_cast<int>(sums[1] / count), static_cast<int>(sums[2] / count)};
}

// Each band moved by a share of the way from its mean to the colour's.
void tint(Raster& raster, const Colour& colour, int percent) {
    const auto means = means_of(raster);
    const Means wanted{colour.red, colour.green, colour.blue};
    Means steps{};
    for (std::size_t band = 0; band < kBands; ++band) steps[band] = (wanted[band] - means[band]) * percent / 100;
    for (std::size_t i = 0; i < raster.bytes.size(); ++i)
        raster.bytes[i] = static_cast<std::uint8_t>(std::clamp(raster.bytes[i] + steps[i % kBands], 0, 255));
}

// Each pixel mixed with the colour.
void fade(Raster& raster, const Colour& colour, int percent) {
    const Means mixed{colour.red, colour.green, colour.blue};
    for (std::size_t i = 0; i < raster.bytes.size(); ++i)
        raster.bytes[i] =
            static_cast<std::uint8_t>((raster.bytes[i] * (100 - percent) + mixed[i % kBands] * percent) / 100);
}

void paste(Raster& sheet, const SheetBox& box, Raster& piece) {
    const auto row = static_cast<std::size_t>(box.width) * kBands;
    for (int y = 0; y < box.height; ++y) std::memcpy(sheet.at(box.left, box.top + y), piece.at(0, y), row);
}

Image in_three_bands(const Vips& vips, const Image& image) {
    VipsImage* coloured = nullptr;
    const auto rgb =
        image_of(vips, vips.vips_colourspace(image.get(), &coloured, VIPS_INTERPRETATION_sRGB, nullptr), coloured);
    if (!rgb || vips.vips_image_get_bands(rgb.get()) < static_cast<int>(kBands)) return Image{nullptr, Release{&vips}};
    VipsImage* few = nullptr;
    return image_of(vips, vips.vips_extract_band(rgb.get(), &few, 0, "n", static_cast<int>(kBands), nullptr), few);
}

// The picture as large as the box, cut around its middle.
Image scaled(const Vips& vips, std::string_view bytes, const SheetBox& box) {
    VipsImage* out = nullptr;
    const int failed = vips.vips_thumbnail_buffer(const_cast<char*>(bytes.data()), bytes.size(), &out, box.width,
                                                  "height", box.height, "crop", VIPS_INTERESTING_CENTRE, nullptr);
    return image_of(vips, failed, out);
}

// A part of the picture, stretched to the box.
Image part_of(const Vips& vips, std::string_view bytes, const SheetPiece& piece) {
    VipsImage* whole = nullptr;
    const int failed = vips.vips_thumbnail_buffer(const_cast<char*>(bytes.data()), bytes.size(), &whole, VIPS_MAX_COORD,
                                                  "size", VIPS_SIZE_DOWN, nullptr);
    const auto decoded = image_of(vips, failed, whole);
    if (!decoded) return Image{nullptr, Release{&vips}};
    const auto share = [](int side, int of) { return static_cast<int>(1LL * side * of / 10'000); };
    const int width = vips.vips_image_get_width(decoded.get());
    const int height = vips.vips_image_get_height(decoded.get());
    VipsImage* cut = nullptr;
    const auto part =
        image_of(vips,
                 vips.vips_extract_area(decoded.get(), &cut, share(width, piece.crop.left),
                                        share(height, piece.crop.top), std::max(1, share(width, piece.crop.width)),
                                        std::max(1, share(height, piece.crop.height)), nullptr),
                 cut);
    if (!part) return Image{nullptr, Release{&vips}};
    VipsImage* out = nullptr;
    const int stretched = vips.vips_thumbnail_image(part.get(), &out, piece.box.width, "height", piece.box.height,
                                                    "size", VIPS_SIZE_FORCE, nullptr);
    return image_of(vips, stretched, out);
}

std::optional<Raster> raster_of(const Vips& vips, const SheetPiece& piece) {
    const auto format = format_of(piece.bytes);
    if (format != SourceFormat::jpeg && format != SourceFormat::webp) return std::nullopt;
    const auto upright =
        piece.crop.is_whole() ? scaled(vips, piece.bytes, piece.box) : part_of(vips, piece.bytes, piece);
    if (!upright) return std::nullopt;
    const auto image = in_three_bands(vips, upright);
    if (!image) return std::nullopt;
    Raster raster{piece.box.width, piece.box.height};
    std::size_t length = 0;
    void* const pixels = vips.vips_image_write_to_memory(image.get(), &length);
    const bool is_as_large = pixels != nullptr && length == raster.bytes.size();
    if (is_as_large) std::memcpy(raster.bytes.data(), pixels, length);
    vips.g_free(pixels);
    if (!is_as_large) return std::nullopt;
    return raster;
}

bool draw_piece(const Vips& vips, Raster& sheet, const SheetPiece& piece) {
    if (piece.bytes.empty()) {
        fill(sheet, piece.box, piece.colour);
        return true;
    }
    auto raster = raster_of(vips, piece);
    if (!raster) return false;
    if (piece.tint > 0) tint(*raster, piece.colour, piece.tint);
    if (piece.fade > 0) fade(*raster, piece.colour, piece.fade);
    paste(sheet, piece.box, *raster);
    return true;
}

std::optional<std::string> saved(const Vips& vips, Raster& sheet) {
    const auto raw = image_of(vips, 0,
                              vips.vips_image_new_from_memory(sheet.bytes.data(), sheet.bytes.size(), sheet.width,
                                                              sheet.height, kBands, VIPS_FORMAT_UCHAR));
    if (!raw) return std::nullopt;
    VipsImage* copied = nullptr;
    const auto image =
        image_of(vips, vips.vips_copy(raw.get(), &copied, "interpretation", VIPS_INTERPRETATION_sRGB, nullptr), copied);
    void* bytes = nullptr;
    std::size_t length = 0;
    if (!image || vips.vips_jpegsave_buffer(image.get(), &bytes, &length, "Q", kSheetQuality, "optimize_coding", TRUE,
                                            "strip", TRUE, nullptr) != 0)
        return std::nullopt;
    std::string jpeg{static_cast<const char*>(bytes), length};
    vips.g_free(bytes);
    return jpeg;
}

}  // namespace

base::Result<std::string, Refusal> Maker::draw(const Sheet& sheet) const {
    Raster raster{sheet.width, sheet.height};
    fill(raster, {0, 0, sheet.width, sheet.height}, sheet.ground);
    for (const auto& piece : sheet.pieces) {
        if (draw_piece(vips_, raster, piece)) continue;
        vips_.vips_error_clear();
        return Refusal::damaged;
    }
    if (sheet.output == SheetOutput::pixels)
        return std::string{reinterpret_cast<const char*>(raster.bytes.data()), raster.bytes.size()};
    auto jpeg = saved(vips_, raster);
    if (jpeg) return *std::move(jpeg);
    vips_.vips_error_clear();
    return Refusal::damaged;
}

}  // namespace imaging
