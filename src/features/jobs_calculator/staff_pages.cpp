#include "features/jobs_calculator/staff_pages.h"

#include <fmt/format.h>

#include "features/jobs_calculator/words.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/markdown.h"
#include "ports/paging.h"
#include "ports/staff_pages.h"

namespace jobs_calculator::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

ports::Badge state_badge(const Translator& t, const Scenario& scenario) {
    if (scenario.is_public()) return {"success", t("Published")};
    if (scenario.withdrawn_at) return {"danger", t("Withdrawn")};
    return {"neutral", t("Draft")};
}

std::string figure_of(const Translator& t, const std::optional<Answer>& answer) {
    return answer ? words::headline(t, *answer) : t("The data give no answer");
}

std::vector<ports::Crumb> crumbs(const Translator& t, const Scenario* scenario) {
    std::vector<ports::Crumb> above{{t("Prepared cuts"), fmt::format("/{}/staff/jobs-lost", base::code(t.locale()))}};
    if (scenario != nullptr) above.push_back({title_of(*scenario, t.locale()), staff_path(t.locale(), scenario->slug)});
    return above;
}

void write_scenario_row(Out& out, const Translator& t, const ListedScenario& listed) {
    const Scenario& scenario = listed.scenario;
    html::write<R"(
<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
        out, staff_path(t.locale(), scenario.slug), title_of(scenario, t.locale()), t("Cut"),
        listed.answer ? words::cut(t, *listed.answer) : std::string{"–"}, t("Figure"), figure_of(t, listed.answer),
        t("State"), ports::badge(state_badge(t, scenario)));
}

SafeHtml languages_panel(const Translator& t, const Scenario& scenario) {
    Out facts;
    html::write<R"(<dl class="facts">)">(facts);
    for (const base::Locale locale : base::kLocales) {
        const bool is_missing = scenario.draft.in(locale).is_empty();
        html::write<
            R"(<div class="facts__row"><dt class="facts__term" lang="{}">{}</dt><dd class="facts__value">{}</dd></div>)">(
            facts, base::code(locale), i18n::own_name(locale),
            ports::badge(is_missing ? ports::Badge{"danger", t("missing")} : ports::Badge{"success", t("written")}));
    }
    html::write<"</dl>">(facts);
    return ports::panel({.title = t("Texts")}, std::move(facts).finish());
}

SafeHtml publish_act(const Translator& t, const Overview& view) {
    const html::Fields fields{t, view.problems};
    SafeHtml above = fields.error_summary();
    const ScenarioContent& draft = view.scenario.draft;
    if (draft.english.is_empty() || draft.french.is_empty())
        above = html::render<"{}{}">(
            above, fields.checkbox({.name = "one_language",
                                    .label = t("Publish without the other language"),
                                    .hint = t("This decision is written to the audit log with your name.")}));
    return ports::act(t, {.path = staff_path(t.locale(), view.scenario.slug) + "/publication",
                          .label = view.scenario.is_public() ? t("Publish the changes") : t("Publish"),
                          .kind = html::ButtonKind::primary,
                          .above = std::move(above)});
}

SafeHtml state_panel(const Translator& t, const Overview& view) {
    const Scenario& scenario = view.scenario;
    const std::string path = staff_path(t.locale(), scenario.slug);
    Out body;
    if (!scenario.is_public() || scenario.has_changes()) body.append(publish_act(t, view));
    if (scenario.is_public())
        body.append(ports::act(t, {.path = path + "/withdrawal", .label = t("Withdraw the page")}));
    return ports::panel({.title = t("State"), .beside_title = ports::badge(state_badge(t, scenario))},
                        std::move(body).finish());
}

