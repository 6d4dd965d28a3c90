#include "features/champions/staff_handlers.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/champions/access_store.h"
#include "features/champions/history_store.h"
#include "features/champions/hours.h"
#include "features/champions/hours_store.h"
#include "features/champions/store.h"
#include "features/champions/subject_store.h"
#include "people/merging.h"
#include "people/store.h"
#include "platform/auth/audit.h"
#include "platform/i18n/translator.h"
#include "platform/mail/outbox.h"
#include "ports/search_documents.h"

namespace champions {
namespace {

using auth::Permission;
using i18n::Translator;

ChampionId champion_of(const http::Request& request) {
    return base::id_from<ChampionId>(request.parameters.view("champion")).value_or(ChampionId{0});
}

// Confirmed, and of a level where they may.
struct Deed {
    const auth::Principal& staff;
    Permission permission;
};
std::optional<Champion> find_for(db::Read& read, ChampionId id, const Deed& deed) {
    auto champion = store::find(read, id);
    if (!champion || !champion->confirmed_at) return std::nullopt;
    if (!ports::may(read, deed.staff, deed.permission, champion->level)) return std::nullopt;
    return champion;
}

std::vector<Champion> visible(db::Read& read, const auth::Principal& staff, const people::LevelTree& tree) {
    auto all = store::all(read);
    std::erase_if(all, [&](const Champion& each) {
        return !auth::may(staff, Permission::read_people, tree.ids_with_ancestors(each.level));
    });
    return all;
}

StepForm typed_step(const http::Request& request) {
    if (request.method == http::Method::get)
        return {"", base::iso(day_in(request.received_at, i18n::TimeZone::toronto())), ""};
    return {request.form.text("state"), request.form.text("day"), request.form.text("note")};
}

std::optional<html::Flash> flash_of(const Translator& t, const http::Request& request) {
    if (request.query.view("done") != "saved") return std::nullopt;
    return html::Flash{html::Tone::success, t("Saved.")};
}

void record(db::Write& write, const ports::Acting& acting, const Champion& champion, const std::string& action,
            std::vector<auth::Change> changes) {
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = action,
                         .subject = {"champion", champion.id.value, champion.full_name()},
                         .level = champion.level,
                         .changes = std::move(changes)});
}

// What a step means to others: presentations, the search, segments, the champion.
void tell(const Services& services, db::Write& write, const Champion& before, State after) {
    ports::document_changed(write, {.kind = "champions", .key = before.slug + "/"});
    const bool was_active = before.state == State::active, is_active = after == State::active;
    if (after == State::left) store::end_sessions(write, before.id);
    if (was_active == is_active) return;
    const ports::PersonAction action{.kind = kBecameActive,
                                     .about = 0,
                                     .address_hash = before.address_hash,
                                     .event = is_active ? ports::ActionEvent::done : ports::ActionEvent::undone,
                                     .at = write.now()};
    services.person_actions.tell(write, std::span{&action, 1});
    if (was_active)
        services.changes.tell(write, before.id,
                              after == State::paused ? ports::ChampionEnd::paused : ports::ChampionEnd::left);
    const auto email = base::EmailAddress::parse(before.email);
    if (is_active && email) mail::queue(write, {kWelcomeMail, *email, before.locale, before.id.value});
}

}  // namespace

http::Response StaffHandlers::list(const http::Request& request, db::Read& read) const {
    const Translator t{request.locale};
    const auto tree = people::levels(read);
    auto champions = visible(read, *request.staff, tree);
    std::vector<staff_pages::StateCount> counts;
    for (const State state : kStates) counts.push_back({state, std::ranges::count(champions, state, &Champion::state)});
    const auto state = state_of(request.query.view("state"));
    if (state) std::erase_if(champions, [&](const Champion& each) { return each.state != *state; });
    std::ranges::sort(champions, [&](const Champion& left, const Champion& right) {
        const auto order = t.compare(left.full_name(), right.full_name());
        return order != 0 ? order < 0 : left.id < right.id;
    });
    const auto position = ports::position_in(champions.size(), request.query);
    auto frame = services_.frames.staff_frame(request, {.title = t("Champions for Change")});
    return ports::respond(std::move(frame), staff_pages::list(t, {ports::rows_at(position, champions),
                                                                  std::move(counts), state, tree, position}));
}

