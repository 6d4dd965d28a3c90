// Files as publishers and staff write them, and as they get broken.
#include "models/ridings/provider.h"

#include <string>

#include <gtest/gtest.h>

#include "models/ridings/shipped.h"

namespace ridings {
namespace {

Reading read(const Provider& by, std::string_view bytes) {
    EXPECT_EQ(provider_of(bytes), &by) << "recognised as " << by.key();
    return by.read(bytes);
}

std::string troubles(const Reading& reading) {
    std::string all;
    for (const auto& each : reading.troubles)
        all += std::to_string(each.line) + ": " + each.detail + ": " + each.why.key() + "\n";
    return all;
}

// The shape of a page of Represent, with what real ones do: no mail, no external id, extra as a list, a vacant seat.
constexpr std::string_view kPage = R"({"meta": {"limit": 20, "next": "/representatives/house-of-commons/?offset=20",
 "total_count": 343}, "objects": [
 {"district_name": "Mississauga—Lakeshore", "elected_office": "MP", "email": "given.family@example.org", "extra": {},
  "first_name": "Given", "last_name": "Family", "name": "Given Family", "party_name": "Example party",
  "offices": [{"fax": "1 613 555-0101", "postal": "House of Commons\nOttawa ON  K1A 0A6", "tel": "1 613 555-0100",
  "type": "legislature"}, {"type": "residence"}], "related": {"boundary_url":
  "/boundaries/federal-electoral-districts/35061/"}, "source_url": "https://www.example.org/members", "url": ""},
 {"district_name": "Avalon", "elected_office": "MNA", "email": null, "extra": [], "name": "Other Person",
  "offices": [], "related": {}},
 {"district_name": "Terra Nova", "elected_office": "MP", "email": "", "name": "Vacant"}]})";

TEST(Represent, aPageOfRepresentativesIsReadAsItComes) {
    const auto reading = read(represent_representatives(), kPage);
    ASSERT_TRUE(reading.is_sound()) << troubles(reading);
    ASSERT_EQ(reading.representatives.size(), 3U);
    const auto& first = reading.representatives[0];
    EXPECT_EQ(first.office, "mp");
    EXPECT_EQ(first.code, "35061");
    EXPECT_EQ(first.boundary_set, "federal-electoral-districts");
    ASSERT_EQ(first.addresses.size(), 1U) << "an office without telephone and address says nothing";
    EXPECT_EQ(first.addresses[0].postal, "House of Commons\nOttawa ON  K1A 0A6");
    EXPECT_EQ(reading.representatives[1].office, "provincial");
    EXPECT_EQ(reading.representatives[1].email, "");
    EXPECT_EQ(reading.representatives[2].name, "") << "a vacant seat";
    EXPECT_EQ(reading.of_total, 343) << "this is one page";
}

TEST(Represent, aPostalCodeHasItsConcordanceBeforeItsMiddle) {
    const auto reading = read(represent_postal_code(), R"({"boundaries_centroid": [
        {"external_id": "35061", "name": "A", "related": {"boundary_set_url": "/boundary-sets/federal-electoral-districts/"},
         "url": "/boundaries/federal-electoral-districts/35061/"},
        {"name": "B", "related": {"boundary_set_url": "/boundary-sets/mississauga-wards/"}, "url": "/boundaries/mississauga-wards/ward-1/"}],
      "boundaries_concordance": [
        {"external_id": "35062", "related": {"boundary_set_url": "/boundary-sets/federal-electoral-districts/"}},
        {"external_id": "35063", "related": {"boundary_set_url": "/boundary-sets/federal-electoral-districts/"}}],
      "code": "L5G4L3", "province": "ON", "centroid": {"type": "Point", "coordinates": [-79.580111, 43.579924]}})");
    ASSERT_TRUE(reading.is_sound()) << troubles(reading);
    ASSERT_EQ(reading.riding_names.size(), 3U);
    EXPECT_EQ(reading.riding_names[0].code, "35062");
    EXPECT_EQ(reading.riding_names[1].code, "35063");
    EXPECT_EQ(reading.riding_names[2], (RidingName{"mississauga-wards", "ward-1", "B"}))
        << "no external id: its address";
    ASSERT_EQ(reading.points.size(), 1U);
    EXPECT_EQ(reading.points[0].point, (GeoPoint{-795801110, 435799240}));
}

