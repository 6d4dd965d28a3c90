// features/representatives/demo_boundaries.h - outlines of six ridings, INVENTED for the demo: neighbours share their
// wavy borders, as real ones do.
#pragma once
#include <string_view>
#include <vector>

#include "models/ridings/shape.h"

namespace representatives {

struct InventedBoundary {
    std::string_view code;  // of the federal riding
    ridings::Shape shape;
};
std::vector<InventedBoundary> invented_boundaries();

}  // namespace representatives
