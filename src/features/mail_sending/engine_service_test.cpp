// Mails to a list, sent to a real server that answers as it is told.
#include "features/mail_sending/engine_service.h"

#include <gtest/gtest.h>

#include "features/mail_sending/outcome_service.h"
#include "features/mail_sending/slice.h"
#include "features/mail_sending/tally_store.h"
#include "people/addresses.h"
#include "people/mail_standing.h"
#include "people/merging.h"
#include "platform/mail/smtp_session.h"
#include "ports/return_address.h"
#include "tests/support/databases.h"
#include "tests/support/list_mail.h"

namespace mail_sending {
namespace {

using test_support::comes_true;
using test_support::ListMail;
using test_support::MailServer;

class SendingToTheList : public testing::TestWithParam<test_support::Kind> {
protected:
    SendingToTheList() { list.config.mail.list_connections = 3; }

    // Runs the engine until the condition holds.
    template <class Condition>
    void send_until(const Condition& condition) {
        const Services services = list.services();
        Engine engine{services};
        engine.start();
        EXPECT_TRUE(comes_true(condition));
        engine.stop();
    }
    bool is_finished(BlastId id) {
        return database->read([&](db::Read& read) { return store::find(read, id)->finished_at.has_value(); });
    }
    std::optional<store::Copy> copy_of(BlastId id, const std::string& email) {
        return database->read([&](db::Read& read) -> std::optional<store::Copy> {
            const auto person = people::find_person_by_address(read, ListMail::hash_of(email));
            const auto found = store::of_person_in_blast(read, id, person->id);
            return found.empty() ? std::nullopt : std::optional{found[0]};
        });
    }

