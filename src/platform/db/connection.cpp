#include "platform/db/connection.h"

#include "platform/db/postgres_connection.h"
#include "platform/db/sqlite_connection.h"

namespace db {

Location Location::parse(std::string_view text) {
    constexpr std::string_view kSqlite = "sqlite:";
    if (text.starts_with(kSqlite) && text.size() > kSqlite.size())
        return {Kind::sqlite, std::string{text.substr(kSqlite.size())}};
    if (text.starts_with("postgres://") || text.starts_with("postgresql://"))
        return {Kind::postgres, std::string{text}};
    throw Fault{"a database is sqlite:PATH or postgres://USER@HOST:PORT/NAME, not: " + std::string{text}};
}

std::unique_ptr<Connection> connect(const Location& location, Access access, const Patience& patience) {
    if (location.kind == Location::Kind::sqlite) return connect_sqlite(location.address, access, patience.statement);
    return connect_postgres(location.address, access, patience);
}

}  // namespace db
