// The way of a guest, on both databases: asks, confirms, waits, moves up; and that a room never holds more than its
// seats.
#include "features/events/handlers.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "features/events/feed_pages.h"
#include "features/events/guest_service.h"
#include "features/events/jobs.h"
#include "features/events/slice.h"
#include "features/events/store.h"
#include "features/events/words.h"
#include "people/store.h"
#include "platform/http/testing.h"
#include "platform/mail/outbox.h"
#include "tests/support/databases.h"

namespace events {
namespace {

constexpr base::Instant kNow{1'800'000'000'000'000};  // 2027-01-15T08:00:00Z

EventForm an_evening() {
    return {.level = "1",
            .title_en = "What a library is worth",
            .title_fr = "Ce que vaut une bibliothèque",
            .text_en = "Come.",
            .text_fr = "Venez.",
            .format = "in_person",
            .place = "The library",
            .town = "Larch River",
            .province = "NB",
            .language = "both",
            .zone = "America/Moncton",
            .starts_at = "2027-02-10T19:00",
            .minutes = "90",
            .speaker = "",
            .accessibility = "",
            .capacity = "3"};
}

std::vector<std::string> fields_of(const base::Problems& problems) {
    std::vector<std::string> fields;
    for (const auto& problem : problems) fields.push_back(problem.field);
    return fields;
}

TEST(Planning, PastAndImpossibleTimesAreRefused) {
    auto form = an_evening();
    ASSERT_TRUE(accept(Typed{form, kNow}));
    form.starts_at = "2027-03-14T02:30";
    EXPECT_EQ(fields_of(accept(Typed{form, kNow}).error()), (std::vector<std::string>{"starts_at"}));
    form.starts_at = "2026-12-31T19:00";
    form.capacity = "-1";
    EXPECT_EQ(fields_of(accept(Typed{form, kNow}).error()), (std::vector<std::string>{"starts_at", "capacity"}));
}

TEST(Planning, AFormGivesBackWhatWasStored) {
    const auto form = an_evening();
    const auto plan = accept(Typed{form, kNow});
    ASSERT_TRUE(plan);
    const auto again = form_of(*plan);
    EXPECT_EQ(again.starts_at, form.starts_at);
    EXPECT_EQ(again.capacity, form.capacity);
    EXPECT_EQ(again.language, form.language);
}

TEST(Planning, OnlineItSaysWhichClocksAreMeant) {
    auto form = an_evening();
    const auto in_person = accept(Typed{form, kNow});
    form.format = "online";
    const auto online = accept(Typed{form, kNow});
    const i18n::Translator t{base::Locale::french};
    EXPECT_FALSE(when_words(t, *in_person).contains("Moncton")) << "who goes there has its clocks";
    EXPECT_TRUE(when_words(t, *online).ends_with(" – Heure de l’Atlantique (Moncton)")) << when_words(t, *online);
}

class Coming : public testing::TestWithParam<test_support::Kind> {
protected:
    Coming() {
        event = database->write([](db::Write& write) {
            const auto level =
                people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
            const auto id = store::insert(write, *level, *accept(Typed{an_evening(), kNow}));
            store::publish(write, id);
            return id;
        });
    }
    GuestId come(std::string_view email, std::string_view seats) {
        const std::string id = std::to_string(event.value);
        const auto form = handlers.read_guest(http::testing::post(
            "/en/events/1/guests", {{"event", id}}, {{"name", "Ana Silva"}, {"email", email}, {"seats", seats}}));
        EXPECT_TRUE(form);
        database->write([&](db::Write& write) { return *handlers.submit(*form, write); });
        return database->read(
            [&](db::Read& read) { return store::guest_of_address(read, event, form->address_hash)->id; });
    }
    GuestState press(GuestId id, http::WriteResult (Handlers::*act)(const GuestAct&, db::Write&) const) {
        database->write([&](db::Write& write) {
            return *(handlers.*act)({id, tokens.make(kOwnSeat, id.value), base::Locale::english}, write);
        });
        return state(id);
    }
    GuestState state(GuestId id) {
        return database->read([&](db::Read& read) { return store::find_guest(read, id)->state; });
    }
    std::int64_t taken() {
        return database->read([&](db::Read& read) { return store::find(read, event)->taken; });
    }

    base::Instant clock = kNow;
    test_support::TestDatabase database{GetParam(), [this] { return clock; }};
    EventId event{1};
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
    ports::Champions champions;
    ports::ChampionBookings bookings;
    Services services{config, secret, tokens, frames, actions, champions, bookings};
    Handlers handlers{services, [this] { return clock; }};
    Slice slice{services, [this] { return clock; }};
};

TEST_P(Coming, OtherSlicesHearOfEventsThatLieAhead) {
    const auto port = slice.port();
    const auto find = [&](EventId id) {
        return database->read([&](db::Read& read) { return port.find(read, id, base::Locale::french); });
    };
    const auto found = find(event);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->title, "Ce que vaut une bibliothèque");
    EXPECT_TRUE(found->when.contains("10 février 2027")) << found->when;
    EXPECT_TRUE(found->where.contains("Larch River, Nouveau-Brunswick")) << found->where;
    EXPECT_EQ(found->path, "/fr/events/" + std::to_string(event.value));
    const auto upcoming = [&] {
        return database->read([&](db::Read& read) { return port.upcoming(read, base::Locale::english, 5).size(); });
    };
    EXPECT_EQ(upcoming(), 1U);
    EXPECT_FALSE(find(EventId{event.value + 1}));
    clock = kNow + base::days(60);
    EXPECT_FALSE(find(event)) << "over";
    EXPECT_EQ(upcoming(), 0U);
    clock = kNow;
    database->write([&](db::Write& write) { return store::cancel(write, event, {"Storm", "Tempête"}); });
    EXPECT_FALSE(find(event)) << "cancelled";
}

TEST_P(Coming, WhoFindsNoSeatWaitsAndMovesUpWhenSomebodyStaysAway) {
    const auto ana = come("ana@example.org", "2");
    const auto bo = come("bo@example.org", "2");
    const auto cy = come("cy@example.org", "1");
    EXPECT_EQ(taken(), 0) << "nobody comes before they confirmed";
    EXPECT_EQ(press(ana, &Handlers::confirm), GuestState::coming);
    EXPECT_EQ(press(bo, &Handlers::confirm), GuestState::waiting);
    EXPECT_EQ(press(cy, &Handlers::confirm), GuestState::coming) << "one seat was left, and one is enough";
    EXPECT_EQ(taken(), 3);
    EXPECT_EQ(press(ana, &Handlers::withdraw), GuestState::withdrawn);
    EXPECT_EQ(state(bo), GuestState::coming);
    EXPECT_EQ(taken(), 3);
    EXPECT_EQ(press(ana, &Handlers::withdraw), GuestState::withdrawn) << "pressed twice";
    EXPECT_EQ(taken(), 3);
    EXPECT_EQ(press(ana, &Handlers::confirm), GuestState::waiting) << "after all";
    EXPECT_TRUE(database->read([](db::Read& read) { return seats_check().run(read); }).empty());
}

TEST_P(Coming, WhatIsCancelledGoesOutOfTheCalendarsOfThoseWhoHadASeat) {
    press(come("ana@example.org", "3"), &Handlers::confirm);
    press(come("bo@example.org", "1"), &Handlers::confirm);
    remind(*database);
    database->write([&](db::Write& write) {
        store::cancel(write, event, {"Storm", "Tempête"});
        tell_guests(event, write);
    });
    mail::Renderers renderers;
    slice.add_mails(renderers);
    std::vector<std::string> told;
    database->read([&](db::Read& read) {
        for (const auto& each : mail::latest_mails(read, {}))
            if (each.order.kind == kChangeMail) {
                const auto made = (*renderers.find(each.order.kind))(each.order, read);
                told.push_back(each.order.recipient.text() + " " + made->calendar.method);
                if (made->calendar.method.empty()) continue;
                for (const char* line : {"METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n", "SEQUENCE:1\r\n", "mailto:ana@"})
                    EXPECT_NE(made->calendar.text.find(line), std::string::npos) << line << made->calendar.text;
            }
    });
    std::ranges::sort(told);
    EXPECT_EQ(told, (std::vector<std::string>{"ana@example.org CANCEL", "bo@example.org "}));
}

TEST_P(Coming, ASecondFormIsAnsweredLikeTheFirstAndNobodyGetsMoreThanFiveMails) {
    const auto ana = come("ana@example.org", "2");
    for (int i = 0; i < 7; ++i) EXPECT_EQ(come("ana@example.org", "1"), ana);
    EXPECT_EQ(database->read([](db::Read& read) { return mail::latest_mails(read, {}).size(); }), 5U);
}

TEST_P(Coming, NobodySignsUpForWhatHasBegun) {
    clock = kNow + base::days(60);
    const std::string id = std::to_string(event.value);
    const auto form = handlers.read_guest(http::testing::post(
        "/en/events/1/guests", {{"event", id}}, {{"name", "Ana"}, {"email", "ana@example.org"}, {"seats", "1"}}));
    ASSERT_TRUE(form);
    EXPECT_FALSE(database->write([&](db::Write& write) { return handlers.submit(*form, write); }));
}

TEST_P(Coming, WhoIsErasedGivesTheirSeatToTheNext) {
    const auto ana = come("ana@example.org", "3");
    const auto bo = come("bo@example.org", "2");
    press(ana, &Handlers::confirm);
    press(bo, &Handlers::confirm);
    const auto hash = database->read([&](db::Read& read) { return store::find_guest(read, ana)->address_hash; });
    const auto holder = slice.person_data();
    EXPECT_NE(database->read([&](db::Read& read) { return holder.export_json(read, {hash}); }).find("Ana Silva"),
              std::string::npos);
    database->write([&](db::Write& write) { holder.erase(write, {hash}); });
    EXPECT_EQ(state(bo), GuestState::coming);
    EXPECT_EQ(taken(), 2);
    EXPECT_EQ(database->read([&](db::Read& read) { return holder.export_json(read, {hash}); }), "[]");
}

TEST_P(Coming, AProgramReadsALongListPageByPage) {
    database->write([](db::Write& write) {
        for (int i = 0; i < 50; ++i) {
            auto evening = an_evening();
            evening.starts_at = "2027-03-01T19:00";
            store::publish(write, store::insert(write, base::LevelId{1}, *accept(Typed{evening, kNow})));
        }
    });
    const auto ask = [&](std::string_view address) {
        const auto request = http::testing::get(address);
        return boost::json::parse(
            database->read([&](db::Read& read) { return handlers.api(request, read); }).body.view());
    };
    const auto first = ask("/api/v1/events");
    EXPECT_EQ(first.at("total").as_int64(), 51);
    EXPECT_EQ(first.at("events").as_array().size(), 50U);
    EXPECT_EQ(first.at("events").at(0).at("id").as_string(), std::to_string(event.value)) << "the next comes first";
    const auto second = ask("/api/v1/events?page=" + std::to_string(first.at("next").as_int64()));
    EXPECT_EQ(second.at("events").as_array().size(), 1U);
    EXPECT_EQ(second.at("next").as_int64(), 0);
}

TEST_P(Coming, FeedsSayWhatIsToCome) {
    const auto feed = [&](std::string_view file) {
        return std::string{database
                               ->read([&](db::Read& read) {
                                   return handlers.feed(http::testing::get("/fr/events/feeds/x", {{"file", file}}),
                                                        read);
                               })
                               .body.view()};
    };
    const auto json = boost::json::parse(feed("feed.json"));
    EXPECT_EQ(json.at("items").at(0).at("title").as_string(), "Ce que vaut une bibliothèque");
    EXPECT_EQ(json.at("items").at(0).at("_event").at("starts_at").as_string(), "2027-02-10T23:00:00Z");
    EXPECT_NE(feed("rss.xml").find("<title>Ce que vaut une bibliothèque</title>"), std::string::npos);
    EXPECT_NE(feed("calendar.ics").find("DTSTART;TZID=America/Moncton:20270210T190000"), std::string::npos);
    EXPECT_NE(feed("calendar.ics").find("ORGANIZER;CN=All Together Now:mailto:"), std::string::npos)
        << "a published event names who publishes it (RFC 5546, 3.2.1)";
    EXPECT_EQ(feed("passwd"), "");
}

ALLTOGETHER_ON_BOTH_DATABASES(Coming);

}  // namespace
}  // namespace events
