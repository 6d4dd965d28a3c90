#include "features/count_proof/log_store.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace count_proof::store {
namespace {

constexpr std::int64_t kLevelSpan = std::int64_t{1} << 48;

struct StoredHash {
    NodeId node;
    Hash hash;
};

Hash hash_of_bytes(std::string_view bytes) {
    const auto hash = Hash::of(bytes);
    if (!hash) throw db::Fault{"a hash of the log does not hold 32 bytes"};
    return *hash;
}
Hash hash_in(const db::Row& row, int column) { return hash_of_bytes(row.blob(column)); }

db::Blob blob_of(const Hash& hash) { return {std::string{hash.view()}}; }

std::int64_t key_of(const NodeId& node) { return node.level * kLevelSpan + node.index; }
NodeId node_of(std::int64_t key) { return {static_cast<int>(key / kLevelSpan), key % kLevelSpan}; }

// Their keys with commas between them.
std::string list_of(std::span<const NodeId> nodes) {
    std::string list;
    for (const NodeId& node : nodes)
        fmt::format_to(std::back_inserter(list), "{}{}", list.empty() ? "" : ",", key_of(node));
    return list;
}

const db::Query<Log()> kLog{
    "select origin, size, backfill_petition, backfill_after from count_proof_log where id = 1", [](const db::Row& row) {
        const auto petition = row.as<std::optional<PetitionId>>(2);
        const auto after = row.as<std::optional<SignatureId>>(3);
        const auto backfill = petition && after ? std::optional{Backfill{*petition, *after}} : std::nullopt;
        return Log{row.as<std::string>(0), row.integer(1), backfill};
    }};

const db::Command<void(std::string_view, base::Instant)> kStart{
    "insert into count_proof_log (id, origin, size, backfill_petition, backfill_after, started_at) "
    "values (1, $1, 0, 0, 0, $2) on conflict (id) do nothing"};

const db::Command<void(std::optional<PetitionId>, std::optional<SignatureId>)> kSetBackfill{
    "update count_proof_log set backfill_petition = $1, backfill_after = $2 where id = 1"};

const db::Command<void(std::int64_t, std::int64_t)> kSetSize{
    "update count_proof_log set size = $2 where id = 1 and size = $1"};

struct StoredKey {
    Hash key, seed;
    std::int64_t position;
    bool is_retired;
};
const db::Query<StoredKey()> kKeys{
    "select public_key, seed, position, retired_at from count_proof_key order by position",
    [](const db::Row& row) { return StoredKey{hash_in(row, 0), hash_in(row, 1), row.integer(2), !row.is_null(3)}; }};

using KeyId = base::Id<struct KeyTag>;
const db::Command<void(KeyId, db::Blob, db::Blob, std::int64_t, base::Instant)> kAddKey{
    "insert into count_proof_key (id, public_key, seed, position, created_at) values ($1, $2, $3, $4, $5)"};

const db::Command<void(std::int64_t, base::Instant)> kRetireKeys{
    "update count_proof_key set retired_at = $2 where position < $1 and retired_at is null"};

struct StoredPage {
    std::int64_t number;
    std::string entries;
};
StoredPage read_page(const db::Row& row) { return {row.integer(0), row.blob(1)}; }

const db::Query<StoredPage(std::int64_t)> kPage{"select number, entries from count_proof_page where number = $1",
                                                read_page};

const db::BatchCommand<void(std::int64_t, db::Blob)> kPutPage{
    "insert into count_proof_page (number, entries) values ($1, $2) "
    "on conflict (number) do update set entries = excluded.entries"};

StoredHash read_hash(const db::Row& row) { return {node_of(row.integer(0)), hash_in(row, 1)}; }

const db::Query<StoredHash(std::string_view)> kNodes{
    {"select node.id, node.hash from json_each('[' || $1 || ']') as wanted "
     "join count_proof_node as node on node.id = wanted.value",
     "select id, hash from count_proof_node where id = any (string_to_array($1, ',')::bigint[])"},
    read_hash};

// A node (0) or a page (1). $1, $2: numbers with commas between them.
struct StoredPart {
    std::int64_t kind, number;
    std::string bytes;
};
const db::Query<StoredPart(std::string_view, std::string_view)> kParts{
    {"select 0, node.id, node.hash from json_each('[' || $1 || ']') as wanted "
     "join count_proof_node as node on node.id = wanted.value "
     "union all select 1, page.number, page.entries from json_each('[' || $2 || ']') as wanted "
     "join count_proof_page as page on page.number = wanted.value",
     "select 0, id, hash from count_proof_node where id = any (string_to_array($1, ',')::bigint[]) "
     "union all select 1, number, entries from count_proof_page "
     "where number = any (string_to_array($2, ',')::bigint[])"},
    [](const db::Row& row) { return StoredPart{row.integer(0), row.integer(1), row.blob(2)}; }};

struct NewNode {
    std::int64_t key;
    db::Blob hash;
};
const db::BatchCommand<void(std::int64_t, db::Blob)> kAddNode{
    "insert into count_proof_node (id, hash) values ($1, $2)"};

const db::Command<void()> kDropNodes{"delete from count_proof_node"};
const db::Query<std::int64_t()> kCountNodes{"select count(*) from count_proof_node",
                                            [](const db::Row& row) { return row.integer(0); }};

const db::Query<std::pair<TallyKey, Tally>()> kTallies{
    "select petition_id, class, confirmed, withdrawn, invalidated, restored from count_proof_tally",
    [](const db::Row& row) {
        return std::pair{TallyKey{row.as<PetitionId>(0), row.as<SignerClass>(1)},
                         Tally{row.integer(2), row.integer(3), row.integer(4), row.integer(5)}};
    }};

const db::Command<void(PetitionId, SignerClass, std::int64_t, std::int64_t, std::int64_t, std::int64_t)> kAddTally{
    R"sql(
    insert into count_proof_tally (petition_id, class, confirmed, withdrawn, invalidated, restored)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (petition_id, class) do update
    set confirmed = count_proof_tally.confirmed + excluded.confirmed,
        withdrawn = count_proof_tally.withdrawn + excluded.withdrawn,
        invalidated = count_proof_tally.invalidated + excluded.invalidated,
        restored = count_proof_tally.restored + excluded.restored
)sql"};

StoredHead read_head(const db::Row& row) {
    return {row.integer(0), row.as<base::Instant>(1), hash_in(row, 2), row.as<std::string>(3)};
}

const db::Query<StoredHead()> kNewestHead{
    "select size, signed_at, root, note from count_proof_head order by size desc limit 1", read_head};
const db::Query<Sealed()> kSealed{
    "select head.size, head.signed_at, head.root, head.note, log.origin, signer.public_key "
    "from (select size, signed_at, root, note from count_proof_head order by size desc limit 1) as head "
    "cross join (select public_key from count_proof_key where retired_at is null order by position desc limit 1) "
    "as signer cross join count_proof_log as log where log.id = 1",
    [](const db::Row& row) { return Sealed{read_head(row), {row.as<std::string>(4), hash_in(row, 5)}}; }};
const db::Query<StoredHead(std::int64_t)> kHeadOf{
    "select size, signed_at, root, note from count_proof_head where size = $1", read_head};
const db::Query<StoredHead(std::int64_t, std::int64_t)> kHeads{
    "select size, signed_at, root, note from count_proof_head where size < $1 order by size desc limit $2", read_head};

const db::Command<void(std::int64_t, base::Instant, db::Blob, std::string_view)> kAddHead{
    "insert into count_proof_head (size, signed_at, root, note) values ($1, $2, $3, $4)"};

}  // namespace

