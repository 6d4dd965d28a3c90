#include "features/representatives/demo_boundaries.h"

#include <array>
#include <cmath>
#include <numbers>

#include "base/check.h"

namespace representatives {
namespace {

using ridings::Degrees;

constexpr std::size_t kColumns = 3, kRows = 2;
constexpr int kSteps = 24;  // of each side
constexpr double kWest = -114.25, kSouth = 50.98, kWidth = 0.1167, kHeight = 0.085, kWave = 0.009;
// From the south-west, row by row.
constexpr std::array<std::string_view, kColumns * kRows> kCodes{"48013", "48004", "48007", "48011", "48009", "48014"};

struct Corner {
    std::size_t column, row;
};

Degrees place_of(Corner corner) {
    return {kWest + static_cast<double>(corner.column) * kWidth, kSouth + static_cast<double>(corner.row) * kHeight};
}

// A point of the side from one corner to its neighbour in the north or east: it waves between them, and is the same
// whichever riding asks.
Degrees on_side(Corner from, Corner to, int step) {
    const double t = static_cast<double>(step) / kSteps;
    const Degrees first = place_of(from), last = place_of(to);
    const auto seed = static_cast<double>(from.column * 7 + from.row * 13 + to.column * 3);
    const double off = kWave * std::sin(std::numbers::pi * t) * std::sin(9 * t + seed);
    const double along = last.longitude - first.longitude, up = last.latitude - first.latitude;
    return {first.longitude + t * along + (up > 0 ? off : 0), first.latitude + t * up + (along > 0 ? off : 0)};
}

void add(ridings::Ring& ring, const Degrees& at) {
    const auto point = ridings::point_of(at);
    CHECK(static_cast<bool>(point));
    ring.push_back(*point);
}

ridings::Ring ring_of(Corner south_west) {
    const auto [column, row] = south_west;
    const Corner south_east{column + 1, row}, north_east{column + 1, row + 1}, north_west{column, row + 1};
    ridings::Ring ring;
    for (int i = 0; i < kSteps; ++i) add(ring, on_side(south_west, south_east, i));
    for (int i = 0; i < kSteps; ++i) add(ring, on_side(south_east, north_east, i));
    for (int i = kSteps; i > 0; --i) add(ring, on_side(north_west, north_east, i));
    for (int i = kSteps; i > 0; --i) add(ring, on_side(south_west, north_west, i));
    ring.push_back(ring.front());
    return ring;
}

}  // namespace

std::vector<InventedBoundary> invented_boundaries() {
    std::vector<InventedBoundary> boundaries;
    for (std::size_t i = 0; i < kCodes.size(); ++i)
        boundaries.push_back({kCodes.at(i), {{ring_of({i % kColumns, i / kColumns})}}});
    return boundaries;
}

}  // namespace representatives
