// platform/foreign_news/listing_ranges.h - which blocks belong to which date, for listing.cpp. Pure.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "platform/foreign_news/document.h"
#include "platform/foreign_news/oddity.h"

namespace foreign_news {

struct ItemRange {
    std::optional<std::size_t> date{};  // its block; absent: a text without a date
    std::size_t begin = 0, end = 0;     // its blocks
    bool is_last_of_flat = false;       // nothing but the end of the page bounds it
};

struct ListRanges {
    std::vector<ItemRange> items{};  // in the order of the page
    std::size_t begin = 0, end = 0;  // of the whole list
};

// The document is prepared (listing_dates.h).
ListRanges ranges_of(const Document& document, std::vector<Oddity>& oddities);

}  // namespace foreign_news
