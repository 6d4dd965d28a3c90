// The result of the test: the verdict and its reasons first, then each criterion, services, incomes, jobs, other years.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "features/fairness_test/pages.h"
#include "features/fairness_test/words.h"
#include "platform/html/assets.h"
#include "platform/html/charts_bars.h"
#include "platform/html/charts_line.h"
#include "platform/html/forms.h"

namespace fairness_test::pages {
namespace {

using budget_fairness::BudgetKind;
using budget_fairness::Grouping;
using html::Ink;
using html::Out;
using html::SafeHtml;
using i18n::Translator;

constexpr int kHousehold = 4;  // people in the example

bool is_record(const TestAnswer& answer) { return answer.budget.kind == BudgetKind::record; }

void write_heading(Out& out, const std::string& id, const std::string& words) {
    html::write<R"(<h2 class="section__title" id="{}">{}</h2>)">(out, id, words);
}

// A bar from nothing to the value, to the left or the right.
html::BarPart bar_of(double value, Ink ink) {
    return {value < 0 ? html::Stretch{value, 0} : html::Stretch{0, value}, ink};
}

Ink ink_of(double value) { return value < 0 ? Ink::accent : Ink::ink; }

// ---- Criterion by criterion

void write_evidence(Out& out, const Translator& t, const budget_fairness::Finding& finding) {
    if (finding.judgement && !finding.judgement->evidence.empty())
        html::write<R"(<p class="fair-finding__evidence"><a href="{}" rel="noopener">{}</a> {}</p>)">(
            out, finding.judgement->evidence, t("Evidence"),
            t("Reviewed by {reviewer}.", {{"reviewer", finding.judgement->reviewer}}));
    if (finding.criterion.threshold)
        html::write<R"(<p class="fair-finding__threshold">{}</p>)">(out,
                                                                    words::threshold(t, *finding.criterion.threshold));
}

void write_finding(Out& out, const Translator& t, const TestAnswer& answer, const budget_fairness::Finding& finding) {
    html::write<
        R"(<li class="fair-finding fair-finding--{}"><p class="fair-finding__rating">{} <span class="fair-finding__weight">{}</span></p><h3 class="fair-finding__title">{}</h3><p class="fair-finding__question">{}</p><p class="fair-finding__figure">{}</p>)">(
        out, name_of(finding.rating), rating_badge(t, finding.rating),
        t.plural("{count} point", "{count} points", static_cast<std::int64_t>(finding.criterion.weight)),
        finding.criterion.title.in(t.locale()), finding.criterion.question.in(t.locale()),
        words::finding(t, answer, finding));
    html::write<
        R"(<details class="disclosure"><summary class="disclosure__summary">{}</summary><div class="disclosure__body"><p>{}</p>)">(
        out, t("Why this is asked, and how"), finding.criterion.reason.in(t.locale()));
    write_evidence(out, t, finding);
    html::write<"</div></details></li>">(out);
}

void write_findings(Out& out, const Translator& t, const TestAnswer& answer) {
    html::write<R"(<section class="section" aria-labelledby="criteria"><div class="frame">)">(out);
    write_heading(out, "criteria", t("Question by question"));
    html::write<R"(<ol class="fair-findings">)">(out);
    for (const auto& finding : answer.result.findings) write_finding(out, t, answer, finding);
    html::write<R"(</ol><p><a class="more-link" href="{}/rubric">{} {}</a></p></div></section>)">(
        out, test_path(t.locale()),
        t("These rules are version {version}, declared beforehand", {{"version", answer.rubric->version}}),
        html::icon("arrow-right"));
}

// ---- Services

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

// ---- Incomes

void write_incomes_missing(Out& out, const Translator& t, const TestAnswer& answer) {
    const std::string words = words::incomes_missing(t, answer);
    html::write<
        R"(<div class="notice notice--information">{}<div class="notice__body"><h3 class="notice__title">{}</h3><p>{}</p>)">(
        out, html::icon("info"), t("Not in this answer: who pays and who gains"), words);
    for (const std::string& name : answer.incomes.unknown_parameters) html::write<"<p><code>{}</code></p>">(out, name);
    html::write<"</div></div>">(out);
}

enum class Measured : unsigned char { dollars, percent };

html::BarChart decile_chart(const Translator& t, const budget_fairness::Result& result, Measured measured) {
    const bool in_percent = measured == Measured::percent;
    html::BarChart chart{.rows = {}};
    const auto row = [&](std::string label, const budget_fairness::GroupResult& group) {
        const double value = in_percent ? group.change_percent() : group.change_per_family();
        chart.rows.push_back({.label = std::move(label),
                              .figure = in_percent ? words::signed_percent(t, value) : words::signed_dollars(t, value),
                              .parts = {bar_of(value, ink_of(value))}});
    };
    const auto& deciles = result.by(Grouping::decile);
    for (std::size_t i = 0; i < deciles.size(); ++i)
        row(i == 0                    ? t("Poorest tenth")
            : i + 1 == deciles.size() ? t("Richest tenth")
                                      : t("Tenth {number}", {{"number", static_cast<std::int64_t>(i + 1)}}),
            deciles[i]);
    row(t("Richest 1%"), result.by(Grouping::top_percent)[1]);
    return chart;
}

SafeHtml decile_table(const Translator& t, const budget_fairness::Result& result) {
    html::ChartTable table{.id = "deciles-table",
                           .summary = t("The figures as a table"),
                           .caption = t("Change of income after tax, by tenth of the people"),
                           .columns = {t("Tenth"), t("Dollars a family"), t("In percent"), t("Gain"), t("Lose")},
                           .rows = {}};
    const auto& deciles = result.by(Grouping::decile);
    for (std::size_t i = 0; i < deciles.size(); ++i) {
        const double persons = std::max(1.0, deciles[i].persons);
        table.rows.push_back({t.number(i + 1), words::signed_dollars(t, deciles[i].change_per_family()),
                              words::signed_percent(t, deciles[i].change_percent()),
                              t.percent(deciles[i].winners / persons), t.percent(deciles[i].losers / persons)});
    }
    return html::chart_table(table);
}

std::string deciles_sentence(const Translator& t, const budget_fairness::Result& result) {
    const auto& deciles = result.by(Grouping::decile);
    return t("A family of the poorest tenth: {poorest} a year. One of the richest tenth: {richest}.",
             {{"poorest", words::signed_dollars(t, deciles.front().change_per_family())},
              {"richest", words::signed_dollars(t, deciles.back().change_per_family())}});
}

void write_balance(Out& out, const Translator& t, const TestAnswer& answer) {
    const auto balance = answer.balance();
    if (!balance) return;
    const std::string amount = words::large_dollars(t, *balance);
    html::write<R"(<p class="fair-balance">{}</p>)">(
        out, std::abs(*balance) < 5e5 ? t("The package pays for itself.")
             : *balance > 0           ? t("Governments have {amount} more a year in all.", {{"amount", amount}})
                            : t("The package costs governments {amount} a year in all.", {{"amount", amount}}));
}

void write_before_after(Out& out, const Translator& t, const budget_fairness::Result& result) {
    html::LineChart before{
        .id = "rates-chart", .title = t("Share of income that goes to taxes, by tenth"), .points = {}};
    const auto& deciles = result.by(Grouping::decile);
    html::ChartTable table{.id = "rates-table",
                           .summary = t("Before and after as a table"),
                           .caption = t("Income taxes and contributions, share of income before tax"),
                           .columns = {t("Tenth"), t("Before"), t("After")},
                           .rows = {}};
    for (std::size_t i = 0; i < deciles.size(); ++i) {
        const double old_rate = deciles[i].baseline.taxes() / std::max(1.0, deciles[i].baseline.income);
        const double new_rate = deciles[i].reform.taxes() / std::max(1.0, deciles[i].reform.income);
        before.points.push_back(
            {t.number(i + 1), t.percent(new_rate, {1}), 100 * new_rate,
             html::Stretch{100 * std::min(old_rate, new_rate), 100 * std::max(old_rate, new_rate)}});
        table.rows.push_back({t.number(i + 1), t.percent(old_rate, {2}), t.percent(new_rate, {2})});
    }
    out.append(
        html::chart_figure({.id = "rates",
                            .says = t("What each tenth pays of its income. The band lies between before and after."),
                            .chart = html::line_chart(before),
                            .beneath = html::chart_table(table)}));
}

void write_sample_note(Out& out, const Translator& t, const ResultPage& page) {
    const auto& result = *page.answer.incomes.effects->result;
    const auto count = static_cast<std::int64_t>(result.adults);
    if (!result.is_sample) {
        html::write<R"(<p class="fair-note">{}</p>)">(
            out, t("From {count} made-up adults who together look like the people there.", {{"count", count}}));
        return;
    }
    const std::string_view joint = page.addresses.page.find('?') == std::string::npos ? "?" : "&";
    html::write<R"(<p class="fair-note">{} <a href="{}" rel="nofollow">{}</a></p>)">(
        out, t("A first answer from a sample of {count} made-up adults.", {{"count", count}}),
        fmt::format("{}{}depth=full", page.addresses.page, joint), t("Ask the whole population"));
}

void write_incomes(Out& out, const Translator& t, const ResultPage& page) {
    const TestAnswer& answer = page.answer;
    if (!is_record(answer) && !changes_law(answer.budget)) return;
    html::write<R"(<section class="section" aria-labelledby="incomes"><div class="frame">)">(out);
    write_heading(out, "incomes", t("Who pays, who gains"));
    if (!answer.incomes.effects) {
        write_incomes_missing(out, t, answer);
    } else {
        const auto& result = *answer.incomes.effects->result;
        out.append(html::chart_figure({.id = "deciles-dollars",
                                       .says = deciles_sentence(t, result),
                                       .chart = html::bar_chart(decile_chart(t, result, Measured::dollars)),
                                       .key = {{Ink::ink, t("more")}, {Ink::accent, t("less")}}}));
        out.append(html::chart_figure({.id = "deciles-percent",
                                       .says = t("The same in percent of income after tax."),
                                       .chart = html::bar_chart(decile_chart(t, result, Measured::percent)),
                                       .beneath = decile_table(t, result)}));
        write_before_after(out, t, result);
        write_sample_note(out, t, page);
    }
    html::write<"</div></section>">(out);
}

// ---- Services by tenth, from the simulation

void write_services_by_decile(Out& out, const Translator& t, const TestAnswer& answer) {
    if (answer.incomes.services.empty()) return;
    html::write<R"(<section class="section section--tint" aria-labelledby="services-deciles"><div class="frame">)">(
        out);
    write_heading(out, "services-deciles", t("Services, for each household"));
    html::BarChart chart{.rows = {}};
    for (std::size_t tenth = 0; tenth < 10; ++tenth) {
        double dollars = 0;
        for (const auto& service : answer.incomes.services) dollars += service.per_household[tenth];
        chart.rows.push_back({.label = t("Tenth {number}", {{"number", static_cast<std::int64_t>(tenth + 1)}}),
                              .figure = words::signed_dollars(t, dollars),
                              .parts = {bar_of(dollars, ink_of(dollars))}});
    }
    out.append(
        html::chart_figure({.id = "services-deciles-chart",
                            .says = t("What the change in services is worth to a household of each tenth, a year."),
                            .chart = html::bar_chart(chart)}));
    html::write<"</div></section>">(out);
}

// ---- Jobs

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

// ---- Measures

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

// ---- Another baseline

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

// ---- History: spending per person year by year

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

// ---- Sources, sharing

void write_sources(Out& out, const Translator& t, const ResultPage& page) {
    html::write<R"(<section class="section" aria-labelledby="sources"><div class="frame frame--narrow">)">(out);
    write_heading(out, "sources", t("Sources and working"));
    html::write<R"(<ul class="fair-sources">)">(out);
    for (const std::string& source : page.answer.budget.sources)
        html::write<R"(<li><a href="{}" rel="noopener">{}</a></li>)">(out, source, source);
    html::write<
        R"(<li><a href="{}/method">{}</a></li><li><a href="{}">{}</a></li><li><a href="{}">{}</a></li></ul></div></section>)">(
        out, test_path(t.locale()), t("How the test works, and what it does not know"), page.addresses.csv,
        t("All figures as a file (CSV)"), page.addresses.json, t("The same for programs (JSON)"));
}

void write_share(Out& out, const Translator& t, const ResultPage& page) {
    const std::string title =
        words::label(t, page.answer.budget.title.in(t.locale())) + " " + words::verdict(t, page.answer.result.verdict);
    const std::string frame =
        fmt::format(R"(<iframe src="{}" title="{}" width="100%" height="560" loading="lazy"></iframe>)",
                    page.addresses.embed, title);
    html::write<R"(<section class="section"><div class="frame"><div class="share"><h2 class="share__title">{}</h2>
    <p class="share__link"><label class="visually-hidden" for="share-url">{}</label><input class="share__url" id="share-url" readonly value="{}"></p>
    <ul class="share__list">
      <li><button class="button button--primary share__button" type="button" data-share data-share-title="{}" data-share-url="{}" data-share-copied="{}" hidden>{} {}</button></li>
      <li><a class="button button--quiet share__button" href="mailto:?subject={}&amp;body={}">{} {}</a></li>
      <li><button class="button button--quiet share__button" type="button" data-print hidden>{}</button></li>
    </ul><p class="share__status visually-hidden" role="status" data-share-status></p>
    <details class="disclosure"><summary class="disclosure__summary">{}</summary><div class="disclosure__body"><pre class="code-block" tabindex="0"><code>{}</code></pre></div></details>
  </div></div></section>)">(out, t("Show it to others"), t("Address of this result"), page.addresses.link, title,
                            page.addresses.link, t("Address copied"), html::icon("share"), t("Share"), title,
                            page.addresses.link, html::icon("mail"), t("By email"), t("Print"),
                            t("Put it on your own site"), frame);
}

