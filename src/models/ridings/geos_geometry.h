// models/ridings/geos_geometry.h - the little of GEOS that ridings use, with owners. Only shape.cpp and
// boundary_index.cpp include it.
#pragma once
#include <memory>
#include <vector>

#include <geos_c.h>

#include "models/ridings/shape.h"

namespace ridings::geos {

// The context of this thread; its messages go nowhere, since every call says by its value whether it failed.
GEOSContextHandle_t context();

struct Deleter {
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context(), geometry); }
    void operator()(const GEOSPreparedGeometry* prepared) const { GEOSPreparedGeom_destroy_r(context(), prepared); }
    void operator()(GEOSSTRtree* tree) const { GEOSSTRtree_destroy_r(context(), tree); }
};
using Geometry = std::unique_ptr<GEOSGeometry, Deleter>;
using Prepared = std::unique_ptr<const GEOSPreparedGeometry, Deleter>;
using Tree = std::unique_ptr<GEOSSTRtree, Deleter>;

// Coordinates one behind the other: x, y, x, y.
using Coordinates = std::vector<double>;
using PlanarPolygon = std::vector<Coordinates>;  // ring by ring

// nullptr where a ring is none: too short, or not closed.
Geometry multipolygon(const std::vector<PlanarPolygon>& polygons);

// In degrees.
std::vector<PlanarPolygon> planar(const Shape& shape);

}  // namespace ridings::geos
