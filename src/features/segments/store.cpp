#include "features/segments/store.h"

#include "base/check.h"
#include "people/store.h"
#include "platform/db/id_time.h"

namespace segments::store {
namespace {

Segment read_segment_row(const db::Row& row) {
    auto rules = rules_of(row.text(2));
    CHECK(rules.has_value());
    return {.id = row.as<SegmentId>(0),
            .name = row.as<std::string>(1),
            .rules = *std::move(rules),
            .made_by = row.as<std::string>(3),
            .changed_by = row.as<std::string>(5),
            .created_at = row.as<base::Instant>(4),
            .changed_at = row.as<base::Instant>(6),
            .retired_at = row.as<std::optional<base::Instant>>(7)};
}

const db::Query<Segment()> kSegments{
    R"(select id, name, rules, made_by, created_at, changed_by, changed_at, retired_at from segment
       where retired_at is null order by name, id)",
    read_segment_row};
const db::Query<Segment(SegmentId)> kSegment{
    R"(select id, name, rules, made_by, created_at, changed_by, changed_at, retired_at from segment where id = $1)",
    read_segment_row};
const db::Command<void(SegmentId, std::string_view, std::string_view, std::string_view, base::Instant)> kInsert{
    R"(insert into segment (id, name, rules, made_by, created_at, changed_by, changed_at)
       values ($1, $2, $3, $4, $5, $4, $5))"};
const db::Command<void(SegmentId, std::string_view, std::string_view, std::string_view, base::Instant)> kChange{
    "update segment set name = $2, rules = $3, changed_by = $4, changed_at = $5 where id = $1"};
const db::Command<void(SegmentId, base::Instant)> kRetire{"update segment set retired_at = $2 where id = $1"};

const db::Command<void(std::int64_t, people::PersonId, base::Instant)> kKeepAction{
    R"(insert into person_action (subject, person_id, at) values ($1, $2, $3)
       on conflict (subject, person_id) do update set at = excluded.at)"};
const db::Command<void(people::PersonId, base::Instant)> kKeepActivity{
    R"(insert into person_activity (person_id, last_at) values ($1, $2)
       on conflict (person_id) do update set last_at = excluded.last_at
       where person_activity.last_at < excluded.last_at)"};
const db::Command<void(SegmentId, SegmentId, base::Instant)> kFreeze{
    R"(insert into segment (id, name, rules, made_by, created_at, changed_by, changed_at, retired_at)
       select $1, name, rules, made_by, created_at, changed_by, changed_at, $3 from segment where id = $2)"};

// Before their person was known to us.
const db::Command<void(std::int64_t, std::int64_t, base::Instant)> kKeepEarly{
    R"(insert into address_action (address_hash, subject, at) values ($1, $2, $3)
       on conflict (address_hash, subject) do update set at = excluded.at)"};
const db::Command<void(std::int64_t, std::int64_t)> kForgetEarly{
    "delete from address_action where address_hash = $1 and subject = $2"};
const db::Command<void(std::int64_t)> kForgetAllEarly{"delete from address_action where address_hash = $1"};
const db::Command<void(std::int64_t, people::PersonId)> kAdopt{
    R"(insert into person_action (subject, person_id, at)
           select subject, $2, at from address_action where address_hash = $1
       on conflict (subject, person_id) do update set at = excluded.at where person_action.at < excluded.at)"};
const db::Query<std::optional<base::Instant>(std::int64_t)> kLastEarly{
    "select max(at) from address_action where address_hash = $1",
    [](const db::Row& row) { return row.as<std::optional<base::Instant>>(0); }};
const db::Query<EarlyAddress(std::int64_t, std::int64_t)> kNewcomers{
    R"(select p.address_hash, p.id from person p where p.id >= $1 and p.erased_at is null
       and exists (select 1 from address_action a where a.address_hash = p.address_hash) order by p.id limit $2)",
    db::columns<EarlyAddress, std::int64_t, people::PersonId>};
const db::Query<EarlyAddress(std::int64_t)> kKnownByNow{
    R"(select distinct a.address_hash, coalesce(p.id, o.person_id) from address_action a
       left join person p on p.address_hash = a.address_hash and p.erased_at is null
       left join person_address o on o.address_hash = a.address_hash
       where p.id is not null or o.person_id is not null limit $1)",
    db::columns<EarlyAddress, std::int64_t, people::PersonId>};

