#include "features/accounts/passkey_handlers.h"

#include "base/whole_number.h"
#include "features/accounts/mails.h"
#include "features/accounts/pages.h"
#include "features/accounts/passkey_pages.h"
#include "features/accounts/passkey_store.h"
#include "features/accounts/staff_pages.h"
#include "features/accounts/store.h"
#include "platform/auth/audit.h"
#include "platform/mail/outbox.h"

namespace accounts {
namespace {

constexpr auto kWrongPassword = base::message("This is not your password.");
constexpr auto kTooMany = base::message("You have twenty passkeys already. Remove one that you no longer use.");
constexpr auto kNotOffered = base::message("Browsers make no passkeys for an address like this site's.");

html::FormState state_of(const base::Problems& problems) {
    return problems.empty() ? html::FormState::fine : html::FormState::has_problems;
}

int status_of(const base::Problems& problems) { return problems.empty() ? 200 : 422; }

// On oneself: the label is the passkey's name.
void record(db::Write& write, const ports::Acting& acting, const auth::AuditEntry& entry) {
    auto whole = entry;
    whole.actor = auth::actor_of(acting.staff, acting.request_id);
    whole.subject.kind = "staff";
    whole.subject.id = acting.staff.id.value;
    auth::record(write, whole);
}

http::Response to_list(base::Locale locale, std::string_view done) {
    std::string path = pages::staff_path(locale, "account/passkeys");
    if (!done.empty()) path.append("?done=").append(done);
    return http::see_other(path);
}

std::optional<html::Flash> flash_of(i18n::Translator t, std::string_view done) {
    if (done == "made")
        return html::Flash{html::Tone::success, t("Your passkey is ready. Try it at your next sign-in.")};
    if (done == "renamed") return html::Flash{html::Tone::success, t("Saved.")};
    if (done == "removed")
        return html::Flash{html::Tone::success,
                           t("The passkey is removed. You can delete it from the device as well.")};
    if (done == "failed")
        return html::Flash{html::Tone::error, t("The passkey could not be made. Please begin once more.")};
    return std::nullopt;
}

// One's own, or nothing.
std::optional<Passkey> own_passkey(db::Read& read, StaffId staff, std::optional<PasskeyId> id) {
    auto passkey = id ? find_passkey(read, *id) : std::nullopt;
    return passkey && passkey->staff == staff ? passkey : std::nullopt;
}

std::optional<PasskeyId> id_of(const http::Request& request) {
    return base::id_from<PasskeyId>(request.parameters.view("id"));
}

}  // namespace

// List -------------------------------------------------------------------------------------------------------------

http::Response PasskeyHandlers::list(const http::Request& request, db::Read& read) const {
    return list_again(request, {}, read);
}

http::Response PasskeyHandlers::list_again(const http::Request& request, const base::Problems& problems,
                                           db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.staff_frame(request, {.title = t("Passkeys"),
                                                        .path = pages::staff_path(request.locale, "account/passkeys"),
                                                        .flash = flash_of(t, request.query.view("done")),
                                                        .form_state = state_of(problems)});
    const bool is_offered = auth::relying_party(services_.config.server.public_url).has_value();
    return ports::respond(
        std::move(frame),
        passkey_pages::list(t, {.passkeys = passkeys_of(read, request.staff->id),
                                .offered = is_offered ? pages::Passkeys::offered : pages::Passkeys::none,
                                .name = request.form.text("name"),
                                .problems = problems}),
        status_of(problems));
}

// Making one -------------------------------------------------------------------------------------------------------

bool PasskeyHandlers::is_password(const http::Request& request, std::string_view field) const {
    const auto staff = services_.database.read([&](db::Read& read) { return find_staff(read, request.staff->id); });
    return services_.passwords.verify(request.form.view(field), staff ? staff->password : std::nullopt);
}

base::Result<BeginPasskey, base::Problems> PasskeyHandlers::read_begin(const http::Request& request) const {
    base::Problems problems;
    const auto name = read_passkey_name(request.form.view("name"));
    if (!name) problems = name.error();
    if (!is_password(request, "password")) problems.push_back({"password", kWrongPassword});
    if (!auth::relying_party(services_.config.server.public_url)) problems.push_back({"", kNotOffered});
    if (!problems.empty()) return problems;
    return BeginPasskey{ports::acting(request), session_of(services_, request), auth::new_challenge(services_.random),
                        *name};
}

http::WriteResult PasskeyHandlers::begin(const BeginPasskey& form, db::Write& write) const {
    if (passkeys_of(write, form.acting.staff.id).size() >= kMostPasskeys) return base::Problems{{"", kTooMany}};
    open_challenge(write, {form.challenge, ChallengePurpose::making, form.session, form.name});
    return http::see_other(pages::staff_path(form.acting.locale, "account/passkeys/new"));
}

std::optional<OpenChallenge> PasskeyHandlers::challenge_of(const http::Request& request, db::Read& read) const {
    const auto bound_to = session_of(services_, request);
    return find_challenge(read, {ChallengePurpose::making, bound_to, request.received_at});
}

http::Response PasskeyHandlers::show_new(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto site = auth::relying_party(services_.config.server.public_url);
    const auto challenge = challenge_of(request, read);
    const auto staff = find_staff(read, request.staff->id);
    if (!site || !challenge || !staff) return to_list(request.locale, "");
    const auto held = passkeys_of(read, staff->id);
    const std::string options =
        json_of(CreationOptions{*site, challenge->challenge, *staff, user_handle(services_.tokens, staff->id),
                                services_.frames.campaign(request.locale), held});
    auto frame = services_.frames.staff_frame(request, {.title = t("Make a passkey")});
    return ports::respond(std::move(frame), passkey_pages::make(t, {challenge->name, options}));
}

base::Result<MakePasskey, base::Problems> PasskeyHandlers::read_new(const http::Request& request) const {
    MakePasskey form{std::make_shared<const http::Request>(request), ports::acting(request),
                     services_.database.read([&](db::Read& read) { return challenge_of(request, read); }), std::nullopt,
                     new_recovery_codes(services_.random)};
    const auto site = auth::relying_party(services_.config.server.public_url);
    const auto response =
        decode(SentRegistration{request.form.view("client_data"), request.form.view("attestation_object")});
    if (!site || !response || !form.challenge) return form;
    auto made =
        auth::verify_registration(*response, {*site, form.challenge->challenge, auth::UserVerification::required});
    if (made) form.passkey = *std::move(made);
    return form;
}

http::WriteResult PasskeyHandlers::make(const MakePasskey& form, db::Write& write) const {
    const StaffId owner = form.acting.staff.id;
    const bool is_open = form.challenge && use_challenge(write, form.challenge->id);
    if (!is_open || !form.passkey || passkeys_of(write, owner).size() >= kMostPasskeys)
        return to_list(form.acting.locale, "failed");
    if (!insert_passkey(write, {owner, form.challenge->name}, *form.passkey))
        return to_list(form.acting.locale, "failed");
    record(write, form.acting,
           {.actor = {}, .action = "accounts.make_passkey", .subject = {"", 0, form.challenge->name}});
    const auto staff = find_staff(write, owner).value();
    mail::queue(write, {kPasskeyMadeMail, staff.email, staff.locale, owner.value});
    if (unused_recovery_codes(write, owner) > 0) return to_list(form.acting.locale, "made");
    return first_codes(form, write);
}

// From now on a password alone opens nothing: for the day the device is lost there are recovery codes.
http::Response PasskeyHandlers::first_codes(const MakePasskey& form, db::Write& write) const {
    std::vector<std::int64_t> hashes;
    for (const auto& code : form.recovery_codes)
        hashes.push_back(recovery_code_hash(services_.secret, form.acting.staff.id, code));
    replace_recovery_codes(write, form.acting.staff.id, hashes);
    const i18n::Translator t{form.acting.locale};
    auto frame = services_.frames.staff_frame(*form.request, {.title = t("Your passkey is ready")});
    return ports::respond(std::move(frame),
                          staff_pages::recovery_codes(t, {t("Your passkey is ready"), form.recovery_codes}));
}

// One of them ------------------------------------------------------------------------------------------------------

http::Response PasskeyHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response PasskeyHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                           db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto passkey = own_passkey(read, request.staff->id, id_of(request));
    if (!passkey) return http::not_found();
    auto frame = services_.frames.staff_frame(
        request, {.title = passkey->name,
                  .path = pages::staff_path(request.locale, "account/passkeys/" + std::to_string(passkey->id.value)),
                  .form_state = state_of(problems)});
    const auto typed = request.form.find("name");
    return ports::respond(std::move(frame),
                          passkey_pages::show(t, {*passkey, typed ? std::string{*typed} : passkey->name, problems}),
                          status_of(problems));
}

