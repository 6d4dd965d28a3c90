// platform/html/markdown.h - the texts that staff write, as HTML and as plain text.
//
// CommonMark with tables, ~~strikethrough~~ and bare URLs as links. Raw HTML is shown as the text it is. Links and
// pictures pass the list of allowed URLs (escape.h); a link to a host gets rel="noopener".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "platform/html/links.h"
#include "platform/html/template.h"

namespace html {

// The longest source that is read as Markdown, in bytes. Forms refuse longer ones.
inline constexpr std::size_t kMarkdownLimit = 100'000;

// What stands above the text on its page: the largest heading of the text becomes the next smaller one, no level
// is left out below it, and none is smaller than h6.
enum class HeadingsBelow { page_title = 1, section = 2, subsection = 3 };

// The text as HTML; put it inside an element with class "prose". A source over the limit, nested deeper than 32 or
// growing more than sixteenfold (a table can), or one on which md4c stumbles, comes back as one plain escaped
// paragraph: nothing is lost, nothing takes long.
[[nodiscard]] SafeHtml markdown(std::string_view source, HeadingsBelow above = HeadingsBelow::page_title);

// The words alone, for teasers, search and the text part of mails: paragraphs parted by an empty line, list items by
// "- " or their number, a link as its words and, where they differ, the address in brackets, a picture as its
// description. Not HTML: escape it like any text.
[[nodiscard]] std::string plain_text(std::string_view source);

// The same with the address of each link changed, for a place where it is read out of this site; one that is in the
// words themselves stays.
[[nodiscard]] std::string plain_text(std::string_view source, const LinkChange& change);

}  // namespace html
