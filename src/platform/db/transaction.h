// platform/db/transaction.h - what a handler holds: a Read cannot change anything, by type; a Write can.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <ranges>
#include <tuple>
#include <vector>

#include "base/check.h"
#include "base/id.h"
#include "base/instant.h"
#include "platform/db/connection.h"

namespace db {

// A snapshot to read from. Faults are thrown as db::Fault.
class Read {
public:
    explicit Read(Connection& connection) : connection_(connection) {}
    Read(const Read&) = delete;
    Read& operator=(const Read&) = delete;

    // For statements whose parameters are written in the database's own language (Texts).
    Location::Kind kind() const { return connection_.kind(); }

    // The first row, or nullopt.
    template <class R, class... Args>
    std::optional<R> one(const Query<R(Args...)>& query, const std::type_identity_t<Args>&... args) {
        std::optional<R> found;
        each(
            query,
            [&found](R row) {
                if (!found) found.emplace(std::move(row));
            },
            args...);
        return found;
    }

    // Every row, in the order of the query.
    template <class R, class... Args>
    std::vector<R> all(const Query<R(Args...)>& query, const std::type_identity_t<Args>&... args) {
        std::vector<R> rows;
        each(query, [&rows](R row) { rows.push_back(std::move(row)); }, args...);
        return rows;
    }

    // Shows every row to visit(R), one at a time: for exports that must not fill the memory.
    template <class R, class... Args, class Visit>
    void each(const Query<R(Args...)>& query, Visit&& visit, const std::type_identity_t<Args>&... args) {
        const std::array<Value, sizeof...(Args)> values{Codec<std::remove_cvref_t<Args>>::bind(args)...};
        connection_.run(query, values, [&](const Row& row) { visit(query.read(row)); });
    }

protected:
    Connection& connection_;
};

// Makes identities that grow with time, so that new rows go to the end of every index: microseconds since 2025 and
// this process's writer number. Never gives the same one twice within a writer, even when the clock goes back.
class IdSource {
public:
    IdSource() = default;
    explicit IdSource(int writer) { use_number(writer); }

    // writer: 0..15, different for every writer that is at work on one database (Connection::take_writer_number).
    void use_number(int writer) {
        CHECK(writer >= 0 && writer < kWriterNumbers);
        writer_ = writer;
    }
    int writer() const { return writer_; }

    std::int64_t next(base::Instant now);

private:
    int writer_ = 0;
    std::int64_t last_ = 0;
};

// A transaction that may change rows. Everything in it is durable together, or not at all.
class Write : public Read {
public:
    Write(Connection& connection, IdSource& ids, base::Instant now) : Read(connection), ids_(ids), now_(now) {}

    // The time of this transaction: the same for all that is written in it.
    base::Instant now() const { return now_; }

    // Which writer this is, 0..15: for counters that several writers add to without waiting for each other.
    int lane() const { return ids_.writer(); }

    // A new identity for a row that is about to be inserted.
    template <class Identity>
    Identity new_id() {
        return Identity{ids_.next(now_)};
    }

    // Number of rows changed.
    template <class... Args>
    std::int64_t run(const Command<void(Args...)>& command, const std::type_identity_t<Args>&... args) {
        const std::array<Value, sizeof...(Args)> values{Codec<std::remove_cvref_t<Args>>::bind(args)...};
        return connection_.run(command, values, [](const Row&) {});
    }

    // The first row that the command returned, or nullopt when it changed none.
    template <class R, class... Args>
        requires(!std::is_void_v<R>)
    std::optional<R> run(const Command<R(Args...)>& command, const std::type_identity_t<Args>&... args) {
        const std::array<Value, sizeof...(Args)> values{Codec<std::remove_cvref_t<Args>>::bind(args)...};
        std::optional<R> found;
        connection_.run(command, values, [&](const Row& row) {
            if (!found) found.emplace(command.read(row));
        });
        return found;
    }

    // Every row that the command returned.
    template <class R, class... Args>
        requires(!std::is_void_v<R>)
    std::vector<R> run_all(const Command<R(Args...)>& command, const std::type_identity_t<Args>&... args) {
        const std::array<Value, sizeof...(Args)> values{Codec<std::remove_cvref_t<Args>>::bind(args)...};
        std::vector<R> rows;
        connection_.run(command, values, [&](const Row& row) { rows.push_back(command.read(row)); });
        return rows;
    }

    // Runs the batch for every item; columns_of(item) gives a tuple of the parameters, texts by
    // reference into the item (std::tie, std::forward_as_tuple).
    // Returns the number of rows changed.
    template <class... Args, std::ranges::sized_range Items, class ColumnsOf>
    std::int64_t run_batch(const BatchCommand<void(Args...)>& batch, const Items& items, ColumnsOf&& columns_of) {
        if (std::ranges::empty(items)) return 0;
        const auto values = flatten<Args...>(items, columns_of);
        return connection_.run_batch(batch, values, [](const Row&) {});
    }

    // The same for a batch with "returning": the rows it gave.
    template <class R, class... Args, std::ranges::sized_range Items, class ColumnsOf>
        requires(!std::is_void_v<R>)
    std::vector<R> run_batch(const BatchCommand<R(Args...)>& batch, const Items& items, ColumnsOf&& columns_of) {
        std::vector<R> rows;
        if (std::ranges::empty(items)) return rows;
        const auto values = flatten<Args...>(items, columns_of);
        connection_.run_batch(batch, values, [&](const Row& row) { rows.push_back(batch.read(row)); });
        return rows;
    }

private:
    // A text must be a view of, or a reference into, the item: what a tuple holds by value is gone before it is used.
    template <class Arg, class Element>
    static constexpr bool kOutlivesTheCall =
        Codec<Arg>::kType == ValueType::integer || Codec<Arg>::kType == ValueType::real ||
        std::is_reference_v<Element> || std::is_same_v<Element, std::string_view>;

    template <class... Args, class Items, class ColumnsOf>
    static std::vector<Value> flatten(const Items& items, ColumnsOf& columns_of) {
        std::vector<Value> values;
        values.reserve(std::ranges::size(items) * sizeof...(Args));
        for (const auto& item : items) append_row<Args...>(values, columns_of(item));
        return values;
    }

    template <class... Args, class... Elements>
    static void append_row(std::vector<Value>& values, const std::tuple<Elements...>& row) {
        static_assert(sizeof...(Args) == sizeof...(Elements), "as many columns as the batch has parameters");
        static_assert((kOutlivesTheCall<Args, Elements> && ...), "text columns must refer into the item");
        std::apply([&](const auto&... elements) { (values.push_back(Codec<Args>::bind(elements)), ...); }, row);
    }

    IdSource& ids_;
    base::Instant now_;
};

}  // namespace db
