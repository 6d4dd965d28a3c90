// The tree against the vectors that Certificate Transparency's implementations share, and against itself.
#include "features/count_proof/tree.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "features/count_proof/head.h"
#include "features/count_proof/receipt.h"

namespace count_proof {
namespace {

// github.com/google/certificate-transparency, cpp/merkletree/merkle_tree_test.cc; the same ones stand in
// transparency-dev/merkle, testonly/reference_test.go.
constexpr std::array<std::string_view, 8> kEntries{
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
constexpr std::array<std::string_view, 8> kRoots{"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                                 "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                                 "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                                 "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                                 "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                                 "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                                 "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                                 "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

struct InclusionVector {
    Place place;
    std::vector<std::string_view> path;
};
const std::vector<InclusionVector> kInclusions{
    {{0, 1}, {}},
    {{0, 8},
     {"96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"}},
    {{5, 8},
     {"bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}},
    {{2, 3}, {"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"}},
    {{1, 5},
     {"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"}}};

struct ConsistencyVector {
    Growth growth;
    std::vector<std::string_view> proof;
};
const std::vector<ConsistencyVector> kConsistencies{
    {{1, 1}, {}},
    {{1, 8},
     {"96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"}},
    {{6, 8},
     {"0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}},
    {{2, 5},
     {"5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"}}};

// A tree kept whole, so that any of its hashes can be asked for.
class Tree {
public:
    void append(std::string_view entry) {
        edge_.append(leaf_hash(entry), [this](const NodeId& node, const Hash& hash) { nodes_.emplace(node, hash); });
    }
    Hash hash(const Range& range) const {
        return hash_of(range, [this](const NodeId& node) { return nodes_.at(node); });
    }
    Hash root(std::int64_t size) const { return hash({0, size}); }
    std::vector<Hash> hashes(const std::vector<Range>& ranges) const {
        std::vector<Hash> hashes;
        for (const Range& range : ranges) hashes.push_back(hash(range));
        return hashes;
    }
    const Edge& edge() const { return edge_; }

private:
    Edge edge_;
    std::map<NodeId, Hash> nodes_;
};

Tree reference_tree() {
    Tree tree;
    for (const auto entry : kEntries) tree.append(*from_hex(entry));
    return tree;
}

std::vector<std::string> hex_of(const std::vector<Hash>& hashes) {
    std::vector<std::string> texts;
    for (const Hash& hash : hashes) texts.push_back(hex(hash.view()));
    return texts;
}

Tree tree_of(std::int64_t size) {
    Tree tree;
    for (std::int64_t i = 0; i < size; ++i) tree.append(std::to_string(i));
    return tree;
}

TEST(MerkleTree, has_the_roots_that_other_implementations_have) {
    const Tree tree = reference_tree();
    EXPECT_EQ(hex(empty_root().view()), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (std::size_t i = 0; i < kRoots.size(); ++i)
        EXPECT_EQ(hex(tree.root(static_cast<std::int64_t>(i) + 1).view()), kRoots[i]);
    EXPECT_EQ(tree.edge().root(), tree.root(8));
}

TEST(MerkleTree, proves_inclusion_as_other_implementations_do) {
    const Tree tree = reference_tree();
    for (const auto& vector : kInclusions) {
        const auto path = tree.hashes(inclusion_ranges(vector.place));
        EXPECT_EQ(hex_of(path), (std::vector<std::string>{vector.path.begin(), vector.path.end()}));
        const Hash leaf = leaf_hash(*from_hex(kEntries[static_cast<std::size_t>(vector.place.position)]));
        EXPECT_EQ(root_of_path(leaf, vector.place, path), tree.root(vector.place.size));
    }
}

TEST(MerkleTree, proves_consistency_as_other_implementations_do) {
    const Tree tree = reference_tree();
    for (const auto& vector : kConsistencies) {
        const auto proof = tree.hashes(consistency_ranges(vector.growth));
        EXPECT_EQ(hex_of(proof), (std::vector<std::string>{vector.proof.begin(), vector.proof.end()}));
        EXPECT_TRUE(is_consistent(vector.growth, {tree.root(vector.growth.old_size), tree.root(vector.growth.new_size)},
                                  proof));
    }
}

RC_GTEST_PROP(MerkleTreeOfAnySize, proves_each_entry_and_refuses_every_other_story, ()) {
    const auto size = *rc::gen::inRange<std::int64_t>(1, 200);
    const auto position = *rc::gen::inRange<std::int64_t>(0, size);
    const Tree tree = tree_of(size);
    const auto path = tree.hashes(inclusion_ranges({position, size}));
    const Hash leaf = leaf_hash(std::to_string(position));
    RC_ASSERT(root_of_path(leaf, {position, size}, path) == tree.root(size));
    RC_ASSERT(root_of_path(leaf_hash("another"), {position, size}, path) != tree.root(size));
    for (std::size_t i = 0; i < path.size(); ++i) {
        auto forged = path;
        forged[i].bytes[*rc::gen::inRange<std::size_t>(0, 32)] ^= 1;
        RC_ASSERT(root_of_path(leaf, {position, size}, forged) != tree.root(size));
    }
    auto longer = path;
    longer.push_back(leaf);
    RC_ASSERT(!root_of_path(leaf, {position, size}, longer));
    if (!path.empty()) RC_ASSERT(!root_of_path(leaf, {position, size}, std::span{path}.first(path.size() - 1)));
    RC_ASSERT(!root_of_path(leaf, {size, size}, path));
}

RC_GTEST_PROP(MerkleTreeOfAnySize, is_consistent_with_each_of_its_beginnings_and_with_nothing_else, ()) {
    const auto size = *rc::gen::inRange<std::int64_t>(1, 200);
    const auto before = *rc::gen::inRange<std::int64_t>(0, size + 1);
    const Tree tree = tree_of(size);
    const Growth growth{before, size};
    const auto proof = tree.hashes(consistency_ranges(growth));
    const Hash old_root = tree.root(before), new_root = tree.root(size);
    RC_ASSERT(is_consistent(growth, {old_root, new_root}, proof));
    const Hash other = leaf_hash("other");
    RC_ASSERT(!is_consistent(growth, {other, new_root}, proof));
    if (before > 0) RC_ASSERT(!is_consistent(growth, {old_root, other}, proof));
    auto longer = proof;
    longer.push_back(other);
    RC_ASSERT(!is_consistent(growth, {old_root, new_root}, longer));
    for (std::size_t i = 0; i < proof.size(); ++i) {
        auto forged = proof;
        forged[i].bytes[0] ^= 1;
        RC_ASSERT(!is_consistent(growth, {old_root, new_root}, forged));
    }
}

RC_GTEST_PROP(MerkleTreeOfAnySize, goes_on_from_its_edge, ()) {
    const auto before = *rc::gen::inRange<std::int64_t>(0, 150);
    const auto more = *rc::gen::inRange<std::int64_t>(0, 50);
    const Tree whole = tree_of(before + more);
    const Tree kept = tree_of(before);
    Edge edge{before, [&](const NodeId& node) {
                  return kept.hash({node.index << node.level, (node.index + 1) << node.level});
              }};
    for (auto i = before; i < before + more; ++i)
        edge.append(leaf_hash(std::to_string(i)), [](const NodeId&, const Hash&) {});
    RC_ASSERT(edge.root() == whole.root(before + more));
}

}  // namespace
}  // namespace count_proof
