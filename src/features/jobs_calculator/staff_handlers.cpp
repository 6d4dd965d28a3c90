#include "features/jobs_calculator/staff_handlers.h"

#include <algorithm>
#include <array>
#include <ranges>

#include "base/text.h"
#include "features/jobs_calculator/handlers.h"
#include "features/jobs_calculator/scenario_store.h"
#include "people/store.h"
#include "platform/auth/audit.h"
#include "ports/search_documents.h"

namespace jobs_calculator {
namespace {

using auth::Permission;
using i18n::Translator;

constexpr std::ptrdiff_t kScenariosOnAPage = 40;

struct Wanted {
    std::string_view slug;
    Permission permission;
};

// The scenario of the address, when this person has that right at its level.
std::optional<Scenario> find_allowed(db::Read& read, const auth::Principal& staff, const Wanted& wanted) {
    auto scenario = store::find_scenario(read, wanted.slug);
    if (!scenario || !ports::may(read, staff, wanted.permission, scenario->level)) return std::nullopt;
    return scenario;
}

void record(db::Write& write, const ports::Acting& who, const Scenario& scenario, std::string action,
            std::vector<auth::Change> changes = {}) {
    auth::record(write, {.actor = auth::actor_of(who.staff, who.request_id),
                         .action = std::move(action),
                         .subject = {"jobs_scenario", scenario.id.value, scenario.slug},
                         .level = scenario.level,
                         .changes = std::move(changes)});
}

ScenarioWords typed_words(const http::Form& form, base::Locale locale) {
    const std::string suffix{base::code(locale)};
    return {base::collapse_spaces(form.text("headline_" + suffix)), base::tidy_lines(form.text("body_" + suffix))};
}

ScenarioForm typed_form(const http::Request& request) {
    const auto& form = request.form;
    return {.slug = request.parameter("slug"),
            .level = {},
            .english = typed_words(form, base::Locale::english),
            .french = typed_words(form, base::Locale::french),
            .question = form_of(form)};
}

ScenarioForm form_of_content(const ScenarioContent& content) {
    return {.slug = {},
            .level = {},
            .english = content.english,
            .french = content.french,
            .question = form_of_query(content.query)};
}

// Everything that two people may write at, under the names of the fields.
struct Field {
    std::string_view name;
    std::string& (*of)(ScenarioForm&);
};
constexpr std::array kFields{
    Field{"headline_en", [](ScenarioForm& form) -> std::string& { return form.english.headline; }},
    Field{"body_en", [](ScenarioForm& form) -> std::string& { return form.english.body; }},
    Field{"headline_fr", [](ScenarioForm& form) -> std::string& { return form.french.headline; }},
    Field{"body_fr", [](ScenarioForm& form) -> std::string& { return form.french.body; }},
    Field{"jurisdiction", [](ScenarioForm& form) -> std::string& { return form.question.jurisdiction; }},
    Field{"function", [](ScenarioForm& form) -> std::string& { return form.question.function; }},
    Field{"amount", [](ScenarioForm& form) -> std::string& { return form.question.amount; }},
    Field{"unit", [](ScenarioForm& form) -> std::string& { return form.question.unit; }},
    Field{"kind", [](ScenarioForm& form) -> std::string& { return form.question.kind; }},
    Field{"year", [](ScenarioForm& form) -> std::string& { return form.question.year; }},
    Field{"phase_in_years", [](ScenarioForm& form) -> std::string& { return form.question.phase_in_years; }},
    Field{"fiscal_feedback", [](ScenarioForm& form) -> std::string& { return form.question.fiscal_feedback; }},
};

ports::NamedTexts named(ScenarioForm form) {
    ports::NamedTexts texts;
    for (const Field& field : kFields) texts.push_back({std::string{field.name}, field.of(form)});
    return texts;
}

ScenarioForm form_of_texts(const ports::NamedTexts& texts) {
    ScenarioForm form;
    form.question = example_form();
    for (const Field& field : kFields) field.of(form) = ports::text_of(texts, field.name);
    return form;
}

std::vector<auth::Change> changes_between(const ScenarioContent& before, const ScenarioContent& after) {
    std::vector<auth::Change> changes;
    const auto old_texts = named(form_of_content(before));
    for (const auto& [name, text] : named(form_of_content(after)))
        auth::add_change(changes, name, {ports::text_of(old_texts, name), text});
    return changes;
}

http::Response to_overview(const ScenarioAct& act) {
    return http::see_other(staff_pages::staff_path(act.acting.locale, act.slug));
}

std::string_view state_of(const Scenario& scenario) {
    if (scenario.is_public()) return "published";
    return scenario.withdrawn_at ? "withdrawn" : "draft";
}

}  // namespace

std::optional<Answer> StaffHandlers::answer_of(const ScenarioContent& content, base::Locale locale) const {
    const auto found = answer_to(form_of_query(content.query), locale, *services_.model());
    if (!found) return std::nullopt;
    return *found;
}

http::Response StaffHandlers::list(const http::Request& request, db::Read& read) const {
    const Translator t{request.locale};
    staff_pages::ScenarioList list;
    list.behind = request.query.text("behind");
    // Where one may edit few levels, a part of the list may hold none of them.
    do {
        const auto part = store::scenarios(read, {list.behind, static_cast<int>(kScenariosOnAPage) + 1});
        list.behind = std::ssize(part) > kScenariosOnAPage ? part[kScenariosOnAPage - 1].slug : std::string{};
        list.scenarios = editable(request, read, part);
    } while (list.scenarios.empty() && !list.behind.empty());
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Prepared cuts")}),
                          staff_pages::list(t, list));
}

