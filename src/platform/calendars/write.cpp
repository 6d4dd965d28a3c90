#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <libical/ical.h>

#include "platform/calendars/calendar.h"
#include "platform/i18n/zone_offsets.h"

namespace calendars {
namespace {

struct ComponentEnd {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, ComponentEnd>;

// Without control characters; line ends become "\n", which libical writes as such.
std::string tidy(std::string_view text) {
    std::string tidied;
    tidied.reserve(text.size());
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x20 ? c != 0x7f : c == '\n') tidied += c;
    return tidied;
}

// Parameters cannot hold double quotes or line ends.
std::string tidy_parameter(std::string_view text) {
    auto tidied = tidy(text);
    std::ranges::replace(tidied, '"', '\'');
    std::ranges::replace(tidied, '\n', ' ');
    return tidied;
}

std::string tidy_line(std::string_view text) {
    auto tidied = tidy(text);
    std::ranges::replace(tidied, '\n', ' ');
    return tidied;
}

icaltimetype utc_time(base::Instant at) {
    return icaltime_from_timet_with_zone(at.seconds(), 0, icaltimezone_get_utc_timezone());
}

// What the wall shows, as a time that names no zone: the parameter TZID does.
icaltimetype wall_time(base::Instant at, int offset_minutes) {
    auto time = utc_time(at + base::minutes(offset_minutes));
    time.zone = nullptr;
    return time;
}

int offset_at(const std::vector<i18n::OffsetPeriod>& periods, base::Instant at) {
    const auto later = std::ranges::upper_bound(periods, at, {}, &i18n::OffsetPeriod::from);
    return (later == periods.begin() ? periods.front() : *std::prev(later)).minutes;
}

void add(icalcomponent* to, icalproperty* property) { icalcomponent_add_property(to, property); }

// libical leaves ";" and "," of properties that it does not know as they are, and RFC 5545, 3.3.11 wants a backslash
// before them: so three bytes that no tidied text has stand for these until everything is folded.
constexpr char kBackslash = '\x01', kSemicolon = '\x02', kComma = '\x03';

void add_x(icalcomponent* to, const char* name, const std::string& text) {
    std::string marked;
    for (const char c : text) {
        if (c == ';' || c == ',') marked += kBackslash;
        marked += c == ';' ? kSemicolon : c == ',' ? kComma : c;
    }
    icalproperty* property = icalproperty_new_x(marked.c_str());
    icalproperty_set_x_name(property, name);
    add(to, property);
}

// Offsets of one zone, for the events that name it.
using Zones = std::map<std::string, std::vector<i18n::OffsetPeriod>>;

// From a year before the first of its events to a year behind the last: calendars also show what lies around them.
Zones zones_of(const std::vector<Event>& events) {
    std::map<std::string, std::pair<i18n::TimeZone, i18n::OffsetStretch>> stretches;
    for (const Event& each : events) {
        const i18n::OffsetStretch own{each.start - base::days(366), each.end + base::days(366)};
        const auto [found, is_new] = stretches.try_emplace(each.zone.name(), each.zone, own);
        auto& stretch = found->second.second;
        stretch = {std::min(stretch.from, own.from), std::max(stretch.until, own.until)};
    }
    Zones zones;
    for (const auto& [name, found] : stretches) zones.emplace(name, i18n::offset_periods(found.first, found.second));
    return zones;
}

struct Observance {
    const i18n::OffsetPeriod& period;
    int offset_before;
};
icalcomponent* component_of(const Observance& observance) {
    auto* part = icalcomponent_new(observance.period.kind == i18n::ClockKind::daylight ? ICAL_XDAYLIGHT_COMPONENT
                                                                                       : ICAL_XSTANDARD_COMPONENT);
    add(part, icalproperty_new_dtstart(wall_time(observance.period.from, observance.offset_before)));
    add(part, icalproperty_new_tzoffsetfrom(observance.offset_before * 60));
    add(part, icalproperty_new_tzoffsetto(observance.period.minutes * 60));
    return part;
}

// Each change of the clocks one by one: every reader understands that, whatever the law of a province does next.
icalcomponent* zone_component(const std::string& name, const std::vector<i18n::OffsetPeriod>& periods) {
    auto* zone = icalcomponent_new(ICAL_VTIMEZONE_COMPONENT);
    add(zone, icalproperty_new_tzid(name.c_str()));
    int before = periods.front().minutes;
    for (const auto& period : periods) {
        icalcomponent_add_component(zone, component_of({period, before}));
        before = period.minutes;
    }
    return zone;
}

icalproperty* in_language(icalproperty* property, base::Locale locale) {
    icalproperty_add_parameter(property, icalparameter_new_language(std::string{base::code(locale)}.c_str()));
    return property;
}

void add_organiser(icalcomponent* to, const Participant& organiser) {
    icalproperty* property = icalproperty_new_organizer(("mailto:" + organiser.email.text()).c_str());
    if (const auto name = tidy_parameter(organiser.name); !name.empty())
        icalproperty_add_parameter(property, icalparameter_new_cn(name.c_str()));
    add(to, property);
}

void add_attendee(icalcomponent* to, const Participant& attendee, const Event& event, Method method) {
    icalproperty* property = icalproperty_new_attendee(("mailto:" + attendee.email.text()).c_str());
    if (const auto name = tidy_parameter(attendee.name); !name.empty())
        icalproperty_add_parameter(property, icalparameter_new_cn(name.c_str()));
    icalproperty_add_parameter(property, icalparameter_new_role(ICAL_ROLE_REQPARTICIPANT));
    if (method == Method::request) {
        icalproperty_add_parameter(property, icalparameter_new_partstat(ICAL_PARTSTAT_NEEDSACTION));
        const bool is_read = event.answers == Answers::read;
        icalproperty_add_parameter(property, icalparameter_new_rsvp(is_read ? ICAL_RSVP_TRUE : ICAL_RSVP_FALSE));
    }
    add(to, property);
}

void add_alarm(icalcomponent* to, const Alarm& alarm) {
    auto* part = icalcomponent_new(ICAL_VALARM_COMPONENT);
    icaltriggertype trigger{};
    trigger.time = icaltime_null_time();
    trigger.duration = icaldurationtype_from_int(static_cast<int>(-alarm.before.seconds()));
    add(part, icalproperty_new_action(ICAL_ACTION_DISPLAY));
    add(part, icalproperty_new_description(tidy(alarm.words).c_str()));
    add(part, icalproperty_new_trigger(trigger));
    icalcomponent_add_component(to, part);
}

icalproperty_status status_of(EventState state) {
    switch (state) {
        case EventState::tentative:
            return ICAL_STATUS_TENTATIVE;
        case EventState::confirmed:
            return ICAL_STATUS_CONFIRMED;
        case EventState::cancelled:
            return ICAL_STATUS_CANCELLED;
    }
    return ICAL_STATUS_CONFIRMED;
}

// Whether the clocks show this time twice, before and after they go back. It is the first by RFC 5545, 3.3.5, and the
// second to some readers.
bool is_shown_twice(const std::vector<i18n::OffsetPeriod>& periods, base::Instant at) {
    for (std::size_t i = 1; i < periods.size(); ++i) {
        const auto back = base::minutes(periods[i - 1].minutes - periods[i].minutes);
        if (periods[i].from - back <= at && at < periods[i].from + back) return true;
    }
    return false;
}

// The times of an event: as the wall shows them, with their zone; in UTC where that could mean another time.
class WrittenTimes {
public:
    WrittenTimes(const Event& event, const Zones& zones) : event_(event), periods_(zones.at(event.zone.name())) {}