SafeHtml listing_panel(const Translator& t, const Scenario& scenario) {
    const base::Problems none;
    const html::Fields fields{t, none};
    const bool is_listed = scenario.listing == Listing::listed;
    return ports::panel(
        {.title = t("Among the ways to act")},
        html::render<R"(<form class="form" method="post" action="{}">{}<div class="form__actions">{}</div></form>)">(
            staff_path(t.locale(), scenario.slug) + "/listing",
            fields.checkbox({.name = "listed",
                             .label = t("Offer it among the ways to act: on hubs, and to be chosen beside news"),
                             .checked = is_listed ? html::Checked::yes : html::Checked::no,
                             .hint = t("A hub can also show it as a block of its own, listed or not: add the block "
                                       "“A prepared cut” with the settings {settings}.",
                                       {{"settings", fmt::format(R"({{"scenario": "{}"}})", scenario.slug)}})}),
            fields.button({.label = t("Save"), .kind = html::ButtonKind::quiet})));
}

void write_language(Out& out, const Translator& t, const Editor& editor, base::Locale locale) {
    const html::Fields fields{t, editor.problems};
    const ScenarioWords& typed = locale == base::Locale::english ? editor.typed.english : editor.typed.french;
    const std::string code{base::code(locale)};
    const std::string headline = "headline_" + code;
    const std::string body = "body_" + code;
    html::write<R"(
<section class="editor__language" lang="{}" aria-labelledby="{}-title"><h2 class="editor__title" id="{}-title">{}</h2>)">(
        out, code, code, code, i18n::own_name(locale));
    const SafeHtml headline_field =
        fields.text({.name = headline,
                     .label = t("Headline"),
                     .value = typed.headline,
                     .hint = t("What the cut is, in a few words. The figure stands below it."),
                     .max_length = 120});
    const SafeHtml body_field = fields.text_area(
        {.name = body,
         .label = t("Background"),
         .value = typed.body,
         .required = html::Required::no,
         .hint = t("Markdown. Say where the amount is from: the page of the budget, the vote, the news."),
         .rows = 10,
         .max_length = 10'000});
    out.append(ports::with_theirs(t, headline_field, {headline, editor.conflicts}));
    out.append(ports::with_theirs(t, body_field, {body, editor.conflicts}));
    html::write<"</section>">(out);
}

}  // namespace

html::SafeHtml list(const Translator& t, const ScenarioList& list) {
    const std::string fresh = fmt::format("/{}/staff/jobs-lost/new", base::code(t.locale()));
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Prepared cuts"),
            .lead = t("Cuts that are in the news, counted by the calculator, with a headline and a page of their own."),
            .actions = ports::button_link({fresh, t("New prepared cut"), "plus", "primary"})}));
    if (list.scenarios.empty()) {
        out.append(ports::empty_state({"calculator", t("No cut is prepared yet"),
                                       t("When a budget comes out, enter its largest cut here, write a headline in "
                                         "both languages, and publish it.")}));
        return std::move(out).finish();
    }
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="list" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="list">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Prepared cuts"), t("Headline"), t("Cut"), t("Figure"), t("State"));
    for (const ListedScenario& listed : list.scenarios) write_scenario_row(out, t, listed);
    html::write<"</tbody></table></div>">(out);
    if (!list.behind.empty())
        out.append(ports::next_page(
            t, {fmt::format("/{}/staff/jobs-lost?behind={}", base::code(t.locale()), list.behind), t("Earlier ones")}));
    return std::move(out).finish();
}

html::SafeHtml new_scenario(const Translator& t, const NewForm& form) {
    const html::Fields fields{t, form.problems};
    std::vector<html::Choice> levels;
    for (const people::Level& level : form.levels) levels.push_back({level.slug, level.name(t.locale())});
    Out out;
    out.append(ports::staff_head(t, {.title = t("New prepared cut"),
                                     .lead = t("The words and the figures come on the next page."),
                                     .above = crumbs(t, nullptr)}));
    html::write<
        R"(<form class="form" method="post" action="/{}/staff/jobs-lost" novalidate>{}{}{}<div class="form__actions">{}</div></form>)">(
        out, base::code(t.locale()), fields.error_summary(),
        fields.text({.name = "slug",
                     .label = t("Name in the address"),
                     .value = form.slug,
                     .hint = t("Small letters, digits and hyphens: budget-2026. It never changes afterwards."),
                     .max_length = 60}),
        fields.select({.name = "level", .label = t("Level"), .choices = std::move(levels), .value = form.level}),
        fields.button({.label = t("Begin")}));
    return std::move(out).finish();
}

