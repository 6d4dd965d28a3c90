// platform/foreign_news/sentences.h - whether a text ends, goes on or leads on. Pure.
#pragma once
#include <string_view>

namespace foreign_news {

// A text that stops within a sentence: at "...", "…" or "[…]", or without any mark that ends one.
bool looks_cut(std::string_view text);

// A text that goes on with the sentence in front of it: it begins with a small letter or a comma.
bool goes_on(std::string_view text);
// A text behind which a sentence or a part of a line ends.
bool ends_sentence(std::string_view text);
// "in Bogota on": what follows belongs to it.
bool leads_on(std::string_view text);

}  // namespace foreign_news
