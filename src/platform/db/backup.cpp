#include "platform/db/backup.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

#include "platform/db/catalogue.h"

namespace db {
namespace {

// --- Backups
// ----------------------------------------------------------------------------------------------------------

// Keeps what was written under this name even when the power goes now.
void make_durable(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool is_durable = file >= 0 && ::fsync(file) == 0;
    const std::string reason = std::strerror(errno);
    if (file >= 0) ::close(file);
    if (!is_durable) throw Fault{path.string() + ": " + reason};
}

void expect_intact(const Location& location) {
    const auto connection = connect(location, Access::write);
    std::string verdict;
    connection->query("pragma quick_check(1)", {}, [&verdict](const Row& row) { verdict = row.text(0); });
    if (verdict != "ok") throw Fault{"the backup is damaged: " + verdict};
}

// The log is folded into the file, so that the file alone is the database.
void make_one_file(const Location& location) {
    connect(location, Access::write)->execute("pragma journal_mode = delete");
}

void vacuum_into(const Location& from, const std::filesystem::path& file) {
    const auto connection = connect(from, Access::write);
    const std::string name = file.string();
    const std::array<Value, 1> values{std::string_view{name}};
    connection->query("vacuum into $1", values, [](const Row&) {});
}

// All of them in one transaction.
void pack_files(const Location& location, const std::function<void(const AddFile&)>& pack) {
    const auto connection = connect(location, Access::write);
    connection->execute("begin");
    pack([&](const PackedFile& file) {
        const std::array<Value, 3> values{std::string_view{file.store}, std::string_view{file.name},
                                          BlobView{file.bytes}};
        connection->query("insert into stored_file (store, name, bytes) values ($1, $2, $3)", values,
                          [](const Row&) {});
    });
    connection->execute("commit");
}

std::int64_t size_of(const std::filesystem::path& file) {
    std::error_code absent;
    const auto size = std::filesystem::file_size(file, absent);
    return absent ? 0 : static_cast<std::int64_t>(size);
}

// SQLite says nothing while it copies: how far it is shows in the length of the file that it writes.
class GrowthWatch {
public:
    struct Files {
        std::filesystem::path from, to;
    };
    GrowthWatch(Files files, CopyObserver observe) : files_(std::move(files)), observe_(std::move(observe)) {
        if (observe_) thread_ = std::thread{[this] { work(); }};
    }
    ~GrowthWatch() {
        {
            const std::lock_guard lock{mutex_};
            is_over_ = true;
        }
        wake_.notify_one();
        if (thread_.joinable()) thread_.join();
    }
    GrowthWatch(const GrowthWatch&) = delete;
    GrowthWatch& operator=(const GrowthWatch&) = delete;

private:
    void work() {
        constexpr std::chrono::milliseconds kLook{100};
        std::unique_lock lock{mutex_};
        while (!wake_.wait_for(lock, kLook, [this] { return is_over_; }))
            observe_({.done = size_of(files_.to), .total = size_of(files_.from)});
    }

    Files files_;
    CopyObserver observe_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool is_over_ = false;
    std::thread thread_;
};

void remove_database(const std::filesystem::path& file) {
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
        std::filesystem::remove(file.string() + suffix, ignored);
}

void write_backup(const Location& from, const std::filesystem::path& file, const CopyObserver& observe) {
    const Location to{Location::Kind::sqlite, file.string()};
    if (from.kind == Location::Kind::sqlite) {
        const GrowthWatch watch{{from.address, file}, observe};
        vacuum_into(from, file);
    } else {
        copy_database({.from = from, .to = to}, observe);
    }
    expect_intact(to);
}

}  // namespace

void back_up(const Location& from, const std::filesystem::path& file, const CopyObserver& observe,
             const std::function<void(const AddFile&)>& pack) {
    expect_exists(from);
    if (std::filesystem::exists(file)) throw Fault{file.string() + " exists already; it was left as it is"};
    const auto partial = std::filesystem::path{file.string() + ".partial"};
    remove_database(partial);
    try {
        write_backup(from, partial, observe);
        const Location written{Location::Kind::sqlite, partial.string()};
        if (pack) pack_files(written, pack);
        make_one_file(written);
        make_durable(partial);
        std::filesystem::rename(partial, file);
        make_durable(std::filesystem::absolute(file).parent_path());
    } catch (...) {
        remove_database(partial);
        throw;
    }
}

void unpack(const std::filesystem::path& file, const AddFile& visit) {
    const auto connection = connect({Location::Kind::sqlite, file.string()}, Access::read);
    connection->query("select store, name, bytes from stored_file", {}, [&](const Row& row) {
        visit({std::string{row.text(0)}, std::string{row.text(1)}, row.blob(2)});
    });
}

void expect_backup(const std::filesystem::path& file) {
    const Location location{Location::Kind::sqlite, file.string()};
    expect_exists(location);
    const auto connection = connect(location, Access::read);
    if (migrations_of(*connection, tables(*connection, location.kind)).empty())
        throw Fault{file.string() + " holds no database of this program"};
}

}  // namespace db
