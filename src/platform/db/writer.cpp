#include "platform/db/writer.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace db {
namespace {

using Jobs = std::vector<WriteJob*>;
constexpr int kTries = 3;  // of a whole batch, when other writers got in its way

// Runs the jobs of one batch inside the transaction that is open on the connection, each in a savepoint, and notes
// the fault of each that failed. A lost session is thrown on: nothing of the batch can be kept.
class BatchRunner {
public:
    BatchRunner(Connection& connection, IdSource& ids, base::Instant now)
        : connection_(connection), write_(connection, ids, now) {}

    void run(const Jobs& jobs) {
        std::map<BatchGroup*, Jobs> groups;
        for (WriteJob* job : jobs) {
            if (job->group() != nullptr)
                groups[job->group()].push_back(job);
            else
                run_alone(*job);
        }
        for (const auto& [group, members] : groups) run_group(*group, members);
    }

    std::exception_ptr fault_of(const WriteJob* job) const {
        const auto found = faults_.find(job);
        return found == faults_.end() ? nullptr : found->second;
    }

private:
    void run_group(BatchGroup& group, const Jobs& jobs) {
        try {
            connection_.execute("savepoint job");
            group.run_together(write_, jobs);
            connection_.execute("release job");
        } catch (const Conflict&) {
            throw;
        } catch (...) {
            undo_savepoint();
            for (WriteJob* job : jobs) run_alone(*job);
        }
    }

    void run_alone(WriteJob& job) {
        try {
            connection_.execute("savepoint job");
            if (job.run(write_) == WriteJob::Verdict::undo) connection_.execute("rollback to job");
            connection_.execute("release job");
        } catch (const Conflict&) {
            throw;
        } catch (...) {
            faults_[&job] = std::current_exception();
            undo_savepoint();
        }
    }

    void undo_savepoint() {
        if (!connection_.is_usable()) throw;
        connection_.execute("rollback to job; release job");
    }

    Connection& connection_;
    Write write_;
    std::map<const WriteJob*, std::exception_ptr> faults_;
};

}  // namespace

// One thread with its connection and its queue.
class Writer::Lane {
public:
    Lane(Location location, int number, WriterOptions options, std::function<base::Instant()> clock)
        : location_(std::move(location)), options_(options), clock_(std::move(clock)), ids_(number) {
        open();
        thread_ = std::thread{[this] { work(); }};
    }
    ~Lane() {
        {
            const std::lock_guard lock{mutex_};
            stopping_ = true;
        }
        wake_.notify_one();
        thread_.join();
    }

    Accepted submit(std::unique_ptr<WriteJob> job) {
        bool was_idle = false;
        {
            const std::lock_guard lock{mutex_};
            if (queue_.size() >= options_.queue_length) return Accepted::queue_full;
            was_idle = queue_.empty();
            queue_.push_back(std::move(job));
        }
        if (was_idle) wake_.notify_one();
        return Accepted::yes;
    }

    std::size_t waiting() const {
        const std::lock_guard lock{mutex_};
        return queue_.size();
    }

private:
    using OwnedJobs = std::vector<std::unique_ptr<WriteJob>>;

    void work() {
        while (true) {
            OwnedJobs batch = next_batch();
            if (batch.empty()) return;
            Jobs jobs;
            for (const auto& job : batch) jobs.push_back(job.get());
            commit(jobs);
        }
    }

    // Everything that waits, up to the batch length; waits for the first. Empty only when stopping.
    OwnedJobs next_batch() {
        std::unique_lock lock{mutex_};
        wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
        OwnedJobs batch;
        if (queue_.size() <= options_.batch_length) {
            batch.swap(queue_);
            return batch;
        }
        const auto end = queue_.begin() + static_cast<std::ptrdiff_t>(options_.batch_length);
        std::move(queue_.begin(), end, std::back_inserter(batch));
        queue_.erase(queue_.begin(), end);
        return batch;
    }

    void commit(const Jobs& jobs) {
        for (int attempt = 1;; ++attempt) {
            try {
                commit_once(jobs);
                break;
            } catch (const Conflict&) {
                roll_back();
                if (attempt < kTries) continue;
                fail_all(jobs, std::current_exception());
                return;
            } catch (...) {
                roll_back();
                fail_all(jobs, std::current_exception());
                return;
            }
        }
        try {
            connection_->maintain();
        } catch (const Fault&) {  // put off to the next commit
        }
    }

    void commit_once(const Jobs& jobs) {
        if (connection_ == nullptr || !connection_->is_usable()) open();
        connection_->execute(location_.kind == Location::Kind::sqlite ? "begin immediate" : "begin");
        BatchRunner runner{*connection_, ids_, clock_()};
        runner.run(jobs);
        connection_->execute("commit");
        for (WriteJob* job : jobs) job->finished(runner.fault_of(job));
    }

    void open() {
        connection_ = nullptr;
        auto connection = connect(location_, Access::write);
        connection->prepare_all();
        connection_ = std::move(connection);
    }

    void roll_back() noexcept {
        try {
            if (connection_ != nullptr) connection_->execute("rollback");
        } catch (...) {  // the transaction is gone already, or the session is
        }
    }

    static void fail_all(const Jobs& jobs, const std::exception_ptr& fault) {
        for (WriteJob* job : jobs) job->finished(fault);
    }

    Location location_;
    WriterOptions options_;
    std::function<base::Instant()> clock_;
    IdSource ids_;
    std::unique_ptr<Connection> connection_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    OwnedJobs queue_;
    bool stopping_ = false;
    std::thread thread_;
};

Writer::Writer(const Location& location, const WriterOptions& options, const std::function<base::Instant()>& clock) {
    const int count = location.kind == Location::Kind::sqlite ? 1 : options.postgres_lanes;
    for (int i = 0; i < count; ++i)
        lanes_.push_back(std::make_unique<Lane>(location, options.first_number + i, options, clock));
}

Writer::~Writer() = default;

Accepted Writer::submit(std::unique_ptr<WriteJob> job) {
    return lanes_[job->partition() % lanes_.size()]->submit(std::move(job));
}

std::size_t Writer::waiting() const {
    std::size_t sum = 0;
    for (const auto& lane : lanes_) sum += lane->waiting();
    return sum;
}

}  // namespace db
