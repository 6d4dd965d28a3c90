#include "features/fairness_test/pages.h"

#include <fmt/format.h>

#include "base/day.h"
#include "features/fairness_test/words.h"
#include "platform/html/assets.h"
#include "platform/html/charts_tiles.h"
#include "platform/html/forms.h"
#include "platform/html/frame_document.h"
#include "ports/day_words.h"

namespace fairness_test::pages {
namespace {

using budget_fairness::Rating;
using budget_fairness::Verdict;
using html::Out;
using html::SafeHtml;
using i18n::Translator;

std::string_view tone_of(Rating rating) {
    switch (rating) {
        case Rating::met:
            return "success";
        case Rating::partly:
            return "warning";
        case Rating::not_met:
            return "danger";
        case Rating::unknown:
            return "neutral";
    }
    return "neutral";
}

std::string_view tone_of(Verdict verdict) {
    if (verdict == Verdict::passes) return "success";
    return verdict == Verdict::fails ? "danger" : "neutral";
}

int strength_of(Verdict verdict) {
    if (verdict == Verdict::passes) return html::kTileStrengths;
    return verdict == Verdict::fails ? 1 : 2;
}

// One sign, so that it fits a tile of a phone.
std::string_view sign_of(Verdict verdict) {
    if (verdict == Verdict::passes) return "✓";
    return verdict == Verdict::fails ? "✗" : "?";
}

std::string span_of(const Translator& t, const budget_fairness::TestResult& result) {
    const std::string lowest = t.number(result.lowest, {0});
    const std::string highest = t.number(result.highest, {0});
    return lowest == highest ? lowest : lowest + "–" + highest;
}

void write_entry(Out& out, const Translator& t, const Listed& listed) {
    html::write<
        R"(<li class="fair-list__item"><h3 class="fair-list__title"><a href="{}">{}</a></h3><p class="fair-list__verdict"><span class="badge badge--{}">{}</span> <span class="fair-list__points">{}</span></p></li>)">(
        out, listed.path, listed.answer.budget.title.in(t.locale()), tone_of(listed.answer.result.verdict),
        words::verdict(t, listed.answer.result.verdict),
        t("{span} points", {{"span", span_of(t, listed.answer.result)}}));
}

void write_list(Out& out, const Translator& t, const std::vector<Listed>& budgets) {
    html::write<R"(<ul class="fair-list">)">(out);
    for (const Listed& listed : budgets) write_entry(out, t, listed);
    html::write<"</ul>">(out);
}

void write_landing_hero(Out& out, const Translator& t, const Landing& page) {
    html::write<R"(
  <header class="fair-hero"><div class="fair-hero__inner frame">
    <p class="fair-hero__eyebrow">{}</p>
    <h1 class="fair-hero__title">{}</h1>
    <p class="fair-hero__lead">{}</p>
    <p class="fair-hero__actions"><a class="button button--invert button--large" href="{}/yours">{} {}</a> <a class="fair-hero__more" href="{}/rubric">{}</a></p>
  </div></header>)">(out, t("The Fairness Test"), t("Does a budget narrow the gap, or widen it?"),
                     page.rubric->summary.in(t.locale()), test_path(t.locale()), t("Make your own budget"),
                     html::icon("arrow-right"), test_path(t.locale()), t("The rules, declared beforehand"));
}

// What the choice of years means, and the way to the other one.
void write_years(Out& out, const Translator& t, const LandingYears& years) {
    if (years.other == 0) return;
    const bool is_lawful = years.shown > years.other;
    const std::string since = std::to_string(years.shown);
    const std::string other = std::to_string(years.other);
    html::write<R"(<p class="fair-note">{} <a href="{}" rel="nofollow">{}</a></p>)">(
        out,
        is_lawful
            ? t("Since {year}: taxes and benefits are counted too, as far as their laws are known.", {{"year", since}})
            : t("Since {year}: what taxes did is not known before {other}, so many verdicts stay open.",
                {{"year", since}, {"other", other}}),
        test_path(t.locale()) + (is_lawful ? "#provinces" : "?since=" + other + "#provinces"),
        t("Show it since {year}", {{"year", other}}));
}

