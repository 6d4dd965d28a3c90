// platform/db/sqlite_log_copier.h - copies SQLite's write-ahead log into the database file, on a connection of its own.
#pragma once
#include <cstdint>
#include <memory>
#include <string>

struct sqlite3;

namespace db {

class SqliteLogCopier {
public:
    // Opens the file at this path, which exists. Fault when it cannot.
    explicit SqliteLogCopier(const std::string& path);

    // Copies what the log holds now, and waits until the copy is on the disk: SQLite itself waits only at the end of
    // the log, which it never reaches under load, and would leave all waiting to the writer. Puts off neither readers
    // nor the writer. Gives the number of pages in the log, 0 when nothing could be copied (the disk is full, or
    // another program copies): the log stays whole, and a later turn tries again.
    std::int64_t copy();

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace db
