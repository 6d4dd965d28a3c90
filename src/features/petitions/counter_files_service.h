// features/petitions/counter_files_service.h - the same small files in a folder, for a web server in front of the
// program, which goes on giving them while the program is down.
#pragma once
#include <condition_variable>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include "features/petitions/live_counts_service.h"
#include "platform/db/database.h"

namespace petitions {

class CounterFiles {
public:
    // Into `folder`, which is made. From a thread of its own until it is destroyed, every few seconds.
    struct Setting {
        std::filesystem::path folder;
        base::Duration every;
    };
    CounterFiles(db::Database& database, const LiveCounts& counts, Setting setting);
    ~CounterFiles();
    CounterFiles(const CounterFiles&) = delete;
    CounterFiles& operator=(const CounterFiles&) = delete;

    // From any thread. Writes those whose bytes have changed since, each under another name first, so that nobody reads
    // half a file. Petitions that are published only; of one that is gone the last file stays. Throws
    // std::filesystem_error or std::ios_base::failure where the folder cannot be written.
    void write_changed();

private:
    void work();

    db::Database& database_;
    const LiveCounts& counts_;
    Setting setting_;
    std::mutex writing_;
    std::map<std::string, std::string> written_;  // by the name of the file
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace petitions
