// Official tables come in whole or not at all, and what is left out is told.
#include "features/jobs_calculator/import_reader.h"

#include <filesystem>
#include <map>

#include <gtest/gtest.h>

#include "models/statistics/pack.h"

namespace jobs_calculator {
namespace {

using jobs_lost::Jurisdiction;
using jobs_lost::Variable;

const std::filesystem::path kSamples{SOURCE_DIR "/tests/official_tables"};

using Read = base::Result<ImportedTable, std::vector<statistics::TableProblem>>;

Read read_text(std::string_view csv, const std::string& name = "table.csv") {
    auto table = statistics::OfficialTable::from_bytes(csv, {name});
    if (!table) return std::vector{table.error()};
    return read_import(*table);
}

std::string problems_of(const Read& read) {
    std::string all;
    if (!read)
        for (const auto& problem : read.error()) all += text_of(problem) + "\n";
    return all;
}

std::uint64_t skipped_rows(const ImportedTable& table, std::string_view part_of_reason) {
    for (const auto& skipped : table.skipped)
        if (skipped.reason.find(part_of_reason) != std::string::npos) return skipped.rows;
    return 0;
}

const std::string kMultiplierHead =
    "REF_DATE,GEO,DGUID,Multiplier type,Variable,Geographical "
    "coverage,Industry,UOM,SCALAR_FACTOR,VALUE,STATUS,DECIMALS\n";

// One row of that head; figures of Ontario's hospitals.
struct Cell {
    std::string year = "2022", place = "Ontario", type = "Direct multiplier", variable = "Jobs";
    std::string coverage = "Within province", industry = "Government health services [GS620]", value = "7.1",
                status = "";
};
std::string row(const Cell& cell) {
    return cell.year + "," + cell.place + ",," + cell.type + "," + cell.variable + "," + cell.coverage + ",\"" +
           cell.industry + "\",Jobs,units," + cell.value + "," + cell.status + ",1\n";
}
std::string hospitals() {
    return row({}) + row({.type = "Indirect multiplier", .value = "2.6"}) +
           row({.type = "Induced multiplier", .value = "2.1"}) + row({.type = "Simple multiplier", .value = "9.6"}) +
           row({.type = "Total multiplier", .value = "11.7"});
}

// The sample holds the figures of the shipped pack: what comes out must be what went in.
TEST(ImportedMultipliers, are_those_of_the_shipped_pack) {
    auto table = statistics::OfficialTable::open(kSamples / "36100113.csv");
    ASSERT_TRUE(table);
    const auto read = read_import(*table);
    ASSERT_TRUE(read) << problems_of(read);
    EXPECT_EQ(read->number, "36-10-0113");
    EXPECT_EQ(read->newest_year, 2022);
    EXPECT_EQ(read->rows_read, 776U);
    EXPECT_EQ(read->rows_used, 775U);
    EXPECT_EQ(skipped_rows(*read, "suppressed"), 1U);
    ASSERT_EQ(read->multipliers.size(), 124U) << "31 industries, four variables";
    const auto pack = statistics::table_of(statistics::shipped_pack("io/on_multipliers_2022"));
    const std::map<Variable, std::string> names{{Variable::output, "output"},
                                                {Variable::jobs, "jobs"},
                                                {Variable::gdp, "gdp"},
                                                {Variable::labour_income, "labour_income"}};
    std::size_t compared = 0;
    for (const auto& figures : read->multipliers) {
        EXPECT_EQ(figures.jurisdiction, Jurisdiction::on);
        EXPECT_EQ(figures.decimals, 1);
        for (const auto shipped : pack.rows()) {
            if (shipped["code"] != figures.industry || shipped["measure"] != names.at(figures.variable)) continue;
            ++compared;
            EXPECT_EQ(figures.label, shipped["industry"]);
            EXPECT_EQ(figures.simple, shipped.number("simple"));
            EXPECT_EQ(figures.total, shipped.number("total"));
            EXPECT_EQ(figures.type2, shipped.number("type2"));
            if (figures.variable == Variable::output) EXPECT_FALSE(figures.direct) << "1 by definition, not published";
        }
    }
    EXPECT_EQ(compared, 124U);
}

TEST(ImportedMultipliers, are_of_the_newest_year_of_each_place) {
    const auto read =
        read_text(kMultiplierHead + row({.year = "2021", .value = "7.5"}) + hospitals() +
                  row({.year = "2020", .value = "8"}) + row({.year = "2019", .place = "Nunavut", .value = "5"}));
    ASSERT_TRUE(read) << problems_of(read);
    EXPECT_EQ(read->multipliers.size(), 2U);
    EXPECT_EQ(read->newest_year, 2022);
    EXPECT_EQ(read->oldest_year, 2019);
    EXPECT_EQ(skipped_rows(*read, "older year"), 2U);
    EXPECT_EQ(read->rows_used, 6U);
}

TEST(ImportedMultipliers, of_other_places_variables_and_totals_are_left_out_with_their_reasons) {
    const auto read = read_text(kMultiplierHead + hospitals() + row({.place = "Canadian territorial enclaves abroad"}) +
                                row({.variable = "Gross operating surplus"}) + row({.type = "Type III multiplier"}) +
                                row({.industry = "Total industries"}) + row({.coverage = "Elsewhere"}) +
                                row({.industry = "Farming [BS11A]", .value = "", .status = ".."}) +
                                row({.industry = "Farming [BS11A]", .value = "1e9"}) + row({}));
    ASSERT_TRUE(read) << problems_of(read);
    EXPECT_EQ(read->rows_used, 5U);
    EXPECT_EQ(read->skipped.size(), 8U);
    for (const auto& skipped : read->skipped) {
        EXPECT_EQ(skipped.rows, 1U) << skipped.reason;
        ASSERT_EQ(skipped.examples.size(), 1U) << skipped.reason;
        EXPECT_GE(skipped.examples[0].line, 7U) << skipped.reason;
    }
}

TEST(ImportedMultipliers, keep_what_is_lost_elsewhere_apart) {
    const auto read = read_text(kMultiplierHead + hospitals() + row({.coverage = "All provinces", .value = "7.1"}));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->multipliers.size(), 2U);
}

TEST(ImportedMultipliers, that_do_not_add_up_are_refused) {
    const auto wrong = kMultiplierHead + row({}) + row({.type = "Indirect multiplier", .value = "2.6"}) +
                       row({.type = "Simple multiplier", .value = "19.6"});
    EXPECT_NE(problems_of(read_text(wrong)).find("do not add up"), std::string::npos);
    EXPECT_NE(problems_of(read_text(wrong)).find("line 2: Government health services [GS620]"), std::string::npos);
    // One of more than a hundred is left out alone.
    std::string many = wrong;
    for (int i = 0; i < 120; ++i) many += row({.industry = "Industry [BS" + std::to_string(1000 + i) + "]"});
    const auto read = read_text(many);
    ASSERT_TRUE(read) << problems_of(read);
    EXPECT_EQ(read->multipliers.size(), 120U);
    EXPECT_EQ(skipped_rows(*read, "do not add up"), 3U);
}

TEST(ImportedMultipliers, with_two_figures_for_one_cell_are_refused) {
    EXPECT_NE(problems_of(read_text(kMultiplierHead + hospitals() + row({.value = "7.2"})))
                  .find("line 7: the row stands there twice with different figures: Ontario 2022"),
              std::string::npos);
}

TEST(ImportedMultipliers, of_a_cut_down_download_are_understood) {
    const auto read = read_text(
        "REF_DATE,GEO,Multiplier type,Variable,Industry,VALUE,DECIMALS\n"
        "2022,Canada,Direct multiplier,Jobs,Hospitals [GS622000],7.123,3\n");
    ASSERT_TRUE(read) << problems_of(read);
    EXPECT_EQ(read->number, "36-10-0594") << "the national table";
    EXPECT_EQ(read->multipliers.at(0).jurisdiction, Jurisdiction::ca);
    EXPECT_EQ(read->notes.size(), 1U);
    EXPECT_NE(
        problems_of(
            read_text("REF_DATE,GEO,Multiplier type,Industry,VALUE\n2022,Ontario,Direct multiplier,A [BS11A],1\n"))
            .find("one is missing"),
        std::string::npos);
}

TEST(Tables, are_recognised_by_number_or_by_their_columns) {
    EXPECT_EQ(known_table("36-10-0113-01")->number, "36-10-0113");
    EXPECT_EQ(known_table("36100595")->number, "36-10-0595");
    EXPECT_EQ(known_table("18100005"), nullptr);
    EXPECT_EQ(known_table(""), nullptr);
    const auto detail = read_text(
        "REF_DATE,GEO,Multiplier type,Variable,Geographical coverage,Industry,VALUE\n"
        "2022,Ontario,Direct multiplier,Jobs,Within province,Hospitals [GS622000],7\n");
    ASSERT_TRUE(detail);
    EXPECT_EQ(detail->number, "36-10-0595");
    const auto summary = read_text(kMultiplierHead + hospitals());
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->number, "36-10-0113");
    auto prices = statistics::OfficialTable::open(kSamples / "18100005_head.csv");
    ASSERT_TRUE(prices);
    EXPECT_NE(problems_of(read_import(*prices)).find("none that the calculator uses"), std::string::npos);
    auto energy = statistics::OfficialTable::open(kSamples / "38100096_head.csv");
    ASSERT_TRUE(energy);
    EXPECT_NE(problems_of(read_import(*energy)).find("38100096"), std::string::npos);
}

