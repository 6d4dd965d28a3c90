// What staff decide: one or many, by two people, undone, and what was refused before.
#include "features/voices/handlers_house_test.h"

namespace voices {
namespace {

TEST_P(TheWall, staff_undo_a_save_and_everything_is_as_it_was) {
    const Voice voice = shown();
    const auto location = decide(voice.id, "not_asked");
    EXPECT_EQ(now(voice.id).state, State::taken_down);
    EXPECT_EQ(page_of(voice.id).status, 404);
    undo(location);
    EXPECT_EQ(now(voice.id).state, State::shown);
    EXPECT_EQ(page_of(voice.id).status, 200);
    EXPECT_EQ(told, (std::vector<std::string>{"+Maya T.", "-", "+Maya T."}));
    const auto log = database->read([](db::Read& read) { return store::log(read, {}); });
    ASSERT_EQ(log.size(), 2U);
    EXPECT_TRUE(log.front().undone_at);
    EXPECT_EQ(log.front().reason, Reason::not_asked);
    EXPECT_EQ(findings(), 0U);
}

TEST_P(TheWall, many_are_decided_at_once_and_readers_bring_one_back) {
    const Voice maya = waiting(""), luc = waiting("", "luc@example.org");
    const std::string first = std::to_string(maya.id.value), second = std::to_string(luc.id.value);
    save({{"act", "show"}, {"ticked", first}, {"ticked", second}});
    EXPECT_TRUE(now(maya.id).is_shown() && now(luc.id).is_shown());
    const auto report = wall.read_report(get("/en/voices/1/report", {{"voice", first}}));
    database->write([&](db::Write& write) { return *wall.report(*report, write); });
    EXPECT_TRUE(now(maya.id).is_shown()) << "a report takes nothing down";
    EXPECT_NE(queue("reported").find("1 reader reported it"), std::string::npos);
    save({{"act", "refuse"}, {"reason", "personal_data"}, {"ticked", first}});
    EXPECT_EQ(now(maya.id).state, State::taken_down);
    EXPECT_EQ(now(maya.id).reason, Reason::personal_data);
}

TEST_P(TheWall, two_people_have_to_say_yes_where_that_is_asked_for) {
    database->write([](db::Write& write) { store::save_settings(write, {true}); });
    const Voice voice = waiting("");
    decide(voice.id, "show");
    EXPECT_EQ(now(voice.id).state, State::waiting);
    decide(voice.id, "show");
    EXPECT_EQ(now(voice.id).state, State::waiting) << "the same person is no second one";
    decide(voice.id, "show", 2);
    EXPECT_EQ(now(voice.id).state, State::shown);
    const Voice other = waiting("", "luc@example.org");
    decide(other.id, "hatred");
    EXPECT_EQ(now(other.id).state, State::refused) << "one no is enough";
}

TEST_P(TheWall, a_picture_that_was_refused_before_is_known_again) {
    const Voice refused = waiting("phone.jpg");
    decide(refused.id, "not_asked");
    waiting("phone.jpg", "luc@example.org");
    EXPECT_NE(queue().find("the same file"), std::string::npos);
    EXPECT_NE(queue().find("Shows somebody who may not have agreed"), std::string::npos);
    const Voice other_format = waiting("plain.webp", "joan@example.org");
    const auto alike = database->read([&](db::Read& read) { return store::alike(read, other_format); });
    EXPECT_TRUE(std::ranges::all_of(alike, [](const store::Alike& each) { return each.distance > 0; }))
        << "another file";
}

}  // namespace
}  // namespace voices
