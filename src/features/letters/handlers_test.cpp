// A writer's way without a socket: Maya finds her member, writes, looks at it, sends it and confirms.
#include "features/letters/handlers.h"

#include "features/letters/handlers_house_test.h"
#include "features/letters/mails.h"
#include "features/letters/slice.h"
#include "platform/mail/outbox.h"

namespace letters {
namespace {

constexpr http::Fields::Field kSlug{"slug", "post-office"};

class WritingLetters : public house::LetterHouse {
protected:
    WritingLetters() : LetterHouse(test_support::Kind::sqlite) {}

    http::Response write_page(const std::string& query, const std::string& language = "en") {
        const auto request = http::testing::get("/" + language + "/letters/post-office/write?" + query, {kSlug});
        return database->read([&](db::Read& read) { return handlers.write_page(request, read); });
    }
    static http::Request form(std::string_view act, std::initializer_list<http::Fields::Field> more = {}) {
        auto request = http::testing::post("/en/letters/post-office/write", {kSlug},
                                           {{"postal_code", "K1A 0B1"},
                                            {"subject", "1"},
                                            {"given_name", "Maya"},
                                            {"family_name", "Tremblay"},
                                            {"email", "maya@example.org"},
                                            {"street", "5 Mill Lane"},
                                            {"place", "Larch River"},
                                            {"address_asked", "1"}});
        request.form.add({"act", act});
        for (const auto& each : more) request.form.add(each);
        return request;
    }
    static http::Request with_words(std::string_view act, std::string_view words) {
        return form(act, {{"words", words}});
    }
    // As the server runs it: taken, or shown again.
    http::Response send(const http::Request& request) {
        base::Problems problems;
        if (const auto order = handlers.read_letter(request)) {
            const auto answer = database->write([&](db::Write& write) { return handlers.take_letter(*order, write); });
            if (answer) return *answer;
            problems = answer.error();
        } else {
            problems = order.error();
        }
        return database->read([&](db::Read& read) { return handlers.show_again(request, problems, read); });
    }
    std::vector<mail::StoredMail> mails() {
        return database->read([](db::Read& read) { return mail::latest_mails(read, {}); });
    }
    std::string own_token() { return tokens.make(kOwnLetter, mails().at(0).order.about); }
    http::Request own_request(const std::string& token) {
        auto request = http::testing::get("/en/letters/own/" + token, {{"token", token}});
        request.received_at = clock;
        return request;
    }
    http::Response press(http::WriteResult (OwnHandlers::*handler)(const OwnAct&, db::Write&) const,
                         const std::string& token) {
        const auto act = own.read_act(own_request(token));
        return *database->write([&](db::Write& write) { return (own.*handler)(*act, write); });
    }
    std::string own_page(const std::string& token) {
        return std::string{
            database->read([&](db::Read& read) { return own.show(own_request(token), read); }).body.view()};
    }
    std::vector<Letter> all_letters() {
        std::vector<Letter> letters;
        for (const auto& row :
             database->read([&](db::Read& read) { return store::rows_behind(read, campaign().id, LetterId{0}, 100); }))
            letters.push_back(row.letter);
        return letters;
    }

    Handlers handlers{services};
    OwnHandlers own{services};
};

TEST_F(WritingLetters, maya_finds_her_member_writes_and_nothing_leaves_before_she_confirms) {
    const auto page = write_page("postal_code=k1a0b1");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.body.view().contains("Odette Lafleur"));

    const auto preview = send(with_words("preview", "My mother gets her pills by post."));
    EXPECT_EQ(preview.status, 200);
    EXPECT_TRUE(preview.body.view().contains("Dear Odette Lafleur,"));
    EXPECT_TRUE(preview.body.view().contains("Maya Tremblay via Public Workers"));
    EXPECT_TRUE(mails().empty()) << "looking keeps nothing";

    EXPECT_EQ(send(with_words("send", "My mother gets her pills by post.")).headers.view("Location"),
              "/en/letters/post-office/sent");
    ASSERT_EQ(mails().size(), 1U);
    EXPECT_EQ(mails()[0].order.kind, kConfirmMail);
    ASSERT_EQ(all_letters().size(), 1U);
    EXPECT_EQ(all_letters()[0].state, LetterState::unconfirmed);
    const std::string token = own_token();
    EXPECT_TRUE(own_page(token).contains("Send my letter"));
    EXPECT_EQ(all_letters()[0].state, LetterState::unconfirmed) << "looking at the link sends nothing";

