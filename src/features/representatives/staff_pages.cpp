#include "features/representatives/staff_pages.h"

#include <fmt/format.h>

#include "features/representatives/pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/day_words.h"
#include "ports/staff_pages.h"

namespace representatives::staff_pages {
namespace {

using html::Out;
using html::Required;
using html::SafeHtml;
using i18n::Translator;

struct Line {
    const char* name;
    std::string label;
    const std::string& value;
    Required required = Required::no;
    std::string hint{};
};
SafeHtml line(const html::Fields& fields, const Line& of) {
    return fields.text({.name = of.name,
                        .label = of.label,
                        .value = of.value,
                        .required = of.required,
                        .hint = of.hint,
                        .max_length = 500});
}

SafeHtml postal(const html::Fields& fields, const Line& of) {
    return fields.text_area({.name = of.name,
                             .label = of.label,
                             .value = of.value,
                             .required = Required::no,
                             .rows = 3,
                             .max_length = 500});
}

void write_words_form(Out& out, const Translator& t, const OfficeList& list) {
    html::write<R"(
<form class="toolbar" method="get" action="{}" role="search"><div class="toolbar__field toolbar__field--grow"><label class="toolbar__label" for="words">{}</label>
  <input class="field__input" id="words" name="words" type="search" value="{}"></div>
  <button class="button button--quiet" type="submit">{} {}</button></form>)">(
        out, offices_path(t.locale()), t("Name, riding or party"), list.words, html::icon("search"), t("Search"));
}

void write_offices(Out& out, const Translator& t, const OfficeList& list) {
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="offices" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="offices">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Representatives"), t("Name"), t("Office"), t("Source"));
    for (const auto& each : list.representatives)
        html::write<R"(
<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}, {}</td></tr>)">(
            out, office_path(t.locale(), each.id), pages::name_of(t, each), t("Office"), pages::line_of(t, each),
            t("Source"), each.source, ports::day_in_words(t, each.as_of));
    html::write<"</tbody></table></div>">(out);
}

std::vector<html::Choice> office_choices(const Translator& t) {
    std::vector<html::Choice> choices;
    for (const Office each : people::kOffices)
        choices.push_back({std::string{people::name_of(each)}, t(people::label_of(each))});
    return choices;
}

std::vector<html::Choice> province_choices_or(const Translator& t, std::string none) {
    std::vector<html::Choice> choices{{"", std::move(none)}};
    for (const Province each : people::kProvinces)
        choices.push_back({std::string{people::code(each)}, t(people::name(each))});
    return choices;
}

// Neighbours of one set stand under its name; each name says of which language it is.
void write_ridings(Out& out, const Translator& t, const OfficeForm& form) {
    std::string_view group;
    for (const RidingChoice& each : form.ridings) {
        if (each.group != group && !group.empty()) html::write<"</optgroup>">(out);
        if (each.group != group) html::write<R"(<optgroup label="{}">)">(out, each.group);
        group = each.group;
        const std::string id = std::to_string(each.id.value);
        html::write<R"(<option value="{}"{}{}>{}</option>)">(
            out, id, html::attribute_if(id == form.typed.riding, "selected"),
            html::attribute_if(each.language != t.locale(), "lang", base::code(each.language)), each.label);
    }
    if (!group.empty()) html::write<"</optgroup>">(out);
}

SafeHtml riding_menu(const Translator& t, const OfficeForm& form) {
    const auto ridings = [&](Out& out) { write_ridings(out, t, form); };
    return html::render<
        R"(<div class="field"><label class="field__label" for="riding">{}</label><span class="select"><select class="field__input select__control" id="riding" name="riding"><option value="">{}</option>{}</select></span></div>)">(
        t("Riding or ward"), t("None of the list"), ridings);
}

// The fields of one form of an office; below each what somebody else kept there meanwhile.
struct OfficeFields {
    const Translator& t;
    const html::Fields& fields;
    const OfficeForm& form;
    const ports::NamedTexts& conflicts;

    SafeHtml around(const char* name, const SafeHtml& field) const {
        return ports::with_theirs(t, field, {name, conflicts});
    }
    SafeHtml line(const Line& of) const { return around(of.name, staff_pages::line(fields, of)); }
    SafeHtml postal(const Line& of) const { return around(of.name, staff_pages::postal(fields, of)); }
};

// What stands in a menu or a tick, as people read it.
std::string words_of(const Translator& t, const OfficeForm& form, const ports::NamedText& text) {
    if (text.name == "vacant") return text.text.empty() ? t("The seat is held") : t("The seat is vacant");
    if (const auto office = people::office_of(text.text); text.name == "office" && office)
        return t(people::label_of(*office));
    if (const auto province = people::province_of(text.text); text.name == "province" && province)
        return t(people::name(*province));
    if (text.name == "riding")
        for (const RidingChoice& each : form.ridings)
            if (std::to_string(each.id.value) == text.text) return each.label;
    return text.text;
}

