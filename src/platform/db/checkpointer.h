// platform/db/checkpointer.h - moves SQLite's write-ahead log into the database file, beside the writer: a commit
// then never waits for it (docs/decisions/0008).
#pragma once
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "platform/db/sqlite_log_copier.h"

namespace db {

class Checkpointer {
public:
    // The log as its writer knows it.
    struct Log {
        std::function<std::int64_t()> pages;  // in it after the latest commit
        std::function<void()> start_over;     // soon: only between two commits can it begin again
    };

    // Looks at the log ten times a second. Once it is longer than 256 MB, copies it (PASSIVE: blocks nobody) until all
    // but the latest commits is in the file and on the disk, and then has it start over. The file exists; Fault when it
    // cannot be opened.
    Checkpointer(const std::string& path, Log log);
    ~Checkpointer();
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;

private:
    void work();

    SqliteLogCopier copier_;  // the thread's
    Log log_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace db
