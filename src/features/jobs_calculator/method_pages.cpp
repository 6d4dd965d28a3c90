#include "features/jobs_calculator/method_pages.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "features/jobs_calculator/answer.h"
#include "features/jobs_calculator/pages.h"
#include "features/jobs_calculator/words.h"
#include "models/jobs_lost/bridge.h"
#include "models/jobs_lost/industry.h"
#include "models/jobs_lost/parameters.h"

namespace jobs_calculator::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

// A heading and paragraphs under it.
void write_section(Out& out, const std::string& id, const std::string& title) {
    html::write<R"(<h2 id="{}">{}</h2>)">(out, id, title);
}

void write_paragraph(Out& out, const std::string& words) { html::write<"<p>{}</p>">(out, words); }

void write_equation(Out& out, std::string_view equation) {
    html::write<R"(<p class="equation">{}</p>)">(out, equation);
}

void write_contents(Out& out, const Translator& t) {
    struct Entry {
        std::string_view id;
        std::string words;
    };
    const std::array<Entry, 9> entries{{{"multipliers", t("From a table of who buys from whom to multipliers")},
                                        {"bridge", t("From a service of government to industries")},
                                        {"kinds", t("What is cut")},
                                        {"prices", t("Prices and years")},
                                        {"range", t("The range")},
                                        {"provinces", t("Provinces without official multipliers")},
                                        {"communities", t("Communities, and links of earlier data")},
                                        {"validation", t("How well it fits")},
                                        {"limits", t("What the model cannot say")}}};
    html::write<R"(<nav class="method__contents" aria-label="{}"><ol>)">(out, t("On this page"));
    for (const auto& entry : entries) html::write<R"(<li><a href="#{}">{}</a></li>)">(out, entry.id, entry.words);
    html::write<"</ol></nav>">(out);
}

void write_multipliers(Out& out, const Translator& t) {
    write_section(out, "multipliers", t("From a table of who buys from whom to multipliers"));
    write_paragraph(out,
                    t("An input-output table Z says in each column what an industry buys from every industry, x what "
                      "each makes in all. The inputs for one dollar of output, and the output of all industries that "
                      "one dollar of final demand needs, are"));
    write_equation(out, "A = Z · diag(x)⁻¹      L = (I − A)⁻¹");
    write_paragraph(out,
                    t("With e, the jobs for a million dollars of each industry’s output, the jobs behind a million "
                      "dollars of industry j are direct, then with its suppliers (simple):"));
    write_equation(out, "directⱼ = eⱼ      simpleⱼ = Σᵢ eᵢ lᵢⱼ");
    write_paragraph(out,
                    t("Households join the table as one more industry that sells labour (w: pay for a dollar of "
                      "output) and buys what households consume (h: shares of a dollar of income). The sum over the "
                      "industries of this closed model, without the household row, is the total; what it adds is the "
                      "induced round:"));
    write_equation(out, "Â = [A  h ; w  0]      L̂ = (I − Â)⁻¹      totalⱼ = Σᵢ eᵢ l̂ᵢⱼ");
    write_paragraph(out,
                    t("Where Statistics Canada publishes multipliers of a province (tables 36-10-0113 and 36-10-0595, "
                      "“within province”), we take those as they stand instead of computing our own. The jobs of a cut "
                      "of c million dollars, in prices of the table’s year, are then c times the multiplier of the "
                      "industry that the money pays for."));
}

std::string share(const Translator& t, double value) { return value > 0 ? t.percent(value) : std::string{"–"}; }

std::string services_of(const Translator& t, const jobs_lost::BridgeRow& row) {
    if (row.cash + row.interest >= 1) return "–";
    std::string words;
    for (const auto& part : row.services) {
        if (part.industry.empty()) continue;
        if (!words.empty()) words += ", ";
        words +=
            part.share < 1 ? fmt::format("{} {}", part.industry, t.percent(part.share)) : std::string{part.industry};
    }
    return words;
}

void write_industry_codes(Out& out, const Translator& t) {
    html::write<R"(<p class="method__codes">)">(out);
    for (const std::string_view code :
         {"GS610", "GS620", "GS912", "GS913", "BS620", "NP000", "BS23A", "BS23B", "BS23C"})
        html::write<R"(<span class="method__code"><code>{}</code> {}</span> )">(out, code,
                                                                                t(jobs_lost::industry_of(code)->name));
    html::write<"</p>">(out);
}

