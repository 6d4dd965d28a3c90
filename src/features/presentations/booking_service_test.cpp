// The way of a request on both databases: asked, confirmed, offered, accepted, moved, given back, cancelled; and that
// no champion is ever booked twice at one time.
#include <barrier>
#include <thread>

#include "features/presentations/champion_handlers.h"
#include "features/presentations/handlers_house_test.h"
#include "features/presentations/jobs.h"
#include "platform/i18n/local_time.h"

namespace presentations {
namespace {

class Booking : public PresentationsHouse {};

TEST_P(Booking, TheFirstWhoSaysYesComesAndTheOthersLearnSo) {
    const auto sami = add_champion("sami-roy", "Sami Roy");
    const auto id = ask();
    EXPECT_EQ(now_of(id).state, State::unconfirmed);
    EXPECT_TRUE(offers(id).empty()) << "nobody is asked before the address is confirmed";
    confirm(id);
    EXPECT_EQ(now_of(id).state, State::offered);
    const auto asked = offers(id);
    ASSERT_EQ(asked.size(), 2U);
    EXPECT_EQ(asked[0].reasons.dates, 2);
    EXPECT_EQ(say_yes(asked[1], dates(id)[1]), Accepted::done);
    EXPECT_EQ(say_yes(asked[0], dates(id)[0]), Accepted::first);
    EXPECT_EQ(say_yes(asked[1], dates(id)[1]), Accepted::first) << "a replayed link changes nothing";
    const auto booked = now_of(id);
    EXPECT_EQ(booked.state, State::booked);
    EXPECT_EQ(booked.champion, sami);
    EXPECT_EQ(i18n::machine_time(*booked.starts_at), "2027-02-11T23:00:00Z") << "19:00 in Moncton";
    EXPECT_EQ(mails(), (std::vector<std::string>{"presentations.confirm ruth@example.org",
                                                 "presentations.notice ruth@example.org",
                                                 "presentations.notice sami-roy@champions.example.org",
                                                 "presentations.offer noor-haddad@champions.example.org",
                                                 "presentations.offer sami-roy@champions.example.org"}));
}

TEST_P(Booking, BothSidesGetInvitationsWhoseSequenceGrows) {
    const auto id = ask();
    confirm(id);
    ASSERT_EQ(say_yes(offers(id).front(), dates(id).front()), Accepted::done);
    const auto before = now_of(id).sequence;
    int requests = 0;
    for (const auto& each : rendered())
        if (each.calendar.method == "REQUEST") {
            ++requests;
            EXPECT_NE(each.calendar.text.find("METHOD:REQUEST"), std::string::npos);
            EXPECT_EQ(each.calendar.text.find("RSVP=TRUE"), std::string::npos) << "no mail comes back to this program";
            EXPECT_NE(each.calendar.text.find("TZID=America/Moncton:20270210T190000"), std::string::npos)
                << each.calendar.text;
        }
    EXPECT_EQ(requests, 2);
    database->write([&](db::Write& tx) {
        presentations::end(services, id, {State::cancelled, "host", "The hall burned down."}, tx);
    });
    EXPECT_GT(now_of(id).sequence, before);
    int cancels = 0;
    for (const auto& each : rendered())
        if (each.calendar.method == "CANCEL") {
            ++cancels;
            EXPECT_NE(each.calendar.text.find("STATUS:CANCELLED"), std::string::npos);
            EXPECT_NE(each.calendar.text.find("SEQUENCE:" + std::to_string(now_of(id).sequence)), std::string::npos);
            EXPECT_NE(each.text.find("The hall burned down."), std::string::npos);
        }
    EXPECT_EQ(cancels, 2);
    EXPECT_TRUE(database->read(store::all_holds).empty());
}

TEST_P(Booking, OnlineEverybodyReadsWhoseClocksAreMeant) {
    auto form = handlers.read_form(asking());
    ASSERT_TRUE(form);
    form->request.wish.format = Format::online;
    write(*form, [&](const NewRequest& each, db::Write& tx) { return handlers.submit(each, tx); });
    confirm(newest().id);
    const auto offer = rendered().front();
    EXPECT_NE(offer.text.find("– Atlantic time (Moncton)"), std::string::npos)
        << "the champion may live elsewhere: " << offer.text;
}

TEST_P(Booking, ARoundWithoutAnAnswerGoesToTheNextAndAtLastToTheCoordinator) {
    for (int i = 0; i < 3; ++i) add_champion("c" + std::to_string(i), "C");
    database->write([](db::Write& tx) {
        store::save_coordinator(
            tx, {base::LevelId{people::find_level(tx, "canada")->id}, "desk@example.org", base::Locale::french});
    });
    const auto id = ask();
    confirm(id);
    ASSERT_EQ(offers(id).size(), kOffersPerRound);
    database->write([&](db::Write& tx) { refuse_offer(services, {offers(id)[0].id, "away"}, tx); });
    EXPECT_EQ(offers(id).size(), kOffersPerRound) << "two can still answer";
    clock = clock + base::days(3);
    follow_offers({services, *database});
    EXPECT_EQ(offers(id).size(), 4U) << "the fourth is asked";
    EXPECT_EQ(now_of(id).state, State::offered);
    EXPECT_EQ(say_yes(offers(id)[1], dates(id)[0]), Accepted::over) << "too late";
    clock = clock + base::days(3);
    follow_offers({services, *database});
    EXPECT_EQ(now_of(id).state, State::waiting);
    EXPECT_TRUE(now_of(id).escalated_at);
    const auto sent = mails();
    EXPECT_EQ(std::ranges::count(sent, "presentations.escalation desk@example.org"), 1);
    const auto count = sent.size();
    retry_waiting({services, *database});
    EXPECT_EQ(mails().size(), count) << "nobody hears of it twice";
    const auto page_on = [&](base::Instant day) {
        auto request = http::testing::get("/en/x", {{"token", tokens.make(kOwnPresentation, id.value)}});
        request.received_at = day;
        return std::string{database->read([&](db::Read& read) { return host.show(request, read); }).body.view()};
    };
    EXPECT_NE(page_on(clock).find("You are on the waiting list"), std::string::npos);
    EXPECT_NE(page_on(clock + base::days(60)).find("Your dates are over"), std::string::npos);
}

TEST_P(Booking, WhoGivesItBackIsNotAskedAgainAndTheHostLearnsWhoComesInstead) {
    const auto id = ask();
    confirm(id);
    ASSERT_EQ(say_yes(offers(id).front(), dates(id).front()), Accepted::done);
    const auto sami = add_champion("sami-roy", "Sami Roy");
    database->write([&](db::Write& tx) { give_back(services, id, GivenBack::champion_cannot, tx); });
    EXPECT_EQ(now_of(id).state, State::offered);
    EXPECT_FALSE(now_of(id).champion);
    EXPECT_EQ(offers(id).back().champion, sami);
    EXPECT_TRUE(database->read(store::all_holds).empty());
    std::vector<std::string> cancelled;
    for (const auto& each : rendered())
        if (each.calendar.method == "CANCEL") cancelled.push_back(std::string{each.subject.text().substr(0, 12)});
    std::ranges::sort(cancelled);
    EXPECT_EQ(cancelled, (std::vector<std::string>{"Not any more", "The date for"})) << "it goes out of both calendars";
    ASSERT_EQ(say_yes(offers(id).back(), dates(id).front()), Accepted::done);
    EXPECT_EQ(now_of(id).champion, sami);
}

TEST_P(Booking, ANewDateIsBookedAtOnceWhereTheChampionIsFree) {
    const auto id = ask();
    confirm(id);
    ASSERT_EQ(say_yes(offers(id).front(), dates(id).front()), Accepted::done);
    const auto later = dates(id).front() + base::days(7);
    database->write([&](db::Write& tx) { move(services, id, {later}, tx); });
    EXPECT_EQ(now_of(id).state, State::booked);
    EXPECT_EQ(now_of(id).starts_at, later);
    EXPECT_EQ(now_of(id).champion, noor);
    const auto holds = database->read(store::all_holds);
    ASSERT_EQ(holds.size(), 1U);
    EXPECT_EQ(holds.front().starts_at, later);
    EXPECT_TRUE(database->read([](db::Read& read) { return holds_check().run(read); }).empty());
}

TEST_P(Booking, AChampionWhoLeavesLeavesNobodyWaitingForThem) {
    const auto id = ask();
    confirm(id);
    ASSERT_EQ(say_yes(offers(id).front(), dates(id).front()), Accepted::done);
    stopped.insert(noor);
    database->write([&](db::Write& tx) { champion_ended(services, noor, ports::ChampionEnd::paused, tx); });
    EXPECT_EQ(now_of(id).state, State::waiting);
    EXPECT_TRUE(now_of(id).escalated_at);
    const auto sent = rendered();
    const auto theirs = std::ranges::find_if(
        sent, [](const mail::Message& each) { return each.subject.text().starts_with("Not any more: “Local 1031”"); });
    ASSERT_NE(theirs, sent.end()) << "nobody comes to a hall where they are not awaited";
    EXPECT_EQ(theirs->calendar.method, "CANCEL");
    EXPECT_NE(theirs->calendar.text.find("ATTENDEE;CN=Noor Haddad"), std::string::npos) << theirs->calendar.text;
}

TEST_P(Booking, WhoIsErasedIsWrittenToNoMoreAndWhatWasKeptWithThemIsFree) {
    const auto booked = ask();
    confirm(booked);
    ASSERT_EQ(say_yes(offers(booked).front(), dates(booked).front()), Accepted::done);
    auto request = asking("simon@example.org");
    request.form.add({"champion", "noor-haddad"});
    request.form.add({"start", "1802500000"});
    const auto form = handlers.read_form(request);
    ASSERT_TRUE(form);
    write(*form, [&](const NewRequest& each, db::Write& tx) { return handlers.submit(each, tx); });
    const auto kept = newest().id;
    const auto refused = ask("lena@example.org");
    confirm(refused);
    const auto told = database->write([&](db::Write& tx) {
        refuse_offer(services, {offers(refused).front().id, "I am in hospital."}, tx);
        Conversation conversation{.wish = {}, .at = clock - base::days(1), .report = {}};
        conversation.wish.town = "Larch River";
        return *record_conversation(services, conversation, {noor, "Noor Haddad", base::Locale::english}, tx);
    });
    const auto before = std::ranges::count_if(
        mails(), [](const std::string& each) { return each.ends_with("@champions.example.org"); });
    stopped.insert(noor);
    database->write([&](db::Write& tx) { champion_ended(services, noor, ports::ChampionEnd::erased, tx); });
    EXPECT_EQ(before, std::ranges::count_if(
                          mails(), [](const std::string& each) { return each.ends_with("@champions.example.org"); }));
    EXPECT_TRUE(database->read(store::all_holds).empty());
    EXPECT_EQ(offers(refused).front().words, "");
    EXPECT_EQ(database->read([&](db::Read& read) { return store::find_report(read, told)->reported_by; }), "");
    confirm(kept);
    EXPECT_EQ(now_of(kept).state, State::waiting) << "nobody is booked who is not there any more";
}

TEST_P(Booking, AFreeTimeIsKeptForTwoHoursAndThenFreeAgain) {
    auto request = asking();
    request.form.add({"champion", "noor-haddad"});
    request.form.add({"start", "1802300000"});
    const auto form = handlers.read_form(request);
    ASSERT_TRUE(form);
    write(*form, [&](const NewRequest& each, db::Write& tx) { return handlers.submit(each, tx); });
    const auto id = newest().id;
    EXPECT_EQ(database->read(store::all_holds).size(), 1U);
    clock = clock + base::hours(3);
    follow_offers({services, *database});
    EXPECT_TRUE(database->read(store::all_holds).empty());
    confirm(id);
    EXPECT_EQ(now_of(id).state, State::offered) << "late, and still nothing is lost: champions are asked";
    EXPECT_FALSE(now_of(id).champion) << "it is nobody's until somebody says yes";
    EXPECT_FALSE(now_of(id).starts_at);
}

TEST_P(Booking, AFreeTimeThatCameBeforeAnybodyConfirmedIsNotBooked) {
    auto request = asking();
    request.form.add({"champion", "noor-haddad"});
    request.form.add({"start", std::to_string((clock + base::minutes(90)).seconds())});
    const auto form = handlers.read_form(request);
    ASSERT_TRUE(form);
    write(*form, [&](const NewRequest& each, db::Write& tx) { return handlers.submit(each, tx); });
    clock = clock + base::minutes(100);
    confirm(newest().id);
    EXPECT_EQ(newest().state, State::waiting) << "a coordinator looks at it, and the host is told";
    EXPECT_TRUE(newest().escalated_at);
    EXPECT_TRUE(database->read(store::all_holds).empty());
}

TEST_P(Booking, WhomTheHostNamesIsAskedBeforeAnybodyElse) {
    const auto sami = add_champion("sami-roy", "Sami Roy");
    auto request = asking();
    request.form.add({"champion", "sami-roy"});
    const auto form = handlers.read_form(request);
    ASSERT_TRUE(form);
    write(*form, [&](const NewRequest& each, db::Write& tx) { return handlers.submit(each, tx); });
    const auto id = newest().id;
    const auto page_of_host = [&] {
        return std::string{database
                               ->read([&](db::Read& read) {
                                   const auto token = tokens.make(kOwnPresentation, id.value);
                                   return host.show(http::testing::get("/en/x", {{"token", token}}), read);
                               })
                               .body.view()};
    };
    confirm(id);
    ASSERT_EQ(offers(id).size(), 1U);
    EXPECT_EQ(offers(id).front().champion, sami);
    EXPECT_TRUE(offers(id).front().reasons.is_asked_for);
    EXPECT_NE(page_of_host().find("We have asked Sami Roy before anybody else."), std::string::npos);
    database->write([&](db::Write& tx) { refuse_offer(services, {offers(id).front().id, "ill"}, tx); });
    ASSERT_EQ(offers(id).size(), 2U);
    EXPECT_EQ(offers(id).back().champion, noor) << "then those who fit";
    EXPECT_NE(page_of_host().find("Sami Roy cannot come at these dates"), std::string::npos);
}

TEST_P(Booking, WhoNamesAChampionWhoLeftIsToldSoAndKeepsTheirDates) {
    auto request = asking();
    request.form.add({"champion", "noor-haddad"});
    known.clear();
    const auto form = handlers.read_form(request);
    ASSERT_TRUE(form);
    try {
        write(*form, [&](const NewRequest& each, db::Write& tx) { return handlers.submit(each, tx); });
        ADD_FAILURE() << "nobody was told";
    } catch (const Refused& refused) {
        EXPECT_EQ(refused.problems.front().field, "date_1");
        const auto page =
            database->read([&](db::Read& read) { return handlers.show_again(request, refused.problems, read); });
        EXPECT_NE(page.body.view().find("2027-02-10T19:00"), std::string_view::npos);
        EXPECT_EQ(page.body.view().find("noor-haddad"), std::string_view::npos) << "the next try is for whoever fits";
    }
}

TEST_P(Booking, AnEventTakesTheTimeOfAChampionAsAPresentationDoes) {
    const auto port = slice.bookings([this] { return clock; });
    const auto id = ask();
    confirm(id);
    const auto evening = dates(id).front();
    constexpr std::int64_t kEvent = 77, kOther = 78;
    const auto take = [&](std::int64_t event, base::Instant start) {
        return database->write(
            [&](db::Write& tx) { return port.take(tx, {event, noor, {start, start + base::minutes(90)}}); });
    };
    EXPECT_EQ(take(kEvent, evening), ports::TimeTaken::yes);
    EXPECT_EQ(take(kEvent, evening), ports::TimeTaken::yes) << "its own time is not in its way";
    EXPECT_EQ(take(kOther, evening + base::minutes(89)), ports::TimeTaken::no);
    everybody_seems_free = true;
    EXPECT_EQ(say_yes(offers(id).front(), evening), Accepted::busy) << "the database itself says no";
    EXPECT_TRUE(database->read([](db::Read& read) { return holds_check().run(read); }).empty());
    EXPECT_EQ(take(kEvent, evening + base::days(1)), ports::TimeTaken::yes);
    EXPECT_EQ(database->read(store::all_holds).size(), 1U) << "it moved";
    database->write([&](db::Write& tx) { port.release(tx, kEvent); });
    EXPECT_TRUE(database->read(store::all_holds).empty());
}

// Everybody seems free to the form, so that only the database itself tells them apart; by two programs at once.
TEST_P(Booking, OfTwoHundredAtOnceOneGetsTheTimeAndTheOthersKeepTheirText) {
    constexpr int kRequests = 200;
    everybody_seems_free = true;
    db::Database second{{.location = database.location(), .writer = {}, .clock = [this] { return clock; }}};
    std::barrier start{kRequests};
    std::atomic<int> won = 0, told = 0, kept = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < kRequests; ++i)
        threads.emplace_back([&, i] {
            auto request = asking("host" + std::to_string(i) + "@example.org");
            request.form.add({"champion", "noor-haddad"});
            request.form.add({"start", "1802300000"});
            const auto form = handlers.read_form(request);
            start.arrive_and_wait();
            db::Database& mine = i % 2 == 0 ? *database : second;
            try {
                mine.write([&](db::Write& tx) {
                    auto answer = handlers.submit(*form, tx);
                    if (!answer) throw Refused{answer.error()};
                });
                ++won;
            } catch (const Refused& refused) {
                if (base::find_problem(refused.problems, "start") != nullptr) ++told;
                const auto page =
                    mine.read([&](db::Read& read) { return handlers.show_again(request, refused.problems, read); });
                if (page.status == 422 && page.body.view().find("St. Brendan’s Hall") != std::string_view::npos) ++kept;
            }
        });
    threads.clear();
    EXPECT_EQ(won, 1);
    EXPECT_EQ(told, kRequests - 1);
    EXPECT_EQ(kept, kRequests - 1);
    EXPECT_EQ(database->read(store::all_holds).size(), 1U);
    EXPECT_EQ(database->read([](db::Read& read) { return store::page(read, {}).size(); }), 1U);
}

// Three were asked; everybody's link is pressed twenty times at once, for either date, on two programs. Everybody seems
// free, so that only what the database holds tells them apart.
TEST_P(Booking, OfManyWhoSayYesAtOnceOneComesAndTheOthersLearnSo) {
    constexpr std::size_t kPresses = 60;
    everybody_seems_free = true;
    add_champion("sami-roy", "Sami Roy");
    add_champion("mila-stone", "Mila Stone");
    const auto id = ask();
    confirm(id);
    const auto asked = offers(id);
    ASSERT_EQ(asked.size(), kOffersPerRound);
    const auto when = dates(id);
    const auto before = now_of(id).sequence;
    db::Database second{{.location = database.location(), .writer = {}, .clock = [this] { return clock; }}};
    std::barrier start{static_cast<std::ptrdiff_t>(kPresses)};
    std::vector<Accepted> answers(kPresses);
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < kPresses; ++i)
        threads.emplace_back([&, i] {
            const Acceptance acceptance{asked[i % asked.size()].id, when[i / 3 % when.size()]};
            start.arrive_and_wait();
            answers[i] = (i % 2 == 0 ? *database : second).write([&](db::Write& tx) {
                return accept_offer(services, acceptance, tx);
            });
        });
    threads.clear();
    EXPECT_EQ(std::ranges::count(answers, Accepted::done), 1);
    EXPECT_EQ(std::ranges::count(answers, Accepted::first), std::ssize(answers) - 1);
    const auto booked = now_of(id);
    EXPECT_EQ(booked.state, State::booked);
    EXPECT_EQ(booked.sequence, before + 1);
    const auto holds = database->read(store::all_holds);
    ASSERT_EQ(holds.size(), 1U);
    EXPECT_EQ(holds.front().champion, booked.champion);
    EXPECT_EQ(holds.front().starts_at, booked.starts_at);
    for (const Offer& each : offers(id))
        EXPECT_EQ(each.state, each.champion == booked.champion ? OfferState::accepted : OfferState::gone);
    const auto sent = mails();
    EXPECT_EQ(std::ranges::count_if(sent, [](const auto& each) { return each.starts_with("presentations.notice"); }),
              2);
}

