// The way of a letter, on both databases: written, asked about, confirmed by POST alone, held, waiting for its turn,
// sent in its writer's name, seen in print, forgotten.
#include "features/editor_letters/handlers.h"

#include <memory>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "features/editor_letters/letter_service.h"
#include "features/editor_letters/slice.h"
#include "features/editor_letters/store.h"
#include "people/address_hash.h"
#include "people/store.h"
#include "platform/http/testing.h"
#include "platform/mail/outbox.h"
#include "tests/support/databases.h"

namespace editor_letters {
namespace {

constexpr base::Instant kNow{1'800'000'000'000'000};  // 2027-01-15T08:00:00Z

constexpr std::string_view kWords =
    "I drive the bus, and when I lock it up the library is the only lit window on Main Street. My daughter does her "
    "homework there because our flat has one table.";
constexpr std::string_view kOtherWords =
    "Forty years ago my father learned to read in that building, at night, after the mill. Nobody asked him whether "
    "it paid. It paid for me, and I have been paying it back in taxes ever since.";

NewspaperFacts paper(std::string name, std::int64_t most_a_day) {
    NewspaperFacts facts{.email = *base::EmailAddress::parse("letters@" + name + ".example.org")};
    facts.name = std::move(name);
    facts.place = "Larch River";
    facts.province = people::Province::nb;
    facts.word_limit = 60;
    facts.most_a_day = most_a_day;
    facts.source = "its own page";
    facts.as_of = "2026-12-01";
    return facts;
}

CampaignPlan library() {
    return {.theme = "",
            .title_en = "Library hours",
            .title_fr = "Heures de bibliothèque",
            .happened_en = "A vote.",
            .happened_fr = "Un vote.",
            .points_en = "One",
            .points_fr = "Un",
            .closes_on = "2027-02-01"};
}

class Writing : public testing::TestWithParam<test_support::Kind> {
protected:
    Writing() {
        database->write([&](db::Write& write) {
            const auto level =
                people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
            people::insert_level(
                write, {people::LevelKind::local, "larch-river", "Larch River", "Larch River", 1, *level, {}});
            campaign = store::insert(write, *level, library());
            store::publish(write, campaign);
            herald = store::keep(write, paper("herald", 2));
            post = store::keep(write, paper("post", 5));
        });
    }

    // Of a request about this paper.
    http::Request at(NewspaperId newspaper, http::Request request) const {
        request.parameters.add({"campaign", std::to_string(campaign.value)});
        request.parameters.add({"newspaper", std::to_string(newspaper.value)});
        return request;
    }
    struct Typed {
        std::string_view email = "ana@example.org", text = kWords;
    };
    base::Result<SaveLetter, base::Problems> typed(NewspaperId newspaper, const Typed& of) {
        return handlers.read_letter(at(newspaper, http::testing::post("/en/x", {},
                                                                      {{"subject", "After six"},
                                                                       {"text", std::string{of.text}},
                                                                       {"name", "Ana Silva"},
                                                                       {"place", "Larch River"},
                                                                       {"telephone", "506 555-0142"},
                                                                       {"email", std::string{of.email}}})));
    }
    // The token of the draft.
    std::string draft(NewspaperId newspaper, const Typed& of) {
        const auto form = typed(newspaper, of);
        EXPECT_TRUE(form);
        const auto result = database->write([&](db::Write& write) { return handlers.save(*form, write); });
        EXPECT_TRUE(result);
        const std::string location{result->headers.find("Location").value_or("")};
        return location.substr(location.rfind('/') + 1);
    }
    EditorLetterId letter_of(const std::string& token) { return EditorLetterId{*tokens.read(kDraftLink, token)}; }
    EditorLetter stored(EditorLetterId id) {
        return *database->read([&](db::Read& read) { return store::find_letter(read, id); });
    }
    LetterState state(EditorLetterId id) { return stored(id).state; }
    EditorLetterId asked(NewspaperId newspaper, const Typed& of) {
        const std::string token = draft(newspaper, of);
        const auto id = letter_of(token);
        const auto result = database->write(
            [&](db::Write& write) { return handlers.ask_to_send({id, token, base::Locale::english}, write); });
        EXPECT_TRUE(result);
        return id;
    }
    LetterState press(EditorLetterId id, http::WriteResult (Handlers::*act)(const LetterAct&, db::Write&) const) {
        database->write([&](db::Write& write) {
            return *(handlers.*act)({id, tokens.make(kLetterLink, id.value), base::Locale::english}, write);
        });
        return state(id);
    }
    EditorLetterId confirmed(NewspaperId newspaper, const Typed& of) {
        const auto id = asked(newspaper, of);
        press(id, &Handlers::confirm);
        return id;
    }
    std::vector<mail::StoredMail> mails(std::string_view kind) {
        auto all = database->read([](db::Read& read) { return mail::latest_mails(read, {}); });
        std::erase_if(all, [&](const auto& each) { return each.order.kind != kind; });
        return all;
    }
    std::string page(const std::string& token) {
        return std::string{database
                               ->read([&](db::Read& read) {
                                   return handlers.draft(http::testing::get("/en/x", {{"token", token}}), read);
                               })
                               .body.view()};
    }
    EditorCampaign campaign_now() {
        return *database->read([&](db::Read& read) { return store::find_campaign(read, campaign); });
    }
    // What an editor of this level sees first.
    std::string staff_list(std::string_view level) {
        const auto request = by_editor(http::testing::get("/en/staff/editor-letters"), level);
        return std::string{database->read([&](db::Read& read) { return staff.list(request, read); }).body.view()};
    }
    http::Request by_editor(http::Request request, std::string_view level) {
        const auto found = database->read([&](db::Read& read) { return people::find_level(read, level); });
        request.staff =
            std::make_shared<const auth::Principal>(auth::Principal{auth::StaffId{1},
                                                                    "Ines",
                                                                    *base::EmailAddress::parse("ines@example.org"),
                                                                    {{auth::Role::editor, found->id}},
                                                                    auth::SessionId{1}});
        return request;
    }
    void expect_right_counts() {
        EXPECT_TRUE(database->read([](db::Read& read) { return counts_check().run(read); }).empty());
    }

    base::Instant clock = kNow;
    test_support::TestDatabase database{GetParam(), [this] { return clock; }};
    EditorCampaignId campaign{1};
    NewspaperId herald{1}, post{1};
    runtime::Config config;
    auth::Secret secret = auth::load_or_create_secret(*database);
    auth::Tokens tokens{secret};
    ports::PageFrames frames{[] {
        ports::FrameSettings made;
        made.public_url = "https://campaign.example";
        made.campaign = [](base::Locale) { return "All Together Now"; };
        return made;
    }()};
    ports::PersonActions actions;
    ports::MessageGuides guides;
    ports::SignOnGuard guard;
    ports::WordHints hints;
    ports::Elections elections;
    AlikeLetters alike;
    Services services{config, secret, tokens, frames, actions, guides, guard, hints, elections, alike};
    Handlers handlers{services, [this] { return clock; }};
    StaffHandlers staff{services};
};

TEST_P(Writing, NothingLeavesBeforeItsWriterConfirmed) {
    const auto id = asked(herald, {});
    EXPECT_EQ(state(id), LetterState::asked);
    EXPECT_EQ(mails(kConfirmMail).size(), 1U);
    EXPECT_TRUE(mails(kLetterMail).empty());
    const auto shown = database->read([&](db::Read& read) {
        return handlers.own(http::testing::get("/en/x", {{"token", tokens.make(kLetterLink, id.value)}}), read);
    });
    EXPECT_TRUE(shown.body.view().contains("Yes, send it"));
    EXPECT_EQ(state(id), LetterState::asked) << "looking at the page sends nothing";
    EXPECT_EQ(press(id, &Handlers::confirm), LetterState::sent);
    EXPECT_EQ(press(id, &Handlers::confirm), LetterState::sent) << "pressed twice";
    ASSERT_EQ(mails(kLetterMail).size(), 1U);
    EXPECT_EQ(mails(kLetterMail)[0].order.recipient.text(), "letters@herald.example.org");
    EXPECT_EQ(mails(kSentMail).size(), 1U);
    EXPECT_EQ(campaign_now().sent, 1);
    expect_right_counts();
}

TEST_P(Writing, ThePaperGetsTheLetterInTheNameOfItsWriterAndAnswersToThem) {
    const auto id = confirmed(herald, {});
    mail::Renderers renderers;
    add_mails(renderers, services);
    const auto made = database->read(
        [&](db::Read& read) { return (*renderers.find(kLetterMail))(mails(kLetterMail)[0].order, read); });
    ASSERT_TRUE(made);
    EXPECT_EQ(made->sender_name.text(), "Ana Silva");
    ASSERT_TRUE(made->reply_to);
    EXPECT_EQ(made->reply_to->text(), "ana@example.org");
    for (const auto* part : {"Ana Silva", "Larch River", "506 555-0142", "one table."})
        EXPECT_TRUE(made->text.contains(part)) << part;
    EXPECT_EQ(stored(id).subject, "After six");
}

TEST_P(Writing, APaperGetsAFewADayAndTheOthersWait) {
    confirmed(herald, {"ana@example.org"});
    confirmed(herald, {"bo@example.org", kOtherWords});
    const auto third = confirmed(herald, {"cy@example.org"});
    EXPECT_EQ(state(third), LetterState::waiting);
    take_all_turns(services, *database);
    EXPECT_EQ(state(third), LetterState::waiting);
    clock = kNow + base::days(1) + base::minutes(1);
    take_all_turns(services, *database);
    EXPECT_EQ(state(third), LetterState::sent);
    EXPECT_EQ(campaign_now().sent, 3);
    expect_right_counts();
}

TEST_P(Writing, WhoSaysNearlyTheSameReadsThatNobodyPrintsIt) {
    confirmed(herald, {"ana@example.org"});
    confirmed(herald, {"bo@example.org"});
    EXPECT_TRUE(page(draft(post, {"cy@example.org"})).contains("2 other letters say nearly the same"));
    EXPECT_FALSE(page(draft(post, {"cy@example.org", kOtherWords})).contains("nearly the same"));
    EXPECT_TRUE(page(draft(post, {"ana@example.org"})).contains("The same letter in two papers is printed by neither"));
}

TEST_P(Writing, AllProblemsComeAtOnceAndTheLimitOfThePaperHoldsWhateverTheFormSays) {
    const auto wrong = typed(herald, {"nobody", "Too short"});
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().size(), 2U);
    std::string text;
    for (int i = 0; i < 61; ++i) text += "word ";
    const auto form = typed(herald, {"ana@example.org", text});
    ASSERT_TRUE(form) << "the form did not bring the limit";
    EXPECT_FALSE(database->write([&](db::Write& write) { return handlers.save(*form, write); }));
    const auto again = database->read([&](db::Read& read) {
        const auto request = at(herald, http::testing::post("/en/x", {}, {{"text", text}, {"subject", "Kept"}}));
        return handlers.form_again(request, {{"text", base::message("This is too long: at most 150 characters.")}},
                                   read);
    });
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(again.body.view().contains("Kept"));
    EXPECT_TRUE(again.body.view().contains("61 words"));
}

TEST_P(Writing, UnderAnotherAddressItIsAnotherLetter) {
    const std::string token = draft(herald, {"mallory@example.org"});
    const auto first = letter_of(token);
    auto form = typed(herald, {"victim@example.org"});
    ASSERT_TRUE(form);
    form->letter = first, form->token = token;
    const auto result = database->write([&](db::Write& write) { return handlers.save(*form, write); });
    ASSERT_TRUE(result);
    EXPECT_EQ(stored(first).email, "mallory@example.org") << "whose link confirms nothing of the victim's";
    EXPECT_FALSE(std::string{result->headers.find("Location").value_or("")}.contains(token));
}

TEST_P(Writing, SixLettersADayAreEnoughFromOneAddress) {
    for (int i = 0; i < kMostLettersADay; ++i) draft(herald, {});
    const auto form = typed(herald, {});
    EXPECT_FALSE(database->write([&](db::Write& write) { return handlers.save(*form, write); }));
    clock = kNow + base::days(1) + base::minutes(1);
    EXPECT_TRUE(database->write([&](db::Write& write) { return handlers.save(*form, write); }));
}

TEST_P(Writing, FiveMailsAndNoMoreLeaveAboutOneLetter) {
    const std::string token = draft(herald, {});
    const auto ask = [&] {
        return static_cast<bool>(database->write([&](db::Write& write) {
            return handlers.ask_to_send({letter_of(token), token, base::Locale::english}, write);
        }));
    };
    for (int i = 0; i < kMostMails; ++i) EXPECT_TRUE(ask());
    EXPECT_FALSE(ask());
    EXPECT_EQ(mails(kConfirmMail).size(), 5U);
}

TEST_P(Writing, WhatLooksOddIsReadBySomebodyFirst) {
    hints.of = [](std::string_view words, base::Locale) {
        if (!words.contains("library")) return std::vector<ports::WordHint>{};
        return std::vector<ports::WordHint>{{base::message("may insult")}};
    };
    const auto odd = confirmed(herald, {});
    EXPECT_EQ(state(odd), LetterState::held);
    EXPECT_EQ(state(confirmed(herald, {"bo@example.org", kOtherWords})), LetterState::sent);
    database->write([&](db::Write& write) { refuse(stored(odd), write); });
    EXPECT_EQ(state(odd), LetterState::refused);
    EXPECT_EQ(mails(kRefusedMail).size(), 1U);
    EXPECT_EQ(mails(kLetterMail).size(), 1U);
    const auto second = confirmed(herald, {"cy@example.org"});
    database->write([&](db::Write& write) { let_go(services, stored(second), write); });
    EXPECT_EQ(state(second), LetterState::sent);
}

TEST_P(Writing, WhoChangesAWordStaysAsOddAsTheyWere) {
    std::int64_t score = 0;
    guard.judge = [&](const ports::SignOnFacts&) { return ports::Judgement{.score = score}; };
    guard.review_from = [] { return std::int64_t{40}; };
    const std::string token = draft(herald, {});
    score = 40;
    auto again = typed(herald, {"ana@example.org", kOtherWords});
    ASSERT_TRUE(again);
    again->letter = letter_of(token), again->token = token;
    EXPECT_TRUE(database->write([&](db::Write& write) { return handlers.save(*again, write); }));
    EXPECT_EQ(stored(letter_of(token)).text, kOtherWords);
    EXPECT_EQ(stored(letter_of(token)).score, 0);
    EXPECT_EQ(state(confirmed(herald, {"bo@example.org"})), LetterState::held) << "somebody else is judged anew";
}

TEST_P(Writing, AWeekOldLinkSendsNothing) {
    const auto id = asked(herald, {});
    clock = kNow + base::days(8);
    EXPECT_EQ(press(id, &Handlers::confirm), LetterState::asked);
    EXPECT_EQ(press(id, &Handlers::withdraw), LetterState::withdrawn);
}

TEST_P(Writing, WhatWasPrintedIsToldByItsWriterAndSeenByStaff) {
    const auto id = confirmed(herald, {});
    clock = kNow + base::days(10);
    ask_whether_printed(*database);
    ask_whether_printed(*database);
    EXPECT_EQ(mails(kPrintedMail).size(), 1U);
    const auto list = [&] { return database->read([](db::Read& read) { return store::printed(read, 10); }); };
    database->write([&](db::Write& write) {
        return *handlers.tell_printed({{id, tokens.make(kLetterLink, id.value), base::Locale::english},
                                       {"https://herald.example.org/1", "2027-01-20", "One table"}},
                                      write);
    });
    EXPECT_TRUE(list().empty()) << "nobody of staff saw it yet";
    EXPECT_TRUE(staff_list("canada").contains("One table"));
    EXPECT_FALSE(staff_list("larch-river").contains("One table")) << "the letter is one of the nation’s campaign";
    EXPECT_EQ(database->write([&](db::Write& write) { return store::judge_printed(write, id, PrintedState::seen); }),
              store::Changed::yes);
    database->write([&](db::Write& write) { store::step(write, campaign, {.printed = 1}); });
    ASSERT_EQ(list().size(), 1U);
    EXPECT_EQ(list()[0].headline, "One table");
    expect_right_counts();
}

TEST_P(Writing, TwoWhoWriteAtOneCampaignLoseNothing) {
    const auto save = [&](std::string_view title, std::string_view points, const std::string& seen) {
        auto request = by_editor(http::testing::post("/en/x", {{"campaign", std::to_string(campaign.value)}},
                                                     {{"title_en", title},
                                                      {"title_fr", "Heures de bibliothèque"},
                                                      {"happened_en", "A vote."},
                                                      {"happened_fr", "Un vote."},
                                                      {"points_en", points},
                                                      {"points_fr", "Un"},
                                                      {"closes_on", "2027-02-01"},
                                                      {"seen", seen}}),
                                 "canada");
        const auto form = staff.read_campaign(request);
        return database->write([&](db::Write& write) { return staff.save(*form, write); });
    };
    constexpr std::string_view kSeen = "name=\"seen\" value=\"";
    const auto request =
        by_editor(http::testing::get("/en/x", {{"campaign", std::to_string(campaign.value)}}), "canada");
    const std::string shown{database->read([&](db::Read& read) { return staff.show(request, read); }).body.view()};
    const auto at = shown.find(kSeen) + kSeen.size();
    const std::string seen = shown.substr(at, shown.find('"', at) - at);
    ASSERT_TRUE(save("Library at night", "One", seen));
    ASSERT_TRUE(save("Library hours", "One\nTwo", seen));
    EXPECT_EQ(campaign_now().plan.title_en, "Library at night") << "the second changed the points alone";
    EXPECT_EQ(campaign_now().plan.points_en, "One\nTwo");
    const auto late = save("Library, closed", "One", seen);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().at(0).field, "title_en");
}

TEST_P(Writing, WhoIsErasedLeavesCountsAndNoWords) {
    const auto sent = confirmed(herald, {});
    const auto waits = asked(post, {"ana@example.org", kOtherWords});
    const auto hash = people::address_hash(secret, *base::EmailAddress::parse("ana@example.org"));
    const auto holder = person_data();
    EXPECT_TRUE(database->read([&](db::Read& read) { return holder.export_json(read, {hash}); }).contains("506 555"));
    database->write([&](db::Write& write) { holder.erase(write, {hash}); });
    EXPECT_EQ(stored(sent).text, "");
    EXPECT_FALSE(database->read([&](db::Read& read) { return store::find_letter(read, waits); }));
    EXPECT_EQ(database->read([&](db::Read& read) { return holder.export_json(read, {hash}); }), "[]");
    expect_right_counts();
}

TEST_P(Writing, RetentionTakesWhatNobodyConfirmedAndWordsThatLeft) {
    const auto sent = confirmed(herald, {});
    draft(herald, {"bo@example.org"});
    clock = kNow + base::days(400);
    for (const auto& rule : retention_rules()) {
        EXPECT_EQ(database->read([&](db::Read& read) { return rule.count(read, clock - base::days(365)); }), 1);
        EXPECT_EQ(database->write(
                      [&](db::Write& write) { return rule.forget(write, {.before = clock - base::days(365)}).gone; }),
                  1);
    }
    EXPECT_EQ(stored(sent).name, "");
    expect_right_counts();
}

TEST_P(Writing, PapersAndCampaignsAreThereAsJson) {
    const auto body = [&](auto handler, std::string_view address) {
        const auto request = http::testing::get(address);
        return boost::json::parse(database->read([&](db::Read& read) { return handler(request, read); }).body.view());
    };
    const auto papers = body(newspapers_json, "/api/v1/newspapers?place=larch%20river");
    EXPECT_EQ(papers.at("newspapers").at(0).at("name").as_string(), "herald");
    EXPECT_EQ(papers.at("newspapers").at(0).at("near").as_string(), "town");
    const auto campaigns = body(campaigns_json, "/api/v1/editor-letters");
    EXPECT_EQ(campaigns.at("campaigns").at(0).at("title_fr").as_string(), "Heures de bibliothèque");
    EXPECT_TRUE(campaigns.at("campaigns").at(0).at("open").as_bool());
}

ALLTOGETHER_ON_BOTH_DATABASES(Writing);

}  // namespace
}  // namespace editor_letters
