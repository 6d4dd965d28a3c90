// Inès is an economist: she asks the model on the command line and checks it with tables of her own.
#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "tests/scenarios/own_files.h"

namespace scenarios {
namespace {

namespace json = boost::json;

json::object answer(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "jobs-lost");
    arguments.emplace_back("--json");
    const auto ended = run(arguments);
    EXPECT_EQ(ended.exit_code, 0) << ended.errors;
    return json::parse(ended.output.empty() ? "{}" : ended.output).as_object();
}

TEST(AskingTheModel, gives_every_figure_that_an_economist_needs) {
    const auto hospitals = answer({"--jurisdiction", "ON", "--function", "hospitals", "--cut", "100e6"});
    EXPECT_NEAR(number(hospitals, "direct") + number(hospitals, "indirect") + number(hospitals, "induced"),
                number(hospitals, "total"), 1e-6);
    EXPECT_NEAR(number(hospitals, "public") + number(hospitals, "private"), number(hospitals, "total"), 1e-6);
    EXPECT_LT(number(hospitals, "low"), number(hospitals, "high"));
    EXPECT_GT(number(hospitals, "total"), 100);
    EXPECT_LT(number(hospitals, "total"), 3'000);
    EXPECT_GT(number(hospitals, "gdp"), number(hospitals, "labour_income"));
    double by_industry = 0;
    for (const auto& industry : hospitals.at("by_industry").as_array())
        by_industry += number(industry.as_object(), "total");
    EXPECT_NEAR(by_industry, number(hospitals, "total"), 1e-6);
    ASSERT_FALSE(hospitals.at("sources").as_array().empty());
    for (const auto& source : hospitals.at("sources").as_array())
        EXPECT_EQ(source.at("sha256").as_string().size(), 64U);
    EXPECT_FALSE(hospitals.at("model_version").as_string().empty());
}

TEST(AskingTheModel, is_linear_and_takes_amounts_as_people_write_them) {
    const auto ask = [](const std::string& cut) {
        return number(answer({"--jurisdiction", "ON", "--function", "schools", "--cut", cut, "--year", "2022"}),
                      "total");
    };
    const auto one = ask("100e6");
    EXPECT_EQ(ask("100,000,000"), one);
    EXPECT_EQ(ask("$100M"), one);
    EXPECT_EQ(ask("0.1B"), one);
    EXPECT_NEAR(ask("300e6"), 3 * one, 1e-6 * one);
    EXPECT_GT(ask("5%"), 0);
}

TEST(AskingTheModel, answers_for_all_ten_provinces_and_guesses_for_none) {
    for (const auto* const province : {"NL", "PE", "NS", "NB", "QC", "ON", "MB", "SK", "AB", "BC"}) {
        const auto here = answer({"--jurisdiction", province, "--function", "all", "--cut", "10e6"});
        EXPECT_GT(number(here, "total"), 10) << province;
        EXPECT_EQ(here.at("origin").as_string(), province == std::string_view{"ON"} ? "published" : "estimated")
            << province;
    }
    const auto nunavut = run({"jobs-lost", "--jurisdiction", "NU", "--function", "all", "--cut", "10e6"});
    EXPECT_EQ(nunavut.exit_code, 2);
    EXPECT_NE(nunavut.errors.find("--jurisdiction"), std::string::npos);
}

TEST(AskingTheModel, tells_kinds_of_cuts_apart) {
    for (const auto* const kind : {"payroll", "mixed", "purchases", "capital", "transfers"}) {
        const auto cut = answer({"--jurisdiction", "ON", "--function", "hospitals", "--cut", "10e6", "--kind", kind});
        EXPECT_EQ(cut.at("kind").as_string(), kind);
    }
}

TEST(AskingTheModel, gives_a_summary_for_people) {
    const auto said = run({"jobs-lost", "--jurisdiction", "ON", "--function", "hospitals", "--cut", "100e6"});
    EXPECT_EQ(said.exit_code, 0);
    for (const auto* const part : {"fewer jobs", "direct", "public", "How it is worked out", "36-10-0113"})
        EXPECT_NE(said.output.find(part), std::string::npos) << part << "\n" << said.output;
    EXPECT_EQ(said.output.find('{'), std::string::npos) << "a placeholder without its value";
}

TEST(AskingTheModel, names_all_that_is_wrong_at_once) {
    const auto ended = run({"jobs-lost", "--jurisdiction", "XX", "--function", "circus", "--cut", "lots", "--kind",
                            "magic", "--year", "1066"});
    EXPECT_EQ(ended.exit_code, 2);
    EXPECT_TRUE(ended.output.empty());
    for (const auto* const option : {"--jurisdiction", "--function", "--cut", "--kind", "--year"})
        EXPECT_NE(ended.errors.find(option), std::string::npos) << option << "\n" << ended.errors;
    EXPECT_NE(ended.errors.find("home_care"), std::string::npos) << "what could be chosen";
    for (const auto* const cut : {"0", "-5", "nan", "inf", "1e99", "101%", "-1%", "1e6x", ""})
        EXPECT_EQ(
            run({"jobs-lost", "--jurisdiction", "ON", "--function", "all", std::string{"--cut="} + cut}).exit_code, 2)
            << cut;
    EXPECT_EQ(run({"jobs-lost"}).exit_code, 2);
    EXPECT_EQ(run({"jobs-lost", "--jurisdiction", "ON", "--function", "all", "--cut", "1e6", "--data", "/nonexistent"})
                  .exit_code,
              2);
}

TEST(TheCommands, say_how_they_are_used) {
    for (const auto& words : std::vector<std::vector<std::string>>{
             {"jobs-lost"}, {"io", "multipliers"}, {"import", "statcan"}, {"import", "list"}, {"import", "remove"}}) {
        auto with_help = words;
        with_help.emplace_back("--help");
        const auto ended = run(with_help);
        EXPECT_EQ(ended.exit_code, 0) << words.front();
        EXPECT_NE(ended.output.find("Exit codes"), std::string::npos) << words.front();
    }
}

class OwnTables : public WithAFolder {};

// Miller & Blair, Input-Output Analysis, the example of two sectors, open and closed by households.
TEST_F(OwnTables, give_the_multipliers_of_the_textbook) {
    const auto table =
        file("miller_blair.csv",
             "sector,one,two,household\none,0.15,0.25,0.05\ntwo,0.2,0.05,0.4\nlabour_income,0.3,0.25,0.05\n");
    const auto ended = run({"io", "multipliers", "--table", table, "--coefficients", "--json"});
    ASSERT_EQ(ended.exit_code, 0) << ended.errors;
    const auto parsed = json::parse(ended.output);
    const auto& sectors = parsed.at("sectors").as_array();
    ASSERT_EQ(sectors.size(), 2U);
    const auto near = [](const json::value& value, double expected) {
        EXPECT_NEAR(value.to_number<double>(), expected, 2e-6);
    };
    EXPECT_EQ(sectors[0].at("code").as_string(), "one");
    near(sectors[0].at("output").at("simple"), 1.518152);
    near(sectors[1].at("output").at("simple"), 1.452145);
    near(sectors[0].at("output").at("total"), 1.365086 + 0.527323);
    near(sectors[1].at("output").at("total"), 0.42526 + 1.348076);
    const auto& income = sectors[0].at("labour_income").as_object();
    near(income.at("direct"), 0.3);
    near(income.at("simple"), 0.3 * 1.254125 + 0.25 * 0.264026);
    near(income.at("type1"), (0.3 * 1.254125 + 0.25 * 0.264026) / 0.3);
    EXPECT_TRUE(income.contains("type2"));
    EXPECT_FALSE(sectors[0].as_object().contains("jobs"));
}

TEST_F(OwnTables, may_be_flows_without_households) {
    const auto table = file("flows.csv", "sector,one,two\none,150,500\ntwo,200,100\noutput,1000,2000\njobs,20,30\n");
    const auto ended = run({"io", "multipliers", "--table", table, "--json"});
    ASSERT_EQ(ended.exit_code, 0) << ended.errors;
    const auto parsed = json::parse(ended.output);
    const auto& first = parsed.at("sectors").at(0).as_object();
    EXPECT_NEAR(first.at("output").at("simple").to_number<double>(), 1.518152, 1e-6);
    EXPECT_FALSE(first.at("output").as_object().contains("total"));
    EXPECT_FALSE(first.at("jobs").as_object().contains("type2"));
    EXPECT_NEAR(first.at("jobs").at("simple").to_number<double>(), 0.02 * 1.254125 + 0.015 * 0.264026, 1e-7);
    const auto text = run({"io", "multipliers", "--table", "-"}, contents_of(table));
    EXPECT_NE(text.output.find("1.5182"), std::string::npos) << text.output << text.errors;
}

TEST_F(OwnTables, that_are_wrong_are_told_cell_by_cell) {
    const auto table = file("wrong.csv", "sector,one,two\none,150,5oo\ntwo,x,100\noutput,1000,2000\n");
    const auto ended = run({"io", "multipliers", "--table", table, "--json"});
    EXPECT_EQ(ended.exit_code, 2);
    EXPECT_NE(ended.errors.find("5oo"), std::string::npos);
    EXPECT_NE(ended.errors.find("line 3"), std::string::npos) << ended.errors;
    EXPECT_TRUE(ended.output.empty());
    EXPECT_EQ(run({"io", "multipliers", "--table", (folder / "none.csv").string()}).exit_code, 1);
    EXPECT_EQ(run({"io", "multipliers"}).exit_code, 2);
}

}  // namespace
}  // namespace scenarios