void write_bridge(Out& out, const Translator& t) {
    write_section(out, "bridge", t("From a service of government to industries"));
    write_paragraph(
        out, t("Multipliers act on an industry’s output, not on a budget vote. This table leads from the functions "
               "of government (CCOFOG) to the industries that provide them. Cash and interest are no output: "
               "only what households spend of them counts."));
    write_industry_codes(out, t);
    html::write<
        R"(<details class="disclosure"><summary class="disclosure__summary">{}</summary><div class="disclosure__body"><div class="table-scroll" role="region" aria-labelledby="bridge-table" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="bridge-table">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("The bridge, row by row"), t("From functions of government to industries"), t("Code"),
        t("Function of government"), t("Provided by"), t("Cash to people"), t("Interest"), t("Built by"));
    for (const auto& row : jobs_lost::bridge_rows())
        html::write<
            R"(<tr><th scope="row"><code>{}</code></th><td data-label="{}">{}</td><td data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
            out, row.ccofog, t("Function of government"), t(row.name), t("Provided by"), services_of(t, row),
            t("Cash to people"), share(t, row.cash), t("Interest"), share(t, row.interest), t("Built by"),
            row.construction);
    html::write<"</tbody></table></div></div></details>">(out);
    write_paragraph(out,
                    t("A service with several rows, such as all of education, is weighed by what the province spent on "
                      "each of them in the latest year."));
}

void write_kinds(Out& out, const Translator& t) {
    write_section(out, "kinds", t("What is cut"));
    write_paragraph(out, t("The same amount means different jobs, depending on what the money paid for:"));
    html::write<"<dl>">(out);
    for (const auto kind : jobs_lost::kKinds)
        html::write<"<dt><strong>{}</strong></dt><dd>{}</dd>">(out, t(jobs_lost::name_of(kind)),
                                                               t(jobs_lost::description_of(kind)));
    html::write<"</dl>">(out);
    write_paragraph(
        out, t("For staff positions the direct jobs are the amount over the average pay and benefits of a job in "
               "that industry; then only the spending of that pay follows, because the service goes on buying "
               "what it bought. Payments to people have no direct jobs: what counts is what they no longer "
               "spend. Building goes to the construction industry of the last column above."));
}

void write_prices(Out& out, const Translator& t) {
    write_section(out, "prices", t("Prices and years"));
    write_paragraph(
        out, t("Multipliers belong to the prices of their year. A cut of another year is brought to those prices by "
               "the implicit price index of general government consumption of the province; payments to people "
               "by its consumer prices. After the last known year prices grow on at the mean of the ten years "
               "before, and the working says so."));
    write_equation(out, "c(base) = c(t) · p(base) / p(t)");
    write_paragraph(out,
                    t("A cut that is phased in over n years reaches k/n of its size in year k. Each year stands for "
                      "itself: jobs are jobs for a year, and they are missing as long as the cut lasts."));
}

void write_parameters(Out& out, const Translator& t) {
    html::write<
        R"(<div class="table-scroll" role="region" aria-labelledby="parameters-table" tabindex="0"><table class="table table--cards"><caption class="table__caption" id="parameters-table">{}</caption><thead><tr><th scope="col">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Parameters that are no data"), t("Parameter"), t("Value"), t("May well lie between"), t("Why"));
    for (const auto* parameter : jobs_lost::all_parameters())
        html::write<
            R"(<tr><th scope="row">{}</th><td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
            out, t(parameter->what), t("Value"),
            t.number(parameter->value,
                     {std::abs(parameter->value * 100 - std::round(parameter->value * 100)) > 1e-9 ? 3 : 2}),
            t("May well lie between"),
            t("{low} and {high}", {{"low", t.number(parameter->low, {2})}, {"high", t.number(parameter->high, {2})}}),
            t("Why"), t(parameter->why));
    html::write<"</tbody></table></div>">(out);
}

void write_range(Out& out, const Translator& t) {
    write_section(out, "range", t("The range"));
    write_paragraph(
        out, t("The low end counts the service and its suppliers only (Type I), the high end adds what is bought "
               "with their pay (Type II). Both are widened by a relative uncertainty u: the error of the "
               "multipliers, their age, and the error of average pay where staff are cut, added as squares."));
    write_equation(out, "u = √(u(multipliers)² + u(age)² + u(pay)²)      low · (1 − u) … high · (1 + u)");
    write_parameters(out, t);
}

// By its name where the code is one of the summary level.
std::string name_of_industry(const Translator& t, const std::string& code) {
    const auto* industry = jobs_lost::industry_of(code);
    return industry != nullptr ? t(industry->name) : code;
}

