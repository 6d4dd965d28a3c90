// platform/db/writer.h - the one who writes. Jobs queue up while the last commit runs; then all of them go into one
// transaction, where none undoes another, and hear of it after the commit: many writes, one wait for the disk.
#pragma once
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <span>

#include "platform/db/connection.h"
#include "platform/db/transaction.h"

namespace db {

class WriteJob;

// Jobs of one batch are handed over together, to be written by few statements. All of one group share the object.
class BatchGroup {
public:
    virtual ~BatchGroup() = default;
    // Writes all jobs; each keeps its own outcome. When it throws, every job is tried again alone, so that one
    // that cannot be written does not take the others along.
    virtual void run_together(Write& write, std::span<WriteJob* const> jobs) = 0;
};

// One thing to write. Owned by the writer from submit() until finished() has returned.
class WriteJob {
public:
    virtual ~WriteJob() = default;

    // Runs on the writer's thread inside a transaction; only SQL belongs here. May run twice when a commit that
    // others share has to be tried again: it leaves nothing behind outside the database.
    // Returns whether its changes are to be kept; an exception is a fault and undoes them as well.
    enum class Verdict : unsigned char { keep, undo };
    virtual Verdict run(Write& write) = 0;

    // Told once, on the writer's thread, after the commit (nullptr) or with the fault that undid this job.
    virtual void finished(std::exception_ptr fault) noexcept = 0;

    // Jobs with the same group are written together; nullptr: alone.
    virtual BatchGroup* group() const { return nullptr; }

    // Jobs whose rows may meet in one unique index have the same key, so that two writers never wait for each other.
    virtual std::size_t partition() const { return 0; }
};

struct WriterOptions {
    std::size_t queue_length = 20'000;  // jobs waiting; past it submit() refuses
    std::size_t batch_length = 2'000;   // jobs in one commit at most
    int postgres_lanes = 2;             // writers of a PostgreSQL database; SQLite always has one
    Patience patience{};                // with PostgreSQL
};

enum class Accepted : unsigned char { yes, queue_full };

class Writer {
public:
    // Opens a connection and a thread for each lane, each with a writer number of its own. clock gives the time of each
    // transaction. Fault when it cannot.
    Writer(const Location& location, const WriterOptions& options, const std::function<base::Instant()>& clock);
    ~Writer();  // finishes what was accepted
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    // Queues a job, or gives it up when the queue is full (the job is destroyed, finished() is not called).
    Accepted submit(std::unique_ptr<WriteJob> job);

    // Jobs waiting now: background work yields when this is high.
    std::size_t waiting() const;

    // Each connection looks after its files (Connection::maintain) once its next commit is done.
    void maintain_soon();
    // How long SQLite's write-ahead log was after the latest commit, in pages; 0 with PostgreSQL.
    std::int64_t log_pages() const;

private:
    class Lane;
    std::vector<std::unique_ptr<Lane>> lanes_;
};

}  // namespace db
