// The list of the cuts that staff have prepared.
#include <fmt/format.h>

#include "features/jobs_calculator/pages.h"
#include "features/jobs_calculator/words.h"
#include "platform/html/assets.h"
#include "ports/paging.h"

namespace jobs_calculator::pages {
namespace {

using html::Out;
using i18n::Translator;

void write_scenario(Out& out, const Translator& t, const CountedScenario& counted) {
    const PublicScenario& scenario = counted.scenario;
    html::write<
        R"(<li><a class="more-link" href="{}" lang="{}">{} {}</a><p class="jobs-scenarios__figure">{}</p></li>)">(
        out, scenario_path(t.locale(), scenario.slug), base::code(scenario.words_locale), scenario.words.headline,
        html::icon("arrow-right"),
        counted.answer ? words::cut(t, *counted.answer) + " – " + words::headline(t, *counted.answer) : std::string{});
}

}  // namespace

html::SafeHtml scenario_list(const Translator& t, const std::vector<CountedScenario>& scenarios, More more) {
    Out out;
    html::write<
        R"(<article><header class="page-head frame frame--narrow"><p class="page-head__eyebrow"><a href="{}">{}</a></p><h1 class="page-head__title">{}</h1>)">(
        out, calculator_path(t.locale()), t("Jobs-lost calculator"), t("Cuts we have counted for you"));
    if (scenarios.empty())
        html::write<R"(<p class="page-head__lead">{}</p>)">(out, t("There is none here. Count one of your own."));
    html::write<R"(</header><div class="frame frame--narrow"><ul class="jobs-scenarios">)">(out);
    for (const auto& counted : scenarios) write_scenario(out, t, counted);
    html::write<"</ul>">(out);
    if (more == More::yes)
        out.append(ports::next_page(
            t, {fmt::format("{}/scenarios?behind={}", calculator_path(t.locale()), scenarios.back().scenario.slug),
                t("Earlier ones")}));
    html::write<"</div></article>">(out);
    return std::move(out).finish();
}

}  // namespace jobs_calculator::pages
