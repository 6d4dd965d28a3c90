#include "features/petitions/signers_service.h"

#include "features/petitions/count_store.h"
#include "features/petitions/signature_store.h"
#include "features/petitions/signers_store.h"
#include "platform/mail/outbox.h"

namespace petitions {
namespace {

std::vector<ports::StandingCount> standing(db::Read& read) {
    std::vector<ports::StandingCount> counts;
    for (const store::Count& count : store::tally(read))
        counts.push_back({count.petition, count.signer_class, count.confirmed});
    return counts;
}

ports::MailOrdered order_mail(db::Write& write, SignatureId signature, const std::string& kind) {
    const auto addressee = store::count_mail(write, signature);
    const auto email = addressee ? base::EmailAddress::parse(addressee->email) : std::nullopt;
    if (!email) return ports::MailOrdered::no;
    mail::queue(write, {kind, *email, addressee->locale, signature.value});
    return ports::MailOrdered::yes;
}

std::optional<ports::SignerWords> words(db::Read& read, SignatureId id) {
    const auto signature = store::find_signature(read, id);
    if (!signature || signature->state != SignatureState::confirmed) return std::nullopt;
    const bool is_shown = signature->show_name == SignatureForm::Tick::yes;
    return ports::SignerWords{.petition = signature->petition,
                              .address_hash = signature->address_hash,
                              .locale = signature->locale,
                              .words = signature->comment,
                              .name = is_shown ? signature->shown_name() : "",
                              .place = is_shown ? signature->place : ""};
}

std::vector<ports::StandingSignature> standing_of(db::Read& read, std::int64_t address_hash) {
    std::vector<ports::StandingSignature> standing;
    for (const Signature& signature : store::of_address(read, address_hash))
        if (signature.state == SignatureState::confirmed) standing.push_back({signature.id, signature.petition});
    return standing;
}

}  // namespace

ports::Signers signers() {
    return {.counted = store::counted,
            .standing = standing,
            .order_mail = order_mail,
            .by_text = store::counted_by_text,
            .words = words,
            .of_address = standing_of};
}

}  // namespace petitions
