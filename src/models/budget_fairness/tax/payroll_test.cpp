// Rosa keeps the books of a small clinic: her deductions must be those of the official calculator, to the cent.
#include "models/budget_fairness/tax/payroll.h"

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "models/budget_fairness/tax/payroll_batch.h"
#include "models/statistics/csv_table.h"

namespace budget_fairness {
namespace {

std::string file_text(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

statistics::ByteSource source_of(std::string_view text) {
    return [text](std::span<char> buffer) mutable {
        const auto size = text.copy(buffer.data(), buffer.size());
        text.remove_prefix(size);
        return size;
    };
}

struct Run {
    std::vector<BatchFault> faults;
    std::string output;
};

Run run(std::string_view text) {
    Run result;
    result.faults = run_payroll(source_of(text), [&](std::string_view part) { result.output += part; });
    return result;
}

std::string official_cases() {
    return file_text(SOURCE_DIR "/src/models/budget_fairness/tax/cases/official_payroll.csv");
}

TEST(Payroll, takes_off_what_the_official_calculator_takes_off) {
    const auto ran = run(official_cases());
    ASSERT_TRUE(ran.faults.empty()) << text_of(ran.faults.front());
    const auto table = statistics::CsvTable::read(ran.output);
    ASSERT_TRUE(table);
    ASSERT_EQ(table->size(), 61U);
    const std::pair<std::string_view, std::string_view> answers[] = {{"cpp", "exp_cpp"},
                                                                     {"cpp2", "exp_cpp2"},
                                                                     {"ei", "exp_ei"},
                                                                     {"federal_tax", "exp_federal_tax"},
                                                                     {"provincial_tax", "exp_provincial_tax"}};
    for (const auto& row : table->rows())
        for (const auto& [answer, expected] : answers)
            EXPECT_EQ(row[answer], row[expected]) << row["edition"] << ' ' << row["id"] << ' ' << answer;
}

TEST(Payroll, has_tables_of_four_editions_for_all_provinces) {
    EXPECT_EQ(payroll_editions(), (std::vector<std::string>{"2024/jan", "2025/jan", "2025/jul", "2026/jan"}));
    EXPECT_FALSE(payroll_rules("2019/jan", Jurisdiction::ontario));
    for (const auto province : provinces_and_territories()) {
        const auto rules = payroll_rules("2026/jan", province);
        ASSERT_TRUE(rules);
        EXPECT_EQ(rules->provincial.empty(), province == Jurisdiction::quebec) << code(province);
        EXPECT_GT(rules->pension_base_most, 3500) << code(province);
    }
}

// The guide prints the constants rounded to the dollar: constant = sum of (rate difference * threshold).
TEST(Payroll, has_constants_that_follow_from_rates_and_thresholds) {
    for (const auto& edition : payroll_editions())
        for (const auto province : provinces_and_territories()) {
            const auto rules = *payroll_rules(edition, province);
            for (const auto* steps : {&rules.federal, &rules.provincial}) {
                double constant = 0;
                for (std::size_t i = 1; i < steps->size(); ++i) {
                    constant += ((*steps)[i].rate - (*steps)[i - 1].rate) * (*steps)[i].above;
                    EXPECT_NEAR((*steps)[i].constant, constant, 0.5 + 1e-6)
                        << edition << ' ' << code(province) << ' ' << i;
                }
            }
        }
}

PayPeriod pay_of(double gross, int pay_periods) { return {.pay_periods = pay_periods, .gross_pay = gross}; }

TEST(Payroll, claims_the_basic_amount_where_no_form_was_filed) {
    const auto rules = *payroll_rules("2026/jan", Jurisdiction::ontario);
    auto pay = pay_of(2307.69, 26);
    const auto without = payroll_deductions(pay, rules);
    pay.federal_claim = 16452;
    pay.provincial_claim = 12989;
    const auto with = payroll_deductions(pay, rules);
    EXPECT_EQ(without.federal_tax, with.federal_tax);
    EXPECT_EQ(without.provincial_tax, with.provincial_tax);

    // A high income keeps only the least basic amount: T4127, BPAF.
    auto high = pay_of(30'000, 12);
    const auto shrunken = payroll_deductions(high, rules);
    high.federal_claim = 14829;
    EXPECT_EQ(shrunken.federal_tax, payroll_deductions(high, rules).federal_tax);
}

// Worked with python3 (decimal) from the guide's formulas for Quebec: QPP 6.3 %, EI 1.30 %, QPIP 0.43 %, abatement.
TEST(Payroll, takes_off_the_federal_part_in_quebec) {
    const auto rules = *payroll_rules("2026/jan", Jurisdiction::quebec);
    auto pay = pay_of(2307.69, 26);
    pay.federal_claim = 16452;
    const auto answer = payroll_deductions(pay, rules);
    EXPECT_EQ(answer.pension.cents(), 13690);
    EXPECT_EQ(answer.insurance.cents(), 3000);
    EXPECT_EQ(answer.parental.cents(), 992);
    EXPECT_EQ(answer.federal_tax.cents(), 17028);
    EXPECT_EQ(answer.provincial_tax.cents(), 0);
}

// The contributions of a whole year are the published maximum, whatever the pay periods.
TEST(Payroll, reaches_the_published_yearly_maximum) {
    for (const int pay_periods : {12, 24, 26, 27, 52, 53}) {
        const auto rules = *payroll_rules("2025/jul", Jurisdiction::manitoba);
        std::int64_t pension = 0, second = 0, insurance = 0;
        auto pay = pay_of(std::round(9'600'000.0 / pay_periods) / 100, pay_periods);
        for (int i = 0; i < pay_periods; ++i) {
            const auto answer = payroll_deductions(pay, rules);
            pension += answer.pension.cents();
            second += answer.pension_second.cents();
            insurance += answer.insurance.cents();
            pay.pensionable_so_far += pay.gross_pay;
            pay.pension_so_far = static_cast<double>(pension) / 100;
            pay.pension_second_so_far = static_cast<double>(second) / 100;
            pay.insurance_so_far = static_cast<double>(insurance) / 100;
        }
        EXPECT_EQ(pension, 403410) << pay_periods;
        EXPECT_EQ(second, 39600) << pay_periods;
        EXPECT_EQ(insurance, 107748) << pay_periods;
    }
}

constexpr std::string_view kHeader = "name,edition,province,pay_periods,gross_pay";

std::string with_line(std::string_view line) { return std::string{kHeader} + "\n" + std::string{line} + "\n"; }

TEST(PayrollBatch, passes_other_columns_through_as_they_are) {
    const auto ran = run(with_line("\"Dupont, \"\"Rosa\"\"\",2026/jan,ON,26,2307.69"));
    ASSERT_TRUE(ran.faults.empty());
    EXPECT_EQ(ran.output, std::string{kHeader} + ",cpp,cpp2,ei,federal_tax,provincial_tax\n" +
                              "\"Dupont, \"\"Rosa\"\"\",2026/jan,ON,26,2307.69,129.30,0.00,37.62,205.32,114.68\n");
}

// What a spreadsheet or a data frame makes of the same line.
TEST(PayrollBatch, reads_what_other_programs_write) {
    const auto plain =
        run("edition,province,pay_periods,gross_pay,ei_exempt,pensionable_months\n"
            "2026/jan,ON,26,2307.69,1,10\n");
    const auto other =
        run("note, gross_pay ,pensionable_months,ei_exempt,province,pay_periods,edition,note,\r\n"
            "a,2307.69,10.0,True, on ,26.0,2026/jan,b,\r\n");
    ASSERT_TRUE(plain.faults.empty() && other.faults.empty());
    const auto answers = [](const std::string& output) { return output.substr(output.size() - 30); };
    EXPECT_EQ(answers(other.output), answers(plain.output));
    EXPECT_TRUE(other.output.starts_with("note, gross_pay ,pensionable_months,")) << other.output;
    for (const std::string_view months : {"9.5", "13", "1e9", "nan"})
        EXPECT_EQ(run("edition,province,pay_periods,gross_pay,pensionable_months\n2026/jan,ON,26,1," +
                      std::string{months} + "\n")
                      .faults.size(),
                  1U)
            << months;
    EXPECT_EQ(text_of(run("edition,province,pay_periods,gross_pay,gross_pay\n").faults.at(0)),
              "line 1, gross_pay: two columns have this name");
}

TEST(PayrollBatch, adds_the_parental_premium_where_the_header_asks_for_it) {
    const auto ran = run("edition,province,pay_periods,gross_pay,ytd_qpip\n2026/jan,QC,26,2307.69,0\n");
    ASSERT_TRUE(ran.faults.empty());
    EXPECT_EQ(ran.output.substr(ran.output.size() - 6), ",9.92\n");
}

TEST(PayrollBatch, says_where_a_file_is_wrong) {
    const std::pair<std::string_view, std::string_view> lines[] = {
        {"a,2026/jan,ON,26,abc", "line 2, gross_pay: \"abc\" is no amount in dollars between 0 and ten millions"},
        {"a,2026/jan,ON,26,-5", "line 2, gross_pay: \"-5\" is no amount in dollars between 0 and ten millions"},
        {"a,2026/jan,ON,26,1e300", "line 2, gross_pay: \"1e300\" is no amount in dollars between 0 and ten millions"},
        {"a,2026/jan,ON,0,10", "line 2, pay_periods: \"0\" is no whole number between 1 and 366"},
        {"a,2026/jan,XX,26,10", "line 2, province: \"XX\" is no province or territory"},
        {"a,1999/jan,ON,26,10", "line 2, edition: \"1999/jan\" is no edition that there are tables of"}};
    for (const auto& [line, expected] : lines) {
        const auto ran = run(with_line(line));
        ASSERT_EQ(ran.faults.size(), 1U) << line;
        EXPECT_EQ(text_of(ran.faults.front()), expected);
    }
    EXPECT_EQ(text_of(run("").faults.at(0)), "line 1: the file is empty");
    EXPECT_EQ(text_of(run("edition,province,pay_periods\n").faults.at(0)), "line 1, gross_pay: this column is missing");
    EXPECT_EQ(text_of(run(std::string{kHeader} + ",cpp\n").faults.at(0)),
              "line 1, cpp: this column is written, so it must not be there");
    EXPECT_EQ(text_of(run(with_line("a,2026/jan")).faults.at(0)).substr(0, 6), "line 2");
}

TEST(PayrollBatch, stops_looking_after_twenty_faults) {
    std::string text{kHeader};
    for (int i = 0; i < 100; ++i) text += "\na,2026/jan,ON,26,no";
    EXPECT_EQ(run(text).faults.size(), kMostBatchFaults);
}

}  // namespace
}  // namespace budget_fairness
