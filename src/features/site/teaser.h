// features/site/teaser.h - news teasers as staff type them into the hub's news block. Pure.
//
//     2026-11-02 The library stays open
//     /en/pages/library
//     After a winter of letters, the town found the money.
//
//     2026-10-12 Two hundred neighbours, one hall
//     ...
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"

namespace site {

struct Teaser {
    base::Instant day;  // noon UTC, which is the same day in all of Canada
    std::string title;
    std::string url;   // may be empty
    std::string text;  // plain; may be empty
    bool operator==(const Teaser&) const = default;
};

// Each teaser is a line "YYYY-MM-DD Title", then, where there is one, a line with its address (beginning with / or
// https://), then its text; an empty line parts two of them. nullopt where a first line has no day or no title.
std::optional<std::vector<Teaser>> read_teasers(std::string_view text);

}  // namespace site
