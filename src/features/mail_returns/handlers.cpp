#include "features/mail_returns/handlers.h"

#include "base/text.h"
#include "base/whole_number.h"
#include "features/mail_returns/pages.h"
#include "features/mail_returns/store.h"
#include "people/address_hash.h"
#include "people/mail_standing.h"
#include "platform/auth/audit.h"
#include "platform/db/database.h"
#include "platform/dns/text_records.h"

namespace mail_returns {
namespace {

constexpr int kDaysShown = 30;
constexpr std::int64_t kMailsShown = 50;
constexpr std::size_t kLongestWhy = 200;  // characters

bool may_see_everybody(const auth::Principal& staff) { return auth::may(staff, auth::Permission::read_people, {}); }

std::optional<html::Flash> flash_of(const i18n::Translator& t, std::string_view done) {
    if (done == "suppressed") return html::Flash{html::Tone::success, t("This address is left alone from now on.")};
    if (done == "lifted") return html::Flash{html::Tone::success, t("This address may be mailed again.")};
    return std::nullopt;
}

// The address itself stays out of the log of deeds.
void record(db::Write& write, const ports::Acting& acting, std::string action) {
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = std::move(action),
                         .subject = {"mail_suppression", 0, ""}});
}

}  // namespace

http::Response Handlers::show(const http::Request& request, db::Read& read) const { return page(request, {}, read); }

http::Response Handlers::show_again(const http::Request& request, const base::Problems& problems,
                                    db::Read& read) const {
    return page(request, problems, read);
}

http::Response Handlers::page(const http::Request& request, const base::Problems& problems, db::Read& read) const {
    if (!may_see_everybody(*request.staff)) return http::forbidden();
    const i18n::Translator t{request.locale};
    const auto& mail = services_.config.mail;
    pages::ReturnsView view{
        .counts = store::counts_since(read, db::now() - base::days(kDaysShown)),
        .mails = store::kept_mails(read, kMailsShown),
        .asked = problems.empty() ? base::collapse_spaces(request.query.view("address")) : request.form.text("address"),
        .why = request.form.text("why"),
        .problems = problems,
        .is_reachable = !mail.returns_listen.empty() || !mail.returns_maildir.empty()};
    if (const auto address = base::EmailAddress::parse(view.asked)) {
        view.is_known = true;
        view.suppression = people::find_suppression(read, people::address_hash(services_.secret, *address));
    }
    auto frame = services_.frames.staff_frame(
        request, {.title = t("Returned mail"),
                  .path = pages::returns_path(request.locale),
                  .flash = flash_of(t, request.query.view("done")),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(std::move(frame), pages::returns(t, view), problems.empty() ? 200 : 422);
}

base::Result<SuppressionAct, base::Problems> Handlers::read_suppression(const http::Request& request) const {
    base::Problems problems;
    const auto address = base::EmailAddress::parse(base::collapse_spaces(request.form.view("address")));
    const std::string why = base::collapse_spaces(request.form.view("why"));
    if (!address) problems.push_back({"address", base::message("Write an email address, such as name@example.org.")});
    if (base::count_characters(why) > kLongestWhy)
        problems.push_back({"why", base::message("That is too long; 200 characters have room.")});
    if (!problems.empty()) return problems;
    return SuppressionAct{ports::acting(request), *address, why};
}

http::WriteResult Handlers::suppress(const SuppressionAct& act, db::Write& write) const {
    if (!may_see_everybody(act.acting.staff)) return http::forbidden();
    people::suppress(write, {people::address_hash(services_.secret, act.address), people::SuppressionReason::by_staff,
                             act.why, write.now()});
    record(write, act.acting, "mail_returns.suppress");
    return http::see_other(pages::returns_path(act.acting.locale) + "?done=suppressed");
}

http::WriteResult Handlers::lift(const SuppressionAct& act, db::Write& write) const {
    if (!may_see_everybody(act.acting.staff)) return http::forbidden();
    people::lift_suppression(write, people::address_hash(services_.secret, act.address));
    record(write, act.acting, "mail_returns.lift");
    return http::see_other(pages::returns_path(act.acting.locale) + "?done=lifted");
}

http::Response Handlers::show_mail(const http::Request& request, db::Read& read) const {
    if (!may_see_everybody(*request.staff)) return http::forbidden();
    const auto id = base::id_from<ReturnedMailId>(request.parameters.view("mail"));
    const auto mail = id ? store::find_mail(read, *id) : std::nullopt;
    if (!mail) return http::not_found();
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.staff_frame(request, {.title = t("A mail that came back")});
    return ports::respond(std::move(frame), pages::mail(t, *mail));
}

http::Response Handlers::domain(const http::Request& request) const {
    const auto& mail = services_.config.mail;
    const std::string domain = domain_of(mail.from_address);
    const std::string key_domain = mail.dkim.domain.empty() ? domain : mail.dkim.domain;
    const Key key{key_domain, mail.dkim.selector, services_.dkim_record};
    const auto key_records =
        key.ours.empty() ? dns::TextRecords{} : dns::text_records(key.selector + "._domainkey." + key.domain);
    const pages::DomainView view{.domain = domain,
                                 .spf = judge_spf(domain, dns::text_records(domain)),
                                 .dkim = judge_dkim(key, key_records),
                                 .dmarc = judge_dmarc(domain, dns::text_records("_dmarc." + domain))};
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Our domain")}), pages::domain(t, view));
}

}  // namespace mail_returns
