// platform/db/backup.h - a database as one file, and back.
#pragma once
#include <filesystem>

#include "platform/db/copy.h"

namespace db {

// A copy of the database as one SQLite file that must not exist yet, whole and on the disk when this returns: it is
// written beside it as FILE.partial and renamed at the end. A SQLite source is taken by "vacuum into" and its copy
// checked; any other is copied as above. observe hears of rows, or of bytes of a SQLite file and then
// from another thread. Fault: there is no file.
void back_up(const Location& from, const std::filesystem::path& file, const CopyObserver& observe = {});

// Fault unless the file is there and holds a database of ours.
void expect_backup(const std::filesystem::path& file);

}  // namespace db
