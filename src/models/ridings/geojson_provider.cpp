// Boundaries as a FeatureCollection of polygons (RFC 7946). Read value by value: of a file of many megabytes nothing is
// kept but the points, eight bytes each.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include <boost/json/basic_parser_impl.hpp>

#include "base/text.h"
#include "models/ridings/provider.h"

namespace ridings {
namespace {

namespace json = boost::json;
using Fault = boost::system::error_code;

// Names of columns in files of Elections Canada, Statistics Canada, provinces, cities and Represent; the first that is
// there and not empty is taken.
constexpr std::array<std::string_view, 19> kCodeNames{
    "fed_num",     "feduid",      "fedid",  "ed_id",           "ed_code",     "eduid",     "co_cep", "fednum",
    "ed_num",      "ward_num",    "csduid", "area_short_code", "district_id", "riding_id", "number", "code",
    "riding_code", "external_id", "id"};
constexpr std::array<std::string_view, 19> kNameNames{
    "ed_namee",  "fedename", "fedname", "enname",       "ed_name",        "nm_cep",    "fed_name",
    "ward_name", "csdname",  "name_en", "english_name", "fednamee",       "area_name", "riding_name",
    "name",      "nom",      "riding",  "district",     "circonscription"};

// Degrees of longitude and latitude on a datum that lies within two metres of WGS 84, as the old member "crs" names it
// (RFC 7946 took it away): "urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", or NAD 83 and its Canadian realisation.
constexpr std::array<std::string_view, 4> kDegreeSystems{"CRS84", "4326", "4269", "4617"};

bool is_in_degrees(std::string_view reference_system) {
    return std::ranges::any_of(kDegreeSystems, [&](std::string_view name) { return reference_system.ends_with(name); });
}

constexpr int kRing = 2, kPolygon = 3, kMultiPolygon = 4;  // how deep an array is; a position has the depth 1

// What is known of a feature while it is read.
struct Feature {
    std::map<std::string, std::string> properties{};
    std::string id{}, geometry_type{};
    Shape shape{};
    Polygon polygon{};
    Ring ring{};
    int depth = 0;  // of the finished coordinates
    std::optional<base::Message> fault{};
    std::string fault_at{};
};

class GeoJsonHandler {
public:
    static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_array_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_key_size = 1 << 12;
    static constexpr std::size_t max_string_size = 1 << 20;

    Reading reading{};
    bool is_collection = false;
    std::string reference_system{};  // as the file names it; empty: WGS 84

    bool on_document_begin(Fault&) { return true; }
    bool on_document_end(Fault&) { return true; }
    bool on_comment_part(json::string_view, Fault&) { return true; }
    bool on_comment(json::string_view, Fault&) { return true; }

    bool on_object_begin(Fault&) {
        const Place place = place_of_object();
        if (place == Place::feature) {
            feature_ = {};
            ++number_;
        }
        stack_.push_back({place});
        return true;
    }
    bool on_object_end(std::size_t, Fault& fault) {
        const Place place = stack_.back().place;
        stack_.pop_back();
        if (place == Place::feature) finish_feature();
        return is_within_limits(fault);
    }
    bool on_array_begin(Fault&) {
        stack_.push_back({place_of_array()});
        return true;
    }
    bool on_array_end(std::size_t, Fault&) {
        const Frame ended = stack_.back();
        stack_.pop_back();
        if (ended.place == Place::coordinates) finish_coordinates(ended);
        return true;
    }

