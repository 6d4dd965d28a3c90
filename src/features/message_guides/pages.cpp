#include "features/message_guides/pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "features/message_guides/fields.h"
#include "features/message_guides/library.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/markdown.h"
#include "platform/html/moment.h"
#include "platform/html/share_links.h"
#include "ports/day_words.h"
#include "ports/staff_pages.h"

namespace message_guides::pages {
namespace {

using base::Locale;
using html::Out;
using html::SafeHtml;
using i18n::Translator;

// ---- The list

void write_card(Out& out, const Translator& t, const List& list, const Listed& listed) {
    const Content& content = listed.guide.content();
    const auto pairs = pairs_for(content, t.locale(), std::nullopt).size();
    html::write<
        R"(<li class="guide-card accent-{}"><p class="guide-card__level">{}</p><h2 class="guide-card__title"><a class="guide-card__link" href="{}">{}</a></h2><p class="guide-card__lead">{}</p><p class="guide-card__note">{}{}</p></li>)">(
        out, listed.accent, listed.level,
        list.is_member ? fmt::format("{}/{}", list.base_path, listed.guide.guide.slug)
                       : guide_path(t.locale(), listed.guide.guide.slug),
        content.title.in(t.locale()), content.lead.in(t.locale()),
        t.plural("{count} answer ready to use", "{count} answers ready to use", static_cast<std::int64_t>(pairs)),
        content.visibility == Visibility::members ? " · " + t("for members") : std::string{});
}

void write_level_choice(Out& out, const Translator& t, const List& list) {
    if (list.levels.size() < 2) return;
    std::vector<html::Choice> choices;
    for (const LevelChoice& each : list.levels) choices.push_back({each.slug, each.name});
    const base::Problems none;
    const html::Fields fields{t, none};
    html::write<R"(<form class="guide-levels" method="get" action="{}">{}{}</form>)">(
        out, list.base_path,
        fields.select({.name = "level",
                       .label = t("Guides for"),
                       .choices = std::move(choices),
                       .value = list.level,
                       .size = html::FieldSize::medium}),
        fields.button({.label = t("Show"), .kind = html::ButtonKind::quiet}));
}

void write_members_part(Out& out, const Translator& t, const List& list) {
    if (list.is_member) return;
    const html::Fields fields{t, list.problems};
    html::write<
        R"(<section class="section section--tint" aria-labelledby="members"><div class="frame frame--narrow"><h2 class="section__title" id="members">{}</h2><p class="section__lead">{}</p>)">(
        out, t("More for members"),
        t("Some guides are for members and supporters alone. Give the address under which we know you, and we send you "
          "your link."));
    if (list.link_was_sent)
        html::write<
            R"(<div class="notice notice--success" role="status">{}<div class="notice__body"><p>{}</p></div></div>)">(
            out, html::icon("mail"), t("If we know this address, the link is on its way. It takes a minute or two."));
    html::write<R"(<form class="form" method="post" action="{}/members" novalidate>{}{}{}{}</form></div></section>)">(
        out, list_path(t.locale()), fields.error_summary(),
        fields.text({.name = "email",
                     .label = t("Email"),
                     .value = list.typed_email,
                     .kind = html::TextKind::email,
                     .autocomplete = "email",
                     .size = html::FieldSize::medium}),
        html::trap(t, "website"), fields.button({.label = t("Send me the link")}));
}

// ---- One guide

void write_audiences(Out& out, const Translator& t, const Content& content) {
    if (content.audiences.empty()) return;
    std::vector<std::string> names;
    for (const Audience each : content.audiences) names.push_back(t(group_of(each)));
    html::write<R"(<li>{} {}</li>)">(out, html::icon("users"), t("For: {names}", {{"names", t.list(names)}}));
}

void write_hero(Out& out, const Translator& t, const View& view) {
    const Content& content = view.guide.content();
    html::write<
        R"(<header class="guide-hero"><div class="guide-hero__inner frame"><p class="guide-hero__eyebrow"><a href="{}">{}</a></p><h1 class="guide-hero__title">{}</h1><p class="guide-hero__lead">{}</p><ul class="guide-hero__facts">)">(
        out, list_path(t.locale()), t("Words That Work"), content.title.in(t.locale()), content.lead.in(t.locale()));
    write_audiences(out, t, content);
    html::write<R"(<li>{} {}</li>)">(out, html::icon("landmark"), view.level);
    if (view.guide.version.approved_at)
        html::write<R"(<li>{} {}</li>)">(
            out, html::icon("check-circle"),
            t("Approved {date}, version {number}",
              {{"date", t.date(*view.guide.version.approved_at)}, {"number", view.guide.version.number}}));
    html::write<"</ul></div></header>">(out);
}

void write_jumps(Out& out, const Translator& t, const Content& content) {
    html::write<R"(<nav class="guide-jumps" aria-label="{}"><ul class="guide-jumps__list frame">)">(
        out, t("Parts of this guide"));
    const auto jump = [&](std::string_view id, const std::string& label) {
        html::write<R"(<li><a class="guide-jumps__link" href="#{}">{}</a></li>)">(out, id, label);
    };
    jump("pairs", t("Answers"));
    jump("rules", t("Rules"));
    if (!content.facts.empty()) jump("facts", t("Facts"));
    if (!content.terms.empty()) jump("terms", t("Words to use"));
    jump("take", t("Take it with you"));
    html::write<"</ul></nav>">(out);
}

void write_gap_notice(Out& out, const Translator& t, const View& view) {
    const auto missing = static_cast<std::int64_t>(gaps(view.guide.content(), t.locale()).size());
    if (missing == 0 || view.other_path.empty()) return;
    const Locale other = base::other(t.locale());
    html::write<
        R"(<div class="frame"><div class="notice notice--information guide-gap">{}<div class="notice__body"><p>{} <a href="{}" hreflang="{}" lang="{}">{}</a></p></div></div></div>)">(
        out, html::icon("info"),
        t.plural("{count} part of this guide is not written in this language yet.",
                 "{count} parts of this guide are not written in this language yet.", missing),
        view.other_path, base::code(other), base::code(other), i18n::own_name(other));
}

void write_story(Out& out, const Translator& t, const Content& content) {
    html::write<
        R"(<section class="guide-story" aria-labelledby="story"><div class="frame"><h2 class="guide__label" id="story">{}</h2><div class="guide-story__words">{}</div></div></section>)">(
        out, t("The story we tell"), html::markdown(content.story.in(t.locale()), html::HeadingsBelow::section));
}

void write_rules(Out& out, const Translator& t, const Content& content) {
    html::write<
        R"(<section class="section guide__part" aria-labelledby="rules"><div class="frame"><h2 class="section__title" id="rules">{}</h2><ol class="guide-rules">)">(
        out, t("Rules"));
    for (const Rule& rule : content.rules) {
        if (rule.words.in(t.locale()).empty()) continue;
        const bool is_do = rule.advice == Advice::should;
        html::write<
            R"(<li class="guide-rule guide-rule--{}"><p class="guide-rule__advice">{} {}</p><h3 class="guide-rule__words">{}</h3><p class="guide-rule__reason">{}</p></li>)">(
            out, name_of(rule.advice), html::icon(is_do ? "check" : "close"), is_do ? t("Do") : t("Don’t"),
            rule.words.in(t.locale()), rule.reason.in(t.locale()));
    }
    html::write<"</ol></div></section>">(out);
}

void write_filter(Out& out, const Translator& t, const View& view) {
    if (view.path.empty()) return;
    const auto& pairs = view.guide.content().pairs;
    if (std::ranges::none_of(pairs, [](const Pair& pair) { return pair.audience.has_value(); })) return;
    html::write<R"(<nav class="guide-filter" aria-label="{}"><ul class="guide-filter__list">)">(out,
                                                                                                t("Whom you talk to"));
    const auto entry = [&](const std::string& path, const std::string& label, bool is_current) {
        html::write<R"(<li><a class="guide-filter__link" href="{}#pairs" {}>{}</a></li>)">(
            out, path, html::attribute_if(is_current, "aria-current", "true"), label);
    };
    entry(view.path, t("Anybody"), !view.audience);
    for (const Audience each : kAudiences)
        if (std::ranges::find(pairs, std::optional{each}, &Pair::audience) != pairs.end())
            entry(fmt::format("{}?for={}", view.path, name_of(each)), t(label_of(each)), view.audience == each);
    html::write<"</ul></nav>">(out);
}

void write_wordings(Out& out, const Translator& t, const Pair& pair) {
    html::write<R"(<p class="guide-pair__words" id="say-{}" data-wording="0">{}</p>)">(out, pair.key,
                                                                                       pair.say.in(t.locale()));
    if (!pair.other.in(t.locale()).empty())
        html::write<R"(<p class="guide-pair__words" id="say-{}-other" data-wording="1" hidden>{}</p>)">(
            out, pair.key, pair.other.in(t.locale()));
}

void write_pair(Out& out, const Translator& t, const View& view, const Pair& pair) {
    // A preview counts nothing.
    const std::string counted = view.path.empty() ? "" : fmt::format("/api/v1/guides/{}/uses", view.guide.guide.slug);
    html::write<
        R"(<li class="guide-pair" id="pair-{}" data-guide-pair="{}" {}><div class="guide-pair__heard"><p class="guide-pair__label">{}</p>{}<p class="guide-pair__doubt">{}</p></div><div class="guide-pair__say"><p class="guide-pair__label">{}</p>)">(
        out, pair.key, pair.key, html::attribute_if(!counted.empty(), "data-uses", counted), t("You hear"),
        pair.audience ? html::render<R"(<p class="guide-pair__audience">{}</p>)">(t(label_of(*pair.audience)))
                      : SafeHtml{},
        quoted(t, pair.heard.in(t.locale())), t("You can say"));
    write_wordings(out, t, pair);
    html::write<
        R"(<p class="guide-pair__actions"><button class="button button--invert" type="button" data-copy="#say-{}" data-copied="{}" hidden>{} <span data-copy-label>{}</span></button>)">(
        out, pair.key, t("Copied"), html::icon("copy"), t("Copy"));
    if (view.guide.content().visibility == Visibility::everybody && !view.path.empty())
        html::write<R"( <a class="guide-pair__share" href="{}/say/{}">{} {}</a>)">(
            out, guide_path(t.locale(), view.guide.guide.slug), pair.key, html::icon("share"), t("Share this answer"));
    html::write<"</p></div></li>">(out);
}

