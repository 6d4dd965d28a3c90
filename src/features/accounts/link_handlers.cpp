#include "features/accounts/link_handlers.h"

#include "features/accounts/mails.h"
#include "features/accounts/pages.h"
#include "features/accounts/store.h"
#include "platform/auth/audit.h"
#include "platform/mail/outbox.h"

namespace accounts {
namespace {

// Nobody's mailbox is filled by somebody else's presses.
constexpr base::Duration kBetweenLinks = base::minutes(2);

html::FormState state_of(const base::Problems& problems) {
    return problems.empty() ? html::FormState::fine : html::FormState::has_problems;
}

int status_of(const base::Problems& problems) { return problems.empty() ? 200 : 422; }

}  // namespace

// Forgotten --------------------------------------------------------------------------------------------------------

http::Response LinkHandlers::show_forgotten(const http::Request& request, db::Read&) const {
    if (!request.query.has("sent")) return forgotten_page(request, {});
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(request, {.title = t("Check your email"), .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), pages::forgotten_sent(t));
}

base::Result<Forgotten, base::Problems> LinkHandlers::read_forgotten(const http::Request& request) const {
    const auto email = base::EmailAddress::parse(request.form.view("email"));
    if (!email)
        return base::Problems{{"email", base::message("Please give an email address, such as name@example.org.")}};
    return Forgotten{address_hash(services_.secret, *email), request.locale};
}

http::WriteResult LinkHandlers::send_link(const Forgotten& form, db::Write& write) const {
    const auto answer = http::see_other(pages::staff_path(form.locale, "forgotten?sent=1"));
    const auto staff = find_staff_by_address(write, form.address_hash);
    if (!staff || !staff->is_active()) return answer;
    const auto newest = newest_link(write, staff->id);
    if (newest && write.now() - newest->created_at < kBetweenLinks) return answer;
    const auto link = insert_link(write, staff->id, LinkKind::forgotten, std::nullopt);
    mail::queue(write, {kForgottenMail, staff->email, staff->locale, link.value});
    return answer;
}

http::Response LinkHandlers::show_forgotten_again(const http::Request& request, const base::Problems& problems,
                                                  db::Read&) const {
    return forgotten_page(request, problems);
}

http::Response LinkHandlers::forgotten_page(const http::Request& request, const base::Problems& problems) const {
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(
        request,
        {.title = t("Choose a new password"), .form_state = state_of(problems), .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), pages::forgotten(t, {request.form.text("email"), problems}),
                          status_of(problems));
}

// Link -------------------------------------------------------------------------------------------------------------

http::Response LinkHandlers::show_link(const http::Request& request, db::Read& read) const {
    return link_page(request, {}, read);
}

base::Result<ChosenPassword, base::Problems> LinkHandlers::read_password(const http::Request& request) const {
    ChosenPassword form{request.path, request.request_id, request.locale, {}};
    const auto found = services_.database.read([&](db::Read& read) { return find(request, read); });
    if (!found) return form;
    const NewPassword typed{request.form.text("password"), request.form.text("password_again")};
    auto problems = problems_of(typed, found->staff.email);
    if (!problems.empty()) return problems;
    form.link = found->link.id;
    form.password = services_.passwords.hash(typed.password);
    return form;
}

// Every other link and session of this person ends: whoever had them may be the reason for the new password.
http::WriteResult LinkHandlers::set_password(const ChosenPassword& form, db::Write& write) const {
    const auto link = form.link ? find_link(write, *form.link) : std::nullopt;
    if (!link || !is_usable(*link, write.now())) return http::see_other(form.path);
    const auto staff = find_staff(write, link->staff);
    if (!staff || !staff->is_active()) return http::see_other(form.path);
    accounts::set_password(write, staff->id, form.password);
    use_links_of(write, staff->id);
    end_sessions_of(write, staff->id, std::nullopt);
    forget_failures(write, address_hash(services_.secret, staff->email));
    auth::record(write, {.actor = {staff->id, staff->name, form.request_id},
                         .action = "accounts.set_password",
                         .subject = {"staff", staff->id.value}});
    if (staff->password) mail::queue(write, {kPasswordChangedMail, staff->email, staff->locale, staff->id.value});
    return http::see_other(pages::staff_path(form.locale, "sign-in?done=password"));
}

http::Response LinkHandlers::show_link_again(const http::Request& request, const base::Problems& problems,
                                             db::Read& read) const {
    return link_page(request, problems, read);
}

std::optional<LinkHandlers::Found> LinkHandlers::find(const http::Request& request, db::Read& read) const {
    const auto id = services_.tokens.read(kLinkToken, request.parameter("token"));
    const auto link = id ? find_link(read, LinkId{*id}) : std::nullopt;
    if (!link || !is_usable(*link, request.received_at)) return std::nullopt;
    auto staff = find_staff(read, link->staff);
    if (!staff || !staff->is_active()) return std::nullopt;
    return Found{*link, *std::move(staff)};
}

http::Response LinkHandlers::link_page(const http::Request& request, const base::Problems& problems,
                                       db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto found = find(request, read);
    const std::string title = found ? t("Choose a password") : t("This link no longer works");
    auto frame = services_.frames.frame(
        request, {.title = title, .form_state = state_of(problems), .indexing = html::Indexing::refused});
    if (!found) return ports::respond(std::move(frame), pages::link_gone(t), 410);
    return ports::respond(std::move(frame),
                          pages::choose_password(t, {request.path, found->staff, found->link.kind, problems}),
                          status_of(problems));
}

}  // namespace accounts
