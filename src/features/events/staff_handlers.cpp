#include "features/events/staff_handlers.h"

#include <algorithm>
#include <set>

#include "base/csv_cell.h"
#include "base/text.h"
#include "base/whole_number.h"
#include "features/events/guest_service.h"
#include "features/events/speaker_service.h"
#include "features/events/staff_pages.h"
#include "features/events/store.h"
#include "features/events/words.h"
#include "people/store.h"
#include "platform/auth/audit.h"
#include "ports/search_documents.h"

namespace events {
namespace {

using auth::Permission;

constexpr std::int64_t kMostEvents = 1'000'000;  // of the list, page by page

EventForm typed_form(const http::Fields& fields) {
    return {.level = fields.text("level"),
            .title_en = fields.text("title_en"),
            .title_fr = fields.text("title_fr"),
            .text_en = fields.text("text_en"),
            .text_fr = fields.text("text_fr"),
            .format = fields.text("format"),
            .place = fields.text("place"),
            .town = fields.text("town"),
            .province = fields.text("province"),
            .language = fields.text("language"),
            .zone = fields.text("zone"),
            .starts_at = fields.text("starts_at"),
            .minutes = fields.text("minutes"),
            .speaker = fields.text("speaker"),
            .accessibility = fields.text("accessibility"),
            .capacity = fields.text("capacity"),
            .champion = fields.text("champion")};
}

// Who may be chosen to give an event, by name.
std::vector<ports::ChampionFacts> choosable(const Services& services, const i18n::Translator& t, db::Read& read) {
    std::vector<ports::ChampionFacts> champions;
    if (!services.champions.matching) return champions;
    for (auto& match : services.champions.matching(read, {})) champions.push_back(std::move(match.champion));
    std::ranges::sort(champions, [&](const auto& left, const auto& right) {
        const auto order = t.compare(left.name, right.name);
        return order != 0 ? order < 0 : left.id < right.id;
    });
    return champions;
}

base::Problems problem_of(Given given) {
    if (given == Given::busy)
        return {{"champion", base::message("They have something else at this time. Please choose somebody else, or "
                                           "another time.")}};
    return {{"champion", base::message("They do not hold presentations any more. Please choose somebody else.")}};
}

void record(db::Write& write, const ports::Acting& acting, const Event& event, std::string_view action) {
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = std::string{action},
                         .subject = {"event", event.id.value, event.plan.title_en},
                         .level = event.level});
}

void documents_changed(db::Write& write, EventId id) {
    ports::document_changed(write, {.kind = "events", .key = std::to_string(id.value) + "/"});
}

std::string csv_line(const Guest& guest) {
    constexpr std::array<std::string_view, 4> kStates{"unconfirmed", "coming", "waiting", "withdrawn"};
    return base::csv_cell(guest.name) + "," + base::csv_cell(guest.email) + "," + std::to_string(guest.seats) + "," +
           std::string{kStates[static_cast<std::size_t>(guest.state)]} + "," + std::string{base::code(guest.locale)} +
           "\r\n";
}

}  // namespace

http::Response StaffHandlers::list(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    std::set<base::LevelId> levels;
    for (const auto& level : ports::levels_for(read, request, Permission::edit_content)) levels.insert(level.id);
    auto allowed = store::all(read, kMostEvents);
    std::erase_if(allowed, [&](const Event& each) { return !levels.contains(each.level); });
    const auto position = ports::position_in(allowed.size(), request.query);
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Events")}),
                          staff_pages::list(t, {ports::rows_at(position, allowed), position}));
}

http::Response StaffHandlers::show_new(const http::Request& request, db::Read& read) const {
    return new_again(request, {}, read);
}