void write_next(Out& out, const ResultPage& page, const Translator& t) {
    if (page.next.empty()) return;
    html::write<R"(<section class="section"><div class="frame">)">(out);
    for (const auto& action : page.next)
        html::write<
            R"(<div class="next-action accent-2"><p class="next-action__label">{}</p><h2 class="next-action__title"><a class="next-action__link" href="{}">{}</a></h2><p class="next-action__text">{}</p></div>)">(
            out, t("What you can do now"), action.path, action.call, action.summary);
    html::write<"</div></section>">(out);
}

void write_hero(Out& out, const Translator& t, const ResultPage& page) {
    const auto& budget = page.answer.budget;
    html::write<R"(
  <header class="fair-hero"><div class="fair-hero__inner frame">
    <p class="fair-hero__eyebrow"><a href="{}">{}</a></p>
    <h1 class="fair-hero__title fair-hero__title--budget">{}</h1>)">(out, test_path(t.locale()), t("The Fairness Test"),
                                                                     budget.title.in(t.locale()));
    if (budget.kind == BudgetKind::example)
        html::write<R"(<p><span class="badge badge--warning">{}</span></p>)">(
            out, t("Invented example: nobody proposed it"));
    html::write<R"(<p class="fair-hero__lead">{}</p>{}</div></header>)">(out, budget.summary.in(t.locale()),
                                                                         verdict_part(t, page.answer));
}

