// features/site/pages.h - what supporters see: the hub, the levels, pages of text; and what search engines read.
// Each gives the content of <main>; the frame around it is the handler's.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "features/site/block.h"
#include "features/site/content_page.h"
#include "people/level.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/actions.h"
#include "ports/search_documents.h"

namespace site::pages {

// A hub as it is to be drawn. A level without blocks of its own shows those of the level above it.
struct Hub {
    const people::LevelTree& levels;
    const people::Level& level;
    const Blocks& blocks;
    const std::vector<ports::Action>& actions;
    // Draws a block of a kind that another slice offers.
    std::function<html::SafeHtml(const Block&, base::Locale)> draw_other;
};
html::SafeHtml hub(const i18n::Translator& t, const Hub& hub);

// In place of a hub that nobody has published yet.
html::SafeHtml no_hub(const i18n::Translator& t);

// Every level, in the order of the tree.
html::SafeHtml levels(const i18n::Translator& t, const people::LevelTree& tree);

// A page of text; text.locale tells the language in which it is.
html::SafeHtml content_page(const i18n::Translator& t, const PageText& text);

// "/en/" for the national level, "/en/levels/qc" for the others.
std::string hub_path(base::Locale locale, const people::Level& level);
std::string page_path(base::Locale locale, std::string_view slug);
// Of the picture that shows where the hub is shared.
std::string card_path(base::Locale locale, const people::Level& level);

// The sitemap of the addresses below public_url (sitemaps.org 0.9, with the other language of each page).
html::SafeHtml sitemap(std::string_view public_url, const std::vector<ports::SearchDocument>& documents);

}  // namespace site::pages
