// The result of the calculator: how the loss spreads, with what to do about it beside; what it means; by industry.
#include <algorithm>
#include <numeric>

#include "features/jobs_calculator/result_pages_parts.h"
#include "features/jobs_calculator/words.h"
#include "platform/html/assets.h"
#include "platform/html/charts_bars.h"
#include "platform/html/share_links.h"

namespace jobs_calculator::pages {
namespace {

using html::Ink;
using html::Out;
using html::SafeHtml;
using i18n::Translator;

constexpr std::size_t kIndustriesShown = 8;
constexpr double kNearlyAll = 0.97;

// Small figures keep a decimal: "0.4" is not "0".
std::string small(const Translator& t, double value) { return t.number(value, {value < 10 ? 1 : 0}); }

std::vector<html::KeyEntry> key_of_rounds(const Translator& t) {
    return {{Ink::accent, t("In the service itself")},
            {Ink::ink, t("Among its suppliers")},
            {Ink::soft, t("Where those people spent their pay")}};
}

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
    html::write_share_links(out, t,
                            {.heading = t("Show it to others"),
                             .address_label = t("Address of this figure"),
                             .title = title,
                             .url = page.addresses.link,
                             .mail = mail});
}

// Nearly all and nearly none are words, not 100% and 0%.
std::string sectors_sentence(const Translator& t, const Figures& figures) {
    const double share =
        figures.total > 0 ? static_cast<double>(figures.in_private) / static_cast<double>(figures.total) : 0;
    if (share >= kNearlyAll)
        return t(
            "Nearly all of the jobs are outside of governments: businesses and non-profit organizations lose them.");
    if (share <= 1 - kNearlyAll) return t("Nearly all of the jobs are in public services.");
    return t("{percent} of the jobs are not public ones: businesses and non-profit organizations lose them.",
             {{"percent", t.percent(share)}});
}

SafeHtml sectors_chart(const Translator& t, const Figures& figures) {
    const auto in_public = static_cast<double>(figures.in_public);
    const auto in_private = static_cast<double>(figures.in_private);
    return html::bar_chart({.rows = {{.label = t("Public services"),
                                      .figure = t.number(figures.in_public),
                                      .parts = {{{0, in_public}, Ink::accent}},
                                      .live = "public"},
                                     {.label = t("Businesses and non-profit organizations"),
                                      .figure = t.number(figures.in_private),
                                      .parts = {{{0, in_private}, Ink::ink}},
                                      .live = "private"}},
                            .scale = html::Stretch{0, static_cast<double>(std::max<std::int64_t>(1, figures.high))}});
}

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
        .columns = {t("Industry"), t("In the service itself"), t("Suppliers"), t("Spending of pay"), t("Total")},
        .rows = {}};
    for (const auto& loss : answer.estimate.by_industry)
        table.rows.push_back({words::industry_of_code(t, loss), small(t, loss.jobs.direct),
                              small(t, loss.jobs.indirect), small(t, loss.jobs.induced), small(t, loss.jobs.total())});
    return html::chart_table(table);
}

}  // namespace

void write_spread(Out& out, const Translator& t, const CalculatorPage& page) {
    const Answer& answer = *page.answer;
    html::write<
        R"(<section class="section" aria-labelledby="spread-title"><div class="frame"><div class="split"><div class="split__main">)">(
        out);
    write_heading(out, "spread-title", t("How the loss spreads"));
    out.append(
        html::chart_figure({.id = "spread", .says = words::spread(t, answer), .chart = spread_chart(t, answer)}));
    out.append(html::chart_figure(
        {.id = "sectors", .says = sectors_sentence(t, answer.figures), .chart = sectors_chart(t, answer.figures)}));
    html::write<R"(</div><aside class="split__side jobs__side">)">(out);
    write_next_actions(out, t, page);
    write_share(out, t, page);
    html::write<"</aside></div></div></section>">(out);
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

}  // namespace jobs_calculator::pages
