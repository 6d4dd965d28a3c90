// What staff_pages.h declares about sections.
#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/newsroom/address.h"
#include "features/newsroom/staff_pages.h"
#include "features/newsroom/staff_pages_parts.h"

namespace newsroom::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

void write_row(Out& out, const Translator& t, const Section& section) {
    const auto& words = section.best(t.locale());
    const ports::Badge state{section.published_at ? "success" : "neutral",
                             section.published_at ? t("Public") : t("Draft")};
    html::write<R"(
<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
        out, section_path(t.locale(), section.id), words.title, t("Stage"), ports::badge(state), t("Order"),
        section.place, t("Address"), address::section(t.locale(), words.slug));
}

void write_table(Out& out, const Translator& t, const std::vector<Section>& sections) {
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="sections" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="sections">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Sections"), t("Title"), t("Stage"), t("Order"), t("Address"));
    for (const auto& section : sections) write_row(out, t, section);
    html::write<"</tbody></table></div>">(out);
}

// The fields of one language.
struct SectionFields {
    const html::Fields& fields;
    const SectionForm& form;
    const ports::NamedTexts& conflicts;
};
void write_names(Out& out, const Translator& t, const SectionFields& of, base::Locale locale) {
    const SectionWords& words = of.form.in(locale);
    const auto title = fmt::format("title_{}", base::code(locale)), slug = fmt::format("slug_{}", base::code(locale));
    out.append(ports::with_theirs(
        t,
        of.fields.text({.name = title,
                        .label = locale == base::Locale::english ? t("Title in English") : t("Title in French"),
                        .value = words.title,
                        .required = html::Required::no,
                        .max_length = 120}),
        {title, of.conflicts}));
    out.append(ports::with_theirs(
        t,
        of.fields.text(
            {.name = slug,
             .label = locale == base::Locale::english ? t("Address in English") : t("Address in French"),
             .value = words.slug,
             .required = html::Required::no,
             .hint = t("Behind {path}. The old address leads here for good.", {{"path", address::section(locale, "")}}),
             .max_length = 60}),
        {slug, of.conflicts}));
}

