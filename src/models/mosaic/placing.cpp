#include "models/mosaic/placing.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <random>

#include "base/check.h"

namespace mosaic {
namespace {

constexpr std::size_t kQuarters = 4;
constexpr int kTriesForEachPhoto = 40;

Quarters mean_of(std::span<const Quarters> photos) {
    Quarters mean{};
    for (const auto& photo : photos)
        for (std::size_t i = 0; i < kQuarters; ++i) {
            mean[i].lightness += photo[i].lightness;
            mean[i].a += photo[i].a;
            mean[i].b += photo[i].b;
        }
    for (auto& [lightness, a, b] : mean) {
        const auto count = static_cast<float>(photos.size());
        lightness /= count;
        a /= count;
        b /= count;
    }
    return mean;
}

// The photos that suit few cells first.
std::vector<std::size_t> unusual_first(std::span<const Quarters> photos) {
    std::vector<std::size_t> order(photos.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (photos.empty()) return order;
    const auto mean = mean_of(photos);
    std::vector<float> distance;
    for (const auto& photo : photos) distance.push_back(unlikeness(photo, mean));
    std::ranges::sort(order, [&](std::size_t one, std::size_t other) {
        return distance[one] != distance[other] ? distance[one] > distance[other] : one < other;
    });
    return order;
}

}  // namespace

float unlikeness(const Quarters& one, const Quarters& other) {
    float sum = 0;
    for (std::size_t i = 0; i < kQuarters; ++i) sum += squared_difference(one[i], other[i]);
    return sum / kQuarters;
}

Board::Board(Grid grid, std::vector<Quarters> target)
    : grid_(grid), target_(std::move(target)), photos_(target_.size()), free_(grid.cells()) {
    CHECK(grid.columns > 0 && grid.rows > 0 && target_.size() == static_cast<std::size_t>(grid.cells()));
}

float Board::likeness_to_neighbours(int cell, const Quarters& photo) const {
    const int column = cell % grid_.columns;
    const int row = cell / grid_.columns;
    float likeness = 0;
    for (int y = std::max(0, row - 1); y <= std::min(grid_.rows - 1, row + 1); ++y)
        for (int x = std::max(0, column - 1); x <= std::min(grid_.columns - 1, column + 1); ++x) {
            const auto neighbour = y * grid_.columns + x;
            const auto& standing = photos_[static_cast<std::size_t>(neighbour)];
            if (neighbour == cell || !standing) continue;
            likeness += std::max(0.0F, 1 - unlikeness(photo, *standing) / kAlikeBelow);
        }
    return likeness;
}

float Board::cost(int cell, const Quarters& photo) const {
    return unlikeness(photo, target_[static_cast<std::size_t>(cell)]) + kVariety * likeness_to_neighbours(cell, photo);
}

std::optional<int> Board::best_cell(const Quarters& photo) const {
    std::optional<int> best;
    float lowest = std::numeric_limits<float>::max();
    for (int cell = 0; cell < grid_.cells(); ++cell) {
        // The neighbours only add to the cost: most cells are out before they are looked at.
        if (!is_free(cell) || unlikeness(photo, target_[static_cast<std::size_t>(cell)]) >= lowest) continue;
        const float found = cost(cell, photo);
        if (found >= lowest) continue;
        lowest = found;
        best = cell;
    }
    return best;
}

void Board::put(int cell, const Quarters& photo) {
    CHECK(is_free(cell));
    photos_[static_cast<std::size_t>(cell)] = photo;
    --free_;
}

void Board::take_away(int cell) {
    CHECK(!is_free(cell));
    photos_[static_cast<std::size_t>(cell)].reset();
    ++free_;
}

std::vector<std::optional<int>> Board::place_all(std::span<const Quarters> photos) {
    std::vector<std::optional<int>> cells(photos.size());
    for (const auto photo : unusual_first(photos)) {
        const auto cell = best_cell(photos[photo]);
        if (!cell) break;
        put(*cell, photos[photo]);
        cells[photo] = cell;
    }
    improve(photos, cells);
    return cells;
}

void Board::improve(std::span<const Quarters> photos, std::vector<std::optional<int>>& cells) {
    std::vector<std::size_t> placed;
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (cells[i]) placed.push_back(i);
    if (placed.size() < 2) return;
    std::minstd_rand random{1};  // NOLINT(cert-msc51-cpp): the same outcome each time
    const auto any = [&] { return placed[random() % placed.size()]; };
    for (std::size_t i = 0; i < placed.size() * kTriesForEachPhoto; ++i) {
        auto& one = cells[any()];
        auto& other = cells[any()];
        if (one == other) continue;
        const auto& first = photos[static_cast<std::size_t>(&one - cells.data())];
        const auto& second = photos[static_cast<std::size_t>(&other - cells.data())];
        take_away(*one);
        take_away(*other);
        const bool is_better = cost(*other, first) + cost(*one, second) < cost(*one, first) + cost(*other, second);
        if (is_better) std::swap(one, other);
        put(*one, first);
        put(*other, second);
    }
}

}  // namespace mosaic
