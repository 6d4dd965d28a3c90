// What staff_pages.h declares about hubs.
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
        out.append(ports::empty_state(
            {"inbox", t("No block yet"),
             t("This level shows the campaign of the level above it. Add a block to begin one of its own.")}));
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

}  // namespace

SafeHtml hubs(const Translator& t, const std::vector<ListedHub>& listed) {
    Out out;
    out.append(ports::staff_head(
        t, {t("Campaign hubs"), t("The front page of each level. A level without one shows the level above it.")}));
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
    out.append(ports::staff_head(
        t, {.title = name,
            .lead = t("Nobody sees what you change here until you publish it."),
            .actions = html::render<"{}{}">(
                ports::button_link({path + "/preview", t("Preview"), "eye"}),
                ports::button_link({pages::hub_path(t.locale(), editor.level), t("View the page"), "external"})),
            .above = {{t("Campaign hubs"), fmt::format("/{}/staff/hubs", base::code(t.locale()))}}}));
    write_blocks(out, t, editor);
    write_new_block(out, t, editor);
    write_publication(
        out, t, {path + "/publication", t("Publish this hub"), site::missing_languages(editor.draft), editor.problems});
    write_versions(out, t, editor);
    return std::move(out).finish();
}

}  // namespace site::staff_pages
