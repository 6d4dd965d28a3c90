#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>

#include <libical/ical.h>

#include "platform/calendars/calendar.h"
#include "platform/calendars/foreign_zone.h"
#include "platform/calendars/moved.h"
#include "platform/calendars/occurrences.h"
#include "platform/calendars/parsed.h"

namespace calendars {
namespace {

constexpr std::size_t kMostZones = 50;            // looked up
constexpr std::size_t kMostRepeating = 1'000;     // events with rules
constexpr std::size_t kMostOccurrences = 90'000;  // looked at, of one rule
constexpr std::int64_t kMostLooks = 1'000'000;    // at times of repeating events, of all together
constexpr std::chrono::seconds kLongest{3};       // libical looks for a day that never comes for up to a second
constexpr auto kLongestEvent = base::days(366);

using Kind = ReadProblem::Kind;

class Reading {
public:
    explicit Reading(const ReadWindow& window) : window_(window) {}

    void read_all(icalcomponent* component) {
        note_zones(component);
        note_moved(component);
        take_in(component);
    }

    BusyCalendar finish() {
        std::ranges::sort(found_, {}, &Busy::begin);
        BusyCalendar calendar;
        for (const Busy& each : found_) {
            if (!calendar.busy.empty() && each.begin <= calendar.busy.back().end)
                calendar.busy.back().end = std::max(calendar.busy.back().end, each.end);
            else
                calendar.busy.push_back(each);
        }
        for (const auto& [kind, count] : problems_) calendar.problems.push_back({kind, count});
        return calendar;
    }

private:
    // Every component of a kind, however deep.
    template <class Visit>
    void walk(icalcomponent* component, icalcomponent_kind kind, const Visit& visit) {
        std::vector<icalcomponent*> below;
        if (icalcomponent_isa(component) == kind) visit(component);
        for (auto* each = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); each != nullptr;
             each = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
            below.push_back(each);
        for (auto* each : below) walk(each, kind, visit);
    }

    // Zones that the calendar defines itself, under names of its own.
    void note_zones(icalcomponent* component) {
        walk(component, ICAL_VTIMEZONE_COMPONENT, [this](icalcomponent* definition) {
            auto* property = icalcomponent_get_first_property(definition, ICAL_TZID_PROPERTY);
            const char* tzid = property == nullptr ? nullptr : icalproperty_get_tzid(property);
            if (tzid == nullptr || ++defined_ > kMostZones || zone_of(tzid)) return;
            if (auto zone = zone_like(definition, window_)) zones_.try_emplace(tzid, *std::move(zone));
        });
    }

    // Occurrences that were moved have an event of their own; their old place is free.
    void note_moved(icalcomponent* component) {
        walk(component, ICAL_VEVENT_COMPONENT, [this](icalcomponent* event) {
            auto* recurrence = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
            const char* uid = icalcomponent_get_uid(event);
            if (recurrence == nullptr || uid == nullptr || *uid == '\0') return;
            const auto replaced = time_of(recurrence, icalproperty_get_recurrenceid(recurrence));
            const auto at = instant_of(replaced);
            if (!at) return;
            moved_.add(uid, *at);
            if (is_onward(recurrence)) note_onward({uid, event, replaced});
        });
    }

    static bool is_onward(icalproperty* recurrence) {
        auto* range = icalproperty_get_first_parameter(recurrence, ICAL_RANGE_PARAMETER);
        return range != nullptr && icalparameter_get_range(range) == ICAL_RANGE_THISANDFUTURE;
    }

    // An event in place of all occurrences from one on.
    struct Replacement {
        const char* uid;
        icalcomponent* event;
        const ForeignTime& occurrence;
    };
    void note_onward(const Replacement& by) {
        const auto occurrence = instant_of(by.occurrence);
        if (takes_no_time(by.event)) return moved_.add_onward(by.uid, *occurrence, {});
        const auto start = start_of(by.event);
        const auto begin = start ? instant_of(*start) : std::nullopt;
        if (!begin || *begin - *occurrence > kLongestEvent || *occurrence - *begin > kLongestEvent) return;
        if (const auto length = length_of(by.event, *start, *begin))
            moved_.add_onward(by.uid, *occurrence, {seconds_on_the_wall(by.occurrence, *begin), length});
    }

    std::optional<ForeignTime> start_of(icalcomponent* event) {
        auto* property = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
        if (property == nullptr) return std::nullopt;
        return time_of(property, icalproperty_get_dtstart(property));
    }

    void take_in(icalcomponent* component) {
        walk(component, ICAL_VEVENT_COMPONENT, [this](icalcomponent* event) { take_event(event); });
        walk(component, ICAL_VFREEBUSY_COMPONENT, [this](icalcomponent* part) { take_free_busy(part); });
    }

    // In the zone that its TZID names, else in the reader's.
    ForeignTime time_of(icalproperty* property, const icaltimetype& time) {
        auto* parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
        const char* tzid = parameter == nullptr ? nullptr : icalparameter_get_tzid(parameter);
        ForeignTime found{time, window_.zone};
        if (tzid == nullptr || icaltime_is_utc(time)) return found;
        const auto [known, is_new] = zones_.try_emplace(tzid, std::nullopt);
        if (is_new && zones_.size() <= kMostZones) known->second = zone_of(tzid);
        if (known->second)
            found.zone = *known->second;
        else
            ++problems_[Kind::unknown_zone];
        return found;
    }

