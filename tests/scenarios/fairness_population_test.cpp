// Inès asks what part of their income Canadians pay in tax, poor and rich, and tries families of her own.
#include <filesystem>
#include <fstream>

#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/support/process.h"

namespace scenarios {
namespace {

using test_support::Ended;
namespace json = boost::json;

Ended population(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"fairness", "population"});
    return test_support::run_program(BINARY_DIR "/alltogether", arguments, {});
}

json::array groups_of(const Ended& ended) {
    EXPECT_EQ(ended.exit_code, 0) << ended.errors;
    const auto answer = json::parse(ended.output.empty() ? "{\"groups\":[]}" : ended.output).as_object();
    return answer.at("groups").as_array();
}

double number(const json::value& group, std::string_view name) {
    return group.as_object().at(name).to_number<double>();
}

TEST(FairnessPopulation, has_twenty_groups_and_the_top_one_percent_and_rates_that_rise) {
    const auto groups =
        groups_of(population({"--jurisdiction", "CA", "--year", "2019", "--records", "30000", "--json"}));
    ASSERT_EQ(groups.size(), 21U);
    EXPECT_EQ(number(groups[0], "from_pct"), 0);
    EXPECT_EQ(number(groups[19], "to_pct"), 100);
    EXPECT_EQ(number(groups[20], "from_pct"), 99);
    for (std::size_t i = 1; i < groups.size(); ++i) {
        EXPECT_GT(number(groups[i], "lower_income"), number(groups[i - 1], "lower_income"));
        EXPECT_GE(number(groups[i], "rate_all"), number(groups[i], "rate_income_tax"));
    }
    EXPECT_LT(number(groups[1], "rate_all"), 0.03);
    EXPECT_GT(number(groups[20], "rate_all"), 0.28);
    EXPECT_LT(number(groups[20], "rate_all"), 0.36);
}

TEST(FairnessPopulation, a_seed_says_the_same_twice_and_a_province_is_asked_alone) {
    const std::vector<std::string> question{"--jurisdiction", "QC",     "--year", "2024",  "--records",
                                            "5000",           "--seed", "9",      "--json"};
    const auto first = population(question);
    EXPECT_EQ(first.exit_code, 0) << first.errors;
    EXPECT_EQ(first.output, population(question).output);
}

TEST(FairnessPopulation, wrong_questions_are_answered_with_what_is_wrong) {
    EXPECT_NE(population({"--year", "1999"}).exit_code, 0);
    EXPECT_NE(population({"--jurisdiction", "XX"}).exit_code, 0);
    EXPECT_NE(population({"--records", "-5"}).exit_code, 0);
    EXPECT_NE(population({"--microdata", "/nowhere.csv"}).exit_code, 0);
}

TEST(FairnessPopulation, families_of_her_own_are_read_or_refused_by_line_and_column) {
    const auto path =
        std::filesystem::temp_directory_path() / ("alltogether_families_" + std::to_string(getpid()) + ".csv");
    std::ofstream{path} << "family,province,weight,role,age,sex,employment_income,pension_income,other_income\n"
                           "1,ON,10,head,40,female,50000,0,0\n2,ON,10,head,41,male,90000,0,0\n";
    const auto groups = groups_of(population({"--year", "2024", "--microdata", path.string(), "--json"}));
    EXPECT_NEAR(number(groups[0], "lower_income"), 0, 0);
    EXPECT_GT(number(groups[20], "rate_income_tax"), number(groups[0], "rate_income_tax"));
    std::ofstream{path} << "family,province,weight,role,age,sex,employment_income,pension_income,other_income\n"
                           "1,ON,10,head,forty,female,50000,0,0\n";
    const auto refused = population({"--year", "2024", "--microdata", path.string()});
    EXPECT_NE(refused.exit_code, 0);
    EXPECT_NE(refused.errors.find("line 2, column age"), std::string::npos) << refused.errors;
    std::filesystem::remove(path);
}

}  // namespace
}  // namespace scenarios
