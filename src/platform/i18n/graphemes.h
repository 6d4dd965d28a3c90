// platform/i18n/graphemes.h - characters as people count them.
#pragma once
#include <cstddef>
#include <string_view>

namespace i18n {

// How many user-perceived characters there are: extended grapheme clusters (UAX 29), as Intl.Segmenter of browsers
// counts them. "é" of two code points, a flag and an emoji of a family are one each; so is "\r\n".
[[nodiscard]] std::size_t count_graphemes(std::string_view text);

}  // namespace i18n
