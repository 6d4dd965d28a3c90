#include "platform/db/checkpointer.h"

#include <chrono>
#include <filesystem>
#include <system_error>

#include "platform/db/sqlite_connection.h"

namespace db {
namespace {

constexpr std::uintmax_t kWorthCopying = 4u << 20;
constexpr std::chrono::milliseconds kPause{200};

void copy_log(Connection& connection) {
    try {
        connection.execute("pragma wal_checkpoint(passive)");
    } catch (const Fault&) {  // the disk is full, or the file is busy: the log stays whole, the next turn tries again
    }
}

}  // namespace

std::uintmax_t write_ahead_log_size(const std::string& path) {
    std::error_code absent;
    const auto size = std::filesystem::file_size(path + "-wal", absent);
    return absent ? 0 : size;
}

Checkpointer::Checkpointer(std::string path) : path_(std::move(path)), thread_([this] { work(); }) {}

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
        if (write_ahead_log_size(path_) > kWorthCopying) copy_log(*connection);
        lock.lock();
    }
}

}  // namespace db
