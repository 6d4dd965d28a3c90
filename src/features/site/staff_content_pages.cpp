#include <algorithm>

#include <fmt/format.h>

#include "features/site/pages.h"
#include "features/site/staff_pages.h"
#include "features/site/staff_pages_parts.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"

namespace site::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using html::write;
using i18n::Translator;

void write_page_row(Out& out, const Translator& t, const ListedPage& listed) {
    const auto own = std::ranges::find(listed.newest, t.locale(), &PageText::locale);
    const auto title = own != listed.newest.end() ? own->words.title
                       : !listed.newest.empty()   ? listed.newest.front().words.title
                                                  : listed.page.slug;
    write<R"(<tr><th scope="row">{}<a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">)">(
        out, std::string(static_cast<std::size_t>(listed.depth), '-') + (listed.depth > 0 ? " " : ""),
        page_path(t.locale(), listed.page.slug), title, t("Address"), pages::page_path(t.locale(), listed.page.slug),
        t("Languages"));
    for (const auto& text : listed.newest)
        write<R"(<span class="badge badge--{}">{}</span> )">(out, text.published_at ? "success" : "neutral",
                                                             base::code(text.locale));
    write<"</td></tr>">(out);
}

void write_page_table(Out& out, const Translator& t, const PageList& list) {
    write<
        R"(<div class="table-scroll" role="region" aria-labelledby="pages" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="pages">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Pages"), t("Title"), t("Address"), t("Languages"));
    for (const auto& listed : list.pages) write_page_row(out, t, listed);
    write<"</tbody></table></div>">(out);
}

bool has_text(const std::vector<PageText>& newest, base::Locale locale) {
    return std::ranges::find(newest, locale, &PageText::locale) != newest.end();
}

void write_page_words(Out& out, const Translator& t, const PageEditor& editor, base::Locale locale) {
    const html::Fields fields{t, editor.problems};
    const auto& words = editor.forms.in(locale);
    const std::string suffix{base::code(locale)};
    open_language(out, t, {locale, has_text(editor.newest, locale)});
    const auto append = [&](const std::string& name, const SafeHtml& field) {
        out.append(ports::with_theirs(t, field, {name, editor.conflicts}));
    };
    const auto title = "title_" + suffix, lead = "lead_" + suffix, body = "body_" + suffix;
    append(title, fields.text({.name = title, .label = t("Title"), .value = words.title, .max_length = 200}));
    append(lead, fields.text({.name = lead,
                              .label = t("Introduction"),
                              .value = words.lead,
                              .required = html::Required::no,
                              .max_length = 500}));
    append(body, fields.text_area({.name = body, .label = t("Text (Markdown)"), .value = words.body, .rows = 20}));
    write<"</section>">(out);
}

std::string missing_languages(const std::vector<PageText>& newest) {
    std::string missing;
    for (const base::Locale locale : base::kLocales)
        if (!has_text(newest, locale)) missing += (missing.empty() ? "" : ", ") + std::string{base::code(locale)};
    return missing;
}

html::Checked checked_if(bool is_checked) { return is_checked ? html::Checked::yes : html::Checked::no; }

SafeHtml menu_boxes(const Translator& t, const html::Fields& fields, const PlaceForm& place, base::Locale locale) {
    const std::string suffix{base::code(locale)};
    const auto number = static_cast<std::size_t>(locale);
    const bool is_english = locale == base::Locale::english;
    return html::render<
        R"(<fieldset class="field-group"><legend class="field-group__legend">{}</legend>{}{}{}</fieldset>)">(
        t("In the menus: {language}", {{"language", i18n::own_name(locale)}}),
        fields.checkbox({.name = "header_" + suffix,
                         .label = t("In the menu at the top"),
                         .checked = checked_if(place.header.at(number))}),
        fields.checkbox({.name = "footer_" + suffix,
                         .label = t("In the menu at the foot"),
                         .checked = checked_if(place.footer.at(number))}),
        fields.text({.name = "label_" + suffix,
                     .label = t("Name in the menu"),
                     .value = is_english ? place.label_en : place.label_fr,
                     .required = html::Required::no,
                     .hint = t("Empty: the title of the page."),
                     .size = html::FieldSize::medium,
                     .max_length = 40}));
}

// The menu at the top is full before this page comes.
SafeHtml crowded_notice(const Translator& t, const PageEditor& editor) {
    if (editor.crowded_out.empty()) return {};
    std::string languages;
    for (const auto locale : editor.crowded_out)
        languages += (languages.empty() ? "" : ", ") + std::string{i18n::own_name(locale)};
    return html::render<R"(<div class="notice notice--warning">{}<div class="notice__body"><p>{}</p></div></div>)">(
        html::icon("warning"),
        t("The menu at the top is full, so this page is not in it ({languages}). It has room for {count} pages. Take "
          "another one out, or give this one a smaller order.",
          {{"languages", languages}, {"count", editor.header_room}}));
}

