#include "features/jobs_calculator/pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "features/jobs_calculator/words.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/markdown.h"

namespace jobs_calculator::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;
using jobs_lost::Jurisdiction;

constexpr int kMostPhaseInYears = 5;  // in the menu; links may say up to ten
constexpr int kYearsAhead = 5;        // in the menu, of the last year whose prices are known; links may say others
constexpr int kYearsBack = 8;

// From six digits on the figure is set smaller, so that it stays on one line of a phone.
std::string_view count_class(std::int64_t total) {
    return total < 100'000 ? "jobs-hero__count" : "jobs-hero__count jobs-hero__count--long";
}

void write_eyebrow(Out& out, const Translator& t, const CalculatorPage& page) {
    if (page.scenario == nullptr) {
        html::write<R"(<p class="jobs-hero__eyebrow">{}</p>)">(out, t("Jobs-lost calculator"));
        return;
    }
    html::write<R"(<p class="jobs-hero__eyebrow"><a href="{}">{}</a></p>)">(out, calculator_path(t.locale()),
                                                                            t("Jobs-lost calculator"));
}

void write_title(Out& out, const Translator& t, const CalculatorPage& page) {
    if (page.scenario == nullptr) {
        html::write<R"(<h1 class="jobs-hero__title">{}</h1>)">(out, t("What does a cut cost in jobs?"));
        return;
    }
    html::write<R"(<h1 class="jobs-hero__title" lang="{}">{}</h1>)">(out, base::code(page.scenario->words_locale),
                                                                     page.scenario->words.headline);
}

void write_figure(Out& out, const Translator& t, const Answer& answer) {
    html::write<
        R"(<p class="jobs-hero__cut" data-live-words="cut">{}</p>
      <p class="jobs-hero__tally"><span class="{}" data-live-figure="total">{}</span> <span class="jobs-hero__unit" data-live-words="unit">{}</span></p>
      <p class="jobs-hero__range" data-live-words="range">{}</p>
      <p class="jobs-hero__split" data-live-words="split">{}</p>)">(
        out, words::cut(t, answer), count_class(answer.figures.total), t.number(answer.figures.total),
        words::unit(t, answer), words::range(t, answer), words::split(t, answer));
}

void write_hero(Out& out, const Translator& t, const CalculatorPage& page) {
    html::write<R"(
  <header class="jobs-hero"><div class="jobs-hero__inner frame">
    <div class="jobs-hero__words">)">(out);
    write_eyebrow(out, t, page);
    write_title(out, t, page);
    html::write<R"(<div class="jobs-hero__figures" data-jobs-part="hero">)">(out);
    if (page.answer != nullptr)
        write_figure(out, t, *page.answer);
    else
        html::write<R"(<p class="jobs-hero__cut">{}</p>)">(out, t("Put right what is marked, and count again."));
    html::write<R"(</div></div>{}</div></header>)">(out, question_form(t, page));
}

std::vector<html::Choice> place_choices(const Translator& t, const Choices& choices) {
    std::vector<html::Choice> offered;
    for (const Jurisdiction each : choices.with_data)
        offered.push_back({std::string{jobs_lost::code_of(each)}, words::place(t, each), {}, t("Provinces")});
    for (const Jurisdiction each : jobs_lost::kJurisdictions)
        if (std::ranges::find(choices.with_data, each) == choices.with_data.end())
            offered.push_back({std::string{jobs_lost::code_of(each)}, words::place(t, each), {}, t("No data yet")});
    return offered;
}

// The first group needs no name: it is what everything together is.
std::vector<html::Choice> service_choices(const Translator& t) {
    std::vector<html::Choice> offered;
    for (const auto& function : jobs_lost::government_functions()) {
        const bool is_all = function.group == jobs_lost::FunctionGroup::everything;
        offered.push_back({std::string{function.slug},
                           t(function.name),
                           {},
                           is_all ? std::string{} : t(jobs_lost::name_of(function.group))});
    }
    return offered;
}

std::string name_of(const Translator& t, Unit unit) {
    switch (unit) {
        case Unit::million:
            return t("million dollars");
        case Unit::billion:
            return t("billion dollars");
        case Unit::dollars:
            return t("dollars");
        case Unit::percent:
            return t("% of its budget");
    }
    return {};
}

std::vector<html::Choice> unit_choices(const Translator& t) {
    std::vector<html::Choice> offered;
    for (const Unit unit : kUnits) offered.push_back({std::string{slug_of(unit)}, name_of(t, unit)});
    return offered;
}

std::vector<html::Choice> kind_choices(const Translator& t) {
    std::vector<html::Choice> offered{{"", t("As is usual for the service")}};
    for (const auto kind : jobs_lost::kKinds)
        offered.push_back({std::string{jobs_lost::slug_of(kind)}, t(jobs_lost::name_of(kind))});
    return offered;
}

