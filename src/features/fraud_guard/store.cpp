#include "features/fraud_guard/store.h"

namespace fraud_guard::store {
namespace {

using OptionalInstant = std::optional<base::Instant>;
using OptionalText = std::optional<std::string>;

const db::Query<Setting()> kSettings{"select name, value from fraud_setting order by name",
                                     db::columns<Setting, std::string, std::int64_t>};

const db::Command<void(std::string_view, std::int64_t, base::Instant, std::string_view)> kSet{R"sql(
    insert into fraud_setting (name, value, changed_at, changed_by) values ($1, $2, $3, $4)
    on conflict (name) do update set value = excluded.value, changed_at = excluded.changed_at,
        changed_by = excluded.changed_by)sql"};

const db::Command<void(std::int64_t, std::string_view, std::string_view, std::string_view, base::Instant,
                       std::string_view)>
    kLog{R"sql(insert into fraud_change (id, name, before_value, after_value, at, by_name)
               values ($1, $2, $3, $4, $5, $6))sql"};

const db::Query<LoggedChange(std::int64_t)> kLatestChanges{
    "select name, before_value, after_value, at, by_name from fraud_change order by id desc limit $1",
    db::columns<LoggedChange, std::string, std::string, std::string, base::Instant, std::string>};

constexpr auto kReadEntry = db::columns<ListEntry, ListEntryId, List, std::string, std::string, OptionalInstant,
                                        base::Instant, std::string, OptionalInstant, OptionalText>;

const db::Query<ListEntry()> kEntries{R"sql(
    select id, list, pattern, reason, expires_at, created_at, created_by, ended_at, ended_by
    from fraud_list_entry where ended_at is null order by id desc)sql",
                                      kReadEntry};

const db::Query<ListEntry(std::int64_t)> kEndedEntries{R"sql(
    select id, list, pattern, reason, expires_at, created_at, created_by, ended_at, ended_by
    from fraud_list_entry where ended_at is not null order by ended_at desc, id desc limit $1)sql",
                                                       kReadEntry};

const db::Query<ListEntry(ListEntryId)> kEntry{R"sql(
    select id, list, pattern, reason, expires_at, created_at, created_by, ended_at, ended_by
    from fraud_list_entry where id = $1)sql",
                                               kReadEntry};

const db::Command<void(ListEntryId, List, std::string_view, std::string_view, OptionalInstant, base::Instant,
                       std::string_view)>
    kInsertEntry{R"sql(insert into fraud_list_entry (id, list, pattern, reason, expires_at, created_at, created_by)
                       values ($1, $2, $3, $4, $5, $6, $7))sql"};

const db::Command<void(ListEntryId, base::Instant, std::string_view)> kEndEntry{
    "update fraud_list_entry set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null"};

const db::BatchCommand<void(std::string_view, base::Instant, base::Instant)> kKeepUsed{
    "insert into fraud_used_proof (challenge, expires_at, used_at) values ($1, $2, $3) on conflict do nothing"};

const db::Command<void(base::Instant)> kForgetExpired{"delete from fraud_used_proof where expires_at <= $1"};

const db::Query<UsedProof(base::Instant)> kUsedProofs{
    "select challenge, expires_at from fraud_used_proof where expires_at > $1",
    db::columns<UsedProof, std::string, base::Instant>};

const db::Query<UsedProof(base::Instant)> kUsedSince{
    "select challenge, expires_at from fraud_used_proof where used_at >= $1",
    db::columns<UsedProof, std::string, base::Instant>};

}  // namespace

std::vector<Setting> settings(db::Read& read) { return read.all(kSettings); }

void change(db::Write& write, const std::vector<SettingChange>& changes, std::string_view by) {
    for (const SettingChange& each : changes) {
        if (each.before == each.after) continue;
        write.run(kSet, each.name, each.after, write.now(), by);
        write.run(kLog, write.new_id<ListEntryId>().value, each.name, std::to_string(each.before),
                  std::to_string(each.after), write.now(), by);
    }
}

std::vector<LoggedChange> latest_changes(db::Read& read, std::int64_t limit) { return read.all(kLatestChanges, limit); }

void log_own(db::Write& write, const OwnChange& change) {
    write.run(kLog, write.new_id<ListEntryId>().value, change.name, change.before, change.after, write.now(), "");
}

std::vector<ListEntry> list_entries(db::Read& read) { return read.all(kEntries); }

std::vector<ListEntry> ended_entries(db::Read& read, std::int64_t limit) { return read.all(kEndedEntries, limit); }

std::optional<ListEntry> find_entry(db::Read& read, ListEntryId id) { return read.one(kEntry, id); }

ListEntryId insert(db::Write& write, const NewEntry& entry, std::string_view by) {
    const auto id = write.new_id<ListEntryId>();
    write.run(kInsertEntry, id, entry.list, entry.pattern, entry.reason, entry.expires_at, write.now(), by);
    return id;
}

void end(db::Write& write, ListEntryId id, std::string_view by) { write.run(kEndEntry, id, write.now(), by); }

void keep_used(db::Write& write, const std::vector<UsedProof>& proofs) {
    write.run_batch(kKeepUsed, proofs, [now = write.now()](const UsedProof& proof) {
        return std::tuple<const std::string&, base::Instant, base::Instant>{proof.challenge, proof.expires_at, now};
    });
}

void forget_expired(db::Write& write) { write.run(kForgetExpired, write.now()); }

std::vector<UsedProof> used_proofs(db::Read& read, base::Instant now) { return read.all(kUsedProofs, now); }

std::vector<UsedProof> used_since(db::Read& read, base::Instant since) { return read.all(kUsedSince, since); }

}  // namespace fraud_guard::store
