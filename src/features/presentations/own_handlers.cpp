#include "features/presentations/own_handlers.h"

#include <algorithm>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/presentations/booking_service.h"
#include "features/presentations/handlers.h"
#include "features/presentations/pages.h"
#include "features/presentations/report_store.h"
#include "features/presentations/words.h"
#include "people/store.h"
#include "ports/sender.h"

namespace presentations {
namespace {

constexpr std::size_t kLongestReason = 500;  // characters

base::Problems broken() { return {{"", base::message("This link is not complete.")}}; }

std::string reason_of(const http::Request& request, const char* field) {
    return std::string{base::first_characters(base::tidy_lines(request.form.text(field)), kLongestReason)};
}

html::PageFrame own_frame(const Services& services, const http::Request& request, std::string title,
                          const base::Problems& problems = {}) {
    return services.frames.frame(
        request, {.title = std::move(title),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems,
                  .indexing = html::Indexing::refused});
}

FeedbackForm feedback_form(const http::Form& form) {
    return {form.text("rating"), form.text("feedback_words"),
            form.is_ticked("may_quote") ? FeedbackForm::Quote::yes : FeedbackForm::Quote::no};
}

// Those of the dates at which the champion of the offer is free, and that are still to come.
std::vector<base::Instant> free_dates(const Services& services, const Offer& offer, const Presentation& presentation,
                                      const std::vector<base::Instant>& dates, base::Instant now, db::Read& read) {
    std::vector<base::Instant> free;
    for (const auto date : dates) {
        auto search = slot_search(presentation, {date, now});
        search.champions = {offer.champion};
        if (date > now && services.champions.is_free && services.champions.is_free(read, search, date))
            free.push_back(date);
    }
    return free;
}

// Whether the one whom the host named can still say yes.
bool is_asked(const Presentation& presentation, const std::vector<Offer>& offers) {
    return std::ranges::any_of(offers, [&](const Offer& each) {
        return each.champion == presentation.wanted && each.state == OfferState::open;
    });
}

std::string list_words(const Services& services, base::Locale locale) {
    return i18n::Translator{locale}("Send me emails about the campaign, in the name of {organisation}.",
                                    {{"organisation", ports::organisation_name(services.config, locale)}});
}

}  // namespace

http::Response HostHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response HostHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                        db::Read& read) const {
    const i18n::Translator t{request.locale};
    const std::string token = request.parameter("token");
    const auto id = services_.tokens.read(kOwnPresentation, token);
    const auto presentation = id ? store::find(read, PresentationId{*id}) : std::nullopt;
    auto frame = own_frame(services_, request, t("Your presentation"), problems);
    if (!presentation) return ports::respond(std::move(frame), pages::broken_link(t), 404);
    const auto dates = typed_dates(request.form);
    const bool has_champion = presentation->champion && presentation->state != State::unconfirmed;
    return ports::respond(
        std::move(frame),
        pages::own(t, {.presentation = *presentation,
                       .dates = store::dates(read, presentation->id),
                       .champion = has_champion ? services_.champions.name(read, *presentation->champion) : "",
                       .wanted = presentation->wanted ? services_.champions.name(read, *presentation->wanted) : "",
                       .is_wanted_asked = is_asked(*presentation, store::offers_of(read, presentation->id)),
                       .token = token,
                       .now = request.received_at,
                       .typed_dates = dates,
                       .typed_feedback = feedback_form(request.form),
                       .feedback = store::find_feedback(read, presentation->id),
                       .problems = problems}),
        problems.empty() ? 200 : 422);
}

base::Result<HostAct, base::Problems> HostHandlers::read_act(const http::Request& request) const {
    const std::string token = request.parameter("token");
    const auto id = services_.tokens.read(kOwnPresentation, token);
    if (!id) return broken();
    return HostAct{.presentation = PresentationId{*id},
                   .token = token,
                   .locale = request.locale,
                   .reason = reason_of(request, "reason"),
                   .dates = typed_dates(request.form)};
}

base::Result<HostAct, base::Problems> HostHandlers::read_feedback(const http::Request& request) const {
    auto act = read_act(request);
    if (!act) return act;
    auto feedback = presentations::accept(feedback_form(request.form));
    if (!feedback) return feedback.error();
    act->feedback = *std::move(feedback);
    act->feedback->given_at = request.received_at;
    return act;
}

http::WriteResult HostHandlers::confirm(const HostAct& act, db::Write& write) const {
    if (!store::find(write, act.presentation)) return http::not_found();
    presentations::confirm(services_, act.presentation, write);
    return http::see_other(own_path(act.locale, act.token));
}

// Pressed twice, the page says that it is cancelled.
http::WriteResult HostHandlers::cancel(const HostAct& act, db::Write& write) const {
    const auto presentation = store::find(write, act.presentation);
    if (!presentation) return http::not_found();
    if (may_cancel(*presentation, write.now()))
        presentations::end(services_, act.presentation, {State::cancelled, "host", act.reason}, write);
    else if (presentation->state == State::booked)
        return base::Problems{{"", base::message("It has begun already, so that it cannot be cancelled here.")}};
    return http::see_other(own_path(act.locale, act.token));
}

http::WriteResult HostHandlers::move(const HostAct& act, db::Write& write) const {
    const auto presentation = store::find(write, act.presentation);
    if (!presentation) return http::not_found();
    if (!may_move(*presentation, write.now()))
        return base::Problems{{"", base::message("The dates of this presentation cannot be changed any more.")}};
    const auto dates = accept_dates({act.dates, presentation->wish.zone, write.now()});
    if (!dates) return dates.error();
    presentations::move(services_, act.presentation, *dates, write);
    return http::see_other(own_path(act.locale, act.token));
}