html::SafeHtml overview(const Translator& t, const Overview& view) {
    const Scenario& scenario = view.scenario;
    const std::string path = staff_path(t.locale(), scenario.slug);
    Out ways;
    ways.append(ports::button_link({path + "/text", t("Write"), "edit"}));
    ways.append(ports::button_link({path + "/preview", t("Preview"), "eye"}));
    if (scenario.is_public())
        ways.append(
            ports::button_link({pages::scenario_path(t.locale(), scenario.slug), t("Public page"), "external"}));
    Out out;
    out.append(
        ports::staff_head(t, {.title = title_of(scenario, t.locale()),
                              .lead = view.answer ? words::cut(t, *view.answer) + ". " + figure_of(t, view.answer) + "."
                                                  : figure_of(t, view.answer),
                              .actions = std::move(ways).finish(),
                              .above = crumbs(t, nullptr)}));
    out.append(languages_panel(t, scenario));
    out.append(state_panel(t, view));
    out.append(listing_panel(t, scenario));
    return std::move(out).finish();
}

html::SafeHtml text(const Translator& t, const Scenario& scenario, const Editor& editor) {
    const html::Fields fields{t, editor.problems};
    Out out;
    out.append(ports::staff_head(t, {.title = t("Write"),
                                     .lead = t("Both languages side by side. Nothing is public before you publish it."),
                                     .above = crumbs(t, &scenario)}));
    html::write<
        R"(<form class="form editor" method="post" action="{}" novalidate>{}{}{}<div class="editor__languages">)">(
        out, staff_path(t.locale(), scenario.slug) + "/text", fields.error_summary(),
        ports::conflict_notice(t, editor.conflicts, editor.saving), html::hidden({ports::kSeenField, editor.seen}));
    for (const base::Locale locale : base::kLocales) write_language(out, t, editor, locale);
    html::write<R"(</div><div class="editor__common stack">{}</div><div class="editor__actions">{}</div></form>)">(
        out, pages::question_fields(t, {editor.typed.question, editor.problems, editor.choices}),
        fields.button({.label = t("Save and preview")}));
    return std::move(out).finish();
}

html::SafeHtml preview(const Translator& t, const Scenario& scenario, const std::optional<Answer>& answer) {
    const std::string path = staff_path(t.locale(), scenario.slug);
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Preview"),
            .lead = t("The headline over the figure; the page of the calculator follows below it."),
            .actions = html::render<"{}{}">(ports::button_link({path + "/text", t("Go on writing"), "edit"}),
                                            ports::button_link({path, t("To publishing"), "check", "primary"})),
            .above = crumbs(t, &scenario)}));
    if (scenario.draft.english.is_empty() && scenario.draft.french.is_empty())
        out.append(ports::empty_state({"file-text", t("Nothing written yet"), t("Write the headline first.")}));
    for (const base::Locale locale : base::kLocales) {
        const ScenarioWords& said = scenario.draft.in(locale);
        if (said.is_empty()) continue;
        const Translator in{locale};
        html::write<R"(
<section class="preview" lang="{}"><p class="preview__label">{}</p><h2>{}</h2><p><strong>{}</strong></p><p>{}</p><div class="prose">{}</div></section>)">(
            out, base::code(locale), i18n::own_name(locale), said.headline, figure_of(in, answer),
            answer ? words::cut(in, *answer) + ". " + words::range(in, *answer) : std::string{},
            html::markdown(said.body, html::HeadingsBelow::section));
    }
    return std::move(out).finish();
}

std::string title_of(const Scenario& scenario, base::Locale locale) {
    for (const base::Locale each : {locale, base::other(locale)})
        if (const auto& headline = scenario.draft.in(each).headline; !headline.empty()) return headline;
    return scenario.slug;
}

std::string staff_path(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/staff/jobs-lost/{}", base::code(locale), slug);
}

}  // namespace jobs_calculator::staff_pages