// A link may ask for a year that the menu does not have: it is offered too, so that it is not lost.
std::vector<html::Choice> year_choices(const Translator& t, const CalculatorPage& page) {
    std::vector<html::Choice> offered{
        {"", t("{year}, the latest with known prices", {{"year", std::to_string(page.choices.latest_year)}})}};
    const std::string& typed = page.typed.year;
    bool is_known = typed.empty();
    for (const int year : page.choices.years) {
        offered.push_back({std::to_string(year), std::to_string(year)});
        is_known |= offered.back().value == typed;
    }
    if (!is_known) offered.push_back({typed, typed});
    return offered;
}

std::vector<html::Choice> phase_in_choices(const Translator& t, const QuestionForm& typed) {
    std::vector<html::Choice> offered{{"1", t("At once")}};
    bool is_known = typed.phase_in_years == "1" || typed.phase_in_years.empty();
    for (int years = 2; years <= kMostPhaseInYears; ++years) {
        offered.push_back({std::to_string(years), t.plural("Over {count} year", "Over {count} years", years)});
        is_known |= offered.back().value == typed.phase_in_years;
    }
    if (!is_known) offered.push_back({typed.phase_in_years, typed.phase_in_years});
    return offered;
}

SafeHtml place_and_service(const html::Fields& fields, const Translator& t, const CalculatorPage& page) {
    return html::render<"{}{}">(fields.select({.name = "jurisdiction",
                                               .label = t("Where"),
                                               .choices = place_choices(t, page.choices),
                                               .value = page.typed.jurisdiction}),
                                fields.select({.name = "function",
                                               .label = t("Which service"),
                                               .choices = service_choices(t),
                                               .value = page.typed.function}));
}

// What the service costs now, so that an amount can be judged.
std::string amount_hint(const Translator& t, const CalculatorPage& page) {
    if (page.answer == nullptr || !page.answer->yearly_spending) return {};
    return t("In {year}, {amount} went to it.", {{"year", std::to_string(page.answer->spending_year)},
                                                 {"amount", words::about(t, *page.answer->yearly_spending)}});
}

SafeHtml amount_fields(const html::Fields& fields, const Translator& t, const CalculatorPage& page) {
    return html::render<
        R"({}<div class="jobs-slider" data-jobs-slider hidden><input class="jobs-slider__control" type="range" min="0" max="1000" step="1" value="0" aria-label="{}"></div><p class="field__hint jobs-form__spending" data-live-words="spending">{}</p>)">(
        html::field_pair(
            fields.text({.name = "amount",
                         .label = t("Cut each year by"),
                         .value = page.typed.amount,
                         .size = html::FieldSize::full,
                         .max_length = 40}),
            fields.select({.name = "unit", .label = t("Unit"), .choices = unit_choices(t), .value = page.typed.unit})),
        t("Amount"), amount_hint(t, page));
}

// A community that was counted stays while the cut changes.
SafeHtml community_fields(const CalculatorPage& page) {
    if (page.answer == nullptr || !page.answer->community) return {};
    const CommunityForm& form = page.answer->community->form;
    return html::render<"{}{}{}{}">(html::hidden({"community_in", form.in}),
                                    html::hidden({"community_public_jobs", form.public_jobs}),
                                    html::hidden({"community_labour_force", form.labour_force}),
                                    html::hidden({"community_unemployed", form.unemployed}));
}

bool has_more(const CalculatorPage& page) {
    const QuestionForm& typed = page.typed;
    const bool has_year = !typed.year.empty() && typed.year != std::to_string(page.choices.latest_year);
    const bool is_changed = !typed.kind.empty() || has_year ||
                            (typed.phase_in_years != "1" && !typed.phase_in_years.empty()) ||
                            !typed.fiscal_feedback.empty();
    const auto concerns_it = [&](std::string_view field) {
        return base::find_problem(page.problems, field) != nullptr;
    };
    return is_changed || concerns_it("kind") || concerns_it("year") || concerns_it("years") ||
           concerns_it("phase_in_years");
}

