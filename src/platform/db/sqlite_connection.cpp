#include "platform/db/sqlite_connection.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <vector>

#include <sqlite3.h>

#include "platform/db/dialect.h"
#include "platform/db/sqlite_returning.h"
#include "platform/db/writer_number_file.h"

namespace db {
namespace {

constexpr int kBusyMilliseconds = 10'000;  // another process (a backup, the command line) holds the lock

constexpr int kGrowthBytes = 16 << 20;

constexpr int kReaderMilliseconds = 20;  // the patience with readers when the log is to start over

constexpr int kStepsBetweenLooks = 50'000;  // of SQLite's machine, a millisecond or so: how often it looks at the clock

// The disk is full or out of order, somebody holds the lock, or a statement took too long.
bool is_for_a_while(int code) {
    constexpr std::array kForAWhile{SQLITE_BUSY,  SQLITE_LOCKED,   SQLITE_FULL,
                                    SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_INTERRUPT};
    return std::ranges::find(kForAWhile, code & 0xff) != kForAWhile.end();
}

[[noreturn]] void fail(sqlite3* database, std::string_view doing) {
    const auto what = "SQLite: " + std::string{sqlite3_errmsg(database)} + " (" + std::string{doing} + ")";
    if (is_for_a_while(sqlite3_errcode(database))) throw Unavailable{what};
    throw Fault{what};
}

void bind(sqlite3_stmt* statement, int slot, const Value& value) {
    struct Binder {
        sqlite3_stmt* statement;
        int slot;
        int operator()(std::monostate) const { return sqlite3_bind_null(statement, slot); }
        int operator()(std::int64_t v) const { return sqlite3_bind_int64(statement, slot, v); }
        int operator()(double v) const { return sqlite3_bind_double(statement, slot, v); }
        int operator()(std::string_view v) const {
            const char* text = v.data() == nullptr ? "" : v.data();
            return sqlite3_bind_text64(statement, slot, text, v.size(), SQLITE_STATIC, SQLITE_UTF8);
        }
        int operator()(BlobView v) const {
            const char* bytes = v.bytes.data() == nullptr ? "" : v.bytes.data();
            return sqlite3_bind_blob64(statement, slot, bytes, v.bytes.size(), SQLITE_STATIC);
        }
    };
    if (std::visit(Binder{statement, slot}, value) != SQLITE_OK) fail(sqlite3_db_handle(statement), "bind");
}

class SqliteRow final : public Row {
public:
    explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}
    bool is_null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    std::int64_t integer(int column) const override {
        expect(column, SQLITE_INTEGER);
        return sqlite3_column_int64(statement_, column);
    }
    double real(int column) const override {
        if (sqlite3_column_type(statement_, column) == SQLITE_INTEGER)
            return static_cast<double>(sqlite3_column_int64(statement_, column));
        expect(column, SQLITE_FLOAT);
        return sqlite3_column_double(statement_, column);
    }
    std::string_view text(int column) const override {
        expect(column, SQLITE_TEXT);
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }
    std::string blob(int column) const override {
        expect(column, SQLITE_BLOB);
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
        const auto length = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
        return length == 0 ? std::string{} : std::string{bytes, length};
    }

private:
    void expect(int column, int type) const {
        if (sqlite3_column_type(statement_, column) == type) return;
        throw Fault{"SQLite: column " + std::to_string(column) +
                    " has another type than is read: " + sqlite3_sql(statement_)};
    }
    sqlite3_stmt* statement_;
};

// A prepared text and where its $1.. are: SQLite numbers them by first appearance, so they are looked up by name.
class Prepared {
public:
    Prepared(sqlite3* database, const char* sql, std::size_t parameter_count) {
        if (sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr) != SQLITE_OK)
            fail(database, sql);
        for (std::size_t i = 1; i <= parameter_count; ++i)
            slots_.push_back(sqlite3_bind_parameter_index(statement_, ("$" + std::to_string(i)).c_str()));
        const bool all_found = std::ranges::count(slots_, 0) == 0;
        if (!all_found || sqlite3_bind_parameter_count(statement_) != static_cast<int>(parameter_count)) {
            sqlite3_finalize(statement_);
            throw Fault{"SQLite: the parameters are not $1 to $" + std::to_string(parameter_count) + ": " + sql};
        }
    }
    Prepared(Prepared&& other) noexcept
        : statement_(std::exchange(other.statement_, nullptr)),
          slots_(std::move(other.slots_)),
          returned_(std::move(other.returned_)) {}
    Prepared& operator=(Prepared&&) = delete;
    ~Prepared() { sqlite3_finalize(statement_); }

