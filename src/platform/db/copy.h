// platform/db/copy.h - all rows of one database into another, of the same kind or not. All or nothing.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "platform/db/connection.h"

namespace db {

// How much of a table's rows was read: the number, and the sum (modulo 2^64) of a SipHash-2-4 of each row's columns
// with their types. Rows in another order give the same.
struct Digest {
    std::int64_t rows = 0;
    std::uint64_t checksum = 0;
    bool operator==(const Digest&) const = default;
};

struct CopiedTable {
    std::string name;
    Digest digest;
    bool operator==(const CopiedTable&) const = default;
};

struct CopyRoute {
    Location from;
    Location to;
};

// Told after every batch: rows done of all rows.
struct CopyProgress {
    std::int64_t done;
    std::int64_t total;
};
using CopyObserver = std::function<void(const CopyProgress&)>;

// Copies what one snapshot of `from` holds; others may go on writing there. `to` is brought up to date first (see
// migrations.h) and must hold nothing but what its migrations put there; both must have had the same migrations. Rows
// come over in one transaction and are read back and compared by their digests before it commits. Integers, reals,
// texts, blobs and nulls stay what they are. Fault: nothing was copied. Returns the tables by name.
std::vector<CopiedTable> copy_database(const CopyRoute& route, const CopyObserver& observe = {});

// The digest of every table as one snapshot has it, by name: what a copy is compared by, and whether anything changed.
std::vector<CopiedTable> digests(const Location& location);

}  // namespace db
