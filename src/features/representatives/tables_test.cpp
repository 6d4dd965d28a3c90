// What the demo and the port know of places and offices: found by postal code, asked where a code spans two ridings.
#include <gtest/gtest.h>

#include "features/representatives/office_store.h"
#include "features/representatives/port_service.h"
#include "features/representatives/seed.h"
#include "features/representatives/shipped_service.h"
#include "features/representatives/tables_service.h"
#include "tests/support/databases.h"

namespace representatives {
namespace {

class Country : public test_support::OnBothDatabases {
protected:
    void SetUp() override {
        database->write(keep_shipped_ridings);
        seed_demo(*database);
    }
    ports::FoundPlace find(std::string_view code) {
        return database->read([&](db::Read& read) { return given.look_up(read, *people::PostalCode::parse(code)); });
    }
    std::vector<std::string> names(std::string_view code, std::size_t house) {
        std::vector<std::string> names;
        for (const auto& riding : find(code).houses.at(house).ridings) names.push_back(riding.name_en);
        return names;
    }
    std::vector<ports::Representative> of(ports::RepresentativeQuery query) {
        return database->read([&](db::Read& read) { return given.where(read, query); });
    }

    LiveTables tables;
    ports::Representatives given = port(tables);
};
using Names = std::vector<std::string>;

TEST_P(Country, EveryFederalRidingIsThereWithItsSourceAndDay) {
    const auto places = database->read([&](db::Read& read) { return tables.current(read)->places; });
    std::size_t federal = 0;
    for (const auto id : places->in_force) {
        const auto* const riding = places->find(id);
        EXPECT_FALSE(riding->source.empty());
        EXPECT_EQ(riding->as_of.size(), 10U);
        federal += riding->riding.house == RidingHouse::federal ? 1 : 0;
    }
    EXPECT_EQ(federal, 343U) << "the Representation Orders of 2023 have that many";
    database->write(keep_shipped_ridings);
    EXPECT_EQ(database->read([&](db::Read& read) { return tables.current(read); })->places->in_force.size(),
              places->in_force.size())
        << "the list is kept once";
}

TEST_P(Country, ACodeHasItsRidingsAndATownGivesWayToItsWard) {
    EXPECT_EQ(names("B0J 1A0", 0), (Names{"South Shore—St. Margarets"}));
    EXPECT_EQ(names("B0J 1A0", 1), (Names{"Salt Coast"}));
    EXPECT_EQ(names("B0J 1A0", 2), (Names{"Ward 1, Harbour"}));
    EXPECT_EQ(find("B0J 1A0").province, people::Province::ns);
    const auto ward = find("B0J 1A0").houses.at(2).ridings.front();
    std::vector<people::Office> offices;
    for (const auto& each : of({.locale = base::Locale::english, .ridings = {ward.id}})) offices.push_back(each.office);
    EXPECT_EQ(offices, (std::vector{people::Office::mayor, people::Office::councillor}))
        << "the mayor of the town is theirs, too";
}

TEST_P(Country, ACodeThatSpansTwoRidingsGivesBothAndGuessesNone) {
    EXPECT_EQ(names("M5V 2T6", 0), (Names{"Spadina—Harbourfront", "University—Rosedale"}));
    EXPECT_EQ(names("M5V 2T6", 1), (Names{"Queen’s Wharf"}));
}

TEST_P(Country, ACodeWithoutConcordanceIsFoundByItsPlaceInTheOutlines) {
    EXPECT_EQ(names("T2P 1J9", 0), (Names{"Calgary Centre"}));
}

TEST_P(Country, OfAnUnknownCodeTheProvinceIsKnown) {
    EXPECT_EQ(find("X0A 0A0").province, people::Province::nu);
    for (const auto& house : find("X0A 0A0").houses) EXPECT_TRUE(house.ridings.empty());
}

TEST_P(Country, ASetThatIsRetiredIsAskedNoLonger) {
    database->write([](db::Write& write) { store::set_in_force(write, "federal-2023", store::InForce::no); });
    EXPECT_TRUE(names("K1A 0B1", 0).empty());
    EXPECT_TRUE(names("T2P 1J9", 0).empty()) << "nor its outlines";
    database->write([](db::Write& write) { store::set_in_force(write, "federal-2023", store::InForce::yes); });
    EXPECT_EQ(names("K1A 0B1", 0), (Names{"Ottawa Centre"}));
}

TEST_P(Country, WhoLeftOfficeIsFoundByTheirNumberAlone) {
    const auto susan =
        of({.locale = base::Locale::english, .ridings = {find("K1A 0B1").houses.at(0).ridings.at(0).id}});
    ASSERT_EQ(susan.size(), 1U);
    EXPECT_EQ(susan.front().name, "Susan Okafor");
    database->write([&](db::Write& write) { store::holder_leaves(write, susan.front().id); });
    EXPECT_TRUE(of({.locale = base::Locale::english, .ridings = {*susan.front().riding}}).empty());
    const auto found =
        database->read([&](db::Read& read) { return given.find(read, susan.front().id, base::Locale::french); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->place, "Ottawa-Centre") << "in the language that was asked for";
}

TEST_P(Country, OutlinesAreDrawnInOneBox) {
    const auto map =
        database->read([&](db::Read& read) { return given.outlines(read, {.house = RidingHouse::federal}); });
    EXPECT_EQ(map->width, 1'000);
    EXPECT_GT(map->height, 100);
    ASSERT_EQ(map->outlines.size(), 6U);
    for (const auto& each : map->outlines) EXPECT_EQ(each.path.front(), 'M');
    EXPECT_EQ(
        database->read([&](db::Read& read) { return given.outlines(read, {.house = RidingHouse::municipal}); })->width,
        0);
}

ALLTOGETHER_ON_BOTH_DATABASES(Country);

}  // namespace
}  // namespace representatives
