#include "models/ridings/geos_geometry.h"

#include <new>
#include <utility>

namespace ridings::geos {
namespace {

class Context {
public:
    Context() : handle_(GEOS_init_r()) {
        if (handle_ == nullptr) throw std::bad_alloc{};
    }
    ~Context() { GEOS_finish_r(handle_); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    GEOSContextHandle_t handle() const { return handle_; }

private:
    GEOSContextHandle_t handle_;
};

Geometry ring_of(const Coordinates& coordinates) {
    auto* const points = GEOSCoordSeq_copyFromBuffer_r(context(), coordinates.data(),
                                                       static_cast<unsigned>(coordinates.size() / 2), 0, 0);
    if (points == nullptr) return nullptr;
    return Geometry{GEOSGeom_createLinearRing_r(context(), points)};
}

Geometry polygon_of(const PlanarPolygon& polygon) {
    std::vector<Geometry> rings;
    for (const Coordinates& each : polygon) {
        rings.push_back(ring_of(each));
        if (!rings.back()) return nullptr;
    }
    if (rings.empty()) return nullptr;
    std::vector<GEOSGeometry*> holes;
    for (std::size_t i = 1; i < rings.size(); ++i) holes.push_back(rings[i].release());
    return Geometry{GEOSGeom_createPolygon_r(context(), rings.front().release(), holes.data(),
                                             static_cast<unsigned>(holes.size()))};
}

}  // namespace

GEOSContextHandle_t context() {
    thread_local const Context own;
    return own.handle();
}

Geometry multipolygon(const std::vector<PlanarPolygon>& polygons) {
    std::vector<Geometry> parts;
    for (const PlanarPolygon& each : polygons) {
        parts.push_back(polygon_of(each));
        if (!parts.back()) return nullptr;
    }
    std::vector<GEOSGeometry*> given;
    for (Geometry& each : parts) given.push_back(each.release());
    return Geometry{
        GEOSGeom_createCollection_r(context(), GEOS_MULTIPOLYGON, given.data(), static_cast<unsigned>(given.size()))};
}

std::vector<PlanarPolygon> planar(const Shape& shape) {
    std::vector<PlanarPolygon> polygons;
    for (const Polygon& polygon : shape) {
        PlanarPolygon& rings = polygons.emplace_back();
        for (const Ring& ring : polygon) {
            Coordinates& coordinates = rings.emplace_back();
            coordinates.reserve(ring.size() * 2);
            for (const GeoPoint point : ring) {
                const Degrees at = degrees_of(point);
                coordinates.push_back(at.longitude);
                coordinates.push_back(at.latitude);
            }
        }
    }
    return polygons;
}

}  // namespace ridings::geos