SafeHtml more_fields(const html::Fields& fields, const Translator& t, const CalculatorPage& page) {
    return html::render<
        R"(<details class="disclosure jobs-form__more" {}><summary class="disclosure__summary">{}</summary><div class="disclosure__body stack">{}{}{}{}</div></details>)">(
        html::attribute_if(has_more(page), "open"), t("More choices"),
        fields.select({.name = "kind",
                       .label = t("What is cut"),
                       .choices = kind_choices(t),
                       .value = page.typed.kind,
                       .required = html::Required::yes}),
        fields.select({.name = "year",
                       .label = t("In dollars of, and from"),
                       .choices = year_choices(t, page),
                       .value = page.typed.year,
                       .required = html::Required::yes}),
        fields.select({.name = "phase_in_years",
                       .label = t("How fast it comes"),
                       .choices = phase_in_choices(t, page.typed),
                       .value = page.typed.phase_in_years}),
        fields.checkbox({.name = "fiscal_feedback",
                         .label = t("Show how much of the saving is lost in taxes"),
                         .checked = page.typed.fiscal_feedback == "1" ? html::Checked::yes : html::Checked::no}));
}

// On phones the figure stays in view while the form is changed; the hero says the same to everybody.
void write_follower(Out& out, const Translator& t, const CalculatorPage& page) {
    if (page.answer == nullptr) return;
    html::write<
        R"(<p class="jobs-follower" data-jobs-follower aria-hidden="true" hidden><span class="jobs-follower__count" data-live-figure="total">{}</span> <span data-live-words="unit">{}</span></p>)">(
        out, t.number(page.answer->figures.total), words::unit(t, *page.answer));
}

void write_scenario_words(Out& out, const Translator& t, const PublicScenario& scenario) {
    html::write<R"(<section class="section"><div class="frame frame--narrow">)">(out);
    if (scenario.words_locale != t.locale())
        html::write<R"(<div class="notice notice--information">{}<div class="notice__body"><p>{}</p></div></div>)">(
            out, html::icon("languages"), t("This text exists only in the other language so far."));
    html::write<R"(<div class="prose" lang="{}">{}</div></div></section>)">(
        out, base::code(scenario.words_locale), html::markdown(scenario.words.body, html::HeadingsBelow::section));
}

}  // namespace

Choices choices_of(const jobs_lost::Economies& economies) {
    Choices choices;
    int latest = 0;
    for (const auto& economy : economies.all()) {
        choices.with_data.push_back(economy.jurisdiction);
        if (!economy.prices.empty()) latest = std::max(latest, economy.prices.back().year);
    }
    std::ranges::sort(choices.with_data, std::ranges::greater{});
    for (int year = latest + kYearsAhead; latest > 0 && year >= latest - kYearsBack; --year)
        choices.years.push_back(year);
    choices.latest_year = latest;
    return choices;
}

html::SafeHtml question_fields(const Translator& t, const QuestionFields& question) {
    const CalculatorPage page{.typed = question.typed, .problems = question.problems, .choices = question.choices};
    const html::Fields fields{t, question.problems};
    return html::render<"{}{}{}">(place_and_service(fields, t, page), amount_fields(fields, t, page),
                                  more_fields(fields, t, page));
}

html::SafeHtml question_form(const Translator& t, const CalculatorPage& page) {
    const html::Fields fields{t, page.problems};
    return html::render<R"(
    <form class="form jobs-form" id="count" method="get" action="{}" novalidate data-jobs-form data-jobs-api="/api/v1/jobs-lost" data-jobs-unreadable="{}" data-jobs-zero="{}">
      {}
      {}{}{}{}
      <p class="field__error" data-jobs-problem hidden></p>
      {}
    </form>)">(calculator_path(t.locale()), t("This is not a number we can read. Write it like 1,250,000 or 12.5."),
               t("Please give an amount above zero: a cut is counted as a positive number."), fields.error_summary(),
               community_fields(page), place_and_service(fields, t, page), amount_fields(fields, t, page),
               more_fields(fields, t, page),
               fields.button({.label = t("Count the jobs"),
                              .size = html::ButtonSize::large,
                              .width = html::ButtonWidth::full,
                              .icon = "calculator"}));
}

html::SafeHtml calculator(const Translator& t, const CalculatorPage& page) {
    Out out;
    out.reserve(48 * 1024);
    html::write<R"(<article class="jobs" data-jobs>)">(out);
    write_hero(out, t, page);
    html::write<R"(<p class="visually-hidden" role="status" data-jobs-status></p><div data-jobs-part="result">)">(out);
    if (page.answer != nullptr) out.append(result(t, page));
    html::write<"</div>">(out);
    if (page.scenario != nullptr && !page.scenario->words.body.empty()) write_scenario_words(out, t, *page.scenario);
    write_follower(out, t, page);
    html::write<"</article>">(out);
    return std::move(out).finish();
}

std::string calculator_path(base::Locale locale) { return fmt::format("/{}/jobs-lost", base::code(locale)); }

std::string scenario_path(base::Locale locale, std::string_view slug) {
    return fmt::format("{}/{}", calculator_path(locale), slug);
}

}  // namespace jobs_calculator::pages