    bool on_key_part(json::string_view part, std::size_t, Fault&) {
        text_.append(part.data(), part.size());
        return true;
    }
    bool on_key(json::string_view last, std::size_t, Fault&) {
        text_.append(last.data(), last.size());
        stack_.back().key = std::exchange(text_, {});
        return true;
    }
    bool on_string_part(json::string_view part, std::size_t, Fault&) {
        text_.append(part.data(), part.size());
        return true;
    }
    bool on_string(json::string_view last, std::size_t, Fault&) {
        text_.append(last.data(), last.size());
        take_text(std::exchange(text_, {}));
        return true;
    }
    bool on_number_part(json::string_view, Fault&) { return true; }
    bool on_int64(std::int64_t value, json::string_view, Fault&) {
        take_number(static_cast<double>(value));
        take_text(std::to_string(value));
        return true;
    }
    bool on_uint64(std::uint64_t value, json::string_view, Fault&) {
        take_number(static_cast<double>(value));
        take_text(std::to_string(value));
        return true;
    }
    bool on_double(double value, json::string_view, Fault&) {
        take_number(value);
        if (!stack_.empty() && stack_.back().place == Place::properties) take_text(written(value));
        return true;
    }
    bool on_bool(bool, Fault&) { return true; }
    bool on_null(Fault&) { return true; }

private:
    enum class Place : unsigned char {
        root,
        reference_system,
        features,
        feature,
        properties,
        geometry,
        coordinates,
        other
    };
    struct Frame {
        Place place;
        std::string key{};  // the last one of an object
        int depth = 0;      // of the deepest array within one of coordinates
        int numbers = 0;    // in an array of coordinates
        double x = 0, y = 0;
    };

    bool is_at(Place place, std::string_view key) const {
        return !stack_.empty() && stack_.back().place == place && stack_.back().key == key;
    }

    Place place_of_object() const {
        if (stack_.empty()) return Place::root;
        if (stack_.back().place == Place::features) return Place::feature;
        if (is_at(Place::root, "crs") || is_at(Place::reference_system, "properties")) return Place::reference_system;
        if (is_at(Place::feature, "properties")) return Place::properties;
        if (is_at(Place::feature, "geometry")) return Place::geometry;
        return Place::other;
    }
    Place place_of_array() const {
        if (is_at(Place::root, "features")) return Place::features;
        if (is_at(Place::geometry, "coordinates")) return Place::coordinates;
        if (!stack_.empty() && stack_.back().place == Place::coordinates) return Place::coordinates;
        return Place::other;
    }

    // "24001.0" of a column that a program took for a number is 24001, and 100000.0 is not "1e+05".
    static std::string written(double value) {
        constexpr double kWhole = 1e15;  // below it every whole number is exact
        std::array<char, 40> digits{};
        const bool is_whole = std::abs(value) < kWhole && std::trunc(value) == value;
        const auto end = is_whole ? std::to_chars(digits.begin(), digits.end(), value, std::chars_format::fixed).ptr
                                  : std::to_chars(digits.begin(), digits.end(), value).ptr;
        return {digits.begin(), end};
    }

    void take_text(std::string value) {
        if (stack_.empty()) return;
        if (stack_.back().place == Place::properties)
            feature_.properties.insert_or_assign(base::lower_ascii(stack_.back().key), base::collapse_spaces(value));
        else if (is_at(Place::feature, "id"))
            feature_.id = base::collapse_spaces(value);
        else if (is_at(Place::geometry, "type"))
            feature_.geometry_type = std::move(value);
        else if (is_at(Place::root, "crs") || is_at(Place::reference_system, "name") ||
                 is_at(Place::reference_system, "code"))
            reference_system = std::move(value);
        else if (is_at(Place::root, "type"))
            is_collection = value == "FeatureCollection";
    }

    void take_number(double value) {
        if (stack_.empty() || stack_.back().place != Place::coordinates) return;
        Frame& position = stack_.back();
        if (position.numbers == 0) position.x = value;
        if (position.numbers == 1) position.y = value;
        ++position.numbers;
        if (position.numbers == 2) add_point({position.x, position.y});
    }

    void add_point(const Degrees& degrees) {
        if (const auto point = point_of(degrees))
            feature_.ring.push_back(*point);
        else
            note_fault(point.error(), written(degrees.longitude) + ", " + written(degrees.latitude));
    }

    void note_fault(base::Message why, std::string where) {
        if (feature_.fault) return;
        feature_.fault = why;
        feature_.fault_at = std::move(where);
    }

