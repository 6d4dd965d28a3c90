// platform/http/forms.h - bodies and headers that are lists of fields: urlencoded forms, queries, cookies.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "platform/http/request.h"

namespace http {

inline constexpr std::size_t kMostFields = 200;  // of one form or query, files counted

// The fields of application/x-www-form-urlencoded (WHATWG URL, 5.1), in order, also those of one name. nullopt for more
// than kMostFields. Broken UTF-8 and zero bytes become U+FFFD, and the field's name enters broken_fields.
std::optional<Form> read_urlencoded(std::string_view text);

// The fields of a Cookie header (RFC 6265, 5.4, from the server's side): the first kMostFields pairs; parts without '='
// are left out, quotes around a value stay.
Fields read_cookies(std::string_view header);

// The value of one cookie of the header, without reading the others into a list.
std::optional<std::string_view> find_cookie(std::string_view header, std::string_view name);

// Reads request.body into request.form, by its content type. ok: also where the body is no form at all.
enum class FormReading : unsigned char { ok, malformed };
FormReading read_form_body(Request& request);

// One problem for each broken field.
base::Problems problems_of(const Form& form);

// text with every byte that is not part of well-formed UTF-8, and every zero byte, replaced by U+FFFD.
std::string with_broken_bytes_replaced(std::string_view text);

}  // namespace http
