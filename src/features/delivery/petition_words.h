// features/delivery/petition_words.h - the words of a petition as they stand on paper: paragraphs without markup, and
// which of them ask for something. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"

namespace delivery {

struct PetitionWords {
    base::Locale locale;
    std::string title;
    std::vector<std::string> paragraphs;  // of lead and text, plain; an item of a list is one, "- " before it
    // The paragraphs that ask: from the last one that begins to ask ("We call upon ...") up to the items behind it.
    std::vector<std::string> request;
    std::vector<std::string> reasons;        // the others
    std::vector<std::string> web_addresses;  // that stand in it
    bool has_pictures = false;
};

// From plain paragraphs. The two facts about markup are the caller's.
PetitionWords petition_words(base::Locale locale, std::string title, std::vector<std::string> paragraphs);

// Words between blanks that hold a letter or a digit, as word processors count them.
std::int64_t count_words(std::string_view text);
std::int64_t count_words(const PetitionWords& words);  // of the paragraphs: parliaments have no titles

// Small letters without accents, typographic apostrophes made straight, for looking for phrases.
std::string folded(std::string_view text);

// The web addresses in a text: whatever begins with http://, https:// or www., and words such as union.ca.
std::vector<std::string> web_addresses_in(std::string_view text);

}  // namespace delivery
