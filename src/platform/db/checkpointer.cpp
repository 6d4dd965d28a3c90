#include "platform/db/checkpointer.h"

#include <chrono>

namespace db {
namespace {

constexpr std::int64_t kLongLog = 65'536;  // pages: 256 MB
constexpr std::int64_t kLittleLeft = 512;  // pages: about what one busy commit writes
constexpr int kPasses = 12;                // each leaves about a third of what the one before left
constexpr std::chrono::milliseconds kPause{100};

// Copies until so little came meanwhile that the writer loses no time with it.
void copy_nearly_all(SqliteLogCopier& copier) {
    std::int64_t before = copier.copy();
    for (int pass = 1; pass < kPasses; ++pass) {
        const std::int64_t after = copier.copy();
        if (after - before < kLittleLeft) return;
        before = after;
    }
}

}  // namespace

Checkpointer::Checkpointer(const std::string& path, Log log)
    : copier_(path), log_(std::move(log)), thread_([this] { work(); }) {}

Checkpointer::~Checkpointer() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void Checkpointer::work() {
    std::unique_lock lock{mutex_};
    while (!wake_.wait_for(lock, kPause, [this] { return stopping_; })) {
        lock.unlock();
        if (log_.pages() > kLongLog) {
            copy_nearly_all(copier_);
            log_.start_over();
        }
        lock.lock();
    }
}

}  // namespace db
