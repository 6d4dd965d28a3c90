// What staff do, without a socket: Amélie plans, writes, looks and tests; Tom writes at the same time.
#include "features/mailings/handlers.h"

#include "features/mailings/archive_documents_service.h"
#include "features/mailings/demo_texts.h"
#include "features/mailings/house_test.h"
#include "features/mailings/look_service.h"
#include "features/mailings/seed.h"
#include "features/mailings/staff_handlers.h"
#include "people/address_hash.h"
#include "platform/http/testing.h"
#include "platform/mail/outbox.h"
#include "tests/support/plain_server.h"

namespace mailings {
namespace {

using http::Fields;

class Staff : public house::Campaign {
protected:
    http::Request as_amelie(http::Request request) {
        auth::Principal amelie{.id = auth::StaffId{1},
                               .name = "Amélie Roy",
                               .email = *base::EmailAddress::parse("amelie@example.org"),
                               .grants = {{auth::Role::owner, std::nullopt}},
                               .session = auth::SessionId{1}};
        request.staff = std::make_shared<const auth::Principal>(std::move(amelie));
        return request;
    }
    http::Request get(std::string_view address, std::string_view view = "", std::string_view person = "sample") {
        return as_amelie(http::testing::get(
            address, {{"mailing", std::to_string(mailing.id.value)}, {"view", view}, {"person", person}}));
    }
    http::Request post(std::initializer_list<Fields::Field> fields) {
        return as_amelie(
            http::testing::post("/en/staff/mailings/x", {{"mailing", std::to_string(mailing.id.value)}}, fields));
    }
    http::Response editor() {
        return database->read([&](db::Read& read) { return writing.show(get("/en/staff/mailings/x"), read); });
    }
    http::Response save(const http::Request& request) {
        base::Problems problems;
        if (const auto edit = writing.read_words(request)) {
            const auto answer = database->write([&](db::Write& write) { return writing.save(*edit, write); });
            if (answer) return *answer;
            problems = answer.error();
        } else {
            problems = edit.error();
        }
        return database->read([&](db::Read& read) { return writing.show_again(request, problems, read); });
    }
    http::Response look(std::string_view view, std::string_view query = "") {
        return database->read([&](db::Read& read) {
            return looking.show(get("/en/staff/mailings/x/preview" + std::string{query}, view), read);
        });
    }
    static std::string seen_in(const http::Response& page) {
        constexpr std::string_view kField = "name=\"seen\" value=\"";
        const std::string body{page.body.view()};
        const auto at = body.find(kField) + kField.size();
        return body.substr(at, body.find('"', at) - at);
    }
    static bool shows(const http::Response& page, std::string_view text) { return page.body.view().contains(text); }
    MailWords newest(base::Locale locale) {
        return database->read([&](db::Read& read) { return store::words(read, mailing.id, {0}).in(locale); });
    }

