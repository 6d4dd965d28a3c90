#include "features/petitions/sign_on_service.h"

#include "base/text.h"
#include "base/whole_number.h"
#include "features/petitions/store.h"
#include "people/address_hash.h"

namespace petitions {
namespace {

// Since the form was shown; nullopt where it did not say.
std::optional<base::Duration> dwell_of(const Services& services, const http::Request& request,
                                       const SignatureForm& form) {
    const auto stamp = services.tokens.read(kStamp, form.stamp);
    if (!stamp) return std::nullopt;
    return request.received_at - base::Instant{*stamp};
}

ports::Judgement judgement_of(const Services& services, const http::Request& request, const SignatureForm& form,
                              const SignOn& sign_on) {
    if (!services.guard.judge) return {};
    const Signer& signer = sign_on.signer;
    const bool is_by_key = request.caller != nullptr;
    const bool is_trusted = request.from_trusted_network && !is_by_key;
    return services.guard.judge({.slug = sign_on.slug,
                                 .email = signer.email,
                                 .address_hash = sign_on.address_hash,
                                 .given_name = signer.given_name,
                                 .family_name = signer.family_name,
                                 .country = signer.country,
                                 .postal_code = signer.postal_code,
                                 .place = signer.place,
                                 .comment = signer.comment,
                                 .client = request.client,
                                 .trusted = is_trusted ? ports::FromTrustedNetwork::yes : ports::FromTrustedNetwork::no,
                                 .trap = form.trap.empty() ? ports::TrapFilled::no : ports::TrapFilled::yes,
                                 .dwell = dwell_of(services, request, form),
                                 .proof = form.proof,
                                 .at = request.received_at,
                                 .by_key = is_by_key ? ports::ByKey::yes : ports::ByKey::no});
}

SignatureForm::Tick tick(const http::Form& form, std::string_view field) {
    return form.is_ticked(field) ? SignatureForm::Tick::yes : SignatureForm::Tick::no;
}

}  // namespace

SignatureForm form_of(const http::Form& form) {
    return {form.text("given_name"),     form.text("family_name"),
            form.text("email"),          form.text("country"),
            form.text("postal_code"),    form.text("place"),
            form.text("comment"),        tick(form, "show_name"),
            tick(form, "consent_mail"),  form.text("source"),
            form.text("stamp"),          form.text(kProofField),
            form.text("website"),        tick(form, "consent_partner"),
            form.text("partner_wording")};
}

base::Result<SignOn, base::Problems> sign_on_of(const Services& services, const http::Request& request,
                                                const SignatureForm& form) {
    auto signer = accept(form);
    if (!signer) return signer.error();
    const std::int64_t hash = people::address_hash(services.secret, signer->email);
    SignOn sign_on{request.parameter("slug"), request.locale, *std::move(signer), hash, request.client.text()};
    const auto judgement = judgement_of(services, request, form, sign_on);
    if (judgement.verdict == ports::Verdict::refuse)
        return base::Problems{{std::string{kTurnedAway}, base::message("Your signature could not be taken.")}};
    if (judgement.verdict == ports::Verdict::ask_for_proof)
        return base::Problems{
            {std::string{kProofField}, base::message("Very many people sign at this moment. Please wait until your "
                                                     "browser has solved a small puzzle, then send the form again.")}};
    sign_on.score = judgement.score;
    sign_on.reasons = judgement.reasons;
    sign_on.source = source_of(form.source);
    if (form.consent_partner == SignatureForm::Tick::yes)
        sign_on.partner_wording = base::id_from<ports::PartnerWordingId>(form.partner_wording);
    return sign_on;
}

std::optional<PublicPetition> find_public(const http::Request& request, db::Read& read) {
    const auto petition = store::find(read, request.parameter("slug"));
    if (!petition || petition->stage(request.received_at) == Stage::draft) return std::nullopt;
    auto text = store::public_text(read, petition->id, request.locale);
    if (!text) return std::nullopt;
    return PublicPetition{*petition, *std::move(text)};
}

SignatureForm empty_form(const Services& services, const http::Request& request, std::string_view source) {
    SignatureForm empty;
    empty.source = source_of(source);
    empty.stamp = services.tokens.make(kStamp, request.received_at.microseconds);
    return empty;
}

html::SafeHtml puzzle_of(const Services& services, base::Locale locale) {
    return services.guard.puzzle ? services.guard.puzzle(locale) : html::SafeHtml{};
}

std::optional<ports::PartnerFacts> partner_of(const Services& services, std::string_view source, base::Locale locale,
                                              db::Read& read) {
    const std::string code = source_of(source);
    if (code.empty() || !services.partners.find) return std::nullopt;
    return services.partners.find(read, code, locale);
}

const std::string& contact_address(const Services& services) {
    const auto& mail = services.config.mail;
    return mail.reply_to.empty() ? mail.from_address : mail.reply_to;
}

}  // namespace petitions
