// What becomes of a message to a webhook when the program is killed while the other side has it already.
#include <cstdlib>
#include <fstream>
#include <regex>

#include <gtest/gtest.h>

#include "tests/crash/server_process.h"
#include "tests/support/http_client.h"
#include "tests/support/plain_server.h"

namespace crash {
namespace {

using test_support::HttpClient;
using test_support::PlainServer;

// The first words behind the marker, up to a blank or a quotation mark.
std::string behind(const std::string& text, const std::string& marker) {
    const auto at = text.find(marker);
    if (at == std::string::npos) return "";
    const auto begin = at + marker.size();
    return text.substr(begin, text.find_first_of(" \n\"<", begin) - begin);
}

TEST(WebhookOfAKilledProgram, arrives_once_more_under_the_same_id) {
    const Folder folder;
    const std::string file = (folder.path() / "alltogether.db").string();
    const Installation installation{folder.path(), "sqlite:" + file};
    std::ofstream{folder.path() / "alltogether.toml"} << "[webhooks]\nprivate_networks = [\"127.0.0.0/8\"]\n";
    const auto password = behind(run("seed demo", installation).output, "password ");
    ASSERT_FALSE(password.empty());

    PlainServer listener;
    listener.answer_with({.silent = true});
    {
        Server server{installation};
        HttpClient amelie{server.port()};
        amelie.post("/en/staff/sign-in", {{"email", "amelie@alltogether.example"}, {"password", password}});
        amelie.post("/en/staff/webhooks", {{"name", "Chat"}, {"url", listener.url("/hook")}, {"confirmed", "1"}});
        const auto list = amelie.get("/en/staff/webhooks").body;
        std::smatch page;
        ASSERT_TRUE(std::regex_search(list, page, std::regex{"/en/staff/webhooks/\\d+"})) << list;
        amelie.post(page.str() + "/test", {});
        ASSERT_TRUE(listener.wait_for(1)) << "the other side has it, and says nothing";
        server.kill_hard();
    }
    listener.answer_with({.status = 200});
    // Nobody waits ten minutes for the lease of a worker that is no more.
    ASSERT_EQ(std::system(("sqlite3 -cmd '.timeout 10000' '" + file +
                           "' \"update job set due_at = 0 where kind = 'integrations.deliver'\"")
                              .c_str()),
              0);
    const Server again{installation};
    ASSERT_TRUE(listener.wait_for(2));
    const auto got = listener.requests();
    EXPECT_TRUE(got[0].header("webhook-id").starts_with("msg_"));
    EXPECT_EQ(got[0].header("webhook-id"), got[1].header("webhook-id"));
    EXPECT_EQ(got[0].body, got[1].body);
}

}  // namespace
}  // namespace crash
