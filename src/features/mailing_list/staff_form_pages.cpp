// What staff_pages.h declares about forms and topics.
#include <fmt/format.h>

#include "features/mailing_list/pages.h"
#include "features/mailing_list/staff_pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace mailing_list::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

struct Language {
    const char *code, *title_field, *text_field;
    std::string name, title, text;
};

void write_language(Out& out, const html::Fields& fields, const Translator& t, const Language& in) {
    html::write<R"(
<section class="editor__language" lang="{}" aria-labelledby="{}-title"><h2 class="editor__title" id="{}-title">{}</h2>{}{}</section>)">(
        out, in.code, in.code, in.code, in.name,
        fields.text({.name = in.title_field, .label = t("Title"), .value = in.title, .max_length = 120}),
        fields.text_area({.name = in.text_field,
                          .label = t("Text"),
                          .value = in.text,
                          .required = html::Required::no,
                          .hint = t("Markdown."),
                          .rows = 6,
                          .max_length = 4'000}));
}

html::Checked checked(bool is_checked) { return is_checked ? html::Checked::yes : html::Checked::no; }

SafeHtml where_fields(const html::Fields& fields, const Translator& t, const FormPage& page) {
    if (page.form) return {};
    std::vector<html::Choice> levels;
    for (const auto& level : page.levels) levels.push_back({level.slug, level.name(t.locale())});
    return html::render<"{}{}">(
        fields.text({.name = "slug",
                     .label = t("Address"),
                     .value = page.typed.slug,
                     .hint = t("The page stands at /join/ and these letters. It cannot be changed later."),
                     .size = html::FieldSize::medium,
                     .max_length = 60}),
        fields.select({.name = "level",
                       .label = t("Level"),
                       .choices = std::move(levels),
                       .value = page.level,
                       .size = html::FieldSize::medium}));
}

SafeHtml topic_fields(const html::Fields& fields, const Translator& t, const FormPage& page) {
    if (page.topics.empty()) return {};
    Out out;
    html::write<
        R"(<fieldset class="field-group"><legend class="field-group__legend">{}</legend><p class="field__hint">{}</p>)">(
        out, t("Topics of this form"), t("Whoever joins here gets these and no others. Tick none for all."));
    for (const auto& topic : page.topics)
        out.append(fields.checkbox({.name = fmt::format("topic-{}", topic.bit.value),
                                    .label = topic.name(t.locale()),
                                    .checked = checked(page.typed.topics.holds(topic.bit))}));
    html::write<"</fieldset>">(out);
    return std::move(out).finish();
}

SafeHtml asked_fields(const html::Fields& fields, const Translator& t, const FormPage& page) {
    return html::render<"{}{}">(
        fields.checkbox(
            {.name = "asks_name", .label = t("Ask for the name"), .checked = checked(page.typed.name == Asks::yes)}),
        fields.checkbox({.name = "asks_postal_code",
                         .label = t("Ask for the postal code"),
                         .checked = checked(page.typed.postal_code == Asks::yes)}));
}

SafeHtml state_panel(const Translator& t, const ListForm& form) {
    const std::string path = form_path(t.locale(), form.plan.slug);
    return form.closed_at ? ports::act(t, {path + "/reopening", t("Open it again")})
                          : ports::act(t, {path + "/closing", t("Close the form")});
}

SafeHtml embed_panel(const Translator& t, const FormPage& page) {
    return html::render<
        R"(<label class="field__label" for="embed-code">{}</label><textarea class="field__input field__input--area" id="embed-code" rows="4" readonly>{}</textarea>)">(
        t("Put this into a page of another site:"), page.embed_code);
}

SafeHtml topic_fields(const html::Fields& fields, const Translator& t, const people::Topic& topic) {
    const auto line = [&](const char* name, std::string label, const std::string& value, html::Required required) {
        return fields.text(
            {.name = name, .label = std::move(label), .value = value, .required = required, .max_length = 200});
    };
    return html::render<"{}{}">(
        html::field_pair(line("name_en", t("Name in English"), topic.name_en, html::Required::yes),
                         line("name_fr", t("Name in French"), topic.name_fr, html::Required::yes)),
        html::field_pair(line("summary_en", t("One sentence in English"), topic.summary_en, html::Required::no),
                         line("summary_fr", t("One sentence in French"), topic.summary_fr, html::Required::no)));
}

SafeHtml topic_panel(const Translator& t, const people::Topic& topic) {
    const base::Problems none;
    const html::Fields fields{t, none};
    const std::string path = fmt::format("{}/topics/{}", overview_path(t.locale()), topic.slug);
    return html::render<
        R"(<dl class="facts"><div class="facts__row"><dt class="facts__term" lang="en">English</dt><dd class="facts__value" lang="en">{}</dd></div><div class="facts__row"><dt class="facts__term" lang="fr">Français</dt><dd class="facts__value" lang="fr">{}</dd></div></dl>{}<form class="form" method="post" action="{}/retirement">{}</form>)">(
        topic.name_en + (topic.summary_en.empty() ? "" : " – " + topic.summary_en),
        topic.name_fr + (topic.summary_fr.empty() ? "" : " – " + topic.summary_fr), SafeHtml{}, path,
        fields.button(
            {.label = t("Retire the topic"), .kind = html::ButtonKind::quiet, .size = html::ButtonSize::small}));
}

}  // namespace

