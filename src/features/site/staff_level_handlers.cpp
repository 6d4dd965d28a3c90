#include <fmt/format.h>

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

}  // namespace

http::Response StaffHandlers::levels(const http::Request& request, db::Read& read) const {
    return levels_again(request, {}, read);
}

base::Result<NewLevel, base::Problems> StaffHandlers::read_new_level(const http::Request& request) const {
    return NewLevel{acting(request), read_level_form(request.form)};
}

http::WriteResult StaffHandlers::create_level(const NewLevel& form, db::Write& write) const {
    const auto tree = people::levels(write);
    const auto plan = people::read_level(form.form, tree);
    if (!plan) return plan.error();
    if (!plan->parent ||
        !auth::may(form.acting.staff, Permission::manage_settings, level_and_ancestors(tree, *plan->parent)))
        return http::forbidden();
    const auto id = people::insert_level(write, *plan);
    if (!id) return base::Problems{{"slug", base::message("Another level has this address already.")}};
    auth::record(write, {.actor = auth::actor_of(form.acting.staff, form.acting.request_id),
                         .action = "site.create_level",
                         .subject = {"level", id->value, plan->slug},
                         .level = *id,
                         .changes = {{"name_en", "", plan->name_en}, {"name_fr", "", plan->name_fr}}});
    return http::see_other(fmt::format("/{}/staff/levels", base::code(form.acting.locale)));
}

http::Response StaffHandlers::levels_again(const http::Request& request, const base::Problems& problems,
                                           db::Read& read) const {
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Levels")}),
                          staff_pages::levels(t, {people::levels(read), read_level_form(request.form), problems}),
                          problems.empty() ? 200 : 422);
}

}  // namespace site
