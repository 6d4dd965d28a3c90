#include "features/demo_mailbox/handlers.h"

#include <functional>
#include <optional>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/demo_mailbox/pages.h"
#include "platform/mail/outbox.h"

namespace demo_mailbox {
namespace {

constexpr std::size_t kShown = 30;
constexpr std::int64_t kReadAtOnce = 250;
constexpr std::int64_t kMostSearched = 5'000;

// Inline styles and pictures of our own; nothing runs, nothing is fetched from elsewhere, and only a click leads out.
constexpr std::string_view kMailPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation allow-popups "
    "allow-popups-to-escape-sandbox";

std::optional<mail::Message> render(const mail::Renderers& renderers, const mail::Order& order, db::Read& read) {
    const auto* const renderer = renderers.find(order.kind);
    return renderer == nullptr ? std::nullopt : (*renderer)(order, read);
}

bool goes_to(const mail::StoredMail& stored, std::string_view part_of_address) {
    return base::lower_ascii(stored.order.recipient.text()).contains(part_of_address);
}

using Wanted = std::function<bool(const mail::StoredMail&)>;

// The newest mails behind `before` that are wanted: one more than a page shows, so that it is known whether more
// follow.
std::vector<mail::StoredMail> find_mails(db::Read& read, std::optional<mail::MailId> before, const Wanted& is_wanted) {
    std::vector<mail::StoredMail> found;
    for (std::int64_t searched = 0; searched < kMostSearched; searched += kReadAtOnce) {
        const auto portion = mail::latest_mails(read, {.before = before, .limit = kReadAtOnce});
        for (const auto& stored : portion) {
            if (is_wanted(stored)) found.push_back(stored);
            if (found.size() > kShown) return found;
        }
        if (portion.size() < static_cast<std::size_t>(kReadAtOnce)) break;
        before = portion.back().id;
    }
    return found;
}

http::Response html_part(const mail::Message& message) {
    auto response = http::text(pages::mail_document(message.html));
    response.headers = {{"Content-Type", "text/html; charset=utf-8"},
                        {"Content-Security-Policy", kMailPolicy},
                        {"Cache-Control", "no-store"}};
    return response;
}

}  // namespace

bool Handlers::may_read(const http::Request& request, const mail::StoredMail& stored) const {
    return !services_.may_read || services_.may_read(request, stored.order);
}

http::Response Handlers::list(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto wanted = base::lower_ascii(base::collapse_spaces(request.query.view("to")));
    auto found = find_mails(
        read, base::id_from<mail::MailId>(request.query.view("before")),
        [&](const mail::StoredMail& stored) { return goes_to(stored, wanted) && may_read(request, stored); });
    pages::Listing listing{.path = request.path, .wanted = wanted};
    if (found.size() > kShown) {
        found.erase(found.begin() + kShown, found.end());
        listing.older_than = found.back().id;
    }
    for (auto& stored : found) {
        auto message = render(services_.renderers, stored.order, read);
        listing.mails.push_back({std::move(stored), std::move(message)});
    }
    auto frame = services_.frames.frame(request, {.title = t("Demo mailbox"), .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), pages::list(t, listing));
}

http::Response Handlers::show(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto id = base::id_from<mail::MailId>(request.parameter("id"));
    auto stored = id ? mail::find_mail(read, *id) : std::nullopt;
    if (!stored || !may_read(request, *stored)) return http::not_found();
    auto message = render(services_.renderers, stored->order, read);
    if (request.query.view("part") == "html") return message ? html_part(*message) : http::not_found();
    const pages::ShownMail mail{*std::move(stored), std::move(message)};
    auto frame =
        services_.frames.frame(request, {.title = pages::subject_of(t, mail), .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), pages::show(t, mail));
}

}  // namespace demo_mailbox
