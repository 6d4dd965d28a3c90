#include "features/accounts/sign_in_handlers_parts.h"

#include "features/accounts/pages.h"
#include "features/accounts/passkey_store.h"
#include "features/accounts/store.h"
#include "platform/auth/audit.h"
#include "platform/auth/passkey.h"

namespace accounts {
namespace {

html::FormState state_of(const base::Problems& problems) {
    return problems.empty() ? html::FormState::fine : html::FormState::has_problems;
}

std::string_view word_of(SignInMeans means) {
    switch (means) {
        case SignInMeans::password:
            return "password";
        case SignInMeans::code:
            return "password and code";
        case SignInMeans::passkey:
            return "passkey";
    }
    return "";
}

void record_sign_in(db::Write& write, const Opening& opening) {
    auth::record(write, {.actor = {opening.staff.id, opening.staff.name, opening.request->request_id},
                         .action = "accounts.sign_in",
                         .subject = {"staff", opening.staff.id.value},
                         .changes = {{"means", "", std::string{word_of(opening.means)}}}});
}

}  // namespace

http::Cookie session_cookie_of(const Services& services, std::string value) {
    return {.name = session_cookie(services.config), .value = std::move(value)};
}

auth::TokenHash session_of(const Services& services, const http::Request& request) {
    return auth::hash_of_token(request.cookies.view(session_cookie(services.config)));
}

std::string next_of(const http::Request& request) {
    const auto sent = request.form.find("next");
    return safe_next(sent ? *sent : request.query.view("next"), request.locale);
}

http::Response open_session(const Services& services, const Opening& opening, db::Write& write) {
    const auto& request = *opening.request;
    if (const auto before = find_session(write, session_of(services, request))) end_session(write, before->id);
    forget_failures(write, address_hash(services.secret, opening.staff.email));
    insert_session(write, {.staff = opening.staff.id,
                           .token = opening.token.hash,
                           .state = SessionState::signed_in,
                           .lifetime = kSessionLimit,
                           .device = device_of(request.headers.view("User-Agent")),
                           .network = request.client.truncated()});
    record_sign_in(write, opening);
    auto response = http::see_other(next_of(request));
    response.cookies.push_back(session_cookie_of(services, opening.token.text));
    return response;
}

http::Response sign_in_page(const Services& services, const http::Request& request, base::Problems problems,
                            int status) {
    const i18n::Translator t{request.locale};
    ports::PageWords words{
        .title = t("Staff sign-in"), .form_state = state_of(problems), .indexing = html::Indexing::refused};
    const auto done = request.query.view("done");
    if (done == "signed-out") words.flash = html::Flash{html::Tone::success, t("You are signed out.")};
    if (done == "password")
        words.flash = html::Flash{html::Tone::success, t("Your password is set. You can sign in now.")};
    pages::SignInForm form{request.form.text("email"), next_of(request), std::move(problems)};
    if (auth::relying_party(services.config.server.public_url)) form.passkeys = pages::Passkeys::offered;
    return ports::respond(services.frames.frame(request, std::move(words)), pages::sign_in(t, form), status);
}

http::Response second_step_page(const Services& services, const SecondStepPage& page, base::Problems problems,
                                db::Read& read) {
    const i18n::Translator t{page.request.locale};
    const auto staff = find_staff(read, page.staff);
    const auto step = staff ? second_step_of(*staff, passkeys_of(read, page.staff)) : SecondStep::code;
    auto frame = services.frames.frame(page.request, {.title = pages::second_step_title(t, step),
                                                      .form_state = state_of(problems),
                                                      .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), pages::code(t, {next_of(page.request), step, std::move(problems)}),
                          page.status);
}

}  // namespace accounts
