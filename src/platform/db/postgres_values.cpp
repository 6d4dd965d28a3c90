#include "platform/db/postgres_values.h"

#include <array>
#include <charconv>

#include "platform/db/connection.h"
#include "platform/db/postgres_connection.h"

namespace db {
namespace {

template <class Number>
std::string digits_of(Number number) {
    std::array<char, 32> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    return {buffer.data(), end};
}

int nibble(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    throw Fault{"PostgreSQL: not a hexadecimal digit"};
}

void append_quoted(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    out += '"';
}

struct ElementWriter {
    std::string& out;
    void operator()(std::monostate) const { out += "NULL"; }
    void operator()(std::int64_t number) const { out += digits_of(number); }
    void operator()(double number) const { out += digits_of(number); }
    void operator()(std::string_view text) const { append_quoted(out, text); }
    void operator()(BlobView blob) const {
        constexpr std::string_view kHex = "0123456789abcdef";
        out += "\"\\\\x";
        for (const char c : blob.bytes) {
            const auto byte = static_cast<unsigned char>(c);
            out += kHex[byte >> 4];
            out += kHex[byte & 15];
        }
        out += '"';
    }
};

bool is_word_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// The length of the quoted text or comment that starts here; 0 when none does.
std::size_t quoted_length(std::string_view rest) {
    if (rest.starts_with("--")) return std::min(rest.find('\n'), rest.size());
    if (!rest.starts_with('\'') && !rest.starts_with('"')) return 0;
    const auto end = rest.find(rest.front(), 1);
    return end == std::string_view::npos ? rest.size() : end + 1;
}

std::string_view word_for_postgres(std::string_view word) {
    if (word == "integer") return "bigint";
    if (word == "blob") return "bytea";
    if (word == "real") return "double precision";
    if (word == "strict") return "";
    return word;
}

}  // namespace

std::string_view array_type(ValueType type) {
    switch (type) {
        case ValueType::integer:
            return "bigint[]";
        case ValueType::real:
            return "double precision[]";
        case ValueType::text:
            return "text[]";
        case ValueType::blob:
            return "bytea[]";
    }
    return {};
}

Encoded::Encoded(std::span<const Value> values)
    : kept_(values.size()), pointers_(values.size()), lengths_(values.size()), formats_(values.size()) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Value& value = values[i];
        if (std::holds_alternative<std::monostate>(value)) continue;
        if (const auto* number = std::get_if<std::int64_t>(&value)) kept_[i] = digits_of(*number);
        if (const auto* number = std::get_if<double>(&value)) kept_[i] = digits_of(*number);
        if (const auto* text = std::get_if<std::string_view>(&value)) kept_[i] = *text;
        if (const auto* blob = std::get_if<BlobView>(&value)) {
            kept_[i] = blob->bytes;
            formats_[i] = 1;
        }
        pointers_[i] = kept_[i].c_str();
        lengths_[i] = static_cast<int>(kept_[i].size());
    }
}

std::string bytes_of_hex(std::string_view hex) {
    if (!hex.starts_with("\\x") || hex.size() % 2 != 0) throw Fault{"PostgreSQL: not a bytea in hexadecimal"};
    std::string bytes;
    for (std::size_t i = 2; i < hex.size(); i += 2)
        bytes += static_cast<char>(nibble(hex[i]) * 16 + nibble(hex[i + 1]));
    return bytes;
}

std::string array_literal(std::span<const Value> rows, std::size_t width, std::size_t column) {
    std::string out = "{";
    for (std::size_t i = column; i < rows.size(); i += width) {
        if (i != column) out += ',';
        std::visit(ElementWriter{out}, rows[i]);
    }
    return out + "}";
}

std::string batch_sql(const Statement& batch) {
    const std::string sql = batch.postgres_sql();
    const auto begin = sql.find("values (");
    const auto end = begin == std::string::npos ? begin : sql.find(')', begin);
    if (end == std::string::npos) throw Fault{"a batch has no `values ($1, ...)`: " + sql};
    std::string arrays;
    int number = 0;
    for (const ValueType type : batch.parameters()) {
        if (number > 0) arrays += ", ";
        arrays += "$" + std::to_string(++number) + "::" + std::string{array_type(type)};
    }
    return sql.substr(0, begin) + "select * from unnest(" + arrays + ")" + sql.substr(end + 1);
}

std::string postgres_definitions(std::string_view rest) {
    std::string out;
    while (!rest.empty()) {
        std::size_t length = quoted_length(rest);
        if (length > 0) {
            out += rest.substr(0, length);
        } else if (is_word_character(rest.front())) {
            while (length < rest.size() && is_word_character(rest[length])) ++length;
            out += word_for_postgres(rest.substr(0, length));
        } else {
            length = 1;
            out += rest.front();
        }
        rest.remove_prefix(length);
    }
    return out;
}

}  // namespace db
