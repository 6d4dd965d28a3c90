// models/ridings/boundary_index.h - in which ridings a point lies. Never changes once it is made; safe from all
// threads.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "models/ridings/shape.h"

namespace ridings {

// A tree of boxes (GEOS's STRtree), and in each box a polygon whose edges are sorted (a prepared geometry). GEOS makes
// both at the first question; they are asked once while the index is made, and nothing in them changes afterwards.
class BoundaryIndex {
public:
    // Copies what it needs. Shapes without a fault only (fault_of).
    explicit BoundaryIndex(std::span<const NamedShape> shapes);
    ~BoundaryIndex();
    BoundaryIndex(const BoundaryIndex&) = delete;
    BoundaryIndex& operator=(const BoundaryIndex&) = delete;

    // The keys of the shapes that hold this point, in growing order: inside, or on a border. A point on the border of
    // two ridings is in both.
    std::vector<std::int64_t> holding(GeoPoint point) const;

    std::size_t size() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace ridings
