// The sections on services, jobs, measures, other starting years and what was spent year by year.
#include <algorithm>
#include <cmath>

#include "features/fairness_test/pages.h"
#include "features/fairness_test/result_pages_parts.h"
#include "features/fairness_test/words.h"
#include "platform/html/charts_bars.h"
#include "platform/html/charts_line.h"
#include "platform/html/forms.h"

namespace fairness_test::pages::parts {

using html::Ink;
using html::Out;
using html::SafeHtml;
using i18n::Translator;

namespace {

constexpr int kHousehold = 4;  // people in the example

std::string services_sentence(const Translator& t, const TestAnswer& answer) {
    double change = 0;
    for (const auto& effect : answer.services) change += effect.change.difference();
    const std::string household = words::dollars(t, std::abs(change) * kHousehold);
    if (is_record(answer)) {
        const std::string year = std::to_string(answer.budget.first_year);
        return change < 0 ? t("Compared with {year}, a household of four has {dollars} less a year in public services.",
                              {{"year", year}, {"dollars", household}})
                          : t("Compared with {year}, a household of four has {dollars} more a year in public services.",
                              {{"year", year}, {"dollars", household}});
    }
    return change < 0 ? t("A household of four loses {dollars} a year in public services.", {{"dollars", household}})
                      : t("A household of four gains {dollars} a year in public services.", {{"dollars", household}});
}

SafeHtml services_table(const Translator& t, const TestAnswer& answer) {
    html::ChartTable table{.id = "services-table",
                           .summary = t("The figures as a table"),
                           .caption = t("Spending per person, dollars a year"),
                           .columns = {t("Service"), t("Before"), t("After"), t("Change"), t("In percent")},
                           .rows = {}};
    for (const auto& effect : answer.services)
        table.rows.push_back({t(function_of(effect.service).name), t.number(effect.change.before, {0}),
                              t.number(effect.change.after, {0}), words::signed_dollars(t, effect.change.difference()),
                              words::signed_percent(t, effect.change.percent())});
    return html::chart_table(table);
}

bool changes_services(const TestAnswer& answer) {
    return std::ranges::any_of(answer.services,
                               [](const auto& effect) { return std::abs(effect.change.difference()) >= 0.5; });
}

}  // namespace

void write_services(Out& out, const Translator& t, const TestAnswer& answer) {
    if (!changes_services(answer)) return;
    html::write<R"(<section class="section section--tint" aria-labelledby="services"><div class="frame">)">(out);
    write_heading(out, "services", t("Public services, for each person"));
    html::BarChart chart{.rows = {}};
    for (const auto& effect : answer.services)
        chart.rows.push_back({.label = t(function_of(effect.service).name),
                              .figure = words::signed_dollars(t, effect.change.difference()),
                              .parts = {bar_of(effect.change.difference(), ink_of(effect.change.difference()))},
                              .note = words::signed_percent(t, effect.change.percent())});
    out.append(html::chart_figure({.id = "services-chart",
                                   .says = services_sentence(t, answer),
                                   .chart = html::bar_chart(chart),
                                   .key = {{Ink::ink, t("more")}, {Ink::accent, t("less")}},
                                   .beneath = services_table(t, answer)}));
    html::write<R"(<p class="fair-note">{}</p></div></section>)">(
        out, is_record(answer)
                 ? t("Provincial and local governments together, in dollars of {year}, divided by the people there.",
                     {{"year", std::to_string(answer.budget.year)}})
                 : t("Against services as they were in the last published year, provincial and local governments "
                     "together."));
}

void write_jobs(Out& out, const Translator& t, const TestAnswer& answer) {
    if (!answer.jobs || std::abs(answer.jobs->jobs) < 0.5) return;
    html::write<R"(<section class="section" aria-labelledby="jobs"><div class="frame">)">(out);
    write_heading(out, "jobs", t("Jobs"));
    const double low = std::min(std::abs(answer.jobs->low), std::abs(answer.jobs->high));
    const double high = std::max(std::abs(answer.jobs->low), std::abs(answer.jobs->high));
    const std::string range =
        t("between {low} and {high}", {{"low", t.number(low, {0})}, {"high", t.number(high, {0})}});
    html::write<R"(<p class="fair-jobs"><span class="fair-jobs__count">{}</span> {} {}</p>)">(
        out, t.number(std::abs(answer.jobs->jobs), {0}),
        answer.jobs->jobs > 0 ? t("more jobs supported in a year, public and private")
                              : t("fewer jobs in a year, public and private"),
        "(" + range + ").");
    html::write<R"(<p class="fair-note">{} <a href="/{}/jobs-lost">{}</a></p></div></section>)">(
        out,
        answer.jobs->is_estimated ? t("Estimated with tables regionalized for this province.")
                                  : t("With the published multipliers of this province."),
        base::code(t.locale()), t("Jobs-lost calculator"));
}

namespace {

std::string measure_words(const Translator& t, const budget_fairness::Measure& measure) {
    if (const auto* spending = std::get_if<budget_fairness::SpendingMeasure>(&measure.what))
        return t("{service}: {amount} {direction} a year",
                 {{"service", t(function_of(spending->service).name)},
                  {"amount", words::large_dollars(t, spending->million_dollars * 1e6)},
                  {"direction", spending->million_dollars < 0 ? t("less") : t("more")}});
    const auto& law = std::get<budget_fairness::ParameterMeasure>(measure.what);
    const bool is_rate = law.parameter.ends_with("rate") && law.change != budget_fairness::Change::scale;
    const std::string value = is_rate ? t.percent(law.value, {2}) : t.number(law.value, {2});
    switch (law.change) {
        case budget_fairness::Change::set:
            return t("{parameter} becomes {value}", {{"parameter", law.parameter}, {"value", value}});
        case budget_fairness::Change::add:
            return t("{parameter} changes by {value}", {{"parameter", law.parameter}, {"value", value}});
        case budget_fairness::Change::scale:
            return t("{parameter} is multiplied by {value}", {{"parameter", law.parameter}, {"value", value}});
    }
    return {};
}

}  // namespace

void write_measures(Out& out, const Translator& t, const TestAnswer& answer) {
    if (answer.budget.measures.empty()) return;
    html::write<R"(<section class="section" aria-labelledby="measures"><div class="frame">)">(out);
    write_heading(out, "measures", t("What it changes"));
    html::write<R"(<ul class="fair-measures">)">(out);
    for (const auto& measure : answer.budget.measures) {
        html::write<R"(<li class="fair-measures__item"><strong>{}</strong> <span>{}</span>)">(
            out, measure.title.in(t.locale()), measure_words(t, measure));
        if (!measure.source.empty())
            html::write<R"( <a href="{}" rel="noopener">{}</a>)">(out, measure.source, t("Source"));
        html::write<"</li>">(out);
    }
    html::write<"</ul></div></section>">(out);
}

namespace {

void write_baseline_form(Out& out, const Translator& t, const ResultPage& page) {
    const base::Problems none;
    const html::Fields fields{t, none};
    std::vector<html::Choice> years;
    for (const auto& other : page.baselines)
        years.push_back({std::to_string(other.since), std::to_string(other.since)});
    html::write<R"(<form class="form fair-baseline" method="get" action="{}">{}{}{}</form>)">(
        out, budget_path(t.locale(), page.answer.budget.slug),
        fields.select({.name = "since",
                       .label = t("Compared with"),
                       .choices = std::move(years),
                       .value = std::to_string(page.answer.budget.first_year)}),
        fields.select({.name = "prices",
                       .label = t("Inflation measured by"),
                       .choices = {{"government", t("what governments buy")}, {"consumer", t("what households buy")}},
                       .value = std::string{name_of(page.answer.prices)}}),
        fields.button({.label = t("Judge against this year"), .kind = html::ButtonKind::quiet}));
}

}  // namespace

void write_baselines(Out& out, const Translator& t, const ResultPage& page) {
    if (page.baselines.empty()) return;
    html::write<R"(<section class="section section--tint" aria-labelledby="baseline"><div class="frame">)">(out);
    write_heading(out, "baseline", t("Another starting year, another verdict?"));
    html::write<R"(<p class="section__lead">{}</p>)">(
        out, t("Every comparison needs a year to compare with. Choose another, and see whether the verdict holds."));
    write_baseline_form(out, t, page);
    html::write<R"(<ol class="fair-years">)">(out);
    for (const auto& other : page.baselines)
        html::write<
            R"(<li class="fair-years__item"><a href="{}?since={}&amp;prices={}">{}</a> <span class="badge badge--{}">{}</span></li>)">(
            out, budget_path(t.locale(), page.answer.budget.slug), other.since, name_of(page.answer.prices),
            other.since,
            other.result.verdict == budget_fairness::Verdict::passes  ? "success"
            : other.result.verdict == budget_fairness::Verdict::fails ? "danger"
                                                                      : "neutral",
            words::verdict(t, other.result.verdict));
    html::write<"</ol></div></section>">(out);
}

void write_history(Out& out, const Translator& t, const TestAnswer& answer) {
    if (!is_record(answer)) return;
    const auto& record = budget_fairness::SpendingRecord::shipped();
    html::write<R"(<section class="section" aria-labelledby="history"><div class="frame">)">(out);
    write_heading(out, "history", t("Year by year"));
    for (const auto service :
         {budget_fairness::Service::health, budget_fairness::Service::education, budget_fairness::Service::social}) {
        const std::string slug{function_of(service).slug};
        html::LineChart chart{.id = "line-" + slug, .title = t(function_of(service).name), .points = {}};
        for (int year = record.first_year(); year <= answer.budget.year; ++year)
            if (const auto value = record.real_per_person(answer.budget.jurisdiction, service, year,
                                                          {record.first_year(), answer.budget.year, answer.prices}))
                chart.points.push_back({std::to_string(year), words::dollars(t, *value), *value, {}});
        out.append(html::chart_figure(
            {.id = "history-" + slug,
             .says = t("{service}: dollars of {year} for each person",
                       {{"service", t(function_of(service).name)}, {"year", std::to_string(answer.budget.year)}}),
             .chart = html::line_chart(chart)}));
    }
    html::write<"</div></section>">(out);
}

}  // namespace fairness_test::pages::parts
