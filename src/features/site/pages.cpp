#include "features/site/pages.h"

#include <fmt/format.h>

#include "platform/html/assets.h"
#include "platform/html/markdown.h"
#include "platform/html/moment.h"

namespace site::pages {
namespace {

using html::Out;
using html::SafeHtml;
using html::write;
using i18n::Translator;

constexpr std::string_view kXml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

void write_level_row(Out& out, const people::LevelTree& tree, const people::Level& level, base::Locale locale) {
    const auto below = tree.children(level.id, locale);
    write<R"(<li><a href="{}">{}</a>)">(out, hub_path(locale, level), level.name(locale));
    if (!below.empty())
        write<"<ul>{}</ul>">(out, [&](Out& rows) {
            for (const auto* each : below) write_level_row(rows, tree, *each, locale);
        });
    write<"</li>">(out);
}

// The way down to the page; nothing at the top of the tree.
void write_way(Out& out, const Translator& t, const TextPage& page) {
    if (page.above.empty()) return;
    write<R"(<nav class="breadcrumbs" aria-label="{}"><ol class="breadcrumbs__list">)">(out, t("Breadcrumbs"));
    for (const auto& link : page.above)
        write<R"(<li class="breadcrumbs__item"><a class="breadcrumbs__link" href="{}">{}</a></li>)">(out, link.url,
                                                                                                     link.label);
    write<R"(<li class="breadcrumbs__item" aria-current="page">{}</li></ol></nav>)">(out, page.text.words.title);
}

void write_below(Out& out, const Translator& t, const std::vector<html::Link>& below) {
    if (below.empty()) return;
    write<
        R"(<nav class="section" aria-labelledby="below"><div class="frame frame--narrow"><h2 class="pages-below__title" id="below">{}</h2><ul class="pages-below">)">(
        out, t("Read on"));
    for (const auto& link : below)
        write<R"(<li><a class="more-link" href="{}">{} {}</a></li>)">(out, link.url, link.label,
                                                                      html::icon("arrow-right"));
    write<"</ul></div></nav>">(out);
}

void write_alternate(Out& out, base::Locale locale, const std::string& url) {
    write<R"(<xhtml:link rel="alternate" hreflang="{}" href="{}"/>)">(out, base::code(locale), url);
}

}  // namespace

SafeHtml no_hub(const Translator& t) {
    return html::moment({html::MomentTone::plain, "clock", t("The campaign begins soon"),
                         t("Nothing is published here yet. Please come back in a few days.")});
}

SafeHtml levels(const Translator& t, const people::LevelTree& tree) {
    Out out;
    write<
        R"(<header class="page-head frame"><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header><div class="frame"><ul class="level-tree">)">(
        out, t("Across the country"), t("Find the campaign where you live."));
    if (const auto* const national = tree.national()) write_level_row(out, tree, *national, t.locale());
    write<"</ul></div>">(out);
    return std::move(out).finish();
}

SafeHtml content_page(const Translator& t, const TextPage& page) {
    const auto& text = page.text;
    const bool is_other = text.locale != t.locale();
    const auto lang = html::attribute_if(is_other, "lang", base::code(text.locale));
    Out out;
    if (is_other)
        write<
            R"(<div class="frame"><div class="notice notice--information">{}<div class="notice__body"><p>{}</p></div></div></div>)">(
            out, html::icon("languages"), t("This page is not yet written in English. Here it is in French."));
    write<R"(<header class="page-head frame">{}<h1 class="page-head__title"{}>{}</h1>{}</header>)">(
        out, [&](Out& way) { write_way(way, t, page); }, lang, text.words.title,
        [&](Out& lead) {
            if (!text.words.lead.empty()) write<R"(<p class="page-head__lead"{}>{}</p>)">(lead, lang, text.words.lead);
        });
    write<R"(<div class="frame frame--narrow prose"{}>{}</div>)">(out, lang, html::markdown(text.words.body));
    write_below(out, t, page.below);
    return std::move(out).finish();
}

std::string hub_path(base::Locale locale, const people::Level& level) {
    if (level.kind == people::LevelKind::national) return fmt::format("/{}/", base::code(locale));
    return fmt::format("/{}/levels/{}", base::code(locale), level.slug);
}

std::string page_path(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/pages/{}", base::code(locale), slug);
}

std::string card_path(base::Locale locale, const people::Level& level) {
    const auto hub = hub_path(locale, level);
    return hub + (hub.ends_with('/') ? "share-card.png" : "/share-card.png");
}

std::string sitemap_index(std::string_view public_url, const SitemapParts& parts) {
    Out out;
    write<R"(<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">)">(out);
    for (std::size_t number = 1; number <= parts.size(); ++number) {
        const auto& part = parts[number - 1];
        write<"<sitemap><loc>{}</loc>">(out, fmt::format("{}/sitemaps/{}.xml", public_url, number));
        if (part.changed_at.microseconds > 0) write<"<lastmod>{}</lastmod>">(out, i18n::machine_time(part.changed_at));
        write<"</sitemap>">(out);
    }
    write<"</sitemapindex>">(out);
    return std::string{kXml} + std::move(out).finish().take();
}

std::string sitemap_head() {
    return std::string{kXml} +
           html::render<
               R"(<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">)">()
               .take();
}

std::string sitemap_address(std::string_view public_url, const ports::SearchDocument& document) {
    const auto absolute = [&](std::string_view path) { return fmt::format("{}{}", public_url, path); };
    Out out;
    write<"<url><loc>{}</loc>">(out, absolute(document.path));
    if (document.changed_at.microseconds > 0)
        write<"<lastmod>{}</lastmod>">(out, i18n::machine_time(document.changed_at));
    write_alternate(out, document.locale, absolute(document.path));
    if (!document.other_path.empty()) write_alternate(out, base::other(document.locale), absolute(document.other_path));
    write<"</url>">(out);
    return std::move(out).finish().take();
}

std::string sitemap_end() { return html::render<"</urlset>">().take(); }

}  // namespace site::pages
