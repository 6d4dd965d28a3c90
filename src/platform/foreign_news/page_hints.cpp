#include "platform/foreign_news/page_hints.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/text.h"

namespace foreign_news {
namespace {

using html::ForeignNode;

bool has(std::span<const std::string_view> all, std::string_view text) {
    return std::ranges::find(all, text) != all.end();
}

// Whole classes and identities.
constexpr auto kAsideNames = std::to_array<std::string_view>(
    {"header",      "site-header",   "masthead",      "topbar",      "top-bar",       "footer",        "site-footer",
     "page-footer", "colophon",      "widget",        "widget-area", "related",       "related-posts", "comments",
     "toolbar",     "secondary",     "toc",           "advert",      "advertisement", "wm-ipp-base",   "wm-ipp",
     "donato",      "cookie-banner", "cookie-notice", "skip-link",   "search-form",   "searchform"});
// Words between hyphens and underscores in them.
constexpr auto kAsideWords = std::to_array<std::string_view>(
    {"nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "pager", "pagination", "pagenavi", "sidebar",
     "copyright", "social", "sharedaddy", "addthis", "sharing", "sharethis"});
constexpr auto kAsideRoles = std::to_array<std::string_view>(
    {"navigation", "contentinfo", "banner", "search", "complementary", "menu", "menubar"});
constexpr auto kCalendarWords = std::to_array<std::string_view>({"calendar", "calendrier"});
constexpr auto kDateWords =
    std::to_array<std::string_view>({"date", "dates", "datetime", "published", "created", "posted", "submitted",
                                     "timestamp", "pubdate", "postdate", "time", "datestamp"});
constexpr auto kTitleWords =
    std::to_array<std::string_view>({"title", "headline", "titre", "heading", "msotitle", "contentheading"});
constexpr auto kHiddenNames =
    std::to_array<std::string_view>({"element-invisible", "visually-hidden", "visuallyhidden", "sr-only",
                                     "screen-reader-text", "hidden", "screen-reader"});

// Calls with every class and the identity, lower case, until one pleases.
template <class Test>
bool any_name(const ForeignNode& node, Test&& test) {
    for (const auto* const attribute : {"class", "id"}) {
        const auto lower = base::lower_ascii(node.attribute(attribute));
        std::string_view rest = lower;
        while (!rest.empty()) {
            const auto end = std::min(rest.find_first_of(" \t\n"), rest.size());
            if (end > 0 && test(rest.substr(0, end))) return true;
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return false;
}

bool any_word(const ForeignNode& node, std::span<const std::string_view> all) {
    return any_name(node, [&](std::string_view name) {
        while (!name.empty()) {
            const auto end = std::min(name.find_first_of("-_"), name.size());
            if (has(all, name.substr(0, end))) return true;
            name.remove_prefix(std::min(end + 1, name.size()));
        }
        return false;
    });
}

}  // namespace

bool is_hidden(const ForeignNode& node) {
    if (node.is_text()) return false;
    const bool has_attribute =
        std::ranges::find(node.attributes, "hidden", &html::ForeignAttribute::name) != node.attributes.end();
    auto style = base::lower_ascii(node.attribute("style"));
    std::erase(style, ' ');
    return has_attribute || style.contains("display:none") || style.contains("visibility:hidden") ||
           any_name(node, [](std::string_view name) { return has(kHiddenNames, name); });
}

bool is_aside(const ForeignNode& node) {
    if (node.is_text() || node.tag == "html" || node.tag == "body" || node.tag == "main" || node.tag == "article")
        return false;
    if (node.tag == "nav" || node.tag == "aside" || node.tag == "footer" || node.tag == "figcaption") return true;
    if (has(kAsideRoles, node.attribute("role"))) return true;
    if (node.tag == "table" && any_word(node, kCalendarWords)) return true;
    return any_name(node, [](std::string_view name) { return has(kAsideNames, name); }) || any_word(node, kAsideWords);
}

bool is_named_date(const ForeignNode& node) {
    return node.tag == "time" || node.attribute("property").contains("date") ||
           node.attribute("itemprop").contains("date") || any_word(node, kDateWords);
}

bool is_date_of_change(const ForeignNode& node) {
    const auto is_named = [&node](std::string_view wanted) {
        return any_name(node, [wanted](std::string_view name) { return name == wanted; });
    };
    return (is_named("updated") || is_named("modified") || node.attribute("itemprop") == "dateModified") &&
           !is_named("published");
}

bool is_named_title(const ForeignNode& node) { return any_word(node, kTitleWords); }

std::optional<FoundDate> date_attribute(const ForeignNode& node) {
    if (!is_named_date(node) && node.tag != "abbr") return std::nullopt;
    for (const auto* const name : {"datetime", "content", "title"}) {
        const auto value = node.attribute(name);
        if (value.empty()) continue;
        auto date = named_date(value);
        if (date.day && date.doubt == DateDoubt::none) return date;
    }
    return std::nullopt;
}

std::string kind_of(const ForeignNode& node) {
    const auto names = base::lower_ascii(node.attribute("class"));
    std::string kind = node.tag + ".";
    for (const char c : names.substr(0, std::min(names.find_first_of(" \t\n"), names.size())))
        if (c < '0' || c > '9') kind += c;
    return kind;
}

}  // namespace foreign_news
