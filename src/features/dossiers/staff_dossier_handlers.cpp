// What staff_handlers.h declares about one dossier.
#include <chrono>

#include "base/day.h"
#include "base/whole_number.h"
#include "features/dossiers/answer_store.h"
#include "features/dossiers/dossier_pdf.h"
#include "features/dossiers/overview_pages.h"
#include "features/dossiers/record_store.h"
#include "features/dossiers/staff_handlers.h"
#include "features/dossiers/words.h"
#include "ports/page.h"

namespace dossiers {
namespace {

RepresentativeId representative_in(const http::Request& request) {
    return base::id_from<RepresentativeId>(request.parameters.view("representative")).value_or(RepresentativeId{0});
}

PromiseId promise_in(const http::Request& request) {
    return base::id_from<PromiseId>(request.parameters.view("promise")).value_or(PromiseId{0});
}

MeetingId meeting_in(const http::Request& request) {
    return base::id_from<MeetingId>(request.parameters.view("meeting")).value_or(MeetingId{0});
}

// What was recorded, and by whom; or everything that is wrong with the form.
template <class Facts>
base::Result<Recording<Facts>, base::Problems> recording(const http::Request& request,
                                                         base::Result<Facts, base::Problems> facts) {
    if (!facts) return facts.error();
    return Recording<Facts>{ports::acting(request), representative_in(request), *std::move(facts)};
}

StateForm state_form(const http::Request& request) {
    return {request.form.text("state"), request.form.text("seen"), evidence_form(request)};
}

MeetingForm meeting_form(const http::Request& request) {
    if (request.method == http::Method::get) return {.on_date = today(request.received_at)};
    const auto text = [&](std::string_view name) { return request.form.text(name); };
    return {text("on_date"),    text("people"),    text("notes"), text("summary_en"),
            text("summary_fr"), text("follow_up"), text("due_on")};
}

FollowUpForm follow_up_form(const http::Request& request) {
    return {request.form.text("follow_up"), request.form.text("due_on")};
}

LogForm staff_log_form(const http::Request& request) {
    if (request.method == http::Method::get) return {.on_date = today(request.received_at)};
    return {request.form.text("on_date"), request.form.text("kind"), request.form.text("campaign"),
            request.form.text("sender"), request.form.text("words")};
}

// Which form was sent, by the end of its address: the others are shown as they are begun.
std::string form_sent(const http::Request& request) {
    if (request.method == http::Method::get) return request.query.text("form");
    if (const auto promise = promise_in(request); promise.value != 0) return "state-" + std::to_string(promise.value);
    if (const auto meeting = meeting_in(request); meeting.value != 0) return "meeting-" + std::to_string(meeting.value);
    if (request.path.ends_with("/promises")) return "promise";
    if (request.path.ends_with("/positions")) return "position";
    if (request.path.ends_with("/meetings")) return "meeting";
    return request.path.ends_with("/answers") ? "log" : "follow_up";
}

// The form that was sent as it came, the others as on a page that is opened.
dossier_pages::TypedForms typed_forms(const http::Request& request, const std::string& sent) {
    http::Request begun;
    begun.received_at = request.received_at;
    const auto of = [&](std::string_view form) -> const http::Request& { return sent == form ? request : begun; };
    return {.promise = promise_form(of("promise")),
            .state = state_form(sent.starts_with("state-") ? request : begun),
            .position = position_form(of("position")),
            .meeting = meeting_form(sent.starts_with("meeting-") ? request : of("meeting")),
            .follow_up = follow_up_form(of("follow_up")),
            .log = staff_log_form(of("log"))};
}

http::Response back_to(const ports::Acting& acting, RepresentativeId id) {
    return http::see_other(overview_pages::path(acting.locale, id) + "?done=saved");
}

}  // namespace

http::Response DossierHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response DossierHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                           db::Read& read) const {
    const auto who = seen_by(services_, read, ports::acting(request), representative_in(request));
    if (!who) return http::not_found();
    const i18n::Translator t{request.locale};
    const std::string sent = form_sent(request);
    const Dossier dossier = staff_dossier(services_, read, *who, request.locale);
    auto frame = services_.frames.staff_frame(
        request, {.title = name_words(t, *who),
                  .path = overview_pages::path(request.locale, who->id),
                  .flash = saved_flash(request),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(std::move(frame),
                          dossier_pages::page(t, {.dossier = dossier,
                                                  .matters = matters(services_, read, request.locale),
                                                  .typed = typed_forms(request, sent),
                                                  .problems = problems,
                                                  .form = sent,
                                                  .today = today(request.received_at),
                                                  .public_path = ports::representative_path(who->id, request.locale)}),
                          problems.empty() ? 200 : 422);
}

http::Response DossierHandlers::sheet(const http::Request& request, db::Read& read) const {
    const auto who = seen_by(services_, read, ports::acting(request), representative_in(request));
    if (!who) return http::not_found();
    const std::vector dossiers{staff_dossier(services_, read, *who, request.locale)};
    return http::download({"dossier.pdf", "application/pdf",
                           sheets_pdf({.dossiers = dossiers,
                                       .locale = request.locale,
                                       .campaign = services_.frames.campaign(request.locale),
                                       .made_at = request.received_at})});
}

base::Result<Recording<PromiseFacts>, base::Problems> DossierHandlers::read_promise(
    const http::Request& request) const {
    const PromiseForm form = promise_form(request);
    return recording(request, accept(Typed<PromiseForm>{form, today(request.received_at)}));
}

http::WriteResult DossierHandlers::keep_promise(const Recording<PromiseFacts>& recording, db::Write& write) const {
    const auto who = recorded_by(services_, write, recording.acting, recording.representative);
    if (!who) return http::not_found();
    store::add_promise(write, recording.facts, {who->id, recording.acting.staff.name, recording.acting.locale});
    note(write, recording.acting, *who,
         {"dossiers.promise", {{"promise", "", std::string{recording.facts.words.in(recording.acting.locale).text}}}});
    return back_to(recording.acting, who->id);
}

base::Result<Recording<StateChange>, base::Problems> DossierHandlers::read_state(const http::Request& request) const {
    const StateForm form = state_form(request);
    auto facts = accept(Typed<StateForm>{form, today(request.received_at)});
    if (!facts) return facts.error();
    return Recording<StateChange>{
        ports::acting(request), representative_in(request), {promise_in(request), *std::move(facts)}};
}

http::WriteResult DossierHandlers::keep_state(const Recording<StateChange>& recording, db::Write& write) const {
    const auto who = recorded_by(services_, write, recording.acting, recording.representative);
    const auto promise = who ? store::find_promise(write, recording.facts.promise) : std::nullopt;
    if (!promise || promise->representative != who->id) return http::not_found();
    if (!store::add_state(write, *promise, recording.facts.facts, recording.acting.staff.name))
        return base::Problems{{"state", base::message("Somebody recorded another state meanwhile. It stands above; if "
                                                      "yours still holds, send it again.")}};
    note(write, recording.acting, *who,
         {"dossiers.promise_state",
          {{"state", std::string{name_of(promise->now().state)}, std::string{name_of(recording.facts.facts.state)}}}});
    return back_to(recording.acting, who->id);
}

base::Result<Recording<PositionFacts>, base::Problems> DossierHandlers::read_position(
    const http::Request& request) const {
    const PositionForm form = position_form(request);
    return recording(request, accept(Typed<PositionForm>{form, today(request.received_at)}));
}

http::WriteResult DossierHandlers::keep_position(const Recording<PositionFacts>& recording, db::Write& write) const {
    const auto who = recorded_by(services_, write, recording.acting, recording.representative);
    if (!who) return http::not_found();
    store::set_position(write, recording.facts, {who->id, recording.acting.staff.name, recording.acting.locale});
    note(write, recording.acting, *who,
         {"dossiers.position", {{name_of(recording.facts.matter), "", std::string{name_of(recording.facts.stand)}}}});
    return back_to(recording.acting, who->id);
}

base::Result<Recording<MeetingFacts>, base::Problems> DossierHandlers::read_meeting(
    const http::Request& request) const {
    const MeetingForm form = meeting_form(request);
    return recording(request, accept(Typed<MeetingForm>{form, today(request.received_at)}));
}

http::WriteResult DossierHandlers::keep_meeting(const Recording<MeetingFacts>& recording, db::Write& write) const {
    const auto who = recorded_by(services_, write, recording.acting, recording.representative);
    if (!who) return http::not_found();
    store::add_meeting(write, recording.facts, {who->id, recording.acting.staff.name, recording.acting.locale});
    note(write, recording.acting, *who, {"dossiers.meeting", {{"meeting", "", recording.facts.on_date}}});
    return back_to(recording.acting, who->id);
}

base::Result<Recording<MeetingChange>, base::Problems> DossierHandlers::read_meeting_change(
    const http::Request& request) const {
    const MeetingForm form = meeting_form(request);
    auto facts = accept(Typed<MeetingForm>{form, today(request.received_at)});
    if (!facts) return facts.error();
    return Recording<MeetingChange>{ports::acting(request),
                                    representative_in(request),
                                    {meeting_in(request), *std::move(facts), request.form.text(ports::kSeenField)}};
}

http::WriteResult DossierHandlers::change_meeting(const Recording<MeetingChange>& change, db::Write& write) const {
    const auto who = recorded_by(services_, write, change.acting, change.representative);
    const auto meeting = who ? store::find_meeting(write, change.facts.meeting) : std::nullopt;
    if (!meeting || meeting->representative != who->id) return http::not_found();
    if (change.facts.seen != ports::seen(named(*meeting)))
        return base::Problems{{"notes", base::message("Somebody changed this meeting meanwhile. What they wrote stands "
                                                      "above; if yours still holds, send it again.")}};
    store::change_meeting(write, meeting->id, change.facts.facts, change.acting.staff.name);
    note(write, change.acting, *who,
         {"dossiers.change_meeting", {{"meeting", meeting->on_date, change.facts.facts.on_date}}});
    return back_to(change.acting, who->id);
}

base::Result<Recording<MeetingId>, base::Problems> DossierHandlers::read_removal(const http::Request& request) const {
    return Recording<MeetingId>{ports::acting(request), representative_in(request), meeting_in(request)};
}

http::WriteResult DossierHandlers::remove_meeting(const Recording<MeetingId>& removal, db::Write& write) const {
    const auto who = recorded_by(services_, write, removal.acting, removal.representative);
    const auto meeting = who ? store::find_meeting(write, removal.facts) : std::nullopt;
    if (!meeting || meeting->representative != who->id) return http::not_found();
    store::remove_meeting(write, meeting->id);
    note(write, removal.acting, *who, {"dossiers.remove_meeting", {{"meeting", meeting->on_date, ""}}});
    return back_to(removal.acting, who->id);
}

base::Result<Recording<FollowUpForm>, base::Problems> DossierHandlers::read_follow_up(
    const http::Request& request) const {
    return recording(request, accept(follow_up_form(request)));
}

http::WriteResult DossierHandlers::keep_follow_up(const Recording<FollowUpForm>& recording, db::Write& write) const {
    const auto who = recorded_by(services_, write, recording.acting, recording.representative);
    if (!who) return http::not_found();
    store::add_follow_up(write, recording.facts, {who->id, recording.acting.staff.name, recording.acting.locale});
    note(write, recording.acting, *who, {"dossiers.follow_up", {{"due", "", recording.facts.due_on}}});
    return back_to(recording.acting, who->id);
}

base::Result<FinishedFollowUp, base::Problems> DossierHandlers::read_finished(const http::Request& request) const {
    return FinishedFollowUp{ports::acting(request),
                            base::id_from<FollowUpId>(request.parameters.view("follow_up")).value_or(FollowUpId{0})};
}

http::WriteResult DossierHandlers::finish_follow_up(const FinishedFollowUp& finished, db::Write& write) const {
    const auto follow_up = store::find_follow_up(write, finished.follow_up);
    const auto who =
        follow_up ? recorded_by(services_, write, finished.acting, follow_up->representative) : std::nullopt;
    if (!who) return http::not_found();
    if (store::finish_follow_up(write, follow_up->id, finished.acting.staff.name) == store::Changed::yes)
        note(write, finished.acting, *who, {"dossiers.follow_up", {{"done", follow_up->words, "yes"}}});
    return back_to(finished.acting, who->id);
}

base::Result<Recording<LogFacts>, base::Problems> DossierHandlers::read_log(const http::Request& request) const {
    const LogForm form = staff_log_form(request);
    return recording(request, accept(Typed<LogForm>{form, today(request.received_at)}));
}

http::WriteResult DossierHandlers::keep_log(const Recording<LogFacts>& recording, db::Write& write) const {
    const auto who = recorded_by(services_, write, recording.acting, recording.representative);
    if (!who) return http::not_found();
    const LogFacts& facts = recording.facts;
    const auto day = base::day_of(facts.on_date).value_or(base::Day{});
    const base::Instant noon{std::chrono::microseconds{day.time_since_epoch() + std::chrono::hours{17}}.count()};
    store::add_answer(write, {.representative = who->id,
                              .campaign = facts.campaign,
                              .way = Way::staff,
                              .received_at = noon,
                              .sender = facts.sender,
                              .subject = "",
                              .words = facts.words,
                              .locale = recording.acting.locale,
                              .kind = facts.kind,
                              .fingerprint = "",
                              .read_by = recording.acting.staff.name});
    note(write, recording.acting, *who, {"dossiers.answer", {{"kind", "", std::string{name_of(facts.kind)}}}});
    return back_to(recording.acting, who->id);
}

}  // namespace dossiers
