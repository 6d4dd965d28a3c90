// platform/documents/document.h - PDF documents, drawn page by page: words in any script, lines, grounds.
//
//     documents::Document document{sink, {.title = "The Equality Pledge", .locale = locale}, documents::Paper::letter};
//     document.begin_page();
//     const auto words = document.words("Sign the pledge", {.face = documents::Face::headline, .size = 24}, 400);
//     document.draw(words, {72, 72}, documents::Tag::heading_1);
//     document.end_page();
//     document.finish();
//
// Lengths are points (1/72 inch), y grows downwards from the top of the page. A page leaves through the sink as soon
// as it has ended: the memory does not grow with the number of pages. Fonts are those of the web pages and, for scripts
// that they lack, the system's; the letters that were used travel inside the file, and text can be searched and copied.
// Not for several threads at once; several documents are.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/locale.h"
#include "platform/html/accents.h"

namespace documents {

using html::Palette;
using html::palette_of;
using html::Rgb;

// What takes the bytes of the file, in their order. What it throws comes out of end_page() or finish().
using Sink = std::function<void(std::string_view)>;

// card: that of a wallet, 85 x 54 mm, lying.
enum class Paper : unsigned char { letter = 0, a4 = 1, a5 = 2, card = 3, a2 = 4, a1 = 5 };

// "letter", "a4", "a5", "card", "a2", "a1".
std::string_view name_of(Paper paper);

struct Size {
    double width, height;
};
// letter: 612 x 792; A4: 595.28 x 841.89; A5: 419.53 x 595.28; card: 240.94 x 153.07; A2: 1190.55 x 1683.78; A1:
// 1683.78 x 2383.94
Size size_of(Paper paper);

// What readers' programs show about the file.
struct Metadata {
    std::string title;
    base::Locale locale;  // of its words, for screen readers
    base::Instant made_at;
    std::string author{}, subject{};
};

// headline: Archivo, in any weight and width. text: Source Serif, regular: what is to stand out is set in the other.
enum class Face : unsigned char { headline, text, text_italic };
enum class Alignment : unsigned char { start, centre, end };  // start: left, for scripts from the right too
enum class Overflow : unsigned char { wrap, ellipsis };       // ellipsis: one line, cut where it is too long

inline constexpr Rgb kInk{0.086, 0.075, 0.059};
inline constexpr Rgb kQuietInk{0.38, 0.36, 0.33};

struct Style {
    Face face = Face::text;
    double size = 10.5;  // points
    int weight = 500;    // of the headline face: 100..900
    int width = 100;     // of the headline face: 62 (narrow) .. 125
    Rgb colour = kInk;
    double leading = 1.35;  // from line to line, in heights of the face
    Alignment alignment = Alignment::start;
    Overflow overflow = Overflow::wrap;
};

// What a piece is, for screen readers (PDF's structure).
enum class Tag : unsigned char { none, heading_1, heading_2, heading_3, paragraph, list_item, cell, heading_cell };

struct Point {
    double x, y;
};
struct Box {
    double x, y, width, height;
};

// A text set in lines. Lives no longer than its document.
class Words {
public:
    double width() const;   // of its widest line
    double height() const;  // from the top of the first line to the foot of the last
    int lines() const;
    double height_of(int lines) const;  // of the first so many

private:
    friend class Document;
    struct Layout;
    std::shared_ptr<const Layout> layout_;
};

// Some lines of a text that goes on over several pages: from the first (0) up to, and without, the last.
struct Lines {
    int first, last;
};

class Document {
public:
    Document(Sink sink, const Metadata& metadata, Paper paper);
    ~Document();  // without finish() the file is no whole one
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    Size size() const;
    int pages() const;  // ended ones, and the one that is open

    void begin_page();
    void end_page();
    // After the last page, once.
    void finish();

    // A text in lines at most that wide. It is well-formed UTF-8; control characters other than line ends are dropped.
    Words words(std::string_view text, const Style& style, double width) const;

    void draw(const Words& words, Point top_left, Tag tag);
    void draw(const Words& words, Lines lines, Point top_left, Tag tag);

    // What is drawn between the two is one piece of that kind, on one page: long lists, whose structure would otherwise
    // fill the memory.
    void begin(Tag tag);
    void end(Tag tag);

    void fill(const Box& box, const Rgb& colour);
    void stroke(Point from, Point to, double width, const Rgb& colour);
    // A JPEG of so many pixels, scaled to the box. It travels in the file as it is, once.
    struct Picture {
        std::string_view jpeg;
        int width, height;  // pixels
    };
    void picture(const Picture& picture, const Box& box);
    // The campaign's mark in a square of this side.
    void tally(Point top_left, double side, const Rgb& colour);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace documents
