// features/champions/hours_store.h - hours, exceptions and foreign calendars in the database.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/champions/hours.h"
#include "platform/db/transaction.h"

namespace champions::store {

// Of one champion, or of everybody who is active (without one).
struct OwnedHours {
    ChampionId champion;
    availability::WeeklyHours hours;
};
struct OwnedException {
    ChampionId champion;
    StoredException stored;
};
std::vector<OwnedHours> hours(db::Read& read, std::optional<ChampionId> champion);
// Those that end on this day or later, by their first day.
struct ExceptionSearch {
    std::optional<ChampionId> champion;
    base::Day from;
};
std::vector<OwnedException> exceptions(db::Read& read, const ExceptionSearch& search);

void write_hours(db::Write& write, ChampionId champion, const std::vector<availability::WeeklyHours>& weekly);
// nullopt: they have too many.
std::optional<ExceptionId> add_exception(db::Write& write, ChampionId champion,
                                         const availability::Exception& exception);
void remove_exception(db::Write& write, ChampionId champion, ExceptionId exception);
std::int64_t count_past_exceptions(db::Read& read, base::Day before);
std::int64_t forget_past_exceptions(db::Write& write, base::Day before, std::int64_t limit);

// A calendar of theirs that we look at.
struct ForeignCalendar {
    std::string address;  // empty: uploaded
    std::string busy;     // packed()
    std::int64_t busy_count = 0;
    std::string problem{};  // a word of calendar_service; empty: none
    std::int64_t problem_count = 0;
    std::optional<base::Instant> read_at{}, tried_at{};
    std::int64_t failures = 0;
    base::Instant changed_at{};
};
std::optional<ForeignCalendar> calendar(db::Read& read, ChampionId champion);
void write_calendar(db::Write& write, ChampionId champion, const ForeignCalendar& calendar);
void remove_calendar(db::Write& write, ChampionId champion);

struct OwnedBusy {
    ChampionId champion;
    std::string busy;
};
std::vector<OwnedBusy> busy(db::Read& read, std::optional<ChampionId> champion);

// Champions in training or behind it whose calendar was last tried before this, oldest first.
struct DueCalendars {
    base::Instant tried_before;
    std::int64_t limit;
};
std::vector<ChampionId> due_calendars(db::Read& read, const DueCalendars& due);

}  // namespace champions::store
