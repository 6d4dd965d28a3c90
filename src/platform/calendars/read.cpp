#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <utility>

#include <libical/ical.h>

#include "base/text.h"
#include "platform/calendars/calendar.h"
#include "platform/calendars/foreign_zone.h"
#include "platform/calendars/occurrences.h"

namespace calendars {
namespace {

// An event in a calendar, with an alarm in it, in a stream: more is an attack on whoever walks down.
constexpr int kDeepest = 8;
constexpr std::size_t kMostZones = 50;            // looked up
constexpr std::size_t kMostRepeating = 1'000;     // events with rules
constexpr std::size_t kMostOccurrences = 90'000;  // looked at, of one rule
constexpr std::int64_t kMostLooks = 1'000'000;    // at times of repeating events, of all together
constexpr std::chrono::seconds kLongest{3};       // libical looks for a day that never comes for up to a second
constexpr auto kLongestEvent = base::days(366);

struct ComponentEnd {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, ComponentEnd>;

using Kind = ReadProblem::Kind;

// Long lines are folded: a line end and a blank stand in their midst (RFC 5545, 3.1).
std::string unfolded(std::string_view text) {
    std::string whole;
    whole.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_end = text[i] == '\n' || text[i] == '\r';
        if (is_end && text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        if (is_end && i + 1 < text.size() && (text[i + 1] == ' ' || text[i + 1] == '\t'))
            ++i;
        else
            whole += is_end ? '\n' : text[i];
    }
    return whole;
}

// Whether BEGINs and ENDs keep to a depth that is safe to walk. Whatever begins like BEGIN counts.
bool is_shallow(std::string_view folded) {
    const std::string whole = unfolded(folded);
    int depth = 0;
    for (std::string_view text = whole; !text.empty();) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = text.substr(std::min(text.find_first_not_of(" \t"), end), end);
        if (base::equals_ignoring_ascii_case(line.substr(0, 5), "BEGIN") && ++depth > kDeepest) return false;
        if (base::equals_ignoring_ascii_case(line.substr(0, 4), "END:")) depth = std::max(0, depth - 1);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

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
            if (recurrence == nullptr || uid == nullptr) return;
            if (const auto at = instant_of(time_of(recurrence, icalproperty_get_recurrenceid(recurrence))))
                moved_[uid].insert(*at);
        });
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
        auto* property = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
        if (property == nullptr) return bad_event();
        const auto start = time_of(property, icalproperty_get_dtstart(property));
        const auto begin = instant_of(start);
        const auto length = begin ? length_of(event, start, *begin) : std::nullopt;
        if (!length) return bad_event();
        const bool repeats = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY) != nullptr;
        if (repeats && !may_follow({event, start, date_})) return bad_event();
        const auto starts =
            occurrences({event, start, date_}, {window_.from - *length, window_.until, kMostOccurrences});
        if (!starts) return bad_event();
        const bool is_moved = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY) != nullptr;
        const char* uid = icalcomponent_get_uid(event);
        const auto elsewhere = is_moved || uid == nullptr ? moved_.end() : moved_.find(uid);
        for (const auto at : *starts)
            if (elsewhere == moved_.end() || !elsewhere->second.contains(at)) add({at, at + *length});
    }

    // Few ask for much: what a calendar of somebody's takes is far below each of these.
    bool may_follow(const Repeating& repeating) {
        looks_ += cost_of(repeating, window_.until);
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
    std::map<std::string, std::set<base::Instant>, std::less<>> moved_;  // by uid
    std::map<std::string, std::optional<i18n::TimeZone>, std::less<>> zones_;
    std::size_t repeating_ = 0, defined_ = 0;
    std::int64_t looks_ = 0;
    const std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

Component parsed(std::string_view text) {
    static std::once_flag once;
    std::call_once(once, [] { icalerror_set_errors_are_fatal(0); });
    std::string whole{text};
    std::ranges::replace(whole, '\0', ' ');
    return Component{icalparser_parse_string(whole.c_str())};
}

bool is_calendar(icalcomponent* component) {
    const auto kind = icalcomponent_isa(component);
    return kind == ICAL_VCALENDAR_COMPONENT || kind == ICAL_XROOT_COMPONENT || kind == ICAL_VEVENT_COMPONENT ||
           kind == ICAL_VFREEBUSY_COMPONENT;
}

}  // namespace

BusyCalendar read(std::string_view text, const ReadWindow& window) {
    if (text.size() > kMostBytes) return {{}, {{Kind::too_large}}};
    const auto calendar = is_shallow(text) ? parsed(text) : Component{};
    if (!calendar || !is_calendar(calendar.get())) return {{}, {{Kind::not_a_calendar}}};
    Reading reading{window};
    reading.read_all(calendar.get());
    return reading.finish();
}

}  // namespace calendars
