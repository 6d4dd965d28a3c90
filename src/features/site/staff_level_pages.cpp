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

void write_level_row(Out& out, const Translator& t, const people::LevelTree& tree, const people::Level& level) {
    const auto* const parent = level.parent ? tree.find(*level.parent) : nullptr;
    write<
        R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}"><span class="accent-{}"><span class="badge badge--accent">{}</span></span></td></tr>)">(
        out, pages::hub_path(t.locale(), level), level.name(t.locale()), t("Address"), level.slug, t("Part of"),
        parent ? parent->name(t.locale()) : std::string{}, t("Colour"), level.accent, accent_name(t, level.accent));
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
                       .label = t("Part of"),
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

SafeHtml levels(const Translator& t, const LevelList& list) {
    Out out;
    write_head(out,
               {t("Levels"), t("The nation, its provinces and territories, and the locals that carry the campaign.")});
    write<
        R"(<div class="table-scroll" role="region" aria-labelledby="levels" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="levels">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Levels"), t("Name"), t("Address"), t("Part of"), t("Colour"));
    for (const auto& level : list.levels.all()) write_level_row(out, t, list.levels, level);
    write<"</tbody></table></div>">(out);
    write_new_level(out, t, list);
    return std::move(out).finish();
}

}  // namespace site::staff_pages
