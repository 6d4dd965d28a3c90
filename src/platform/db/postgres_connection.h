// platform/db/postgres_connection.h - Connection over one PostgreSQL session (libpq).
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "platform/db/connection.h"

namespace db {

// Opens a session. Access::read: the server itself refuses any change.
std::unique_ptr<Connection> connect_postgres(const std::string& url, Access access, const Patience& patience);

// The batch text for PostgreSQL: `values ($1, ..., $n)` becomes `select * from unnest($1::bigint[], ...)`, one array
// a column. Fault when the text holds no such part.
std::string batch_sql(const Statement& batch);

// Table definitions for PostgreSQL: the words integer, blob and real become bigint, bytea and double precision,
// `strict` after a closing bracket goes. Text inside quotes and comments is left alone.
std::string postgres_definitions(std::string_view sqlite_definitions);

// One column of a batch as the text of a PostgreSQL array, for example {1,NULL} or {"Zo\"é"}.
// rows holds the batch row by row, width values each.
std::string array_literal(std::span<const Value> rows, std::size_t width, std::size_t column);

}  // namespace db
