// Multipliers against what textbooks, manuals and offices published, against a second program, and their laws.
#include "models/jobs_lost/multipliers.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <numeric>
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "models/jobs_lost/table_file.h"

namespace jobs_lost {
namespace {

using Unit = InputOutputTable::Unit;
using Rows = std::vector<SectorMultipliers>;

Rows multipliers(std::string_view csv, Unit unit) {
    const auto table = read_table(csv, unit);
    if (!table) {
        ADD_FAILURE() << text_of(table.error().front());
        return {};
    }
    const auto rows = multipliers_of(*table);
    if (!rows) {
        ADD_FAILURE() << rows.error().front().field << " " << rows.error().front().message.key();
        return {};
    }
    return *rows;
}

base::Problems problems(std::string_view csv, Unit unit = Unit::flows) {
    const auto table = read_table(csv, unit);
    EXPECT_TRUE(table) << text_of(table.error().front());
    const auto rows = multipliers_of(*table);
    return rows ? base::Problems{} : rows.error();
}

// Miller & Blair, 2nd edition, 2.3 and 2.5: their two sectors, and households with an income of 1000.
constexpr std::string_view kTextbook =
    "sector,A,M,household\n"
    "A,150,500,50\n"
    "M,200,100,400\n"
    "output,1000,2000,1000\n"
    "labour_income,300,500,50\n";

TEST(Multipliers, AreThoseOfMillerAndBlair) {
    const Rows rows = multipliers(kTextbook, Unit::flows);
    EXPECT_NEAR(rows[0].output.simple, 1.254125 + 0.264026, 1e-5);
    EXPECT_NEAR(rows[1].output.simple, 0.330033 + 1.122112, 1e-5);
    EXPECT_NEAR(*rows[0].output.total, 1.365086 + 0.527323, 1e-5) << "the household row is not part of the sum";
    EXPECT_NEAR(*rows[1].output.total, 0.425260 + 1.348076, 1e-5);
    EXPECT_NEAR(rows[0].labour_income->direct, 0.3, 1e-12);
    EXPECT_NEAR(rows[0].labour_income->simple, 0.3 * 1.254125 + 0.25 * 0.264026, 1e-5);
    EXPECT_NEAR(*rows[0].labour_income->total, 0.3 * 1.365086 + 0.25 * 0.527323, 1e-5);
    EXPECT_NEAR(*rows[0].labour_income->type2, *rows[0].labour_income->total / 0.3, 1e-9);
}

TEST(Multipliers, AreTheSameFromFlowsAndFromCoefficients) {
    const Rows flows = multipliers(kTextbook, Unit::flows);
    const Rows coefficients = multipliers(
        "sector,A,M,household\nA,0.15,0.25,0.05\nM,0.2,0.05,0.4\nlabour_income,0.3,0.25,0.05\n", Unit::coefficients);
    for (std::size_t j = 0; j < 2; ++j) {
        EXPECT_NEAR(flows[j].output.simple, coefficients[j].output.simple, 1e-12);
        EXPECT_NEAR(*flows[j].labour_income->total, *coefficients[j].labour_income->total, 1e-12);
    }
}

TEST(Multipliers, TakeAllLabourIncomeWhereTheIncomeOfHouseholdsIsNotGiven) {
    const Rows rows = multipliers(
        "sector,A,M,household\nA,150,500,50\nM,200,100,400\noutput,1000,2000,\n"
        "labour_income,300,500,50\n",
        Unit::flows);
    const Rows stated = multipliers(
        "sector,A,M,household\nA,150,500,50\nM,200,100,400\noutput,1000,2000,850\n"
        "labour_income,300,500,50\n",
        Unit::flows);
    EXPECT_NEAR(*rows[0].output.total, *stated[0].output.total, 1e-12);
}

// Eurostat manual 2008, chapter 15; gross value added stands in the row of jobs here, since any factor is treated
// alike.
TEST(Multipliers, OfGermany1995AreThoseOfTheEurostatManual) {
    const Rows rows = multipliers(
        "sector,agriculture,manufacturing,construction,trade,business,other\n"
        "agriculture,1131,25480,1,607,710,762\n"
        "manufacturing,7930,304584,64167,41082,11981,30360\n"
        "construction,426,7334,3875,5296,23457,9155\n"
        "trade,3559,72717,14190,74399,10835,21008\n"
        "business,3637,96115,31027,65755,193176,34223\n"
        "other,1552,14986,1747,11225,15058,22070\n"
        "output,43910,1079446,245606,540063,692487,508918\n"
        "jobs,21664,395022,115624,311407,415426,365017\n",
        Unit::flows);
    const double output[] = {1.7048, 1.8413, 1.8136, 1.6035, 1.5951, 1.3782};
    const double value_added[] = {0.8450, 0.7647, 0.8615, 0.9019, 0.9393, 0.9199};
    for (std::size_t j = 0; j < 6; ++j) {
        EXPECT_NEAR(rows[j].output.simple, output[j], 5.1e-5);
        EXPECT_NEAR(rows[j].jobs->simple, value_added[j], 5.1e-5);
    }
}

// ABS Information Paper 5246.0 (1995): coefficients of seven industries with households. The paper says itself that its
// printed total multipliers are wrong; those expected here were computed anew from its coefficients, by another hand.
TEST(Multipliers, OfAustralia1989AreThoseOfTheBureauOfStatistics) {
    const Rows rows = multipliers(
        "sector,agriculture,mining,manufacturing,construction,transport,finance,other,household\n"
        "agriculture,0.0914,0.0021,0.0679,0.0009,0.0004,0.0035,0.0017,0.0113\n"
        "mining,0.0001,0.0774,0.0492,0.0079,0.0004,0.0127,0.0013,0.0003\n"
        "manufacturing,0.1281,0.0832,0.2451,0.2823,0.0910,0.0490,0.1063,0.1395\n"
        "construction,0.0006,0.0066,0.0006,0.0012,0.0049,0.0070,0.0094,0.0136\n"
        "transport,0.0738,0.0748,0.0947,0.0926,0.1011,0.0497,0.0840,0.2005\n"
        "finance,0.0746,0.0814,0.0668,0.0640,0.1487,0.1776,0.1518,0.4444\n"
        "other,0.0033,0.0015,0.0052,0.0097,0.0049,0.0044,0.1689,0.0851\n"
        "labour_income,0.1245,0.1506,0.1666,0.2179,0.3114,0.3406,0.3617,\n"
        "jobs,14.5496,3.7697,6.9745,10.0090,14.8719,11.8965,11.9107,\n",
        Unit::coefficients);
    const double simple[] = {1.6281, 1.5346, 1.9140, 1.8150, 1.5728, 1.4817, 1.9039};  // as printed
    const double total[] = {2.2969, 2.2339, 2.8317, 2.8225, 2.7387, 2.6675, 3.4525};
    const double income_total[] = {0.4624, 0.4836, 0.6344, 0.6966, 0.8060, 0.8202, 1.0708};
    const double income_type2[] = {3.7142, 3.2109, 3.8082, 3.1969, 2.5883, 2.4081, 2.9605};
    const double jobs_simple[] = {21.5172, 8.9940, 16.1152, 17.9528, 21.2541, 17.2109, 21.9453};
    const double jobs_total[] = {29.1543, 16.9802, 26.5933, 29.4576, 34.5658, 30.7567, 39.6302};
    for (std::size_t j = 0; j < 7; ++j) {
        EXPECT_NEAR(rows[j].output.simple, simple[j], 5e-4) << "coefficients have four decimals";
        EXPECT_NEAR(*rows[j].output.total, total[j], 1e-4);
        EXPECT_NEAR(*rows[j].labour_income->total, income_total[j], 1e-4);
        EXPECT_NEAR(*rows[j].labour_income->type2, income_type2[j], 2e-3);
        EXPECT_NEAR(rows[j].jobs->simple, jobs_simple[j], 1e-3);
        EXPECT_NEAR(rows[j].jobs->total.value(), jobs_total[j], 1e-3);
    }
}

// --- The second program.

std::string output_of(const std::string& command) {
    std::string text;
    FILE* pipe = popen(command.c_str(), "r");
    if (!pipe) return text;
    char buffer[4096];
    for (std::size_t size; (size = fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, size);
    EXPECT_EQ(pclose(pipe), 0) << command;
    return text;
}

void expect_near(const std::string& word, const std::optional<double>& ours) {
    if (word == "-") {
        EXPECT_FALSE(ours);
        return;
    }
    const double expected = std::strtod(word.c_str(), nullptr);
    ASSERT_TRUE(ours);
    EXPECT_NEAR(*ours, expected, 1e-9 * std::max(1.0, std::abs(expected)));
}

void expect_near(const std::vector<std::string>& words, const std::optional<FactorMultiplier>& ours) {
    expect_near(words[0], ours ? std::optional{ours->direct} : std::nullopt);
    expect_near(words[1], ours ? std::optional{ours->simple} : std::nullopt);
    expect_near(words[2], ours ? ours->total : std::nullopt);
}

void compare_with_second_program(const std::string& path, std::string_view csv) {
    std::istringstream lines{output_of("python3 " SOURCE_DIR "/src/models/jobs_lost/second_program.py " + path)};
    for (const auto& row : multipliers(csv, Unit::flows)) {
        std::vector<std::string> words(9);
        for (auto& word : words) lines >> word;
        ASSERT_EQ(words[0], row.code);
        expect_near(words[1], row.output.simple);
        expect_near(words[2], row.output.total);
        expect_near({words.begin() + 3, words.begin() + 6}, row.jobs);
        expect_near({words.begin() + 6, words.end()}, row.labour_income);
    }
}

std::string content_of(const std::string& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

TEST(Multipliers, OfTheUnitedKingdom2010AgreeWithASecondProgram) {
    const std::string path = SOURCE_DIR "/data/validation/united_kingdom_2010.csv";
    compare_with_second_program(path, content_of(path));
}

TEST(Multipliers, WithHouseholdsAgreeWithASecondProgram) {
    const std::string path = testing::TempDir() + "/jobs_lost_table.csv";
    const std::string csv =
        "sector,A,B,C,household\nA,10,22.5,3,40\nB,7,1,19,81\nC,0,30,12,66\noutput,100,250,180,260\n"
        "jobs,3,2,9,0\nlabour_income,40,90,77,6\n";
    std::ofstream{path} << csv;
    compare_with_second_program(path, csv);
}

// --- What makes no sense.

// By hand: I - A = (0.4, -0.1; -0.5, 0.9), its determinant 0.31.
TEST(Multipliers, OfABranchThatLivesOnSubsidiesExist) {
    const Rows rows = multipliers("sector,A,B\nA,60,1\nB,50,1\noutput,100,10\n", Unit::flows);
    EXPECT_NEAR(rows[0].output.simple, (0.9 + 0.5) / 0.31, 1e-12);
    EXPECT_NEAR(rows[1].output.simple, (0.1 + 0.4) / 0.31, 1e-12);
}

TEST(Multipliers, OfAnEconomyThatEatsMoreThanItMakesAreRefusedAndSayWhoDoes) {
    const auto found = problems("sector,A,B\nA,90,1\nB,80,5\noutput,100,10\n");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].field, "A");
}

TEST(Multipliers, NeedRowAndColumnOfHouseholdsForTotals) {
    const std::string without_row = "sector,A,household\nA,0.2,0.5\njobs,3,\n";
    EXPECT_FALSE(multipliers(without_row, Unit::coefficients)[0].output.total);
    EXPECT_FALSE(multipliers("sector,A\nA,0.2\nlabour_income,0.4\n", Unit::coefficients)[0].output.total);
    const Rows named = multipliers("sector,A,household\nA,0.2,0.5\nhousehold,0.4,0.1\n", Unit::coefficients);
    const Rows usual = multipliers("sector,A,household\nA,0.2,0.5\nlabour_income,0.4,0.1\n", Unit::coefficients);
    EXPECT_EQ(named[0].output.total, usual[0].output.total);
    EXPECT_TRUE(usual[0].output.total);
}

TEST(Multipliers, OfASingularTableAreRefused) {
    EXPECT_FALSE(problems("sector,A,B\nA,0,1\nB,1,0\n", Unit::coefficients).empty());
    EXPECT_FALSE(problems("sector,A,B\nA,1,0\nB,0,0.2\n", Unit::coefficients).empty());
}

TEST(Multipliers, OfNegativeFiguresAreRefusedAllAtOnce) {
    const auto found = problems("sector,A,B\nA,-5,1\nB,1,1\noutput,100,-10\njobs,-1,2\n");
    EXPECT_EQ(found.size(), 3U);
}

TEST(Multipliers, OfHouseholdsThatSpendMoreThanTheyArePaidAreRefused) {
    EXPECT_FALSE(problems("sector,A,household\nA,0.2,1.2\nlabour_income,0.75,0\n", Unit::coefficients).empty());
}

TEST(Multipliers, OfASectorThatIsNotThereAreOne) {
    const Rows rows = multipliers("sector,A,B\nA,10,0\nB,0,0\noutput,100,0\njobs,5,0\n", Unit::flows);
    EXPECT_EQ(rows[1].output.simple, 1.0);
    EXPECT_EQ(rows[1].jobs->simple, 0.0);
    EXPECT_FALSE(rows[1].jobs->type1) << "nothing can be divided by no jobs";
}

// --- Laws.

// A table that makes sense: every sector buys less than it makes, labour included; households spend what they earn.
InputOutputTable some_table() {
    const auto size = *rc::gen::inRange<std::size_t>(1, 9);
    const auto part = rc::gen::map(rc::gen::inRange(0, 1000), [](int n) { return n / 1000.0; });
    InputOutputTable table;
    table.unit = Unit::coefficients;
    table.flows = Grid{{size, size}};
    table.jobs.emplace();
    table.labour_income.emplace();
    table.household.emplace();
    double shares = 0.0;
    for (std::size_t j = 0; j < size; ++j) {
        table.codes.push_back("S" + std::to_string(j));
        for (std::size_t i = 0; i < size; ++i) table.flows[{i, j}] = *part * 0.7 / static_cast<double>(size);
        table.jobs->push_back(*part * 20.0);
        table.labour_income->push_back(*part * 0.25);
        table.household->purchases.push_back(*part);
        shares += table.household->purchases.back();
    }
    for (double& share : table.household->purchases) share *= 0.9 / std::max(shares, 1e-9);
    return table;
}

Rows sound(const InputOutputTable& table) {
    const auto rows = multipliers_of(table);
    RC_ASSERT(static_cast<bool>(rows));
    return *rows;
}

RC_GTEST_PROP(MultiplierLaws, TypeTwoIsAtLeastTypeOneIsAtLeastOne, ()) {
    for (const auto& row : sound(some_table())) {
        RC_ASSERT(row.output.simple >= 1.0);
        RC_ASSERT(*row.output.total >= row.output.simple - 1e-12);
        RC_ASSERT(row.jobs->simple >= row.jobs->direct - 1e-12);
        RC_ASSERT(*row.jobs->total >= row.jobs->simple - 1e-12);
        RC_ASSERT((!row.jobs->type1 || *row.jobs->type2 >= *row.jobs->type1 - 1e-12));
    }
}

// m = e + A' m: what a sector brings about is its own plus that of all it buys.
RC_GTEST_PROP(MultiplierLaws, ASectorIsItselfAndWhatItBuys, ()) {
    const auto table = some_table();
    const auto rows = sound(table);
    for (std::size_t j = 0; j < rows.size(); ++j) {
        double bought = 0.0;
        for (std::size_t i = 0; i < rows.size(); ++i) bought += table.flows[{i, j}] * rows[i].jobs->simple;
        RC_ASSERT(std::abs(rows[j].jobs->simple - rows[j].jobs->direct - bought) < 1e-9 * (1.0 + rows[j].jobs->simple));
    }
}

RC_GTEST_PROP(MultiplierLaws, TwiceTheJobsAreTwiceTheMultipliers, ()) {
    auto table = some_table();
    const auto once = sound(table);
    for (double& jobs : *table.jobs) jobs *= 2.0;
    const auto twice = sound(table);
    for (std::size_t j = 0; j < once.size(); ++j)
        RC_ASSERT(std::abs(*twice[j].jobs->total - 2.0 * *once[j].jobs->total) <= 1e-9 * (1.0 + *twice[j].jobs->total));
}

// Where nothing is imported, taxed or kept, every dollar of output is in the end somebody's labour income.
RC_GTEST_PROP(MultiplierLaws, AClosedCircleGivesBackEveryDollar, ()) {
    auto table = some_table();
    for (std::size_t j = 0; j < table.size(); ++j) {
        double inputs = 0.0;
        for (std::size_t i = 0; i < table.size(); ++i) inputs += table.flows[{i, j}];
        (*table.labour_income)[j] = 1.0 - inputs;
    }
    for (const auto& row : sound(table)) RC_ASSERT(std::abs(row.labour_income->simple - 1.0) < 1e-9);
}

}  // namespace
}  // namespace jobs_lost