// ---- The form of one's own budget

std::vector<html::Choice> place_choices(const Translator& t) {
    std::vector<html::Choice> choices{{"CA", words::place(t, budget_fairness::Jurisdiction::canada)}};
    for (const auto place : budget_fairness::provinces_and_territories())
        choices.push_back({std::string{code(place)}, words::place(t, place)});
    return choices;
}

void write_lever(Out& out, const Translator& t, const OwnPage& page, Lever lever) {
    const LeverKind& kind = fairness_test::kind_of(lever);
    const html::Fields fields{t, page.problems};
    const auto text = [](double value) { return fmt::format("{}", value); };
    const std::string& typed = page.typed.at(lever);
    html::write<
        R"(<div class="fair-lever" data-fairness-lever>{}<input class="fair-lever__slider" type="range" min="{}" max="{}" step="{}" value="{}" aria-label="{}" data-fairness-slider hidden></div>)">(
        out,
        fields.text({.name = std::string{kind.name},
                     .label = t(kind.label),
                     .value = typed,
                     .required = html::Required::no,
                     .hint = t(kind.unit),
                     .size = html::FieldSize::small,
                     .max_length = 20}),
        text(kind.least), text(kind.most), text(kind.step), typed.empty() ? "0" : typed, t(kind.label));
}

