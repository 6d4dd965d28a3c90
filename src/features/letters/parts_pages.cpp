#include "features/letters/parts_pages.h"

#include <fmt/format.h>

#include "platform/html/assets.h"

namespace letters::pages {

void write_page_head(html::Out& out, const i18n::Translator& t, const Way& way, const std::string& title) {
    html::write<
        R"(<header class="page-head frame"><p class="page-head__eyebrow"><a href="{}">{}</a></p><h1 class="page-head__title">{}</h1></header>)">(
        out, campaign_path(t.locale(), way.shown.campaign.slug), way.shown.campaign.title(t.locale()), title);
}

std::string call_address(const i18n::Translator& t, const Way& way) {
    std::string path = fmt::format("{}/call?postal_code=", campaign_path(t.locale(), way.shown.campaign.slug));
    for (const char c : way.typed.postal_code)
        if (c != ' ') path += c;
    for (const auto house :
         {ports::RidingHouse::federal, ports::RidingHouse::provincial, ports::RidingHouse::municipal})
        if (const auto& chosen = way.typed.ridings[static_cast<std::size_t>(house)]; !chosen.empty())
            path += fmt::format("&{}={}", name_of(house), chosen);
    return path;
}

html::SafeHtml chosen_ridings(const LetterForm& typed) {
    html::Out out;
    for (const auto house :
         {ports::RidingHouse::federal, ports::RidingHouse::provincial, ports::RidingHouse::municipal})
        if (const auto& chosen = typed.ridings[static_cast<std::size_t>(house)]; !chosen.empty())
            out.append(html::hidden({name_of(house), chosen}));
    return std::move(out).finish();
}

void write_election(html::Out& out, const i18n::Translator& t, const ElectionNear near) {
    if (near == ElectionNear::no) return;
    html::write<
        R"(<div class="notice notice--warning">{}<div class="notice__body"><h2 class="notice__title">{}</h2><p>{}</p></div></div>)">(
        out, html::icon("alert"), t("An election is near"),
        t("Letters to offices that it concerns wait until it is over. You can write now; yours leaves then."));
}

html::SafeHtml act_button(const i18n::Translator& t, const html::Button& button) {
    const base::Problems none;
    return html::Fields{t, none}.button(button);
}

}  // namespace letters::pages
