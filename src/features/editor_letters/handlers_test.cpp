// The way of a letter, on both databases: written, asked about, confirmed by POST alone, waiting for its turn, sent in
// its writer's name, forgotten.
#include "features/editor_letters/handlers.h"

#include <boost/json.hpp>

#include "features/editor_letters/api.h"
#include "features/editor_letters/handlers_house_test.h"
#include "features/editor_letters/jobs.h"

namespace editor_letters {
namespace {

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
