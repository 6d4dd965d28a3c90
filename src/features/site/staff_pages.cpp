#include "features/site/staff_pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "features/site/pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"

namespace site::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using html::write;
using i18n::Translator;

struct Head {
    std::string title;
    std::string lead{};
    SafeHtml actions{};
};

void write_head(Out& out, const Head& head) {
    write<
        R"(<header class="staff-head"><div class="staff-head__words"><h1 class="staff-head__title">{}</h1><p class="staff-head__lead">{}</p></div><div class="staff-head__actions">{}</div></header>)">(
        out, head.title, head.lead, head.actions);
}

struct Crumb {
    std::string label, url;
};

void write_breadcrumbs(Out& out, const Translator& t, const Crumb& above, const std::string& here) {
    write<
        R"(<nav class="breadcrumbs" aria-label="{}"><ol class="breadcrumbs__list"><li class="breadcrumbs__item"><a class="breadcrumbs__link" href="{}">{}</a></li><li class="breadcrumbs__item" aria-current="page">{}</li></ol></nav>)">(
        out, t("Breadcrumbs"), above.url, above.label, here);
}

struct ButtonLink {
    std::string url, label;
    std::string_view icon, kind = "quiet";
};

SafeHtml button_link(const ButtonLink& link) {
    return html::render<R"( <a class="button button--{} button--small" href="{}">{} {}</a>)">(
        link.kind, link.url, html::icon(link.icon), link.label);
}

std::string kind_label(const Translator& t, std::string_view key, const std::vector<ports::BlockKind>& others) {
    if (const Kind* const kind = find_kind(key)) return t(kind->label);
    const auto found = std::ranges::find(others, key, &ports::BlockKind::key);
    return found == others.end() ? std::string{key} : t(found->label);
}

// Two-language editor: the name of a language with a badge that tells whether it is all there.
struct LanguageColumn {
    base::Locale locale;
    bool is_complete;
};

void open_language(Out& out, const Translator& t, const LanguageColumn& column) {
    const auto code = base::code(column.locale);
    write<
        R"(<section class="editor__language" aria-labelledby="{}-title"><h2 class="editor__title" id="{}-title">{} <span class="badge badge--{}">{}</span></h2>)">(
        out, code, code, i18n::own_name(column.locale), column.is_complete ? "success" : "warning",
        column.is_complete ? t("complete") : t("to be written"));
}

html::Required required_if(Need need) { return need == Need::required ? html::Required::yes : html::Required::no; }

// The checkbox and the button that publish; the decision about a missing language is asked only where one is missing.
struct Publication {
    std::string url, button, missing;
    const base::Problems& problems;
};

void write_publication(Out& out, const Translator& t, const Publication& publication) {
    const html::Fields fields{t, publication.problems};
    write<
        R"(<section class="panel"><header class="panel__head"><h2 class="panel__title">{}</h2></header><div class="panel__body"><form class="form" method="post" action="{}" novalidate>{}{}{}</form></div></section>)">(
        out, t("Publish"), publication.url, fields.error_summary(),
        [&](Out& decision) {
            if (publication.missing.empty()) return;
            decision.append(
                fields.checkbox({.name = "one_language",
                                 .label = t("Publish although one language is missing"),
                                 .hint = t("Not complete: {languages}. The decision is kept in the log with your name.",
                                           {{"languages", publication.missing}})}));
        },
        fields.button({.label = publication.button, .icon = "send"}));
}

void write_hub_row(Out& out, const Translator& t, const ListedHub& hub) {
    write<
        R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}"><span class="badge badge--{}">{}</span></td><td data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td></tr>)">(
        out, hub_path(t.locale(), hub.level.slug), hub.level.name(t.locale()), t("State"),
        hub.published ? "success" : "neutral", hub.published ? t("Published") : t("Shows the level above"),
        t("Published on"), hub.published ? t.date_time(hub.published->published_at) : std::string{}, t("Blocks"),
        t.number(hub.blocks));
}

void write_mover(Out& out, const Translator& t, const std::string& url, std::string_view direction) {
    const bool is_up = direction == "up";
    write<
        R"(<form method="post" action="{}/place">{}<button class="button button--text button--small" type="submit">{}</button></form>)">(
        out, url, html::hidden({"direction", direction}), is_up ? t("Up") : t("Down"));
}