    void run(std::span<const Value> values, const RowVisitor& visit) {
        const Reset reset{statement_};
        for (std::size_t i = 0; i < values.size(); ++i) bind(statement_, slots_[i], values[i]);
        const SqliteRow row{statement_};
        int code = sqlite3_step(statement_);
        for (; code == SQLITE_ROW; code = sqlite3_step(statement_)) visit(row);
        if (code != SQLITE_DONE) fail(sqlite3_db_handle(statement_), sqlite3_sql(statement_));
        if (!returned_.empty() && sqlite3_changes64(sqlite3_db_handle(statement_)) == 1)
            visit(BoundRow{values, returned_});
    }

    // This is an insert that returns these parameters for the row that it inserts.
    void set_returned(std::vector<std::size_t> returned) { returned_ = std::move(returned); }

private:
    struct Reset {
        sqlite3_stmt* statement;
        ~Reset() { sqlite3_reset(statement); }
    };
    sqlite3_stmt* statement_ = nullptr;
    std::vector<int> slots_;
    std::vector<std::size_t> returned_;
};

// Every page view and every commit says two of them: they are kept prepared too.
constexpr std::array<const char*, 4> kTransactionBounds{"begin", "begin immediate", "commit", "rollback"};

Prepared prepare(sqlite3* database, const Statement& statement) {
    const std::size_t parameter_count = statement.parameters().size();
    auto insert = statement.kind() == StatementKind::batch ? without_returning(statement.sql()) : std::nullopt;
    if (!insert) return {database, statement.sql(), parameter_count};
    Prepared prepared{database, insert->sql.c_str(), parameter_count};
    prepared.set_returned(std::move(insert->returned));
    return prepared;
}

class SqliteConnection final : public Connection {
public:
    SqliteConnection(const std::string& path, Access access, base::Duration longest_statement)
        : access_(access), path_(path), longest_statement_(longest_statement.microseconds) {
        const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
        if (sqlite3_open_v2(path.c_str(), &database_, flags, nullptr) != SQLITE_OK) {
            const std::string reason = sqlite3_errmsg(database_);
            sqlite3_close_v2(database_);
            throw Unavailable{"SQLite: " + reason + ": " + path};
        }
        try {
            configure();
        } catch (...) {
            sqlite3_close_v2(database_);
            throw;
        }
    }
    ~SqliteConnection() override {
        latest_.reset();
        bounds_.clear();
        prepared_.clear();
        sqlite3_close_v2(database_);
    }

    Location::Kind kind() const override { return Location::Kind::sqlite; }

    void prepare_all() override {
        prepared_.clear();
        for (const Statement* statement : Statement::all()) prepared_.push_back(prepare(database_, *statement));
        bounds_.clear();
        for (const auto* sql : kTransactionBounds) bounds_.emplace_back(database_, sql, 0);
    }

    std::int64_t run(const Statement& statement, std::span<const Value> values, const RowVisitor& visit) override {
        statement.count_run();
        start_clock();
        const auto before = sqlite3_total_changes64(database_);
        prepared_[statement.index()].run(values, visit);
        return sqlite3_total_changes64(database_) - before;
    }

    std::int64_t run_batch(const Statement& statement, std::span<const Value> values,
                           const RowVisitor& visit) override {
        statement.count_run();
        const auto before = sqlite3_total_changes64(database_);
        const std::size_t width = statement.parameters().size();
        Prepared& prepared = prepared_[statement.index()];
        for (; !values.empty(); values = values.subspan(width)) prepared.run(values.first(width), visit);
        return sqlite3_total_changes64(database_) - before;
    }

