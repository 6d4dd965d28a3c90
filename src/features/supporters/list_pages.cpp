#include "features/supporters/list_pages.h"

#include <array>

#include <fmt/format.h>

#include "features/supporters/person_pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace supporters::list_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

ports::Badge mail_badge(const Translator& t, const std::optional<people::MailStanding>& standing, base::Instant now) {
    if (!standing) return {"neutral", t("Never asked")};
    if (standing->suppression != people::SuppressionReason::none) return {"danger", t("Suppressed")};
    if (standing->allowed_until <= now) return {"neutral", t("Left")};
    if (standing->preferences.paused_until > now) return {"warning", t("Paused")};
    return {"success", t("Gets mail")};
}

std::string where(const Translator& t, const people::Person& person) {
    std::string text = person.place;
    if (person.province) text += (text.empty() ? "" : ", ") + std::string{people::code(*person.province)};
    if (text.empty() && person.country != "CA" && !person.country.empty())
        text = people::country_name(person.country, t.locale());
    return text.empty() ? "–" : text;
}

class ListWriter {
public:
    ListWriter(const Translator& t, const PeopleList& list) : t_(t), list_(list) {}

    SafeHtml finish() && {
        out_.append(ports::staff_head(
            t_, {.title = t_("People"),
                 .lead = t_("One record for each person, whatever they did and under whichever address."),
                 .actions = actions()}));
        write_search();
        if (list_.page.people.empty())
            write_empty();
        else
            write_table();
        write_pager();
        if (list_.may == May::take_out) write_export();
        return std::move(out_).finish();
    }

private:
    SafeHtml actions() const {
        const auto write = [this](Out& out) {
            out.append(ports::button_link({path(t_.locale()) + "/tags", t_("Tags"), "list"}));
            out.append(ports::button_link({path(t_.locale()) + "/fields", t_("Custom fields"), "edit"}));
            if (list_.may == May::take_out)
                out.append(ports::button_link({path(t_.locale()) + "/imports", t_("Import"), "upload"}));
        };
        return html::render<"{}">(write);
    }

    void write_search() {
        const auto options = [this](Out& out) {
            html::write<R"(<option value="">{}</option>)">(out, t_("All"));
            for (const auto& tag : list_.tags)
                html::write<R"(<option value="{}"{}>{}</option>)">(
                    out, tag.id.value, html::attribute_if(list_.tag == tag.id, "selected"), tag.name);
        };
        html::write<R"(
<form class="toolbar" method="get" action="{}" role="search"><div class="toolbar__field toolbar__field--grow">
  <label class="toolbar__label" for="words">{}</label><input class="field__input" id="words" name="words" type="search" value="{}"></div>
  <div class="toolbar__field"><label class="toolbar__label" for="tag">{}</label>
  <span class="select"><select class="field__input select__control" id="tag" name="tag">{}</select></span></div>
  <button class="button button--quiet" type="submit">{} {}</button></form>)">(
            out_, path(t_.locale()), t_("Beginning of a name, or a whole email address"), list_.words, t_("Tag"),
            options, html::icon("search"), t_("Search"));
    }

    void write_empty() {
        const bool is_search = !list_.words.empty() || list_.tag || !list_.is_first;
        out_.append(ports::empty_state(
            {"users", is_search ? t_("Nobody found") : t_("Nobody here yet"),
             is_search ? t_("Try the beginning of the family name or of the given name; accents make no difference.")
                       : t_("People appear here when they confirm that they want mail, or when you import them.")}));
    }

    void write_table() {
        html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="list" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="list">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
            out_, t_("People"), t_("Name"), t_("Email"), t_("Place"), t_("On the list"), t_("Since"));
        for (const auto& listed : list_.page.people) write_row(listed);
        html::write<"</tbody></table></div>">(out_);
    }

    void write_row(const store::Listed& listed) {
        const auto& person = listed.person;
        html::write<R"(
<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td>
  <td data-label="{}"><time datetime="{}">{}</time></td></tr>)">(
            out_, person_pages::path(t_.locale(), person.id), name_of(person), t_("Email"), person.email, t_("Place"),
            where(t_, person), t_("On the list"), ports::badge(mail_badge(t_, listed.standing, list_.now)), t_("Since"),
            i18n::machine_time(person.first_seen_at), t_.date(person.first_seen_at, i18n::DateStyle::short_form));
    }

    void write_pager() {
        if (!list_.page.next) return;
        const auto& next = *list_.page.next;
        html::write<
            R"(<nav class="pager" aria-label="{}"><a class="pager__link" rel="next" href="{}?words={}&amp;tag={}&amp;after={}">{} {}</a></nav>)">(
            out_, t_("Pages"), path(t_.locale()), list_.words, list_.tag ? std::to_string(list_.tag->value) : "",
            fmt::format("{}.{}", next.reading, next.person.value),
            list_.page.people.empty() ? t_("Search further") : t_("Next"), html::icon("arrow-right"));
    }

    void write_export() {
        out_.append(ports::act(t_, {path(t_.locale()) + "/exports", t_("Export all as a file"), html::ButtonKind::quiet,
                                    html::render<R"(<p class="field__hint">{}</p>)">(
                                        t_("Every export is written to the audit log with your name."))}));
    }

    const Translator& t_;
    const PeopleList& list_;
    Out out_;
};

std::vector<ports::Crumb> above(const Translator& t) { return {{t("People"), path(t.locale())}}; }

// Counting ends at a thousand.
std::string up_to_many(const Translator& t, std::int64_t count) {
    return count < kMostCounted ? t.number(count) : t("{count} or more", {{"count", count}});
}

