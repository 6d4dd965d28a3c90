// What staff_pages.h declares about levels.
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

std::vector<html::Choice> accent_choices(const Translator& t) {
    return {{"1", t("Red")},    {"2", t("Blue")},    {"3", t("Green")},
            {"4", t("Yellow")}, {"5", t("Magenta")}, {"6", t("Petrol")}};
}

std::string accent_name(const Translator& t, int accent) {
    for (const auto& choice : accent_choices(t))
        if (choice.value == std::to_string(accent)) return choice.label;
    return std::to_string(accent);
}

bool is_among(const std::vector<people::Level>& levels, base::LevelId id) {
    return std::ranges::find(levels, id, &people::Level::id) != levels.end();
}

// The name leads to the editor for those who may change the level.
void write_level_row(Out& out, const Translator& t, const LevelList& list, const people::Level& level) {
    const auto* const parent = level.parent ? list.levels.find(*level.parent) : nullptr;
    const bool may_change = is_among(list.own, level.id);
    write<
        R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}"><span class="accent-{}"><span class="badge badge--accent">{}</span></span></td></tr>)">(
        out, may_change ? level_path(t.locale(), level.slug) : pages::hub_path(t.locale(), level),
        level.name(t.locale()), t("Address"), level.slug, t("Part of"),
        parent ? parent->name(t.locale()) : std::string{}, t("Colour"), level.accent, accent_name(t, level.accent));
}

SafeHtml name_fields(const Translator& t, const html::Fields& fields, const people::LevelForm& form) {
    return html::render<"{}{}">(
        html::field_pair(fields.text({.name = "name_en", .label = t("Name in English"), .value = form.name_en}),
                         fields.text({.name = "name_fr", .label = t("Name in French"), .value = form.name_fr})),
        fields.select({.name = "accent", .label = t("Colour"), .choices = accent_choices(t), .value = form.accent}));
}

SafeHtml slug_field(const Translator& t, const html::Fields& fields, const people::LevelForm& form) {
    return fields.text(
        {.name = "slug",
         .label = t("Name in the address"),
         .value = form.slug,
         .hint = t("Small letters, digits and hyphens. When it changes, the old address leads to the new "
                   "one."),
         .max_length = 60});
}

void write_new_level(Out& out, const Translator& t, const LevelList& list) {
    const html::Fields fields{t, list.problems};
    const auto form = html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}{}{}</form>)">(
        level_path(t.locale()), fields.error_summary(),
        fields.select({.name = "kind",
                       .label = t("Kind"),
                       .choices = {{"local", t("Local")}, {"province", t("Province or territory")}},
                       .value = list.form.kind}),
        fields.select({.name = "parent",
                       .label = t("Part of"),
                       .choices = level_choices(list.own, t.locale()),
                       .value = list.form.parent}),
        slug_field(t, fields, list.form), name_fields(t, fields, list.form),
        fields.button({.label = t("Create the level"), .icon = "plus"}));
    out.append(ports::panel({t("New level")}, form));
}

}  // namespace

std::string level_path(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/staff/levels{}{}", base::code(locale), slug.empty() ? "" : "/", slug);
}

SafeHtml levels(const Translator& t, const LevelList& list) {
    Out out;
    out.append(ports::staff_head(
        t, {t("Levels"), t("The nation, its provinces and territories, and the locals that carry the campaign.")}));
    write<
        R"(<div class="table-scroll" role="region" aria-labelledby="levels" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="levels">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Levels"), t("Name"), t("Address"), t("Part of"), t("Colour"));
    for (const auto* level : list.levels.sorted(t.locale())) write_level_row(out, t, list, *level);
    write<"</tbody></table></div>">(out);
    write_new_level(out, t, list);
    return std::move(out).finish();
}

SafeHtml level(const Translator& t, const LevelEditor& editor) {
    const html::Fields fields{t, editor.problems};
    const bool may_move = editor.level.kind == people::LevelKind::local;
    Out out;
    out.append(ports::staff_head(
        t, {.title = editor.level.name(t.locale()),
            .lead = t("A change shows on every page of this level at once."),
            .actions = ports::button_link({pages::hub_path(t.locale(), editor.level), t("View the page"), "external"}),
            .above = {{t("Levels"), level_path(t.locale())}}}));
    write<
        R"(<form class="form" method="post" action="{}" novalidate>{}{}{}<div class="form__actions">{}</div></form>)">(
        out, level_path(t.locale(), editor.level.slug), fields.error_summary(), name_fields(t, fields, editor.form),
        may_move ? slug_field(t, fields, editor.form) : SafeHtml{}, fields.button({.label = t("Save the level")}));
    return std::move(out).finish();
}

}  // namespace site::staff_pages
