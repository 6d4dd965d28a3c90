#include "features/champions/staff_pages.h"

#include <chrono>

#include <fmt/format.h>

#include "features/champions/calendar_service.h"
#include "features/champions/pages.h"
#include "features/champions/words.h"
#include "people/place.h"
#include "platform/html/assets.h"
#include "platform/html/facts.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace champions::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

std::string_view tone_of(State state) {
    switch (state) {
        case State::applied:
            return "warning";
        case State::in_training:
        case State::trained:
            return "information";
        case State::active:
            return "success";
        case State::paused:
        case State::left:
            return "neutral";
    }
    return "neutral";
}

SafeHtml state_badge(const Translator& t, State state) { return ports::badge({tone_of(state), t(label_of(state))}); }

base::Instant noon_of(base::Day day) {
    return {std::chrono::microseconds{day.time_since_epoch() + std::chrono::hours{17}}.count()};
}

void write_tabs(Out& out, const Translator& t, const List& page) {
    std::int64_t all = 0;
    for (const auto& each : page.counts) all += each.champions;
    html::write<
        R"(<nav class="tabs" aria-label="{}"><ul class="tabs__list"><li><a class="tabs__link" href="{}"{}>{} {}</a></li>)">(
        out, t("By state"), list_path(t.locale()), html::attribute_if(!page.state, "aria-current", "page"), t("All"),
        t.number(all));
    for (const auto& each : page.counts)
        html::write<R"(<li><a class="tabs__link" href="{}?state={}"{}>{} {}</a></li>)">(
            out, list_path(t.locale()), name_of(each.state),
            html::attribute_if(page.state == each.state, "aria-current", "page"), t(label_of(each.state)),
            t.number(each.champions));
    html::write<"</ul></nav>">(out);
}

std::string level_name(const Translator& t, const people::LevelTree& tree, base::LevelId id) {
    const auto* level = tree.find(id);
    return level == nullptr ? std::string{} : level->name(t.locale());
}

void write_row(Out& out, const Translator& t, const List& page, const Champion& champion) {
    html::write<
        R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
        out, one_path(t.locale(), champion.id), champion.full_name(), t("State"), state_badge(t, champion.state),
        t("Level"), level_name(t, page.tree, champion.level), t("Languages"), languages_line(t, champion.offer),
        t("In the directory"), champion.is_public() ? t("yes") : t("no"));
}

std::string calendar_words(const Translator& t, const std::optional<store::ForeignCalendar>& calendar) {
    if (!calendar) return t("none");
    if (const auto problem = words_of_problem(calendar->problem)) return t(*problem);
    return calendar->read_at ? t("read on {time}", {{"time", t.date_time(*calendar->read_at)}}) : t("not read yet");
}

SafeHtml facts(const Translator& t, const One& page) {
    const auto& champion = page.champion;
    Out out;
    html::write<R"(<dl class="facts">)">(out);
    html::write_fact(out, {t("Email"), champion.email});
    html::write_fact(out, {t("City, town or village"), champion.place});
    html::write_fact(out, {t("Languages"), languages_line(t, champion.offer)});
    html::write_fact(out, {t("How"), formats_line(t, champion.offer)});
    html::write_fact(out, {t("Speaks in"), t.list(page.areas)});
    html::write_fact(out, {t("Topics"), page.topics.empty() ? t("All topics of the campaign") : t.list(page.topics)});
    html::write_fact(
        out, {t("Hours in a usual week"), page.hours_a_week == 0
                                              ? t("not said yet")
                                              : t.plural("{count} stretch", "{count} stretches", page.hours_a_week)});
    html::write_fact(out, {t("Own calendar"), calendar_words(t, page.calendar)});
    html::write_fact(out, {t("Applied"), t.date_time(champion.applied_at)});
    html::write_fact(out, {t("Why"), champion.motivation, base::code(champion.locale)});
    html::write<"</dl>">(out);
    if (!page.person_path.empty())
        html::write<R"(<p><a class="more-link" href="{}">{} {}</a></p>)">(
            out, page.person_path, t("Everything about this person"), html::icon("arrow-right"));
    return std::move(out).finish();
}

SafeHtml steps(const Translator& t, const One& page) {
    Out out;
    html::write<R"(<ol class="audit">)">(out);
    for (const Step& each : page.steps) {
        html::write<
            R"(<li class="audit__entry"><time class="audit__time" datetime="{}">{}</time><p class="audit__what">{} )">(
            out, base::iso(each.day), t.date(noon_of(each.day)), state_badge(t, each.state));
        if (!each.by.empty()) html::write<R"(<strong class="audit__who">{}</strong> )">(out, each.by);
        html::write<"{}</p></li>">(out, each.note);
    }
    html::write<"</ol>">(out);
    return std::move(out).finish();
}

SafeHtml step_form(const Translator& t, const One& page) {
    const html::Fields fields{t, page.problems};
    std::vector<html::Choice> choices;
    for (const State each : next_states(page.champion.state))
        choices.push_back({std::string{name_of(each)}, t(label_of(each))});
    return html::render<R"(<form class="form" method="post" action="{}/steps" novalidate>{}{}{}{}{}</form>)">(
        one_path(t.locale(), page.champion.id), fields.error_summary(),
        fields.select({.name = "state", .label = t("What comes next"), .choices = choices, .value = page.typed.state}),
        fields.text({.name = "day",
                     .label = t("On which day, as 2026-11-30"),
                     .value = page.typed.day,
                     .size = html::FieldSize::medium}),
        fields.text_area({.name = "note",
                          .label = t("Note"),
                          .value = page.typed.note,
                          .required = html::Required::no,
                          .hint = t("For staff only; it goes with everything else when the person is erased."),
                          .rows = 3,
                          .max_length = static_cast<int>(kLongestMotivation)}),
        fields.button({.label = t("Note this step")}));
}

