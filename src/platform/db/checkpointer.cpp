#include "platform/db/checkpointer.h"

#include <chrono>
#include <filesystem>
#include <system_error>

#include "platform/db/sqlite_connection.h"

namespace db {
namespace {

constexpr std::uintmax_t kWorthCopying = 4u << 20;
constexpr std::int64_t kLongestLog = 16'384;  // pages: 64 MB
constexpr int kMorePasses = 4;                // each leaves less than half of what the one before left
constexpr std::chrono::milliseconds kPause{200};

// Copies what is there now; gives the number of pages in the log.
std::int64_t copy_log(Connection& connection) {
    std::int64_t pages = 0;
    try {
        connection.query("pragma wal_checkpoint(passive)", {}, [&](const Row& row) { pages = row.integer(1); });
    } catch (const Fault&) {  // the disk is full, or the file is busy: the log stays whole, the next turn tries again
    }
    return pages;
}

}  // namespace

std::uintmax_t write_ahead_log_size(const std::string& path) {
    std::error_code absent;
    const auto size = std::filesystem::file_size(path + "-wal", absent);
    return absent ? 0 : size;
}

Checkpointer::Checkpointer(std::string path, std::function<void()> start_over)
    : path_(std::move(path)), start_over_(std::move(start_over)), thread_([this] { work(); }) {}

Checkpointer::~Checkpointer() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void Checkpointer::work() {
    const auto connection = connect_sqlite(path_, Access::write);
    std::unique_lock lock{mutex_};
    while (!wake_.wait_for(lock, kPause, [this] { return stopping_; })) {
        lock.unlock();
        if (write_ahead_log_size(path_) > kWorthCopying && copy_log(*connection) > kLongestLog) {
            // What came meanwhile, so that the writer has little left to copy and to wait for.
            for (int pass = 0; pass < kMorePasses; ++pass) copy_log(*connection);
            start_over_();
        }
        lock.lock();
    }
}

}  // namespace db
