// What staff_handlers.h declares about sets of ridings.
#include <array>
#include <map>

#include "base/text.h"
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

// What two may write at once: the level and the province of a set stay.
struct SetField {
    const char* name;
    std::string SetForm::* member;
};
constexpr std::array kSetFields{SetField{"name_en", &SetForm::name_en}, SetField{"name_fr", &SetForm::name_fr},
                                SetField{"boundary_set", &SetForm::boundary_set}};

ports::NamedTexts named(const SetForm& form) {
    ports::NamedTexts texts;
    for (const SetField& each : kSetFields) texts.push_back({each.name, form.*each.member});
    return texts;
}

SetForm with_texts(SetForm form, const ports::NamedTexts& texts) {
    for (const SetField& each : kSetFields) form.*each.member = ports::text_of(texts, each.name);
    return form;
}

void record_set(db::Write& write, const SetAct& act, std::string action, std::vector<auth::Change> changes = {}) {
    auth::record(write, {.actor = auth::actor_of(act.acting.staff, act.acting.request_id),
                         .action = std::move(action),
                         .subject = {"riding_set", 0, act.slug},
                         .level = {},
                         .changes = std::move(changes)});
}

std::vector<auth::Change> changes_between(const SetForm& before, const SetForm& after) {
    std::vector<auth::Change> changes;
    for (const SetField& each : kSetFields)
        auth::add_change(changes, each.name, {before.*each.member, after.*each.member});
    return changes;
}

// What the form shows: a set that was chosen in the list, or what was typed.
void fill_form(staff_pages::SetList& list, const http::Request& request, db::Read& read) {
    const bool is_typed = !list.problems.empty();
    if (is_typed) list.typed = typed_set(request.form);
    const std::string seen = request.form.text(ports::kSeenField);
    const auto stored = store::find_set(
        read, is_typed ? base::lower_ascii(base::collapse_spaces(list.typed.slug)) : request.query.text("set"));
    if (!stored || (is_typed && seen.empty())) return;
    list.seen = ports::seen(named(form_of(*stored)));
    if (!is_typed) {
        list.typed = form_of(*stored);
        return;
    }
    auto merged = ports::merge({named(form_of(*stored)), named(list.typed), seen});
    list.typed = with_texts(list.typed, merged.texts);
    list.conflicts = std::move(merged.conflicts);
    list.saving = store::last_saving_of_set(read, stored->slug).value_or(ports::Saving{});
}

}  // namespace

http::Response SetHandlers::list(const http::Request& request, db::Read& read) const {
    const auto wanted = request.query.text("set");
    if (!wanted.empty() && !store::find_set(read, wanted)) return http::not_found();
    return list_again(request, {}, read);
}

base::Result<KeepSet, base::Problems> SetHandlers::read_set(const http::Request& request) const {
    KeepSet form{ports::acting(request), typed_set(request.form), request.form.text(ports::kSeenField)};
    const auto set = accept(form.typed);
    if (!set) return set.error();
    form.typed.slug = set->slug;
    return form;
}

http::WriteResult SetHandlers::keep(const KeepSet& form, db::Write& write) const {
    const auto stored = store::find_set(write, form.typed.slug);
    if (stored && form.seen.empty())
        return base::Problems{{"slug", base::message("A set has this short name already. Choose it in the list above "
                                                     "to change it.")}};
    SetForm typed = form.typed;
    if (stored) {
        const auto merged = ports::merge({named(form_of(*stored)), named(typed), form.seen});
        if (!merged.conflicts.empty()) return ports::problems_of(merged);
        typed = with_texts(typed, merged.texts);
    }
    const auto set = accept(typed);
    if (!set) return set.error();
    if (stored && (set->house != stored->house || set->province != stored->province))
        return base::Problems{{"house", base::message("A set keeps its level and its province or territory. Add "
                                                      "another set instead.")}};
    store::keep_set(write, *set, form.acting.staff.name);
    record_set(write, {form.acting, set->slug}, stored ? "representatives.change_set" : "representatives.add_set",
               stored ? changes_between(form_of(*stored), form_of(*set)) : std::vector<auth::Change>{});
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
    staff_pages::SetList list{.sets = {}, .problems = problems};
    fill_form(list, request, read);
    for (const RidingSet& each : tables->places->sets)
        list.sets.push_back({each, ridings[each.slug], outlines[each.slug]});
    return ports::respond(
        services_.frames.staff_frame(
            request, {.title = t("Sets of ridings"),
                      .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems}),
        staff_pages::sets(t, list),
        problems.empty()         ? 200
        : list.conflicts.empty() ? 422
                                 : 409);
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
