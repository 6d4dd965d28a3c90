#include "features/petitions/staff_handlers.h"

#include <algorithm>

#include "base/text.h"
#include "features/petitions/staff_handlers_parts.h"
#include "people/store.h"
#include "ports/search_documents.h"

namespace petitions {
namespace {

using auth::Permission;

PetitionForm petition_form(const http::Form& form) {
    return {base::collapse_spaces(form.text("slug")), form.text("kind"), base::collapse_spaces(form.text("goal")),
            base::collapse_spaces(form.text("closes_on")), form.text("level")};
}

bool has_draft(const std::vector<Text>& newest) {
    return std::ranges::any_of(newest, [](const Text& text) { return !text.frozen_at; });
}

http::Response to_overview(const StaffAct& act) {
    return http::see_other(staff_pages::staff_path(act.acting.locale, act.slug));
}

}  // namespace

StaffAct staff_act(const http::Request& request) {
    const auto decision = request.form.is_ticked("one_language") ? OneLanguage::decided : OneLanguage::not_decided;
    return {ports::acting(request), request.parameter("slug"), decision, request.form.text(ports::kSeenField)};
}

http::Response StaffHandlers::list(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto levels = people::levels(read);
    std::vector<staff_pages::ListedPetition> listed;
    for (const Petition& petition : store::all(read)) {
        if (!auth::may(*request.staff, Permission::edit_content, levels.ids_with_ancestors(petition.level))) continue;
        const auto texts = store::newest_texts(read, petition.id);
        listed.push_back(
            {petition, title_of(petition, texts, request.locale), texts, services_.counts.count(petition.id)});
    }
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Petitions")}),
                          staff_pages::list(t, listed, request.received_at));
}

http::Response StaffHandlers::show_new(const http::Request& request, db::Read& read) const {
    return new_page(request, {{}, {}, ports::levels_for(read, request, Permission::edit_content)});
}

base::Result<NewPetition, base::Problems> StaffHandlers::read_new(const http::Request& request) const {
    auto plan = read_plan(petition_form(request.form));
    if (!plan) return plan.error();
    return NewPetition{ports::acting(request), *std::move(plan)};
}

http::WriteResult StaffHandlers::create(const NewPetition& form, db::Write& write) const {
    const auto level = people::find_level(write, form.plan.level);
    if (!level) return base::Problems{{"level", base::message("Please choose the level.")}};
    if (!ports::may(write, form.acting.staff, Permission::edit_content, level->id)) return http::forbidden();
    if (!store::insert(write, form.plan, level->id, form.acting.staff.name))
        return base::Problems{{"slug", base::message("There is a petition under this address already.")}};
    record(write, form.acting, *store::find(write, form.plan.slug), "petitions.create");
    return http::see_other(staff_pages::staff_path(form.acting.locale, form.plan.slug) + "/text");
}

http::Response StaffHandlers::show_new_again(const http::Request& request, const base::Problems& problems,
                                             db::Read& read) const {
    return new_page(
        request, {petition_form(request.form), problems, ports::levels_for(read, request, Permission::edit_content)});
}

http::Response StaffHandlers::new_page(const http::Request& request, const staff_pages::NewForm& form) const {
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("New petition")}),
                          staff_pages::new_petition(t, form), form.problems.empty() ? 200 : 422);
}

http::Response StaffHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

base::Result<StaffAct, base::Problems> StaffHandlers::read_act(const http::Request& request) const {
    return staff_act(request);
}

http::WriteResult StaffHandlers::publish(const StaffAct& act, db::Write& write) const {
    const auto petition = find_allowed(write, act.acting.staff, {act.slug, Permission::publish});
    if (!petition) return http::not_found();
    const auto newest = store::newest_texts(write, petition->id);
    auto problems = problems_of_publishing(newest, act.one_language);
    if (!problems.empty()) return problems;
    if (petition->published_at && !has_draft(newest)) return to_overview(act);
    if (!act.seen.empty() && act.seen != staff_pages::seen_words(newest))
        return base::Problems{{"", base::message("Somebody changed the words while you looked at them. Look at them "
                                                 "again, then publish.")}};
    store::publish(write, petition->id, act.acting.staff.name);
    ports::document_changed(write, {.kind = "petitions", .key = petition->slug + "/"});
    std::vector<auth::Change> changes{{"state", petition->published_at ? "published" : "draft", "published"}};
    if (newest.size() < base::kLocales.size())
        changes.push_back({"one_language", "", "decided: published without the other language"});
    record(write, act.acting, *petition, "petitions.publish", std::move(changes));
    return to_overview(act);
}

http::WriteResult StaffHandlers::close(const StaffAct& act, db::Write& write) const {
    const auto petition = find_allowed(write, act.acting.staff, {act.slug, Permission::publish});
    if (!petition) return http::not_found();
    if (petition->stage(write.now()) != Stage::open) return to_overview(act);
    store::close(write, petition->id, act.acting.staff.name);
    record(write, act.acting, *petition, "petitions.close", {{"state", "open", "closed"}});
    return to_overview(act);
}

http::WriteResult StaffHandlers::reopen(const StaffAct& act, db::Write& write) const {
    const auto petition = find_allowed(write, act.acting.staff, {act.slug, Permission::publish});
    if (!petition) return http::not_found();
    if (petition->stage(write.now()) != Stage::closed) return to_overview(act);
    store::reopen(write, petition->id);
    record(write, act.acting, *petition, "petitions.reopen", {{"state", "closed", "open"}});
    return to_overview(act);
}

http::Response StaffHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const auto petition = find_allowed(read, *request.staff, {request.parameter("slug"), Permission::edit_content});
    if (!petition) return http::not_found();
    const auto texts = store::newest_texts(read, petition->id);
    const auto title = title_of(*petition, texts, request.locale);
    auto rooms = services_.sections.rooms();
    std::erase_if(rooms, [&](const ports::PetitionRoom& room) {
        return !ports::may(read, *request.staff, room.permission, petition->level);
    });
    return ports::respond(services_.frames.staff_frame(request, {.title = title}),
                          staff_pages::overview(i18n::Translator{request.locale},
                                                {*petition, title, texts, services_.counts.count(petition->id),
                                                 problems, request.received_at, rooms}),
                          problems.empty() ? 200 : 422);
}

}  // namespace petitions