    void execute(const std::string& sql) override {
        start_clock();
        const auto bound = std::ranges::find(kTransactionBounds, sql);
        if (!bounds_.empty() && bound != kTransactionBounds.end())
            return bounds_[static_cast<std::size_t>(bound - kTransactionBounds.begin())].run({}, [](const Row&) {});
        if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(database_, sql);
    }

    void query(const std::string& sql, std::span<const Value> values, const RowVisitor& visit) override {
        if (!latest_ || latest_sql_ != sql) prepare_latest(sql, values.size());
        start_clock();
        latest_->run(values, visit);
    }

    void begin_exclusive() override { execute("begin immediate"); }
    void begin_snapshot() override { execute("begin"); }
    void end_snapshot() override { execute("rollback"); }

    int take_writer_number() override {
        number_ = WriterNumberFile::take(path_, kWriterNumbers);
        if (!number_) throw Unavailable{"SQLite: " + std::to_string(kWriterNumbers) + " writers are at work already"};
        return number_->number();
    }

    // The log starts over from its beginning. The file keeps its length: overwriting blocks that are there is cheaper
    // than letting them go and asking anew. A reader that takes long, an export, is not waited for: it is tried again
    // when the checkpointer asks again.
    void maintain() override {
        sqlite3_busy_timeout(database_, kReaderMilliseconds);
        sqlite3_exec(database_, "pragma wal_checkpoint(restart)", nullptr, nullptr, nullptr);
        sqlite3_busy_timeout(database_, kBusyMilliseconds);
    }

    std::int64_t log_pages() const override { return log_pages_; }

    std::string translate(std::string_view definitions) const override {
        return definitions_for(Location::Kind::sqlite, definitions);
    }

    bool is_usable() const override { return true; }

private:
    using Clock = std::chrono::steady_clock;

    void start_clock() {
        if (longest_statement_.count() > 0) ends_at_ = Clock::now() + longest_statement_;
    }

    // Called by SQLite in the midst of a statement; anything but 0 ends it.
    static int look_at_clock(void* self) {
        return Clock::now() > static_cast<SqliteConnection*>(self)->ends_at_ ? 1 : 0;
    }

    // Copying runs one text a hundred thousand times.
    void prepare_latest(const std::string& sql, std::size_t parameter_count) {
        latest_.reset();
        latest_.emplace(database_, sql.c_str(), parameter_count);
        latest_sql_ = sql;
    }

    void configure() {
        sqlite3_busy_timeout(database_, kBusyMilliseconds);
        sqlite3_extended_result_codes(database_, 1);
        execute(
            "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;"
            "pragma wal_autocheckpoint = 0; pragma temp_store = memory; pragma mmap_size = 8589934592");
        if (longest_statement_.count() > 0)
            sqlite3_progress_handler(database_, kStepsBetweenLooks, look_at_clock, this);
        execute(access_ == Access::read ? "pragma query_only = on; pragma cache_size = -4096"
                                        : "pragma cache_size = -16384");
        if (access_ == Access::read) return;
        grow_in_steps(database_);
        sqlite3_wal_hook(database_, note_log_pages, this);
    }

    // Called by SQLite after each commit.
    static int note_log_pages(void* self, sqlite3*, const char*, int pages) {
        static_cast<SqliteConnection*>(self)->log_pages_ = pages;
        return SQLITE_OK;
    }

    Access access_;
    std::string path_;
    std::chrono::microseconds longest_statement_;
    Clock::time_point ends_at_ = Clock::time_point::max();
    std::optional<WriterNumberFile> number_;
    sqlite3* database_ = nullptr;
    std::vector<Prepared> prepared_;
    std::vector<Prepared> bounds_;    // of kTransactionBounds, once all is prepared
    std::optional<Prepared> latest_;  // of query()
    std::string latest_sql_;
    std::int64_t log_pages_ = 0;
};

}  // namespace

std::unique_ptr<Connection> connect_sqlite(const std::string& path, Access access, base::Duration longest_statement) {
    return std::make_unique<SqliteConnection>(path, access, longest_statement);
}

void grow_in_steps(sqlite3* database) {
    int bytes = kGrowthBytes;
    sqlite3_file_control(database, "main", SQLITE_FCNTL_CHUNK_SIZE, &bytes);
}

}  // namespace db
