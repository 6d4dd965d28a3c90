#include "features/champions/own_handlers_parts.h"

#include <fmt/format.h>

#include "features/champions/application_pages.h"
#include "platform/i18n/translator.h"
#include "ports/search_documents.h"

namespace champions {
namespace {

using i18n::Translator;

constexpr std::size_t kNextFree = 3;

std::optional<html::Flash> own_flash(const Translator& t, const http::Request& request) {
    if (request.query.view("done") != "saved") return std::nullopt;
    return html::Flash{html::Tone::success, t("Saved.")};
}

}  // namespace

http::Response to_sign_in(base::Locale locale) { return http::see_other(pages::sign_in_path(locale)); }

http::Response own_page(const Services& services, const http::Request& request, const base::Problems& problems,
                        html::SafeHtml content) {
    const Translator t{request.locale};
    auto frame = services.frames.frame(
        request, {.title = t("Your page as a champion"),
                  .flash = own_flash(t, request),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems,
                  .indexing = html::Indexing::refused});
    auto response = ports::respond(std::move(frame), std::move(content), problems.empty() ? 200 : 422);
    response.headers.add({"Cache-Control", "no-store"});
    return response;
}

std::vector<base::Instant> next_free(const Services& services, const http::Request& request, const Champion& champion,
                                     db::Read& read) {
    if (champion.offer.formats.empty()) return {};
    return slots_of(read, services.bookings, std::span{&champion, 1},
                    {.champions = {champion.id},
                     .within = {request.received_at, request.received_at + base::days(56)},
                     .length = base::minutes(60),
                     .format = champion.offer.formats.front(),
                     .now = request.received_at,
                     .most_each = kNextFree})
        .front()
        .starts;
}

std::string feed_url(const Services& services, const Champion& champion) {
    return fmt::format("{}/{}/champions/calendar/{}.ics", services.frames.public_url(), base::code(champion.locale),
                       services.tokens.make(kFeed, champion.feed));
}

OwnAct own_act(const Services& services, const http::Request& request) {
    return {session_key(services, request), request.locale,
            request.from_trusted_network ? std::string{} : request.client.truncated()};
}

http::WriteResult with_champion(const OwnAct& act, db::Write& write,
                                const std::function<http::WriteResult(const Champion&)>& deed) {
    const auto champion = signed_in(write, act.session);
    if (!champion) return to_sign_in(act.locale);
    return deed(*champion);
}

http::Response saved(base::Locale locale, std::string_view page) {
    return http::see_other(own_pages::own_path(locale, page) + "?done=saved");
}

void tell_search(db::Write& write, const Champion& champion) {
    ports::document_changed(write, {.kind = "champions", .key = champion.slug + "/"});
}

}  // namespace champions
