#include "platform/html/share_card.h"

#include <array>
#include <cstdint>
#include <list>
#include <mutex>
#include <stdexcept>
#include <string_view>

#include <fontconfig/fontconfig.h>
#include <freetype/freetype.h>
#include <freetype/tttables.h>
#include <pango/pangocairo.h>
#include <sys/mman.h>
#include <unistd.h>

#include "platform/html/assets.h"

// Fontconfig keeps pointers as offsets, which the leak checker of the test build cannot follow.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
extern "C" const char* __lsan_default_suppressions();                                    // NOLINT: the sanitizer's name
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }  // NOLINT
#endif
#endif

namespace html {
namespace {

constexpr std::size_t kCardsInMemory = 64;
constexpr double kMargin = 72;
constexpr double kTextWidth = kShareCardWidth - 2 * kMargin;
constexpr double kHeadlineTop = 68;
constexpr double kHeadlineHeight = 350;  // at most
constexpr int kLargestHeadline = 150;    // pixels
constexpr int kSmallestHeadline = 56;

struct Colour {
    double red, green, blue;
};

constexpr Colour colour(std::uint32_t rgb) {
    return {((rgb >> 16) & 255) / 255.0, ((rgb >> 8) & 255) / 255.0, (rgb & 255) / 255.0};
}

// The accents of web/styles/tokens.css: ground, what is written on it, and its darker neighbour.
struct Palette {
    Colour ground, on, strong;
};
constexpr std::array<Palette, 6> kPalettes{{
    {colour(0xc8251b), colour(0xffffff), colour(0xa51a12)},
    {colour(0x1b4bc4), colour(0xffffff), colour(0x13399b)},
    {colour(0x0b6b3f), colour(0xffffff), colour(0x07522f)},
    {colour(0xffc32b), colour(0x16130f), colour(0xf0b000)},
    {colour(0xa3195b), colour(0xffffff), colour(0x831048)},
    {colour(0x0a6672), colour(0xffffff), colour(0x074e57)},
}};

const Palette& palette_of(int accent) { return kPalettes[accent >= 1 && accent <= 6 ? accent - 1 : 0]; }

template <auto Release>
struct Releaser {
    void operator()(auto* object) const { Release(object); }
};
using Surface = std::unique_ptr<cairo_surface_t, Releaser<cairo_surface_destroy>>;
using Canvas = std::unique_ptr<cairo_t, Releaser<cairo_destroy>>;
using Layout = std::unique_ptr<PangoLayout, Releaser<g_object_unref>>;
using Font = std::unique_ptr<PangoFontDescription, Releaser<pango_font_description_free>>;

// The WOFF2 file unpacked to a plain font, which is what Pango's shaper reads; empty when FreeType cannot.
std::string unpacked_font(std::string_view woff2) {
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    std::string font;
    if (FT_Init_FreeType(&library) != 0) return font;
    const auto* bytes = reinterpret_cast<const FT_Byte*>(woff2.data());
    if (FT_New_Memory_Face(library, bytes, static_cast<FT_Long>(woff2.size()), 0, &face) == 0) {
        FT_ULong size = 0;  // tag 0 stands for the whole file
        if (FT_Load_Sfnt_Table(face, 0, 0, nullptr, &size) == 0) font.resize(size);
        if (FT_Load_Sfnt_Table(face, 0, 0, reinterpret_cast<FT_Byte*>(font.data()), &size) != 0) font.clear();
        FT_Done_Face(face);
    }
    FT_Done_FreeType(library);
    return font;
}

// Fontconfig reads files only: the font lies in a memory file, which stays open as long as the program.
std::string memory_file(std::string_view bytes) {
    const int file = memfd_create("headline-font", MFD_CLOEXEC);
    if (file < 0 || ::write(file, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) return {};
    return "/proc/self/fd/" + std::to_string(file);
}

// Makes the embedded headline font known to this program's fontconfig, and says under which family; else empty.
std::string add_embedded_font() {
    const auto asset = find_asset(asset_url("fonts/headline.woff2").view());
    const auto font = asset ? unpacked_font(asset->content) : std::string{};
    const auto path = font.empty() ? std::string{} : memory_file(font);
    if (path.empty()) return {};
    FcConfig* const fonts = FcConfigGetCurrent();
    if (FcConfigAppFontAddFile(fonts, reinterpret_cast<const FcChar8*>(path.c_str())) == FcFalse) return {};
    const FcFontSet* const added = FcConfigGetFonts(fonts, FcSetApplication);
    FcChar8* family = nullptr;
    if (!added || added->nfont == 0) return {};
    if (FcPatternGetString(added->fonts[0], FC_FAMILY, 0, &family) != FcResultMatch) return {};
    return reinterpret_cast<const char*>(family);
}

// Ours from memory, else what the system calls sans.
const char* font_family() {
    static const std::string embedded = add_embedded_font();
    return embedded.empty() ? "sans-serif" : embedded.c_str();
}

struct Writing {
    int pixels;
    int weight;              // 100 to 900
    const char* variations;  // of the font's axes
};
constexpr Writing kHeadline{kLargestHeadline, 900, "wdth=78,wght=900"};
constexpr Writing kLine{40, 600, "wdth=96,wght=600"};
constexpr Writing kSmallLine{30, 600, "wdth=92,wght=600"};
constexpr Writing kOrganisation{34, 800, "wdth=92,wght=800"};

Layout make_layout(cairo_t* canvas, const std::string& text, const Writing& writing) {
    const Font font{pango_font_description_new()};
    pango_font_description_set_family_static(font.get(), font_family());
    pango_font_description_set_absolute_size(font.get(), writing.pixels * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), static_cast<PangoWeight>(writing.weight));
    pango_font_description_set_variations_static(font.get(), writing.variations);
    Layout layout{pango_cairo_create_layout(canvas)};
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    pango_layout_set_width(layout.get(), static_cast<int>(kTextWidth) * PANGO_SCALE);
    pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    return layout;
}

// The headline as large as it fits into its part of the card.
Layout make_headline(cairo_t* canvas, const std::string& text) {
    Writing writing = kHeadline;
    for (;; writing.pixels -= 6) {
        Layout layout = make_layout(canvas, text, writing);
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_height(layout.get(), static_cast<int>(kHeadlineHeight) * PANGO_SCALE);
        pango_layout_set_line_spacing(layout.get(), 0.88F);
        int height = 0;
        pango_layout_get_pixel_size(layout.get(), nullptr, &height);
        const bool fits = height <= kHeadlineHeight && pango_layout_is_ellipsized(layout.get()) == FALSE;
        if (fits || writing.pixels <= kSmallestHeadline) return layout;
    }
}

// One line, or two smaller ones where one has not room enough.
Layout make_line(cairo_t* canvas, const std::string& text) {
    Layout line = make_layout(canvas, text, kLine);
    if (pango_layout_is_ellipsized(line.get()) == FALSE) return line;
    Layout lines = make_layout(canvas, text, kSmallLine);
    pango_layout_set_wrap(lines.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_height(lines.get(), -2);
    return lines;
}

void set_colour(cairo_t* canvas, const Colour& colour) {
    cairo_set_source_rgb(canvas, colour.red, colour.green, colour.blue);
}

struct Stroke {
    double from_x, from_y, to_x, to_y;
};

// The mark of the campaign: four strokes and one across, in a square of this size.
struct Tally {
    double left, top, size;
};
void draw_tally(cairo_t* canvas, const Tally& tally) {
    constexpr std::array<Stroke, 5> kStrokes{{{0.18, 0.1, 0.18, 0.9},
                                              {0.39, 0.1, 0.39, 0.9},
                                              {0.6, 0.1, 0.6, 0.9},
                                              {0.81, 0.1, 0.81, 0.9},
                                              {0.02, 0.74, 0.98, 0.28}}};
    cairo_set_line_width(canvas, tally.size * 0.085);
    cairo_set_line_cap(canvas, CAIRO_LINE_CAP_BUTT);
    for (const auto& stroke : kStrokes) {
        cairo_move_to(canvas, tally.left + stroke.from_x * tally.size, tally.top + stroke.from_y * tally.size);
        cairo_line_to(canvas, tally.left + stroke.to_x * tally.size, tally.top + stroke.to_y * tally.size);
    }
    cairo_stroke(canvas);
}

void show(cairo_t* canvas, const Layout& layout, double left, double top) {
    cairo_move_to(canvas, left, top);
    pango_cairo_show_layout(canvas, layout.get());
}

void draw(cairo_t* canvas, const ShareCard& card) {
    const Palette& palette = palette_of(card.accent);
    set_colour(canvas, palette.ground);
    cairo_paint(canvas);
    set_colour(canvas, palette.strong);
    draw_tally(canvas, {.left = 470, .top = -80, .size = 790});
    set_colour(canvas, palette.on);
    show(canvas, make_headline(canvas, card.headline), kMargin, kHeadlineTop);
    if (!card.line.empty()) show(canvas, make_line(canvas, card.line), kMargin, 432);
    cairo_rectangle(canvas, kMargin, 512, kTextWidth, 3);
    cairo_fill(canvas);
    draw_tally(canvas, {.left = kMargin, .top = 534, .size = 48});
    show(canvas, make_layout(canvas, card.organisation, kOrganisation), kMargin + 66, 538);
}

cairo_status_t append_bytes(void* png, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(png)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

// The newest cards, the last used first.
class Memory {
public:
    std::shared_ptr<const std::string> find(const ShareCard& card) {
        const std::scoped_lock lock{mutex_};
        for (auto at = cards_.begin(); at != cards_.end(); ++at) {
            if (at->card != card) continue;
            cards_.splice(cards_.begin(), cards_, at);
            return at->png;
        }
        return nullptr;
    }
    void keep(const ShareCard& card, std::shared_ptr<const std::string> png) {
        const std::scoped_lock lock{mutex_};
        cards_.push_front({card, std::move(png)});
        if (cards_.size() > kCardsInMemory) cards_.pop_back();
    }

private:
    struct Kept {
        ShareCard card;
        std::shared_ptr<const std::string> png;
    };
    std::mutex mutex_;
    std::list<Kept> cards_;
};

}  // namespace

std::string draw_share_card(const ShareCard& card) {
    const Surface surface{cairo_image_surface_create(CAIRO_FORMAT_RGB24, kShareCardWidth, kShareCardHeight)};
    const Canvas canvas{cairo_create(surface.get())};
    draw(canvas.get(), card);
    std::string png;
    const auto status = cairo_surface_write_to_png_stream(surface.get(), append_bytes, &png);
    if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error{cairo_status_to_string(status)};
    return png;
}

std::shared_ptr<const std::string> share_card(const ShareCard& card) {
    static Memory memory;
    if (auto known = memory.find(card)) return known;
    auto png = std::make_shared<const std::string>(draw_share_card(card));
    memory.keep(card, png);
    return png;
}

long rounded_for_sharing(long count) {
    long unit = 1;
    while (count / unit >= 100) unit *= 10;
    return count / unit * unit;
}

}  // namespace html