ports::NamedTexts conflicts_in_words(const Translator& t, const OfficeForm& form) {
    ports::NamedTexts conflicts = form.conflicts;
    for (ports::NamedText& each : conflicts) each.text = words_of(t, form, each);
    return conflicts;
}

SafeHtml who_fields(const OfficeFields& of) {
    const Translator& t = of.t;
    const HolderForm& typed = of.form.typed;
    return html::render<"{}{}{}{}">(
        html::field_pair(of.around("office", of.fields.select({.name = "office",
                                                               .label = t("Office"),
                                                               .choices = office_choices(t),
                                                               .value = typed.office})),
                         of.around("riding", riding_menu(t, of.form))),
        html::field_pair(
            of.line({"place", t("Place, where no riding is chosen"), typed.place}),
            of.around("province", of.fields.select({.name = "province",
                                                    .label = t("Province or territory"),
                                                    .choices = province_choices_or(t, t("That of the riding")),
                                                    .value = typed.province,
                                                    .required = Required::no}))),
        html::field_pair(of.line({"name", t("Name"), typed.name}), of.line({"party", t("Party"), typed.party})),
        of.around("vacant",
                  of.fields.checkbox({.name = "vacant",
                                      .label = t("The seat is vacant"),
                                      .checked = typed.vacant == "1" ? html::Checked::yes : html::Checked::no})));
}

SafeHtml reach_fields(const OfficeFields& of) {
    const Translator& t = of.t;
    const HolderForm& typed = of.form.typed;
    return html::render<"{}{}{}{}{}">(
        html::field_pair(of.line({"email", t("Email of the office"), typed.email}),
                         of.line({"website", t("Website"), typed.website})),
        html::field_pair(of.line({"telephone", t("Telephone at the legislature or city hall"), typed.telephone}),
                         of.line({"fax", t("Fax at the legislature or city hall"), typed.fax})),
        of.postal({"postal", t("Postal address at the legislature or city hall"), typed.postal}),
        html::field_pair(
            of.line({"constituency_telephone", t("Telephone in the riding"), typed.constituency_telephone}),
            of.line({"constituency_fax", t("Fax in the riding"), typed.constituency_fax})),
        of.postal({"constituency_postal", t("Postal address in the riding"), typed.constituency_postal}));
}

void write_office_acts(Out& out, const Translator& t, const OfficeForm& form) {
    if (!form.id || form.left_at) return;
    const std::string path = office_path(t.locale(), *form.id);
    Out acts;
    html::write<"<p>{}</p>">(acts, t("They stay with what they were asked and said; they are no longer written to."));
    acts.append(ports::act(t, {.path = path + "/leaving", .label = t("No longer in office")}));
    if (form.typed.vacant != "1")
        acts.append(ports::act(t, {.path = path + "/vacancy", .label = t("Left, and the seat is vacant")}));
    out.append(ports::panel({t("When they leave")}, std::move(acts).finish()));
}

std::vector<ports::Crumb> above(const Translator& t) { return {{t("Representatives"), offices_path(t.locale())}}; }

void write_set(Out& out, const Translator& t, const SetRow& row) {
    const RidingSet& set = row.set;
    const std::string act =
        fmt::format("{}/{}/{}", sets_path(t.locale()), set.slug, set.retired_at ? "return" : "retirement");
    html::write<R"(
<tr><th scope="row"><a href="{}">{}</a><br><code>{}</code></th><td data-label="{}">{}{}{}</td><td data-label="{}" class="table__number">{}</td><td data-label="{}" class="table__number">{}</td><td>{}</td></tr>)">(
        out, set_path(t.locale(), set.slug), set.name(t.locale()), set.slug, t("Level"), t(label_of(set.house)),
        set.province ? " · " : "", set.province ? t(people::name(*set.province)) : std::string{}, t("Ridings"),
        t.number(static_cast<std::int64_t>(row.ridings)), t("Outlines"),
        t.number(static_cast<std::int64_t>(row.outlines)),
        ports::act(t, {.path = act, .label = set.retired_at ? t("Ask it again") : t("Ask it no longer")}));
}

