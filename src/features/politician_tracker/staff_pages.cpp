#include "features/politician_tracker/staff_pages.h"

#include <fmt/format.h>

#include "features/politician_tracker/pages.h"
#include "people/place.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/http/percent.h"
#include "ports/day_words.h"

namespace politician_tracker::staff_pages {
namespace {

using html::Out;
using html::Required;
using html::SafeHtml;
using i18n::Translator;

std::vector<html::Choice> region_choices(const Translator& t, const std::string& for_none) {
    std::vector<html::Choice> choices{{"", for_none}};
    for (const people::Province each : people::kProvinces)
        choices.push_back({std::string{people::code(each)}, t(people::name(each))});
    return choices;
}

std::vector<html::Choice> office_choices(const Translator& t) {
    std::vector<html::Choice> choices;
    for (const Office each : kOffices) choices.push_back({std::string{name_of(each)}, t(label_of(each))});
    return choices;
}

struct Line {
    const char* name;
    std::string label;
    const std::string& value;
    Required required = Required::no;
};
SafeHtml line(const html::Fields& fields, const Line& of) {
    return fields.text(
        {.name = of.name, .label = of.label, .value = of.value, .required = of.required, .max_length = 500});
}

SafeHtml person_form(const Translator& t, const People& people) {
    const html::Fields fields{t, people.problems};
    const PoliticianForm& typed = people.typed;
    const SafeHtml who = html::field_pair(
        line(fields, {"name", t("Name"), typed.name, Required::yes}),
        fields.select({.name = "office", .label = t("Office"), .choices = office_choices(t), .value = typed.office}));
    const SafeHtml where = html::field_pair(line(fields, {"place", t("Riding, ward or town"), typed.place}),
                                            fields.select({.name = "region",
                                                           .label = t("Province or territory"),
                                                           .choices = region_choices(t, t("The whole country")),
                                                           .value = typed.region,
                                                           .required = Required::no}));
    const SafeHtml more = html::render<"{}{}">(
        html::field_pair(line(fields, {"party", t("Party"), typed.party}),
                         line(fields, {"email", t("Email of the office"), typed.email})),
        html::field_pair(line(fields, {"website", t("Website"), typed.website}),
                         line(fields, {"source", t("Where this is from, and of which day"), typed.source})));
    return html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}</form>)">(
        people_path(t.locale()), who, where, more, fields.button({.label = t("Keep")}));
}

void write_file_problems(Out& out, const Translator& t, const std::vector<FileProblem>& problems) {
    if (problems.empty()) return;
    html::write<R"(<div class="notice notice--danger" role="alert"><div class="notice__body"><p>{}</p><ul>)">(
        out, t("Nothing was taken in. Please put these lines right:"));
    for (const FileProblem& problem : problems)
        html::write<"<li>{} {}</li>">(
            out, t("line {line}: {what}", {{"line", static_cast<std::int64_t>(problem.line)}, {"what", problem.what}}),
            problem.why ? t(*problem.why) : std::string{});
    html::write<"</ul></div></div>">(out);
}

SafeHtml file_form(const Translator& t, const People& people) {
    const html::Fields fields{t, people.problems};
    Out out;
    write_file_problems(out, t, people.file_problems);
    html::write<R"(<form class="form" method="post" action="{}/rows" novalidate>{}{}</form>)">(
        out, people_path(t.locale()),
        fields.text_area(
            {.name = "rows",
             .label = t("Rows of a file (CSV)"),
             .value = people.rows,
             .hint = t("With the columns name, office, region, place, party, email, website, source. Offices: "
                       "mp, senator, provincial, mayor, councillor, other. Who is there already is changed, "
                       "not doubled."),
             .rows = 6}),
        fields.button({.label = t("See what would change"), .kind = html::ButtonKind::quiet}));
    return std::move(out).finish();
}

// A staff list that can be searched, and is shown a page at a time.
struct Searched {
    std::string path;
    const std::string& words;
    ports::ListPosition position;
};

void write_search(Out& out, const Translator& t, const Searched& list) {
    if (list.position.pages == 1 && list.words.empty()) return;
    html::write<R"(
<form class="toolbar" method="get" action="{}" role="search"><div class="toolbar__field toolbar__field--grow"><label class="toolbar__label" for="words">{}</label>
  <input class="field__input" id="words" name="words" type="search" value="{}"></div>
  <button class="button button--quiet" type="submit">{} {}</button></form>)">(
        out, list.path, t("Name, place or party"), list.words, html::icon("search"), t("Search"));
}

SafeHtml pager(const Translator& t, const Searched& list) {
    return ports::pager(t, {.path = list.path,
                            .position = list.position,
                            .query = fmt::format("words={}&", http::percent_encode(list.words))});
}

