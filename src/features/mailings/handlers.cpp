#include "features/mailings/handlers.h"

#include "base/whole_number.h"
#include "features/mailings/followed_links.h"
#include "features/mailings/pages.h"
#include "features/mailings/store.h"

namespace mailings {
namespace {

constexpr std::int64_t kShown = 200;

pages::SentMail sent_mail(const store::ArchivedMail& mail) {
    Slots slots;
    const auto facts = facts_of_json(mail.facts);
    const auto subject = read_text(mail.text.words.subject, slots);
    const auto preheader = read_text(mail.text.words.preheader, slots);
    return {mail.mailing, with_fallbacks(subject.text, slots, facts), with_fallbacks(preheader.text, slots, facts),
            mail.sent_at};
}

}  // namespace

http::Response Handlers::archive(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    std::vector<pages::SentMail> mails;
    for (const auto& mail : store::archived(read, request.locale, kShown)) mails.push_back(sent_mail(mail));
    return ports::respond(services_.frames.frame(request, {.title = t("Sent mails")}), pages::archive(t, mails));
}

http::Response Handlers::archived(const http::Request& request, db::Read& read) const {
    const MailingId id{base::whole_number(request.parameter("mailing")).value_or(0)};
    const auto found = store::find_archived(read, id, request.locale);
    if (!found) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto mail = sent_mail(*found);
    return ports::respond(services_.frames.frame(request, {.title = mail.subject, .description = mail.preheader}),
                          pages::archived(t, mail, {found->text.words, facts_of_json(found->facts)}));
}

http::Response Handlers::follow(const http::Request& request, db::Read& read) const {
    const auto id = services_.tokens.read(kLinkPurpose, request.parameter("token"));
    const auto target = id ? store::find_link(read, store::MailingLinkId{*id}) : std::nullopt;
    if (!target) return http::not_found();
    services_.followed.follow(*target,
                              {request.client.text(), request.headers.view("User-Agent"), request.received_at});
    auto response = http::see_other(target->url);
    response.headers.add({"Cache-Control", "no-store"});
    response.headers.add({"Referrer-Policy", "no-referrer"});
    return response;
}

}  // namespace mailings
