// models/mosaic/pyramid.h - the deep-zoom pyramid of a mosaic: the whole in pixels on the highest level, half as wide
// and high on each level below, down to one pixel on level 0; each level cut into tiles (Microsoft's Deep Zoom: levels,
// columns and rows count from 0).
//
// A cell of the mosaic divides a tile on every level, so that it lies in exactly one tile of each.
#pragma once
#include <vector>

#include "models/mosaic/placing.h"

namespace mosaic {

inline constexpr int kCellSide = 128;  // pixels on the highest level
inline constexpr int kTileSide = 256;  // pixels, fewer at the right and lower edge

struct Tile {
    int level = 0, column = 0, row = 0;
    auto operator<=>(const Tile&) const = default;
};

struct Box {
    int left = 0, top = 0, width = 0, height = 0;
    bool operator==(const Box&) const = default;
};

// A cell as it lies in a tile of the highest level.
struct CellPlace {
    int cell;
    Box box;
};
// A tile of the level above (twice as fine) as it lies in one.
struct ChildPlace {
    Tile tile;
    Box box;
};

class Pyramid {
public:
    explicit Pyramid(Grid grid);

    int width() const { return grid_.columns * kCellSide; }  // pixels of the highest level
    int height() const { return grid_.rows * kCellSide; }
    int highest_level() const { return highest_; }
    Box level_box(int level) const;  // left and top 0

    bool has(const Tile& tile) const;
    Box tile_box(const Tile& tile) const;  // pixels of its level
    int columns_of(int level) const;
    int rows_of(int level) const;

    // Every tile, from the highest level down, row by row.
    std::vector<Tile> tiles() const;
    // The tile of each level in which this cell lies, from the highest level down.
    std::vector<Tile> way_of(int cell) const;

    // What a tile is drawn from: cells on the highest level, on any other tiles of the next higher one.
    std::vector<CellPlace> cells_in(const Tile& tile) const;
    std::vector<ChildPlace> children_of(const Tile& tile) const;

    // Of this level: how many pixels a cell is wide, rounded down; 0 below a pixel.
    int cell_side(int level) const { return kCellSide >> (highest_ - level); }

private:
    Grid grid_;
    int highest_;
};

}  // namespace mosaic
