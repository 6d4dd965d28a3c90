// What staff_pages.h declares about a list before it is taken in.
#include <algorithm>
#include <array>
#include <ranges>

#include "features/politician_tracker/pages.h"
#include "features/politician_tracker/staff_pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"

namespace politician_tracker::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

constexpr std::size_t kMostShown = 200;

struct Field {
    std::string label;
    std::string PoliticianFacts::* value;
};

// What keep() changes of somebody who is there.
std::array<Field, 4> changing_fields(const Translator& t) {
    return {Field{t("Party"), &PoliticianFacts::party}, Field{t("Email of the office"), &PoliticianFacts::email},
            Field{t("Website"), &PoliticianFacts::website}, Field{t("Source"), &PoliticianFacts::source}};
}

enum class Effect : unsigned char { added, changed, none };
Effect effect_of(const PlannedRow& row) {
    if (!row.before) return Effect::added;
    const auto& before = row.before->facts;
    const bool is_same = before.party == row.facts.party && before.email == row.facts.email &&
                         before.website == row.facts.website && before.source == row.facts.source;
    return is_same && !row.before->left_at ? Effect::none : Effect::changed;
}

void write_changes(Out& out, const Translator& t, const PlannedRow& row) {
    html::write<"<ul>">(out);
    if (row.before->left_at) html::write<"<li>{}</li>">(out, t("In office again"));
    for (const Field& field : changing_fields(t)) {
        const std::string &before = row.before->facts.*field.value, &after = row.facts.*field.value;
        if (before != after)
            html::write<R"(<li>{}: <del>{}</del> <ins>{}</ins></li>)">(
                out, field.label, before.empty() ? t("nothing") : before, after.empty() ? t("nothing") : after);
    }
    html::write<"</ul>">(out);
}

void write_row(Out& out, const Translator& t, const PlannedRow& row) {
    const bool is_new = effect_of(row) == Effect::added;
    html::write<R"(
<tr><th scope="row">{}</th><td data-label="{}">{}</td><td data-label="{}"><div>{})">(
        out, row.facts.name, t("Office"), pages::line_of(t, row.facts), t("What would change"),
        ports::badge(is_new ? ports::Badge{"success", t("Would be added")}
                            : ports::Badge{"information", t("Would change")}));
    if (row.repeated == PlannedRow::Repeated::yes)
        html::write<" {}">(out, t("Stands in the list twice; the last row is kept."));
    if (!is_new) write_changes(out, t, row);
    html::write<"</div></td></tr>">(out);
}

void write_rows(Out& out, const Translator& t, const Preview& preview) {
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="list" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="list">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("What would change"), t("Name"), t("Office"), t("What would change"));
    const auto is_told = [](const PlannedRow& row) { return effect_of(row) != Effect::none; };
    for (const PlannedRow& row : preview.rows | std::views::filter(is_told) | std::views::take(kMostShown))
        write_row(out, t, row);
    html::write<"</tbody></table></div>">(out);
}

std::int64_t count_of(const Preview& preview, Effect effect) {
    return std::ranges::count(preview.rows, effect, effect_of);
}

}  // namespace

html::SafeHtml preview(const Translator& t, const Preview& preview) {
    const std::int64_t added = count_of(preview, Effect::added), changed = count_of(preview, Effect::changed);
    const base::Problems none;
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("What would change"),
            .lead = t("Nothing is taken in yet. {added} would be added, {changed} changed, {same} stay as they are.",
                      {{"added", added}, {"changed", changed}, {"same", count_of(preview, Effect::none)}}),
            .above = {{t("Politicians"), people_path(t.locale())}}}));
    if (added + changed > 0) write_rows(out, t, preview);
    if (added + changed > static_cast<std::int64_t>(kMostShown))
        html::write<"<p>{}</p>">(out, t("The first {count} are shown.", {{"count", kMostShown}}));
    html::write<
        R"(<form class="form" method="post" action="{}/rows">{}{}<div class="form__actions">{}{}</div></form>)">(
        out, people_path(t.locale()), html::hidden({"rows", preview.csv}), html::hidden({"confirmed", "1"}),
        html::Fields{t, none}.button({.label = t("Take them in")}),
        ports::button_link({people_path(t.locale()), t("Leave it"), "undo"}));
    return std::move(out).finish();
}

}  // namespace politician_tracker::staff_pages