    static bool takes_no_time(icalcomponent* event) {
        const auto* transparency = icalcomponent_get_first_property(event, ICAL_TRANSP_PROPERTY);
        if (transparency != nullptr) {
            const auto value = icalproperty_get_transp(transparency);
            if (value == ICAL_TRANSP_TRANSPARENT || value == ICAL_TRANSP_TRANSPARENTNOCONFLICT) return true;
        }
        return icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED;
    }

    // nullopt: it ends before it begins, or takes longer than anybody is busy.
    std::optional<base::Duration> length_of(icalcomponent* event, const ForeignTime& start, base::Instant begin) {
        if (auto* end = icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY)) {
            const auto at = instant_of(time_of(end, icalproperty_get_dtend(end)));
            if (!at || *at < begin || *at - begin > kLongestEvent) return std::nullopt;
            return *at - begin;
        }
        if (auto* duration = icalcomponent_get_first_property(event, ICAL_DURATION_PROPERTY)) {
            const auto seconds = icaldurationtype_as_int(icalproperty_get_duration(duration));
            const auto length = base::seconds(seconds);
            if (length < base::Duration{} || length > kLongestEvent) return std::nullopt;
            return length;
        }
        return start.time.is_date != 0 ? base::days(1) : base::Duration{};
    }

    void take_event(icalcomponent* event) {
        if (takes_no_time(event)) return;
        const auto start = start_of(event);
        const auto begin = start ? instant_of(*start) : std::nullopt;
        const auto length = begin ? length_of(event, *start, *begin) : std::nullopt;
        if (!length) return bad_event();
        const bool is_moved = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY) != nullptr;
        const char* named = icalcomponent_get_uid(event);
        const std::string_view uid = is_moved || named == nullptr ? "" : named;
        // Those that are moved into the window lie outside of it by their rule.
        const auto reach = moved_.reach(uid);
        const auto from = window_.from - *length - reach, until = window_.until + reach;
        const bool repeats = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY) != nullptr;
        if (repeats && !may_follow({event, *start, date_}, until)) return bad_event();
        const auto starts = occurrences({event, *start, date_}, {from, until, kMostOccurrences});
        if (!starts) return bad_event();
        for (const auto at : *starts)
            if (const auto place = moved_.place_of(uid, {*start, at, *length}))
                add({place->begin, place->begin + place->length});
    }

    // Few ask for much: what a calendar of somebody's takes is far below each of these.
    bool may_follow(const Repeating& repeating, base::Instant until) {
        looks_ += cost_of(repeating, until);
        return ++repeating_ <= kMostRepeating && looks_ <= kMostLooks &&
               std::chrono::steady_clock::now() - began_ < kLongest;
    }

    void take_free_busy(icalcomponent* part) {
        for (auto* each = icalcomponent_get_first_property(part, ICAL_FREEBUSY_PROPERTY); each != nullptr;
             each = icalcomponent_get_next_property(part, ICAL_FREEBUSY_PROPERTY)) {
            auto* kind = icalproperty_get_first_parameter(each, ICAL_FBTYPE_PARAMETER);
            if (kind != nullptr && icalparameter_get_fbtype(kind) == ICAL_FBTYPE_FREE) continue;
            const auto period = icalproperty_get_freebusy(each);
            const auto begin = instant_of(time_of(each, period.start));
            const auto length = base::seconds(icaldurationtype_as_int(period.duration));
            const auto end = icaltime_is_null_time(period.end) && begin ? std::optional{*begin + length}
                                                                        : instant_of(time_of(each, period.end));
            if (!begin || !end || *end < *begin || *end - *begin > kLongestEvent) {
                bad_event();
                continue;
            }
            add({*begin, *end});
        }
    }

    void add(Busy busy) {
        busy = {std::max(busy.begin, window_.from), std::min(busy.end, window_.until)};
        if (busy.begin >= busy.end) return;
        if (found_.size() >= kMostBusy) {
            ++problems_[Kind::too_many_events];
            return;
        }
        found_.push_back(busy);
    }

    void bad_event() { ++problems_[Kind::bad_event]; }

    const ReadWindow& window_;
    const DateReading date_ = [this](icalproperty* property, const icaltimetype& time) {
        return time_of(property, time);
    };
    std::vector<Busy> found_;
    std::map<Kind, int> problems_;
    Moved moved_;
    std::map<std::string, std::optional<i18n::TimeZone>, std::less<>> zones_;
    std::size_t repeating_ = 0, defined_ = 0;
    std::int64_t looks_ = 0;
    const std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

bool is_calendar(icalcomponent* component) {
    const auto kind = icalcomponent_isa(component);
    return kind == ICAL_VCALENDAR_COMPONENT || kind == ICAL_XROOT_COMPONENT || kind == ICAL_VEVENT_COMPONENT ||
           kind == ICAL_VFREEBUSY_COMPONENT;
}

}  // namespace

BusyCalendar read(std::string_view text, const ReadWindow& window) {
    if (text.size() > kMostBytes) return {{}, {{Kind::too_large}}};
    const auto calendar = parsed(text);
    if (!calendar || !is_calendar(calendar.get())) return {{}, {{Kind::not_a_calendar}}};
    Reading reading{window};
    reading.read_all(calendar.get());
    return reading.finish();
}

}  // namespace calendars
