#include "features/representatives/staff_handlers.h"

#include <algorithm>
#include <array>
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

ports::NamedTexts named(const HolderForm& form) {
    ports::NamedTexts texts;
    for (const OfficeField& each : kOfficeFields) texts.push_back({each.name, form.*each.member});
    return texts;
}

HolderForm holder_form(const ports::NamedTexts& texts) {
    HolderForm form;
    for (const OfficeField& each : kOfficeFields) form.*each.member = ports::text_of(texts, each.name);
    return form;
}

std::string day_of(base::Instant now) {
    return i18n::text_of(i18n::local_time(now, i18n::TimeZone::toronto())).substr(0, 10);
}

std::optional<RepresentativeId> holder_in(const http::Request& request) {
    return base::id_from<RepresentativeId>(request.parameter("representative"));
}

void record_office(db::Write& write, const ports::Acting& acting, const StoredHolder& stored, std::string action) {
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = std::move(action),
                         .subject = {"representative", stored.id.value, stored.holder.name}});
    ports::document_changed(write, {.kind = "representatives", .key = std::to_string(stored.id.value) + "/"});
}

// Whose facts stay as they are also keeps the seat; a vacant one is filled, and whoever holds it leaves it first.
base::Problems take_seat(db::Write& write, const StoredHolder* before, const Holder& holder) {
    const bool is_in_it = before != nullptr && !before->left_at && before->holder.riding == holder.riding &&
                          before->holder.office == holder.office;
    if (is_in_it || !has_one_seat(holder.office) || !holder.riding) return {};
    for (const StoredHolder& each : store::holders(write)) {
        if (each.holder.office != holder.office || each.holder.riding != holder.riding) continue;
        if (before != nullptr && each.id == before->id) continue;
        if (each.holder.seat == Seat::held)
            return {{"riding", base::message("Somebody else holds this seat. On their page, say first that they are "
                                             "no longer in office.")}};
        store::holder_leaves(write, each.id);
    }
    return {};
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
    KeepHolder form{ports::acting(request), holder_in(request), typed_holder(request.form),
                    request.form.text(ports::kSeenField), day_of(request.received_at)};
    if (auto holder = accept(form.typed, form.today); !holder) return holder.error();
    return form;
}

http::WriteResult OfficeHandlers::keep(const KeepHolder& form, db::Write& write) const {
    const auto stored = form.id ? store::find_holder(write, *form.id) : std::nullopt;
    if (form.id && !stored) return http::not_found();
    HolderForm typed = form.typed;
    if (stored) {
        const auto merged = ports::merge({named(form_of(*stored)), named(typed), form.seen});
        if (!merged.conflicts.empty()) return ports::problems_of(merged);
        typed = holder_form(merged.texts);
    }
    auto accepted = accept(typed, form.today);
    if (!accepted) return accepted.error();
    Holder holder = *std::move(accepted);
    if (holder.riding) {
        const auto riding = store::find_riding(write, *holder.riding);
        if (!riding) return base::Problems{{"riding", base::message("Please choose the riding.")}};
        holder.province = riding->riding.province;
        holder.set = riding->riding.set;
        holder.place_en = holder.place_fr = {};
    }
    if (auto problems = take_seat(write, stored ? &*stored : nullptr, holder); !problems.empty()) return problems;
    if (!form.id) {
        const auto id = store::add_holder(write, holder, form.acting.staff.name);
        record_office(write, form.acting, {id, holder}, "representatives.add");
        return http::see_other(staff_pages::office_path(form.acting.locale, id));
    }
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
        form.seen = ports::seen(named(form.typed));
        form.left_at = stored->left_at;
    }
    if (!problems.empty()) form.typed = typed_holder(request.form);
    if (!problems.empty() && stored) {
        auto merged = ports::merge({named(form_of(*stored)), named(form.typed), request.form.text(ports::kSeenField)});
        form.typed = holder_form(merged.texts);
        form.conflicts = std::move(merged.conflicts);
        form.saving = store::last_saving(read, stored->id).value_or(ports::Saving{});
    }
    if (form.typed.as_of.empty() && problems.empty()) form.typed.as_of = day_of(request.received_at);
    const std::string title = stored && !stored->holder.name.empty() ? stored->holder.name
                              : stored                               ? t("Vacant seat")
                                                                     : t("Add an office");
    return ports::respond(
        services_.frames.staff_frame(
            request,
            {.title = title, .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems}),
        staff_pages::office(t, form),
        problems.empty()         ? 200
        : form.conflicts.empty() ? 422
                                 : 409);
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

}  // namespace representatives
