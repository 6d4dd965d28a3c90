// features/privacy/held_service.h - everything that is held about one person, whichever of their addresses asks, and
// forgetting it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/privacy/access.h"
#include "features/privacy/services.h"
#include "people/person.h"
#include "platform/db/transaction.h"

namespace privacy {

// The person of this address, if there is one who is not erased.
std::optional<people::Person> person_of(db::Read& read, std::int64_t address_hash);

// The hash of every address that leads to the same person; at least this one.
std::vector<std::int64_t> addresses_of(db::Read& read, std::int64_t address_hash);

// {"made_at": ..., "addresses": [{"petitions": ..., ...}, ...]}, indented for people.
std::string everything_json(const Services& services, const Access& access, db::Read& read);
// Whether there is anything in it beyond the request for it.
bool holds_anything(const Services& services, const Access& access, db::Read& read);
// As sentences, newest first.
std::vector<ports::PersonFact> facts_of(const Services& services, const Access& access, db::Read& read);

// Takes the person out of every slice in this transaction, and notes that somebody was erased.
void erase_everywhere(const Services& services, std::int64_t address_hash, db::Write& write);

// Consents to be mailed by us, and to be passed to partners.
void withdraw_consents(const Services& services, const Access& access, db::Write& write);

}  // namespace privacy
