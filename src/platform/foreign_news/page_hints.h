// platform/foreign_news/page_hints.h - what names and classes of elements say about them.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/foreign_news/date.h"
#include "platform/html/foreign_html.h"

namespace foreign_news {

// Not shown to who looks at the page.
bool is_hidden(const html::ForeignNode& node);
// Navigation, footer, side bar and the like, by name, role or class. A large part of a page is never one: ask who knows
// how much text it holds.
bool is_aside(const html::ForeignNode& node);
// Says by its name or class that it holds a date.
bool is_named_date(const html::ForeignNode& node);
// When it says when something was changed, not when it was published.
bool is_date_of_change(const html::ForeignNode& node);
// Says by its class that it is a title.
bool is_named_title(const html::ForeignNode& node);
// The date in datetime, content or title of such an element.
std::optional<FoundDate> date_attribute(const html::ForeignNode& node);
// "div.views-row": the tag and the first class, its digits left out.
std::string kind_of(const html::ForeignNode& node);

}  // namespace foreign_news
