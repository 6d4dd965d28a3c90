#include "features/fairness_test/staff_handlers.h"

#include <algorithm>
#include <ranges>

#include "features/fairness_test/catalogue.h"
#include "features/fairness_test/handlers.h"
#include "features/fairness_test/store.h"
#include "features/fairness_test/typed_document_service.h"
#include "people/store.h"
#include "ports/search_documents.h"

namespace fairness_test {
namespace {

using auth::Permission;
using i18n::Translator;

constexpr int kBudgetsOnAPage = 40;

// Addresses below /fairness-test/ that are pages of their own.
constexpr std::string_view kReserved[] = {"yours", "rubric", "method", "new"};

using staff_pages::View;

struct Deed {
    std::string action;
    auth::Subject subject;
    std::optional<base::LevelId> level{};
    std::vector<auth::Change> changes{};
};

void record(db::Write& write, const ports::Acting& who, Deed deed) {
    auth::record(write, {.actor = auth::actor_of(who.staff, who.request_id),
                         .action = std::move(deed.action),
                         .subject = std::move(deed.subject),
                         .level = deed.level,
                         .changes = std::move(deed.changes)});
}

auth::Subject subject_of(const StoredBudget& budget) { return {"fairness_budget", budget.id.value, budget.slug}; }

auth::Subject subject_of(const StoredRubric& rubric) {
    return {"fairness_rubric", rubric.id.value, "version " + std::to_string(rubric.version)};
}

// What a new budget begins with: a province's record, to add answers to it, or an example to write over.
std::string first_text(std::string_view record_slug) {
    if (const auto* record = find_record(record_slug)) return write_budget(*record);
    const auto examples = shipped_examples();
    return examples.empty() ? std::string{} : examples.front();
}

std::optional<StoredBudget> find_allowed(db::Read& read, std::string_view slug, const auth::Principal& staff,
                                         Permission permission) {
    auto budget = store::find_budget(read, slug);
    if (!budget || !ports::may(read, staff, permission, budget->level)) return std::nullopt;
    return budget;
}

std::string newest_rubric_text(db::Read& read) {
    const auto rubrics = store::rubrics(read);
    return rubrics.empty() ? write_rubric(*shipped_rubric()) : rubrics.front().document;
}

int newest_declared(db::Read& read) {
    const auto declared = store::declared_rubric(read);
    return declared ? declared->version : shipped_rubric()->version;
}

}  // namespace

http::Response StaffHandlers::list(const http::Request& request, db::Read& read) const {
    const Translator t{request.locale};
    staff_pages::BudgetList list{.behind = request.query.text("behind")};
    // Where one may edit few levels, a part of the list may hold none of them.
    do {
        const auto part = store::budgets(read, {list.behind, kBudgetsOnAPage + 1});
        list.behind = part.size() > kBudgetsOnAPage ? part[kBudgetsOnAPage - 1].slug : std::string{};
        for (const StoredBudget& budget : part | std::views::take(kBudgetsOnAPage)) {
            if (!ports::may(read, *request.staff, Permission::edit_content, budget.level)) continue;
            const auto newest = store::newest_version(read, budget.id);
            const auto text = newest ? read_budget(newest->document) : read_budget("");
            list.budgets.push_back({budget, text ? text->title.in(request.locale) : budget.slug});
        }
    } while (list.budgets.empty() && !list.behind.empty());
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Fairness Test")}),
                          staff_pages::list(t, list));
}

http::Response StaffHandlers::budget_page(const http::Request& request, const staff_pages::BudgetEditor& editor) const {
    const Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Budget")}), staff_pages::budget(t, editor),
                          status_of(editor.problems, editor.editing));
}

http::Response StaffHandlers::show_new(const http::Request& request, db::Read& read) const {
    return budget_page(request,
                       {.editing = editing_of(request, DocumentKind::budget, first_text(request.query.text("from"))),
                        .levels = ports::levels_for(read, request, Permission::edit_content)});
}

base::Result<BudgetForm, base::Problems> StaffHandlers::read_budget_form(const http::Request& request) const {
    BudgetForm form{.acting = ports::acting(request),
                    .slug = request.parameter("slug"),
                    .level = request.form.text("level"),
                    .typed = typed_document(request, DocumentKind::budget)};
    // Of one that is stored already, somebody else's words may be the sound ones.
    if (!form.slug.empty() && form.typed.view == View::fields) return form;
    const auto understood = understand(form.typed, DocumentKind::budget, read_budget);
    if (!understood) return understood.error();
    if (std::ranges::find(kReserved, understood->document.slug) != std::end(kReserved))
        return base::Problems{{std::string{field_of(form.typed.view, "slug")},
                               base::message("This address is taken by a page of the test.")}};
    return form;
}