void write_tag(Out& out, const Translator& t, const CountedTag& counted) {
    const auto& tag = counted.tag;
    const std::string at = path(t.locale()) + "/tags";
    html::write<R"(
<tr><th scope="row"><a href="{}?tag={}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">
<details class="disclosure"><summary class="disclosure__summary">{}</summary><div class="disclosure__body">
<form class="form" method="post" action="{}">{}<div class="field"><label class="field__label" for="name-{}">{}</label><input class="field__input" id="name-{}" name="name" value="{}" maxlength="60"></div>
<div class="form__actions"><button class="button button--quiet button--small" type="submit">{}</button>
<button class="button button--danger button--small" type="submit" name="act" value="delete">{}</button></div></form></div></details></td></tr>)">(
        out, path(t.locale()), tag.id.value, tag.name, t("People"), up_to_many(t, counted.people), t("Change"),
        t("Change"), at, html::hidden({"tag", std::to_string(tag.id.value)}), tag.id.value, t("Name"), tag.id.value,
        tag.name, t("Rename"), t("Delete the tag and take it off everybody"));
}

void write_field(Out& out, const Translator& t, const people::Field& field) {
    const bool is_retired = field.retired_at.has_value();
    const base::Problems none;
    const html::Fields fields{t, none};
    html::write<R"(
<tr><th scope="row">{}</th><td data-label="{}"><code>{}</code></td><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">
<form method="post" action="{}/fields">{}{}</form></td></tr>)">(
        out, field.label(t.locale()), t("Name in files"), field.slug, t("Kind"), kind_name(t, field.kind), t("State"),
        ports::badge(is_retired ? ports::Badge{"neutral", t("Retired")} : ports::Badge{"success", t("In use")}),
        t("Change"), path(t.locale()), html::hidden({"field", std::to_string(field.id.value)}),
        fields.button({.label = is_retired ? t("Bring back") : t("Retire"),
                       .kind = html::ButtonKind::quiet,
                       .size = html::ButtonSize::small,
                       .name = "act",
                       .value = is_retired ? "bring_back" : "retire"}));
}

SafeHtml field_form(const Translator& t, const FieldBook& book) {
    const html::Fields fields{t, book.problems};
    std::vector<html::Choice> kinds;
    for (const auto kind :
         {people::FieldKind::text, people::FieldKind::number, people::FieldKind::day, people::FieldKind::yes_no})
        kinds.push_back({std::string{people::name_of(kind)}, kind_name(t, kind)});
    return html::render<R"(<form class="form" method="post" action="{}/fields" novalidate>{}{}{}{}{}{}</form>)">(
        path(t.locale()), fields.error_summary(),
        fields.text(
            {.name = "label_en", .label = t("Name in English"), .value = book.typed.label_en, .max_length = 100}),
        fields.text(
            {.name = "label_fr", .label = t("Name in French"), .value = book.typed.label_fr, .max_length = 100}),
        fields.text({.name = "slug",
                     .label = t("Name in files"),
                     .value = book.typed.slug,
                     .hint = t("Such as union_local. It stays for good."),
                     .max_length = 40}),
        fields.select({.name = "kind",
                       .label = t("Kind"),
                       .choices = kinds,
                       .value = book.typed.kind.empty() ? "text" : book.typed.kind}),
        fields.button({.label = t("Add the field"), .icon = "plus"}));
}

}  // namespace

std::string path(base::Locale locale) { return fmt::format("/{}/staff/people", base::code(locale)); }

std::string kind_name(const Translator& t, people::FieldKind kind) {
    switch (kind) {
        case people::FieldKind::text:
            return t("Text");
        case people::FieldKind::number:
            return t("Number");
        case people::FieldKind::day:
            return t("Day");
        case people::FieldKind::yes_no:
            break;
    }
    return t("Yes or no");
}

SafeHtml people(const Translator& t, const PeopleList& list) { return ListWriter{t, list}.finish(); }

SafeHtml tags(const Translator& t, const TagBook& book) {
    const html::Fields fields{t, book.problems};
    Out out;
    out.append(ports::staff_head(t, {.title = t("Tags"),
                                     .lead = t("Words that you put on people, to find them and to write to them."),
                                     .above = above(t)}));
    out.append(ports::panel(
        {t("A new tag")}, html::render<R"(<form class="form" method="post" action="{}/tags" novalidate>{}{}{}</form>)">(
                              path(t.locale()), fields.error_summary(),
                              fields.text({.name = "name", .label = t("Name"), .value = book.typed, .max_length = 60}),
                              fields.button({.label = t("Add the tag"), .icon = "plus"}))));
    if (book.tags.empty()) {
        out.append(ports::empty_state({"list", t("No tags yet"),
                                       t("A tag is made here, by an import, or on the page of "
                                         "a person.")}));
        return std::move(out).finish();
    }
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="tags" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="tags">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Tags"), t("Tag"), t("People"), t("Change"));
    for (const auto& tag : book.tags) write_tag(out, t, tag);
    html::write<"</tbody></table></div>">(out);
    return std::move(out).finish();
}

SafeHtml fields(const Translator& t, const FieldBook& book) {
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Custom fields"),
            .lead = t("What you ask people beyond their name and place. Every answer is kept with its source and time; "
                      "a later one never erases an earlier one."),
            .above = above(t)}));
    out.append(ports::panel({t("A new field")}, field_form(t, book)));
    if (book.fields.empty()) {
        out.append(ports::empty_state({"edit", t("No fields yet"),
                                       t("Such as the union local, or whether somebody "
                                         "would put up a poster.")}));
        return std::move(out).finish();
    }
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="fields" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="fields">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Custom fields"), t("Field"), t("Name in files"), t("Kind"), t("State"), t("Change"));
    for (const auto& field : book.fields) write_field(out, t, field);
    html::write<"</tbody></table></div>">(out);
    return std::move(out).finish();
}

}  // namespace supporters::list_pages
