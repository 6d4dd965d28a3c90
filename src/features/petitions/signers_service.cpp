#include "features/petitions/signers_service.h"

#include "features/petitions/count_store.h"
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

}  // namespace

ports::Signers signers() { return {.counted = store::counted, .standing = standing, .order_mail = order_mail}; }

}  // namespace petitions
