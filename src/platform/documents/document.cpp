#include "platform/documents/document.h"

#include <array>
#include <cmath>
#include <exception>
#include <stdexcept>
#include <utility>

#include <cairo/cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

#include "base/check.h"
#include "base/text.h"
#include "platform/documents/language_mark.h"
#include "platform/html/embedded_fonts.h"
#include "platform/i18n/translator.h"

namespace documents {
namespace {

template <auto Release>
struct Releaser {
    void operator()(auto* object) const { Release(object); }
};
using Surface = std::unique_ptr<cairo_surface_t, Releaser<cairo_surface_destroy>>;
using Canvas = std::unique_ptr<cairo_t, Releaser<cairo_destroy>>;
using FontMap = std::unique_ptr<PangoFontMap, Releaser<g_object_unref>>;
using Context = std::unique_ptr<PangoContext, Releaser<g_object_unref>>;
using PangoText = std::unique_ptr<PangoLayout, Releaser<g_object_unref>>;
using Font = std::unique_ptr<PangoFontDescription, Releaser<pango_font_description_free>>;
using LineIterator = std::unique_ptr<PangoLayoutIter, Releaser<pango_layout_iter_free>>;
using Attributes = std::unique_ptr<PangoAttrList, Releaser<pango_attr_list_unref>>;

constexpr std::size_t kMostOfALine = 400;  // characters: what is cut stays in the file, to be searched and copied

constexpr int kUsualWidth = 100;

double points(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }
int pango_units(double points) { return static_cast<int>(std::lround(points * PANGO_SCALE)); }

// nullptr: not tagged. Names of ISO 32000-1, 14.8.4.
const char* structure_name(Tag tag) {
    switch (tag) {
        case Tag::none:
            return nullptr;
        case Tag::heading_1:
            return "H1";
        case Tag::heading_2:
            return "H2";
        case Tag::heading_3:
            return "H3";
        case Tag::paragraph:
            return "P";
        case Tag::list_item:
            return "LI";
        case Tag::cell:
            return "TD";
        case Tag::heading_cell:
            return "TH";
    }
    return nullptr;
}

std::string without_controls(std::string_view text) {
    std::string kept;
    kept.reserve(text.size());
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n' || (byte >= 0x20 && byte != 0x7f)) kept += c;
    }
    return kept;
}

// cairo 1.16 decides by the axes that a file was last used with whether a font goes into the PDF as it lies in its
// file, which is at its usual weight and width. So no file is used both at these and at others.
Font font_of(const Style& style) {
    Font font{pango_font_description_new()};
    const bool is_headline = style.face == Face::headline;
    pango_font_description_set_family_static(
        font.get(), html::family_of(is_headline ? html::EmbeddedFace::headline : html::EmbeddedFace::text));
    pango_font_description_set_absolute_size(font.get(), pango_units(style.size));
    if (style.face == Face::text_italic) pango_font_description_set_style(font.get(), PANGO_STYLE_ITALIC);
    if (!is_headline) return font;
    pango_font_description_set_weight(font.get(), static_cast<PangoWeight>(style.weight));
    const int width = style.width == kUsualWidth ? kUsualWidth - 1 : style.width;
    pango_font_description_set_variations(font.get(), fmt::format("wdth={},wght={}", width, style.weight).c_str());
    return font;
}

PangoAlignment alignment_of(Alignment alignment) {
    switch (alignment) {
        case Alignment::centre:
            return PANGO_ALIGN_CENTER;
        case Alignment::end:
            return PANGO_ALIGN_RIGHT;
        case Alignment::start:
            break;
    }
    return PANGO_ALIGN_LEFT;
}

void set_colour(cairo_t* canvas, const Rgb& colour) {
    cairo_set_source_rgb(canvas, colour.red, colour.green, colour.blue);
}

}  // namespace

struct Words::Layout {
    PangoText text;
    Rgb colour;
    double pitch;  // from line to line
    double width;
    int lines;
};

double Words::width() const { return layout_->width; }
double Words::height() const { return height_of(lines()); }
int Words::lines() const { return layout_->lines; }
double Words::height_of(int lines) const { return layout_->pitch * lines; }

namespace {

struct PaperKind {
    std::string_view name;
    Size size;
};
// In the order of Paper.
constexpr std::array<PaperKind, 6> kPapers{{{"letter", {612, 792}},
                                            {"a4", {595.28, 841.89}},
                                            {"a5", {419.53, 595.28}},
                                            {"card", {240.94, 153.07}},
                                            {"a2", {1190.55, 1683.78}},
                                            {"a1", {1683.78, 2383.94}}}};

const PaperKind& kind_of(Paper paper) { return kPapers[static_cast<std::size_t>(paper)]; }

}  // namespace

