#include "platform/html/share_card.h"

#include <array>
#include <cstdint>
#include <list>
#include <mutex>
#include <stdexcept>
#include <string_view>

#include <pango/pangocairo.h>

#include "platform/html/accents.h"
#include "platform/html/embedded_fonts.h"

namespace html {
namespace {

constexpr std::size_t kCardsInMemory = 64;
constexpr double kMargin = 72;
constexpr double kTextWidth = kShareCardWidth - 2 * kMargin;
constexpr double kHeadlineTop = 68;
constexpr double kHeadlineHeight = 350;  // at most
constexpr int kLargestHeadline = 150;    // pixels
constexpr int kSmallestHeadline = 56;

template <auto Release>
struct Releaser {
    void operator()(auto* object) const { Release(object); }
};
using Surface = std::unique_ptr<cairo_surface_t, Releaser<cairo_surface_destroy>>;
using Canvas = std::unique_ptr<cairo_t, Releaser<cairo_destroy>>;
using Layout = std::unique_ptr<PangoLayout, Releaser<g_object_unref>>;
using Font = std::unique_ptr<PangoFontDescription, Releaser<pango_font_description_free>>;

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
    pango_font_description_set_family_static(font.get(), family_of(EmbeddedFace::headline));
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

void set_colour(cairo_t* canvas, const Rgb& colour) {
    cairo_set_source_rgb(canvas, colour.red, colour.green, colour.blue);
}

// The mark of the campaign in a square of this size.
struct Tally {
    double left, top, size;
};
void draw_tally(cairo_t* canvas, const Tally& tally) {
    cairo_set_line_width(canvas, tally.size * kTallyWidth);
    cairo_set_line_cap(canvas, CAIRO_LINE_CAP_BUTT);
    for (const auto& stroke : kTallyStrokes) {
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
