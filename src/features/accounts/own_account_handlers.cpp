#include "features/accounts/own_account_handlers.h"

#include "base/whole_number.h"
#include "features/accounts/mails.h"
#include "features/accounts/pages.h"
#include "features/accounts/passkey_store.h"
#include "features/accounts/store.h"
#include "platform/auth/audit.h"
#include "platform/mail/outbox.h"

namespace accounts {
namespace {

constexpr auto kWrongPassword = base::message("This is not your password.");

html::FormState state_of(const base::Problems& problems) {
    return problems.empty() ? html::FormState::fine : html::FormState::has_problems;
}

int status_of(const base::Problems& problems) { return problems.empty() ? 200 : 422; }

// On oneself, so that the log names nobody behind the words; those that need a name get it.
void record(db::Write& write, const Acting& acting, std::string action, std::string label = {}) {
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = std::move(action),
                         .subject = {"staff", acting.staff.id.value, std::move(label)}});
}

http::Response to_account(const Acting& acting, std::string_view done) {
    return http::see_other(pages::staff_path(acting.locale, "account?done=" + std::string{done}));
}

// As it was typed just now; absent where another form was sent, or none.
std::optional<ProfileForm> typed_profile(const http::Request& request) {
    if (!request.form.has("name")) return std::nullopt;
    return ProfileForm{request.form.text("name"), request.form.text("locale")};
}

std::optional<html::Flash> flash_of(i18n::Translator t, std::string_view done) {
    if (done == "profile") return html::Flash{html::Tone::success, t("Saved.")};
    if (done == "password")
        return html::Flash{html::Tone::success, t("Your password is changed. Your other devices are signed out.")};
    if (done == "session") return html::Flash{html::Tone::success, t("That device is signed out.")};
    if (done == "codes-ended") return html::Flash{html::Tone::success, t("One-time codes are off.")};
    return std::nullopt;
}

}  // namespace

http::Response OwnAccountHandlers::show(const http::Request& request, db::Read& read) const {
    return page(request, {}, read);
}

http::Response OwnAccountHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                              db::Read& read) const {
    return page(request, problems, read);
}

http::Response OwnAccountHandlers::page(const http::Request& request, const base::Problems& problems,
                                        db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto staff = find_staff(read, request.staff->id);
    if (!staff) return http::not_found();
    auto frame = services_.frames.staff_frame(request, {.title = t("Your account"),
                                                        .path = pages::staff_path(request.locale, "account"),
                                                        .flash = flash_of(t, request.query.view("done")),
                                                        .form_state = state_of(problems)});
    return ports::respond(
        std::move(frame),
        staff_pages::account(t, {.staff = *std::move(staff),
                                 .sessions = sessions_of(read, request.staff->id),
                                 .current = request.staff->session,
                                 .recovery_codes_left = unused_recovery_codes(read, request.staff->id),
                                 .passkeys = static_cast<std::int64_t>(passkeys_of(read, request.staff->id).size()),
                                 .now = request.received_at,
                                 .profile = typed_profile(request),
                                 .problems = problems}),
        status_of(problems));
}

// Name -------------------------------------------------------------------------------------------------------------

base::Result<ChangeProfile, base::Problems> OwnAccountHandlers::read_profile(const http::Request& request) const {
    const auto profile = accounts::read_profile({request.form.text("name"), request.form.text("locale")});
    if (!profile) return profile.error();
    return ChangeProfile{ports::acting(request), *profile};
}

http::WriteResult OwnAccountHandlers::change_profile(const ChangeProfile& form, db::Write& write) const {
    const auto staff = find_staff(write, form.acting.staff.id);
    if (!staff) return http::not_found();
    std::vector<auth::Change> changes;
    auth::add_change(changes, "name", {staff->name, form.profile.name});
    auth::add_change(changes, "locale", {base::code(staff->locale), base::code(form.profile.locale)});
    set_profile(write, staff->id, form.profile);
    if (!changes.empty())
        auth::record(write, {.actor = auth::actor_of(form.acting.staff, form.acting.request_id),
                             .action = "accounts.change_profile",
                             .subject = {"staff", staff->id.value, form.profile.name},
                             .changes = std::move(changes)});
    return to_account(form.acting, "profile");
}

// Devices ----------------------------------------------------------------------------------------------------------

base::Result<EndSession, base::Problems> OwnAccountHandlers::read_end_session(const http::Request& request) const {
    return EndSession{ports::acting(request), base::id_from<SessionId>(request.parameters.view("id"))};
}

// Only one's own; what has ended already has ended.
http::WriteResult OwnAccountHandlers::end_session(const EndSession& form, db::Write& write) const {
    for (const auto& session : sessions_of(write, form.acting.staff.id)) {
        if (session.id != form.session) continue;
        accounts::end_session(write, session.id);
        record(write, form.acting, "accounts.end_session", form.acting.staff.name);
    }
    return to_account(form.acting, "session");
}

// Password ---------------------------------------------------------------------------------------------------------

std::optional<Staff> OwnAccountHandlers::staff_of(const http::Request& request) const {
    return services_.database.read([&](db::Read& read) { return find_staff(read, request.staff->id); });
}

