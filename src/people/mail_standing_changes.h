// people/mail_standing_changes.h - how the standing follows the log of consents; and the person; for people's own
// stores.
#pragma once
#include "people/consent.h"
#include "platform/db/transaction.h"

namespace people {

// What a new row of the log changes; nothing for a partner's consent, or where the person is not known.
void follow_consent(db::Write& write, const Consent& consent);

// After the person's language, place or address changed; nothing for one who never consented.
void follow_person(db::Write& write, PersonId person);

// Works allowed_until, joined_at and left_at out again from the consents of all addresses of the person: the newest one
// of the address in use, unless it was withdrawn at another address later. Choices stay.
void recompute_standing(db::Write& write, PersonId person);

// Of somebody who was merged into another: no mail, but their choices are kept in case that is undone.
void stop_standing(db::Write& write, PersonId person);

// Of an erased person.
void forget_standing(db::Write& write, PersonId person);

}  // namespace people
