// A saved page that lists news, and what page_reader.h declares.
#include "platform/foreign_news/page_reader.h"

#include <algorithm>

#include "base/text.h"
#include "platform/foreign_news/clean_words.h"
#include "platform/foreign_news/encoding.h"
#include "platform/foreign_news/listing.h"
#include "platform/foreign_news/page.h"
#include "platform/foreign_news/reader.h"
#include "platform/html/foreign_html.h"

namespace foreign_news {
namespace {

std::string all_text(const Document& document) {
    std::string all;
    for (const auto& block : document.blocks) {
        all += block.text + " ";
        if (all.size() > 20'000) break;
    }
    return all;
}

}  // namespace

std::string lower_start(std::string_view start) {
    const auto first = start.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return base::lower_ascii(first == std::string_view::npos ? std::string_view{} : start.substr(first, 4'096));
}

bool is_markup(std::string_view start) {
    const auto lower = lower_start(start);
    for (const std::string_view tag :
         {"html",    "!doctype html", "pre>",    "pre ", "tr>", "td>",   "dt>",  "h4", "b>", "strong>", "font ",
          "center>", "body",          "div",     "p>",   "p ",  "table", "h1",   "h2", "h3", "head",    "ul",
          "/p>",     "article",       "section", "dl",   "br",  "main",  "span", "li>"})
        if (lower.contains("<" + std::string{tag})) return true;
    return false;
}

Document document_from(const std::string& text, TextKind kind) {
    const bool is_markdown = kind == TextKind::markdown && !lower_start(text).starts_with('<');
    if (is_markdown || !is_markup(text)) return document_of_text(text, kind);
    const auto page = html::read_foreign_html(text);
    if (!page) throw UnreadableSource{base::message("The page has more than a million elements."), ""};
    return document_of(*page);
}

void read_page(std::string bytes, const ReadSettings& settings, NewsSink& sink) {
    const auto size = bytes.size();
    auto decoded = decoded_text(std::move(bytes));
    if (!decoded) throw UnreadableSource{decoded.error(), ""};
    auto document = document_from(decoded->text);
    const auto said = settings.language ? settings.language : said_language(document.language);
    const auto guess = guessed_language(all_text(document));
    // The text tells better than the frame of a site does.
    const auto language = settings.language ? settings.language : guess ? guess : said;
    auto listing = listing_of(std::move(document),
                              {.today = settings.today, .language = language.value_or(base::Locale::english)});
    sink.section({.title = listing.title,
                  .introduction = listing.introduction,
                  .language = language ? std::string{base::code(*language)} : std::string{}});
    for (auto& item : listing.items) {
        NewsItem given{.key = std::move(item.link),
                       .date = item.date,
                       .title = std::move(item.title),
                       .teaser = std::move(item.teaser),
                       .body = std::move(item.body),
                       .language = language,
                       .line = item.line};
        for (auto& picture : item.pictures)
            given.pictures.push_back({std::move(picture.address), std::move(picture.description)});
        sink.item(std::move(given));
    }
    if (decoded->broken > 0)
        sink.oddity({decoded->first_broken, OddityKind::broken_characters, {}, std::to_string(decoded->broken)});
    for (auto& oddity : listing.oddities) sink.oddity(std::move(oddity));
    sink.advance(size);
}

}  // namespace foreign_news
