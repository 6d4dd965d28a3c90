#include "features/fairness_test/method_pages.h"

#include <algorithm>
#include <vector>

#include "features/fairness_test/pages.h"
#include "features/fairness_test/words.h"
#include "models/budget_fairness/rules/law_book.h"
#include "models/statistics/pack.h"
#include "platform/html/charts.h"

namespace fairness_test::pages {
namespace {

using html::Out;
using i18n::Translator;

constexpr int kFirstLawYear = 2019;
constexpr int kLastLawYear = 2026;

void write_section(Out& out, const std::string& title, const std::vector<std::string>& paragraphs) {
    html::write<"<h2>{}</h2>">(out, title);
    for (const std::string& paragraph : paragraphs) html::write<"<p>{}</p>">(out, paragraph);
}

void write_verdict(Out& out, const Translator& t, const budget_fairness::Rubric& rubric) {
    write_section(
        out, t("How the verdict is made"),
        {t("The rules are declared before a budget is looked at: {count} questions, each with its weight, a pass mark "
           "of "
           "{mark} points of 100, and a threshold for every figure.",
           {{"count", static_cast<std::int64_t>(rubric.criteria.size())}, {"mark", t.number(rubric.pass_mark, {0})}}),
         t("A question that cannot be answered counts neither for nor against. The budget gets the least points it can "
           "have, if nothing unknown were met, and the most, if all of it were. It passes when the least is enough, it "
           "does not pass when the most is not, and in between the test says that it knows too little.")});
}

void write_spending(Out& out, const Translator& t) {
    write_section(
        out, t("Spending"),
        {t("Spending by function comes from Statistics Canada’s table 10-10-0005, for provincial and local governments "
           "together, so that moving a service from one to the other changes nothing. It is divided by the people who "
           "lived in the province on July 1 (table 17-10-0009) and put into dollars of the last year with the price "
           "index "
           "of what governments buy; you can choose consumer prices instead."),
         t("Against a measure, services are compared with what they were in the last published year. A budget that "
           "keeps "
           "the dollars and lets prices and people grow is therefore judged only on what it changes.")});
}

void write_baseline(Out& out, const Translator& t) {
    write_section(
        out, t("Why another baseline gives another verdict"),
        {t("Whether spending rose depends on since when. 2008 was the year before a recession; in 2020 and 2021 health "
           "spending was raised by the pandemic. Each result shows the verdict against every first year, and you can "
           "switch it yourself."),
         t("Tax law is known here from 2019 on. A record that begins then holds the province’s income tax and benefits "
           "of its first year, in prices of its last, beside those of its last year, over the same made-up families; "
           "federal law is the same on both sides. Records that begin earlier have no answer on taxes.")});
}

void write_incomes(Out& out, const Translator& t) {
    write_section(
        out, t("Incomes, taxes and benefits"),
        {t("Budgets that change tax or benefit law are tried on made-up families who together look like the people of "
           "the "
           "province: their number, ages, families and incomes are fitted to published tables. Nobody’s tax return is "
           "in "
           "the program. Each family’s taxes, contributions and benefits are calculated under the law of the year and "
           "under the changed one."),
         t("People do not change what they do: nobody works more or less, moves, or hides income. Corporate taxes, "
           "sales "
           "taxes and property taxes are not part of the measure. The change of jobs and the change of incomes are not "
           "added together.")});
}

// Tax filers by place: published, and made up.
void write_fits(Out& out, const Translator& t, const std::vector<budget_fairness::Fit>& fits) {
    html::ChartTable table{.id = "population-fit",
                           .summary = t("How well the made-up people fit"),
                           .caption = t("Tax filers, {year}", {{"year", std::to_string(kOwnYear)}}),
                           .columns = {t("Place"), t("Published, brought to that year"), t("Made up"), t("Difference")},
                           .rows = {}};
    for (const auto& fit : fits)
        if (fit.what == "Filers")
            table.rows.push_back({words::place(t, fit.place), t.number(fit.published, {0}), t.number(fit.found, {0}),
                                  words::signed_percent(t, fit.percent_off())});
    if (!table.rows.empty()) out.append(html::chart_table(table));
}

// Which places have a law that can be calculated with, by year.
void write_coverage(Out& out, const Translator& t) {
    const auto& book = budget_fairness::shipped_law_book();
    html::ChartTable table{.id = "law-coverage",
                           .summary = t("Tax law by year and place"),
                           .caption = t("Known gaps in the law of each year; 0: none, a dash: no law"),
                           .columns = {t("Place")},
                           .rows = {}};
    for (int year = kFirstLawYear; year <= kLastLawYear; ++year) table.columns.push_back(std::to_string(year));
    for (const auto place : budget_fairness::provinces_and_territories()) {
        std::vector<std::string> row{words::place(t, place)};
        for (int year = kFirstLawYear; year <= kLastLawYear; ++year) {
            const auto rules = budget_fairness::rules_of_year(book, place, year);
            row.push_back(rules ? t.number(rules->gaps.size()) : std::string{"–"});
        }
        table.rows.push_back(std::move(row));
    }
    out.append(html::chart_table(table));
}

// By name, as the rule files have them: what the law has in the year of one's own budgets, and these rules have not.
void write_unknown(Out& out, const Translator& t) {
    const auto& book = budget_fairness::shipped_law_book();
    html::ChartTable table{
        .id = "law-unknown",
        .summary = t("What the rules do not have"),
        .caption = t("In force in {year}, but not calculated; the file data/tax/coverage.csv says why",
                     {{"year", std::to_string(kOwnYear)}}),
        .columns = {t("Place"), t("Names in the rule files")},
        .rows = {}};
    const auto add = [&](budget_fairness::Jurisdiction place, const std::vector<budget_fairness::Gap>& gaps) {
        std::string names;
        for (const auto& gap : gaps)
            if (gap.jurisdiction == place) names += (names.empty() ? "" : ", ") + gap.what;
        if (!names.empty()) table.rows.push_back({words::place(t, place), names});
    };
    for (const auto place : budget_fairness::provinces_and_territories()) {
        const auto rules = budget_fairness::rules_of_year(book, place, kOwnYear);
        if (!rules) continue;
        if (table.rows.empty()) add(budget_fairness::Jurisdiction::canada, rules->gaps);
        add(place, rules->gaps);
    }
    out.append(html::chart_table(table));
}

// What a row of data/validation/tax_cases.csv is about.
std::string cases_of(const Translator& t, std::string_view what) {
    constexpr std::string_view kPayroll = "payroll ";
    if (what.starts_with(kPayroll))
        return t("Pays worked out by the Canada Revenue Agency’s calculator, tables of {edition}",
                 {{"edition", what.substr(kPayroll.size())}});
    if (what == "benefits") return t("Benefits of families, by another open model");
    return t("Provincial tax before credits, by another open model");
}

void write_cases(Out& out, const Translator& t) {
    html::ChartTable table{.id = "tax-cases",
                           .summary = t("Cases from outside that the rules reproduce"),
                           .caption = t("Cases, and how many come out the same to the cent"),
                           .columns = {t("Cases"), t("How many"), t("To the cent")},
                           .rows = {}};
    const auto cases = statistics::table_of(statistics::shipped_pack("validation/tax_cases"));
    for (const auto& row : cases.rows())
        table.rows.push_back({cases_of(t, row["what"]), std::string{row["cases"]}, std::string{row["to_the_cent"]}});
    out.append(html::chart_table(table));
}

// A percentage of a validation table, as a reader of the page's language writes it.
std::string percent_of(const Translator& t, const statistics::CsvRow& row, std::string_view column) {
    return t("{number}%", {{"number", t.number(row.number(column).value_or(0), {1})}});
}

void write_rates(Out& out, const Translator& t) {
    html::ChartTable table{
        .id = "effective-rates",
        .summary = t("Taxes over income, found and published"),
        .caption = t("Mean of everybody’s income tax and contributions over total income, by groups of tax filers"),
        .columns = {t("Percent of filers, poorest first"), t("Income from, 2019"), t("Published, 2016"),
                    t("Found, 2019")},
        .rows = {}};
    const auto rates = statistics::table_of(statistics::shipped_pack("validation/effective_rates"));
    for (const auto& row : rates.rows())
        table.rows.push_back({t("{from} to {to}", {{"from", row["from_percent"]}, {"to", row["to_percent"]}}),
                              words::dollars(t, row.number("lower_income").value_or(0)),
                              percent_of(t, row, "published"), percent_of(t, row, "found")});
    out.append(html::chart_table(table));
}

void write_top(Out& out, const Translator& t) {
    html::ChartTable table{.id = "top-one-percent",
                           .summary = t("The top one percent, found and published"),
                           .caption = t("Mean rates of the one percent of filers with the most income, 2019"),
                           .columns = {t("Place"), t("All, published"), t("All, found"), t("Federal, published"),
                                       t("Federal, found"), t("Provincial, published"), t("Provincial, found")},
                           .rows = {}};
    const auto rates = statistics::table_of(statistics::shipped_pack("validation/top_one_percent"));
    for (const auto& row : rates.rows()) {
        const auto place = budget_fairness::find_jurisdiction(row["place"]);
        std::vector<std::string> cells{place ? words::place(t, *place) : std::string{row["place"]}};
        for (const auto* column :
             {"published", "found", "published_federal", "found_federal", "published_provincial", "found_provincial"})
            cells.push_back(percent_of(t, row, column));
        table.rows.push_back(std::move(cells));
    }
    out.append(html::chart_table(table));
}

void write_agreement(Out& out, const Translator& t) {
    write_section(
        out, t("How far it agrees with figures from outside"),
        {t("The tables are written by the tests of the program, so that they cannot fall behind it. They were "
           "not used to make the families; the rates of 2016 are held against the law of 2019, which "
           "changed little in between.")});
    write_cases(out, t);
    write_rates(out, t);
    write_top(out, t);
}

void write_jobs(Out& out, const Translator& t) {
    write_section(
        out, t("Jobs"),
        {t("The change in spending on health, education, social services, housing, safety, culture and environment "
           "goes through the jobs-lost model, function by function. Debt, subsidies and roads are left out. Jobs "
           "are those of a year within the province, at the places of work and where pay is spent; they are not "
           "lay-offs.")});
}

void write_limits(Out& out, const Translator& t) {
    write_section(
        out, t("What it does not know"),
        {t("The published figures end in {year}, and territories are not in them.",
           {{"year", std::to_string(budget_fairness::SpendingRecord::shipped().last_year())}}),
         t("The Gini index of a province comes from a survey: changes of less than about 0.01 may be chance. It moves "
           "with "
           "the whole economy, not only with the budget."),
         t("More spending per person is not always better service, and an older population needs more health care. The "
           "test counts dollars, not waiting times."),
         t("Race, disability and Indigenous identity are not in the data that may be shipped. A reviewer can answer "
           "for "
           "them, with evidence, where a rubric asks.")});
}

void write_sources(Out& out, const Translator& t) {
    html::write<"<h2>{}</h2><ul>">(out, t("Where the figures come from"));
    for (const std::string_view name :
         {"spending/by_function", "prices/government_price_index", "prices/consumer_price_index",
          "budgets/population_july", "budgets/gini_after_tax"}) {
        const auto& source = statistics::shipped_pack(name).provenance;
        const std::string table = source.table.empty() ? std::string{} : " " + source.table;
        html::write<"<li lang=\"en\">{}. {}{}, {}. {}</li>">(out, source.title, source.publisher, table, source.period,
                                                             source.licence);
    }
    html::write<"</ul>">(out);
}

}  // namespace

html::SafeHtml method(const Translator& t, const Method& page) {
    Out out;
    html::write<
        R"(<header class="page-head frame"><p class="page-head__eyebrow"><a href="{}">{}</a></p><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header><div class="frame frame--narrow prose">)">(
        out, test_path(t.locale()), t("The Fairness Test"), t("How the test works, and what it does not know"),
        t("A test is only as good as what one can check about it. Here is all of it."));
    write_verdict(out, t, *page.rubric);
    write_spending(out, t);
    write_baseline(out, t);
    write_incomes(out, t);
    write_fits(out, t, page.fits);
    write_coverage(out, t);
    write_unknown(out, t);
    write_agreement(out, t);
    write_jobs(out, t);
    write_limits(out, t);
    write_sources(out, t);
    html::write<"</div>">(out);
    return std::move(out).finish();
}

}  // namespace fairness_test::pages
