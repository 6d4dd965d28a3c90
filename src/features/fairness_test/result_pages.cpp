// The result of the test: the verdict and its reasons first, then each criterion, then the other sections; and the
// same under the form of a budget of one's own.

#include "features/fairness_test/pages.h"
#include "features/fairness_test/result_pages_parts.h"
#include "features/fairness_test/words.h"
#include "platform/html/assets.h"
#include "platform/html/charts_line.h"

namespace fairness_test::pages {
namespace {

using budget_fairness::BudgetKind;
using html::Out;
using i18n::Translator;
using namespace parts;

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

// A link made under other rules says so, and leads to the ones that hold now.
void write_newer_rules(Out& out, const Translator& t, const ResultPage& page) {
    if (!page.newer_rules) return;
    html::write<R"(<p class="fair-note">{} <a href="{}">{}</a></p>)">(
        out,
        t("This goes by version {version} of the rules. Today version {today} holds.",
          {{"version", page.answer.rubric->version}, {"today", *page.newer_rules}}),
        page.addresses.today, t("Judge it by today’s rules"));
}

void write_findings(Out& out, const Translator& t, const ResultPage& page) {
    const TestAnswer& answer = page.answer;
    html::write<R"(<section class="section" aria-labelledby="criteria"><div class="frame">)">(out);
    write_heading(out, "criteria", t("Question by question"));
    write_newer_rules(out, t, page);
    html::write<R"(<ol class="fair-findings">)">(out);
    for (const auto& finding : answer.result.findings) write_finding(out, t, answer, finding);
    html::write<R"(</ol><p><a class="more-link" href="{}/rubric">{} {}</a></p></div></section>)">(
        out, test_path(t.locale()),
        t("These rules are version {version}, declared beforehand", {{"version", answer.rubric->version}}),
        html::icon("arrow-right"));
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

}  // namespace

html::SafeHtml details_part(const Translator& t, const ResultPage& page) {
    Out out;
    write_balance(out, t, page.answer);
    write_findings(out, t, page);
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
    write_next(out, t, page);
    write_sources(out, t, page);
    html::write<"</article>">(out);
    return std::move(out).finish();
}

}  // namespace fairness_test::pages
