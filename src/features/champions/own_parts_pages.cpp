#include "features/champions/own_parts_pages.h"

#include <algorithm>
#include <array>

#include "features/champions/own_pages.h"
#include "features/champions/words.h"

namespace champions::own_pages {
namespace {

using html::Out;
using i18n::Translator;

struct Tab {
    std::string_view page;
    base::Message label;
};
constexpr std::array<Tab, 4> kTabs{{{"", base::message("Overview")},
                                    {"times", base::message("My times")},
                                    {"calendar", base::message("My calendar")},
                                    {"profile", base::message("My profile")}}};

std::string path_of(const Translator& t, std::string_view page) {
    return page.empty() ? own_path(t.locale()) : own_path(t.locale(), page);
}

}  // namespace

void write_head(Out& out, const Translator& t, const Champion& champion, std::string_view current) {
    html::write<R"(
<article class="frame section own-champion"><header class="page-head"><p class="page-head__eyebrow">{}</p><h1 class="page-head__title">{}</h1></header>
<nav class="tabs" aria-label="{}"><ul class="tabs__list">)">(
        out, champion.full_name(), t(std::ranges::find(kTabs, current, &Tab::page)->label), t("Your pages"));
    for (const Tab& each : kTabs)
        html::write<R"(<li><a class="tabs__link" href="{}"{}>{}</a></li>)">(
            out, path_of(t, each.page), html::attribute_if(each.page == current, "aria-current", "page"),
            t(each.label));
    html::write<"</ul></nav>">(out);
}

void write_next_free(Out& out, const Translator& t, const Champion& champion,
                     const std::vector<base::Instant>& next_free) {
    if (next_free.empty()) {
        html::write<R"(<p>{}</p>)">(out, t("Groups see no free time of yours in the next eight weeks."));
        return;
    }
    std::vector<std::string> days;
    for (const auto at : next_free)
        days.push_back(t.date(at, i18n::DateStyle::short_form, champion.terms.zone) + " " +
                       time_of_day(t, at, champion.terms.zone));
    html::write<R"(<p>{}</p>)">(out, t("Groups see these free times first: {times}", {{"times", t.list(days)}}));
}

void write_feed(Out& out, const Translator& t, const std::string& url) {
    html::write<
        R"(<section class="own-champion__part" aria-labelledby="feed"><h2 id="feed">{}</h2><p>{}</p><p class="own-champion__url"><code>{}</code> <button class="button button--quiet button--small" type="button" data-copy="{}" data-copied="{}" hidden>{}</button></p><form method="post" action="{}/calendar/renewal"><button class="button button--text" type="submit">{}</button></form></section>)">(
        out, t("Your presentations in your own calendar"),
        t("Subscribe to this address in your calendar program. It is secret: whoever has it sees your presentations."),
        url, url, t("Copied"), t("Copy"), own_path(t.locale()), t("Give me a new address; the old one stops working"));
}

void write_foot(Out& out, const Translator& t) {
    html::write<
        R"(<form class="own-champion__leave" method="post" action="{}/leave"><button class="button button--text" type="submit">{}</button></form></article>)">(
        out, own_path(t.locale()), t("Sign out"));
}

}  // namespace champions::own_pages
