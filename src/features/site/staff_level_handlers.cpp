// What staff_handlers.h declares about levels.
#include "base/text.h"
#include "features/site/staff_handlers.h"
#include "features/site/staff_handlers_parts.h"
#include "people/store.h"

namespace site {
namespace {

using auth::Permission;

people::LevelForm read_level_form(const http::Form& form) {
    return {form.text("kind"),    base::collapse_spaces(form.text("slug")),
            form.text("name_en"), form.text("name_fr"),
            form.text("accent"),  form.text("parent")};
}

people::LevelForm form_of(const people::Level& level) {
    return {
        .slug = level.slug, .name_en = level.name_en, .name_fr = level.name_fr, .accent = std::to_string(level.accent)};
}

// On a level itself, so that the log names it.
void record(db::Write& write, const Acting& who, const people::Level& level, std::string action,
            std::vector<auth::Change> changes) {
    auth::record(write, {.actor = auth::actor_of(who.staff, who.request_id),
                         .action = std::move(action),
                         .subject = {"level", level.id.value, level.slug},
                         .level = level.id,
                         .changes = std::move(changes)});
}

std::vector<auth::Change> changes_between(const people::Level& before, const people::LevelChange& after) {
    std::vector<auth::Change> changes;
    auth::add_change(changes, "name_en", {before.name_en, after.name_en});
    auth::add_change(changes, "name_fr", {before.name_fr, after.name_fr});
    auth::add_change(changes, "slug", {before.slug, after.slug});
    auth::add_change(changes, "accent", {std::to_string(before.accent), std::to_string(after.accent)});
    return changes;
}

http::Response level_page(const Services& services, const http::Request& request,
                          const staff_pages::LevelEditor& editor) {
    auto frame = services.frames.staff_frame(
        request, {.title = editor.level.name(request.locale), .form_state = state_of(editor.problems)});
    return ports::respond(std::move(frame), staff_pages::level(i18n::Translator{request.locale}, editor),
                          editor.problems.empty() ? 200 : 422);
}

}  // namespace

http::Response StaffHandlers::levels(const http::Request& request, db::Read& read) const {
    return levels_again(request, {}, read);
}

base::Result<NewLevel, base::Problems> StaffHandlers::read_new_level(const http::Request& request) const {
    return NewLevel{ports::acting(request), read_level_form(request.form)};
}

http::WriteResult StaffHandlers::create_level(const NewLevel& form, db::Write& write) const {
    const auto plan = people::read_level(form.form, people::levels(write));
    if (!plan) return plan.error();
    if (!plan->parent || !ports::may(write, form.acting.staff, Permission::manage_settings, *plan->parent))
        return http::forbidden();
    const auto id = people::insert_level(write, *plan);
    if (!id) return base::Problems{{"slug", base::message("Another level has this address already.")}};
    record(write, form.acting, *people::find_level(write, *id), "site.create_level",
           {{"name_en", "", plan->name_en}, {"name_fr", "", plan->name_fr}});
    return http::see_other(staff_pages::level_path(form.acting.locale));
}

http::Response StaffHandlers::levels_again(const http::Request& request, const base::Problems& problems,
                                           db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.staff_frame(request, {.title = t("Levels"), .form_state = state_of(problems)});
    return ports::respond(
        std::move(frame),
        staff_pages::levels(t, {people::levels(read), ports::levels_for(read, request, Permission::manage_settings),
                                read_level_form(request.form), problems}),
        problems.empty() ? 200 : 422);
}

http::Response StaffHandlers::level(const http::Request& request, db::Read& read) const {
    const auto level = find_allowed(read, request.parameter("level"), *request.staff, Permission::manage_settings);
    if (!level) return http::not_found();
    const base::Problems none;
    return level_page(services_, request, {*level, form_of(*level), none});
}

base::Result<LevelEdit, base::Problems> StaffHandlers::read_level_edit(const http::Request& request) const {
    return LevelEdit{ports::acting(request), request.parameter("level"), read_level_form(request.form)};
}

http::WriteResult StaffHandlers::save_level(const LevelEdit& edit, db::Write& write) const {
    const auto level = find_allowed(write, edit.level, edit.acting.staff, Permission::manage_settings);
    if (!level) return http::not_found();
    const auto change = people::read_level_change(edit.form, *level, people::levels(write));
    if (!change) return change.error();
    people::change_level(write, *level, *change);
    if (auto changes = changes_between(*level, *change); !changes.empty())
        record(write, edit.acting, *level, "site.change_level", std::move(changes));
    return http::see_other(staff_pages::level_path(edit.acting.locale));
}

http::Response StaffHandlers::level_again(const http::Request& request, const base::Problems& problems,
                                          db::Read& read) const {
    const auto level = find_allowed(read, request.parameter("level"), *request.staff, Permission::manage_settings);
    if (!level) return http::not_found();
    return level_page(services_, request, {*level, read_level_form(request.form), problems});
}

}  // namespace site