http::WriteResult HostHandlers::tell(const HostAct& act, db::Write& write) const {
    const auto presentation = store::find(write, act.presentation);
    if (!presentation || presentation->state != State::held || !act.feedback) return http::not_found();
    store::save_feedback(write, act.presentation, *act.feedback);
    return http::see_other(own_path(act.locale, act.token));
}

http::Response OfferHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response OfferHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const i18n::Translator t{request.locale};
    const std::string token = request.parameter("token");
    const auto id = services_.tokens.read(kOffer, token);
    const auto offer = id ? store::find_offer(read, OfferId{*id}) : std::nullopt;
    const auto presentation = offer ? store::find(read, offer->presentation) : std::nullopt;
    auto frame = own_frame(services_, request, t("Can you come?"), problems);
    if (!presentation) return ports::respond(std::move(frame), pages::broken_link(t), 404);
    const auto dates = store::dates(read, presentation->id);
    const pages::OfferView view{.offer = *offer,
                                .presentation = *presentation,
                                .dates = dates,
                                .free = free_dates(services_, *offer, *presentation, dates, request.received_at, read),
                                .token = token,
                                .champion_token = services_.tokens.make(kChampion, offer->champion.value),
                                .now = request.received_at,
                                .problems = problems};
    return ports::respond(std::move(frame), pages::offer(t, view), problems.empty() ? 200 : 422);
}

base::Result<OfferAct, base::Problems> OfferHandlers::read_act(const http::Request& request) const {
    const std::string token = request.parameter("token");
    const auto id = services_.tokens.read(kOffer, token);
    if (!id) return broken();
    return OfferAct{.offer = OfferId{*id}, .token = token, .locale = request.locale};
}

base::Result<OfferAct, base::Problems> OfferHandlers::read_acceptance(const http::Request& request) const {
    auto act = read_act(request);
    if (!act) return act;
    const auto seconds = base::whole_number(request.form.text("start"));
    if (!seconds || *seconds < 0 || *seconds > 7'258'118'400)
        return base::Problems{{"start", base::message("Please choose when you can come.")}};
    act->start = base::Instant{*seconds * 1'000'000};
    return act;
}

base::Result<OfferAct, base::Problems> OfferHandlers::read_refusal(const http::Request& request) const {
    auto act = read_act(request);
    if (act) act->words = reason_of(request, "words");
    return act;
}

// Whoever comes too late sees on the page of the offer what happened.
http::WriteResult OfferHandlers::accept(const OfferAct& act, db::Write& write) const {
    const auto accepted = accept_offer(services_, {act.offer, *act.start}, write);
    if (accepted == Accepted::busy)
        return base::Problems{{"start", base::message("You have something else at this time. Please choose another.")}};
    return http::see_other(offer_path(act.locale, act.token));
}

http::WriteResult OfferHandlers::refuse(const OfferAct& act, db::Write& write) const {
    refuse_offer(services_, {act.offer, act.words}, write);
    return http::see_other(offer_path(act.locale, act.token));
}

http::Response NameHandlers::show(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const std::string token = request.parameter("token");
    const auto id = services_.tokens.read(kListName, token);
    const auto name = id ? store::find_name(read, ListNameId{*id}) : std::nullopt;
    auto frame = own_frame(services_, request, t("The email list"));
    if (!name) return ports::respond(std::move(frame), pages::broken_link(t), 404);
    return ports::respond(std::move(frame), pages::list_name(t, {*name, token, list_words(services_, request.locale)}));
}

http::Response NameHandlers::show_again(const http::Request& request, const base::Problems&, db::Read& read) const {
    return show(request, read);
}

base::Result<NameAct, base::Problems> NameHandlers::read_act(const http::Request& request) const {
    const std::string token = request.parameter("token");
    const auto id = services_.tokens.read(kListName, token);
    if (!id) return broken();
    return NameAct{ListNameId{*id}, token, request.locale, request.client.text()};
}

// Like a form of the email list: a person and a consent with its proof.
http::WriteResult NameHandlers::confirm(const NameAct& act, db::Write& write) const {
    const auto name = store::find_name(write, act.name);
    const auto email = name ? base::EmailAddress::parse(name->email) : std::nullopt;
    if (!email) return http::not_found();
    if (store::confirm_name(write, act.name) == store::NameChanged::yes) {
        const auto known = people::find_person_by_address(write, name->address_hash);
        people::PersonStatement statement{.address_hash = name->address_hash,
                                          .email = *email,
                                          .name = name->name,
                                          .locale = act.locale,
                                          .address = known ? people::address_of(*known) : people::Address{}};
        if (known && statement.name.given.empty()) statement.name = known->name;
        const auto person = people::ensure_person(write, statement);
        people::record_consent(write, {.act = people::ConsentAct::given,
                                       .ground = people::ConsentGround::express,
                                       .address_hash = name->address_hash,
                                       .person = person,
                                       .wording = {"presentations.list", act.locale, list_words(services_, act.locale)},
                                       .on_behalf_of = ports::organisation_name(services_.config, act.locale),
                                       .source = "/presentations/names",
                                       .network = act.network,
                                       .at = write.now(),
                                       .confirmed_at = write.now(),
                                       .expires_at = std::nullopt});
    }
    return http::see_other(name_path(act.locale, act.token));
}

http::WriteResult NameHandlers::deny(const NameAct& act, db::Write& write) const {
    if (!store::find_name(write, act.name)) return http::not_found();
    store::deny_name(write, act.name);
    return http::see_other(name_path(act.locale, act.token));
}

}  // namespace presentations
