#include "platform/db/postgres_connection.h"

#include <array>
#include <charconv>
#include <vector>

#include <libpq-fe.h>

#include "platform/db/dialect.h"
#include "platform/db/postgres_values.h"

namespace db {
namespace {

using ResultPointer = std::unique_ptr<PGresult, decltype(&PQclear)>;

constexpr Oid type_number(ValueType type) {  // from the server's pg_type
    switch (type) {
        case ValueType::integer:
            return 20;
        case ValueType::real:
            return 701;
        case ValueType::text:
            return 25;
        case ValueType::blob:
            return 17;
    }
    return 0;
}

class PostgresRow final : public Row {
public:
    PostgresRow(const PGresult* result, int row) : result_(result), row_(row) {}
    bool is_null(int column) const override { return PQgetisnull(result_, row_, column) != 0; }
    std::int64_t integer(int column) const override { return number<std::int64_t>(column); }
    double real(int column) const override { return number<double>(column); }
    std::string_view text(int column) const override {
        if (is_null(column)) throw Fault{"PostgreSQL: NULL is read as text"};
        return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))};
    }
    std::string blob(int column) const override { return bytes_of_hex(text(column)); }

private:
    template <class Number>
    Number number(int column) const {
        const std::string_view digits = text(column);
        Number value{};
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc{} || end != digits.data() + digits.size())
            throw Fault{"PostgreSQL: column " + std::to_string(column) + " is no number"};
        return value;
    }
    const PGresult* result_;
    int row_;
};

// Nobody waits for long for a server whose machine is gone, unless the URL says so. Seconds; tcp_user_timeout in
// milliseconds.
PGconn* open_session(const std::string& url) {
    constexpr std::array<const char*, 5> kNames{"connect_timeout", "tcp_user_timeout", "keepalives_idle", "dbname",
                                                nullptr};
    const std::array<const char*, 5> values{"5", "20000", "20", url.c_str(), nullptr};
    constexpr int kExpandUrl = 1;
    return PQconnectdbParams(kNames.data(), values.data(), kExpandUrl);
}

class PostgresConnection final : public Connection {
public:
    PostgresConnection(const std::string& url, Access access, const Patience& patience)
        : access_(access), session_(open_session(url), &PQfinish) {
        if (PQstatus(session_.get()) != CONNECTION_OK) fail("connect", {});
        PQsetNoticeProcessor(session_.get(), [](void*, const char*) {}, nullptr);
        execute("set client_encoding = 'UTF8'; set standard_conforming_strings = on; set synchronous_commit = on");
        if (access_ == Access::read) execute("set default_transaction_read_only = on");
        execute("set statement_timeout = " + milliseconds(patience.statement) +
                "; set lock_timeout = " + milliseconds(patience.lock));
    }

    Location::Kind kind() const override { return Location::Kind::postgres; }

    void prepare_all() override {
        for (const Statement* statement : Statement::all()) {
            if (access_ == Access::read && statement->kind() != StatementKind::query) continue;
            prepare(*statement);
        }
    }

    std::int64_t run(const Statement& statement, std::span<const Value> values, const RowVisitor& visit) override {
        return show(execute_prepared(statement, Encoded{values}), visit);
    }

    std::int64_t run_batch(const Statement& statement, std::span<const Value> values,
                           const RowVisitor& visit) override {
        const std::size_t width = statement.parameters().size();
        std::vector<std::string> arrays;
        for (std::size_t column = 0; column < width; ++column) arrays.push_back(array_literal(values, width, column));
        const std::vector<Value> encoded(arrays.begin(), arrays.end());
        return show(execute_prepared(statement, Encoded{encoded}), visit);
    }

    // A commit behind a statement that failed is answered like any other, but it rolled back: that must not pass.
    void execute(const std::string& sql) override {
        const auto result = check({PQexec(session_.get(), sql.c_str()), &PQclear}, sql);
        const std::string_view done = PQcmdStatus(result.get());
        if (sql == "commit" && done != "COMMIT") throw Fault{"PostgreSQL: a failed transaction was rolled back"};
    }

