#include "features/representatives/staff_handlers.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/representatives/office_store.h"
#include "features/representatives/pages.h"
#include "features/representatives/port_service.h"
#include "features/representatives/staff_pages.h"
#include "platform/auth/audit.h"
#include "platform/i18n/local_time.h"
#include "ports/search_documents.h"

namespace representatives {
namespace {

using i18n::Translator;

// A member of HolderForm and its field.
struct OfficeField {
    const char* name;
    std::string HolderForm::* member;
};
constexpr std::array kOfficeFields{OfficeField{"office", &HolderForm::office},
                                   OfficeField{"province", &HolderForm::province},
                                   OfficeField{"riding", &HolderForm::riding},
                                   OfficeField{"place", &HolderForm::place},
                                   OfficeField{"vacant", &HolderForm::vacant},
                                   OfficeField{"name", &HolderForm::name},
                                   OfficeField{"party", &HolderForm::party},
                                   OfficeField{"email", &HolderForm::email},
                                   OfficeField{"website", &HolderForm::website},
                                   OfficeField{"telephone", &HolderForm::telephone},
                                   OfficeField{"fax", &HolderForm::fax},
                                   OfficeField{"postal", &HolderForm::postal},
                                   OfficeField{"constituency_telephone", &HolderForm::constituency_telephone},
                                   OfficeField{"constituency_fax", &HolderForm::constituency_fax},
                                   OfficeField{"constituency_postal", &HolderForm::constituency_postal},
                                   OfficeField{"source", &HolderForm::source},
                                   OfficeField{"as_of", &HolderForm::as_of}};

HolderForm typed_holder(const http::Form& form) {
    HolderForm typed;
    for (const OfficeField& each : kOfficeFields) typed.*each.member = form.text(each.name);
    return typed;
}

SetForm typed_set(const http::Form& form) {
    return {form.text("slug"),    form.text("house"),   form.text("province"),
            form.text("name_en"), form.text("name_fr"), form.text("boundary_set")};
}

std::string day_of(base::Instant now) {
    return i18n::text_of(i18n::local_time(now, i18n::TimeZone::toronto())).substr(0, 10);
}

std::optional<RepresentativeId> holder_in(const http::Request& request) {
    return base::id_from<RepresentativeId>(request.parameter("representative"));
}

struct OfficeAct {
    std::string action;
    auth::Subject subject;
    std::vector<auth::Change> changes{};
};
void record_act(db::Write& write, const ports::Acting& acting, OfficeAct act) {
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = std::move(act.action),
                         .subject = std::move(act.subject),
                         .changes = std::move(act.changes)});
}

void record_office(db::Write& write, const ports::Acting& acting, const StoredHolder& stored, std::string action) {
    record_act(write, acting, {std::move(action), {"representative", stored.id.value, stored.holder.name}});
    ports::document_changed(write, {.kind = "representatives", .key = std::to_string(stored.id.value) + "/"});
}

bool matches_words(const ports::Representative& each, const std::string& key) {
    return name_key(each.name).contains(key) || name_key(each.place).contains(key) ||
           name_key(each.party).contains(key);
}

std::vector<staff_pages::RidingChoice> riding_choices(const PlaceTable& places, base::Locale locale) {
    std::vector<staff_pages::RidingChoice> choices;
    for (const RidingId id : places.in_force) {
        const Riding& riding = places.ridings.at(id).riding;
        const auto set = std::ranges::find(places.sets, riding.set, &RidingSet::slug);
        const bool has_one_name = riding.name_en == riding.name_fr;
        const auto own = riding.province == Province::qc ? base::Locale::french : base::Locale::english;
        choices.push_back({id, riding.name(locale), set->name(locale), has_one_name ? own : locale});
    }
    // Neighbours of one set stand under its name.
    std::ranges::sort(choices, {}, [](const staff_pages::RidingChoice& each) {
        return std::tuple{each.group, name_key(each.label), each.id};
    });
    return choices;
}

}  // namespace

