// Letters on their way, on both databases: turns, pauses, what came of them, and what goes with a person.
#include "features/letters/queue_store.h"

#include "features/letters/handlers_house_test.h"
#include "features/letters/slice.h"

namespace letters {
namespace {

class LetterQueueStore : public house::LetterHouse {
protected:
    std::vector<Letter> take(std::int64_t limit = 10) {
        return database->write(
            [&](db::Write& write) { return store::take_due(write, {write.now() + base::minutes(10), limit}); });
    }
    void record(const Letter& letter, LetterState state, base::Instant due) {
        database->write([&](db::Write& write) {
            const store::LetterOutcome outcome{letter.id, letter.due_at, state, due, "451 later"};
            store::record(write, {&outcome, 1});
        });
    }
    void pass(base::Duration span) { clock = clock.load() + span; }
};

TEST_P(LetterQueueStore, one_office_gets_its_letters_one_by_one_and_another_does_not_wait) {
    const auto first = confirmed_letter("ann");
    const auto second = confirmed_letter("bea");
    const auto other = confirmed_letter("cleo", 22);
    EXPECT_EQ(letter(first).due_at, house::kNow);
    EXPECT_EQ(letter(second).due_at, house::kNow + base::minutes(1));
    EXPECT_LT(letter(other).due_at, house::kNow + base::minutes(1));
    const auto waiting = database->read([&](db::Read& read) { return store::waiting(read, campaign().id); });
    EXPECT_EQ(waiting.letters, 3);
    EXPECT_EQ(waiting.until, house::kNow + base::minutes(1));
    pass(base::seconds(2));
    EXPECT_EQ(take().size(), 2U);
    EXPECT_TRUE(take().empty()) << "what was taken is nobody else's, and the second one's time has not come";
}

TEST_P(LetterQueueStore, a_domain_gets_no_more_than_it_bears) {
    config.letters.per_hour_to_office = 1'000'000;
    config.letters.per_hour_to_domain = 60;
    confirmed_letter("ann");
    const auto second = confirmed_letter("bea", 22);
    EXPECT_EQ(letter(second).due_at, house::kNow + base::minutes(1));
}

TEST_P(LetterQueueStore, what_gathered_during_a_pause_does_not_leave_all_at_once) {
    for (int i = 0; i < 5; ++i) confirmed_letter("p" + std::to_string(i));
    database->write([&](db::Write& write) { store::pause(write, campaign().id, store::Pausing::pause, "Amélie"); });
    pass(base::hours(2));
    EXPECT_TRUE(take().empty());
    EXPECT_FALSE(database->read([&](db::Read& read) { return store::has_late(read, clock); }));
    database->write([&](db::Write& write) { store::pause(write, campaign().id, store::Pausing::resume, "Amélie"); });
    EXPECT_TRUE(take().empty()) << "they missed their times";
    EXPECT_EQ(database->write([](db::Write& write) { return store::postpone_late(write, {60, 6'000}, 200); }), 5);
    EXPECT_EQ(take().size(), 1U);
    pass(base::minutes(1));
    EXPECT_EQ(take().size(), 1U);
}

TEST_P(LetterQueueStore, letters_to_offices_of_an_election_wait) {
    confirmed_letter("ann");
    const std::vector<std::string> federal{""};
    database->write([&](db::Write& write) { store::pause_regions(write, federal); });
    EXPECT_FALSE(database->read([&](db::Read& read) { return store::has_due(read, clock); }));
    EXPECT_TRUE(take().empty());
    database->write([](db::Write& write) { store::pause_regions(write, {}); });
    EXPECT_EQ(take().size(), 1U);
}

TEST_P(LetterQueueStore, outcomes_step_the_tally_once) {
    const auto ann = confirmed_letter("ann");
    const auto bea = confirmed_letter("bea", 22);
    pass(base::seconds(1));
    const auto taken = take();
    ASSERT_EQ(taken.size(), 2U);
    record(taken[0], LetterState::delivered, clock);
    record(taken[0], LetterState::delivered, clock);
    record(taken[1], LetterState::bounced, clock);
    EXPECT_EQ(total().asked, 2);
    EXPECT_EQ(total().delivered, 1);
    EXPECT_EQ(total().bounced, 1);
    const auto delivered = letter(ann).state == LetterState::delivered ? ann : bea;
    database->write([&](db::Write& write) {
        EXPECT_EQ(store::note_answered(write, delivered), store::Noted::yes);
        EXPECT_EQ(store::note_answered(write, delivered), store::Noted::no);
    });
    EXPECT_EQ(total().answered, 1);
    EXPECT_TRUE(database->read(checks().at(0).run).empty());
    EXPECT_EQ(
        database->write([&](db::Write& write) { return store::resend_bounced(write, campaign().id, {60, 6'000}); }), 1);
    EXPECT_EQ(total().bounced, 0);
    EXPECT_TRUE(database->read(checks().at(0).run).empty());
}

TEST_P(LetterQueueStore, a_lease_that_was_lost_records_nothing_and_the_letter_waits_again) {
    confirmed_letter("ann");
    const auto taken = take();
    pass(base::minutes(11));
    const auto again = take();
    ASSERT_EQ(again.size(), 1U);
    EXPECT_EQ(again[0].attempts, 2);
    record(taken[0], LetterState::bounced, clock);
    EXPECT_EQ(letter(again[0].id).state, LetterState::waiting);
    record(again[0], LetterState::delivered, clock);
    EXPECT_EQ(letter(again[0].id).state, LetterState::delivered);
}

TEST_P(LetterQueueStore, stopping_a_campaign_leaves_nothing_on_its_way) {
    const auto ann = confirmed_letter("ann");
    database->write([&](db::Write& write) { store::stop(write, campaign().id, "Amélie"); });
    EXPECT_EQ(letter(ann).state, LetterState::stopped);
    EXPECT_TRUE(take().empty());
}

TEST_P(LetterQueueStore, erasing_a_person_takes_their_words_and_stops_their_letters) {
    const auto ann = confirmed_letter("ann");
    const ports::PersonKey key{people};
    const auto holder = person_data();
    EXPECT_TRUE(database->read([&](db::Read& read) { return holder.export_json(read, key); }).contains("5 Mill Lane"));
    database->write([&](db::Write& write) { holder.erase(write, key); });
    EXPECT_EQ(database->read([&](db::Read& read) { return holder.export_json(read, key); }), "[]");
    EXPECT_EQ(letter(ann).state, LetterState::stopped);
    const auto writing = database->read([&](db::Read& read) { return store::find_writing(read, letter(ann).writing); });
    EXPECT_TRUE(writing->body.empty() && writing->email.empty() && writing->street.empty());
    EXPECT_EQ(total().asked, 1) << "what was counted stays counted";
}

TEST_P(LetterQueueStore, words_go_after_their_time_and_those_that_wait_stay) {
    const auto ann = confirmed_letter("ann");
    confirmed_letter("bea", 22);
    const auto taken = take(1);
    ASSERT_EQ(taken.size(), 1U);
    record(taken[0], LetterState::delivered, clock);
    pass(base::days(800));
    const auto rules = retention_rules();
    const auto before = clock.load() - base::days(730);
    EXPECT_EQ(database->read([&](db::Read& read) { return rules[1].count(read, before); }), 1);
    EXPECT_EQ(database->write([&](db::Write& write) { return rules[1].forget(write, {.before = before}).gone; }), 1);
    EXPECT_EQ(database->read([&](db::Read& read) { return rules[1].count(read, before); }), 0);
    EXPECT_EQ(letter(ann).writing.value > 0, true);
}

TEST_P(LetterQueueStore, calls_are_counted_and_an_unanswered_one_asked_for_nothing) {
    database->write([&](db::Write& write) {
        const ports::RepresentativeId odette{21};
        store::count_call(write, campaign().id, {odette, CallOutcome::promised, 1});
        store::count_call(write, campaign().id, {odette, CallOutcome::promised, 1});
        store::count_call(write, campaign().id, {odette, CallOutcome::no_answer, 1});
    });
    EXPECT_EQ(total().called, 2);
    EXPECT_EQ(total().asked, 2);
    const auto calls = database->read([&](db::Read& read) { return store::calls(read, campaign().id); });
    ASSERT_EQ(calls.size(), 2U);
    EXPECT_EQ(calls[0].calls + calls[1].calls, 3);
}

ALLTOGETHER_ON_BOTH_DATABASES(LetterQueueStore);

}  // namespace
}  // namespace letters