    void query(const std::string& sql, std::span<const Value> values, const RowVisitor& visit) override {
        const Encoded encoded{values};
        show(check({PQexecParams(session_.get(), sql.c_str(), encoded.count(), nullptr, encoded.texts(),
                                 encoded.lengths(), encoded.formats(), 0),
                    &PQclear},
                   sql),
             visit);
    }

    // 20260102: the class of our writer numbers among the server's advisory locks; held to the end of the session.
    int take_writer_number() override {
        for (std::int64_t number = 0; number < kWriterNumbers; ++number) {
            const std::array<Value, 1> values{number};
            bool is_ours = false;
            query("select pg_try_advisory_lock(20260102, $1::integer)", values,
                  [&is_ours](const Row& row) { is_ours = row.text(0) == "t"; });
            if (is_ours) return static_cast<int>(number);
        }
        throw Unavailable{"PostgreSQL: " + std::to_string(kWriterNumbers) + " writers are at work already"};
    }

    // 20260101: our number among the server's advisory locks; held to the end of the transaction.
    void begin_exclusive() override { execute("begin; select pg_advisory_xact_lock(20260101)"); }
    void begin_snapshot() override { execute("begin isolation level repeatable read read only"); }
    // libpq takes the answer itself before it sends anything else.
    void end_snapshot() override {
        if (PQsendQuery(session_.get(), "rollback") == 0) fail("rollback", {});
    }

    std::string translate(std::string_view definitions) const override {
        return postgres_definitions(definitions_for(Location::Kind::postgres, definitions));
    }

    bool is_usable() const override { return PQstatus(session_.get()) == CONNECTION_OK; }

private:
    static std::string milliseconds(base::Duration duration) { return std::to_string(duration.milliseconds()); }

    static std::string name_of(const Statement& statement) { return "s" + std::to_string(statement.index()); }

    void prepare(const Statement& statement) {
        const bool is_batch = statement.kind() == StatementKind::batch;
        std::vector<Oid> types;
        if (!is_batch)
            for (const ValueType type : statement.parameters()) types.push_back(type_number(type));
        const std::string sql = is_batch ? batch_sql(statement) : statement.postgres_sql();
        check({PQprepare(session_.get(), name_of(statement).c_str(), sql.c_str(), static_cast<int>(types.size()),
                         types.data()),
               &PQclear},
              sql);
    }

    ResultPointer execute_prepared(const Statement& statement, const Encoded& encoded) {
        statement.count_run();
        return check({PQexecPrepared(session_.get(), name_of(statement).c_str(), encoded.count(), encoded.texts(),
                                     encoded.lengths(), encoded.formats(), 0),
                      &PQclear},
                     statement.postgres_sql());
    }

    static std::int64_t show(const ResultPointer& result, const RowVisitor& visit) {
        for (int row = 0; row < PQntuples(result.get()); ++row) visit(PostgresRow{result.get(), row});
        const std::string_view changed = PQcmdTuples(result.get());
        std::int64_t count = 0;
        std::from_chars(changed.data(), changed.data() + changed.size(), count);
        return count;
    }

    ResultPointer check(ResultPointer result, std::string_view sql) {
        const auto status = PQresultStatus(result.get());
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return result;
        const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
        const std::string_view code = state == nullptr ? "" : state;
        if (code == "40P01" || code == "40001") throw Conflict{PQerrorMessage(session_.get())};
        fail(sql, code);
    }

    // By the class of the server's code: 08 connection, 53 no room, 57 ended or cancelled; 55P03 waited for a lock. No
    // code: the client library itself met the end of the session.
    bool is_for_a_while(std::string_view code) const {
        return code.empty() || !is_usable() || code.starts_with("08") || code.starts_with("53") ||
               code.starts_with("57") || code == "55P03";
    }

    [[noreturn]] void fail(std::string_view doing, std::string_view code) {
        const auto what =
            "PostgreSQL: " + std::string{PQerrorMessage(session_.get())} + " (" + std::string{doing} + ")";
        if (is_for_a_while(code)) throw Unavailable{what};
        throw Fault{what};
    }

    Access access_;
    std::unique_ptr<PGconn, decltype(&PQfinish)> session_;
};

}  // namespace

std::unique_ptr<Connection> connect_postgres(const std::string& url, Access access, const Patience& patience) {
    return std::make_unique<PostgresConnection>(url, access, patience);
}

}  // namespace db
