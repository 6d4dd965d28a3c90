// The result of the calculator as a whole, and its last parts: how we know, what it does not say, data and sources.
#include <algorithm>

#include "features/jobs_calculator/result_pages_parts.h"
#include "features/jobs_calculator/words.h"
#include "platform/html/assets.h"
#include "platform/html/charts_bars.h"

namespace jobs_calculator::pages {
namespace {

using html::Ink;
using html::Out;
using html::SafeHtml;
using i18n::Translator;

std::string today_sentence(const Translator& t, const CalculatorPage& page) {
    if (!page.older_link->jobs_today) return {};
    const auto jobs = *page.older_link->jobs_today;
    if (jobs == page.answer->figures.total) return t("With today’s data it is the same.");
    return t("With today’s data it is {jobs}.", {{"jobs", t.number(jobs)}});
}

std::string past_sentence(const Translator& t, const CalculatorPage& page) {
    return t("This link was made with the data in use until {date}, and shows the figure of then.",
             {{"date", t.date(page.older_link->until.value_or(base::Instant{}))}});
}

std::string unknown_sentence(const Translator& t, const CalculatorPage& page) {
    return t(
        "It was made with data edition {old_edition} and model {old_model}, which this version of the program does "
        "not have; what you see is data edition {edition} and model {model}. The figure may differ from the one "
        "that was shared.",
        {{"old_edition", page.older_link->edition},
         {"old_model", page.older_link->model},
         {"edition", page.answer->edition},
         {"model", page.answer->estimate.model_version}});
}

void write_older_link(Out& out, const Translator& t, const CalculatorPage& page) {
    if (!page.older_link) return;
    if (page.older_link->state == LinkState::past) {
        html::write<
            R"(<div class="frame"><div class="notice notice--information">{}<div class="notice__body"><h2 class="notice__title">{}</h2><p>{} {} <a href="{}">{}</a></p></div></div></div>)">(
            out, html::icon("history"), t("A figure from earlier data"), past_sentence(t, page),
            today_sentence(t, page), page.older_link->today_path, t("See the figure with today’s data"));
        return;
    }
    html::write<
        R"(<div class="frame"><div class="notice notice--warning">{}<div class="notice__body"><h2 class="notice__title">{}</h2><p>{}</p></div></div></div>)">(
        out, html::icon("history"), t("The figures have moved on since this link was made"), unknown_sentence(t, page));
}

void write_method(Out& out, const Translator& t, const CalculatorPage& page) {
    const auto& estimate = page.answer->estimate;
    html::write<R"(<section class="section" aria-labelledby="method-title"><div class="frame frame--narrow">)">(out);
    write_heading(out, "method-title", t("How we know"));
    html::write<R"(<div class="prose"><p>{}</p><p>{}</p></div>)">(
        out,
        t("Statistical offices record what every industry buys from every other. From those tables follows how many "
          "jobs "
          "stand behind a million dollars of a service: in the service, among its suppliers, and in the shops where "
          "all "
          "of them spend their pay. We take the same tables and count backwards."),
        estimate.origin == jobs_lost::Origin::published
            ? t("For this province we use the official multipliers of Statistics Canada.")
            : t("Statistics Canada’s own multipliers for this province have not been imported here. Until then we "
                "estimate "
                "them from the national table, scaled by who works where; the method page says how far off that can "
                "be."));
    html::write<
        R"(<details class="disclosure"><summary class="disclosure__summary">{}</summary><div class="disclosure__body prose"><ol>)">(
        out, t("The working, step by step"));
    for (const auto& step : estimate.working) html::write<"<li>{}</li>">(out, words::step(t, step));
    html::write<
        R"(</ol></div></details><p class="section__more"><a class="more-link" href="{}">{} {}</a></p></div></section>)">(
        out, page.addresses.method, t("Equations, parameters and how well they fit"), html::icon("arrow-right"));
}

// What must stand beside every figure.
std::vector<std::string> caveats(const Translator& t, const Answer& answer) {
    return {
        t("These are jobs that the spending supports: fewer jobs than there would otherwise be, for as long as the cut "
          "lasts. They are not lay-off notices."),
        t("It is a range, not one number. The low end leaves out what people with less pay no longer buy; both ends "
          "are widened by {percent}, the stated uncertainty of the multipliers.",
          {{"percent", t.percent(answer.estimate.relative_uncertainty)}}),
        t("The model knows no limits of supply and no changing prices or wages: nobody is assumed to find other "
          "work, and nothing else is assumed to take the money’s place."),
        t("Average relations of {year} are taken for every dollar. A particular cut can be larger or smaller in its "
          "effect than the average.",
          {{"year", std::to_string(answer.estimate.base_year)}})};
}

void write_caveats(Out& out, const Translator& t, const Answer& answer) {
    html::write<R"(<section class="section" aria-labelledby="caveats-title"><div class="frame frame--narrow">)">(out);
    write_heading(out, "caveats-title", t("What this figure does not say"));
    html::write<R"(<ul class="jobs-caveats">)">(out);
    for (const auto& caveat : answer.estimate.caveats)
        html::write<"<li><strong>{}</strong></li>">(out, words::step(t, caveat));
    for (const auto& caveat : caveats(t, answer)) html::write<"<li>{}</li>">(out, caveat);
    html::write<"</ul></div></section>">(out);
}

// As the publisher has it, in English.
void write_source(Out& out, const statistics::Provenance& source) {
    html::write<R"(<li lang="en"><cite>{}</cite>, {}, {}. <span class="jobs-sources__licence">{}</span></li>)">(
        out, source.title, source.publisher + (source.table.empty() ? "" : " " + source.table), source.period,
        source.licence);
}

void write_data(Out& out, const Translator& t, const CalculatorPage& page) {
    html::write<R"(<section class="section section--tint" aria-labelledby="data-title"><div class="frame">)">(out);
    write_heading(out, "data-title", t("Take it with you"));
    html::write<
        R"(<p class="section__lead">{}</p><p class="cluster"><a class="button button--quiet" href="{}">{} {}</a> <a class="button button--quiet" href="{}">{} {}</a> <button class="button button--quiet" type="button" data-print hidden>{} {}</button></p>)">(
        out,
        t("Every figure of this page, for your own sums. The link above always gives this answer: model {model}, data "
          "edition {edition}.",
          {{"model", page.answer->estimate.model_version}, {"edition", page.answer->edition}}),
        page.addresses.csv, html::icon("download"), t("Spreadsheet (CSV)"), page.addresses.json,
        html::icon("file-text"), t("Data for programs (JSON)"), html::icon("printer"), t("Print"));
    html::write<
        R"(<div class="jobs-embed"><label class="field__label" for="embed-code">{}</label><p class="field__hint" id="embed-hint">{}</p><textarea class="field__input field__input--area jobs-embed__code" id="embed-code" rows="4" readonly aria-describedby="embed-hint">{}</textarea><p><button class="button button--quiet" type="button" data-copy="#embed-code" data-copied="{}" hidden>{} <span data-copy-label>{}</span></button></p></div>)">(
        out, t("Show the figure on your own site"),
        t("A frame without any script. Paste it where the figure should stand."),
        embed_snippet(t, *page.answer, page.addresses.embed), t("Copied"), html::icon("copy"), t("Copy"));
    html::write<R"(<h3 class="jobs-sources__title">{}</h3><ul class="jobs-sources">)">(out, t("Sources"));
    for (const auto& source : page.answer->estimate.sources) write_source(out, source);
    html::write<"</ul></div></section>">(out);
}

void write_scenarios(Out& out, const Translator& t, const CalculatorPage& page) {
    if (page.scenarios.empty()) return;
    html::write<R"(<section class="section" aria-labelledby="scenarios-title"><div class="frame">)">(out);
    write_heading(out, "scenarios-title", t("Cuts we have counted for you"));
    html::write<R"(<ul class="jobs-scenarios">)">(out);
    for (const auto& scenario : page.scenarios)
        html::write<R"(<li><a class="more-link" href="{}" lang="{}">{} {}</a></li>)">(
            out, scenario_path(t.locale(), scenario.slug), base::code(scenario.words_locale), scenario.words.headline,
            html::icon("arrow-right"));
    html::write<"</ul>">(out);
    if (page.has_more_scenarios)
        html::write<R"(<p class="section__more"><a class="more-link" href="{}/scenarios">{} {}</a></p>)">(
            out, calculator_path(t.locale()), t("All of them"), html::icon("arrow-right"));
    html::write<"</div></section>">(out);
}

}  // namespace

