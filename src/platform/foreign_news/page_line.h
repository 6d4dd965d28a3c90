// platform/foreign_news/page_line.h - one line of a page while it is read, for page.cpp.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "platform/foreign_news/document.h"
#include "platform/html/foreign_html.h"

namespace foreign_news {

// What is known of the block element that a line stands in.
struct Open {
    std::size_t container = 0;
    int level = 0;  // of a heading
    bool is_outside = false;
    bool is_in_article = false;
    bool is_title = false;
    bool is_date = false;
    bool is_quoted = false;
    bool is_item = false;
    const html::ForeignNode* node = nullptr;
};

// Gathers the texts and inline elements of a line; its end makes blocks of them.
class PageLine {
public:
    explicit PageLine(Document& document) : document_(document) {}

    void add_text(const html::ForeignNode& text);
    void open_span(const html::ForeignNode& node);
    void close_span();
    // Elements that are still open go on in the next line.
    void end(const Open& place);

private:
    struct Span {
        std::size_t begin, end;
        const html::ForeignNode* node;
    };
    struct Part {
        std::size_t begin, end;
    };
    void take_links_off(Block& shape);
    void split(const Open& place, const Block& shape);
    const Span* date_span(const Part& part) const;
    bool stands_apart(const Span& span, const Part& part) const;
    void add_date(Block block, FoundDate date);
    void add_words(Block block, const Part& part);
    void finish_words(Block block, const Part& part);
    std::optional<FoundDate> date_of_sheet(const Part& part) const;
    const FoundDate* attribute_date(const Part& part, FoundDate& room) const;
    std::string text_of(const Part& part) const;
    std::string markdown_of(const Part& part) const;
    Face face_of(const Part& part) const;
    std::string link_of(const Part& part) const;
    std::uint32_t line_of(const Part& part) const;

    Document& document_;
    std::string words_{};
    std::vector<Span> spans_{};  // closed ones
    std::vector<Span> open_spans_{};
    std::size_t passed_over_ = 0;  // open ones within those, too deep to count
    struct Mark {
        std::size_t at;
        std::uint32_t line;
    };
    std::vector<Mark> lines_{};  // where texts begin
};

}  // namespace foreign_news
