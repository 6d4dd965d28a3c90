#include "models/availability/availability.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>

namespace availability {
namespace {

constexpr std::int64_t kMinute = 60'000'000;
constexpr std::int64_t kMinutesOfDay = 1'440;

std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
    return value / by - (value % by != 0 && (value < 0) != (by < 0) ? 1 : 0);
}
std::int64_t ceiling_divide(std::int64_t value, std::int64_t by) { return -floor_divide(-value, by); }

// Microseconds that the wall shows, counted since 1970 as if it were UTC.
std::int64_t wall(base::Instant at, int offset) { return at.microseconds + offset * kMinute; }
base::Instant instant_of(std::int64_t wall_microseconds, int offset) { return {wall_microseconds - offset * kMinute}; }

// Part of the stretch in which the clocks keep one offset.
struct Segment {
    Span span;
    int offset;
};

std::vector<Segment> segments(std::span<const ZoneOffset> zone, const Span& within) {
    std::vector<Segment> found;
    for (std::size_t i = 0; i < zone.size(); ++i) {
        const auto begin = i == 0 ? within.begin : std::max(zone[i].from, within.begin);
        const auto end = i + 1 < zone.size() ? std::min(zone[i + 1].from, within.end) : within.end;
        if (begin < end) found.push_back({{begin, end}, zone[i].minutes});
    }
    return found;
}

// Ascending, neither overlapping nor touching.
template <class Range, class Begin, class End>
void join(std::vector<Range>& ranges, Begin begin, End end) {
    std::ranges::sort(ranges, {}, begin);
    std::size_t kept = 0;
    for (const Range& each : ranges) {
        if (kept > 0 && std::invoke(begin, each) <= std::invoke(end, ranges[kept - 1]))
            std::invoke(end, ranges[kept - 1]) = std::max(std::invoke(end, ranges[kept - 1]), std::invoke(end, each));
        else
            ranges[kept++] = each;
    }
    ranges.resize(kept);
}

void take_away(std::vector<Hours>& open, const Hours& closed) {
    std::vector<Hours> left;
    for (const Hours& each : open) {
        if (each.from < closed.from) left.push_back({each.from, std::min(each.until, closed.from)});
        if (each.until > closed.until) left.push_back({std::max(each.from, closed.until), each.until});
    }
    open = std::move(left);
}

// The open hours of each day of the calendar.
class OpenHours {
public:
    explicit OpenHours(const Pattern& pattern) : pattern_(pattern) {
        for (const WeeklyHours& each : pattern.weekly)
            usual_[static_cast<std::size_t>(each.weekday)].push_back(each.hours);
        for (auto& each : usual_) join(each, &Hours::from, &Hours::until);
    }

