// platform/db/catalogue.h - which tables a database has, from its own catalogue: for copying, backups and checks.
#pragma once
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "platform/db/connection.h"

namespace db {

struct Column {
    std::string name;
    ValueType type;
    bool operator==(const Column&) const = default;
};

struct Table {
    std::string name;
    std::vector<Column> columns;  // in the order of their definition, generated ones left out
    bool operator==(const Table&) const = default;
};

// Our tables by name: no views, no tables of the database itself, no virtual tables and what stands behind them.
// Fault when a column has a type that is none of the four.
std::vector<Table> tables(Connection& connection, Location::Kind kind);

// An identifier as SQL takes it: "place".
std::string sql_name(std::string_view identifier);

// "a", "b", "c"
std::string column_list(const Table& table);

std::int64_t count_rows(Connection& connection, const Table& table);

// The migrations that these tables have had; none when it is no database of ours.
std::set<std::string> migrations_of(Connection& connection, const std::vector<Table>& tables);

// Fault when it is a SQLite file that is not there: connecting would make one.
void expect_exists(const Location& location);

}  // namespace db
