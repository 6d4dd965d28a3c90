// models/jobs_lost/grid.h - a rectangle of numbers, row by row.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace jobs_lost {

struct Cell {
    std::size_t row, column;
};

struct Size {
    std::size_t rows, columns;
};

class Grid {
public:
    Grid() = default;
    explicit Grid(Size size) : size_(size), cells_(size.rows * size.columns, 0.0) {}

    std::size_t rows() const { return size_.rows; }
    std::size_t columns() const { return size_.columns; }
    double operator[](Cell cell) const { return cells_[cell.row * size_.columns + cell.column]; }
    double& operator[](Cell cell) { return cells_[cell.row * size_.columns + cell.column]; }
    std::span<const double> row(std::size_t row) const { return {cells_.data() + row * size_.columns, size_.columns}; }
    // All cells, row by row.
    const double* data() const { return cells_.data(); }

private:
    Size size_{0, 0};
    std::vector<double> cells_{};
};

}  // namespace jobs_lost
