// What person_pages.h declares about forms: editing, merging, erasing.
#include <fmt/format.h>

#include "features/supporters/list_pages.h"
#include "features/supporters/person_pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace supporters::person_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

std::vector<ports::Crumb> above(const Translator& t, const people::Person& person) {
    return {{t("People"), list_pages::path(t.locale())}, {name_of(person), path(t.locale(), person.id)}};
}

std::vector<html::Choice> language_choices() {
    std::vector<html::Choice> choices;
    for (const base::Locale locale : base::kLocales)
        choices.push_back({std::string{base::code(locale)}, std::string{i18n::own_name(locale)}});
    return choices;
}

std::vector<html::Choice> country_choices(const Translator& t) {
    std::vector<html::Choice> choices;
    for (const auto& country : people::country_choices(t.locale())) choices.push_back({country.code, country.name});
    return choices;
}

std::vector<html::Choice> level_choices(const Translator& t, const std::vector<people::Level>& levels) {
    std::vector<html::Choice> choices{{"", t("The nation")}};
    for (const auto& level : levels)
        if (level.kind != people::LevelKind::national) choices.push_back({level.slug, level.name(t.locale())});
    return choices;
}

class EditorWriter {
public:
    EditorWriter(const Translator& t, const Editor& editor) : t_(t), editor_(editor), fields_(t, editor.problems) {}

    SafeHtml finish() && {
        const auto& typed = editor_.typed;
        line({"given_name", t_("Given name"), typed.given_name});
        line({"family_name", t_("Family name"), typed.family_name});
        choose({"language", t_("Language"), typed.language}, language_choices());
        choose({"country", t_("Country"), typed.country}, country_choices(t_));
        line({"postal_code", t_("Postal code"), typed.postal_code});
        line({"place", t_("Place"), typed.place});
        choose({"level", t_("Level"), typed.level}, level_choices(t_, editor_.levels),
               t_("Whose staff see this person. The nation’s see everybody."));
        line({"riding", t_("Federal riding"), typed.riding}, t_("Its number of five digits, such as 35075."));
        const SafeHtml body = std::move(out_).finish();
        return html::render<R"({}{}<form class="form" method="post" action="{}/edit" novalidate>{}{}{}{}</form>)">(
            ports::staff_head(t_, {.title = t_("Edit {name}", {{"name", name_of(editor_.person)}}),
                                   .lead = editor_.person.email,
                                   .above = above(t_, editor_.person)}),
            ports::conflict_notice(t_, editor_.conflicts, editor_.saving), path(t_.locale(), editor_.person.id),
            fields_.error_summary(), html::hidden({ports::kSeenField, editor_.seen}), body,
            fields_.button({.label = t_("Save")}));
    }

private:
    struct Named {
        std::string name, label, value;
    };
    void line(const Named& named, const std::string& hint = {}) {
        out_.append(ports::with_theirs(t_,
                                       fields_.text({.name = named.name,
                                                     .label = named.label,
                                                     .value = named.value,
                                                     .required = html::Required::no,
                                                     .autocomplete = "off",
                                                     .hint = hint,
                                                     .max_length = 100}),
                                       {named.name, editor_.conflicts}));
    }
    void choose(const Named& named, std::vector<html::Choice> choices, const std::string& hint = {}) {
        out_.append(ports::with_theirs(t_,
                                       fields_.select({.name = named.name,
                                                       .label = named.label,
                                                       .choices = std::move(choices),
                                                       .value = named.value,
                                                       .required = html::Required::no,
                                                       .hint = hint}),
                                       {named.name, editor_.conflicts}));
    }

    const Translator& t_;
    const Editor& editor_;
    html::Fields fields_;
    Out out_;
};

void write_candidate(Out& out, const Translator& t, const people::Person& person, const std::string& at) {
    html::write<
        R"(<tr><th scope="row">{}</th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}"><a class="button button--quiet button--small" href="{}?with={}">{}</a></td></tr>)">(
        out, name_of(person), t("Email"), person.email, t("Place"), person.place.empty() ? "–" : person.place,
        t("Choose"), at, person.id.value, t("This is the one"));
}

