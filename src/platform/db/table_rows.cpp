#include "platform/db/table_rows.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include <sodium.h>

#include "platform/db/postgres_connection.h"
#include "platform/db/postgres_values.h"

namespace db {
namespace {

constexpr std::size_t kBatchRows = 4'000;
constexpr std::size_t kSqliteParameters = 240;  // of one statement: more cost more to prepare than they save

Value value_of(const Cell& cell) {
    if (cell.is_null) return {};
    switch (cell.type) {
        case ValueType::integer:
            return cell.integer;
        case ValueType::real:
            return cell.real;
        case ValueType::text:
            return std::string_view{cell.bytes};
        case ValueType::blob:
            return BlobView{cell.bytes};
    }
    return {};
}

Cell cell_of(const Row& row, int column, ValueType type) {
    Cell cell{.type = type, .is_null = row.is_null(column)};
    if (cell.is_null) return cell;
    switch (type) {
        case ValueType::integer:
            cell.integer = row.integer(column);
            break;
        case ValueType::real:
            cell.real = row.real(column);
            break;
        case ValueType::text:
            cell.bytes = row.text(column);
            break;
        case ValueType::blob:
            cell.bytes = row.blob(column);
            break;
    }
    return cell;
}

void append_number(std::string& out, std::uint64_t number) {
    char bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    out.append(bytes, sizeof bytes);
}

// What is hashed of a cell: null or its type, then its value; texts with their length before them.
void append_cell(std::string& out, const Cell& cell) {
    out += cell.is_null ? '-' : static_cast<char>('0' + static_cast<int>(cell.type));
    if (cell.is_null) return;
    switch (cell.type) {
        case ValueType::integer:
            return append_number(out, static_cast<std::uint64_t>(cell.integer));
        case ValueType::real:
            return append_number(out, std::bit_cast<std::uint64_t>(cell.real));
        case ValueType::text:
        case ValueType::blob:
            append_number(out, cell.bytes.size());
            out += cell.bytes;
    }
}

std::uint64_t hash_of(std::span<const Cell> row) {
    static constexpr unsigned char kKey[crypto_shorthash_KEYBYTES] = "alltogether row";
    std::string bytes;
    for (const Cell& cell : row) append_cell(bytes, cell);
    std::uint64_t hash = 0;
    static_assert(crypto_shorthash_BYTES == sizeof hash);
    crypto_shorthash(reinterpret_cast<unsigned char*>(&hash), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size(), kKey);
    return hash;
}

using BatchVisitor = std::function<void(const RowBatch&)>;

// SQLite gives rows as it finds them; PostgreSQL would send all of them at once, so a cursor asks for some at a time.
void read_sqlite(Connection& connection, const Table& table, const BatchVisitor& visit) {
    RowBatch batch{table};
    const auto sql = "select " + column_list(table) + " from " + sql_name(table.name);
    connection.query(sql, {}, [&](const Row& row) {
        batch.add(row);
        if (batch.rows() < kBatchRows) return;
        visit(batch);
        batch.clear();
    });
    if (batch.rows() > 0) visit(batch);
}

void read_postgres(Connection& connection, const Table& table, const BatchVisitor& visit) {
    connection.execute("declare copy_rows no scroll cursor for select " + column_list(table) + " from " +
                       sql_name(table.name));
    const auto fetch = "fetch " + std::to_string(kBatchRows) + " from copy_rows";
    RowBatch batch{table};
    do {
        batch.clear();
        connection.query(fetch, {}, [&batch](const Row& row) { batch.add(row); });
        if (batch.rows() > 0) visit(batch);
    } while (batch.rows() > 0);
    connection.execute("close copy_rows");
}

// insert into t (a, b) values ($1, $2), ($3, $4)
std::string insert_text(const Table& table, std::size_t rows) {
    std::string sql = "insert into " + sql_name(table.name) + " (" + column_list(table) + ") values ";
    std::size_t number = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < table.columns.size(); ++column)
            sql += (column == 0 ? (row == 0 ? "($" : ", ($") : ", $") + std::to_string(++number);
        sql += ')';
    }
    return sql;
}

void insert_sqlite(Connection& connection, const Table& table, const RowBatch& batch) {
    const auto values = batch.values();
    const std::size_t width = batch.width();
    const std::size_t most = std::max<std::size_t>(1, kSqliteParameters / width);
    for (std::size_t row = 0; row < batch.rows(); row += most) {
        const std::size_t rows = std::min(most, batch.rows() - row);
        connection.query(insert_text(table, rows), std::span{values}.subspan(row * width, rows * width),
                         [](const Row&) {});
    }
}

// insert into t (a, b) select * from unnest($1::bigint[], $2::text[])
void insert_postgres(Connection& connection, const Table& table, const RowBatch& batch) {
    const auto values = batch.values();
    std::vector<std::string> arrays;
    std::string parameters;
    for (std::size_t column = 0; column < batch.width(); ++column) {
        arrays.push_back(array_literal(values, batch.width(), column));
        parameters += (column == 0 ? "$" : ", $") + std::to_string(column + 1) + "::";
        parameters += array_type(table.columns[column].type);
    }
    const std::vector<Value> encoded(arrays.begin(), arrays.end());
    connection.query("insert into " + sql_name(table.name) + " (" + column_list(table) + ") select * from unnest(" +
                         parameters + ")",
                     encoded, [](const Row&) {});
}

}  // namespace

void RowBatch::add(const Row& row) {
    for (std::size_t i = 0; i < width(); ++i)
        cells_.push_back(cell_of(row, static_cast<int>(i), table_.columns[i].type));
}

std::vector<Value> RowBatch::values() const {
    std::vector<Value> values;
    values.reserve(cells_.size());
    for (const Cell& cell : cells_) values.push_back(value_of(cell));
    return values;
}

void add_to(Digest& digest, const RowBatch& batch) {
    for (std::size_t i = 0; i < batch.rows(); ++i) digest.checksum += hash_of(batch.row(i));
    digest.rows += static_cast<std::int64_t>(batch.rows());
}

void read_rows(const Side& side, const Table& table, const std::function<void(const RowBatch&)>& visit) {
    if (side.kind == Location::Kind::sqlite)
        read_sqlite(side.connection, table, visit);
    else
        read_postgres(side.connection, table, visit);
}

void insert_rows(const Side& side, const Table& table, const RowBatch& batch) {
    if (side.kind == Location::Kind::sqlite)
        insert_sqlite(side.connection, table, batch);
    else
        insert_postgres(side.connection, table, batch);
}

}  // namespace db
