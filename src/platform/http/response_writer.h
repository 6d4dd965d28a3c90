// platform/http/response_writer.h - the bytes of a response's head, and the headers that every response carries.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "platform/http/request.h"
#include "platform/http/request_reader.h"
#include "platform/http/response.h"

namespace http {

// The part of a head that is the same for every visitor who gets this response: status line, the response's own
// headers and cookies, its length (nullopt: the end of the connection ends the body), security headers. Control
// characters in values become blanks, so that no value can end its line.
void append_fixed_head(std::string& out, const Response& response, Scheme scheme, std::optional<std::size_t> length);

// The rest, with the empty line.
struct VariableHead {
    std::string_view date;  // as http_date gives it
    std::string_view request_id;
    std::string_view strict_transport{};  // the value of Strict-Transport-Security; empty: none
    Persistence persistence = Persistence::keep_alive;
};
void append_variable_head(std::string& out, const VariableHead& head);

// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7).
std::string http_date(base::Instant at);

// A quoted tag made from the bytes; different encodings of one page have different tags (RFC 9110, 8.8.3).
std::string entity_tag(std::string_view bytes, std::string_view encoding_token);

// Whether an If-None-Match header names this tag, by weak comparison (RFC 9110, 13.1.2).
bool names_tag(std::string_view if_none_match, std::string_view tag);

}  // namespace http
