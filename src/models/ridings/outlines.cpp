// What shape.h declares about drawing: projecting, simplifying, writing paths.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numbers>

#include "models/ridings/geos_geometry.h"
#include "models/ridings/shape.h"

namespace ridings {
namespace {

constexpr double kSmallest = 1.0;   // square units of the box: what is smaller is left out
constexpr double kTolerance = 0.5;  // units of the box by which a simplified line may be off

struct Planar {
    double x, y;
};

// Snyder, Map Projections (1987), 15-1 to 15-3, on a sphere.
class Lambert {
public:
    Planar operator()(const Degrees& at) const {
        const double rho = radius(at.latitude * kRadian);
        const double theta = n_ * (at.longitude - kMeridian) * kRadian;
        return {rho * std::sin(theta), -rho * std::cos(theta)};
    }

private:
    static constexpr double kRadian = std::numbers::pi / 180, kMeridian = -91.866667;
    static constexpr double kFirst = 49 * kRadian, kSecond = 77 * kRadian;

    static double half_tangent(double phi) { return std::tan(std::numbers::pi / 4 + phi / 2); }
    double radius(double phi) const { return f_ / std::pow(half_tangent(phi), n_); }

    double n_ = std::log(std::cos(kFirst) / std::cos(kSecond)) / std::log(half_tangent(kSecond) / half_tangent(kFirst));
    double f_ = std::cos(kFirst) * std::pow(half_tangent(kFirst), n_) / n_;
};

std::vector<geos::PlanarPolygon> projected(const Shape& shape) {
    static const Lambert lambert;
    std::vector<geos::PlanarPolygon> polygons;
    for (const Polygon& polygon : shape) {
        geos::PlanarPolygon& rings = polygons.emplace_back();
        for (const Ring& ring : polygon) {
            geos::Coordinates& coordinates = rings.emplace_back();
            for (const GeoPoint point : ring) {
                const Planar at = lambert(degrees_of(point));
                // y grows downwards on a screen.
                coordinates.push_back(at.x);
                coordinates.push_back(-at.y);
            }
        }
    }
    return polygons;
}

struct Box {
    double left = std::numeric_limits<double>::infinity(), top = left, right = -left, bottom = -left;

    void hold(const geos::Coordinates& ring) {
        for (std::size_t i = 0; i + 1 < ring.size(); i += 2) {
            left = std::min(left, ring[i]);
            right = std::max(right, ring[i]);
            top = std::min(top, ring[i + 1]);
            bottom = std::max(bottom, ring[i + 1]);
        }
    }
};

void move_into(std::vector<geos::PlanarPolygon>& polygons, const Box& box, double scale) {
    for (auto& polygon : polygons)
        for (auto& ring : polygon)
            for (std::size_t i = 0; i + 1 < ring.size(); i += 2) {
                ring[i] = (ring[i] - box.left) * scale;
                ring[i + 1] = (ring[i + 1] - box.top) * scale;
            }
}

void write_number(std::string& path, double value) {
    char digits[32];
    const double rounded = std::round(value * 10) / 10;
    path.append(digits, std::to_chars(digits, digits + sizeof digits, rounded).ptr);
}

void write_ring(std::string& path, const GEOSGeometry* ring) {
    const auto* const points = GEOSGeom_getCoordSeq_r(geos::context(), ring);
    unsigned size = 0;
    if (points == nullptr || GEOSCoordSeq_getSize_r(geos::context(), points, &size) == 0) return;
    for (unsigned i = 0; i + 1 < size; ++i) {
        double x = 0, y = 0;
        GEOSCoordSeq_getXY_r(geos::context(), points, i, &x, &y);
        path += i == 0 ? 'M' : 'L';
        write_number(path, x);
        path += ' ';
        write_number(path, y);
    }
    path += 'Z';
}

double area_of(const GEOSGeometry* geometry) {
    double area = 0;
    GEOSArea_r(geos::context(), geometry, &area);
    return area;
}

std::string path_of(const GEOSGeometry* simplified) {
    std::string path;
    const int parts = GEOSGetNumGeometries_r(geos::context(), simplified);
    double largest = 0;
    for (int i = 0; i < parts; ++i)
        largest = std::max(largest, area_of(GEOSGetGeometryN_r(geos::context(), simplified, i)));
    for (int i = 0; i < parts; ++i) {
        const auto* const polygon = GEOSGetGeometryN_r(geos::context(), simplified, i);
        if (area_of(polygon) < std::min(kSmallest, largest)) continue;
        if (const auto* const shell = GEOSGetExteriorRing_r(geos::context(), polygon)) write_ring(path, shell);
        for (int hole = 0; hole < GEOSGetNumInteriorRings_r(geos::context(), polygon); ++hole)
            write_ring(path, GEOSGetInteriorRingN_r(geos::context(), polygon, hole));
    }
    return path;
}

}  // namespace

OutlineMap outlines(const std::vector<NamedShape>& shapes, int width) {
    OutlineMap map;
    std::vector<std::vector<geos::PlanarPolygon>> all;
    Box box;
    for (const NamedShape& each : shapes) {
        all.push_back(projected(*each.shape));
        for (const auto& polygon : all.back())
            for (const auto& ring : polygon) box.hold(ring);
    }
    if (!(box.right > box.left) || !(box.bottom > box.top)) return map;
    const double scale = width / (box.right - box.left);
    map.width = width;
    map.height = std::max(1, static_cast<int>(std::ceil((box.bottom - box.top) * scale)));
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        move_into(all[i], box, scale);
        const auto geometry = geos::multipolygon(all[i]);
        if (!geometry) continue;
        const geos::Geometry simplified{GEOSTopologyPreserveSimplify_r(geos::context(), geometry.get(), kTolerance)};
        if (simplified) map.outlines.push_back({shapes[i].key, path_of(simplified.get())});
        all[i] = {};
    }
    return map;
}

}  // namespace ridings
