// platform/db/database.h - the open database: snapshots for readers, one queue for writers.
#pragma once
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>
#include <vector>

#include "platform/db/transaction.h"
#include "platform/db/writer.h"

namespace db {

class Checkpointer;

// The clock on the wall, UTC.
base::Instant now();

struct Options {
    Location location;
    WriterOptions writer;
    Patience read_patience{};  // with PostgreSQL
    std::function<base::Instant()> clock = now;
};

class Database {
public:
    // Opens, brings the tables up to date (see migrations.h) and prepares every statement. Fault when it cannot.
    explicit Database(Options options);
    ~Database();

    // f(db::Read&) on a snapshot, on the caller's thread; waits for nobody. Returns what f returns.
    // A connection that was lost since its last use is replaced once, before f has seen anything. Unavailable when
    // there is none to be had; for a second after that at once, so that nobody queues up behind a dead server.
    template <class F>
    auto read(F&& f) {
        Lease lease{*this};
        Read transaction{lease.connection()};
        return std::forward<F>(f)(transaction);
    }

    // f(db::Write&) through the writer; returns after the commit what f returned, or throws what undid it.
    // For commands, jobs and tests; request handlers go through submit(). Not to be called on the writer's thread.
    template <class F>
    auto write(F&& f) -> std::invoke_result_t<F&, Write&>;

    Accepted submit(std::unique_ptr<WriteJob> job) { return writer_->submit(std::move(job)); }
    std::size_t writes_waiting() const { return writer_->waiting(); }
    // How many may wait, all lanes together.
    std::size_t write_queue_length() const;
    const Location& location() const { return options_.location; }
    base::Instant now() const { return options_.clock(); }

private:
    class Lease {  // a reading connection inside a transaction, given back at the end
    public:
        explicit Lease(Database& database);
        ~Lease();
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        Connection& connection() { return *connection_; }

    private:
        Database& database_;
        std::unique_ptr<Connection> connection_;
    };

    std::unique_ptr<Connection> take_reader();
    std::unique_ptr<Connection> open_reader();
    void give_back(std::unique_ptr<Connection> connection);
    void forget_idle_readers();
    void run_and_wait(const std::function<void(Write&)>& f);

    Options options_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Connection>> idle_readers_;
    std::atomic<std::chrono::steady_clock::time_point> unreachable_until_{};
    std::unique_ptr<Writer> writer_;
    std::unique_ptr<Checkpointer> checkpointer_;  // SQLite only; uses the writer
};

template <class F>
auto Database::write(F&& f) -> std::invoke_result_t<F&, Write&> {
    using R = std::invoke_result_t<F&, Write&>;
    if constexpr (std::is_void_v<R>) {
        run_and_wait([&f](Write& write) { f(write); });
    } else {
        std::optional<R> result;
        run_and_wait([&](Write& write) { result.emplace(f(write)); });
        return *std::move(result);
    }
}

}  // namespace db
