#include "models/mosaic/pyramid.h"

#include <algorithm>
#include <bit>

#include "base/check.h"

namespace mosaic {
namespace {

// What is left of a length after so many halvings, each rounded up.
int halved(int length, int times) { return (length + (1 << times) - 1) >> times; }

int tiles_in(int length) { return (length + kTileSide - 1) / kTileSide; }

}  // namespace

Pyramid::Pyramid(Grid grid) : grid_(grid), highest_(0) {
    CHECK(grid.columns > 0 && grid.rows > 0);
    const auto longest = static_cast<unsigned>(std::max(width(), height()));
    highest_ = std::bit_width(longest - 1);
}

Box Pyramid::level_box(int level) const {
    return {0, 0, halved(width(), highest_ - level), halved(height(), highest_ - level)};
}

int Pyramid::columns_of(int level) const { return tiles_in(level_box(level).width); }
int Pyramid::rows_of(int level) const { return tiles_in(level_box(level).height); }

bool Pyramid::has(const Tile& tile) const {
    return tile.level >= 0 && tile.level <= highest_ && tile.column >= 0 && tile.column < columns_of(tile.level) &&
           tile.row >= 0 && tile.row < rows_of(tile.level);
}

Box Pyramid::tile_box(const Tile& tile) const {
    const auto whole = level_box(tile.level);
    const int left = tile.column * kTileSide;
    const int top = tile.row * kTileSide;
    return {left, top, std::min(kTileSide, whole.width - left), std::min(kTileSide, whole.height - top)};
}

std::vector<Tile> Pyramid::tiles() const {
    std::vector<Tile> tiles;
    for (int level = highest_; level >= 0; --level)
        for (int row = 0; row < rows_of(level); ++row)
            for (int column = 0; column < columns_of(level); ++column) tiles.push_back({level, column, row});
    return tiles;
}

std::vector<Tile> Pyramid::way_of(int cell) const {
    std::vector<Tile> way;
    const int left = cell % grid_.columns * kCellSide;
    const int top = cell / grid_.columns * kCellSide;
    for (int level = highest_; level >= 0; --level) {
        const int times = highest_ - level;
        way.push_back({level, (left >> times) / kTileSide, (top >> times) / kTileSide});
    }
    return way;
}

std::vector<CellPlace> Pyramid::cells_in(const Tile& tile) const {
    const auto box = tile_box(tile);
    std::vector<CellPlace> cells;
    for (int y = 0; y < box.height; y += kCellSide)
        for (int x = 0; x < box.width; x += kCellSide) {
            const int cell = (box.top + y) / kCellSide * grid_.columns + (box.left + x) / kCellSide;
            cells.push_back({cell, {x, y, kCellSide, kCellSide}});
        }
    return cells;
}

std::vector<ChildPlace> Pyramid::children_of(const Tile& tile) const {
    std::vector<ChildPlace> children;
    for (const int down : {0, 1})
        for (const int across : {0, 1}) {
            const Tile child{tile.level + 1, tile.column * 2 + across, tile.row * 2 + down};
            if (!has(child)) continue;
            const auto box = tile_box(child);
            const int half = kTileSide / 2;
            children.push_back({child, {across * half, down * half, halved(box.width, 1), halved(box.height, 1)}});
        }
    return children;
}

}  // namespace mosaic
