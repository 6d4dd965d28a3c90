// Colours as published, and where photos find their cells: each at most once, none moved by a later one, better than by
// chance.
#include "models/mosaic/placing.h"

#include <algorithm>
#include <random>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "models/mosaic/pyramid.h"

namespace {

using mosaic::Board;
using mosaic::Grid;
using mosaic::Quarters;

// Bruce Lindbloom's calculator, sRGB with D65.
TEST(Colours, are_those_of_cie_1976) {
    const auto red = mosaic::lab_of({255, 0, 0});
    EXPECT_NEAR(red.lightness, 53.24, 0.02);
    EXPECT_NEAR(red.a, 80.09, 0.05);
    EXPECT_NEAR(red.b, 67.20, 0.05);
    const auto blue = mosaic::lab_of({0, 0, 255});
    EXPECT_NEAR(blue.lightness, 32.30, 0.02);
    EXPECT_NEAR(blue.a, 79.19, 0.05);
    EXPECT_NEAR(blue.b, -107.86, 0.05);
    EXPECT_NEAR(mosaic::squared_difference(mosaic::lab_of({0, 0, 0}), mosaic::lab_of({255, 255, 255})), 10'000, 1);
}

Quarters any_quarters(std::minstd_rand& random) {
    const auto byte = [&] { return static_cast<std::uint8_t>(random() >> 8); };
    Quarters quarters;
    for (auto& quarter : quarters) quarter = mosaic::lab_of({byte(), byte(), byte()});
    return quarters;
}

std::vector<Quarters> many(std::size_t count, unsigned seed) {
    std::minstd_rand random{seed};
    std::vector<Quarters> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(any_quarters(random));
    return all;
}

struct Case {
    Grid grid;
    std::vector<Quarters> target, photos;
};
Case any_case() {
    const Grid grid{*rc::gen::inRange(1, 9), *rc::gen::inRange(1, 9)};
    const auto seed = *rc::gen::inRange(1U, 1'000'000U);
    const auto photos = static_cast<std::size_t>(*rc::gen::inRange(0, 90));
    return {grid, many(static_cast<std::size_t>(grid.cells()), seed), many(photos, seed + 1)};
}

RC_GTEST_PROP(Placing, gives_each_photo_at_most_one_cell_and_each_cell_at_most_one_photo, ()) {
    const auto [grid, target, photos] = any_case();
    Board board{grid, target};
    const auto cells = board.place_all(photos);
    std::set<int> filled;
    std::size_t placed = 0;
    for (const auto& cell : cells) {
        if (!cell) continue;
        ++placed;
        RC_ASSERT(*cell >= 0 && *cell < grid.cells());
        RC_ASSERT(!board.is_free(*cell));
        filled.insert(*cell);
    }
    RC_ASSERT(filled.size() == placed);
    RC_ASSERT(placed == std::min(photos.size(), static_cast<std::size_t>(grid.cells())));
    RC_ASSERT(board.free_cells() == grid.cells() - static_cast<int>(placed));
}

RC_GTEST_PROP(Placing, a_photo_that_goes_frees_its_cell_alone_and_one_that_comes_moves_nobody, ()) {
    const auto [grid, target, photos] = any_case();
    Board board{grid, target};
    const auto cells = board.place_all(photos);
    std::vector<bool> free_before;
    for (int cell = 0; cell < grid.cells(); ++cell) free_before.push_back(board.is_free(cell));
    const auto gone = std::ranges::find_if(cells, [](const auto& cell) { return cell.has_value(); });
    if (gone == cells.end()) return;
    board.take_away(**gone);
    free_before[static_cast<std::size_t>(**gone)] = true;
    for (int cell = 0; cell < grid.cells(); ++cell)
        RC_ASSERT(board.is_free(cell) == free_before[static_cast<std::size_t>(cell)]);
    std::minstd_rand random{7};
    const auto newcomer = any_quarters(random);
    const auto chosen = board.best_cell(newcomer);
    RC_ASSERT(chosen.has_value());
    for (int cell = 0; cell < grid.cells(); ++cell)
        RC_ASSERT(!board.is_free(cell) || board.cost(*chosen, newcomer) <= board.cost(cell, newcomer));
    board.put(*chosen, newcomer);
    free_before[static_cast<std::size_t>(*chosen)] = false;
    for (int cell = 0; cell < grid.cells(); ++cell)
        RC_ASSERT(board.is_free(cell) == free_before[static_cast<std::size_t>(cell)]);
}

TEST(Placing, suits_the_picture_far_better_than_chance) {
    const Grid grid{12, 10};
    const auto target = many(120, 5);
    const auto photos = many(120, 6);
    Board board{grid, target};
    const auto cells = board.place_all(photos);
    float placed = 0, by_chance = 0;
    for (std::size_t i = 0; i < photos.size(); ++i) {
        placed += mosaic::unlikeness(photos[i], target[static_cast<std::size_t>(*cells[i])]);
        by_chance += mosaic::unlikeness(photos[i], target[i]);
    }
    EXPECT_LT(placed, 0.6F * by_chance);
}

TEST(Placing, keeps_photos_that_are_alike_apart_where_other_cells_suit_as_well) {
    const auto grey = mosaic::lab_of({128, 128, 128});
    const Quarters plain{grey, grey, grey, grey};
    Board board{{5, 1}, std::vector<Quarters>(5, plain)};
    board.put(2, plain);
    EXPECT_EQ(board.best_cell(plain), 0);
}

TEST(Pyramid, has_every_cell_in_one_tile_of_each_level) {
    const mosaic::Pyramid pyramid{{100, 100}};
    EXPECT_EQ(pyramid.width(), 12'800);
    EXPECT_EQ(pyramid.highest_level(), 14);
    EXPECT_EQ(pyramid.level_box(13), (mosaic::Box{0, 0, 6'400, 6'400}));
    EXPECT_EQ(pyramid.level_box(0), (mosaic::Box{0, 0, 1, 1}));
    const auto way = pyramid.way_of(99 * 100 + 57);
    ASSERT_EQ(way.size(), 15U);
    EXPECT_EQ(way.front(), (mosaic::Tile{14, 28, 49}));
    EXPECT_EQ(way.back(), (mosaic::Tile{0, 0, 0}));
    const auto cells = pyramid.cells_in(way.front());
    EXPECT_EQ(std::ranges::count(cells, 9'957, &mosaic::CellPlace::cell), 1);
    for (std::size_t i = 1; i < way.size(); ++i) {
        const auto children = pyramid.children_of(way[i]);
        EXPECT_EQ(std::ranges::count(children, way[i - 1], &mosaic::ChildPlace::tile), 1) << i;
    }
}

// A level is covered by its tiles, without gaps, and each tile by its children.
TEST(Pyramid, has_no_gaps_where_lengths_are_odd) {
    const mosaic::Pyramid pyramid{{5, 3}};
    int area = 0;
    for (const auto& tile : pyramid.tiles()) {
        const auto box = pyramid.tile_box(tile);
        if (tile.level == pyramid.highest_level()) area += box.width * box.height;
        if (tile.level == pyramid.highest_level()) continue;
        int covered = 0;
        for (const auto& child : pyramid.children_of(tile)) {
            EXPECT_LE(child.box.left + child.box.width, box.width);
            EXPECT_LE(child.box.top + child.box.height, box.height);
            covered += child.box.width * child.box.height;
        }
        EXPECT_EQ(covered, box.width * box.height) << tile.level;
    }
    EXPECT_EQ(area, 640 * 384);
}

}  // namespace
