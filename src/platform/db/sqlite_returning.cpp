#include "platform/db/sqlite_returning.h"

#include <algorithm>
#include <variant>

#include "platform/db/connection.h"

namespace db {
namespace {

constexpr std::string_view kInsert = "insert into ";
constexpr std::string_view kReturning = "returning ";
constexpr std::string_view kBlank = " \t\r\n";

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(kBlank);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::vector<std::string_view> names_of(std::string_view list) {
    std::vector<std::string_view> names;
    while (true) {
        const auto comma = list.find(',');
        names.push_back(trimmed(list.substr(0, comma)));
        if (comma == std::string_view::npos) return names;
        list.remove_prefix(comma + 1);
    }
}

template <class T>
const T& read(const Value& value) {
    if (const T* const held = std::get_if<T>(&value)) return *held;
    throw Fault{"a returned column has another type than is read"};
}

}  // namespace

std::optional<PlainInsert> without_returning(std::string_view sql) {
    const auto statement = trimmed(sql);
    const auto returning = statement.rfind(kReturning);
    const bool is_plain = statement.starts_with(kInsert) && !statement.contains("do update");
    if (!is_plain || returning == std::string_view::npos) return std::nullopt;
    const auto open = statement.find('(');
    const auto columns = names_of(statement.substr(open + 1, statement.find(')') - open - 1));
    PlainInsert insert{std::string{statement.substr(0, returning)}, {}};
    for (const auto name : names_of(statement.substr(returning + kReturning.size()))) {
        const auto found = std::ranges::find(columns, name);
        if (found == columns.end()) return std::nullopt;
        insert.returned.push_back(static_cast<std::size_t>(found - columns.begin()));
    }
    return insert;
}

bool BoundRow::is_null(int column) const { return std::holds_alternative<std::monostate>(value(column)); }
std::int64_t BoundRow::integer(int column) const { return read<std::int64_t>(value(column)); }
double BoundRow::real(int column) const { return read<double>(value(column)); }
std::string_view BoundRow::text(int column) const { return read<std::string_view>(value(column)); }
std::string BoundRow::blob(int column) const { return std::string{read<BlobView>(value(column)).bytes}; }

}  // namespace db