// Where the page stands in the tree, and in which menus.
void write_place(Out& out, const Translator& t, const PageEditor& editor, const html::Fields& fields) {
    std::vector<html::Choice> parents{{"", t("At the top of the tree")}};
    for (const auto& parent : editor.parents) parents.push_back({parent.slug, parent.title});
    out.append(ports::panel(
        {t("Place in the site")},
        html::render<R"(<form class="form" method="post" action="{}/place" novalidate>{}{}{}{}{}{}{}{}</form>)">(
            page_path(t.locale(), editor.page.slug), fields.error_summary(), crowded_notice(t, editor),
            fields.select({.name = "parent",
                           .label = t("Lies below"),
                           .choices = std::move(parents),
                           .value = editor.place.parent,
                           .required = html::Required::no}),
            fields.text({.name = "place",
                         .label = t("Order among its neighbours"),
                         .value = editor.place.place,
                         .kind = html::TextKind::number,
                         .hint = t("Smaller numbers come first."),
                         .size = html::FieldSize::small}),
            menu_boxes(t, fields, editor.place, base::Locale::english),
            menu_boxes(t, fields, editor.place, base::Locale::french),
            html::render<R"(<p class="field__hint">{}</p>)">(
                t("The menus are those of this level; the levels below it have them too. Visitors see a change within "
                  "a few seconds.")),
            fields.button({.label = t("Save the place"), .kind = html::ButtonKind::quiet}))));
}

// Problems with the place of a page are told beside the form for it.
bool is_about_place(const base::Problems& problems) {
    return std::ranges::any_of(problems, [](const base::Problem& problem) {
        return problem.field == "parent" || problem.field == "place" || problem.field.starts_with("label_");
    });
}

void write_page_versions(Out& out, const Translator& t, const std::vector<PageText>& versions) {
    if (versions.empty()) return;
    write<
        R"(<section class="panel"><header class="panel__head"><h2 class="panel__title">{}</h2></header><div class="panel__body"><ul class="stack">)">(
        out, t("Versions"));
    for (const auto& version : versions)
        write<R"(<li><span class="badge badge--{}">{}</span> {}</li>)">(
            out, version.published_at ? "success" : "neutral", version.published_at ? t("Published") : t("Draft"),
            t("{language}, version {version}, {time}, {name}",
              {{"language", std::string{i18n::own_name(version.locale)}},
               {"version", version.version},
               {"time", t.date_time(version.written_at)},
               {"name", version.written_by}}));
    write<"</ul></div></section>">(out);
}

}  // namespace

SafeHtml content_pages(const Translator& t, const PageList& list) {
    Out out;
    out.append(ports::staff_head(t, {t("Pages"), t("Texts that stay: about the campaign, privacy, accessibility.")}));
    if (list.pages.empty())
        out.append(ports::empty_state({"file-text", t("No page yet"),
                                       t("A page holds what stays: what the campaign wants, how it treats data. Begin "
                                         "one below, write it in both "
                                         "languages, then publish it.")}));
    else
        write_page_table(out, t, list);
    const html::Fields fields{t, list.problems};
    write<
        R"(<section class="panel"><header class="panel__head"><h2 class="panel__title">{}</h2></header><div class="panel__body"><form class="form" method="post" action="/{}/staff/pages" novalidate>{}{}{}{}</form></div></section>)">(
        out, t("New page"), base::code(t.locale()), fields.error_summary(),
        fields.text({.name = "slug",
                     .label = t("Name in the address"),
                     .value = list.slug,
                     .hint = t("Small letters, digits and hyphens. It never changes afterwards."),
                     .max_length = 60}),
        fields.select({.name = "level",
                       .label = t("Level"),
                       .choices = level_choices(list.levels, t.locale()),
                       .value = list.level}),
        fields.button({.label = t("Begin the page"), .icon = "plus"}));
    return std::move(out).finish();
}

SafeHtml content_page(const Translator& t, const PageEditor& editor) {
    const auto path = page_path(t.locale(), editor.page.slug);
    const base::Problems none;
    const bool is_about_publishing =
        base::find_problem(editor.problems, "one_language") || base::find_problem(editor.problems, "");
    const bool is_placing = is_about_place(editor.problems);
    const html::Fields fields{t, is_about_publishing || is_placing ? none : editor.problems};
    Out out;
    out.append(ports::staff_head(
        t, {.title = editor.title,
            .lead = t("Both languages side by side. Nobody sees a change before it is published."),
            .actions = html::render<"{}{}">(
                ports::button_link({path + "/preview", t("Preview"), "eye"}),
                ports::button_link({pages::page_path(t.locale(), editor.page.slug), t("View the page"), "external"})),
            .above = {{t("Pages"), fmt::format("/{}/staff/pages", base::code(t.locale()))}}}));
    write<R"(<form class="form editor" method="post" action="{}" novalidate>{}{}{}<div class="editor__languages">)">(
        out, path, fields.error_summary(), ports::conflict_notice(t, editor.conflicts, editor.saving),
        html::hidden({ports::kSeenField, editor.seen}));
    for (const base::Locale locale : base::kLocales) write_page_words(out, t, editor, locale);
    write<R"(</div><div class="editor__actions">{}</div></form>)">(out, fields.button({.label = t("Save the draft")}));
    write_publication(out, t,
                      {path + "/publication", t("Publish this page"), missing_languages(editor.newest),
                       is_about_publishing ? editor.problems : none});
    write_place(out, t, editor, html::Fields{t, is_placing ? editor.problems : none});
    write_page_versions(out, t, editor.versions);
    return std::move(out).finish();
}

}  // namespace site::staff_pages