SafeHtml candidates(const Translator& t, const MergePage& page, const std::string& at) {
    if (page.found.empty())
        return ports::empty_state({"users", t("Nobody else found"),
                                   t("Search by the beginning of the name, or by the whole email address.")});
    const auto rows = [&](Out& out) {
        for (const auto& person : page.found) write_candidate(out, t, person, at);
    };
    return html::render<R"(
<div class="table-scroll" role="region" aria-labelledby="found" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="found">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div>)">(
        t("People who may be the same"), t("Name"), t("Email"), t("Place"), t("Choose"), rows);
}

SafeHtml confirmation(const Translator& t, const MergePage& page, const std::string& at) {
    const html::Fields fields{t, page.problems};
    return html::render<
        R"(<form class="form" method="post" action="{}"><p>{}</p><ul><li>{}</li><li>{}</li><li>{}</li></ul>{}{}</form>)">(
        at,
        t("{other} ({other_email}) becomes part of {name} ({email}).", {{"other", name_of(*page.with)},
                                                                        {"other_email", page.with->email},
                                                                        {"name", name_of(page.person)},
                                                                        {"email", page.person.email}}),
        t("Addresses, tags and answers of both stay; mail goes where it was agreed to."),
        t("Name, language and place of {name} stay; what is missing is filled in.", {{"name", name_of(page.person)}}),
        t("You can undo this later: everything that moved goes back."),
        html::hidden({"with", std::to_string(page.with->id.value)}), fields.button({.label = t("Merge the two")}));
}

}  // namespace

SafeHtml editor(const Translator& t, const Editor& editor) { return EditorWriter{t, editor}.finish(); }

SafeHtml merging(const Translator& t, const MergePage& page) {
    const std::string at = path(t.locale(), page.person.id) + "/merge";
    const html::Fields fields{t, page.problems};
    Out out;
    out.append(ports::staff_head(t, {.title = t("Merge {name}", {{"name", name_of(page.person)}}),
                                     .lead = t("When two records are one person."),
                                     .above = above(t, page.person)}));
    out.append(fields.error_summary());
    if (page.with) {
        out.append(ports::panel({t("Merge these two?")}, confirmation(t, page, at)));
        return std::move(out).finish();
    }
    html::write<R"(
<form class="toolbar" method="get" action="{}" role="search"><div class="toolbar__field toolbar__field--grow">
  <label class="toolbar__label" for="words">{}</label><input class="field__input" id="words" name="words" type="search" value="{}"></div>
  <button class="button button--quiet" type="submit">{} {}</button></form>)">(
        out, at, t("Beginning of a name, or a whole email address"), page.words, html::icon("search"), t("Search"));
    out.append(candidates(t, page, at));
    return std::move(out).finish();
}

SafeHtml erasure(const Translator& t, const ErasurePage& page) {
    const html::Fields fields{t, page.problems};
    const auto addresses = [&](Out& out) {
        for (const auto& address : page.addresses) html::write<"<li>{}</li>">(out, address.email);
    };
    Out out;
    out.append(ports::staff_head(t, {.title = t("Erase {name}", {{"name", name_of(page.person)}}),
                                     .lead = t("For somebody who asks to be forgotten."),
                                     .above = above(t, page.person)}));
    out.append(ports::panel(
        {t("What happens")},
        html::render<
            R"(<p>{}</p><ul>{}</ul><p>{}</p><form class="form" method="post" action="{}/erasure" novalidate>{}{}{}</form>)">(
            t("Everything that is known of these addresses is erased everywhere, at once and for good:"), addresses,
            t("What they signed stays counted, without their name. That they agreed to mail, or left, stays provable "
              "by a number that nobody can turn back into an address."),
            path(t.locale(), page.person.id), fields.error_summary(),
            fields.checkbox(
                {.name = "confirm", .label = t("I mean it: nobody can undo this."), .required = html::Required::yes}),
            fields.button({.label = t("Erase this person"), .kind = html::ButtonKind::danger, .icon = "trash"}))));
    return std::move(out).finish();
}

}  // namespace supporters::person_pages
