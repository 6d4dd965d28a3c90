// What staff see of letters and do about them, on both databases: read before they go, seen in print, and texts at
// which two write at once.
#include "features/editor_letters/staff_handlers.h"

#include "features/editor_letters/handlers_house_test.h"

namespace editor_letters {
namespace {

class Judging : public Writing {};

TEST_P(Judging, WhatLooksOddIsReadBySomebodyFirst) {
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

TEST_P(Judging, WhileAnElectionIsNearSomebodyReadsEveryLetterFirst) {
    std::vector<std::string> near{"QC"};
    elections.near = [&](db::Read&) { return near; };
    EXPECT_EQ(state(confirmed(herald, {})), LetterState::sent)
        << "Québec votes, and the Herald is read in New Brunswick";
    near = {"NB"};
    const auto held = confirmed(post, {"ben@example.org", kOtherWords});
    EXPECT_EQ(state(held), LetterState::held);
    database->write([&](db::Write& write) { let_go(services, *store::find_letter(write, held), write); });
    EXPECT_EQ(state(held), LetterState::sent) << "it was read, and names nobody who stands";
}

TEST_P(Judging, WhatWasPrintedIsToldByItsWriterAndSeenByStaff) {
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
    EXPECT_EQ(tasks("canada").at(0), "1 letter to the editor was printed, says its writer.");
    EXPECT_TRUE(tasks("larch-river").empty());
    EXPECT_EQ(database->write([&](db::Write& write) { return store::judge_printed(write, id, PrintedState::seen); }),
              store::Changed::yes);
    database->write([&](db::Write& write) { store::step(write, campaign, {.printed = 1}); });
    ASSERT_EQ(list().size(), 1U);
    EXPECT_EQ(list()[0].headline, "One table");
    expect_right_counts();
}

TEST_P(Judging, TwoWhoWriteAtOneCampaignLoseNothing) {
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
    const auto request =
        by_editor(http::testing::get("/en/x", {{"campaign", std::to_string(campaign.value)}}), "canada");
    const std::string shown{database->read([&](db::Read& read) { return staff.show(request, read); }).body.view()};
    const std::string seen = seen_in(shown);
    ASSERT_TRUE(save("Library at night", "One", seen));
    ASSERT_TRUE(save("Library hours", "One\nTwo", seen));
    EXPECT_EQ(campaign_now().plan.title_en, "Library at night") << "the second changed the points alone";
    EXPECT_EQ(campaign_now().plan.points_en, "One\nTwo");
    const auto late = save("Library, closed", "One", seen);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().at(0).field, "title_en");
}

TEST_P(Judging, TwoWhoWriteAtOneNewspaperLoseNothing) {
    const std::string id = std::to_string(herald.value);
    const auto opened = by_editor(http::testing::get("/en/x", {{"newspaper", id}}), "canada");
    const std::string seen =
        seen_in(std::string{database->read([&](db::Read& read) { return papers.show(opened, read); }).body.view()});
    const auto save = [&](std::string_view limit, std::string_view address) {
        const auto request = by_editor(http::testing::post("/en/x", {{"newspaper", id}},
                                                           {{"name", "herald"},
                                                            {"language", "en"},
                                                            {"place", "Larch River"},
                                                            {"province", "NB"},
                                                            {"reach", "town"},
                                                            {"email", address},
                                                            {"word_limit", limit},
                                                            {"most_a_day", "2"},
                                                            {"source", "its own page"},
                                                            {"as_of", "2026-11-03"},
                                                            {"seen", seen}}),
                                       "canada");
        const auto form = papers.read_paper(request);
        return database->write([&](db::Write& write) { return papers.save(*form, write); });
    };
    const auto now = [&] { return *database->read([&](db::Read& r) { return store::find_newspaper(r, herald); }); };
    const std::string address = now().facts.email.text(), limit = std::to_string(now().facts.word_limit);
    ASSERT_TRUE(save("120", address));
    ASSERT_TRUE(save(limit, "opinion@herald.example.org"));
    EXPECT_EQ(now().facts.word_limit, 120) << "the second changed the address alone";
    EXPECT_EQ(now().facts.email.text(), "opinion@herald.example.org");
    const auto late = save("90", address);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().at(0).field, "word_limit");
}

ALLTOGETHER_ON_BOTH_DATABASES(Judging);

}  // namespace
}  // namespace editor_letters
