// platform/foreign_news/phrases.h - the small words around news on a page, in English and French. Pure.
#pragma once
#include <string>
#include <string_view>

namespace foreign_news {

// "Read more", "[Read more...]", "En savoir plus »", "Lire la suite →" and their like, and nothing else.
bool is_read_more(std::string_view text);
// The words of a link that begin so: "Read more about Nurses on strike".
bool begins_with_read_more(std::string_view text);
// Takes such words from the end of a text: "... in Bogota. Read more »" -> "... in Bogota."; whether there were any.
bool take_read_more_off(std::string& text);

// Links from page to page: "Older posts", "1 2 3 next ›", "Page 2 sur 5".
bool is_pager(std::string_view text);
// What stands at the end of pages: "© 2013", "Back to top", "All rights reserved", "Suivez-nous".
bool is_end_matter(std::string_view text);
// Buttons and counters beside an item: "Share", "Tweet", "Print", "3 comments", "Permalink".
bool is_beside_item(std::string_view text);
// Whose picture it is: "Photo: Public Services International", "(Crédit : ISP)".
bool is_caption(std::string_view text);
// The same with a colon or brackets, as it stands beside an item: "Photo: L. Osei", not "Photo exhibit opens".
bool is_caption_line(std::string_view text);
// Headings for screen readers and menus, no titles of a page: "You are here", "Main menu".
bool is_hidden_heading(std::string_view text);

// Words as they are compared and shown: every run of blanks, also no-break and thin ones, one space, none at the ends;
// characters that cannot be seen dropped.
std::string shown_words(std::string_view text);

// Without case, accents, marks and blanks: to tell whether two texts say the same.
std::string essence(std::string_view text);

}  // namespace foreign_news
