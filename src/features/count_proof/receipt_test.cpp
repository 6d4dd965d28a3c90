// What others hand in: receipts, heads, promises and keys, whole and tampered with.
#include "features/count_proof/receipt.h"

#include <gtest/gtest.h>

namespace count_proof {
namespace {

constexpr base::Instant kNoon{1'795'348'800'000'000};  // 2026-11-22T12:00:00Z

Hash filled(std::uint8_t byte) {
    Hash hash;
    hash.bytes.fill(byte);
    return hash;
}

// A log of four entries: the key, Maya, Ibrahim, and Maya's withdrawal.
class SmallLog : public testing::Test {
protected:
    SmallLog() {
        const Entry announced{.type = EntryType::key, .commitment = key.public_key().key};
        entries = {announced, entry_of(maya, EntryType::confirmed), entry_of(ibrahim, EntryType::confirmed),
                   entry_of(maya, EntryType::withdrawn)};
        for (const Entry& entry : entries) hashes.push_back(leaf_hash(encode(entry)));
    }

    Hash hash(const Range& range) const {
        return hash_of(range, [this](const NodeId& node) {
            const auto first = static_cast<std::size_t>(node.index << node.level);
            if (node.level == 0) return hashes[first];
            if (node.level == 1) return node_hash({hashes[first], hashes[first + 1]});
            return node_hash({node_hash({hashes[0], hashes[1]}), node_hash({hashes[2], hashes[3]})});
        });
    }
    std::vector<Hash> path(std::int64_t position, std::int64_t size) const {
        std::vector<Hash> path;
        for (const Range& range : inclusion_ranges({position, size})) path.push_back(hash(range));
        return path;
    }
    std::string head_note(std::int64_t size) const {
        const TreeHead head{"campaign.example/count-proof",
                            size,
                            hash({0, size}),
                            kNoon,
                            {{PetitionId{71}, "library", SignerClass::individual, Tally{2, size == 4 ? 1 : 0, 0, 0}}}};
        return signed_note(text_of(head), {&key, 1});
    }
    Receipt receipt(std::int64_t size) const {
        Receipt made{maya, {{EntryType::confirmed, 1, path(1, size)}}, head_note(size), size, key.public_key()};
        if (size == 4) made.steps.push_back({EntryType::withdrawn, 3, path(3, 4)});
        return made;
    }
    Flaw flaw_of(const Receipt& receipt, const Trust& trust = {}) const {
        const auto proven = verify(receipt, trust);
        EXPECT_FALSE(proven);
        return proven ? Flaw::unreadable : proven.error();
    }

    SigningKey key{"campaign.example/count-proof", filled(7)};
    Opening maya{PetitionId{71}, SignerClass::individual, SignatureId{1'000'001}, kNoon, filled(1)};
    Opening ibrahim{PetitionId{71}, SignerClass::individual, SignatureId{1'000'002}, kNoon, filled(2)};
    std::vector<Entry> entries;
    std::vector<Hash> hashes;
};

TEST_F(SmallLog, gives_receipts_that_come_back_from_their_file_and_hold) {
    const auto read = read_receipt("\n " + json_of(receipt(3)) + "\n");
    ASSERT_TRUE(read);
    const auto proven = verify(*read, {.key = key.public_key()});
    ASSERT_TRUE(proven) << name_of(proven.error());
    const auto& included = std::get<Included>(*proven);
    EXPECT_TRUE(included.counts);
    EXPECT_EQ(included.head.counts.at(0).tally.standing(), 2);
    EXPECT_EQ(json_of(*read), json_of(receipt(3)).substr(0));
}

TEST_F(SmallLog, tells_who_withdrew_that_they_do_not_count_any_more) {
    const auto proven = verify(receipt(4), {});
    ASSERT_TRUE(proven);
    EXPECT_FALSE(std::get<Included>(*proven).counts);
}

TEST_F(SmallLog, gives_a_short_form_that_needs_the_head) {
    const auto read = read_receipt(short_text_of(receipt(3)));
    ASSERT_TRUE(read);
    EXPECT_EQ(flaw_of(*read), Flaw::no_head);
    EXPECT_TRUE(verify(*read, {.key = key.public_key(), .note = head_note(3)}));
    EXPECT_EQ(flaw_of(*read, {.key = key.public_key(), .note = head_note(4)}), Flaw::bad_note);
    EXPECT_EQ(root_of(*read, 3), hash({0, 3}));
}

TEST_F(SmallLog, refuses_forged_receipts_and_says_why) {
    auto other_salt = receipt(3);
    other_salt.opening.salt = filled(9);
    EXPECT_EQ(flaw_of(other_salt), Flaw::not_in_tree);

    auto swapped = receipt(3);
    swapped.opening = ibrahim;
    EXPECT_EQ(flaw_of(swapped), Flaw::not_in_tree) << "another's place";

    auto shortened = receipt(3);
    shortened.steps[0].path.pop_back();
    EXPECT_EQ(flaw_of(shortened), Flaw::wrong_path);
    auto outside = receipt(3);
    outside.steps[0].position = 3;
    EXPECT_EQ(flaw_of(outside), Flaw::wrong_path);

    auto raised = receipt(3);
    raised.note.replace(raised.note.find(" 2 = 2"), 6, " 3 = 3");
    EXPECT_EQ(flaw_of(raised), Flaw::not_signed);

    const SigningKey stranger = SigningKey::random("campaign.example/count-proof");
    EXPECT_EQ(flaw_of(receipt(3), {.key = stranger.public_key()}), Flaw::other_log);

    auto again = receipt(4);
    again.steps[1] = again.steps[0];
    EXPECT_EQ(flaw_of(again), Flaw::broken_story);

    auto without_note = receipt(3);
    without_note.note = "campaign.example/count-proof\n3\n";
    EXPECT_EQ(flaw_of(without_note), Flaw::bad_note);
}

TEST_F(SmallLog, promises_before_the_next_head) {
    const Promise promise{"campaign.example/count-proof", entry_of(maya, EntryType::confirmed), kNoon};
    Receipt promised{maya, {}, signed_note(text_of(promise), {&key, 1}), 0, key.public_key()};
    const auto read = read_receipt(json_of(promised));
    ASSERT_TRUE(read);
    const auto proven = verify(*read, {});
    ASSERT_TRUE(proven);
    EXPECT_EQ(std::get<Promise>(*proven), promise);
    promised.opening = ibrahim;
    EXPECT_EQ(flaw_of(promised), Flaw::other_entry);
}

TEST_F(SmallLog, reads_nothing_into_bytes_that_are_no_receipt) {
    const std::string whole = json_of(receipt(4));
    for (std::size_t size = 0; size + 2 < whole.size(); size += 7) {
        const auto cut = read_receipt(std::string_view{whole}.substr(0, size));
        EXPECT_TRUE(!cut && cut.error() == Flaw::unreadable) << size;
    }
    const auto flaw = [](std::string_view text) {
        const auto read = read_receipt(text);
        return read ? std::string_view{} : name_of(read.error());
    };
    EXPECT_EQ(flaw("{}"), "unreadable");
    EXPECT_EQ(flaw("[1, 2]"), "unreadable");
    EXPECT_EQ(flaw("my receipt, please"), "unreadable");
    EXPECT_EQ(flaw(R"({"format": "alltogether-count-receipt/2"})"), "unknown-format");
    EXPECT_EQ(flaw(std::string(300'000, 'A')), "unreadable");
}

TEST_F(SmallLog, counts_itself_and_notices_entries_that_cannot_be) {
    Recount recount;
    for (const Entry& entry : entries) recount.add(*decode(encode(entry)));
    EXPECT_EQ((recount.tallies().at({PetitionId{71}, SignerClass::individual})), (Tally{2, 1, 0, 0}));
    EXPECT_FALSE(recount.first_contradiction());
    recount.add(entries[3]);
    EXPECT_EQ(recount.first_contradiction(), 4) << "withdrawn twice";

    Recount twice;
    for (const std::size_t i : {0, 1, 2, 1}) twice.add(entries[i]);
    EXPECT_EQ(twice.first_contradiction(), 3) << "one person counted twice";
    Recount moved;
    auto elsewhere = entries[3];
    elsewhere.petition = PetitionId{72};
    moved.add(entries[1]);
    moved.add(elsewhere);
    EXPECT_EQ(moved.first_contradiction(), 1) << "taken from another count";
}

// C2SP.org/signed-note has this key and note as its example of the format.
TEST(SignedNote, reads_what_other_tools_write) {
    const auto key = PublicKey::parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    ASSERT_TRUE(key);
    EXPECT_EQ(key->text(), "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    const std::string text =
        "If you think cryptography is the answer to your problem,\n"
        "then you don't know what your problem is.\n";
    const std::string signature =
        "\n\u2014 PeterNeumann "
        "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    const auto note = read_note(text + signature);
    ASSERT_TRUE(note);
    EXPECT_TRUE(is_signed_by(*note, *key));
    auto changed = *note;
    changed.text[0] = 'X';
    EXPECT_FALSE(is_signed_by(changed, *key));
    EXPECT_FALSE(read_note(text));
    EXPECT_FALSE(PublicKey::parse("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"));
}

TEST(TreeHead, is_read_only_when_its_counts_add_up) {
    const TreeHead head{"campaign.example/count-proof",
                        12,
                        filled(3),
                        kNoon,
                        {{PetitionId{71}, "library", SignerClass::municipality, Tally{9, 2, 3, 1}}}};
    const std::string text = text_of(head);
    EXPECT_NE(text.find("count 71 library municipality 5 = 9 - 2 - 3 + 1\n"), std::string::npos);
    EXPECT_EQ(read_head(text), head);
    const auto with = [&](const std::string& was, const std::string& is) {
        auto changed = text;
        return read_head(changed.replace(changed.find(was), was.size(), is));
    };
    EXPECT_FALSE(with(" 5 = ", " 6 = "));
    EXPECT_FALSE(with("\n12\n", "\n012\n"));
    EXPECT_FALSE(with("municipality", "city"));
    EXPECT_FALSE(with("T12:00", "T24:00"));
    EXPECT_FALSE(with("time ", "when "));
    EXPECT_FALSE(read_head(text.substr(0, text.size() - 1)));
}

}  // namespace
}  // namespace count_proof