std::string first_words(const Block& block, base::Locale locale) {
    const auto& words = block.in(locale).is_empty() ? block.in(base::other(locale)) : block.in(locale);
    const auto& text = words.heading.empty() ? words.body : words.heading;
    return text.size() > 80 ? text.substr(0, text.rfind(' ', 80)) + " …" : text;
}

void write_block_row(Out& out, const Translator& t, const HubEditor& editor, const Block& block) {
    const auto url = block_path(t.locale(), editor.level.slug, block.id);
    write<R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">)">(
        out, url, kind_label(t, block.kind, editor.other_kinds), t("Words"), first_words(block, t.locale()),
        t("Languages"));
    for (const base::Locale locale : base::kLocales)
        write<R"(<span class="badge badge--{}">{}</span> )">(out, is_complete(block, locale) ? "success" : "warning",
                                                             base::code(locale));
    write<R"(</td><td class="table__actions"><div class="cluster">)">(out);
    write_mover(out, t, url, "up");
    write_mover(out, t, url, "down");
    write<"</div></td></tr>">(out);
}

void write_blocks(Out& out, const Translator& t, const HubEditor& editor) {
    if (editor.draft.empty()) {
        write<R"(<div class="empty">{}<h2 class="empty__title">{}</h2><p class="empty__text">{}</p></div>)">(
            out, html::icon("inbox"), t("No block yet"),
            t("This level shows the campaign of the level above it. Add a block to begin one of its own."));
        return;
    }
    write<
        R"(<div class="table-scroll" role="region" aria-labelledby="blocks" tabindex="0"><table class="table table--cards"><caption class="table__caption" id="blocks">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col"><span class="visually-hidden">{}</span></th></tr></thead><tbody>)">(
        out, t("Blocks from top to bottom"), t("Kind"), t("Words"), t("Languages"), t("Order"));
    for (const auto& block : editor.draft) write_block_row(out, t, editor, block);
    write<"</tbody></table></div>">(out);
}

void write_new_block(Out& out, const Translator& t, const HubEditor& editor) {
    std::vector<html::Choice> choices;
    for (const auto& kind : kinds()) choices.push_back({std::string{kind.key}, t(kind.label)});
    for (const auto& kind : editor.other_kinds) choices.push_back({kind.key, t(kind.label)});
    const base::Problems none;
    const html::Fields fields{t, none};
    write<
        R"(<section class="panel"><header class="panel__head"><h2 class="panel__title">{}</h2></header><div class="panel__body"><form class="form" method="post" action="{}/blocks" novalidate>{}{}</form></div></section>)">(
        out, t("Add a block"), hub_path(t.locale(), editor.level.slug),
        fields.select({.name = "kind", .label = t("Kind"), .choices = std::move(choices)}),
        fields.button({.label = t("Add the block"), .kind = html::ButtonKind::quiet, .icon = "plus"}));
}

void write_versions(Out& out, const Translator& t, const HubEditor& editor) {
    if (editor.versions.empty()) return;
    write<
        R"(<section class="panel"><header class="panel__head"><h2 class="panel__title">{}</h2></header><div class="panel__body"><ul class="stack">)">(
        out, t("Published versions"));
    for (const auto& version : editor.versions)
        write<
            R"(<li class="cluster"><span>{}</span><form method="post" action="{}/versions/{}/restoration"><button class="button button--quiet button--small" type="submit">{}</button></form></li>)">(
            out,
            t("Version {version}, {time}, {name}", {{"version", version.version},
                                                    {"time", t.date_time(version.published_at)},
                                                    {"name", version.published_by}}),
            hub_path(t.locale(), editor.level.slug), version.version, t("Take it as the draft"));
    write<"</ul></div></section>">(out);
}

std::vector<html::Choice> action_choices(const Translator& t, const std::vector<ports::Action>& actions) {
    std::vector<html::Choice> choices{{"", t("None")}};
    for (const auto& action : actions) choices.push_back({action.key, action.title});
    return choices;
}

std::vector<html::Choice> page_choices(const Translator& t, const std::vector<ContentPage>& pages) {
    std::vector<html::Choice> choices{{"", t("None")}};
    for (const auto& page : pages) choices.push_back({page.slug, page.slug});
    return choices;
}

// The parts that every kind of another slice has.
constexpr Kind kOtherKind{"",
                          base::message("Block"),
                          {Need::optional, base::message("Heading")},
                          {Need::optional, base::message("Text (Markdown)")},
                          {},
                          {},
                          {},
                          {},
                          {}};