http::Response StaffHandlers::new_again(const http::Request& request, const base::Problems& problems,
                                        db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto typed = typed_form(problems.empty() ? static_cast<const http::Fields&>(request.query)
                                                   : static_cast<const http::Fields&>(request.form));
    return ports::respond(services_.frames.staff_frame(request, {.title = t("New event")}),
                          staff_pages::edit(t, {.event = nullptr,
                                                .levels = ports::levels_for(read, request, Permission::edit_content),
                                                .champions = choosable(services_, t, read),
                                                .typed = typed,
                                                .guests = {},
                                                .problems = problems}),
                          problems.empty() ? 200 : 422);
}

std::optional<Event> StaffHandlers::find_allowed(db::Read& read, const http::Request& request) const {
    const auto id = base::id_from<EventId>(request.parameter("event"));
    auto event = id ? store::find(read, *id) : std::nullopt;
    if (!event || !ports::may(read, *request.staff, Permission::edit_content, event->level)) return std::nullopt;
    return event;
}

http::Response StaffHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response StaffHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const auto event = find_allowed(read, request);
    if (!event) return http::not_found();
    const i18n::Translator t{request.locale};
    auto typed = request.form.has("title_en") ? typed_form(request.form) : form_of(event->plan);
    if (!request.form.has("title_en") && event->champion) typed.champion = std::to_string(event->champion->value);
    const auto guests = store::guests(read, event->id);
    const auto guest_position = ports::position_in(guests.size(), request.query);
    return ports::respond(services_.frames.staff_frame(request, {.title = event->plan.title(request.locale)}),
                          staff_pages::edit(t, {.event = &*event,
                                                .levels = {},
                                                .champions = choosable(services_, t, read),
                                                .typed = typed,
                                                .guests = ports::rows_at(guest_position, guests),
                                                .guest_position = guest_position,
                                                .problems = problems}),
                          problems.empty() ? 200 : 422);
}

base::Result<StaffSave, base::Problems> StaffHandlers::read_event(const http::Request& request) const {
    const auto form = typed_form(request.form);
    StaffSave save{.acting = ports::acting(request), .event = std::nullopt, .plan = {}};
    save.event = base::id_from<EventId>(request.parameter("event"));
    base::Problems problems;
    const auto level = base::id_from<base::LevelId>(form.level);
    if (level) save.level = *level;
    if (!level && !save.event) problems.push_back({"level", base::message("Please choose the level.")});
    save.champion = base::id_from<ports::ChampionId>(form.champion);
    if (!save.champion && !form.champion.empty())
        problems.push_back({"champion", base::message("Please choose a champion of the list.")});
    auto plan = accept(Typed{form, request.received_at});
    if (!plan) problems.insert(problems.end(), plan.error().begin(), plan.error().end());
    if (!problems.empty()) return problems;
    save.plan = *std::move(plan);
    return save;
}

http::WriteResult StaffHandlers::create(const StaffSave& form, db::Write& write) const {
    if (!ports::may(write, form.acting.staff, Permission::edit_content, form.level)) return http::forbidden();
    const auto id = store::insert(write, form.level, form.plan);
    const auto given = give(services_, {id, form.champion}, write);
    if (given != Given::yes) return problem_of(given);
    record(write, form.acting, *store::find(write, id), "events.create");
    return http::see_other(staff_path(form.acting.locale, id));
}

http::WriteResult StaffHandlers::save(const StaffSave& form, db::Write& write) const {
    if (!form.event) return create(form, write);
    const auto before = store::find(write, *form.event);
    if (!before || !ports::may(write, form.acting.staff, Permission::edit_content, before->level))
        return http::not_found();
    if (before->state == State::cancelled)
        return base::Problems{{"", base::message("It is cancelled, and stays as it is.")}};
    if (form.plan.capacity > 0 && form.plan.capacity < before->taken)
        return base::Problems{{"capacity", base::message("More seats than that are taken already.")}};
    store::save(write, before->id, form.plan);
    const auto given = give(services_, {before->id, form.champion, before->plan}, write);
    if (given != Given::yes) return problem_of(given);
    if (before->state == State::published) {
        const bool is_elsewhere = before->plan.starts_at != form.plan.starts_at ||
                                  before->plan.place != form.plan.place || before->plan.town != form.plan.town;
        if (is_elsewhere) tell_guests(before->id, write);
        if (before->plan.starts_at != form.plan.starts_at) store::remind_again(write, before->id);
        fill_seats(services_, before->id, write);
        documents_changed(write, before->id);
    }
    record(write, form.acting, *before, "events.change");
    return http::see_other(staff_path(form.acting.locale, before->id));
}

