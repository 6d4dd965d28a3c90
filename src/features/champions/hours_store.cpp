#include "features/champions/hours_store.h"

#include <tuple>

namespace champions::store {
namespace {

constexpr std::int64_t kMostExceptions = 200;

OwnedHours read_hours_row(const db::Row& row) {
    return {row.as<ChampionId>(0), {row.as<int>(1), {row.as<int>(2), row.as<int>(3)}}};
}

OwnedException read_exception_row(const db::Row& row) {
    return {row.as<ChampionId>(0),
            {row.as<ExceptionId>(1),
             {base::day_of(row.text(3)).value_or(base::Day{}),
              base::day_of(row.text(4)).value_or(base::Day{}),
              {row.as<int>(5), row.as<int>(6)},
              row.as<availability::ExceptionKind>(2)}}};
}

const db::Query<OwnedHours(ChampionId)> kHoursOf{
    R"(select champion_id, weekday, from_minute, until_minute from champion_hours where champion_id = $1
       order by weekday, from_minute)",
    read_hours_row};
const db::Query<OwnedHours()> kHoursOfActive{
    R"(select h.champion_id, h.weekday, h.from_minute, h.until_minute from champion c
       join champion_hours h on h.champion_id = c.id where c.state = 3 order by c.id)",
    read_hours_row};
const db::Query<OwnedException(ChampionId, std::string)> kExceptionsOf{
    R"(select champion_id, id, kind, first_day, last_day, from_minute, until_minute from champion_exception
       where champion_id = $1 and last_day >= $2 order by first_day, id)",
    read_exception_row};
const db::Query<OwnedException(std::string)> kExceptionsOfActive{
    R"(select e.champion_id, e.id, e.kind, e.first_day, e.last_day, e.from_minute, e.until_minute from champion c
       join champion_exception e on e.champion_id = c.id where c.state = 3 and e.last_day >= $1 order by c.id)",
    read_exception_row};

struct HoursTag;
const db::Command<void(ChampionId)> kDropHours{"delete from champion_hours where champion_id = $1"};
const db::Command<void(base::Id<HoursTag>, ChampionId, int, int, int)> kAddHours{
    "insert into champion_hours (id, champion_id, weekday, from_minute, until_minute) values ($1, $2, $3, $4, $5)"};
const db::Query<std::int64_t(ChampionId)> kCountExceptions{
    "select count(*) from champion_exception where champion_id = $1", db::columns<std::int64_t, std::int64_t>};
const db::Command<void(ExceptionId, ChampionId, availability::ExceptionKind, std::string, std::string, int, int)>
    kAddException{R"(insert into champion_exception (id, champion_id, kind, first_day, last_day, from_minute,
                         until_minute) values ($1, $2, $3, $4, $5, $6, $7))"};
const db::Command<void(ExceptionId, ChampionId)> kRemoveException{
    "delete from champion_exception where id = $1 and champion_id = $2"};
const db::Query<std::int64_t(std::string)> kCountPast{"select count(*) from champion_exception where last_day < $1",
                                                      db::columns<std::int64_t, std::int64_t>};
const db::Command<void(std::string, std::int64_t)> kForgetPast{
    "delete from champion_exception where id in (select id from champion_exception where last_day < $1 limit $2)"};

const db::Query<ForeignCalendar(ChampionId)> kCalendar{
    R"(select address, busy, busy_count, problem, problem_count, read_at, tried_at, failures, changed_at
       from champion_calendar where champion_id = $1)",
    db::columns<ForeignCalendar, std::string, std::string, std::int64_t, std::string, std::int64_t,
                std::optional<base::Instant>, std::optional<base::Instant>, std::int64_t, base::Instant>};
