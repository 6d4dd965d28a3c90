// Noor signs and gets a welcome, a second mail after three days, and a third on the anniversary; others leave on the
// way.
#include <gtest/gtest.h>

#include "features/mail_series/sending_service.h"
#include "features/mail_series/slice.h"
#include "features/mail_series/store.h"
#include "people/merging.h"
#include "people/store.h"
#include "tests/support/databases.h"

namespace mail_series {
namespace {

constexpr base::Instant kMonday{1'795'000'000'000'000};
constexpr std::string_view kSigned = "petitions.signed";

Form typed() {
    return {.name = " Welcome  series ",
            .trigger = "petitions.signed:7",
            .segment = "",
            .exit_segment = "9",
            .topic = "3",
            .steps = {{"11", ""}, {"12", "3"}, {"", "5"}, {"13", "365"}}};
}

TEST(Series, IsReadAsTyped) {
    const auto plan = read_form(typed());
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->name, "Welcome series");
    EXPECT_EQ(plan->trigger, (Trigger{"petitions.signed", 7}));
    EXPECT_EQ(plan->exit_segment, ports::SegmentId{9});
    ASSERT_EQ(plan->steps.size(), 3U);
    EXPECT_EQ(plan->steps[2].days_after, 365);
    const auto again = read_form(form_of(*plan));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->steps.size(), 3U);
}

TEST(Series, EveryProblemIsToldAtOnce) {
    Form form = typed();
    form.name = "";
    form.trigger = "petitions.signed";
    form.exit_segment = "nine";
    form.topic = "99";
    form.steps = {{"11", "5"}, {"12", "3"}, {"x", ""}, {"13", "-1"}};
    const auto plan = read_form(form);
    ASSERT_FALSE(plan);
    for (const auto* field : {"name", "trigger", "exit_segment", "topic", "days_2", "mailing_3", "days_4"})
        EXPECT_NE(base::find_problem(plan.error(), field), nullptr) << field;
}

TEST(Series, WhatHappensToAMember) {
    const people::MailStanding fine{.allowed_until = people::kForEver, .joined_at = kMonday};
    const auto act = [](const Situation& situation) { return judge(situation).act; };
    using enum Verdict::Act;
    EXPECT_EQ(act({.standing = fine, .now = kMonday}), send);
    EXPECT_EQ(act({.standing = {}, .now = kMonday}), end);
    auto paused = fine;
    paused.preferences.paused_until = kMonday + base::days(2);
    EXPECT_EQ(act({.standing = paused, .now = kMonday}), wait);
    auto choosy = fine;
    choosy.preferences.left_out.add(people::TopicBit{3});
    EXPECT_EQ(act({.standing = choosy, .topic = people::TopicBit{3}, .now = kMonday}), skip);
    EXPECT_EQ(act({.standing = fine, .now = kMonday, .is_in_segment = false}), skip);
    EXPECT_EQ(judge({.standing = fine, .now = kMonday, .meets_exit_rule = true}).ended, Ended::exit_rule);
    auto bounced = fine;
    bounced.suppression = people::SuppressionReason::unknown_address;
    EXPECT_EQ(judge({.standing = bounced, .now = kMonday}).ended, Ended::left_list);
}

// The slices beside this one: mails that are always ready, one segment that the test fills, and copies that are kept.
class SeriesOfMails : public test_support::OnBothDatabases {
protected:
    SeriesOfMails() {
        audience.holds = [this](db::Read&, const ports::AudienceQuestion& question, people::PersonId person) {
            return question.segment == ports::SegmentId{9} && person == in_segment;
        };
        mailings.find = [](db::Read&, ports::MailingId id) {
            return std::optional{ports::MailingSummary{.id = id, .name = "A mail", .level = base::LevelId{1}}};
        };
        mailings.freeze = [](db::Write&, ports::MailingId id) { return ports::MailingEditionId{id.value + 100}; };
        sending.send_single = [this](db::Write&, const ports::MailSending::Single& copy) {
            sent.push_back(copy.person.name.given + " " + std::to_string(copy.edition.value));
        };
    }
    people::PersonId join(std::int64_t hash, std::string name) {
        return database->write([&](db::Write& write) {
            const auto email = "p" + std::to_string(hash) + "@example.org";
            const auto id = people::ensure_person(write, {.address_hash = hash,
                                                          .email = *base::EmailAddress::parse(email),
                                                          .name = {std::move(name), "P"},
                                                          .locale = base::Locale::french,
                                                          .address = {}});
            say(write, id, {people::ConsentAct::given, hash});
            return id;
        });
    }
    struct Said {
        people::ConsentAct act;
        std::int64_t hash;
    };
    static void say(db::Write& write, people::PersonId id, Said said) {
        people::record_consent(write, {.act = said.act,
                                       .address_hash = said.hash,
                                       .person = id,
                                       .wording = {"test.mail", base::Locale::english, "Yes."},
                                       .on_behalf_of = "Us",
                                       .source = "test",
                                       .at = kMonday});
    }
    void signs(std::int64_t hash, base::Instant at = kMonday) {
        const ports::PersonAction action{.kind = kSigned, .about = 7, .address_hash = hash, .at = at};
        database->write([&](db::Write& write) { action_listener()(write, {&action, 1}); });
    }
    SeriesId switched_on() {
        return database->write([&](db::Write& write) {
            const auto id = store::insert(write, *read_form(typed()), "Amélie");
            switch_on(services, write, *store::find(write, id));
            return id;
        });
    }
    std::int64_t ended(SeriesId id, Ended how) {
        return database->read([&](db::Read& read) { return store::counts(read, id)[how]; });
    }

