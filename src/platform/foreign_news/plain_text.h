// platform/foreign_news/plain_text.h - a plain text, a Markdown text or the dump of a text browser as lines. Pure.
#pragma once
#include <string_view>

#include "platform/foreign_news/document.h"

namespace foreign_news {

// markdown: its name says so; else its marks tell.
enum class TextKind : unsigned char { unknown, markdown };

// Paragraphs are lines without an empty one between them; headings ("## Title", or underlined), bullets, "**bold**" and
// "[link](address)" alone on their line, quotations ("> ") and rules are known. A line that holds nothing but a date is
// a date where a paragraph begins, and within one unless the sentence around it runs on. Rows of Markdown tables and of
// tab-separated columns are taken cell by cell. The numbers of links ("[12]") and the list of addresses that lynx puts
// beneath a page are left out.
Document document_of_text(std::string_view text, TextKind kind = TextKind::unknown);

}  // namespace foreign_news
