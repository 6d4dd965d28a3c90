#include "platform/html/markup_visitor.h"

#include <algorithm>

#include "platform/html/bare_address.h"

namespace html {

void MarkupVisitor::leave_block(MD_BLOCKTYPE type, const void*) {
    switch (type) {
        case MD_BLOCK_QUOTE:
            return write<"</blockquote>\n">(out_);
        case MD_BLOCK_UL:
            return write<"</ul>\n">(out_);
        case MD_BLOCK_OL:
            return write<"</ol>\n">(out_);
        case MD_BLOCK_LI:
            return write<"</li>\n">(out_);
        case MD_BLOCK_P:
            return write<"</p>\n">(out_);
        case MD_BLOCK_TR:
            return write<"</tr>\n">(out_);
        case MD_BLOCK_TH:
            return write<"</th>">(out_);
        case MD_BLOCK_TD:
            return write<"</td>">(out_);
        default:
            return close_block(type);
    }
}

void MarkupVisitor::enter_span(MD_SPANTYPE type, const void* detail) {
    if (type == MD_SPAN_IMG) ++picture_depth_;
    if (picture_depth_ > 0) return;
    switch (type) {
        case MD_SPAN_EM:
            return write<"<em>">(out_);
        case MD_SPAN_STRONG:
            return write<"<strong>">(out_);
        case MD_SPAN_CODE:
            return open_code();
        case MD_SPAN_DEL:
            return write<"<del>">(out_);
        case MD_SPAN_A:
            return enter_link(*static_cast<const MD_SPAN_A_DETAIL*>(detail));
        default:
            return;
    }
}

void MarkupVisitor::leave_span(MD_SPANTYPE type, const void* detail) {
    if (type == MD_SPAN_IMG && --picture_depth_ == 0)
        return leave_picture(*static_cast<const MD_SPAN_IMG_DETAIL*>(detail));
    if (picture_depth_ > 0) return;
    switch (type) {
        case MD_SPAN_EM:
            return write<"</em>">(out_);
        case MD_SPAN_STRONG:
            return write<"</strong>">(out_);
        case MD_SPAN_CODE:
            return write<"</code>">(out_);
        case MD_SPAN_DEL:
            return write<"</del>">(out_);
        case MD_SPAN_A:
            return leave_link();
        default:
            return;
    }
}

void MarkupVisitor::text(MD_TEXTTYPE type, std::string_view words) {
    if (picture_depth_ > 0)
        picture_words_ += type == MD_TEXT_BR || type == MD_TEXT_SOFTBR ? std::string_view{" "} : words;
    else if (type == MD_TEXT_BR)
        write<"<br>\n">(out_);
    else if (type == MD_TEXT_SOFTBR)
        write<"\n">(out_);
    else if (type == MD_TEXT_NORMAL && !is_inside_link())
        write_words(words);
    else
        write<"{}">(out_, words);
}

bool MarkupVisitor::is_inside_link() const { return std::ranges::find(links_open_, true) != links_open_.end(); }

void MarkupVisitor::write_words(std::string_view words) {
    std::size_t written = 0;
    for (auto found = find_bare_address(words, 0); found; found = find_bare_address(words, found->end)) {
        write<"{}">(out_, words.substr(written, found->begin - written));
        write_address(words.substr(found->begin, found->end - found->begin));
        written = found->end;
    }
    write<"{}">(out_, words.substr(written));
}

void MarkupVisitor::enter_link(const MD_SPAN_A_DETAIL& link) {
    const auto url = decoded(link.href);
    const auto title = decoded(link.title);
    links_open_.push_back(is_allowed_url(url) && !is_inside_link());
    if (links_open_.back()) open_link({.url = url, .title = title});
}

void MarkupVisitor::leave_link() {
    if (links_open_.back()) write<"</a>">(out_);
    links_open_.pop_back();
}

void MarkupVisitor::leave_picture(const MD_SPAN_IMG_DETAIL& picture) {
    const auto words = std::exchange(picture_words_, {});
    const auto url = decoded(picture.src);
    const auto title = decoded(picture.title);
    if (!is_allowed_url(url)) return write<"{}">(out_, words);
    write_picture({.url = url, .title = title, .description = words});
}

}  // namespace html