SafeHtml showings(const Translator& t, const One& page) {
    if (page.showings.empty())
        return html::render<"<p>{}</p>">(t("They have not been asked, or have not answered: only they can agree."));
    Out out;
    html::write<R"(<ol class="audit">)">(out);
    for (const Showing& each : page.showings)
        html::write<
            R"(<li class="audit__entry"><time class="audit__time" datetime="{}">{}</time><p class="audit__what">{} <span lang="{}">“{}”</span></p></li>)">(
            out, i18n::machine_time(each.at), t.date_time(each.at),
            each.act == ShowingAct::given ? t("Agreed, version {number}:", {{"number", each.version}})
                                          : t("Took it back:"),
            base::code(each.locale), each.words);
    html::write<"</ol>">(out);
    return std::move(out).finish();
}

SafeHtml level_form(const Translator& t, const One& page) {
    const base::Problems none;
    const html::Fields fields{t, none};
    std::vector<html::Choice> choices;
    for (const auto& each : page.levels) choices.push_back({std::to_string(each.id.value), each.name(t.locale())});
    return html::render<R"(<form class="form" method="post" action="{}/level" novalidate>{}{}</form>)">(
        one_path(t.locale(), page.champion.id),
        fields.select({.name = "level",
                       .label = t("Coordinated by"),
                       .choices = choices,
                       .value = std::to_string(page.champion.level.value)}),
        fields.button({.label = t("Save"), .kind = html::ButtonKind::quiet}));
}

void write_subject(Out& out, const Translator& t, const Subject& subject) {
    const std::string path = fmt::format("{}/{}", topics_path(t.locale()), subject.id.value);
    html::write<
        R"(<tr><th scope="row" lang="en">{}</th><td data-label="{}" lang="fr">{}</td><td data-label="{}"><form method="post" action="{}"><input type="hidden" name="act" value="{}"><button class="button button--quiet button--small" type="submit">{}</button></form></td></tr>)">(
        out, subject.name_en, t("In French"), subject.name_fr, t("Offered"), path, subject.closed_at ? "open" : "close",
        subject.closed_at ? t("Offer it again") : t("Offer it no more"));
}

}  // namespace

html::SafeHtml list(const Translator& t, const List& page) {
    Out out;
    out.append(ports::staff_head(t, {.title = t("Champions for Change"),
                                     .lead = t("Who applied, who is in training, who is out speaking."),
                                     .actions = ports::button_link({topics_path(t.locale()), t("Topics"), "list"})}));
    write_tabs(out, t, page);
    if (page.champions.empty()) {
        out.append(ports::empty_state(
            {"presentation", t("Nobody here"), t("Whoever applies and confirms their address appears here.")}));
        return std::move(out).finish();
    }
    html::write<
        R"(<div class="table-scroll" role="region" aria-labelledby="champions" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="champions">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Champions for Change"), t("Name"), t("State"), t("Level"), t("Languages"), t("In the directory"));
    for (const Champion& each : page.champions) write_row(out, t, page, each);
    html::write<"</tbody></table></div>">(out);
    out.append(ports::pager(t, {.path = list_path(t.locale()),
                                .position = page.position,
                                .query = page.state ? fmt::format("state={}&", name_of(*page.state)) : ""}));
    return std::move(out).finish();
}

html::SafeHtml one(const Translator& t, const One& page) {
    Out out;
    out.append(ports::staff_head(
        t, {.title = page.champion.full_name(),
            .actions = page.champion.is_public() ? ports::button_link({pages::one_path(t.locale(), page.champion.slug),
                                                                       t("On the public page"), "external"})
                                                 : SafeHtml{},
            .above = {{t("Champions for Change"), list_path(t.locale())}}}));
    out.append(ports::panel({t("The next step"), state_badge(t, page.champion.state)}, step_form(t, page)));
    out.append(ports::panel({t("Until now")}, steps(t, page)));
    out.append(ports::panel({t("Who they are")}, facts(t, page)));
    out.append(ports::panel({t("Consent to be shown")}, showings(t, page)));
    out.append(ports::panel({t("Coordination")}, level_form(t, page)));
    return std::move(out).finish();
}

html::SafeHtml topics(const Translator& t, const Topics& page) {
    const html::Fields fields{t, page.problems};
    Out out;
    out.append(ports::staff_head(t, {.title = t("Topics of presentations"),
                                     .lead = t("What groups can ask for, and champions choose from."),
                                     .above = {{t("Champions for Change"), list_path(t.locale())}}}));
    if (!page.subjects.empty()) {
        html::write<
            R"(<div class="table-scroll" role="region" aria-labelledby="topics" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="topics">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
            out, t("Topics of presentations"), t("In English"), t("In French"), t("Offered"));
        for (const Subject& each : page.subjects) write_subject(out, t, each);
        html::write<"</tbody></table></div>">(out);
    }
    out.append(ports::panel(
        {t("A new topic")},
        html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}</form>)">(
            topics_path(t.locale()), fields.error_summary(),
            fields.text({.name = "name_en", .label = t("In English"), .value = page.typed.name_en, .max_length = 80}),
            fields.text({.name = "name_fr", .label = t("In French"), .value = page.typed.name_fr, .max_length = 80}),
            fields.button({.label = t("Add the topic")}))));
    return std::move(out).finish();
}

std::string list_path(base::Locale locale) { return fmt::format("/{}/staff/champions", base::code(locale)); }

std::string one_path(base::Locale locale, ChampionId champion) {
    return fmt::format("/{}/staff/champions/{}", base::code(locale), champion.value);
}

std::string topics_path(base::Locale locale) { return list_path(locale) + "/topics"; }

}  // namespace champions::staff_pages
