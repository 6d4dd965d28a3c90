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

// Brighter, turned a little, cut at an edge: the bits of a hash that change lie anywhere.
TEST_P(TheWall, a_near_duplicate_is_met_wherever_its_hash_differs) {
    const Voice first = waiting(""), second = waiting("", "luc@example.org"), third = waiting("", "joan@example.org");
    constexpr std::int64_t kHash = 0x0480'1100'4480'1144;
    const auto hang = [&](VoiceId voice, std::int64_t hash) {
        database->write([&](db::Write& write) { store::save_made(write, voice, {.perceptual_hash = hash}); });
    };
    hang(first.id, kHash);
    hang(second.id, kHash ^ 0x0001'0100'0080'8008);  // one bit of each quarter, two of the last
    hang(third.id, kHash ^ 0x00FF'00FF'00FF'00FF);
    const auto alike = database->read([&](db::Read& read) { return store::alike(read, now(first.id)); });
    ASSERT_EQ(alike.size(), 1U);
    EXPECT_EQ(alike.front().voice, second.id);
    EXPECT_EQ(alike.front().distance, 5);
    hang(third.id, kHash);  // sent on by another program: other bytes, the same picture
    const auto again = database->read([&](db::Read& read) { return store::alike(read, now(first.id)); });
    ASSERT_EQ(again.size(), 2U);
    EXPECT_EQ(again.front().voice, third.id);
    EXPECT_EQ(again.front().distance, 0);
    EXPECT_FALSE(again.front().is_same_file) << "staff read whose it is";
}

// Ines has the queue open; before she saves, Maya sends another photo.
TEST_P(TheWall, nobody_shows_a_picture_that_they_have_not_seen) {
    const Voice seen = waiting("small.png");
    const std::string number = std::to_string(seen.id.value);
    EXPECT_NE(queue().find("name=\"seen_" + number + "\" value=\"" + seen_mark(seen) + "\""), std::string::npos);
    replace(seen.id, "phone.jpg");
    const auto location = save({{"act", "show"}, {"ticked", number}, {"seen_" + number, seen_mark(seen)}});
    EXPECT_EQ(now(seen.id).state, State::waiting);
    EXPECT_NE(location.find("&changed=1"), std::string::npos);
    const auto page = body(database->read([&](db::Read& read) { return staff.show(by_staff(get(location)), read); }));
    EXPECT_NE(page.find("1 voice has another picture"), std::string::npos);
    save({{"act", "show"}, {"ticked", number}, {"seen_" + number, seen_mark(now(seen.id))}});
    EXPECT_EQ(now(seen.id).state, State::shown);
}

TEST_P(TheWall, a_province_judges_its_own_voices_and_a_local_none) {
    const auto brunswick = level(people::LevelKind::province, people::Province::nb, "nb");
    const auto quebec = level(people::LevelKind::province, people::Province::qc, "qc");
    const Voice maya = waiting("small.png");  // of Moncton
    moderating = quebec;
    EXPECT_EQ(queue().find("7 a.m. bus"), std::string::npos);
    decide(maya.id, "show");
    EXPECT_EQ(now(maya.id).state, State::waiting);
    const auto photo = [&] {
        const auto path = get("/photo", {{"voice", std::to_string(maya.id.value)}});
        return database->read([&](db::Read& read) { return staff.photo(by_staff(path), read); }).status;
    };
    EXPECT_EQ(photo(), 404);
    moderating = brunswick;
    EXPECT_EQ(photo(), 200);
    EXPECT_NE(queue().find("7 a.m. bus"), std::string::npos);
    EXPECT_NE(queue().find("You see the voices from New Brunswick."), std::string::npos);
    const auto shown_in_brunswick = decide(maya.id, "show");
    EXPECT_EQ(now(maya.id).state, State::shown);
    moderating = quebec;
    undo(shown_in_brunswick);
    EXPECT_EQ(now(maya.id).state, State::shown);
    moderating = level(people::LevelKind::local, people::Province::nb, "moncton");
    EXPECT_NE(queue().find("A local has none of its own."), std::string::npos);
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
