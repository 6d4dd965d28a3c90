// Rosa brings files from everywhere; what is proper CSV is read to the letter, what is not is told with its place.
#include "models/statistics/csv_reader.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "models/statistics/csv_table.h"

namespace statistics {
namespace {

using Records = std::vector<std::vector<std::string>>;

struct Outcome {
    Records records;
    std::optional<CsvError> error;
    bool operator==(const Outcome&) const = default;
};

Outcome drain(CsvReader& reader) {
    Outcome outcome;
    while (reader.next()) outcome.records.emplace_back(reader.fields().begin(), reader.fields().end());
    outcome.error = reader.error();
    return outcome;
}

Outcome read_whole(std::string_view text, const CsvShape& shape = {}) {
    CsvReader reader{text, shape};
    return drain(reader);
}

// The same text, `step` bytes at a time.
Outcome read_in_steps(std::string_view text, std::size_t step, const CsvShape& shape = {}) {
    CsvReader reader{[text, step](std::span<char> buffer) mutable {
                         const auto part = text.substr(0, std::min(step, buffer.size()));
                         std::ranges::copy(part, buffer.begin());
                         text.remove_prefix(part.size());
                         return part.size();
                     },
                     shape};
    return drain(reader);
}

Records good(std::string_view text) {
    auto outcome = read_whole(text);
    EXPECT_FALSE(outcome.error) << text_of(*outcome.error);
    return outcome.records;
}

CsvError fault_in(std::string_view text, const CsvShape& shape = {}) {
    const auto outcome = read_whole(text, shape);
    EXPECT_TRUE(outcome.error) << text;
    return outcome.error.value_or(CsvError{});
}

// The seven rules of RFC 4180, section 2, with its own examples.
TEST(CommaSeparatedValues, are_read_as_rfc_4180_has_them) {
    const Records two{{"aaa", "bbb", "ccc"}, {"zzz", "yyy", "xxx"}};
    EXPECT_EQ(good("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n"), two);
    EXPECT_EQ(good("aaa,bbb,ccc\r\nzzz,yyy,xxx"), two);
    EXPECT_EQ(good("\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx"), two);
    EXPECT_EQ(good("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx"), (Records{{"aaa", "b\r\nbb", "ccc"}, two[1]}));
    EXPECT_EQ(good("\"aaa\",\"b\"\"bb\",\"ccc\""), (Records{{"aaa", "b\"bb", "ccc"}}));
}

TEST(CommaSeparatedValues, from_other_programs_are_read_too) {
    EXPECT_EQ(good("\xEF\xBB\xBFyear,value\n2022,7\n"), (Records{{"year", "value"}, {"2022", "7"}}));
    EXPECT_EQ(good("a,b\n1,2\r\n\n\r\n3,4\n"), (Records{{"a", "b"}, {"1", "2"}, {"3", "4"}})) << "empty lines";
    EXPECT_EQ(good("a,b\n,\n\"\",\"\""), (Records{{"a", "b"}, {"", ""}, {"", ""}}));
    EXPECT_EQ(good("a,b\n1,"), (Records{{"a", "b"}, {"1", ""}}));
    EXPECT_EQ(good(" a , b "), (Records{{" a ", " b "}})) << "blanks belong to their field";
    EXPECT_EQ(good("\"\"\"\"\"\""), (Records{{"\"\""}}));
    EXPECT_EQ(good("Qu\u00e9bec,\U0001F341"), (Records{{"Qu\u00e9bec", "\U0001F341"}}));
    EXPECT_EQ(good(""), Records{});
    EXPECT_EQ(good("\xEF\xBB\xBF"), Records{});
    EXPECT_EQ(good("\n\n"), Records{});
    EXPECT_EQ(read_whole("a;b", {.delimiter = ';'}).records, (Records{{"a", "b"}}));
}

TEST(CommaSeparatedValues, that_are_broken_are_refused_with_line_and_column) {
    EXPECT_EQ(fault_in("a,b\n1,2\"3\n"), (CsvError{CsvFault::stray_quotation_mark, 2, 4}));
    EXPECT_EQ(fault_in("a,b\n\"1\"2,3\n"), (CsvError{CsvFault::text_after_quotation_mark, 2, 4}));
    EXPECT_EQ(fault_in("a,b\n1,\"2\n3,4\n"), (CsvError{CsvFault::unclosed_quotation, 2, 3}));
    EXPECT_EQ(fault_in("a,b\r1,2\r"), (CsvError{CsvFault::lone_carriage_return, 1, 4}));
    EXPECT_EQ(fault_in(std::string_view{"a,\0b", 4}), (CsvError{CsvFault::zero_byte, 1, 3}));
    EXPECT_EQ(fault_in(std::string_view{"a\n\"b\0\"", 6}), (CsvError{CsvFault::zero_byte, 2, 3}));
    EXPECT_EQ(fault_in("a,b\n1,2\n\xE9t\xE9,2\n"), (CsvError{CsvFault::not_utf8, 3, 1}));
    EXPECT_EQ(fault_in("a,b\n\"1\n\n\",2\n1,2,3\n"), (CsvError{CsvFault::wrong_number_of_fields, 5, 1}));
    EXPECT_EQ(text_of({CsvFault::stray_quotation_mark, 7, 12}),
              "line 7, column 12: a quotation mark stands inside a field that does not begin with one");
}

TEST(CommaSeparatedValues, that_are_made_to_do_harm_stop_at_a_bound) {
    const CsvLimits tight{.record_bytes = 64, .field_bytes = 16, .columns = 4, .total_bytes = 256};
    EXPECT_EQ(fault_in(std::string(40, 'a'), {.limits = tight}).fault, CsvFault::field_too_long);
    EXPECT_EQ(fault_in("\"" + std::string(40, 'a') + "\"", {.limits = tight}).fault, CsvFault::field_too_long);
    EXPECT_EQ(fault_in(std::string(100, 'a'), {.limits = tight}).fault, CsvFault::record_too_long);
    EXPECT_EQ(fault_in("a,b,c,d,e", {.limits = tight}).fault, CsvFault::too_many_columns);
    EXPECT_EQ(fault_in("\"" + std::string(100, '\n'), {.limits = tight}).fault, CsvFault::record_too_long);
    std::string many;
    for (int i = 0; i < 200; ++i) many += "1\n";
    EXPECT_EQ(fault_in(many, {.limits = tight}).fault, CsvFault::input_too_long);
    EXPECT_EQ(read_in_steps(many, 7, {.limits = tight}).error->fault, CsvFault::input_too_long);
}

TEST(CommaSeparatedValues, of_any_length_need_little_memory) {
    std::uint64_t left = 2'000'000, largest = 0;
    CsvReader reader{[&](std::span<char> buffer) {
        largest = std::max<std::uint64_t>(largest, buffer.size());
        std::size_t size = 0;
        while (left > 0 && size + 20 <= buffer.size()) {
            std::ranges::copy(std::string_view{"2022,Ontario,\"1,5\"\r\n"},
                              buffer.begin() + static_cast<std::ptrdiff_t>(size));
            size += 20;
            --left;
        }
        return size;
    }};
    std::uint64_t records = 0;
    while (reader.next()) ++records;
    EXPECT_FALSE(reader.error());
    EXPECT_EQ(records, 2'000'000U);
    EXPECT_EQ(reader.bytes_read(), 40'000'000U);
    EXPECT_LE(largest, std::uint64_t{1} << 20);
}

TEST(CommaSeparatedValues, tell_on_which_line_each_record_begins) {
    CsvReader reader{"a,b\n\"1\n2\n\",3\n\n4,5\n"};
    std::vector<std::uint64_t> lines;
    while (reader.next()) lines.push_back(reader.line());
    EXPECT_EQ(lines, (std::vector<std::uint64_t>{1, 2, 6}));
}

// Property: what a careful program wrote comes back, whole or in steps of any size.
TEST(CommaSeparatedValues, come_back_as_they_were_written) {
    rc::check([](const std::vector<std::vector<std::string>>& cells, const std::vector<bool>& styles) {
        RC_PRE(!cells.empty());
        const std::vector<std::string> pieces{"a", "\"", ",", "\n", "\r\n", "\u00e9", " ", ""};
        std::string text;
        Records expected;
        std::size_t style = 0;
        const auto flip = [&] { return !styles.empty() && styles[style++ % styles.size()]; };
        for (const auto& row : cells) {
            auto& record = expected.emplace_back();
            for (std::size_t column = 0; column < 3; ++column) {
                std::string field;
                for (const char c : column < row.size() ? row[column] : std::string{})
                    field += pieces[static_cast<unsigned char>(c) % pieces.size()];
                const bool needs_marks = field.find_first_of("\",\r\n") != std::string::npos;
                std::string doubled;
                for (const char c : field) doubled += c == '"' ? "\"\"" : std::string(1, c);
                text += column == 0 ? "" : ",";
                text += needs_marks || flip() ? "\"" + doubled + "\"" : field;
                record.push_back(field);
            }
            text += flip() ? "\r\n" : "\n";
        }
        const auto whole = read_whole(text);
        RC_ASSERT(!whole.error);
        RC_ASSERT(whole.records == expected);
        for (const std::size_t step : {1, 2, 3, 7, 64}) RC_ASSERT(read_in_steps(text, step) == whole);
    });
}

// Property: whatever the bytes are, reading them in steps finds the same as reading them at once.
TEST(CommaSeparatedValues, are_the_same_read_at_once_or_in_steps) {
    rc::check([](const std::vector<unsigned char>& bytes) {
        const std::string_view alphabet = "ab,\"\r\n\xC3\xA9\xEF\xBB\xBF";
        std::string text;
        for (const auto byte : bytes) text += alphabet[byte % alphabet.size()];
        for (const std::size_t step : {1, 2, 5}) RC_ASSERT(read_in_steps(text, step) == read_whole(text));
    });
}

TEST(ATableInMemory, finds_its_columns_by_name) {
    const auto table = CsvTable::read("province,\"million, dollars\",year\nON,12.5,2022\nQC,,2023\n");
    ASSERT_TRUE(table);
    EXPECT_TRUE(table->has_column("year"));
    EXPECT_FALSE(table->has_column("Year"));
    ASSERT_EQ(table->size(), 2U);
    EXPECT_EQ((*table)[0]["province"], "ON");
    EXPECT_EQ((*table)[0].number("million, dollars"), 12.5);
    EXPECT_EQ((*table)[1].number("million, dollars"), std::nullopt);
    EXPECT_EQ((*table)[1].integer("year"), 2023);
    EXPECT_EQ((*table)[1].line(), 3U);
    EXPECT_EQ(table->rows().size(), 2U);
    EXPECT_FALSE(CsvTable::read("a,b\n1\n"));
}

TEST(Numbers, are_whole_texts) {
    EXPECT_EQ(number_of("-0.5"), -0.5);
    EXPECT_EQ(number_of("1e6"), 1e6);
    for (const auto* const wrong : {"", " 1", "1 ", "1,000", "nan", "inf", "1e999", "0x10", "12o"})
        EXPECT_EQ(number_of(wrong), std::nullopt) << wrong;
    EXPECT_EQ(integer_of("-12"), -12);
    EXPECT_EQ(integer_of("1.0"), std::nullopt);
    EXPECT_EQ(integer_of("99999999999999999999"), std::nullopt);
}

}  // namespace
}  // namespace statistics
