#include "features/integrations/key_store.h"

namespace integrations::store {
namespace {

ApiKey key_of(const db::Row& row) {
    return {.id = row.as<ApiKeyId>(0),
            .name = row.as<std::string>(1),
            .hint = row.as<std::string>(2),
            .scopes = {row.as<std::int64_t>(3)},
            .per_minute = row.as<std::int64_t>(4),
            .created_at = row.as<base::Instant>(5),
            .expires_at = row.as<std::optional<base::Instant>>(6),
            .revoked_at = row.as<std::optional<base::Instant>>(7),
            .last_used_at = row.as<std::optional<base::Instant>>(8),
            .level = row.as<std::optional<base::LevelId>>(9)};
}

const db::Query<ApiKey()> kKeys{
    "select id, name, hint, scopes, per_minute, created_at, expires_at, revoked_at, last_used_at, level_id from "
    "api_key "
    "order by id desc",
    key_of};
const db::Query<ApiKey(ApiKeyId)> kKey{
    "select id, name, hint, scopes, per_minute, created_at, expires_at, revoked_at, last_used_at, level_id from "
    "api_key "
    "where id = $1",
    key_of};
const db::Query<ApiKey(std::string)> kKeyByHash{
    "select id, name, hint, scopes, per_minute, created_at, expires_at, revoked_at, last_used_at, level_id from "
    "api_key "
    "where key_hash = $1",
    key_of};
const db::Command<void(ApiKeyId, std::string, std::string, std::string, std::int64_t, std::int64_t, base::Instant,
                       auth::StaffId, std::optional<base::Instant>, std::optional<base::LevelId>)>
    kInsertKey{
        "insert into api_key (id, name, key_hash, hint, scopes, per_minute, created_at, created_by, expires_at, "
        "level_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};
const db::Command<void(ApiKeyId, base::Instant)> kRevokeKey{
    "update api_key set revoked_at = $2 where id = $1 and revoked_at is null"};
const db::Command<void(ApiKeyId, base::Instant)> kNoteUse{"update api_key set last_used_at = $2 where id = $1"};

}  // namespace

std::vector<ApiKey> keys(db::Read& read) { return read.all(kKeys); }

std::optional<ApiKey> find_key(db::Read& read, ApiKeyId id) { return read.one(kKey, id); }

std::optional<ApiKey> find_key(db::Read& read, const auth::TokenHash& hash) { return read.one(kKeyByHash, hash.text); }

ApiKeyId insert_key(db::Write& tx, const KeyRow& row) {
    const auto id = tx.new_id<ApiKeyId>();
    const auto expires_at = row.key.lifetime ? std::optional{tx.now() + *row.key.lifetime} : std::nullopt;
    tx.run(kInsertKey, id, row.key.name, row.text.hash().text, row.text.hint(), row.key.scopes.bits, row.key.per_minute,
           tx.now(), row.by, expires_at, row.key.level);
    return id;
}

bool revoke_key(db::Write& tx, ApiKeyId id) { return tx.run(kRevokeKey, id, tx.now()) == 1; }

void note_use_of_key(db::Write& tx, ApiKeyId id) { tx.run(kNoteUse, id, tx.now()); }

}  // namespace integrations::store
