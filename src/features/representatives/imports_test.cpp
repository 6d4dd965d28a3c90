// Staff bring files: what would change is shown first, all of it comes in or nothing, and twice doubles nobody.
#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "features/representatives/import_store.h"
#include "features/representatives/plan_service.h"
#include "features/representatives/port_service.h"
#include "features/representatives/shipped_service.h"
#include "models/ridings/provider.h"
#include "tests/support/databases.h"

namespace representatives {
namespace {

struct File {
    std::string_view bytes;
    std::string set = "federal-2023";
    Coverage coverage = Coverage::part;
    std::string as_of = "2026-11-01";
};

class Imports : public test_support::OnBothDatabases {
protected:
    void SetUp() override { database->write(keep_shipped_ridings); }

    static ImportRecord record_of(const File& file) {
        const auto* const provider = ridings::provider_of(file.bytes);
        EXPECT_NE(provider, nullptr);
        return {.content = provider->content(),
                .provider = std::string{provider->key()},
                .set = file.set,
                .file_name = "file",
                .coverage = file.coverage,
                .source = "parl.example",
                .as_of = file.as_of,
                .created_by = "Amélie"};
    }
    ImportPlan look(const File& file) {
        const auto reading = ridings::provider_of(file.bytes)->read(file.bytes);
        return database->read([&](db::Read& read) { return plan_import(read, record_of(file), reading); });
    }
    ImportCounts take(const File& file) {
        const auto reading = ridings::provider_of(file.bytes)->read(file.bytes);
        return database->write([&](db::Write& write) {
            auto import = record_of(file);
            import.id = store::insert_import(write, import);
            const auto plan = plan_import(write, import, reading);
            carry_out(write, plan, "Amélie");
            import.counts = plan.counts;
            import.state = ImportState::came_in;
            store::finish_import(write, import);
            return plan.counts;
        });
    }
    std::vector<std::string> names(Office office) {
        std::vector<std::string> names;
        const auto found = database->read(
            [&](db::Read& read) { return given.where(read, {.locale = base::Locale::english, .office = office}); });
        for (const auto& each : found) names.push_back(each.name + " of " + each.place);
        return names;
    }
    std::vector<std::string> federal(std::string_view code) {
        std::vector<std::string> names;
        const auto found =
            database->read([&](db::Read& read) { return given.look_up(read, *people::PostalCode::parse(code)); });
        for (const auto& each : found.houses.front().ridings) names.push_back(each.name_en);
        return names;
    }

    LiveTables tables;
    ports::Representatives given = port(tables);
};
using Names = std::vector<std::string>;

constexpr std::string_view kMembers =
    "office,code,place,name,party,email,vacant\n"
    "mp,10001,,Ruth Okimaw,Maple Party,ruth@parl.example.org,\n"
    "mp,,cape SPEAR,Tom Bell,,,\n"
    "mp,,Long Range Mountains,,,,yes\n";

TEST_P(Imports, AListIsLookedAtTakenInAndDoublesNobody) {
    EXPECT_EQ(look({kMembers}).counts, (ImportCounts{.added = 3}));
    EXPECT_TRUE(names(Office::mp).empty()) << "looking writes nothing";
    take({kMembers});
    EXPECT_EQ(names(Office::mp),
              (Names{"Ruth Okimaw of Avalon", "Tom Bell of Cape Spear", " of Long Range Mountains"}));
    EXPECT_EQ(take({kMembers}), (ImportCounts{.same = 3}));
    EXPECT_EQ(names(Office::mp).size(), 3U);
}

TEST_P(Imports, ASuccessorTakesTheSeatAndAVacancyIsFilled) {
    take({kMembers});
    const auto plan =
        look({"office,code,name,party\nmp,10001,Nadia Roy,\nmp,10002,Tom Bell,Lighthouse Party\n"
              "mp,10005,Iris Day,\n"});
    ASSERT_TRUE(plan.is_sound());
    take({"office,code,name,party\nmp,10001,Nadia Roy,\nmp,10002,Tom Bell,Lighthouse Party\nmp,10005,Iris Day,\n"});
    const auto now = names(Office::mp);
    EXPECT_NE(std::ranges::find(now, "Nadia Roy of Avalon"), now.end());
    EXPECT_EQ(std::ranges::find(now, "Ruth Okimaw of Avalon"), now.end()) << "she left";
    const ImportCounts counts =
        take({"office,code,name\nmp,10001,Nadia Roy\n", "federal-2023", Coverage::whole, "2026-11-02"});
    EXPECT_EQ(names(Office::mp), Names{"Nadia Roy of Avalon"}) << "the list is whole: the others are gone";
    EXPECT_GE(counts.gone, 2);
    EXPECT_EQ(counts.same, 1);
}

TEST_P(Imports, EveryWrongLineIsNamedAndNothingComesIn) {
    const auto plan =
        look({"office,code,place,name\nmp,99999,Nowhere,Ruth Okimaw\nqueen,10001,,Tom Bell\n"
              "mp,10001,,Ann Lee\nmp,10001,,Iris Day\nmp,10002,,=1+1\n"});
    ASSERT_EQ(plan.troubles.size(), 4U);
    EXPECT_EQ(plan.troubles[0].line, 2U);
    EXPECT_EQ(plan.troubles[0].detail, "Nowhere");
    EXPECT_EQ(plan.troubles[1].detail, "queen");
    EXPECT_EQ(plan.troubles[2].detail, "Iris Day") << "two for one seat";
    EXPECT_EQ(plan.troubles[3].detail, "=1+1");
}

TEST_P(Imports, AnOlderFileIsCalledStale) {
    take({kMembers});
    EXPECT_EQ(look({kMembers, "federal-2023", Coverage::part, "2026-10-31"}).newer, "2026-11-01");
    EXPECT_EQ(look({kMembers}).newer, "");
}

TEST_P(Imports, APageOfRepresentIsTakenInByTheNameOfItsSetAndOldOrdersArePassedOver) {
    constexpr std::string_view kPage = R"({"objects": [
      {"elected_office": "MP", "name": "Given Family", "district_name": "South Shore--St. Margarets", "email": "",
       "related": {"boundary_url": "/boundaries/federal-electoral-districts/south-shore/"}},
      {"elected_office": "MP", "name": "Old Member", "district_name": "Avalon",
       "related": {"boundary_url": "/boundaries/federal-electoral-districts-2003/10001/"}}]})";
    const auto plan = look({kPage, ""});
    EXPECT_TRUE(plan.is_sound());
    EXPECT_EQ(plan.passed_over, Names{"federal-electoral-districts-2003"});
    take({kPage, ""});
    EXPECT_EQ(names(Office::mp), Names{"Given Family of South Shore—St. Margarets"})
        << "two hyphens there, a dash here: one riding";
}

