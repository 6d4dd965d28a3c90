// What staff_pages.h declares about totals and coordinators.
#include <fmt/format.h>

#include "features/presentations/staff_pages.h"
#include "features/presentations/words.h"
#include "platform/html/forms.h"

namespace presentations::staff_pages {
namespace {

using html::Out;
using html::Required;
using html::SafeHtml;
using i18n::Translator;

std::string feeling_change(const Translator& t, const store::Totals& totals) {
    if (totals.felt == 0) return "–";
    const double felt = static_cast<double>(totals.felt);
    return fmt::format("{} → {}", t.number(static_cast<double>(totals.before_sum) / felt, i18n::Decimals{1}),
                       t.number(static_cast<double>(totals.after_sum) / felt, i18n::Decimals{1}));
}

void write_level(Out& out, const Translator& t, const LevelRow& row) {
    const auto cell = [&](Out& into, const std::string& label, const std::string& value) {
        html::write<R"(<td class="table__number" data-label="{}">{}</td>)">(into, label, value);
    };
    html::write<R"(<tr><th scope="row">{} <a class="talk-list__note" href="{}">{}</a></th>)">(
        out, row.level.name(t.locale()), row.calendar_path, t("Calendar"));
    cell(out, t("Held"), t.number(row.totals.held));
    cell(out, t("Conversations"), t.number(row.totals.conversations));
    cell(out, t("People"), t.number(row.totals.people));
    cell(out, t("Feeling"), feeling_change(t, row.totals));
    cell(out, t("Booked"), t.number(row.totals.booked));
    cell(out, t("Waiting"), t.number(row.totals.waiting));
    cell(out, t("Cancelled"), t.number(row.totals.cancelled));
    cell(out, t("Missed"), t.number(row.totals.missed));
    html::write<"</tr>">(out);
}

void write_coordinators(Out& out, const Translator& t, const Totals& view) {
    const html::Fields fields{t, view.problems};
    Out body;
    html::write<R"(<p>{}</p>{}<form class="form" method="post" action="{}/coordinators" novalidate>)">(
        body,
        t("A request that finds no champion is brought to the nearest of these addresses, and stands on the first "
          "page of staff."),
        fields.error_summary(), staff_list_path(t.locale()));
    for (const auto& row : view.levels)
        body.append(fields.text({.name = fmt::format("level_{}", row.level.id.value),
                                 .label = row.level.name(t.locale()),
                                 .value = row.coordinator,
                                 .kind = html::TextKind::email,
                                 .required = Required::no}));
    html::write<"{}</form>">(body, fields.button({.label = t("Save the coordinators")}));
    out.append(ports::panel({t("Coordinators")}, std::move(body).finish()));
}

}  // namespace

SafeHtml totals(const Translator& t, const Totals& view) {
    Out out;
    out.append(ports::staff_head(t, {.title = t("Totals and coordinators"),
                                     .lead = t("Each level by itself; the calendar of a level holds what lies below it "
                                               "as well."),
                                     .above = {{t("Presentations"), staff_list_path(t.locale())}}}));
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="totals" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="totals">{}</caption><thead><tr><th scope="col">{}</th>)">(
        out, t("Totals by level"), t("Level"));
    for (const std::string& head : {t("Held"), t("Conversations"), t("People"), t("Feeling"), t("Booked"), t("Waiting"),
                                    t("Cancelled"), t("Missed")})
        html::write<R"(<th scope="col" class="table__number">{}</th>)">(out, head);
    html::write<"</tr></thead><tbody>">(out);
    for (const LevelRow& row : view.levels) write_level(out, t, row);
    html::write<"</tbody></table></div>">(out);
    write_coordinators(out, t, view);
    return std::move(out).finish();
}

}  // namespace presentations::staff_pages
