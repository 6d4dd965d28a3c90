// features/pictures/posters.h - the pictures of the demo: posters drawn by this program, so that they are nobody
// else's.
#pragma once
#include <string>

namespace pictures {

inline constexpr int kPosterWidth = 1800;  // pixels
inline constexpr int kPosterHeight = 1200;

// A crowd with placards before a public library at dusk.
std::string draw_library();
// A harbour with a lighthouse in the morning, small boats, gulls.
std::string draw_harbour();
// A lit bus at its stop by night, between snow banks, two people waiting.
std::string draw_night_bus();
// A glass of water under a tap, before tiles.
std::string draw_tap();
// Tally marks, four strokes and one across, in rows of colour.
std::string draw_tally();

// Each as PNG, the same bytes every time on one machine.

}  // namespace pictures