void write_words(Out& out, const Translator& t, const SectionFields& of, base::Locale locale) {
    const SectionWords& words = of.form.in(locale);
    const auto introduction = fmt::format("introduction_{}", base::code(locale));
    const auto alt = fmt::format("picture_alt_{}", base::code(locale));
    open_language(out, {locale, words.is_empty() ? ports::Badge{"warning", t("to be written")}
                                                 : ports::Badge{"success", t("complete")}});
    write_names(out, t, of, locale);
    out.append(ports::with_theirs(t,
                                  of.fields.text_area({.name = introduction,
                                                       .label = t("Introduction"),
                                                       .value = words.introduction,
                                                       .required = html::Required::no,
                                                       .rows = 6,
                                                       .max_length = 4'000}),
                                  {introduction, of.conflicts}));
    out.append(ports::with_theirs(t,
                                  of.fields.text({.name = alt,
                                                  .label = t("What the picture shows"),
                                                  .value = words.picture_alt,
                                                  .required = html::Required::no,
                                                  .max_length = 300}),
                                  {alt, of.conflicts}));
    html::write<"</section>">(out);
}

void write_common(Out& out, const Translator& t, const SectionEditor& editor, const html::Fields& fields) {
    html::write<R"(<div class="editor__common"><h2 class="editor__title">{}</h2>)">(out, t("For both languages"));
    out.append(ports::with_theirs(t,
                                  fields.text({.name = "place",
                                               .label = t("Order"),
                                               .value = editor.form.place,
                                               .hint = t("A whole number; smaller ones come first."),
                                               .size = html::FieldSize::small}),
                                  {"place", editor.conflicts}));
    const ports::PictureId chosen{base::whole_number(editor.form.picture).value_or(0)};
    out.append(ports::with_theirs(
        t, ports::picture_field(t, editor.problems, {.label = t("Picture"), .value = chosen}, editor.offered),
        {"picture", editor.conflicts}));
    out.append(ports::with_theirs(t,
                                  fields.text({.name = "picture_source",
                                               .label = t("Source of the picture"),
                                               .value = editor.form.picture_source,
                                               .required = html::Required::no,
                                               .max_length = 200}),
                                  {"picture_source", editor.conflicts}));
    out.append(ports::with_theirs(
        t,
        fields.checkbox({.name = "needs_approval",
                         .label = t("Somebody other than the writer approves each item"),
                         .checked = editor.form.needs_approval.empty() ? html::Checked::no : html::Checked::yes,
                         .hint = t("Without an approval of the words as they stand, an item of this section is neither "
                                   "published nor scheduled.")}),
        {"needs_approval", editor.conflicts}));
    html::write<"</div>">(out);
}

bool is_about_publishing(const base::Problems& problems) {
    return base::find_problem(problems, "one_language") != nullptr;
}

void write_publication(Out& out, const Translator& t, const SectionEditor& editor) {
    const auto path = section_path(t.locale(), editor.section.id);
    if (editor.section.published_at) {
        out.append(ports::panel({t("Hide the section")},
                                ports::act(t, {.path = path + "/hiding",
                                               .label = t("Hide the section"),
                                               .kind = html::ButtonKind::danger,
                                               .above = html::render<"<p>{}</p>">(
                                                   t("Its items stay public, in their other sections and under their "
                                                     "own addresses."))})));
        return;
    }
    const bool is_complete = !editor.section.english.is_empty() && !editor.section.french.is_empty();
    const base::Problems none;
    const html::Fields fields{t, is_about_publishing(editor.problems) ? editor.problems : none};
    out.append(
        ports::panel({t("Publish the section")},
                     ports::act(t, {.path = path + "/publication",
                                    .label = t("Publish the section"),
                                    .kind = html::ButtonKind::primary,
                                    .above = html::render<"{}{}">(
                                        fields.error_summary(),
                                        is_complete ? SafeHtml{} : missing_language_decision(t, editor.problems))})));
}

}  // namespace

SafeHtml sections(const Translator& t, const SectionList& list) {
    const html::Fields fields{t, list.problems};
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Sections"), .lead = t("The parts of the paper, in their order."), .above = crumbs(t)}));
    if (list.sections.empty())
        out.append(ports::empty_state({"newspaper", t("No section yet"),
                                       t("A section gathers items about one subject: solidarity, taxes, your "
                                         "provinces. Name the first one below.")}));
    else
        write_table(out, t, list.sections);
    Out form;
    html::write<R"(<form class="form" method="post" action="{}" novalidate>{}{})">(
        form, sections_path(t.locale()), fields.error_summary(),
        fields.select(
            {.name = "level", .label = t("Level"), .choices = level_choices(t, list.levels), .value = list.level}));
    const ports::NamedTexts none;
    for (const base::Locale locale : base::kLocales) write_names(form, t, {fields, list.form, none}, locale);
    html::write<R"({}{}</form>)">(form, html::hidden({"place", list.form.place}),
                                  fields.button({.label = t("Make the section"), .icon = "plus"}));
    out.append(ports::panel({t("New section")}, std::move(form).finish()));
    return std::move(out).finish();
}

SafeHtml section(const Translator& t, const SectionEditor& editor) {
    const base::Problems none;
    const html::Fields fields{t, is_about_publishing(editor.problems) ? none : editor.problems};
    const auto path = section_path(t.locale(), editor.section.id);
    const auto& words = editor.section.best(t.locale());
    Out out;
    out.append(ports::staff_head(
        t, {.title = words.title,
            .lead = t("What is saved here is public at once, when the section is."),
            .actions = ports::button_link({address::section(t.locale(), words.slug), t("View the page"), "external"}),
            .above = {{t("News"), list_path(t.locale())}, {t("Sections"), sections_path(t.locale())}}}));
    html::write<
        R"(<form class="form editor" method="post" action="{}" novalidate>{}{}{}<div class="editor__languages">)">(
        out, path, fields.error_summary(), ports::conflict_notice(t, editor.conflicts, editor.saving),
        html::hidden({ports::kSeenField, editor.seen}));
    for (const base::Locale locale : base::kLocales)
        write_words(out, t, {fields, editor.form, editor.conflicts}, locale);
    html::write<"</div>">(out);
    write_common(out, t, editor, fields);
    html::write<R"(<div class="editor__actions">{}</div></form>)">(out, fields.button({.label = t("Save")}));
    write_publication(out, t, editor);
    return std::move(out).finish();
}

}  // namespace newsroom::staff_pages
