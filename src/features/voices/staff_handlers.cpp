#include "features/voices/staff_handlers.h"

#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/voices/handlers.h"
#include "features/voices/step_service.h"
#include "features/voices/store.h"
#include "features/voices/wall_store.h"
#include "people/level.h"
#include "people/store.h"
#include "platform/auth/audit.h"

namespace voices {
namespace {

using auth::Permission;

constexpr std::int64_t kPageLength = 50;
constexpr int kSmallWidth = 320, kLargeWidth = 1440;  // pixels

bool may_moderate(const http::Request& request) {
    return request.staff != nullptr && auth::may(*request.staff, Permission::moderate);
}

bool may_at_the_top(db::Read& read, const auth::Principal& staff, Permission permission) {
    const auto national = people::find_level(read, people::kNationalSlug);
    return national && ports::may(read, staff, permission, national->id);
}

std::vector<Decision> decisions_in(const http::Form& form) {
    std::vector<Decision> decisions;
    for (const auto& each : ports::judgements_in(form, reasons()))
        decisions.push_back({VoiceId{each.item}, reason_of(each.reason).value_or(Reason::none)});
    return decisions;
}

void record(db::Write& write, const ports::Acting& acting, auth::AuditEntry entry) {
    entry.actor = auth::actor_of(acting.staff, acting.request_id);
    if (entry.subject.kind.empty()) entry.subject = {"voice", 0, "wall"};
    auth::record(write, entry);
}

std::vector<staff_pages::Item> items_of(const Services& services, db::Read& read, std::vector<Voice> voices) {
    std::vector<staff_pages::Item> items;
    for (auto& voice : voices) {
        auto hints =
            services.hints.of ? services.hints.of(voice.message, voice.locale) : std::vector<ports::WordHint>{};
        const auto same_words = store::count_alike(read, voice.likeness);
        auto alike = store::alike(read, voice);
        items.push_back({std::move(voice), std::move(hints), same_words, std::move(alike)});
    }
    return items;
}

}  // namespace

http::Response StaffHandlers::show(const http::Request& request, db::Read& read) const {
    if (!may_at_the_top(read, *request.staff, Permission::moderate)) return http::forbidden();
    staff_pages::Queue queue{.place = ports::queue_place(staff_pages::path(request.locale), request.query),
                             .waiting = store::count_waiting(read),
                             .reported = store::count_reported(read),
                             .not_shown = store::not_shown(read),
                             .decided = base::whole_number(request.query.view("decided")),
                             .noted = base::whole_number(request.query.view("noted")).value_or(0),
                             .saving = base::id_from<SavingId>(request.query.view("saving")),
                             .settings = store::settings(read),
                             .may_set = may_at_the_top(read, *request.staff, Permission::manage_settings),
                             .reader = request.staff->id};
    for (const auto& row : store::tally(read)) queue.shown += row.shown;
    const auto after = base::id_from<VoiceId>(request.query.view("after"));
    auto voices = store::page(read, {queue.place.view, queue.place.language, after, kPageLength + 1});
    if (std::ssize(voices) > kPageLength) {
        voices.erase(voices.begin() + kPageLength, voices.end());
        queue.next = voices.back().id;
    }
    queue.items = items_of(services_, read, std::move(voices));
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Photo wall")}),
                          staff_pages::queue(t, queue));
}

base::Result<QueueForm, base::Problems> StaffHandlers::read_form(const http::Request& request) const {
    return QueueForm{ports::acting(request), ports::queue_place(staff_pages::path(request.locale), request.form),
                     decisions_in(request.form)};
}

