#include "features/mail_series/store.h"

#include "people/merging.h"
#include "people/store.h"

namespace mail_series::store {
namespace {

template <class Identity>
std::optional<std::int64_t> number(const std::optional<Identity>& id) {
    if (!id) return std::nullopt;
    return std::int64_t{id->value};
}

Series read_series_row(const db::Row& row) {
    const auto topic = row.as<std::optional<int>>(6);
    return {.id = row.as<SeriesId>(0),
            .plan = {.name = row.as<std::string>(1),
                     .trigger = {row.as<std::string>(2), row.as<std::int64_t>(3)},
                     .segment = row.as<std::optional<ports::SegmentId>>(4),
                     .exit_segment = row.as<std::optional<ports::SegmentId>>(5),
                     .topic = topic ? std::optional{people::TopicBit{*topic}} : std::nullopt,
                     .steps = {}},
            .made_by = row.as<std::string>(7),
            .changed_at = row.as<base::Instant>(8),
            .switched_on_at = row.as<std::optional<base::Instant>>(9)};
}
const db::Query<Series()> kAll{
    R"(select id, name, trigger_kind, trigger_about, segment_id, exit_segment_id, topic, made_by, changed_at,
              switched_on_at from mail_series order by id desc)",
    read_series_row};
const db::Query<Series(SeriesId)> kFind{
    R"(select id, name, trigger_kind, trigger_about, segment_id, exit_segment_id, topic, made_by, changed_at,
              switched_on_at from mail_series where id = $1)",
    read_series_row};
const db::Query<Step(SeriesId)> kSteps{
    "select mailing_id, days_after, edition_id from mail_series_step where series_id = $1 order by position",
    db::columns<Step, ports::MailingId, int, std::optional<ports::MailingEditionId>>};

const db::Command<void(SeriesId, std::string_view, std::string_view, std::int64_t, std::optional<std::int64_t>,
                       std::optional<std::int64_t>, std::optional<std::int64_t>, std::string_view, base::Instant)>
    kInsert{
        R"(insert into mail_series (id, name, trigger_kind, trigger_about, segment_id, exit_segment_id, topic, made_by,
                                        created_at, changed_at)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9))"};
const db::Command<void(SeriesId, std::string_view, std::string_view, std::int64_t, std::optional<std::int64_t>,
                       std::optional<std::int64_t>, std::optional<std::int64_t>, base::Instant)>
    kChange{R"(update mail_series set name = $2, trigger_kind = $3, trigger_about = $4, segment_id = $5,
                                      exit_segment_id = $6, topic = $7, changed_at = $8 where id = $1)"};
const db::Command<void(SeriesId, base::Instant)> kSwitchOn{
    "update mail_series set switched_on_at = $2 where id = $1 and switched_on_at is null"};
const db::Command<void(SeriesId)> kSwitchOff{"update mail_series set switched_on_at = null where id = $1"};
const db::Command<void(SeriesId)> kRemoveSteps{"delete from mail_series_step where series_id = $1"};
const db::Command<void(SeriesId, int, ports::MailingId, int, std::optional<ports::MailingEditionId>)> kInsertStep{
    R"(insert into mail_series_step (series_id, position, mailing_id, days_after, edition_id)
       values ($1, $2, $3, $4, $5))"};
const db::Command<void(SeriesId, int, ports::MailingEditionId)> kSetEdition{
    "update mail_series_step set edition_id = $3 where series_id = $1 and position = $2"};

const db::Command<void(std::string_view, std::int64_t, people::PersonId, base::Instant)> kEnter{
    R"(insert into mail_series_member (series_id, person_id, entered_at, next_step, due_at)
       select s.id, $3, $4, 0, $4 + 86400000000 * f.days_after
       from mail_series s join mail_series_step f on f.series_id = s.id and f.position = 0
       where s.trigger_kind = $1 and s.trigger_about = $2 and s.switched_on_at is not null
       on conflict (series_id, person_id) do nothing)"};

// Who came in just now, of series in which they are under another number since they were merged.
const db::Command<void(people::PersonId, base::Instant, people::PersonId)> kLeaveToOther{
    R"(delete from mail_series_member where person_id = $1 and entered_at = $2 and next_step = 0
       and series_id in (select series_id from mail_series_member where person_id = $3))"};
const db::Query<std::int64_t(SeriesId, people::PersonId)> kIsMember{
    "select 1 from mail_series_member where series_id = $1 and person_id = $2",
    db::columns<std::int64_t, std::int64_t>};

