// Maya signs: from the form to the count that moves, over real sockets, with the mail in the demo mailbox.
#include <chrono>
#include <thread>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "tests/support/running_program.h"

namespace scenarios {
namespace {

using test_support::EventStream;
using test_support::first_link;
using test_support::HttpClient;
using test_support::Kind;
using test_support::RunningProgram;

const test_support::HeaderList kMaya{{"given_name", "Maya"},    {"family_name", "Trent"}, {"email", "maya@example.org"},
                                     {"postal_code", "k1a0b1"}, {"country", "CA"},        {"place", "Ottawa"},
                                     {"show_name", "1"}};

class Signing : public testing::TestWithParam<Kind> {
protected:
    RunningProgram program{GetParam()};
    HttpClient maya = program.visitor();

    // The newest mail to this address, as its page shows it.
    std::string mail_to(const std::string& address) {
        const auto list = maya.get("/en/demo/mailbox?to=" + address);
        EXPECT_EQ(list.status, 200);
        const auto link = first_link(list.body, "/en/demo/mailbox/");
        EXPECT_FALSE(link.empty()) << "no mail to " << address;
        return link.empty() ? "" : maya.get(link).body;
    }

    // How many lie in the demo mailbox for this address.
    std::int64_t mails_to(const std::string& address) {
        const auto list = maya.get("/en/demo/mailbox?to=" + address);
        std::int64_t mails = 0;
        for (auto at = list.body.find("mail-list__link"); at != std::string::npos;
             at = list.body.find("mail-list__link", at + 1))
            ++mails;
        return mails;
    }

    // The address in the mail, without the host: tests listen on a port that the configuration does not know.
    static std::string path_of(const std::string& link) {
        return link.substr(std::min(link.size(), link.find('/', link.find("//") + 2)));
    }

    std::int64_t confirmed() {
        const auto count = boost::json::parse(maya.get("/api/v1/petitions/equality-pledge/count").body);
        return count.at("confirmed").to_number<std::int64_t>();
    }

