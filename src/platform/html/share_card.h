// platform/html/share_card.h - the picture that shows where a page is shared (Open Graph): 1200 x 630, PNG.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace html {

inline constexpr int kShareCardWidth = 1200;  // pixels
inline constexpr int kShareCardHeight = 630;

struct ShareCard {
    std::string headline;      // a few words, as large as they fit: "The Equality Pledge"
    std::string line{};        // what makes one want to join: "More than 48,000 people have signed"; may be empty;
                               // a long one takes two smaller lines
    std::string organisation;  // whose campaign it is
    int accent = 1;            // the level's colour, 1 to 6
    bool operator==(const ShareCard&) const = default;
};

// Draws the card: white or black words on the accent colour, in the product's own headline font where the build made
// it, else in a sans of the system. The same card gives the same bytes on the same machine. About 50 ms; any thread.
[[nodiscard]] std::string draw_share_card(const ShareCard& card);

// The same from memory, where the last 64 cards are kept. Give lines that change seldom: a rounded count.
[[nodiscard]] std::shared_ptr<const std::string> share_card(const ShareCard& card);

// 48,213 -> 48,000: two leading digits, the rest zero, never more than the value; below 100 as it is.
[[nodiscard]] long rounded_for_sharing(long count);

}  // namespace html
