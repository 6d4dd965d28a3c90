#include "features/osdi/joining_handlers.h"

#include "features/osdi/joining_pages.h"
#include "people/store.h"
#include "platform/auth/audit.h"

namespace osdi {
namespace {

JoiningForm form_of(const http::Form& form) {
    return {form.text("level"), form.text("joining"), form.text("words_en"), form.text("words_fr")};
}

}  // namespace

http::Response JoiningHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response JoiningHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                           db::Read& read) const {
    const i18n::Translator t{request.locale};
    std::optional<html::Flash> flash;
    if (request.query.view("done") == "saved") flash = html::Flash{html::Tone::success, t("Saved.")};
    auto frame = services_.frames.staff_frame(
        request, {.title = t("Consents of partners"),
                  .path = pages::joining_path(request.locale),
                  .flash = flash,
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    JoiningForm typed = form_of(request.form);
    if (problems.empty()) typed.joining = "by_mail";
    return ports::respond(
        std::move(frame),
        pages::joining(t, {.rules = store::joining_rules(read),
                           .tree = people::levels(read),
                           .mine = ports::levels_for(read, request, auth::Permission::manage_settings),
                           .typed = typed,
                           .problems = problems}),
        problems.empty() ? 200 : 422);
}

base::Result<SetJoining, base::Problems> JoiningHandlers::read_form(const http::Request& request) const {
    auto rule = read_joining(form_of(request.form));
    if (!rule) return rule.error();
    return SetJoining{ports::acting(request), *std::move(rule)};
}

http::WriteResult JoiningHandlers::save(const SetJoining& form, db::Write& write) const {
    const auto level = people::find_level(write, form.rule.level);
    if (!level) return base::Problems{{"level", base::message("Please choose a level.")}};
    if (!ports::may(write, form.acting.staff, auth::Permission::manage_settings, level->id)) return http::forbidden();
    auto rule = form.rule;
    rule.changed_by = form.acting.staff.name;
    store::set_joining_rule(write, rule);
    auth::record(write, {.actor = auth::actor_of(form.acting.staff, form.acting.request_id),
                         .action = "osdi.set_joining",
                         .subject = {"level", level->id.value, level->slug},
                         .level = level->id,
                         .changes = {{"words_en", "", rule.words_en}, {"words_fr", "", rule.words_fr}}});
    return http::see_other(pages::joining_path(form.acting.locale) + "?done=saved");
}

}  // namespace osdi
