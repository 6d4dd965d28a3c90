// What staff read first: figures, and what waits for somebody to act.
#include "ports/staff_home.h"

#include <gtest/gtest.h>

#include "platform/auth/principal.h"
#include "platform/http/testing.h"
#include "platform/mail/outbox.h"
#include "ports/mail_news.h"
#include "tests/support/databases.h"

namespace ports {
namespace {

class Home : public test_support::OnBothDatabases {
protected:
    static http::Request request_of(auth::Grant grant) {
        auto request = http::testing::get("/en/staff");
        request.staff = std::make_shared<auth::Principal>(auth::Principal{
            auth::StaffId{1}, "Odile", *base::EmailAddress::parse("odile@example.org"), {grant}, auth::SessionId{1}});
        return request;
    }
    // A mail to this address, and what became of its first attempt.
    void mail_that(const char* address, mail::MailState state) {
        const auto now = database->now();
        database->write([&](db::Write& write) {
            mail::queue(write, {"test.mail", *base::EmailAddress::parse(address), base::Locale::english, 1});
        });
        const auto taken = database->write([&](db::Write& write) {
            return mail::take_due_mails(write, {.until = now + base::hours(1), .limit = 1}).at(0);
        });
        const mail::Outcome outcome{taken.id, taken.due_at, state, now + base::hours(2), "550 no such user"};
        database->write([&](db::Write& write) { mail::record_outcomes(write, {&outcome, 1}); });
    }
    HomeNews news(auth::Grant grant = {auth::Role::owner, std::nullopt}) {
        return database->read([&](db::Read& read) { return mail_news(read, request_of(grant)); });
    }
};

TEST_P(Home, OwnersReadOfMailsThatDoNotArrive) {
    EXPECT_TRUE(news().tasks.empty());
    mail_that("delivered@example.org", mail::MailState::delivered);
    EXPECT_TRUE(news().tasks.empty());
    mail_that("gone@example.org", mail::MailState::failed);
    mail_that("later@example.org", mail::MailState::waiting);
    const auto tasks = news().tasks;
    ASSERT_EQ(tasks.size(), 2u);
    EXPECT_EQ(tasks[0].sentence, "1 email could not be delivered. The last answer was: 550 no such user");
    EXPECT_EQ(tasks[1].sentence, "1 email is being tried again after a failure.");
    EXPECT_EQ(tasks[0].tone, HomeTask::Tone::pressing);
    EXPECT_TRUE(news({auth::Role::owner, base::LevelId{7}}).tasks.empty()) << "an owner of one level runs no mail";
    EXPECT_TRUE(news({auth::Role::editor, std::nullopt}).tasks.empty());
}

TEST_P(Home, WhatPressesStandsFirst) {
    StaffHome home;
    home.add([](db::Read&, const http::Request&) {
        return HomeNews{{{"Save the library", "/x", "3"}}, {{.sentence = "Write French."}}};
    });
    home.add([](db::Read&, const http::Request&) {
        return HomeNews{{}, {{HomeTask::Tone::pressing, "Mails fail."}, {.sentence = "Publish."}}};
    });
    const auto all =
        database->read([&](db::Read& read) { return home.news(read, request_of({auth::Role::owner, std::nullopt})); });
    ASSERT_EQ(all.tasks.size(), 3u);
    EXPECT_EQ(all.tasks[0].sentence, "Mails fail.");
    EXPECT_EQ(all.tasks[1].sentence, "Write French.");
    EXPECT_EQ(all.tasks[2].sentence, "Publish.");
    EXPECT_EQ(all.figures.size(), 1u);
}

ALLTOGETHER_ON_BOTH_DATABASES(Home);

}  // namespace
}  // namespace ports
