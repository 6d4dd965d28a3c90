// people/consent_list.h - the consents of everybody, as lists: the wordings there are, and implied consents by their
// end.
#pragma once
#include <vector>

#include "base/instant.h"
#include "people/consent.h"
#include "platform/db/transaction.h"

namespace people {

struct ListedWording {
    ConsentWording wording;
    base::Instant first_used_at{};
};
std::vector<ListedWording> wordings(db::Read& read);  // by key and language, the newest version first

// Implied consents that hold and end in [from, until), by their end; those that were left or renewed are none.
struct EndingSpan {
    base::Instant from, until;
};
struct EndingConsent {
    PersonId person;
    base::Instant ends_at;
};
std::vector<EndingConsent> ending_consents(db::Read& read, const EndingSpan& span);

}  // namespace people
