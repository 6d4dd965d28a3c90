#include "platform/calendars/occurrences.h"

#include <algorithm>
#include <memory>
#include <set>

#include "platform/i18n/local_time.h"

namespace calendars {
namespace {

// Before and behind these years nothing is read: repetitions of a stray year would be followed for a long time.
constexpr int kFirstYear = 1970, kLastYear = 2199;

struct IteratorEnd {
    void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};
using Iterator = std::unique_ptr<icalrecur_iterator, IteratorEnd>;

bool is_possible(const icaltimetype& time) {
    return !icaltime_is_null_time(time) && time.year >= kFirstYear && time.year <= kLastYear && time.month >= 1 &&
           time.month <= 12 && time.day >= 1 && time.day <= icaltime_days_in_month(time.month, time.year) &&
           time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60 && time.second >= 0 &&
           time.second <= 60;
}

// Whether following the rule costs no more than a step for each day.
bool is_followed(const icalrecurrencetype& rule) {
    switch (rule.freq) {
        case ICAL_YEARLY_RECURRENCE:
        case ICAL_MONTHLY_RECURRENCE:
        case ICAL_WEEKLY_RECURRENCE:
        case ICAL_DAILY_RECURRENCE:
            return rule.by_hour[0] == ICAL_RECURRENCE_ARRAY_MAX && rule.by_minute[0] == ICAL_RECURRENCE_ARRAY_MAX &&
                   rule.by_second[0] == ICAL_RECURRENCE_ARRAY_MAX && rule.interval > 0;
        default:
            return false;
    }
}

// What the wall shows at this instant, comparable with the times of the rule.
icaltimetype wall_time(base::Instant at, const ForeignTime& like) {
    if (icaltime_is_utc(like.time))
        return icaltime_from_timet_with_zone(at.seconds(), 0, icaltimezone_get_utc_timezone());
    const auto wall = i18n::local_time(at, like.zone);
    auto time = icaltime_null_time();
    time.year = wall.year;
    time.month = wall.month;
    time.day = wall.day;
    time.hour = wall.hour;
    time.minute = wall.minute;
    time.is_date = like.time.is_date;
    return time;
}

// The same with its hours also of a whole day.
icaltimetype clock_time(base::Instant at, const ForeignTime& like) {
    auto time = wall_time(at, like);
    time.is_date = 0;
    return time;
}

// The rule ends with the window, also where it counts: without an end some rules are searched for hundreds of years. An
// end in UTC becomes what the wall shows then, because that is what libical compares it with.
icalrecurrencetype ended(icalrecurrencetype rule, const ForeignTime& start, base::Instant until) {
    if (!icaltime_is_null_time(rule.until) && icaltime_is_utc(rule.until)) {
        const auto at = instant_of({rule.until, start.zone});
        rule.until = wall_time(at ? std::min(*at, until) : until, start);
    } else if (const auto last = wall_time(until, start);
               icaltime_is_null_time(rule.until) || icaltime_compare(last, rule.until) < 0) {
        rule.until = last;
    }
    return rule;
}

void follow(const icalrecurrencetype& rule, const ForeignTime& start, const RepeatWindow& window,
            std::set<base::Instant>& found) {
    const Iterator iterator{icalrecur_iterator_new(ended(rule, start, window.until), start.time)};
    if (!iterator) return;
    for (std::size_t i = 0; i < window.most; ++i) {
        const ForeignTime next{icalrecur_iterator_next(iterator.get()), start.zone};
        const auto at = instant_of(next);
        if (!at || *at >= window.until) return;
        if (*at >= window.from) found.insert(*at);
    }
}

icaltimetype date_of(icalproperty* property) {
    const auto time = icalproperty_get_rdate(property);
    return icaltime_is_null_time(time.time) ? time.period.start : time.time;
}

void add_dates(const Repeating& repeating, const RepeatWindow& window, std::set<base::Instant>& found) {
    for (auto* each = icalcomponent_get_first_property(repeating.event, ICAL_RDATE_PROPERTY); each != nullptr;
         each = icalcomponent_get_next_property(repeating.event, ICAL_RDATE_PROPERTY)) {
        const auto at = instant_of(repeating.date(each, date_of(each)));
        if (at && *at >= window.from && *at < window.until && found.size() < window.most) found.insert(*at);
    }
}

int number_of(const icaltimetype& day) { return (day.year * 100 + day.month) * 100 + day.day; }

void remove_dates(const Repeating& repeating, std::set<base::Instant>& found) {
    std::set<int> whole_days;
    for (auto* each = icalcomponent_get_first_property(repeating.event, ICAL_EXDATE_PROPERTY); each != nullptr;
         each = icalcomponent_get_next_property(repeating.event, ICAL_EXDATE_PROPERTY)) {
        const auto left_out = repeating.date(each, icalproperty_get_exdate(each));
        if (left_out.time.is_date != 0)
            whole_days.insert(number_of(left_out.time));
        else if (const auto at = instant_of(left_out))
            found.erase(*at);
    }
    if (whole_days.empty()) return;
    std::erase_if(found,
                  [&](base::Instant at) { return whole_days.contains(number_of(wall_time(at, repeating.start))); });
}

// How many times at most such a rule names in so many days.
std::int64_t most_times(const icalrecurrencetype& rule, std::int64_t days) {
    const bool is_plain =
        rule.by_day[0] == ICAL_RECURRENCE_ARRAY_MAX && rule.by_month_day[0] == ICAL_RECURRENCE_ARRAY_MAX &&
        rule.by_year_day[0] == ICAL_RECURRENCE_ARRAY_MAX && rule.by_month[0] == ICAL_RECURRENCE_ARRAY_MAX &&
        rule.by_week_no[0] == ICAL_RECURRENCE_ARRAY_MAX;
    const auto in_week = std::ranges::find(rule.by_day, ICAL_RECURRENCE_ARRAY_MAX) - std::begin(rule.by_day);
    if (rule.freq == ICAL_WEEKLY_RECURRENCE) return days / 7 * std::clamp<std::int64_t>(in_week, 1, 7) + 1;
    if (!is_plain) return days + 1;
    return days / (rule.freq == ICAL_YEARLY_RECURRENCE ? 365 : rule.freq == ICAL_MONTHLY_RECURRENCE ? 28 : 1) + 1;
}

}  // namespace

std::optional<base::Instant> instant_of(const ForeignTime& foreign) {
    const auto& time = foreign.time;
    if (!is_possible(time)) return std::nullopt;
    if (icaltime_is_utc(time)) return base::Instant{} + base::seconds(icaltime_as_timet(time));
    const int hour = time.is_date != 0 ? 0 : time.hour, minute = time.is_date != 0 ? 0 : time.minute;
    const int second = time.is_date != 0 ? 0 : time.second;
    const i18n::LocalTime wall{time.year, time.month, time.day, hour, minute};
    if (const auto at = i18n::instant_of(wall, foreign.zone)) return *at + base::seconds(second);
    // Leapt over in spring, which no zone does late in the evening.
    const i18n::LocalTime later{time.year, time.month, time.day, std::min(hour + 1, 23), minute};
    const auto at = i18n::instant_of(later, foreign.zone);
    return at ? std::optional{*at + base::seconds(second)} : std::nullopt;
}

std::int64_t seconds_on_the_wall(const ForeignTime& from, base::Instant until) {
    const auto first = instant_of(from);
    if (!first) return 0;
    return icaltime_as_timet(clock_time(until, from)) - icaltime_as_timet(clock_time(*first, from));
}

std::optional<base::Instant> later_on_the_wall(const ForeignTime& like, base::Instant at, std::int64_t seconds) {
    auto wall = clock_time(at, like);
    icaltime_adjust(&wall, 0, 0, 0, static_cast<int>(seconds));
    return instant_of({wall, like.zone});
}

std::int64_t cost_of(const Repeating& repeating, base::Instant until) {
    const auto first = instant_of(repeating.start);
    std::int64_t cost = 0;
    for (auto* each = icalcomponent_get_first_property(repeating.event, ICAL_RRULE_PROPERTY); each != nullptr && first;
         each = icalcomponent_get_next_property(repeating.event, ICAL_RRULE_PROPERTY)) {
        const auto rule = icalproperty_get_rrule(each);
        const auto last = instant_of({rule.until, repeating.start.zone});
        const auto end = last ? std::min(*last, until) : until;
        constexpr std::int64_t kDay = 86'400;
        cost += most_times(rule, std::max<std::int64_t>(0, (end - *first).seconds() / kDay));
    }
    return cost;
}

std::optional<std::vector<base::Instant>> occurrences(const Repeating& repeating, const RepeatWindow& window) {
    std::set<base::Instant> found;
    if (const auto first = instant_of(repeating.start); first && *first >= window.from && *first < window.until)
        found.insert(*first);
    for (auto* each = icalcomponent_get_first_property(repeating.event, ICAL_RRULE_PROPERTY); each != nullptr;
         each = icalcomponent_get_next_property(repeating.event, ICAL_RRULE_PROPERTY)) {
        const auto rule = icalproperty_get_rrule(each);
        if (!is_followed(rule)) return std::nullopt;
        follow(rule, repeating.start, window, found);
    }
    add_dates(repeating, window, found);
    remove_dates(repeating, found);
    return std::vector<base::Instant>(found.begin(), found.end());
}

}  // namespace calendars