http::Response StaffHandlers::one_page(const http::Request& request, const base::Problems& problems,
                                       db::Read& read) const {
    const Translator t{request.locale};
    const auto champion = find_for(read, champion_of(request), {*request.staff, Permission::read_people});
    if (!champion) return http::not_found();
    const auto tree = people::levels(read);
    std::vector<std::string> areas, topics;
    for (const auto area : champion->areas)
        if (const auto* level = tree.find(area)) areas.push_back(level->name(request.locale));
    for (const Subject& each : store::subjects(read))
        if (holds(champion->topics, each.id)) topics.push_back(each.name(request.locale));
    auto frame = services_.frames.staff_frame(
        request, {.title = champion->full_name(),
                  .flash = flash_of(t, request),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(
        std::move(frame),
        staff_pages::one(
            t, {.champion = *champion,
                .steps = store::steps(read, champion->id),
                .showings = store::showings(read, champion->id),
                .hours_a_week = std::ssize(store::hours(read, champion->id)),
                .calendar = store::calendar(read, champion->id),
                .areas = std::move(areas),
                .topics = std::move(topics),
                .levels = ports::levels_for(read, request, Permission::moderate),
                .typed = typed_step(request),
                .person_path = champion->person ? fmt::format("/{}/staff/people/{}", base::code(request.locale),
                                                              people::living(read, *champion->person).value)
                                                : "",
                .problems = problems}),
        problems.empty() ? 200 : 422);
}

http::Response StaffHandlers::show(const http::Request& request, db::Read& read) const {
    return one_page(request, {}, read);
}

http::Response StaffHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    return one_page(request, problems, read);
}

base::Result<StepAct, base::Problems> StaffHandlers::read_step(const http::Request& request) const {
    return StepAct{ports::acting(request), champion_of(request), typed_step(request), request.received_at};
}

http::WriteResult StaffHandlers::take_step(const StepAct& act, db::Write& write) const {
    const auto champion = find_for(write, act.champion, {act.acting.staff, Permission::moderate});
    if (!champion) return http::not_found();
    // Staff in the east write down their day while it is still the day before where the champion lives.
    const auto today = std::max(day_in(act.now, champion->terms.zone), day_in(act.now, i18n::TimeZone::toronto()));
    auto step = champions::read_step(act.form, {champion->state, today});
    if (!step) return step.error();
    step->by = act.acting.staff.name;
    store::take_step(write, champion->id, *step);
    tell(services_, write, *champion, step->state);
    record(write, act.acting, *champion, "champions.step",
           {{"state", std::string{name_of(champion->state)}, std::string{name_of(step->state)}}});
    return http::see_other(staff_pages::one_path(act.acting.locale, champion->id) + "?done=saved");
}

base::Result<LevelAct, base::Problems> StaffHandlers::read_level(const http::Request& request) const {
    return LevelAct{ports::acting(request), champion_of(request),
                    base::id_from<base::LevelId>(request.form.view("level")).value_or(base::LevelId{0})};
}

http::WriteResult StaffHandlers::change_level(const LevelAct& act, db::Write& write) const {
    const auto champion = find_for(write, act.champion, {act.acting.staff, Permission::moderate});
    if (!champion) return http::not_found();
    const auto tree = people::levels(write);
    const auto* level = tree.find(act.level);
    if (level == nullptr || !ports::may(write, act.acting.staff, Permission::moderate, act.level))
        return http::forbidden();
    store::write_level(write, champion->id, act.level);
    const auto* before = tree.find(champion->level);
    record(write, act.acting, *champion, "champions.level",
           {{"level", before == nullptr ? "" : before->slug, level->slug}});
    return http::see_other(staff_pages::one_path(act.acting.locale, champion->id) + "?done=saved");
}

http::Response StaffHandlers::topics_page(const http::Request& request, const base::Problems& problems,
                                          db::Read& read) const {
    const Translator t{request.locale};
    auto frame = services_.frames.staff_frame(
        request, {.title = t("Topics of presentations"),
                  .flash = flash_of(t, request),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(
        std::move(frame),
        staff_pages::topics(
            t, {store::subjects(read), {request.form.text("name_en"), request.form.text("name_fr")}, problems}),
        problems.empty() ? 200 : 422);
}

http::Response StaffHandlers::topics(const http::Request& request, db::Read& read) const {
    return topics_page(request, {}, read);
}

http::Response StaffHandlers::topics_again(const http::Request& request, const base::Problems& problems,
                                           db::Read& read) const {
    return topics_page(request, problems, read);
}

base::Result<SubjectAct, base::Problems> StaffHandlers::read_subject(const http::Request& request) const {
    auto subject = champions::read_subject({request.form.text("name_en"), request.form.text("name_fr")});
    if (!subject) return subject.error();
    return SubjectAct{ports::acting(request), *std::move(subject)};
}

http::WriteResult StaffHandlers::add_subject(const SubjectAct& act, db::Write& write) const {
    const auto id = store::insert_subject(write, act.subject);
    if (!id) return base::Problems{{"name_en", base::message("There is a topic of this name already.")}};
    auth::record(write, {.actor = auth::actor_of(act.acting.staff, act.acting.request_id),
                         .action = "champions.topic",
                         .subject = {"champion_subject", id->value, act.subject.name_en}});
    return http::see_other(staff_pages::topics_path(act.acting.locale) + "?done=saved");
}

base::Result<SubjectOffer, base::Problems> StaffHandlers::read_offer(const http::Request& request) const {
    return SubjectOffer{ports::acting(request),
                        base::id_from<TopicId>(request.parameters.view("topic")).value_or(TopicId{0}),
                        request.form.view("act") == "open" ? SubjectOffer::To::open : SubjectOffer::To::closed};
}

http::WriteResult StaffHandlers::offer_subject(const SubjectOffer& offer, db::Write& write) const {
    const auto subjects = store::subjects(write);
    const auto subject = std::ranges::find(subjects, offer.subject, &Subject::id);
    if (subject == subjects.end()) return http::not_found();
    if (offer.to == SubjectOffer::To::open)
        store::reopen_subject(write, offer.subject);
    else
        store::close_subject(write, offer.subject);
    auth::record(write,
                 {.actor = auth::actor_of(offer.acting.staff, offer.acting.request_id),
                  .action = "champions.topic",
                  .subject = {"champion_subject", subject->id.value, subject->name_en},
                  .changes = {{"offered", subject->closed_at ? "no" : "yes", subject->closed_at ? "yes" : "no"}}});
    return http::see_other(staff_pages::topics_path(offer.acting.locale) + "?done=saved");
}

}  // namespace champions
