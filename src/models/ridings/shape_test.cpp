// Outlines with known answers: drawn by hand on squares, and held against Boost.Geometry, which is another library.
#include "models/ridings/shape.h"

#include <algorithm>
#include <cmath>

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>
#include <gtest/gtest.h>

#include "models/ridings/atlas.h"
#include "models/ridings/boundary_index.h"

namespace ridings {
namespace {

GeoPoint at(double longitude, double latitude) { return *point_of({longitude, latitude}); }

Ring square(double west, double south, double size) {
    return {at(west, south), at(west + size, south), at(west + size, south + size), at(west, south + size),
            at(west, south)};
}

std::string why(const Shape& shape) {
    const auto fault = fault_of(shape);
    return fault ? std::string{fault->why.key()} + " " + fault->where : "sound";
}

TEST(Shapes, aSquareAndASquareWithAHoleAreSound) {
    EXPECT_EQ(why({{square(-80, 45, 1)}}), "sound");
    EXPECT_EQ(why({{square(-80, 45, 1), square(-79.8, 45.2, 0.5)}, {square(-78, 45, 1)}}), "sound");
}

TEST(Shapes, aBowTieIsRefusedAtItsCrossing) {
    const Shape bow_tie{{{at(-80, 45), at(-79, 46), at(-79, 45), at(-80, 46), at(-80, 45)}}};
    EXPECT_EQ(why(bow_tie), "The outline crosses itself. 45.500000, -79.500000");
}

TEST(Shapes, ringsThatAreNoneAndHolesElsewhereAreNamed) {
    EXPECT_EQ(why({}), "There is no outline. ");
    EXPECT_EQ(why({{{at(-80, 45), at(-79, 45), at(-80, 45)}}}),
              "A ring needs four points at least, the last of them the first again. 45.000000, -80.000000");
    EXPECT_EQ(why({{{at(-80, 45), at(-79, 45), at(-79, 46), at(-80, 46)}}}),
              "A ring does not end where it begins. 46.000000, -80.000000");
    EXPECT_TRUE(why({{square(-80, 45, 1), square(-70, 45, 1)}}).starts_with("A hole lies outside of its polygon."));
    EXPECT_TRUE(why({{square(-80, 45, 1)}, {square(-79.8, 45.2, 0.5)}})
                    .starts_with("A polygon lies within another one of the same riding."));
}

TEST(Shapes, positionsThatAreNoneInCanadaSayWhatIsWrong) {
    EXPECT_EQ(point_of({45.4, -75.7}).error(),
              base::message("Latitude and longitude stand in the wrong order: longitude comes first."));
    EXPECT_EQ(point_of({7'630'000, 1'230'000}).error(),
              base::message("These are no degrees: export the file as WGS 84 (EPSG:4326)."));
    EXPECT_EQ(point_of({2.35, 48.85}).error(), base::message("This position is not in Canada."));
    EXPECT_FALSE(point_of({std::nan(""), 45}));
    EXPECT_TRUE(point_of({-75.7, 45.4}));
}

TEST(Shapes, whatIsPackedIsReadBackAndOtherBytesAreNot) {
    const Shape shape{{square(-80, 45, 1), square(-79.8, 45.2, 0.5)}, {square(-141, 60, 0.0000001)}};
    const auto bytes = packed(shape);
    EXPECT_EQ(unpacked(bytes), std::optional{shape});
    EXPECT_FALSE(unpacked(bytes.substr(0, bytes.size() - 1)));
    EXPECT_FALSE(unpacked(bytes + "x"));
    EXPECT_FALSE(unpacked("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F"));
}

TEST(Boundaries, aPointLiesInsideInAHoleOrOnABorderOfTwo) {
    const Shape west{{square(-80, 45, 1), square(-79.8, 45.2, 0.5)}}, east{{square(-79, 45, 1)}},
        island{{square(-79.7, 45.3, 0.2)}, {square(-60, 45, 1)}};
    const std::vector<NamedShape> shapes{{1, &west}, {2, &east}, {3, &island}};
    const BoundaryIndex index{shapes};
    using Keys = std::vector<std::int64_t>;
    EXPECT_EQ(index.holding(at(-79.9, 45.1)), Keys{1});
    EXPECT_EQ(index.holding(at(-79.5, 45.6)), Keys{}) << "in the hole";
    EXPECT_EQ(index.holding(at(-79.6, 45.4)), Keys{3}) << "on the island in the hole";
    EXPECT_EQ(index.holding(at(-59.5, 45.5)), Keys{3}) << "its other part";
    EXPECT_EQ(index.holding(at(-79, 45.5)), (Keys{1, 2})) << "both, so that the person is asked";
    EXPECT_EQ(index.holding(at(-100, 50)), Keys{});
    EXPECT_TRUE(BoundaryIndex{{}}.holding(at(-79, 45)).empty());
}

// A star with a hundred points and a hole, its radius running up and down.
std::vector<Degrees> star(double radius) {
    std::vector<Degrees> points;
    for (int i = 0; i < 100; ++i) {
        const double angle = i * 2 * 3.14159265358979 / 100, r = radius * (i % 2 == 0 ? 1 : 0.55);
        points.push_back({-100 + r * std::cos(angle), 55 + r * std::sin(angle)});
    }
    points.push_back(points.front());
    return points;
}

TEST(Boundaries, answersAreThoseOfAnotherLibrary) {
    namespace bg = boost::geometry;
    using Point = bg::model::d2::point_xy<double>;
    bg::model::polygon<Point> theirs;
    theirs.inners().resize(1);
    Shape ours{{{}, {}}};
    for (const auto& [part, radius] : {std::pair{0U, 3.0}, {1U, 1.0}})
        for (const Degrees& each : star(radius)) {
            ours[0][part].push_back(at(each.longitude, each.latitude));
            const Degrees kept = degrees_of(ours[0][part].back());
            (part == 0 ? theirs.outer() : theirs.inners()[0]).emplace_back(kept.longitude, kept.latitude);
        }
    bg::correct(theirs);
    ASSERT_EQ(why(ours), "sound");
    const std::vector<NamedShape> shapes{{7, &ours}};
    const BoundaryIndex index{shapes};
    int inside = 0;
    for (int x = -35; x <= 35; ++x)
        for (int y = -35; y <= 35; ++y) {
            const GeoPoint point = at(-100 + x * 0.0931, 55 + y * 0.0917);
            const Degrees where = degrees_of(point);
            const bool is_in = bg::covered_by(Point{where.longitude, where.latitude}, theirs);
            EXPECT_EQ(!index.holding(point).empty(), is_in) << x << ", " << y;
            inside += is_in ? 1 : 0;
        }
    EXPECT_GT(inside, 1'000);
}

TEST(Drawing, neighboursShareOneBoxAndSpecksAreLeftOut) {
    const Shape west{{square(-80, 45, 1)}, {square(-79.5, 47.5, 0.0005)}}, east{{square(-79, 45, 1)}};
    const auto map = outlines({{1, &west}, {2, &east}}, 1'000);
    EXPECT_EQ(map.width, 1'000);
    EXPECT_GT(map.height, 1'000) << "two degrees wide and two and a half high, narrower in the north";
    ASSERT_EQ(map.outlines.size(), 2U);
    EXPECT_EQ(std::ranges::count(map.outlines[0].path, 'M'), 1) << map.outlines[0].path;
    EXPECT_EQ(outlines({}, 1'000).width, 0);
}

TEST(PostalCodes, areNumbersInTheOrderOfTheirTexts) {
    EXPECT_EQ(text_of(*pack("k1a-0b1")), "K1A 0B1");
    EXPECT_EQ(district_of(*pack("V6B4Y8")), "V6B");
    EXPECT_LT(*pack("A0A 9Z9"), *pack("A0B 0A0"));
    for (const char* none : {"", "K1A", "K1A 0B", "D1A 0B1", "W1A 0B1", "K1A 0O1", "K1A 0B11", "90210", "SW1A 1AA"})
        EXPECT_FALSE(pack(none)) << none;
}

TEST(Atlases, theConcordanceGoesBeforeThePlaceAndWardsBeforeTheirTown) {
    const Shape here{{square(-80, 45, 1)}};
    const std::vector<NamedShape> shapes{{1, &here}};
    const auto boundaries = std::make_shared<const BoundaryIndex>(shapes);
    const auto code = *pack("K1A 0B1"), other = *pack("K1A 0B2");
    const auto codes = std::make_shared<const PostalTable>(
        std::vector<Membership>{{code, 2}, {code, 3}, {code, 11}, {code, 10}, {code, 99}},
        std::vector<CodePoint>{{code, at(-79.5, 45.5)}, {other, at(-79.5, 45.5)}});
    const Atlas atlas{{{1, 0}, {2, 0}, {3, 0}, {10, 2}, {11, 2, 10}}, codes, boundaries};
    using Keys = std::vector<std::int64_t>;
    EXPECT_EQ(atlas.look_up(code)[0], (Keys{2, 3})) << "several win over the middle: the person is asked";
    EXPECT_EQ(atlas.look_up(code)[2], Keys{11});
    EXPECT_EQ(atlas.look_up(other)[0], Keys{1}) << "by its place";
    EXPECT_EQ(atlas.look_up(*pack("A0A 0A0")), Atlas::Found{});
}

}  // namespace
}  // namespace ridings