    press(&OwnHandlers::confirm, token);
    press(&OwnHandlers::confirm, token);
    EXPECT_EQ(all_letters()[0].state, LetterState::waiting);
    EXPECT_EQ(total().asked, 1) << "pressed twice, counted once";
    EXPECT_EQ(mails().size(), 2U);
    EXPECT_EQ(mails()[0].order.kind, kCopyMail);
    EXPECT_TRUE(own_page(token).contains("on its way"));
}

TEST_F(WritingLetters, the_mails_say_what_they_are_for_in_both_languages) {
    send(with_words("send", "My mother gets her pills by post."));
    mail::Renderers renderers;
    add_mails(renderers, services);
    auto order = mails().at(0).order;
    const auto english = database->read([&](db::Read& read) { return (*renderers.find(order.kind))(order, read); });
    EXPECT_EQ(english->subject.text(), "Please confirm your letter");
    EXPECT_TRUE(english->text.contains("https://campaign.example/en/letters/own/"));
    order.locale = base::Locale::french;
    const auto french = database->read([&](db::Read& read) { return (*renderers.find(order.kind))(order, read); });
    EXPECT_NE(french->subject.text(), english->subject.text());
    press(&OwnHandlers::confirm, own_token());
    const auto copy = mails().at(0).order;
    const auto words = database->read([&](db::Read& read) { return (*renderers.find(copy.kind))(copy, read); });
    EXPECT_TRUE(words->text.contains("My mother gets her pills by post."));
}

TEST_F(WritingLetters, a_code_that_spans_ridings_asks_and_a_vacant_seat_is_named) {
    EXPECT_TRUE(write_page("postal_code=K1B2B2").body.view().contains("Which federal riding do you live in?"));
    EXPECT_TRUE(write_page("postal_code=K1B2B2&federal=12").body.view().contains("Ivan Petrov"));
    EXPECT_TRUE(write_page("postal_code=K1B2B2&federal=13").body.view().contains("Which federal riding"))
        << "a riding in which the code does not lie is no answer";
    const auto vacant = write_page("postal_code=H2X1Y4");
    EXPECT_TRUE(vacant.body.view().contains("This seat is vacant"));
    EXPECT_TRUE(vacant.body.view().contains("What you can do instead"));
    const auto foreign = write_page("postal_code=90210");
    EXPECT_EQ(foreign.status, 422);
    EXPECT_TRUE(foreign.body.view().contains("value=\"90210\""));
    EXPECT_TRUE(write_page("postal_code=K1A0B1", "fr").body.view().contains("Odette Lafleur"));
}

TEST_F(WritingLetters, what_is_wrong_comes_at_once_and_what_was_typed_stays) {
    auto request = http::testing::post("/en/letters/post-office/write", {kSlug},
                                       {{"postal_code", "K1A 0B1"},
                                        {"subject", "1"},
                                        {"words", "Look at www.win.example"},
                                        {"given_name", "Maya"},
                                        {"act", "preview"}});
    const auto again = send(request);
    EXPECT_EQ(again.status, 422);
    for (const char* text : {"Look at www.win.example", "web addresses", "href=\"#email\"", "href=\"#street\"",
                             "href=\"#family_name\"", "value=\"Maya\""})
        EXPECT_TRUE(again.body.view().contains(text)) << text;
}

TEST_F(WritingLetters, insults_are_asked_about_and_a_letter_that_is_meant_so_is_read_first) {
    hints.of = [](std::string_view words, base::Locale) -> std::vector<ports::WordHint> {
        if (!words.contains("parasite")) return {};
        return {{base::message("may insult"), "parasite"}};
    };
    const auto asked = send(with_words("send", "You parasite."));
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.body.view().contains("as_meant"));
    EXPECT_TRUE(mails().empty());
    send(form("send", {{"words", "He called me a parasite."}, {"as_meant", "1"}}));
    const std::string token = own_token();
    press(&OwnHandlers::confirm, token);
    EXPECT_EQ(all_letters().at(0).state, LetterState::held);
    EXPECT_EQ(total().asked, 0);
    database->write([&](db::Write& write) {
        const auto held = store::held(write, campaign().id, 10);
        ASSERT_EQ(held.size(), 1U);
        store::release_hold(write, held[0].id);
        send_off(services, held[0], write);
    });
    EXPECT_EQ(all_letters().at(0).state, LetterState::waiting);
    EXPECT_EQ(total().asked, 1);
}

