// features/petitions/count_store.h - what the public sees of signatures: how many, and the newest names. Tables of
// their own, so that no page reads the signatures.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "features/petitions/signature.h"
#include "platform/db/transaction.h"

namespace petitions::store {

// By how much the counts of one petition move.
struct Step {
    std::int64_t pending = 0, confirmed = 0, withdrawn = 0, invalidated = 0;
};
void step_tally(db::Write& write, PetitionId petition, const Step& step);

// Who is no individual and counts: their acts stand in another slice, which tells the steps.
struct EndorserCount {
    PetitionId petition;
    SignerClass signer_class;
    std::int64_t counted;
};
// By so many more, or less.
void step_endorsers(db::Write& write, const EndorserCount& step);
std::vector<EndorserCount> endorser_counts(db::Read& read);

// What the tally says, and what counting the signatures themselves gives: they differ only when something is wrong.
struct Count {
    PetitionId petition;
    SignerClass signer_class;
    std::int64_t pending, confirmed, withdrawn, invalidated = 0;
    bool operator==(const Count&) const = default;
};
std::vector<Count> tally(db::Read& read);
std::vector<Count> recount(db::Read& read);  // reads every signature: for `alltogether check` only

// Rows that point at nothing; the tables have no foreign keys, since they are the hot path. Reads every signature.
struct Strays {
    std::int64_t without_text = 0;  // signatures whose text is not there, or is another petition's
    std::int64_t shown_without_right =
        0;  // shown names whose signature is not there, not confirmed, or not to be shown
};
Strays strays(db::Read& read);

// The newest names of a petition that may be shown.
struct ShownName {
    std::string name, place;
    base::Instant confirmed_at;
    bool operator==(const ShownName&) const = default;
};
std::vector<ShownName> latest_names(db::Read& read, PetitionId petition, std::int64_t limit);

// Shown names behind the one of `after`, oldest confirmation first: for documents that hold all of them.
struct NamedSignature {
    SignatureId signature;
    ShownName shown;
};
struct NamesAfter {
    PetitionId petition;
    SignatureId after;  // 0: from the beginning
    std::int64_t limit;
};
std::vector<NamedSignature> names_after(db::Read& read, const NamesAfter& page);

// The name of a signature that was just confirmed, where its owner agreed; nothing to hide is fine.
void show_name(db::Write& write, PetitionId petition, SignatureId signature, const ShownName& name);
// Of one that was withdrawn, also where it was withheld.
void hide_name(db::Write& write, SignatureId signature);
// Of many that were invalidated, and back: a name stands again where it stood.
void withhold_names(db::Write& write, std::span<const SignatureId> signatures);
void show_names_again(db::Write& write, std::span<const SignatureId> signatures);

}  // namespace petitions::store