// On the night on which the clocks of Moncton go back, quarter of an hour by quarter of an hour: what the database
// takes is what a slow comparison of all times takes.
TEST_P(Booking, NoTwoTimesOverlapAcrossTheChangesOfTheClocks) {
    std::vector<store::Hold> slow;
    std::uint32_t random = 4711;
    for (const std::string_view night : {"2027-11-07T00:00", "2027-03-14T00:00"}) {
        const auto midnight = *i18n::instant_of(*i18n::local_time_of(night), *i18n::TimeZone::find("America/Moncton"));
        for (int i = 0; i < 60; ++i) {
            random = random * 1'664'525U + 1'013'904'223U;
            const auto begin = midnight + base::minutes(15 * static_cast<std::int64_t>((random >> 8) % 24));
            const auto end = begin + base::minutes(15 + 15 * static_cast<std::int64_t>((random >> 20) % 6));
            const ChampionId champion{1 + static_cast<std::int64_t>((random >> 28) % 2)};
            const store::Hold hold{PresentationId{1'000 + std::ssize(slow) * 100 + i}, champion, begin, end};
            const bool overlaps = std::ranges::any_of(slow, [&](const store::Hold& each) {
                return each.champion == champion && each.starts_at < end && begin < each.ends_at;
            });
            const auto taken = database->write([&](db::Write& tx) { return store::take(tx, hold); });
            EXPECT_EQ(taken == store::Changed::no, overlaps);
            if (!overlaps) slow.push_back(hold);
        }
    }
    EXPECT_GT(slow.size(), 8U);
    EXPECT_EQ(database->read(store::all_holds).size(), slow.size());
}

INSTANTIATE_TEST_SUITE_P(Both, Booking, testing::Values(test_support::Kind::sqlite, test_support::Kind::postgres),
                         test_support::name_of);

}  // namespace
}  // namespace presentations