    // An array that holds arrays of that depth less one, or the numbers of a position.
    void finish_coordinates(const Frame& ended) {
        const int depth = ended.depth + 1;
        if (depth == 1 && ended.numbers < 2) note_fault(base::message("A position is no number."), "");
        if (depth == kRing) feature_.polygon.push_back(std::exchange(feature_.ring, {}));
        if (depth == kPolygon) feature_.shape.push_back(std::exchange(feature_.polygon, {}));
        if (!stack_.empty() && stack_.back().place == Place::coordinates) {
            Frame& above = stack_.back();
            if ((above.depth != 0 && above.depth != depth) || above.numbers != 0)
                note_fault(base::message("The coordinates are not those of polygons."), "");
            above.depth = depth;
        } else {
            feature_.depth = depth;
        }
    }

    template <std::size_t N>
    std::string first_of(const std::array<std::string_view, N>& names) const {
        for (const auto name : names) {
            const auto found = feature_.properties.find(std::string{name});
            if (found != feature_.properties.end() && !found->second.empty()) return found->second;
        }
        return {};
    }

    void finish_feature() {
        BoundaryRow row{number_, first_of(kCodeNames), first_of(kNameNames), {}};
        if (row.code.empty()) row.code = feature_.id;
        const std::string called = row.name.empty() ? row.code : row.name;
        const auto refuse = [&](base::Message why, const std::string& where) {
            add_trouble(reading, {row.line, where.empty() ? called : called + " (" + where + ")", why});
        };
        const bool is_polygon = feature_.geometry_type == "Polygon" && feature_.depth == kPolygon;
        const bool is_multi = feature_.geometry_type == "MultiPolygon" && feature_.depth == kMultiPolygon;
        if (called.empty())
            return refuse(base::message("This feature has neither a code nor a name in a column that is known."), "");
        if (feature_.geometry_type.empty()) return refuse(base::message("There is no outline."), "");
        if (feature_.fault) return refuse(*feature_.fault, feature_.fault_at);
        if (!is_polygon && !is_multi)
            return refuse(base::message("Only polygons and multipolygons can be taken in."), feature_.geometry_type);
        if (const auto fault = fault_of(feature_.shape)) return refuse(fault->why, fault->where);
        row.shape = std::move(feature_.shape);
        reading.boundaries.push_back(std::move(row));
    }

    bool is_within_limits(Fault& fault) {
        if (number_ <= kMostBoundaries) return true;
        fault = json::error::array_too_large;
        return false;
    }

    std::vector<Frame> stack_{};
    std::string text_{};
    Feature feature_{};
    std::uint64_t number_ = 0;
};

class GeoJson final : public Provider {
public:
    std::string_view key() const override { return "geojson_boundaries"; }
    base::Message label() const override { return base::message("Boundaries (GeoJSON)"); }
    Content content() const override { return Content::boundaries; }
    bool recognises(std::string_view bytes) const override {
        const auto first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
        return first != std::string_view::npos && bytes[first] == '{' && bytes.contains("\"features\"");
    }
    Reading read(std::string_view bytes) const override {
        if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
        json::basic_parser<GeoJsonHandler> parser{json::parse_options{}};
        Fault fault;
        const std::size_t read = parser.write_some(false, bytes.data(), bytes.size(), fault);
        Reading reading = std::move(parser.handler().reading);
        const auto line = 1 + std::ranges::count(bytes.substr(0, read), '\n');
        if (!fault && bytes.find_first_not_of(" \t\r\n", read) != std::string_view::npos)
            fault = json::error::extra_data;
        if (fault)
            add_trouble(reading, {static_cast<std::uint64_t>(line), fault.message(),
                                  base::message("This is no sound JSON, from this line on.")});
        else if (const auto& system = parser.handler().reference_system; !system.empty() && !is_in_degrees(system))
            refuse_system(reading, system);
        else if (!parser.handler().is_collection)
            add_trouble(reading, {1, "", base::message("This is no FeatureCollection.")});
        else if (reading.boundaries.empty() && reading.is_sound())
            add_trouble(reading, {1, "", base::message("There is nothing in this list.")});
        return reading;
    }

private:
    // One word about the whole file, not one about each outline.
    static void refuse_system(Reading& reading, const std::string& system) {
        reading = {};
        add_trouble(reading,
                    {1, system, base::message("These are no degrees: export the file as WGS 84 (EPSG:4326).")});
    }
};

}  // namespace

const Provider& geojson_boundaries() {
    static const GeoJson provider;
    return provider;
}

}  // namespace ridings