    PlanHandlers plans{services};
    WriteHandlers writing{services};
    LookHandlers looking{services};
    SenderHandlers senders{services};
    Handlers handlers{services};
};

TEST_P(Staff, APlanIsCheckedAsAWhole) {
    const auto wrong = plans.read_plan(post({{"name", ""}, {"variants", "9"}, {"tested", "1"}}));
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().size(), 3U);
    const auto edit = plans.read_plan(
        post({{"name", "Vote"}, {"level", "canada"}, {"variants", "2"}, {"tested", "20"}, {"counting", "1"}}));
    ASSERT_TRUE(edit);
    EXPECT_EQ(database->write([&](db::Write& write) { return plans.change(*edit, write); })->status, 303);
    const auto stored = database->read([&](db::Read& read) { return *store::find(read, mailing.id); });
    EXPECT_EQ(stored.plan.variants, 2);
    EXPECT_EQ(stored.plan.tested_per_thousand, 200);
    EXPECT_EQ(stored.plan.counting, LinkCounting::on);
    const auto list = database->read([&](db::Read& read) { return plans.list(get("/en/staff/mailings"), read); });
    EXPECT_TRUE(shows(list, ">Vote</a>"));
    EXPECT_TRUE(shows(list, "fr missing"));
}

TEST_P(Staff, WhatIsTypedIsKeptBeforeItIsSaved) {
    const auto keep = [&](std::initializer_list<Fields::Field> fields) {
        const auto kept = writing.read_draft(post(fields));
        return database->write([&](db::Write& write) { return writing.keep_draft(*kept, write); })->status;
    };
    const auto shown = seen_in(editor());
    EXPECT_EQ(keep({{"variant", "0"}, {"seen", shown}, {"subject_en", "Half a thou"}}), 200);
    EXPECT_TRUE(newest(base::Locale::english).subject.empty()) << "kept is not saved";
    const auto told = editor();
    EXPECT_TRUE(shows(told, "You typed something here and did not save it."));
    EXPECT_FALSE(shows(told, "Half a thou"));
    save(post({{"variant", "0"}, {"seen", shown}, {"subject_fr", "Inès"}}));
    keep({{"variant", "0"}, {"seen", shown}, {"subject_en", "Half a thought"}});
    const auto taken_up = database->read(
        [&](db::Read& read) { return writing.show(get("/en/staff/mailings/x?variant=0&draft=1"), read); });
    EXPECT_TRUE(shows(taken_up, "value=\"Half a thought\""));
    EXPECT_TRUE(shows(taken_up, "value=\"Inès\"")) << "what was saved meanwhile stays";
    save(post({{"variant", "0"}, {"seen", seen_in(taken_up)}, {"subject_en", "A thought"}, {"subject_fr", "Inès"}}));
    EXPECT_FALSE(shows(editor(), "You typed something here"));
    keep({{"variant", "0"}, {"seen", shown}, {"subject_en", "Another"}});
    const auto dropped = writing.read_draft(post({{"variant", "0"}}));
    EXPECT_TRUE(database->write([&](db::Write& write) { return writing.drop_draft(*dropped, write); }));
    EXPECT_FALSE(shows(editor(), "You typed something here"));
}

TEST_P(Staff, TwoWhoWriteAtOnceLoseNothing) {
    const auto shown = seen_in(editor());
    EXPECT_EQ(
        save(post({{"variant", "0"}, {"seen", shown}, {"subject_en", "Tom's"}, {"body_en", "Tom's words"}})).status,
        303);
    const auto met = save(post({{"variant", "0"}, {"seen", shown}, {"subject_fr", "Inès"}, {"body_en", "Her words"}}));
    EXPECT_EQ(met.status, 409);
    EXPECT_TRUE(shows(met, "value=\"Tom&#39;s\""));
    EXPECT_TRUE(shows(met, "Her words</textarea>"));
    EXPECT_TRUE(shows(met, "Tom&#39;s words</pre>"));
    EXPECT_EQ(newest(base::Locale::english).body, "Tom's words");
    EXPECT_EQ(save(post({{"variant", "0"},
                         {"seen", seen_in(met)},
                         {"subject_en", "Tom's"},
                         {"subject_fr", "Inès"},
                         {"body_en", "Both"},
                         {"then", "preview"}}))
                  .headers.view("Location"),
              "/en/staff/mailings/" + std::to_string(mailing.id.value) + "/preview/0-en-desktop/sample");
    const auto versions =
        database->read([&](db::Read& read) { return writing.versions(get("/en/staff/mailings/x/versions"), read); });
    EXPECT_TRUE(shows(versions, "Tom&#39;s words")) << "every version is kept";
}

TEST_P(Staff, APreviewShowsTheVeryMailInAFrameOfItsOwn) {
    write_both("Dear {{given_name|friend}},\n\nCLICK HERE AND NOW");
    const auto page = look("0-en-phone");
    EXPECT_TRUE(shows(page, R"(<iframe src="?part=mail" title="The mail on a phone" width="360")"));
    EXPECT_TRUE(shows(page, "Hello Ruth"));
    EXPECT_FALSE(shows(page, "Nobody could leave"));
    EXPECT_TRUE(shows(page, "reads as shouting"));
    const auto mail = look("0-fr-dark", "?part=mail");
    EXPECT_TRUE(shows(mail, "Dear Maya"));
    EXPECT_TRUE(shows(mail, "@media all"));
    EXPECT_TRUE(mail.headers.view("Content-Security-Policy").contains("default-src 'none'"));
    EXPECT_EQ(look("1-en-phone").status, 404) << "there is one variant only";
    EXPECT_EQ(look("nonsense").status, 404);
}

TEST_P(Staff, SomebodysMailIsSeenByTheirAddress) {
    write_both("Dear {{given_name|friend}} of {{place|Canada}}");
    const auto mira = *base::EmailAddress::parse("mira@example.org");
    const auto person = database->write([&](db::Write& write) {
        return people::ensure_person(write, {people::address_hash(secret, mira),
                                             mira,
                                             {"Mira", "Levy"},
                                             base::Locale::english,
                                             {.place = "Whitehorse"}});
    });
    const auto found = look("0-en-desktop", "?email=mira%40example.org");
    EXPECT_EQ(found.status, 303);
    EXPECT_TRUE(found.headers.view("Location").ends_with("0-en-desktop/" + std::to_string(person.value)));
    const auto mail = database->read([&](db::Read& read) {
        return looking.show(get("/en/x?part=mail", "0-en-desktop", std::to_string(person.value)), read);
    });
    EXPECT_TRUE(shows(mail, "Dear Mira of Whitehorse"));
    EXPECT_TRUE(shows(look("0-en-desktop", "?email=nobody%40example.org"), "Nobody here has this address."));
}

TEST_P(Staff, ATestGoesToWhoeverAsks) {
    write_both("Dear {{given_name|friend}}");
    const auto test = looking.read_test(post({{"view", "0-fr-phone/sample"}}));
    ASSERT_TRUE(test);
    EXPECT_EQ(database->write([&](db::Write& write) { return looking.test(*test, write); })->status, 303);
    const auto ordered = database->read([](db::Read& read) { return mail::latest_mails(read, {}); });
    ASSERT_EQ(ordered.size(), 1U);
    EXPECT_EQ(ordered[0].order.recipient.text(), "amelie@example.org");
    EXPECT_EQ(ordered[0].order.kind, kTestMail);

    std::vector<ports::MailSending::Single> singles;
    sending.send_single = [&](db::Write&, const ports::MailSending::Single& single) { singles.push_back(single); };
    (void)database->write([&](db::Write& write) { return looking.test(*test, write); });
    ASSERT_EQ(singles.size(), 1U);
    EXPECT_EQ(singles[0].person.email, "amelie@example.org");
    EXPECT_EQ(database->read([&](db::Read& read) { return store::unsent(read).size(); }), 1U) << "a test is no sending";
}

TEST_P(Staff, LinksToOtherSitesAreVisitedOnlyWhenSomebodyAsks) {
    test_support::PlainServer there;
    there.answer_with({.status = 410});
    write_both("[Gone](" + there.url("/story") + ")");
    EXPECT_TRUE(shows(look("0-en-desktop"), "Not looked at"));
    EXPECT_TRUE(there.requests().empty());
    look_at_links(*database, services, mailing.id);
    EXPECT_TRUE(shows(look("0-en-desktop"), "Answers with an error (410)"));
    EXPECT_EQ(there.requests().size(), 1U);
}

TEST_P(Staff, TheResultSaysWhichVariantIsBetter) {
    change({.name = "Vote", .level = level, .variants = 2, .counting = LinkCounting::on});
    write_both("[Sign](/en/petitions/library)");
    write_words({{"B subject", "", "[Sign](/en/petitions/library)", ""}, {"B sujet", "", "[Signer](/fr/x)", ""}}, {1});
    frozen();
    sending.figures = [](db::Read&, MailingId) {
        return std::vector<ports::VariantFigures>{{{0}, 10'000, 0, 3, 1}, {{1}, 10'000, 0, 5, 0}};
    };
    database->write([&](db::Write& write) {
        for (const auto& link : store::links(write, last_edition))
            store::add_followed(
                write, {{link.id, link.variant.number == 0 ? 300 : 210, link.variant.number == 0 ? 300 : 210}});
    });
    const auto page =
        database->read([&](db::Read& read) { return looking.result(get("/en/staff/mailings/x/result"), read); });
    EXPECT_TRUE(shows(page, "B is better than A: between 0.7 and 1.7 percentage points more")) << page.body.view();
}

TEST_P(Staff, SentMailsStandInTheArchiveWithTheFallbacksOnly) {
    change({.name = "Vote", .level = level, .archive = Archive::yes});
    write_both("Dear {{given_name|friend}}, {{count: library}} signed.\n\n{{button: Sign | /en/petitions/library}}");
    const auto show = [&] {
        return database->read([&](db::Read& read) { return handlers.archived(get("/en/mails/x"), read); });
    };
    EXPECT_EQ(show().status, 404) << "nothing was sent";
    const auto copy = frozen()->copy_for(person("Ruth", base::Locale::english), links_of(7), {0});
    EXPECT_TRUE(copy.html.view().contains("https://campaign.example/en/mails/"));
    EXPECT_TRUE(shows(show(), "Dear friend, 1,204 signed."));
    EXPECT_FALSE(shows(show(), "/en/list/"));
    const auto list = database->read([&](db::Read& read) { return handlers.archive(get("/fr/mails"), read); });
    EXPECT_TRUE(shows(list, "Bonjour vous"));
}

TEST_P(Staff, EveryMailLeadsToItsCopyOnTheWebWhichNobodyElseFinds) {
    write_both("Dear {{given_name|friend}}, read on.");
    const auto copy = frozen()->copy_for(person("Ruth", base::Locale::english), links_of(7), {0});
    const std::string html{copy.html.view()};
    const auto at = html.find("/en/mails/copies/");
    ASSERT_NE(at, std::string::npos);
    const auto token = html.substr(at + 17, html.find('/', at + 17) - at - 17);
    const auto open = [&](const std::string& with, const std::string& variant) {
        return database->read([&](db::Read& read) {
            return handlers.web_copy(http::testing::get("/en/mails/copies/x", {{"token", with}, {"variant", variant}}),
                                     read);
        });
    };
    EXPECT_TRUE(shows(open(token, "0"), "Dear friend, read on.")) << "no word of Ruth";
    EXPECT_TRUE(shows(open(token, "0"), "noindex"));
    EXPECT_EQ(open(token, "1").status, 404);
    EXPECT_EQ(open("AAAA", "0").status, 404);
    EXPECT_EQ(database->read([](db::Read& read) { return search_documents()(read, {}); }).size(), 2U);
}

TEST_P(Staff, SentMailsAreFollowedByFeedReadersAndFoundByTheSearch) {
    change({.name = "Vote", .level = level, .archive = Archive::yes});
    write_both("Dear {{given_name|friend}}, read on.\n\n{{button: Sign | /en/petitions/library}}");
    const auto documents = [&] { return database->read([](db::Read& read) { return search_documents()(read, {}); }); };
    EXPECT_EQ(documents().size(), 2U) << "the page of all of them, in both languages";
    frozen();
    const auto found = documents();
    ASSERT_EQ(found.size(), 4U);
    EXPECT_TRUE(std::ranges::is_sorted(found, {}, &ports::SearchDocument::key));
    EXPECT_TRUE(found[2].text.contains("Dear friend, read on."));
    EXPECT_EQ(found[2].path, pages::archived_path(base::Locale::english, mailing.id));
    const auto feed = [&](const std::string& file) {
        return database->read([&](db::Read& read) {
            return handlers.feed(http::testing::get("/en/mails/feeds/" + file, {{"file", file}}), read);
        });
    };
    const auto rss = feed("rss.xml");
    EXPECT_EQ(rss.headers.view("Content-Type"), "application/rss+xml; charset=utf-8");
    EXPECT_TRUE(shows(rss, "<link>https://campaign.example" + found[2].path + "</link>"));
    EXPECT_TRUE(shows(rss, "https://campaign.example/en/petitions/library")) << "links lead here from anywhere";
    EXPECT_FALSE(shows(rss, "given_name"));
    EXPECT_TRUE(shows(feed("feed.json"), R"("version":"https://jsonfeed.org/version/1.1")"));
    EXPECT_EQ(feed("feed.txt").status, 404);
}

TEST_P(Staff, AFollowedLinkLeadsOnAndForgedOnesNowhere) {
    change({.name = "Vote", .level = level, .counting = LinkCounting::on});
    write_both("[read](https://news.example/story?a=1)");
    frozen();
    const auto link = database->read([&](db::Read& read) { return store::links(read, last_edition).at(0); });
    const auto follow = [&](const std::string& token) {
        return database->read(
            [&](db::Read& read) { return handlers.follow(http::testing::get("/m/x", {{"token", token}}), read); });
    };
    const auto answer = follow(tokens.make(kLinkPurpose, link.id.value));
    EXPECT_EQ(answer.status, 303);
    EXPECT_EQ(answer.headers.view("Location"), "https://news.example/story?a=1");
    EXPECT_EQ(follow("AAAA").status, 404);
    EXPECT_EQ(followed.take().size(), 1U);
}

TEST_P(Staff, TheMailsOfTheDemoHaveNothingAgainstThem) {
    database->write([&](db::Write& write) { store::remove(write, mailing.id); });
    seed_demo(*database, services, "library");
    database->read([&](db::Read& read) {
        const auto mailings = store::page(read, {});
        EXPECT_EQ(mailings.size(), 2U);
        for (const Mailing& each : mailings)
            for (const Draft& draft : drafts_of(read, services, each)) {
                const auto findings = findings_of({draft.text.words, draft.facts, draft.mail, draft.text.locale},
                                                  [](std::string_view) { return true; });
                EXPECT_TRUE(findings.empty()) << findings.front().message.key() << findings.front().what;
            }
        return 0;
    });
}

ALLTOGETHER_ON_BOTH_DATABASES(Staff);

}  // namespace
}  // namespace mailings