void write_block_words(Out& out, const Translator& t, const Kind& kind, const BlockEditor& editor,
                       base::Locale locale) {
    const html::Fields fields{t, editor.problems};
    const auto& words = locale == base::Locale::english ? editor.form.english : editor.form.french;
    const std::string suffix{base::code(locale)};
    open_language(out, t, {locale, is_complete(editor.block, locale)});
    if (kind.note.need != Need::unused)
        out.append(fields.text({.name = "note_" + suffix,
                                .label = t(kind.note.label),
                                .value = words.note,
                                .required = required_if(kind.note.need),
                                .max_length = 300}));
    if (kind.heading.need != Need::unused)
        out.append(fields.text({.name = "heading_" + suffix,
                                .label = t(kind.heading.label),
                                .value = words.heading,
                                .required = required_if(kind.heading.need),
                                .max_length = 200}));
    if (kind.body.need != Need::unused)
        out.append(fields.text_area(
            {.name = "body_" + suffix,
             .label = t(kind.body.label),
             .value = words.body,
             .required = required_if(kind.body.need),
             .hint = kind.key == "news"
                         ? t("For each: a line with date and title (2026-11-02 The library stays open), a "
                             "line with the address, then the text. An empty line between two.")
                         : std::string{},
             .rows = 10}));
    write<"</section>">(out);
}

void write_block_settings(Out& out, const Translator& t, const Kind& kind, const BlockEditor& editor) {
    const html::Fields fields{t, editor.problems};
    const auto& form = editor.form;
    if (kind.action.need != Need::unused)
        out.append(fields.select({.name = "action",
                                  .label = t(kind.action.label),
                                  .choices = action_choices(t, editor.actions),
                                  .value = form.action,
                                  .required = html::Required::no}));
    if (kind.page.need != Need::unused)
        out.append(fields.select({.name = "page",
                                  .label = t(kind.page.label),
                                  .choices = page_choices(t, editor.pages),
                                  .value = form.page,
                                  .required = html::Required::no}));
    if (kind.url.need != Need::unused)
        out.append(
            fields.text({.name = "url", .label = t(kind.url.label), .value = form.url, .kind = html::TextKind::url}));
    if (kind.size.need != Need::unused)
        out.append(html::field_pair(
            fields.text({.name = "width", .label = t("Width"), .value = form.width, .kind = html::TextKind::number}),
            fields.text(
                {.name = "height", .label = t("Height"), .value = form.height, .kind = html::TextKind::number})));
    if (kind.key.empty())
        out.append(fields.text_area({.name = "settings",
                                     .label = t("Settings (JSON)"),
                                     .value = form.raw_settings,
                                     .required = html::Required::no}));
}

void write_page_row(Out& out, const Translator& t, const ListedPage& listed) {
    const auto own = std::ranges::find(listed.newest, t.locale(), &PageText::locale);
    const auto title = own != listed.newest.end() ? own->words.title
                       : !listed.newest.empty()   ? listed.newest.front().words.title
                                                  : listed.page.slug;
    write<R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">)">(
        out, page_path(t.locale(), listed.page.slug), title, t("Address"),
        pages::page_path(t.locale(), listed.page.slug), t("Languages"));
    for (const auto& text : listed.newest)
        write<R"(<span class="badge badge--{}">{}</span> )">(out, text.published_at ? "success" : "neutral",
                                                             base::code(text.locale));
    write<"</td></tr>">(out);
}

std::vector<html::Choice> level_choices(const people::LevelTree& levels, base::Locale locale) {
    std::vector<html::Choice> choices;
    for (const auto& level : levels.all()) choices.push_back({level.slug, level.name(locale)});
    return choices;
}

bool has_text(const std::vector<PageText>& newest, base::Locale locale) {
    return std::ranges::find(newest, locale, &PageText::locale) != newest.end();
}

void write_page_words(Out& out, const Translator& t, const PageEditor& editor, base::Locale locale) {
    const html::Fields fields{t, editor.problems};
    const auto& words = editor.forms.in(locale);
    const std::string suffix{base::code(locale)};
    open_language(out, t, {locale, has_text(editor.newest, locale)});
    out.append(fields.text({.name = "title_" + suffix, .label = t("Title"), .value = words.title, .max_length = 200}));
    out.append(fields.text({.name = "lead_" + suffix,
                            .label = t("Introduction"),
                            .value = words.lead,
                            .required = html::Required::no,
                            .max_length = 500}));
    out.append(
        fields.text_area({.name = "body_" + suffix, .label = t("Text (Markdown)"), .value = words.body, .rows = 20}));
    write<"</section>">(out);
}

