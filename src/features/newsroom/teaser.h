// features/newsroom/teaser.h - the first sentences of a text, for lists. Pure.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "base/locale.h"

namespace newsroom {

// The longest teaser, in characters: as typed by staff, and as made from a text.
inline constexpr std::size_t kLongestTeaser = 600;
inline constexpr std::size_t kMadeTeaser = 280;

struct TeaserSource {
    std::string_view text;  // plain words, no Markdown
    base::Locale locale;
    std::size_t limit = kMadeTeaser;  // characters, at least 20
};

// The beginning of the text as one line: as many whole sentences as fit into the limit. A first sentence that does not
// fit is cut between words, with "…" behind it, which counts too. A sentence ends at . ! ? or … and whatever quotation
// marks and brackets close behind it, before a blank and something that can begin a sentence: a capital letter, a
// digit, an opening quotation mark. It does not end behind an abbreviation of its language ("Mr.", "Nov.", "M.", "p.
// ex."), an initial ("J. Tremblay") or inside a number ("3.5"); behind an abbreviation that ends sentences as well ("5
// p.m.", "etc.") only where no other end fits. A text that ends within the limit comes back whole.
std::string teaser_from(const TeaserSource& source);

}  // namespace newsroom
