// The result of the calculator: the same cut in every province, and year by year.
#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "features/jobs_calculator/result_pages_parts.h"
#include "features/jobs_calculator/words.h"
#include "platform/html/charts_line.h"
#include "platform/html/charts_tiles.h"

namespace jobs_calculator::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

// In four equal steps from the least to the most: the map is about differences between provinces.
int strength_of(double value, html::Stretch range) {
    const double length = range.to - range.from;
    if (!(length > 0)) return html::kTileStrengths / 2;
    const double share = (value - range.from) / length;
    return std::clamp(1 + static_cast<int>(share * html::kTileStrengths), 1, html::kTileStrengths);
}

// From a figure of earlier data to others of the same.
std::string same_edition(const Answer& answer) {
    if (!answer.until) return {};
    return fmt::format("&model={}&data={}", answer.estimate.model_version, answer.edition);
}

html::Tile tile_of(const Translator& t, const Answer& answer, const Elsewhere& there) {
    const auto [least, most] = std::ranges::minmax(answer.elsewhere, {}, &Elsewhere::per_ten_thousand);
    const bool is_here = there.jurisdiction == answer.question.cut.jurisdiction;
    return {.code = std::string{jobs_lost::code_of(there.jurisdiction)},
            .name = words::place(t, there.jurisdiction),
            .figure = t.number(there.per_ten_thousand, {there.per_ten_thousand < 10 ? 1 : 0}),
            .strength = strength_of(there.per_ten_thousand, {least.per_ten_thousand, most.per_ten_thousand}),
            .url = calculator_path(t.locale()) + "?" + query_of(there.question) + same_edition(answer),
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
        table.rows.push_back({words::place(t, there.jurisdiction), words::money(t, there.dollars),
                              jobs_figure(t, there.jobs), t.number(there.per_ten_thousand, {2})});
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
               {{"jobs", jobs_figure(t, spill.jobs.total())}, {"place", most}}));
}

SafeHtml year_table(const Translator& t, const Answer& answer) {
    html::ChartTable table{.id = "years-table",
                           .summary = t("The years as a table"),
                           .caption = t("Jobs lost, year by year"),
                           .columns = {t("Year"), t("Cut"), t("Jobs lost"), t("At least"), t("At most")},
                           .rows = {}};
    for (const auto& year : answer.estimate.by_year)
        table.rows.push_back({std::to_string(year.year), words::money(t, year.dollars),
                              jobs_figure(t, year.jobs.total()), jobs_figure(t, year.range.low),
                              jobs_figure(t, year.range.high)});
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
                        "Over {count} years, {work} years of work are not done.", count,
                        {{"work", jobs_figure(t, work)}});
    return t("The cut grows until {year}. From {first} to {last}, {work} years of work are not done.",
             {{"year", std::to_string(years.front().year + answer.estimate.cut.phase_in_years - 1)},
              {"first", std::to_string(years.front().year)},
              {"last", std::to_string(years.back().year)},
              {"work", jobs_figure(t, work)}});
}

// Without a phase-in every year is alike: a sentence says that better than a level line.
SafeHtml year_chart(const Translator& t, const Answer& answer) {
    if (answer.estimate.cut.phase_in_years <= 1) return {};
    html::LineChart chart{.id = "years-chart", .title = t("Jobs lost, year by year"), .points = {}};
    for (const auto& year : answer.estimate.by_year)
        chart.points.push_back({.label = std::to_string(year.year),
                                .figure = jobs_figure(t, year.jobs.total()),
                                .value = year.jobs.total(),
                                .range = html::Stretch{year.range.low, year.range.high}});
    return html::line_chart(chart);
}

}  // namespace

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

}  // namespace jobs_calculator::pages
