// platform/db/table_rows.h - the rows of any table, read and written in batches without knowing what they mean.
// Included by this folder's sources only.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "platform/db/catalogue.h"
#include "platform/db/copy.h"

namespace db {

// One value that owns its bytes.
struct Cell {
    ValueType type = ValueType::integer;
    bool is_null = true;
    std::int64_t integer = 0;
    double real = 0;
    std::string bytes{};
};

// Rows one after the other, each as wide as its table.
class RowBatch {
public:
    explicit RowBatch(const Table& table) : table_(table) {}

    void add(const Row& row);
    void clear() { cells_.clear(); }

    std::size_t width() const { return table_.columns.size(); }
    std::size_t rows() const { return cells_.size() / width(); }
    std::span<const Cell> row(std::size_t position) const {
        return std::span{cells_}.subspan(position * width(), width());
    }

    // All cells as parameters; they refer to this batch.
    std::vector<Value> values() const;

private:
    const Table& table_;
    std::vector<Cell> cells_;
};

void add_to(Digest& digest, const RowBatch& batch);

// A connection with a transaction open.
struct Side {
    Connection& connection;
    Location::Kind kind;
};

// Shows all rows of the table, some thousands at a time.
void read_rows(const Side& side, const Table& table, const std::function<void(const RowBatch&)>& visit);

void insert_rows(const Side& side, const Table& table, const RowBatch& batch);

}  // namespace db
