#include "features/site/pages.h"

#include <fmt/format.h>

#include "platform/html/assets.h"
#include "platform/html/markdown.h"

namespace site::pages {
namespace {

using html::Out;
using html::SafeHtml;
using html::write;
using i18n::Translator;

void write_level_row(Out& out, const people::LevelTree& tree, const people::Level& level, base::Locale locale) {
    const auto below = tree.children(level.id, locale);
    write<R"(<li><a href="{}">{}</a>)">(out, hub_path(locale, level), level.name(locale));
    if (!below.empty())
        write<"<ul>{}</ul>">(out, [&](Out& rows) {
            for (const auto* each : below) write_level_row(rows, tree, *each, locale);
        });
    write<"</li>">(out);
}

void write_alternate(Out& out, base::Locale locale, const std::string& url) {
    write<R"(<xhtml:link rel="alternate" hreflang="{}" href="{}"/>)">(out, base::code(locale), url);
}

}  // namespace

SafeHtml no_hub(const Translator& t) {
    return html::render<
        R"(<section class="moment moment--plain"><div class="moment__inner frame"><h1 class="moment__title">{}</h1><div class="moment__text"><p>{}</p></div></div></section>)">(
        t("The campaign begins soon"), t("Nothing is published here yet. Please come back in a few days."));
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

SafeHtml content_page(const Translator& t, const PageText& text) {
    const bool is_other = text.locale != t.locale();
    const auto lang = html::attribute_if(is_other, "lang", base::code(text.locale));
    Out out;
    if (is_other)
        write<
            R"(<div class="frame"><div class="notice notice--information">{}<div class="notice__body"><p>{}</p></div></div></div>)">(
            out, html::icon("languages"), t("This page is not yet written in English. Here it is in French."));
    write<R"(<header class="page-head frame"{}><h1 class="page-head__title">{}</h1>{}</header>)">(
        out, lang, text.words.title, [&](Out& lead) {
            if (!text.words.lead.empty()) write<R"(<p class="page-head__lead">{}</p>)">(lead, text.words.lead);
        });
    write<R"(<div class="frame frame--narrow prose"{}>{}</div>)">(out, lang, html::markdown(text.words.body));
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

SafeHtml sitemap(std::string_view public_url, const std::vector<ports::SearchDocument>& documents) {
    const auto absolute = [&](std::string_view path) { return fmt::format("{}{}", public_url, path); };
    Out out;
    write<R"(<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">)">(
        out);
    for (const auto& document : documents) {
        write<"<url><loc>{}</loc>">(out, absolute(document.path));
        if (document.changed_at.microseconds > 0)
            write<"<lastmod>{}</lastmod>">(out, i18n::machine_time(document.changed_at));
        write_alternate(out, document.locale, absolute(document.path));
        if (!document.other_path.empty())
            write_alternate(out, base::other(document.locale), absolute(document.other_path));
        write<"</url>">(out);
    }
    write<"</urlset>">(out);
    return std::move(out).finish();
}

}  // namespace site::pages
