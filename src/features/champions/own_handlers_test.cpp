// When Noor has time: the hours of her week, days that are different, bookings, and calendars of hers elsewhere.
#include "features/champions/own_handlers.h"

#include "features/champions/calendar_service.h"
#include "features/champions/handlers_house_test.h"
#include "features/champions/hours_store.h"
#include "tests/support/plain_server.h"

namespace champions {
namespace {

using http::testing::get;
using http::testing::post;

class OwnTimes : public ChampionsHouse {};

TEST_P(OwnTimes, FreeTimesKeepToNoticeBuffersBookingsAndTheMostOfAWeek) {
    become_active();
    EXPECT_EQ(free_times(base::days(9)),
              (std::vector<std::string>{"2026-11-17T18:00", "2026-11-17T18:30", "2026-11-17T19:00", "2026-11-17T19:30",
                                        "2026-11-17T20:00"}))
        << "tomorrow is too soon";
    // A presentation from six to half past six on the 17th: an hour to travel before and after.
    const auto six = *i18n::instant_of({2026, 11, 17, 18, 0}, i18n::TimeZone::toronto());
    booked = {{noor()->id, {six, six + base::minutes(30)}}};
    EXPECT_EQ(free_times(base::days(9)), (std::vector<std::string>{"2026-11-17T19:30", "2026-11-17T20:00"}));
    EXPECT_EQ(free_times(base::days(9), ports::PresentationFormat::online).front(), "2026-11-17T19:30")
        << "she is on her way home until then, whatever comes next";
    booked.front().format = ports::PresentationFormat::online;
    EXPECT_EQ(free_times(base::days(9), ports::PresentationFormat::online).front(), "2026-11-17T18:30");
    EXPECT_EQ(free_times(base::days(9)).front(), "2026-11-17T19:30") << "she has to travel there";
    booked.front().format = ports::PresentationFormat::in_person;
    const auto is_free = [&](base::Instant at) {
        return database->read([&](db::Read& read) {
            return port.is_free(read,
                                {.champions = {noor()->id},
                                 .within = {clock, clock + base::days(60)},
                                 .length = base::hours(1),
                                 .format = ports::PresentationFormat::in_person,
                                 .now = clock},
                                at);
        });
    };
    EXPECT_FALSE(is_free(six));
    EXPECT_TRUE(is_free(six + base::minutes(90)));
    EXPECT_TRUE(is_free(six + base::minutes(95))) << "a host may propose 19:35, which no list of free times has";
    EXPECT_FALSE(is_free(six + base::minutes(121))) << "it would end a minute behind her hours";
    const auto thursday = six + base::days(2);
    booked.push_back({noor()->id, {thursday, thursday + base::hours(1)}});
    EXPECT_TRUE(free_times(base::days(9)).empty()) << "two a week are enough";
    EXPECT_EQ(free_times(base::days(17)).size(), 5U) << "the week after is free";
}

TEST_P(OwnTimes, ExceptionsOpenAndCloseDaysAndImpossibleOnesAreRefused) {
    become_active();
    const auto except = [&](std::initializer_list<http::Fields::Field> fields) {
        return press(&TimesHandlers::read_exception, &TimesHandlers::add_exception,
                     own(post("/en/champions/own/exceptions", {}, fields)));
    };
    EXPECT_TRUE(except({{"kind", "closed"}, {"first_day", "2026-11-17"}, {"from", "18:00"}, {"until", "19:30"}}));
    EXPECT_TRUE(except({{"kind", "open"}, {"first_day", "2026-11-18"}, {"from", "12:00"}, {"until", "13:00"}}));
    EXPECT_EQ(free_times(base::days(10)),
              (std::vector<std::string>{"2026-11-17T19:30", "2026-11-17T20:00", "2026-11-18T12:00"}));
    EXPECT_FALSE(except({{"kind", "closed"}, {"first_day", "2026-11-01"}})) << "over";
    EXPECT_FALSE(except({{"kind", "closed"}, {"first_day", "tomorrow"}}));
    const auto wrong = own(post("/en/champions/own/times", {}, {{"zone", "America/Toronto"}, {"from_0_0", "26:00"}}));
    const TimesHandlers times{services};
    const auto problems = times.read_times(wrong);
    ASSERT_FALSE(problems);
    const auto again = database->read([&](db::Read& read) { return times.times_again(wrong, problems.error(), read); });
    EXPECT_EQ(again.status, 422);
    EXPECT_NE(text(again).find("value=\"26:00\""), std::string::npos) << "what she typed is kept";
    EXPECT_EQ(free_times(base::days(10)).size(), 3U) << "and what was saved stays";
}

TEST_P(OwnTimes, AForeignCalendarTakesTimesAwayAndSaysNothingAboutThem) {
    become_active();
    test_support::PlainServer server;
    server.answer_with({.headers = "Content-Type: text/calendar\r\n",
                        .body = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Dentist\r\n"
                                "DTSTART;TZID=America/Toronto:20261117T180000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
                                "END:VCALENDAR\r\n"});
    const auto enter_address = [&](const std::string& address) {
        return press(&CalendarHandlers::read_calendar, &CalendarHandlers::write_calendar,
                     own(post("/en/champions/own/calendar", {}, {{"address", address}})));
    };
    const auto known = [&] {
        return *database->read([&](db::Read& read) { return store::calendar(read, noor()->id); });
    };
    EXPECT_FALSE(enter_address("file:///etc/passwd"));
    EXPECT_TRUE(enter_address(server.url("/noor.ics")));
    look_at(services, noor()->id);
    EXPECT_EQ(known().busy_count, 1);
    EXPECT_EQ(known().busy.find("Dentist"), std::string::npos);
    EXPECT_EQ(free_times(base::days(9)), (std::vector<std::string>{"2026-11-17T20:00"}));
    server.answer_with({.status = 200, .body = "<html>Please sign in</html>"});
    look_at(services, noor()->id);
    EXPECT_EQ(known().problem, "not_a_calendar");
    EXPECT_EQ(known().busy_count, 1) << "what was known stays";
    server.answer_with({.status = 200, .body = std::string(20'000, 'x')});
    look_at(services, noor()->id);
    EXPECT_EQ(known().problem, "too_large");
    const http::OutgoingClient guarded{{.private_networks = {}, .timeout = std::chrono::milliseconds{500}}};
    const Services outside{config,         secret,   tokens,  frames,  pictures,
                           person_actions, bookings, changes, guarded, *database};
    look_at(outside, noor()->id);
    EXPECT_EQ(known().problem, "not_public") << "nobody makes us look at our own network";
}

TEST_P(OwnTimes, AnUploadedCalendarIsReadAndRubbishIsRefused) {
    become_active();
    const auto upload = [&](std::string bytes) {
        auto request = own(post("/en/champions/own/calendar/file", {}, {{"zone", "America/Toronto"}}));
        request.form.files.push_back({"file", "mine.ics", "text/calendar", std::move(bytes)});
        return press(&CalendarHandlers::read_upload, &CalendarHandlers::write_upload, request);
    };
    EXPECT_FALSE(upload("GIF89a"));
    EXPECT_TRUE(
        upload("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261117\r\nEND:VEVENT\r\nEND:VCALENDAR"));
    EXPECT_TRUE(free_times(base::days(9)).empty());
    EXPECT_TRUE(press(&CalendarHandlers::read_act, &CalendarHandlers::forget_calendar,
                      own(post("/en/champions/own/calendar/removal", {}, {}))));
    EXPECT_EQ(free_times(base::days(9)).size(), 5U);
}

TEST_P(OwnTimes, TheFeedHasASecretAddressThatCanBeChanged) {
    become_active();
    bookings.events = [&](db::Read&, ChampionId, base::Locale, base::Instant) {
        return std::vector<calendars::Event>{{.uid = "1@x",
                                              .start = clock + base::days(8),
                                              .end = clock + base::days(8) + base::hours(1),
                                              .zone = i18n::TimeZone::toronto(),
                                              .summary = "Library board",
                                              .changed_at = clock}};
    };
    const auto feed = [&](const std::string& address) {
        return database->read([&](db::Read& read) {
            return handlers.feed(now(get("/en/champions/calendar/x", {{"token", address}})), read);
        });
    };
    const auto address = tokens.make(kFeed, noor()->feed) + ".ics";
    EXPECT_NE(text(feed(address)).find("SUMMARY;LANGUAGE=en:Library board"), std::string::npos);
    EXPECT_EQ(text(feed(address)), text(feed(address))) << "equal bytes, so that the ETag holds";
    EXPECT_TRUE(press(&CalendarHandlers::read_act, &CalendarHandlers::renew_feed, own(post("/en/x", {}, {}))));
    EXPECT_EQ(feed(address).status, 404);
    EXPECT_EQ(feed("guess.ics").status, 404);
}

INSTANTIATE_TEST_SUITE_P(Both, OwnTimes, testing::Values(test_support::Kind::sqlite, test_support::Kind::postgres),
                         test_support::name_of);

}  // namespace
}  // namespace champions
