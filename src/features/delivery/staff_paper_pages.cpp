// What staff_pages.h declares about paper.
#include <algorithm>

#include <fmt/format.h>

#include "features/delivery/pages.h"
#include "features/delivery/staff_pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"

namespace delivery::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

std::string batch_path(const Translator& t, const ports::PetitionFacts& petition, BatchId id) {
    return room_path(t.locale(), petition.slug, fmt::format("paper/{}", id.value));
}

SafeHtml batch_badge(const Translator& t, const Batch& batch, PaperCheck check) {
    if (batch.removed_at) return ports::badge({"neutral", t("removed")});
    if (batch.checked) return ports::badge({"success", t("checked by {name}", {{"name", batch.checked->name}})});
    if (check == PaperCheck::needed) return ports::badge({"warning", t("waits for a check")});
    return ports::badge({"success", t("counts")});
}

void write_stat(Out& out, const std::string& label, const std::string& figure, const std::string& note) {
    html::write<
        R"(<div class="stat"><dt class="stat__label">{}</dt><dd class="stat__figure">{}</dd><dd class="stat__note">{}</dd></div>)">(
        out, label, figure, note);
}

void write_stats(Out& out, const Translator& t, const PaperList& view) {
    html::write<R"(<dl class="stats">)">(out);
    write_stat(out, t("Valid signatures on paper"), t.number(view.count.valid),
               t("Public, apart from the figure of this site"));
    write_stat(out, t("Sheets"), t.number(view.count.sheets), "");
    if (view.check == PaperCheck::needed) write_stat(out, t("Waiting for a check"), t.number(view.count.waiting), "");
    html::write<"</dl>">(out);
}

void write_batches(Out& out, const Translator& t, const PaperList& view) {
    html::write<
        R"(<div class="table-scroll" role="region" aria-labelledby="batches" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="batches">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Bundles"), t("Received"), t("Place"), t("Sheets"), t("Valid"), t("Refused"), t("State"));
    for (const Batch& batch : view.batches)
        html::write<
            R"(<tr><th scope="row" data-label="{}"><a href="{}">{}</a></th><td data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
            out, t("Received"), batch_path(t, view.petition, batch.id), pages::date_of(t, batch.words.received_on),
            t("Place"), batch.words.place, t("Sheets"), t.number(batch.words.sheets), t("Valid"),
            t.number(batch.words.valid), t("Refused"), t.number(batch.words.refused), t("State"),
            batch_badge(t, batch, view.check));
    html::write<"</tbody></table></div>">(out);
}

void write_setting(Out& out, const Translator& t, const PaperList& view) {
    if (view.may_publish == May::no) return;
    const base::Problems none;
    const html::Fields fields{t, none};
    const auto box =
        fields.checkbox({.name = "needs_check",
                         .label = t("A second person checks every bundle before it counts"),
                         .checked = view.check == PaperCheck::needed ? html::Checked::yes : html::Checked::no});
    out.append(ports::panel({t("How paper is counted")},
                            ports::act(t, {room_path(t.locale(), view.petition.slug, "paper-check"), t("Save"),
                                           html::ButtonKind::quiet, box})));
}

SafeHtml number_field(const Translator& t, const BatchEditor& view, std::string name, std::string label) {
    const html::Fields fields{t, view.editor.problems};
    const SafeHtml field = fields.text({.name = name,
                                        .label = std::move(label),
                                        .value = ports::text_of(view.editor.typed, name),
                                        .kind = html::TextKind::number,
                                        .size = html::FieldSize::small});
    return ports::with_theirs(t, field, {name, view.editor.conflicts});
}

SafeHtml line_field(const Translator& t, const BatchEditor& view, std::string name, std::string label) {
    const html::Fields fields{t, view.editor.problems};
    const SafeHtml field = fields.text({.name = name,
                                        .label = std::move(label),
                                        .value = ports::text_of(view.editor.typed, name),
                                        .required = html::Required::no,
                                        .max_length = 200});
    return ports::with_theirs(t, field, {name, view.editor.conflicts});
}

SafeHtml day_field(const Translator& t, const BatchEditor& view) {
    const html::Fields fields{t, view.editor.problems};
    const SafeHtml field = fields.text({.name = "received_on",
                                        .label = t("Day on which the sheets came"),
                                        .value = ports::text_of(view.editor.typed, "received_on"),
                                        .hint = "2026-11-30",
                                        .size = html::FieldSize::small});
    return ports::with_theirs(t, field, {"received_on", view.editor.conflicts});
}

