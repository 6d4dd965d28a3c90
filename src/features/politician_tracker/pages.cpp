#include "features/politician_tracker/pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "people/place.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/http/percent.h"
#include "ports/day_words.h"

namespace politician_tracker::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

std::int64_t how_many(const std::vector<Standing>& standings, Stand stand) {
    return std::ranges::count(standings, stand, &Standing::stand);
}

void write_tally(Out& out, const Translator& t, const std::vector<Standing>& standings) {
    html::write<R"(<dl class="stands">)">(out);
    for (const Stand stand : kStands)
        html::write<R"(<div class="stands__one stands__one--{}"><dt>{}</dt><dd>{}</dd></div>)">(
            out, name_of(stand), t(label_of(stand)), t.number(how_many(standings, stand)));
    html::write<"</dl>">(out);
}

std::vector<html::Choice> region_choices(const Translator& t) {
    std::vector<html::Choice> choices{{"", t("Everywhere")}};
    for (const people::Province each : people::kProvinces)
        choices.push_back({std::string{people::code(each)}, t(people::name(each))});
    return choices;
}

std::vector<html::Choice> tier_choices(const Translator& t) {
    std::vector<html::Choice> choices{{"", t("Every level")}};
    for (const Tier each : kTiers) choices.push_back({std::string{name_of(each)}, t(label_of(each))});
    return choices;
}

std::vector<html::Choice> party_choices(const Translator& t, const std::vector<std::string>& parties) {
    std::vector<html::Choice> choices{{"", t("Every party")}};
    for (const std::string& each : parties) choices.push_back({each, each});
    return choices;
}

std::vector<html::Choice> stand_choices(const Translator& t) {
    std::vector<html::Choice> choices{{"", t("Every answer")}};
    for (const Stand each : kStands) choices.push_back({std::string{name_of(each)}, t(label_of(each))});
    choices.push_back({std::string{name_of(Stand::not_asked)}, t(label_of(Stand::not_asked))});
    return choices;
}

SafeHtml menu(const Translator& t, const html::Select& select) {
    const base::Problems none;
    return html::Fields{t, none}.select(select);
}

void write_filter(Out& out, const Translator& t, const List& list) {
    const base::Problems none;
    html::write<R"(<form class="filter-bar" method="get" action="{}">{}{}{}{}{}</form>)">(
        out, list_path(t.locale(), list.petition.slug),
        menu(t, {.name = "tier",
                 .label = t("Level"),
                 .choices = tier_choices(t),
                 .value = list.filter.tier ? std::string{name_of(*list.filter.tier)} : "",
                 .required = html::Required::no}),
        menu(t, {.name = "region",
                 .label = t("Province or territory"),
                 .choices = region_choices(t),
                 .value = list.filter.region,
                 .required = html::Required::no}),
        menu(t, {.name = "stand",
                 .label = t("Answer"),
                 .choices = stand_choices(t),
                 .value = list.filter.stand ? std::string{name_of(*list.filter.stand)} : "",
                 .required = html::Required::no}),
        list.parties.empty() ? SafeHtml{}
                             : menu(t, {.name = "party",
                                        .label = t("Party"),
                                        .choices = party_choices(t, list.parties),
                                        .value = list.filter.party,
                                        .required = html::Required::no}),
        html::Fields{t, none}.button({.label = t("Show"), .kind = html::ButtonKind::quiet}));
}

SafeHtml pager(const Translator& t, const List& list) {
    const std::string query = fmt::format(
        "tier={}&region={}&stand={}&party={}&", list.filter.tier ? name_of(*list.filter.tier) : "", list.filter.region,
        list.filter.stand ? name_of(*list.filter.stand) : "", http::percent_encode(list.filter.party));
    return ports::pager(t,
                        {.path = list_path(t.locale(), list.petition.slug), .position = list.position, .query = query});
}

