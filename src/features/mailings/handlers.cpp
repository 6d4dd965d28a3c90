#include "features/mailings/handlers.h"

#include "base/whole_number.h"
#include "features/mailings/archive_documents_service.h"
#include "features/mailings/followed_links.h"
#include "features/mailings/pages.h"
#include "features/mailings/source_service.h"
#include "features/mailings/store.h"
#include "platform/html/links.h"
#include "platform/html/markdown.h"

namespace mailings {
namespace {

constexpr std::int64_t kShown = 200;

ports::FeedEntry entry_of(const i18n::Translator& t, const std::string& site, const store::ArchivedMail& mail) {
    const auto sent = sent_mail(mail);
    const auto body = pages::body_of(t, {mail.text.words, facts_of_json(mail.facts)});
    return {.id = ports::feed_entry_id({site, "mails", std::to_string(mail.mailing.value), t.locale()}),
            .url = site + pages::archived_path(t.locale(), mail.mailing),
            .title = sent.subject,
            .summary = sent.preheader,
            .content = html::with_absolute_links(body, site).take(),
            .published_at = sent.sent_at,
            .changed_at = sent.sent_at};
}

}  // namespace

http::Response Handlers::archive(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    std::vector<pages::SentMail> mails;
    for (const auto& mail : store::archived(read, request.locale, kShown)) mails.push_back(sent_mail(mail));
    return ports::respond(services_.frames.frame(request, {.title = t("Sent mails"), .feeds = pages::feeds(t)}),
                          pages::archive(t, mails));
}

http::Response Handlers::feed(const http::Request& request, db::Read& read) const {
    const auto format = ports::feed_format_of(request.parameter("file"));
    if (!format) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto& site = services_.frames.public_url();
    ports::Feed feed{.locale = request.locale,
                     .id = ports::feed_entry_id({site, "feed", "mails", request.locale}),
                     .title = t("Sent mails") + " - " + services_.frames.campaign(request.locale),
                     .description = t("What we wrote to our supporters."),
                     .page_url = site + pages::archive_path(request.locale),
                     .url = site + pages::feed_path(request.locale, *format)};
    for (const auto& mail : store::archived(read, request.locale, ports::kFeedEntries))
        feed.entries.push_back(entry_of(t, site, mail));
    http::Response response{.body = ports::written(feed, *format)};
    response.headers.add({"Content-Type", std::string{ports::media_type(*format)} + "; charset=utf-8"});
    return response;
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

http::Response Handlers::web_copy(const http::Request& request, db::Read& read) const {
    const auto id = services_.tokens.read(kWebCopyPurpose, request.parameter("token"));
    const auto edition = id ? store::find_edition(read, MailingEditionId{*id}) : std::nullopt;
    const auto variant = base::whole_number(request.parameter("variant"));
    if (!edition || !variant) return http::not_found();
    for (const auto& [text, facts] : store::edition_texts(read, edition->id)) {
        if (text.locale != request.locale || text.variant.number != *variant) continue;
        const auto mail = sent_mail({edition->mailing, edition->frozen_at, text, facts});
        auto frame = services_.frames.frame(
            request, {.title = mail.subject, .description = mail.preheader, .indexing = html::Indexing::refused});
        return ports::respond(std::move(frame), pages::archived(i18n::Translator{request.locale}, mail,
                                                                {text.words, facts_of_json(facts)}));
    }
    return http::not_found();
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
