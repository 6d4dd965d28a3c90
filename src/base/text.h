// base/text.h - small truths about text. All texts are UTF-8.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace base {

// Whether bytes are well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
bool is_valid_utf8(std::string_view bytes);

// The number of code points in well-formed UTF-8.
std::size_t count_characters(std::string_view text);

// The longest start of text that holds at most `limit` code points.
std::string_view first_characters(std::string_view text, std::size_t limit);

// text without blanks (space, tab, line ends, no-break space U+00A0) at its ends, every run of them inside made one
// space. Control characters are dropped.
std::string collapse_spaces(std::string_view text);

// text without blanks at its ends, line ends made "\n", other control characters than "\n" and tab dropped.
std::string tidy_lines(std::string_view text);

// A-Z made a-z; other bytes as they are.
std::string lower_ascii(std::string_view text);

// Equal but for the case of A-Z.
bool equals_ignoring_ascii_case(std::string_view left, std::string_view right);

// The digits and letters of the Latin alphabet without case and accents ("Éloïse " -> "eloise"), everything else
// dropped; letters outside Latin-1 and Latin Extended-A stay as they are. For comparing names, not for showing.
std::string fold_name(std::string_view name);

}  // namespace base
