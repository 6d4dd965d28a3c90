// Calendars: what we write, as two programs of other people understand it; what we understand of other people's.
#include "platform/calendars/calendar.h"

#include <array>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "base/text.h"
#include "platform/calendars/answer.h"
#include "platform/i18n/local_time.h"

namespace calendars {
namespace {

i18n::TimeZone zone(std::string_view name) { return *i18n::TimeZone::find(name); }
base::EmailAddress address(std::string_view text) { return *base::EmailAddress::parse(text); }
base::Instant at(std::string_view wall, std::string_view in) {
    return *i18n::instant_of(*i18n::local_time_of(wall), zone(in));
}

// In St. John's, three days before the clocks go back on November 1, 2026.
Event talk() {
    return {.uid = "presentation-7@campaign.example",
            .sequence = 2,
            .start = at("2026-10-29T18:30", "America/St_Johns"),
            .end = at("2026-10-29T20:00", "America/St_Johns"),
            .zone = zone("America/St_Johns"),
            .summary = "Présentation : « Des services, pour tout le monde », avec questions et un titre bien long",
            .description = "Bring the projector;\nask for Noor, please.",
            .place = "Union hall, 12 Water St.",
            .url = "https://campaign.example/en/x",
            .organiser = Participant{address("hello@campaign.example"), "All \"Together\" Now"},
            .attendees = {{address("maya@example.org"), "Maya, of the library"}},
            .alarms = {{base::hours(24), "Tomorrow: your presentation"}},
            .changed_at = at("2026-10-01T12:00", "Etc/UTC")};
}

Event in_winter(std::string_view name, int number) {
    auto event = talk();
    event.uid = "presentation-" + std::to_string(number);
    event.zone = zone(name);
    event.start = at("2026-12-08T18:30", name);
    event.end = at("2026-12-08T20:00", name);
    return event;
}

// What tests/support/read_calendars.py says about the text: one line for each reader and event.
std::string as_others_read(const std::string& text) {
    const auto folder = std::filesystem::temp_directory_path() / ("calendar_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const auto file = folder / "feed.ics", answer = folder / "answer.txt";
    std::ofstream{file, std::ios::binary} << text;
    const std::string command = "/usr/bin/python3 " SOURCE_DIR "/tests/support/read_calendars.py " + file.string() +
                                " > " + answer.string() + " 2>&1";
    const int status = std::system(command.c_str());
    std::ifstream in{answer, std::ios::binary};
    std::string said{std::istreambuf_iterator<char>{in}, {}};
    std::filesystem::remove_all(folder);
    EXPECT_EQ(status, 0) << said;
    return said;
}

BusyCalendar read_in_toronto(std::string_view events) {
    const std::string text =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n" + std::string{events} + "END:VCALENDAR\r\n";
    return read(text, {at("2026-10-01T00:00", "Etc/UTC"), at("2026-12-31T00:00", "Etc/UTC"), zone("America/Toronto")});
}

std::vector<std::string> in_utc(const std::vector<Busy>& busy) {
    std::vector<std::string> texts;
    for (const Busy& each : busy)
        texts.push_back(i18n::text_of(i18n::local_time(each.begin, zone("Etc/UTC"))) + "/" +
                        i18n::text_of(i18n::local_time(each.end, zone("Etc/UTC"))));
    return texts;
}

TEST(WrittenCalendar, KeepsToTheFormAndIsTheSameEachTime) {
    const Calendar calendar{Method::request, "", base::Locale::french, {talk()}};
    const auto text = write(calendar);
    EXPECT_EQ(text, write(calendar));
    EXPECT_TRUE(text.starts_with("BEGIN:VCALENDAR\r\n"));
    EXPECT_TRUE(text.ends_with("END:VCALENDAR\r\n"));
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = text.find("\r\n", begin);
        ASSERT_NE(end, std::string::npos);
        EXPECT_LE(end - begin, 75U) << text.substr(begin, end - begin);
        EXPECT_TRUE(base::is_valid_utf8(text.substr(begin, end - begin))) << "no letter is cut in two";
        begin = end + 2;
    }
    for (const char* line :
         {"METHOD:REQUEST\r\n", "SEQUENCE:2\r\n", "DTSTART;TZID=America/St_Johns:20261029T183000\r\n", "RSVP=FALSE",
          "TRIGGER:-P1D\r\n", "DTSTAMP:20261001T120000Z\r\n", "TZOFFSETTO:-0330\r\n"})
        EXPECT_NE(text.find(line), std::string::npos) << line << text;
    auto answered = talk();
    answered.answers = Answers::read;
    EXPECT_NE(write({Method::request, "", base::Locale::french, {answered}}).find("RSVP=TRUE"), std::string::npos)
        << "an answer is asked for where it is read";
}

TEST(WrittenCalendar, TwoOtherProgramsReadTheSameTimesInEveryZone) {
    Calendar feed{Method::publish, "Maya’s presentations", base::Locale::english, {talk()}};
    for (const char* name : {"America/Regina", "America/Whitehorse", "America/Toronto", "America/Vancouver"})
        feed.events.push_back(in_winter(name, static_cast<int>(feed.events.size())));
    const auto said = as_others_read(write(feed));
    // python3 -c "from zoneinfo import *; from datetime import *; print(datetime(2026,10,29,18,30,
    //   tzinfo=ZoneInfo('America/St_Johns')).astimezone(timezone.utc))", and so on: Newfoundland -2:30 in summer,
    //   Saskatchewan -6, Yukon -7, Ontario -5, British Columbia -8.
    for (const char* reader : {"icalendar", "vobject"})
        for (const char* times : {"2026-10-29T21:00Z/2026-10-29T22:30Z", "2026-12-09T00:30Z/2026-12-09T02:00Z",
                                  "2026-12-09T01:30Z/2026-12-09T03:00Z", "2026-12-08T23:30Z/2026-12-09T01:00Z",
                                  "2026-12-09T02:30Z/2026-12-09T04:00Z"})
            EXPECT_NE(said.find(std::string{reader} + " " + times), std::string::npos) << times << "\n" << said;
    EXPECT_NE(said.find("Présentation : « Des services, pour tout le monde »"), std::string::npos) << said;
}

TEST(WrittenCalendar, TheHourThatClocksShowTwiceIsNotMistakenForTheFirst) {
    // In the night of November 1, 2026 the clocks of Toronto show half past one at 05:30 and at 06:30 UTC. A talk of
    // the night shift ends in the first, another begins in the second.
    auto early = talk(), late = talk();
    early.zone = late.zone = zone("America/Toronto");
    early.start = at("2026-11-01T04:30", "Etc/UTC");
    early.end = at("2026-11-01T05:30", "Etc/UTC");
    late.uid = "presentation-8@campaign.example";
    late.start = at("2026-11-01T06:30", "Etc/UTC");
    late.end = at("2026-11-01T07:00", "Etc/UTC");
    const auto text = write({Method::publish, "Nights; in \"autumn\", all", base::Locale::english, {early, late}});
    const auto said = as_others_read(text);
    for (const char* reader : {"icalendar", "vobject"})
        for (const char* times : {"2026-11-01T04:30Z/2026-11-01T05:30Z", "2026-11-01T06:30Z/2026-11-01T07:00Z"})
            EXPECT_NE(said.find(std::string{reader} + " " + times), std::string::npos) << times << "\n" << said << text;
    EXPECT_NE(text.find("DTSTART;TZID=America/Toronto:20261101T003000\r\n"), std::string::npos) << text;
    EXPECT_NE(text.find("DTEND;TZID=America/Toronto:20261101T020000\r\n"), std::string::npos)
        << "two o’clock is shown once" << text;
    EXPECT_NE(text.find("X-WR-CALNAME:Nights\\; in \"autumn\"\\, all\r\n"), std::string::npos) << text;
}

TEST(WrittenCalendar, ACancelledInvitationAndAnEmptyFeedAreReadAsWell) {
    const auto cancelled = write({Method::cancel, "", base::Locale::english, {talk()}});
    EXPECT_NE(cancelled.find("STATUS:CANCELLED\r\n"), std::string::npos);
    EXPECT_EQ(cancelled.find("VALARM"), std::string::npos);
    EXPECT_NE(as_others_read(cancelled).find("vobject 2026-10-29T21:00Z"), std::string::npos);
    EXPECT_EQ(as_others_read(write({Method::publish, "Empty", base::Locale::english, {}})), "");
}

TEST(WrittenCalendar, ComesBackAsTheSameBusyTimes) {
    const auto back = read(write({Method::publish, "Feed", base::Locale::english, {talk()}}),
                           {at("2026-10-01T00:00", "Etc/UTC"), at("2026-12-31T00:00", "Etc/UTC"), zone("Etc/UTC")});
    EXPECT_EQ(back.busy, (std::vector<Busy>{{talk().start, talk().end}}));
    EXPECT_TRUE(back.problems.empty());
}

TEST(ReadCalendar, FollowsRepetitionsAcrossTheChangeOfTheClocks) {
    // Sundays at nine in Toronto: 13:00 UTC until the clocks go back on November 1, then 14:00. One Sunday is left
    // out, one moved to Monday.
    const auto calendar = read_in_toronto(
        "BEGIN:VEVENT\r\nUID:choir\r\nDTSTART;TZID=America/Toronto:20261018T090000\r\nDURATION:PT1H\r\n"
        "RRULE:FREQ=WEEKLY;COUNT=5\r\nEXDATE;TZID=America/Toronto:20261025T090000\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:choir\r\nRECURRENCE-ID;TZID=America/Toronto:20261108T090000\r\n"
        "DTSTART;TZID=America/Toronto:20261109T190000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n");
    EXPECT_EQ(in_utc(calendar.busy),
              (std::vector<std::string>{"2026-10-18T13:00/2026-10-18T14:00", "2026-11-01T14:00/2026-11-01T15:00",
                                        "2026-11-10T00:00/2026-11-10T01:00", "2026-11-15T14:00/2026-11-15T15:00"}));
    EXPECT_TRUE(calendar.problems.empty());
}

TEST(ReadCalendar, MovesAnOccurrenceWithAllThatFollow) {
    // Thursdays at nine in Toronto, 13:00 UTC, for an hour. From October 22 on the choir meets on Fridays at seven in
    // the evening for two hours: 23:00 UTC, and 00:00 behind the change of the clocks on November 1. From November 12
    // on it meets no more, but once, on the 26th at noon.
    const auto calendar = read_in_toronto(
        "BEGIN:VEVENT\r\nUID:choir\r\nDTSTART;TZID=America/Toronto:20261008T090000\r\nDURATION:PT1H\r\n"
        "RRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:choir\r\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/Toronto:20261022T090000\r\n"
        "DTSTART;TZID=America/Toronto:20261023T190000\r\nDURATION:PT2H\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:choir\r\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/Toronto:20261112T090000\r\n"
        "DTSTART;TZID=America/Toronto:20261112T090000\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:choir\r\nRECURRENCE-ID;TZID=America/Toronto:20261126T090000\r\n"
        "DTSTART;TZID=America/Toronto:20261126T120000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n");
    EXPECT_EQ(in_utc(calendar.busy),
              (std::vector<std::string>{"2026-10-08T13:00/2026-10-08T14:00", "2026-10-15T13:00/2026-10-15T14:00",
                                        "2026-10-23T23:00/2026-10-24T01:00", "2026-10-30T23:00/2026-10-31T01:00",
                                        "2026-11-07T00:00/2026-11-07T02:00", "2026-11-26T17:00/2026-11-26T18:00"}));
    EXPECT_TRUE(calendar.problems.empty());
}

TEST(ReadCalendar, FindsWhatWasMovedIntoTheTimeThatIsRead) {
    // Read from October 1 to December 31. A talk of September 24 by its rule is two weeks later since the one before
    // it; one of January 7, 2027 is thirty days earlier, and longer.
    const auto later = read_in_toronto(
        "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=America/Regina:20260924T090000\r\nDURATION:PT1H\r\n"
        "RRULE:FREQ=WEEKLY;INTERVAL=4;COUNT=1\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:1\r\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/Regina:20260827T090000\r\n"
        "DTSTART;TZID=America/Regina:20260910T090000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:2\r\nDTSTART;TZID=America/Regina:20270107T090000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:2\r\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/Regina:20261210T090000\r\n"
        "DTSTART;TZID=America/Regina:20261110T090000\r\nDURATION:PT3H\r\nEND:VEVENT\r\n");
    EXPECT_EQ(in_utc(later.busy),
              (std::vector<std::string>{"2026-10-08T15:00/2026-10-08T16:00", "2026-11-10T15:00/2026-11-10T18:00",
                                        "2026-12-08T15:00/2026-12-08T18:00"}));
}

TEST(ReadCalendar, WholeDaysAreOfTheReaderAndAnEndInUtcIsOfItsOwnZone) {
    const auto calendar = read_in_toronto(
        "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261010\r\nDTEND;VALUE=DATE:20261012\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:2\r\nDTSTART;TZID=America/Toronto:20261129T003000\r\nDURATION:PT30M\r\n"
        "RRULE:FREQ=DAILY;UNTIL=20261201T045959Z\r\nEND:VEVENT\r\n");
    EXPECT_EQ(in_utc(calendar.busy),
              (std::vector<std::string>{"2026-10-10T04:00/2026-10-12T04:00", "2026-11-29T05:30/2026-11-29T06:00",
                                        "2026-11-30T05:30/2026-11-30T06:00"}));
}

TEST(ReadCalendar, TakesZonesOfOtherProgramsAndSaysWhichItDoesNotKnow) {
    const auto calendar = read_in_toronto(
        "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Newfoundland Standard Time:20261010T090000\r\n"
        "DTEND;TZID=Newfoundland Standard Time:20261010T100000\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:2\r\nDTSTART;TZID=/example.org/America/Regina:20261011T090000\r\nDURATION:PT1H\r\n"
        "END:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:3\r\nDTSTART;TZID=My Zone:20261012T090000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n");
    EXPECT_EQ(in_utc(calendar.busy),
              (std::vector<std::string>{"2026-10-10T11:30/2026-10-10T12:30", "2026-10-11T15:00/2026-10-11T16:00",
                                        "2026-10-12T13:00/2026-10-12T14:00"}));
    EXPECT_EQ(calendar.problems, (std::vector<ReadProblem>{{ReadProblem::Kind::unknown_zone, 1}}));
}

TEST(ReadCalendar, TakesAZoneThatTheCalendarDefinesUnderANameOfItsOwn) {
    // As Outlook writes them: Newfoundland, -3:30 in winter and -2:30 in summer.
    const auto calendar = read_in_toronto(
        "BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone\r\n"
        "BEGIN:STANDARD\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:-0230\r\nTZOFFSETTO:-0330\r\n"
        "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\r\nEND:STANDARD\r\n"
        "BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:-0330\r\nTZOFFSETTO:-0230\r\n"
        "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
        "BEGIN:VTIMEZONE\r\nTZID:Of Mars\r\nBEGIN:STANDARD\r\nDTSTART:20260101T000000\r\nTZOFFSETFROM:+0042\r\n"
        "TZOFFSETTO:+0042\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
        "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Customized Time Zone:20261010T090000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:2\r\nDTSTART;TZID=Customized Time Zone:20261210T090000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:3\r\nDTSTART;TZID=Of Mars:20261212T090000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n");
    EXPECT_EQ(in_utc(calendar.busy),
              (std::vector<std::string>{"2026-10-10T11:30/2026-10-10T12:30", "2026-12-10T12:30/2026-12-10T13:30",
                                        "2026-12-12T14:00/2026-12-12T15:00"}));
    EXPECT_EQ(calendar.problems, (std::vector<ReadProblem>{{ReadProblem::Kind::unknown_zone, 1}}));
}

TEST(ReadCalendar, LeavesOutDatesInZonesOfTheirOwnAndWholeDays) {
    // Daily at nine in Toronto, 13:00 UTC; not on the 11th, as somebody in Vancouver wrote it, nor on the 12th at all.
    // Once more on the 15th at noon in Regina.
    const auto calendar = read_in_toronto(
        "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=America/Toronto:20261010T090000\r\nDURATION:PT1H\r\n"
        "RRULE:FREQ=DAILY;COUNT=4\r\nEXDATE;TZID=America/Vancouver:20261011T060000\r\nEXDATE;VALUE=DATE:20261012\r\n"
        "RDATE;TZID=America/Regina:20261015T120000\r\nEND:VEVENT\r\n");
    EXPECT_EQ(in_utc(calendar.busy),
              (std::vector<std::string>{"2026-10-10T13:00/2026-10-10T14:00", "2026-10-13T13:00/2026-10-13T14:00",
                                        "2026-10-15T18:00/2026-10-15T19:00"}));
}

TEST(ReadCalendar, LeavesOutWhatTakesNoTimeAndJoinsWhatOverlaps) {
    const auto calendar = read_in_toronto(
        "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261010T130000Z\r\nDTEND:20261010T140000Z\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:2\r\nDTSTART:20261010T133000Z\r\nDTEND:20261010T150000Z\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:3\r\nDTSTART:20261011T130000Z\r\nDTEND:20261011T140000Z\r\nTRANSP:TRANSPARENT\r\n"
        "END:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:4\r\nDTSTART:20261011T130000Z\r\nDTEND:20261011T140000Z\r\nSTATUS:CANCELLED\r\n"
        "END:VEVENT\r\n"
        "BEGIN:VFREEBUSY\r\nFREEBUSY:20261012T130000Z/PT2H,20261013T130000Z/20261013T140000Z\r\n"
        "FREEBUSY;FBTYPE=FREE:20261014T130000Z/PT2H\r\nEND:VFREEBUSY\r\n");
    EXPECT_EQ(in_utc(calendar.busy),
              (std::vector<std::string>{"2026-10-10T13:00/2026-10-10T15:00", "2026-10-12T13:00/2026-10-12T15:00",
                                        "2026-10-13T13:00/2026-10-13T14:00"}));
}

TEST(ReadCalendar, SaysWhatIsWrongAndDoesNotGetStuck) {
    using Kind = ReadProblem::Kind;
    const ReadWindow window{at("2026-10-01T00:00", "Etc/UTC"), at("2026-12-31T00:00", "Etc/UTC"), zone("Etc/UTC")};
    const auto only = [&](const BusyCalendar& calendar) {
        return calendar.problems.size() == 1 ? std::optional{calendar.problems.front()} : std::nullopt;
    };
    for (const char* text : {"", "<html>Sign in</html>", "BEGIN:VCARD\r\nEND:VCARD\r\n"})
        EXPECT_EQ(only(read(text, window)), (ReadProblem{Kind::not_a_calendar})) << text;
    EXPECT_EQ(only(read(std::string(kMostBytes + 1, 'x'), window)), (ReadProblem{Kind::too_large}));
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += i % 2 == 0 ? "BEGIN:VEVENT\r\n" : "BEG\r\n IN:VEVENT\r\n";
    EXPECT_EQ(only(read(deep, window)), (ReadProblem{Kind::not_a_calendar}));
    // Without a start, ending before it begins, every second for ever, on a day that never comes.
    const auto odd = read_in_toronto(
        "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:?\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:2\r\nDTSTART:20261010T130000Z\r\nDTEND:20261009T130000Z\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:3\r\nDTSTART:19700101T000000Z\r\nDURATION:PT1S\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\n");
    EXPECT_EQ(only(odd), (ReadProblem{Kind::bad_event, 3}));
    const auto never = read_in_toronto(
        "BEGIN:VEVENT\r\nUID:4\r\nDTSTART:20260101T000000Z\r\nDURATION:PT1H\r\n"
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\nEND:VEVENT\r\n");
    EXPECT_TRUE(never.busy.empty());
    // Each names a day of every thousand since 1970, and counts as if it named all 20,000: so many are not followed.
    std::string many;
    for (int i = 0; i < 60; ++i)
        many += "BEGIN:VEVENT\r\nUID:" + std::to_string(i) + "\r\nDTSTART:19700101T000000Z\r\nDURATION:PT1H\r\n" +
                "RRULE:FREQ=DAILY;INTERVAL=1000;COUNT=100\r\nEND:VEVENT\r\n";
    EXPECT_EQ(only(read_in_toronto(many)), (ReadProblem{Kind::bad_event, 12}));
}

TEST(ReadAnswer, TellsWhatAnInvitedPersonSays) {
    const auto answer_of = [](std::string_view lines) {
        return read_answer("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n" + std::string{lines} +
                           "END:VCALENDAR\r\n");
    };
    // As Google's and Microsoft's calendars write them.
    const auto yes = answer_of(
        "METHOD:REPLY\r\nBEGIN:VEVENT\r\nDTSTART:20261029T210000Z\r\nUID:presentation-7@campaign.example\r\n"
        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Maya;X-NUM-GUESTS=0:mailto:maya@examp\r\n"
        " le.org\r\nSEQUENCE:2\r\nEND:VEVENT\r\n");
    ASSERT_TRUE(yes);
    EXPECT_EQ(yes->says, Says::yes);
    EXPECT_EQ(yes->sequence, 2);
    const auto no = answer_of(
        "METHOD:REPLY\r\nBEGIN:VTIMEZONE\r\nTZID:Eastern Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T020000\r\n"
        "TZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\n"
        "ATTENDEE;PARTSTAT=DECLINED;CN=Maya:mailto:maya@example.org\r\nUID:7\r\nEND:VEVENT\r\n");
    ASSERT_TRUE(no);
    EXPECT_EQ(no->says, Says::no);
    EXPECT_EQ(no->sequence, std::nullopt);
    EXPECT_EQ(answer_of("METHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:7\r\nATTENDEE;PARTSTAT=TENTATIVE:mailto:m@example.org\r\n"
                        "END:VEVENT\r\n")
                  ->says,
              Says::perhaps);
    // Nobody answers by a proposal of another time, without saying what, or with what is no calendar.
    EXPECT_FALSE(
        answer_of("METHOD:COUNTER\r\nBEGIN:VEVENT\r\nUID:7\r\nATTENDEE;PARTSTAT=DECLINED:mailto:m@example.org\r\n"
                  "END:VEVENT\r\n"));
    EXPECT_FALSE(answer_of("METHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:7\r\nATTENDEE:mailto:m@example.org\r\nEND:VEVENT\r\n"));
    EXPECT_FALSE(answer_of("METHOD:REPLY\r\n"));
    EXPECT_FALSE(read_answer("METHOD:REPLY"));
    EXPECT_FALSE(read_answer(std::string(kMostBytes + 1, 'x')));
}

}  // namespace
}  // namespace calendars