void write_pairs(Out& out, const Translator& t, const View& view) {
    html::write<
        R"(<section class="section section--tint guide__part" aria-labelledby="pairs"><div class="frame"><h2 class="section__title" id="pairs">{}</h2>)">(
        out, t("You hear, you can say"));
    write_filter(out, t, view);
    const auto pairs = pairs_for(view.guide.content(), t.locale(), view.audience);
    html::write<R"(<ul class="guide-pairs">)">(out);
    for (const Pair* const pair : pairs) write_pair(out, t, view, *pair);
    html::write<"</ul></div></section>">(out);
}

void write_facts(Out& out, const Translator& t, const Content& content) {
    if (content.facts.empty()) return;
    html::write<
        R"(<section class="section guide__part" aria-labelledby="facts"><div class="frame"><h2 class="section__title" id="facts">{}</h2><ul class="guide-facts">)">(
        out, t("Facts that carry it"));
    for (const Fact& fact : content.facts) {
        if (fact.words.in(t.locale()).empty()) continue;
        html::write<R"(<li class="guide-fact"><p class="guide-fact__words">{}</p><p class="guide-fact__source">)">(
            out, fact.words.in(t.locale()));
        if (fact.url.empty())
            html::write<"{}">(out, fact.source.in(t.locale()));
        else
            html::write<R"(<a href="{}" rel="noopener">{}</a>)">(out, fact.url, fact.source.in(t.locale()));
        html::write<R"(<span class="guide-fact__date">{}</span></p></li>)">(out, ports::day_in_words(t, fact.date));
    }
    html::write<"</ul></div></section>">(out);
}

