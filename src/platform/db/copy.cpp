#include "platform/db/copy.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <sodium.h>

#include "base/check.h"
#include "platform/db/catalogue.h"
#include "platform/db/database.h"
#include "platform/db/migrations.h"
#include "platform/db/table_rows.h"

namespace db {
namespace {

constexpr auto kPackedFiles = "stored_file";  // a backup's files go to their stores, not into the next database

// Foreign keys: looked at when all rows are there, so that neither tables nor rows need an order
//.
std::vector<std::string> postgres_foreign_keys(Connection& connection) {
    std::vector<std::string> keys;
    connection.query(
        "select 'alter table ' || conrelid::regclass || ' alter constraint ' || quote_ident(conname) from "
        "pg_constraint "
        "where contype = 'f' and connamespace = current_schema()::regnamespace",
        {}, [&keys](const Row& row) { keys.emplace_back(row.text(0)); });
    return keys;
}

void put_off_foreign_keys(const Side& side) {
    if (side.kind == Location::Kind::sqlite) return side.connection.execute("pragma defer_foreign_keys = on");
    for (const auto& key : postgres_foreign_keys(side.connection))
        side.connection.execute(key + " deferrable initially deferred");
}

void look_at_foreign_keys(const Side& side) {
    if (side.kind == Location::Kind::sqlite) return;  // its commit does
    side.connection.execute("set constraints all immediate");
    for (const auto& key : postgres_foreign_keys(side.connection)) side.connection.execute(key + " not deferrable");
}

void expect_same_migrations(const std::set<std::string>& from, const std::set<std::string>& to) {
    if (from.empty()) throw Fault{"the source is no database of this program"};
    for (const auto& name : to)
        if (!from.contains(name))
            throw Fault{"the source is older than this program (it lacks " + name + "): migrate it first"};
    for (const auto& name : from)
        if (!to.contains(name))
            throw Fault{"the source is newer than this program (it has " + name + "): use the newer one"};
}

// How many rows migrations alone leave in each table.
std::map<std::string, std::int64_t> rows_of_migrations() {
    const auto blank = connect({Location::Kind::sqlite, ":memory:"}, Access::write);
    migrate(*blank, built_in_migrations(), {});
    std::map<std::string, std::int64_t> rows;
    for (const Table& table : tables(*blank, Location::Kind::sqlite)) rows[table.name] = count_rows(*blank, table);
    return rows;
}

// Fault unless the table holds no more than its migrations left there; then it is emptied, since those rows come along.
void make_room(Connection& connection, const std::vector<Table>& all) {
    const auto expected = rows_of_migrations();
    for (const Table& table : all) {
        const auto found = expected.find(table.name);
        if (count_rows(connection, table) > (found == expected.end() ? 0 : found->second))
            throw Fault{"the target is not empty: its table " + table.name + " holds rows; nothing was copied"};
        connection.execute("delete from " + sql_name(table.name));
    }
}

// --- The copy
// ---------------------------------------------------------------------------------------------------------

// Commits when it is asked to, else rolls back.
class Transaction {
public:
    explicit Transaction(Connection& connection) : connection_(connection) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction() {
        if (is_over_) return;
        try {
            connection_.execute("rollback");
        } catch (const Fault&) {  // the session is gone, and the transaction with it
        }
    }
    void commit() {
        connection_.execute("commit");
        is_over_ = true;
    }

private:
    Connection& connection_;
    bool is_over_ = false;
};

Digest digest_of(const Side& side, const Table& table) {
    Digest digest;
    read_rows(side, table, [&digest](const RowBatch& batch) { add_to(digest, batch); });
    return digest;
}

// Everything between two open transactions.
class Copy {
public:
    Copy(const Side& from, const Side& to, const CopyObserver& observe) : from_(from), to_(to), observe_(observe) {}

    std::vector<CopiedTable> run() {
        auto all = tables(from_.connection, from_.kind);
        const auto targets = tables(to_.connection, to_.kind);
        expect_same_migrations(migrations_of(from_.connection, all), migrations_of(to_.connection, targets));
        if (all != targets) throw Fault{"source and target have the same migrations, but not the same tables"};
        put_off_foreign_keys(to_);
        make_room(to_.connection, targets);
        std::erase_if(all, [](const Table& table) { return table.name == kPackedFiles; });
        for (const Table& table : all) progress_.total += count_rows(from_.connection, table);
        std::vector<CopiedTable> copied;
        for (const Table& table : all) copied.push_back({table.name, copy_table(table)});
        look_at_foreign_keys(to_);
        return copied;
    }

private:
    Digest copy_table(const Table& table) {
        Digest read;
        read_rows(from_, table, [&](const RowBatch& batch) {
            insert_rows(to_, table, batch);
            add_to(read, batch);
            progress_.done += static_cast<std::int64_t>(batch.rows());
            if (observe_) observe_(progress_);
        });
        if (digest_of(to_, table) != read)
            throw Fault{"the copy of table " + table.name + " differs from the original; nothing was kept"};
        return read;
    }

    Side from_, to_;
    const CopyObserver& observe_;
    CopyProgress progress_{};
};

void bring_up_to_date(const Location& location) {
    const auto connection = connect(location, Access::write);
    migrate(*connection, built_in_migrations(), now());
}

}  // namespace

std::vector<CopiedTable> copy_database(const CopyRoute& route, const CopyObserver& observe) {
    CHECK(sodium_init() >= 0);
    expect_exists(route.from);
    bring_up_to_date(route.to);
    const auto from = connect(route.from, Access::read);
    const auto to = connect(route.to, Access::write);
    from->begin_snapshot();
    const Transaction reading{*from};
    to->begin_exclusive();
    Transaction writing{*to};
    auto copied = Copy{{*from, route.from.kind}, {*to, route.to.kind}, observe}.run();
    writing.commit();
    return copied;
}

std::vector<CopiedTable> digests(const Location& location) {
    CHECK(sodium_init() >= 0);
    expect_exists(location);
    const auto connection = connect(location, Access::read);
    connection->begin_snapshot();
    const Transaction reading{*connection};
    const Side side{*connection, location.kind};
    std::vector<CopiedTable> found;
    for (const Table& table : tables(*connection, location.kind)) found.push_back({table.name, digest_of(side, table)});
    return found;
}

}  // namespace db
