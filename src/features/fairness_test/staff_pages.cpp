#include "features/fairness_test/staff_pages.h"

#include <cstdlib>

#include <fmt/format.h>

#include "features/fairness_test/catalogue.h"
#include "features/fairness_test/pages.h"
#include "features/fairness_test/staff_form_pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/paging.h"
#include "ports/staff_pages.h"

namespace fairness_test::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

constexpr int kRows = 28;

std::string list_path(base::Locale locale) { return fmt::format("/{}/staff/fairness-test", base::code(locale)); }

ports::Badge badge_of(const Translator& t, const StoredBudget& budget) {
    if (budget.withdrawn_at) return {"danger", t("Withdrawn")};
    return budget.published_at ? ports::Badge{"success", t("Published")} : ports::Badge{"neutral", t("Draft")};
}

// Every problem of a text with its line, in order.
void write_lines(Out& out, const Translator& t, const DocumentProblems& lines) {
    if (lines.empty()) return;
    html::write<R"(<ul class="fair-lines">)">(out);
    for (const DocumentProblem& problem : lines)
        html::write<"<li><strong>{}</strong> <code>{}</code> {} {}</li>">(
            out, t("Line {line}:", {{"line", problem.line}}), problem.place, t(problem.message), problem.detail);
    html::write<"</ul>">(out);
}

SafeHtml document_field(const html::Fields& fields, const Translator& t, const std::string& document) {
    return fields.text_area({.name = "document",
                             .label = t("Text"),
                             .value = document,
                             .hint = t("TOML: titles in en and fr, measures, sources, answers with their evidence."),
                             .rows = kRows});
}

std::vector<html::Choice> level_choices(const Translator& t, const std::vector<people::Level>& levels) {
    std::vector<html::Choice> choices;
    for (const auto& level : levels) choices.push_back({level.slug, level.name(t.locale())});
    return choices;
}

// The way to the other view of the same document.
SafeHtml view_link(const Translator& t, View view, const std::string& path) {
    const bool is_text = view == View::text;
    const std::string link = is_text ? path : path + "?view=text";
    return html::render<R"(<p><a href="{}">{}</a></p>)">(
        link, is_text ? t("Write in fields instead") : t("Write it as one text (TOML) instead"));
}

// What every editor's form begins with: problems, who saved meanwhile, and what travels unseen.
void write_beginning(Out& out, const Translator& t, const Editing& editing, const base::Problems& problems) {
    const html::Fields fields{t, problems};
    html::write<"{}{}{}">(out, fields.error_summary(), ports::conflict_notice(t, editing.conflicts, editing.saving),
                          html::hidden({ports::kSeenField, editing.seen}));
    if (editing.view == View::text) return out.append(html::hidden({"view", "text"}));
    html::write<"{}{}">(out, html::hidden({kFirstRows, std::to_string(editing.rows.first)}),
                        html::hidden({kSecondRows, std::to_string(editing.rows.second)}));
}

LawOf law_of(const Editing& editing) {
    const auto place = budget_fairness::find_jurisdiction(ports::text_of(editing.typed, "jurisdiction"));
    const auto& year = ports::text_of(editing.typed, "year");
    return {place.value_or(budget_fairness::Jurisdiction::ontario), year.size() == 4 ? std::atoi(year.c_str()) : 0};
}

void write_budget_form(Out& out, const Translator& t, const BudgetEditor& editor) {
    const html::Fields fields{t, editor.problems};
    const auto& editing = editor.editing;
    const bool is_new = editor.stored == nullptr;
    const std::string path = is_new ? list_path(t.locale()) : budget_path(t.locale(), editor.stored->slug);
    out.append(view_link(t, editing.view, is_new ? path + "/new" : path));
    html::write<R"(<form class="form form--wide editor" method="post" action="{}" novalidate>)">(out, path);
    write_beginning(out, t, editing, editor.problems);
    if (is_new)
        out.append(fields.select(
            {.name = "level", .label = t("Level"), .choices = level_choices(t, editor.levels), .value = editor.level}));
    if (editing.view == View::text) {
        write_lines(out, t, editor.lines);
        out.append(ports::with_theirs(t, document_field(fields, t, editing.document), {"document", editing.conflicts}));
    } else {
        out.append(budget_fields(t, {editing.typed, editing.rows, editor.problems, editing.conflicts},
                                 is_new ? AddressField::shown : AddressField::hidden));
    }
    html::write<R"(<div class="form__actions">{}</div></form>)">(out, fields.button({.label = t("Save")}));
    if (editing.view == View::fields) out.append(parameter_list(t, law_of(editing)));
}

void write_versions(Out& out, const Translator& t, const std::vector<BudgetVersion>& versions) {
    html::write<R"(<ul class="fair-versions">)">(out);
    for (const BudgetVersion& version : versions)
        html::write<"<li>{} {} {}</li>">(
            out, t("Version {version}", {{"version", version.version}}),
            ports::badge(version.published_at ? ports::Badge{"success", t("Published")}
                                              : ports::Badge{"neutral", t("Draft")}),
            t("{name}, {time}", {{"name", version.written_by}, {"time", t.date_time(version.written_at)}}));
    html::write<"</ul>">(out);
}

