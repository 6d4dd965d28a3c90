// people/mail_standing_changes.h - how the standing follows the log of consents; for people/store.cpp alone.
#pragma once
#include "people/consent.h"
#include "platform/db/transaction.h"

namespace people {

// What a new row of the log changes; nothing for a partner's consent, or where the person is not known.
void follow_consent(db::Write& write, const Consent& consent);

// Of an erased person.
void forget_standing(db::Write& write, PersonId person);

}  // namespace people
