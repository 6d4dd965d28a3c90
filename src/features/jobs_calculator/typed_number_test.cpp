// Numbers as people type them.
#include "features/jobs_calculator/typed_number.h"

#include <cstdint>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jobs_calculator {
namespace {

constexpr auto kEnglish = base::Locale::english;
constexpr auto kFrench = base::Locale::french;

TEST(ATypedNumber, is_read_as_canadians_write_it_in_either_language) {
    EXPECT_EQ(read_number("1234.5", kEnglish), 1234.5);
    EXPECT_EQ(read_number("1,234.5", kEnglish), 1234.5);
    EXPECT_EQ(read_number("$1,234,567", kEnglish), 1234567);
    EXPECT_EQ(read_number("1,5", kFrench), 1.5);
    EXPECT_EQ(read_number("1,5", kEnglish), 1.5) << "nobody groups one digit";
    EXPECT_EQ(read_number("1 234,5 $", kFrench), 1234.5);
    EXPECT_EQ(read_number("1\u202f234\u00a0567,25\u00a0$", kFrench), 1234567.25);
    EXPECT_EQ(read_number("1.234,5", kFrench), 1234.5);
    EXPECT_EQ(read_number(" 12,5 % ", kFrench), 12.5);
    EXPECT_EQ(read_number(".5", kEnglish), 0.5);
}

TEST(ATypedNumber, with_one_comma_before_three_digits_means_what_the_language_means) {
    EXPECT_EQ(read_number("1,234", kEnglish), 1234);
    EXPECT_EQ(read_number("1,234", kFrench), 1.234);
    EXPECT_EQ(read_number("0,125", kEnglish), 0.125);
    EXPECT_EQ(read_number("1.234", kFrench), 1.234);
    EXPECT_EQ(read_number("1.234.567", kFrench), 1234567);
}

TEST(ATypedNumber, keeps_its_minus_so_that_the_form_can_say_what_is_wrong) {
    EXPECT_EQ(read_number("-5", kEnglish), -5);
    EXPECT_EQ(read_number("\u22125 $", kFrench), -5);
    EXPECT_EQ(read_number("-$5", kEnglish), -5);
}

TEST(ATypedNumber, that_is_none_is_refused) {
    for (const auto* text :
         {"",     " ",        "$",    "%",        "-",     "--1",     "1-2", "abc",      "1e9",
          "0x10", "inf",      "nan",  "1,23,456", "12 34", "1,2.3,4", "1.",  "1,234,56", "1234567890123456789",
          "1;2",  "<script>", "１２", "1 2 3"}) {
        EXPECT_FALSE(read_number(text, kEnglish)) << text;
        EXPECT_FALSE(read_number(text, kFrench)) << text;
    }
}

RC_GTEST_PROP(APlainNumber, is_read_back_in_both_languages, (std::uint32_t whole, std::uint16_t hundredths)) {
    const double value = whole + hundredths % 100 / 100.0;
    RC_ASSERT(read_number(plain_number(value), kEnglish) == value);
    RC_ASSERT(read_number(plain_number(value), kFrench) == value);
}

RC_GTEST_PROP(AnyText, is_a_number_or_none_and_never_a_fault, (const std::string& text)) {
    read_number(text, kEnglish);
    read_number(text, kFrench);
}

}  // namespace
}  // namespace jobs_calculator
