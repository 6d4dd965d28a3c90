// features/petitions/store.h - petitions and their texts in the database.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/petitions/petition.h"
#include "platform/db/transaction.h"
#include "ports/editing.h"

namespace petitions::store {

std::optional<Petition> find(db::Read& read, std::string_view slug);
std::optional<Petition> find(db::Read& read, PetitionId id);

// Every petition, drafts too, newest first. There are tens, not thousands.
std::vector<Petition> all(db::Read& read);

// The newest version of each language that has one, frozen or not: what staff go on writing.
std::vector<Text> newest_texts(db::Read& read, PetitionId petition);

// The newest frozen text in this language, or, where there is none, in the other one: what pages show.
std::optional<Text> public_text(db::Read& read, PetitionId petition, base::Locale locale);

std::optional<Text> find_text(db::Read& read, TextId id);

// Every version of one language, newest first.
std::vector<Text> versions(db::Read& read, PetitionId petition, base::Locale locale);

// Who wrote at its texts last; nullopt before anybody did.
std::optional<ports::Saving> last_saving(db::Read& read, PetitionId petition);

// Makes a draft petition. nullopt: the slug is taken.
std::optional<PetitionId> insert(db::Write& write, const PetitionPlan& plan, base::LevelId level,
                                 std::string_view staff_name);

// Keeps the words as the draft of that language: changes the draft when there is one, begins the next version when
// the newest is frozen. Nothing happens when the words are those of the newest version. No words at all drop the draft:
// what was frozen stays, and a language without a version counts as missing when publishing.
void save_text(db::Write& write, const Petition& petition, base::Locale locale, const TextForm& words,
               std::string_view staff_name);

// Freezes every draft text and shows the petition to everybody.
void publish(db::Write& write, PetitionId petition, std::string_view staff_name);

void close(db::Write& write, PetitionId petition, std::string_view staff_name);
void reopen(db::Write& write, PetitionId petition);

}  // namespace petitions::store
