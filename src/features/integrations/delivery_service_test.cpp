// Stories of deliveries: real requests to a real server of this machine, on both databases.
#include "features/integrations/delivery_service.h"

#include <algorithm>
#include <atomic>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "features/integrations/jobs.h"
#include "features/integrations/mails.h"
#include "features/integrations/news_service.h"
#include "features/integrations/slice.h"
#include "features/integrations/webhook_store.h"
#include "people/store.h"
#include "platform/http/testing.h"
#include "platform/jobs/runner.h"
#include "platform/mail/outbox.h"
#include "tests/support/databases.h"
#include "tests/support/plain_server.h"

namespace integrations {
namespace {

using test_support::PlainServer;

class Deliveries : public ::testing::TestWithParam<test_support::Kind> {
protected:
    Deliveries() {
        petitions.find_by_id = [](db::Read&, ports::PetitionId id, base::Locale) {
            return std::optional{ports::PetitionFacts{.id = id,
                                                      .level = base::LevelId{1},
                                                      .slug = "night-bus",
                                                      .kind = ports::PetitionKind::petition,
                                                      .stage = ports::PetitionStage::open,
                                                      .goal = 0,
                                                      .published_at = std::nullopt,
                                                      .title = "Night bus"}};
        };
        slice.add_jobs(handlers);
        EventKinds kinds;
        for (const EventKind kind : {EventKind::confirmed, EventKind::withdrawn}) kinds.add(kind);
        const auth::Principal amelie{auth::StaffId{1},
                                     "Amélie",
                                     base::EmailAddress::parse("amelie@example.org").value(),
                                     {},
                                     auth::SessionId{1}};
        webhook = database->write([&](db::Write& write) {
            return store::insert_webhook(write,
                                         {{"Chat", server.url("/hook"), kinds}, secret, amelie, base::Locale::french});
        });
    }

    // The webhook's shape from now on; what the slice of the API would say of a signature.
    void speak(Shape shape) {
        EventKinds kinds;
        kinds.add(EventKind::confirmed);
        database->write(
            [&](db::Write& write) { store::change_webhook(write, now(), {"CRM", server.url("/hook"), kinds, shape}); });
        records.members = [this](db::Read&, ports::SignatureId id,
                                 ports::SignerShown shown) -> std::optional<std::string> {
            if (is_erased) return std::nullopt;
            return fmt::format(R"("osdi:signature":{{"identifiers":["alltogether:{}"]{}}})", id.value,
                               shown == ports::SignerShown::whole ? R"(,"person":{"given_name":"Maya"})" : "");
        };
    }
    // The webhook hears of the list from now on; what the slice of the API would say of a step, while it is so.
    void follow_the_list(Shape shape) {
        EventKinds kinds;
        for (const EventKind kind : {EventKind::joined, EventKind::left, EventKind::submitted, EventKind::erased})
            kinds.add(kind);
        kinds.bits &= kinds_in(shape).bits;
        database->write(
            [&](db::Write& write) { store::change_webhook(write, now(), {"CRM", server.url("/hook"), kinds, shape}); });
        list_records.members = [](db::Read& read, const ports::ListNews& news,
                                  ports::SignerShown) -> std::optional<std::string> {
            const bool is_erased = people::find_person(read, news.person)->erased_at.has_value();
            if (is_erased != (news.step == ports::ListStep::erased)) return std::nullopt;
            return fmt::format(R"("{}":{{"sign_up":{}}})", name_of(kind_of(news.step)), news.sign_up.value);
        };
        list.sign_ups_of = [this](db::Read&, std::int64_t address_hash) {
            return address_hash == 12 ? sign_ups : std::vector<ports::ListSignUp>{};
        };
    }
    people::PersonId maya() {
        return database->write([](db::Write& write) {
            return people::ensure_person(write, {.address_hash = 12,
                                                 .email = *base::EmailAddress::parse("maya@example.org"),
                                                 .name = {"Maya", "Trent"},
                                                 .locale = base::Locale::english,
                                                 .address = {}});
        });
    }
    static people::Consent said(people::PersonId person, people::ConsentAct act, base::Instant at) {
        return {.act = act,
                .address_hash = 12,
                .person = person,
                .wording = {"test.mail", base::Locale::english, "Yes, write to me."},
                .on_behalf_of = "Us",
                .source = {},
                .network = {},
                .at = at,
                .confirmed_at = std::nullopt,
                .expires_at = std::nullopt};
    }
    void say(people::PersonId person, people::ConsentAct act) {
        database->write([&](db::Write& write) { people::record_consent(write, said(person, act, write.now())); });
    }
    std::size_t times_told(std::string_view kind) {
        return static_cast<std::size_t>(
            std::ranges::count_if(server.requests(), [&](const auto& got) { return got.body.contains(kind); }));
    }

