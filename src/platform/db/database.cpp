#include "platform/db/database.h"

#include <chrono>
#include <condition_variable>
#include <exception>
#include <future>

#include "platform/db/checkpointer.h"
#include "platform/db/migrations.h"

namespace db {
namespace {

constexpr std::chrono::seconds kPauseAfterFailure{1};

// A function of the caller's, run by the writer while the caller waits.
class CallJob final : public WriteJob {
public:
    explicit CallJob(const std::function<void(Write&)>& f) : f_(f) {}
    std::future<void> future() { return done_.get_future(); }
    Verdict run(Write& write) override {
        f_(write);
        return Verdict::keep;
    }
    void finished(std::exception_ptr fault) noexcept override {
        if (fault != nullptr)
            done_.set_exception(std::move(fault));
        else
            done_.set_value();
    }

private:
    const std::function<void(Write&)>& f_;
    std::promise<void> done_;
};

void bring_up_to_date(const Location& location, base::Instant now) {
    const auto connection = connect(location, Access::write);
    migrate(*connection, built_in_migrations(), now);
}

}  // namespace

base::Instant now() {
    const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::microseconds>(since_epoch).count()};
}

Database::Database(Options options) : options_(std::move(options)) {
    bring_up_to_date(options_.location, options_.clock());
    writer_ = std::make_unique<Writer>(options_.location, options_.writer, options_.clock);
    if (options_.location.kind == Location::Kind::sqlite)
        checkpointer_ = std::make_unique<Checkpointer>(
            options_.location.address,
            Checkpointer::Log{[this] { return writer_->log_pages(); }, [this] { writer_->maintain_soon(); }});
    give_back(take_reader());
}

Database::~Database() = default;

std::unique_ptr<Connection> Database::take_reader() {
    {
        const std::lock_guard lock{mutex_};
        if (!idle_readers_.empty()) {
            auto connection = std::move(idle_readers_.back());
            idle_readers_.pop_back();
            return connection;
        }
    }
    return open_reader();
}

std::unique_ptr<Connection> Database::open_reader() {
    using Clock = std::chrono::steady_clock;
    if (Clock::now() < unreachable_until_.load()) throw Unavailable{"the database was out of reach a moment ago"};
    try {
        auto connection = connect(options_.location, Access::read, options_.read_patience);
        connection->prepare_all();
        return connection;
    } catch (const Unavailable&) {
        unreachable_until_ = Clock::now() + kPauseAfterFailure;
        throw;
    }
}

std::size_t Database::write_queue_length() const {
    const bool has_lanes = options_.location.kind != Location::Kind::sqlite;
    return options_.writer.queue_length * static_cast<std::size_t>(has_lanes ? options_.writer.postgres_lanes : 1);
}

void Database::give_back(std::unique_ptr<Connection> connection) {
    if (!connection->is_usable()) return;
    const std::lock_guard lock{mutex_};
    idle_readers_.push_back(std::move(connection));
}

void Database::forget_idle_readers() {
    const std::lock_guard lock{mutex_};
    idle_readers_.clear();
}

Database::Lease::Lease(Database& database) : database_(database), connection_(database.take_reader()) {
    try {
        connection_->begin_snapshot();
    } catch (const Fault&) {
        if (connection_->is_usable()) throw;
        database.forget_idle_readers();  // one session lost: most likely the server went, and all of them with it
        connection_ = database.take_reader();
        connection_->begin_snapshot();
    }
}

Database::Lease::~Lease() {
    try {
        connection_->end_snapshot();
    } catch (const Fault&) {
        return;  // lost: not given back
    }
    database_.give_back(std::move(connection_));
}

void Database::run_and_wait(const std::function<void(Write&)>& f) {
    auto job = std::make_unique<CallJob>(f);
    auto done = job->future();
    if (submit(std::move(job)) == Accepted::queue_full) throw Unavailable{"the database has too much to write"};
    done.get();
}

}  // namespace db
