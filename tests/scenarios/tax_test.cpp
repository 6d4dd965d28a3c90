// Noor checks a budget's promise for her own family, and Rosa does the clinic's payroll: the commands as they type
// them.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/support/process.h"

namespace scenarios {
namespace {

using test_support::Ended;

Ended run(const std::vector<std::string>& arguments) {
    return test_support::run_program(BINARY_DIR "/alltogether", arguments, {});
}

std::string file_text(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

class Payroll : public testing::Test {
protected:
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("alltogether_payroll_" + std::to_string(getpid()));
    const std::string cases = SOURCE_DIR "/src/models/budget_fairness/tax/cases/official_payroll.csv";

    Payroll() { std::filesystem::create_directories(folder); }
    ~Payroll() override { std::filesystem::remove_all(folder); }

    std::string write(std::string_view text) const {
        const auto path = folder / "pays.csv";
        std::ofstream{path, std::ios::binary} << text;
        return path.string();
    }
};

// An employee of 40 in Ontario who earns 60,000, by hand: 14.5 % of 57,375 and 20.5 % of the 2,060 above it, less 14.5
// % of 16,129 + 1,471 + 2,796.75 + 984; 5.05 % of 52,886 and 9.15 % of 6,549, less 5.05 % of 12,747 + 3,780.75, and the
// health premium of 600. Taxable is 59,435: 60,000 less the enhanced contribution of 565.
TEST(Tax, tells_noor_what_she_pays) {
    const auto ended = run({"tax", "--jurisdiction", "ON", "--year", "2025", "--employment-income", "60000", "--json"});
    ASSERT_EQ(ended.exit_code, 0) << ended.errors;
    const auto answer = boost::json::parse(ended.output).as_object();
    EXPECT_DOUBLE_EQ(answer.at("federal_tax").to_number<double>(), 5641.47);
    EXPECT_DOUBLE_EQ(answer.at("cpp").to_number<double>(), 3361.75);
    EXPECT_DOUBLE_EQ(answer.at("cpp2").to_number<double>(), 0);
    EXPECT_DOUBLE_EQ(answer.at("ei").to_number<double>(), 984);
    EXPECT_DOUBLE_EQ(answer.at("provincial_tax").to_number<double>(), 3035.33);
    EXPECT_TRUE(answer.at("benefits").as_object().contains("total"));
    EXPECT_FALSE(answer.contains("working"));
    // Of 100 dollars more: 5.95 and 1.64 of contributions; 20.5 and 9.15 % of 99, less 14.5 and 5.05 % of 6.59.
    EXPECT_NEAR(answer.at("marginal_rate").to_number<double>(), 0.3566, 0.0001);
}

// On 25,000 in Ontario her brother's employer takes 766.04 for the province (guide T4127, its constants rounded to the
// dollar). His return gives back all of it but the health premium, 6 % of the 4,785 above 20,000: the credit for
// low-income workers is 875 at most and never above the tax.
TEST(Tax, tells_what_employers_take_and_what_the_return_gives_back) {
    const auto ended = run({"tax", "--jurisdiction", "ON", "--year", "2025", "--employment-income", "25000", "--json"});
    ASSERT_EQ(ended.exit_code, 0) << ended.errors;
    const auto answer = boost::json::parse(ended.output).as_object();
    const auto number = [&](const char* key) { return answer.at(key).to_number<double>(); };
    const auto& benefits = answer.at("benefits").as_object();
    EXPECT_NEAR(number("provincial_tax"), 766.04, 0.5);
    EXPECT_NEAR(benefits.at("low_income_tax_reduction").to_number<double>(), 766.04 - 287.10, 0.5);
    EXPECT_NEAR(number("disposable_income"),
                25'000 - number("federal_tax") - number("provincial_tax") - number("cpp") - number("ei") +
                    benefits.at("total").to_number<double>(),
                0.02);
}

TEST(Tax, shows_benefits_working_and_what_it_does_not_know) {
    const auto ended = run({"tax", "--jurisdiction", "QC", "--year", "2025", "--employment-income", "30000",
                            "--spouse-income", "10000", "--children", "3,8", "--age", "36", "--working", "--json"});
    ASSERT_EQ(ended.exit_code, 0) << ended.errors;
    const auto answer = boost::json::parse(ended.output).as_object();
    EXPECT_GT(answer.at("benefits").at("canada_child_benefit").to_number<double>(), 10'000);
    EXPECT_GT(answer.at("qpip").to_number<double>(), 0);
    EXPECT_GT(answer.at("working").as_array().size(), 20U);
    EXPECT_GT(answer.at("not_covered").as_array().size(), 3U);
    const auto words =
        run({"tax", "--jurisdiction", "QC", "--year", "2025", "--employment-income", "30000", "--working"});
    EXPECT_NE(words.output.find("Quebec abatement"), std::string::npos);
    EXPECT_NE(words.output.find("Income Tax Act, s. 120(2)"), std::string::npos);
}

// Her husband draws a pension and earns nothing: saying so is saying that there is a husband.
TEST(Tax, knows_a_spouse_by_whatever_is_said_of_one) {
    const auto answer_to = [](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"tax", "--jurisdiction", "on", "--year", "2025", "--json"});
        const auto ended = run(arguments);
        EXPECT_EQ(ended.exit_code, 0) << ended.errors;
        return boost::json::parse(ended.output).as_object();
    };
    const auto by_income = answer_to({"--spouse-income", "0", "--spouse-pension-income", "20000"});
    EXPECT_EQ(by_income, answer_to({"--spouse-pension-income", "20000"}));
    EXPECT_DOUBLE_EQ(by_income.at("net_income").to_number<double>(), 20'000);
}

TEST(Tax, refuses_what_it_cannot_know) {
    const auto year = run({"tax", "--jurisdiction", "ON", "--year", "2030", "--employment-income", "1", "--json"});
    EXPECT_EQ(year.exit_code, 1);
    EXPECT_NE(year.errors.find("there are no tax rules of ON for 2030"), std::string::npos) << year.errors;
    EXPECT_EQ(run({"tax", "--jurisdiction", "Ontario", "--year", "2025"}).exit_code, 2);
    EXPECT_EQ(run({"tax", "--jurisdiction", "ON"}).exit_code, 2);
    EXPECT_EQ(run({"tax", "--jurisdiction", "ON", "--year", "2025", "--employment-income", "-5"}).exit_code, 2);
    EXPECT_EQ(run({"tax", "--jurisdiction", "ON", "--year", "2025", "--children", "three"}).exit_code, 2);
    EXPECT_EQ(run({"tax", "--jurisdiction", "ON", "--year", "2025", "--other-income", "nan"}).exit_code, 2);
    EXPECT_EQ(
        run({"tax", "--jurisdiction", "ON", "--year", "2025", "--children", "3", "--disabled-children", "2"}).exit_code,
        2);
    EXPECT_EQ(run({"tax", "payroll"}).exit_code, 2);
}

TEST_F(Payroll, answers_every_official_case) {
    const auto to_screen = run({"tax", "payroll", "--batch", cases});
    ASSERT_EQ(to_screen.exit_code, 0) << to_screen.errors;
    EXPECT_EQ(std::ranges::count(to_screen.output, '\n'), 62);
    const auto out = (folder / "deductions.csv").string();
    ASSERT_EQ(run({"tax", "payroll", "--batch", cases, "--out", out}).exit_code, 0);
    EXPECT_EQ(file_text(out), to_screen.output);
    EXPECT_FALSE(std::filesystem::exists(out + ".part"));
}

TEST_F(Payroll, writes_nothing_for_a_broken_file_and_says_where) {
    const auto broken = write("edition,province,pay_periods,gross_pay\n2026/jan,ON,26,1000\n2026/jan,ON,26,lots\n");
    const auto out = (folder / "deductions.csv").string();
    const auto ended = run({"tax", "payroll", "--batch", broken, "--out", out});
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_NE(ended.errors.find("line 3, gross_pay: \"lots\""), std::string::npos) << ended.errors;
    EXPECT_FALSE(std::filesystem::exists(out));
    EXPECT_EQ(run({"tax", "payroll", "--batch", (folder / "missing.csv").string()}).exit_code, 1);
}

}  // namespace
}  // namespace scenarios
