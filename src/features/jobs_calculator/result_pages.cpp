// The result of the calculator, from the picture of how the loss spreads down to the sources.
#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "features/jobs_calculator/pages.h"
#include "features/jobs_calculator/words.h"
#include "platform/html/assets.h"
#include "platform/html/charts_bars.h"
#include "platform/html/charts_line.h"
#include "platform/html/charts_tiles.h"
#include "platform/html/forms.h"
#include "platform/html/markdown.h"

namespace jobs_calculator::pages {
namespace {

using html::Ink;
using html::Out;
using html::SafeHtml;
using i18n::Translator;

constexpr std::size_t kIndustriesShown = 8;

std::string jobs(const Translator& t, double value) {
    return t.number(rounded(value, std::min<std::int64_t>(rounding_step(value), 10)));
}

// Small figures keep a decimal: "0.4" is not "0".
std::string small(const Translator& t, double value) { return t.number(value, {value < 10 ? 1 : 0}); }

std::vector<html::KeyEntry> key_of_rounds(const Translator& t) {
    return {{Ink::accent, t("In the service itself")},
            {Ink::ink, t("Among its suppliers")},
            {Ink::soft, t("Where those people spent their pay")}};
}

void write_heading(Out& out, const std::string& id, const std::string& words) {
    html::write<R"(<h2 class="section__title" id="{}">{}</h2>)">(out, id, words);
}

// ---- Next actions and sharing, beside the picture

void write_next_actions(Out& out, const Translator& t, const CalculatorPage& page) {
    for (const auto& action : page.next) {
        const bool is_first = &action == &page.next.front();
        html::write<
            R"(<div class="next-action{}"><p class="next-action__label">{}</p><h2 class="next-action__title"><a class="next-action__link" href="{}">{}</a></h2><p class="next-action__text">{}</p></div>)">(
            out, is_first ? "" : " accent-2", is_first ? t("What you can do now") : t("And then"), action.path,
            action.call, action.summary);
    }
}

void write_share(Out& out, const Translator& t, const CalculatorPage& page) {
    const std::string title = words::headline(t, *page.answer) + ". " + words::cut(t, *page.answer);
    const std::string mail = title + "\n\n" + page.addresses.link;
    html::write<R"(
  <div class="share"><h2 class="share__title">{}</h2>
    <p class="share__link"><label class="visually-hidden" for="share-url">{}</label>
      <input class="share__url" id="share-url" readonly value="{}"></p>
    <ul class="share__list">
      <li><button class="button button--primary share__button" type="button" data-share data-share-title="{}" data-share-url="{}" data-share-copied="{}" hidden>{} {}</button></li>
      <li><a class="button button--quiet share__button" href="mailto:?subject={}&amp;body={}">{} {}</a></li>
      <li><a class="button button--quiet share__button" rel="noopener" href="https://www.facebook.com/sharer/sharer.php?u={}">Facebook</a></li>
      <li><a class="button button--quiet share__button" rel="noopener" href="https://wa.me/?text={}">WhatsApp</a></li>
    </ul><p class="share__status visually-hidden" role="status" data-share-status></p>
  </div>)">(out, t("Show it to others"), t("Address of this figure"), page.addresses.link, title, page.addresses.link,
            t("Address copied"), html::icon("share"), t("Share"), title, mail, html::icon("mail"), t("By email"),
            page.addresses.link, page.addresses.link);
}

// ---- How the loss spreads

void write_older_link(Out& out, const Translator& t, const CalculatorPage& page) {
    if (!page.older_link) return;
    html::write<
        R"(<div class="frame"><div class="notice notice--warning">{}<div class="notice__body"><h2 class="notice__title">{}</h2><p>{}</p></div></div></div>)">(
        out, html::icon("history"), t("The figures have moved on since this link was made"),
        t("It was made with data edition {old_edition} and model {old_model}; what you see is data edition {edition} "
          "and "
          "model {model}. The figure may differ from the one that was shared.",
          {{"old_edition", page.older_link->edition},
           {"old_model", page.older_link->model},
           {"edition", page.answer->edition},
           {"model", page.answer->estimate.model_version}}));
}

