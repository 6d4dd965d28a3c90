// platform/db/sqlite_returning.h - "insert ... returning" without SQLite's "returning".
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/value.h"

namespace db {

// SQLite builds a table of its own for the rows that each "returning" gives, which costs more than the insert itself.
// But a row that was inserted holds what was bound to its columns, and whether it was inserted, SQLite tells anyway.
struct PlainInsert {
    std::string sql;                    // without "returning ..."
    std::vector<std::size_t> returned;  // which parameters are the returned columns: 0 for $1
};

// For a batch "insert into t (a, b) values ($1, $2) ... returning b"; nullopt for others, also when a row that is there
// already may be changed ("do update").
std::optional<PlainInsert> without_returning(std::string_view sql);

// The returned columns of a row that was inserted.
class BoundRow final : public Row {
public:
    BoundRow(std::span<const Value> values, const std::vector<std::size_t>& returned)
        : values_(values), returned_(returned) {}
    bool is_null(int column) const override;
    std::int64_t integer(int column) const override;
    double real(int column) const override;
    std::string_view text(int column) const override;
    std::string blob(int column) const override;

private:
    const Value& value(int column) const { return values_[returned_[static_cast<std::size_t>(column)]]; }

    std::span<const Value> values_;
    const std::vector<std::size_t>& returned_;
};

}  // namespace db
