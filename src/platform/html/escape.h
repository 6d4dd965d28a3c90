// platform/html/escape.h - escaping for the positions a value can take in a page, and the list of allowed URLs.
//
// Pages never call these: html::write (template.h) picks the right one at compile time.
#pragma once

#include <string>
#include <string_view>

namespace html {

// Appends `text` with & < > " ' replaced by references. Safe as element text and in a double-quoted attribute.
void append_escaped(std::string& out, std::string_view text);

// True when a link may point there: empty, "#...", "?...", "/..." on this host, or the schemes https, http, mailto and
// tel (in any case). False for "//host" and "/\host", which leave this host, for every other scheme, for paths that do
// not begin with a slash, and for anything holding a control character, because browsers drop tabs and line breaks
// before they look at the URL.
[[nodiscard]] bool is_allowed_url(std::string_view url);

// True when an allowed URL leaves this host (https or http, whatever host it names).
[[nodiscard]] bool is_absolute_url(std::string_view url);

// Appends an allowed URL escaped for a quoted attribute; "#blocked" in place of any other.
void append_url(std::string& out, std::string_view url);

// The same for a URL that the template goes on with "/...": its own trailing slashes are dropped.
void append_url_base(std::string& out, std::string_view url);

// Percent-encodes one piece of a path. What RFC 3986 calls unreserved stays, and @ : + , which mailto: and tel: need.
void append_path_piece(std::string& out, std::string_view piece);

// Percent-encodes a value within a query or fragment; only what RFC 3986 calls unreserved stays.
void append_query_piece(std::string& out, std::string_view piece);

}  // namespace html
