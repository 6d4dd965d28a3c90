#include "platform/db/writer.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace db {
namespace {

using Jobs = std::vector<WriteJob*>;
constexpr int kTries = 3;  // of a whole batch, when other writers got in its way

// Runs the jobs of one batch inside the transaction that is open on the connection and notes the fault of each that
// failed. A lost session is thrown on: nothing of the batch can be kept.
//
// Groups go first, and without a savepoint: inside one SQLite keeps a copy of each page that is changed, and walks
// along all of them after each statement, which costs a long batch more than the writing itself. A group that fails
// takes the transaction with it; then every job is run again, alone.
class BatchRunner {
public:
    // begin: the statement that opened the transaction.
    BatchRunner(Connection& connection, IdSource& ids, base::Instant now, std::string begin)
        : connection_(connection), write_(connection, ids, now), begin_(std::move(begin)) {}

    void run(const Jobs& jobs) {
        const Together groups = run_groups(jobs);
        if (groups == Together::failed) begin_again();
        for (WriteJob* job : jobs) {
            if (groups == Together::written && job->group() != nullptr) continue;
            jobs.size() == 1 ? run_only(*job) : run_alone(*job);
        }
    }

    // Gives the fault away: whoever waits for the job is then its only holder and frees it, with nothing of it left on
    // this thread.
    std::exception_ptr take_fault_of(const WriteJob* job) {
        const auto found = faults_.find(job);
        return found == faults_.end() ? nullptr : std::exchange(found->second, nullptr);
    }

private:
    enum class Together : unsigned char { written, failed };

    Together run_groups(const Jobs& jobs) {
        std::map<BatchGroup*, Jobs> groups;
        for (WriteJob* job : jobs)
            if (job->group() != nullptr) groups[job->group()].push_back(job);
        try {
            for (const auto& [group, members] : groups) group->run_together(write_, members);
            return Together::written;
        } catch (const Conflict&) {
            throw;
        } catch (...) {
            if (!connection_.is_usable()) throw;
            return Together::failed;
        }
    }

    // The only job of the batch: the transaction is its savepoint.
    void run_only(WriteJob& job) {
        try {
            if (job.run(write_) == WriteJob::Verdict::undo) begin_again();
        } catch (const Conflict&) {
            throw;
        } catch (...) {
            if (!connection_.is_usable()) throw;
            faults_[&job] = std::current_exception();
            begin_again();
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
            undo_savepoint(faults_[&job]);
        }
    }

    void undo_savepoint(const std::exception_ptr& fault) {
        if (!connection_.is_usable()) std::rethrow_exception(fault);
        try {
            connection_.execute("rollback to job; release job");
        } catch (const Fault&) {  // SQLite undoes the whole transaction when its disk is full
            std::rethrow_exception(fault);
        }
    }

    void begin_again() {
        try {
            connection_.execute("rollback");
        } catch (const Fault&) {  // SQLite has done it already
        }
        connection_.execute(begin_);
    }

    Connection& connection_;
    Write write_;
    std::string begin_;
    std::map<const WriteJob*, std::exception_ptr> faults_;
};

}  // namespace

// One thread with its connection and its queue.
class Writer::Lane {
public:
    Lane(Location location, WriterOptions options, std::function<base::Instant()> clock)
        : location_(std::move(location)), options_(options), clock_(std::move(clock)) {
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

    void maintain_soon() { is_maintenance_due_ = true; }
    std::int64_t log_pages() const { return log_pages_; }

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
        if (is_maintenance_due_.exchange(false)) connection_->maintain();
    }

    void commit_once(const Jobs& jobs) {
        if (connection_ == nullptr || !connection_->is_usable()) open();
        const std::string begin = location_.kind == Location::Kind::sqlite ? "begin immediate" : "begin";
        connection_->execute(begin);
        BatchRunner runner{*connection_, ids_, clock_(), begin};
        runner.run(jobs);
        connection_->execute("commit");
        log_pages_ = connection_->log_pages();
        for (WriteJob* job : jobs) job->finished(runner.take_fault_of(job));
    }

    void open() {
        connection_ = nullptr;
        auto connection = connect(location_, Access::write, options_.patience);
        connection->prepare_all();
        ids_.use_number(connection->take_writer_number());  // that of a lost session may be another program's by now
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
    std::atomic<bool> is_maintenance_due_{false};
    std::atomic<std::int64_t> log_pages_{0};
    std::thread thread_;
};

Writer::Writer(const Location& location, const WriterOptions& options, const std::function<base::Instant()>& clock) {
    const int count = location.kind == Location::Kind::sqlite ? 1 : options.postgres_lanes;
    for (int i = 0; i < count; ++i) lanes_.push_back(std::make_unique<Lane>(location, options, clock));
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

std::int64_t Writer::log_pages() const {
    std::int64_t longest = 0;
    for (const auto& lane : lanes_) longest = std::max(longest, lane->log_pages());
    return longest;
}

void Writer::maintain_soon() {
    for (const auto& lane : lanes_) lane->maintain_soon();
}

}  // namespace db
