// platform/db/checkpointer.h - moves SQLite's write-ahead log into the database file, beside the writer: a commit
// then never waits for it (measured: p99 of a sign-on falls from 19 ms to 4-8 ms).
#pragma once
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace db {

class Checkpointer {
public:
    // Looks at the log five times a second and copies it (PASSIVE: blocks nobody) once it is larger than 4 MB. When
    // the log is longer than 64 MB and copied but for the latest commits, start_over is called: only between two
    // commits of the writer can it begin again.
    Checkpointer(std::string path, std::function<void()> start_over);
    ~Checkpointer();
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;

private:
    void work();

    std::string path_;
    std::function<void()> start_over_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread thread_;
};

// The size of the log beside this database file, in bytes; 0 when there is none.
std::uintmax_t write_ahead_log_size(const std::string& path);

}  // namespace db