void write_provinces(Out& out, const Translator& t, const MethodFacts& facts) {
    const auto& error = facts.regionalisation;
    write_section(out, "provinces", t("Provinces without official multipliers"));
    write_paragraph(
        out, t("Until the official table of a province is imported, its multipliers are estimated from the national "
               "table. Flegg’s location quotients compare where people work: they lower the inputs that a "
               "province buys within its borders, more so for small provinces."));
    write_equation(out, "FLQᵢⱼ = CILQᵢⱼ · λ      λ = [log₂(1 + E(r)/E(n))]^δ      aᵢⱼ(r) = min(1, FLQᵢⱼ) · aᵢⱼ(n)");
    write_paragraph(
        out,
        t("Ontario shows how far off that is, because its official multipliers are known. Estimated the same way, its "
          "total jobs multipliers are off by {mean} on average and by {rms} in the root mean square over all "
          "industries; by {public} over the services of governments. The worst is {industry}, off by {worst}.",
          {{"mean", t.percent(error.mean_relative, {1})},
           {"rms", t.percent(error.root_mean_square, {1})},
           {"public", t.percent(error.public_services, {1})},
           {"industry", name_of_industry(t, error.worst_industry)},
           {"worst", t.percent(error.worst, {0})}}));
    html::write<
        R"(<div class="table-scroll" role="region" aria-labelledby="economies-table" tabindex="0"><table class="table table--cards"><caption class="table__caption" id="economies-table">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th></tr></thead><tbody>)">(
        out, t("What answers now"), t("Province"), t("Multipliers"), t("In prices of"), t("Relative error"));
    for (const auto& economy : facts.model->economies.all())
        html::write<
            R"(<tr><th scope="row">{}</th><td data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td></tr>)">(
            out, words::place(t, economy.jurisdiction), t("Multipliers"),
            economy.origin == jobs_lost::Origin::published ? t("official") : t("estimated"), t("In prices of"),
            std::to_string(economy.base_year), t("Relative error"), t.percent(economy.relative_error));
    html::write<"</tbody></table></div>">(out);
}

// Sectors are named in English, as published; those of our own industries have a name in each language.
SafeHtml name_of_sector(const Translator& t, const std::string& sector) {
    const auto industries = jobs_lost::industries();
    const auto known = std::ranges::find_if(
        industries, [&](const jobs_lost::Industry& industry) { return sector == industry.name.key(); });
    if (known != industries.end()) return html::render<"{}">(t(known->name));
    return html::render<R"(<span lang="en">{}</span>)">(sector);
}

// The sentence around the sector, which may be in another language than the sentence.
SafeHtml what_of(const Translator& t, const jobs_lost::ValidationCase& each) {
    constexpr std::string_view kMark = "\x01";
    const std::string sentence = t(each.what, {{"sector", kMark}});
    const auto at = sentence.find(kMark);
    if (at == std::string::npos) return html::render<"{}">(sentence);
    return html::render<"{}{}{}">(sentence.substr(0, at), name_of_sector(t, each.sector),
                                  sentence.substr(at + kMark.size()));
}

void write_communities(Out& out, const Translator& t) {
    write_section(out, "communities", t("Communities, and links of earlier data"));
    write_paragraph(
        out,
        t("A community bears the share p of the province’s loss that it has of the province’s employees in "
          "education, health and social care, and public administration (table 14-10-0202), suppliers and shops "
          "with it. Its people type how many they are, its labour force f and its unemployed n; nothing is guessed."));
    write_equation(out, "p = n(public, here) / n(public, province)      rate = (n + p · jobs) / f");
    write_paragraph(
        out, t("A link names the edition of the data and the model that made its figure. Imported tables stay when "
               "newer ones replace them, so that the figure is computed again from the very same numbers; the page "
               "says so and gives today’s figure beside it."));
}

void write_case(Out& out, const Translator& t, const jobs_lost::ValidationCase& each) {
    html::write<
        R"(<tr><th scope="row">{} <span class="method__source" lang="en">{}</span></th><td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td><td data-label="{}"><span><span class="badge badge--{}">{}</span> {}</span></td></tr>)">(
        out, what_of(t, each), each.source, t("Published"), t.number(each.published, {each.decimals}), t("Ours"),
        t.number(each.ours, {each.decimals}), t("Band"),
        t("{low} to {high}", {{"low", t.percent(each.lowest, {0})}, {"high", t.percent(each.highest, {0})}}),
        t("Why they differ"), each.holds() ? "success" : "warning", each.holds() ? t("holds") : t("differs"),
        t(each.explanation));
}