const db::Command<void(ChampionId, std::string, std::string, std::int64_t, std::string, std::int64_t,
                       std::optional<base::Instant>, std::optional<base::Instant>, std::int64_t, base::Instant)>
    kWriteCalendar{R"(insert into champion_calendar (champion_id, address, busy, busy_count, problem, problem_count,
                          read_at, tried_at, failures, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                      on conflict (champion_id) do update set address = excluded.address, busy = excluded.busy,
                          busy_count = excluded.busy_count, problem = excluded.problem,
                          problem_count = excluded.problem_count, read_at = excluded.read_at,
                          tried_at = excluded.tried_at, failures = excluded.failures,
                          changed_at = excluded.changed_at)"};
const db::Command<void(ChampionId)> kRemoveCalendar{"delete from champion_calendar where champion_id = $1"};
const db::Query<OwnedBusy(ChampionId)> kBusyOf{"select champion_id, busy from champion_calendar where champion_id = $1",
                                               db::columns<OwnedBusy, ChampionId, std::string>};
const db::Query<OwnedBusy()> kBusyOfActive{
    R"(select k.champion_id, k.busy from champion c join champion_calendar k on k.champion_id = c.id
       where c.state = 3 order by c.id)",
    db::columns<OwnedBusy, ChampionId, std::string>};
const db::Query<ChampionId(base::Instant, std::int64_t)> kDue{
    R"(select k.champion_id from champion_calendar k join champion c on c.id = k.champion_id
       where k.address <> '' and c.state between 1 and 4 and (k.tried_at is null or k.tried_at < $1)
       order by coalesce(k.tried_at, 0), k.champion_id limit $2)",
    db::columns<ChampionId, ChampionId>};

}  // namespace

std::vector<OwnedHours> hours(db::Read& read, std::optional<ChampionId> champion) {
    return champion ? read.all(kHoursOf, *champion) : read.all(kHoursOfActive);
}

std::vector<OwnedException> exceptions(db::Read& read, const ExceptionSearch& search) {
    return search.champion ? read.all(kExceptionsOf, *search.champion, base::iso(search.from))
                           : read.all(kExceptionsOfActive, base::iso(search.from));
}

void write_hours(db::Write& write, ChampionId champion, const std::vector<availability::WeeklyHours>& weekly) {
    write.run(kDropHours, champion);
    for (const auto& each : weekly)
        write.run(kAddHours, write.new_id<base::Id<HoursTag>>(), champion, each.weekday, each.hours.from,
                  each.hours.until);
}

std::optional<ExceptionId> add_exception(db::Write& write, ChampionId champion,
                                         const availability::Exception& exception) {
    if (write.one(kCountExceptions, champion).value_or(0) >= kMostExceptions) return std::nullopt;
    const auto id = write.new_id<ExceptionId>();
    write.run(kAddException, id, champion, exception.kind, base::iso(exception.first), base::iso(exception.last),
              exception.hours.from, exception.hours.until);
    return id;
}

void remove_exception(db::Write& write, ChampionId champion, ExceptionId exception) {
    write.run(kRemoveException, exception, champion);
}

std::int64_t count_past_exceptions(db::Read& read, base::Day before) {
    return read.one(kCountPast, base::iso(before)).value_or(0);
}

std::int64_t forget_past_exceptions(db::Write& write, base::Day before, std::int64_t limit) {
    return write.run(kForgetPast, base::iso(before), limit);
}

std::optional<ForeignCalendar> calendar(db::Read& read, ChampionId champion) { return read.one(kCalendar, champion); }

void write_calendar(db::Write& write, ChampionId champion, const ForeignCalendar& calendar) {
    write.run(kWriteCalendar, champion, calendar.address, calendar.busy, calendar.busy_count, calendar.problem,
              calendar.problem_count, calendar.read_at, calendar.tried_at, calendar.failures, write.now());
}

void remove_calendar(db::Write& write, ChampionId champion) { write.run(kRemoveCalendar, champion); }

std::vector<OwnedBusy> busy(db::Read& read, std::optional<ChampionId> champion) {
    return champion ? read.all(kBusyOf, *champion) : read.all(kBusyOfActive);
}

std::vector<ChampionId> due_calendars(db::Read& read, const DueCalendars& due) {
    return read.all(kDue, due.tried_before, due.limit);
}

}  // namespace champions::store