TEST(Represent, setsAndBoundariesAreListsOfTheirOwn) {
    const auto sets = read(represent_boundary_sets(), R"({"objects": [{"domain": "Canada", "name":
        "Federal electoral districts", "related": {"boundaries_url": "/boundaries/federal-electoral-districts/"},
        "url": "/boundary-sets/federal-electoral-districts/"}]})");
    ASSERT_EQ(sets.sets.size(), 1U);
    EXPECT_EQ(sets.sets[0].boundary_set, "federal-electoral-districts");
    const auto ridings = read(represent_boundaries(), R"({"objects": [{"boundary_set_name": "Ward", "external_id": "",
        "name": "Ward 1", "related": {"boundary_set_url": "/boundary-sets/a-wards/"}, "url": "/boundaries/a-wards/ward-1/"}]})");
    ASSERT_EQ(ridings.ridings.size(), 1U);
    EXPECT_EQ(ridings.ridings[0].code, "ward-1");
}

TEST(Represent, whatASpreadsheetOrAScriptMadeOfAPageIsReadAsWell) {
    const auto reading = read(represent_representatives(),
                              "\xEF\xBB\xBF"
                              R"([{"elected_office": "MP", "name": "Vacant Seat", "district_name": "Avalon"},
        {"elected_office": "Reeve", "name": "Ann Lee", "district_name": "Bell", "url": "www.example.org"}])");
    ASSERT_TRUE(reading.is_sound()) << troubles(reading);
    EXPECT_EQ(reading.representatives[0].name, "") << "nobody is called so";
    EXPECT_EQ(reading.representatives[1].office, "mayor");
    EXPECT_EQ(reading.representatives[1].website, "") << "no whole address, and no reason to refuse the page";
    const auto ridings = read(represent_boundaries(), R"({"objects": [{"boundary_set_name": "Ward", "external_id": 7,
        "name": "Ward 7", "related": {"boundary_set_url": "/boundary-sets/a-wards/"}, "url": "/boundaries/a-wards/x/"}]})");
    EXPECT_EQ(ridings.ridings.at(0).code, "7");
}

TEST(Represent, brokenJsonIsATrouble) {
    EXPECT_FALSE(represent_representatives().read("{\"elected_office\"").is_sound());
    EXPECT_FALSE(represent_representatives().read("[]").is_sound());
    EXPECT_FALSE(represent_representatives().read(R"({"objects": [1, null, []]})").is_sound());
    EXPECT_FALSE(represent_postal_code().read(R"({"boundaries_centroid": [], "code": "90210"})").is_sound());
}

TEST(Csv, ridingsWithAWordOfSpreadsheets) {
    const auto reading = read(csv_ridings(),
                              "\xEF\xBB\xBF"
                              "Code;Name;Within\r\n35075;Ottawa Centre;\r\n;;\r\n");
    ASSERT_EQ(reading.ridings.size(), 2U);
    EXPECT_EQ(reading.ridings[0].name_fr, "Ottawa Centre") << "one name is that of both languages";
    EXPECT_EQ(troubles(reading), "3: code: The code is missing.\n3: : The name is missing.\n");
}

TEST(Csv, representativesNameEveryWrongLine) {
    const auto reading = read(csv_representatives(),
                              "office,place,name,email,vacant,telephone,constituency_postal\n"
                              "mp,Avalon,Ruth Okimaw,ruth@example.org,,555-0100,\"1 Main Street\nTown\"\n"
                              "mp,Cape Spear,,,yes,,\n"
                              "mp,Labrador,,,,,\n"
                              "mp,Terra Nova,Tom Bell,nobody at all,,,\n"
                              "mp,,Ann Lee,,,,\n"
                              "senator,,Iris Day,,,,\n");
    EXPECT_EQ(reading.representatives.size(), 6U);
    EXPECT_EQ(reading.representatives[0].addresses[1].postal, "1 Main Street\nTown");
    ASSERT_EQ(reading.troubles.size(), 3U) << troubles(reading);
    EXPECT_EQ(reading.troubles[0].line, 5U) << "lines are those of the file";
    EXPECT_EQ(reading.troubles[1].detail, "nobody at all");
    EXPECT_EQ(reading.troubles[2].detail, "Ann Lee");
}

