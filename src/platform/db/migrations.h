// platform/db/migrations.h - brings the tables of a database up to date. Forward only.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "platform/db/connection.h"

namespace db {

struct Migration {
    std::string_view name;  // UTCSTAMP_slice.sql; they run in the order of their names
    std::string_view sql;   // in SQLite's STRICT dialect; PostgreSQL gets it translated
};

// The migrations in the program, in order.
std::vector<Migration> built_in_migrations();

// Runs those that this database has not had, all in one transaction together with the notes that they ran.
// Two programs that start at once wait for each other. Returns the names that ran. Fault: nothing was changed.
std::vector<std::string> migrate(Connection& connection, std::span<const Migration> migrations, base::Instant now);

}  // namespace db
