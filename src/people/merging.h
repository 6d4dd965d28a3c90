// people/merging.h - two people who are one. The kept one goes on with the addresses, tags and answers of both; the
// merged one is kept as an empty row that points to it. Nothing is lost, and it can be undone.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "people/person.h"
#include "platform/db/transaction.h"

namespace people {

using MergeId = base::Id<struct MergeTag>;

struct MergeOrder {
    PersonId kept, merged;
    std::string by;  // the name of who ordered it
};

struct Merge {
    MergeId id;
    PersonId kept, merged;
    std::string by;
    base::Instant at;
    std::string undone_by;
    std::optional<base::Instant> undone_at;
    std::int64_t addresses, tags, answers;  // that moved
};

// The kept one keeps their name, language and place, and gets those that it lacks. Topics that either left out stay
// left out, the slower pace and the longer pause hold, and the standing is worked out from the consents of all
// addresses. nullopt: the same person twice, or one of them is erased or merged.
std::optional<MergeId> merge(db::Write& write, const MergeOrder& order);

// Gives back what moved, as far as the kept one still has it; what came afterwards stays with the kept one. false:
// undone already, or one of the two was erased, or the kept one was itself merged (undo that first).
bool undo_merge(db::Write& write, MergeId merge, const std::string& by);

std::optional<Merge> find_merge(db::Read& read, MergeId merge);
std::vector<Merge> merges_of(db::Read& read, PersonId person);  // on either side, newest first

// The person who goes on with what was theirs: themself where they were not merged.
PersonId living(db::Read& read, PersonId person);

// The person, and everybody who is merged into them, also by way of others: what is kept under any of these numbers is
// theirs.
std::vector<PersonId> selves(db::Read& read, PersonId person);

}  // namespace people
