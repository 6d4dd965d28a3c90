#include "models/budget_fairness/population/microdata.h"

#include <gtest/gtest.h>

namespace budget_fairness {
namespace {

constexpr std::string_view kHeader =
    "family,province,weight,role,age,sex,employment_income,pension_income,other_income,deductions,exempt_income\n";

statistics::ByteSource source_of(std::string text) {
    return [text, at = std::size_t{0}](std::span<char> buffer) mutable {
        const auto count = text.copy(buffer.data(), buffer.size(), at);
        at += count;
        return count;
    };
}

auto read(const std::string& rows, const MicrodataLimits& limits = {}) {
    return read_microdata(source_of(std::string{kHeader} + rows), {2024, "a file"}, limits);
}

std::string faults_of(const std::string& rows) {
    const auto found = read(rows);
    std::string text;
    if (found) return "none";
    for (const auto& fault : found.error()) text += text_of(fault) + "\n";
    return text;
}

TEST(Microdata, ruth_ahmed_and_their_children_are_one_family) {
    const auto population = read(
        "1,ON,120.5,head,44,female,61000,0,0,2000,0\n"
        "1,ON,120.5,child,9,female,,,,,\n"
        "1,ON,120.5,spouse,46,male,40000,0,100,0,0\n"
        "1,ON,120.5,child,13,male,,,,,\n"
        "2,QC,80,head,71,male,0,21000,9000,0,1500\n");
    ASSERT_TRUE(population);
    EXPECT_EQ(population->adults(), 3U);
    EXPECT_EQ(population->persons(), 5U);
    ASSERT_EQ(population->blocks.size(), 2U);
    const auto family = population->family(population->blocks[0], 0);
    EXPECT_EQ(family.head.employment_income, 61'000);
    EXPECT_EQ(family.spouse->other_income, 100);
    EXPECT_EQ(family.child_ages, (std::vector<int>{13, 9}));
    EXPECT_EQ(population->heads[Amount::exempt][population->blocks[1].begin], 1'500);
}

TEST(Microdata, every_fault_has_its_line_and_column) {
    EXPECT_EQ(faults_of("1,XX,5,head,40,female,0,0,0,0,0\n"),
              "line 2, column province: two letters of a province or territory\n");
    EXPECT_EQ(faults_of("1,ON,5,head,forty,female,0,0,0,0,0\n2,ON,-3,head,40,other,1e99,0,0,0,0\n"),
              "line 2, column age: whole years from 0 to 120\n"
              "line 3, column weight: a number above 0, at most 1,000,000\n"
              "line 3, column sex: female or male\n"
              "line 3, column employment_income: dollars from 0 to 1,000,000,000\n");
    EXPECT_EQ(faults_of("1,ON,5,spouse,40,female,0,0,0,0,0\n"), "line 2, column role: the family has no head\n");
    EXPECT_EQ(faults_of("1,ON,5,head,40,female,0,0,0,0,0\n1,ON,6,head,40,female,0,0,0,0,0\n"),
              "line 3, column weight: not that of the family's first row\nline 3, column role: a second head\n");
    EXPECT_EQ(faults_of(""), "line 1: no families\n");
    EXPECT_EQ(faults_of("1,ON,5,head,40\n"), "line 2: the record has not as many fields as the first\n");
}

TEST(Microdata, columns_that_are_missing_are_named) {
    const auto found = read_microdata(source_of("family,province\n1,ON\n"), {2024, "a file"});
    ASSERT_FALSE(found);
    EXPECT_EQ(text_of(found.error().front()), "line 1, column weight: is missing");
    EXPECT_EQ(found.error().size(), 7U);
}

TEST(Microdata, a_file_without_end_is_refused) {
    const statistics::ByteSource endless = [](std::span<char> buffer) {
        std::ranges::fill(buffer, 'a');
        return buffer.size();
    };
    EXPECT_FALSE(read_microdata(endless, {2024, "a file"}));
    std::string many;
    for (int i = 0; i < 50; ++i) many += std::to_string(i) + ",ON,1,head,40,male,1,0,0,0,0\n";
    EXPECT_FALSE(read(many, {.families = 20}));
    EXPECT_TRUE(read(many, {.families = 50}));
}

}  // namespace
}  // namespace budget_fairness
