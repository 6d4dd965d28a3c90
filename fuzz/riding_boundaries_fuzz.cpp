// fuzz/riding_boundaries_fuzz.cpp - any bytes as GeoJSON boundaries: troubles that are named, or sound shapes that are
// packed and read back, asked and drawn. The bytes as a packed shape, too.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "models/ridings/boundary_index.h"
#include "models/ridings/provider.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    if (const auto shape = ridings::unpacked(bytes)) CHECK(ridings::unpacked(ridings::packed(*shape)) == shape);
    const auto reading = ridings::geojson_boundaries().read(bytes);
    CHECK(!reading.is_sound() || !reading.boundaries.empty());
    for (const auto& trouble : reading.troubles) CHECK(trouble.line >= 1);
    std::vector<ridings::NamedShape> shapes;
    for (const auto& each : reading.boundaries) {
        CHECK(!each.code.empty() || !each.name.empty());
        CHECK(ridings::unpacked(ridings::packed(each.shape)) == each.shape);
        shapes.push_back({static_cast<std::int64_t>(each.line), &each.shape});
    }
    const ridings::BoundaryIndex index{shapes};
    CHECK(index.size() == shapes.size());
    for (const auto& each : reading.boundaries) {
        const auto found = index.holding(each.shape.front().front().front());
        CHECK(!found.empty());  // a corner lies on the border
    }
    const auto map = ridings::outlines(shapes, 100);
    CHECK(map.outlines.size() <= shapes.size());
    return 0;
}