SafeHtml set_form(const Translator& t, const SetList& list) {
    const html::Fields fields{t, list.problems};
    const SetForm& typed = list.typed;
    const auto with_theirs = [&](const Line& of) {
        return ports::with_theirs(t, line(fields, of), {of.name, list.conflicts});
    };
    std::vector<html::Choice> houses;
    for (const auto house : {RidingHouse::federal, RidingHouse::provincial, RidingHouse::municipal})
        houses.push_back({std::string{representatives::name_of(house)}, t(label_of(house))});
    return html::render<R"(<form class="form" id="set" method="post" action="{}" novalidate>{}{}{}{}{}{}{}</form>)">(
        sets_path(t.locale()), fields.error_summary(), ports::conflict_notice(t, list.conflicts, list.saving),
        html::hidden({ports::kSeenField, list.seen}),
        html::field_pair(with_theirs({"name_en", t("Name in English"), typed.name_en, Required::yes}),
                         with_theirs({"name_fr", t("Name in French"), typed.name_fr, Required::yes})),
        html::field_pair(fields.select({.name = "house", .label = t("Level"), .choices = houses, .value = typed.house}),
                         fields.select({.name = "province",
                                        .label = t("Province or territory"),
                                        .choices = province_choices_or(t, t("The whole country")),
                                        .value = typed.province,
                                        .required = Required::no})),
        html::field_pair(line(fields, {"slug", t("Short name"), typed.slug, Required::yes, t("Like federal-2023.")}),
                         with_theirs({"boundary_set", t("What Represent calls it"), typed.boundary_set, Required::no,
                                      t("The last part of its address there: federal-electoral-districts.")})),
        fields.button({.label = t("Keep")}));
}

}  // namespace

html::SafeHtml offices(const Translator& t, const OfficeList& list) {
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Representatives"),
            .lead = t("Who holds which office, with the source and the day of these facts."),
            .actions = html::render<"{}{}{}">(
                ports::button_link({offices_path(t.locale()) + "/new", t("Add an office"), "plus", "primary"}),
                ports::button_link({imports_path(t.locale()), t("Files"), "upload"}),
                ports::button_link({sets_path(t.locale()), t("Sets of ridings"), "map-pin"}))}));
    write_words_form(out, t, list);
    if (list.representatives.empty())
        out.append(list.words.empty()
                       ? ports::empty_state({"landmark", t("Nobody yet"), t("Add an office, or take in a whole file.")})
                       : ports::empty_state({"search", t("Nobody here"),
                                             t("Nobody has these words in their name, riding or party.")}));
    else
        write_offices(out, t, list);
    std::string query;
    html::append_query_piece(query, list.words);
    out.append(ports::pager(
        t, {.path = offices_path(t.locale()), .position = list.position, .query = "words=" + query + "&"}));
    return std::move(out).finish();
}

html::SafeHtml office(const Translator& t, const OfficeForm& form) {
    const html::Fields fields{t, form.problems};
    const auto conflicts = conflicts_in_words(t, form);
    const OfficeFields of{t, fields, form, conflicts};
    const std::string title =
        form.id ? (form.typed.name.empty() ? t("Vacant seat") : form.typed.name) : t("Add an office");
    Out out;
    out.append(ports::staff_head(t, {.title = title,
                                     .lead = form.left_at ? t("No longer in office. Keeping it puts them back.") : "",
                                     .above = above(t)}));
    html::write<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}{}{}{}</form>)">(
        out, form.id ? office_path(t.locale(), *form.id) : offices_path(t.locale()) + "/new", fields.error_summary(),
        ports::conflict_notice(t, conflicts, form.saving), html::hidden({ports::kSeenField, form.seen}), who_fields(of),
        reach_fields(of),
        html::field_pair(of.line({"source", t("Where this is from"), form.typed.source, Required::yes}),
                         of.line({"as_of", t("Of which day"), form.typed.as_of, Required::yes, t("Like 2026-11-03.")})),
        fields.button({.label = t("Keep")}));
    write_office_acts(out, t, form);
    return std::move(out).finish();
}

html::SafeHtml sets(const Translator& t, const SetList& list) {
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Sets of ridings"),
            .lead = t("A division of the country, a province or a town. When a new one comes into force, take it in as "
                      "a set of its own, and ask the old one no longer."),
            .above = above(t)}));
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="sets" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="sets">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Sets of ridings"), t("Name"), t("Level"), t("Ridings"), t("Outlines"), t("Change"));
    for (const SetRow& each : list.sets) write_set(out, t, each);
    html::write<"</tbody></table></div>">(out);
    out.append(ports::panel({t("Add or change a set")}, set_form(t, list)));
    return std::move(out).finish();
}

std::string offices_path(base::Locale locale) { return fmt::format("/{}/staff/representatives", base::code(locale)); }
std::string office_path(base::Locale locale, RepresentativeId id) {
    return fmt::format("{}/{}", offices_path(locale), id.value);
}
std::string sets_path(base::Locale locale) { return offices_path(locale) + "/sets"; }
std::string set_path(base::Locale locale, std::string_view slug) {
    return fmt::format("{}?set={}#set", sets_path(locale), slug);
}
std::string imports_path(base::Locale locale) { return offices_path(locale) + "/imports"; }
std::string import_path(base::Locale locale, ImportId id) {
    return fmt::format("{}/{}", imports_path(locale), id.value);
}

}  // namespace representatives::staff_pages
