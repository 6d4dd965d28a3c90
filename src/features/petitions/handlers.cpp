#include "features/petitions/handlers.h"

#include <fmt/format.h>

#include "features/petitions/count_change.h"
#include "features/petitions/invalidation_store.h"
#include "features/petitions/sections_service.h"
#include "features/petitions/sign_on_service.h"
#include "features/petitions/sign_on_store.h"
#include "features/petitions/signature_store.h"
#include "features/petitions/store.h"
#include "people/store.h"
#include "platform/html/share_card.h"
#include "ports/sender.h"

namespace petitions {
namespace {

using Tick = SignatureForm::Tick;

std::string thank_you_path(const SignOn& sign_on) {
    return pages::petition_path(sign_on.locale, sign_on.slug) + "/thank-you";
}

std::string own_path(const OwnAct& act) { return fmt::format("/{}/signatures/{}", base::code(act.locale), act.token); }

// The sentence beside the box, as the proof of consent keeps it.
people::ConsentWording consent_wording(base::Locale locale) {
    return {.key = "petitions.mail", .locale = locale, .words = pages::consent_label(i18n::Translator{locale})};
}

people::PersonStatement statement_of(const Signature& signature, const base::EmailAddress& email) {
    const people::TypedAddress address{signature.country, signature.postal_code, signature.place};
    return {signature.address_hash,
            email,
            {signature.given_name, signature.family_name},
            signature.locale,
            people::understood(address)};
}

}  // namespace

http::Response Handlers::petition_page(const http::Request& request, const PublicPetition& found,
                                       const pages::SignFormState& form, db::Read& read) const {
    auto frame = services_.frames.frame(
        request, {.title = found.text.title,
                  .description = found.text.lead,
                  .path = pages::petition_path(request.locale, found.petition.slug),
                  .other_path = pages::petition_path(base::other(request.locale), found.petition.slug),
                  .picture_url = pages::petition_path(request.locale, found.petition.slug) + "/share-card.png",
                  .edit_path = "staff/petitions/" + found.petition.slug,
                  .form_state = form.problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    const auto facts = facts_of(found.petition, found.text, request.received_at);
    const pages::Shown shown{found.petition, found.text, services_.counts.count(found.petition.id), request.received_at,
                             public_sections(services_.sections, {facts, request.locale, request.received_at}, read)};
    return ports::respond(std::move(frame), pages::petition(i18n::Translator{request.locale}, shown, form),
                          form.problems.empty() ? 200 : 422);
}

http::Response Handlers::show(const http::Request& request, db::Read& read) const {
    const auto found = find_public(request, read);
    if (!found) return http::not_found();
    const auto source = request.query.view("source");
    auto partner = partner_of(services_, source, request.locale, read);
    return petition_page(
        request, *found,
        {empty_form(services_, request, source), {}, puzzle_of(services_, request.locale), std::move(partner)}, read);
}

base::Result<SignOn, base::Problems> Handlers::read_sign_on(const http::Request& request) const {
    return sign_on_of(services_, request, form_of(request.form));
}

std::vector<SignOutcome> Handlers::sign_all(db::Write& write, std::span<const SignOn> sign_ons) {
    return store::record_all(write, sign_ons);
}

http::WriteResult Handlers::answer_sign_on(const SignOn& sign_on, const SignOutcome& outcome) {
    switch (outcome) {
        case SignOutcome::recorded:
        case SignOutcome::repeat:
            return http::see_other(thank_you_path(sign_on));
        case SignOutcome::closed:
            return base::Problems{{"", base::message("Signing has closed, so your name could not be added.")}};
        case SignOutcome::unknown_petition:
            return http::not_found();
    }
    return http::not_found();
}

http::Response Handlers::show_again(const http::Request& request, const base::Problems& problems,
                                    db::Read& read) const {
    const auto found = find_public(request, read);
    if (!found) return http::not_found();
    if (base::find_problem(problems, kTurnedAway) != nullptr) return turned_away_page(request, *found);
    auto typed = form_of(request.form);
    auto partner = partner_of(services_, typed.source, request.locale, read);
    return petition_page(request, *found,
                         {std::move(typed), problems, puzzle_of(services_, request.locale), std::move(partner)}, read);
}

http::Response Handlers::turned_away_page(const http::Request& request, const PublicPetition& found) const {
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(
        request, {.title = t("Your signature could not be taken"), .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), pages::turned_away(t, found.petition, contact_address(services_)), 403);
}

pages::ThankYou Handlers::thanks(const http::Request& request, const PublicPetition& found, db::Read& read) const {
    return {found.petition, found.text,
            services_.frames.public_url() + pages::petition_path(request.locale, found.petition.slug),
            services_.actions.next_after(read, request.locale, found.petition.slug)};
}

http::Response Handlers::thank_you(const http::Request& request, db::Read& read) const {
    const auto found = find_public(request, read);
    if (!found) return http::not_found();
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(request, {.title = t("Thank you"), .indexing = html::Indexing::refused});
    auto view = thanks(request, *found, read);
    view.mailbox_path = frame.demo_mailbox_url;
    return ports::respond(std::move(frame), pages::thank_you(t, view));
}

std::optional<Handlers::Own> Handlers::read_token(std::string_view token) const {
    if (const auto id = services_.tokens.read(kOwnSignature, token)) return Own{SignatureId{*id}, OwnLink::first};
    if (const auto id = services_.tokens.read(kRenewedSignature, token)) return Own{SignatureId{*id}, OwnLink::renewed};
    return std::nullopt;
}

// Why it was taken out of the count, as the public reads it.
std::string Handlers::reason_of(const Signature& signature, base::Locale locale, db::Read& read) {
    if (!signature.invalidation) return {};
    const auto batch = store::find_invalidation(read, *signature.invalidation);
    return batch ? batch->reason.in(locale) : std::string{};
}

http::Response Handlers::own_signature(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const std::string token = request.parameter("token");
    const auto own = read_token(token);
    const auto signature = own ? store::find_signature(read, own->signature) : std::nullopt;
    const auto petition = signature ? store::find(read, signature->petition) : std::nullopt;
    const auto text = signature ? store::find_text(read, signature->text) : std::nullopt;
    auto frame = services_.frames.frame(request, {.title = t("Your signature"), .indexing = html::Indexing::refused});
    if (!petition || !text) return ports::respond(std::move(frame), pages::broken_link(t), 404);
    const auto facts = facts_of(*petition, *text, request.received_at);
    const ports::SignatureView view{.petition = facts,
                                    .signature = signature->id,
                                    .signer_class = signature->signer_class,
                                    .is_counted = signature->state == SignatureState::confirmed,
                                    .token = token,
                                    .locale = request.locale,
                                    .now = request.received_at};
    return ports::respond(std::move(frame),
                          pages::own_signature(t, {*signature,
                                                   *petition,
                                                   *text,
                                                   token,
                                                   {own->link, request.received_at},
                                                   reason_of(*signature, request.locale, read),
                                                   contact_address(services_),
                                                   signature_sections(services_.sections, view, read)}));
}

base::Result<OwnAct, base::Problems> Handlers::read_own_act(const http::Request& request) const {
    const std::string token = request.parameter("token");
    const auto own = read_token(token);
    if (!own) return base::Problems{{"", base::message("This link is not complete.")}};
    return OwnAct{own->signature, own->link, token, request.locale, request.client.text()};
}

http::WriteResult Handlers::confirm(const OwnAct& act, db::Write& write) const {
    const auto signature = store::find_signature(write, act.signature);
    if (!signature) return http::not_found();
    if (confirmation_of(*signature, {act.link, write.now()}) != Confirmation::possible)
        return http::see_other(own_path(act));
    if (store::confirm(write, *signature) == store::Changed::no) return http::see_other(own_path(act));
    // The person first: whoever follows what people do asks for the person of the address.
    if (signature->consent_mail == Tick::yes || signature->partner_wording) record_consents(*signature, act, write);
    tell(*signature, ports::CountStep::confirmed, write);
    const auto petition = store::find(write, signature->petition);
    if (!petition) return http::see_other(own_path(act));
    return http::see_other(pages::petition_path(act.locale, petition->slug) + "/confirmed");
}

void Handlers::tell(const Signature& signature, ports::CountStep step, db::Write& write) const {
    const ports::CountChange change = change_of(signature, {step, write.now()});
    services_.changes.tell(write, {&change, 1});
}

// Ticked when signing, proven by the confirmed address: only now they are consents.
void Handlers::record_consents(const Signature& signature, const OwnAct& act, db::Write& write) const {
    const auto email = base::EmailAddress::parse(signature.email);
    if (!email) return;
    const auto person = people::ensure_person(write, statement_of(signature, *email));
    if (signature.consent_mail == Tick::yes) record_mail_consent(signature, {person, act.network}, write);
    if (signature.partner_wording && services_.partners.agreed)
        services_.partners.agreed(write, {.source = signature.source,
                                          .wording = *signature.partner_wording,
                                          .petition = signature.petition,
                                          .signature = signature.id,
                                          .address_hash = signature.address_hash,
                                          .person = person,
                                          .locale = signature.locale,
                                          .network = act.network,
                                          .ticked_at = signature.signed_at});
}

void Handlers::record_mail_consent(const Signature& signature, const Consenting& who, db::Write& write) const {
    people::record_consent(write, {.act = people::ConsentAct::given,
                                   .ground = people::ConsentGround::express,
                                   .address_hash = signature.address_hash,
                                   .person = who.person,
                                   .wording = consent_wording(signature.locale),
                                   .on_behalf_of = ports::organisation_name(services_.config, signature.locale),
                                   .source = "petitions/" + std::to_string(signature.petition.value),
                                   .network = who.network,
                                   .at = signature.signed_at,
                                   .confirmed_at = write.now(),
                                   .expires_at = std::nullopt});
}

// The page of the link says what became of it.
http::WriteResult Handlers::renew(const OwnAct& act, db::Write& write) const {
    const auto signature = store::find_signature(write, act.signature);
    if (!signature) return http::not_found();
    if (may_renew(*signature, {act.link, write.now()})) store::renew(write, *signature);
    return http::see_other(own_path(act));
}

http::WriteResult Handlers::withdraw(const OwnAct& act, db::Write& write) const {
    const auto signature = store::find_signature(write, act.signature);
    if (!signature) return http::not_found();
    if (store::withdraw(write, *signature) == store::Changed::no) return http::see_other(own_path(act));
    if (signature->state == SignatureState::confirmed) tell(*signature, ports::CountStep::withdrawn, write);
    if (signature->state == SignatureState::invalidated) services_.changes.leave(write, signature->id);
    return http::see_other(own_path(act));
}

http::Response Handlers::show_own_again(const http::Request& request, const base::Problems&, db::Read& read) const {
    return own_signature(request, read);
}

http::Response Handlers::confirmed(const http::Request& request, db::Read& read) const {
    const auto found = find_public(request, read);
    if (!found) return http::not_found();
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(request, {.title = t("Thank you"), .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), pages::confirmed(t, thanks(request, *found, read)));
}

http::Response Handlers::share_card(const http::Request& request, db::Read& read) const {
    const auto found = find_public(request, read);
    if (!found) return http::not_found();
    const i18n::Translator t{request.locale};
    const long rounded = html::rounded_for_sharing(services_.counts.count(found->petition.id).confirmed);
    const html::ShareCard card{.headline = found->text.title,
                               .line = rounded < 10 ? pages::sign_label(t, found->petition.kind)
                                                    : t("More than {count} people have signed", {{"count", rounded}}),
                               .organisation = services_.frames.campaign(request.locale)};
    return http::picture("image/png", html::share_card(card));
}

}  // namespace petitions
