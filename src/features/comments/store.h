// features/comments/store.h - comments in the database, and what staff decided about them.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "features/comments/comment.h"
#include "platform/db/transaction.h"
#include "ports/count_changes.h"
#include "ports/signers.h"

namespace comments::store {

// The words of this signer from now on, in place of any before; they wait for staff. words: tidied.
CommentId write_words(db::Write& write, SignatureId signature, const ports::SignerWords& signer);

std::optional<Comment> find(db::Read& read, CommentId comment);
std::optional<Comment> of_signature(db::Read& read, SignatureId signature);
std::vector<Comment> of_address(db::Read& read, std::int64_t address_hash);

// Those of this signature, or address, are gone for good, whatever their state.
void remove(db::Write& write, SignatureId signature);
void remove_of_address(db::Write& write, std::int64_t address_hash);

// Withdrawn signatures take their comments with them; invalidated ones take them out of sight, restored ones bring them
// back. Steps of other kinds change nothing.
void follow(db::Write& write, std::span<const ports::CountChange> changes);

// What the public may read, newest first, older than `before`.
struct PublicPage {
    PetitionId petition;
    std::optional<base::Locale> locale{};  // absent: of both languages
    std::optional<CommentId> before{};
    std::int64_t limit = 20;
};
std::vector<Comment> shown(db::Read& read, const PublicPage& page);
std::int64_t count_shown(db::Read& read, PetitionId petition);

// What staff look through: waiting and reported ones from the oldest on, others from the newest, behind `after`.
using View = ports::QueueView;
struct StaffPage {
    PetitionId petition;
    View view;
    std::optional<base::Locale> locale{};
    std::optional<CommentId> after{};
    std::int64_t limit = 50;
};
std::vector<Comment> page(db::Read& read, const StaffPage& page);

// How many there are in each state, and of those not shown for each reason.
struct StateCount {
    State state;
    Reason reason;
    std::int64_t count;
};
std::vector<StateCount> counts(db::Read& read, PetitionId petition);
std::int64_t count_reported(db::Read& read, PetitionId petition);

// How many have the same words, this one among them; counting ends at a hundred.
std::int64_t count_alike(db::Read& read, std::int64_t likeness);

enum class Changed : unsigned char { no, yes };

// Decides and remembers what was before. no: it was the same already and nobody had reported it.
struct Deciding {
    SavingId saving;
    std::string by;
};
Changed decide(db::Write& write, const Comment& comment, Reason reason, const Deciding& deciding);

// The decisions of one save that nobody has decided otherwise since, petition by petition.
struct Undoable {
    CommentId comment;
    PetitionId petition;
    State before;
    std::string reason_before;
};
std::vector<Undoable> undoable(db::Read& read, SavingId saving);
void undo(db::Write& write, SavingId saving, const Undoable& decision);

// A reader says that a shown comment should not be. no: it is not shown under this petition.
Changed report(db::Write& write, PetitionId petition, CommentId comment);

}  // namespace comments::store