void write_heading(Out& out, const std::string& id, const std::string& words) {
    html::write<R"(<h2 class="section__title" id="{}">{}</h2>)">(out, id, words);
}

std::string jobs_figure(const Translator& t, double value) {
    return t.number(rounded(value, std::min<std::int64_t>(rounding_step(value), 10)));
}

html::SafeHtml spread_chart(const Translator& t, const Answer& answer) {
    const Figures& figures = answer.figures;
    const auto& estimate = answer.estimate;
    return html::waterfall({{.label = t("In the service itself"),
                             .figure = t.number(figures.direct),
                             .amount = estimate.jobs_direct,
                             .ink = Ink::accent,
                             .note = t("people who do the work"),
                             .live = "direct"},
                            {.label = t("Among its suppliers"),
                             .figure = t.number(figures.indirect),
                             .amount = estimate.jobs_indirect,
                             .ink = Ink::ink,
                             .note = t("from laundries to software"),
                             .live = "indirect"},
                            {.label = t("Where those people spent their pay"),
                             .figure = t.number(figures.induced),
                             .amount = estimate.jobs_induced,
                             .ink = Ink::soft,
                             .note = t("shops, landlords, restaurants"),
                             .live = "induced"}},
                           {.label = t("All together"),
                            .figure = t.number(figures.total),
                            .range = html::Stretch{estimate.range.low, estimate.range.high},
                            .note = t("the line shows the range"),
                            .live = "total"});
}

html::SafeHtml result(const Translator& t, const CalculatorPage& page) {
    const Answer& answer = *page.answer;
    Out out;
    write_older_link(out, t, page);
    write_spread(out, t, page);
    write_facts(out, t, answer);
    write_industries(out, t, answer);
    write_places(out, t, answer);
    write_years(out, t, answer);
    write_community(out, t, page);
    write_method(out, t, page);
    write_caveats(out, t, answer);
    write_scenarios(out, t, page);
    write_data(out, t, page);
    return std::move(out).finish();
}

}  // namespace jobs_calculator::pages