TEST(Csv, postalCodesWithOneRidingSeveralOrAPlace) {
    const auto reading = read(csv_postal_codes(),
                              "postal_code,codes,lat,lon\nK1A 0B1,35075 35076,,\nk1a0b2,35075,45.4,-75.7\n"
                              "K1A 0B3,,45.4,-75.7\n90210,35075,,\nK1A 0B4,,-75.7,45.4\nK1A 0B5,,,\n");
    EXPECT_EQ(reading.memberships.size(), 3U);
    EXPECT_EQ(reading.riding_names.size(), 2U);
    EXPECT_EQ(reading.points.size(), 2U);
    EXPECT_EQ(troubles(reading),
              "5: 90210: This is no Canadian postal code.\n"
              "6: -75.7, 45.4: Latitude and longitude stand in the wrong order: longitude comes first.\n"
              "7: K1A 0B5: There is neither a riding nor a position.\n");
}

TEST(Csv, headingsOfSpreadsheetsInEitherLanguage) {
    const auto tabs = read(csv_postal_codes(), "Postal Code\tRidings\nk1a 0b1\t35075|35076\n");
    EXPECT_EQ(tabs.memberships.size(), 2U) << troubles(tabs);
    const auto french = read(csv_postal_codes(), "Code postal;Latitude;Longitude\r\nK1A 0B1;45,4;-75,7\r\n");
    ASSERT_EQ(french.points.size(), 1U) << troubles(french);
    EXPECT_EQ(french.points[0].point, (GeoPoint{-757000000, 454000000}));
    const auto offices = read(csv_representatives(),
                              "Fonction;Nom;Circonscription;Courriel;Téléphone\n"
                              "mp;Siège vacant;Avalon;;\nmp;Iris Day;Cape Spear;iris@example.org;613 555-0100\n");
    ASSERT_TRUE(offices.is_sound()) << troubles(offices);
    EXPECT_EQ(offices.representatives[0].name, "");
    EXPECT_EQ(offices.representatives[1].place, "Cape Spear");
    EXPECT_EQ(offices.representatives[1].email, "iris@example.org");
    EXPECT_EQ(offices.representatives[1].addresses.at(0).telephone, "613 555-0100");
}

std::string collection(std::string_view features) {
    return R"({"type": "FeatureCollection", "features": [)" + std::string{features} + "]}";
}
constexpr std::string_view kSquare = "[[[-76,45],[-75,45],[-75,46],[-76,46],[-76,45]]]";
std::string feature(std::string_view properties, std::string_view type, std::string_view coordinates) {
    return R"({"type": "Feature", "geometry": {"coordinates": )" + std::string{coordinates} + R"(, "type": ")" +
           std::string{type} + R"("}, "properties": )" + std::string{properties} + "}";
}

TEST(GeoJson, codesAndNamesStandInTheColumnsOfSeveralPublishers) {
    const auto reading =
        read(geojson_boundaries(),
             collection(feature(R"({"FED_NUM": 35075, "ED_NAMEE": "Ottawa Centre"})", "Polygon", kSquare) + "," +
                        feature(R"({"FEDUID": "24001", "other": [1, {"a": 2}], "NAME": "Abitibi"})", "MultiPolygon",
                                "[" + std::string{kSquare} + "]") +
                        "," + feature(R"({"CO_CEP": 101.0, "NM_CEP": "Arthabaska"})", "Polygon", kSquare)));
    ASSERT_TRUE(reading.is_sound()) << troubles(reading);
    ASSERT_EQ(reading.boundaries.size(), 3U);
    EXPECT_EQ(reading.boundaries[0].code, "35075");
    EXPECT_EQ(reading.boundaries[0].name, "Ottawa Centre");
    EXPECT_EQ(reading.boundaries[1].code, "24001");
    EXPECT_EQ(reading.boundaries[2].code, "101");
    EXPECT_EQ(count_points(reading.boundaries[0].shape), 5U);
}

