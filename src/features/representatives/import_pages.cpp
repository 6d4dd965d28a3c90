// What staff_pages.h declares about files: the log, the upload, and what a file would do.
#include <fmt/format.h>

#include "features/representatives/staff_pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace representatives::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

std::string kind_of(const Translator& t, const ImportRecord& import) {
    const auto* const provider = ridings::provider_named(import.provider);
    return provider == nullptr ? t("Ridings that ship with the program") : t(provider->label());
}

ports::Badge state_of(const Translator& t, ImportState state) {
    switch (state) {
        case ImportState::waits:
            return {"warning", t("Waits for you")};
        case ImportState::came_in:
            return {"success", t("Taken in")};
        case ImportState::was_left:
            break;
    }
    return {"neutral", t("Left")};
}

std::string counts_of(const Translator& t, const ImportCounts& counts) {
    return t("{added} added, {changed} changed, {gone} gone, {same} as before",
             {{"added", counts.added}, {"changed", counts.changed}, {"gone", counts.gone}, {"same", counts.same}});
}

void write_import(Out& out, const Translator& t, const ImportRecord& import) {
    html::write<R"(
<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}<br>{}</td><td data-label="{}">{}, {}</td><td data-label="{}">{} {}</td><td data-label="{}">{}</td></tr>)">(
        out, import_path(t.locale(), import.id), import.file_name, t("Kind"), kind_of(t, import), import.set,
        t("Source"), import.source, import.as_of, t("State"), ports::badge(state_of(t, import.state)),
        import.state == ImportState::came_in ? counts_of(t, import.counts) : std::string{}, t("Uploaded"),
        t("{time} by {name}", {{"time", t.date_time(import.created_at)}, {"name", import.created_by}}));
}

void write_log(Out& out, const Translator& t, const std::vector<ImportRecord>& imports) {
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="imports" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="imports">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Files of ridings and offices"), t("File"), t("Kind"), t("Source"), t("State"), t("Uploaded"));
    for (const ImportRecord& each : imports) write_import(out, t, each);
    html::write<"</tbody></table></div>">(out);
}

SafeHtml upload_fields(const Translator& t, const html::Fields& fields, const ImportList& list) {
    std::vector<html::Choice> sets{{"", t("The file names its sets itself")}};
    for (const RidingSet& each : list.sets) sets.push_back({each.slug, each.name(t.locale())});
    return html::render<"{}{}{}{}">(
        fields.file({.name = "file",
                     .label = t("File"),
                     .accept = ".csv,.json,.geojson,text/csv,application/json",
                     .hint = t("Lists of ridings, of representatives or of postal codes (CSV), pages and answers of "
                               "Represent (JSON), boundaries (GeoJSON in WGS 84). At most 64 megabytes.")}),
        fields.select({.name = "set",
                       .label = t("Set of ridings"),
                       .choices = std::move(sets),
                       .value = list.typed.set,
                       .required = html::Required::no,
                       .hint = t("What the file says about other sets is passed over.")}),
        html::field_pair(
            fields.text(
                {.name = "source", .label = t("Where this is from"), .value = list.typed.source, .max_length = 200}),
            fields.text({.name = "as_of",
                         .label = t("Of which day"),
                         .value = list.typed.as_of,
                         .hint = t("Like 2026-11-03."),
                         .max_length = 10})),
        fields.checkbox({.name = "whole",
                         .label = t("It is the whole list"),
                         .checked = list.typed.is_whole ? html::Checked::yes : html::Checked::no,
                         .hint = t("Whatever of this set is not in the file is gone.")}));
}

SafeHtml upload_form(const Translator& t, const ImportList& list) {
    const html::Fields fields{t, list.problems};
    return html::render<
        R"(<form class="form" method="post" action="{}" enctype="multipart/form-data" novalidate>{}{}{}</form>)">(
        imports_path(t.locale()), fields.error_summary(), upload_fields(t, fields, list),
        fields.button({.label = t("Upload and see what would change"), .icon = "upload"}));
}

std::string place_of_trouble(const Translator& t, const ImportRecord& import, std::uint64_t line) {
    const auto number = static_cast<std::int64_t>(line);
    if (import.content == ridings::Content::boundaries) return t("Outline {number}", {{"number", number}});
    if (import.provider.starts_with("represent")) return t("Entry {number}", {{"number", number}});
    return t("Line {number}", {{"number", number}});
}

void write_troubles(Out& out, const Translator& t, const ImportPage& page) {
    const ImportPlan& plan = *page.plan;
    if (plan.is_sound()) return;
    html::write<
        R"(<div class="notice notice--danger" role="alert"><div class="notice__body"><p>{}</p><ul class="import-troubles">)">(
        out, t("Nothing can be taken in before this is put right in the file:"));
    for (const auto& trouble : plan.troubles)
        html::write<"<li><b>{}</b>{}{} {}</li>">(out, place_of_trouble(t, page.import, trouble.line),
                                                 trouble.detail.empty() ? "" : " · ", trouble.detail, t(trouble.why));
    html::write<"</ul>">(out);
    if (plan.more_troubles > 0)
        html::write<"<p>{}</p>">(out, t.plural("And {count} more.", "And {count} more.", plan.more_troubles));
    html::write<"</div></div>">(out);
}

