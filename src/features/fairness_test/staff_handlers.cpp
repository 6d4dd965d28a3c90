#include "features/fairness_test/staff_handlers.h"

#include <algorithm>

#include "base/text.h"
#include "features/fairness_test/catalogue.h"
#include "features/fairness_test/handlers.h"
#include "features/fairness_test/store.h"
#include "people/store.h"

namespace fairness_test {
namespace {

using auth::Permission;
using i18n::Translator;

constexpr std::string_view kDocumentField = "document";

// Addresses below /fairness-test/ that are pages of their own.
constexpr std::string_view kReserved[] = {"yours", "rubric", "method", "new"};

// The lines of these problems stand beside the field as a list that the page reads again from the text; here each kind
// of problem once.
base::Problems problems_of(const DocumentProblems& found) {
    base::Problems problems;
    for (const DocumentProblem& each : found)
        if (std::ranges::find(problems, each.message, &base::Problem::message) == problems.end())
            problems.push_back({std::string{kDocumentField}, each.message});
    return problems;
}

std::string document_of(const http::Request& request) { return base::tidy_lines(request.form.text(kDocumentField)); }

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
    std::vector<staff_pages::ListedBudget> listed;
    for (const StoredBudget& budget : store::budgets(read)) {
        if (!ports::may(read, *request.staff, Permission::edit_content, budget.level)) continue;
        const auto newest = store::newest_version(read, budget.id);
        const auto text = newest ? read_budget(newest->document) : read_budget("");
        listed.push_back({budget, text ? text->title.in(request.locale) : budget.slug});
    }
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Fairness Test")}),
                          staff_pages::list(t, listed));
}

http::Response StaffHandlers::budget_page(const http::Request& request, const staff_pages::BudgetEditor& editor) const {
    const Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Budget")}), staff_pages::budget(t, editor),
                          editor.problems.empty() ? 200 : 422);
}

http::Response StaffHandlers::show_new(const http::Request& request, db::Read& read) const {
    const std::string document = first_text(request.query.text("from"));
    return budget_page(request,
                       {.document = document, .levels = ports::levels_for(read, request, Permission::edit_content)});
}

base::Result<BudgetForm, base::Problems> StaffHandlers::read_budget_form(const http::Request& request) const {
    BudgetForm form{.acting = ports::acting(request),
                    .slug = request.parameter("slug"),
                    .level = request.form.text("level"),
                    .document = document_of(request)};
    auto budget = read_budget(form.document);
    if (!budget) return problems_of(budget.error());
    form.budget = *std::move(budget);
    if (std::ranges::find(kReserved, form.budget.slug) != std::end(kReserved))
        return base::Problems{
            {std::string{kDocumentField}, base::message("This address is taken by a page of the test.")}};
    return form;
}

http::WriteResult StaffHandlers::create(const BudgetForm& form, db::Write& write) const {
    const auto level = people::find_level(write, form.level);
    if (!level) return base::Problems{{"level", base::message("Please choose the level.")}};
    if (!ports::may(write, form.acting.staff, Permission::edit_content, level->id)) return http::forbidden();
    const auto id = store::insert_budget(write, {level->id, form.budget.slug, form.acting.staff.name});
    if (!id)
        return base::Problems{
            {std::string{kDocumentField}, base::message("There is a budget under this address already.")}};
    store::save_budget(write, {*id, form.document, form.acting.staff.name});
    record(write, form.acting, {"fairness_test.create", {"fairness_budget", id->value, form.budget.slug}, level->id});
    return http::see_other(staff_pages::budget_path(form.acting.locale, form.budget.slug));
}

http::Response StaffHandlers::show_new_again(const http::Request& request, const base::Problems& problems,
                                             db::Read& read) const {
    const std::string document = document_of(request);
    const auto text = read_budget(document);
    return budget_page(request, {.document = document,
                                 .levels = ports::levels_for(read, request, Permission::edit_content),
                                 .level = request.form.text("level"),
                                 .problems = problems,
                                 .lines = text ? DocumentProblems{} : text.error()});
}

