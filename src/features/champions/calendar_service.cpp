#include "features/champions/calendar_service.h"

#include <array>
#include <utility>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/champions/store.h"
#include "platform/calendars/calendar.h"
#include "platform/i18n/translator.h"
#include "platform/jobs/jobs.h"

namespace champions {
namespace {

using calendars::ReadProblem;

constexpr std::int64_t kLooksOfOneRun = 500;

std::string_view word_of(ReadProblem::Kind kind) {
    switch (kind) {
        case ReadProblem::Kind::not_a_calendar:
            return "not_a_calendar";
        case ReadProblem::Kind::too_large:
            return "too_large";
        case ReadProblem::Kind::too_many_events:
            return "too_many";
        case ReadProblem::Kind::bad_event:
            return "bad_event";
        case ReadProblem::Kind::unknown_zone:
            return "unknown_zone";
    }
    return "bad_event";
}

std::string_view word_of(http::OutgoingFault::Kind kind) {
    switch (kind) {
        case http::OutgoingFault::Kind::not_public:
            return "not_public";
        case http::OutgoingFault::Kind::too_slow:
            return "too_slow";
        default:
            return "not_reached";
    }
}

// What the answer says; on failure what was known before, with the problem.
store::ForeignCalendar after_look(const base::Result<http::OutgoingAnswer, http::OutgoingFault>& answer,
                                  store::ForeignCalendar before, const Look& look) {
    const auto failed = [&](std::string_view problem) {
        before.problem = problem;
        before.problem_count = 1;
        before.tried_at = look.now;
        ++before.failures;
        return before;
    };
    if (!answer) return failed(word_of(answer.error().kind));
    if (answer->status != 200) return failed("status");
    if (answer->is_cut) return failed("too_large");
    auto read = understood(answer->body, look);
    if (is_unreadable(read)) return failed(read.problem);
    read.address = before.address;
    return read;
}

}  // namespace

base::Result<std::string, base::Problems> read_calendar_address(std::string_view typed) {
    auto address = base::collapse_spaces(typed);
    const auto scheme = base::lower_ascii(address.substr(0, 9));
    if (scheme.starts_with("webcal://")) address = "https" + address.substr(6);
    const bool is_web = scheme.starts_with("https://") || scheme.starts_with("http://") || scheme.starts_with("webcal");
    if (!is_web || address.contains(' ') || address.size() > 1'000)
        return base::Problems{
            {"address", base::message("Enter the address of a calendar, such as https://example.org/calendar.ics.")}};
    return address;
}

store::ForeignCalendar understood(std::string_view bytes, const Look& look) {
    const auto read = calendars::read(bytes, {look.now - base::days(1), look.now + kLookAhead, look.zone});
    store::ForeignCalendar calendar{.address = "", .busy = "", .read_at = look.now, .tried_at = look.now};
    std::vector<availability::Span> spans;
    for (const auto& each : read.busy) spans.push_back({each.begin, each.end});
    calendar.busy = packed(spans);
    calendar.busy_count = std::ssize(spans);
    if (!read.problems.empty()) {
        calendar.problem = word_of(read.problems.front().kind);
        calendar.problem_count = read.problems.front().count;
    }
    return calendar;
}

bool is_unreadable(const store::ForeignCalendar& calendar) {
    return calendar.problem == "not_a_calendar" || calendar.problem == "too_large";
}

void look_at(const Services& services, ChampionId champion) {
    struct Task {
        store::ForeignCalendar calendar;
        i18n::TimeZone zone;
    };
    const auto task = services.database.read([&](db::Read& read) -> std::optional<Task> {
        const auto who = store::find(read, champion);
        auto calendar = who ? store::calendar(read, champion) : std::nullopt;
        if (!calendar || calendar->address.empty()) return std::nullopt;
        return Task{*std::move(calendar), who->terms.zone};
    });
    if (!task) return;
    const auto answer = services.client.get(
        {.url = task->calendar.address, .headers = {{"Accept", "text/calendar, text/plain;q=0.5, */*;q=0.1"}}});
    const auto now = services.database.now();
    const auto after = after_look(answer, task->calendar, {task->zone, now});
    services.database.write([&](db::Write& write) {
        const auto standing = store::calendar(write, champion);
        if (standing && standing->address == task->calendar.address) store::write_calendar(write, champion, after);
    });
}

void order_looks(const Services& services, base::Instant now) {
    services.database.write([&](db::Write& write) {
        for (const auto id : store::due_calendars(write, {now - kBetweenLooks, kLooksOfOneRun}))
            jobs::queue(write, {kLookJob, std::to_string(id.value)});
    });
}

std::optional<base::Message> words_of_problem(std::string_view problem) {
    using base::message;
    static constexpr std::array<std::pair<std::string_view, base::Message>, 9> kWords{{
        {"not_a_calendar", message("What is there is no calendar (iCalendar, .ics).")},
        {"too_large", message("The calendar is larger than 4 MB.")},
        {"too_many", message("The calendar has more events than we can keep; the rest was left out.")},
        {"bad_event", message("Some events could not be understood and were left out.")},
        {"unknown_zone", message("Some events name a time zone that we do not know; we took yours.")},
        {"not_public", message("The address is not public, or not encrypted (https).")},
        {"too_slow", message("The other server takes too long to answer.")},
        {"not_reached", message("The other server cannot be reached.")},
        {"status", message("The other server does not give the calendar out. Look for its secret or public address.")},
    }};
    for (const auto& [word, words] : kWords)
        if (word == problem) return words;
    return std::nullopt;
}

std::string feed_of(db::Read& read, const Services& services, const Champion& champion, base::Instant now) {
    const i18n::Translator t{champion.locale};
    calendars::Calendar calendar{.method = calendars::Method::publish,
                                 .name = t("Presentations of {name}", {{"name", champion.full_name()}}),
                                 .locale = champion.locale,
                                 .events = {}};
    if (services.bookings.events) calendar.events = services.bookings.events(read, champion.id, champion.locale, now);
    return calendars::write(calendar);
}

}  // namespace champions