std::string_view tone_of(Stand stand) {
    switch (stand) {
        case Stand::signed_it:
            return "success";
        case Stand::declined:
            return "danger";
        case Stand::asked:
            return "information";
        default:
            return "neutral";
    }
}

SafeHtml stand_badge(const Translator& t, const Standing& standing) {
    return html::render<R"(<span class="badge badge--{}">{}</span>)">(tone_of(standing.stand),
                                                                      t(label_of(standing.stand)));
}

// Since when, and how we know; nothing before there is an answer.
void write_knowledge(Out& out, const Translator& t, const Standing& standing) {
    if (standing.on_date.empty()) return;
    html::write<R"(<p class="politician__line"><time datetime="{}">{}</time>)">(
        out, standing.on_date, ports::day_in_words(t, standing.on_date));
    if (const auto& words = standing.evidence(t.locale()); !words.empty())
        html::write<" · {}">(out, words);
    else if (!standing.evidence_url.empty())
        html::write<R"( · <a href="{}" rel="nofollow noopener">{}</a>)">(out, standing.evidence_url, t("How we know"));
    html::write<"</p>">(out);
}

void write_entry(Out& out, const Translator& t, const List& list, const Standing& standing) {
    html::write<R"(
<li class="politician"><p class="politician__name"><a href="{}">{}</a> {}</p><p class="politician__line">{}</p>)">(
        out, one_path(t.locale(), list.petition.slug, standing.politician.id), standing.politician.facts.name,
        stand_badge(t, standing), line_of(t, standing.politician.facts));
    write_knowledge(out, t, standing);
    html::write<"</li>">(out);
}

void write_tier(Out& out, const Translator& t, const List& list, Tier tier) {
    const auto is_there = [&](const Standing& each) { return tier_of(each.politician.facts.office) == tier; };
    if (std::ranges::none_of(list.standings, is_there)) return;
    html::write<R"(<section class="section"><h2 class="petition__heading">{}</h2><ul class="politicians">)">(
        out, t(label_of(tier)));
    for (const Standing& each : list.standings)
        if (is_there(each)) write_entry(out, t, list, each);
    html::write<"</ul></section>">(out);
}

std::string mail_words(const Translator& t, const One& one) {
    return t(
        "Hello,\n\nI have signed “{title}” and ask you to sign it as well: {url}\n\nPlease tell me where you "
        "stand.\n",
        {{"title", one.petition.title}, {"url", one.petition_url}});
}

// A mail program opens with these words; who has none copies them.
void write_asking(Out& out, const Translator& t, const One& one) {
    const PoliticianFacts& facts = one.standing.politician.facts;
    const base::Problems none;
    html::write<
        R"(<section class="section" id="ask"><h2 class="petition__heading">{}</h2><div class="prose"><p>{}</p></div><pre class="ask-words">{}</pre><div class="ask-acts">)">(
        out, t("Ask them to sign"),
        t("A few lines in your own words are worth more than any form letter. To begin with:"), mail_words(t, one));
    if (!facts.email.empty())
        html::write<R"(<a class="button button--primary" href="mailto:{}?subject={}&amp;body={}">{}</a>)">(
            out, facts.email, one.petition.title, mail_words(t, one), t("Write an email"));
    html::write<R"(<form method="post" action="{}/askings">{}</form></div><p class="ask-count">{}</p></section>)">(
        out, one_path(t.locale(), one.petition.slug, one.standing.politician.id),
        html::Fields{t, none}.button({.label = t("I have asked"), .kind = html::ButtonKind::quiet}),
        t.plural("{count} supporter has asked.", "{count} supporters have asked.", one.standing.asked));
}

void write_answer(Out& out, const Translator& t, const Standing& standing) {
    html::write<R"(<p class="politician__answer">{} <time datetime="{}">{}</time></p>)">(
        out, stand_badge(t, standing), standing.on_date, ports::day_in_words(t, standing.on_date));
    if (const auto& words = standing.evidence(t.locale()); !words.empty())
        html::write<R"(<div class="prose"><p>{}</p></div>)">(out, words);
    if (!standing.evidence_url.empty())
        html::write<R"(<p><a href="{}" rel="nofollow noopener">{}</a></p>)">(out, standing.evidence_url,
                                                                             t("How we know"));
}

}  // namespace

