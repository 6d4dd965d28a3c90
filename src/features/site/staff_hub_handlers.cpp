#include "features/site/handlers.h"
#include "features/site/pages.h"
#include "features/site/staff_handlers.h"
#include "features/site/staff_handlers_parts.h"
#include "people/store.h"
#include "ports/search_documents.h"

namespace site {

using auth::Permission;

http::Response StaffHandlers::hubs(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    std::vector<staff_pages::ListedHub> listed;
    for (const auto& level : ports::levels_for(read, request, Permission::edit_content)) {
        const auto blocks = static_cast<int>(store::draft(read, level.id).size());
        listed.push_back({level, store::published(read, level.id), blocks});
    }
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Campaign hubs")}),
                          staff_pages::hubs(t, listed));
}

http::Response StaffHandlers::hub_page(const http::Request& request, const base::Problems& problems,
                                       db::Read& read) const {
    const auto level = find_allowed(read, request.parameter("level"), *request.staff, Permission::edit_content);
    if (!level) return http::not_found();
    auto frame =
        services_.frames.staff_frame(request, {.title = level->name(request.locale), .form_state = state_of(problems)});
    return ports::respond(std::move(frame),
                          staff_pages::hub(i18n::Translator{request.locale},
                                           {*level, store::draft(read, level->id), store::versions(read, level->id),
                                            services_.blocks.all(), problems}),
                          problems.empty() ? 200 : 422);
}

http::Response StaffHandlers::hub(const http::Request& request, db::Read& read) const {
    return hub_page(request, {}, read);
}

http::Response StaffHandlers::hub_again(const http::Request& request, const base::Problems& problems,
                                        db::Read& read) const {
    return hub_page(request, problems, read);
}

http::Response StaffHandlers::preview_hub(const http::Request& request, db::Read& read) const {
    const auto level = find_allowed(read, request.parameter("level"), *request.staff, Permission::edit_content);
    if (!level) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto blocks = store::draft(read, level->id);
    const auto page = draw_hub(services_, {people::levels(read), *level, blocks}, request.locale, read);
    auto frame = services_.frames.frame(
        request, {.title = level->name(request.locale), .accent = level->accent, .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame),
                          staff_pages::preview(t, page, staff_pages::hub_path(request.locale, level->slug)));
}

base::Result<HubAct, base::Problems> StaffHandlers::read_hub_act(const http::Request& request) const {
    return HubAct{ports::acting(request), request.parameter("level"), one_language(request.form),
                  number_of(request.parameter("version"))};
}

http::WriteResult StaffHandlers::publish_hub(const HubAct& act, db::Write& write) const {
    const auto level = find_allowed(write, act.level, act.acting.staff, Permission::publish);
    if (!level) return http::forbidden();
    const auto blocks = store::draft(write, level->id);
    if (auto problems = problems_of_publishing(blocks, act.one_language); !problems.empty()) return problems;
    const auto version = store::publish(write, level->id, act.acting.staff.name);
    ports::document_changed(write, {.kind = "pages", .key = "hub/" + level->slug + "/"});
    std::vector<auth::Change> changes{
        {"version", version > 1 ? std::to_string(version - 1) : "", std::to_string(version)}};
    add_decision(changes, missing_languages(blocks));
    record(write, HubDeed{act.acting, *level, "site.publish_hub", std::move(changes)});
    return http::see_other(pages::hub_path(act.acting.locale, *level));
}

http::WriteResult StaffHandlers::restore_hub(const HubAct& act, db::Write& write) const {
    const auto level = find_allowed(write, act.level, act.acting.staff, Permission::edit_content);
    const auto version = level ? store::find_version(write, level->id, act.version) : std::nullopt;
    if (!version) return http::not_found();
    store::replace_draft(write, level->id, version->blocks, act.acting.staff.name);
    record(write, HubDeed{act.acting, *level, "site.restore_hub", {{"draft", "", std::to_string(act.version)}}});
    return back_to_hub(act.acting, act.level);
}

}  // namespace site