std::vector<staff_pages::ListedScenario> StaffHandlers::editable(const http::Request& request, db::Read& read,
                                                                 const std::vector<Scenario>& part) const {
    const auto levels = people::levels(read);
    std::vector<staff_pages::ListedScenario> listed;
    for (const Scenario& scenario : part | std::views::take(kScenariosOnAPage))
        if (auth::may(*request.staff, Permission::edit_content, levels.ids_with_ancestors(scenario.level)))
            listed.push_back({scenario, answer_of(scenario.draft, request.locale)});
    return listed;
}

http::Response StaffHandlers::show_new(const http::Request& request, db::Read& read) const {
    return show_new_again(request, {}, read);
}

base::Result<NewScenarioForm, base::Problems> StaffHandlers::read_new(const http::Request& request) const {
    NewScenarioForm form{ports::acting(request), base::collapse_spaces(request.form.text("slug")),
                         request.form.text("level")};
    auto problems = problems_of_slug(form.slug);
    if (!problems.empty()) return problems;
    return form;
}

http::WriteResult StaffHandlers::create(const NewScenarioForm& form, db::Write& write) const {
    const auto level = people::find_level(write, form.level);
    if (!level) return base::Problems{{"level", base::message("Please choose the level.")}};
    if (!ports::may(write, form.acting.staff, Permission::edit_content, level->id)) return http::forbidden();
    const std::string query = query_of(example_form());
    if (!store::insert_scenario(write, {level->id, form.slug, query}, form.acting.staff.name))
        return base::Problems{{"slug", base::message("There is a prepared cut under this address already.")}};
    record(write, form.acting, *store::find_scenario(write, form.slug), "jobs_calculator.create");
    return http::see_other(staff_pages::staff_path(form.acting.locale, form.slug) + "/text");
}

http::Response StaffHandlers::show_new_again(const http::Request& request, const base::Problems& problems,
                                             db::Read& read) const {
    const Translator t{request.locale};
    const staff_pages::NewForm form{.slug = request.form.text("slug"),
                                    .level = request.form.text("level"),
                                    .problems = problems,
                                    .levels = ports::levels_for(read, request, Permission::edit_content)};
    return ports::respond(
        services_.frames.staff_frame(
            request, {.title = t("New prepared cut"),
                      .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems}),
        staff_pages::new_scenario(t, form), problems.empty() ? 200 : 422);
}

http::Response StaffHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

base::Result<ScenarioAct, base::Problems> StaffHandlers::read_act(const http::Request& request) const {
    return ScenarioAct{ports::acting(request), request.parameter("slug"),
                       request.form.is_ticked("one_language") ? OneLanguage::decided : OneLanguage::not_decided,
                       request.form.is_ticked("listed") ? Listing::listed : Listing::page_only};
}

http::WriteResult StaffHandlers::publish(const ScenarioAct& act, db::Write& write) const {
    const auto scenario = find_allowed(write, act.acting.staff, {act.slug, Permission::publish});
    if (!scenario) return http::not_found();
    auto problems = problems_of_publishing(scenario->draft, act.one_language);
    if (!problems.empty()) return problems;
    if (scenario->is_public() && !scenario->has_changes()) return to_overview(act);
    store::publish_scenario(write, scenario->id, act.acting.staff.name);
    ports::document_changed(write, {.kind = "cuts", .key = "scenario/" + scenario->slug + "/"});
    std::vector<auth::Change> changes{{"state", std::string{state_of(*scenario)}, "published"}};
    if (scenario->draft.english.is_empty() || scenario->draft.french.is_empty())
        changes.push_back({"one_language", "", "decided: published without the other language"});
    record(write, act.acting, *scenario, "jobs_calculator.publish", std::move(changes));
    return to_overview(act);
}

http::WriteResult StaffHandlers::withdraw(const ScenarioAct& act, db::Write& write) const {
    const auto scenario = find_allowed(write, act.acting.staff, {act.slug, Permission::publish});
    if (!scenario) return http::not_found();
    if (!scenario->is_public()) return to_overview(act);
    store::withdraw_scenario(write, scenario->id, act.acting.staff.name);
    ports::document_changed(write, {.kind = "cuts", .key = "scenario/" + scenario->slug + "/"});
    record(write, act.acting, *scenario, "jobs_calculator.withdraw", {{"state", "published", "withdrawn"}});
    return to_overview(act);
}