void write_batch_form(Out& out, const Translator& t, const BatchEditor& view) {
    const html::Fields fields{t, view.editor.problems};
    const auto path = room_path(t.locale(), view.petition.slug,
                                view.batch ? fmt::format("paper/{}", view.batch->id.value) : "paper/new");
    const auto note = fields.text_area({.name = "note",
                                        .label = t("Note for staff"),
                                        .value = ports::text_of(view.editor.typed, "note"),
                                        .required = html::Required::no,
                                        .rows = 3,
                                        .max_length = 2'000});
    html::write<
        R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}{}{}{}{}{}{}<div class="form__actions">{}</div></form>)">(
        out, path, fields.error_summary(), ports::conflict_notice(t, view.editor.conflicts, view.editor.saving),
        html::hidden({ports::kSeenField, view.editor.seen}), day_field(t, view),
        line_field(t, view, "place", t("Place")), line_field(t, view, "collector", t("Who collected")),
        number_field(t, view, "sheets", t("Sheets")), number_field(t, view, "valid", t("Valid signatures")),
        number_field(t, view, "refused", t("Refused: no address, twice, crossed out")), note,
        fields.button({.label = view.batch ? t("Save") : t("Enter the bundle")}));
}

void write_scan(Out& out, const Translator& t, const BatchEditor& view, const store::Scan& scan) {
    const auto path = room_path(t.locale(), view.petition.slug, fmt::format("scans/{}", scan.id.value));
    html::write<
        R"(<li class="attached"><div class="attached__words"><a class="attached__link" href="{}">{}</a><span class="attached__facts">{}</span></div>{}</li>)">(
        out, path, scan.name,
        t("{size} kB, by {name}, {date}", {{"size", t.number(std::max<std::int64_t>(1, scan.bytes / 1'000))},
                                           {"name", scan.created_by},
                                           {"date", t.date_time(scan.created_at)}}),
        ports::act(t, {.path = path + "/removal",
                       .label = t("Remove “{name}”", {{"name", scan.name}}),
                       .kind = html::ButtonKind::text}));
}

void write_scans(Out& out, const Translator& t, const BatchEditor& view) {
    if (!view.batch || view.batch->removed_at || view.may_see_scans == May::no) return;
    const html::Fields fields{t, view.editor.problems};
    const auto body = [&](Out& into) {
        html::write<R"(<p>{}</p><ul class="attached-list">)">(
            into, t("Names, addresses and signatures stand on them: only staff who may read about people see them."));
        for (const auto& scan : view.scans) write_scan(into, t, view, scan);
        html::write<
            R"(</ul><form class="form" method="post" action="{}" enctype="multipart/form-data" novalidate>{}{}</form>)">(
            into, batch_path(t, view.petition, view.batch->id) + "/scans",
            fields.file({.name = "file",
                         .label = t("Scan of the sheets"),
                         .accept = ".pdf,.jpg,.jpeg,.png",
                         .hint = t("PDF, JPEG or PNG, up to 25 megabytes.")}),
            fields.button({.label = t("Add the scan"), .kind = html::ButtonKind::quiet, .icon = "upload"}));
    };
    out.append(ports::panel({t("Scans")}, html::render<"{}">(body)));
}

void write_batch_state(Out& out, const Translator& t, const BatchEditor& view) {
    const Batch& batch = *view.batch;
    const auto path = batch_path(t, view.petition, batch.id);
    const auto body = [&](Out& into) {
        html::write<"<p>{}</p>">(into, t("Entered by {name}, {date}",
                                         {{"name", batch.entered.name}, {"date", t.date_time(batch.entered.at)}}));
        if (view.may_check == May::yes)
            into.append(ports::act(t, {path + "/check", t("I counted the same"), html::ButtonKind::primary}));
        if (!batch.removed_at)
            into.append(ports::act(
                t, {path + "/removal", t("Entered by mistake: count it no more"), html::ButtonKind::danger}));
    };
    out.append(ports::panel({t("State"), batch_badge(t, batch, view.check)}, html::render<"{}">(body)));
}

}  // namespace

SafeHtml paper(const Translator& t, const PaperList& view) {
    const auto new_path = room_path(t.locale(), view.petition.slug, "paper/new");
    auto above = crumbs(t, view.petition, Tab::paper);
    above.pop_back();
    Out out;
    out.append(ports::staff_head(t, {.title = t("On paper"),
                                     .lead = t("Signatures by hand, bundle by bundle. They are a count of their own."),
                                     .actions = ports::button_link({new_path, t("Enter a bundle"), "plus", "primary"}),
                                     .above = std::move(above)}));
    out.append(tabs(t, view.petition, Tab::paper));
    if (view.batches.empty()) {
        out.append(
            ports::empty_state({"pen", t("No paper yet"),
                                t("Print sheets for a parliament, have them signed, and enter here what comes in.")}));
    } else {
        write_stats(out, t, view);
        write_batches(out, t, view);
    }
    write_setting(out, t, view);
    return std::move(out).finish();
}

SafeHtml batch(const Translator& t, const BatchEditor& view) {
    Out out;
    out.append(ports::staff_head(
        t, {.title = view.batch ? t("Bundle of {date}", {{"date", pages::date_of(t, view.batch->words.received_on)}})
                                : t("Enter a bundle"),
            .lead = t("Count only what a clerk would count: a name, an address, a signature by hand."),
            .above = crumbs(t, view.petition, Tab::paper)}));
    if (view.batch) write_batch_state(out, t, view);
    if (!view.batch || !view.batch->removed_at) write_batch_form(out, t, view);
    write_scans(out, t, view);
    return std::move(out).finish();
}

}  // namespace delivery::staff_pages
