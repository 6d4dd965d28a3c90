// platform/db/sqlite_connection.h - Connection over one SQLite file: write-ahead log, synchronous FULL.
#pragma once
#include <memory>
#include <string>

#include "platform/db/connection.h"

struct sqlite3;

namespace db {

// Opens (Access::write: creates) the file. Checkpoints are left to the Checkpointer. A statement that runs longer than
// `longest_statement` ends as Unavailable; zero: it takes as long as it takes. What its rows are handed to counts too.
std::unique_ptr<Connection> connect_sqlite(const std::string& path, Access access,
                                           base::Duration longest_statement = {});

// Lets the file grow by 16 MB at a time, so that waiting for the disk seldom waits for the file system's own records.
void grow_in_steps(sqlite3* database);

}  // namespace db
