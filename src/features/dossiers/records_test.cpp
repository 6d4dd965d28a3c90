// What staff record by hand: promises and what became of them, meetings, positions.
#include "features/dossiers/handlers_season_test.h"

namespace dossiers {
namespace {

using namespace house;

class Records : public Season {};

TEST_P(Records, APromiseKeepsItsHistoryAndNobodyOverwritesSilently) {
    const PromiseId id = promise("To come", "");
    EXPECT_NE(section(kSusan, base::Locale::french).find(R"(lang="en">To come)"), std::string::npos)
        << "one language, marked";
    const auto before = database->read([&](db::Read& read) { return store::find_promise(read, id); });
    const StateFacts broken{.state = PromiseState::broken,
                            .seen = before->now().id,
                            .on_date = "2026-11-20",
                            .evidence = {"She did not come.", ""},
                            .evidence_url = ""};
    EXPECT_TRUE(database->write([&](db::Write& write) { return store::add_state(write, *before, broken, "Ines"); }));
    const auto number = std::to_string(id.value);
    const auto late = dossiers_.read_state(by_staff(
        http::testing::post("/en/staff/dossiers/11/promises/" + number, {{"representative", "11"}, {"promise", number}},
                            {{"state", "kept"},
                             {"seen", std::to_string(before->now().id.value)},
                             {"on_date", "2026-11-21"},
                             {"evidence_en", "She came."}})));
    ASSERT_TRUE(late);
    const auto refused = database->write([&](db::Write& write) { return dossiers_.keep_state(*late, write); });
    ASSERT_FALSE(refused) << "somebody recorded another state meanwhile";
    const auto shown = section();
    EXPECT_NE(shown.find("Promise broken"), std::string::npos);
    EXPECT_NE(shown.find("In a letter."), std::string::npos) << "the first state stands in the history";

    const auto now = database->read([&](db::Read& read) { return store::find_promise(read, id); });
    const StateFacts mistaken{.state = PromiseState::mistaken, .seen = now->now().id, .on_date = "2026-11-21"};
    database->write([&](db::Write& write) { return store::add_state(write, *now, mistaken, "Ines"); });
    EXPECT_EQ(section().find("To come"), std::string::npos) << "what was a mistake is not public";
    EXPECT_NE(dossier_page().find("To come"), std::string::npos);
}

TEST_P(Records, MeetingsAreForStaffAndTheirSummaryForAll) {
    const auto recording = dossiers_.read_meeting(
        by_staff(http::testing::post("/en/staff/dossiers/11/meetings", {{"representative", "11"}},
                                     {{"on_date", "2026-11-05"},
                                      {"people", "Kofi, Ruth"},
                                      {"notes", "She is unsure."},
                                      {"summary_en", "We spoke of the bridge."},
                                      {"follow_up", "Send figures"},
                                      {"due_on", "2026-12-01"}})));
    ASSERT_TRUE(recording);
    database->write([&](db::Write& write) { return *dossiers_.keep_meeting(*recording, write); });
    const auto shown = section();
    EXPECT_NE(shown.find("We spoke of the bridge."), std::string::npos);
    EXPECT_EQ(shown.find("unsure"), std::string::npos);
    EXPECT_EQ(shown.find("Kofi"), std::string::npos);
    const auto staff = dossier_page();
    EXPECT_NE(staff.find("She is unsure."), std::string::npos);
    EXPECT_NE(staff.find("Late"), std::string::npos) << "the clock of the request stands in January 2027";
    const auto news = database->read(
        [&](db::Read& read) { return slice.home_news()(read, by_staff(http::testing::get("/en/staff"))); });
    ASSERT_EQ(news.tasks.size(), 1U);
    EXPECT_EQ(news.tasks[0].tone, ports::HomeTask::Tone::pressing);

    const auto due = database->read([](db::Read& read) { return store::follow_ups_of(read, kSusan); });
    const std::string number = std::to_string(due.at(0).id.value);
    const auto finished = dossiers_.read_finished(by_staff(http::testing::post(
        "/en/staff/dossiers/11/follow-ups/" + number, {{"representative", "11"}, {"follow_up", number}}, {})));
    database->write([&](db::Write& write) { return *dossiers_.finish_follow_up(*finished, write); });
    EXPECT_TRUE(database->read([](db::Read& read) { return store::follow_up_sums(read); }).empty());
}

TEST_P(Records, APositionTakesThePlaceOfTheOneBefore) {
    const auto say = [this](std::string_view stand) {
        const auto recording = dossiers_.read_position(
            by_staff(http::testing::post("/en/staff/dossiers/11/positions", {{"representative", "11"}},
                                         {{"matter", "campaign-31"},
                                          {"stand", stand},
                                          {"on_date", "2026-11-05"},
                                          {"evidence_en", "In a letter."}})));
        ASSERT_TRUE(recording);
        database->write([&](db::Write& write) { return *dossiers_.keep_position(*recording, write); });
    };
    say("opposes");
    say("supports");
    EXPECT_NE(section().find("Supports it"), std::string::npos);
    EXPECT_EQ(section().find("Opposes it"), std::string::npos);
    EXPECT_NE(dossier_page().find("Opposes it"), std::string::npos) << "staff see what it was";
    EXPECT_NE(dossier_page().find("replaced by a later one"), std::string::npos);
}

TEST_P(Records, AMeetingIsPutRightAndOneThatWasNoneIsTakenAway) {
    const auto id = database->write([](db::Write& write) {
        return store::add_meeting(write,
                                  {.on_date = "2026-11-05",
                                   .people = "Kofi",
                                   .notes = "She is unsure.",
                                   .summary = {"We spoke of the bridge.", ""},
                                   .follow_up = "Send figures",
                                   .due_on = "2026-12-01"},
                                  {kSusan, "Ines", base::Locale::english});
    });
    const std::string number = std::to_string(id.value), path = "/en/staff/dossiers/11/meetings/" + number;
    const std::string seen =
        ports::seen(named(database->read([&](db::Read& read) { return *store::find_meeting(read, id); })));
    const auto change = [&](std::string_view notes, std::string_view level) {
        const auto form = dossiers_.read_meeting_change(
            by_staff(http::testing::post(
                         path, {{"representative", "11"}, {"meeting", number}},
                         {{"on_date", "2026-11-06"}, {"people", "Kofi, Ruth"}, {"notes", notes}, {"seen", seen}}),
                     level));
        return database->write([&](db::Write& write) { return dossiers_.change_meeting(*form, write); });
    };
    EXPECT_EQ(change("Not theirs.", "nb")->status, 404);
    EXPECT_TRUE(change("She will ask her caucus.", ""));
    EXPECT_EQ(section().find("We spoke of the bridge."), std::string::npos) << "nothing of it is public any more";
    EXPECT_NE(dossier_page().find("She will ask her caucus."), std::string::npos);
    EXPECT_FALSE(change("I never saw that.", "")) << "what Ines wrote meanwhile is shown first";
    const auto removal = dossiers_.read_removal(
        by_staff(http::testing::post(path + "/removal", {{"representative", "11"}, {"meeting", number}}, {})));
    database->write([&](db::Write& write) { return *dossiers_.remove_meeting(*removal, write); });
    EXPECT_TRUE(database->read([](db::Read& read) { return store::meetings_of(read, kSusan); }).empty());
    EXPECT_EQ(database->read([](db::Read& read) { return store::follow_ups_of(read, kSusan); }).size(), 1U)
        << "the figures are still to be sent";
}

ALLTOGETHER_ON_BOTH_DATABASES(Records);

}  // namespace
}  // namespace dossiers