std::string missing_languages(const std::vector<PageText>& newest) {
    std::string missing;
    for (const base::Locale locale : base::kLocales)
        if (!has_text(newest, locale)) missing += (missing.empty() ? "" : ", ") + std::string{base::code(locale)};
    return missing;
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

void write_level_row(Out& out, const Translator& t, const people::LevelTree& tree, const people::Level& level) {
    const auto* const parent = level.parent ? tree.find(*level.parent) : nullptr;
    write<
        R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}"><span class="accent-{}"><span class="badge badge--accent">{}</span></span></td></tr>)">(
        out, pages::hub_path(t.locale(), level), level.name(t.locale()), t("Address"), level.slug, t("Lies in"),
        parent ? parent->name(t.locale()) : std::string{}, t("Colour"), level.accent, level.accent);
}

std::vector<html::Choice> accent_choices(const Translator& t) {
    return {{"1", t("Red")},    {"2", t("Blue")},    {"3", t("Green")},
            {"4", t("Yellow")}, {"5", t("Magenta")}, {"6", t("Petrol")}};
}

void write_new_level(Out& out, const Translator& t, const LevelList& list) {
    const html::Fields fields{t, list.problems};
    const auto& form = list.form;
    write<
        R"(<section class="panel"><header class="panel__head"><h2 class="panel__title">{}</h2></header><div class="panel__body"><form class="form" method="post" action="/{}/staff/levels" novalidate>{}{}{}{}{}{}{}</form></div></section>)">(
        out, t("New level"), base::code(t.locale()), fields.error_summary(),
        fields.select({.name = "kind",
                       .label = t("Kind"),
                       .choices = {{"local", t("Local")}, {"province", t("Province or territory")}},
                       .value = form.kind}),
        fields.select({.name = "parent",
                       .label = t("Lies in"),
                       .choices = level_choices(list.levels, t.locale()),
                       .value = form.parent}),
        fields.text({.name = "slug",
                     .label = t("Name in the address"),
                     .value = form.slug,
                     .hint = t("Small letters, digits and hyphens. It never changes afterwards."),
                     .max_length = 60}),
        html::field_pair(fields.text({.name = "name_en", .label = t("Name in English"), .value = form.name_en}),
                         fields.text({.name = "name_fr", .label = t("Name in French"), .value = form.name_fr})),
        fields.select({.name = "accent", .label = t("Colour"), .choices = accent_choices(t), .value = form.accent}),
        fields.button({.label = t("Create the level"), .icon = "plus"}));
}

}  // namespace

std::string hub_path(base::Locale locale, std::string_view level) {
    return fmt::format("/{}/staff/hubs/{}", base::code(locale), level);
}

std::string block_path(base::Locale locale, std::string_view level, BlockId block) {
    return fmt::format("{}/blocks/{}", hub_path(locale, level), block.value);
}

std::string page_path(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/staff/pages/{}", base::code(locale), slug);
}

SafeHtml hubs(const Translator& t, const std::vector<ListedHub>& listed) {
    Out out;
    write_head(out,
               {t("Campaign hubs"), t("The front page of each level. A level without one shows the level above it.")});
    write<
        R"(<div class="table-scroll" role="region" aria-labelledby="hubs" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="hubs">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col" class="table__number">{}</th></tr></thead><tbody>)">(
        out, t("Campaign hubs"), t("Level"), t("State"), t("Published on"), t("Blocks"));
    for (const auto& hub : listed) write_hub_row(out, t, hub);
    write<"</tbody></table></div>">(out);
    return std::move(out).finish();
}

SafeHtml hub(const Translator& t, const HubEditor& editor) {
    const auto path = hub_path(t.locale(), editor.level.slug);
    const auto& name = editor.level.name(t.locale());
    Out out;
    write_breadcrumbs(out, t, {t("Campaign hubs"), fmt::format("/{}/staff/hubs", base::code(t.locale()))}, name);
    Out actions;
    actions.append(button_link({path + "/preview", t("Preview"), "eye"}));
    actions.append(button_link({pages::hub_path(t.locale(), editor.level), t("View the page"), "external"}));
    write_head(out,
               {name, t("What you change here is seen by nobody until you publish it."), std::move(actions).finish()});
    write_blocks(out, t, editor);
    write_new_block(out, t, editor);
    write_publication(
        out, t, {path + "/publication", t("Publish this hub"), site::missing_languages(editor.draft), editor.problems});
    write_versions(out, t, editor);
    return std::move(out).finish();
}

