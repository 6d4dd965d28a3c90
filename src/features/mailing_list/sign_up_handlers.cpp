// The page behind the link of a confirmation mail: what join_handlers.h declares about it.
#include "features/mailing_list/join_handlers.h"
#include "features/mailing_list/links_service.h"
#include "features/mailing_list/mail_limits_service.h"
#include "features/mailing_list/membership_service.h"
#include "features/mailing_list/sign_up_store.h"
#include "people/store.h"
#include "platform/mail/outbox.h"

namespace mailing_list {
namespace {

std::string page_path(const SignUpAct& act) { return pages::sign_up_path(act.locale, act.token); }

}  // namespace

std::optional<SignUpHandlers::Own> SignUpHandlers::read_token(std::string_view token) const {
    if (const auto id = services_.tokens.read(kSignUp, token)) return Own{SignUpId{*id}, Link::first};
    if (const auto id = services_.tokens.read(kRenewedSignUp, token)) return Own{SignUpId{*id}, Link::renewed};
    return std::nullopt;
}

http::Response SignUpHandlers::show(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const std::string token = request.parameter("token");
    const auto own = read_token(token);
    const auto sign_up = own ? store::find_sign_up(read, own->id) : std::nullopt;
    auto frame = services_.frames.frame(request, {.title = t("The email list"), .indexing = html::Indexing::refused});
    if (!sign_up || sign_up->email.empty()) return ports::respond(std::move(frame), pages::broken_link(t), 404);
    const auto person = people::find_person_by_address(read, sign_up->address_hash);
    const std::string preferences =
        person && sign_up->confirmed_at ? preferences_path(services_, person->id, request.locale) : std::string{};
    return ports::respond(std::move(frame),
                          pages::own_sign_up(t, {*sign_up, {own->link, request.received_at}, token, preferences}));
}

base::Result<SignUpAct, base::Problems> SignUpHandlers::read_act(const http::Request& request) const {
    const std::string token = request.parameter("token");
    const auto own = read_token(token);
    if (!own) return base::Problems{{"", base::message("This link is not complete.")}};
    return SignUpAct{own->id, own->link, token, request.locale};
}

http::WriteResult SignUpHandlers::confirm(const SignUpAct& act, db::Write& write) const {
    const auto sign_up = store::find_sign_up(write, act.sign_up);
    if (!sign_up || sign_up->email.empty()) return http::not_found();
    if (confirmation_of(*sign_up, {act.link, write.now()}) != Confirmation::possible)
        return http::see_other(page_path(act));
    if (store::confirm(write, sign_up->id) == store::Changed::yes) join(services_, *sign_up, write);
    return http::see_other(page_path(act));
}

http::WriteResult SignUpHandlers::deny(const SignUpAct& act, db::Write& write) const {
    if (!store::find_sign_up(write, act.sign_up)) return http::not_found();
    store::deny(write, act.sign_up);
    return http::see_other(page_path(act));
}

// The page of the link says what became of it.
http::WriteResult SignUpHandlers::renew(const SignUpAct& act, db::Write& write) const {
    const auto sign_up = store::find_sign_up(write, act.sign_up);
    const auto email = sign_up ? base::EmailAddress::parse(sign_up->email) : std::nullopt;
    if (!email) return http::not_found();
    if (may_renew(*sign_up, {act.link, write.now()}) && take_mail(write, {sign_up->address_hash, {}}) == MaySend::yes) {
        store::renew(write, sign_up->id);
        mail::queue(write, {kConfirmMail, *email, sign_up->locale, sign_up->id.value});
    }
    return http::see_other(page_path(act));
}

http::Response SignUpHandlers::show_again(const http::Request& request, const base::Problems&, db::Read& read) const {
    return show(request, read);
}

}  // namespace mailing_list