std::string_view name_of(Paper paper) { return kind_of(paper).name; }

Size size_of(Paper paper) { return kind_of(paper).size; }

// Everything of one file. The surface is written through by cairo, which is C: what the sink throws waits here.
struct Document::State {
    State(Sink the_sink, const Metadata& metadata, Size the_size)
        : sink(std::move(the_sink)),
          mark(metadata.locale),
          size(the_size),
          surface(cairo_pdf_surface_create_for_stream(&State::take, this, the_size.width, the_size.height)),
          canvas(cairo_create(surface.get())),
          fonts(make_fonts()),
          context(pango_font_map_create_context(fonts.get())) {
        describe(metadata);
        pango_cairo_context_set_resolution(context.get(), 72);
        pango_cairo_update_context(canvas.get(), context.get());
        pango_context_set_round_glyph_positions(context.get(), FALSE);
        pango_context_set_language(context.get(), pango_language_from_string(base::code(metadata.locale).data()));
    }

    static FontMap make_fonts() {
        static_cast<void>(html::family_of(html::EmbeddedFace::text));  // before the map is made
        return FontMap{pango_cairo_font_map_new()};
    }

    static cairo_status_t take(void* self, const unsigned char* bytes, unsigned length) {
        auto& state = *static_cast<State*>(self);
        if (state.fault) return CAIRO_STATUS_WRITE_ERROR;
        try {
            const std::string_view part{reinterpret_cast<const char*>(bytes), length};
            state.mark.note(part);
            state.sink(part);
        } catch (...) {
            state.fault = std::current_exception();
            return CAIRO_STATUS_WRITE_ERROR;
        }
        return CAIRO_STATUS_SUCCESS;
    }

    void describe(const Metadata& metadata) const {
        const auto set = [&](cairo_pdf_metadata_t what, const std::string& text) {
            if (!text.empty()) cairo_pdf_surface_set_metadata(surface.get(), what, text.c_str());
        };
        set(CAIRO_PDF_METADATA_TITLE, metadata.title);
        set(CAIRO_PDF_METADATA_AUTHOR, metadata.author);
        set(CAIRO_PDF_METADATA_SUBJECT, metadata.subject);
        set(CAIRO_PDF_METADATA_CREATOR, "Alltogether");
        set(CAIRO_PDF_METADATA_CREATE_DATE, i18n::machine_time(metadata.made_at));
        set(CAIRO_PDF_METADATA_MOD_DATE, i18n::machine_time(metadata.made_at));
    }

    void expect_fine() const {
        if (fault) std::rethrow_exception(fault);
        for (const auto status : {cairo_status(canvas.get()), cairo_surface_status(surface.get())})
            if (status != CAIRO_STATUS_SUCCESS)
                throw std::runtime_error{std::string{"drawing a document: "} + cairo_status_to_string(status)};
    }

    Sink sink;
    LanguageMark mark;
    Size size;
    std::exception_ptr fault{};
    Surface surface;
    Canvas canvas;
    FontMap fonts;
    Context context;
    int pages = 0;
    bool is_open = false;
    bool is_finished = false;
};

Document::Document(Sink sink, const Metadata& metadata, Paper paper)
    : state_(std::make_unique<State>(std::move(sink), metadata, size_of(paper))) {}

Document::~Document() {
    if (state_->is_finished) return;
    state_->sink = [](std::string_view) {};  // cairo ends its file when it is released
}

Size Document::size() const { return state_->size; }
int Document::pages() const { return state_->pages; }

void Document::begin_page() {
    CHECK(!state_->is_open);
    state_->is_open = true;
    ++state_->pages;
}

void Document::end_page() {
    CHECK(state_->is_open);
    state_->is_open = false;
    cairo_show_page(state_->canvas.get());
    state_->expect_fine();
}

void Document::finish() {
    CHECK(!state_->is_open && !state_->is_finished);
    state_->is_finished = true;
    state_->mark.begin_end();
    cairo_surface_finish(state_->surface.get());
    if (state_->fault) std::rethrow_exception(state_->fault);
    const auto status = cairo_surface_status(state_->surface.get());
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error{std::string{"ending a document: "} + cairo_status_to_string(status)};
    state_->sink(state_->mark.update());
}

