// platform/html/foreign_markdown.h - a part of a foreign page as Markdown, the form in which texts are stored, and as
// plain text.
//
// Only words, headings, paragraphs, lists, quotations, emphasis and links are kept; scripts, styles and attributes have
// no way through, because Markdown is shown with raw HTML off. Characters that Markdown would take for marks are
// escaped.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/foreign_html.h"

namespace html {

struct ForeignPicture {
    std::string source;  // as the page has it
    std::string description;
    std::uint32_t line;
};

struct ForeignText {
    std::string markdown;
    std::vector<ForeignPicture> pictures;  // not in the Markdown: whoever stores them puts them there
};

// What stands inside this element. Links that is_allowed_url() refuses, and relative ones when `base` (the page's own
// address, "" when unknown) is no http or https address, become their words.
ForeignText markdown_of(const ForeignPage& page, int node, std::string_view base = {});

// Words as Markdown that shows them as they are: "*" becomes "\*".
std::string escaped_for_markdown(std::string_view text);

// The words alone, every run of blanks one space, a space where a block begins or ends.
std::string plain_text_of(const ForeignPage& page, int node);

// A source in which empty lines part paragraphs, as WordPress stores it, with tags for them; one that has such tags
// already as it is.
std::string with_paragraphs(std::string_view source);

// A link of a page at `base`, made absolute; "" when it cannot be or is none that pages may lead to.
std::string resolved_link(std::string_view link, std::string_view base);

}  // namespace html