    // The count follows a commit within moments; waits for it at most a minute.
    std::int64_t confirmed_once_it_is(std::int64_t expected) {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes{1};
        auto count = confirmed();
        while (count != expected && std::chrono::steady_clock::now() < deadline) {
            std::this_thread::yield();
            count = confirmed();
        }
        return count;
    }
};
ALLTOGETHER_ON_BOTH_DATABASES(Signing);

TEST_P(Signing, maya_signs_confirms_by_the_button_in_her_mail_and_sees_the_count_move) {
    const auto before = confirmed();
    EventStream stream{program->port(), "/api/v1/petitions/equality-pledge/count/stream"};
    EXPECT_EQ(maya.get("/en/petitions/equality-pledge").status, 200);

    const auto thanks = maya.post("/en/petitions/equality-pledge/signatures", kMaya);
    EXPECT_EQ(thanks.status, 303);
    EXPECT_EQ(maya.follow(thanks).status, 200);

    const auto own = path_of(first_link(mail_to("maya@example.org"), "http"));
    const auto page = maya.get(own);
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(confirmed(), before) << "looking at the link must not confirm";

    const auto confirmation = maya.post(own + "/confirmation", {});
    EXPECT_EQ(confirmation.status, 303);
    EXPECT_EQ(maya.follow(confirmation).status, 200);
    EXPECT_EQ(confirmed_once_it_is(before + 1), before + 1);
    auto event = stream.next();
    while (event && boost::json::parse(*event).at("confirmed").to_number<std::int64_t>() != before + 1)
        event = stream.next();
    EXPECT_TRUE(event) << "the stream did not tell of the new count";
}

TEST_P(Signing, a_repeat_gets_the_very_same_page_and_the_truth_goes_by_mail) {
    const auto first = maya.post("/en/petitions/equality-pledge/signatures", kMaya);
    auto again = kMaya;
    again[2].second = "MAYA+second@Example.org";
    const auto second = maya.post("/en/petitions/equality-pledge/signatures", again);
    EXPECT_EQ(first.status, second.status);
    EXPECT_EQ(first.header("location"), second.header("location"));
    EXPECT_EQ(maya.follow(first).body, maya.follow(second).body);
}

TEST_P(Signing, whoever_sends_the_form_a_dozen_times_gets_the_same_page_and_five_mails_in_all) {
    std::string page;
    for (int i = 0; i < 12; ++i) {
        const auto answer = maya.post("/en/petitions/equality-pledge/signatures", kMaya);
        EXPECT_EQ(answer.status, 303);
        if (i > 0) EXPECT_EQ(answer.header("location"), page);
        page = answer.header("location");
    }
    EXPECT_EQ(mails_to("maya@example.org"), 5);
    const auto own = path_of(first_link(mail_to("maya@example.org"), "http"));
    maya.post(own + "/confirmation", {});
    maya.post("/en/petitions/equality-pledge/signatures", kMaya);
    EXPECT_EQ(mails_to("maya@example.org"), 5) << "also once it is confirmed";
}

TEST_P(Signing, two_people_share_a_mailbox_and_a_home_and_a_third_name_does_not_count) {
    const auto before = confirmed();
    const auto sign_as = [&](const std::string& given_name, const std::string& postal_code) {
        auto form = kMaya;
        form[0].second = given_name;
        form[3].second = postal_code;
        const auto answer = maya.post("/en/petitions/equality-pledge/signatures", form);
        EXPECT_EQ(answer.header("location"), "/en/petitions/equality-pledge/thank-you") << "the same page for all";
    };
    const auto confirm_newest = [&] {
        maya.post(path_of(first_link(mail_to("maya@example.org"), "http")) + "/confirmation", {});
    };
    sign_as("Maya", "K1A 0B1");
    confirm_newest();
    sign_as("Wei", "H2X 1Y4");
    EXPECT_TRUE(mail_to("maya@example.org").contains("signed already")) << "another home: a repeat";
    sign_as("Joan", "K1A 0B1");
    confirm_newest();
    EXPECT_EQ(confirmed_once_it_is(before + 2), before + 2);
    sign_as("Zoë", "K1A 0B1");
    confirm_newest();
    EXPECT_EQ(confirmed(), before + 2) << "a mailbox holds two";
}

TEST_P(Signing, maya_withdraws_and_no_longer_counts) {
    const auto before = confirmed();
    maya.post("/en/petitions/equality-pledge/signatures", kMaya);
    const auto own = path_of(first_link(mail_to("maya@example.org"), "http"));
    maya.post(own + "/confirmation", {});
    EXPECT_EQ(confirmed_once_it_is(before + 1), before + 1);
    EXPECT_EQ(maya.post(own + "/withdrawal", {}).status, 303);
    EXPECT_EQ(confirmed_once_it_is(before), before);
    EXPECT_EQ(maya.get(own).status, 200);
}

TEST_P(Signing, a_replayed_confirmation_counts_once) {
    const auto before = confirmed();
    maya.post("/en/petitions/equality-pledge/signatures", kMaya);
    const auto own = path_of(first_link(mail_to("maya@example.org"), "http"));
    for (int i = 0; i < 3; ++i) EXPECT_LT(maya.post(own + "/confirmation", {}).status, 500);
    EXPECT_EQ(confirmed_once_it_is(before + 1), before + 1);
}

TEST_P(Signing, an_invented_link_leads_nowhere) {
    EXPECT_EQ(maya.get("/en/signatures/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").status, 404);
    EXPECT_GE(maya.post("/en/signatures/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/confirmation", {}).status, 400);
}

TEST_P(Signing, luc_signs_in_french_through_the_api_and_gets_a_french_mail) {
    const auto answer = maya.send({.method = "POST",
                                   .target = "/api/v1/petitions/proclamation/signatures",
                                   .headers = {{"Content-Type", "application/json"}, {"Accept-Language", "fr-CA"}},
                                   .body = R"({"given_name": "Luc", "family_name": "Roy", "email": "luc@example.org",
                                               "postal_code": "H2X 1Y4", "show_name": true})"});
    EXPECT_EQ(answer.status, 201) << answer.body;
    EXPECT_TRUE(path_of(first_link(mail_to("luc@example.org"), "http")).starts_with("/fr/signatures/"));
}

TEST_P(Signing, the_html_part_of_a_mail_stands_in_a_sandbox_and_its_links_lead_out) {
    maya.post("/en/petitions/equality-pledge/signatures", kMaya);
    const auto link = first_link(maya.get("/en/demo/mailbox").body, "/en/demo/mailbox/");
    const auto part = maya.get(link + "?part=html");
    EXPECT_EQ(part.status, 200);
    const auto policy = part.header("content-security-policy");
    EXPECT_NE(policy.find("default-src 'none'"), std::string::npos);
    EXPECT_NE(policy.find("sandbox allow-top-navigation-by-user-activation"), std::string::npos);
    EXPECT_EQ(policy.find("allow-scripts"), std::string::npos);
    EXPECT_TRUE(part.shows("<base target=\"_top\">"));
    EXPECT_TRUE(maya.get(link).shows("<iframe src=\"?part=html\""));
}

}  // namespace
}  // namespace scenarios
