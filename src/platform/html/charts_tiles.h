// platform/html/charts_tiles.h - Canada as equal tiles, so that small provinces count as much as large ones. Tiles can
// be links: the map is also a menu.
#pragma once

#include <string>
#include <vector>

#include "platform/html/charts.h"
#include "platform/html/layout.h"

namespace html {

inline constexpr int kTileStrengths = 4;

struct Tile {
    std::string code;    // "ON": two letters of a province or territory; the tile's place and its short name
    std::string name;    // "Ontario", read by those who do not know the letters
    std::string figure;  // "2.4"; a tile has room for six characters
    int strength = 0;    // 0: nothing to show, up to kTileStrengths: the most
    std::string url{};   // empty: no link
    Current current = Current::no;
};

struct TileMap {
    std::string label;  // of the list, for screen readers: "Jobs lost for each 1,000 jobs, by province"
    std::vector<Tile> tiles;
};

[[nodiscard]] SafeHtml tile_map(const TileMap& map);

// The strength of `value` where the largest is `most`: 1 to kTileStrengths in equal steps, 0 for nothing.
struct TileValue {
    double value, most;
};
[[nodiscard]] int tile_strength(TileValue value);

}  // namespace html
