// bench/made_up_ridings.h - a country of real-sized ridings: a grid whose borders are fractal-like lines, shared by
// both neighbours, the same at every run.
#pragma once
#include <cmath>
#include <cstdint>
#include <vector>

#include "models/ridings/shape.h"

namespace bench {

struct RidingGrid {
    std::size_t columns = 49, rows = 7;  // 343
    int halvings = 10;                   // of each border: 1,024 pieces
};

// Borders by halving a line again and again and moving the middle aside, each time less: as a function over the
// straight line whose slope stays below one, so that borders meet in corners only.
class MadeUpRidings {
public:
    explicit MadeUpRidings(const RidingGrid& grid) : grid_(grid) {}

    std::vector<ridings::Shape> all() const {
        std::vector<ridings::Shape> shapes;
        for (std::size_t row = 0; row < grid_.rows; ++row)
            for (std::size_t column = 0; column < grid_.columns; ++column) shapes.push_back({{ring_of(column, row)}});
        return shapes;
    }

private:
    static constexpr double kWest = -135, kSouth = 43, kSide = 1.6;
    static constexpr double kFirstMove = 0.12, kLess = 0.375;  // of the border's length; from one halving to the next

    enum class Way : unsigned char { east, north };

    // A number in -1..1 that depends on its arguments alone.
    static double noise(std::uint64_t border, std::uint64_t place) {
        std::uint64_t mixed = border * 0x9E3779B97F4A7C15ULL + place * 0xC2B2AE3D27D4EB4FULL;
        mixed = (mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9ULL;
        mixed ^= mixed >> 32;
        return static_cast<double>(mixed % 2'000'001) / 1'000'000 - 1;
    }

    // How far each point of the border is aside.
    std::vector<double> aside(std::uint64_t border) const {
        const std::size_t pieces = std::size_t{1} << grid_.halvings;
        std::vector<double> off(pieces + 1, 0);
        double move = kFirstMove * kSide;
        for (std::size_t step = pieces; step > 1; step /= 2, move *= kLess)
            for (std::size_t at = step / 2; at < pieces; at += step)
                off[at] = (off[at - step / 2] + off[at + step / 2]) / 2 + move * noise(border, at);
        return off;
    }

    // From a corner to its neighbour in the east or north, without the last point.
    std::vector<ridings::GeoPoint> border(std::size_t column, std::size_t row, Way way) const {
        const auto off = aside((column * 1'000 + row) * 2 + (way == Way::east ? 0 : 1));
        std::vector<ridings::GeoPoint> points;
        for (std::size_t i = 0; i < off.size(); ++i) {
            const double along = kSide * static_cast<double>(i) / static_cast<double>(off.size() - 1);
            const double x = kWest + kSide * static_cast<double>(column) + (way == Way::east ? along : off[i]);
            const double y = kSouth + kSide * static_cast<double>(row) + (way == Way::east ? off[i] : along);
            points.push_back(*ridings::point_of({x, y}));
        }
        return points;
    }

    static void append(ridings::Ring& ring, const std::vector<ridings::GeoPoint>& points) {
        ring.insert(ring.end(), points.begin(), points.end() - 1);
    }
    static std::vector<ridings::GeoPoint> turned(std::vector<ridings::GeoPoint> points) {
        return {points.rbegin(), points.rend()};
    }

    ridings::Ring ring_of(std::size_t column, std::size_t row) const {
        ridings::Ring ring;
        append(ring, border(column, row, Way::east));
        append(ring, border(column + 1, row, Way::north));
        append(ring, turned(border(column, row + 1, Way::east)));
        append(ring, turned(border(column, row, Way::north)));
        ring.push_back(ring.front());
        return ring;
    }

    RidingGrid grid_;
};

}  // namespace bench
