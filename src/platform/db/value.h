// platform/db/value.h - how our types become SQL parameters and come back as columns. One place for both databases.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "base/email_address.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/locale.h"
#include "base/money.h"

namespace db {

// Bytes that are not text.
struct Blob {
    std::string bytes;
    bool operator==(const Blob&) const = default;
};

struct BlobView {
    std::string_view bytes;
};

// The four storage types that both databases share.
enum class ValueType : unsigned char { integer, real, text, blob };

// A bound value; views live as long as the call that binds them. monostate is NULL.
using Value = std::variant<std::monostate, std::int64_t, double, std::string_view, BlobView>;

// One result row; columns are numbered from 0. Reading NULL as a plain type, or text as a number, is a Fault.
class Row {
public:
    virtual ~Row() = default;
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual std::string_view text(int column) const = 0;  // valid until the next row
    virtual std::string blob(int column) const = 0;

    // The column as one of our types; as<std::optional<T>> for columns that may be NULL.
    template <class T>
    T as(int column) const;
};

// Codec<T>: kType, how T is bound (bind) and how it is read (read).
template <class T>
struct Codec;

template <class T>
    requires std::is_integral_v<T>
struct Codec<T> {
    static constexpr ValueType kType = ValueType::integer;
    static Value bind(T value) { return static_cast<std::int64_t>(value); }
    static T read(const Row& row, int column) { return static_cast<T>(row.integer(column)); }
};

// An enumeration is stored as its number: numbers, once stored, never change their meaning.
template <class T>
    requires std::is_enum_v<T>
struct Codec<T> {
    static constexpr ValueType kType = ValueType::integer;
    static Value bind(T value) { return static_cast<std::int64_t>(value); }
    static T read(const Row& row, int column) { return static_cast<T>(row.integer(column)); }
};

template <>
struct Codec<double> {
    static constexpr ValueType kType = ValueType::real;
    static Value bind(double value) { return value; }
    static double read(const Row& row, int column) { return row.real(column); }
};

template <>
struct Codec<std::string_view> {
    static constexpr ValueType kType = ValueType::text;
    static Value bind(std::string_view value) { return value; }
};

template <>
struct Codec<std::string> {
    static constexpr ValueType kType = ValueType::text;
    static Value bind(const std::string& value) { return std::string_view{value}; }
    static std::string read(const Row& row, int column) { return std::string{row.text(column)}; }
};

template <>
struct Codec<Blob> {
    static constexpr ValueType kType = ValueType::blob;
    static Value bind(const Blob& value) { return BlobView{value.bytes}; }
    static Blob read(const Row& row, int column) { return {row.blob(column)}; }
};

template <class Tag>
struct Codec<base::Id<Tag>> {
    static constexpr ValueType kType = ValueType::integer;
    static Value bind(base::Id<Tag> id) { return id.value; }
    static base::Id<Tag> read(const Row& row, int column) { return base::Id<Tag>{row.integer(column)}; }
};

template <>
struct Codec<base::Instant> {
    static constexpr ValueType kType = ValueType::integer;
    static Value bind(base::Instant at) { return at.microseconds; }
    static base::Instant read(const Row& row, int column) { return {row.integer(column)}; }
};

template <>
struct Codec<base::Money> {
    static constexpr ValueType kType = ValueType::integer;
    static Value bind(base::Money amount) { return amount.cents(); }
    static base::Money read(const Row& row, int column) { return base::Money::from_cents(row.integer(column)); }
};

// A locale is stored as "en" or "fr"; anything else in the column is read as English.
template <>
struct Codec<base::Locale> {
    static constexpr ValueType kType = ValueType::text;
    static Value bind(base::Locale locale) { return base::code(locale); }
    static base::Locale read(const Row& row, int column) {
        return base::locale_of(row.text(column)).value_or(base::Locale::english);
    }
};

// Stored as it is sent. An address that no longer parses (an erased person's) is read by std::optional only.
template <>
struct Codec<base::EmailAddress> {
    static constexpr ValueType kType = ValueType::text;
    static Value bind(const base::EmailAddress& address) { return std::string_view{address.text()}; }
    static base::EmailAddress read(const Row& row, int column);
};

template <class T>
struct Codec<std::optional<T>> {
    static constexpr ValueType kType = Codec<T>::kType;
    static Value bind(const std::optional<T>& value) { return value ? Codec<T>::bind(*value) : Value{}; }
    static std::optional<T> read(const Row& row, int column) {
        if (row.is_null(column)) return std::nullopt;
        return Codec<T>::read(row, column);
    }
};

template <class T>
T Row::as(int column) const {
    return Codec<T>::read(*this, column);
}

}  // namespace db