http::WriteResult StaffHandlers::change_listing(const ScenarioAct& act, db::Write& write) const {
    const auto scenario = find_allowed(write, act.acting.staff, {act.slug, Permission::publish});
    if (!scenario) return http::not_found();
    if (scenario->listing == act.listing) return to_overview(act);
    store::save_listing(write, scenario->id, act.listing);
    const bool is_listed = act.listing == Listing::listed;
    record(write, act.acting, *scenario, "jobs_calculator.list",
           {{"listed", is_listed ? "no" : "yes", is_listed ? "yes" : "no"}});
    return to_overview(act);
}

http::Response StaffHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const auto scenario = find_allowed(read, *request.staff, {request.parameter("slug"), Permission::edit_content});
    if (!scenario) return http::not_found();
    const Translator t{request.locale};
    return ports::respond(
        services_.frames.staff_frame(
            request, {.title = staff_pages::title_of(*scenario, request.locale),
                      .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems}),
        staff_pages::overview(t, {*scenario, answer_of(scenario->draft, request.locale), problems}),
        problems.empty() ? 200 : 422);
}

http::Response StaffHandlers::text_page(const http::Request& request, const Scenario& scenario,
                                        staff_pages::Editor editor) const {
    const Translator t{request.locale};
    const auto model = services_.model();
    editor.choices = pages::choices_of(model->economies);
    const bool is_fine = editor.problems.empty();
    return ports::respond(
        services_.frames.staff_frame(
            request, {.title = t("Write “{title}”", {{"title", staff_pages::title_of(scenario, request.locale)}}),
                      .form_state = is_fine ? html::FormState::fine : html::FormState::has_problems}),
        staff_pages::text(t, scenario, editor),
        is_fine                    ? 200
        : editor.conflicts.empty() ? 422
                                   : 409);
}

http::Response StaffHandlers::show_text(const http::Request& request, db::Read& read) const {
    const auto scenario = find_allowed(read, *request.staff, {request.parameter("slug"), Permission::edit_content});
    if (!scenario) return http::not_found();
    const ScenarioForm stored = form_of_content(scenario->draft);
    return text_page(request, *scenario, {.typed = stored, .seen = ports::seen(named(stored))});
}

base::Result<ScenarioEdit, base::Problems> StaffHandlers::read_text(const http::Request& request) const {
    ScenarioEdit edit{ports::acting(request), request.parameter("slug"), typed_form(request),
                      request.form.text(ports::kSeenField)};
    const auto content = read_content(edit.typed, request.locale);
    if (!content) return content.error();
    return edit;
}

http::WriteResult StaffHandlers::save_text(const ScenarioEdit& edit, db::Write& write) const {
    const auto scenario = find_allowed(write, edit.acting.staff, {edit.slug, Permission::edit_content});
    if (!scenario) return http::not_found();
    const auto merged = ports::merge(
        {.stored = named(form_of_content(scenario->draft)), .typed = named(edit.typed), .seen = edit.seen});
    if (!merged.conflicts.empty()) return ports::problems_of(merged);
    const auto content = read_content(form_of_texts(merged.texts), edit.acting.locale);
    if (!content) return base::Problems{content.error()};
    const auto answered = answer_to(form_of_query(content->query), edit.acting.locale, *services_.model());
    if (!answered) return base::Problems{answered.error()};
    auto changes = changes_between(scenario->draft, *content);
    store::save_draft(write, scenario->id, *content, edit.acting.staff.name);
    if (!changes.empty()) record(write, edit.acting, *scenario, "jobs_calculator.write", std::move(changes));
    return http::see_other(staff_pages::staff_path(edit.acting.locale, edit.slug) + "/preview");
}

http::Response StaffHandlers::show_text_again(const http::Request& request, const base::Problems& problems,
                                              db::Read& read) const {
    const auto scenario = find_allowed(read, *request.staff, {request.parameter("slug"), Permission::edit_content});
    if (!scenario) return http::not_found();
    const ScenarioForm stored = form_of_content(scenario->draft);
    const auto merged = ports::merge(
        {.stored = named(stored), .typed = named(typed_form(request)), .seen = request.form.view(ports::kSeenField)});
    staff_pages::Editor editor{.typed = form_of_texts(merged.texts),
                               .problems = problems,
                               .seen = ports::seen(named(stored)),
                               .conflicts = merged.conflicts};
    if (auto saving = store::last_saving(read, scenario->id)) editor.saving = *std::move(saving);
    return text_page(request, *scenario, std::move(editor));
}

http::Response StaffHandlers::preview(const http::Request& request, db::Read& read) const {
    const auto scenario = find_allowed(read, *request.staff, {request.parameter("slug"), Permission::edit_content});
    if (!scenario) return http::not_found();
    const Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Preview")}),
                          staff_pages::preview(t, *scenario, answer_of(scenario->draft, request.locale)));
}

}  // namespace jobs_calculator
