// platform/foreign_news/page_reader.h - whether a text is marked up, and its lines either way. Pure.
#pragma once
#include <string>
#include <string_view>

#include "platform/foreign_news/document.h"
#include "platform/foreign_news/plain_text.h"

namespace foreign_news {

// Small letters of the first 4 kB behind blanks and a byte order mark.
std::string lower_start(std::string_view start);
bool is_markup(std::string_view start);

// The lines of a page of HTML or of a plain text. Throws UnreadableSource for more elements than there can be.
Document document_from(const std::string& text, TextKind kind = TextKind::unknown);

}  // namespace foreign_news