http::Response StaffHandlers::show(const http::Request& request, db::Read& read) const {
    const auto stored = find_allowed(read, request.parameter("slug"), *request.staff, Permission::edit_content);
    const auto newest = stored ? store::newest_version(read, stored->id) : std::nullopt;
    if (!newest) return http::not_found();
    return budget_page(
        request, {.document = newest->document, .stored = &*stored, .versions = store::versions(read, stored->id)});
}

http::WriteResult StaffHandlers::save(const BudgetForm& form, db::Write& write) const {
    const auto stored = find_allowed(write, form.slug, form.acting.staff, Permission::edit_content);
    if (!stored) return http::not_found();
    if (form.budget.slug != stored->slug)
        return base::Problems{{std::string{kDocumentField}, base::message("The address of a budget never changes.")}};
    const auto before = store::newest_version(write, stored->id);
    store::save_budget(write, {stored->id, form.document, form.acting.staff.name});
    std::vector<auth::Change> changes;
    auth::add_change(changes, "document", {before ? before->document : "", form.document});
    if (!changes.empty())
        record(write, form.acting, {"fairness_test.write", subject_of(*stored), stored->level, std::move(changes)});
    return http::see_other(staff_pages::budget_path(form.acting.locale, stored->slug));
}

http::Response StaffHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const auto stored = find_allowed(read, request.parameter("slug"), *request.staff, Permission::edit_content);
    if (!stored) return http::not_found();
    const std::string document = document_of(request);
    const auto text = read_budget(document);
    return budget_page(request, {.document = document,
                                 .problems = problems,
                                 .lines = text ? DocumentProblems{} : text.error(),
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
    record(write, act.acting,
           {"fairness_test.withdraw", subject_of(*stored), stored->level, {{"state", "published", "withdrawn"}}});
    return http::see_other(staff_pages::budget_path(act.acting.locale, stored->slug));
}

http::Response StaffHandlers::rubric_page(const http::Request& request, const staff_pages::RubricEditor& editor) const {
    const Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("The rules of the test")}),
                          staff_pages::rubric(t, editor), editor.problems.empty() ? 200 : 422);
}

http::Response StaffHandlers::show_rubric(const http::Request& request, db::Read& read) const {
    return rubric_page(request, {.document = newest_rubric_text(read), .versions = store::rubrics(read)});
}

base::Result<RubricForm, base::Problems> StaffHandlers::read_rubric_form(const http::Request& request) const {
    RubricForm form{.acting = ports::acting(request), .document = document_of(request)};
    auto rubric = read_rubric(form.document);
    if (!rubric) return problems_of(rubric.error());
    form.rubric = *std::move(rubric);
    return form;
}

http::WriteResult StaffHandlers::save_rubric(const RubricForm& form, db::Write& write) const {
    if (form.rubric.version <= newest_declared(write))
        return base::Problems{
            {std::string{kDocumentField},
             base::message("Rules that are declared never change. Give this text the next version.")}};
    const auto saved = store::save_rubric(write, {form.rubric.version, form.document, form.acting.staff.name});
    if (saved == store::Saved::no)
        return base::Problems{
            {std::string{kDocumentField},
             base::message("Rules that are declared never change. Give this text the next version.")}};
    record(write, form.acting,
           {"fairness_test.write_rubric", {"fairness_rubric", 0, "version " + std::to_string(form.rubric.version)}});
    return http::see_other(staff_pages::rubric_path(form.acting.locale));
}

http::Response StaffHandlers::show_rubric_again(const http::Request& request, const base::Problems& problems,
                                                db::Read& read) const {
    std::string document = document_of(request);
    if (document.empty()) document = newest_rubric_text(read);
    const auto text = read_rubric(document);
    return rubric_page(request, {.document = document,
                                 .problems = problems,
                                 .lines = text ? DocumentProblems{} : text.error(),
                                 .versions = store::rubrics(read)});
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
