// platform/db/connection.h - one session with one database; SQLite and PostgreSQL have the same face.
// A connection belongs to one thread at a time.
#pragma once
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "platform/db/statement.h"

namespace db {

// The database could not do what it was asked: disk full, server gone, constraint broken, wrong statement.
struct Fault : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The database cannot be reached, has no room, or did not answer in the time that it is given: the same work may
// succeed when it is done again later.
struct Unavailable : Fault {
    using Fault::Fault;
};

// Two transactions got in each other's way (deadlock, serialization): the same work may succeed when done again.
struct Conflict : Fault {
    using Fault::Fault;
};

// Where the data is: "sqlite:PATH" or "postgres://..." (also "postgresql://...").
struct Location {
    enum class Kind : unsigned char { sqlite, postgres } kind;
    std::string address;  // the path, or the whole URL

    // Fault when the text is neither.
    static Location parse(std::string_view text);
};

// How many programs and threads can write one database at once, each with a number of its own in the identities that
// it makes.
inline constexpr int kWriterNumbers = 16;

// How long PostgreSQL may take; zero: as long as it takes. Past it the work ends as Unavailable. (SQLite's statements
// run in this process, and wait ten seconds at most for the lock of another one.)
struct Patience {
    base::Duration statement{};  // for one statement
    base::Duration lock{};       // for a lock that another transaction holds
};

// A reading connection cannot change anything: SQLite query_only, PostgreSQL default_transaction_read_only.
enum class Access : unsigned char { read, write };

using RowVisitor = std::function<void(const Row&)>;

class Connection {
public:
    virtual ~Connection() = default;

    virtual Location::Kind kind() const = 0;

    // Prepares every statement this access may use. Fault naming the statement that is wrong.
    virtual void prepare_all() = 0;

    // Runs a prepared statement, shows each row to the visitor, returns the number of rows changed (0 for queries).
    // The visitor does not use this connection.
    virtual std::int64_t run(const Statement& statement, std::span<const Value> values, const RowVisitor& visit) = 0;

    // Runs a batch: values holds the rows one after the other, each as long as the statement has parameters.
    virtual std::int64_t run_batch(const Statement& statement, std::span<const Value> values,
                                   const RowVisitor& visit) = 0;

    // Runs SQL texts that are no Statement (transactions, migrations, maintenance), several in one text.
    virtual void execute(const std::string& sql) = 0;
    // The same for one text with $1.. that gives rows; for migrations, copying and checks.
    virtual void query(const std::string& sql, std::span<const Value> values, const RowVisitor& visit) = 0;

    // Begins a transaction that keeps every other program from migrating at the same time.
    virtual void begin_exclusive() = 0;

    // Turns the house's dialect of table definitions into the database's own; leaves out the parts for the other one
    // (dialect.h).
    virtual std::string translate(std::string_view definitions) const = 0;

    // Begins a transaction that sees one state of the database from beginning to end.
    virtual void begin_snapshot() = 0;
    // Ends it. What a server answers to that is not waited for: whoever uses the session next takes it.
    virtual void end_snapshot() = 0;

    // A number from 0 to kWriterNumbers - 1 that no other session on this database has, in any program, for as long as
    // this session lasts. Fault when all are taken. Asked once.
    virtual int take_writer_number() = 0;

    // Called by the writer between commits: puts off no reader, keeps files from growing without bound.
    virtual void maintain() {}
    // How long SQLite's write-ahead log was after the latest commit on this connection, in pages; 0 elsewhere.
    virtual std::int64_t log_pages() const { return 0; }

    // False once the session is lost for good: it is thrown away and a new one opened.
    virtual bool is_usable() const = 0;
};

// Unavailable when it cannot be reached.
std::unique_ptr<Connection> connect(const Location& location, Access access, const Patience& patience = {});

}  // namespace db
