// models/mosaic/placing.h - which photo stands where in a picture that is made of photos.
//
//     mosaic::Board board{{.columns = 100, .rows = 100}, target};
//     const auto cell = board.best_cell(photo);     // nullopt: no cell is free
//     if (cell) board.put(*cell, photo);
//
// Cells are counted row by row from the upper left, from 0.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "models/mosaic/colour.h"

namespace mosaic {

struct Grid {
    int columns = 0, rows = 0;

    int cells() const { return columns * rows; }
    bool operator==(const Grid&) const = default;
};

// The mean colours of the four quarters of a picture: upper left, upper right, lower left, lower right.
using Quarters = std::array<Lab, 4>;

// The mean of the squared differences of the quarters.
float unlikeness(const Quarters& one, const Quarters& other);

// What a cell shows as the campaign's picture, and which photos stand so far.
class Board {
public:
    // target: one for each cell.
    Board(Grid grid, std::vector<Quarters> target);

    const Grid& grid() const { return grid_; }
    bool is_free(int cell) const { return !photos_[static_cast<std::size_t>(cell)].has_value(); }
    int free_cells() const { return free_; }

    // How badly a photo would suit this cell: how unlike it is to the target there, and kVariety more for each of the
    // eight neighbours that it is exactly like; less the less they are alike, nothing from kAlikeBelow on.
    float cost(int cell, const Quarters& photo) const;

    // The free cell of the lowest cost, of equals the first. What stands is never moved.
    std::optional<int> best_cell(const Quarters& photo) const;

    void put(int cell, const Quarters& photo);  // the cell is free
    void take_away(int cell);                   // it is not

    // Places as many of the photos as there are free cells: those first that are furthest from the mean of all, which
    // suit few cells; then neighbours and others change places wherever that lowers the cost of both together, with the
    // same outcome each time. Of each photo its cell, or nullopt.
    std::vector<std::optional<int>> place_all(std::span<const Quarters> photos);

    static constexpr float kVariety = 150;     // squared difference
    static constexpr float kAlikeBelow = 100;  // squared difference: ten steps of Delta E*ab

private:
    void improve(std::span<const Quarters> photos, std::vector<std::optional<int>>& cells);
    float likeness_to_neighbours(int cell, const Quarters& photo) const;

    Grid grid_;
    std::vector<Quarters> target_;
    std::vector<std::optional<Quarters>> photos_;
    int free_;
};

}  // namespace mosaic
