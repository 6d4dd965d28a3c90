#include "features/presentations/staff_handlers.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/csv_cell.h"
#include "base/text.h"
#include "base/whole_number.h"
#include "features/presentations/booking_service.h"
#include "features/presentations/champion_handlers.h"
#include "features/presentations/pages.h"
#include "features/presentations/staff_pages.h"
#include "features/presentations/words.h"
#include "people/store.h"
#include "platform/auth/audit.h"

namespace presentations {
namespace {

using auth::Permission;

constexpr std::size_t kPageLength = 50;
constexpr std::int64_t kLookedAt = 500;      // rows of one statement
constexpr std::size_t kLongestReason = 500;  // characters

PresentationId id_of(const http::Request& request) {
    return PresentationId{base::whole_number(request.parameter("presentation")).value_or(0)};
}

std::set<base::LevelId> allowed_levels(const http::Request& request, db::Read& read) {
    std::set<base::LevelId> ids;
    for (const auto& level : ports::levels_for(read, request, Permission::moderate)) ids.insert(level.id);
    return ids;
}

// Shows those of these levels, the newest first, until visit says that it has enough.
template <class Visit>
void each_allowed(db::Read& read, const std::set<base::LevelId>& levels, store::StaffPage page, Visit visit) {
    page.limit = kLookedAt;
    while (true) {
        const auto rows = store::page(read, page);
        for (const Presentation& each : rows)
            if (levels.contains(each.level) && !visit(each)) return;
        if (std::ssize(rows) < kLookedAt) return;
        page.before = rows.back().id;
    }
}

std::string level_name(const people::LevelTree& tree, base::LevelId id, base::Locale locale) {
    const auto* level = tree.find(id);
    return level == nullptr ? std::string{} : level->name(locale);
}

void record(db::Write& write, const StaffAct& act, const Presentation& presentation, std::string_view action,
            const auth::FieldValues& values) {
    std::vector<auth::Change> changes;
    auth::add_change(changes, "state", values);
    auth::record(write, {.actor = auth::actor_of(act.acting.staff, act.acting.request_id),
                         .action = std::string{action},
                         .subject = {"presentation", presentation.id.value, presentation.wish.host_group},
                         .level = presentation.level,
                         .changes = std::move(changes)});
}

std::string machine_or_empty(const std::optional<base::Instant>& at) { return at ? i18n::machine_time(*at) : ""; }

std::string csv_row(const std::vector<std::string>& cells) {
    std::string row;
    for (const auto& cell : cells) {
        if (!row.empty()) row += ',';
        row += base::csv_cell(cell);
    }
    return row + "\r\n";
}

std::string csv_head() {
    return csv_row({"id",      "state",      "level",  "group",      "audience",       "expected",      "format",
                    "place",   "town",       "region", "language",   "starts_at",      "minutes",       "champion",
                    "contact", "email",      "phone",  "attendance", "feeling_before", "feeling_after", "questions",
                    "report",  "decided_by", "reason", "created_at"});
}

}  // namespace

std::string StaffHandlers::champion_name(db::Read& read, const Presentation& presentation) const {
    if (!presentation.champion || !services_.champions.name) return {};
    return services_.champions.name(read, *presentation.champion);
}

http::Response StaffHandlers::list(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto tree = people::levels(read);
    staff_pages::List list{.rows = {}, .state = state_of(request.query.view("state"))};
    const auto before = base::id_from<PresentationId>(request.query.view("before"));
    list.is_newest = !before;
    each_allowed(read, allowed_levels(request, read), {list.state, before}, [&](const Presentation& each) {
        if (list.rows.size() == kPageLength) {
            list.older = list.rows.back().presentation.id;
            return false;
        }
        list.rows.push_back({each, champion_name(read, each), level_name(tree, each.level, request.locale)});
        return true;
    });
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Presentations")}),
                          staff_pages::list(t, list));
}