void write_terms(Out& out, const Translator& t, const Content& content) {
    std::vector<const Term*> terms;
    for (const Term& term : content.terms)
        if (term.language == t.locale()) terms.push_back(&term);
    if (terms.empty()) return;
    html::write<
        R"(<section class="section section--tint guide__part" aria-labelledby="terms"><div class="frame"><h2 class="section__title" id="terms">{}</h2><ul class="guide-terms">)">(
        out, t("Words to use, words to leave"));
    for (const Term* const term : terms) {
        html::write<R"(<li class="guide-term"><p class="guide-term__words"><strong>{}</strong>)">(out, term->better);
        if (!term->avoid.empty())
            html::write<R"( <span class="guide-term__avoid"><span class="guide-term__not">{}</span> <s>{}</s></span>)">(
                out, t("instead of"), term->avoid);
        html::write<R"(</p><p class="guide-term__why">{}</p></li>)">(out, term->why);
    }
    html::write<"</ul></div></section>">(out);
}

void write_take(Out& out, const Translator& t, const View& view) {
    if (view.path.empty()) return;
    html::write<
        R"(<section class="section guide-take" aria-labelledby="take"><div class="frame"><h2 class="section__title" id="take">{}</h2><p class="section__lead">{}</p><p class="cluster"><a class="button button--primary" href="{}/leaflet.pdf">{} {}</a> <a class="button button--quiet" href="{}/card.pdf">{} {}</a> <a class="button button--quiet" href="{}/card.pdf?sheet=1">{} {}</a> <button class="button button--quiet" type="button" data-print hidden>{} {}</button></p></div></section>)">(
        out, t("Take it with you"), t("On paper it needs no signal: a leaflet to fold, a card for the wallet."),
        view.path, html::icon("download"), t("Leaflet (A5, PDF)"), view.path, html::icon("download"),
        t("Wallet card (PDF)"), view.path, html::icon("download"), t("Eight cards on a sheet (PDF)"),
        html::icon("printer"), t("Print this page"));
}

}  // namespace

std::string list_path(Locale locale) { return fmt::format("/{}/words", base::code(locale)); }
std::string guide_path(Locale locale, std::string_view slug) {
    return fmt::format("/{}/words/{}", base::code(locale), slug);
}
std::string member_path(Locale locale, std::string_view token) {
    return fmt::format("/{}/words/members/{}", base::code(locale), token);
}

