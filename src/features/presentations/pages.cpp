// What pages.h declares about the public page, the map and the form.
#include "features/presentations/pages.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "features/presentations/parts_pages.h"
#include "features/presentations/words.h"
#include "platform/html/assets.h"
#include "platform/html/charts_tiles.h"
#include "platform/html/forms.h"
#include "platform/html/moment.h"

namespace presentations::pages {
namespace {

using html::Out;
using html::Required;
using html::SafeHtml;
using i18n::Translator;

constexpr std::size_t kMostPlaces = 120;

struct Sums {
    std::int64_t presentations = 0, people = 0;
};

Sums sum_of(const std::vector<store::Place>& places) {
    Sums sums;
    for (const auto& place : places) {
        sums.presentations += place.presentations;
        sums.people += place.people;
    }
    return sums;
}

// A tile has room for six characters.
std::string short_number(const Translator& t, std::int64_t value) {
    return value < 10'000 ? t.number(value) : fmt::format("{}k", value / 1'000);
}

SafeHtml tiles(const Translator& t, const std::vector<store::Place>& places) {
    std::map<people::Province, std::int64_t> reached;
    for (const auto& place : places) reached[place.province] += place.people;
    double most = 0;
    for (const auto& [province, people] : reached) most = std::max(most, static_cast<double>(people));
    html::TileMap map{.label = t("People who listened, by province and territory"), .tiles = {}};
    for (const people::Province each : people::kProvinces) {
        const auto found = reached.find(each);
        const std::int64_t people = found == reached.end() ? 0 : found->second;
        map.tiles.push_back({.code = std::string{people::code(each)},
                             .name = t(people::name(each)),
                             .figure = people == 0 ? "" : short_number(t, people),
                             .strength = people == 0 ? 0 : html::tile_strength({static_cast<double>(people), most})});
    }
    return html::tile_map(map);
}

void write_figures(Out& out, const Translator& t, const std::vector<store::Place>& places) {
    const Sums sums = sum_of(places);
    html::write<
        R"(<dl class="talk-figures"><div><dt>{}</dt><dd>{}</dd></div><div><dt>{}</dt><dd>{}</dd></div><div><dt>{}</dt><dd>{}</dd></div></dl>)">(
        out, t("People who listened"), t.number(sums.people), t("Presentations and conversations"),
        t.number(sums.presentations), t("Places visited"), t.number(places.size()));
}

void write_places(Out& out, const Translator& t, const std::vector<store::Place>& places) {
    html::write<
        R"(<div class="table-scroll talk-places" role="region" aria-labelledby="places" tabindex="0"><table class="table table--cards"><caption class="table__caption" id="places">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Places visited"), t("Place"), t("Province or territory"), t("Conversations"), t("People"), t("Last"));
    for (std::size_t i = 0; i < std::min(places.size(), kMostPlaces); ++i) {
        const auto& place = places[i];
        html::write<
            R"(<tr><th scope="row">{}</th><td data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
            out, place.town, t("Province or territory"), t(people::name(place.province)), t("Conversations"),
            t.number(place.presentations), t("People"), t.number(place.people), t("Last"),
            t.date(place.last_at, i18n::DateStyle::short_form, usual_zone(place.province)));
    }
    html::write<"</tbody></table></div>">(out);
}

void write_steps(Out& out, const Translator& t) {
    const std::array<std::string, 3> steps{
        t("You ask: who, where, when. Two minutes."),
        t("A trained member near you says yes, in your language. Both sides get it in their calendars."),
        t("They come, listen and answer. Afterwards your town is on the map.")};
    html::write<R"(<ol class="talk-steps">)">(out);
    for (const auto& step : steps) html::write<"<li>{}</li>">(out, step);
    html::write<"</ol>">(out);
}

std::vector<html::Choice> topic_choices(const Translator& t, const std::vector<ports::Topic>& topics) {
    std::vector<html::Choice> choices{{"", t("Whichever suits us best")}};
    for (const auto& topic : topics) choices.push_back({std::to_string(topic.id.value), topic.name});
    return choices;
}

