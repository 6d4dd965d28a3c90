// features/site/pages.h - what supporters see: the hub, the levels, pages of text; and what search engines read.
// Each gives the content of <main>; the frame around it is the handler's.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "features/site/block.h"
#include "features/site/content_page.h"
#include "features/site/sitemap_service.h"
#include "people/level.h"
#include "platform/html/layout.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/actions.h"
#include "ports/pictures.h"
#include "ports/search_documents.h"

namespace site::pages {

// A hub as it is to be drawn. A level without blocks of its own shows those of the level above it.
struct Hub {
    const people::LevelTree& levels;
    const people::Level& level;
    const Blocks& blocks;
    const std::vector<ports::Action>& actions;
    const std::vector<ports::Picture>& pictures;  // those of its blocks
    // Draws a block of a kind that another slice offers.
    std::function<html::SafeHtml(const Block&, base::Locale)> draw_other;
};
html::SafeHtml hub(const i18n::Translator& t, const Hub& hub);

// In place of a hub that nobody has published yet.
html::SafeHtml no_hub(const i18n::Translator& t);

// Every level, in the order of the tree.
html::SafeHtml levels(const i18n::Translator& t, const people::LevelTree& tree);

// A page of text; text.locale tells the language in which it is.
struct TextPage {
    const PageText& text;
    std::vector<html::Link> above{};  // the pages that it lies below, from the top
    std::vector<html::Link> below{};  // those directly below it
};
html::SafeHtml content_page(const i18n::Translator& t, const TextPage& page);

// "/en/" for the national level, "/en/levels/qc" for the others.
std::string hub_path(base::Locale locale, const people::Level& level);
std::string page_path(base::Locale locale, std::string_view slug);
// Of the picture that shows where the hub is shared.
std::string card_path(base::Locale locale, const people::Level& level);

// Of search engines, all of sitemaps.org 0.9. The index names each part by its number, below public_url.
std::string sitemap_index(std::string_view public_url, const SitemapParts& parts);
// One part is its head, its addresses with the other language of each page, and its end.
std::string sitemap_head();
std::string sitemap_address(std::string_view public_url, const ports::SearchDocument& document);
std::string sitemap_end();

}  // namespace site::pages