base::Result<ChangePassword, base::Problems> OwnAccountHandlers::read_password(const http::Request& request) const {
    const auto staff = staff_of(request);
    const NewPassword typed{request.form.text("password"), request.form.text("password_again")};
    base::Problems problems;
    if (!services_.passwords.verify(request.form.view("current_password"), staff ? staff->password : std::nullopt))
        problems.push_back({"current_password", kWrongPassword});
    for (auto& problem : problems_of(typed, request.staff->email)) problems.push_back(std::move(problem));
    if (!problems.empty()) return problems;
    return ChangePassword{ports::acting(request), services_.passwords.hash(typed.password)};
}

http::WriteResult OwnAccountHandlers::change_password(const ChangePassword& form, db::Write& write) const {
    const auto staff = find_staff(write, form.acting.staff.id);
    if (!staff) return http::not_found();
    set_password(write, staff->id, form.password);
    use_links_of(write, staff->id);
    end_sessions_of(write, staff->id, form.acting.staff.session);
    record(write, form.acting, "accounts.set_password");
    mail::queue(write, {kPasswordChangedMail, staff->email, staff->locale, staff->id.value});
    return to_account(form.acting, "password");
}

// One-time codes ---------------------------------------------------------------------------------------------------

base::Result<BeginCodes, base::Problems> OwnAccountHandlers::read_begin_codes(const http::Request& request) const {
    return BeginCodes{ports::acting(request), auth::new_totp_secret(services_.random)};
}

// Codes that are on stay as they are: nobody takes them over from an open browser.
http::WriteResult OwnAccountHandlers::begin_codes(const BeginCodes& form, db::Write& write) const {
    const auto staff = find_staff(write, form.acting.staff.id);
    if (!staff) return http::not_found();
    if (staff->asks_for_code()) return http::see_other(pages::staff_path(form.acting.locale, "account"));
    accounts::begin_codes(write, staff->id, form.secret);
    return http::see_other(pages::staff_path(form.acting.locale, "account/codes"));
}

http::Response OwnAccountHandlers::show_codes(const http::Request& request, db::Read& read) const {
    return codes_page(request, {}, read);
}

base::Result<ConfirmCodes, base::Problems> OwnAccountHandlers::read_confirm_codes(const http::Request& request) const {
    const auto code = request.form.text("code");
    if (code.empty()) return base::Problems{{"code", base::message("Please give the code.")}};
    return ConfirmCodes{std::make_shared<const http::Request>(request), ports::acting(request), code,
                        new_recovery_codes(services_.random)};
}

http::WriteResult OwnAccountHandlers::confirm_codes(const ConfirmCodes& form, db::Write& write) const {
    const auto staff = find_staff(write, form.acting.staff.id);
    if (!staff || !staff->code_secret || staff->asks_for_code())
        return http::see_other(pages::staff_path(form.acting.locale, "account"));
    const auto step = auth::matching_step(*staff->code_secret, {form.code, write.now()});
    if (!step)
        return base::Problems{{"code", base::message("This code does not match. Is the clock on your phone right?")}};
    accounts::confirm_codes(write, staff->id, *step);
    std::vector<std::int64_t> hashes;
    for (const auto& code : form.recovery_codes)
        hashes.push_back(recovery_code_hash(services_.secret, staff->id, code));
    replace_recovery_codes(write, staff->id, hashes);
    record(write, form.acting, "accounts.turn_on_codes");
    const i18n::Translator t{form.acting.locale};
    auto frame = services_.frames.staff_frame(*form.request, {.title = t("One-time codes are on")});
    return ports::respond(std::move(frame),
                          staff_pages::recovery_codes(t, {t("One-time codes are on"), form.recovery_codes}));
}

http::Response OwnAccountHandlers::show_codes_again(const http::Request& request, const base::Problems& problems,
                                                    db::Read& read) const {
    return codes_page(request, problems, read);
}

http::Response OwnAccountHandlers::codes_page(const http::Request& request, const base::Problems& problems,
                                              db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto staff = find_staff(read, request.staff->id);
    if (!staff || !staff->code_secret || staff->asks_for_code())
        return http::see_other(pages::staff_path(request.locale, "account"));
    auto frame =
        services_.frames.staff_frame(request, {.title = t("Set up one-time codes"), .form_state = state_of(problems)});
    const std::string issuer = services_.frames.campaign(request.locale);
    return ports::respond(std::move(frame),
                          staff_pages::code_setup(
                              t, {.secret = *staff->code_secret,
                                  .otpauth_uri = auth::otpauth_uri(*staff->code_secret, {issuer, staff->email.text()}),
                                  .problems = problems}),
                          status_of(problems));
}

base::Result<EndCodes, base::Problems> OwnAccountHandlers::read_end_codes(const http::Request& request) const {
    const auto staff = staff_of(request);
    if (!services_.passwords.verify(request.form.view("password_for_codes"), staff ? staff->password : std::nullopt))
        return base::Problems{{"password_for_codes", kWrongPassword}};
    return EndCodes{ports::acting(request)};
}

http::WriteResult OwnAccountHandlers::end_codes(const EndCodes& form, db::Write& write) const {
    accounts::end_codes(write, form.acting.staff.id);
    record(write, form.acting, "accounts.turn_off_codes", form.acting.staff.name);
    return to_account(form.acting, "codes-ended");
}

}  // namespace accounts