void write_own_form(Out& out, const Translator& t, const OwnPage& page) {
    const html::Fields fields{t, page.problems};
    html::write<
        R"(<form class="form fair-form" id="budget" method="get" action="{}/yours" novalidate data-fairness-form>{}{}<div class="fair-form__levers">)">(
        out, test_path(t.locale()), fields.error_summary(),
        fields.select(
            {.name = "place", .label = t("Whose budget"), .choices = place_choices(t), .value = page.typed.place}));
    for (const Lever lever : page.levers) write_lever(out, t, page, lever);
    html::write<R"(</div>{}</form>)">(out, fields.button({.label = t("Put it to the test"),
                                                          .size = html::ButtonSize::large,
                                                          .width = html::ButtonWidth::full}));
}

}  // namespace

html::SafeHtml details_part(const Translator& t, const ResultPage& page) {
    Out out;
    write_balance(out, t, page.answer);
    write_findings(out, t, page.answer);
    write_incomes(out, t, page);
    write_services(out, t, page.answer);
    write_services_by_decile(out, t, page.answer);
    write_jobs(out, t, page.answer);
    write_measures(out, t, page.answer);
    return std::move(out).finish();
}

html::SafeHtml result(const Translator& t, const ResultPage& page) {
    Out out;
    out.reserve(48 * 1024);
    html::write<R"(<article class="fair">)">(out);
    write_hero(out, t, page);
    out.append(details_part(t, page));
    write_baselines(out, t, page);
    write_history(out, t, page.answer);
    if (!page.provinces.empty())
        html::write<
            R"(<section class="section section--tint" aria-labelledby="map"><div class="frame"><h2 class="section__title" id="map">{}</h2>{}</div></section>)">(
            out, t("The other provinces"), province_map(t, page.provinces, page.answer.budget.slug));
    write_share(out, t, page);
    write_next(out, page, t);
    write_sources(out, t, page);
    html::write<"</article>">(out);
    return std::move(out).finish();
}

