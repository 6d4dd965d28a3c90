// What becomes of signatures when the server is killed, its disk is full, or its database goes away.
// ALLTOGETHER_CRASH_ROUNDS=100 kills a hundred times; a few times otherwise.
#include <cstdlib>
#include <fstream>
#include <random>

#include <gtest/gtest.h>

#include "tests/crash/expectations.h"
#include "tests/crash/own_postgres.h"
#include "tests/crash/server_process.h"
#include "tests/support/databases.h"
#include "tests/support/http_client.h"

namespace crash {
namespace {

using bench::AfterLoss;
using bench::Load;

int rounds() {
    const char* const wanted = std::getenv("ALLTOGETHER_CRASH_ROUNDS");
    return wanted != nullptr ? std::atoi(wanted) : 3;
}

// In the visitor's language, on pages that are kept in memory and others, and for forms.
void expect_to_be_asked_to_come_again(std::uint16_t port) {
    test_support::HttpClient visitor{port};
    for (const auto* path : {"/en/", "/en/petitions/equality-pledge", "/en/petitions/equality-pledge?q=1"}) {
        const auto answer = visitor.get(path);
        EXPECT_EQ(answer.status, 503) << path;
        EXPECT_TRUE(answer.has("retry-after")) << path;
        EXPECT_TRUE(answer.shows("We cannot answer right now")) << path;
    }
    const auto form = visitor.post(
        "/fr/petitions/proclamation/signatures",
        {{"given_name", "Zoé"}, {"family_name", "Roy"}, {"email", "zoe@example.org"}, {"postal_code", "K1A 0B1"}});
    EXPECT_EQ(form.status, 503);
    EXPECT_TRUE(form.has("retry-after"));
    EXPECT_TRUE(form.shows("Nous ne pouvons pas répondre en ce moment"));
    const auto api = visitor.get("/api/v1/petitions/proclamation/count");
    EXPECT_TRUE(api.status == 200 || api.header("content-type") == "application/problem+json") << api.status;
}

class ServerThatIsKilled : public testing::TestWithParam<test_support::Kind> {
protected:
    // Kills the server while people sign, after some number of thanks.
    void kill_under_load(std::int64_t after) {
        Server server{installation_};
        Signers signers{{.port = server.port(), .connections = 32, .seconds = 60, .first = next_}};
        ASSERT_TRUE(signers.were_thanked(after));
        server.kill_hard();
        const auto report = signers.wait();
        EXPECT_EQ(report.wrong, 0) << report.first_wrong;
        next_ = report.next;
        thanked_.insert(thanked_.end(), report.acknowledged.begin(), report.acknowledged.end());
        unanswered_.insert(unanswered_.end(), report.unanswered.begin(), report.unanswered.end());
    }

    // Whoever got no answer tries again, and cannot know whether the first try was kept.
    void unanswered_sign_again() {
        Server server{installation_};
        for (const auto person : unanswered_) {
            const auto report = bench::run({.port = server.port(), .connections = 1, .requests = 1, .first = person});
            ASSERT_EQ(report.right, 1) << report.first_wrong;
            thanked_.push_back(person);
        }
    }

    SeededDemo demo_{GetParam()};
    const Installation installation_ = demo_.installation();
    bench::PersonNumber next_ = 0;
    std::vector<bench::PersonNumber> thanked_, unanswered_;
};

TEST_P(ServerThatIsKilled, KeepsEverySignatureThatWasThankedAndNoneTwice) {
    std::minstd_rand random{7};
    std::uniform_int_distribution<std::int64_t> thanks{50, 1'500};
    for (int round = 0; round < rounds(); ++round) kill_under_load(thanks(random));
    unanswered_sign_again();

    expect_each_once(exported(installation_), thanked_);
    const auto check = run("check", installation_);
    EXPECT_EQ(check.code, 0) << check.output;
}

ALLTOGETHER_ON_BOTH_DATABASES(ServerThatIsKilled);

TEST(FullDisk, IsSaidClearlyLosesNothingAndHealsWhenSpaceReturns) {
    const Folder folder;
    const Installation installation{folder.path(), "sqlite:" + (folder.path() / "alltogether.db").string()};
    Server server{installation, 64};
    const auto inside = server.inside();

    Signers signers{{.port = server.port(), .after_loss = AfterLoss::come_again, .connections = 16, .seconds = 120}};
    ASSERT_TRUE(signers.were_thanked(200));
    const auto ballast = server.path_inside() / "ballast";
    {
        std::ofstream file{ballast};
        const std::string part(1 << 16, 'x');
        while (file.write(part.data(), static_cast<std::streamsize>(part.size())).flush()) continue;
    }
    EXPECT_TRUE(signers.were_refused(50)) << "the disk is full, but people are thanked";
    std::filesystem::remove(ballast);
    EXPECT_TRUE(signers.were_thanked(200)) << "there is space again";
    const auto report = signers.stop();

    expect_clear_answers(report);
    expect_each_once(exported(inside), report.acknowledged);
    const auto check = run("check", inside);
    EXPECT_EQ(check.code, 0) << check.output;
    EXPECT_EQ(server.readiness(), 200);
}

TEST(LostDatabase, IsSaidClearlyLosesNothingAndIsFoundAgain) {
    OwnPostgres postgres;
    const Folder folder;
    const Installation installation{folder.path(), postgres.url()};
    seed_demo(installation);
    Server server{installation};

    Signers signers{{.port = server.port(), .after_loss = AfterLoss::come_again, .connections = 16, .seconds = 120}};
    ASSERT_TRUE(signers.were_thanked(200));
    postgres.stop_at_once();
    EXPECT_TRUE(signers.were_refused(50)) << "there is no database, but people are thanked";
    EXPECT_EQ(server.readiness(), 503);
    expect_to_be_asked_to_come_again(server.port());
    postgres.start();
    EXPECT_TRUE(signers.were_thanked(200)) << "the database is there again";
    const auto report = signers.stop();

    expect_clear_answers(report);
    expect_each_once(exported(installation), report.acknowledged);
    const auto check = run("check", installation);
    EXPECT_EQ(check.code, 0) << check.output;
    EXPECT_TRUE(server.becomes_ready()) << "readers look again after a second";
}

}  // namespace
}  // namespace crash
