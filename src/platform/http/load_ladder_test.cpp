// More to do than can be done: what is left out, in which order, and that no sign-on is lost over it.
#include "platform/http/load_ladder.h"

#include <atomic>
#include <future>
#include <vector>

#include <gtest/gtest.h>

#include "platform/http/test_house.h"
#include "platform/http/waiting_line.h"

namespace http {
namespace {

constexpr base::Instant kStart{1'800'000'000'000'000};

// A storm that grows for a while and then calms down, four samples a second.
class Storm {
public:
    void blow(double queue_share, base::Duration duration) {
        for (const auto end = at_ + duration; at_ < end; at_ = at_ + base::milliseconds(250)) {
            ladder.see({queue_share, {}, 0, at_});
            if (steps.back() != ladder.step()) steps.push_back(ladder.step());
        }
    }
    LoadLadder ladder;
    std::vector<LoadStep> steps{LoadStep::everything};

private:
    base::Instant at_ = kStart;
};

using enum LoadStep;

TEST(LoadLadder, IsClimbedStepByStepAndDescendedInReverse) {
    Storm storm;
    for (const double share : {0.1, 0.3, 0.5, 0.7, 0.9}) storm.blow(share, base::seconds(3));
    EXPECT_EQ(storm.steps, (std::vector{everything, no_search, no_statistics, no_live_pushes, sign_ons_in_line}));
    storm.steps = {storm.ladder.step()};
    for (const double share : {0.35, 0.25, 0.15, 0.1, 0.0}) storm.blow(share, base::seconds(8));
    EXPECT_EQ(storm.steps, (std::vector{sign_ons_in_line, no_live_pushes, no_statistics, no_search, everything}));
}

TEST(LoadLadder, ASuddenStormSkipsNoStepAndNeitherDoesItsEnd) {
    Storm storm;
    storm.blow(1, base::seconds(5));
    storm.blow(0, base::seconds(30));
    EXPECT_EQ(storm.steps, (std::vector{everything, no_search, no_statistics, no_live_pushes, sign_ons_in_line,
                                        no_live_pushes, no_statistics, no_search, everything}));
}

TEST(LoadLadder, AGustChangesNothingAndALullEndsNothing) {
    Storm storm;
    storm.blow(1, base::milliseconds(400));
    storm.blow(0, base::seconds(2));
    EXPECT_EQ(storm.ladder.step(), everything);
    storm.blow(0.3, base::seconds(2));
    for (int i = 0; i < 10; ++i) {
        storm.blow(0.3, base::seconds(1));
        storm.blow(0, base::seconds(4));
    }
    EXPECT_EQ(storm.ladder.step(), no_search);
    storm.blow(0.2, base::seconds(60));
    EXPECT_EQ(storm.ladder.step(), no_search) << "between the two thresholds it stays";
}

TEST(LoadLadder, DelayAndBusyLoopsCountToo) {
    EXPECT_EQ(step_for({0, base::seconds(3), 0, kStart}, Way::up), sign_ons_in_line);
    EXPECT_EQ(step_for({0, base::milliseconds(300), 0, kStart}, Way::up), no_search);
    EXPECT_EQ(step_for({0, {}, 1, kStart}, Way::up), no_statistics);
    EXPECT_EQ(step_for({0, {}, 0.5, kStart}, Way::up), everything);
}

TEST(LoadLadder, StaffMayHoldAStep) {
    Storm storm;
    storm.ladder.hold(no_statistics);
    storm.blow(0, base::seconds(10));
    EXPECT_EQ(storm.ladder.step(), no_statistics);
    EXPECT_FALSE(storm.ladder.serves(LoadPart::search));
    EXPECT_TRUE(storm.ladder.serves(LoadPart::live_pushes));
    storm.ladder.hold(everything);
    storm.blow(0, base::seconds(20));
    EXPECT_EQ(storm.ladder.step(), everything);
}

// One who enters when the door is open.
struct Person final : Waiting {
    explicit Person(std::atomic<bool>& the_door) : door(the_door) {}
    bool try_to_enter() override { return (entered = door.load()); }
    void give_up() noexcept override { left.set_value(); }
    std::atomic<bool>& door;
    std::atomic<bool> entered = false;
    std::promise<void> left;
};

TEST(WaitingLine, HasAnEndAndAPatience) {
    std::atomic<bool> door = false;
    WaitingLine line{{.length = 2, .patience = std::chrono::seconds{1}}};
    const auto ann = std::make_shared<Person>(door), bob = std::make_shared<Person>(door);
    EXPECT_TRUE(line.take(ann));
    EXPECT_TRUE(line.take(bob));
    EXPECT_FALSE(line.take(std::make_shared<Person>(door)));
    ann->left.get_future().wait();
    bob->left.get_future().wait();
    EXPECT_FALSE(ann->entered);
}

TEST(LoadedServer, LeavesOutPartsInTheLanguageOfTheVisitorAndTakesThemUpAgain) {
    LoadLadder ladder;
    const testing::House house{{}, {&ladder, {}}};
    EXPECT_EQ(house.get("/fr/sum?a=1").status, 200);
    ladder.hold(no_search);
    ASSERT_TRUE(testing::wait_for([&] { return ladder.step() == no_search; }));
    const auto answer = house.get("/fr/sum?a=1");
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.headers.view("retry-after"), "30");
    EXPECT_EQ(answer.body, "error 503 in fr");
    EXPECT_EQ(house.get("/fr/hello/ann").status, 200);
    ladder.hold(no_live_pushes);
    ASSERT_TRUE(testing::wait_for([&] { return ladder.step() == no_live_pushes; }));
    EXPECT_EQ(house.get("/api/v1/bell").status, 503);
    EXPECT_EQ(house.post("/en/crowd", "name=Ann").status, 303) << "signing goes on";
}

// A form that keeps the writer busy for as long as the test likes.
class LongForm final : public db::WriteJob {
public:
    explicit LongForm(std::shared_future<void> end) : end_(std::move(end)) {}
    Verdict run(db::Write&) override {
        end_.wait();
        return Verdict::keep;
    }
    void finished(std::exception_ptr) noexcept override {}

private:
    std::shared_future<void> end_;
};

TEST(LoadedServer, KeepsSignOnsInLineUntilTheWriterHasRoomAndLosesNone) {
    ServerConfig config;
    config.trusted_networks = {*Network::parse("127.0.0.1")};
    testing::House house{config, {nullptr, {.queue_length = 4}}};
    std::promise<void> end;
    const auto ended = end.get_future().share();
    house.database->submit(std::make_unique<LongForm>(ended));
    ASSERT_TRUE(testing::wait_for([&] { return house.database->writes_waiting() == 0; }));

    std::vector<std::future<int>> answers;
    for (int i = 0; i < 40; ++i)
        answers.push_back(std::async(std::launch::async, [&] { return house.post("/en/crowd", "name=Ann").status; }));
    ASSERT_TRUE(testing::wait_for([&] { return house.database->writes_waiting() >= 3; }));
    for (int i = 0; i < 4; ++i) house.database->submit(std::make_unique<LongForm>(ended));
    EXPECT_EQ(house.post("/en/guests", "name=Bob").status, 503) << "the queue is full, and other forms do not wait";
    EXPECT_EQ(house.guests(), 0) << "nothing was written yet";
    end.set_value();
    for (auto& answer : answers) EXPECT_EQ(answer.get(), 303);
    EXPECT_EQ(house.guests(), 40);
}

TEST(LoadedServer, ALineThatMovesTooSlowlyTellsPeopleToComeAgain) {
    ServerConfig config;
    config.trusted_networks = {*Network::parse("127.0.0.1")};
    config.line_patience = std::chrono::milliseconds{50};
    testing::House house{config, {nullptr, {.queue_length = 1}}};
    std::promise<void> end;
    const auto ended = end.get_future().share();
    house.database->submit(std::make_unique<LongForm>(ended));
    ASSERT_TRUE(testing::wait_for([&] { return house.database->writes_waiting() == 0; }));
    house.database->submit(std::make_unique<LongForm>(ended));
    const auto answer = house.post("/en/crowd", "name=Ann");
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.headers.view("retry-after"), "1");
    end.set_value();
}

}  // namespace
}  // namespace http
