// people/addresses.h - a person's addresses: the one they use (Person::email), which mail goes to, and others that also
// lead to them. An address is one person's.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/email_address.h"
#include "base/instant.h"
#include "people/person.h"
#include "platform/db/transaction.h"

namespace people {

struct PersonAddress {
    std::int64_t address_hash;
    std::string email;
    base::Instant added_at;
};

// The one in use first. None of a person who was erased or merged.
std::vector<PersonAddress> addresses_of(db::Read& read, PersonId person);

struct NewAddress {
    PersonId person;
    std::int64_t address_hash;
    base::EmailAddress email;
};
enum class AddressOutcome : unsigned char { added, present, taken };  // present: theirs already; taken: another's
AddressOutcome add_address(db::Write& write, const NewAddress& address);

struct OwnAddress {
    PersonId person;
    std::int64_t address_hash;
};
// Whether it was there; the one in use stays.
bool remove_address(db::Write& write, OwnAddress address);
// From now on mail goes there. Consents hold for the address that they were given for, so the standing is worked out
// again. false: no other address of this person.
bool use_address(db::Write& write, OwnAddress address);

}  // namespace people