    static http::OutgoingLimits limits() {
        return {.private_networks = {http::Network::parse("127.0.0.0/8").value()},
                .timeout = std::chrono::milliseconds{1'000}};
    }

    void sign(ports::CountStep step = ports::CountStep::confirmed) {
        database->write([&](db::Write& write) { tell(write, step); });
    }
    static void tell(db::Write& write, ports::CountStep step) {
        const std::vector<ports::CountChange> changes{{.petition = ports::PetitionId{5},
                                                       .signer_class = ports::SignerClass::individual,
                                                       .signature = ports::SignatureId{1},
                                                       .step = step,
                                                       .at = write.now(),
                                                       .first_counted_at = write.now()}};
        count_listener()(write, changes);
    }
    void work() {
        jobs::Runner runner{{*database, handlers, metrics, 1}};
        while (runner.run_due()) {
        }
    }
    void pass(base::Duration time) { clock = clock.load() + time; }
    Webhook now() {
        return database->read([&](db::Read& read) { return store::find_webhook(read, webhook).value(); });
    }
    std::vector<Delivery> log() {
        return database->read([&](db::Read& read) { return store::deliveries(read, {webhook}); });
    }
    std::vector<mail::StoredMail> mails() {
        return database->read([](db::Read& read) { return mail::latest_mails(read, {}); });
    }

    std::atomic<base::Instant> clock = base::Instant{1'800'000'000'000'000};
    test_support::TestDatabase database{GetParam(), [this] { return clock.load(); }};
    PlainServer server;
    runtime::Config config;
    runtime::Random random = runtime::Random::system();
    ports::PageFrames frames{{.public_url = "https://example.org",
                              .campaign = [](base::Locale) { return std::string{"All Together Now"}; }}};
    ports::PetitionReader petitions;
    http::OutgoingClient client{limits()};
    ports::SignatureRecords records;
    ports::ListRecords list_records;
    ports::ListDoor list;
    std::vector<ports::ListSignUp> sign_ups;
    bool is_erased = false;
    Slice slice{{config, frames, petitions, *database, random, client, &records, &list_records, &list}};
    Services services{config, frames, petitions, *database, random, client, &records, &list_records, &list};
    jobs::Handlers handlers;
    runtime::Metrics metrics;
    const WebhookSecret secret{std::string(32, 'k')};
    WebhookId webhook{0};
};

TEST_P(Deliveries, ASignatureIsToldWithASignatureThatTheOtherSideCanCheck) {
    sign();
    EXPECT_TRUE(server.requests().empty()) << "nothing leaves with the transaction";
    work();
    ASSERT_EQ(server.requests().size(), 1u);
    const auto got = server.requests()[0];
    EXPECT_TRUE(got.body.contains(R"("kind":"signature.confirmed")"));
    EXPECT_TRUE(got.body.contains(R"("slug":"night-bus")"));
    const auto delivery = log().at(0);
    EXPECT_EQ(got.header("webhook-id"), message_id(delivery.id));
    EXPECT_EQ(got.header("webhook-timestamp"), "1800000000");
    EXPECT_EQ(got.header("webhook-signature"), signature_of(secret, {delivery.id, clock.load(), got.body}));
    EXPECT_EQ(delivery.state, DeliveryState::delivered);
    EXPECT_EQ(delivery.last_status, 200);
    work();
    EXPECT_EQ(server.requests().size(), 1u) << "once is enough";
}

TEST_P(Deliveries, AProgramWrittenForActionNetworkHearsOfEachSignatureInItsShape) {
    speak(Shape::osdi_person);
    server.answer_with({.status = 500, .body = "no room for Maya"});
    sign();
    sign(ports::CountStep::withdrawn);
    work();
    EXPECT_EQ(log().at(0).last_words, "") << "she may be named there";
    server.answer_with({.status = 200});
    pass(base::seconds(30));
    work();
    ASSERT_EQ(server.requests().size(), 2u) << "the withdrawal is none of its business";
    const auto got = server.requests()[1];
    const auto delivery = log().at(0);
    EXPECT_EQ(got.body, R"([{"osdi:signature":{"identifiers":["alltogether:1"],"person":{"given_name":"Maya"}},)"
                        R"("idempotency_key":")" +
                            message_id(delivery.id) + "\"}]");
    EXPECT_EQ(server.requests()[0].body, got.body) << "the key is the same at every attempt";
    EXPECT_EQ(got.header("Content-Type"), "application/json");
    EXPECT_EQ(got.header("webhook-signature"), signature_of(secret, {delivery.id, clock.load(), got.body}));
    speak(Shape::osdi_links);
    sign();
    work();
    EXPECT_FALSE(server.requests().at(2).body.contains("Maya"));
    EXPECT_TRUE(server.requests().at(2).body.contains("osdi:signature"));
}

TEST_P(Deliveries, WhoWasErasedMeanwhileIsToldToNobody) {
    speak(Shape::osdi_person);
    sign();
    is_erased = true;
    work();
    EXPECT_TRUE(server.requests().empty());
    EXPECT_TRUE(log().empty());
    EXPECT_TRUE(now().is_active());
    database->write([&](db::Write& write) { store::insert_test(write, webhook); });
    work();
    EXPECT_TRUE(server.requests().at(0).body.contains("test@example.org"));
}

TEST_P(Deliveries, MayaJoinsTheListByAFormLeavesItAndOurOwnShapeNamesHerNowhere) {
    follow_the_list(Shape::own);
    const auto person = maya();
    sign_ups = {{.id = ports::ListSignUpId{7},
                 .form = "picket-line",
                 .address_hash = 12,
                 .email = "maya@example.org",
                 .source = {},
                 .name = {},
                 .postal_code = {},
                 .locale = base::Locale::english,
                 .asked_at = clock.load(),
                 .confirmed_at = clock.load()}};
    say(person, people::ConsentAct::given);
    EXPECT_TRUE(server.requests().empty()) << "nothing leaves with the transaction";
    work();
    EXPECT_EQ(times_told(R"("kind":"list.joined","at":"2027-01-15T08:00:00.000Z","how_many":1})"), 1u);
    EXPECT_EQ(
        times_told(R"("kind":"form.submitted","at":"2027-01-15T08:00:00.000Z","form":"picket-line","how_many":1})"),
        1u);
    EXPECT_EQ(
        server.requests()[0].header("webhook-signature"),
        signature_of(secret, {DeliveryId{std::stoll(std::string{server.requests()[0].header("webhook-id")}.substr(4))},
                              clock.load(), server.requests()[0].body}));
    pass(base::minutes(1));
    say(person, people::ConsentAct::given);
    pass(base::minutes(1));
    say(person, people::ConsentAct::withdrawn);
    say(person, people::ConsentAct::withdrawn);
    work();
    EXPECT_EQ(times_told("list.joined"), 1u) << "she was on the list already";
    EXPECT_EQ(times_told("list.left"), 1u) << "and left it once";
    EXPECT_EQ(server.requests().size(), 3u);
    EXPECT_EQ(times_told("maya"), 0u);
}

TEST_P(Deliveries, WhoIsErasedIsToldOfByTheirNumberAndWhatWaitedIsDropped) {
    follow_the_list(Shape::osdi_person);
    server.answer_with({.status = 500});
    const auto person = maya();
    say(person, people::ConsentAct::given);
    work();
    EXPECT_EQ(times_told(R"([{"list.joined":{"sign_up":0},"idempotency_key":"msg_)"), 1u);
    database->write([&](db::Write& write) {
        people::erase_person(write, person);
        people::erase_person(write, person);
    });
    server.answer_with({.status = 200});
    pass(base::seconds(31));
    work();
    EXPECT_EQ(times_told("list.joined"), 1u) << "it is not tried again";
    EXPECT_EQ(times_told("person.erased"), 1u);
    EXPECT_EQ(log().size(), 1u);
}

TEST_P(Deliveries, AStepOnTheListIsToldOnceHoweverOftenItsJobRunsAndOnlyIfItHappened) {
    follow_the_list(Shape::osdi_links);
    const auto person = maya();
    EXPECT_THROW(database->write([&](db::Write& write) {
        people::record_consent(write, said(person, people::ConsentAct::given, write.now()));
        throw std::runtime_error("the commit fails");
    }),
                 std::runtime_error);
    work();
    EXPECT_TRUE(log().empty());
    const people::PersonNews joined{person, people::PersonStep::joined, clock.load()};
    take_news(services, joined);
    take_news(services, joined);
    EXPECT_EQ(log().size(), 1u);
    database->write([&](db::Write& write) {
        people::record_consent_of_file(write, said(person, people::ConsentAct::given, write.now()));
    });
    work();
    EXPECT_EQ(log().size(), 1u) << "rows of a file are not told";
}

TEST_P(Deliveries, NobodyFollowsPeopleWhileNoActiveWebhookWantsTo) {
    const auto follows = [&] { return database->read(people::is_followed); };
    EXPECT_FALSE(follows()) << "it hears of signatures";
    follow_the_list(Shape::own);
    EXPECT_TRUE(follows());
    database->write([&](db::Write& write) { store::disable(write, webhook, DisabledWhy::by_staff); });
    EXPECT_FALSE(follows());
    database->write([&](db::Write& write) { store::enable(write, webhook); });
    EXPECT_TRUE(follows());
    database->write([&](db::Write& write) { store::remove_webhook(write, webhook); });
    EXPECT_FALSE(follows());
}

TEST_P(Deliveries, WhatIsRolledBackOrNotWantedIsNotTold) {
    EXPECT_THROW(database->write([&](db::Write& write) {
        tell(write, ports::CountStep::confirmed);
        throw std::runtime_error("the commit fails");
    }),
                 std::runtime_error);
    sign(ports::CountStep::restored);
    work();
    EXPECT_TRUE(log().empty());
    EXPECT_TRUE(server.requests().empty());
}

TEST_P(Deliveries, AServerThatFailsIsTriedAgainWithTheSameId) {
    server.answer_with({.status = 503, .body = "come back later"});
    sign();
    work();
    EXPECT_EQ(log().at(0).state, DeliveryState::waiting);
    EXPECT_EQ(log().at(0).last_words, "come back later");
    EXPECT_TRUE(now().failing_since);
    server.answer_with({.status = 200});
    work();
    EXPECT_EQ(server.requests().size(), 1u) << "not at once";
    pass(base::seconds(30));
    work();
    ASSERT_EQ(server.requests().size(), 2u);
    EXPECT_EQ(server.requests()[0].header("webhook-id"), server.requests()[1].header("webhook-id"));
    EXPECT_EQ(server.requests()[0].body, server.requests()[1].body);
    EXPECT_NE(server.requests()[0].header("webhook-signature"), server.requests()[1].header("webhook-signature"));
    EXPECT_FALSE(now().failing_since);
}

// The program is killed between the answer of the other side and its own note of it: its lease runs out and it tells
// once more, under the same id.
TEST_P(Deliveries, AKillInTheMiddleTellsTwiceUnderOneId) {
    sign();
    const auto leased =
        database->write([](db::Write& tx) { return jobs::take_due_jobs(tx, {tx.now() + base::minutes(10), 1}); });
    ASSERT_EQ(leased.size(), 1u);
    const auto delivery = log().at(0);
    const auto body = body_of(delivery.event, "night-bus");
    ASSERT_TRUE(client.post({server.url("/hook"), {{"webhook-id", message_id(delivery.id)}}, body}));
    work();
    EXPECT_EQ(server.requests().size(), 1u) << "the lease still holds";
    pass(base::minutes(10));
    work();
    ASSERT_EQ(server.requests().size(), 2u);
    EXPECT_EQ(server.requests()[0].header("webhook-id"), server.requests()[1].header("webhook-id"));
    EXPECT_EQ(server.requests()[1].body, body);
    EXPECT_EQ(log().at(0).state, DeliveryState::delivered);
}

TEST_P(Deliveries, WhileAServerFailsOneMessageFindsOutForAll) {
    server.answer_with({.status = 500});
    for (int i = 0; i < 10; ++i) sign();
    work();
    EXPECT_EQ(server.requests().size(), 1u) << "the other nine wait with the first";
    server.answer_with({.status = 204});
    pass(base::seconds(31));
    work();
    EXPECT_EQ(server.requests().size(), 11u);
    for (const auto& delivery : log()) EXPECT_EQ(delivery.state, DeliveryState::delivered);
}

TEST_P(Deliveries, AfterFiveDaysItIsSwitchedOffItsMakerToldAndNothingLost) {
    server.answer_with({.status = 500});
    sign();
    for (int hour = 0; hour < 6 * 24 && now().is_active(); ++hour) {
        if (hour % 24 == 0) sign();
        work();
        pass(base::hours(1));
    }
    EXPECT_EQ(now().disabled_why, DisabledWhy::failing);
    ASSERT_EQ(mails().size(), 1u);
    EXPECT_EQ(mails()[0].order.kind, kDisabledMail);
    EXPECT_EQ(mails()[0].order.locale, base::Locale::french);
    const auto before = server.requests().size();
    sign();
    work();
    EXPECT_EQ(server.requests().size(), before) << "nobody is told while it is off";
    server.answer_with({.status = 200});
    database->write([&](db::Write& write) { store::enable(write, webhook); });
    work();
    EXPECT_GT(server.requests().size(), before) << "what waited is sent";
    for (const auto& delivery : log()) EXPECT_NE(delivery.state, DeliveryState::waiting);
}

TEST_P(Deliveries, WhereNothingAnswersTheLogSaysWhy) {
    server.answer_with({.silent = true});
    sign();
    work();
    EXPECT_EQ(log().at(0).last_words, "too_slow");
    EXPECT_FALSE(log().at(0).last_status);
}

TEST_P(Deliveries, AServerThatSaysGoneIsLeftAlone) {
    server.answer_with({.status = 410});
    sign();
    work();
    EXPECT_EQ(now().disabled_why, DisabledWhy::gone);
}

TEST_P(Deliveries, ATestAndASecondSendingGoOutAtOnce) {
    const auto id = database->write([&](db::Write& write) { return store::insert_test(write, webhook); });
    work();
    ASSERT_EQ(server.requests().size(), 1u);
    EXPECT_TRUE(server.requests()[0].body.contains(R"("kind":"test")"));
    database->write([&](db::Write& write) { store::wait_again(write, id); });
    work();
    ASSERT_EQ(server.requests().size(), 2u);
    EXPECT_EQ(server.requests()[1].header("webhook-id"), message_id(id));
}

TEST_P(Deliveries, ThirtyDaysLaterTheLogForgets) {
    sign();
    work();
    pass(base::days(31));
    database->write([&](db::Write& write) { store::sweep(write, write.now() - base::days(30)); });
    EXPECT_TRUE(log().empty());
}

ALLTOGETHER_ON_BOTH_DATABASES(Deliveries);

}  // namespace
}  // namespace integrations
