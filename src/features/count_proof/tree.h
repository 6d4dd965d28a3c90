// features/count_proof/tree.h - the Merkle tree of RFC 6962 (RFC 9162, 2.1): hashes, proofs, and how proofs are
// checked. Pure: no database, no clock.
//
// A tree of n entries splits at k, the largest power of two below n. Every hash that a proof needs is that of a range
// whose start is a multiple of its size, and such a range is put together from complete subtrees. A complete subtree
// never changes again, so it can be kept for ever under (level, index).
#pragma once
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "features/count_proof/bytes.h"

namespace count_proof {

// SHA-256 of the byte 0 and the entry.
Hash leaf_hash(std::string_view entry);

// SHA-256 of the byte 1, the left and the right hash.
struct Children {
    const Hash& left;
    const Hash& right;
};
Hash node_hash(const Children& children);

// Of a tree without entries: SHA-256 of nothing.
Hash empty_root();

// The complete subtree over entries index * 2^level up to (index + 1) * 2^level, that one left out.
struct NodeId {
    int level;
    std::int64_t index;
    auto operator<=>(const NodeId&) const = default;
};

// Entries first up to end, that one left out.
struct Range {
    std::int64_t first, end;
    auto operator<=>(const Range&) const = default;
};

// The complete subtrees that a range is made of, left to right, each smaller than the one before.
std::vector<NodeId> complete_subtrees(const Range& range);

// The hash of a complete subtree: from a table, or from the entries.
using NodeSource = std::function<Hash(const NodeId&)>;

// MTH of the range; of an empty one empty_root().
Hash hash_of(const Range& range, const NodeSource& nodes);

// The entry at a position, in the tree of the first `size` entries.
struct Place {
    std::int64_t position, size;
};

// The ranges whose hashes prove that the entry is in the tree, from the leaf upwards (RFC 9162, 2.1.3.1).
// Needs 0 <= position < size.
std::vector<Range> inclusion_ranges(const Place& place);

// The root that the leaf and its path lead to; nullopt where the path is too short or too long, or the position lies
// outside of the tree (RFC 9162, 2.1.3.2).
std::optional<Hash> root_of_path(const Hash& leaf, const Place& place, std::span<const Hash> path);

// A tree that has grown.
struct Growth {
    std::int64_t old_size, new_size;
};

// The ranges whose hashes prove that the new tree begins with the old one (RFC 9162, 2.1.4.1); none where the sizes are
// equal or the old one is 0. Needs 0 <= old_size <= new_size.
std::vector<Range> consistency_ranges(const Growth& growth);

// Whether the proof holds (RFC 9162, 2.1.4.2). Trees of one size are consistent when their roots are equal and the
// proof is empty; every tree continues the one without entries, again with an empty proof.
struct RootPair {
    const Hash& old_root;
    const Hash& new_root;
};
bool is_consistent(const Growth& growth, const RootPair& roots, std::span<const Hash> proof);

// The right edge of a growing tree: as many hashes as the size has bits set.
class Edge {
public:
    using Made = std::function<void(const NodeId&, const Hash&)>;

    Edge() = default;
    // Of a tree that is there already.
    Edge(std::int64_t size, const NodeSource& nodes);

    // One more entry. Tells every complete subtree that it finished, the leaf first.
    void append(const Hash& leaf, const Made& made);

    std::int64_t size() const { return size_; }
    Hash root() const;

private:
    std::int64_t size_ = 0;
    std::vector<Hash> peaks_;  // of the complete subtrees, the largest first
};

}  // namespace count_proof
