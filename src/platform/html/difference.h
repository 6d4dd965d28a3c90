// platform/html/difference.h - what changed between two texts, for readers: what went is struck through, what came is
// underlined, and both are said to those who do not see the marks.
#pragma once
#include <vector>

#include "base/word_difference.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace html {

// The pieces in a row, inline; the element around them is the caller's (class "difference" keeps their line breaks).
[[nodiscard]] SafeHtml difference(const i18n::Translator& t, const std::vector<base::Piece>& pieces);

}  // namespace html