const db::Query<DueMember(base::Instant, std::int64_t)> kDue{
    R"(select m.series_id, m.person_id, m.entered_at, m.next_step, m.due_at
       from mail_series_member m join mail_series s on s.id = m.series_id
       where m.due_at is not null and m.due_at <= $1 and s.switched_on_at is not null
       order by m.due_at limit $2)",
    [](const db::Row& row) {
        return DueMember{{.series = row.as<SeriesId>(0),
                          .person = row.as<people::PersonId>(1),
                          .entered_at = row.as<base::Instant>(2),
                          .next_step = row.as<int>(3)},
                         row.as<base::Instant>(4)};
    }};
const db::Command<void(SeriesId, people::PersonId, int, base::Instant)> kGoOn{
    "update mail_series_member set next_step = $3, due_at = $4 where series_id = $1 and person_id = $2"};
const db::Command<void(SeriesId, people::PersonId, Ended)> kEnd{
    "update mail_series_member set due_at = null, ended = $3 where series_id = $1 and person_id = $2"};

struct Counted {
    Ended ended;
    std::int64_t count;
};
const db::Query<Counted(SeriesId)> kCounts{
    "select ended, count(*) from mail_series_member where series_id = $1 group by ended",
    db::columns<Counted, Ended, std::int64_t>};
const db::Query<Membership(people::PersonId)> kMemberships{
    R"(select m.series_id, s.name, m.entered_at, m.ended from mail_series_member m
       join mail_series s on s.id = m.series_id where m.person_id = $1 order by m.entered_at)",
    db::columns<Membership, SeriesId, std::string, base::Instant, Ended>};
const db::Command<void(people::PersonId)> kForget{"delete from mail_series_member where person_id = $1"};

void insert_steps(db::Write& write, SeriesId id, const Plan& plan) {
    int position = 0;
    for (const Step& step : plan.steps)
        write.run(kInsertStep, id, position++, step.mailing, step.days_after, step.edition);
}

std::optional<std::int64_t> topic_of(const Plan& plan) {
    if (!plan.topic) return std::nullopt;
    return std::int64_t{plan.topic->value};
}

}  // namespace

std::vector<Series> all(db::Read& read) {
    auto found = read.all(kAll);
    for (Series& series : found) series.plan.steps = read.all(kSteps, series.id);
    return found;
}

std::optional<Series> find(db::Read& read, SeriesId id) {
    auto series = read.one(kFind, id);
    if (series) series->plan.steps = read.all(kSteps, id);
    return series;
}

SeriesId insert(db::Write& write, const Plan& plan, const std::string& by) {
    const auto id = write.new_id<SeriesId>();
    write.run(kInsert, id, plan.name, plan.trigger.kind, plan.trigger.about, number(plan.segment),
              number(plan.exit_segment), topic_of(plan), by, write.now());
    insert_steps(write, id, plan);
    return id;
}

void change(db::Write& write, SeriesId id, const Plan& plan) {
    write.run(kChange, id, plan.name, plan.trigger.kind, plan.trigger.about, number(plan.segment),
              number(plan.exit_segment), topic_of(plan), write.now());
    write.run(kRemoveSteps, id);
    insert_steps(write, id, plan);
}

void switch_on(db::Write& write, SeriesId id) { write.run(kSwitchOn, id, write.now()); }

void switch_off(db::Write& write, SeriesId id) { write.run(kSwitchOff, id); }

void set_edition(db::Write& write, SeriesId id, int position, ports::MailingEditionId edition) {
    write.run(kSetEdition, id, position, edition);
}

void enter(db::Write& write, const ports::PersonAction& action) {
    const auto person = people::find_person_by_address(write, action.address_hash);
    if (!person) return;
    write.run(kEnter, action.kind, action.about, person->id, action.at);
    for (const auto self : people::selves(write, person->id))
        if (self != person->id) write.run(kLeaveToOther, person->id, action.at, self);
}

std::vector<DueMember> due(db::Read& read, base::Instant now, std::int64_t limit) { return read.all(kDue, now, limit); }

void go_on(db::Write& write, const Member& member, base::Instant due_at) {
    write.run(kGoOn, member.series, member.person, member.next_step + 1, due_at);
}

void wait_until(db::Write& write, const Member& member, base::Instant due_at) {
    write.run(kGoOn, member.series, member.person, member.next_step, due_at);
}

void end(db::Write& write, const Member& member, Ended ended) { write.run(kEnd, member.series, member.person, ended); }

bool is_member(db::Read& read, SeriesId series, people::PersonId person) {
    return read.one(kIsMember, series, person).has_value();
}

std::map<Ended, std::int64_t> counts(db::Read& read, SeriesId id) {
    std::map<Ended, std::int64_t> all;
    for (const auto& [ended, count] : read.all(kCounts, id)) all[ended] = count;
    return all;
}

std::vector<Membership> memberships(db::Read& read, people::PersonId person) { return read.all(kMemberships, person); }

void forget(db::Write& write, people::PersonId person) { write.run(kForget, person); }

}  // namespace mail_series::store
