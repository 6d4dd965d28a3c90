// platform/db/backup.h - a database as one file, and back.
#pragma once
#include <filesystem>
#include <functional>
#include <string>

#include "platform/db/copy.h"

namespace db {

// A file that travels in a backup: the store it belongs to, its name there, its bytes.
struct PackedFile {
    std::string store, name, bytes;
};
using AddFile = std::function<void(const PackedFile&)>;

// A copy of the database as one SQLite file that must not exist yet, whole and on the disk when this returns: it is
// written beside it as FILE.partial and renamed at the end. A SQLite source is taken by "vacuum into" and its copy
// checked; any other is copied as above. observe hears of rows, or of bytes of a SQLite file and then
// from another thread. pack is asked once the rows are there, and adds the files that they name; they stand in the
// table stored_file, which is empty in every other database. Fault: there is no file.
void back_up(const Location& from, const std::filesystem::path& file, const CopyObserver& observe = {},
             const std::function<void(const AddFile&)>& pack = {});

// Shows every file of a backup.
void unpack(const std::filesystem::path& file, const AddFile& visit);

// Fault unless the file is there and holds a database of ours.
void expect_backup(const std::filesystem::path& file);

}  // namespace db