Words Document::words(std::string_view text, const Style& style, double width) const {
    auto layout = std::make_shared<Words::Layout>();
    layout->text = PangoText{pango_layout_new(state_->context.get())};
    auto* const pango = layout->text.get();
    const Font font = font_of(style);
    const bool is_cut = style.overflow == Overflow::ellipsis;
    const auto kept = without_controls(is_cut ? base::first_characters(text, kMostOfALine) : text);
    pango_layout_set_font_description(pango, font.get());
    pango_layout_set_text(pango, kept.data(), static_cast<int>(kept.size()));
    pango_layout_set_width(pango, pango_units(width));
    pango_layout_set_alignment(pango, alignment_of(style.alignment));
    pango_layout_set_auto_dir(pango, style.alignment == Alignment::start ? FALSE : TRUE);
    if (is_cut) {
        pango_layout_set_single_paragraph_mode(pango, TRUE);
        pango_layout_set_ellipsize(pango, PANGO_ELLIPSIZE_END);
    } else {
        pango_layout_set_wrap(pango, PANGO_WRAP_WORD_CHAR);
    }
    layout->colour = style.colour;
    layout->pitch = style.size * style.leading;
    PangoRectangle ink{};
    PangoRectangle logical{};
    pango_layout_get_extents(pango, &ink, &logical);
    layout->width = points(logical.width);
    layout->lines = pango_layout_get_line_count(pango);
    Words words;
    words.layout_ = std::move(layout);
    return words;
}

void Document::draw(const Words& words, Point top_left, Tag tag) { draw(words, {0, words.lines()}, top_left, tag); }

void Document::draw(const Words& words, Lines lines, Point top_left, Tag tag) {
    CHECK(state_->is_open);
    auto* const canvas = state_->canvas.get();
    const auto& layout = *words.layout_;
    begin(tag);
    set_colour(canvas, layout.colour);
    const LineIterator at{pango_layout_get_iter(layout.text.get())};
    const int baseline = pango_layout_iter_get_baseline(at.get());
    for (int line = 0; line < lines.last; ++line) {
        if (line >= lines.first) {
            PangoRectangle logical{};
            pango_layout_iter_get_line_extents(at.get(), nullptr, &logical);
            const double y = top_left.y + points(baseline) + layout.pitch * (line - lines.first);
            cairo_move_to(canvas, top_left.x + points(logical.x), y);
            pango_cairo_show_layout_line(canvas, pango_layout_iter_get_line_readonly(at.get()));
        }
        if (pango_layout_iter_next_line(at.get()) == FALSE) break;
    }
    end(tag);
}

void Document::begin(Tag tag) {
    if (const char* const name = structure_name(tag)) cairo_tag_begin(state_->canvas.get(), name, nullptr);
}

void Document::end(Tag tag) {
    if (const char* const name = structure_name(tag)) cairo_tag_end(state_->canvas.get(), name);
}

void Document::fill(const Box& box, const Rgb& colour) {
    set_colour(state_->canvas.get(), colour);
    cairo_rectangle(state_->canvas.get(), box.x, box.y, box.width, box.height);
    cairo_fill(state_->canvas.get());
}

void Document::stroke(Point from, Point to, double width, const Rgb& colour) {
    auto* const canvas = state_->canvas.get();
    set_colour(canvas, colour);
    cairo_set_line_width(canvas, width);
    cairo_move_to(canvas, from.x, from.y);
    cairo_line_to(canvas, to.x, to.y);
    cairo_stroke(canvas);
}

void Document::picture(const Picture& picture, const Box& box) {
    CHECK(state_->is_open);
    auto* const canvas = state_->canvas.get();
    // cairo writes the bytes that hang on the image instead of its pixels, which nobody ever touches.
    const Surface image{cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.width, picture.height)};
    auto bytes = std::make_unique<std::string>(picture.jpeg);
    const auto forget = [](void* kept) { delete static_cast<std::string*>(kept); };
    const auto status = cairo_surface_set_mime_data(image.get(), CAIRO_MIME_TYPE_JPEG,
                                                    reinterpret_cast<const unsigned char*>(bytes->data()),
                                                    bytes->size(), forget, bytes.get());
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error{std::string{"a picture of a document: "} + cairo_status_to_string(status)};
    (void)bytes.release();  // forget() has it
    cairo_save(canvas);
    cairo_translate(canvas, box.x, box.y);
    cairo_scale(canvas, box.width / picture.width, box.height / picture.height);
    cairo_set_source_surface(canvas, image.get(), 0, 0);
    cairo_paint(canvas);
    cairo_restore(canvas);
}

void Document::tally(Point top_left, double side, const Rgb& colour) {
    for (const auto& stroke_of : html::kTallyStrokes)
        stroke({top_left.x + stroke_of.from_x * side, top_left.y + stroke_of.from_y * side},
               {top_left.x + stroke_of.to_x * side, top_left.y + stroke_of.to_y * side}, side * html::kTallyWidth,
               colour);
}

}  // namespace documents