TEST(GeoJson, everyWrongFeatureIsNamedWithWhyAndWhere) {
    const auto reading = read(
        geojson_boundaries(),
        collection(
            feature(R"({"name": "Bow"})", "Polygon", "[[[-76,45],[-75,46],[-75,45],[-76,46],[-76,45]]]") + "," +
            feature(R"({"name": "Open"})", "Polygon", "[[[-76,45],[-75,45],[-75,46],[-76,46]]]") + "," +
            feature(R"({"name": "Short"})", "Polygon", "[[[-76,45],[-75,45],[-76,45]]]") + "," +
            feature(R"({"name": "Turned"})", "Polygon", "[[[45,-76],[45,-75],[46,-75],[46,-76],[45,-76]]]") + "," +
            feature(R"({"name": "Metres"})", "Polygon", "[[[7630000,1230000],[7630001,1230000],[7630000,1230001]]]") +
            "," + feature(R"({"name": "Line"})", "LineString", "[[-76,45],[-75,45]]") + "," +
            R"({"type": "Feature", "geometry": null, "properties": {"name": "Nothing"}})" + "," +
            feature(R"({"colour": "red"})", "Polygon", kSquare)));
    EXPECT_EQ(troubles(reading),
              "1: Bow (45.500000, -75.500000): The outline crosses itself.\n"
              "2: Open (46.000000, -76.000000): A ring does not end where it begins.\n"
              "3: Short (45.000000, -76.000000): A ring needs four points at least, the last of them the first again.\n"
              "4: Turned (45, -76): Latitude and longitude stand in the wrong order: longitude comes first.\n"
              "5: Metres (7630000, 1230000): These are no degrees: export the file as WGS 84 (EPSG:4326).\n"
              "6: Line (LineString): Only polygons and multipolygons can be taken in.\n"
              "7: Nothing: There is no outline.\n"
              "8: : This feature has neither a code nor a name in a column that is known.\n");
}

TEST(GeoJson, anotherSystemOfReferenceIsRefusedOnceForTheWholeFile) {
    const auto with = [](std::string_view system) {
        const std::string metres = "[[[7630000,1230000],[7630001,1230000],[7630000,1230001]]]";
        return R"({"type": "FeatureCollection", "crs": )" + std::string{system} + R"(, "features": [)" +
               feature(R"({"name": "A"})", "Polygon", metres) + "," + feature(R"({"name": "B"})", "Polygon", metres) +
               "]}";
    };
    for (const auto* system : {R"({"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3347"}})",
                               R"({"type": "EPSG", "properties": {"code": 3347}})", R"("EPSG:3347")"})
        EXPECT_EQ(geojson_boundaries().read(with(system)).troubles.size(), 1U) << system;
    for (const auto* system : {R"({"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}})", "null"})
        EXPECT_EQ(geojson_boundaries().read(with(system)).troubles.size(), 2U) << "each outline, for its metres";
}

TEST(GeoJson, aPositionThatLacksANumberIsNamedAndNotLeftOut) {
    for (const auto* odd : {"[-75]", "[null, null]", R"(["-75", "45"])", "[]"}) {
        const auto reading = geojson_boundaries().read(collection(feature(
            R"({"name": "Odd"})", "Polygon", "[[[-76,45]," + std::string{odd} + ",[-75,45],[-75,46],[-76,45]]]")));
        EXPECT_EQ(troubles(reading), "1: Odd: A position is no number.\n") << odd;
    }
    const auto whole =
        read(geojson_boundaries(), collection(feature(R"({"code": 100000.0, "name": "Round"})", "Polygon", kSquare)));
    EXPECT_EQ(whole.boundaries.at(0).code, "100000");
}

TEST(GeoJson, whatIsNoCollectionOrNoJsonIsATrouble) {
    for (const char* bytes : {"{\"features\": [", "{\"features\": []} x", R"({"type": "Feature", "features": []})",
                              R"({"type": "FeatureCollection", "features": []})"})
        EXPECT_FALSE(geojson_boundaries().read(bytes).is_sound()) << bytes;
}

TEST(Providers, nobodyTakesWhatIsNoneOfTheirs) {
    for (const char* bytes : {"", "hello", "a,b\n1,2\n", "{}", "[1,2]", "<html>"})
        EXPECT_EQ(provider_of(bytes), nullptr) << bytes;
    for (const Provider* each : providers()) EXPECT_EQ(provider_named(each->key()), each);
}

TEST(Shipped, theFederalRidingsOf2023AndTheProvincesOfDistricts) {
    const auto ridings = shipped_federal_ridings();
    EXPECT_EQ(ridings.size(), 343U);
    EXPECT_EQ(ridings.front().code, "10001");
    EXPECT_EQ(province_of_district("K1A"), "ON");
    EXPECT_EQ(province_of_district("X0A"), "NU");
    EXPECT_EQ(province_of_district("K9Z"), std::nullopt);
}

}  // namespace
}  // namespace ridings