    runtime::Config config{};
    ports::PageFrames frames{{}};
    ports::PersonActions actions{};
    ports::Audience audience{};
    ports::Mailings mailings{};
    ports::MailSending sending{};
    Services services{*database, config, frames, actions, audience, mailings, sending};
    people::PersonId in_segment{0};
    std::vector<std::string> sent{};
};

using Sent = std::vector<std::string>;

TEST_P(SeriesOfMails, NoorGetsThreeMailsInAYear) {
    const auto id = switched_on();
    join(1, "Noor");
    signs(1);
    signs(1, kMonday + base::days(1));  // again: she is in already
    send_due(services, kMonday, 10);
    EXPECT_EQ(sent, Sent{"Noor 111"});
    EXPECT_EQ(send_due(services, kMonday + base::days(2), 10), 0U);
    send_due(services, kMonday + base::days(3), 10);
    EXPECT_EQ(sent, (Sent{"Noor 111", "Noor 112"}));
    send_due(services, kMonday + base::days(365), 10);
    EXPECT_EQ(sent.back(), "Noor 113");
    EXPECT_EQ(send_due(services, kMonday + base::days(800), 10), 0U);
    EXPECT_EQ(ended(id, Ended::through), 1);
}

TEST_P(SeriesOfMails, WhoLeavesGetsNoMore) {
    const auto id = switched_on();
    const auto maya = join(1, "Maya");
    in_segment = join(2, "Ikaika");
    signs(1);
    signs(2);
    database->write([&](db::Write& write) { say(write, maya, {people::ConsentAct::withdrawn, 1}); });
    send_due(services, kMonday, 10);
    EXPECT_EQ(sent, Sent{});
    EXPECT_EQ(ended(id, Ended::left_list), 1);
    EXPECT_EQ(ended(id, Ended::exit_rule), 1);
}

TEST_P(SeriesOfMails, NobodyComesInAndNothingLeavesWhileItIsOff) {
    const auto id = switched_on();
    join(1, "Noor");
    join(2, "Maya");
    signs(1);
    database->write([&](db::Write& write) { store::switch_off(write, id); });
    signs(2);
    EXPECT_EQ(send_due(services, kMonday, 10), 0U);
    EXPECT_EQ(ended(id, Ended::no), 1);
    database->write([&](db::Write& write) { store::switch_on(write, id); });
    send_due(services, kMonday, 10);
    EXPECT_EQ(sent, Sent{"Noor 111"});
}

TEST_P(SeriesOfMails, WhoWasMergedGoesOnAndNeverTwice) {
    switched_on();
    const auto noor = join(1, "Noor"), at_work = join(2, "Noor");
    const auto twice = join(3, "Maya"), too = join(4, "Maya");
    for (const std::int64_t hash : {2, 3, 4}) signs(hash);
    database->write([&](db::Write& write) {
        ASSERT_TRUE(people::merge(write, {noor, at_work, "Rosa"}));
        ASSERT_TRUE(people::merge(write, {twice, too, "Rosa"}));
    });
    signs(1, kMonday + base::hours(1));
    send_due(services, kMonday, 10);
    std::ranges::sort(sent);
    EXPECT_EQ(sent, (Sent{"Maya 111", "Noor 111"}));
    send_due(services, kMonday + base::days(3), 10);
    EXPECT_EQ(sent.size(), 4U);
    const auto membership = [&](people::PersonId id) {
        return database->read([&](db::Read& read) { return store::memberships(read, id).size(); });
    };
    EXPECT_EQ(membership(noor), 0U) << "she is in under her other number";
    database->write([](db::Write& write) { person_data().erase(write, ports::PersonKey{1}); });
    EXPECT_EQ(membership(at_work), 0U);
}

TEST_P(SeriesOfMails, AMailThatCannotBeOrderedIsNotLost) {
    switched_on();
    join(1, "Noor");
    signs(1);
    const auto works = sending.send_single;
    sending.send_single = [](db::Write&, const ports::MailSending::Single&) { throw std::runtime_error("no ink"); };
    EXPECT_THROW(send_due(services, kMonday, 10), std::runtime_error);
    sending.send_single = works;
    send_due(services, kMonday, 10);
    EXPECT_EQ(sent, Sent{"Noor 111"});
}

TEST_P(SeriesOfMails, WhatIsKnownOfNoorIsToldAndForgotten) {
    switched_on();
    join(1, "Noor");
    signs(1);
    const auto facts = [&] {
        return database->read(
            [](db::Read& read) { return person_facts()(read, ports::PersonKey{1}, base::Locale::english); });
    };
    ASSERT_EQ(facts().size(), 1U);
    EXPECT_EQ(facts()[0].sentence, "Came into the series of mails Welcome series.");
    database->write([](db::Write& write) { person_data().erase(write, ports::PersonKey{1}); });
    EXPECT_TRUE(facts().empty());
}

ALLTOGETHER_ON_BOTH_DATABASES(SeriesOfMails);

}  // namespace
}  // namespace mail_series
