#include "features/privacy/staff_handlers.h"

#include <algorithm>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/privacy/incident_store.h"
#include "features/privacy/retention_service.h"
#include "features/privacy/staff_pages.h"
#include "features/privacy/store.h"
#include "platform/auth/audit.h"

namespace privacy {
namespace {

using i18n::Translator;

constexpr std::int64_t kRunsShown = 20;

// Data of the whole house: not for those who manage one level.
bool may_manage(const auth::Principal& staff) { return auth::may(staff, auth::Permission::manage_settings, {}); }

IncidentForm form_of(const http::Form& form) {
    return {form.text("title"),          form.text("noticed_on"), form.text("happened"),    form.text("affected"),
            form.text("affected_count"), form.text("risk"),       form.text("risk_reason"), form.text("notified")};
}

struct Done {
    std::string action, kind;
    std::int64_t id;
    std::string label;
    std::vector<auth::Change> changes;
};
void audit(db::Write& write, const ports::Acting& acting, Done done) {
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = std::move(done.action),
                         .subject = {std::move(done.kind), done.id, std::move(done.label)},
                         .changes = std::move(done.changes)});
}

IncidentId id_of(const http::Request& request) {
    return base::id_from<IncidentId>(request.parameter("incident")).value_or(IncidentId{0});
}

}  // namespace

http::Response StaffHandlers::overview(const http::Request& request, db::Read& read) const {
    return overview_again(request, {}, read);
}

http::Response StaffHandlers::overview_again(const http::Request& request, const base::Problems& problems,
                                             db::Read& read) const {
    if (!may_manage(*request.staff)) return http::forbidden();
    const Translator t{request.locale};
    auto officer = store::officer(read).value_or(Officer{});
    if (!problems.empty() && request.form.find("role_en"))
        officer = {request.form.text("name"), request.form.text("role_en"), request.form.text("role_fr"),
                   request.form.text("email")};
    auto frame = services_.frames.staff_frame(
        request, {.title = t("Privacy"),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(std::move(frame),
                          staff_pages::overview(t, {standing_rules(services_.retention, read, request.received_at),
                                                    store::latest_runs(read, kRunsShown), store::count_erasures(read),
                                                    officer, problems}),
                          problems.empty() ? 200 : 422);
}

base::Result<DaysAct, base::Problems> StaffHandlers::read_days(const http::Request& request) const {
    const auto days = base::whole_number(base::collapse_spaces(request.form.text("days")));
    if (!days || *days < 1 || *days > kMostDays)
        return base::Problems{{"", base::message("Please enter a whole number of days.")}};
    return DaysAct{ports::acting(request), request.parameter("rule"), *days};
}

http::WriteResult StaffHandlers::choose_days(const DaysAct& act, db::Write& write) const {
    if (!may_manage(act.acting.staff)) return http::forbidden();
    const auto& rules = services_.retention.rules();
    const auto rule = std::ranges::find(rules, act.rule, &ports::RetentionRule::key);
    if (rule == rules.end()) return http::not_found();
    if (act.days < rule->fewest_days)
        return base::Problems{{"", base::message("That is too short: the data is still needed then.")}};
    store::choose_days(write, {act.rule, act.days});
    audit(write, act.acting,
          {"privacy.choose_days", "privacy_rule", 0, act.rule, {{"days", "", std::to_string(act.days)}}});
    return http::see_other(staff_pages::overview_path(act.acting.locale));
}

base::Result<OfficerAct, base::Problems> StaffHandlers::read_officer_form(const http::Request& request) const {
    auto officer = read_officer({request.form.text("name"), request.form.text("role_en"), request.form.text("role_fr"),
                                 request.form.text("email")});
    if (!officer) return officer.error();
    return OfficerAct{ports::acting(request), *std::move(officer)};
}

http::WriteResult StaffHandlers::name_officer(const OfficerAct& act, db::Write& write) const {
    if (!may_manage(act.acting.staff)) return http::forbidden();
    store::name_officer(write, act.officer);
    audit(write, act.acting, {"privacy.name_officer", "privacy_officer", 1, act.officer.name, {}});
    return http::see_other(staff_pages::overview_path(act.acting.locale));
}

http::Response StaffHandlers::incidents(const http::Request& request, db::Read& read) const {
    if (!may_manage(*request.staff)) return http::forbidden();
    const Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Incidents")}),
                          staff_pages::incidents(t, store::incidents(read)));
}

http::Response StaffHandlers::show_new(const http::Request& request, db::Read& read) const {
    return show_new_again(request, {}, read);
}

http::Response StaffHandlers::register_file(const http::Request& request, db::Read& read) const {
    if (!may_manage(*request.staff)) return http::forbidden();
    return http::download({"incidents.csv", "text/csv; charset=utf-8", csv_of(store::incidents(read))});
}

base::Result<IncidentAct, base::Problems> StaffHandlers::read_new(const http::Request& request) const {
    auto plan = read_incident(form_of(request.form));
    if (!plan) return plan.error();
    return IncidentAct{ports::acting(request), *std::move(plan)};
}

http::WriteResult StaffHandlers::record(const IncidentAct& act, db::Write& write) const {
    if (!may_manage(act.acting.staff)) return http::forbidden();
    const auto id =
        store::record_incident(write, {.id = IncidentId{0}, .plan = act.plan, .recorded_by = act.acting.staff.name});
    audit(write, act.acting, {"privacy.record_incident", "privacy_incident", id.value, act.plan.title, {}});
    return http::see_other(staff_pages::incident_path(act.acting.locale, id));
}

http::Response StaffHandlers::show_new_again(const http::Request& request, const base::Problems& problems,
                                             db::Read&) const {
    if (!may_manage(*request.staff)) return http::forbidden();
    const Translator t{request.locale};
    auto frame = services_.frames.staff_frame(
        request, {.title = t("Record an incident"),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(std::move(frame), staff_pages::new_incident(t, {form_of(request.form), problems}),
                          problems.empty() ? 200 : 422);
}

http::Response StaffHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

base::Result<NoteAct, base::Problems> StaffHandlers::read_note(const http::Request& request) const {
    const std::string words = base::tidy_lines(request.form.text("words"));
    if (words.empty()) return base::Problems{{"words", base::message("Please fill this in.")}};
    if (base::count_characters(words) > 4'000)
        return base::Problems{{"words", base::message("This is too long: at most 4000 characters.")}};
    return NoteAct{ports::acting(request), id_of(request), words};
}

http::WriteResult StaffHandlers::add_note(const NoteAct& act, db::Write& write) const {
    if (!may_manage(act.acting.staff)) return http::forbidden();
    const auto incident = store::find_incident(write, act.incident);
    if (!incident) return http::not_found();
    store::add_note(write, act.incident, {.words = act.words, .recorded_by = act.acting.staff.name});
    audit(write, act.acting,
          {"privacy.follow_incident", "privacy_incident", act.incident.value, incident->plan.title, {}});
    return http::see_other(staff_pages::incident_path(act.acting.locale, act.incident));
}

http::Response StaffHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    if (!may_manage(*request.staff)) return http::forbidden();
    const auto incident = store::find_incident(read, id_of(request));
    if (!incident) return http::not_found();
    const Translator t{request.locale};
    auto frame = services_.frames.staff_frame(
        request, {.title = incident->plan.title,
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(std::move(frame), staff_pages::incident(t, *incident, problems),
                          problems.empty() ? 200 : 422);
}

}  // namespace privacy
