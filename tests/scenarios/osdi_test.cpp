// A partner's program walks the API by its links alone; what it did shows in the campaign, and only what people confirm
// by mail counts.
#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "people/store.h"
#include "tests/support/process.h"
#include "tests/support/running_program.h"

namespace scenarios {
namespace {

using test_support::HttpAnswer;
using test_support::HttpClient;
using test_support::Kind;
using test_support::RunningProgram;

class APartnersProgram : public testing::TestWithParam<Kind> {
protected:
    std::string make_key(test_support::HeaderList rights, const std::string& per_minute = "6000") {
        rights.push_back({"name", "CRM"});
        rights.push_back({"per_minute", per_minute});
        const auto page = owner.post("/en/staff/keys", rights);
        const auto at = page.body.find("atk_");
        EXPECT_NE(at, std::string::npos) << page.status;
        return at == std::string::npos ? std::string{} : page.body.substr(at, 47);
    }
    boost::json::value ask(const std::string& key, const std::string& address) {
        const auto answer = partner.get(address, {{"OSDI-API-Token", key}});
        EXPECT_EQ(answer.status, 200) << address << ' ' << answer.body;
        return boost::json::parse(answer.body);
    }
    // The newest mail to Maya whose page shows these words, and the path of the link in it that holds `part`.
    std::string link_in_mail(const std::string& part) {
        const auto list = partner.get("/en/demo/mailbox?to=maya@example.org");
        for (auto at = list.body.find("/en/demo/mailbox/"); at != std::string::npos;
             at = list.body.find("/en/demo/mailbox/", at + 1)) {
            const auto mail = partner.get(list.body.substr(at, list.body.find('"', at) - at)).body;
            const auto found = mail.find(part);
            if (found != std::string::npos) return mail.substr(found, mail.find_first_of("\"<& ", found) - found);
        }
        return {};
    }
    std::string status_of_maya(const std::string& key, const std::string& path) {
        const auto maya = ask(key, path);
        return std::string{std::string_view{maya.at("email_addresses").at(0).at("status").as_string()}};
    }

    std::int64_t national() {
        return program->database().read(
            [](db::Read& read) { return people::find_level(read, people::kNationalSlug)->id.value; });
    }

    static test_support::HeaderList everything() {
        return {{"read", "1"},         {"sign_on", "1"}, {"read_people", "1"},
                {"write_people", "1"}, {"tags", "1"},    {"messages", "1"}};
    }

    RunningProgram program{GetParam()};
    HttpClient owner = program.signed_in("amelie@alltogether.example");
    HttpClient partner = program.visitor();
};
ALLTOGETHER_ON_BOTH_DATABASES(APartnersProgram);

TEST_P(APartnersProgram, FollowsLinksFromTheEntryPointAndMayaConfirms) {
    const auto key = make_key(everything());
    const auto slow = make_key({{"tags", "1"}}, "1");
    const auto entry = "http://127.0.0.1:" + std::to_string(program->port()) + "/api/v2/";
    const auto ended =
        test_support::run_program("/usr/bin/python3", {SOURCE_DIR "/tests/support/osdi_client.py", entry, key, slow});
    ASSERT_EQ(ended.exit_code, 0) << ended.errors;
    const auto seen = boost::json::parse(ended.output);
    for (const auto& [name, status] : std::initializer_list<std::pair<const char*, int>>{{"no_key", 401},
                                                                                         {"nothing", 404},
                                                                                         {"no_route", 404},
                                                                                         {"method", 405},
                                                                                         {"filter", 400},
                                                                                         {"body", 422},
                                                                                         {"too_many", 429}})
        EXPECT_EQ(seen.at("refusals").at(name), status) << name;
    const std::string url{std::string_view{seen.at("person").as_string()}};
    const auto path = url.substr(url.find("/api/"));
    EXPECT_EQ(status_of_maya(key, path), "unsubscribed");
    const auto sign_up = link_in_mail("/en/sign-ups/");
    ASSERT_FALSE(sign_up.empty());
    EXPECT_TRUE(partner.get(sign_up).shows("By pressing “Yes, put me on the list” you ask"));
    partner.post(sign_up + "/confirmation", {});
    EXPECT_EQ(status_of_maya(key, path), "subscribed");
    const auto maya = ask(key, path + "/submissions");
    EXPECT_EQ(maya.at("total_records"), 1);
    // She leaves by the link that every mail has; the partner's word does not bring her back.
    const auto preferences = partner.get(sign_up);
    const auto at = preferences.body.find("/en/preferences/");
    ASSERT_NE(at, std::string::npos);
    partner.post(preferences.body.substr(at, preferences.body.find('"', at) - at) + "/leaving", {});
    EXPECT_EQ(status_of_maya(key, path), "unsubscribed");
    owner.post("/en/staff/partner-consents", {{"level", std::to_string(national())},
                                              {"joining", "vouched"},
                                              {"words_en", "Yes, write to me."},
                                              {"words_fr", "Oui, écrivez-moi."}});
    const auto subscribe = [&](const std::string& email) {
        return partner.send(
            {.method = "POST",
             .target = "/api/v2/people",
             .headers = {{"OSDI-API-Token", key}, {"Content-Type", "application/json"}},
             .body = R"({"person":{"email_addresses":[{"address":")" + email + R"(","status":"subscribed"}]}})"});
    };
    subscribe("maya@example.org");
    EXPECT_EQ(status_of_maya(key, path), "unsubscribed");
    const auto sam = subscribe("sam@example.org");
    EXPECT_TRUE(sam.shows(R"("status":"subscribed")")) << sam.body;
}

}  // namespace
}  // namespace scenarios
