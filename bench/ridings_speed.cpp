// bench/ridings_speed.cpp - whose a postal code is, with all ridings loaded, beside Boost.Geometry asked the same:
//
//     bench_ridings_speed FOLDER CODES
//
// FOLDER gets a database with the 343 federal ridings, made-up outlines of some 4,100 points each with borders shared
// by neighbours, and CODES postal codes: half of them have a riding by concordance, half a place alone. Then
// ports::Representatives::look_up is asked for places within a snapshot, as pages do; the index is asked alone; and
// Boost.Geometry (an R-tree of boxes, then covered_by) is asked the same places. Every answer is compared: the program
// stops where one differs. Prints one line: points of all outlines, milliseconds to load everything, then microseconds:
// median, 99th of a hundred and longest of the whole look-up by place and of that by concordance; median and 99th of
// our index and of Boost's; how many answers were compared; megabytes of memory.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>
#include <boost/geometry/index/rtree.hpp>

#include "bench/made_up_ridings.h"
#include "features/representatives/place_store.h"
#include "features/representatives/port_service.h"
#include "features/representatives/shipped_service.h"
#include "models/ridings/shipped.h"
#include "platform/db/database.h"

namespace {

namespace bg = boost::geometry;
using Clock = std::chrono::steady_clock;
using TheirPoint = bg::model::d2::point_xy<double>;
using TheirPolygon = bg::model::polygon<TheirPoint>;
using TheirBox = bg::model::box<TheirPoint>;
using representatives::RidingId;

constexpr std::size_t kAsked = 20'000;

double microseconds_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
}

// Numbers that follow from each other; the same at every run.
class Dice {
public:
    std::uint64_t next() {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return state_;
    }
    double between(double low, double high) {
        return low + (high - low) * static_cast<double>(next() % 10'000'000) / 10'000'000;
    }

private:
    std::uint64_t state_ = 0x853C49E6748FEA9BULL;
};

struct Place {
    std::string code;
    ridings::GeoPoint point;
    RidingId riding{0};  // by concordance; 0: by the point
};

std::vector<Place> made_up_places(std::size_t count, const std::vector<RidingId>& ids) {
    constexpr std::string_view kLetters = "ABCEGHJKLMNPRSTVWXYZ", kFirst = "ABCEGHJKLMNPRSTVXY";
    Dice dice;
    std::vector<Place> places;
    for (std::size_t i = 0; places.size() < count; ++i) {
        std::size_t rest = i;
        const auto take = [&rest](std::string_view from) {
            const char c = from[rest % from.size()];
            rest /= from.size();
            return std::string{c};
        };
        const std::string last = take("0123456789"), letter = take(kLetters), digit = take("0123456789"),
                          second = take(kLetters), zone = take("0123456789"), first = take(kFirst);
        Place place{first + zone + second + " " + digit + letter + last,
                    *ridings::point_of({dice.between(-134.5, -57), dice.between(43.4, 53.9)})};
        if (i % 2 == 0) place.riding = ids[dice.next() % ids.size()];
        places.push_back(std::move(place));
    }
    return places;
}

std::vector<RidingId> fill(db::Database& database, const std::vector<ridings::Shape>& shapes) {
    return database.write([&](db::Write& write) {
        representatives::keep_shipped_ridings(write);
        std::vector<RidingId> ids;
        for (const auto& each : representatives::store::ridings(write)) ids.push_back(each.riding.id);
        for (std::size_t i = 0; i < ids.size(); ++i)
            representatives::store::keep_boundary(
                write, {ids[i], ridings::packed(shapes[i]), static_cast<std::int64_t>(ridings::count_points(shapes[i])),
                        "made up", "2026-11-22"});
        representatives::store::boundaries_changed(write);
        return ids;
    });
}

void fill_codes(db::Database& database, const std::vector<Place>& places) {
    database.write([&](db::Write& write) {
        std::unordered_map<RidingId, std::string> codes;
        for (const auto& each : representatives::store::ridings(write)) codes[each.riding.id] = each.riding.code;
        representatives::store::CodesOfSet all;
        representatives::store::Points points;
        std::vector<ridings::PackedCode> listed, placed;
        for (const Place& place : places) {
            const auto code = *ridings::pack(place.code);
            if (place.riding.value != 0) {
                all[code] = {codes.at(place.riding)};
                listed.push_back(code);
            } else {
                points.emplace(code, place.point);
                placed.push_back(code);
            }
        }
        representatives::store::keep_codes(write, {ridings::kFederalSet, all, listed});
        representatives::store::keep_points(write, points, placed);
        representatives::store::places_changed(write);
    });
}

struct Times {
    std::vector<double> all{};
    double at(double part) {
        std::ranges::sort(all);
        return all.empty()
                   ? 0
                   : all[std::min(all.size() - 1, static_cast<std::size_t>(part * static_cast<double>(all.size())))];
    }
};

