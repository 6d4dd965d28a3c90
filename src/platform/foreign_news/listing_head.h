// platform/foreign_news/listing_head.h - title and introduction of a page that lists news. Pure.
#pragma once
#include <string>

#include "platform/foreign_news/document.h"

namespace foreign_news {

struct ListHead {
    std::string title{};         // may be empty
    std::string introduction{};  // Markdown
};

// The list begins at this block. The title is a heading in front of it: one that the page's own title names, else h1
// or h2, the nearest of them; not the name of the site. Without headings: in a plain text the short line that
// stands alone in front of the introduction, else the page's own title without the name of the site.
ListHead head_of(const Document& document, std::size_t list_begin);

}  // namespace foreign_news
