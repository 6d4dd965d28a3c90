#include "platform/html/layout.h"

#include <algorithm>
#include <span>

#include "platform/html/assets.h"
#include "platform/html/escape.h"

namespace html {
namespace {

using i18n::Translator;

std::string home_of(base::Locale locale) { return "/" + std::string{base::code(locale)} + "/"; }

std::string other_path_of(const PageFrame& frame) {
    return frame.other_path.empty() ? home_of(base::other(frame.translator.locale())) : frame.other_path;
}

std::string absolute(const PageFrame& frame, const std::string& url) {
    return is_absolute_url(url) ? url : frame.base_url + url;
}

// "Equality Pledge - All Together Now"; on the campaign's own page its name alone.
std::string full_title(const PageFrame& frame) {
    const bool has_both = !frame.title.empty() && !frame.campaign.empty() && frame.title != frame.campaign;
    const auto title =
        has_both ? frame.title + " - " + frame.campaign : (frame.title.empty() ? frame.campaign : frame.title);
    if (frame.form_state == FormState::fine) return title;
    const auto& t = frame.translator;
    return t("Error: {title}", {{"title", title}});
}

bool is_indexed(const PageFrame& frame) {
    return frame.indexing == Indexing::allowed && frame.audience == Audience::supporter;
}

void write_alternate(Out& out, base::Locale language, const std::string& url) {
    write<R"(<link rel="alternate" hreflang="{}" href="{}">)">(out, base::code(language), url);
}

// Tells search engines which address is the page's own, and where its other language is.
void write_addresses(Out& out, const PageFrame& frame) {
    if (!is_indexed(frame)) return write<R"(<meta name="robots" content="noindex">)">(out);
    if (frame.path.empty()) return;
    const auto own = frame.translator.locale();
    write<R"(<link rel="canonical" href="{}">)">(out, absolute(frame, frame.path));
    write_alternate(out, own, absolute(frame, frame.path));
    if (!frame.other_path.empty() && frame.other_indexing == Indexing::allowed)
        write_alternate(out, base::other(own), absolute(frame, frame.other_path));
}

void write_feeds(Out& out, const PageFrame& frame) {
    for (const auto& feed : frame.feeds)
        write<R"(<link rel="alternate" type="{}" title="{}" href="{}">)">(out, feed.type, feed.title,
                                                                          absolute(frame, feed.url));
}

// Open Graph's and schema.org's words for an article.
void write_article(Out& out, const PageFrame& frame) {
    const auto& article = *frame.article;
    write<
        R"(<meta property="article:published_time" content="{}"><meta property="article:modified_time" content="{}">)">(
        out, i18n::machine_time(article.published_at), i18n::machine_time(article.changed_at));
    if (!article.section.empty()) write<R"(<meta property="article:section" content="{}">)">(out, article.section);
    for (const auto& tag : article.tags) write<R"(<meta property="article:tag" content="{}">)">(out, tag);
    out.append(news_article({.article = article,
                             .headline = frame.title,
                             .description = frame.description,
                             .url = absolute(frame, frame.path),
                             .picture_url = frame.picture_url.empty() ? "" : absolute(frame, frame.picture_url),
                             .publisher = frame.campaign,
                             .publisher_url = absolute(frame, home_of(frame.translator.locale())),
                             .locale = frame.translator.locale()}));
}

// Open Graph: how the page looks where it is shared.
void write_sharing(Out& out, const PageFrame& frame) {
    if (!is_indexed(frame)) return;
    const bool english = frame.translator.locale() == base::Locale::english;
    write<
        R"(<meta property="og:type" content="{}"><meta property="og:title" content="{}"><meta property="og:description" content="{}"><meta property="og:url" content="{}"><meta property="og:site_name" content="{}"><meta property="og:locale" content="{}">)">(
        out, frame.article ? "article" : "website", frame.title.empty() ? frame.campaign : frame.title,
        frame.description, absolute(frame, frame.path), frame.campaign, english ? "en_CA" : "fr_CA");
    if (frame.article) write_article(out, frame);
    if (frame.picture_url.empty()) return;
    write<
        R"(<meta property="og:image" content="{}"><meta property="og:image:width" content="{}"><meta property="og:image:height" content="{}"><meta name="twitter:card" content="summary_large_image">)">(
        out, absolute(frame, frame.picture_url), frame.picture_size.width, frame.picture_size.height);
}

void write_search_description(Out& out, const PageFrame& frame) {
    if (frame.search_url.empty()) return;
    write<R"(<link rel="search" type="application/opensearchdescription+xml" title="{}" href="{}">)">(
        out, frame.campaign, frame.search_url + "/description.xml");
}

void write_assets(Out& out, const PageFrame& frame) {
    if (has_asset("fonts/headline.woff2"))
        write<R"(<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>)">(
            out, asset_url("fonts/headline.woff2"));
    write<R"(<link rel="stylesheet" href="{}"><link rel="icon" href="{}" type="image/svg+xml">)">(
        out, asset_url("site.css"), asset_url("favicon.svg"));
    for (const auto name : frame.scripts) write<R"(<script type="module" src="{}"></script>)">(out, asset_url(name));
}

void write_head(Out& out, const PageFrame& frame) {
    write<
        R"(<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>{}</title>)">(
        out, full_title(frame));
    if (!frame.description.empty()) write<R"(<meta name="description" content="{}">)">(out, frame.description);
    write_addresses(out, frame);
    write_feeds(out, frame);
    write_search_description(out, frame);
    write_sharing(out, frame);
    write_assets(out, frame);
    write<"</head>">(out);
}

void write_demo_bar(Out& out, const PageFrame& frame) {
    if (frame.demo_mailbox_url.empty()) return;
    const auto& t = frame.translator;
    write<R"(<aside class="demo-bar"><p class="frame">{} <a href="{}">{}</a></p></aside>)">(
        out, t("Demo: people and places are invented."), frame.demo_mailbox_url, t("Open the demo mailbox"));
}

void write_staff_bar(Out& out, const PageFrame& frame) {
    if (!frame.staff_bar) return;
    const auto& bar = *frame.staff_bar;
    const auto& t = frame.translator;
    write<
        R"(<nav class="staff-bar" aria-label="{}"><div class="staff-bar__inner frame"><span class="staff-bar__who">{}</span>{}<form class="staff-bar__form" method="post" action="{}"><button class="staff-bar__button" type="submit">{}</button></form></div></nav>)">(
        out, t("Staff menu"), bar.who,
        [&](Out& links) {
            for (const auto& link : bar.links)
                write<R"(<a class="staff-bar__link" href="{}">{}</a>)">(links, link.url, link.label);
        },
        bar.sign_out_url, t("Sign out"));
}

SafeHtml brand_mark() {
    return render<R"(<svg class="brand-mark" aria-hidden="true" focusable="false"><use href="{}#tally"></use></svg>)">(
        asset_url("icons.svg"));
}

// The other language, named in itself.
SafeHtml language_switch(const PageFrame& frame) {
    const auto other = base::other(frame.translator.locale());
    return render<R"(<a class="language-switch" href="{}" hreflang="{}" lang="{}">{}</a>)">(
        other_path_of(frame), base::code(other), base::code(other), i18n::own_name(other));
}

Attribute current_page(const NavigationLink& link) {
    return attribute_if(link.current == Current::page, "aria-current", "page");
}

void write_site_navigation(Out& out, const PageFrame& frame) {
    if (frame.navigation.empty()) return;
    const auto& t = frame.translator;
    write<R"(<nav class="site-nav" aria-label="{}"><ul class="site-nav__list">{}</ul></nav>)">(
        out, t("Main menu"), [&](Out& items) {
            for (const auto& link : frame.navigation)
                write<R"(<li class="site-nav__item"><a class="site-nav__link" href="{}"{}>{}</a></li>)">(
                    items, link.url, current_page(link), link.label);
        });
}

// On a phone only the button: without words it leads to the page of the search.
void write_site_search(Out& out, const PageFrame& frame) {
    if (frame.search_url.empty()) return;
    const auto& t = frame.translator;
    write<
        R"(<form class="site-search" role="search" aria-label="{}" method="get" action="{}"><input class="site-search__input" type="search" name="q" maxlength="200" autocomplete="off" placeholder="{}" aria-label="{}"><button class="site-search__button" type="submit" aria-label="{}">{}</button></form>)">(
        out, t("Search this site"), frame.search_url, t("Search"), t("Search this site for"), t("Search"),
        icon("search"));
}

void write_site_header(Out& out, const PageFrame& frame) {
    write<
        R"(<header class="site-header"><div class="site-header__inner frame"><a class="site-header__brand" href="{}">{}<span class="site-header__name">{}</span></a>{}{}{}</div></header>)">(
        out, home_of(frame.translator.locale()), brand_mark(), frame.campaign,
        [&](Out& navigation) { write_site_navigation(navigation, frame); },
        [&](Out& search) { write_site_search(search, frame); }, language_switch(frame));
}

struct ToneTraits {
    std::string_view css_class;
    std::string_view icon;
    std::string_view role;
};

ToneTraits traits_of(Tone tone) {
    switch (tone) {
        case Tone::success:
            return {"flash--success", "check-circle", "status"};
        case Tone::warning:
            return {"flash--warning", "alert", "status"};
        case Tone::error:
            return {"flash--error", "alert", "alert"};
        case Tone::information:
            return {"flash--information", "info", "status"};
    }
    return {"flash--information", "info", "status"};
}

void write_flash(Out& out, const PageFrame& frame) {
    if (!frame.flash) return;
    const auto traits = traits_of(frame.flash->tone);
    write<R"(<div class="flash {}" role="{}"><p class="flash__text frame">{} {}</p></div>)">(
        out, traits.css_class, traits.role, icon(traits.icon), frame.flash->text);
}

void write_footer_links(Out& out, const PageFrame& frame) {
    if (frame.footer_links.empty()) return;
    const auto& t = frame.translator;
    write<R"(<nav class="site-footer__nav" aria-label="{}"><ul class="site-footer__list">{}</ul></nav>)">(
        out, t("Footer"), [&](Out& items) {
            for (const auto& link : frame.footer_links)
                write<R"(<li><a class="site-footer__link" href="{}">{}</a></li>)">(items, link.url, link.label);
        });
}

// Each sentence of the slogan has a line of its own.
void write_slogan(Out& out, std::string_view slogan) {
    if (slogan.empty()) return;
    write<R"(<p class="site-footer__slogan">{}</p>)">(out, [&](Out& lines) {
        while (!slogan.empty()) {
            const auto end = std::min(slogan.find(". "), slogan.size() - 1) + 1;
            write<R"(<span class="site-footer__line">{}</span> )">(lines, slogan.substr(0, end));
            slogan.remove_prefix(std::min(end + 1, slogan.size()));
        }
    });
}

void write_site_footer(Out& out, const PageFrame& frame) {
    write<R"(<footer class="site-footer"><div class="site-footer__inner frame">)">(out);
    write_slogan(out, frame.footer_slogan);
    write_footer_links(out, frame);
    if (!frame.footer_note.empty()) write<R"(<p class="site-footer__note">{}</p>)">(out, frame.footer_note);
    write<"</div></footer>">(out);
}

void write_supporter_body(Out& out, const PageFrame& frame) {
    write_demo_bar(out, frame);
    write_staff_bar(out, frame);
    write_site_header(out, frame);
    write_flash(out, frame);
    write<R"(<main class="page__main" id="main" tabindex="-1">{}</main>)">(out, frame.main);
    write_site_footer(out, frame);
}

void write_staff_person(Out& out, const PageFrame& frame) {
    if (!frame.staff_bar) return;
    const auto& bar = *frame.staff_bar;
    const auto& t = frame.translator;
    write<
        R"(<a class="staff-header__link" href="{}">{} {}</a><form class="staff-header__form" method="post" action="{}"><button class="staff-header__button" type="submit">{} {}</button></form>)">(
        out, bar.account_url, icon("user"), bar.who, bar.sign_out_url, icon("log-out"), t("Sign out"));
}

void write_staff_header(Out& out, const PageFrame& frame) {
    const auto& t = frame.translator;
    const auto home = home_of(t.locale());
    write<
        R"(<header class="staff-header"><div class="staff-header__inner"><a class="staff-header__brand" href="{}">{}<span>Alltogether</span></a><a class="staff-header__link" href="{}">{} {}</a>{}{}</div></header>)">(
        out, home + "staff", brand_mark(), home, icon("external"), t("View the site"), language_switch(frame),
        [&](Out& person) { write_staff_person(person, frame); });
}

void write_staff_link(Out& out, const NavigationLink& link) {
    write<R"(<li class="staff-nav__item"><a class="staff-nav__link" href="{}"{}>{}{}{}</a></li>)">(
        out, link.url, current_page(link),
        [&](Out& picture) {
            if (!link.icon.empty()) write<"{} ">(picture, icon(link.icon));
        },
        link.label,
        [&](Out& count) {
            if (!link.count.empty()) write<R"( <span class="staff-nav__count">{}</span>)">(count, link.count);
        });
}

using Links = std::span<const NavigationLink>;

// Folded away unless the page that is shown is one of them.
void write_staff_group(Out& out, Links links) {
    const bool holds_page = std::ranges::any_of(links, [](const auto& link) { return link.current == Current::page; });
    write<
        R"(<li class="staff-nav__item"><details class="staff-nav__group"{}><summary class="staff-nav__heading">{}{}</summary><ul class="staff-nav__links">{}</ul></details></li>)">(
        out, attribute_if(holds_page, "open"), links.front().heading, icon("chevron-down"), [&](Out& items) {
            for (const auto& link : links) write_staff_link(items, link);
        });
}

void write_staff_groups(Out& out, Links links) {
    while (!links.empty()) {
        const auto& heading = links.front().heading;
        const auto end = std::ranges::find_if(links, [&](const auto& link) { return link.heading != heading; });
        const auto group = links.first(static_cast<std::size_t>(end - links.begin()));
        if (heading.empty())
            for (const auto& link : group) write_staff_link(out, link);
        else
            write_staff_group(out, group);
        links = links.subspan(group.size());
    }
}

void write_staff_navigation(Out& out, const PageFrame& frame) {
    if (frame.navigation.empty()) return;
    const auto& t = frame.translator;
    write<R"(<nav class="staff-nav" aria-label="{}"><ul class="staff-nav__list">{}</ul></nav>)">(
        out, t("Staff menu"), [&](Out& items) { write_staff_groups(items, frame.navigation); });
}

void write_staff_body(Out& out, const PageFrame& frame) {
    write_demo_bar(out, frame);
    write_staff_header(out, frame);
    write<R"(<div class="staff-layout">{}<main class="staff-main" id="main" tabindex="-1">{}{}</main></div>)">(
        out, [&](Out& navigation) { write_staff_navigation(navigation, frame); },
        [&](Out& flash) { write_flash(flash, frame); }, frame.main);
}

std::string body_class(const PageFrame& frame) {
    std::string name = "page";
    if (frame.audience == Audience::staff)
        name += " page--staff";
    else
        name += " accent-" + std::to_string(std::clamp(frame.accent, 1, 6));
    return frame.body_class.empty() ? name : name + " " + frame.body_class;
}

}  // namespace

SafeHtml page(const PageFrame& frame) {
    const auto& t = frame.translator;
    Out out;
    out.reserve(frame.main.view().size() + 6000);
    write<R"(<!doctype html><html lang="{}">)">(out, base::code(frame.translator.locale()));
    write_head(out, frame);
    write<R"(<body class="{}"><a class="skip-link" href="#main">{}</a>)">(out, body_class(frame), t("Skip to content"));
    if (frame.audience == Audience::staff)
        write_staff_body(out, frame);
    else
        write_supporter_body(out, frame);
    write<"</body></html>">(out);
    return std::move(out).finish();
}

}  // namespace html
