#include "features/politician_tracker/politician.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace politician_tracker {
namespace {

constexpr std::string_view kToday = "2026-11-22";

std::vector<std::string> fields_of(const base::Problems& problems) {
    std::vector<std::string> fields;
    for (const auto& problem : problems) fields.push_back(problem.field);
    return fields;
}

TEST(List, IsTakenInWhateverTheOrderOfItsColumns) {
    const auto rows = read_file(
        "Office,party,NAME,region,spare\r\n"
        "mp,Maple Party,\"Okafor, Susan\",on,x\r\n"
        "mayor,,Mireille Roy,QC,y\r\n");
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 2U);
    EXPECT_EQ(rows->at(0).name, "Okafor, Susan");
    EXPECT_EQ(rows->at(0).region, "ON");
    EXPECT_EQ(rows->at(1).office, Office::mayor);
}

TEST(List, NamesEveryWrongLineAndTakesNothing) {
    const auto rows = read_file("name,office,region,email\nA,mp,,\nB,king,ON,nobody\n=C,mayor,,\n");
    ASSERT_FALSE(rows);
    std::vector<std::pair<std::uint64_t, std::string>> found;
    for (const auto& problem : rows.error()) found.emplace_back(problem.line, problem.what);
    EXPECT_EQ(found, (std::vector<std::pair<std::uint64_t, std::string>>{
                         {3, "office"}, {3, "email"}, {4, "name"}, {4, "region"}}));
}

TEST(List, WithoutTheColumnsItNeedsSaysWhich) {
    const auto rows = read_file("nom,charge\nA,mp\n");
    ASSERT_FALSE(rows);
    EXPECT_EQ(rows.error().size(), 2U);
    EXPECT_EQ(rows.error().at(0).what, "name");
}

TEST(AnyFile, IsReadOrRefusedButNeverBreaks) {
    rc::check([](const std::string& bytes) {
        const auto rows = read_file("name,office\n" + bytes);
        const bool is_answered = rows || !rows.error().empty();
        RC_ASSERT(is_answered);
    });
}

TEST(Answer, OfSomebodyWhoSignedSaysHowWeKnow) {
    const StandForm bare{.stand = "signed", .on_date = "2026-11-03"};
    EXPECT_EQ(fields_of(accept({bare, kToday}).error()), std::vector<std::string>{"evidence_en"});
    const StandForm known{.stand = "signed", .on_date = "2026-11-03", .evidence_url = "https://example.org/photo"};
    EXPECT_TRUE(accept({known, kToday}));
    const StandForm asked{.stand = "asked", .on_date = "2026-11-22"};
    EXPECT_TRUE(accept({asked, kToday})) << "who was only asked has done nothing to be proven";
}

TEST(Answer, IsExplainedInBothLanguagesOrInNone) {
    const StandForm half{.stand = "signed", .on_date = "2026-11-03", .evidence_fr = "A signé."};
    EXPECT_EQ(fields_of(accept({half, kToday}).error()), std::vector<std::string>{"evidence_en"});
}

TEST(Answer, LiesNeitherInTheFutureNorNowhere) {
    const StandForm future{.stand = "asked", .on_date = "2026-11-23"};
    EXPECT_EQ(fields_of(accept({future, kToday}).error()), std::vector<std::string>{"on_date"});
    const StandForm nowhere{.stand = "asked", .on_date = "2026-02-31"};
    EXPECT_EQ(fields_of(accept({nowhere, kToday}).error()), std::vector<std::string>{"on_date"});
    EXPECT_EQ(fields_of(accept({StandForm{}, kToday}).error()), (std::vector<std::string>{"stand", "on_date"}));
}

PoliticianFacts in_office(Office office, std::string region) {
    return {.name = "Somebody", .office = office, .region = std::move(region)};
}

TEST(Election, HidesThoseWhomItConcernsAndNobodyElse) {
    const ElectionPeriod federal{PeriodId{1}, "", "", "", {}, "", 0, {}, ""};
    const ElectionPeriod ontario{PeriodId{2}, "ON", "", "", {}, "", 0, {}, ""};
    EXPECT_TRUE(is_hidden(in_office(Office::mp, "ON"), {federal}));
    EXPECT_FALSE(is_hidden(in_office(Office::mp, "ON"), {ontario}));
    EXPECT_TRUE(is_hidden(in_office(Office::provincial, "ON"), {ontario}));
    EXPECT_TRUE(is_hidden(in_office(Office::mayor, "ON"), {federal, ontario}));
    EXPECT_FALSE(is_hidden(in_office(Office::provincial, "QC"), {federal, ontario}));
    EXPECT_FALSE(is_hidden(in_office(Office::mp, ""), {}));
}

TEST(Names, ComeBackAsTheValuesTheyStandFor) {
    for (const auto each : kOffices) EXPECT_EQ(office_of(name_of(each)), each);
    for (const auto each : kTiers) EXPECT_EQ(tier_of(name_of(each)), each);
    for (const auto each : kStands) EXPECT_EQ(stand_of(name_of(each)), each);
    EXPECT_FALSE(stand_of("won over"));
}

}  // namespace
}  // namespace politician_tracker