const db::Command<void(people::MergeId, people::PersonId, people::PersonId)> kNoteActions{
    R"(insert into person_action_merge (merge_id, kept_id, merged_id, subject, at, before_at)
           select $1, $2, $3, m.subject, m.at, k.at
           from person_action m left join person_action k on k.subject = m.subject and k.person_id = $2
           where m.person_id = $3 and (k.at is null or k.at < m.at))"};
const db::Command<void(people::MergeId, people::PersonId, people::PersonId)> kNoteActivity{
    R"(insert into person_action_merge (merge_id, kept_id, merged_id, subject, at, before_at)
           select $1, $2, $3, 0, m.last_at, k.last_at
           from person_activity m left join person_activity k on k.person_id = $2
           where m.person_id = $3 and (k.last_at is null or k.last_at < m.last_at))"};
const db::Command<void(people::MergeId)> kJoinActions{
    R"(insert into person_action (subject, person_id, at)
           select subject, kept_id, at from person_action_merge where merge_id = $1 and subject <> 0
       on conflict (subject, person_id) do update set at = excluded.at)"};
const db::Command<void(people::MergeId)> kJoinActivity{
    R"(insert into person_activity (person_id, last_at)
           select kept_id, at from person_action_merge where merge_id = $1 and subject = 0
       on conflict (person_id) do update set last_at = excluded.last_at)"};
// What was taken back since under either address is taken back from both.
const db::Command<void(people::MergeId)> kPartTakenBack{
    R"(delete from person_action where exists (
           select 1 from person_action_merge x where x.merge_id = $1 and x.merged_id = person_action.person_id
               and x.subject = person_action.subject
               and not exists (select 1 from person_action k
                               where k.person_id = x.kept_id and k.subject = x.subject)))"};
// What the kept one did once more since stays theirs.
const db::Command<void(people::MergeId)> kPartOwn{
    R"(update person_action set at = x.before_at from person_action_merge x
       where x.merge_id = $1 and x.before_at is not null and person_action.person_id = x.kept_id
           and person_action.subject = x.subject and person_action.at = x.at)"};
const db::Command<void(people::MergeId)> kPartOthers{
    R"(delete from person_action where exists (
           select 1 from person_action_merge x where x.merge_id = $1 and x.before_at is null
               and x.kept_id = person_action.person_id and x.subject = person_action.subject
               and x.at = person_action.at))"};
const db::Command<void(people::MergeId)> kPartOwnActivity{
    R"(update person_activity set last_at = x.before_at from person_action_merge x
       where x.merge_id = $1 and x.subject = 0 and x.before_at is not null
           and person_activity.person_id = x.kept_id and person_activity.last_at = x.at)"};
const db::Command<void(people::MergeId)> kPartOthersActivity{
    R"(delete from person_activity where exists (
           select 1 from person_action_merge x where x.merge_id = $1 and x.subject = 0 and x.before_at is null
               and x.kept_id = person_activity.person_id and x.at = person_activity.last_at))"};
const db::Command<void(people::MergeId)> kForgetMerge{"delete from person_action_merge where merge_id = $1"};
const db::Command<void(people::PersonId)> kForgetMerges{
    "delete from person_action_merge where kept_id = $1 or merged_id = $1"};

const db::Command<void(std::int64_t, people::PersonId)> kForgetAction{
    "delete from person_action where subject = $1 and person_id = $2"};
const db::Command<void(people::PersonId)> kForgetActions{"delete from person_action where person_id = $1"};
const db::Command<void(people::PersonId)> kForgetActivity{"delete from person_activity where person_id = $1"};
const db::Query<KeptAction(people::PersonId)> kActionsOf{
    "select subject, at from person_action where person_id = $1 order by at",
    db::columns<KeptAction, std::int64_t, base::Instant>};

const db::Query<people::PersonId(std::int64_t, people::PersonId, people::PersonId)> kWhoDid{
    R"(select person_id from person_action where subject = $1 and person_id > $2 and person_id <= $3
       order by person_id)",
    db::columns<people::PersonId, people::PersonId>};
const db::Query<people::PersonId(std::int64_t, people::PersonId, people::PersonId, base::Instant)> kWhoDidSince{
    R"(select person_id from person_action where subject = $1 and person_id > $2 and person_id <= $3 and at >= $4
       order by person_id)",
    db::columns<people::PersonId, people::PersonId>};
const db::Query<people::PersonId(people::PersonId, people::PersonId, base::Instant)> kActiveSince{
    R"(select person_id from person_activity where person_id > $1 and person_id <= $2 and last_at >= $3
       order by person_id)",
    db::columns<people::PersonId, people::PersonId>};

