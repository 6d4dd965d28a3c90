// platform/calendars/calendar.h - iCalendar (RFC 5545): events written for feeds and invitations (RFC 5546), and the
// busy times of other people's calendars read. Written and read by libical.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/email_address.h"
#include "base/instant.h"
#include "base/locale.h"
#include "platform/i18n/time_zone.h"

namespace calendars {

// publish: a feed, nobody answers. request: an invitation, or a newer one of the same uid. cancel: it does not happen.
enum class Method : unsigned char { publish, request, cancel };

enum class EventState : unsigned char { tentative, confirmed, cancelled };

// Somebody who takes part: their address, and the name that calendars show.
struct Participant {
    base::EmailAddress email;
    std::string name;
};

// Whether what the calendars of invited people send back to the organiser is read (answer.h). Unread: none is asked
// for.
enum class Answers : unsigned char { unread, read };

// A reminder that the reader's calendar gives, so long before the start.
struct Alarm {
    base::Duration before;
    std::string words;
};

struct Event {
    std::string uid;   // the same for all that is sent about one event: "presentation-ID@HOST"
    int sequence = 0;  // grows by one with every change that is sent
    EventState state = EventState::confirmed;
    base::Instant start, end;  // start < end; to the second
    i18n::TimeZone zone;       // in which the times are written, with its rules beside them; those that its clocks
                               // show twice, in autumn, are in UTC
    std::string summary;
    std::string description{};
    std::string place{};
    std::string url{};                       // https://...
    std::optional<Participant> organiser{};  // whoever invites, or publishes it
    std::vector<Participant> attendees{};
    Answers answers = Answers::unread;
    std::vector<Alarm> alarms{};
    base::Instant changed_at;  // of the event: DTSTAMP and LAST-MODIFIED, so that equal events are equal bytes
};

struct Calendar {
    Method method = Method::publish;
    std::string name{};  // of a feed, as calendars show it; left out in invitations
    base::Locale locale = base::Locale::english;
    std::vector<Event> events;
};

// text/calendar; charset=utf-8, lines of at most 75 bytes that end in CRLF. Each zone that an event names stands in it
// once, as a VTIMEZONE. Control characters of texts are dropped. The same calendar gives the same bytes.
std::string write(const Calendar& calendar);

// What is kept of a foreign calendar: when somebody is busy, nothing else.
struct Busy {
    base::Instant begin, end;
    bool operator==(const Busy&) const = default;
};

// What in a foreign calendar could not be understood, and how often.
struct ReadProblem {
    enum class Kind : unsigned char {
        not_a_calendar,   // no VCALENDAR in it: nothing was read
        too_large,        // more than kMostBytes: nothing was read
        too_many_events,  // more than kMostBusy times: the rest was left out
        bad_event,        // an event without a start, or that ends before it starts
        unknown_zone      // an event in a zone that is nowhere defined, or goes like none that we know: taken as of the
                          // reader's zone
    };
    Kind kind;
    int count = 1;
    bool operator==(const ReadProblem&) const = default;
};

struct BusyCalendar {
    std::vector<Busy> busy;  // ascending by begin, those that touch or overlap joined
    std::vector<ReadProblem> problems;
};

// Which stretch is read: repeating events are unfolded within it. Whole days and times without a zone are of `zone`.
struct ReadWindow {
    base::Instant from, until;
    i18n::TimeZone zone;
};

inline constexpr std::size_t kMostBytes = 4 * 1024 * 1024;
inline constexpr std::size_t kMostBusy = 5'000;

// Any bytes are fine. Events that are cancelled or transparent take no time; repetitions (RRULE, RDATE, EXDATE, moved
// ones by RECURRENCE-ID) are followed; VFREEBUSY is read as well.
BusyCalendar read(std::string_view text, const ReadWindow& window);

}  // namespace calendars