std::string quoted(const Translator& t, std::string_view words) { return t("“{words}”", {{"words", words}}); }

SafeHtml list(const Translator& t, const List& list) {
    Out out;
    html::write<
        R"(<header class="page-head frame"><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header><section class="section guide-list"><div class="frame">)">(
        out, t("Words That Work"),
        t("You hear it at the coffee machine, at the council, on the radio. Here is what you can say, why it works, "
          "and "
          "where the figures come from."));
    write_level_choice(out, t, list);
    if (list.guides.empty())
        out.append(
            ports::empty_state({"megaphone", t("No guide yet"), t("Guides appear here once they are approved.")}));
    if (!list.guides.empty()) {
        html::write<R"(<ul class="guide-cards">)">(out);
        for (const Listed& each : list.guides) write_card(out, t, list, each);
        html::write<"</ul>">(out);
    }
    html::write<"</div></section>">(out);
    write_members_part(out, t, list);
    return std::move(out).finish();
}

SafeHtml body(const Translator& t, const View& view) {
    const Content& content = view.guide.content();
    Out out;
    write_story(out, t, content);
    write_pairs(out, t, view);
    write_rules(out, t, content);
    write_terms(out, t, content);
    write_facts(out, t, content);
    return std::move(out).finish();
}

SafeHtml guide(const Translator& t, const View& view) {
    Out out;
    html::write<R"(<article class="guide">)">(out);
    write_hero(out, t, view);
    write_jumps(out, t, view.guide.content());
    write_gap_notice(out, t, view);
    out.append(body(t, view));
    write_take(out, t, view);
    html::write<"</article>">(out);
    return std::move(out).finish();
}

SafeHtml pair(const Translator& t, const PairView& view) {
    const std::string heard = view.pair.heard.in(t.locale());
    Out out;
    html::write<
        R"(<section class="guide-answer"><div class="frame"><p class="guide-hero__eyebrow"><a href="{}">{}</a></p><h1 class="guide-answer__heard"><span class="guide-pair__label">{}</span> {}</h1><div class="guide-answer__say" data-guide-pair="{}" data-uses="/api/v1/guides/{}/uses"><p class="guide-pair__label">{}</p>)">(
        out, guide_path(t.locale(), view.guide.guide.slug), view.guide.content().title.in(t.locale()), t("You hear"),
        quoted(t, heard), view.pair.key, view.guide.guide.slug, t("You can say"));
    write_wordings(out, t, view.pair);
    html::write<
        R"(<p class="guide-pair__actions"><button class="button button--invert" type="button" data-copy="#say-{}" data-copied="{}" hidden>{} <span data-copy-label>{}</span></button> <a class="button button--invert" href="{}">{} {}</a></p></div></div></section><section class="section"><div class="frame">)">(
        out, view.pair.key, t("Copied"), html::icon("copy"), t("Copy"), guide_path(t.locale(), view.guide.guide.slug),
        t("All of this guide"), html::icon("arrow-right"));
    html::write_share_links(out, t,
                            {.heading = t("Share this answer"),
                             .address_label = t("Address of this page"),
                             .title = heard,
                             .url = view.url,
                             .mail = fmt::format("{}\n\n{}", view.pair.say.in(t.locale()), view.url)});
    html::write<"</div></section>">(out);
    return std::move(out).finish();
}

SafeHtml broken_link(const Translator& t) {
    return html::moment({html::MomentTone::error, "alert", t("This link does not work"),
                         t("It may have been cut in two by a mail program. You can have a new one sent."),
                         html::moment_links({{list_path(t.locale()) + "#members", t("Send me the link")}})});
}

SafeHtml hub_block(const Translator& t, const std::vector<Published>& guides, std::string_view heading) {
    if (guides.empty()) return {};
    Out out;
    html::write<
        R"(<section class="section" aria-labelledby="words-block"><div class="frame"><h2 class="section__title" id="words-block">{}</h2><ul class="guide-cards">)">(
        out, heading.empty() ? t("Words That Work") : std::string{heading});
    for (const Published& each : guides)
        html::write<
            R"(<li class="guide-card"><h3 class="guide-card__title"><a class="guide-card__link" href="{}">{}</a></h3><p class="guide-card__lead">{}</p></li>)">(
            out, guide_path(t.locale(), each.guide.slug), each.content().title.in(t.locale()),
            each.content().lead.in(t.locale()));
    html::write<R"(</ul><p class="section__more"><a class="more-link" href="{}">{} {}</a></p></div></section>)">(
        out, list_path(t.locale()), t("All guides"), html::icon("arrow-right"));
    return std::move(out).finish();
}

}  // namespace message_guides::pages