std::string line_of(const Translator& t, const PoliticianFacts& facts) {
    std::vector<std::string> parts{t(label_of(facts.office))};
    if (!facts.place.empty()) parts.push_back(facts.place);
    if (const auto province = people::province_of(facts.region)) parts.push_back(t(people::name(*province)));
    if (!facts.party.empty()) parts.push_back(facts.party);
    return fmt::format("{}", fmt::join(parts, " · "));
}

html::SafeHtml election_notice(const Translator& t, const std::vector<ElectionPeriod>& periods) {
    Out out;
    for (const ElectionPeriod& period : periods)
        html::write<
            R"(<div class="notice notice--information election-notice">{}<div class="notice__body"><p>{}</p></div></div>)">(
            out, html::icon("info"), period.tagline(t.locale()));
    return std::move(out).finish();
}

html::SafeHtml section(const Translator& t, const List& list) {
    if (list.standings.empty() && list.periods.empty()) return {};
    Out out;
    html::write<R"(
<section class="petition-politicians" aria-labelledby="politicians-title"><div class="frame">
<h2 class="petition__heading" id="politicians-title">{}</h2>)">(out, t("Where politicians stand"));
    if (!list.periods.empty())
        html::write<"<p>{}</p>">(out, t("Near an election, politicians whom it concerns are not named here."));
    if (!list.standings.empty()) write_tally(out, t, list.standings);
    html::write<R"(<p class="endorse-all"><a href="{}">{}</a></p></div></section>)">(
        out, list_path(t.locale(), list.petition.slug), t("See who signed, and ask yours"));
    return std::move(out).finish();
}

html::SafeHtml list(const Translator& t, const List& list) {
    Out out;
    html::write<R"(
<header class="page-head frame"><p class="page-head__eyebrow"><a href="{}">{}</a></p><h1 class="page-head__title">{}</h1>
<p class="page-head__lead">{}</p></header><article class="frame">{})">(
        out, petition_path(t.locale(), list.petition.slug), list.petition.title, t("Where politicians stand"),
        t("Who signed, who declined, who was asked. Every answer has its date and says how we know."),
        election_notice(t, list.periods));
    write_filter(out, t, list);
    if (list.standings.empty()) html::write<R"(<p class="empty">{}</p>)">(out, t("Nobody here so far."));
    for (const Tier tier : kTiers) write_tier(out, t, list, tier);
    out.append(pager(t, list));
    html::write<"</article>">(out);
    return std::move(out).finish();
}

html::SafeHtml one(const Translator& t, const One& one) {
    Out out;
    html::write<R"(
<header class="page-head frame frame--narrow"><p class="page-head__eyebrow"><a href="{}">{}</a></p>
<h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header><article class="frame frame--narrow">)">(
        out, list_path(t.locale(), one.petition.slug), t("Where politicians stand"), one.standing.politician.facts.name,
        line_of(t, one.standing.politician.facts));
    write_answer(out, t, one.standing);
    const bool may_ask = one.petition.stage == ports::PetitionStage::open && !one.standing.politician.left_at &&
                         one.standing.stand != Stand::signed_it;
    if (may_ask) write_asking(out, t, one);
    html::write<"</article>">(out);
    return std::move(out).finish();
}

std::string petition_path(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/petitions/{}", base::code(locale), slug);
}

std::string list_path(base::Locale locale, std::string_view slug) {
    return petition_path(locale, slug) + "/politicians";
}

std::string one_path(base::Locale locale, std::string_view slug, PoliticianId politician) {
    return fmt::format("{}/{}", list_path(locale, slug), politician.value);
}

}  // namespace politician_tracker::pages
