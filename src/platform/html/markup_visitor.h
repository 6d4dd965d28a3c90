// platform/html/markup_visitor.h - what pages and mails have in common when Markdown becomes HTML: words, spans, links,
// pictures and the ends of most blocks. How a block begins, and what carries a style, each says for itself.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/html/markdown_reader.h"
#include "platform/html/template.h"

namespace html {

// As written in the source, entities decoded.
struct MarkdownLink {
    std::string_view url, title;
};
struct MarkdownPicture {
    std::string_view url, title, description;
};

class MarkupVisitor : public MarkdownVisitor {
public:
    [[nodiscard]] SafeHtml finish() && { return std::move(out_).finish(); }
    [[nodiscard]] std::size_t written() const override { return out_.size() + picture_words_.size(); }

    // Quotations, lists, paragraphs, rows and cells; any other block's end is close_block's.
    void leave_block(MD_BLOCKTYPE type, const void* detail) final;
    // Inside the description of a picture only the words count.
    void enter_span(MD_SPANTYPE type, const void* detail) final;
    void leave_span(MD_SPANTYPE type, const void* detail) final;
    void text(MD_TEXTTYPE type, std::string_view words) final;

protected:
    virtual void close_block(MD_BLOCKTYPE type) = 0;
    virtual void open_code() = 0;
    virtual void open_link(const MarkdownLink& link) = 0;      // its address may be followed; "</a>" ends it
    virtual void write_address(std::string_view address) = 0;  // a bare one in the words, with its link
    virtual void write_picture(const MarkdownPicture& picture) = 0;

    Out out_;

private:
    [[nodiscard]] bool is_inside_link() const;
    // Addresses become links. md4c could do that too, but where its 0.4.8 does, it crosses spans and reads astray.
    void write_words(std::string_view words);
    // A link that may not be followed stays as its words, and so does an address within the words of a link.
    void enter_link(const MD_SPAN_A_DETAIL& link);
    void leave_link();
    // A picture that may not be loaded stays as its description.
    void leave_picture(const MD_SPAN_IMG_DETAIL& picture);

    std::vector<bool> links_open_;
    int picture_depth_ = 0;
    std::string picture_words_;
};

}  // namespace html