std::optional<Log> log(db::Read& read) { return read.one(kLog); }

Started start_log(db::Write& write, std::string_view origin) {
    return write.run(kStart, origin, write.now()) == 1 ? Started::now : Started::before;
}

void set_backfill(db::Write& write, const std::optional<Backfill>& backfill) {
    write.run(kSetBackfill, backfill ? std::optional{backfill->petition} : std::nullopt,
              backfill ? std::optional{backfill->after} : std::nullopt);
}

void set_size(db::Write& write, const Growth& from) {
    if (write.run(kSetSize, from.old_size, from.new_size) != 1)
        throw db::Fault{"somebody else appended to the log at the same time"};
}

std::vector<Key> keys(db::Read& read) {
    const auto origin = read.one(kLog);
    std::vector<Key> keys;
    for (const StoredKey& stored : read.all(kKeys))
        keys.push_back({{origin ? origin->origin : "", stored.key}, stored.seed, stored.position, stored.is_retired});
    return keys;
}

std::vector<SigningKey> signing_keys(db::Read& read) {
    std::vector<SigningKey> signing;
    for (const Key& key : keys(read))
        if (!key.is_retired) signing.emplace_back(key.key.name, key.seed);
    return signing;
}

void add_key(db::Write& write, const SigningKey& key, std::int64_t position) {
    write.run(kAddKey, write.new_id<KeyId>(), blob_of(key.public_key().key), blob_of(key.seed()), position,
              write.now());
}

