// A newcomer looks for the mail that the demo did not send.
#include "features/demo_mailbox/handlers.h"

#include <gtest/gtest.h>

#include "features/demo_mailbox/pages.h"
#include "platform/http/testing.h"
#include "platform/mail/outbox.h"
#include "tests/support/databases.h"

namespace demo_mailbox {
namespace {

using http::testing::get;

ports::FrameSettings frame_settings() {
    return {.public_url = "http://127.0.0.1:8080",
            .campaign = [](base::Locale) { return std::string{"All Together Now"}; },
            .demo_mailbox_path = "demo/mailbox"};
}

mail::Renderers renderers() {
    mail::Renderers made;
    made.add("test.confirm", [](const mail::Order& order, db::Read&) {
        return std::optional<mail::Message>{
            {.subject = mail::Line{"Please confirm " + std::to_string(order.about)},
             .text = "Hello,\n\nhttp://127.0.0.1:8080/en/signatures/abc\n\nBye <script>",
             .html = html::render<"<html><head><title>{}</title></head><body>{}</body></html>">("T", "Hello")}};
    });
    made.add("test.done", [](const mail::Order&, db::Read&) { return std::optional<mail::Message>{}; });
    return made;
}

class DemoMailbox : public test_support::OnBothDatabases {
protected:
    mail::Renderers renderers_ = renderers();
    ports::PageFrames frames{frame_settings()};
    Handlers handlers{{.renderers = renderers_, .frames = frames}};

    void order(std::string_view recipient, std::int64_t about, std::string_view kind = "test.confirm") {
        database->write([&](db::Write& write) {
            mail::queue(write,
                        {std::string{kind}, *base::EmailAddress::parse(recipient), base::Locale::english, about});
        });
    }
    std::string list(const std::string& address = "/en/demo/mailbox") {
        return body_of(database->read([&](db::Read& read) { return handlers.list(get(address), read); }));
    }
    http::Response show(const std::string& address, const std::string& id) {
        return database->read([&](db::Read& read) { return handlers.show(get(address, {{"id", id}}), read); });
    }
    std::string newest_id() {
        const auto mails = database->read([](db::Read& read) { return mail::latest_mails(read, {.limit = 1}); });
        return std::to_string(mails.at(0).id.value);
    }
    static std::string body_of(const http::Response& response) { return std::string{response.body.view()}; }
    static bool shows(const std::string& page, std::string_view words) { return page.find(words) != std::string::npos; }
};
ALLTOGETHER_ON_BOTH_DATABASES(DemoMailbox);

TEST_P(DemoMailbox, teaches_whoever_finds_it_empty) { EXPECT_TRUE(shows(list(), "Sign a petition with any address")); }

TEST_P(DemoMailbox, lists_the_newest_mail_first) {
    order("maya@example.org", 1);
    order("luc@example.org", 2);
    const auto page = list();
    EXPECT_LT(page.find("luc@example.org"), page.find("maya@example.org"));
    EXPECT_TRUE(shows(page, "Please confirm 2"));
}

TEST_P(DemoMailbox, finds_the_mails_of_one_address_in_any_case) {
    order("maya@example.org", 1);
    order("luc@example.org", 2);
    const auto page = list("/en/demo/mailbox?to=MAYA");
    EXPECT_TRUE(shows(page, "maya@example.org"));
    EXPECT_FALSE(shows(page, "luc@example.org"));
    EXPECT_TRUE(shows(list("/en/demo/mailbox?to=nobody"), "No mail goes to an address"));
}

TEST_P(DemoMailbox, goes_on_behind_the_thirtieth_mail) {
    for (int i = 1; i <= 31; ++i) order("maya@example.org", i);
    const auto first = list();
    EXPECT_FALSE(shows(first, "Please confirm 1<"));
    const auto begin = first.find("before=") + 7;
    const auto second = list("/en/demo/mailbox?before=" + first.substr(begin, first.find('"', begin) - begin));
    EXPECT_TRUE(shows(second, "Please confirm 1<"));
    EXPECT_FALSE(shows(second, "Please confirm 2<"));
    EXPECT_FALSE(shows(second, "before="));
}

TEST_P(DemoMailbox, shows_one_mail_with_links_that_work_and_nothing_that_runs) {
    order("maya@example.org", 1);
    const auto page = body_of(show("/en/demo/mailbox/1", newest_id()));
    EXPECT_TRUE(shows(page, R"(<a href="http://127.0.0.1:8080/en/signatures/abc">)"));
    EXPECT_TRUE(shows(page, "Bye &lt;script&gt;"));
    EXPECT_TRUE(shows(page, R"(<iframe src="?part=html")"));
}

TEST_P(DemoMailbox, gives_the_html_part_in_a_sandbox) {
    order("maya@example.org", 1);
    const auto part = show("/en/demo/mailbox/1?part=html", newest_id());
    EXPECT_NE(part.headers.view("content-security-policy").find("sandbox"), std::string_view::npos);
    EXPECT_TRUE(body_of(part).starts_with("<html><head><base target=\"_top\">"));
}

TEST_P(DemoMailbox, says_so_when_nobody_needs_a_mail_any_more) {
    order("maya@example.org", 1, "test.done");
    EXPECT_TRUE(shows(list(), "No longer wanted"));
    EXPECT_TRUE(shows(body_of(show("/en/demo/mailbox/1", newest_id())), "Nobody needs this mail any more"));
    EXPECT_EQ(show("/en/demo/mailbox/1?part=html", newest_id()).status, 404);
}

TEST_P(DemoMailbox, keeps_back_what_is_not_for_everybody) {
    order("maya@example.org", 1);
    order("amelie@example.org", 2);
    const Handlers discreet{{.renderers = renderers_,
                             .frames = frames,
                             .may_read = [](const http::Request&, const mail::Order& it) { return it.about != 2; }}};
    const auto page = database->read([&](db::Read& read) { return discreet.list(get("/en/demo/mailbox"), read); });
    EXPECT_TRUE(shows(body_of(page), "maya@example.org"));
    EXPECT_FALSE(shows(body_of(page), "amelie@example.org"));
    const auto kept_back = get("/en/demo/mailbox/x", {{"id", newest_id()}});
    EXPECT_EQ(database->read([&](db::Read& read) { return discreet.show(kept_back, read); }).status, 404);
}

TEST_P(DemoMailbox, knows_no_mail_by_an_invented_number) {
    for (const auto* id : {"1", "0", "-1", "x", "", "99999999999999999999"})
        EXPECT_EQ(show("/en/demo/mailbox/x", id).status, 404) << id;
}

}  // namespace
}  // namespace demo_mailbox
