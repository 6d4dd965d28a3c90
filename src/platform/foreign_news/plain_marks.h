// platform/foreign_news/plain_marks.h - one line of a plain text without its marks, for plain_text.cpp. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/foreign_news/document.h"

namespace foreign_news {

// Which marks a text uses at all: a star in a text without Markdown is a star.
struct TextMarks {
    bool is_markdown = false;
    bool has_round_bullets = false;  // "  o Nurses strike", as lynx and mails write
    bool numbers_links = false;      // "[12]Read more", as lynx writes
};
TextMarks marks_in(std::string_view text);

enum class LineKind : unsigned char { blank, words, bullet, quotation, heading, underline, cells, links_of_lynx };

struct PlainLine {
    LineKind kind = LineKind::words;
    int level = 0;  // of a heading
    Face face = Face::plain;
    bool takes_more_off = false;
    std::string text{};
    std::string markdown{};
    std::string link{};
    std::vector<std::string> cells{};
};
PlainLine without_marks(std::string_view line, const TextMarks& marks);

// A line of Markdown that begins with a date in bold or italics, and goes on.
struct MarkedDate {
    FoundDate date;
    std::string words;  // "March 12, 2013"
    std::string rest;   // without the dash or colon in front; not empty
};
std::optional<MarkedDate> marked_date(std::string_view line);

// "|---|:--:|"
bool is_table_rule(std::string_view line);

}  // namespace foreign_news
