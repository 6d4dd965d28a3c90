// bench/row_loader.h - fills tables with millions of made-up rows in minutes: SQLite by one prepared insert in one
// transaction, PostgreSQL by COPY. Indexes of the tables are dropped before and made anew behind. For empty databases
// of benchmarks alone: a crash in the middle leaves them broken.
//
//     bench::RowLoader loader{db::Location::parse(url), {"person", "consent"}};
//     loader.fill("person", {"id", "email"}, [&](auto& add) { for (...) add({id, email}); });
//     loader.finish();
#pragma once
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <libpq-fe.h>
#include <sqlite3.h>

#include "platform/db/connection.h"

namespace bench {

using Cell = std::variant<std::nullptr_t, std::int64_t, std::string_view>;  // null, number, text
using Cells = std::initializer_list<Cell>;
using AddRow = std::function<void(Cells)>;
using MakeRows = std::function<void(const AddRow&)>;

class BulkTables {
public:
    virtual ~BulkTables() = default;
    virtual void run(const std::string& sql) = 0;
    // The first column of every row.
    virtual std::vector<std::string> texts(const std::string& sql) = 0;
    virtual void fill(const std::string& table, const std::vector<std::string>& columns, const MakeRows& make) = 0;
    // Statements that make the table's indexes again, beside those of its keys; and the names of these indexes.
    virtual std::vector<std::string> index_statements(const std::string& table) = 0;
    virtual std::vector<std::string> index_names(const std::string& table) = 0;
    virtual void finish() = 0;
};

[[noreturn]] inline void stop_bench(const std::string& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    std::exit(1);
}

inline std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string text;
    for (const auto& word : words) text.append(text.empty() ? "" : between).append(word);
    return text;
}

class SqliteTables final : public BulkTables {
public:
    explicit SqliteTables(const std::string& path) {
        if (sqlite3_open(path.c_str(), &database_) != SQLITE_OK) stop_bench("cannot open " + path);
        run("pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -600000; "
            "pragma temp_store = file; pragma threads = 2;");
    }
    ~SqliteTables() override { sqlite3_close(database_); }
    SqliteTables(const SqliteTables&) = delete;
    SqliteTables& operator=(const SqliteTables&) = delete;

    void run(const std::string& sql) override {
        check(sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr), sql);
    }
    std::vector<std::string> texts(const std::string& sql) override {
        std::vector<std::string> found;
        sqlite3_stmt* statement = prepared(sql);
        while (sqlite3_step(statement) == SQLITE_ROW)
            found.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
        sqlite3_finalize(statement);
        return found;
    }
    void fill(const std::string& table, const std::vector<std::string>& columns, const MakeRows& make) override {
        const std::vector<std::string> marks(columns.size(), "?");
        const std::string sql =
            "insert into " + table + " (" + joined(columns, ", ") + ") values (" + joined(marks, ", ") + ")";
        sqlite3_stmt* const statement = prepared(sql);
        run("begin");
        make([&](Cells row) {
            int place = 0;
            for (const Cell& cell : row) bind(statement, ++place, cell);
            if (sqlite3_step(statement) != SQLITE_DONE) check(SQLITE_ERROR, sql);
            sqlite3_reset(statement);
        });
        run("commit");
        sqlite3_finalize(statement);
    }
    std::vector<std::string> index_statements(const std::string& table) override { return of_indexes("sql", table); }
    std::vector<std::string> index_names(const std::string& table) override { return of_indexes("name", table); }
    void finish() override { run("pragma journal_mode = wal"); }

private:
    std::vector<std::string> of_indexes(const std::string& column, const std::string& table) {
        return texts("select " + column +
                     " from sqlite_master where type = 'index' and sql is not null and tbl_name = '" + table +
                     "' order by name");
    }
    sqlite3_stmt* prepared(const std::string& sql) {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr), sql);
        return statement;
    }
    static void bind(sqlite3_stmt* statement, int place, const Cell& cell) {
        if (const auto* number = std::get_if<std::int64_t>(&cell))
            sqlite3_bind_int64(statement, place, *number);
        else if (const auto* text = std::get_if<std::string_view>(&cell))
            sqlite3_bind_text(statement, place, text->data(), static_cast<int>(text->size()), SQLITE_STATIC);
        else
            sqlite3_bind_null(statement, place);
    }
    void check(int result, const std::string& sql) {
        if (result != SQLITE_OK) stop_bench(std::string{sqlite3_errmsg(database_)} + " in " + sql);
    }

    sqlite3* database_ = nullptr;
};