// The first forty lines of the real download; the same figures stand in the shipped pack.
TEST(ImportedSpending, is_that_of_the_shipped_pack) {
    auto table = statistics::OfficialTable::open(kSamples / "10100005_head.csv");
    ASSERT_TRUE(table);
    const auto read = read_import(*table);
    ASSERT_TRUE(read) << problems_of(read);
    EXPECT_EQ(read->number, "10-10-0005");
    EXPECT_EQ(read->rows_used, 40U);
    std::map<std::string, double> shipped;
    for (const auto pack_row : statistics::table_of(statistics::shipped_pack("spending/by_function")).rows())
        shipped[std::string{pack_row["province"]} + std::string{pack_row["year"]} + std::string{pack_row["function"]}] =
            *pack_row.number("million_dollars");
    for (const auto& figures : read->spending)
        EXPECT_NEAR(figures.million, shipped.at("NL" + std::to_string(figures.year) + figures.ccofog), 1e-9);
}

TEST(ImportedSpending, of_ottawa_is_the_federal_governments_own) {
    const std::string head =
        "REF_DATE,GEO,Public sector components,Canadian Classification of Functions of Government "
        "(CCOFOG),UOM,SCALAR_FACTOR,VALUE,STATUS\n";
    const auto read = read_text(
        head +
        "2022,Canada,Federal government,Defence [702],Dollars,millions,30000,\n"
        "2022,Canada,Consolidated government,Defence [702],Dollars,millions,30100,\n"
        "2022,Yukon,Consolidated provincial-territorial and local governments,\"Sickness and disability [7101, "
        "7103]\",Dollars,millions,12.5,\n"
        "2022,Yukon,Consolidated provincial-territorial and local governments,Total "
        "expenditure,Dollars,millions,2000,\n"
        "2022,Yukon,Consolidated provincial-territorial and local governments,Health [707],Dollars,millions,,x\n"
        "2022,Yukon,Consolidated provincial-territorial and local governments,Health [708],Number,units,3,\n");
    ASSERT_TRUE(read) << problems_of(read);
    ASSERT_EQ(read->spending.size(), 2U);
    EXPECT_EQ(read->spending[0].jurisdiction, Jurisdiction::yt);
    EXPECT_EQ(read->spending[0].ccofog, "7101 7103");
    EXPECT_EQ(read->spending[0].million, 12.5);
    EXPECT_EQ(read->spending[1].jurisdiction, Jurisdiction::ca);
    EXPECT_EQ(read->spending[1].million, 30'000);
    EXPECT_EQ(read->skipped.size(), 4U);
}

TEST(ImportedEmployment, is_of_all_employees_in_the_industries_of_the_model) {
    const std::string head =
        "REF_DATE,GEO,Type of employee,North American Industry Classification System "
        "(NAICS),UOM,SCALAR_FACTOR,VALUE,STATUS\n";
    const auto read =
        read_text(head +
                  "2024,Manitoba,All employees,Health care and social assistance [62],Persons,units,110000,A\n"
                  "2024,Manitoba,All employees,Hospitals [622],Persons,units,50000,A\n"
                  "2024,Manitoba,Salaried employees paid a fixed salary,Utilities [22],Persons,units,4000,\n"
                  "2024,Manitoba,All employees,Utilities [22],Persons,units,,x\n"
                  "2024,Canada,All employees,Utilities [22],Persons,units,150000,\n"
                  "2024,Manitoba,All employees,\"Forestry, logging and support [11N]\",Persons,thousands,0.2,B\n");
    ASSERT_TRUE(read) << problems_of(read);
    EXPECT_EQ(read->number, "14-10-0202");
    ASSERT_EQ(read->employment.size(), 2U);
    EXPECT_EQ(read->employment[0].industry, "Forestry, logging and support");
    EXPECT_EQ(read->employment[0].employees, 200);
    EXPECT_EQ(read->employment[1].employees, 110'000);
    EXPECT_EQ(read->skipped.size(), 4U);
}

TEST(Imports, of_which_nothing_can_be_used_say_why) {
    const auto problems = problems_of(read_text(kMultiplierHead + row({.place = "Ohio"}) + row({.place = "Utah"})));
    EXPECT_NE(problems.find("nothing of this table can be used; 2 rows: the place is no province"), std::string::npos)
        << problems;
    EXPECT_NE(problems_of(read_text(kMultiplierHead)).find("no rows"), std::string::npos);
    EXPECT_NE(problems_of(read_text(kMultiplierHead + hospitals() + "2022,Ontario\n")).find("not as many fields"),
              std::string::npos);
}

}  // namespace
}  // namespace jobs_calculator
