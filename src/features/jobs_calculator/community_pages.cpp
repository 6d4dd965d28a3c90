// The result of the calculator: what falls on one community, from what its people know of it.
#include "features/jobs_calculator/result_pages_parts.h"
#include "features/jobs_calculator/words.h"
#include "platform/html/forms.h"

namespace jobs_calculator::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

std::string lead(const Translator& t, const Answer& answer) {
    const std::string place = words::place(t, answer.question.cut.jurisdiction);
    if (!answer.public_sector)
        return t(
            "The share that a community has of the province’s public services is its share of the loss, with the "
            "suppliers and shops around them. How many people work in public services in {place} is not published: "
            "please give a percentage.",
            {{"place", place}});
    return t(
        "The share that a community has of the province’s public services is its share of the loss, with the "
        "suppliers and shops around them. In {year}, {count} people worked in education, health and social care, "
        "and public administration in {place}.",
        {{"year", std::to_string(answer.public_sector->year)},
         {"count", t.number(static_cast<std::int64_t>(answer.public_sector->value))},
         {"place", place}});
}

// The question and its edition travel along.
void write_question(Out& out, const CalculatorPage& page) {
    const Answer& answer = *page.answer;
    const QuestionForm form = form_of(answer.question);
    const auto put = [&](std::string_view name, std::string_view value) {
        if (!value.empty()) out.append(html::hidden({name, value}));
    };
    put("jurisdiction", form.jurisdiction);
    put("function", form.function);
    put("amount", form.amount);
    put("unit", form.unit);
    put("kind", form.kind);
    put("year", form.year);
    put("years", form.years);
    put("phase_in_years", form.phase_in_years);
    put("fiscal_feedback", form.fiscal_feedback);
    if (answer.until) {
        put("model", answer.estimate.model_version);
        put("data", answer.edition);
    }
    put("community_in", form.jurisdiction);
}

void write_form(Out& out, const Translator& t, const CalculatorPage& page) {
    const html::Fields fields{t, page.problems};
    html::write<R"(<form class="form jobs-community__form" method="get" action="{}#community" novalidate>)">(
        out, calculator_path(t.locale()));
    write_question(out, page);
    html::write<R"({}{}{}</form>)">(
        out,
        fields.text({.name = "community_public_jobs",
                     .label = t("People who work in public services in your community"),
                     .value = page.community.public_jobs,
                     .hint = t("Its census profile has them by industry. A percentage of the province’s is fine too, "
                               "such as 2.5%."),
                     .max_length = 20}),
        html::field_pair(fields.text({.name = "community_labour_force",
                                      .label = t("Labour force"),
                                      .value = page.community.labour_force,
                                      .required = html::Required::no,
                                      .size = html::FieldSize::full,
                                      .max_length = 20}),
                         fields.text({.name = "community_unemployed",
                                      .label = t("Out of work"),
                                      .value = page.community.unemployed,
                                      .required = html::Required::no,
                                      .size = html::FieldSize::full,
                                      .max_length = 20})),
        fields.button({.label = t("Count for my community"), .kind = html::ButtonKind::quiet}));
}

std::string split_sentence(const Translator& t, const Community& community) {
    const std::int64_t step = rounding_step(community.jobs());
    return t("{public} in public services, {private} in businesses and non-profit organizations.",
             {{"public", t.number(rounded(community.loss.jobs_public, step))},
              {"private", t.number(rounded(community.jobs(), step) - rounded(community.loss.jobs_public, step))}});
}

std::string range_sentence(const Translator& t, const Community& community) {
    const std::int64_t step = rounding_step(community.jobs());
    return t("Somewhere between {low} and {high}.", {{"low", t.number(rounded(community.range.low, step))},
                                                     {"high", t.number(rounded(community.range.high, step))}});
}

void write_fact(Out& out, const words::Fact& fact) {
    html::write<
        R"(<div class="jobs-facts__item"><dt class="jobs-facts__figure">{}</dt><dd class="jobs-facts__words">{}</dd></div>)">(
        out, fact.figure, fact.words);
}

words::Fact jobs_fact(const Translator& t, const Community& community) {
    const std::int64_t jobs = rounded(community.jobs(), rounding_step(community.jobs()));
    const std::string figure = jobs == 0 ? t("Less than one job") : t.number(jobs);
    return {figure, t("Fewer jobs in your community. {range} {split}",
                      {{"range", range_sentence(t, community)}, {"split", split_sentence(t, community)}})};
}

void write_facts(Out& out, const Translator& t, const Community& community) {
    html::write<R"(<dl class="jobs-facts">)">(out);
    write_fact(out, jobs_fact(t, community));
    write_fact(out, {t.percent(community.share, {community.share < 0.1 ? 2 : 1}),
                     t("Of the province’s public services are in your community.")});
    if (community.loss.unemployment_before)
        write_fact(out, {t.percent(*community.loss.unemployment_after / 100, {1}),
                         t("The unemployment rate there, if nobody finds other work: it is {before} now.",
                           {{"before", t.percent(*community.loss.unemployment_before / 100, {1})}})});
    html::write<"</dl>">(out);
}

}  // namespace

void write_community(Out& out, const Translator& t, const CalculatorPage& page) {
    html::write<
        R"(<section class="section section--tint" id="community" aria-labelledby="community-title"><div class="frame">)">(
        out);
    write_heading(out, "community-title", t("And in your community?"));
    html::write<R"(<p class="section__lead">{}</p>)">(out, lead(t, *page.answer));
    if (page.answer->community) write_facts(out, t, *page.answer->community);
    write_form(out, t, page);
    html::write<"</div></section>">(out);
}

}  // namespace jobs_calculator::pages
