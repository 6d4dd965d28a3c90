// models/ridings/shape.h - the outline of a riding: polygons with holes, in degrees; whether it is one at all, how it
// is kept in few bytes, and how it is drawn small.
//
// GEOS does the geometry. Each thread has a context of its own, so that everything here may be called from all threads.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/result.h"

namespace ridings {

// Degrees in units of a ten-millionth (about a centimetre): WGS 84, as maps on the web have it.
struct GeoPoint {
    std::int32_t longitude, latitude;
    auto operator<=>(const GeoPoint&) const = default;
};
inline constexpr double kUnitsOfADegree = 1e7;

// A position as a file has it: longitude first, in degrees.
struct Degrees {
    double longitude, latitude;
};
// The point, or why it is none in Canada or its waters: metres of a projection, latitude written first, another
// country.
base::Result<GeoPoint, base::Message> point_of(const Degrees& degrees);
Degrees degrees_of(GeoPoint point);

// A ring ends where it began: its last point repeats the first.
using Ring = std::vector<GeoPoint>;
// The outer ring, then the holes.
using Polygon = std::vector<Ring>;
using Shape = std::vector<Polygon>;

std::size_t count_points(const Shape& shape);

// What keeps a shape from being one, and where: "45.1234567, -75.7654321"; empty where the whole is meant.
struct ShapeFault {
    base::Message why;
    std::string where;
};

// nullopt: a sound shape. Looked at in this order: nothing in it, a ring of fewer than four points, one that does not
// end where it began, rings that cross themselves or others, holes outside. A ring may touch itself in a point.
std::optional<ShapeFault> fault_of(const Shape& shape);

// In few bytes: differences from point to point in seven bits a byte. What is written is read back the same.
std::string packed(const Shape& shape);
// nullopt: these are no bytes of packed().
std::optional<Shape> unpacked(std::string_view bytes);

// One riding drawn small.
struct Outline {
    std::int64_t key;
    std::string path;  // of SVG: "M12.3 40.1L13 41.2...Z"; empty where nothing of it is large enough
};
struct OutlineMap {
    int width = 0, height = 0;  // of the box that all share; 0: nothing to draw
    std::vector<Outline> outlines{};
};
// The shapes in one box of that width, projected as Statistics Canada's maps of the country are (Lambert's conformal
// conic with the parallels 49 and 77), simplified to about a unit of the box. Islands smaller than a unit are left out
// unless the riding has nothing larger.
struct NamedShape {
    std::int64_t key;
    const Shape* shape;
};
OutlineMap outlines(const std::vector<NamedShape>& shapes, int width);

}  // namespace ridings