void write_provinces(Out& out, const Translator& t, const Landing& page) {
    html::write<R"(<section class="section" aria-labelledby="provinces"><div class="frame">
  <h2 class="section__title" id="provinces">{}</h2><p class="section__lead">{}</p>)">(
        out, t("What the provinces spent, put to the test"),
        t("Spending on each person after inflation, the gap between incomes, and jobs, from the first to the last year "
          "of "
          "the published figures. Choose a province."));
    write_years(out, t, page.years);
    html::write<R"({}<p class="fair-map__key">{}</p>)">(out, province_map(t, page.records, ""),
                                                        t("✓ passes, ✗ does not pass, ? not enough information."));
    write_list(out, t, page.records);
    html::write<"</div></section>">(out);
}

void write_budgets(Out& out, const Translator& t, const Landing& page) {
    if (page.budgets.empty()) return;
    html::write<
        R"(<section class="section section--tint" aria-labelledby="budgets"><div class="frame"><h2 class="section__title" id="budgets">{}</h2>)">(
        out, t("Budgets and proposals"));
    write_list(out, t, page.budgets);
    if (!page.behind.empty())
        html::write<R"(<p class="section__more"><a class="more-link" href="{}?behind={}#budgets">{} {}</a></p>)">(
            out, test_path(t.locale()), page.behind, t("Further budgets"), html::icon("arrow-right"));
    html::write<"</div></section>">(out);
}

void write_criterion_question(Out& out, const Translator& t, const budget_fairness::Criterion& criterion) {
    html::write<
        R"(<li class="fair-rule"><h3 class="fair-rule__title">{} <span class="fair-rule__weight">{}</span></h3><p class="fair-rule__question">{}</p><p class="fair-rule__reason">{}</p><p class="fair-rule__threshold">{}</p></li>)">(
        out, criterion.title.in(t.locale()),
        t.plural("{count} point", "{count} points", static_cast<std::int64_t>(criterion.weight)),
        criterion.question.in(t.locale()), criterion.reason.in(t.locale()),
        criterion.threshold ? words::threshold(t, *criterion.threshold)
                            : t("Judged by a person, who links the evidence and signs the answer."));
}

void write_changes(Out& out, const Translator& t, const budget_fairness::Rubric& rubric) {
    html::write<R"(<h2 class="section__title">{}</h2><ol class="fair-changes">)">(out, t("Versions"));
    for (const auto& change : rubric.changes)
        html::write<R"(<li><strong>{}</strong> {}</li>)">(
            out,
            t("Version {version}, {date}:",
              {{"version", change.version}, {"date", ports::day_in_words(t, base::Day{change.on})}}),
            change.what.in(t.locale()));
    html::write<"</ol>">(out);
}

}  // namespace

html::SafeHtml rating_badge(const Translator& t, Rating rating) {
    return html::render<R"(<span class="badge badge--{}">{}</span>)">(tone_of(rating), words::rating(t, rating));
}

html::SafeHtml province_map(const Translator& t, const std::vector<Listed>& provinces, std::string_view current) {
    html::TileMap map{.label = t("The Fairness Test by province"), .tiles = {}};
    for (const Listed& listed : provinces) {
        const auto& answer = listed.answer;
        map.tiles.push_back({.code = std::string{code(answer.budget.jurisdiction)},
                             .name = words::label(t, words::place(t, answer.budget.jurisdiction)) + " " +
                                     words::verdict(t, answer.result.verdict),
                             .figure = std::string{sign_of(answer.result.verdict)},
                             .strength = strength_of(answer.result.verdict),
                             .url = listed.path,
                             .current = answer.budget.slug == current ? html::Current::page : html::Current::no});
    }
    return html::tile_map(map);
}

