// The page of a budget of one's own: its form, and its result.

#include <fmt/format.h>

#include "features/fairness_test/pages.h"
#include "features/fairness_test/result_pages_parts.h"
#include "features/fairness_test/words.h"
#include "platform/html/forms.h"

namespace fairness_test::pages {
namespace {

using html::Out;
using i18n::Translator;
using namespace parts;

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
        write_next(out, t, *page.result);
        write_sources(out, t, *page.result);
    }
    html::write<"</div></article>">(out);
    return std::move(out).finish();
}

}  // namespace fairness_test::pages