html::SafeHtml form(const Translator& t, const FormPage& page) {
    const html::Fields fields{t, page.problems};
    const std::string path =
        page.form ? form_path(t.locale(), page.form->plan.slug) : overview_path(t.locale()) + "/forms";
    Out out;
    out.append(ports::staff_head(
        t, {.title = page.form ? page.form->plan.words.title(t.locale()) : t("New form"),
            .actions = page.form ? ports::button_link(
                                       {pages::join_path(t.locale(), page.form->plan.slug), t("See the page"), "eye"})
                                 : SafeHtml{},
            .above = {{t("Email list"), overview_path(t.locale())}}}));
    html::write<R"(<form class="form editor" method="post" action="{}" novalidate>{}<div class="editor__languages">)">(
        out, path, fields.error_summary());
    write_language(out, fields, t, {"en", "title_en", "text_en", "English", page.typed.title_en, page.typed.text_en});
    write_language(out, fields, t, {"fr", "title_fr", "text_fr", "Français", page.typed.title_fr, page.typed.text_fr});
    html::write<R"(</div><div class="editor__common">{}{}{}</div><div class="editor__actions">{}</div></form>)">(
        out, where_fields(fields, t, page), asked_fields(fields, t, page), topic_fields(fields, t, page),
        fields.button({.label = page.form ? t("Save") : t("Make the form")}));
    if (page.form) {
        out.append(ports::panel({t("On other sites")}, embed_panel(t, page)));
        out.append(ports::panel({t("State")}, state_panel(t, *page.form)));
    }
    return std::move(out).finish();
}

html::SafeHtml topics(const Translator& t, const TopicsPage& page) {
    const html::Fields fields{t, page.problems};
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Topics"),
            .lead = t("What mails are about. People leave out what they do not want; a new topic goes to everybody who "
                      "left none out."),
            .above = {{t("Email list"), overview_path(t.locale())}}}));
    for (const auto& topic : page.topics) out.append(ports::panel({topic.name(t.locale())}, topic_panel(t, topic)));
    out.append(
        ports::panel({t("New topic")},
                     html::render<R"(<form class="form" method="post" action="{}/topics" novalidate>{}{}{}{}</form>)">(
                         overview_path(t.locale()), fields.error_summary(), topic_fields(fields, t, page.typed),
                         fields.text({.name = "slug",
                                      .label = t("Short name"),
                                      .value = page.typed.slug,
                                      .hint = t("1 to 40 of a to z, 0 to 9 and hyphens, for addresses and rules."),
                                      .size = html::FieldSize::medium,
                                      .max_length = 40}),
                         fields.button({.label = t("Add the topic")}))));
    return std::move(out).finish();
}

}  // namespace mailing_list::staff_pages