SafeHtml nobody_found(const Translator& t) {
    return ports::empty_state({"search", t("Nobody here"), t("Nobody has these words in their name, place or party.")});
}

void write_person(Out& out, const Translator& t, const Politician& politician) {
    const base::Problems none;
    html::write<R"(
<tr><th scope="row">{}</th><td data-label="{}">{}</td><td data-label="{}">{}</td><td><form method="post" action="{}/{}/leaving">{}</form></td></tr>)">(
        out, politician.facts.name, t("Office"), pages::line_of(t, politician.facts), t("Source"),
        politician.facts.source, people_path(t.locale()), politician.id.value,
        html::Fields{t, none}.button({.label = t("No longer in office"), .kind = html::ButtonKind::text}));
}

void write_people(Out& out, const Translator& t, const std::vector<Politician>& politicians) {
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="list" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="list">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Politicians"), t("Name"), t("Office"), t("Source"), t("What you can do"));
    for (const Politician& each : politicians) write_person(out, t, each);
    html::write<"</tbody></table></div>">(out);
}

std::vector<html::Choice> stand_choices(const Translator& t) {
    std::vector<html::Choice> choices;
    for (const Stand each : kStands) choices.push_back({std::string{name_of(each)}, t(label_of(each))});
    return choices;
}

SafeHtml evidence_field(const html::Fields& fields, const Line& of) {
    return fields.text_area({.name = of.name,
                             .label = of.label,
                             .value = of.value,
                             .required = Required::no,
                             .rows = 3,
                             .max_length = 500});
}

std::string answer_path(const Translator& t, const ports::PetitionFacts& petition, PoliticianId politician) {
    return fmt::format("{}/{}", room_path(t.locale(), petition.slug), politician.value);
}

std::vector<ports::Crumb> way_to(const Translator& t, const ports::PetitionFacts& petition) {
    return {{t("Petitions"), fmt::format("/{}/staff/petitions", base::code(t.locale()))},
            {petition.title, fmt::format("/{}/staff/petitions/{}", base::code(t.locale()), petition.slug)}};
}

std::string period_name(const Translator& t, const ElectionPeriod& period) {
    const auto province = people::province_of(period.region);
    return province ? t(people::name(*province)) : t("Federal election");
}

std::string span_of(const Translator& t, const ElectionPeriod& period) {
    const std::string begun =
        t("Switched on {time} by {name}", {{"time", t.date_time(period.begun_at)}, {"name", period.begun_by}});
    if (!period.ended_at) return begun;
    return begun + ". " +
           t("Switched off {time} by {name}", {{"time", t.date_time(*period.ended_at)}, {"name", period.ended_by}});
}

void write_period(Out& out, const Translator& t, const ElectionPeriod& period) {
    const base::Problems none;
    html::write<R"(<li class="period"><p><b>{}</b> {}</p><p>{}</p><p>{}</p><p lang="en">{}</p><p lang="fr">{}</p>)">(
        out, period_name(t, period),
        ports::badge(period.ended_at ? ports::Badge{"neutral", t("over")} : ports::Badge{"warning", t("on")}),
        span_of(t, period),
        t.plural("{count} politician was no longer named; asking stopped; every petition carried the line below.",
                 "{count} politicians were no longer named; asking stopped; every petition carried the line below.",
                 period.hidden_politicians),
        period.tagline_en, period.tagline_fr);
    if (!period.ended_at)
        html::write<R"(<form method="post" action="{}/{}/end">{}</form>)">(
            out, periods_path(t.locale()), period.id.value,
            html::Fields{t, none}.button({.label = t("Switch it off"), .kind = html::ButtonKind::quiet}));
    html::write<"</li>">(out);
}

SafeHtml period_form(const Translator& t, const Periods& periods) {
    const html::Fields fields{t, periods.problems};
    return html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}</form>)">(
        periods_path(t.locale()),
        fields.select({.name = "region",
                       .label = t("Which election"),
                       .choices = region_choices(t, t("Federal election")),
                       .value = periods.region,
                       .required = Required::no}),
        fields.text_area({.name = "tagline_en",
                          .label = t("The line in English"),
                          .value = periods.tagline_en,
                          .hint = t("Who is behind the campaign: name, telephone number, postal or web address."),
                          .rows = 2,
                          .max_length = 300}),
        fields.text_area({.name = "tagline_fr",
                          .label = t("The line in French"),
                          .value = periods.tagline_fr,
                          .rows = 2,
                          .max_length = 300}),
        fields.button({.label = t("Switch it on")}));
}

}  // namespace

