// The finished mails of the demo, as they go over the wire: read by two other programs, and judged by SpamAssassin.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <regex>

#include "features/mailings/check_service.h"
#include "features/mailings/demo_texts.h"
#include "features/mailings/house_test.h"
#include "features/mailings/seed.h"
#include "platform/mail/mime.h"
#include "tests/support/own_folder.h"

namespace mailings {
namespace {

std::string output_of(const std::string& command) {
    std::string out;
    std::FILE* pipe = popen(command.c_str(), "r");
    std::array<char, 4096> part;
    while (const auto count = std::fread(part.data(), 1, part.size(), pipe)) out.append(part.data(), count);
    EXPECT_EQ(pclose(pipe), 0) << command;
    return out;
}

class FinishedMails : public house::Campaign {
protected:
    void SetUp() override {
        database->write([&](db::Write& write) { store::remove(write, mailing.id); });
        seed_demo(*database, services, "library");
        for (const Mailing& each : database->read([](db::Read& read) { return store::page(read, {}); })) write(each);
    }

    void write(const Mailing& each) {
        const auto edition = database->write(
            [&](db::Write& write) { return freeze(write, services, each, store::EditionKind::sending); });
        const auto prepared = database->read([&](db::Read& read) { return prepare(read, services, edition); });
        for (int variant = 0; variant < each.plan.variants; ++variant)
            for (const auto locale : base::kLocales) {
                const auto message = prepared->copy_for(person("Zoë", locale), links_of(7), {variant});
                const mail::Envelope envelope{
                    .from = {mail::Line{"Ruth pour Tous ensemble"}, *base::EmailAddress::parse("ruth@union.example")},
                    .to = {mail::Line{"Zoë Okafor"}, *base::EmailAddress::parse("zoe@example.org")},
                    .reply_to = mail::Mailbox{mail::Line{"Ruth"}, *base::EmailAddress::parse("ruth@union.example")},
                    .date = database->read([](db::Read&) { return db::now(); }),
                    .message_id = mail::Line{"17.42@union.example"}};
                const auto path = folder.path() / ("mail" + std::to_string(files.size()) + ".eml");
                std::ofstream{path, std::ios::binary} << mail::write_mime(envelope, message);
                files.push_back(path.string());
            }
    }

    test_support::OwnFolder folder;
    std::vector<std::string> files;
};

TEST_P(FinishedMails, PythonsParserFindsNoDefectInAnyOfThem) {
    ASSERT_EQ(files.size(), 6U);
    for (const std::string& file : files) {
        const auto read = output_of("python3 " SOURCE_DIR "/tests/support/read_mail.py " + file);
        EXPECT_TRUE(read.contains("defects: 0\n")) << read;
        EXPECT_TRUE(read.contains("parts: 2\npart: text/plain utf-8\n")) << read;
        EXPECT_TRUE(read.contains("list-unsubscribe: <https://campaign.example/en/list/u7>")) << read;
        EXPECT_TRUE(read.contains("list-unsubscribe-post: List-Unsubscribe=One-Click")) << read;
    }
}

// Its own parser of MIME and its default rules, without asking the network: a mail scores less than 1.
TEST_P(FinishedMails, SpamAssassinHasNothingAgainstThem) {
    std::string all;
    for (const std::string& file : files) all += " " + file;
    const auto report = output_of("HOME=" + folder.path().string() + " spamassassin --local --test-mode" + all);
    const std::regex score{"X-Spam-Status: (Yes|No), score=(-?[0-9.]+)"};
    int judged = 0;
    for (std::sregex_iterator found{report.begin(), report.end(), score}, end; found != end; ++found, ++judged)
        EXPECT_LT(std::stod((*found)[2]), 1.0) << report;
    EXPECT_EQ(judged, 6) << report;
}

// The words come from memory: one database is enough.
INSTANTIATE_TEST_SUITE_P(Sqlite, FinishedMails, testing::Values(test_support::Kind::sqlite), test_support::name_of);

}  // namespace
}  // namespace mailings