SafeHtml slot_fields(const html::Fields& fields, const Translator& t, const Ask& view) {
    std::vector<html::Choice> choices{{"", t("None of these: I propose dates below")}};
    for (const auto start : view.starts)
        choices.push_back({std::to_string(start.seconds()), t.date_time(start, view.champion->zone)});
    return html::render<"{}{}">(
        html::hidden({"champion", view.typed.champion}),
        fields.select({.name = "start",
                       .label = t("Free times of {name}", {{"name", view.champion->name}}),
                       .choices = choices,
                       .value = view.typed.start,
                       .required = Required::no,
                       .hint = t("A time of this list is yours as soon as you send the form ({zone}). If you "
                                 "propose dates instead, {name} is asked before anybody else.",
                                 {{"zone", zone_words(t, view.champion->zone)}, {"name", view.champion->name}})}));
}

void write_group(Out& out, const std::string& legend, const SafeHtml& inside) {
    html::write<R"(<fieldset class="talk-form__part"><legend class="talk-form__legend">{}</legend>{}</fieldset>)">(
        out, legend, inside);
}

SafeHtml line(const html::Fields& fields, html::TextField field) {
    field.max_length = 150;
    return fields.text(field);
}

SafeHtml host_part(const html::Fields& fields, const Translator& t, const RequestForm& typed) {
    return html::render<"{}{}">(
        line(fields, {.name = "host_group", .label = t("Name of your group"), .value = typed.host_group}),
        html::field_pair(audience_field(fields, t, typed.audience),
                         fields.text({.name = "expected_size",
                                      .label = t("How many people you expect"),
                                      .value = typed.expected_size,
                                      .kind = html::TextKind::number})));
}

SafeHtml place_part(const html::Fields& fields, const Translator& t, const RequestForm& typed) {
    const std::vector<html::Choice> formats{{"in_person", t("In person"), t("Somebody comes to you.")},
                                            {"online", t("Online"), t("By video, on any screen.")}};
    return html::render<"{}{}{}">(
        fields.radio_group({.name = "format", .legend = t("How we meet"), .choices = formats, .value = typed.format}),
        line(fields, {.name = "place",
                      .label = t("Place"),
                      .value = typed.place,
                      .required = Required::no,
                      .hint = t("The hall, the room, the street. Leave it empty online.")}),
        html::field_pair(line(fields, {.name = "town", .label = t("City or town"), .value = typed.town}),
                         province_field(fields, t, typed.province)));
}

SafeHtml time_part(const html::Fields& fields, const Translator& t, const Ask& view) {
    std::vector<html::Choice> zones{{"", t("The usual one of the province")}};
    for (const auto& each : zone_choices()) zones.push_back({std::string{each.name}, t(each.label)});
    std::vector<html::Choice> lengths;
    for (const auto each : kLengths) lengths.push_back({std::to_string(each), length_words(t, each)});
    return html::render<"{}{}{}">(
        view.champion ? slot_fields(fields, t, view) : SafeHtml{}, date_fields(fields, t, view.typed.dates),
        html::field_pair(fields.select({.name = "minutes",
                                        .label = t("How long it may take"),
                                        .choices = lengths,
                                        .value = view.typed.minutes.empty() ? "60" : view.typed.minutes}),
                         fields.select({.name = "zone",
                                        .label = t("Time zone"),
                                        .choices = zones,
                                        .value = view.typed.zone,
                                        .required = Required::no})));
}

SafeHtml subject_part(const html::Fields& fields, const Translator& t, const Ask& view) {
    return html::render<"{}{}{}">(
        html::field_pair(fields.select({.name = "topic",
                                        .label = t("Topic"),
                                        .choices = topic_choices(t, view.topics),
                                        .value = view.typed.topic,
                                        .required = Required::no}),
                         language_field(fields, t, view.typed.language)),
        fields.text_area({.name = "accessibility",
                          .label = t("What people need to take part"),
                          .value = view.typed.accessibility,
                          .required = Required::no,
                          .hint = t("Sign language, captions, large print, a step-free way in …"),
                          .rows = 2,
                          .max_length = 1000}),
        fields.text_area({.name = "words",
                          .label = t("Anything else"),
                          .value = view.typed.words,
                          .required = Required::no,
                          .rows = 3,
                          .max_length = 1000}));
}

SafeHtml contact_part(const html::Fields& fields, const Translator& t, const RequestForm& typed) {
    return html::render<"{}{}">(
        line(fields,
             {.name = "contact_name", .label = t("Your name"), .value = typed.contact_name, .autocomplete = "name"}),
        html::field_pair(fields.text({.name = "email",
                                      .label = t("Email"),
                                      .value = typed.email,
                                      .kind = html::TextKind::email,
                                      .autocomplete = "email",
                                      .max_length = 254}),
                         line(fields, {.name = "phone",
                                       .label = t("Phone"),
                                       .value = typed.phone,
                                       .kind = html::TextKind::tel,
                                       .required = Required::no,
                                       .autocomplete = "tel"})));
}

}  // namespace

