// platform/db/statement.h - SQL texts as typed objects. Each stands at namespace scope of a store.cpp, enters itself
// in the list of all statements while the program starts, and is prepared on every connection when that is opened:
// a wrong text stops the start, and none can be forgotten.
//
//     const db::Query<Petition(std::string_view)> kFindBySlug{
//         "select id, slug, closes_at from petition where slug = $1",
//         db::columns<Petition, PetitionId, std::string, base::Instant>};
//
// Texts are written once for SQLite and PostgreSQL, with $1..$n; what the databases do not share is not used. The few
// things that each does in its own way, full-text search, have a text for each: Texts, with the same parameters and
// columns in both.
#pragma once
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include "platform/db/value.h"

namespace db {

// query reads; command changes; batch changes, once for each of many rows.
enum class StatementKind : unsigned char { query, command, batch };

// One statement in the words of each database.
struct Texts {
    const char* sqlite;
    const char* postgres;
};

class Statement {
public:
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    const char* sql() const { return texts_.sqlite; }  // for SQLite, which is nearly always that for both
    const char* postgres_sql() const { return texts_.postgres; }
    StatementKind kind() const { return kind_; }
    std::span<const ValueType> parameters() const { return parameters_; }
    std::size_t index() const { return index_; }  // position in all()

    // How often it ran in this process, a batch counted once; for tests that hold pages to their promises.
    std::uint64_t runs() const { return runs_.load(std::memory_order_relaxed); }
    void count_run() const { runs_.fetch_add(1, std::memory_order_relaxed); }

    // Every statement of the program. Complete once main() has begun.
    static std::span<const Statement* const> all();

protected:
    Statement(Texts texts, StatementKind kind, std::span<const ValueType> parameters);
    ~Statement() = default;

private:
    Texts texts_;
    StatementKind kind_;
    std::span<const ValueType> parameters_;
    std::size_t index_;
    mutable std::atomic<std::uint64_t> runs_ = 0;
};

namespace detail {
template <class... Args>
inline constexpr std::array<ValueType, sizeof...(Args)> kTypes{Codec<std::remove_cvref_t<Args>>::kType...};
}  // namespace detail

// Reads a row into T{first column as A, second as B, ...}.
template <class T, class... Columns>
T columns(const Row& row) {
    return [&row]<std::size_t... I>(std::index_sequence<I...>) {
        return T{row.as<Columns>(static_cast<int>(I))...};
    }(std::index_sequence_for<Columns...>{});
}

// Query<R(Args...)>: reads; gives rows of R; $1.. have the types Args.
template <class Signature>
class Query;
template <class R, class... Args>
class Query<R(Args...)> : public Statement {
public:
    Query(const char* sql, R (*read)(const Row&)) : Query(Texts{sql, sql}, read) {}
    Query(Texts texts, R (*read)(const Row&))
        : Statement(texts, StatementKind::query, detail::kTypes<Args...>), read_(read) {}
    R read(const Row& row) const { return read_(row); }

private:
    R (*read_)(const Row&);
};

// Command<void(Args...)>: changes rows. Command<R(Args...)>: changes rows and returns some ("returning").
template <class Signature>
class Command;
template <class... Args>
class Command<void(Args...)> : public Statement {
public:
    explicit Command(const char* sql) : Statement({sql, sql}, StatementKind::command, detail::kTypes<Args...>) {}
};
template <class R, class... Args>
    requires(!std::is_void_v<R>)
class Command<R(Args...)> : public Statement {
public:
    Command(const char* sql, R (*read)(const Row&))
        : Statement({sql, sql}, StatementKind::command, detail::kTypes<Args...>), read_(read) {}
    R read(const Row& row) const { return read_(row); }

private:
    R (*read_)(const Row&);
};

// BatchCommand<R(Args...)>: one insert for many rows at once. The text holds exactly one `values ($1, ..., $n)`, all
// parameters in order; on PostgreSQL that part becomes `select * from unnest(...)` and the batch one statement, on
// SQLite the statement runs once for each row. R (or void) is what "returning" gives, in no promised order.
template <class Signature>
class BatchCommand;
template <class... Args>
class BatchCommand<void(Args...)> : public Statement {
public:
    explicit BatchCommand(const char* sql) : Statement({sql, sql}, StatementKind::batch, detail::kTypes<Args...>) {}
};
template <class R, class... Args>
    requires(!std::is_void_v<R>)
class BatchCommand<R(Args...)> : public Statement {
public:
    BatchCommand(const char* sql, R (*read)(const Row&))
        : Statement({sql, sql}, StatementKind::batch, detail::kTypes<Args...>), read_(read) {}
    R read(const Row& row) const { return read_(row); }

private:
    R (*read_)(const Row&);
};

}  // namespace db
