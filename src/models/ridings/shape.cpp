#include "models/ridings/shape.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "models/ridings/geos_geometry.h"

namespace ridings {
namespace {

// Canada with its waters, in degrees.
constexpr double kWest = -142.5, kEast = -46.0, kSouth = 40.5, kNorth = 85.0;
constexpr std::size_t kFewestPoints = 4;  // of a ring

bool is_in_canada(double longitude, double latitude) {
    return longitude >= kWest && longitude <= kEast && latitude >= kSouth && latitude <= kNorth;
}

std::string text_of(GeoPoint point) {
    const Degrees at = degrees_of(point);
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.data(), text.data() + 24, at.latitude, std::chars_format::fixed, 6).ptr;
    end[0] = ',';
    end[1] = ' ';
    const auto last = std::to_chars(end + 2, text.data() + text.size(), at.longitude, std::chars_format::fixed, 6).ptr;
    return {text.data(), last};
}

std::optional<ShapeFault> fault_of_ring(const Ring& ring) {
    if (ring.empty()) return ShapeFault{base::message("An outline has a ring without points."), ""};
    if (ring.size() < kFewestPoints)
        return ShapeFault{base::message("A ring needs four points at least, the last of them the first again."),
                          text_of(ring.front())};
    if (ring.front() != ring.back())
        return ShapeFault{base::message("A ring does not end where it begins."), text_of(ring.back())};
    return std::nullopt;
}

struct Reason {
    std::string_view geos;
    base::Message why;
};
constexpr std::array kReasons{
    Reason{"Self-intersection", base::message("The outline crosses itself.")},
    Reason{"Ring Self-intersection", base::message("The outline crosses itself.")},
    Reason{"Hole lies outside shell", base::message("A hole lies outside of its polygon.")},
    Reason{"Holes are nested", base::message("A hole lies within another hole.")},
    Reason{"Interior is disconnected", base::message("A hole parts the polygon in two.")},
    Reason{"Nested shells", base::message("A polygon lies within another one of the same riding.")},
    Reason{"Duplicate Rings", base::message("The same ring stands there twice.")},
    Reason{"Too few points in geometry component", base::message("A ring has no area.")},
};

base::Message words_of(std::string_view reason) {
    const auto found = std::ranges::find(kReasons, reason, &Reason::geos);
    return found == kReasons.end() ? base::message("This is no sound outline.") : found->why;
}

// What GEOS has against it.
std::optional<ShapeFault> fault_of_geometry(const Shape& shape) {
    const auto geometry = geos::multipolygon(geos::planar(shape));
    if (!geometry) return ShapeFault{base::message("This is no sound outline."), ""};
    char* reason = nullptr;
    GEOSGeometry* location = nullptr;
    const char verdict = GEOSisValidDetail_r(geos::context(), geometry.get(),
                                             GEOSVALID_ALLOW_SELFTOUCHING_RING_FORMING_HOLE, &reason, &location);
    const geos::Geometry at{location};
    const std::string words = reason == nullptr ? std::string{} : std::string{reason};
    if (reason != nullptr) GEOSFree_r(geos::context(), reason);
    if (verdict == 1) return std::nullopt;
    ShapeFault fault{words_of(words), ""};
    double x = 0, y = 0;
    if (at && GEOSGeomGetX_r(geos::context(), at.get(), &x) == 1 && GEOSGeomGetY_r(geos::context(), at.get(), &y) == 1)
        if (const auto point = point_of({x, y})) fault.where = text_of(*point);
    return fault;
}

void put_number(std::string& out, std::uint64_t value) {
    while (value >= 0x80) {
        out.push_back(static_cast<char>(value | 0x80));
        value >>= 7;
    }
    out.push_back(static_cast<char>(value));
}

void put_difference(std::string& out, std::int64_t value) {
    put_number(out, (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
}

class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

    std::optional<Shape> run() {
        Shape shape(count(1));
        for (Polygon& polygon : shape) {
            polygon.resize(count(1));
            for (Ring& ring : polygon) read(ring);
        }
        if (is_broken_ || at_ != bytes_.size()) return std::nullopt;
        return shape;
    }

private:
    std::uint64_t number() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 63 && at_ < bytes_.size(); shift += 7) {
            const auto byte = static_cast<unsigned char>(bytes_[at_++]);
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if ((byte & 0x80) == 0) return value;
        }
        is_broken_ = true;
        return 0;
    }

    // How many of something that takes that many bytes at least: never more than there is room for.
    std::size_t count(std::size_t bytes_each) {
        const std::uint64_t value = number();
        if (is_broken_ || value > (bytes_.size() - at_) / bytes_each) {
            is_broken_ = true;
            return 0;
        }
        return static_cast<std::size_t>(value);
    }

    std::int32_t moved(std::int32_t from) {
        const std::uint64_t coded = number();
        const auto difference = static_cast<std::int64_t>(coded >> 1) ^ -static_cast<std::int64_t>(coded & 1);
        const std::int64_t value = std::int64_t{from} + difference;
        if (value < INT32_MIN || value > INT32_MAX) is_broken_ = true;
        return static_cast<std::int32_t>(value);
    }

    void read(Ring& ring) {
        ring.resize(count(2));
        for (GeoPoint& point : ring) {
            point = {moved(last_.longitude), moved(last_.latitude)};
            last_ = point;
        }
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    GeoPoint last_{0, 0};
    bool is_broken_ = false;
};

}  // namespace

base::Result<GeoPoint, base::Message> point_of(const Degrees& degrees) {
    const auto [x, y] = degrees;
    if (!std::isfinite(x) || !std::isfinite(y)) return base::message("A position is no number.");
    if (std::abs(x) > 180 || std::abs(y) > 180)
        return base::message("These are no degrees: export the file as WGS 84 (EPSG:4326).");
    if (is_in_canada(y, x))
        return base::message("Latitude and longitude stand in the wrong order: longitude comes first.");
    if (!is_in_canada(x, y)) return base::message("This position is not in Canada.");
    return GeoPoint{static_cast<std::int32_t>(std::llround(x * kUnitsOfADegree)),
                    static_cast<std::int32_t>(std::llround(y * kUnitsOfADegree))};
}

Degrees degrees_of(GeoPoint point) { return {point.longitude / kUnitsOfADegree, point.latitude / kUnitsOfADegree}; }

std::size_t count_points(const Shape& shape) {
    std::size_t count = 0;
    for (const Polygon& polygon : shape)
        for (const Ring& ring : polygon) count += ring.size();
    return count;
}

std::optional<ShapeFault> fault_of(const Shape& shape) {
    if (shape.empty()) return ShapeFault{base::message("There is no outline."), ""};
    for (const Polygon& polygon : shape) {
        if (polygon.empty()) return ShapeFault{base::message("There is no outline."), ""};
        for (const Ring& ring : polygon)
            if (auto fault = fault_of_ring(ring)) return fault;
    }
    return fault_of_geometry(shape);
}

std::string packed(const Shape& shape) {
    std::string bytes;
    GeoPoint last{0, 0};
    put_number(bytes, shape.size());
    for (const Polygon& polygon : shape) {
        put_number(bytes, polygon.size());
        for (const Ring& ring : polygon) {
            put_number(bytes, ring.size());
            for (const GeoPoint point : ring) {
                put_difference(bytes, std::int64_t{point.longitude} - last.longitude);
                put_difference(bytes, std::int64_t{point.latitude} - last.latitude);
                last = point;
            }
        }
    }
    return bytes;
}

std::optional<Shape> unpacked(std::string_view bytes) { return Unpacker{bytes}.run(); }

}  // namespace ridings
