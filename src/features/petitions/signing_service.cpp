#include "features/petitions/signing_service.h"

#include "base/check.h"
#include "features/petitions/sign_on_service.h"
#include "features/petitions/sign_on_store.h"
#include "features/petitions/signature_store.h"
#include "features/petitions/signers_store.h"

namespace petitions {
namespace {

class Prepared final : public ports::PreparedSignOn {
public:
    explicit Prepared(SignOn made) : sign_on(std::move(made)) {}
    SignOn sign_on;
};

SignatureForm form_of(const ports::SignOnWords& words) {
    SignatureForm form{words.given_name,  words.family_name, words.email,  words.country,
                       words.postal_code, words.place,       words.comment};
    form.source = words.source;
    return form;
}

base::Result<std::shared_ptr<const ports::PreparedSignOn>, base::Problems> prepare(const Services& services,
                                                                                   const http::Request& request,
                                                                                   const ports::SignOnWords& words) {
    auto sign_on = sign_on_of(services, request, form_of(words));
    if (!sign_on) return sign_on.error();
    auto prepared = std::make_shared<Prepared>(*std::move(sign_on));
    prepared->sign_on.locale = words.locale;
    return std::shared_ptr<const ports::PreparedSignOn>{std::move(prepared)};
}

ports::SignedOn outcome_of(SignOutcome outcome) {
    switch (outcome) {
        case SignOutcome::recorded:
            return ports::SignedOn::recorded;
        case SignOutcome::repeat:
            return ports::SignedOn::repeat;
        case SignOutcome::closed:
            return ports::SignedOn::closed;
        case SignOutcome::unknown_petition:
            return ports::SignedOn::unknown_petition;
    }
    return ports::SignedOn::unknown_petition;
}

ports::SignedOn record_prepared(db::Write& write, const ports::PreparedSignOn& prepared) {
    const auto* own = dynamic_cast<const Prepared*>(&prepared);
    CHECK(own != nullptr);
    return outcome_of(store::record_all(write, {&own->sign_on, 1}).front());
}

ports::WholeSignature whole(const Signature& signature) {
    return {.id = signature.id,
            .petition = signature.petition,
            .standing = static_cast<ports::SignatureStanding>(signature.state),
            .address_hash = signature.address_hash,
            .email = signature.email,
            .name = {signature.given_name, signature.family_name},
            .country = signature.country,
            .postal_code = signature.postal_code,
            .place = signature.place,
            .comment = signature.comment,
            .source = signature.source,
            .locale = signature.locale,
            .signed_at = signature.signed_at,
            .changed_at = signature.withdrawn_at.value_or(signature.confirmed_at.value_or(signature.signed_at))};
}

std::vector<ports::WholeSignature> wholes(const std::vector<Signature>& signatures) {
    std::vector<ports::WholeSignature> all;
    for (const Signature& signature : signatures) all.push_back(whole(signature));
    return all;
}

std::vector<ports::WholeSignature> list(db::Read& read, const ports::SignatureListing& listing) {
    std::vector<Signature> found;
    for (const SignatureId id : store::listed(read, listing))
        if (const auto signature = store::find_signature(read, id)) found.push_back(*signature);
    return wholes(found);
}

std::optional<ports::WholeSignature> find_whole(db::Read& read, SignatureId id) {
    const auto signature = store::find_signature(read, id);
    return signature ? std::optional{whole(*signature)} : std::nullopt;
}

}  // namespace

ports::Signing signing(const Services& services) {
    return {.prepare = [&services](const http::Request& request,
                                   const ports::SignOnWords& words) { return prepare(services, request, words); },
            .record = record_prepared,
            .list = list,
            .find = find_whole,
            .of_address = [](db::Read& read, std::int64_t hash) { return wholes(store::of_address(read, hash)); }};
}

}  // namespace petitions