SafeHtml home(const Translator& t, const Home& view) {
    Out out;
    html::write<R"(
<article><header class="frame"><div class="page-head"><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p>
<p class="cluster talk-head__actions"><a class="button button--primary button--large" href="{}">{}</a> <a class="button button--quiet button--large" href="/{}/champions">{}</a> <a href="/{}/events">{}</a></p></div></header>
<section class="section section--tint" aria-labelledby="how"><div class="frame"><h2 class="section__title" id="how">{}</h2>)">(
        out, t("A neighbour who explains it"),
        t("A Champion for Change comes to your union hall, your council or your kitchen table, and talks about what "
          "public services are worth. Free, in English or French."),
        ask_path(t.locale()), t("Ask for a presentation"), base::code(t.locale()), t("Meet the champions"),
        base::code(t.locale()), t("Events open to everybody"), t("How it works"));
    write_steps(out, t);
    html::write<
        R"(</div></section><section class="section" aria-labelledby="map"><div class="frame"><h2 class="section__title" id="map">{}</h2>)">(
        out, t("Where we have been"));
    if (view.places.empty()) {
        html::write<R"(<p class="empty">{}</p>)">(out, t("The first presentations are being arranged. Yours could be "
                                                         "the first on the map."));
    } else {
        write_figures(out, t, view.places);
        out.append(tiles(t, view.places));
        write_places(out, t, view.places);
    }
    html::write<"</div></section></article>">(out);
    return std::move(out).finish();
}

SafeHtml block(const Translator& t, const Block& view) {
    Out out;
    html::write<
        R"(<section class="section" aria-labelledby="presentations-block"><div class="frame"><h2 class="section__title" id="presentations-block">{}</h2>{})">(
        out, view.heading.empty() ? t("Where we have been") : view.heading, view.text);
    if (!view.places.empty()) {
        write_figures(out, t, view.places);
        out.append(tiles(t, view.places));
    }
    html::write<
        R"(<p class="cluster talk-head__actions"><a class="button button--primary" href="{}">{}</a> <a href="{}">{}</a></p></div></section>)">(
        out, ask_path(t.locale()), t("Ask for a presentation"), home_path(t.locale()), t("All places"));
    return std::move(out).finish();
}

SafeHtml ask(const Translator& t, const Ask& view) {
    const html::Fields fields{t, view.problems};
    Out out;
    html::write<R"(
<article class="frame frame--narrow talk-own"><header class="page-head"><p class="page-head__eyebrow"><a href="{}">{}</a></p>
<h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>
<form class="form" method="post" action="{}" novalidate>{})">(
        out, home_path(t.locale()), t("Presentations"), t("Ask for a presentation"),
        view.champion ? t("With {name}.", {{"name", view.champion->name}})
                      : t("Two minutes, then a champion near you answers."),
        ask_path(t.locale()), fields.error_summary());
    write_group(out, t("Your group"), host_part(fields, t, view.typed));
    write_group(out, t("Where"), place_part(fields, t, view.typed));
    write_group(out, t("When"), time_part(fields, t, view));
    write_group(out, t("What about"), subject_part(fields, t, view));
    write_group(out, t("You"), contact_part(fields, t, view.typed));
    html::write<R"({}<p class="form__note">{}</p></form></article>)">(
        out,
        fields.button(
            {.label = t("Send the request"), .size = html::ButtonSize::large, .width = html::ButtonWidth::full}),
        t("We send you one email to confirm your address. Your name and address go to the champion who comes, and to "
          "the coordinators, to nobody else."));
    return std::move(out).finish();
}

SafeHtml asked(const Translator& t, std::string_view mailbox_path) {
    const html::MomentLink next = mailbox_path.empty()
                                      ? html::MomentLink{home_path(t.locale()), t("Where we have been")}
                                      : html::MomentLink{std::string{mailbox_path}, t("Open the demo mailbox")};
    return html::moment(
        {html::MomentTone::success, "mail", t("One more step: check your email"),
         t("We have sent an email with a button to confirm. Nothing there after five minutes? Look in your "
           "junk mail."),
         html::moment_links({next})});
}

SafeHtml broken_link(const Translator& t) { return html::broken_link(t); }

}  // namespace presentations::pages