    std::atomic<std::int64_t> ahead = 0;  // of the clock, microseconds
    test_support::TestDatabase database{GetParam(), [this] { return db::now() + base::Duration{ahead}; }};
    MailServer server;
    ListMail list{*database, server.port()};
};

TEST_P(SendingToTheList, everybody_gets_one_copy_in_their_language) {
    for (int i = 0; i < 150; ++i) list.join("p" + std::to_string(i) + "@example.org");
    list.join("aimee@example.ca", base::Locale::french);
    const auto blast = list.order();
    send_until([&] { return is_finished(blast); });
    const auto taken = server.by_recipient();
    EXPECT_EQ(taken.size(), 151u);
    for (const auto& [recipient, times] : taken) EXPECT_EQ(times, 1) << recipient;
    EXPECT_EQ(list.total(blast).delivered, 151);

    const auto mail = server.mail_to("aimee@example.ca");
    const auto copy = copy_of(blast, "aimee@example.ca");
    EXPECT_EQ(MailServer::field(mail, "Subject"), "Bonjour aimee");
    EXPECT_EQ(MailServer::field(mail, "From").find("Section de Larch River <"), 0U) << "the name of the level";
    EXPECT_NE(MailServer::field(mail, "Reply-To").find("section@campaign.example"), std::string::npos);
    EXPECT_EQ(copy->state, CopyState::delivered);
    const auto sender = MailServer::field(mail, "X-Sender");
    const auto token = sender.substr(2, sender.find('@') - 2);
    EXPECT_TRUE(sender.starts_with("b-") && sender.ends_with("@returns.campaign.example")) << sender;
    const auto returned = ports::read_return_token(list.tokens, token);
    ASSERT_TRUE(returned) << token;
    EXPECT_EQ(returned->mail, copy->id);
    EXPECT_EQ(returned->address, ports::mark_of(ListMail::hash_of("aimee@example.ca")));
    const auto unsubscribe = MailServer::field(mail, "List-Unsubscribe");
    EXPECT_NE(unsubscribe.find("<https://campaign.example/en/list/"), std::string::npos) << unsubscribe;
    EXPECT_NE(unsubscribe.find("<mailto:b-" + token + "@returns.campaign.example?subject=unsubscribe>"),
              std::string::npos)
        << unsubscribe;
    EXPECT_EQ(MailServer::field(mail, "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
    EXPECT_EQ(MailServer::field(mail, "Feedback-ID"), std::to_string(blast.value) + ":0:campaign.example");
}

TEST_P(SendingToTheList, refusals_are_noted_and_addresses_that_do_not_exist_are_left_alone) {
    for (const char* who : {"refused", "later", "content", "full", "ann"}) list.join(std::string{who} + "@example.org");
    const auto blast = list.order();
    send_until([&] {
        return list.total(blast).refused == 2 && copy_of(blast, "full@example.org")->attempts == 1 &&
               copy_of(blast, "full@example.org")->state == CopyState::waiting;
    });
    const auto total = list.total(blast);
    EXPECT_EQ(total.delivered, 1);
    EXPECT_EQ(total.hard, 1);
    EXPECT_EQ(total.blocked, 1);
    const auto later = copy_of(blast, "later@example.org");
    EXPECT_EQ(later->state, CopyState::waiting);
    EXPECT_NEAR(static_cast<double>((later->at - database->now()).seconds()), 60, 30);
    database->read([&](db::Read& read) {
        EXPECT_EQ(store::note_of(read, later->id), "451 4.7.1 Try again later");
        EXPECT_EQ(people::find_suppression(read, ListMail::hash_of("refused@example.org"))->reason,
                  people::SuppressionReason::unknown_address);
        EXPECT_FALSE(people::find_suppression(read, ListMail::hash_of("content@example.org")));
        EXPECT_EQ(store::of_blast_in_state(read, blast, CopyState::refused, {}).size(), 2u);
        EXPECT_EQ(store::of_blast(read, blast, {.limit = 3}).size(), 3u);
    });
    EXPECT_FALSE(is_finished(blast)) << "two copies wait";
    const auto findings = [&] { return database->read(checks().at(0).run); };
    EXPECT_TRUE(findings().empty()) << findings().at(0).text;
    database->write([&](db::Write& write) { store::add(write, blast, {.variant = {0}, .delivered = 1}); });
    ASSERT_EQ(findings().size(), 1u);
    EXPECT_TRUE(findings().at(0).text.contains("2 delivered")) << findings().at(0).text;
}

TEST_P(SendingToTheList, a_copy_without_an_answer_leaves_again_and_no_other_does) {
    for (int i = 0; i < 40; ++i) list.join("p" + std::to_string(i) + "@example.org");
    list.join("drop@example.org");
    for (int i = 40; i < 80; ++i) list.join("p" + std::to_string(i) + "@example.org");
    const auto blast = list.order();
    send_until([&] { return list.total(blast).delivered == 80; });
    ahead = base::minutes(2).microseconds;
    send_until([&] { return server.by_recipient()["drop@example.org"] == 2; });
    for (const auto& [recipient, times] : server.by_recipient())
        EXPECT_EQ(times, recipient == "drop@example.org" ? 2 : 1) << recipient;
}

TEST_P(SendingToTheList, whoever_left_or_wants_fewer_mails_gets_none) {
    for (const char* who : {"ann", "bea", "cleo"}) list.join(std::string{who} + "@example.org");
    const auto first = list.order();
    send_until([&] { return is_finished(first); });
    list.leave("bea@example.org");
    database->write([&](db::Write& write) {
        const auto person = people::find_person_by_address(write, ListMail::hash_of("cleo@example.org"));
        people::change_preferences(write, person->id, {.most_per_week = 1});
    });
    const auto second = list.order();
    list.join("dora@example.org");  // after the order
    send_until([&] { return is_finished(second); });
    EXPECT_FALSE(copy_of(second, "bea@example.org"));
    EXPECT_FALSE(copy_of(second, "dora@example.org"));
    EXPECT_EQ(copy_of(second, "cleo@example.org")->state, CopyState::held_back);
    EXPECT_EQ(copy_of(second, "ann@example.org")->state, CopyState::delivered);
}

TEST_P(SendingToTheList, a_slow_mail_is_paused_goes_on_and_is_stopped) {
    for (int i = 0; i < 30; ++i) list.join("p" + std::to_string(i) + "@example.org");
    const auto blast = list.order({.per_hour = 7'200});  // two in a second
    send_until([&] { return list.total(blast).delivered >= 2; });
    database->write([&](db::Write& write) { EXPECT_EQ(store::pause(write, blast), store::Changed::yes); });
    const auto before = list.total(blast).delivered;
    EXPECT_LT(before, 30);
    const auto other = list.order();
    send_until([&] { return is_finished(other); });
    EXPECT_EQ(list.total(blast).delivered, before) << "the paused one stood still while the other was sent";
    database->write([&](db::Write& write) {
        EXPECT_EQ(store::resume(write, blast), store::Changed::yes);
        EXPECT_EQ(store::resume(write, blast), store::Changed::no);
        EXPECT_EQ(store::stop(write, blast), store::Changed::yes);
    });
    EXPECT_EQ(server.taken(), static_cast<std::size_t>(before) + 30);
}

TEST_P(SendingToTheList, a_limited_domain_takes_its_time_and_others_do_not_wait) {
    database->write([](db::Write& write) { store::limit_domain(write, "slow.example", 1); });
    for (int i = 0; i < 3; ++i) list.join("p" + std::to_string(i) + "@slow.example");
    for (int i = 0; i < 20; ++i) list.join("p" + std::to_string(i) + "@example.org");
    const auto blast = list.order();
    send_until([&] { return list.total(blast).delivered == 21; });
    EXPECT_EQ(list.total(blast).taken, 23);
    ahead = base::minutes(3).microseconds;
    send_until([&] { return is_finished(blast); });
    EXPECT_EQ(server.taken(), 23u);
}

TEST_P(SendingToTheList, greylisted_copies_come_again_and_a_domain_in_a_storm_rests) {
    for (int i = 0; i < 3; ++i) list.join("p" + std::to_string(i) + "@grey.example");
    for (int i = 0; i < 8; ++i) list.join("p" + std::to_string(i) + "@storm.example");
    const auto blast = list.order();
    send_until([&] {
        return list.total(blast).taken == 11 && copy_of(blast, "p7@storm.example")->state == CopyState::waiting;
    });
    const auto resting = database->read([&](db::Read& read) { return store::restrained(read, database->now()); });
    ASSERT_EQ(resting.size(), 1u);
    EXPECT_EQ(resting[0].name, "storm.example");
    EXPECT_EQ(resting[0].reason, "451 4.7.0 Too much mail from you");
    EXPECT_NEAR(static_cast<double>((resting[0].paused_until - database->now()).seconds()), 300, 60);
    ahead = base::minutes(2).microseconds;
    send_until([&] { return list.total(blast).delivered == 3; });
    EXPECT_EQ(copy_of(blast, "p0@grey.example")->attempts, 2);
    EXPECT_EQ(copy_of(blast, "p0@storm.example")->attempts, 1) << "while the domain rests nothing is tried";
}

TEST_P(SendingToTheList, nobody_is_lost_while_the_server_is_away) {
    for (int i = 0; i < 30; ++i) list.join("p" + std::to_string(i) + "@example.org");
    const auto blast = list.order();
    list.config.mail.smtp.port = 1;  // nobody listens there
    send_until(
        [&] { return list.total(blast).taken == 30 && copy_of(blast, "p0@example.org")->state == CopyState::waiting; });
    EXPECT_EQ(copy_of(blast, "p0@example.org")->attempts, 0) << "what reached no server was not tried";
    list.config.mail.smtp.port = server.port();
    send_until([&] { return is_finished(blast); });
    EXPECT_EQ(server.by_recipient().size(), 30u);
}

TEST_P(SendingToTheList, a_test_and_a_mail_of_a_series_leave_at_once) {
    const auto ann = list.join("ann@example.org");
    database->write([&](db::Write& write) {
        const auto sending = port();
        ports::MailSending::Single single{.edition = ports::MailingEditionId{9},
                                          .variant = {},
                                          .person = {.id = ann,
                                                     .address_hash = ListMail::hash_of("ann@example.org"),
                                                     .email = "ann@example.org",
                                                     .name = {"Ann", "Roy"},
                                                     .locale = base::Locale::english},
                                          .kind = ports::MailSending::Kind::series};
        sending.send_single(write, single);
        single.person.email = "staff@example.org";
        single.kind = ports::MailSending::Kind::test;
        sending.send_single(write, single);
    });
    send_until([&] { return server.taken() == 2; });
    EXPECT_NE(server.mail_to("staff@example.org").find("Hello Ann"), std::string::npos);
}

// Ann uses another address by now, Ben was found to be Ann.
TEST_P(SendingToTheList, a_bounce_counts_for_the_address_that_the_copy_went_to) {
    const auto ann = list.join("ann@example.org"), ben = list.join("ben@example.org");
    const auto blast = list.order();
    send_until([&] { return is_finished(blast); });
    const auto of_ann = copy_of(blast, "ann@example.org"), of_ben = copy_of(blast, "ben@example.org");
    const auto old_hash = ListMail::hash_of("ann@example.org"), new_hash = ListMail::hash_of("ann@new.example");
    const auto ben_hash = ListMail::hash_of("ben@example.org");
    database->write([&](db::Write& write) {
        people::add_address(write, {ann, new_hash, *base::EmailAddress::parse("ann@new.example")});
        ASSERT_TRUE(people::use_address(write, {ann, new_hash}));
        ASSERT_TRUE(people::merge(write, {.kept = ann, .merged = ben, .by = "Amélie"}));
        note_return(write,
                    {of_ann->id, ports::ReturnKind::hard, "no such user", write.now(), ports::mark_of(old_hash)});
        note_return(write,
                    {of_ben->id, ports::ReturnKind::hard, "no such user", write.now(), ports::mark_of(ben_hash)});
        EXPECT_TRUE(people::find_suppression(write, old_hash));
        EXPECT_TRUE(people::find_suppression(write, ben_hash));
        EXPECT_FALSE(people::find_suppression(write, new_hash)) << "that one works";
    });
}

TEST_P(SendingToTheList, what_comes_back_is_noted_once_and_a_complaint_is_heeded) {
    list.join("ann@example.org");
    const auto blast = list.order();
    send_until([&] { return is_finished(blast); });
    const auto copy = copy_of(blast, "ann@example.org");
    database->write([&](db::Write& write) {
        for (int i = 0; i < 2; ++i) note_return(write, {copy->id, ports::ReturnKind::complaint, "abuse", write.now()});
        EXPECT_EQ(people::find_suppression(write, ListMail::hash_of("ann@example.org"))->reason,
                  people::SuppressionReason::complaint);
        EXPECT_EQ(store::returned_of_blast(write, blast, {}).size(), 1u);
        const auto told = person_facts()(write, {ListMail::hash_of("ann@example.org")}, base::Locale::french);
        ASSERT_EQ(told.size(), 1u);
        EXPECT_EQ(told[0].sentence, "A reçu le courriel «\u00a0Bulletin\u00a0».");
        person_data().erase(write, {ListMail::hash_of("ann@example.org")});
        EXPECT_EQ(store::returns_of(write, copy->id).at(0).detail, "");
    });
    EXPECT_EQ(list.total(blast).complaints, 1);
}

ALLTOGETHER_ON_BOTH_DATABASES(SendingToTheList);

}  // namespace
}  // namespace mail_sending
