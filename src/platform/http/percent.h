// platform/http/percent.h - percent-encoding (RFC 3986) of addresses and forms.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace http {

// plus_is_space: in forms and queries "a+b" is "a b"; in paths a plus is a plus.
enum class Plus : unsigned char { is_space, is_itself };

// The bytes meant by text. In forms a '%' without two hex digits is itself, as the URL standard has it for browsers.
std::string percent_decode(std::string_view text, Plus plus);

// The same, but nullopt where a '%' is not followed by two hex digits: for paths, where it is an error.
std::optional<std::string> strict_percent_decode(std::string_view text);

// All but letters, digits and -._~ as %XX: for one segment, one query value, RFC 8187.
std::string percent_encode(std::string_view text);

// Only what may not stand in a header or an address (controls, spaces, quotes, backslash, angle brackets, bytes
// beyond ASCII) as %XX; '%' stays. For Location.
std::string encode_for_header(std::string_view address);

}  // namespace http