void write_validation(Out& out, const Translator& t, const MethodFacts& facts) {
    write_section(out, "validation", t("How well it fits"));
    write_paragraph(
        out, t("Published results beside ours, computed by this program from the figures in it; nothing in this table "
               "is typed. Ours should lie within the band, given in percent of the published figure."));
    const auto& cases = facts.cases;
    for (auto at = cases.begin(); at != cases.end();) {
        const auto end =
            std::ranges::find_if(at, cases.end(), [&](const auto& each) { return each.group != at->group; });
        const std::string id = fmt::format("cases-{}", static_cast<int>(at->group));
        html::write<
            R"(<div class="table-scroll" role="region" aria-labelledby="{}" tabindex="0"><table class="table table--cards method__cases"><caption class="table__caption" id="{}">{}</caption><thead><tr><th scope="col">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
            out, id, id, t(jobs_lost::name_of(at->group)), t("Figure"), t("Published"), t("Ours"), t("Band"),
            t("Why they differ"));
        for (; at != end; ++at) write_case(out, t, *at);
        html::write<"</tbody></table></div>">(out);
    }
}

void write_limits(Out& out, const Translator& t) {
    write_section(out, "limits", t("What the model cannot say"));
    html::write<"<ul>">(out);
    for (const auto& limit : {t("No limits of supply: whoever loses work is assumed to find no other, as if labour and "
                                "machines stood idle."),
                              t("Fixed prices and wages, and no answer of interest rates, exchange rates or taxes."),
                              t("Average relations, some years old, for every dollar: a closed ward and a thinner "
                                "budget for all wards count alike."),
                              t("No long run: what worse schools or health mean for later years is not counted, and "
                                "neither is what the money "
                                "would do elsewhere."),
                              t("Spending by function covers provinces and municipalities together; what one "
                                "government spends by itself is "
                                "not told apart."),
                              t("“Jobs” are jobs, not full-time years: part-time jobs count as one."),
                              t("Effects on other provinces are estimated apart and never added to the figure.")})
        html::write<"<li>{}</li>">(out, limit);
    html::write<"</ul>">(out);
    write_paragraph(
        out, t("Anybody can check all of this: the program is free software, the figures travel with it with their "
               "sources and checksums, and the command below answers the same as the page."));
    html::write<
        R"(<pre class="code-block" tabindex="0"><code>alltogether jobs-lost --jurisdiction ON --function hospitals --cut 100e6 --json
alltogether io multipliers --table FILE.csv --json</code></pre>)">(out);
}

void write_sources(Out& out, const Translator& t, const MethodFacts& facts) {
    write_section(out, "sources", t("Sources"));
    html::write<R"(<ul class="jobs-sources">)">(out);
    const auto& from = facts.model->observations.provenances;
    for (const auto* group :
         {&from.multipliers, &from.national, &from.spending, &from.employment, &from.prices, &from.other})
        for (const auto& source : *group)
            html::write<R"(<li lang="en"><cite>{}</cite>, {}, {}. {}. {} SHA-256 <code>{}</code></li>)">(
                out, source.title, source.publisher + (source.table.empty() ? "" : " " + source.table), source.period,
                source.licence, source.changes.empty() ? std::string{} : source.changes + ".",
                source.sha256.substr(0, 16));
    html::write<"</ul>">(out);
}

}  // namespace

html::SafeHtml method(const Translator& t, const MethodFacts& facts) {
    Out out;
    out.reserve(64 * 1024);
    html::write<
        R"(<header class="page-head frame"><nav class="breadcrumbs" aria-label="{}"><ol class="breadcrumbs__list"><li class="breadcrumbs__item"><a class="breadcrumbs__link" href="{}">{}</a></li></ol></nav><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header><div class="frame method prose">)">(
        out, t("Breadcrumbs"), calculator_path(t.locale()), t("Jobs-lost calculator"), t("How the jobs are counted"),
        t("The equations, every parameter with its source, and published cases beside ours. Model {model}, data "
          "edition "
          "{edition}.",
          {{"model", jobs_lost::kModelVersion}, {"edition", facts.model->edition}}));
    write_contents(out, t);
    write_multipliers(out, t);
    write_bridge(out, t);
    write_kinds(out, t);
    write_prices(out, t);
    write_range(out, t);
    write_provinces(out, t, facts);
    write_communities(out, t);
    write_validation(out, t, facts);
    write_limits(out, t);
    write_sources(out, t, facts);
    html::write<"</div>">(out);
    return std::move(out).finish();
}

}  // namespace jobs_calculator::pages