html::SafeHtml own(const Translator& t, const OwnPage& page) {
    Out out;
    out.reserve(48 * 1024);
    html::write<R"(<article class="fair" data-fairness>
  <header class="fair-hero fair-hero--own"><div class="fair-hero__inner frame"><div class="fair-hero__words">
    <p class="fair-hero__eyebrow"><a href="{}">{}</a></p>
    <h1 class="fair-hero__title">{}</h1>
    <div data-fairness-part="verdict">)">(out, test_path(t.locale()), t("The Fairness Test"),
                                          t("Make your own budget"));
    if (page.result != nullptr)
        out.append(verdict_part(t, page.result->answer));
    else
        html::write<"<p>{}</p>">(out, t("Put right what is marked, and try again."));
    html::write<"</div></div>">(out);
    write_own_form(out, t, page);
    html::write<R"(</div></header><p class="visually-hidden" role="status" data-fairness-status></p>)">(out);
    const bool is_sample = page.result != nullptr && page.result->answer.is_sample();
    html::write<R"(<div data-fairness-part="details" {}>)">(out, html::attribute_if(is_sample, "data-fairness-sample"));
    if (page.result != nullptr) {
        out.append(details_part(t, *page.result));
        write_share(out, t, *page.result);
        write_next(out, *page.result, t);
        write_sources(out, t, *page.result);
    }
    html::write<"</div></article>">(out);
    return std::move(out).finish();
}

}  // namespace fairness_test::pages