SafeHtml block(const Translator& t, const BlockEditor& editor) {
    const Kind* const known = find_kind(editor.block.kind);
    const Kind& kind = known ? *known : kOtherKind;
    const auto hub = hub_path(t.locale(), editor.level.slug);
    const auto path = block_path(t.locale(), editor.level.slug, editor.block.id);
    const html::Fields fields{t, editor.problems};
    Out out;
    write_breadcrumbs(out, t, {editor.level.name(t.locale()), hub}, t(kind.label));
    write_head(out, {t(kind.label), t("Both languages side by side. Nobody sees a change before it is published.")});
    write<R"(<form class="form editor" method="post" action="{}" novalidate>{}<div class="editor__languages">)">(
        out, path, fields.error_summary());
    for (const base::Locale locale : base::kLocales) write_block_words(out, t, kind, editor, locale);
    write<R"(</div><div class="editor__common">{}</div><div class="editor__actions">{}{}</div></form>)">(
        out, [&](Out& common) { write_block_settings(common, t, kind, editor); },
        fields.button({.label = t("Save the draft")}), button_link({hub, t("Back to the hub"), "arrow-left"}));
    write<
        R"(<section class="panel panel--danger"><header class="panel__head"><h2 class="panel__title">{}</h2></header><div class="panel__body"><form method="post" action="{}/removal"><p>{}</p><button class="button button--danger" type="submit">{}</button></form></div></section>)">(
        out, t("Remove this block"), path, t("Published versions keep it."), t("Remove the block"));
    return std::move(out).finish();
}

SafeHtml preview(const Translator& t, const SafeHtml& page, const std::string& back) {
    return html::render<
        R"(<div class="frame"><div class="notice notice--warning">{}<div class="notice__body"><p>{} <a href="{}">{}</a></p></div></div></div>{}<div class="frame"><p class="section__more"><a class="more-link" href="{}">{} {}</a></p></div>)">(
        html::icon("eye"), t("Preview: only staff see this."), back, t("Back to the editor"), page, back,
        html::icon("arrow-left"), t("Back to the editor"));
}

SafeHtml content_pages(const Translator& t, const PageList& list) {
    Out out;
    write_head(out, {t("Pages"), t("Texts that stay: about the campaign, privacy, accessibility.")});
    write<
        R"(<div class="table-scroll" role="region" aria-labelledby="pages" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="pages">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Pages"), t("Title"), t("Address"), t("Languages"));
    for (const auto& listed : list.pages) write_page_row(out, t, listed);
    write<"</tbody></table></div>">(out);
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
    const html::Fields fields{t, is_about_publishing ? none : editor.problems};
    Out out;
    write_breadcrumbs(out, t, {t("Pages"), fmt::format("/{}/staff/pages", base::code(t.locale()))}, editor.page.slug);
    Out actions;
    actions.append(button_link({path + "/preview", t("Preview"), "eye"}));
    actions.append(button_link({pages::page_path(t.locale(), editor.page.slug), t("View the page"), "external"}));
    write_head(out, {editor.page.slug, t("Both languages side by side. Nobody sees a change before it is published."),
                     std::move(actions).finish()});
    write<R"(<form class="form editor" method="post" action="{}" novalidate>{}<div class="editor__languages">)">(
        out, path, fields.error_summary());
    for (const base::Locale locale : base::kLocales) write_page_words(out, t, editor, locale);
    write<R"(</div><div class="editor__actions">{}</div></form>)">(out, fields.button({.label = t("Save the draft")}));
    write_publication(out, t,
                      {path + "/publication", t("Publish this page"), missing_languages(editor.newest),
                       is_about_publishing ? editor.problems : none});
    write_page_versions(out, t, editor.versions);
    return std::move(out).finish();
}

SafeHtml levels(const Translator& t, const LevelList& list) {
    Out out;
    write_head(out,
               {t("Levels"), t("The nation, its provinces and territories, and the locals that carry the campaign.")});
    write<
        R"(<div class="table-scroll" role="region" aria-labelledby="levels" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="levels">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Levels"), t("Name"), t("Address"), t("Lies in"), t("Colour"));
    for (const auto& level : list.levels.all()) write_level_row(out, t, list.levels, level);
    write<"</tbody></table></div>">(out);
    write_new_level(out, t, list);
    return std::move(out).finish();
}

}  // namespace site::staff_pages
