#include "features/events/staff_pages.h"

#include <fmt/format.h>

#include "features/events/pages.h"
#include "features/events/words.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace events::staff_pages {
namespace {

using html::Out;
using html::Required;
using html::SafeHtml;
using i18n::Translator;

ports::Badge badge_of(const Translator& t, State state) {
    switch (state) {
        case State::draft:
            return {"neutral", t("Draft")};
        case State::published:
            return {"success", t("Published")};
        case State::cancelled:
            return {"danger", t("Cancelled")};
    }
    return {"neutral", ""};
}

ports::Badge badge_of(const Translator& t, GuestState state) {
    switch (state) {
        case GuestState::unconfirmed:
            return {"neutral", t("Address not confirmed")};
        case GuestState::coming:
            return {"success", t("Comes")};
        case GuestState::waiting:
            return {"warning", t("Waits for a seat")};
        case GuestState::withdrawn:
            return {"neutral", t("Does not come")};
    }
    return {"neutral", ""};
}

SafeHtml lost_badge(const Translator& t, const Event& event) {
    if (!event.champion_lost_at || event.state == State::cancelled) return {};
    return html::render<" {}">(ports::badge({"warning", t("Nobody gives it")}));
}

std::string seats_words(const Translator& t, const Event& event) {
    if (event.plan.capacity == 0) return t.number(event.taken);
    return fmt::format("{} / {}", t.number(event.taken), t.number(event.plan.capacity));
}

SafeHtml level_field(const html::Fields& fields, const Translator& t, const Edit& view) {
    if (view.event != nullptr) return {};
    std::vector<html::Choice> choices;
    for (const auto& level : view.levels) choices.push_back({std::to_string(level.id.value), level.name(t.locale())});
    return fields.select({.name = "level", .label = t("Level"), .choices = choices, .value = view.typed.level});
}

SafeHtml champion_field(const html::Fields& fields, const Translator& t, const Edit& view) {
    if (view.champions.empty()) return {};
    std::vector<html::Choice> choices{{"", t("Somebody else")}};
    for (const auto& champion : view.champions) choices.push_back({std::to_string(champion.id.value), champion.name});
    return fields.select(
        {.name = "champion",
         .label = t("Champion who gives it"),
         .choices = choices,
         .value = view.typed.champion,
         .required = Required::no,
         .hint = t("Their time is taken, and they get an email. Leave it empty where the event opens a "
                   "presentation that is booked already.")});
}

SafeHtml words_fields(const html::Fields& fields, const Translator& t, const EventForm& typed) {
    const auto line = [&](const char* name, const std::string& label, const std::string& value) {
        return fields.text({.name = name, .label = label, .value = value, .max_length = 150});
    };
    const auto area = [&](const char* name, const std::string& label, const std::string& value) {
        return fields.text_area({.name = name, .label = label, .value = value, .rows = 6, .max_length = 5000});
    };
    return html::render<"{}{}">(html::field_pair(line("title_en", t("Title in English"), typed.title_en),
                                                 line("title_fr", t("Title in French"), typed.title_fr)),
                                html::field_pair(area("text_en", t("Text in English"), typed.text_en),
                                                 area("text_fr", t("Text in French"), typed.text_fr)));
}

SafeHtml place_fields(const html::Fields& fields, const Translator& t, const EventForm& typed) {
    std::vector<html::Choice> provinces{{"", t("Choose the province or territory")}};
    for (const people::Province each : people::kProvinces)
        provinces.push_back({std::string{people::code(each)}, t(people::name(each))});
    const std::vector<html::Choice> formats{{"in_person", t("In person")}, {"online", t("Online")}};
    return html::render<"{}{}">(
        html::field_pair(
            fields.select({.name = "format", .label = t("How we meet"), .choices = formats, .value = typed.format}),
            fields.text({.name = "place", .label = t("Place"), .value = typed.place, .max_length = 150})),
        html::field_pair(
            fields.text({.name = "town", .label = t("City or town"), .value = typed.town, .max_length = 150}),
            fields.select({.name = "province",
                           .label = t("Province or territory"),
                           .choices = provinces,
                           .value = typed.province})));
}

SafeHtml time_fields(const html::Fields& fields, const Translator& t, const EventForm& typed) {
    std::vector<html::Choice> zones;
    for (const auto zone : kZones) zones.push_back({std::string{zone}, zone_words(t, zone)});
    const std::vector<html::Choice> languages{
        {"en", t("English")}, {"fr", t("French")}, {"both", t("English and French")}};
    return html::render<"{}{}{}{}">(
        html::field_pair(
            fields.text(
                {.name = "starts_at", .label = t("When"), .value = typed.starts_at, .kind = html::TextKind::date_time}),
            fields.select({.name = "zone",
                           .label = t("Time zone"),
                           .choices = zones,
                           .value = typed.zone.empty() ? "America/Toronto" : typed.zone})),
        html::field_pair(
            fields.text({.name = "minutes",
                         .label = t("How many minutes"),
                         .value = typed.minutes.empty() ? "90" : typed.minutes,
                         .kind = html::TextKind::number}),
            fields.select({.name = "language", .label = t("Language"), .choices = languages, .value = typed.language})),
        html::field_pair(fields.text({.name = "speaker",
                                      .label = t("Speaker"),
                                      .value = typed.speaker,
                                      .required = Required::no,
                                      .max_length = 150}),
                         fields.text({.name = "capacity",
                                      .label = t("Seats"),
                                      .value = typed.capacity,
                                      .kind = html::TextKind::number,
                                      .required = Required::no,
                                      .hint = t("Leave it empty where everybody finds room.")})),
        fields.text({.name = "accessibility",
                     .label = t("Accessibility"),
                     .value = typed.accessibility,
                     .required = Required::no,
                     .max_length = 150}));
}

void write_guests(Out& out, const Translator& t, const Edit& view) {
    Out body;
    html::write<
        R"(<div class="table-scroll" role="region" aria-labelledby="guests" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="guests">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col" class="table__number">{}</th></tr></thead><tbody>)">(
        body, t("Guests"), t("Name"), t("State"), t("Seats"));
    for (const Guest& each : view.guests)
        html::write<
            R"(<tr><th scope="row">{}</th><td data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td></tr>)">(
            body, each.name.empty() ? t("Erased") : each.name, t("State"), ports::badge(badge_of(t, each.state)),
            t("Seats"), t.number(each.seats));
    html::write<"</tbody></table></div>">(body);
    body.append(ports::pager(t, {staff_path(t.locale(), view.event->id), view.guest_position, "#guests"}));
    out.append(ports::panel({t("Guests"), ports::button_link({staff_path(t.locale(), view.event->id) + "/guests.csv",
                                                              t("Spreadsheet"), "download"})},
                            std::move(body).finish()));
}

