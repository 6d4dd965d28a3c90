#include "models/ridings/boundary_index.h"

#include <algorithm>
#include <new>

#include "models/ridings/geos_geometry.h"

namespace ridings {
namespace {

struct Entry {
    std::int64_t key;
    geos::Geometry geometry;
    geos::Prepared prepared;
};

constexpr std::size_t kNodeCapacity = 10;  // of the tree: what GEOS advises

geos::Geometry point_geometry(GeoPoint point) {
    const Degrees at = degrees_of(point);
    return geos::Geometry{GEOSGeom_createPointFromXY_r(geos::context(), at.longitude, at.latitude)};
}

// A point of the geometry itself: its first corner.
GeoPoint corner_of(const Shape& shape) { return shape.front().front().front(); }

}  // namespace

struct BoundaryIndex::Parts {
    std::vector<Entry> entries{};
    geos::Tree tree{};
};

BoundaryIndex::BoundaryIndex(std::span<const NamedShape> shapes) : parts_(std::make_unique<Parts>()) {
    parts_->entries.reserve(shapes.size());  // the tree points at them
    parts_->tree.reset(GEOSSTRtree_create_r(geos::context(), kNodeCapacity));
    if (!parts_->tree) throw std::bad_alloc{};
    for (const NamedShape& each : shapes) {
        auto geometry = geos::multipolygon(geos::planar(*each.shape));
        if (!geometry) continue;
        geos::Prepared prepared{GEOSPrepare_r(geos::context(), geometry.get())};
        if (!prepared) throw std::bad_alloc{};
        Entry& entry = parts_->entries.emplace_back(each.key, std::move(geometry), std::move(prepared));
        GEOSSTRtree_insert_r(geos::context(), parts_->tree.get(), entry.geometry.get(), &entry);
        // The first question about a polygon builds what later ones only read; the first of the tree likewise, below.
        const auto corner = point_geometry(corner_of(*each.shape));
        GEOSPreparedIntersects_r(geos::context(), entry.prepared.get(), corner.get());
    }
    if (!shapes.empty()) static_cast<void>(holding(corner_of(*shapes.front().shape)));
}

BoundaryIndex::~BoundaryIndex() = default;

std::vector<std::int64_t> BoundaryIndex::holding(GeoPoint point) const {
    if (parts_->entries.empty()) return {};
    struct Search {
        const GEOSGeometry* point;
        std::vector<std::int64_t> keys{};
    };
    const auto geometry = point_geometry(point);
    if (!geometry) throw std::bad_alloc{};
    Search search{geometry.get()};
    const auto visit = [](void* item, void* data) {
        const auto& entry = *static_cast<const Entry*>(item);
        auto& into = *static_cast<Search*>(data);
        if (GEOSPreparedIntersects_r(geos::context(), entry.prepared.get(), into.point) == 1)
            into.keys.push_back(entry.key);
    };
    GEOSSTRtree_query_r(geos::context(), parts_->tree.get(), geometry.get(), visit, &search);
    std::ranges::sort(search.keys);
    return std::move(search.keys);
}

std::size_t BoundaryIndex::size() const { return parts_->entries.size(); }

}  // namespace ridings
