// features/newsroom/teaser_service.h - what lists show of the words of an item: these are Markdown, lists are plain.
#pragma once
#include <string>

#include "base/locale.h"
#include "features/newsroom/item.h"

namespace newsroom {

// The teaser as lists show it: the own one, else the first sentences of the body; plain, one line, may be empty.
std::string shown_teaser(const ItemWords& words, base::Locale locale);

// What lists of staff call it: the title, else the beginning of the teaser or of the quotation; 80 characters at most.
std::string headline_of(const ItemWords& words, base::Locale locale);

}  // namespace newsroom
