// Letters sent to a real server that answers as it is told.
#include "features/letters/engine_service.h"

#include "features/letters/handlers_house_test.h"
#include "tests/support/list_mail.h"

namespace letters {
namespace {

using test_support::comes_true;
using test_support::MailServer;

class SendingLetters : public house::LetterHouse {
protected:
    SendingLetters() {
        config.mail.transport = runtime::MailTransport::smtp;
        config.mail.smtp.host = "127.0.0.1";
        config.mail.smtp.port = server.port();
        config.mail.smtp.starttls = runtime::StartTls::none;
        config.mail.smtp.helo_name = "campaign.example";
        config.mail.smtp.timeout_seconds = 20;
        config.letters.per_hour_to_office = 1'000'000;
        config.letters.per_hour_to_domain = 1'000'000;
    }
    template <class Condition>
    void send_until(const Condition& condition) {
        Engine engine{services};
        engine.start();
        EXPECT_TRUE(comes_true([&] {
            pass_a_moment();
            return condition();
        }));
        engine.stop();
    }
    // Each look is a moment later.
    void pass_a_moment() { clock = clock.load() + base::milliseconds(50); }

    // Letters to this address from now on.
    void move_odette(const std::string& address) {
        known.find = [](db::Read&, ports::RepresentativeId, base::Locale) { return std::nullopt; };
        database->write([&](db::Write& write) {
            const auto name = base::EmailAddress::parse(address);
            ASSERT_TRUE(name);
            const Writing writing{.campaign = store::find(write, "post-office")->id,
                                  .address_hash = 900,
                                  .email = "maya@example.org",
                                  .name = {"Maya", "Tremblay"},
                                  .locale = base::Locale::french,
                                  .subject = "Bureau de poste",
                                  .body = "Gardez-le ouvert."};
            const Letter letter{.representative = ports::RepresentativeId{21},
                                .recipient = address,
                                .recipient_name = "Odette Lafleur",
                                .office = "mp"};
            const auto id = store::insert(write, writing, {&letter, 1}, likeness::signature_of(writing.body));
            store::set_state(write, id, WritingState::confirmed);
            send_off(services, *store::find_writing(write, id), write);
            moved = store::letters_of(write, id).at(0).id;
        });
    }

    MailServer server;
    LetterId moved{0};
};

TEST_P(SendingLetters, each_letter_arrives_once_in_its_writers_name) {
    config.mail.returns_domain = "returns.campaign.example";
    std::vector<LetterId> ids;
    for (int i = 0; i < 60; ++i) ids.push_back(confirmed_letter("p" + std::to_string(i), 21 + i % 2));
    send_until([&] { return total().delivered == 60; });
    EXPECT_EQ(server.taken(), 60U);
    std::map<std::string, int> by_id;
    for (const auto& each : server.mails()) ++by_id[MailServer::field(each, "Message-ID")];
    EXPECT_EQ(by_id.size(), 60U);
    const auto first = server.mails().front();
    EXPECT_TRUE(MailServer::field(first, "From").contains("Tremblay via Public Workers"));
    EXPECT_TRUE(MailServer::field(first, "From").contains("info@campaign.example"));
    const auto reply = MailServer::field(first, "X-Sender");
    ASSERT_TRUE(reply.starts_with("l-") && reply.ends_with("@returns.campaign.example")) << reply;
    EXPECT_TRUE(MailServer::field(first, "Reply-To").contains(reply));
    const auto id = tokens.read(ports::kLetterReply, reply.substr(2, reply.find('@') - 2));
    ASSERT_TRUE(id);
    EXPECT_EQ(MailServer::field(first, "Message-ID"), "<l" + std::to_string(*id) + "@campaign.example>");
    EXPECT_EQ(letter(LetterId{*id}).state, LetterState::delivered);
}

TEST_P(SendingLetters, without_a_domain_of_its_own_the_answer_goes_to_the_writer) {
    confirmed_letter("ann");
    send_until([&] { return total().delivered == 1; });
    const auto taken = server.mail_to("odette.lafleur@house.example");
    EXPECT_TRUE(MailServer::field(taken, "Reply-To").contains("ann@example.org"));
    EXPECT_TRUE(taken.contains("Please keep it open, says ann."));
}

TEST_P(SendingLetters, a_refusal_is_kept_with_its_reason_and_others_go_on) {
    move_odette("refused@house.example");
    confirmed_letter("bea", 22 - 1);
    send_until([&] { return total().bounced == 1; });
    EXPECT_EQ(letter(moved).state, LetterState::bounced);
    EXPECT_TRUE(letter(moved).detail.starts_with("550"));
}

TEST_P(SendingLetters, what_is_put_off_is_tried_again_and_nothing_is_lost) {
    move_odette("member@grey.example");
    send_until([&] { return letter(moved).attempts == 1 && !letter(moved).detail.empty(); });
    EXPECT_EQ(letter(moved).state, LetterState::waiting);
    EXPECT_EQ(server.taken(), 0U);
    clock = clock.load() + base::minutes(2);
    send_until([&] { return letter(moved).state == LetterState::delivered; });
    EXPECT_EQ(server.taken(), 1U);
}

TEST_P(SendingLetters, near_an_election_nothing_leaves_until_it_is_over) {
    std::atomic<bool> near = true;
    elections.near = [&near](db::Read&) { return near ? std::vector<std::string>{""} : std::vector<std::string>{}; };
    database->write([](db::Write& write) { store::pause_regions(write, std::vector<std::string>{""}); });
    const auto ann = confirmed_letter("ann");
    Engine engine{services};
    engine.start();
    clock = clock.load() + base::seconds(1);
    near = false;
    EXPECT_TRUE(comes_true([&] {
        clock = clock.load() + base::seconds(1);
        return letter(ann).state == LetterState::delivered;
    }));
    engine.stop();
    EXPECT_EQ(server.taken(), 1U);
    EXPECT_TRUE(database->read([](db::Read& read) { return store::paused_regions(read); }).empty());
}

ALLTOGETHER_ON_BOTH_DATABASES(SendingLetters);

}  // namespace
}  // namespace letters
