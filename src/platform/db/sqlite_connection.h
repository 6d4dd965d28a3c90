// platform/db/sqlite_connection.h - Connection over one SQLite file: write-ahead log, synchronous FULL.
#pragma once
#include <memory>
#include <string>

#include "platform/db/connection.h"

namespace db {

// Opens (Access::write: creates) the file. Checkpoints are left to the Checkpointer.
std::unique_ptr<Connection> connect_sqlite(const std::string& path, Access access);

}  // namespace db
