// features/newsroom/listing_store.h - the rows that lists of the public are read from, and their counts by month. The
// other stores of this slice keep them in step; nobody else includes this.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "features/newsroom/item.h"
#include "features/newsroom/store.h"
#include "platform/db/transaction.h"

namespace newsroom::store {

// Days in columns that are never null: those of undated items lie before all others.
inline constexpr std::int64_t kUndated = -1'000'000;
inline constexpr std::int64_t kUndatedMonth = -1;

inline std::int64_t number_of(Day day) { return day.time_since_epoch().count(); }
inline std::int64_t shown_number(std::optional<Day> day) { return day ? number_of(*day) : kUndated; }
inline std::optional<Day> shown_day(std::int64_t number) {
    if (number == kUndated) return std::nullopt;
    return Day{std::chrono::days{number}};
}
inline std::optional<Day> day_or_none(std::optional<std::int64_t> number) {
    if (!number) return std::nullopt;
    return Day{std::chrono::days{*number}};
}
inline std::optional<std::int64_t> number_or_none(std::optional<Day> day) {
    if (!day) return std::nullopt;
    return number_of(*day);
}

// The month of a row, as news_month numbers it.
std::int64_t month_number(std::int64_t shown);

// A row of one list.
struct ListingRow {
    ListKind kind;
    std::int64_t list;
    base::Locale locale;
    std::int64_t shown_day;
    ItemId item;
};

// Enters rows of items that stand in no list yet, and counts them.
void enter(db::Write& write, std::span<const ListingRow> rows);

// Takes the item out of all its lists, then enters it in those where it belongs now: none when it is not public.
void list_again(db::Write& write, ItemId item);

}  // namespace newsroom::store
