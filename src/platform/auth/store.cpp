// platform/auth/store.cpp - the SQL of the installation's secret and of the audit log.
#include <limits>

#include "platform/auth/audit.h"
#include "platform/auth/audit_text.h"
#include "platform/auth/secret.h"
#include "platform/db/database.h"

namespace auth {
namespace {

const db::Query<db::Blob()> kSecret{"select secret from installation_secret where id = 1",
                                    db::columns<db::Blob, db::Blob>};

// Of two programs that start at once, the first one's secret stays.
const db::Command<void(db::Blob, base::Instant)> kAddSecret{
    "insert into installation_secret (id, secret, created_at) values (1, $1, $2) on conflict (id) do nothing"};

const db::Command<void(AuditId, base::Instant, std::optional<StaffId>, std::string, std::string, std::string,
                       std::int64_t, std::string, std::optional<base::LevelId>, std::string, std::string, std::string)>
    kAddEntry{
        "insert into audit_entry (id, at, staff_id, staff_name, action, subject_kind, subject_id, subject_label, "
        "level_id, before_values, after_values, request_id) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"};

const db::Command<void(std::string, std::int64_t)> kForget{
    "update audit_entry set subject_label = cast(subject_id as text), before_values = '{}', after_values = '{}' "
    "where subject_kind = $1 and subject_id = $2"};

StoredAuditEntry entry_of(const db::Row& row) {
    return {.id = row.as<AuditId>(0),
            .at = row.as<base::Instant>(1),
            .entry = {.actor = {row.as<std::optional<StaffId>>(2), row.as<std::string>(3), row.as<std::string>(11)},
                      .action = row.as<std::string>(4),
                      .subject = {row.as<std::string>(5), row.as<std::int64_t>(6), row.as<std::string>(7)},
                      .level = row.as<std::optional<base::LevelId>>(8),
                      .changes = changes_of_text({row.as<std::string>(9), row.as<std::string>(10)})}};
}

#define ALLTOGETHER_AUDIT_COLUMNS                                                                      \
    "select id, at, staff_id, staff_name, action, subject_kind, subject_id, subject_label, level_id, " \
    "before_values, after_values, request_id from audit_entry "

// In each: entries before $1, at most $2 of them, whose action begins with $3.
const db::Query<StoredAuditEntry(std::int64_t, std::int64_t, std::string)> kEntries{
    ALLTOGETHER_AUDIT_COLUMNS "where id < $1 and substr(action, 1, length($3)) = $3 order by id desc limit $2",
    entry_of};

const db::Query<StoredAuditEntry(std::int64_t, std::int64_t, std::string, StaffId)> kEntriesOfStaff{
    ALLTOGETHER_AUDIT_COLUMNS
    "where staff_id = $4 and id < $1 and substr(action, 1, length($3)) = $3 order by id desc limit $2",
    entry_of};

// $5 0: of every subject of the kind. $6 0: by everybody.
const db::Query<StoredAuditEntry(std::int64_t, std::int64_t, std::string, std::string, std::int64_t, std::int64_t)>
    kEntriesOfSubject{ALLTOGETHER_AUDIT_COLUMNS
                      "where subject_kind = $4 and ($5 = 0 or subject_id = $5) and ($6 = 0 or staff_id = $6) "
                      "and id < $1 and substr(action, 1, length($3)) = $3 order by id desc limit $2",
                      entry_of};

#undef ALLTOGETHER_AUDIT_COLUMNS

Secret secret_of(const db::Blob& stored) {
    if (stored.bytes.size() != Secret::kSize) throw db::Fault{"installation_secret does not hold 32 bytes"};
    return Secret{std::as_bytes(std::span{stored.bytes}).first<Secret::kSize>()};
}

db::Blob blob_of(const Secret& secret) {
    return {{reinterpret_cast<const char*>(secret.bytes().data()), Secret::kSize}};
}

}  // namespace

Secret load_or_create_secret(db::Database& database) {
    const auto find = [](db::Read& read) { return read.one(kSecret); };
    if (const auto stored = database.read(find)) return secret_of(*stored);
    auto random = runtime::Random::system();
    const auto made = blob_of(Secret::random(random));
    database.write([&](db::Write& tx) { tx.run(kAddSecret, made, tx.now()); });
    return secret_of(database.read(find).value());
}

void record(db::Write& tx, const AuditEntry& entry) {
    const auto [before, after] = text_of_changes(entry.changes);
    tx.run(kAddEntry, tx.new_id<AuditId>(), tx.now(), entry.actor.staff, entry.actor.name, entry.action,
           entry.subject.kind, entry.subject.id, entry.subject.label, entry.level, before, after,
           entry.actor.request_id);
}

void forget(db::Write& tx, const Subject& subject) { tx.run(kForget, subject.kind, subject.id); }

std::vector<StoredAuditEntry> read_audit(db::Read& read, const AuditQuery& query) {
    const std::int64_t before = query.before ? query.before->value : std::numeric_limits<std::int64_t>::max();
    const std::int64_t staff = query.staff ? query.staff->value : 0;
    if (query.subject)
        return read.all(kEntriesOfSubject, before, query.limit, query.action_prefix, query.subject->kind,
                        query.subject->id, staff);
    if (query.staff) return read.all(kEntriesOfStaff, before, query.limit, query.action_prefix, *query.staff);
    return read.all(kEntries, before, query.limit, query.action_prefix);
}

}  // namespace auth