void retire_keys_before(db::Write& write, std::int64_t position) { write.run(kRetireKeys, position, write.now()); }

std::string page(db::Read& read, std::int64_t number) {
    auto found = read.one(kPage, number);
    return found ? std::move(found->entries) : std::string{};
}

void put_pages(db::Write& write, const Pages& pages) {
    std::vector<std::pair<std::int64_t, db::Blob>> rows;
    for (const auto& [number, entries] : pages) rows.push_back({number, {entries}});
    write.run_batch(kPutPage, rows, [](const auto& row) { return std::tie(row.first, row.second); });
}

Nodes nodes(db::Read& read, std::span<const NodeId> wanted) {
    Nodes found;
    if (wanted.empty()) return found;
    read.each(kNodes, [&](const StoredHash& stored) { found.emplace(stored.node, stored.hash); }, list_of(wanted));
    return found;
}

Parts parts(db::Read& read, const WantedParts& wanted) {
    Parts found;
    if (wanted.nodes.empty() && wanted.pages.empty()) return found;
    read.each(
        kParts,
        [&](StoredPart part) {
            if (part.kind == 0)
                found.nodes.emplace(node_of(part.number), hash_of_bytes(part.bytes));
            else
                found.pages.emplace(part.number, std::move(part.bytes));
        },
        list_of(wanted.nodes), fmt::format("{}", fmt::join(wanted.pages, ",")));
    return found;
}

void add_nodes(db::Write& write, const Nodes& nodes) {
    std::vector<NewNode> rows;
    for (const auto& [node, hash] : nodes) rows.push_back({key_of(node), blob_of(hash)});
    write.run_batch(kAddNode, rows, [](const NewNode& row) { return std::tie(row.key, row.hash); });
}

void drop_nodes(db::Write& write) { write.run(kDropNodes); }

std::int64_t count_nodes(db::Read& read) { return read.one(kCountNodes).value_or(0); }

Tallies tallies(db::Read& read) {
    const auto rows = read.all(kTallies);
    return {rows.begin(), rows.end()};
}

void add_tallies(db::Write& write, const Tallies& more) {
    for (const auto& [key, tally] : more)
        write.run(kAddTally, key.first, key.second, tally.confirmed, tally.withdrawn, tally.invalidated,
                  tally.restored);
}

std::optional<StoredHead> newest_head(db::Read& read) { return read.one(kNewestHead); }

std::optional<Sealed> sealed(db::Read& read) { return read.one(kSealed); }

std::optional<StoredHead> head_of(db::Read& read, std::int64_t size) { return read.one(kHeadOf, size); }

std::vector<StoredHead> heads(db::Read& read, const HeadPage& page) {
    return read.all(kHeads, page.before, page.limit);
}

void add_head(db::Write& write, const StoredHead& head) {
    write.run(kAddHead, head.size, head.signed_at, blob_of(head.root), head.note);
}

}  // namespace count_proof::store