void keep_early(db::Write& write, std::int64_t subject, const ports::PersonAction& action) {
    if (action.event == ports::ActionEvent::undone)
        write.run(kForgetEarly, action.address_hash, subject);
    else
        write.run(kKeepEarly, action.address_hash, subject, action.at);
}

}  // namespace

std::vector<Segment> segments(db::Read& read) { return read.all(kSegments); }

std::optional<Segment> find_segment(db::Read& read, SegmentId id) { return read.one(kSegment, id); }

SegmentId insert_segment(db::Write& write, const Keeping& keeping) {
    const auto id = write.new_id<SegmentId>();
    write.run(kInsert, id, keeping.named.name, to_json(keeping.named.rules), keeping.by, write.now());
    return id;
}

void change_segment(db::Write& write, SegmentId id, const Keeping& keeping) {
    write.run(kChange, id, keeping.named.name, to_json(keeping.named.rules), keeping.by, write.now());
}

void retire_segment(db::Write& write, SegmentId id) { write.run(kRetire, id, write.now()); }

std::optional<SegmentId> freeze_segment(db::Write& write, SegmentId id) {
    const auto copy = write.new_id<SegmentId>();
    if (write.run(kFreeze, copy, id, write.now()) == 0) return std::nullopt;
    return copy;
}

std::int64_t subject_of(std::string_view kind, std::int64_t about) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : std::string{kind} + ":" + std::to_string(about))
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return static_cast<std::int64_t>(hash);
}

void keep_actions(db::Write& write, std::span<const ports::PersonAction> actions) {
    for (const auto& action : actions) {
        const auto person = people::find_person_by_address(write, action.address_hash);
        const auto subject = subject_of(action.kind, action.about);
        if (!person) {
            keep_early(write, subject, action);
            continue;
        }
        adopt(write, {action.address_hash, person->id});
        if (action.event == ports::ActionEvent::undone) {
            write.run(kForgetAction, subject, person->id);
            continue;
        }
        write.run(kKeepAction, subject, person->id, action.at);
        write.run(kKeepActivity, person->id, action.at);
    }
}

void adopt(db::Write& write, const EarlyAddress& early) {
    const auto last = write.one(kLastEarly, early.address_hash).value_or(std::nullopt);
    if (!last) return;
    write.run(kAdopt, early.address_hash, early.person);
    write.run(kKeepActivity, early.person, *last);
    write.run(kForgetAllEarly, early.address_hash);
}

std::vector<EarlyAddress> newcomers(db::Read& read, base::Instant since, std::int64_t limit) {
    return read.all(kNewcomers, db::least_id_at(since), limit);
}

std::vector<EarlyAddress> known_by_now(db::Read& read, std::int64_t limit) { return read.all(kKnownByNow, limit); }

void join_actions(db::Write& write, const ports::PersonMerge& merge) {
    write.run(kNoteActions, merge.merge, merge.kept, merge.merged);
    write.run(kNoteActivity, merge.merge, merge.kept, merge.merged);
    write.run(kJoinActions, merge.merge);
    write.run(kJoinActivity, merge.merge);
}

void part_actions(db::Write& write, const ports::PersonMerge& merge) {
    for (const auto* statement :
         {&kPartTakenBack, &kPartOwn, &kPartOthers, &kPartOwnActivity, &kPartOthersActivity, &kForgetMerge})
        write.run(*statement, merge.merge);
}

void forget_person(db::Write& write, people::PersonId person) {
    write.run(kForgetActions, person);
    write.run(kForgetActivity, person);
    write.run(kForgetMerges, person);
}

void forget_address(db::Write& write, std::int64_t address_hash) { write.run(kForgetAllEarly, address_hash); }

std::vector<KeptAction> actions_of(db::Read& read, people::PersonId person) { return read.all(kActionsOf, person); }

std::vector<people::PersonId> who_did(db::Read& read, std::int64_t subject, const IdRange& range) {
    return read.all(kWhoDid, subject, range.after, range.last);
}

std::vector<people::PersonId> who_did_since(db::Read& read, const Since& since, const IdRange& range) {
    return read.all(kWhoDidSince, since.subject, range.after, range.last, since.at);
}

std::vector<people::PersonId> active_since(db::Read& read, base::Instant at, const IdRange& range) {
    return read.all(kActiveSince, range.after, range.last, at);
}

}  // namespace segments::store