TEST_P(Imports, TheSameCodeOfAnotherDivisionIsNotTakenForOurs) {
    // 35061 was Mississauga—Lakeshore in the order of 2013, and is Mississauga Centre in that of 2023.
    constexpr std::string_view kOffice = R"({"objects": [{"elected_office": "MP", "name": "Given Family",
      "district_name": "Mississauga—Lakeshore", "related": {"boundary_url":
      "/boundaries/federal-electoral-districts/35061/"}}]})";
    constexpr std::string_view kCode = R"({"boundaries_centroid": [{"external_id": "35061",
      "name": "Mississauga—Lakeshore", "related": {"boundary_set_url": "/boundary-sets/federal-electoral-districts/"}}],
      "code": "L5G4L3"})";
    for (const auto bytes : {kOffice, kCode}) {
        const auto plan = look({bytes, ""});
        ASSERT_EQ(plan.troubles.size(), 1U);
        EXPECT_EQ(plan.troubles[0].detail, "Mississauga—Lakeshore (35061)");
        EXPECT_EQ(plan.counts, ImportCounts{});
    }
}

TEST_P(Imports, PostalCodesComeInAreChangedAndGo) {
    take({"postal_code,codes\nK1A 0B1,35079\nM5V 2T6,35100 35112\n"});
    EXPECT_EQ(federal("K1A 0B1"), Names{"Ottawa Centre"});
    EXPECT_EQ(federal("M5V 2T6"), (Names{"Spadina—Harbourfront", "University—Rosedale"}));
    const auto counts = take({"postal_code,codes\nK1A 0B1,35080\nK1A 0B2,35079\n", "federal-2023", Coverage::whole});
    EXPECT_EQ(counts, (ImportCounts{.added = 1, .changed = 1, .gone = 1}));
    EXPECT_EQ(federal("K1A 0B1"), Names{"Ottawa South"}) << "the tables in memory are never stale";
    EXPECT_TRUE(federal("M5V 2T6").empty());
    const auto wrong = look({"postal_code,codes\nK1A 0B1,35079\nK1A 0B2,1\n"});
    ASSERT_EQ(wrong.troubles.size(), 1U);
    EXPECT_EQ(wrong.troubles[0].line, 3U);
}

TEST_P(Imports, OutlinesFindTheRidingOfAPlace) {
    constexpr std::string_view kOutline =
        R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"FED_NUM": 35079},
        "geometry": {"type": "Polygon", "coordinates": [[[-76,45],[-75,45],[-75,46],[-76,46],[-76,45]]]}}]})";
    take({"postal_code,lat,lon\nK1A 0B1,45.4,-75.7\n"});
    EXPECT_TRUE(federal("K1A 0B1").empty());
    EXPECT_EQ(take({kOutline}).added, 1);
    EXPECT_EQ(federal("K1A 0B1"), Names{"Ottawa Centre"});
    EXPECT_EQ(take({kOutline}), (ImportCounts{.same = 1}));
    EXPECT_EQ(look({kOutline, ""}).troubles.size(), 1U) << "of which set?";
}

TEST_P(Imports, ANewDivisionIsAddedAndOneRidingLessIsGone) {
    constexpr std::string_view kSet =
        R"({"objects": [{"domain": "Nova Scotia", "name": "Nova Scotia electoral districts",
        "url": "/boundary-sets/nova-scotia-electoral-districts/"}]})";
    take({kSet, ""});
    EXPECT_EQ(take({"code,name_en,name_fr\nns-1,Salt Coast,Côte-du-Sel\nns-2,Basin,Bassin\n",
                    "nova-scotia-electoral-districts"})
                  .added,
              2);
    const auto counts = take({"code,name\nns-1,Salt–Coast\n", "nova-scotia-electoral-districts", Coverage::whole});
    EXPECT_EQ(counts, (ImportCounts{.gone = 1, .same = 1})) << "a dash more, and no word about the French name";
    const auto ridings = database->read([](db::Read& read) { return store::ridings(read); });
    const auto salt = std::ranges::find(ridings, "ns-1", [](const StoredRiding& each) { return each.riding.code; });
    ASSERT_NE(salt, ridings.end());
    EXPECT_EQ(salt->riding.name_fr, "Côte-du-Sel");
    EXPECT_EQ(salt->riding.province, Province::ns);
}

ALLTOGETHER_ON_BOTH_DATABASES(Imports);

}  // namespace
}  // namespace representatives