http::WriteResult StaffHandlers::decide(const QueueForm& form, db::Write& write) const {
    if (!may_at_the_top(write, form.acting.staff, Permission::moderate)) return http::forbidden();
    const Judging judging{write.new_id<SavingId>(), form.acting.staff.id, form.acting.staff.name};
    ports::JudgingLog log;
    std::int64_t decided = 0, noted = 0;
    for (const Decision& decision : form.decisions) {
        const auto judged = judge(services_, write, decision, judging);
        if (judged == Judged::no) continue;
        ++(judged == Judged::decided ? decided : noted);
        log.add(judged == Judged::noted ? "first_yes" : name_of(decision.reason), decision.voice.value);
    }
    if (!log.empty()) record(write, form.acting, {.action = "voices.decide", .changes = log.changes()});
    return http::see_other(fmt::format("{}&decided={}&noted={}&saving={}", ports::address_of(form.place), decided,
                                       noted, judging.saving.value));
}

base::Result<UndoForm, base::Problems> StaffHandlers::read_undo(const http::Request& request) const {
    const auto saving = base::id_from<SavingId>(request.form.view("saving"));
    if (!saving) return base::Problems{{"", base::message("There is nothing to undo.")}};
    return UndoForm{ports::acting(request), *saving};
}

http::WriteResult StaffHandlers::undo(const UndoForm& form, db::Write& write) const {
    if (!may_at_the_top(write, form.acting.staff, Permission::moderate)) return http::forbidden();
    if (const auto count = voices::undo(services_, write, form.saving); count > 0)
        record(write, form.acting, {.action = "voices.undo", .changes = {{"undone", "", std::to_string(count)}}});
    return http::see_other(staff_pages::path(form.acting.locale));
}

base::Result<SettingsForm, base::Problems> StaffHandlers::read_settings(const http::Request& request) const {
    return SettingsForm{ports::acting(request), {request.form.is_ticked("four_eyes")}};
}

http::WriteResult StaffHandlers::save_settings(const SettingsForm& form, db::Write& write) const {
    if (!may_at_the_top(write, form.acting.staff, Permission::manage_settings)) return http::forbidden();
    const auto word = [](const store::Settings& settings) { return settings.is_four_eyes ? "yes" : "no"; };
    std::vector<auth::Change> changes;
    auth::add_change(changes, "four_eyes", {word(store::settings(write)), word(form.settings)});
    store::save_settings(write, form.settings);
    if (!changes.empty()) record(write, form.acting, {.action = "voices.settings", .changes = changes});
    return http::see_other(staff_pages::path(form.acting.locale));
}

http::Response StaffHandlers::log(const http::Request& request, db::Read& read) const {
    if (!may_at_the_top(read, *request.staff, Permission::moderate)) return http::forbidden();
    const auto before = base::id_from<store::DecisionId>(request.query.view("before"));
    const auto decisions = store::log(read, {.before = before.value_or(store::DecisionId{INT64_MAX})});
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Decisions about voices")}),
                          staff_pages::log(t, decisions));
}

http::Response StaffHandlers::photo(const http::Request& request, db::Read& read) const {
    if (!may_at_the_top(read, *request.staff, Permission::moderate)) return http::forbidden();
    const auto id = base::id_from<VoiceId>(request.parameter("voice"));
    const int wanted = request.query.has("large") ? kLargeWidth : kSmallWidth;
    std::optional<ports::VoiceFile> found;
    for (const auto& file : id ? store::files(read, *id) : std::vector<ports::VoiceFile>{})
        if (file.format == imaging::Format::jpeg && (!found || found->width < wanted)) found = file;
    return found ? picture_response(services_.files, {*found, Keeping::never}) : http::not_found();
}

ports::HomeProvider home_news() {
    return [](db::Read& read, const http::Request& request) {
        ports::HomeNews news;
        if (!may_at_the_top(read, *request.staff, Permission::moderate)) return news;
        const i18n::Translator t{request.locale};
        const std::string path = staff_pages::path(request.locale);
        if (const auto waiting = store::count_waiting(read); waiting > 0)
            news.tasks.push_back(
                {.sentence = t.plural("{count} voice for the photo wall waits to be looked at.",
                                      "{count} voices for the photo wall wait to be looked at.", waiting),
                 .path = path,
                 .act = t("Look at them")});
        if (const auto reported = store::count_reported(read); reported > 0)
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
            .order = 23,
            .may_see = may_moderate};
}

}  // namespace voices