void write_warning(Out& out, const std::string& words) {
    html::write<
        R"(<div class="notice notice--warning" role="status">{}<div class="notice__body"><p>{}</p></div></div>)">(
        out, html::icon("warning"), words);
}

void write_warnings(Out& out, const Translator& t, const ImportPage& page) {
    const ImportPlan& plan = *page.plan;
    if (!plan.newer.empty())
        write_warning(out, t("This file is older than what is there: it is of {older}, and a file of {newer} was taken "
                             "in before.",
                             {{"older", page.import.as_of}, {"newer", plan.newer}}));
    if (plan.of_total)
        write_warning(out, t("This is one page of a list of {count}; take in the other pages as well.",
                             {{"count", *plan.of_total}}));
    if (!plan.passed_over.empty())
        write_warning(out, t("Passed over, since they are not in the set or no set of ours has these names: {sets}.",
                             {{"sets", t.list(plan.passed_over)}}));
}

ports::Badge effect_badge(const Translator& t, PlannedStep::Effect effect) {
    switch (effect) {
        case PlannedStep::Effect::added:
            return {"success", t("Would be added")};
        case PlannedStep::Effect::changed:
            return {"information", t("Would change")};
        case PlannedStep::Effect::gone:
            break;
    }
    return {"warning", t("Would be gone")};
}

void write_step(Out& out, const Translator& t, const PlannedStep& step) {
    html::write<R"(<tr><th scope="row">{}</th><td data-label="{}">{}</td><td data-label="{}"><div>{})">(
        out, step.name, t("Office"), step.office ? t(people::label_of(*step.office)) : "–", t("What would change"),
        ports::badge(effect_badge(t, step.effect)));
    if (!step.before.empty()) html::write<" <del>{}</del>">(out, step.before);
    if (!step.after.empty()) html::write<" <ins>{}</ins>">(out, step.after);
    html::write<"</div></td></tr>">(out);
}

void write_steps(Out& out, const Translator& t, const ImportPlan& plan) {
    if (plan.steps.empty()) return;
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="steps" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="steps">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("What would change"), t("Name"), t("Office"), t("What would change"));
    for (const PlannedStep& each : plan.steps) write_step(out, t, each);
    html::write<"</tbody></table></div>">(out);
    if (plan.steps.size() == kShownSteps)
        html::write<"<p>{}</p>">(out, t("The first {count} are shown.", {{"count", kShownSteps}}));
}

void write_taking(Out& out, const Translator& t, const ImportPage& page) {
    const html::Fields fields{t, page.problems};
    const std::string path = import_path(t.locale(), page.import.id);
    if (page.plan->is_sound()) {
        html::write<R"(<form class="form" method="post" action="{}/taking">{}{})">(
            out, path, html::hidden({"file", page.import.file}), html::hidden({"plan", fingerprint_of(*page.plan)}));
        if (!page.plan->newer.empty())
            out.append(fields.checkbox({.name = "older_too", .label = t("Take it in although it is older")}));
        out.append(fields.button({.label = t("Take it in")}));
        html::write<"</form>">(out);
    }
    out.append(ports::act(t, {.path = path + "/leaving", .label = t("Leave it")}));
}

}  // namespace

html::SafeHtml imports(const Translator& t, const ImportList& list) {
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Files of ridings and offices"),
            .lead = t("Each file is looked at first. You see what would be added, changed and gone, and then take all "
                      "of it in, or nothing."),
            .above = {{t("Representatives"), offices_path(t.locale())}}}));
    out.append(ports::panel({t("Upload a file")}, upload_form(t, list)));
    if (!list.imports.empty()) write_log(out, t, list.imports);
    return std::move(out).finish();
}

html::SafeHtml import(const Translator& t, const ImportPage& page) {
    const ImportRecord& import = page.import;
    const html::Fields fields{t, page.problems};
    Out out;
    out.append(ports::staff_head(
        t, {.title = import.file_name,
            .lead = fmt::format("{} · {} · {}, {}", kind_of(t, import),
                                page.set == nullptr ? t("The file names its sets itself") : page.set->name(t.locale()),
                                import.source, import.as_of),
            .above = {{t("Representatives"), offices_path(t.locale())},
                      {t("Files of ridings and offices"), imports_path(t.locale())}}}));
    out.append(fields.error_summary());
    html::write<"<p>{} {}</p>">(
        out, ports::badge(state_of(t, import.state)),
        import.coverage == Coverage::whole ? t("It counts as the whole list.") : t("It counts as a part of the list."));
    if (import.state == ImportState::came_in)
        html::write<"<p>{}</p>">(out, counts_of(t, import.counts));
    else if (import.state == ImportState::waits && !page.plan)
        html::write<"<p>{}</p>">(out, t("The file is no longer there. Please upload it again."));
    if (!page.plan) return std::move(out).finish();
    html::write<R"(<p class="import-counts">{} <b>{}</b></p>)">(out, t("Nothing is taken in yet."),
                                                                counts_of(t, page.plan->counts));
    write_troubles(out, t, page);
    write_warnings(out, t, page);
    write_steps(out, t, *page.plan);
    write_taking(out, t, page);
    return std::move(out).finish();
}

}  // namespace representatives::staff_pages
