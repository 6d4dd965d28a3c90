// The sections on incomes: who pays and who gains by tenth, before and after, and what the services they lose are
// worth.
#include <algorithm>
#include <cmath>
#include <ranges>

#include <fmt/format.h>

#include "features/fairness_test/pages.h"
#include "features/fairness_test/result_pages_parts.h"
#include "features/fairness_test/words.h"
#include "platform/html/assets.h"
#include "platform/html/charts_bars.h"
#include "platform/html/charts_line.h"

namespace fairness_test::pages::parts {

using budget_fairness::Grouping;
using html::Ink;
using html::Out;
using html::SafeHtml;
using i18n::Translator;

namespace {

void write_incomes_missing(Out& out, const Translator& t, const TestAnswer& answer) {
    const std::string words = words::incomes_missing(t, answer);
    html::write<
        R"(<div class="notice notice--information">{}<div class="notice__body"><h3 class="notice__title">{}</h3><p>{}</p>)">(
        out, html::icon("info"), t("Not in this answer: who pays and who gains"), words);
    for (const std::string& name : answer.incomes.refused_parameters) html::write<"<p><code>{}</code></p>">(out, name);
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

}  // namespace

void write_balance(Out& out, const Translator& t, const TestAnswer& answer) {
    const auto balance = answer.balance();
    if (!balance) return;
    const std::string amount = words::large_dollars(t, *balance);
    html::write<R"(<p class="fair-balance">{}</p>)">(
        out, std::abs(*balance) < 5e5 ? t("The package pays for itself.")
             : *balance > 0           ? t("Governments have {amount} more a year in all.", {{"amount", amount}})
                            : t("The package costs governments {amount} a year in all.", {{"amount", amount}}));
}

namespace {

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

// Of a record: which laws are held side by side.
void write_compared_law(Out& out, const Translator& t, const IncomeEffects& effects) {
    if (effects.since == 0) return;
    html::write<R"(<p class="fair-note">{}</p>)">(
        out,
        t("The province’s income tax and benefits of {since}, in prices of {year}, beside those of {year}; federal "
          "law is that of {year} in both. Nobody’s own income changes.",
          {{"since", std::to_string(effects.since)}, {"year", std::to_string(effects.year)}}));
    if (effects.not_compared.empty()) return;
    html::write<R"(<p class="fair-note">{}</p><ul class="fair-note">)">(
        out, t("Not compared, because one of the years is not known here:"));
    for (const std::string& name : effects.not_compared) html::write<"<li><code>{}</code></li>">(out, name);
    html::write<"</ul>">(out);
}

// Raises that leave a family with less, which they did not before.
void write_costly_raises(Out& out, const Translator& t, const IncomeEffects& effects) {
    if (effects.costly_raises.empty()) return;
    constexpr std::size_t kShown = 6;
    html::write<
        R"(<div class="notice notice--warning">{}<div class="notice__body"><h3 class="notice__title">{}</h3><ul>)">(
        out, html::icon("warning"), t("With this budget a raise can leave a family with less"));
    for (const auto& raise : effects.costly_raises | std::views::take(kShown))
        html::write<"<li>{}</li>">(out, words::costly_raise(t, raise));
    html::write<"</ul></div></div>">(out);
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

}  // namespace

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
        write_groups(out, t, result);
        write_costly_raises(out, t, *answer.incomes.effects);
        write_compared_law(out, t, *answer.incomes.effects);
        write_sample_note(out, t, page);
    }
    html::write<"</div></section>">(out);
}

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

}  // namespace fairness_test::pages::parts
