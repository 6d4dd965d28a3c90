// The whole way of a mail: ordered in a transaction, rendered when it is sent, taken by a server, recorded.
#include "platform/mail/sender.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include <gtest/gtest.h>

#include "tests/support/child_process.h"
#include "tests/support/databases.h"

namespace {

using mail::MailState;

base::EmailAddress address(std::string_view text) { return *base::EmailAddress::parse(text); }

class Sending : public testing::TestWithParam<test_support::Kind> {
protected:
    Sending() {
        std::string name = (std::filesystem::temp_directory_path() / "sending_XXXXXX").string();
        folder = mkdtemp(name.data());
        process.emplace(std::vector<std::string>{"python3", SOURCE_DIR "/tests/support/smtp_server.py", folder});
        config.mail.transport = runtime::MailTransport::smtp;
        config.mail.smtp.host = "127.0.0.1";
        config.mail.smtp.port = std::stoi(process->read_line());
        config.mail.smtp.starttls = runtime::StartTls::none;
        config.mail.from_address = "info@campaign.example";
        config.mail.bounce_address = "bounces@campaign.example";
        renderers.add("greeting", [](const mail::Order& order, db::Read&) -> std::optional<mail::Message> {
            if (order.about == 0) return std::nullopt;
            if (order.about < 0) throw std::runtime_error("the greeting is broken");
            return mail::Message{mail::Line(order.locale == base::Locale::french ? "Bonjour" : "Hello"), "Hi\n",
                                 html::render<"<p>Hi {}</p>">(order.about)};
        });
    }
    ~Sending() override { std::filesystem::remove_all(folder); }

