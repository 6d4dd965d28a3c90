// The rules: when waves begin, who gets which wording, how fast mails leave, what refusals mean.
#include "features/mail_sending/blast.h"

#include <set>

#include <gtest/gtest.h>

#include "features/mail_sending/answers_file.h"
#include "features/mail_sending/copy.h"
#include "features/mail_sending/pace.h"
#include "tests/support/own_folder.h"

namespace mail_sending {
namespace {

using people::PersonId;
using people::Province;

// 2026-11-30T14:00:00Z, which is nine o'clock in Toronto.
constexpr base::Instant kNineInToronto{1'796'047'200'000'000};

Plan nine_o_clock(LocalTimes local_times) {
    return {.begins_at = kNineInToronto, .time_zone = "America/Toronto", .local_times = local_times};
}

TEST(Waves, everybody_gets_it_at_one_time) {
    const auto waves = waves_of(nine_o_clock(LocalTimes::site), {.earliest = kNineInToronto - base::days(1)});
    ASSERT_EQ(waves.size(), 1u);
    EXPECT_EQ(waves[0].begins_at, kNineInToronto);
    EXPECT_TRUE(waves[0].provinces.hold(std::nullopt));
    EXPECT_TRUE(waves[0].provinces.hold(Province::yt));
}

// In winter Newfoundland is half an hour before Halifax, which is one before Toronto; Vancouver is three behind.
TEST(Waves, nine_o_clock_comes_first_to_newfoundland) {
    const auto waves = waves_of(nine_o_clock(LocalTimes::recipients), {.earliest = kNineInToronto - base::days(1)});
    ASSERT_EQ(waves.size(), 6u);
    EXPECT_EQ(waves.front().begins_at, kNineInToronto - base::minutes(90));
    EXPECT_TRUE(waves.front().provinces.hold(Province::nl));
    EXPECT_FALSE(waves.front().provinces.hold(Province::on));
    EXPECT_EQ(waves[2].begins_at, kNineInToronto);
    EXPECT_TRUE(waves[2].provinces.hold(std::nullopt)) << "whoever gave no province has the time of the site";
    EXPECT_EQ(waves.back().begins_at, kNineInToronto + base::hours(3));
    EXPECT_TRUE(waves.back().provinces.hold(Province::bc));
}

TEST(Waves, none_begins_before_the_undo_window_ends) {
    const auto undo = kNineInToronto + base::hours(1);
    for (const Wave& wave : waves_of(nine_o_clock(LocalTimes::recipients), {.earliest = undo}))
        EXPECT_GE(wave.begins_at, undo);
}

TEST(Wordings, everybody_keeps_theirs_and_the_parts_are_even) {
    const Blast blast{.id = BlastId{77}, .plan = {.variants = 2, .tested_per_thousand = 200}};
    int tested = 0, second = 0;
    for (std::int64_t i = 1; i <= 20'000; ++i) {
        const PersonId person{i * 1'600'016};
        EXPECT_EQ(is_meant(blast, Part::tested, person), !is_meant(blast, Part::rest, person));
        if (!is_tested(blast, person)) continue;
        ++tested;
        second += variant_for(blast, person).number;
        EXPECT_EQ(variant_for(blast, person), variant_for(blast, person));
    }
    EXPECT_NEAR(tested, 4'000, 200);
    EXPECT_NEAR(second, tested / 2, 120);
}

TEST(Wordings, the_rest_gets_the_winner) {
    const Blast blast{.id = BlastId{77}, .plan = {.variants = 3, .tested_per_thousand = 1}, .winner = 2};
    std::set<int> seen;
    for (std::int64_t i = 1; i <= 200; ++i)
        if (!is_tested(blast, PersonId{i})) seen.insert(variant_for(blast, PersonId{i}).number);
    EXPECT_EQ(seen, std::set<int>{2});
}

TEST(TypedNumber, is_asked_for_everybody_and_for_large_segments) {
    EXPECT_TRUE(needs_number({}, {10, 10}, 50));
    EXPECT_TRUE(needs_number({.segment = SegmentId{1}}, {51, 100}, 50));
    EXPECT_FALSE(needs_number({.segment = SegmentId{1}}, {50, 100}, 50));
    EXPECT_EQ(typed_number("12,345"), 12'345);
    EXPECT_EQ(typed_number("12\u202f345"), 12'345);
    EXPECT_EQ(typed_number("12\u00a0345 "), 12'345);
    EXPECT_EQ(typed_number("-1"), std::nullopt);
    EXPECT_EQ(typed_number("all"), std::nullopt);
    EXPECT_EQ(typed_number(""), std::nullopt);
}

TEST(Pace, sixty_in_an_hour_are_one_each_minute) {
    Pace pace{60};
    const base::Instant now{1'000'000'000};
    EXPECT_EQ(pace.room(now), 1);
    pace.take(1, now);
    EXPECT_EQ(pace.room(now), 0);
    EXPECT_EQ(pace.room(now + base::minutes(1)), 1);
    EXPECT_EQ(pace.reserve(now), now + base::minutes(1));
    EXPECT_EQ(pace.reserve(now), now + base::minutes(2));
}

TEST(WarmUp, grows_until_it_is_no_limit_any_more) {
    const WarmUp plan{.began_at = base::Instant{}, .first_day = 1'000, .growth_percent = 100, .until_per_day = 5'000};
    EXPECT_EQ(allowed_on(plan, base::Instant{} + base::hours(23)), 1'000);
    EXPECT_EQ(allowed_on(plan, base::Instant{} + base::days(2)), 4'000);
    EXPECT_EQ(allowed_on(plan, base::Instant{} + base::days(3)), std::nullopt);
}

TEST(Refusals, are_about_the_address_or_about_us) {
    using ports::ReturnKind;
    EXPECT_EQ(kind_of({550, "550 5.1.1 User unknown"}), ReturnKind::hard);
    EXPECT_EQ(kind_of({550, "550 No such user here"}), ReturnKind::hard);
    EXPECT_EQ(kind_of({552, "552 5.2.2 Mailbox full"}), ReturnKind::soft);
    EXPECT_EQ(kind_of({550, "550 5.7.1 Rejected by policy"}), ReturnKind::blocked);
    EXPECT_EQ(kind_of({554, "554 Not this text"}), ReturnKind::blocked);
    // As Postfix, Exim and Exchange say it when something is wrong with us: nobody loses their place for that.
    EXPECT_EQ(kind_of({550, "550 5.1.8 <b@r.example>: Sender address rejected: Domain not found"}),
              ReturnKind::blocked);
    EXPECT_EQ(kind_of({550, "550 5.1.0 Address rejected"}), ReturnKind::blocked);
    EXPECT_EQ(kind_of({550, "550 Sender verify failed: no such user"}), ReturnKind::blocked);
    EXPECT_EQ(kind_of({550, "550 This message was classified as SPAM"}), ReturnKind::blocked);
    EXPECT_EQ(kind_of({550, "550 relay not permitted"}), ReturnKind::blocked);
    EXPECT_EQ(kind_of({550, "550-5.1.1 The email account that you tried to reach does not exist."}), ReturnKind::hard);
    EXPECT_EQ(kind_of({554, "554 delivery error: dd This user doesn't have a yahoo.com account"}), ReturnKind::hard);
    EXPECT_EQ(kind_of({550, "550 5.7.1 <x@y.example>: Recipient address rejected: User unknown"}), ReturnKind::hard);
}

TEST(Retries, go_on_for_three_days) {
    const base::Instant taken{1'000'000'000'000};
    EXPECT_EQ(next_attempt({taken, 1}, taken), taken + base::minutes(1));
    EXPECT_EQ(next_attempt({taken, 3}, taken), taken + base::minutes(30));
    EXPECT_EQ(next_attempt({taken, 9}, taken + base::hours(60)), std::nullopt);
}

TEST(AnswersFile, outlives_the_process_that_wrote_it) {
    const test_support::OwnFolder folder;
    const std::vector ids{SentMailId{16}, SentMailId{32}, SentMailId{48}};
    std::int64_t owner = 0;
    {
        AnswersFile answers{folder.path()};
        owner = answers.owner();
        const auto slot = answers.open(ids);
        answers.answered(slot, 1);
        const auto closed = answers.open(ids);
        answers.answered(closed, 0);
        answers.close(closed);
        const AnswersFile other{folder.path()};
        EXPECT_NE(other.owner(), owner) << "a second process has a file of its own";
    }
    AnswersFile again{folder.path()};
    EXPECT_EQ(again.owner(), owner);
    EXPECT_EQ(again.left().answered, std::vector{SentMailId{32}});
    EXPECT_EQ(again.left().unanswered, (std::vector{SentMailId{16}, SentMailId{48}}));
    again.forget_left();
    EXPECT_TRUE(again.left().answered.empty());
}

}  // namespace
}  // namespace mail_sending
