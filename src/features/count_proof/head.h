// features/count_proof/head.h - a tree head: what the log says of itself at one moment, to be signed; and the promise
// that stands in for it until the next one. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "features/count_proof/entry.h"
#include "features/count_proof/note.h"

namespace count_proof {

// One count as the head states it.
struct HeadCount {
    PetitionId petition;
    std::string slug;  // as in its address; "-" where it has none any more
    SignerClass signer_class;
    Tally tally;
    bool operator==(const HeadCount&) const = default;
};

// A checkpoint of C2SP.org/tlog-checkpoint, with lines of our own behind the root:
//
//     campaign.example/count-proof
//     1847
//     4Jz...=
//     time 2026-11-22T11:00:00Z
//     count 71 equality-pledge individual 1843 = 1850 - 5 - 3 + 1
//
// standing = confirmed - withdrawn - invalidated + restored; one line for each petition and class, in their order.
struct TreeHead {
    std::string origin;
    std::int64_t size = 0;
    Hash root;
    base::Instant at;  // whole seconds
    std::vector<HeadCount> counts;
    bool operator==(const TreeHead&) const = default;
};

std::string text_of(const TreeHead& head);
// nullopt for a text that is none, or whose counts do not add up or do not stand in their order, each once. Lines after
// the root that begin with another word are left out.
std::optional<TreeHead> read_head(std::string_view text);

// The entry will be in the tree of every head that is signed at or after `by`:
//
//     alltogether count promise 1
//     campaign.example/count-proof
//     0101...                                     (the entry, hexadecimal)
//     by 2026-11-22T11:10:00Z
struct Promise {
    std::string origin;
    Entry entry;
    base::Instant by;
    bool operator==(const Promise&) const = default;
};

std::string text_of(const Promise& promise);
std::optional<Promise> read_promise(std::string_view text);

// "2026-11-22T11:00:00Z", years 1970 to 9999; nullopt for anything else.
std::optional<base::Instant> read_time(std::string_view text);

}  // namespace count_proof