void write_spread(Out& out, const Translator& t, const CalculatorPage& page) {
    html::write<
        R"(<section class="section" aria-labelledby="spread-title"><div class="frame"><div class="split"><div class="split__main">)">(
        out);
    write_heading(out, "spread-title", t("How the loss spreads"));
    out.append(html::chart_figure(
        {.id = "spread", .says = words::spread(t, *page.answer), .chart = spread_chart(t, *page.answer)}));
    const Figures& figures = page.answer->figures;
    const double share =
        figures.total > 0 ? static_cast<double>(figures.in_private) / static_cast<double>(figures.total) : 0;
    out.append(html::chart_figure(
        {.id = "sectors",
         .says = t("{percent} of the jobs are not public ones: businesses and non-profit organizations lose them.",
                   {{"percent", t.percent(share)}}),
         .chart = html::bar_chart(
             {.rows = {{.label = t("Public services"),
                        .figure = t.number(figures.in_public),
                        .parts = {{{0, static_cast<double>(figures.in_public)}, Ink::accent}},
                        .live = "public"},
                       {.label = t("Businesses and non-profit organizations"),
                        .figure = t.number(figures.in_private),
                        .parts = {{{0, static_cast<double>(figures.in_private)}, Ink::ink}},
                        .live = "private"}},
              .scale = html::Stretch{0, static_cast<double>(std::max<std::int64_t>(1, figures.high))}})}));
    html::write<R"(</div><aside class="split__side jobs__side">)">(out);
    write_next_actions(out, t, page);
    write_share(out, t, page);
    html::write<"</aside></div></div></section>">(out);
}

// ---- What it means here

struct Fact {
    std::string figure, words;
};

void add_employment_facts(std::vector<Fact>& facts, const Translator& t, const Answer& answer) {
    if (const auto fact = words::share_of_jobs(t, answer)) facts.push_back({fact->figure, fact->words});
    if (const auto fact = words::like_known_jobs(t, answer)) facts.push_back({fact->figure, fact->words});
    if (const auto& unemployment = answer.estimate.unemployment)
        facts.push_back({t.percent(unemployment->percent_after / 100, {2}),
                         t("The unemployment rate, if nobody finds other work: it was {before} in {year}.",
                           {{"before", t.percent(unemployment->percent_before / 100, {2})},
                            {"year", std::to_string(unemployment->year)}})});
}

void add_money_facts(std::vector<Fact>& facts, const Translator& t, const Answer& answer) {
    const auto& estimate = answer.estimate;
    if (estimate.dollars > 0 && estimate.gdp.total() > 0)
        facts.push_back({words::about(t, estimate.gdp.total()),
                         t("What the province’s economy loses in a year: {ratio} dollars for each dollar cut.",
                           {{"ratio", t.number(estimate.gdp.total() / estimate.dollars, {2})}})});
    if (estimate.labour_income.total() > 0)
        facts.push_back({words::about(t, estimate.labour_income.total()),
                         t("Pay and benefits that households no longer receive in a year.")});
    if (estimate.lost_revenue)
        facts.push_back({t.percent(estimate.lost_revenue->share_of_cut),
                         t("Of the saving is gone again: {amount} of taxes that the lost incomes no longer pay to all "
                           "governments together.",
                           {{"amount", words::about(t, estimate.lost_revenue->dollars)}})});
    if (estimate.jobs_total > 0)
        facts.push_back(
            {words::about(t, estimate.dollars / estimate.jobs_total), t("What is cut for each job that goes.")});
}

void write_facts(Out& out, const Translator& t, const Answer& answer) {
    std::vector<Fact> facts;
    add_employment_facts(facts, t, answer);
    add_money_facts(facts, t, answer);
    html::write<R"(<section class="section section--tint" aria-labelledby="meaning-title"><div class="frame">)">(out);
    write_heading(out, "meaning-title", t("What that means here"));
    html::write<R"(<dl class="jobs-facts">)">(out);
    for (const Fact& fact : facts)
        html::write<
            R"(<div class="jobs-facts__item"><dt class="jobs-facts__figure">{}</dt><dd class="jobs-facts__words">{}</dd></div>)">(
            out, fact.figure, fact.words);
    html::write<"</dl></div></section>">(out);
}

// ---- By industry

html::BarRow industry_row(const Translator& t, std::string label, const jobs_lost::Effect& effect) {
    return {.label = std::move(label),
            .figure = small(t, effect.total()),
            .parts = {{{0, effect.direct}, Ink::accent},
                      {{effect.direct, effect.simple()}, Ink::ink},
                      {{effect.simple(), effect.total()}, Ink::soft}}};
}

