// platform/html/structured_data.h - what a page says about itself to programs: schema.org as JSON-LD.
//
// It stands in the page as <script type="application/ld+json">, a block of data: the HTML standard leaves such a block
// alone before it asks the content security policy, so no policy has to be loosened for it. Templates take no slot in a
// script; only these functions write one, from JSON whose characters < > & and line separators are escapes, so that
// nothing in it can end the block.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/locale.h"
#include "platform/html/template.h"

namespace html {

// What an article adds to its page.
struct Article {
    base::Instant published_at, changed_at;
    std::string author{};   // empty: the campaign
    std::string section{};  // empty: none
    std::vector<std::string> tags{};
};

struct NewsArticle {
    const Article& article;
    std::string_view headline, description;
    std::string url;          // absolute
    std::string picture_url;  // absolute; empty for none
    std::string_view publisher;
    std::string publisher_url;
    base::Locale locale;
};

// https://schema.org/NewsArticle
[[nodiscard]] SafeHtml news_article(const NewsArticle& article);

// The way down to a page, from the outermost; the last one is the page itself. https://schema.org/BreadcrumbList
struct Crumb {
    std::string name;
    std::string url;  // absolute
};
[[nodiscard]] SafeHtml breadcrumb_list(const std::vector<Crumb>& crumbs);

}  // namespace html
