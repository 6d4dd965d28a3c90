// Free times against a slow version that says what is meant: it walks the clocks of the system's own time zones in
// steps of a quarter of an hour and asks each one whether it is free.
#include <array>
#include <cstdlib>
#include <ctime>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "models/availability/availability.h"
#include "platform/i18n/zone_offsets.h"

namespace champions {
namespace {

using namespace availability;

constexpr std::int64_t kQuarter = 15 * 60;  // seconds
constexpr int kPatterns = 100;              // of each of RapidCheck's hundred rounds

constexpr std::array kZones{"America/St_Johns", "America/Regina",  "America/Whitehorse", "America/Toronto",
                            "America/Halifax",  "America/Phoenix", "Europe/Dublin",      "Australia/Lord_Howe"};
// Clocks go forward, go back, stay; the Yukon gave up changing them in November 2020.
constexpr std::array<std::int64_t, 6> kTurns{1'710'054'000, 1'730'610'000, 1'604'221'200,
                                             1'743'879'600, 1'718'000'000, 1'743'296'400};

// What the wall shows in the zone that the process was told.
struct Wall {
    std::int64_t day;  // since 1970
    int minute, weekday;
};
Wall wall_at(std::int64_t seconds) {
    const auto time = static_cast<std::time_t>(seconds);
    std::tm parts{};
    localtime_r(&time, &parts);
    const std::chrono::sys_days day{std::chrono::year{parts.tm_year + 1900} /
                                    std::chrono::month{static_cast<unsigned>(parts.tm_mon + 1)} /
                                    std::chrono::day{static_cast<unsigned>(parts.tm_mday)}};
    return {day.time_since_epoch().count(), parts.tm_hour * 60 + parts.tm_min, (parts.tm_wday + 6) % 7};
}

struct Case {
    std::string zone;
    Pattern pattern;
    std::vector<Busy> busy;
    Limits limits;
    Question question;
};

bool is_open(const Case& of, const Wall& wall) {
    const auto holds = [&](const Hours& hours) { return hours.from <= wall.minute && wall.minute < hours.until; };
    bool open = false;
    for (const auto& each : of.pattern.weekly) open = open || (each.weekday == wall.weekday && holds(each.hours));
    const base::Day day{std::chrono::days{wall.day}};
    for (const auto& each : of.pattern.exceptions)
        if (each.kind == ExceptionKind::open && each.first <= day && day <= each.last) open = open || holds(each.hours);
    for (const auto& each : of.pattern.exceptions)
        if (each.kind == ExceptionKind::closed && each.first <= day && day <= each.last && holds(each.hours))
            return false;
    return open;
}

std::int64_t monday_of(const Wall& wall) { return wall.day - wall.weekday; }

bool is_free(const Case& of, std::int64_t start) {
    const auto length = of.question.length.seconds();
    if (wall_at(start).minute % of.question.step_minutes != 0) return false;
    if (start < of.question.now.seconds() + of.limits.notice.seconds()) return false;
    if (start < of.question.within.begin.seconds() || start + length > of.question.within.end.seconds()) return false;
    for (auto at = start; at < start + length; at += kQuarter)
        if (!is_open(of, wall_at(at))) return false;
    int of_week = 0;
    for (const auto& each : of.busy) {
        const auto begin = each.span.begin.seconds(), end = each.span.end.seconds();
        const auto buffer = std::max(of.limits.buffer, each.buffer).seconds();
        if (start - buffer < end && begin < start + length + buffer) return false;
        of_week += each.kind == BusyKind::booking && monday_of(wall_at(begin)) == monday_of(wall_at(start)) ? 1 : 0;
    }
    return of_week < of.limits.most_per_week;
}

base::Instant at(std::int64_t seconds) { return base::Instant{seconds * 1'000'000}; }

// Numbers out of one seed: a shrinking tree of thousands of generators would take longer than what is tested.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::int64_t from_to(std::int64_t least, std::int64_t most) {
        state_ = state_ * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
        return least + static_cast<std::int64_t>((state_ >> 33) % static_cast<std::uint64_t>(most - least + 1));
    }
    template <class T, std::size_t Size>
    const T& one_of(const std::array<T, Size>& choices) {
        return choices[static_cast<std::size_t>(from_to(0, Size - 1))];
    }

private:
    std::uint64_t state_;
};

Hours any_hours(Dice& dice) {
    const auto from = dice.from_to(0, 95);
    return {static_cast<int>(from * 15), static_cast<int>(dice.from_to(from + 1, 96) * 15)};
}

Case any_case(Dice& dice) {
    Case made{.zone = dice.one_of(kZones), .pattern = {}, .busy = {}, .limits = {}, .question = {}};
    const auto middle = dice.one_of(kTurns);
    const auto begin = middle / kQuarter * kQuarter - dice.from_to(0, 160) * kQuarter;
    const auto day_of_middle = base::Day{std::chrono::days{middle / 86'400}};
    for (auto i = dice.from_to(0, 9); i > 0; --i)
        made.pattern.weekly.push_back({static_cast<int>(dice.from_to(0, 6)), any_hours(dice)});
    for (auto i = dice.from_to(0, 3); i > 0; --i) {
        const auto first = day_of_middle + std::chrono::days{dice.from_to(-2, 2)};
        made.pattern.exceptions.push_back({first, first + std::chrono::days{dice.from_to(0, 2)}, any_hours(dice),
                                           dice.from_to(0, 1) == 0 ? ExceptionKind::closed : ExceptionKind::open});
    }
    for (auto i = dice.from_to(0, 3); i > 0; --i) {
        const auto from = middle / kQuarter * kQuarter + dice.from_to(-500, 500) * kQuarter;
        made.busy.push_back({{at(from), at(from + dice.from_to(1, 12) * kQuarter)},
                             dice.from_to(0, 1) == 0 ? BusyKind::booking : BusyKind::other,
                             base::minutes(dice.from_to(0, 8) * 15)});
    }
    made.limits = {base::minutes(dice.from_to(0, 100) * 15), base::minutes(dice.from_to(0, 8) * 15),
                   static_cast<int>(dice.from_to(1, 3))};
    constexpr std::array kSteps{15, 30, 60};
    made.question = {{at(begin), at(begin + dice.from_to(1, 240) * kQuarter)},
                     base::minutes(dice.from_to(1, 12) * 15),
                     at(begin - dice.from_to(0, 100) * kQuarter),
                     dice.one_of(kSteps)};
    return made;
}

std::vector<base::Instant> slowly(const Case& of) {
    setenv("TZ", of.zone.c_str(), 1);
    tzset();
    std::vector<base::Instant> starts;
    const auto begin = of.question.within.begin.seconds(), end = of.question.within.end.seconds();
    for (auto start = begin; start < end; start += kQuarter)
        if (is_free(of, start)) starts.push_back(at(start));
    return starts;
}

std::vector<base::Instant> quickly(const Case& of) {
    std::vector<ZoneOffset> zone;
    const auto& within = of.question.within;
    for (const auto& each : i18n::offset_periods(*i18n::TimeZone::find(of.zone),
                                                 {within.begin - base::days(8), within.end + base::days(8)}))
        zone.push_back({each.from, each.minutes});
    return free_starts({zone, of.pattern, of.busy, of.limits}, of.question);
}

TEST(FreeTimes, AreThoseOfASlowVersionForTenThousandPatternsAcrossChangesOfTheClocks) {
    std::int64_t found = 0;
    EXPECT_TRUE(rc::check("free times are those of the slow version", [&](std::uint64_t seed) {
        Dice dice{seed};
        for (int i = 0; i < kPatterns; ++i) {
            const auto made = any_case(dice);
            const auto expected = slowly(made);
            found += std::ssize(expected);
            if (quickly(made) != expected) RC_FAIL(fmt::format("zone {}, pattern {} of seed {}", made.zone, i, seed));
        }
    }));
    unsetenv("TZ");
    tzset();
    EXPECT_GT(found, 20'000) << "patterns without a free time would show nothing";
}

// A Sunday evening in St. John's, where the clocks are half an hour off those of everybody else: they go back at two on
// November 1, 2026. From one to two is there twice.
TEST(FreeTimes, TheHourThatComesTwiceIsOpenTwiceAndTheOneLeaptOverIsNot) {
    const std::vector<ZoneOffset> zone{{at(1'790'000'000), -150}, {at(1'793'507'400), -210}};
    const Pattern sunday{{{6, {60, 150}}}, {}};
    const Question question{{at(1'793'491'200), at(1'793'577'600)}, base::minutes(30), at(0), 30};
    // 03:30, 04:00 UTC are 1:00, 1:30 in summer time; 04:30, 05:00 the same in standard time; 05:30 is 2:00.
    EXPECT_EQ(
        free_starts({zone, sunday, {}, {}}, question),
        (std::vector{at(1'793'503'800), at(1'793'505'600), at(1'793'507'400), at(1'793'509'200), at(1'793'511'000)}));
    const std::vector<ZoneOffset> spring{{at(1'760'000'000), -210}, {at(1'772'947'800), -150}};
    const Pattern whole{{{6, {90, 210}}}, {}};  // 1:30 to 3:30; 2:00 to 3:00 is not there on March 8, 2026
    EXPECT_EQ(
        free_starts({spring, whole, {}, {}}, {{at(1'772'940'000), at(1'772'960'000)}, base::minutes(30), at(0), 30}),
        (std::vector{at(1'772'946'000), at(1'772'947'800)}));
}

}  // namespace
}  // namespace champions
