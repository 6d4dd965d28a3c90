#include "features/champions/application_handlers.h"

#include "features/champions/access_store.h"
#include "features/champions/application_pages.h"
#include "features/champions/own_pages.h"
#include "features/champions/pages.h"
#include "features/champions/store.h"
#include "people/address_hash.h"
#include "people/store.h"
#include "platform/i18n/translator.h"
#include "platform/mail/outbox.h"

namespace champions {
namespace {

using i18n::Translator;

std::string network_of(const http::Request& request) {
    return request.from_trusted_network ? std::string{} : request.client.truncated();
}

ApplicationForm typed_application(const http::Form& form) {
    return {.given_name = form.text("given_name"),
            .family_name = form.text("family_name"),
            .email = form.text("email"),
            .place = form.text("place"),
            .level = form.text("level"),
            .motivation = form.text("motivation"),
            .offer = {form.is_ticked("english"), form.is_ticked("french"), form.is_ticked("in_person"),
                      form.is_ticked("online"), form.text("radius")}};
}

// Provinces and locals; the nation too, for who travels all of it.
std::vector<people::Level> offered_levels(db::Read& read, base::Locale locale) {
    const auto tree = people::levels(read);
    std::vector<people::Level> levels;
    for (const auto* each : tree.sorted(locale)) levels.push_back(*each);
    return levels;
}

// With the language of the page chosen, before anything was typed.
ApplicationForm first_form(base::Locale locale) {
    ApplicationForm form;
    form.offer.english = locale == base::Locale::english;
    form.offer.french = locale == base::Locale::french;
    return form;
}

people::PersonStatement statement_of(const Champion& champion, const base::EmailAddress& email) {
    people::Address address;
    address.place = champion.place;
    address.province = champion.province;
    return {champion.address_hash, email, champion.name, champion.locale, address};
}

}  // namespace

http::Response ApplicationHandlers::application_page(const http::Request& request, const base::Problems& problems,
                                                     db::Read& read) const {
    const Translator t{request.locale};
    const bool is_first = request.method == http::Method::get;
    auto frame = services_.frames.frame(
        request, {.title = t("Become a Champion for Change"),
                  .description = t("Learn with others to speak about equality and public services, where you live."),
                  .path = pages::apply_path(request.locale),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(
        std::move(frame),
        pages::application(t, {is_first ? first_form(request.locale) : typed_application(request.form),
                               offered_levels(read, request.locale), problems}),
        problems.empty() ? 200 : 422);
}

http::Response ApplicationHandlers::show(const http::Request& request, db::Read& read) const {
    return application_page(request, {}, read);
}

http::Response ApplicationHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                               db::Read& read) const {
    return application_page(request, problems, read);
}

base::Result<ApplicationAct, base::Problems> ApplicationHandlers::read_application(const http::Request& request) const {
    auto application = champions::read_application(typed_application(request.form));
    if (!application) return application.error();
    const auto by = request.form.text("website").empty() ? ApplicationAct::By::person : ApplicationAct::By::script;
    const auto hash = people::address_hash(services_.secret, application->email);
    return ApplicationAct{*std::move(application), hash, request.locale, network_of(request), by};
}

void ApplicationHandlers::mail_link(db::Write& write, const Champion& champion, const Link& link) const {
    const auto email = base::EmailAddress::parse(champion.email);
    const auto id = email ? store::insert_link(write, link) : std::nullopt;
    if (!id) return;
    const auto* const kind = link.kind == LinkKind::confirm ? kConfirmMail : kSignInMail;
    mail::queue(write, {kind, *email, link.locale, id->value});
}

// The same answer for every address: the truth goes by mail.
http::WriteResult ApplicationHandlers::apply(const ApplicationAct& act, db::Write& write) const {
    const auto done = http::see_other(pages::apply_path(act.locale) + "/sent");
    if (act.by == ApplicationAct::By::script) return done;
    if (store::count_links(write, act.network, write.now() - base::days(1)) >= kMostApplicationsADay) return done;
    const auto tree = people::levels(write);
    const auto* level = tree.find(act.application.level);
    if (level == nullptr) return base::Problems{{"level", base::message("Choose the area where you want to speak.")}};
    const store::NewChampion fresh{act.application, act.address_hash, act.locale, level->province, act.network};
    const auto known = store::find_by_address(write, act.address_hash);
    if (known && known->confirmed_at) {
        mail_link(write, *known, {LinkId{0}, known->id, LinkKind::sign_in, act.locale, act.network});
        return done;
    }
    const auto id = known ? known->id : store::insert(write, fresh);
    if (known) store::apply_again(write, id, fresh);
    mail_link(write, *store::find(write, id), {LinkId{0}, id, LinkKind::confirm, act.locale, act.network});
    return done;
}

http::Response ApplicationHandlers::sent(const http::Request& request, db::Read&) const {
    const Translator t{request.locale};
    auto frame = services_.frames.frame(request, {.title = t("Open your email"), .indexing = html::Indexing::refused});
    auto content = pages::sent(t, pages::Sent::application, frame.demo_mailbox_url);
    return ports::respond(std::move(frame), std::move(content));
}

std::optional<Link> ApplicationHandlers::open_link(db::Read& read, const http::Request& request, LinkKind kind) const {
    const auto purpose = kind == LinkKind::confirm ? kConfirmLink : kSignInLink;
    const auto id = services_.tokens.read(purpose, request.parameter("token"));
    auto link = id ? store::find_link(read, LinkId{*id}) : std::nullopt;
    if (!link || link->kind != kind || !is_open(*link, request.received_at)) return std::nullopt;
    return link;
}

base::Result<LinkUse, base::Problems> ApplicationHandlers::read_use(const http::Request& request,
                                                                    auth::Purpose purpose) const {
    const auto id = services_.tokens.read(purpose, request.parameter("token"));
    if (!id) return base::Problems{{"", base::message("This link is not complete.")}};
    auto random = runtime::Random::system();
    return LinkUse{LinkId{*id}, request.locale, request.received_at, auth::new_random_token(random)};
}

http::Response ApplicationHandlers::show_confirm(const http::Request& request, db::Read& read) const {
    const Translator t{request.locale};
    if (!open_link(read, request, LinkKind::confirm)) return confirm_expired(request, {}, read);
    auto frame =
        services_.frames.frame(request, {.title = t("Confirm your address"), .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), pages::confirm(t, request.parameter("token")));
}

http::Response ApplicationHandlers::confirm_expired(const http::Request& request, const base::Problems&,
                                                    db::Read&) const {
    const Translator t{request.locale};
    auto frame = services_.frames.frame(
        request, {.title = t("This link does not work any more"), .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), pages::expired_confirmation(t), 404);
}

base::Result<LinkUse, base::Problems> ApplicationHandlers::read_confirm(const http::Request& request) const {
    return read_use(request, kConfirmLink);
}

http::WriteResult ApplicationHandlers::confirm(const LinkUse& use, db::Write& write) const {
    const auto link = store::find_link(write, use.link);
    const auto champion = link ? store::find(write, link->champion) : std::nullopt;
    const auto email = champion ? base::EmailAddress::parse(champion->email) : std::nullopt;
    if (!email || link->kind != LinkKind::confirm || !is_open(*link, use.now))
        return base::Problems{{"", base::message("This link does not work any more.")}};
    store::use_link(write, link->id);
    if (!champion->confirmed_at)
        store::confirm(write, *champion, people::ensure_person(write, statement_of(*champion, *email)));
    return http::see_other(pages::apply_path(use.locale) + "/confirmed");
}

http::Response ApplicationHandlers::confirmed(const http::Request& request, db::Read&) const {
    const Translator t{request.locale};
    auto frame = services_.frames.frame(
        request, {.title = t("Your application has arrived"), .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), pages::confirmed(t));
}

http::Response ApplicationHandlers::sign_in_page(const http::Request& request, const base::Problems& problems) const {
    const Translator t{request.locale};
    auto frame = services_.frames.frame(
        request, {.title = t("Your page as a champion"),
                  .path = pages::sign_in_path(request.locale),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(std::move(frame), pages::sign_in(t, {request.form.text("email"), problems}),
                          problems.empty() ? 200 : 422);
}

http::Response ApplicationHandlers::show_sign_in(const http::Request& request, db::Read&) const {
    return sign_in_page(request, {});
}

http::Response ApplicationHandlers::show_sign_in_again(const http::Request& request, const base::Problems& problems,
                                                       db::Read&) const {
    return sign_in_page(request, problems);
}

base::Result<LinkWanted, base::Problems> ApplicationHandlers::read_wanted(const http::Request& request) const {
    const auto email = base::EmailAddress::parse(request.form.text("email"));
    if (!email)
        return base::Problems{{"email", base::message("Please enter an email address such as name@example.org.")}};
    return LinkWanted{people::address_hash(services_.secret, *email), request.locale, network_of(request)};
}

http::WriteResult ApplicationHandlers::send_link(const LinkWanted& wanted, db::Write& write) const {
    const auto champion = store::find_by_address(write, wanted.address_hash);
    if (champion && champion->state != State::left) {
        const auto kind = champion->confirmed_at ? LinkKind::sign_in : LinkKind::confirm;
        mail_link(write, *champion, {LinkId{0}, champion->id, kind, wanted.locale, wanted.network});
    }
    return http::see_other(pages::sign_in_path(wanted.locale) + "/sent");
}

http::Response ApplicationHandlers::link_sent(const http::Request& request, db::Read&) const {
    const Translator t{request.locale};
    auto frame = services_.frames.frame(request, {.title = t("Check your email"), .indexing = html::Indexing::refused});
    auto content = pages::sent(t, pages::Sent::sign_in, frame.demo_mailbox_url);
    return ports::respond(std::move(frame), std::move(content));
}

http::Response ApplicationHandlers::show_enter(const http::Request& request, db::Read& read) const {
    const Translator t{request.locale};
    if (!open_link(read, request, LinkKind::sign_in)) return enter_expired(request, {}, read);
    auto frame =
        services_.frames.frame(request, {.title = t("Your page as a champion"), .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), pages::enter(t, request.parameter("token")));
}

http::Response ApplicationHandlers::enter_expired(const http::Request& request, const base::Problems&,
                                                  db::Read&) const {
    const Translator t{request.locale};
    auto frame = services_.frames.frame(
        request, {.title = t("This link does not work any more"), .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), pages::expired_sign_in(t), 404);
}

base::Result<LinkUse, base::Problems> ApplicationHandlers::read_enter(const http::Request& request) const {
    return read_use(request, kSignInLink);
}

http::WriteResult ApplicationHandlers::enter(const LinkUse& use, db::Write& write) const {
    const auto link = store::find_link(write, use.link);
    const auto champion = link ? store::find(write, link->champion) : std::nullopt;
    if (!champion || champion->state == State::left || link->kind != LinkKind::sign_in || !is_open(*link, use.now))
        return base::Problems{{"", base::message("This link does not work any more.")}};
    store::use_link(write, link->id);
    store::begin_session(write, champion->id, use.session.hash);
    auto response = http::see_other(own_pages::own_path(use.locale));
    response.cookies.push_back({.name = session_cookie(services_.config),
                                .value = use.session.text,
                                .max_age = kSessionPeriod,
                                .same_site = http::SameSite::lax});
    return response;
}

}  // namespace champions
