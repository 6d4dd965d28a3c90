#include "features/voices/staff_handlers.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/voices/handlers.h"
#include "features/voices/step_service.h"
#include "features/voices/store.h"
#include "features/voices/wall_store.h"
#include "platform/auth/audit.h"
#include "ports/acting.h"

namespace voices {
namespace {

using auth::Permission;

constexpr std::int64_t kPageLength = 50;
constexpr int kSmallWidth = 320, kLargeWidth = 1440;  // pixels

Reach reach_of(db::Read& read, const auth::Principal& staff) {
    return voices::reach_of(read, staff, Permission::moderate);
}

bool may_set(db::Read& read, const auth::Principal& staff) {
    return voices::reach_of(read, staff, Permission::manage_settings).is_national;
}

std::vector<Decision> decisions_in(const http::Form& form) {
    std::vector<Decision> decisions;
    for (const auto& each : ports::judgements_in(form, reasons()))
        decisions.push_back({VoiceId{each.item}, reason_of(each.reason).value_or(Reason::none),
                             form.text(fmt::format("seen_{}", each.item))});
    return decisions;
}

void record(db::Write& write, const ports::Acting& acting, auth::AuditEntry entry) {
    entry.actor = auth::actor_of(acting.staff, acting.request_id);
    if (entry.subject.kind.empty()) entry.subject = {"voice", 0, "wall"};
    auth::record(write, entry);
}

// How much there is in reach.
void count(db::Read& read, staff_pages::Queue& queue) {
    for (const auto& part : queue.reach.parts()) {
        queue.waiting += store::count_waiting(read, part);
        queue.reported += store::count_reported(read, part);
        for (const auto& more : store::not_shown(read, part)) {
            const auto known = std::ranges::find(queue.not_shown, more.reason, &store::ReasonCount::reason);
            if (known == queue.not_shown.end())
                queue.not_shown.push_back(more);
            else
                known->count += more.count;
        }
    }
    for (const auto& row : store::tally(read))
        if (queue.reach.holds(row.province)) queue.shown += row.shown;
}

// Those of all provinces in reach, in the order of the view, as many as the page asks for.
std::vector<Voice> voices_of(db::Read& read, const Reach& reach, store::StaffPage page) {
    std::vector<Voice> voices;
    for (auto& part : reach.parts()) {
        page.province = std::move(part);
        for (auto& voice : store::page(read, page)) voices.push_back(std::move(voice));
    }
    const bool is_oldest_first = page.view == store::View::waiting || page.view == store::View::reported;
    std::ranges::sort(voices, [&](const Voice& one, const Voice& other) {
        return is_oldest_first ? one.id < other.id : other.id < one.id;
    });
    if (std::ssize(voices) > page.limit) voices.erase(voices.begin() + page.limit, voices.end());
    return voices;
}

// Of other provinces staff hear that a picture came there, and what became of it.
std::vector<store::Alike> alike_of(db::Read& read, const Voice& voice, const Reach& reach) {
    auto all = store::alike(read, voice);
    for (auto& each : all) {
        if (reach.holds(each.province)) continue;
        each.voice = VoiceId{0};
        each.name.clear();
    }
    return all;
}

std::vector<staff_pages::Item> items_of(const Services& services, db::Read& read, const Reach& reach,
                                        std::vector<Voice> voices) {
    std::vector<staff_pages::Item> items;
    for (auto& voice : voices) {
        auto hints =
            services.hints.of ? services.hints.of(voice.message, voice.locale) : std::vector<ports::WordHint>{};
        const auto same_words = store::count_alike(read, voice.likeness);
        auto alike = alike_of(read, voice, reach);
        items.push_back({std::move(voice), std::move(hints), same_words, std::move(alike)});
    }
    return items;
}

}  // namespace

http::Response StaffHandlers::show(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.staff_frame(request, {.title = t("Photo wall")});
    auto reach = reach_of(read, *request.staff);
    if (reach.is_nothing()) return ports::respond(std::move(frame), staff_pages::nothing_in_reach(t), 403);
    staff_pages::Queue queue{.place = ports::queue_place(staff_pages::path(request.locale), request.query),
                             .decided = base::whole_number(request.query.view("decided")),
                             .noted = base::whole_number(request.query.view("noted")).value_or(0),
                             .changed = base::whole_number(request.query.view("changed")).value_or(0),
                             .saving = base::id_from<SavingId>(request.query.view("saving")),
                             .settings = store::settings(read),
                             .may_set = may_set(read, *request.staff),
                             .reader = request.staff->id,
                             .reach = std::move(reach)};
    count(read, queue);
    const auto after = base::id_from<VoiceId>(request.query.view("after"));
    auto voices = voices_of(read, queue.reach, {queue.place.view, queue.place.language, after, kPageLength + 1});
    if (std::ssize(voices) > kPageLength) {
        voices.erase(voices.begin() + kPageLength, voices.end());
        queue.next = voices.back().id;
    }
    queue.items = items_of(services_, read, queue.reach, std::move(voices));
    return ports::respond(std::move(frame), staff_pages::queue(t, queue));
}

base::Result<QueueForm, base::Problems> StaffHandlers::read_form(const http::Request& request) const {
    return QueueForm{ports::acting(request), ports::queue_place(staff_pages::path(request.locale), request.form),
                     decisions_in(request.form)};
}

http::WriteResult StaffHandlers::decide(const QueueForm& form, db::Write& write) const {
    const auto reach = reach_of(write, form.acting.staff);
    if (reach.is_nothing()) return http::forbidden();
    const Judging judging{write.new_id<SavingId>(), form.acting.staff.id, form.acting.staff.name};
    ports::JudgingLog log;
    std::int64_t decided = 0, noted = 0, changed = 0;
    for (const Decision& decision : form.decisions) {
        const auto voice = store::find(write, decision.voice);
        if (!voice || !reach.holds(voice->province)) continue;
        const auto judged = judge(services_, write, decision, judging);
        if (judged == Judged::changed) ++changed;
        if (judged == Judged::no || judged == Judged::changed) continue;
        ++(judged == Judged::decided ? decided : noted);
        log.add(judged == Judged::noted ? "first_yes" : name_of(decision.reason), decision.voice.value);
    }
    if (!log.empty()) record(write, form.acting, {.action = "voices.decide", .changes = log.changes()});
    return http::see_other(fmt::format("{}&decided={}&noted={}&changed={}&saving={}", ports::address_of(form.place),
                                       decided, noted, changed, judging.saving.value));
}

base::Result<UndoForm, base::Problems> StaffHandlers::read_undo(const http::Request& request) const {
    const auto saving = base::id_from<SavingId>(request.form.view("saving"));
    if (!saving) return base::Problems{{"", base::message("There is nothing to undo.")}};
    return UndoForm{ports::acting(request), *saving};
}

http::WriteResult StaffHandlers::undo(const UndoForm& form, db::Write& write) const {
    const auto reach = reach_of(write, form.acting.staff);
    if (reach.is_nothing()) return http::forbidden();
    if (const auto count = voices::undo(services_, write, form.saving, reach); count > 0)
        record(write, form.acting, {.action = "voices.undo", .changes = {{"undone", "", std::to_string(count)}}});
    return http::see_other(staff_pages::path(form.acting.locale));
}

base::Result<SettingsForm, base::Problems> StaffHandlers::read_settings(const http::Request& request) const {
    return SettingsForm{ports::acting(request), {request.form.is_ticked("four_eyes")}};
}

http::WriteResult StaffHandlers::save_settings(const SettingsForm& form, db::Write& write) const {
    if (!may_set(write, form.acting.staff)) return http::forbidden();
    const auto word = [](const store::Settings& settings) { return settings.is_four_eyes ? "yes" : "no"; };
    std::vector<auth::Change> changes;
    auth::add_change(changes, "four_eyes", {word(store::settings(write)), word(form.settings)});
    store::save_settings(write, form.settings);
    if (!changes.empty()) record(write, form.acting, {.action = "voices.settings", .changes = changes});
    return http::see_other(staff_pages::path(form.acting.locale));
}

http::Response StaffHandlers::log(const http::Request& request, db::Read& read) const {
    if (reach_of(read, *request.staff).is_nothing()) return http::forbidden();
    const auto before = base::id_from<store::DecisionId>(request.query.view("before"));
    const auto decisions = store::log(read, {.before = before.value_or(store::DecisionId{INT64_MAX})});
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Decisions about voices")}),
                          staff_pages::log(t, decisions));
}