class PostgresTables final : public BulkTables {
public:
    explicit PostgresTables(const std::string& url) : connection_(PQconnectdb(url.c_str())) {
        if (PQstatus(connection_) != CONNECTION_OK) stop_bench(PQerrorMessage(connection_));
        run("set maintenance_work_mem = '512MB'");
        run("set synchronous_commit = off");
    }
    ~PostgresTables() override { PQfinish(connection_); }
    PostgresTables(const PostgresTables&) = delete;
    PostgresTables& operator=(const PostgresTables&) = delete;

    void run(const std::string& sql) override { PQclear(answer(sql)); }
    std::vector<std::string> texts(const std::string& sql) override {
        PGresult* const result = answer(sql);
        std::vector<std::string> found;
        for (int row = 0; row < PQntuples(result); ++row) found.emplace_back(PQgetvalue(result, row, 0));
        PQclear(result);
        return found;
    }
    void fill(const std::string& table, const std::vector<std::string>& columns, const MakeRows& make) override {
        run("copy " + table + " (" + joined(columns, ", ") + ") from stdin");
        std::string buffer;
        const auto send = [&] {
            if (PQputCopyData(connection_, buffer.data(), static_cast<int>(buffer.size())) != 1)
                stop_bench(PQerrorMessage(connection_));
            buffer.clear();
        };
        make([&](Cells row) {
            bool is_first = true;
            for (const Cell& cell : row) {
                if (!is_first) buffer += '\t';
                is_first = false;
                append(buffer, cell);
            }
            buffer += '\n';
            if (buffer.size() > 1'000'000) send();
        });
        send();
        if (PQputCopyEnd(connection_, nullptr) != 1) stop_bench(PQerrorMessage(connection_));
        PGresult* const result = PQgetResult(connection_);
        if (PQresultStatus(result) != PGRES_COMMAND_OK) stop_bench(PQerrorMessage(connection_));
        PQclear(result);
        while (PGresult* const rest = PQgetResult(connection_)) PQclear(rest);
    }
    std::vector<std::string> index_statements(const std::string& table) override {
        return of_indexes("indexdef", table);
    }
    std::vector<std::string> index_names(const std::string& table) override { return of_indexes("indexname", table); }
    void finish() override { run("vacuum analyze"); }

private:
    std::vector<std::string> of_indexes(const std::string& column, const std::string& table) {
        return texts("select " + column + " from pg_indexes where schemaname = current_schema() and tablename = '" +
                     table + "' and indexname not in (select conname from pg_constraint) order by indexname");
    }
    PGresult* answer(const std::string& sql) {
        PGresult* const result = PQexec(connection_, sql.c_str());
        const auto status = PQresultStatus(result);
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_IN)
            stop_bench(std::string{PQerrorMessage(connection_)} + " in " + sql);
        return result;
    }
    // Made-up texts hold no tab, line end or backslash, which COPY would read otherwise.
    static void append(std::string& buffer, const Cell& cell) {
        if (const auto* number = std::get_if<std::int64_t>(&cell))
            buffer += std::to_string(*number);
        else if (const auto* text = std::get_if<std::string_view>(&cell))
            buffer += *text;
        else
            buffer += "\\N";
    }

    PGconn* connection_;
};

class RowLoader {
public:
    RowLoader(const db::Location& where, const std::vector<std::string>& tables) {
        if (where.kind == db::Location::Kind::sqlite)
            tables_ = std::make_unique<SqliteTables>(where.address);
        else
            tables_ = std::make_unique<PostgresTables>(where.address);
        for (const auto& table : tables) {
            for (auto& statement : tables_->index_statements(table)) indexes_.push_back(std::move(statement));
            for (const auto& name : tables_->index_names(table)) tables_->run("drop index " + name);
        }
    }

    void fill(const std::string& table, const std::vector<std::string>& columns, const MakeRows& make) {
        tables_->fill(table, columns, make);
    }
    void run(const std::string& sql) { tables_->run(sql); }
    // Indexes as they were; PostgreSQL's statistics and map of visible rows, as its own cleaner keeps them.
    void finish() {
        for (const auto& statement : indexes_) tables_->run(statement);
        tables_->finish();
    }

private:
    std::unique_ptr<BulkTables> tables_;
    std::vector<std::string> indexes_;
};

}  // namespace bench
