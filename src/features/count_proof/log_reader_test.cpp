// Downloaded logs that somebody tampered with, or made up from the beginning, and heads beside them.
#include "features/count_proof/log_reader.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/support/made_log.h"

namespace count_proof {
namespace {

using test_support::MadeLog;
using enum EntryType;

constexpr auto kOrigin = "campaign.example/count-proof";

class DownloadedLog : public testing::Test {
protected:
    DownloadedLog() { std::filesystem::create_directories(folder); }
    ~DownloadedLog() override { std::filesystem::remove_all(folder); }

    std::filesystem::path keep(const std::string& content, const std::string& name = "count.log") const {
        std::ofstream{folder / name, std::ios::binary} << content;
        return folder / name;
    }
    // What is wrong with a log; empty: nothing.
    std::string wrong(const std::string& file, const TrustedKeys& trusted = {}) const {
        const auto outcome = verify_log(keep(file), trusted);
        return outcome ? "" : outcome.error().text;
    }
    static std::string wrong(const TwoHeads& heads) {
        const auto outcome = verify_heads(heads);
        return outcome ? "" : outcome.error().text;
    }

    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("alltogether_log_" + std::to_string(getpid()));
    SigningKey key = SigningKey::random(kOrigin);
    MadeLog log = MadeLog{kOrigin}.announce(key.public_key()).step(confirmed, 1).step(confirmed, 2).step(withdrawn, 1);
    std::string note = log.note({&key, 1});
    std::string bytes = log.file(note);
};

TEST_F(DownloadedLog, holds_as_it_is_and_in_a_folder_of_pieces) {
    EXPECT_EQ(wrong(bytes), "");
    EXPECT_EQ(wrong(bytes, {key.public_key()}), "");
    const std::string entries = bytes.substr(bytes.size() - 4 * kEntrySize);
    keep(note, "head.txt");
    keep(entries.substr(0, 3 * kEntrySize), "entries-0.bin");
    EXPECT_FALSE(verify_log(folder, {})) << "the last piece is missing";
    keep(entries.substr(3 * kEntrySize), "entries-3.bin");
    EXPECT_TRUE(verify_log(folder, {key.public_key()}));
    keep(entries.substr(3 * kEntrySize), "entries-5.bin");
    EXPECT_FALSE(verify_log(folder, {}));
}

// Anybody may announce our key, which is public, and go on with one of their own.
TEST_F(DownloadedLog, of_a_forger_does_not_become_ours_by_announcing_our_key) {
    const SigningKey forger = SigningKey::random(kOrigin);
    auto forged = MadeLog{kOrigin}.announce(key.public_key()).announce(forger.public_key());
    for (std::uint8_t who = 1; who < 100; ++who) forged.step(confirmed, who);
    const std::string file = forged.file(forged.note({&forger, 1}));
    EXPECT_EQ(wrong(file), "") << "it is sound in itself";
    EXPECT_NE(wrong(file, {key.public_key()}), "");
    forged.entries.erase(forged.entries.begin());
    EXPECT_NE(wrong(forged.file(forged.note({&forger, 1})), {key.public_key()}), "");
}

TEST_F(DownloadedLog, is_trusted_over_a_change_of_keys_by_the_head_that_both_signed) {
    const std::vector<SigningKey> keys{key, SigningKey::random(kOrigin)};
    log.announce(keys[1].public_key());
    EXPECT_EQ(wrong(log.file(log.note(keys)), {key.public_key()}), "") << "the old key vouches for the new one";
    log.step(confirmed, 3);
    const std::string later = log.file(log.note({&keys[1], 1}));
    EXPECT_NE(wrong(later, {key.public_key()}), "");
    EXPECT_EQ(wrong(later, {key.public_key(), keys[1].public_key()}), "");
    EXPECT_NE(wrong(log.file(log.note({&key, 1}))), "") << "signed by the key that was given up";
}

TEST_F(DownloadedLog, that_was_changed_shows_where) {
    EXPECT_NE(wrong(bytes.substr(0, bytes.size() - kEntrySize)), "");
    EXPECT_NE(wrong(bytes.substr(0, bytes.size() - 1)), "");
    EXPECT_NE(wrong(bytes + bytes.substr(bytes.size() - kEntrySize)), "");
    auto reordered = log;
    std::swap(reordered.entries[1], reordered.entries[2]);
    EXPECT_EQ(wrong(reordered.file(note)), "the entries do not give the root of the head");
    EXPECT_NE(wrong(""), "");
    EXPECT_NE(wrong(std::string(1'000'000, 'x')), "");
    EXPECT_NE(wrong("alltogether-count-log 1 99999999999999999\n"), "");
    EXPECT_FALSE(verify_log(folder / std::string(300, 'x'), {})) << "no such name can be";
}

// Whoever keeps the log may sign anything: the entries have to make sense all the same.
TEST_F(DownloadedLog, whose_keeper_cheats_is_found_out) {
    const auto says = [&](const MadeLog& made) { return wrong(made.file(made.note({&key, 1}))); };
    const auto begun = MadeLog{kOrigin}.announce(key.public_key());
    EXPECT_EQ(says(MadeLog{begun}.step(confirmed, 1).step(confirmed, 1)), "entry 2 contradicts an earlier one");
    EXPECT_EQ(says(MadeLog{begun}.step(confirmed, 2).step(withdrawn, 1)), "entry 2 contradicts an earlier one");
    EXPECT_EQ(says(MadeLog{begun}.step(confirmed, 1).step(confirmed, 2, 72).step(withdrawn, 1, 72)),
              "entry 3 contradicts an earlier one");
    EXPECT_EQ(says(MadeLog{kOrigin}.step(confirmed, 1).announce(key.public_key())),
              "the log does not begin with its first key");

    auto raised = log.head();
    raised.counts[0].tally.confirmed += 1'000;
    EXPECT_EQ(wrong(log.file(signed_note(text_of(raised), {&key, 1}))),
              "the entries do not add up to the counts of the head");
    auto twice = log.head();
    twice.counts.insert(twice.counts.begin(), raised.counts[0]);
    EXPECT_EQ(wrong(log.file(signed_note(text_of(twice), {&key, 1}))), "the head of the log cannot be read")
        << "a line for the reader, and one for the verifier";
    auto painted = log.head();
    painted.counts[0].slug = "library\x1b[2K";
    EXPECT_EQ(wrong(log.file(signed_note(text_of(painted), {&key, 1}))), "the head of the log cannot be read");
}

TEST_F(DownloadedLog, connects_two_heads_and_shows_where_it_does_not) {
    const std::string before = note;
    log.step(confirmed, 3);
    const TwoHeads heads{
        .old_note = before, .new_note = log.note({&key, 1}), .log = keep(bytes), .keys = {key.public_key()}};
    EXPECT_EQ(wrong(heads), "the log is shorter than the new head says");
    keep(log.file(heads.new_note));
    EXPECT_EQ(wrong(heads), "");
    std::swap(log.entries[1], log.entries[2]);
    keep(log.file(heads.new_note));
    EXPECT_EQ(wrong(heads), "the log does not give the root of the new head");
    EXPECT_NE(wrong({.old_note = before, .new_note = log.note({&key, 1}), .log = heads.log}), "")
        << "a new head that forgot the old one";
    EXPECT_NE(wrong({.old_note = before, .new_note = heads.new_note, .log = "nowhere"}), "");
    const SigningKey stranger = SigningKey::random(kOrigin);
    EXPECT_NE(wrong({.old_note = before, .new_note = before, .keys = {stranger.public_key()}}), "");
    EXPECT_EQ(wrong({.old_note = before, .new_note = before, .keys = {stranger.public_key(), key.public_key()}}), "");
}

}  // namespace
}  // namespace count_proof
