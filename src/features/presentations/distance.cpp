#include "features/presentations/distance.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <unordered_map>

#include "base/text.h"
#include "models/statistics/pack.h"

namespace presentations {
namespace {

constexpr double kEarthRadius = 6371.0088;  // kilometres

// In radians.
struct Position {
    double latitude, longitude;
};

std::string word_key(std::string_view word) {
    auto key = base::fold_name(word);
    if (key == "st") return "saint";
    return key == "ste" ? "sainte" : key;
}

// "NB saintjohn" of "St. John, N.B.": what towns are found by.
std::string key_of(const Town& town) {
    constexpr std::string_view kBetweenWords = " -./";
    std::string_view name = town.name.substr(0, town.name.find_first_of(",("));
    std::string key = std::string{people::code(town.province)} + " ";
    while (!name.empty()) {
        const auto end = std::min(name.find_first_of(kBetweenWords), name.size());
        key += word_key(name.substr(0, end));
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return key;
}

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

const std::unordered_map<std::string, Position>& known_towns() {
    static const auto kTowns = [] {
        std::unordered_map<std::string, Position> towns;
        const auto table = statistics::table_of(statistics::shipped_pack("places/towns"));
        for (const auto row : table.rows()) {
            const auto province = people::province_of(row["province"]);
            const auto latitude = row.number("latitude"), longitude = row.number("longitude");
            if (province && latitude && longitude)
                towns.insert_or_assign(key_of({row["name"], *province}),
                                       Position{radians(*latitude), radians(*longitude)});
        }
        return towns;
    }();
    return kTowns;
}

// By the haversine formula.
double great_circle(const Position& from, const Position& to) {
    const double north = std::sin((to.latitude - from.latitude) / 2),
                 east = std::sin((to.longitude - from.longitude) / 2);
    const double chord = north * north + std::cos(from.latitude) * std::cos(to.latitude) * east * east;
    return 2 * kEarthRadius * std::asin(std::sqrt(chord));
}

}  // namespace

std::optional<int> kilometres_of(const Journey& journey) {
    const auto from = key_of(journey.from), to = key_of(journey.to);
    if (from == to) return 0;
    const auto& towns = known_towns();
    const auto start = towns.find(from), goal = towns.find(to);
    if (start == towns.end() || goal == towns.end()) return std::nullopt;
    return static_cast<int>(std::lround(great_circle(start->second, goal->second)));
}

}  // namespace presentations