html::SafeHtml people(const Translator& t, const People& people) {
    const html::Fields fields{t, people.problems};
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Politicians"),
            .lead = t("Who can be asked to sign. Facts about public offices, with their source."),
            .actions = ports::button_link({periods_path(t.locale()), t("Election periods"), "calendar"})}));
    out.append(fields.error_summary());
    const Searched list{people_path(t.locale()), people.words, people.position};
    write_search(out, t, list);
    if (people.politicians.empty())
        out.append(people.words.empty()
                       ? ports::empty_state({"landmark", t("Nobody yet"), t("Enter one below, or paste a whole list.")})
                       : nobody_found(t));
    else
        write_people(out, t, people.politicians);
    out.append(pager(t, list));
    out.append(ports::panel({t("Add or change one")}, person_form(t, people)));
    out.append(ports::panel({t("Take in a list")}, file_form(t, people)));
    return std::move(out).finish();
}

html::SafeHtml room(const Translator& t, const Room& room) {
    Out out;
    out.append(
        ports::staff_head(t, {.title = t("Where politicians stand"),
                              .lead = t("Each answer with its day and how we know. The one before it is kept."),
                              .actions = ports::button_link({people_path(t.locale()), t("Politicians"), "users"}),
                              .above = way_to(t, room.petition)}));
    const Searched list{room_path(t.locale(), room.petition.slug), room.words, room.position};
    write_search(out, t, list);
    if (room.standings.empty()) {
        out.append(room.words.empty()
                       ? ports::empty_state({"landmark", t("Nobody yet"), t("Begin with the list of politicians.")})
                       : nobody_found(t));
        return std::move(out).finish();
    }
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="list" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="list">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col" class="table__number">{}</th></tr></thead><tbody>)">(
        out, t("Where politicians stand"), t("Name"), t("Office"), t("Answer"), t("Asked by supporters"));
    for (const Standing& each : room.standings)
        html::write<R"(
<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{} {}</td><td class="table__number" data-label="{}">{}</td></tr>)">(
            out, answer_path(t, room.petition, each.politician.id), each.politician.facts.name, t("Office"),
            pages::line_of(t, each.politician.facts), t("Answer"), t(label_of(each.stand)),
            ports::day_in_words(t, each.on_date), t("Asked by supporters"), t.number(each.asked));
    html::write<"</tbody></table></div>">(out);
    out.append(pager(t, list));
    return std::move(out).finish();
}

html::SafeHtml answer(const Translator& t, const AnswerForm& form) {
    const html::Fields fields{t, form.problems};
    auto way = way_to(t, form.petition);
    way.push_back({t("Where politicians stand"), room_path(t.locale(), form.petition.slug)});
    Out out;
    out.append(ports::staff_head(t, {.title = form.standing.politician.facts.name,
                                     .lead = pages::line_of(t, form.standing.politician.facts),
                                     .above = std::move(way)}));
    html::write<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}{}{}{}</form>)">(
        out, answer_path(t, form.petition, form.standing.politician.id), fields.error_summary(),
        fields.radio_group(
            {.name = "stand", .legend = t("Answer"), .choices = stand_choices(t), .value = form.typed.stand}),
        fields.text({.name = "on_date",
                     .label = t("Day"),
                     .value = form.typed.on_date,
                     .hint = t("Like 2026-11-03."),
                     .size = html::FieldSize::small}),
        evidence_field(fields, {"evidence_en", t("How we know, in English"), form.typed.evidence_en}),
        evidence_field(fields, {"evidence_fr", t("How we know, in French"), form.typed.evidence_fr}),
        fields.text({.name = "evidence_url",
                     .label = t("A link to it"),
                     .value = form.typed.evidence_url,
                     .kind = html::TextKind::url,
                     .required = Required::no}),
        fields.button({.label = t("Keep this answer")}));
    return std::move(out).finish();
}

html::SafeHtml periods(const Translator& t, const Periods& periods) {
    const html::Fields fields{t, periods.problems};
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Election periods"),
            .lead =
                t("Near an election, naming a party or a candidate is regulated. While a period is on, the politicians "
                  "whom it concerns are not named, nobody is asked, and every petition carries your line."),
            .above = {{t("Politicians"), people_path(t.locale())}}}));
    out.append(fields.error_summary());
    out.append(ports::panel({t("Switch one on")}, period_form(t, periods)));
    if (periods.periods.empty()) return std::move(out).finish();
    Out log;
    html::write<R"(<ol class="stack periods">)">(log);
    for (const ElectionPeriod& each : periods.periods) write_period(log, t, each);
    html::write<"</ol>">(log);
    out.append(ports::panel({t("What was switched")}, std::move(log).finish()));
    return std::move(out).finish();
}

std::string people_path(base::Locale locale) { return fmt::format("/{}/staff/politicians", base::code(locale)); }

std::string periods_path(base::Locale locale) { return fmt::format("/{}/staff/election-periods", base::code(locale)); }

std::string room_path(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/staff/petitions/{}/politicians", base::code(locale), slug);
}

}  // namespace politician_tracker::staff_pages
