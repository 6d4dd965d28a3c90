#include "features/segments/store.h"

#include "base/check.h"
#include "people/store.h"

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

std::int64_t subject_of(std::string_view kind, std::int64_t about) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : std::string{kind} + ":" + std::to_string(about))
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return static_cast<std::int64_t>(hash);
}

void keep_actions(db::Write& write, std::span<const ports::PersonAction> actions) {
    for (const auto& action : actions) {
        const auto person = people::find_person_by_address(write, action.address_hash);
        if (!person) continue;
        const auto subject = subject_of(action.kind, action.about);
        if (action.event == ports::ActionEvent::undone) {
            write.run(kForgetAction, subject, person->id);
            continue;
        }
        write.run(kKeepAction, subject, person->id, action.at);
        write.run(kKeepActivity, person->id, action.at);
    }
}

void forget_person(db::Write& write, people::PersonId person) {
    write.run(kForgetActions, person);
    write.run(kForgetActivity, person);
}

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
