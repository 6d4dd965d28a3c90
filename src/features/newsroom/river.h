// features/newsroom/river.h - items of one list, or of several lists flowing together, newest first.
//
// A level shows its own news and those of the levels above it: several lists, one order.
#pragma once
#include <optional>
#include <vector>

#include "features/newsroom/store.h"

namespace newsroom {

// The lists share their language; no item stands in two of them.
using Lists = std::vector<store::List>;

// As store::ListPage asks for it, of all lists together.
struct RiverPage {
    std::optional<store::Position> after{};
    std::optional<Days> days{};
    std::int64_t limit = 20;
};

// The order of all lists: the newest day first, undated ones last, within a day the youngest row first.
bool stands_before(const store::Position& left, const store::Position& right);

std::vector<store::Headline> page(db::Read& read, const Lists& lists, const RiverPage& page);
// Those in front of page.after that are nearest to it, in the order of the lists.
std::vector<store::Headline> page_before(db::Read& read, const Lists& lists, const RiverPage& page);
std::vector<store::Headline> undated(db::Read& read, const Lists& lists, std::int64_t limit);
// Of all lists; a month may come several times.
std::vector<store::MonthCount> months(db::Read& read, const Lists& lists);

}  // namespace newsroom
