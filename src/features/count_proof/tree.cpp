#include "features/count_proof/tree.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/check.h"

namespace count_proof {
namespace {

constexpr int kMostLevels = 62;

std::uint64_t as_unsigned(std::int64_t number) { return static_cast<std::uint64_t>(number); }
bool is_odd(std::int64_t number) { return (number & 1) != 0; }

// The largest power of two below the size, which is at least 2.
std::int64_t split_of(std::int64_t size) { return std::int64_t{1} << (std::bit_width(as_unsigned(size - 1)) - 1); }

// Of the largest complete subtree that begins at the start of the range and fits into it.
int level_of_first(const Range& range) {
    const int by_size = static_cast<int>(std::bit_width(as_unsigned(range.end - range.first))) - 1;
    const int by_start = range.first == 0 ? kMostLevels : std::countr_zero(as_unsigned(range.first));
    return std::min(by_size, by_start);
}

// SUBPROOF of RFC 9162: whether the old tree is the whole left part decides if its hash is known already.
enum class OldRootKnown : unsigned char { no, yes };
void add_subproof(std::vector<Range>& proof, std::int64_t old_size, const Range& range, OldRootKnown known) {
    const std::int64_t size = range.end - range.first;
    if (old_size == size) {
        if (known == OldRootKnown::no) proof.push_back(range);
        return;
    }
    const std::int64_t split = split_of(size);
    const Range left{range.first, range.first + split}, right{range.first + split, range.end};
    if (old_size <= split) {
        add_subproof(proof, old_size, left, known);
        proof.push_back(right);
    } else {
        add_subproof(proof, old_size - split, right, OldRootKnown::no);
        proof.push_back(left);
    }
}

// The two roots that a consistency proof leads to, while it is read.
struct Roots {
    Hash old_root, new_root;
};

}  // namespace

Hash leaf_hash(std::string_view entry) {
    std::string bytes(1, '\0');
    bytes += entry;
    return sha256(bytes);
}

Hash node_hash(const Children& children) {
    std::array<char, 1 + 2 * Hash::kSize> bytes;
    bytes[0] = 1;
    std::memcpy(bytes.data() + 1, children.left.bytes.data(), Hash::kSize);
    std::memcpy(bytes.data() + 1 + Hash::kSize, children.right.bytes.data(), Hash::kSize);
    return sha256({bytes.data(), bytes.size()});
}

Hash empty_root() { return sha256({}); }

std::vector<NodeId> complete_subtrees(const Range& range) {
    std::vector<NodeId> nodes;
    for (std::int64_t at = range.first; at < range.end;) {
        const int level = level_of_first({at, range.end});
        nodes.push_back({level, at >> level});
        at += std::int64_t{1} << level;
    }
    return nodes;
}

Hash hash_of(const Range& range, const NodeSource& nodes) {
    const auto parts = complete_subtrees(range);
    if (parts.empty()) return empty_root();
    Hash hash = nodes(parts.back());
    for (auto part = parts.rbegin() + 1; part != parts.rend(); ++part) hash = node_hash({nodes(*part), hash});
    return hash;
}

std::vector<Range> inclusion_ranges(const Place& place) {
    CHECK(place.position >= 0 && place.position < place.size);
    std::vector<Range> path;
    Range range{0, place.size};
    while (range.end - range.first > 1) {
        const std::int64_t middle = range.first + split_of(range.end - range.first);
        const Range left{range.first, middle}, right{middle, range.end};
        const bool is_left = place.position < middle;
        path.push_back(is_left ? right : left);
        range = is_left ? left : right;
    }
    std::ranges::reverse(path);
    return path;
}

std::optional<Hash> root_of_path(const Hash& leaf, const Place& place, std::span<const Hash> path) {
    if (place.position < 0 || place.position >= place.size) return std::nullopt;
    std::int64_t node = place.position, last = place.size - 1;
    Hash hash = leaf;
    for (const Hash& sibling : path) {
        if (last == 0) return std::nullopt;
        if (is_odd(node) || node == last) {
            hash = node_hash({sibling, hash});
            while (!is_odd(node) && node != 0) node >>= 1, last >>= 1;
        } else {
            hash = node_hash({hash, sibling});
        }
        node >>= 1;
        last >>= 1;
    }
    if (last != 0) return std::nullopt;
    return hash;
}

std::vector<Range> consistency_ranges(const Growth& growth) {
    CHECK(growth.old_size >= 0 && growth.old_size <= growth.new_size);
    std::vector<Range> proof;
    if (growth.old_size > 0) add_subproof(proof, growth.old_size, {0, growth.new_size}, OldRootKnown::yes);
    return proof;
}

bool is_consistent(const Growth& growth, const RootPair& roots, std::span<const Hash> proof) {
    if (growth.old_size < 0 || growth.old_size > growth.new_size) return false;
    if (growth.old_size == growth.new_size) return proof.empty() && roots.old_root == roots.new_root;
    if (growth.old_size == 0) return proof.empty() && roots.old_root == empty_root();
    std::int64_t node = growth.old_size - 1, last = growth.new_size - 1;
    while (is_odd(node)) node >>= 1, last >>= 1;
    std::size_t next = 0;
    if (node != 0 && proof.empty()) return false;
    const Hash seed = node == 0 ? roots.old_root : proof[next++];
    Roots made{seed, seed};
    for (; next < proof.size(); ++next) {
        if (last == 0) return false;
        if (is_odd(node) || node == last) {
            made = {node_hash({proof[next], made.old_root}), node_hash({proof[next], made.new_root})};
            while (!is_odd(node) && node != 0) node >>= 1, last >>= 1;
        } else {
            made.new_root = node_hash({made.new_root, proof[next]});
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && made.old_root == roots.old_root && made.new_root == roots.new_root;
}

Edge::Edge(std::int64_t size, const NodeSource& nodes) : size_(size) {
    for (const NodeId& node : complete_subtrees({0, size})) peaks_.push_back(nodes(node));
}

void Edge::append(const Hash& leaf, const Made& made) {
    NodeId node{0, size_};
    Hash hash = leaf;
    made(node, hash);
    for (; is_odd(node.index); made(node, hash)) {
        hash = node_hash({peaks_.back(), hash});
        peaks_.pop_back();
        node = {node.level + 1, node.index >> 1};
    }
    peaks_.push_back(hash);
    ++size_;
}

Hash Edge::root() const {
    if (peaks_.empty()) return empty_root();
    Hash hash = peaks_.back();
    for (auto peak = peaks_.rbegin() + 1; peak != peaks_.rend(); ++peak) hash = node_hash({*peak, hash});
    return hash;
}

}  // namespace count_proof
