#include "features/petitions/sign_on_service.h"

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
    return services.guard.judge(
        {.slug = sign_on.slug,
         .email = signer.email,
         .address_hash = sign_on.address_hash,
         .given_name = signer.given_name,
         .family_name = signer.family_name,
         .country = signer.country,
         .postal_code = signer.postal_code,
         .place = signer.place,
         .comment = signer.comment,
         .client = request.client,
         .trusted = request.from_trusted_network ? ports::FromTrustedNetwork::yes : ports::FromTrustedNetwork::no,
         .trap = form.trap.empty() ? ports::TrapFilled::no : ports::TrapFilled::yes,
         .dwell = dwell_of(services, request, form),
         .proof = form.proof,
         .at = request.received_at});
}

}  // namespace

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
    return sign_on;
}

const std::string& contact_address(const Services& services) {
    const auto& mail = services.config.mail;
    return mail.reply_to.empty() ? mail.from_address : mail.reply_to;
}

}  // namespace petitions