http::Response OfficeHandlers::list(const http::Request& request, db::Read& read) const {
    const Translator t{request.locale};
    const auto tables = services_.tables.current(read);
    staff_pages::OfficeList list{.representatives = {}, .words = base::collapse_spaces(request.query.text("words"))};
    auto all = where(*tables, {.locale = request.locale, .limit = 100'000});
    const std::string key = name_key(list.words);
    std::erase_if(all, [&](const ports::Representative& each) { return !matches_words(each, key); });
    list.total = all.size();
    list.position = ports::position_in(all.size(), request.query);
    list.representatives = ports::rows_at(list.position, all);
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Representatives")}),
                          staff_pages::offices(t, list));
}

http::Response OfficeHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

base::Result<KeepHolder, base::Problems> OfficeHandlers::read_holder(const http::Request& request) const {
    auto holder = accept(typed_holder(request.form), day_of(request.received_at));
    if (!holder) return holder.error();
    return KeepHolder{ports::acting(request), holder_in(request), *std::move(holder)};
}

http::WriteResult OfficeHandlers::keep(const KeepHolder& form, db::Write& write) const {
    Holder holder = form.holder;
    if (holder.riding) {
        const auto riding = store::find_riding(write, *holder.riding);
        if (!riding) return base::Problems{{"riding", base::message("Please choose the riding.")}};
        holder.province = riding->riding.province;
        holder.set = riding->riding.set;
        holder.place_en = holder.place_fr = {};
    }
    if (!form.id) {
        const auto id = store::add_holder(write, holder, form.acting.staff.name);
        record_office(write, form.acting, {id, holder}, "representatives.add");
        return http::see_other(staff_pages::office_path(form.acting.locale, id));
    }
    if (!store::find_holder(write, *form.id)) return http::not_found();
    store::change_holder(write, {*form.id, holder}, form.acting.staff.name);
    record_office(write, form.acting, {*form.id, holder}, "representatives.change");
    return http::see_other(staff_pages::office_path(form.acting.locale, *form.id));
}

http::Response OfficeHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                          db::Read& read) const {
    const Translator t{request.locale};
    const auto id = holder_in(request);
    const auto stored = id ? store::find_holder(read, *id) : std::nullopt;
    const bool is_new = request.parameter("representative").empty();
    if (!is_new && !stored) return http::not_found();
    const auto tables = services_.tables.current(read);
    staff_pages::OfficeForm form{.id = id, .typed = {}, .problems = problems};
    form.ridings = riding_choices(*tables->places, request.locale);
    if (stored) {
        form.typed = form_of(*stored);
        form.left_at = stored->left_at;
    }
    if (!problems.empty()) form.typed = typed_holder(request.form);
    if (form.typed.as_of.empty() && problems.empty()) form.typed.as_of = day_of(request.received_at);
    const std::string title = stored && !stored->holder.name.empty() ? stored->holder.name
                              : stored                               ? t("Vacant seat")
                                                                     : t("Add an office");
    return ports::respond(
        services_.frames.staff_frame(
            request,
            {.title = title, .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems}),
        staff_pages::office(t, form), problems.empty() ? 200 : 422);
}

base::Result<HolderAct, base::Problems> OfficeHandlers::read_act(const http::Request& request) const {
    return HolderAct{ports::acting(request), holder_in(request).value_or(RepresentativeId{0})};
}

http::WriteResult OfficeHandlers::leave(const HolderAct& act, db::Write& write) const {
    const auto stored = store::find_holder(write, act.id);
    if (!stored) return http::not_found();
    store::holder_leaves(write, stored->id);
    record_office(write, act.acting, *stored, "representatives.leave");
    return http::see_other(staff_pages::offices_path(act.acting.locale));
}

http::WriteResult OfficeHandlers::vacate(const HolderAct& act, db::Write& write) const {
    const auto stored = store::find_holder(write, act.id);
    if (!stored) return http::not_found();
    if (stored->left_at || stored->holder.seat == Seat::vacant)
        return http::see_other(staff_pages::office_path(act.acting.locale, stored->id));
    store::holder_leaves(write, stored->id);
    Holder vacant = stored->holder;
    vacant.seat = Seat::vacant;
    vacant.name = vacant.party = vacant.email = vacant.website = {};
    vacant.source = act.acting.staff.name;
    vacant.as_of = day_of(write.now());
    const auto id = store::add_holder(write, vacant, act.acting.staff.name);
    record_office(write, act.acting, *stored, "representatives.vacate");
    ports::document_changed(write, {.kind = "representatives", .key = std::to_string(id.value) + "/"});
    return http::see_other(staff_pages::office_path(act.acting.locale, id));
}

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
    record_act(write, form.acting,
               {kept == store::Kept::added ? "representatives.add_set" : "representatives.change_set",
                {"riding_set", 0, form.set.slug}});
    return http::see_other(staff_pages::sets_path(form.acting.locale));
}

http::Response SetHandlers::list_again(const http::Request& request, const base::Problems& problems,
                                       db::Read& read) const {
    const Translator t{request.locale};
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
    record_act(write, act.acting, {"representatives.retire_set", {"riding_set", 0, act.slug}});
    return http::see_other(staff_pages::sets_path(act.acting.locale));
}

http::WriteResult SetHandlers::bring_back(const SetAct& act, db::Write& write) const {
    if (!store::find_set(write, act.slug)) return http::not_found();
    store::set_in_force(write, act.slug, store::InForce::yes);
    record_act(write, act.acting, {"representatives.return_set", {"riding_set", 0, act.slug}});
    return http::see_other(staff_pages::sets_path(act.acting.locale));
}

}  // namespace representatives