base::Result<PasskeyAct, base::Problems> PasskeyHandlers::read_name(const http::Request& request) const {
    base::Problems problems;
    const auto name = read_passkey_name(request.form.view("name"));
    if (!name) problems = name.error();
    if (!is_password(request, "password_for_name")) problems.push_back({"password_for_name", kWrongPassword});
    if (!problems.empty()) return problems;
    return PasskeyAct{ports::acting(request), id_of(request), *name};
}

http::WriteResult PasskeyHandlers::rename(const PasskeyAct& act, db::Write& write) const {
    const auto passkey = own_passkey(write, act.acting.staff.id, act.passkey);
    if (!passkey) return http::not_found();
    if (passkey->name != act.name) {
        rename_passkey(write, passkey->id, act.name);
        record(write, act.acting,
               {.actor = {},
                .action = "accounts.rename_passkey",
                .subject = {"", 0, act.name},
                .changes = {{"name", passkey->name, act.name}}});
    }
    return to_list(act.acting.locale, "renamed");
}

base::Result<PasskeyAct, base::Problems> PasskeyHandlers::read_removal(const http::Request& request) const {
    if (!is_password(request, "password_for_removal")) return base::Problems{{"password_for_removal", kWrongPassword}};
    return PasskeyAct{ports::acting(request), id_of(request)};
}

http::WriteResult PasskeyHandlers::remove(const PasskeyAct& act, db::Write& write) const {
    const auto passkey = own_passkey(write, act.acting.staff.id, act.passkey);
    if (!passkey) return http::not_found();
    remove_passkey(write, passkey->id);
    drop_idle_recovery_codes(write, act.acting.staff.id);
    record(write, act.acting, {.actor = {}, .action = "accounts.remove_passkey", .subject = {"", 0, passkey->name}});
    return to_list(act.acting.locale, "removed");
}

}  // namespace accounts