void write_acts(Out& out, const Translator& t, const Edit& view) {
    const std::string path = staff_path(t.locale(), view.event->id);
    if (view.event->state == State::draft) {
        out.append(ports::panel({t("Publish it")}, ports::act(t, {.path = path + "/publication",
                                                                  .label = t("Publish it"),
                                                                  .kind = html::ButtonKind::primary})));
        out.append(ports::panel({t("Delete this draft")}, ports::act(t, {.path = path + "/deletion",
                                                                         .label = t("Delete this draft"),
                                                                         .kind = html::ButtonKind::danger})));
    }
    if (view.event->state != State::published) return;
    const html::Fields fields{t, view.problems};
    const SafeHtml reasons =
        html::render<"{}{}">(fields.text_area({.name = "reason_en", .label = t("Reason in English"), .rows = 2}),
                             fields.text_area({.name = "reason_fr", .label = t("Reason in French"), .rows = 2}));
    out.append(ports::panel({t("Cancel it")}, ports::act(t, {.path = path + "/cancellation",
                                                             .label = t("Cancel it, and tell everybody"),
                                                             .kind = html::ButtonKind::danger,
                                                             .above = reasons})));
}

}  // namespace

SafeHtml list(const Translator& t, const List& view) {
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Events"),
            .lead = t("Presentations and meetings that are open to everybody."),
            .actions = ports::button_link({staff_list_path(t.locale()) + "/new", t("New event"), "plus", "primary"})}));
    if (view.events.empty()) {
        out.append(ports::empty_state(
            {"calendar", t("No event yet"), t("Plan one, publish it, and people can say that they come.")}));
        return std::move(out).finish();
    }
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="list" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="list">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col" class="table__number">{}</th></tr></thead><tbody>)">(
        out, t("Events"), t("Title"), t("When"), t("State"), t("Seats"));
    for (const Event& each : view.events)
        html::write<
            R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}{}</td><td class="table__number" data-label="{}">{}</td></tr>)">(
            out, staff_path(t.locale(), each.id), each.plan.title(t.locale()), t("When"), when_words(t, each.plan),
            t("State"), ports::badge(badge_of(t, each.state)), lost_badge(t, each), t("Seats"), seats_words(t, each));
    html::write<"</tbody></table></div>">(out);
    out.append(ports::pager(t, {staff_list_path(t.locale()), view.position}));
    return std::move(out).finish();
}

SafeHtml edit(const Translator& t, const Edit& view) {
    const html::Fields fields{t, view.problems};
    Out out;
    const std::string path =
        view.event == nullptr ? staff_list_path(t.locale()) + "/new" : staff_path(t.locale(), view.event->id);
    out.append(ports::staff_head(
        t, {.title = view.event == nullptr ? t("New event") : view.event->plan.title(t.locale()),
            .actions = view.event == nullptr ? SafeHtml{} : ports::badge(badge_of(t, view.event->state)),
            .above = {{t("Events"), staff_list_path(t.locale())}}}));
    out.append(fields.error_summary());
    if (view.event != nullptr && view.event->champion_lost_at && view.event->state != State::cancelled)
        html::write<R"(<div class="notice notice--warning">{}<div class="notice__body"><p>{}</p></div></div>)">(
            out, html::icon("alert"),
            t("The champion who was to give it has stopped. Choose somebody else, or save it as it is."));
    if (view.event != nullptr && view.event->state == State::published)
        html::write<R"(<p><a href="{}">{}</a></p>)">(out, event_path(t.locale(), view.event->id),
                                                     t("See it as the public does"));
    html::write<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}{}{}</form>)">(
        out, path, level_field(fields, t, view), words_fields(fields, t, view.typed),
        place_fields(fields, t, view.typed), time_fields(fields, t, view.typed), champion_field(fields, t, view),
        fields.button({.label = t("Save")}));
    if (view.event == nullptr) return std::move(out).finish();
    write_acts(out, t, view);
    if (!view.guests.empty()) write_guests(out, t, view);
    return std::move(out).finish();
}

}  // namespace events::staff_pages
