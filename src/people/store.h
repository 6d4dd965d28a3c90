// people/store.h - levels, people and consents in the database. The one place where slices meet these tables.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "people/consent.h"
#include "people/level.h"
#include "people/person.h"
#include "platform/db/transaction.h"

namespace people {

// Levels.
LevelTree levels(db::Read& read);
std::optional<Level> find_level(db::Read& read, std::string_view slug);
std::optional<Level> find_level(db::Read& read, base::LevelId id);
// The level that was found under this slug before it changed, while no other level has it.
std::optional<Level> find_moved_level(db::Read& read, std::string_view former_slug);
// nullopt: the slug is taken.
std::optional<base::LevelId> insert_level(db::Write& write, const LevelPlan& plan);

// The slug is free, or the level's own. A slug that is given up keeps leading to the level.
void change_level(db::Write& write, const Level& level, const LevelChange& change);

// People. ensure_person makes the person of this address, or brings the known one up to date: what was stated last
// holds, and what was left empty keeps what was known. An erased person who comes back begins anew. A person is found
// by any of their addresses (people/addresses.h); the one they use stays.
PersonId ensure_person(db::Write& write, const PersonStatement& statement);
std::optional<Person> find_person(db::Read& read, PersonId id);
std::optional<Person> find_person_by_address(db::Read& read, std::int64_t address_hash);
// What staff put right; nothing happens to one who was erased or merged.
void change_person(db::Write& write, PersonId id, const PersonChange& change);
// Takes name, addresses, place, tags and answers away for good, also of those who were merged into this person; the row
// stays, so that what refers to it stays explained.
void erase_person(db::Write& write, PersonId id);

// Consents. record_consent appends; nothing ever changes or removes a row, but for erasing a person's network address.
// The person's standing (people/mail_standing.h) follows.
ConsentId record_consent(db::Write& write, const Consent& consent);
// Of the consents to be mailed by us.
std::optional<Consent> newest_consent(db::Read& read, std::int64_t address_hash);
std::vector<Consent> consents(db::Read& read, std::int64_t address_hash);  // oldest first
// Whether this address may be mailed now.
bool has_consent(db::Read& read, std::int64_t address_hash, base::Instant now);

}  // namespace people
