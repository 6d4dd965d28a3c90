#include "features/petitions/embed_handlers.h"

#include "features/petitions/embed_pages.h"

namespace petitions {
namespace {

// Of all pages, but that these sites may put it into a frame. 'self': staff look at it on theirs.
http::Response framed(html::SafeHtml document, const ports::PartnerFacts& partner, int status = 200) {
    auto response = http::page(std::move(document), status);
    response.headers.add({"Content-Security-Policy",
                          "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                          "frame-ancestors 'self'" +
                              (partner.origins.empty() ? std::string{} : " " + partner.origins) +
                              "; form-action 'self'"});
    return response;
}

}  // namespace

std::optional<EmbedHandlers::Found> EmbedHandlers::find(const http::Request& request, db::Read& read) const {
    auto partner = partner_of(services_, request.parameters.view("partner"), request.locale, read);
    if (!partner) return std::nullopt;
    auto page = find_public(request, read);
    if (!page) return std::nullopt;
    return Found{*std::move(page), *std::move(partner)};
}

http::Response EmbedHandlers::show(const http::Request& request, db::Read& read) const {
    const auto found = find(request, read);
    if (!found) return http::not_found();
    return form(request, *found,
                {empty_form(services_, request, found->partner.code),
                 {},
                 puzzle_of(services_, request.locale),
                 found->partner});
}

http::Response EmbedHandlers::form(const http::Request& request, const Found& found,
                                   const pages::SignFormState& state) const {
    const i18n::Translator t{request.locale};
    const auto& [petition, text] = found.page;
    const pages::FrameAround around{petition, text, found.partner, services_.frames.campaign(request.locale)};
    const auto count = services_.counts.count(petition.id);
    if (petition.stage(request.received_at) == Stage::closed)
        return framed(pages::framed_closed(t, around, count), found.partner);
    return framed(pages::framed_form(t, around, count, state), found.partner, state.problems.empty() ? 200 : 422);
}

base::Result<SignOn, base::Problems> EmbedHandlers::read_sign_on(const http::Request& request) const {
    auto typed = form_of(request.form);
    typed.source = request.parameter("partner");
    return sign_on_of(services_, request, typed);
}

http::WriteResult EmbedHandlers::answer_sign_on(const SignOn& sign_on, const SignOutcome& outcome) {
    switch (outcome) {
        case SignOutcome::recorded:
        case SignOutcome::repeat:
            return http::see_other(pages::embed_path(sign_on.locale, sign_on.slug, sign_on.source) + "/thank-you");
        case SignOutcome::closed:
            return base::Problems{{"", base::message("Signing has closed, so your name could not be added.")}};
        case SignOutcome::unknown_petition:
            return http::not_found();
    }
    return http::not_found();
}

http::Response EmbedHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const auto found = find(request, read);
    if (!found) return http::not_found();
    if (base::find_problem(problems, kTurnedAway) != nullptr) {
        const i18n::Translator t{request.locale};
        const pages::FrameAround around{found->page.petition, found->page.text, found->partner,
                                        services_.frames.campaign(request.locale)};
        return framed(pages::framed_refusal(t, around, contact_address(services_)), found->partner, 403);
    }
    auto typed = form_of(request.form);
    typed.source = found->partner.code;
    return form(request, *found, {std::move(typed), problems, puzzle_of(services_, request.locale), found->partner});
}

http::Response EmbedHandlers::thank_you(const http::Request& request, db::Read& read) const {
    const auto found = find(request, read);
    if (!found) return http::not_found();
    const i18n::Translator t{request.locale};
    const pages::FrameAround around{found->page.petition, found->page.text, found->partner,
                                    services_.frames.campaign(request.locale)};
    const auto frame = services_.frames.frame(request, {.title = found->page.text.title});
    return framed(pages::framed_thanks(t, around, frame.demo_mailbox_url), found->partner);
}

}  // namespace petitions
