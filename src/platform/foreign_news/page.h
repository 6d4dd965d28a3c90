// platform/foreign_news/page.h - a page of HTML as the lines that a reader sees.
#pragma once
#include <optional>
#include <string_view>

#include "platform/foreign_news/document.h"
#include "platform/html/foreign_html.h"

namespace foreign_news {

// The page's blocks in their order. Hidden parts and what says nothing are left out: "Posted on" and "by admin" beside
// a date, "Share", a second date that says when something was changed. An inline element that holds nothing but a date
// (<strong>March 12, 2013</strong>) becomes a block of its own when it stands at the beginning or end of its line, or
// says by its name or class that it is a date; within a sentence it stays part of it.
Document document_of(const html::ForeignPage& page);

}  // namespace foreign_news