html::SafeHtml landing(const Translator& t, const Landing& page) {
    Out out;
    html::write<R"(<article class="fair">)">(out);
    write_landing_hero(out, t, page);
    write_provinces(out, t, page);
    write_budgets(out, t, page);
    html::write<
        R"(<section class="section"><div class="frame frame--narrow"><p><a class="more-link" href="{}/method">{} {}</a></p></div></section></article>)">(
        out, test_path(t.locale()), t("How the test works, and what it does not know"), html::icon("arrow-right"));
    return std::move(out).finish();
}

html::SafeHtml rubric(const Translator& t, const budget_fairness::Rubric& rubric) {
    Out out;
    html::write<
        R"(<header class="page-head frame"><p class="page-head__eyebrow"><a href="{}">{}</a></p><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>
<div class="frame frame--narrow"><p>{}</p><h2 class="section__title">{}</h2><ol class="fair-rules">)">(
        out, test_path(t.locale()), t("The Fairness Test"), t("The rules, declared beforehand"),
        rubric.summary.in(t.locale()),
        t("Version {version}. A budget passes with {mark} of 100 points. What is partly met counts half. What is not "
          "known counts neither way: a verdict is given only when it could not tip it.",
          {{"version", rubric.version}, {"mark", t.number(rubric.pass_mark, {0})}}),
        t("The questions"));
    for (const auto& criterion : rubric.criteria) write_criterion_question(out, t, criterion);
    html::write<"</ol>">(out);
    write_changes(out, t, rubric);
    html::write<"</div>">(out);
    return std::move(out).finish();
}

html::SafeHtml hub_block(const Translator& t, const std::vector<Listed>& records, std::string_view heading) {
    return html::render<
        R"(<section class="section" aria-labelledby="fairness-block"><div class="frame"><h2 class="section__title" id="fairness-block">{}</h2><p class="section__lead">{}</p>{}<p class="section__more"><a class="more-link" href="{}">{} {}</a></p></div></section>)">(
        heading.empty() ? t("The Fairness Test") : std::string{heading},
        t("Does a budget narrow the gap, or widen it? Choose a province."), province_map(t, records, ""),
        test_path(t.locale()), t("Take the Fairness Test"), html::icon("arrow-right"));
}

html::SafeHtml embedded(const Translator& t, const EmbeddedAnswer& embedded) {
    const TestAnswer& answer = embedded.answer;
    const std::string title = answer.budget.title.in(t.locale());
    return html::frame_document(
        t,
        {.title = title + " – " + words::verdict(t, answer.result.verdict),
         .block = "fair-frame",
         .content = html::render<
             R"(<h1 class="fair-frame__title">{}</h1>{}<p class="fair-frame__foot"><a href="{}" target="_blank" rel="noopener">{}</a> <span>{}</span></p>)">(
             title, verdict_part(t, answer), embedded.addresses.link, t("See the reasons and the working"),
             embedded.campaign)});
}

std::string test_path(base::Locale locale) { return fmt::format("/{}/fairness-test", base::code(locale)); }

std::string budget_path(base::Locale locale, std::string_view slug) {
    return fmt::format("{}/{}", test_path(locale), slug);
}

html::SafeHtml verdict_part(const Translator& t, const TestAnswer& answer) {
    Out out;
    html::write<
        R"(<div class="fair-verdict fair-verdict--{}"><p class="fair-verdict__word">{}</p><p class="fair-verdict__sentence">{} {}</p><ul class="fair-verdict__reasons">)">(
        out, name_of(answer.result.verdict), words::verdict(t, answer.result.verdict),
        words::verdict_sentence(t, answer), words::points(t, answer));
    for (const auto& finding : answer.result.findings) {
        if (finding.rating == Rating::unknown) continue;
        html::write<R"(<li class="fair-verdict__reason">{} <strong>{}</strong> {}</li>)">(
            out, rating_badge(t, finding.rating), words::label(t, finding.criterion.title.in(t.locale())),
            words::finding(t, answer, finding));
    }
    html::write<"</ul></div>">(out);
    return std::move(out).finish();
}

}  // namespace fairness_test::pages