SafeHtml industry_table(const Translator& t, const Answer& answer) {
    html::ChartTable table{
        .id = "industries-table",
        .summary = t("All industries as a table"),
        .caption = t("Jobs lost by industry"),
        .columns = {t("Industry"), t("In the service itself"), t("Suppliers"), t("Spending of pay"), t("All")},
        .rows = {}};
    for (const auto& loss : answer.estimate.by_industry)
        table.rows.push_back({words::industry_of_code(t, loss), small(t, loss.jobs.direct),
                              small(t, loss.jobs.indirect), small(t, loss.jobs.induced), small(t, loss.jobs.total())});
    return html::chart_table(table);
}

void write_industries(Out& out, const Translator& t, const Answer& answer) {
    const auto& losses = answer.estimate.by_industry;
    if (losses.empty()) return;
    html::BarChart chart{.rows = {}};
    for (std::size_t i = 0; i < std::min(kIndustriesShown, losses.size()); ++i)
        chart.rows.push_back(industry_row(t, words::industry_of_code(t, losses[i]), losses[i].jobs));
    const auto rest = std::accumulate(
        losses.begin() + static_cast<std::ptrdiff_t>(chart.rows.size()), losses.end(), jobs_lost::Effect{},
        [](jobs_lost::Effect sum, const jobs_lost::IndustryLoss& each) { return sum += each.jobs; });
    if (rest.total() > 0) chart.rows.push_back(industry_row(t, t("All other industries"), rest));
    html::write<R"(<section class="section" aria-labelledby="industries-title"><div class="frame">)">(out);
    write_heading(out, "industries-title", t("Who loses the jobs"));
    out.append(html::chart_figure(
        {.id = "industries",
         .says = t("Hardest hit: {first}, then {second}.",
                   {{"first", chart.rows.front().label},
                    {"second", chart.rows.size() > 1 ? chart.rows[1].label : chart.rows.front().label}}),
         .chart = html::bar_chart(chart),
         .key = key_of_rounds(t),
         .beneath = industry_table(t, answer)}));
    html::write<"</div></section>">(out);
}

// ---- By place

// In four equal steps from the least to the most: the map is about differences between provinces.
int strength_of(double value, html::Stretch range) {
    const double length = range.to - range.from;
    if (!(length > 0)) return html::kTileStrengths / 2;
    const double share = (value - range.from) / length;
    return std::clamp(1 + static_cast<int>(share * html::kTileStrengths), 1, html::kTileStrengths);
}

html::Tile tile_of(const Translator& t, const Answer& answer, const Elsewhere& there) {
    const auto [least, most] = std::ranges::minmax(answer.elsewhere, {}, &Elsewhere::per_ten_thousand);
    const bool is_here = there.jurisdiction == answer.question.cut.jurisdiction;
    return {.code = std::string{jobs_lost::code_of(there.jurisdiction)},
            .name = words::place(t, there.jurisdiction),
            .figure = t.number(there.per_ten_thousand, {there.per_ten_thousand < 10 ? 1 : 0}),
            .strength = strength_of(there.per_ten_thousand, {least.per_ten_thousand, most.per_ten_thousand}),
            .url = calculator_path(t.locale()) + "?" + query_of(there.question),
            .current = is_here ? html::Current::page : html::Current::no};
}

html::TileMap map_of(const Translator& t, const Answer& answer) {
    html::TileMap map{.label = t("Jobs lost out of every ten thousand, by province"), .tiles = {}};
    for (const auto& there : answer.elsewhere) map.tiles.push_back(tile_of(t, answer, there));
    for (const auto each : jobs_lost::kJurisdictions) {
        const bool is_shown =
            std::ranges::find(answer.elsewhere, each, &Elsewhere::jurisdiction) != answer.elsewhere.end();
        if (is_shown || each == jobs_lost::Jurisdiction::ca) continue;
        map.tiles.push_back(
            {.code = std::string{jobs_lost::code_of(each)}, .name = words::place(t, each), .figure = "–"});
    }
    return map;
}

SafeHtml place_table(const Translator& t, const Answer& answer) {
    html::ChartTable table{
        .id = "places-table",
        .summary = t("The provinces as a table"),
        .caption = t("The same cut in each province"),
        .columns = {t("Province"), t("Cut in a year"), t("Jobs lost"), t("Out of every ten thousand")},
        .rows = {}};
    for (const auto& there : answer.elsewhere)
        table.rows.push_back({words::place(t, there.jurisdiction), words::money(t, there.dollars), jobs(t, there.jobs),
                              t.number(there.per_ten_thousand, {2})});
    return html::chart_table(table);
}

