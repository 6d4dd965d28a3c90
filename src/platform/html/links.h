// platform/html/links.h - the addresses in finished markup, changed for a place where it is read out of this site: a
// feed reader, a folder of files.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "platform/html/template.h"

namespace html {

// What an address becomes, both unescaped: "/en/news" -> "https://example.org/en/news".
using LinkChange = std::function<std::string(std::string_view)>;

// The markup with every href, src, poster, cite and action, and every address within a srcset, changed. What comes back
// must be the same address, an allowed URL (escape.h) or a relative path without a colon ("../news/item.html");
// anything else becomes "#blocked". Everything else stays byte for byte. Markup that templates made: attributes stand
// in double quotes.
[[nodiscard]] SafeHtml with_links(const SafeHtml& markup, const LinkChange& change);

// The same for a whole document that leaves the program as a file.
[[nodiscard]] std::string with_links(std::string_view markup, const LinkChange& change);

// Addresses on this host made absolute: base_url is "https://example.org".
[[nodiscard]] SafeHtml with_absolute_links(const SafeHtml& markup, std::string_view base_url);

}  // namespace html
