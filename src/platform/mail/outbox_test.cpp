// The outbox on both databases: what is queued leaves once, what fails waits, what is erased is gone.
#include "platform/mail/outbox.h"

#include <gtest/gtest.h>

#include "tests/support/databases.h"

namespace {

using base::minutes;
using mail::MailState;

const base::Instant kNoon{1'795'348'800'000'000};

base::EmailAddress address(std::string_view text) { return *base::EmailAddress::parse(text); }

mail::Order confirmation_for(std::string_view recipient, std::int64_t signature = 7) {
    return {"petitions.confirm", address(recipient), base::Locale::french, signature};
}

class Outbox : public testing::TestWithParam<test_support::Kind> {
protected:
    void queue(const mail::Order& order) {
        database->write([&](db::Write& tx) { mail::queue(tx, order); });
    }
    std::vector<mail::StoredMail> take(std::int64_t limit = 10) {
        return database->write(
            [&](db::Write& tx) { return mail::take_due_mails(tx, {tx.now() + minutes(10), limit}); });
    }
    void record(const mail::StoredMail& taken, MailState state, base::Duration wait = {}) {
        const mail::Outcome outcome{taken.id, taken.due_at, state, clock + wait, "451 later"};
        database->write([&](db::Write& tx) { mail::record_outcomes(tx, std::span(&outcome, 1)); });
    }
    std::vector<mail::StoredMail> latest(const mail::MailPage& page = {}) {
        return database->read([&](db::Read& read) { return mail::latest_mails(read, page); });
    }

    base::Instant clock = kNoon;
    test_support::TestDatabase database{GetParam(), [this] { return clock; }};
};

TEST_P(Outbox, AmelieGetsTheMailThatWasOrderedWithHerSignature) {
    queue(confirmation_for("amelie@example.org", 42));
    const auto taken = take();
    ASSERT_EQ(taken.size(), 1u);
    EXPECT_EQ(taken[0].order.kind, "petitions.confirm");
    EXPECT_EQ(taken[0].order.recipient.text(), "amelie@example.org");
    EXPECT_EQ(taken[0].order.locale, base::Locale::french);
    EXPECT_EQ(taken[0].order.about, 42);
    EXPECT_EQ(taken[0].attempts, 1);
    EXPECT_EQ(taken[0].created_at, kNoon);
}

TEST_P(Outbox, AMailOfAnUndoneTransactionIsNeverSent) {
    EXPECT_THROW(database->write([&](db::Write& tx) {
        mail::queue(tx, confirmation_for("amelie@example.org"));
        throw std::runtime_error("the signature could not be written");
    }),
                 std::runtime_error);
    EXPECT_TRUE(take().empty());
}

TEST_P(Outbox, TwoWorkersNeverTakeTheSameMail) {
    std::vector<mail::Order> orders(25, confirmation_for("hall@example.org"));
    database->write([&](db::Write& tx) { mail::queue_all(tx, orders); });
    EXPECT_EQ(take(20).size(), 20u);
    EXPECT_EQ(take(20).size(), 5u);
    EXPECT_TRUE(take(20).empty());
}

TEST_P(Outbox, AMailWhoseWorkerDiedIsTakenAgainWhenTheLeaseIsOver) {
    queue(confirmation_for("amelie@example.org"));
    ASSERT_EQ(take().size(), 1u);
    clock = clock + minutes(9);
    EXPECT_TRUE(take().empty());
    clock = clock + minutes(1);
    const auto again = take();
    ASSERT_EQ(again.size(), 1u);
    EXPECT_EQ(again[0].attempts, 2);
}

TEST_P(Outbox, AnOutcomeThatComesAfterTheLeaseWasLostChangesNothing) {
    queue(confirmation_for("amelie@example.org"));
    const auto first = take();
    clock = clock + minutes(10);
    const auto second = take();
    record(first[0], MailState::failed);
    EXPECT_EQ(latest()[0].state, MailState::waiting);
    record(second[0], MailState::delivered);
    EXPECT_EQ(latest()[0].state, MailState::delivered);
}

TEST_P(Outbox, ADelayedMailWaitsForItsTime) {
    queue(confirmation_for("amelie@example.org"));
    record(take()[0], MailState::waiting, minutes(1));
    EXPECT_TRUE(take().empty());
    EXPECT_EQ(latest()[0].last_error, "451 later");
    clock = clock + minutes(1);
    EXPECT_TRUE(database->read([&](db::Read& read) { return mail::has_due_mail(read, clock); }));
    EXPECT_EQ(take().size(), 1u);
}

TEST_P(Outbox, WhatIsDoneIsNotTakenAgain) {
    for (const MailState end : {MailState::delivered, MailState::failed, MailState::unwanted}) {
        queue(confirmation_for("amelie@example.org"));
        record(take()[0], end);
    }
    clock = clock + base::days(1);
    EXPECT_TRUE(take().empty());
    EXPECT_FALSE(database->read([&](db::Read& read) { return mail::has_due_mail(read, clock); }));
}

TEST_P(Outbox, TheMailboxIsReadPageByPageFromTheNewest) {
    for (int i = 1; i <= 5; ++i) queue(confirmation_for("amelie@example.org", i));
    const auto first = latest({std::nullopt, 2});
    ASSERT_EQ(first.size(), 2u);
    EXPECT_EQ(first[0].order.about, 5);
    const auto second = latest({first[1].id, 10});
    ASSERT_EQ(second.size(), 3u);
    EXPECT_EQ(second[0].order.about, 3);
    const auto found = database->read([&](db::Read& read) { return mail::find_mail(read, first[0].id); });
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->order.about, 5);
    EXPECT_FALSE(database->read([](db::Read& read) { return mail::find_mail(read, mail::MailId{1}); }).has_value());
}

TEST_P(Outbox, AnErasedPersonsMailsAreGone) {
    queue(confirmation_for("Amelie@example.org"));
    queue(confirmation_for("amelie@example.org"));
    queue(confirmation_for("other@example.org"));
    EXPECT_EQ(database->write([](db::Write& tx) { return mail::forget_recipient(tx, address("amelie@example.org")); }),
              2);
    EXPECT_EQ(latest().size(), 1u);
}

TEST_P(Outbox, OldRecordsAreForgottenInSmallPortions) {
    for (int i = 0; i < 3; ++i) queue(confirmation_for("old@example.org"));
    clock = clock + base::days(61);
    queue(confirmation_for("new@example.org"));
    const auto forget = [&] {
        return database->write([&](db::Write& tx) { return mail::forget_old_mails(tx, {clock - base::days(60), 2}); });
    };
    EXPECT_EQ(forget(), 2);
    EXPECT_EQ(forget(), 1);
    EXPECT_EQ(forget(), 0);
    ASSERT_EQ(latest().size(), 1u);
    EXPECT_EQ(latest()[0].order.recipient.text(), "new@example.org");
}

ALLTOGETHER_ON_BOTH_DATABASES(Outbox);

}  // namespace