http::Response StaffHandlers::csv(const http::Request& request, db::Read& read) const {
    const auto tree = people::levels(read);
    std::string bytes = "\xEF\xBB\xBF" + csv_head();
    each_allowed(read, allowed_levels(request, read), {}, [&](const Presentation& each) {
        const auto stored = store::find_report(read, each.id);
        const Report report = stored ? stored->report : Report{};
        const auto number = [&](std::int64_t value) { return stored ? std::to_string(value) : std::string{}; };
        const Wish& wish = each.wish;
        bytes += csv_row({std::to_string(each.id.value),
                          std::string{name_of(each.state)},
                          level_name(tree, each.level, request.locale),
                          wish.host_group,
                          std::string{name_of(wish.audience)},
                          std::to_string(wish.expected_size),
                          std::string{name_of(wish.format)},
                          wish.place,
                          wish.town,
                          std::string{people::code(wish.province)},
                          std::string{base::code(wish.language)},
                          machine_or_empty(each.starts_at),
                          std::to_string(wish.minutes),
                          champion_name(read, each),
                          wish.contact_name,
                          each.email,
                          wish.phone,
                          number(report.attendance),
                          number(report.feeling_before),
                          number(report.feeling_after),
                          report.questions,
                          report.words,
                          each.decided_by,
                          each.reason,
                          i18n::machine_time(each.created_at)});
        return true;
    });
    return http::download({"presentations.csv", "text/csv; charset=utf-8", std::move(bytes)});
}

std::optional<Presentation> StaffHandlers::find_allowed(db::Read& read, PresentationId id,
                                                        const ports::Acting& acting) const {
    auto presentation = store::find(read, id);
    if (!presentation || !ports::may(read, acting.staff, Permission::moderate, presentation->level))
        return std::nullopt;
    return presentation;
}

http::Response StaffHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response StaffHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const auto presentation = find_allowed(read, id_of(request), ports::acting(request));
    if (!presentation) return http::not_found();
    const i18n::Translator t{request.locale};
    staff_pages::Show view{.presentation = *presentation,
                           .champion = champion_name(read, *presentation),
                           .level = level_name(people::levels(read), presentation->level, request.locale),
                           .wanted = presentation->wanted ? services_.champions.name(read, *presentation->wanted) : "",
                           .dates = store::dates(read, presentation->id),
                           .offers = {},
                           .notices = store::notices_of(read, presentation->id),
                           .choosable = {},
                           .report = store::find_report(read, presentation->id),
                           .picture = std::nullopt,
                           .names = store::names_of(read, presentation->id),
                           .feedback = store::find_feedback(read, presentation->id),
                           .typed_champion = request.form.text("champion"),
                           .typed_start = request.form.text("start"),
                           .typed_reason = request.form.text("reason"),
                           .now = request.received_at,
                           .problems = problems};
    for (Offer& each : store::offers_of(read, presentation->id))
        view.offers.push_back({each, services_.champions.name(read, each.champion)});
    if (view.report) view.picture = services_.pictures.find(read, view.report->report.picture);
    const bool needs_champion = presentation->state == State::waiting || presentation->state == State::offered;
    if (needs_champion && services_.champions.matching) {
        std::set<ChampionId> named;
        for (const Candidate& each : best_of(candidates(services_, *presentation, read, request.received_at), 50)) {
            view.choosable.push_back({each.champion, services_.champions.name(read, each.champion), each.reasons});
            named.insert(each.champion);
        }
        ports::ChampionSearch search{};
        search.language = presentation->wish.language;
        for (const auto& match : services_.champions.matching(read, search))
            if (!named.contains(match.champion.id))
                view.choosable.push_back({match.champion.id, match.champion.name, {}});
    }
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Presentation")}),
                          staff_pages::show(t, view), problems.empty() ? 200 : 422);
}

base::Result<StaffAct, base::Problems> StaffHandlers::read_act(const http::Request& request) const {
    return StaffAct{.acting = ports::acting(request), .presentation = id_of(request)};
}

