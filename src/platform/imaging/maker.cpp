#include "platform/imaging/maker.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>

#include <sodium.h>

#include "platform/imaging/format.h"
#include "platform/imaging/perceptual_hash.h"
#include "platform/imaging/vips_image.h"

namespace imaging {
namespace {

constexpr int kJpegQuality = 80;
constexpr int kWebpQuality = 78;
constexpr int kMasterQuality = 90;
constexpr int kPlaceholderSide = 24;  // pixels
constexpr int kPlaceholderQuality = 30;

// Pixels in bare memory, eight bits a band, three bands or four.
struct Pixels {
    std::shared_ptr<void> bytes;
    Image image;
    int width, height;
    bool is_see_through;
};

// The steps of one picture. Every step gives nothing when libvips gives up, and then the picture is damaged.
class Steps {
public:
    explicit Steps(const Vips& vips) : vips_(vips) {}

    Image open_header(SourceFormat format, std::string_view bytes) const {
        VipsImage* out = nullptr;
        auto* const data = const_cast<char*>(bytes.data());
        const auto access = VIPS_ACCESS_SEQUENTIAL;
        const int failed = format == SourceFormat::jpeg
                               ? vips_.vips_jpegload_buffer(data, bytes.size(), &out, "access", access, nullptr)
                           : format == SourceFormat::png
                               ? vips_.vips_pngload_buffer(data, bytes.size(), &out, "access", access, nullptr)
                           : format == SourceFormat::webp
                               ? vips_.vips_webpload_buffer(data, bytes.size(), &out, "access", access, nullptr)
                               : vips_.vips_heifload_buffer(data, bytes.size(), &out, "access", access, nullptr);
        return result(failed, out);
    }

    // Upright, in sRGB, at most kMasterSide wide and high, decoded no larger than needed.
    std::optional<Pixels> decode(std::string_view bytes) const {
        VipsImage* out = nullptr;
        const int failed = vips_.vips_thumbnail_buffer(const_cast<char*>(bytes.data()), bytes.size(), &out, kMasterSide,
                                                       "height", kMasterSide, "size", VIPS_SIZE_DOWN, "option_string",
                                                       "[fail_on=truncated]", nullptr);
        const auto upright = result(failed, out);
        return bare(in_srgb(profile_applied(upright)));
    }

