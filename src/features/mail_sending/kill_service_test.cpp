// What becomes of a mail to thousands when the program is killed in its midst: this test program starts itself once
// more, as a process that does nothing but send, and kills it.
#include <csignal>
#include <cstdlib>

#include <gtest/gtest.h>

#include "features/mail_sending/engine_service.h"
#include "tests/support/databases.h"
#include "tests/support/list_mail.h"

namespace mail_sending {
namespace {

using test_support::ListMail;
using test_support::MailServer;

constexpr auto kDatabase = "ALLTOGETHER_LIST_MAIL_DATABASE";
constexpr auto kPort = "ALLTOGETHER_LIST_MAIL_PORT";
constexpr auto kFolder = "ALLTOGETHER_LIST_MAIL_FOLDER";
constexpr int kConnections = 4;

// Of the process that only sends: it never gets to the tests.
class SenderThatIsKilled : public testing::Environment {
public:
    void SetUp() override {
        const char* const address = std::getenv(kDatabase);
        if (address == nullptr) return;
        db::Database database{{.location = db::Location::parse(address), .writer = {}}};
        ListMail list{database, std::atoi(std::getenv(kPort))};
        list.data_folder = std::getenv(kFolder);
        list.config.mail.list_connections = kConnections;
        const Services services = list.services();
        Engine engine{services};
        engine.start();
        std::this_thread::sleep_for(std::chrono::minutes(5));
        std::_Exit(1);
    }
};
const auto* const kEnvironment = testing::AddGlobalTestEnvironment(new SenderThatIsKilled);

class KilledWhileItSends : public test_support::OnBothDatabases {
protected:
    void send_and_kill(const ListMail& list, std::size_t after) {
        const auto location = database.location();
        const bool is_file = location.kind == db::Location::Kind::sqlite;
        const test_support::ChildProcess sender{
            {"/usr/bin/env", std::string{kDatabase} + "=" + (is_file ? "sqlite:" : "") + location.address,
             std::string{kPort} + "=" + std::to_string(server.port()),
             std::string{kFolder} + "=" + list.data_folder.string(), std::filesystem::read_symlink("/proc/self/exe")}};
        EXPECT_TRUE(test_support::comes_true([&] { return server.taken() >= after; }));
        ::kill(sender.id(), SIGKILL);
    }
    MailServer server;
};

TEST_P(KilledWhileItSends, everybody_gets_it_and_twice_only_what_had_no_answer) {
    constexpr int kPeople = 3'000;
    ASSERT_NE(kEnvironment, nullptr);
    ListMail list{*database, server.port()};
    list.config.mail.list_connections = kConnections;
    database->write([&](db::Write& write) {
        for (int i = 0; i < kPeople; ++i)
            ListMail::join(write, "p" + std::to_string(i) + "@example.org", base::Locale::english);
    });
    const auto blast = list.order();
    send_and_kill(list, 700);
    send_and_kill(list, 1'500);
    const Services services = list.services();
    Engine engine{services};
    engine.start();
    EXPECT_TRUE(test_support::comes_true([&] { return list.total(blast).done() == kPeople; }));
    engine.stop();

    const auto taken = server.by_recipient();
    EXPECT_EQ(taken.size(), static_cast<std::size_t>(kPeople)) << "nobody is forgotten";
    std::size_t more_than_once = 0;
    for (const auto& [recipient, times] : taken) more_than_once += static_cast<std::size_t>(times - 1);
    EXPECT_LE(more_than_once, 2U * kConnections) << "two kills, each with so many on their way";
    EXPECT_EQ(list.total(blast).delivered, kPeople);
    EXPECT_EQ(list.total(blast).taken, kPeople);
}

ALLTOGETHER_ON_BOTH_DATABASES(KilledWhileItSends);

}  // namespace
}  // namespace mail_sending