base::Result<StaffAct, base::Problems> StaffHandlers::read_champion(const http::Request& request) const {
    StaffAct act{.acting = ports::acting(request), .presentation = id_of(request)};
    base::Problems problems;
    act.champion = base::id_from<ChampionId>(request.form.text("champion"));
    if (!act.champion) problems.push_back({"champion", base::message("Please choose a champion.")});
    const auto seconds = base::whole_number(request.form.text("start"));
    if (!seconds || *seconds < 0 || *seconds > 7'258'118'400)
        problems.push_back({"start", base::message("Please choose a date.")});
    else
        act.start = base::Instant{*seconds * 1'000'000};
    if (!problems.empty()) return problems;
    return act;
}

http::WriteResult StaffHandlers::assign(const StaffAct& act, db::Write& write) const {
    const auto presentation = find_allowed(write, act.presentation, act.acting);
    if (!presentation) return http::not_found();
    const auto accepted = presentations::assign(services_, {act.presentation, *act.champion, *act.start}, write);
    if (accepted == Accepted::busy)
        return base::Problems{{"champion", base::message("They have something else at this time.")}};
    if (accepted != Accepted::done)
        return base::Problems{{"", base::message("It is booked already, or its date is over. Please look again.")}};
    record(write, act, *presentation, "presentations.assign", {name_of(presentation->state), name_of(State::booked)});
    return http::see_other(staff_path(act.acting.locale, act.presentation));
}

http::WriteResult StaffHandlers::route(const StaffAct& act, db::Write& write) const {
    const auto presentation = find_allowed(write, act.presentation, act.acting);
    if (!presentation) return http::not_found();
    if (presentation->state != State::waiting && presentation->state != State::offered)
        return base::Problems{{"", base::message("Somebody decided otherwise meanwhile. Please look again.")}};
    store::forget_rounds(write, act.presentation);
    store::close_offers(write, act.presentation);
    presentations::route(services_, act.presentation, write);
    record(write, act, *presentation, "presentations.route", {name_of(presentation->state), "offered"});
    return http::see_other(staff_path(act.acting.locale, act.presentation));
}

base::Result<StaffAct, base::Problems> StaffHandlers::read_end(const http::Request& request) const {
    StaffAct act{.acting = ports::acting(request), .presentation = id_of(request)};
    base::Problems problems;
    const auto state = state_of(request.form.text("state"));
    if (!state || (*state != State::cancelled && *state != State::declined && *state != State::missed))
        problems.push_back({"state", base::message("Please choose what to do.")});
    else
        act.end = *state;
    act.reason = base::tidy_lines(request.form.text("reason"));
    if (act.reason.empty() || base::count_characters(act.reason) > kLongestReason)
        problems.push_back({"reason", base::message("Please say why, in at most 500 characters.")});
    if (!problems.empty()) return problems;
    return act;
}

http::WriteResult StaffHandlers::end(const StaffAct& act, db::Write& write) const {
    const auto before = find_allowed(write, act.presentation, act.acting);
    if (!before) return http::not_found();
    const bool is_open =
        before->state == State::waiting || before->state == State::offered || before->state == State::booked;
    const bool is_possible = is_open && (act.end != State::declined || before->state != State::booked) &&
                             (act.end != State::missed || before->state == State::booked);
    if (!is_possible)
        return base::Problems{{"", base::message("Somebody decided otherwise meanwhile. Please look again.")}};
    presentations::end(services_, act.presentation, {act.end, act.acting.staff.name, act.reason}, write);
    record(write, act, *before, "presentations.end", {name_of(before->state), name_of(act.end)});
    return http::see_other(staff_path(act.acting.locale, act.presentation));
}

http::Response StaffHandlers::show_conversation(const http::Request& request, db::Read& read) const {
    return show_conversation_again(request, {}, read);
}

http::Response StaffHandlers::show_conversation_again(const http::Request& request, const base::Problems& problems,
                                                      db::Read&) const {
    const i18n::Translator t{request.locale};
    const auto typed = conversation_form(request.form);
    const std::string back = staff_list_path(request.locale);
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Add a conversation")}),
                          pages::conversation(t, {back + "/conversation", back, typed, problems}),
                          problems.empty() ? 200 : 422);
}

base::Result<StaffConversation, base::Problems> StaffHandlers::read_conversation(const http::Request& request) const {
    const auto form = conversation_form(request.form);
    auto conversation = accept(TypedConversation{form, request.received_at});
    if (!conversation) return conversation.error();
    return StaffConversation{ports::acting(request), *std::move(conversation)};
}

http::WriteResult StaffHandlers::tell(const StaffConversation& act, db::Write& write) const {
    const auto level = level_of(write, act.conversation.wish);
    if (!level || !ports::may(write, act.acting.staff, Permission::moderate, *level))
        return base::Problems{{"province", base::message("You look after other places. Please choose one of yours.")}};
    const auto id = record_conversation(services_, act.conversation,
                                        {std::nullopt, act.acting.staff.name, act.acting.locale}, write);
    if (!id) return http::not_found();
    return http::see_other(staff_path(act.acting.locale, *id));
}

}  // namespace presentations