http::Response StaffHandlers::photo(const http::Request& request, db::Read& read) const {
    const auto id = base::id_from<VoiceId>(request.parameter("voice"));
    const auto voice = id ? store::find(read, *id) : std::nullopt;
    if (!voice || !reach_of(read, *request.staff).holds(voice->province)) return http::not_found();
    const int wanted = request.query.has("large") ? kLargeWidth : kSmallWidth;
    std::optional<ports::VoiceFile> found;
    for (const auto& file : store::files(read, voice->id))
        if (file.format == imaging::Format::jpeg && (!found || found->width < wanted)) found = file;
    return found ? picture_response(services_.files, {*found, Keeping::never}) : http::not_found();
}

ports::HomeProvider home_news() {
    return [](db::Read& read, const http::Request& request) {
        ports::HomeNews news;
        const i18n::Translator t{request.locale};
        const std::string path = staff_pages::path(request.locale);
        std::int64_t waiting = 0, reported = 0;
        for (const auto& part : reach_of(read, *request.staff).parts()) {
            waiting += store::count_waiting(read, part);
            reported += store::count_reported(read, part);
        }
        if (waiting > 0)
            news.tasks.push_back(
                {.sentence = t.plural("{count} voice for the photo wall waits to be looked at.",
                                      "{count} voices for the photo wall wait to be looked at.", waiting),
                 .path = path,
                 .act = t("Look at them")});
        if (reported > 0)
            news.tasks.push_back({.tone = ports::HomeTask::Tone::pressing,
                                  .sentence = t.plural("Readers reported {count} voice on the photo wall.",
                                                       "Readers reported {count} voices on the photo wall.", reported),
                                  .path = path + "?view=reported",
                                  .act = t("Look at them")});
        return news;
    };
}

ports::StaffEntry staff_entry() {
    return {.label = base::message("Photo wall"),
            .path = "staff/voices",
            .icon = "camera",
            .group = ports::StaffGroup::signatures,
            .order = 23,
            .may_see = ports::whoever_may(Permission::moderate)};
}

}  // namespace voices
