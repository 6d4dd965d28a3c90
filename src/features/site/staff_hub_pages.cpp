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

std::string kind_label(const Translator& t, std::string_view key, const std::vector<ports::BlockKind>& others) {
    if (const Kind* const kind = find_kind(key)) return t(kind->label);
    const auto found = std::ranges::find(others, key, &ports::BlockKind::key);
    return found == others.end() ? std::string{key} : t(found->label);
}

html::Required required_if(Need need) { return need == Need::required ? html::Required::yes : html::Required::no; }

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
            hub_path(t.locale(), editor.level.slug), version.version, t("Use it as the draft"));
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

}  // namespace

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
    write_head(out, {name, t("Nobody sees what you change here until you publish it."), std::move(actions).finish()});
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

}  // namespace site::staff_pages
