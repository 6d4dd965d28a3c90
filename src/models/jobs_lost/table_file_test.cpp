// The table that an economist types: what is read, and where each mistake is.
#include "models/jobs_lost/table_file.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jobs_lost {
namespace {

using Unit = InputOutputTable::Unit;

std::vector<std::string> problems(std::string_view csv, Unit unit = Unit::flows) {
    const auto table = read_table(csv, unit);
    std::vector<std::string> texts;
    if (!table)
        for (const auto& problem : table.error()) texts.push_back(text_of(problem));
    return texts;
}

using Texts = std::vector<std::string>;

TEST(TableFile, IsReadWithRowsInAnyOrder) {
    const auto table = read_table(
        "Sector,A, B ,Household\r\njobs,20,30,\r\nB,200,,400\r\nA,150,500,50\r\n"
        "labour_income,300,500,50\r\nOUTPUT,1000,2e3,900\r\n",
        Unit::flows);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->codes, (Texts{"A", "B"}));
    EXPECT_EQ((table->flows[{0, 1}]), 500.0);
    EXPECT_EQ((table->flows[{1, 1}]), 0.0) << "an empty flow is none";
    EXPECT_EQ(table->output, (std::vector<double>{1000.0, 2000.0}));
    EXPECT_EQ(*table->jobs, (std::vector<double>{20.0, 30.0}));
    EXPECT_EQ(table->household->purchases, (std::vector<double>{50.0, 400.0}));
    EXPECT_EQ(table->household->own_labour_income, 50.0);
    EXPECT_EQ(table->household->income, 900.0);
}

TEST(TableFile, RowsBeneathTheSectorsMaySayNothingOfTheHousehold) {
    const auto table = read_table(
        "sector,A,B,household\nA,150,500,50\nB,200,100,400\noutput,1000,2000\njobs,20,30\nlabour_income,300,500\n",
        Unit::flows);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->output, (std::vector<double>{1000.0, 2000.0}));
    EXPECT_EQ(table->household->own_labour_income, 0.0);
    EXPECT_EQ(problems("sector,A,B,household\nA,150,500\nB,200,100,400\n"),
              Texts{"line 2: the record has not as many fields as the first"});
}

TEST(TableFile, TellsLineAndColumnOfEachMistake) {
    EXPECT_EQ(problems("sector,A,B\nA,1,x\nB,2,\"3,5\"\noutput,10,\n"),
              (Texts{"line 2, column 3: this is no number: \"x\"", "line 3, column 3: this is no number: \"3,5\"",
                     "line 4, column 3: the figure of sector \"B\" is missing"}));
}

TEST(TableFile, TellsWhatIsMissing) {
    EXPECT_EQ(problems("sector,A,B,household\nA,1,2,3\n"),
              (Texts{"line 2: the sector \"B\" has no row", "line 2: the row output is missing"}));
}

TEST(TableFile, RefusesWhatItDoesNotKnow) {
    EXPECT_EQ(problems("sector,A\nA,1\nimports,2\noutput,5\n"),
              (Texts{"line 3, column 1: the row \"imports\" is no sector of the header"}));
    EXPECT_EQ(problems("sector,A\nA,0.1\noutput,5\n", Unit::coefficients),
              (Texts{"line 3, column 1: a table of coefficients has no row output"}));
    EXPECT_EQ(problems("sector,A\nA,1\nA,2\noutput,5\n"), (Texts{"line 3, column 1: the sector \"A\" has two rows"}));
}

TEST(TableFile, RefusesAHeaderThatIsNone) {
    EXPECT_EQ(problems(""), Texts{"line 1: the file is empty"});
    EXPECT_EQ(problems("sector\n"), Texts{"line 1: the header names no sector"});
    EXPECT_EQ(problems("code,A\nA,1\n"), Texts{"line 1, column 1: the header must begin with the word sector"});
    EXPECT_EQ(problems("sector,A,A\n"), Texts{"line 1, column 3: two sectors have the code \"A\""});
    EXPECT_EQ(problems("sector,A,jobs,B\n").size(), 1U);
}

TEST(TableFile, RefusesATruncatedFile) {
    EXPECT_EQ(problems("sector,A,B\nA,1,2\nB,1").size(), 1U);
    EXPECT_EQ(problems("sector,A,B\nA,1,\"2").size(), 1U);
}

TEST(TableFile, SaysAtMostTwentyThings) {
    std::string csv = "sector,A\n";
    for (int i = 0; i < 100; ++i) csv += "B,1\n";
    EXPECT_EQ(problems(csv).size(), 20U);
}

TEST(TableFile, RefusesATableOfAbsurdSize) {
    std::string csv = "sector";
    for (std::size_t i = 0; i <= kMostSectors; ++i) csv += ",S" + std::to_string(i);
    EXPECT_FALSE(problems(csv + "\n").empty());
}

// Any bytes are an answer, never a crash.
RC_GTEST_PROP(TableFileLaws, SurvivesAnything, ()) {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("sector", "household", "output", "jobs", "labour_income", ",", ",", "\n", "\n",
                                      "1", "-2.5", "\"", "A", "\xff", "1e999"));
    std::string csv;
    for (const auto& piece : pieces) csv += piece;
    for (const Unit unit : {Unit::flows, Unit::coefficients}) {
        const auto table = read_table(csv, unit);
        RC_ASSERT((table || !table.error().empty()));
    }
}

}  // namespace
}  // namespace jobs_lost
