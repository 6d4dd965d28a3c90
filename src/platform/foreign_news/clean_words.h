// platform/foreign_news/clean_words.h - texts of a source that may hold HTML, made plain. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "platform/html/foreign_markdown.h"

namespace foreign_news {

// A text of the source: its words, and as Markdown.
struct CleanWords {
    std::string plain, markdown;
    std::vector<html::ForeignPicture> pictures{};  // they are not in the Markdown
};
struct DirtyWords {
    std::string_view text;
    std::string_view base{};               // the address of the page
    bool has_paragraphs_by_lines = false;  // WordPress: an empty line parts them
};
CleanWords clean(const DirtyWords& words);

// A text of WordPress without the marks that it puts something else in place of: [caption id="x"]...[/caption],
// [gallery ids="1,2"]. What stands between two of them stays, in a paragraph of its own. "[sic]" is no such mark.
std::string without_shortcodes(std::string_view text);

// Counts the words that only one of the languages has; nullopt when there are too few.
std::optional<base::Locale> guessed_language(std::string_view text);

// "fr" of "fr-CA"; nullopt for any other language.
std::optional<base::Locale> said_language(std::string_view code);

}  // namespace foreign_news
