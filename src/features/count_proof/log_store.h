// features/count_proof/log_store.h - the log itself in the database: pages of entries, complete subtrees, tallies,
// heads, keys. All of it is public but the seeds of keys.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "features/count_proof/entry.h"
#include "features/count_proof/note.h"
#include "features/count_proof/tree.h"
#include "platform/db/transaction.h"

namespace count_proof::store {

inline constexpr int kPageLevel = 8;  // a full page is a complete subtree of this level
inline constexpr std::int64_t kPageEntries = std::int64_t{1} << kPageLevel;

// How far signatures from before the log have been entered.
struct Backfill {
    PetitionId petition;
    SignatureId after;
};

struct Log {
    std::string origin;
    std::int64_t size;
    std::optional<Backfill> backfill;  // absent: all of them are in
};
// nullopt before the first head.
std::optional<Log> log(db::Read& read);

enum class Started : unsigned char { now, before };
Started start_log(db::Write& write, std::string_view origin);
void set_backfill(db::Write& write, const std::optional<Backfill>& backfill);

// Entries that follow `from.old_size`: throws db::Fault when the log has another size by now (somebody else appended).
void set_size(db::Write& write, const Growth& from);

// Who signed, and from which entry on.
struct Key {
    PublicKey key;
    Hash seed;
    std::int64_t position;
    bool is_retired;
};
std::vector<Key> keys(db::Read& read);  // oldest first
// Those that sign now, oldest first; one, but for the moment of a change.
std::vector<SigningKey> signing_keys(db::Read& read);
void add_key(db::Write& write, const SigningKey& key, std::int64_t position);
void retire_keys_before(db::Write& write, std::int64_t position);

// number -> entries. Pages that are not there are missing.
using Pages = std::map<std::int64_t, std::string>;
std::string page(db::Read& read, std::int64_t number);  // empty where there is none
void put_pages(db::Write& write, const Pages& pages);

// Hashes of complete subtrees of kPageLevel and above; one statement.
using Nodes = std::map<NodeId, Hash>;
Nodes nodes(db::Read& read, std::span<const NodeId> wanted);
// Of both what is there; one statement.
struct Parts {
    Nodes nodes;
    Pages pages;
};
struct WantedParts {
    std::span<const NodeId> nodes;
    std::span<const std::int64_t> pages;
};
Parts parts(db::Read& read, const WantedParts& wanted);
void add_nodes(db::Write& write, const Nodes& nodes);
void drop_nodes(db::Write& write);  // to be made again
std::int64_t count_nodes(db::Read& read);

Tallies tallies(db::Read& read);
void add_tallies(db::Write& write, const Tallies& more);

struct StoredHead {
    std::int64_t size;
    base::Instant signed_at;
    Hash root;
    std::string note;
};
std::optional<StoredHead> newest_head(db::Read& read);
// The newest head, and the key that signs now; one statement.
struct Sealed {
    StoredHead head;
    PublicKey key;
};
std::optional<Sealed> sealed(db::Read& read);
std::optional<StoredHead> head_of(db::Read& read, std::int64_t size);
// Older than that size, newest first.
struct HeadPage {
    std::int64_t before;
    std::int64_t limit;
};
std::vector<StoredHead> heads(db::Read& read, const HeadPage& page);
void add_head(db::Write& write, const StoredHead& head);

}  // namespace count_proof::store
