// What staff_handlers.h declares about sets of ridings.
#include <map>

#include "features/representatives/place_store.h"
#include "features/representatives/staff_handlers.h"
#include "features/representatives/staff_pages.h"
#include "features/representatives/tables_service.h"
#include "platform/auth/audit.h"

namespace representatives {
namespace {

SetForm typed_set(const http::Form& form) {
    return {form.text("slug"),    form.text("house"),   form.text("province"),
            form.text("name_en"), form.text("name_fr"), form.text("boundary_set")};
}

void record_set(db::Write& write, const SetAct& act, std::string action) {
    auth::record(write, {.actor = auth::actor_of(act.acting.staff, act.acting.request_id),
                         .action = std::move(action),
                         .subject = {"riding_set", 0, act.slug}});
}

}  // namespace

http::Response SetHandlers::list(const http::Request& request, db::Read& read) const {
    return list_again(request, {}, read);
}

base::Result<KeepSet, base::Problems> SetHandlers::read_set(const http::Request& request) const {
    auto set = accept(typed_set(request.form));
    if (!set) return set.error();
    return KeepSet{ports::acting(request), *std::move(set)};
}

http::WriteResult SetHandlers::keep(const KeepSet& form, db::Write& write) const {
    const auto kept = store::keep_set(write, form.set, form.acting.staff.name);
    record_set(write, {form.acting, form.set.slug},
               kept == store::Kept::added ? "representatives.add_set" : "representatives.change_set");
    return http::see_other(staff_pages::sets_path(form.acting.locale));
}

http::Response SetHandlers::list_again(const http::Request& request, const base::Problems& problems,
                                       db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto tables = services_.tables.current(read);
    std::map<std::string, std::size_t> ridings, outlines;
    for (const auto& [id, stored] : tables->places->ridings)
        if (!stored.gone_at) ++ridings[stored.riding.set];
    store::each_boundary(read, [&](const store::StoredBoundary& boundary) {
        if (const auto* const riding = tables->places->find(boundary.riding)) ++outlines[riding->riding.set];
    });
    staff_pages::SetList list{.sets = {}, .typed = typed_set(request.form), .problems = problems};
    for (const RidingSet& each : tables->places->sets)
        list.sets.push_back({each, ridings[each.slug], outlines[each.slug]});
    return ports::respond(
        services_.frames.staff_frame(
            request, {.title = t("Sets of ridings"),
                      .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems}),
        staff_pages::sets(t, list), problems.empty() ? 200 : 422);
}

base::Result<SetAct, base::Problems> SetHandlers::read_act(const http::Request& request) const {
    return SetAct{ports::acting(request), request.parameter("set")};
}

http::WriteResult SetHandlers::retire(const SetAct& act, db::Write& write) const {
    if (!store::find_set(write, act.slug)) return http::not_found();
    store::set_in_force(write, act.slug, store::InForce::no);
    record_set(write, act, "representatives.retire_set");
    return http::see_other(staff_pages::sets_path(act.acting.locale));
}

http::WriteResult SetHandlers::bring_back(const SetAct& act, db::Write& write) const {
    if (!store::find_set(write, act.slug)) return http::not_found();
    store::set_in_force(write, act.slug, store::InForce::yes);
    record_set(write, act, "representatives.return_set");
    return http::see_other(staff_pages::sets_path(act.acting.locale));
}

}  // namespace representatives
