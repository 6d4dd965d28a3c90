// features/count_proof/receipt.h - what a signer takes home: the opening of their commitment, and the proof that its
// entries are in the tree under a signed head - or, before the next head, a signed promise. Pure.
//
// Two forms: a JSON file that holds everything, and a short text for QR codes and links, which names the head by its
// size and leaves it out. docs/methods/verifiable_count.md has both.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "features/count_proof/entry.h"
#include "features/count_proof/head.h"
#include "features/count_proof/tree.h"

namespace count_proof {

// One step of a signature's story, in the tree.
struct ProvenStep {
    EntryType type;
    std::int64_t position;
    std::vector<Hash> path;
};

struct Receipt {
    Opening opening;
    std::vector<ProvenStep> steps;  // in the order of the log, the confirmation first; none: only promised
    std::string note;               // of the tree head, or of the promise; empty in the short form
    std::int64_t size = 0;          // of the tree, in the short form
    std::optional<PublicKey> key;   // that signed, as the receipt says
};

// "alltogether-count-receipt/1" and its members, indented for people.
std::string json_of(const Receipt& receipt);
// base64url; only of a receipt with steps; the confirmation alone. 98 bytes and 32 for each hash.
std::string short_text_of(const Receipt& receipt);

inline constexpr std::size_t kLargestReceipt = 256 * 1024;

// Why a receipt proves nothing.
enum class Flaw : unsigned char {
    unreadable,      // neither JSON of this format nor the short form, or a member is missing or malformed
    unknown_format,  // JSON of another version
    no_head,         // the short form, and the head of that size is not at hand
    bad_note,        // the head or the promise cannot be read
    not_signed,      // its signature does not fit the key
    other_log,       // it was signed by another key or for another log than the trusted one
    wrong_path,      // too short, too long, or a position outside of the tree
    not_in_tree,     // the path leads to another root than the head's: the entry was not in that tree
    broken_story,    // its steps do not follow on each other
    other_entry,     // the promise is about another entry than the opening
};
// "not-in-tree": for scripts.
std::string_view name_of(Flaw flaw);

// Any bytes are fine. Blanks around are left out.
base::Result<Receipt, Flaw> read_receipt(std::string_view bytes);

// What a sound receipt proves.
struct Included {
    TreeHead head;
    bool counts;  // after the last step
};
using Proven = std::variant<Included, Promise>;

// trusted: the key to verify with; absent: the one in the receipt, which proves only that whoever wrote the receipt
// held it. note: of the head where the receipt itself has none.
struct Trust {
    std::optional<PublicKey> key{};
    std::string note{};
};
base::Result<Proven, Flaw> verify(const Receipt& receipt, const Trust& trust);

// The entry that a step of this receipt makes.
Entry entry_of(const Opening& opening, EntryType type);

// The root that a receipt's confirmation leads to, without any head; nullopt for a promise or a wrong path.
std::optional<Hash> root_of(const Receipt& receipt, std::int64_t size);

}  // namespace count_proof
