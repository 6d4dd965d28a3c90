// Tables as the publisher gives them out, in every form in which they were met, and as an attacker would make them.
#include "models/statistics/official_table.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <zip.h>

namespace statistics {
namespace {

const std::filesystem::path kSamples{SOURCE_DIR "/tests/official_tables"};

struct Packed {
    std::string name, content;
};

// A zip in memory.
std::string zip_of(const std::vector<Packed>& files) {
    zip_error_t error;
    zip_error_init(&error);
    auto* const source = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(source);
    auto* const zip = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    for (const auto& file : files) {
        auto* const content = zip_source_buffer(zip, file.content.data(), file.content.size(), 0);
        zip_file_add(zip, file.name.c_str(), content, ZIP_FL_ENC_UTF_8);
    }
    EXPECT_EQ(zip_close(zip), 0);
    zip_stat_t stat;
    zip_source_stat(source, &stat);
    std::string bytes(stat.size, '\0');
    zip_source_open(source);
    zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    zip_source_free(source);
    return bytes;
}

struct Drained {
    std::vector<std::optional<double>> values;
    std::optional<TableProblem> problem;
};

Drained drain(OfficialTable& table) {
    Drained drained;
    Observation row;
    while (table.next(row)) drained.values.push_back(row.value);
    drained.problem = table.problem();
    return drained;
}

// The sentence that keeps the bytes from being read, whether at the beginning or later; "" for none.
std::string refusal(std::string_view bytes, const TableLimits& limits = {}) {
    auto table = OfficialTable::from_bytes(bytes, {"table.zip", limits});
    if (!table) return text_of(table.error());
    const auto drained = drain(*table);
    return drained.problem ? text_of(*drained.problem) : "";
}

constexpr std::string_view kSmall =
    "REF_DATE,GEO,Industry,UOM,SCALAR_FACTOR,VALUE,STATUS,DECIMALS\r\n"
    "2022,Ontario,Farming [BS11A],Dollars,millions ,1.5,,1\r\n"
    "2022,Ontario,Farming [BS11A],Persons,thousands,2,E,0\r\n"
    "2022,Ontario,Farming [BS11A],Persons,units,,x,0\r\n"
    "2022,Ontario,Farming [BS11A],Persons,units,,..,0\r\n"
    "2022,Ontario,Farming [BS11A],Persons,units,,...,0\r\n"
    "2022,Ontario,Farming [BS11A],Persons,units,7,F,0\r\n"
    "2022,Ontario,Farming [BS11A],Persons,units,,,0\r\n";

TEST(OfficialTables, are_read_in_the_style_with_everything_in_quotation_marks) {
    auto table = OfficialTable::open(kSamples / "10100005_head.csv");
    ASSERT_TRUE(table) << text_of(table.error());
    EXPECT_EQ(table->number(), "10100005");
    ASSERT_EQ(table->dimensions().size(), 2U);
    EXPECT_EQ(table->dimension("canadian classification of functions of government (ccofog)"), 1U);
    EXPECT_FALSE(table->dimension("DGUID"));
    Observation row;
    ASSERT_TRUE(table->next(row));
    EXPECT_EQ(row.period, (ReferencePeriod{.year = 2008}));
    EXPECT_EQ(row.geography, "Newfoundland and Labrador");
    EXPECT_EQ(row.value, 1204e6) << "millions";
    EXPECT_EQ(row.unit, "Dollars");
    EXPECT_EQ(member_of(row.members[1]).codes, (std::vector<std::string_view>{"701"}));
    EXPECT_EQ(row.line, 2U);
    EXPECT_EQ(drain(*table).values.size(), 39U);
    EXPECT_FALSE(table->problem());
    EXPECT_EQ(table->bytes_read(), table->bytes());
}

TEST(OfficialTables, are_read_in_the_style_with_few_quotation_marks) {
    auto table = OfficialTable::open(kSamples / "38100096_head.csv");
    ASSERT_TRUE(table) << text_of(table.error());
    Observation row;
    ASSERT_TRUE(table->next(row));
    EXPECT_EQ(row.members[0], "Total, industries and households");
    EXPECT_EQ(row.value, 10868564);
    auto crlf = OfficialTable::open(kSamples / "36100113.csv");
    ASSERT_TRUE(crlf);
    const auto drained = drain(*crlf);
    ASSERT_EQ(drained.values.size(), 776U);
    EXPECT_EQ(drained.values.front(), 0.5);
    EXPECT_EQ(drained.values.back(), std::nullopt) << "the suppressed cell";
}

TEST(OfficialTables, in_a_zip_are_those_outside_it) {
    std::ifstream file(kSamples / "36100113.csv", std::ios::binary);
    const std::string csv{std::istreambuf_iterator<char>(file), {}};
    const auto zip = zip_of({{"36100113_MetaData.csv", "Cube Title,Product Id\n"}, {"36100113.csv", csv}});
    auto inside = OfficialTable::from_bytes(zip, {"download.zip"});
    auto outside = OfficialTable::from_bytes(csv, {"36100113-eng.csv"});
    ASSERT_TRUE(inside && outside);
    EXPECT_EQ(inside->number(), "36100113");
    EXPECT_EQ(outside->number(), "36100113");
    EXPECT_EQ(inside->bytes(), csv.size());
    EXPECT_EQ(drain(*inside).values, drain(*outside).values);
    const auto path = std::filesystem::temp_directory_path() / ("official_" + std::to_string(getpid()) + ".zip");
    std::ofstream(path, std::ios::binary) << zip;
    auto opened = OfficialTable::open(path);
    ASSERT_TRUE(opened) << text_of(opened.error());
    EXPECT_EQ(drain(*opened).values.size(), 776U);
    std::filesystem::remove(path);
}

TEST(OfficialTables, keep_scales_and_reasons_apart_from_figures) {
    auto table = OfficialTable::from_bytes(kSmall, {"small.csv"});
    ASSERT_TRUE(table);
    EXPECT_EQ(table->number(), "");
    std::vector<std::pair<std::optional<double>, Absence>> cells;
    Observation row;
    while (table->next(row)) cells.emplace_back(row.value, row.absence);
    const std::vector<std::pair<std::optional<double>, Absence>> expected{{1.5e6, Absence::none},
                                                                          {2000, Absence::none},
                                                                          {std::nullopt, Absence::suppressed},
                                                                          {std::nullopt, Absence::not_available},
                                                                          {std::nullopt, Absence::not_applicable},
                                                                          {std::nullopt, Absence::unreliable},
                                                                          {std::nullopt, Absence::unexplained}};
    EXPECT_EQ(cells, expected);
}

TEST(OfficialTables, find_their_columns_by_name_and_miss_none_that_was_dropped) {
    auto table = OfficialTable::from_bytes("VALUE,Variable,ref_date,Geo\n3,Jobs,2022/2023,Yukon\n", {"own.csv"});
    ASSERT_TRUE(table);
    Observation row;
    ASSERT_TRUE(table->next(row));
    EXPECT_EQ(row.value, 3);
    EXPECT_EQ(row.geography, "Yukon");
    EXPECT_EQ(row.period, (ReferencePeriod{.year = 2022, .is_fiscal = true}));
    EXPECT_EQ(table->dimensions(), std::vector<std::string>{"Variable"});
}

TEST(OfficialTables, that_are_none_say_what_they_lack) {
    EXPECT_NE(refusal("").find("empty"), std::string::npos);
    EXPECT_NE(refusal("a,b\n1,2\n").find("REF_DATE, GEO and VALUE"), std::string::npos);
    EXPECT_NE(refusal("\"P\u00c9RIODE DE R\u00c9F\u00c9RENCE\";\"G\u00c9O\"\n").find("French download"),
              std::string::npos);
    EXPECT_NE(refusal("P\u00c9RIODE DE R\u00c9F\u00c9RENCE;G\u00c9O\n").find("French download"), std::string::npos);
    EXPECT_NE(refusal("REF_DATE,GEO,VALUE,value\n").find("twice"), std::string::npos);
    const std::string head = "REF_DATE,GEO,SCALAR_FACTOR,VALUE\n2022,Ontario,units,1\n";
    EXPECT_EQ(refusal(head + "20222,Ontario,units,1\n"), "line 3: REF_DATE is no period: \"20222\"");
    EXPECT_EQ(refusal(head + "2022,Ontario,dozens,1\n"), "line 3: SCALAR_FACTOR is not known: \"dozens\"");
    EXPECT_EQ(refusal(head + "2022,Ontario,units,12o\n"), "line 3: VALUE is no number: \"12o\"");
    EXPECT_EQ(refusal(head + "2022,Ontario,billions,1e298\n"), "");
    EXPECT_EQ(refusal(head + "2022,Ontario,billions,1e308\n"), "line 3: VALUE is no number: \"1e308\"");
    EXPECT_NE(refusal(head + "2022,Ontario,units\n").find("line 3"), std::string::npos);
    EXPECT_FALSE(OfficialTable::open(kSamples));
    EXPECT_FALSE(OfficialTable::open(kSamples / "nothing.zip"));
}

TEST(Zips, without_one_data_file_are_refused) {
    EXPECT_NE(refusal(zip_of({{"readme.csv", "a"}})).find("eight digits"), std::string::npos);
    EXPECT_NE(refusal(zip_of({{"36100113.csv", std::string{kSmall}}, {"36100595.csv", "b"}})).find("more than one"),
              std::string::npos);
    EXPECT_NE(refusal(zip_of({{"folder/36100113.csv", "a"}})).find("eight digits"), std::string::npos);
    EXPECT_EQ(refusal(zip_of({{"36100113.csv", std::string{kSmall}}})), "");
}

TEST(Zips, that_unpack_to_far_more_than_a_table_are_refused) {
    const auto bomb = zip_of({{"36100113.csv", std::string(20'000'000, '\n')}});
    ASSERT_LT(bomb.size(), 40'000U);
    EXPECT_NE(refusal(bomb).find("far more"), std::string::npos);
    std::string table{kSmall};
    for (int i = 0; i < 20'000; ++i)
        table += "2022,Ontario,Farming [BS11A],Persons,units," + std::to_string(i * 7919 % 10'007) + ",,0\r\n";
    EXPECT_EQ(refusal(zip_of({{"36100113.csv", table}})), "") << "a real table is far from it";
    TableLimits small;
    small.csv_bytes = 10'000;
    EXPECT_NE(refusal(zip_of({{"36100113.csv", table}}), small).find("too large"), std::string::npos);
}

// A header may lie about the sizes: what comes out is counted, too.
TEST(Zips, that_lie_about_their_sizes_are_stopped_while_unpacking) {
    auto bomb = zip_of({{"36100113.csv", std::string{kSmall} + std::string(20'000'000, '\n')}});
    const auto central = bomb.rfind("PK\1\2");
    ASSERT_NE(central, std::string::npos);
    for (std::size_t i = 0; i < 4; ++i) bomb[central + 24 + i] = i == 0 ? '\x40' : '\0';  // "64 bytes unpacked"
    const auto said = refusal(bomb);
    EXPECT_FALSE(said.empty());
}

TEST(Zips, with_too_many_files_are_refused_before_they_are_looked_at) {
    std::vector<Packed> many;
    for (int i = 0; i < 20; ++i) many.push_back({"file" + std::to_string(i), "x"});
    EXPECT_NE(refusal(zip_of(many)).find("too many"), std::string::npos);
    auto claims = zip_of({{"36100113.csv", std::string{kSmall}}});
    const auto end = claims.rfind("PK\5\6");
    claims[end + 10] = claims[end + 8] = '\xff';
    claims[end + 11] = claims[end + 9] = '\xff';
    EXPECT_NE(refusal(claims).find("too many"), std::string::npos);
}

TEST(Zips, that_are_damaged_anywhere_never_give_figures_that_nobody_packed) {
    const auto zip = zip_of({{"36100113.csv", std::string{kSmall}}});
    const auto sound = OfficialTable::from_bytes(zip, {"a.zip"});
    ASSERT_TRUE(sound);
    for (std::size_t cut = 4; cut < zip.size(); cut += 3)
        EXPECT_NE(refusal(std::string_view{zip}.substr(0, cut)), "") << cut;
    for (std::size_t at = 0; at < zip.size(); ++at) {
        auto damaged = zip;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        auto table = OfficialTable::from_bytes(damaged, {"a.zip"});
        if (!table) continue;
        const auto drained = drain(*table);
        if (!drained.problem) EXPECT_EQ(drained.values.size(), 7U) << "byte " << at;
    }
}

TEST(Periods, are_read_in_the_four_forms_of_the_publisher) {
    EXPECT_EQ(reference_period_of("2022"), (ReferencePeriod{.year = 2022}));
    EXPECT_EQ(reference_period_of("2022-07"), (ReferencePeriod{.year = 2022, .month = 7}));
    EXPECT_EQ(reference_period_of("2022-07-01"), (ReferencePeriod{.year = 2022, .month = 7, .day = 1}));
    EXPECT_EQ(reference_period_of("2022/2023"), (ReferencePeriod{.year = 2022, .is_fiscal = true}));
    for (const auto* const wrong : {"", "22", "2022-13", "2022-00", "2022-7", "2022-07-32", "2022/2024", "2022/2022",
                                    "+022", "2022-07-01T00", "20220701", "1700", "abcd"})
        EXPECT_FALSE(reference_period_of(wrong)) << wrong;
}

TEST(Members, carry_their_codes_in_brackets_at_the_end) {
    const auto codes = [](std::string_view text) { return member_of(text).codes; };
    using Codes = std::vector<std::string_view>;
    EXPECT_EQ(codes("Hospital services [7073]"), Codes{"7073"});
    EXPECT_EQ(member_of("Hospital services [7073]").name, "Hospital services");
    EXPECT_EQ(codes("General public services not elsewhere classified [7015, 7016, 7018]"),
              (Codes{"7015", "7016", "7018"}));
    EXPECT_EQ(codes("Forestry, logging and support [11N]"), Codes{"11N"});
    EXPECT_EQ(codes("Trade [44-45,41]"), (Codes{"44-45", "41"}));
    EXPECT_EQ(codes("Persons [all]"), Codes{}) << "a remark, no code";
    EXPECT_EQ(member_of("Persons [all]").name, "Persons [all]");
    for (const auto* const none : {"", "]", "[", "[]", "[,]", "a [7073] b", "Index, 2017=100", "[7073"})
        EXPECT_EQ(codes(none), Codes{}) << none;
}

TEST(Scales, are_known_with_a_blank_behind_too) {
    EXPECT_EQ(scale_of("units "), 1);
    EXPECT_EQ(scale_of("Thousands"), 1e3);
    EXPECT_EQ(scale_of("millions"), 1e6);
    EXPECT_EQ(scale_of(""), 1);
    EXPECT_FALSE(scale_of("dozens"));
}

}  // namespace
}  // namespace statistics