    // Valid until the next call.
    const std::vector<Hours>& of(std::int64_t day) {
        const base::Day date{std::chrono::days{day}};
        const auto& usual = usual_[std::chrono::weekday{date}.iso_encoding() - 1];
        const auto holds = [&](const Exception& each) { return each.first <= date && date <= each.last; };
        if (std::ranges::none_of(pattern_.exceptions, holds)) return usual;
        special_ = usual;
        for (const Exception& each : pattern_.exceptions)
            if (holds(each) && each.kind == ExceptionKind::open) special_.push_back(each.hours);
        join(special_, &Hours::from, &Hours::until);
        for (const Exception& each : pattern_.exceptions)
            if (holds(each) && each.kind == ExceptionKind::closed) take_away(special_, each.hours);
        return special_;
    }

private:
    const Pattern& pattern_;
    std::array<std::vector<Hours>, 7> usual_;
    std::vector<Hours> special_;
};

// Open time of one segment: ascending; pieces of neighbouring days may touch.
void add_pieces(std::vector<Segment>& pieces, OpenHours& hours, const Segment& segment) {
    const std::int64_t begin = wall(segment.span.begin, segment.offset), end = wall(segment.span.end, segment.offset);
    for (std::int64_t day = floor_divide(begin, kMinutesOfDay * kMinute); day * kMinutesOfDay * kMinute < end; ++day) {
        for (const Hours& each : hours.of(day)) {
            const std::int64_t from = std::max(begin, (day * kMinutesOfDay + each.from) * kMinute);
            const std::int64_t until = std::min(end, (day * kMinutesOfDay + each.until) * kMinute);
            if (from < until)
                pieces.push_back(
                    {{instant_of(from, segment.offset), instant_of(until, segment.offset)}, segment.offset});
        }
    }
}

std::vector<Segment> open_pieces(std::span<const ZoneOffset> zone, const Pattern& pattern, const Span& within) {
    OpenHours hours{pattern};
    std::vector<Segment> pieces;
    for (const Segment& segment : segments(zone, within)) add_pieces(pieces, hours, segment);
    return pieces;
}

std::vector<Span> joined(const std::vector<Segment>& pieces) {
    std::vector<Span> spans;
    for (const Segment& piece : pieces) {
        if (!spans.empty() && spans.back().end == piece.span.begin)
            spans.back().end = piece.span.end;
        else
            spans.push_back(piece.span);
    }
    return spans;
}

// Where no free time may lie: busy times with the buffer around them.
std::vector<Span> blocked(const Person& person) {
    std::vector<Span> spans;
    spans.reserve(person.busy.size());
    for (const Busy& each : person.busy) {
        const auto buffer = std::max(each.buffer, person.limits.buffer);
        if (each.span.begin < each.span.end) spans.push_back({each.span.begin - buffer, each.span.end + buffer});
    }
    join(spans, &Span::begin, &Span::end);
    return spans;
}

// The Monday, in days since 1970, of the week that the wall shows.
std::int64_t week_of(std::int64_t wall_microseconds) {
    constexpr std::int64_t kDaysToMonday = 3;  // 1970-01-01 was a Thursday
    const std::int64_t day = floor_divide(wall_microseconds, kMinutesOfDay * kMinute);
    return floor_divide(day + kDaysToMonday, 7) * 7 - kDaysToMonday;
}

int offset_at(std::span<const ZoneOffset> zone, base::Instant at) {
    const auto later = std::ranges::upper_bound(zone, at, {}, &ZoneOffset::from);
    return later == zone.begin() ? zone.front().minutes : std::prev(later)->minutes;
}

// The weeks in which nothing more can be booked.
class FullWeeks {
public:
    explicit FullWeeks(const Person& person) : most_(person.limits.most_per_week) {
        for (const Busy& each : person.busy)
            if (each.kind == BusyKind::booking)
                ++bookings_[week_of(wall(each.span.begin, offset_at(person.zone, each.span.begin)))];
    }
    bool is_full(std::int64_t wall_microseconds) const {
        if (most_ <= 0) return true;
        if (bookings_.empty()) return false;
        const auto found = bookings_.find(week_of(wall_microseconds));
        return found != bookings_.end() && found->second >= most_;
    }

private:
    int most_;
    std::map<std::int64_t, int> bookings_;
};

// Tells for ascending times whether they lie wholly in, or wholly outside, ascending spans.
class Sweep {
public:
    explicit Sweep(const std::vector<Span>& spans) : next_(spans.begin()), end_(spans.end()) {}
    bool holds(const Span& span) {
        pass(span.begin);
        return next_ != end_ && next_->begin <= span.begin && span.end <= next_->end;
    }
    bool touches(const Span& span) {
        pass(span.begin);
        return next_ != end_ && next_->begin < span.end;
    }

private:
    void pass(base::Instant begin) {
        while (next_ != end_ && next_->end <= begin) ++next_;
    }
    std::vector<Span>::const_iterator next_, end_;
};

}  // namespace

std::vector<base::Instant> free_starts(const Person& person, const Question& question) {
    std::vector<base::Instant> starts;
    if (person.zone.empty()) return starts;
    const auto pieces = open_pieces(person.zone, person.pattern, question.within);
    const auto open = joined(pieces), taken = blocked(person);
    const FullWeeks weeks{person};
    Sweep fits{open}, clashes{taken};
    const std::int64_t step = question.step_minutes * kMinute;
    const auto earliest = question.now + person.limits.notice;
    for (const Segment& piece : pieces) {
        const auto begin = wall(std::max(piece.span.begin, earliest), piece.offset);
        const auto end = wall(piece.span.end, piece.offset);
        for (std::int64_t at = ceiling_divide(begin, step) * step; at < end; at += step) {
            const auto start = instant_of(at, piece.offset);
            const Span slot{start, start + question.length};
            if (!fits.holds(slot) || clashes.touches(slot) || weeks.is_full(at)) continue;
            if (starts.size() == question.most) return starts;
            starts.push_back(start);
        }
    }
    return starts;
}

std::vector<Span> open_spans(std::span<const ZoneOffset> zone, const Pattern& pattern, const Span& within) {
    return joined(open_pieces(zone, pattern, within));
}

}  // namespace availability
