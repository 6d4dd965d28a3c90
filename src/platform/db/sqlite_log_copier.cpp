#include "platform/db/sqlite_log_copier.h"

#include <sqlite3.h>

#include "platform/db/connection.h"
#include "platform/db/sqlite_connection.h"

namespace db {
namespace {

void wait_for_the_disk(sqlite3* database) {
    sqlite3_file* file = nullptr;
    sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (file == nullptr || file->pMethods == nullptr) return;
    file->pMethods->xSync(file, SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY);
}

}  // namespace

void SqliteLogCopier::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

SqliteLogCopier::SqliteLogCopier(const std::string& path) {
    sqlite3* database = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    database_.reset(database);
    if (code != SQLITE_OK) throw Fault{"SQLite: " + std::string{sqlite3_errmsg(database)} + ": " + path};
    sqlite3_exec(database, "pragma synchronous = full; pragma wal_autocheckpoint = 0", nullptr, nullptr, nullptr);
    grow_in_steps(database);
}

std::int64_t SqliteLogCopier::copy() {
    int pages = 0;
    const int code = sqlite3_wal_checkpoint_v2(database_.get(), nullptr, SQLITE_CHECKPOINT_PASSIVE, &pages, nullptr);
    if (code != SQLITE_OK || pages < 0) return 0;
    wait_for_the_disk(database_.get());
    return pages;
}

}  // namespace db