// Boost's answer: boxes in an R-tree, then each polygon that may hold the point.
class Theirs {
public:
    Theirs(const std::vector<ridings::Shape>& shapes, const std::vector<RidingId>& ids) : ids_(ids) {
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            TheirPolygon& polygon = polygons_.emplace_back();
            for (const auto point : shapes[i].front().front()) {
                const auto at = ridings::degrees_of(point);
                polygon.outer().emplace_back(at.longitude, at.latitude);
            }
            bg::correct(polygon);
            tree_.insert({bg::return_envelope<TheirBox>(polygon), i});
        }
    }
    std::vector<std::int64_t> holding(ridings::GeoPoint point) const {
        const auto at = ridings::degrees_of(point);
        const TheirPoint wanted{at.longitude, at.latitude};
        std::vector<std::int64_t> keys;
        for (auto found = tree_.qbegin(bg::index::intersects(wanted)); found != tree_.qend(); ++found)
            if (bg::covered_by(wanted, polygons_[found->second])) keys.push_back(ids_[found->second].value);
        std::ranges::sort(keys);
        return keys;
    }

private:
    std::vector<RidingId> ids_;
    std::vector<TheirPolygon> polygons_{};
    bg::index::rtree<std::pair<TheirBox, std::size_t>, bg::index::rstar<16>> tree_{};
};

std::int64_t megabytes() {
    std::ifstream status{"/proc/self/status"};
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:")) return std::strtol(line.c_str() + 6, nullptr, 10) / 1024;
    return 0;
}

struct Measured {
    Times by_place{}, by_list{}, ours{}, theirs{};
    std::size_t compared = 0;
};

std::vector<std::int64_t> keys_of(const ports::FoundPlace& found) {
    std::vector<std::int64_t> keys;
    for (const auto& riding : found.houses.front().ridings) keys.push_back(riding.id.value);
    std::ranges::sort(keys);
    return keys;
}

void expect_same(const std::vector<std::int64_t>& one, const std::vector<std::int64_t>& other, const Place& place) {
    if (one != other || one.empty()) throw std::runtime_error{"the answers about " + place.code + " differ"};
}

struct Asked {
    const ports::Representatives& port;
    const ridings::BoundaryIndex& index;
    const Theirs& theirs;
};

Measured ask(db::Read& read, const std::vector<Place>& places, const Asked& asked) {
    Measured measured;
    Dice dice;
    for (std::size_t i = 0; i < kAsked; ++i) {
        const Place& place = places[dice.next() % places.size()];
        const auto code = *people::PostalCode::parse(place.code);
        auto begin = Clock::now();
        const auto found = asked.port.look_up(read, code);
        const double took = microseconds_since(begin);
        const auto keys = keys_of(found);
        if (place.riding.value != 0) {
            measured.by_list.all.push_back(took);
            expect_same(keys, {place.riding.value}, place);
        } else {
            measured.by_place.all.push_back(took);
            begin = Clock::now();
            const auto ours = asked.index.holding(place.point);
            measured.ours.all.push_back(microseconds_since(begin));
            begin = Clock::now();
            const auto theirs = asked.theirs.holding(place.point);
            measured.theirs.all.push_back(microseconds_since(begin));
            expect_same(ours, theirs, place);
            expect_same(keys, theirs, place);
        }
        ++measured.compared;
    }
    return measured;
}

void run(const std::string& folder, std::size_t codes) {
    const auto shapes = bench::MadeUpRidings{{}}.all();
    std::size_t points = 0;
    std::vector<ridings::NamedShape> named;
    for (const auto& each : shapes) {
        if (ridings::fault_of(each)) throw std::runtime_error{"an outline is not sound"};
        points += ridings::count_points(each);
    }
    db::Database database{{.location = db::Location::parse("sqlite:" + folder + "/ridings.db")}};
    const auto ids = fill(database, shapes);
    for (std::size_t i = 0; i < ids.size(); ++i) named.push_back({ids[i].value, &shapes[i]});
    const auto places = made_up_places(codes, ids);
    fill_codes(database, places);
    representatives::LiveTables tables;
    const auto port = representatives::port(tables);
    const auto begin = Clock::now();
    database.read([&](db::Read& read) { tables.current(read); });
    const double loading = microseconds_since(begin) / 1'000;
    const auto memory = megabytes();
    const Theirs theirs{shapes, ids};
    auto measured = database.read([&](db::Read& read) {
        const auto now = tables.current(read);
        return ask(read, places, {port, *now->boundaries->index, theirs});
    });
    std::printf("%zu %.0f %.2f %.2f %.2f %.2f %.2f %.2f %.2f %.2f %.2f %.2f %zu %lld\n", points, loading,
                measured.by_place.at(0.5), measured.by_place.at(0.99), measured.by_place.at(1),
                measured.by_list.at(0.5), measured.by_list.at(0.99), measured.by_list.at(1), measured.ours.at(0.5),
                measured.ours.at(0.99), measured.theirs.at(0.5), measured.theirs.at(0.99), measured.compared,
                static_cast<long long>(memory));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: bench_ridings_speed FOLDER CODES\n", stderr);
        return 2;
    }
    try {
        run(argv[1], static_cast<std::size_t>(std::strtoull(argv[2], nullptr, 10)));
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "bench_ridings_speed: %s\n", fault.what());
        return 1;
    }
    return 0;
}