void write_state(Out& out, const Translator& t, const BudgetEditor& editor) {
    if (editor.stored == nullptr) return;
    const std::string path = budget_path(t.locale(), editor.stored->slug);
    Out body;
    write_versions(body, t, editor.versions);
    body.append(
        ports::act(t, {.path = path + "/publication", .label = t("Publish"), .kind = html::ButtonKind::primary}));
    if (editor.stored->is_public()) body.append(ports::act(t, {.path = path + "/withdrawal", .label = t("Withdraw")}));
    out.append(ports::panel({.title = t("State"), .beside_title = ports::badge(badge_of(t, *editor.stored))},
                            std::move(body).finish()));
}

// The records of provinces wait for answers to what only a person can judge.
void write_records(Out& out, const Translator& t) {
    Out body;
    html::write<"<p>{}</p><ul class=\"fair-list\">">(
        body, t("Take a province’s record over to answer what only a person can judge, with the evidence."));
    for (const auto& record : shipped_records())
        html::write<R"(<li class="fair-list__item"><a href="{}/new?from={}">{}</a></li>)">(
            body, list_path(t.locale()), record.slug, record.title.in(t.locale()));
    html::write<"</ul>">(body);
    out.append(ports::panel({.title = t("Records of the provinces")}, std::move(body).finish()));
}

void write_table(Out& out, const Translator& t, const std::vector<ListedBudget>& budgets) {
    html::write<
        R"(<div class="table-scroll" role="region" aria-labelledby="list" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="list">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Budgets"), t("Title"), t("State"));
    for (const ListedBudget& listed : budgets)
        html::write<R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td></tr>)">(
            out, budget_path(t.locale(), listed.budget.slug), listed.title, t("State"),
            ports::badge(badge_of(t, listed.budget)));
    html::write<"</tbody></table></div>">(out);
}

}  // namespace

html::SafeHtml list(const Translator& t, const BudgetList& list) {
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Fairness Test"),
            .lead = t("Budgets that you put to the test. The provinces’ records are there without you."),
            .actions = html::render<"{} {}">(
                ports::button_link({rubric_path(t.locale()), t("Rules"), "scale"}),
                ports::button_link({list_path(t.locale()) + "/new", t("New budget"), "plus", "primary"}))}));
    if (list.budgets.empty())
        out.append(
            ports::empty_state({.icon = "bar-chart",
                                .title = t("No budgets yet"),
                                .text = t("Enter what a government announced, with its sources, and publish it.")}));
    else
        write_table(out, t, list.budgets);
    if (!list.behind.empty())
        out.append(ports::next_page(
            t, {fmt::format("{}?behind={}", list_path(t.locale()), list.behind), t("Further budgets")}));
    write_records(out, t);
    return std::move(out).finish();
}

html::SafeHtml budget(const Translator& t, const BudgetEditor& editor) {
    Out out;
    ports::StaffHead head{.title = editor.stored == nullptr ? t("New budget") : editor.stored->slug,
                          .above = {{t("Fairness Test"), list_path(t.locale())}}};
    if (editor.stored != nullptr && editor.stored->is_public())
        head.actions =
            ports::button_link({pages::budget_path(t.locale(), editor.stored->slug), t("Public page"), "external"});
    out.append(ports::staff_head(t, head));
    write_budget_form(out, t, editor);
    write_state(out, t, editor);
    return std::move(out).finish();
}

html::SafeHtml rubric(const Translator& t, const RubricEditor& editor) {
    Out out;
    out.append(ports::staff_head(
        t,
        {.title = t("The rules of the test"),
         .lead = t("Rules are declared before budgets are judged by them. A declared version never changes; the next "
                   "one says what is different, and why."),
         .above = {{t("Fairness Test"), list_path(t.locale())}}}));
    const html::Fields fields{t, editor.problems};
    const auto& editing = editor.editing;
    out.append(view_link(t, editing.view, rubric_path(t.locale())));
    html::write<R"(<form class="form form--wide editor" method="post" action="{}" novalidate>)">(
        out, rubric_path(t.locale()));
    write_beginning(out, t, editing, editor.problems);
    if (editing.view == View::text) {
        write_lines(out, t, editor.lines);
        out.append(ports::with_theirs(t, document_field(fields, t, editing.document), {"document", editing.conflicts}));
    } else {
        out.append(rubric_fields(t, {editing.typed, editing.rows, editor.problems, editing.conflicts}));
    }
    html::write<R"(<div class="form__actions">{}</div></form>)">(out, fields.button({.label = t("Save the draft")}));
    for (const StoredRubric& version : editor.versions) {
        if (version.declared_at) continue;
        out.append(ports::act(
            t, {.path = rubric_path(t.locale()) + "/declaration",
                .label = t("Declare version {version}", {{"version", version.version}}),
                .kind = html::ButtonKind::primary,
                .above = html::render<R"(<input type="hidden" name="version" value="{}">)">(version.version)}));
    }
    return std::move(out).finish();
}

std::string budget_path(base::Locale locale, std::string_view slug) {
    return fmt::format("{}/{}", list_path(locale), slug);
}

std::string rubric_path(base::Locale locale) { return list_path(locale) + "/rubric"; }

}  // namespace fairness_test::staff_pages
