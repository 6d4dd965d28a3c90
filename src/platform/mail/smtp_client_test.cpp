// Mails handed to real servers: one of the test's own, which answers as it is told, and postfix's smtp-sink.
#include "platform/mail/smtp_client.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include "platform/mail/smtp_connection.h"
#include "platform/mail/smtp_session.h"
#include "tests/support/child_process.h"

namespace {

using mail::Delivery;
using runtime::StartTls;

class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "smtp_XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

std::string contents(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class Smtp : public testing::Test {
protected:
    mail::SmtpServer start(const std::vector<std::string>& options = {}) {
        std::vector<std::string> command{"python3", SOURCE_DIR "/tests/support/smtp_server.py", folder.path()};
        command.insert(command.end(), options.begin(), options.end());
        process.emplace(command);
        const auto port = static_cast<std::uint16_t>(std::stoi(process->read_line()));
        return {.host = "localhost", .port = port, .starttls = StartTls::none, .helo_name = "campaign.example"};
    }

    // A key and a certificate for "localhost" in server.pem.
    void make_certificate() {
        const std::string pem = folder.path() / "server.pem";
        const std::string command =
            "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
            " -keyout " +
            pem + " -out " + pem + ".crt 2>/dev/null && cat " + pem + ".crt >> " + pem;
        ASSERT_EQ(std::system(command.c_str()), 0);
    }
    std::string certificate() const { return folder.path() / "server.pem.crt"; }

    static mail::Parcel to(const std::string& recipient, const std::string& body = "Hello\r\n") {
        return {"bounces@campaign.example", recipient, "Subject: Hi\r\n\r\n" + body};
    }
    static std::vector<mail::DeliveryResult> send(mail::SmtpClient& client, const std::vector<mail::Parcel>& parcels) {
        return client.send(parcels);
    }
    std::string taken(int number) const {
        return contents(folder.path() / (std::string(number < 10 ? "000" : "00") + std::to_string(number) + ".eml"));
    }

    Folder folder;
    std::optional<test_support::ChildProcess> process;
};

TEST_F(Smtp, EveryMailArrivesByteForByteOverOneConnection) {
    mail::SmtpClient client(start());
    const std::string body = ".\r\n..two\r\n.leading\r\nlast.\r\n";
    const auto results =
        send(client, {to("amelie@example.org", body), to("benoit@example.org"), to("chen@example.org")});
    ASSERT_EQ(results.size(), 3u);
    for (const auto& result : results) EXPECT_EQ(result.delivery, Delivery::delivered) << result.reason;
    EXPECT_EQ(results[0].code, 250);
    EXPECT_EQ(taken(1),
              "X-Sender: bounces@campaign.example\r\nX-Recipient: amelie@example.org\r\nX-Connection: 1\r\n"
              "Subject: Hi\r\n\r\n" +
                  body);
    EXPECT_NE(taken(3).find("X-Recipient: chen@example.org\r\nX-Connection: 1\r\n"), std::string::npos);
    send(client, {to("dora@example.org")});
    EXPECT_NE(taken(4).find("X-Connection: 1\r\n"), std::string::npos) << "the connection is kept";
}

void expect_the_answers_of_everyone(mail::SmtpClient& client, std::span<const mail::Parcel> parcels) {
    const auto results = client.send(parcels);
    ASSERT_EQ(results.size(), 6u);
    EXPECT_EQ(results[0].delivery, Delivery::delivered) << results[0].reason;
    EXPECT_EQ(results[1].delivery, Delivery::permanent);
    EXPECT_EQ(results[1].reason, "550 5.1.1 Nobody here 5.1.1 by that name");
    EXPECT_EQ(results[2].delivery, Delivery::temporary);
    EXPECT_EQ(results[2].code, 451);
    EXPECT_EQ(results[3].delivery, Delivery::permanent);
    EXPECT_EQ(results[3].code, 554);
    EXPECT_EQ(results[4].delivery, Delivery::temporary);
    EXPECT_EQ(results[4].code, 452);
    EXPECT_EQ(results[5].delivery, Delivery::delivered) << results[5].reason;
}

TEST_F(Smtp, EachMailGetsItsOwnAnswer) {
    const std::vector<mail::Parcel> parcels{to("first@x.example"),   to("refused@x.example"), to("later@x.example"),
                                            to("content@x.example"), to("full@x.example"),    to("last@x.example")};
    mail::SmtpClient pipelined(start());
    expect_the_answers_of_everyone(pipelined, parcels);
    mail::SmtpClient one_by_one(start({"--no-pipelining"}));
    expect_the_answers_of_everyone(one_by_one, parcels);
}

TEST_F(Smtp, AMailWhoseAnswerIsLostIsTriedAgainAndTheOthersGoOnAtOnce) {
    mail::SmtpClient client(start());
    const auto results = send(client, {to("first@x.example"), to("drop@x.example"), to("second@x.example"),
                                       to("closing@x.example"), to("third@x.example")});
    EXPECT_EQ(results[0].delivery, Delivery::delivered);
    EXPECT_EQ(results[1].delivery, Delivery::temporary);
    EXPECT_EQ(results[1].code, 0);
    EXPECT_EQ(results[1].handed_over, mail::HandedOver::maybe);
    EXPECT_EQ(results[2].delivery, Delivery::delivered) << results[2].reason;
    EXPECT_EQ(results[3].delivery, Delivery::temporary);
    EXPECT_EQ(results[3].code, 421);
    EXPECT_EQ(results[3].handed_over, mail::HandedOver::no);
    EXPECT_EQ(results[3].reason, "421 4.3.2 Closing");
    EXPECT_EQ(results[4].delivery, Delivery::delivered) << results[4].reason;
}

TEST_F(Smtp, EachAnswerIsToldOnceAndBeforeTheNextMailLeaves) {
    mail::SmtpClient client(start());
    std::vector<std::string> told;
    const std::vector<mail::Parcel> parcels{to("first@x.example"), to("refused@x.example"), to("drop@x.example"),
                                            to("last@x.example")};
    client.send(parcels, [&](std::size_t parcel, const mail::DeliveryResult& result) {
        told.push_back(std::to_string(parcel) + ":" + std::to_string(result.code));
    });
    EXPECT_EQ(told, (std::vector<std::string>{"0:250", "1:550", "2:0", "3:250"}));
}

TEST_F(Smtp, ABlockedSenderLosesNoMail) {
    mail::SmtpClient client(start());
    mail::Parcel parcel = to("amelie@example.org");
    parcel.sender = "blocked@campaign.example";
    const auto results = send(client, {parcel});
    EXPECT_EQ(results[0].delivery, Delivery::temporary);
    EXPECT_EQ(results[0].code, 530);
}

TEST_F(Smtp, AnAddressThatHoldsACommandIsNeverSent) {
    mail::SmtpClient client(start({"--size", "1000"}));
    const auto results = send(client, {to("a@x.example>\r\nRCPT TO:<b@x.example"),
                                       to("big@x.example", std::string(2000, 'x')), to("last@x.example")});
    EXPECT_EQ(results[0].delivery, Delivery::permanent);
    EXPECT_EQ(results[1].delivery, Delivery::permanent);
    EXPECT_EQ(results[2].delivery, Delivery::delivered);
    EXPECT_EQ(taken(2), "");
}

TEST_F(Smtp, ASilentServerIsGivenUp) {
    mail::SmtpServer server = start();
    server.timeout = base::seconds(1);
    mail::SmtpClient client(server);
    const auto results = send(client, {to("silent@x.example"), to("second@x.example")});
    EXPECT_EQ(results[0].delivery, Delivery::temporary);
    EXPECT_NE(results[0].reason.find("no answer"), std::string::npos);
    EXPECT_EQ(results[1].delivery, Delivery::temporary);
}

TEST_F(Smtp, AServerThatIsNotThereIsTemporary) {
    mail::SmtpServer server = start();
    process.reset();
    mail::SmtpClient client(server);
    const auto results = send(client, {to("amelie@example.org")});
    EXPECT_EQ(results[0].delivery, Delivery::temporary);
    EXPECT_NE(results[0].reason.find("connecting to localhost"), std::string::npos) << results[0].reason;
}

TEST_F(Smtp, TheSecretGoesOnlyOverAnEncryptedConnection) {
    make_certificate();
    for (const char* kind : {"PLAIN LOGIN", "LOGIN"}) {
        mail::SmtpServer server = start({"--starttls", "--auth", kind});
        server.starttls = StartTls::required;
        server.certificate_authorities = certificate();
        server.username = "campaign";
        server.password = "secret word";
        mail::SmtpClient client(server);
        const auto results = send(client, {to("amelie@example.org"), to("benoit@example.org")});
        EXPECT_EQ(results[0].delivery, Delivery::delivered) << results[0].reason;
        EXPECT_EQ(results[1].delivery, Delivery::delivered) << results[1].reason;
    }
    mail::SmtpServer open = start({"--auth"});
    open.starttls = StartTls::opportunistic;
    open.username = "campaign";
    open.password = "secret word";
    mail::SmtpClient client(open);
    EXPECT_NE(send(client, {to("amelie@example.org")})[0].reason.find("not sent without encryption"),
              std::string::npos);
}

TEST_F(Smtp, AWrongPasswordIsToldAndLosesNoMail) {
    make_certificate();
    mail::SmtpServer server = start({"--starttls", "--auth"});
    server.starttls = StartTls::required;
    server.certificate_authorities = certificate();
    server.username = "campaign";
    server.password = "wrong";
    mail::SmtpClient client(server);
    const auto results = send(client, {to("amelie@example.org")});
    EXPECT_EQ(results[0].delivery, Delivery::temporary);
    EXPECT_EQ(results[0].reason, "AUTH: 535 5.7.8 Wrong name or password");
}

TEST_F(Smtp, AServerThatCannotProveItsNameGetsNothing) {
    make_certificate();
    mail::SmtpServer server = start({"--starttls"});
    server.starttls = StartTls::opportunistic;
    mail::SmtpClient unknown_authority(server);
    EXPECT_EQ(send(unknown_authority, {to("amelie@example.org")})[0].delivery, Delivery::temporary);
    server.certificate_authorities = certificate();
    server.host = "127.0.0.1";
    mail::SmtpClient wrong_name(server);
    EXPECT_EQ(send(wrong_name, {to("amelie@example.org")})[0].delivery, Delivery::temporary);
    EXPECT_EQ(taken(1), "");
    server.verify_certificate = false;
    mail::SmtpClient unverified(server);
    EXPECT_EQ(send(unverified, {to("amelie@example.org")})[0].delivery, Delivery::delivered);
}

TEST_F(Smtp, WithoutTheEncryptionThatIsRequiredNothingIsSent) {
    mail::SmtpServer server = start();
    server.starttls = StartTls::required;
    mail::SmtpClient client(server);
    const auto results = send(client, {to("amelie@example.org")});
    EXPECT_NE(results[0].reason.find("offers no encryption"), std::string::npos);
    EXPECT_EQ(taken(1), "");
}

std::uint16_t free_port() {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    bind(socket, reinterpret_cast<sockaddr*>(&address), length);
    getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length);
    close(socket);
    return ntohs(address.sin_port);
}

TEST_F(Smtp, PostfixTakesAThousandMails) {
    const std::uint16_t port = free_port();
    const std::string place = "127.0.0.1:" + std::to_string(port);
    // As root smtp-sink wants a user to become.
    std::vector<std::string> command{"/usr/sbin/smtp-sink"};
    if (getuid() == 0) command.insert(command.end(), {"-u", "nobody"});
    command.insert(command.end(), {place, "100"});
    process.emplace(command);
    mail::SmtpClient client({.host = "127.0.0.1", .port = port, .starttls = StartTls::none});
    // Until the server listens each try is refused at once.
    const auto is_there = [&] { return send(client, {to("benoit@example.org")})[0].delivery == Delivery::delivered; };
    for (int tries = 0; tries < 10'000 && !is_there(); ++tries) usleep(1'000);
    const std::vector<mail::Parcel> parcels(1000, to("amelie@example.org", std::string(2000, 'x') + "\r\n"));
    std::size_t delivered = 0;
    for (const auto& result : client.send(parcels)) delivered += result.delivery == Delivery::delivered;
    EXPECT_EQ(delivered, 1000u);
}

TEST(SmtpReply, IsTakenOnceItIsWhole) {
    std::string received = "250-mail.example\r\n250-SIZE 1000\r\n250 PIPELIN";
    EXPECT_FALSE(mail::take_reply(received).has_value());
    received += "ING\r\n354 Go";
    const auto reply = mail::take_reply(received);
    ASSERT_TRUE(reply.has_value());
    EXPECT_EQ(reply->code, 250);
    EXPECT_EQ(reply->lines, (std::vector<std::string>{"mail.example", "SIZE 1000", "PIPELINING"}));
    EXPECT_EQ(received, "354 Go");
    for (const char* wrong : {"hello\r\n", "25\r\n", "999 x\r\n", "250x\r\n"}) {
        std::string text = wrong;
        EXPECT_THROW(mail::take_reply(text), mail::SmtpFault) << wrong;
    }
}

TEST(SmtpReply, OffersAreReadWhateverTheirCase) {
    std::string text = "250-x\r\n250-pipelining\r\n250-Size 5000\r\n250-AUTH CRAM-MD5 login\r\n250 STARTTLS\r\n";
    const mail::SmtpOffers offers = mail::read_offers(*mail::take_reply(text));
    EXPECT_TRUE(offers.pipelining && offers.auth_login && offers.starttls);
    EXPECT_FALSE(offers.auth_plain || offers.smtp_utf8);
    EXPECT_EQ(offers.size_limit, 5000);
}

TEST(DotStuffing, DoublesDotsAtLineStarts) {
    EXPECT_EQ(mail::dot_stuffed(".a\r\nb.\r\n..\r\n"), "..a\r\nb.\r\n...\r\n.\r\n");
    EXPECT_EQ(mail::dot_stuffed("no end"), "no end\r\n.\r\n");
    EXPECT_EQ(mail::dot_stuffed(""), ".\r\n");
}

}  // namespace