TEST_F(WritingLetters, a_letter_like_many_others_is_told_so) {
    for (int i = 0; i < 3; ++i) {
        send(form("send", {{"words", "Please keep the post office of our village open on Saturdays too."},
                           {"website", std::to_string(i)}}));
        press(&OwnHandlers::confirm, own_token());
        clock = clock.load() + base::days(2);
    }
    const auto page = send(with_words("preview", "Please keep the post office of our village open on Saturdays too."));
    EXPECT_TRUE(page.body.view().contains("Your letter is 100% like 3 that were sent before.")) << page.body.view();
    const auto own_words = send(with_words("preview", "I am a nurse. My shift ends at nine, and the counter is shut."));
    EXPECT_FALSE(own_words.body.view().contains("that were sent before"));
}

TEST_F(WritingLetters, one_address_gets_five_mails_a_day_and_no_sixth) {
    for (int i = 0; i < 7; ++i) EXPECT_EQ(send(with_words("send", "Letter " + std::to_string(i))).status, 303);
    EXPECT_EQ(mails().size(), static_cast<std::size_t>(kMostMailsADay));
}

TEST_F(WritingLetters, who_did_not_write_says_so_and_nothing_leaves) {
    send(with_words("send", "Not hers."));
    const std::string token = own_token();
    press(&OwnHandlers::withdraw, token);
    press(&OwnHandlers::confirm, token);
    EXPECT_EQ(all_letters().at(0).state, LetterState::stopped);
    EXPECT_EQ(total().asked, 0);
}

TEST_F(WritingLetters, a_link_runs_out_after_two_weeks) {
    send(with_words("send", "Late."));
    const std::string token = own_token();
    clock = house::kNow + kLinkLives + base::hours(1);
    press(&OwnHandlers::confirm, token);
    EXPECT_EQ(all_letters().at(0).state, LetterState::unconfirmed);
    EXPECT_TRUE(own_page(token).contains("This link has run out"));
}

TEST_F(WritingLetters, the_tick_for_mail_is_a_consent_only_once_confirmed) {
    send(form("send", {{"words", "Keep it."}, {"consent_mail", "1"}}));
    const auto hash =
        database->read([&](db::Read& read) { return store::find_writing(read, WritingId{mails()[0].order.about}); })
            ->address_hash;
    const auto consents = [&] { return database->read([&](db::Read& read) { return people::consents(read, hash); }); };
    EXPECT_TRUE(consents().empty());
    press(&OwnHandlers::confirm, own_token());
    ASSERT_EQ(consents().size(), 1U);
    EXPECT_EQ(consents()[0].wording.words, "Send me news of the campaign by email");
}

TEST_F(WritingLetters, paper_and_telephone_are_there_too) {
    const auto print = send(with_words("print", "By hand."));
    EXPECT_EQ(print.status, 200);
    EXPECT_TRUE(print.body.view().contains("No postage is needed"));
    const auto pdf = send(with_words("pdf", "By hand."));
    EXPECT_TRUE(pdf.body.view().starts_with("%PDF"));
    const auto call = [&](std::string_view outcome) {
        const auto report = handlers.read_call(
            http::testing::post("/en/letters/post-office/call", {kSlug},
                                {{"postal_code", "K1A0B1"}, {"representative", "21"}, {"outcome", outcome}}));
        ASSERT_TRUE(report);
        const auto answer = database->write([&](db::Write& write) { return handlers.count_call(*report, write); });
        EXPECT_EQ(answer->status, 303);
    };
    call("promised");
    EXPECT_EQ(total().called, 1);
    const auto posted = handlers.read_posted(
        http::testing::post("/en/letters/post-office/posted", {kSlug}, {{"postal_code", "K1A0B1"}}));
    database->write([&](db::Write& write) { EXPECT_TRUE(handlers.count_posted(*posted, write)); });
    EXPECT_EQ(total().printed, 1);
    EXPECT_EQ(total().asked, 2);
}

TEST_F(WritingLetters, near_an_election_the_page_says_so_and_who_speaks) {
    elections.near = [](db::Read&) { return std::vector<std::string>{""}; };
    const auto page = write_page("postal_code=K1A0B1");
    EXPECT_TRUE(page.body.view().contains("An election is near"));
    EXPECT_TRUE(page.body.view().contains("Authorized by All Together Now"));
}

}  // namespace
}  // namespace letters