void write_spill_over(Out& out, const Translator& t, const Answer& answer) {
    if (!answer.estimate.spill_over) return;
    const auto& spill = *answer.estimate.spill_over;
    std::string most;
    if (!spill.by_jurisdiction.empty()) most = words::place(t, spill.by_jurisdiction.front().jurisdiction);
    html::write<R"(<p class="jobs__aside">{}</p>)">(
        out, t("Another {jobs} jobs are lost in other provinces, most of them in {place}, because suppliers and shops "
               "are there too. They are not part of the figure above.",
               {{"jobs", jobs(t, spill.jobs.total())}, {"place", most}}));
}

void write_places(Out& out, const Translator& t, const Answer& answer) {
    if (answer.elsewhere.empty()) return;
    html::write<R"(<section class="section" aria-labelledby="places-title"><div class="frame">)">(out);
    write_heading(out, "places-title", t("The same cut elsewhere"));
    const bool by_share = answer.same_cut == SameCut::share_of_spending;
    out.append(html::chart_figure(
        {.id = "places",
         .says = by_share ? t("If every province cut the same share of this service: jobs lost out of every ten "
                              "thousand. Choose a province to see its figure.")
                          : t("If every province cut the same amount for each person employed there: jobs lost out of "
                              "every ten thousand. Choose a province to see its figure."),
         .chart = html::tile_map(map_of(t, answer)),
         .beneath = place_table(t, answer)}));
    write_spill_over(out, t, answer);
    html::write<"</div></section>">(out);
}

// ---- Year by year

SafeHtml year_table(const Translator& t, const Answer& answer) {
    html::ChartTable table{.id = "years-table",
                           .summary = t("The years as a table"),
                           .caption = t("Jobs lost, year by year"),
                           .columns = {t("Year"), t("Cut"), t("Jobs lost"), t("At least"), t("At most")},
                           .rows = {}};
    for (const auto& year : answer.estimate.by_year)
        table.rows.push_back({std::to_string(year.year), words::money(t, year.dollars), jobs(t, year.jobs.total()),
                              jobs(t, year.range.low), jobs(t, year.range.high)});
    return html::chart_table(table);
}

std::string years_sentence(const Translator& t, const Answer& answer) {
    const auto& years = answer.estimate.by_year;
    const double work =
        std::accumulate(years.begin(), years.end(), 0.0,
                        [](double sum, const jobs_lost::YearLoss& year) { return sum + year.jobs.total(); });
    const auto count = static_cast<std::int64_t>(years.size());
    if (answer.estimate.cut.phase_in_years <= 1)
        return t.plural("In {count} year, {work} years of work are not done.",
                        "Over {count} years, {work} years of work are not done.", count, {{"work", jobs(t, work)}});
    return t("The cut grows until {year}. From {first} to {last}, {work} years of work are not done.",
             {{"year", std::to_string(years.front().year + answer.estimate.cut.phase_in_years - 1)},
              {"first", std::to_string(years.front().year)},
              {"last", std::to_string(years.back().year)},
              {"work", jobs(t, work)}});
}

// Without a phase-in every year is alike: a sentence says that better than a level line.
SafeHtml year_chart(const Translator& t, const Answer& answer) {
    if (answer.estimate.cut.phase_in_years <= 1) return {};
    html::LineChart chart{.id = "years-chart", .title = t("Jobs lost, year by year"), .points = {}};
    for (const auto& year : answer.estimate.by_year)
        chart.points.push_back({.label = std::to_string(year.year),
                                .figure = jobs(t, year.jobs.total()),
                                .value = year.jobs.total(),
                                .range = html::Stretch{year.range.low, year.range.high}});
    return html::line_chart(chart);
}

void write_years(Out& out, const Translator& t, const Answer& answer) {
    if (answer.estimate.by_year.size() < 2) return;
    html::write<R"(<section class="section" aria-labelledby="years-title"><div class="frame">)">(out);
    write_heading(out, "years-title", t("Year by year"));
    out.append(html::chart_figure({.id = "years",
                                   .says = years_sentence(t, answer),
                                   .chart = year_chart(t, answer),
                                   .beneath = year_table(t, answer)}));
    html::write<"</div></section>">(out);
}

// ---- How we know

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

// ---- Data and sources

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
    html::write<"</ul></div></section>">(out);
}

}  // namespace

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
    write_method(out, t, page);
    write_caveats(out, t, answer);
    write_scenarios(out, t, page);
    write_data(out, t, page);
    return std::move(out).finish();
}

}  // namespace jobs_calculator::pages