    void order(std::string_view recipient, std::int64_t about = 1, std::string kind = "greeting") {
        database->write([&](db::Write& tx) {
            mail::queue(tx, {std::move(kind), address(recipient), base::Locale::french, about});
        });
    }
    std::vector<mail::StoredMail> mails() {  // oldest first
        auto all = database->read([](db::Read& read) { return mail::latest_mails(read, {}); });
        return {all.rbegin(), all.rend()};
    }
    std::string taken(const std::string& name = "0001.eml") {
        std::ifstream in(folder / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::size_t send() {
        mail::SmtpClient client(mail::smtp_server(config));
        return sender().send_due(client).mails;
    }
    mail::Sender& sender() {
        if (!sender_) sender_.emplace(mail::SenderServices{*database, renderers, config, metrics, signer});
        return *sender_;
    }
    double count(const char* outcome) {
        return metrics.counter({"alltogether_mails_total", "", {{"outcome", outcome}}}).value();
    }

    base::Instant clock{1'795'348'800'000'000};
    test_support::TestDatabase database{GetParam(), [this] { return clock; }};
    std::filesystem::path folder;
    std::optional<test_support::ChildProcess> process;
    runtime::Config config;
    runtime::Metrics metrics;
    mail::Renderers renderers;
    const mail::DkimSigner* signer = nullptr;
    std::optional<mail::Sender> sender_;
};

TEST_P(Sending, AmelieGetsHerMailInHerLanguage) {
    order("amelie@example.org");
    EXPECT_EQ(send(), 1u);
    EXPECT_EQ(mails()[0].state, MailState::delivered);
    const std::string mail = taken();
    for (const char* line : {"X-Sender: bounces@campaign.example\r\n", "X-Recipient: amelie@example.org\r\n",
                             "From: Tous ensemble <info@campaign.example>\r\n", "Subject: Bonjour\r\n",
                             "Date: Sun, 22 Nov 2026 12:00:00 +0000\r\n"})
        EXPECT_NE(mail.find(line), std::string::npos) << line;
    EXPECT_EQ(send(), 0u);
    EXPECT_EQ(count("delivered"), 1);
}

TEST_P(Sending, WhatIsNoLongerWantedIsNotSent) {
    order("amelie@example.org", 0);
    EXPECT_EQ(send(), 1u);
    EXPECT_EQ(mails()[0].state, MailState::unwanted);
    EXPECT_EQ(taken(), "");
}

TEST_P(Sending, ARefusedAddressFailsAndAFullServerIsTriedAgain) {
    order("refused@example.org");
    order("full@example.org");
    order("benoit@example.org");
    send();
    const auto after = mails();
    EXPECT_EQ(after[0].state, MailState::failed);
    EXPECT_EQ(after[0].last_error, "550 5.1.1 Nobody here 5.1.1 by that name");
    EXPECT_EQ(after[1].state, MailState::waiting);
    EXPECT_EQ(after[1].due_at, clock + base::minutes(1));
    EXPECT_EQ(after[2].state, MailState::delivered);
    clock = clock + base::minutes(1);
    send();
    EXPECT_EQ(mails()[1].due_at, clock + base::minutes(5));
}

TEST_P(Sending, AMailThatLeavesTwiceHasOneMessageId) {
    order("drop@example.org");  // the server takes it, and its answer is lost
    send();
    EXPECT_EQ(mails()[0].state, MailState::waiting);
    clock = clock + base::minutes(1);
    send();
    const std::string id = "Message-ID: <m" + std::to_string(mails()[0].id.value) + "@campaign.example>\r\n";
    EXPECT_NE(taken("0001.eml").find(id), std::string::npos);
    EXPECT_NE(taken("0002.eml").find(id), std::string::npos);
}

TEST_P(Sending, ABrokenMailDoesNotHoldUpTheOthers) {
    order("amelie@example.org", -1);
    order("benoit@example.org", 1, "nobody.knows");
    order("chen@example.org");
    send();
    const auto after = mails();
    EXPECT_EQ(after[0].last_error, "the greeting is broken");
    EXPECT_EQ(after[1].last_error, "nobody renders mails of kind nobody.knows");
    EXPECT_EQ(after[1].state, MailState::waiting);
    EXPECT_EQ(after[2].state, MailState::delivered);
}

TEST_P(Sending, AfterThreeDaysItIsGivenUp) {
    order("full@example.org");
    int attempts = 0;
    while (mails()[0].state == MailState::waiting && ++attempts < 50) {
        clock = mails()[0].due_at;
        send();
    }
    EXPECT_EQ(mails()[0].state, MailState::failed);
    EXPECT_EQ(attempts, 9);
    EXPECT_GT(clock - mails()[0].created_at, base::days(2));
}

TEST_P(Sending, TheWorkersEmptyTheOutboxByThemselves) {
    for (int i = 0; i < 250; ++i) order("amelie@example.org");
    sender().start();
    while (count("delivered") < 250) std::this_thread::yield();
    sender().stop();
    for (const auto& mail : mails()) EXPECT_EQ(mail.state, MailState::delivered);
}

TEST_P(Sending, TheDemoSendsNothing) {
    config.mail.transport = runtime::MailTransport::demo;
    order("amelie@example.org");
    sender().start();
    sender().stop();
    EXPECT_EQ(mails()[0].attempts, 0);
    const auto shown = database->read([&](db::Read& read) { return mail::render(renderers, mails()[0].order, read); });
    EXPECT_EQ(shown->subject.text(), "Bonjour");
}

TEST_P(Sending, MailsAreSignedWhereTheConfigurationSaysSo) {
    const std::string key = (folder / "dkim.pem").string();
    ASSERT_EQ(std::system(("openssl genpkey -algorithm ed25519 -out " + key).c_str()), 0);
    const auto own = mail::dkim_signer({"campaign.example", "winter", "dkim.pem"}, folder.string());
    signer = &*own;
    order("amelie@example.org");
    send();
    EXPECT_NE(taken().find("\r\nDKIM-Signature: v=1; a=ed25519-sha256;"), std::string::npos);
    EXPECT_FALSE(mail::dkim_signer({}, folder.string()).has_value());
    EXPECT_THROW(mail::dkim_signer({"campaign.example", "winter", "none.pem"}, folder.string()), mail::DkimFault);
}

ALLTOGETHER_ON_BOTH_DATABASES(Sending);

}  // namespace
