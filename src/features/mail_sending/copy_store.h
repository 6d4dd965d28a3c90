// features/mail_sending/copy_store.h - the copies of single people: taken block by block, tried again one by one.
//
// A block is taken by one statement for its copies, one for the block and one for the walk; its outcome is written by
// one statement for all that were delivered and one for each batch of the others. What was answered but not yet
// written when the program was killed stands in the answers file (answers_file.h).
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "features/mail_sending/blast_store.h"
#include "features/mail_sending/copy.h"

namespace mail_sending::store {

using BlockId = base::Id<struct MailBlockTag>;

// A copy as it is written down.
struct Copy {
    SentMailId id{0};
    std::optional<BlastId> blast{};
    people::PersonId person{0};
    Variant variant{};
    CopyState state = CopyState::waiting;
    int attempts = 0;
    base::Instant at{};
    int returned = 0;
};

struct Block {
    BlockId id{0};
    BlastId blast{0};
    SentMailId first{0}, last{0};
};

// Enters the copies, gives them identities, and opens the block around them where one of them is under way. Steps the
// tally: taken, and what is decided already (dropped, held back).
struct Owner {
    std::int64_t number;
    base::Instant until;  // the lease
};
std::optional<Block> take(db::Write& write, BlastId blast, std::span<Copy> copies, const Owner& owner);

// What became of one copy that was under way or waiting.
struct Outcome {
    SentMailId id;
    CopyState state;
    int attempts;
    base::Instant at;
};
void record(db::Write& write, std::span<const Outcome> outcomes);
// What is still under way in the block was delivered; closes the block.
void finish_delivered(db::Write& write, const Block& block);
struct Note {
    SentMailId id;
    std::string detail;
};
void note(db::Write& write, std::span<const Note> notes);

// Takes at most `limit` copies that are due and whose blast may send; nobody else takes them before `until`. Their
// attempts include the one that comes.
bool has_due(db::Read& read, base::Instant now);
struct Lease {
    base::Instant until;
    std::int64_t limit;
};
std::vector<Copy> take_due(db::Write& write, const Lease& lease);

// Of a program that ended without recording: those of these copies that were not decided yet were delivered. Steps the
// tallies.
void record_answered(db::Write& write, std::span<const SentMailId> answered);
// The others may be tried at once.
void release(db::Write& write, std::span<const SentMailId> unanswered);
bool has_expired_blocks(db::Read& read, base::Instant now);
// Blocks that this owner left open, or whose lease ran out: what is under way in them waits again. Returns how many
// copies.
std::int64_t release_open_blocks(db::Write& write, std::int64_t owner);

// Copies of stopped blasts that still wait, at most `limit`: dropped. Returns how many.
bool has_stopped(db::Read& read);
std::int64_t drop_stopped(db::Write& write, std::int64_t limit);

// Mails outside of any blast.
struct Single {
    SentMailId id{0};
    MailingEditionId edition;
    Variant variant{};
    ports::AudienceMember person;
    ports::MailSending::Kind kind;
};
SentMailId insert_single(db::Write& write, const ports::MailSending::Single& single);
std::optional<Single> find_single(db::Read& read, SentMailId id);
void forget_singles(db::Write& write, std::span<const SentMailId> done);
void forget_singles_of(db::Write& write, std::int64_t address_hash);
// Other servers' words about this person's address.
void forget_words_about(db::Write& write, people::PersonId person);

std::optional<Copy> find_copy(db::Read& read, SentMailId id);
std::string note_of(db::Read& read, SentMailId id);
// How many this person got since then, of blasts and series.
std::int64_t delivered_since(db::Read& read, people::PersonId person, base::Instant since);

// Lists. A page costs the same wherever it lies.
struct CopyPage {
    SentMailId after{0};
    std::int64_t limit = 50;
};
std::vector<Copy> of_blast(db::Read& read, BlastId blast, const CopyPage& page);
std::vector<Copy> of_blast_in_state(db::Read& read, BlastId blast, CopyState state, const CopyPage& page);
std::vector<Copy> returned_of_blast(db::Read& read, BlastId blast, const CopyPage& page);
std::vector<Copy> of_person_in_blast(db::Read& read, BlastId blast, people::PersonId person);
// Newest first, older than `before`.
std::vector<Copy> of_person(db::Read& read, people::PersonId person, std::optional<SentMailId> before,
                            std::int64_t limit);

}  // namespace mail_sending::store
