#include "platform/db/catalogue.h"

#include <algorithm>
#include <filesystem>

#include "base/text.h"

namespace db {
namespace {

// pragma_table_info leaves generated columns out; pragma_table_list tells virtual tables and their shadows apart.
constexpr auto kSqliteColumns =
    "select t.name, c.name, c.type from pragma_table_list t, pragma_table_info(t.name) c "
    "where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite\\_%' escape '\\' "
    "order by t.name, c.cid";

constexpr auto kPostgresColumns =
    "select c.table_name, c.column_name, c.data_type from information_schema.columns c "
    "join information_schema.tables t using (table_schema, table_name) "
    "where table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER' "
    "order by c.table_name collate \"C\", c.ordinal_position";

ValueType type_of(std::string_view name) {
    const auto lower = base::lower_ascii(name);
    if (lower == "integer" || lower == "bigint") return ValueType::integer;
    if (lower == "real" || lower == "double precision") return ValueType::real;
    if (lower == "text") return ValueType::text;
    if (lower == "blob" || lower == "bytea") return ValueType::blob;
    throw Fault{"a column has the type " + lower + ", which is none of ours"};
}

}  // namespace

std::vector<Table> tables(Connection& connection, Location::Kind kind) {
    std::vector<Table> found;
    connection.query(kind == Location::Kind::sqlite ? kSqliteColumns : kPostgresColumns, {}, [&](const Row& row) {
        if (found.empty() || found.back().name != row.text(0)) found.push_back({std::string{row.text(0)}, {}});
        found.back().columns.push_back({std::string{row.text(1)}, type_of(row.text(2))});
    });
    return found;
}

std::string sql_name(std::string_view identifier) {
    std::string out = "\"";
    for (const char c : identifier) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string column_list(const Table& table) {
    std::string list;
    for (const Column& column : table.columns) list += (list.empty() ? "" : ", ") + sql_name(column.name);
    return list;
}

std::int64_t count_rows(Connection& connection, const Table& table) {
    std::int64_t count = 0;
    connection.query("select count(*) from " + sql_name(table.name), {},
                     [&count](const Row& row) { count = row.integer(0); });
    return count;
}

std::set<std::string> migrations_of(Connection& connection, const std::vector<Table>& tables) {
    std::set<std::string> names;
    if (std::ranges::find(tables, "schema_migration", &Table::name) == tables.end()) return names;
    connection.query("select name from schema_migration", {}, [&names](const Row& row) { names.emplace(row.text(0)); });
    return names;
}

void expect_exists(const Location& location) {
    if (location.kind == Location::Kind::sqlite && !std::filesystem::is_regular_file(location.address))
        throw Fault{location.address + ": there is no such file"};
}

}  // namespace db
