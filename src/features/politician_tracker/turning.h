// features/politician_tracker/turning.h - long lists are shown a page at a time, and searched. Pure.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "features/politician_tracker/politician.h"

namespace politician_tracker {

inline constexpr std::size_t kOnOnePage = 200;

// Which page is shown, numbered from 0, of how many.
struct Position {
    std::size_t page = 0, pages = 1;
};

// Keeps those of the page that was asked for; a page behind the last is the last.
template <class Row>
Position turn_to(std::vector<Row>& rows, std::int64_t wanted) {
    const std::size_t pages = std::max<std::size_t>(1, (rows.size() + kOnOnePage - 1) / kOnOnePage);
    const std::size_t page = std::min(static_cast<std::size_t>(std::max<std::int64_t>(0, wanted)), pages - 1);
    const auto first = rows.begin() + static_cast<std::ptrdiff_t>(page * kOnOnePage);
    const auto last = rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), (page + 1) * kOnOnePage));
    rows = std::vector<Row>(std::move_iterator{first}, std::move_iterator{last});
    return {page, pages};
}

// Whether the words stand in the name, the place or the party, whatever their case and accents. No words: yes.
inline bool matches(const PoliticianFacts& facts, std::string_view words) {
    const std::string sought = base::fold_name(words);
    const auto holds = [&](const std::string& text) { return base::fold_name(text).contains(sought); };
    return holds(facts.name) || holds(facts.place) || holds(facts.party);
}

}  // namespace politician_tracker
