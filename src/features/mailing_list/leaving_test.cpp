// Preferences and leaving: by the page, by the mail program, by mail; and coming back.
#include "features/mailing_list/handlers_house_test.h"

namespace mailing_list {
namespace {

class LeavingTheList : public ListHouse {
protected:
    // What a mail program posts to the address in the mail's head.
    struct OneClick {
        std::string content_type, body;
    };
    static OneClick urlencoded() { return {"application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"}; }
    static OneClick multipart() {
        return {"multipart/form-data; boundary=---FormBoundaryjWmhtjORrn",
                "-----FormBoundaryjWmhtjORrn\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\n"
                "One-Click\r\n-----FormBoundaryjWmhtjORrn--\r\n"};
    }
    std::string one_click_url(std::int64_t mail) {
        return mail_links(services).personal(person()->id, ports::SentMailId{mail}, base::Locale::english).one_click;
    }
    http::Request request_to(const std::string& url) {
        const std::string path = url.substr(url.find("/en/leave/"));
        const auto token = path.substr(10, 32), mail = path.substr(43);
        return http::testing::get(path, {{"token", token}, {"mail", mail}});
    }
    http::Response one_click(const std::string& url, const OneClick& sent) {
        auto request = request_to(url);
        request.method = http::Method::post;
        request.headers.add({"Content-Type", sent.content_type});
        request.headers.add({"Origin", "https://mail.example"});
        request.body = sent.body;
        EXPECT_EQ(http::read_form_body(request), http::FormReading::ok);
        const auto act = leaving.read_act(request);
        EXPECT_TRUE(act);
        return *database->write([&](db::Write& write) { return leaving.leave_list(*act, write); });
    }
    std::string preference_token() {
        return token_in(
            mail_links(services).personal(person()->id, ports::SentMailId{1}, base::Locale::english).preferences,
            "/preferences/");
    }
    void choose(std::initializer_list<http::Fields::Field> fields,
                http::WriteResult (PreferenceHandlers::*button)(const PreferenceAct&, db::Write&)
                    const = &PreferenceHandlers::save) {
        const auto act =
            preferences.read_act(http::testing::post("/en/preferences/x", {{"token", preference_token()}}, fields));
        ASSERT_TRUE(act);
        EXPECT_EQ(database->write([&](db::Write& write) { return (preferences.*button)(*act, write); })->status, 303);
    }
};

TEST_P(LeavingTheList, OneClickAnswers200ToBothKindsOfBodiesAndTellsWhichMailItWas) {
    for (const auto& sent : {urlencoded(), multipart()}) {
        returns.clear();
        join_and_confirm();
        const auto url = one_click_url(4711);
        ASSERT_TRUE(may_be_mailed());
        const auto page = database->read([&](db::Read& read) { return leaving.show(request_to(url), read); });
        EXPECT_EQ(page.status, 200);
        EXPECT_TRUE(may_be_mailed()) << "a GET changes nothing";
        const auto answer = one_click(url, sent);
        EXPECT_EQ(answer.status, 200);
        EXPECT_TRUE(answer.cookies.empty());
        EXPECT_FALSE(may_be_mailed());
        ASSERT_EQ(returns.size(), 1U);
        EXPECT_EQ(returns[0].mail, ports::SentMailId{4711});
        EXPECT_EQ(returns[0].kind, ports::ReturnKind::left);
        EXPECT_EQ(one_click(url, sent).status, 200) << "again is fine";
        EXPECT_EQ(returns.size(), 1U);
    }
    EXPECT_EQ(consents().back().act, people::ConsentAct::withdrawn);
    EXPECT_EQ(consents().back().wording.words, "List-Unsubscribe=One-Click");
}

TEST_P(LeavingTheList, TheLinkWorksForEverEvenAfterErasure) {
    join_and_confirm();
    const auto url = one_click_url(1);
    database->write([&](db::Write& write) { people::erase_person(write, person()->id); });
    EXPECT_EQ(one_click(url, urlencoded()).status, 200);
    const auto forged = request_to(one_click_url(1));
    auto broken = http::testing::get("/en/leave/x/y", {{"token", "AAAA"}, {"mail", forged.parameter("mail")}});
    EXPECT_FALSE(leaving.read_act(broken));
}

TEST_P(LeavingTheList, MayaChoosesTopicsLanguageAndAPause) {
    const auto budget = database->write([](db::Write& write) {
        return people::insert_topic(write, {.slug = "budget", .name_en = "Budgets", .name_fr = "Budgets"});
    });
    const auto water = database->write([](db::Write& write) {
        return people::insert_topic(write, {.slug = "water", .name_en = "Water", .name_fr = "Eau"});
    });
    join_and_confirm();
    choose({{"shown", "3"},
            {"topic-" + std::to_string(water->value), "1"},
            {"most_per_week", "1"},
            {"pause", "none"},
            {"language", "fr"}});
    EXPECT_FALSE(may_be_mailed(*budget));
    EXPECT_TRUE(may_be_mailed(*water));
    EXPECT_EQ(standing()->preferences.most_per_week, 1);
    EXPECT_EQ(person()->locale, base::Locale::french);
    EXPECT_EQ(person()->name.given, "Maya") << "nothing else of her changes";

    choose({{"shown", "3"}, {"topic-1", "1"}, {"pause", "3"}, {"language", "fr"}});
    EXPECT_FALSE(may_be_mailed(*water)) << "a pause holds for every topic";
    choose({{"shown", "3"}, {"topic-1", "1"}, {"pause", "keep"}, {"language", "fr"}});
    EXPECT_GT(standing()->preferences.paused_until, db::now() + base::days(89));
    choose({{"shown", "3"}, {"topic-1", "1"}, {"pause", "none"}, {"language", "fr"}});
    EXPECT_TRUE(may_be_mailed(*water));
}

TEST_P(LeavingTheList, WhoLeftCanComeBackByTheSamePage) {
    join_and_confirm();
    choose({}, &PreferenceHandlers::leave_list);
    EXPECT_FALSE(may_be_mailed());
    choose({}, &PreferenceHandlers::return_to_list);
    EXPECT_TRUE(may_be_mailed());
    choose({}, &PreferenceHandlers::return_to_list);
    EXPECT_EQ(consents().size(), 3U) << "joined, left, came back";
    EXPECT_EQ(events, (std::vector{ports::ActionEvent::done, ports::ActionEvent::undone, ports::ActionEvent::done}));
}

TEST_P(LeavingTheList, AMailToTheAddressForLeavingIsEnough) {
    join_and_confirm();
    database->write([&](db::Write& write) { mail_links(services).leave_by_mail(write, person()->id); });
    EXPECT_FALSE(may_be_mailed());
}

TEST_P(LeavingTheList, TheLinkIsMailedToThoseWeKnowAndTheAnswerIsTheSameForAll) {
    join_and_confirm();
    const auto before = mails().size();
    std::vector<std::string> answers;
    for (const char* email : {"maya@example.org", "nobody@example.org"}) {
        const auto wanted = preferences.read_request(http::testing::post("/en/preferences", {}, {{"email", email}}));
        ASSERT_TRUE(wanted);
        const auto answer = database->write([&](db::Write& write) { return preferences.send_link(*wanted, write); });
        answers.emplace_back(answer->headers.view("Location"));
    }
    EXPECT_EQ(answers[0], answers[1]);
    EXPECT_EQ(mails().size(), before + 1);
    EXPECT_EQ(token_in(rendered(mails().at(0)), "/preferences/"), preference_token());
}

ALLTOGETHER_ON_BOTH_DATABASES(LeavingTheList);

}  // namespace
}  // namespace mailing_list