http::WriteResult StaffHandlers::create(const BudgetForm& form, db::Write& write) const {
    const auto level = people::find_level(write, form.level);
    if (!level) return base::Problems{{"level", base::message("Please choose the level.")}};
    if (!ports::may(write, form.acting.staff, Permission::edit_content, level->id)) return http::forbidden();
    const auto understood = understand(form.typed, DocumentKind::budget, read_budget);
    if (!understood) return understood.error();
    const std::string& slug = understood->document.slug;
    const auto id = store::insert_budget(write, {level->id, slug, form.acting.staff.name});
    if (!id)
        return base::Problems{{std::string{field_of(form.typed.view, "slug")},
                               base::message("There is a budget under this address already.")}};
    store::save_budget(write, {*id, understood->text, form.acting.staff.name});
    record(write, form.acting, {"fairness_test.create", {"fairness_budget", id->value, slug}, level->id});
    return http::see_other(staff_pages::budget_path(form.acting.locale, slug));
}

http::Response StaffHandlers::show_new_again(const http::Request& request, const base::Problems& problems,
                                             db::Read& read) const {
    const auto typed = typed_document(request, DocumentKind::budget);
    const auto text = read_budget(text_of(typed.view, DocumentKind::budget, typed.fields, typed.rows));
    return budget_page(request, {.editing = {.view = typed.view,
                                             .document = ports::text_of(typed.fields, kDocumentField),
                                             .typed = typed.fields,
                                             .rows = typed.rows},
                                 .levels = ports::levels_for(read, request, Permission::edit_content),
                                 .level = request.form.text("level"),
                                 .problems = problems,
                                 .lines = text ? DocumentProblems{} : text.error()});
}

http::Response StaffHandlers::show(const http::Request& request, db::Read& read) const {
    const auto stored = find_allowed(read, request.parameter("slug"), *request.staff, Permission::edit_content);
    const auto newest = stored ? store::newest_version(read, stored->id) : std::nullopt;
    if (!newest) return http::not_found();
    return budget_page(request, {.editing = editing_of(request, DocumentKind::budget, newest->document),
                                 .stored = &*stored,
                                 .versions = store::versions(read, stored->id)});
}

http::WriteResult StaffHandlers::save(const BudgetForm& form, db::Write& write) const {
    const auto stored = find_allowed(write, form.slug, form.acting.staff, Permission::edit_content);
    const auto before = stored ? store::newest_version(write, stored->id) : std::nullopt;
    if (!before) return http::not_found();
    const auto merged = merge(form.typed, DocumentKind::budget, before->document);
    if (!merged.merged.conflicts.empty()) return ports::problems_of(merged.merged);
    const auto understood =
        understand({form.typed.view, merged.merged.texts, merged.rows, {}}, DocumentKind::budget, read_budget);
    if (!understood) return understood.error();
    if (understood->document.slug != stored->slug)
        return base::Problems{
            {std::string{field_of(form.typed.view, "slug")}, base::message("The address of a budget never changes.")}};
    store::save_budget(write, {stored->id, understood->text, form.acting.staff.name});
    std::vector<auth::Change> changes;
    auth::add_change(changes, "document", {before->document, understood->text});
    if (!changes.empty())
        record(write, form.acting, {"fairness_test.write", subject_of(*stored), stored->level, std::move(changes)});
    return http::see_other(staff_pages::budget_path(form.acting.locale, stored->slug));
}

http::Response StaffHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const auto stored = find_allowed(read, request.parameter("slug"), *request.staff, Permission::edit_content);
    const auto newest = stored ? store::newest_version(read, stored->id) : std::nullopt;
    if (!newest) return http::not_found();
    const auto typed = typed_document(request, DocumentKind::budget);
    auto editing = editing_again(typed, DocumentKind::budget, newest->document);
    editing.saving = {newest->written_by, newest->written_at};
    const auto text = read_budget(editing.document);
    return budget_page(request, {.editing = std::move(editing),
                                 .problems = problems,
                                 .lines = text || typed.view == View::fields ? DocumentProblems{} : text.error(),
                                 .stored = &*stored,
                                 .versions = store::versions(read, stored->id)});
}

base::Result<StaffAct, base::Problems> StaffHandlers::read_act(const http::Request& request) const {
    return StaffAct{ports::acting(request), request.parameter("slug")};
}