    std::optional<Pixels> cropped(const Pixels& pixels, const Crop& crop) const {
        const auto part = [](int side, int share) {
            return std::max(1, static_cast<int>(1LL * side * share / 10'000));
        };
        VipsImage* out = nullptr;
        const int failed =
            vips_.vips_extract_area(pixels.image.get(), &out, static_cast<int>(1LL * pixels.width * crop.left / 10'000),
                                    static_cast<int>(1LL * pixels.height * crop.top / 10'000),
                                    part(pixels.width, crop.width), part(pixels.height, crop.height), nullptr);
        return bare(result(failed, out));
    }

    // By so many quarters, clockwise.
    std::optional<Pixels> turned(const Pixels& pixels, int quarter_turns) const {
        VipsImage* out = nullptr;
        const int failed = vips_.vips_rot(pixels.image.get(), &out, static_cast<VipsAngle>(quarter_turns), nullptr);
        return bare(result(failed, out));
    }

    // Whatever its proportions.
    std::optional<Pixels> squeezed(const Pixels& pixels, int side) const {
        VipsImage* out = nullptr;
        const int failed = vips_.vips_thumbnail_image(pixels.image.get(), &out, side, "height", side, "size",
                                                      VIPS_SIZE_FORCE, "no_rotate", TRUE, nullptr);
        return bare(in_srgb(result(failed, out)));
    }

    std::optional<Pixels> narrowed(const Pixels& pixels, int width) const {
        VipsImage* out = nullptr;
        const int failed = vips_.vips_thumbnail_image(pixels.image.get(), &out, width, "height", VIPS_MAX_COORD, "size",
                                                      VIPS_SIZE_DOWN, "no_rotate", TRUE, nullptr);
        return bare(in_srgb(result(failed, out)));
    }

    struct Saving {
        Format format;
        int quality;
    };
    std::optional<std::string> save(const Pixels& pixels, const Saving& saving) const {
        void* bytes = nullptr;
        std::size_t length = 0;
        const int failed = saving.format == Format::webp
                               ? vips_.vips_webpsave_buffer(pixels.image.get(), &bytes, &length, "Q", saving.quality,
                                                            "strip", TRUE, nullptr)
                               : save_jpeg(pixels, saving.quality, &bytes, &length);
        if (failed != 0) return std::nullopt;
        std::string saved{static_cast<const char*>(bytes), length};
        vips_.g_free(bytes);
        return saving.format == Format::webp ? bare_webp(saved) : saved;
    }

private:
    int save_jpeg(const Pixels& pixels, int quality, void** bytes, std::size_t* length) const {
        const auto flat = pixels.is_see_through ? on_white(pixels.image) : Image{};
        if (pixels.is_see_through && !flat) return -1;
        return vips_.vips_jpegsave_buffer(flat ? flat.get() : pixels.image.get(), bytes, length, "Q", quality,
                                          "optimize_coding", TRUE, "strip", TRUE, nullptr);
    }

    // The colours as they are meant: a phone's are often wider than sRGB. (The option of vips_thumbnail that should do
    // this turns pictures without a profile bluish.)
    Image profile_applied(const Image& image) const {
        if (!image) return {};
        VipsImage* out = nullptr;
        const int failed = has_fitting_profile(image)
                               ? vips_.vips_icc_transform(image.get(), &out, "srgb", "embedded", TRUE, nullptr)
                               : vips_.vips_copy(image.get(), &out, nullptr);
        return result(failed, out);
    }

    // Programs leave the profile of colours in a picture that they made grey, and the other way round; libvips would
    // refuse the one and spoil the other. What a profile is for stands in its bytes 16 to 19 (ICC.1:2022, 7.2.6).
    bool has_fitting_profile(const Image& image) const {
        if (vips_.vips_image_get_typeof(image.get(), VIPS_META_ICC_NAME) == 0) return false;
        const void* bytes = nullptr;
        std::size_t length = 0;
        if (vips_.vips_image_get_blob(image.get(), VIPS_META_ICC_NAME, &bytes, &length) != 0) return false;
        const std::string_view profile{static_cast<const char*>(bytes), length};
        const int alpha = vips_.vips_image_hasalpha(image.get()) ? 1 : 0;
        const int colours = vips_.vips_image_get_bands(image.get()) - alpha;
        const std::string_view wanted = colours == 1 ? "GRAY" : colours == 3 ? "RGB " : "CMYK";
        return profile.size() >= 20 && profile.substr(16, 4) == wanted;
    }

    Image on_white(const Image& image) const {
        auto* const white = vips_.vips_array_double_newv(3, 255.0, 255.0, 255.0);
        VipsImage* out = nullptr;
        const int failed = vips_.vips_flatten(image.get(), &out, "background", white, nullptr);
        vips_.vips_area_unref(reinterpret_cast<VipsArea*>(white));
        return result(failed, out);
    }

    // Three bands of eight bits, and a fourth where it is see-through.
    Image in_srgb(const Image& image) const {
        if (!image) return {};
        VipsImage* coloured = nullptr;
        const auto rgb =
            result(vips_.vips_colourspace(image.get(), &coloured, VIPS_INTERPRETATION_sRGB, nullptr), coloured);
        if (!rgb) return {};
        VipsImage* whole = nullptr;
        const auto bytes = result(vips_.vips_cast_uchar(rgb.get(), &whole, nullptr), whole);
        if (!bytes || vips_.vips_image_get_bands(bytes.get()) < 3) return {};
        VipsImage* few = nullptr;
        const int bands = vips_.vips_image_hasalpha(bytes.get()) ? 4 : 3;
        return result(vips_.vips_extract_band(bytes.get(), &few, 0, "n", bands, nullptr), few);
    }

    // The pixels and nothing else.
    std::optional<Pixels> bare(const Image& image) const {
        if (!image) return std::nullopt;
        std::size_t length = 0;
        std::shared_ptr<void> bytes{vips_.vips_image_write_to_memory(image.get(), &length), vips_.g_free};
        if (!bytes) return std::nullopt;
        const int width = vips_.vips_image_get_width(image.get());
        const int height = vips_.vips_image_get_height(image.get());
        const int bands = vips_.vips_image_get_bands(image.get());
        const auto raw =
            result(0, vips_.vips_image_new_from_memory(bytes.get(), length, width, height, bands, VIPS_FORMAT_UCHAR));
        if (!raw) return std::nullopt;
        VipsImage* named = nullptr;
        auto made =
            result(vips_.vips_copy(raw.get(), &named, "interpretation", VIPS_INTERPRETATION_sRGB, nullptr), named);
        if (!made) return std::nullopt;
        return Pixels{std::move(bytes), std::move(made), width, height, bands == 4};
    }

    Image result(int failed, VipsImage* out) const { return image_of(vips_, failed, out); }

    const Vips& vips_;
};

// The widths to make of a picture that is this wide, growing.
std::vector<int> widths_of(int width) {
    std::vector<int> widths;
    for (const int each : kWidths)
        if (each < width) widths.push_back(each);
    widths.push_back(std::min(width, kWidths.back()));
    const auto repeated = std::ranges::unique(widths);
    widths.erase(repeated.begin(), repeated.end());
    return widths;
}

// Adds both formats of this width.
bool add_size(Made& made, const Steps& steps, const Pixels& pixels) {
    for (const auto& saving : {Steps::Saving{Format::jpeg, kJpegQuality}, Steps::Saving{Format::webp, kWebpQuality}}) {
        auto bytes = steps.save(pixels, saving);
        if (!bytes) return false;
        made.sizes.push_back({saving.format, pixels.width, pixels.height, *std::move(bytes)});
    }
    return true;
}

std::string base64(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // the zero at its end
    return text;
}

bool add_placeholder(Made& made, const Steps& steps, const Pixels& pixels) {
    if (pixels.is_see_through) return true;
    const auto small = steps.narrowed(pixels, kPlaceholderSide);
    const auto bytes = small ? steps.save(*small, {Format::webp, kPlaceholderQuality}) : std::nullopt;
    if (bytes) made.placeholder = "data:image/webp;base64," + base64(*bytes);
    return bytes.has_value();
}

// From the narrowest size: what is see-through counts as white.
bool add_hash(Made& made, const Steps& steps, const Pixels& pixels) {
    const auto small = steps.squeezed(pixels, kHashSide);
    if (!small) return false;
    const std::size_t bands = small->is_see_through ? 4 : 3;
    const auto* const bytes = static_cast<const std::uint8_t*>(small->bytes.get());
    std::array<std::uint8_t, kHashSide * kHashSide> brightness{};
    for (std::size_t i = 0; i < brightness.size(); ++i) {
        const auto* const pixel = bytes + i * bands;
        // Rec. ITU-R BT.601, in thousandths.
        const int luma = (299 * pixel[0] + 587 * pixel[1] + 114 * pixel[2]) / 1000;
        const int alpha = small->is_see_through ? pixel[3] : 255;
        brightness[i] = static_cast<std::uint8_t>((luma * alpha + 255 * (255 - alpha)) / 255);
    }
    made.perceptual_hash = perceptual_hash(brightness);
    return true;
}

bool add_master(Made& made, const Steps& steps, const Pixels& pixels) {
    auto bytes = steps.save(pixels, {pixels.is_see_through ? Format::webp : Format::jpeg, kMasterQuality});
    if (bytes) made.master = *std::move(bytes);
    return bytes.has_value();
}

// From the widest down, each from the one before.
bool add_sizes(Made& made, const Steps& steps, Pixels pixels) {
    auto widths = widths_of(pixels.width);
    std::ranges::reverse(widths);
    for (const int width : widths) {
        if (width < pixels.width) {
            auto narrowed = steps.narrowed(pixels, width);
            if (!narrowed) return false;
            pixels = *std::move(narrowed);
        }
        if (made.width == 0) std::tie(made.width, made.height) = std::pair{pixels.width, pixels.height};
        if (!add_size(made, steps, pixels)) return false;
    }
    std::ranges::reverse(made.sizes);
    return add_placeholder(made, steps, pixels) && add_hash(made, steps, pixels);
}

}  // namespace

base::Result<Inspection, Refusal> Maker::inspect(std::string_view bytes) const {
    if (bytes.size() > limits_.bytes) return Refusal::too_many_bytes;
    const auto format = format_of(bytes);
    if (!format) return Refusal::unknown_format;
    if (is_heif_sequence(bytes)) return Refusal::animated;
    const auto image = Steps{vips_}.open_header(*format, bytes);
    if (!image) {
        vips_.vips_error_clear();
        return Refusal::damaged;
    }
    Inspection found{*format, vips_.vips_image_get_width(image.get()), vips_.vips_image_get_height(image.get())};
    if (vips_.vips_image_get_orientation(image.get()) > 4) std::swap(found.width, found.height);
    const bool is_too_large =
        std::max(found.width, found.height) > limits_.side || std::int64_t{found.width} * found.height > limits_.pixels;
    if (is_too_large) return Refusal::too_many_pixels;
    // A phone's HEIC may hold several pictures of one moment; the first of them is the one that is meant.
    if (*format != SourceFormat::heif && vips_.vips_image_get_n_pages(image.get()) > 1) return Refusal::animated;
    return found;
}

base::Result<Made, Refusal> Maker::make(std::string_view bytes, const Order& order) const {
    const auto inspection = inspect(bytes);
    if (!inspection) return inspection.error();
    const Steps steps{vips_};
    Made made;
    auto pixels = steps.decode(bytes);
    const bool is_kept = pixels && (order.master == Master::left_out || add_master(made, steps, *pixels));
    if (is_kept && order.quarter_turns != 0) pixels = steps.turned(*pixels, order.quarter_turns);
    if (is_kept && pixels && !order.crop.is_whole()) pixels = steps.cropped(*pixels, order.crop);
    if (is_kept && pixels && add_sizes(made, steps, *std::move(pixels))) return made;
    vips_.vips_error_clear();
    return Refusal::damaged;
}

}  // namespace imaging