base::Result<StaffAct, base::Problems> StaffHandlers::read_act(const http::Request& request) const {
    return StaffAct{ports::acting(request), EventId{base::whole_number(request.parameter("event")).value_or(0)}};
}

base::Result<StaffAct, base::Problems> StaffHandlers::read_cancellation(const http::Request& request) const {
    auto act = read_act(request);
    if (!act) return act;
    act->reason_en = base::collapse_spaces(request.form.text("reason_en"));
    act->reason_fr = base::collapse_spaces(request.form.text("reason_fr"));
    base::Problems problems;
    if (act->reason_en.empty() || base::count_characters(act->reason_en) > 500)
        problems.push_back({"reason_en", base::message("Please write the reason in both languages.")});
    if (act->reason_fr.empty() || base::count_characters(act->reason_fr) > 500)
        problems.push_back({"reason_fr", base::message("Please write the reason in both languages.")});
    if (!problems.empty()) return problems;
    return act;
}

http::WriteResult StaffHandlers::publish(const StaffAct& act, db::Write& write) const {
    const auto event = store::find(write, act.event);
    if (!event || !ports::may(write, act.acting.staff, Permission::publish, event->level)) return http::not_found();
    if (event->plan.starts_at <= write.now())
        return base::Problems{
            {"starts_at", base::message("This date is over. Please choose one that is still to come.")}};
    if (store::publish(write, act.event) == store::Changed::yes) {
        documents_changed(write, act.event);
        record(write, act.acting, *event, "events.publish");
    }
    return http::see_other(staff_path(act.acting.locale, act.event));
}

// Nobody but staff and its champion knows of it yet.
http::WriteResult StaffHandlers::remove(const StaffAct& act, db::Write& write) const {
    const auto event = store::find(write, act.event);
    if (!event || !ports::may(write, act.acting.staff, Permission::edit_content, event->level))
        return http::not_found();
    if (store::remove(write, act.event) == store::Changed::no)
        return base::Problems{{"", base::message("It is published. You can cancel it, and everybody is told.")}};
    free_speaker(services_, *event, write);
    record(write, act.acting, *event, "events.delete");
    return http::see_other(staff_list_path(act.acting.locale));
}

http::WriteResult StaffHandlers::cancel(const StaffAct& act, db::Write& write) const {
    const auto event = store::find(write, act.event);
    if (!event || !ports::may(write, act.acting.staff, Permission::publish, event->level)) return http::not_found();
    if (store::cancel(write, act.event, {act.reason_en, act.reason_fr}) == store::Changed::yes) {
        tell_guests(act.event, write);
        free_speaker(services_, *event, write);
        documents_changed(write, act.event);
        record(write, act.acting, *event, "events.cancel");
    }
    return http::see_other(staff_path(act.acting.locale, act.event));
}

http::Response StaffHandlers::guests(const http::Request& request, db::Read& read) const {
    const auto event = find_allowed(read, request);
    if (!event || !ports::may(read, *request.staff, Permission::export_people, event->level)) return http::not_found();
    std::string bytes = "\xEF\xBB\xBFname,email,seats,state,language\r\n";
    for (const Guest& each : store::guests(read, event->id))
        if (!each.email.empty()) bytes += csv_line(each);
    return http::download({"guests.csv", "text/csv; charset=utf-8", std::move(bytes)});
}

}  // namespace events