http::WriteResult StaffHandlers::publish(const StaffAct& act, db::Write& write) const {
    const auto stored = find_allowed(write, act.subject, act.acting.staff, Permission::publish);
    if (!stored) return http::not_found();
    store::publish_budget(write, stored->id, act.acting.staff.name);
    ports::document_changed(write, {.kind = "budgets", .key = stored->slug + "/"});
    record(write, act.acting,
           {"fairness_test.publish",
            subject_of(*stored),
            stored->level,
            {{"state", stored->is_public() ? "published" : "draft", "published"}}});
    return http::see_other(staff_pages::budget_path(act.acting.locale, stored->slug));
}

http::WriteResult StaffHandlers::withdraw(const StaffAct& act, db::Write& write) const {
    const auto stored = find_allowed(write, act.subject, act.acting.staff, Permission::publish);
    if (!stored) return http::not_found();
    store::withdraw_budget(write, stored->id, act.acting.staff.name);
    ports::document_changed(write, {.kind = "budgets", .key = stored->slug + "/"});
    record(write, act.acting,
           {"fairness_test.withdraw", subject_of(*stored), stored->level, {{"state", "published", "withdrawn"}}});
    return http::see_other(staff_pages::budget_path(act.acting.locale, stored->slug));
}

http::Response StaffHandlers::rubric_page(const http::Request& request, const staff_pages::RubricEditor& editor) const {
    const Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("The rules of the test")}),
                          staff_pages::rubric(t, editor), status_of(editor.problems, editor.editing));
}

http::Response StaffHandlers::show_rubric(const http::Request& request, db::Read& read) const {
    return rubric_page(request, {.editing = editing_of(request, DocumentKind::rubric, newest_rubric_text(read)),
                                 .versions = store::rubrics(read)});
}

base::Result<RubricForm, base::Problems> StaffHandlers::read_rubric_form(const http::Request& request) const {
    RubricForm form{.acting = ports::acting(request), .typed = typed_document(request, DocumentKind::rubric)};
    if (form.typed.view == View::fields) return form;
    const auto understood = understand(form.typed, DocumentKind::rubric, read_rubric);
    if (!understood) return understood.error();
    return form;
}

http::WriteResult StaffHandlers::save_rubric(const RubricForm& form, db::Write& write) const {
    const auto merged = merge(form.typed, DocumentKind::rubric, newest_rubric_text(write));
    if (!merged.merged.conflicts.empty()) return ports::problems_of(merged.merged);
    const auto understood =
        understand({form.typed.view, merged.merged.texts, merged.rows, {}}, DocumentKind::rubric, read_rubric);
    if (!understood) return understood.error();
    const int version = understood->document.version;
    const bool is_saved =
        version > newest_declared(write) &&
        store::save_rubric(write, {version, understood->text, form.acting.staff.name}) == store::Saved::yes;
    if (!is_saved)
        return base::Problems{
            {std::string{field_of(form.typed.view, "version")},
             base::message("Rules that are declared never change. Give this text the next version.")}};
    record(write, form.acting,
           {"fairness_test.write_rubric", {"fairness_rubric", 0, "version " + std::to_string(version)}});
    return http::see_other(staff_pages::rubric_path(form.acting.locale));
}

http::Response StaffHandlers::show_rubric_again(const http::Request& request, const base::Problems& problems,
                                                db::Read& read) const {
    const auto rubrics = store::rubrics(read);
    const auto typed = typed_document(request, DocumentKind::rubric);
    const bool is_declaring = typed.view == View::fields && typed.rows.first == 0;  // a button, no editor
    const auto stored = newest_rubric_text(read);
    auto editing = is_declaring ? editing_of(request, DocumentKind::rubric, stored)
                                : editing_again(typed, DocumentKind::rubric, stored);
    if (!rubrics.empty()) editing.saving = {rubrics.front().written_by, rubrics.front().written_at};
    const auto text = read_rubric(editing.document);
    return rubric_page(request, {.editing = std::move(editing),
                                 .problems = problems,
                                 .lines = text || typed.view == View::fields ? DocumentProblems{} : text.error(),
                                 .versions = rubrics});
}

base::Result<StaffAct, base::Problems> StaffHandlers::read_declaration(const http::Request& request) const {
    return StaffAct{ports::acting(request), request.form.text("version")};
}

http::WriteResult StaffHandlers::declare(const StaffAct& act, db::Write& write) const {
    for (const StoredRubric& rubric : store::rubrics(write)) {
        if (std::to_string(rubric.version) != act.subject || rubric.declared_at) continue;
        store::declare_rubric(write, rubric.id, act.acting.staff.name);
        record(write, act.acting,
               {"fairness_test.declare_rubric", subject_of(rubric), std::nullopt, {{"state", "draft", "declared"}}});
    }
    return http::see_other(staff_pages::rubric_path(act.acting.locale));
}

}  // namespace fairness_test