    void add_to(icalcomponent* part) const {
        add(part, in_own_zone(icalproperty_new_dtstart(written(event_.start)), event_.start));
        add(part, in_own_zone(icalproperty_new_dtend(written(event_.end)), event_.end));
        add(part, icalproperty_new_dtstamp(utc_time(event_.changed_at)));
        add(part, icalproperty_new_lastmodified(utc_time(event_.changed_at)));
    }

private:
    bool is_utc(base::Instant at) const {
        return event_.zone.name() == "UTC" || event_.zone.name() == "Etc/UTC" || is_shown_twice(periods_, at);
    }
    icaltimetype written(base::Instant at) const {
        return is_utc(at) ? utc_time(at) : wall_time(at, offset_at(periods_, at));
    }
    icalproperty* in_own_zone(icalproperty* property, base::Instant at) const {
        if (!is_utc(at)) icalproperty_add_parameter(property, icalparameter_new_tzid(event_.zone.name().c_str()));
        return property;
    }

    const Event& event_;
    const std::vector<i18n::OffsetPeriod>& periods_;
};

void add_words(icalcomponent* to, const Event& event, base::Locale locale) {
    add(to, in_language(icalproperty_new_summary(tidy_line(event.summary).c_str()), locale));
    if (!event.description.empty())
        add(to, in_language(icalproperty_new_description(tidy(event.description).c_str()), locale));
    if (!event.place.empty()) add(to, icalproperty_new_location(tidy_line(event.place).c_str()));
    if (!event.url.empty()) add(to, icalproperty_new_url(tidy_line(event.url).c_str()));
}

icalcomponent* component_of(const Event& event, const Calendar& calendar, const Zones& zones) {
    auto* part = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    add(part, icalproperty_new_uid(tidy_line(event.uid).c_str()));
    add(part, icalproperty_new_sequence(event.sequence));
    add(part,
        icalproperty_new_status(calendar.method == Method::cancel ? ICAL_STATUS_CANCELLED : status_of(event.state)));
    WrittenTimes{event, zones}.add_to(part);
    add_words(part, event, calendar.locale);
    if (event.organiser) add_organiser(part, *event.organiser);
    for (const Participant& each : event.attendees) add_attendee(part, each, event, calendar.method);
    if (calendar.method != Method::cancel)
        for (const Alarm& each : event.alarms) add_alarm(part, each);
    return part;
}

icalproperty_method method_of(Method method) {
    switch (method) {
        case Method::publish:
            return ICAL_METHOD_PUBLISH;
        case Method::request:
            return ICAL_METHOD_REQUEST;
        case Method::cancel:
            return ICAL_METHOD_CANCEL;
    }
    return ICAL_METHOD_PUBLISH;
}

std::string text_of(icalcomponent* component) {
    const std::unique_ptr<char, decltype(&icalmemory_free_buffer)> text{icalcomponent_as_ical_string_r(component),
                                                                        icalmemory_free_buffer};
    std::string written = text ? text.get() : "";
    for (const auto& [mark, meant] : {std::pair{kBackslash, '\\'}, {kSemicolon, ';'}, {kComma, ','}})
        std::ranges::replace(written, mark, meant);
    return written;
}

}  // namespace

std::string write(const Calendar& calendar) {
    const Component whole{icalcomponent_new(ICAL_VCALENDAR_COMPONENT)};
    add(whole.get(), icalproperty_new_version("2.0"));
    add(whole.get(),
        icalproperty_new_prodid(fmt::format("-//Alltogether//Calendar//{}", base::code(calendar.locale)).c_str()));
    add(whole.get(), icalproperty_new_method(method_of(calendar.method)));
    if (!calendar.name.empty()) {
        add_x(whole.get(), "X-WR-CALNAME", tidy_line(calendar.name));
        add_x(whole.get(), "X-PUBLISHED-TTL", "PT1H");
    }
    const auto zones = zones_of(calendar.events);
    for (const auto& [name, periods] : zones)
        if (name != "UTC" && name != "Etc/UTC") icalcomponent_add_component(whole.get(), zone_component(name, periods));
    for (const Event& each : calendar.events)
        icalcomponent_add_component(whole.get(), component_of(each, calendar, zones));
    return text_of(whole.get());
}

}  // namespace calendars
