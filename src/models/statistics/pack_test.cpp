// What ships is what was looked at: every pack has its checksum, its source, and the sums that must hold.
#include "models/statistics/pack.h"

#include <cmath>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "models/statistics/geography.h"
#include "models/statistics/sha256.h"

namespace statistics {
namespace {

constexpr std::array kTenProvinces{"NL", "PE", "NS", "NB", "QC", "ON", "MB", "SK", "AB", "BC"};

CsvTable shipped(std::string_view name) { return table_of(shipped_pack(name)); }

// FIPS 180-4, examples of NIST.
TEST(Checksums, are_sha256) {
    EXPECT_EQ(sha256_of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    Sha256 million;
    for (int i = 0; i < 10'000; ++i) million.add(std::string(100, 'a'));
    EXPECT_EQ(million.hexadecimal(), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(EveryPack, has_the_checksum_that_its_source_states) {
    ASSERT_GE(shipped_packs().size(), 10U);
    for (const auto& pack : shipped_packs()) EXPECT_EQ(sha256_of(pack.csv), pack.provenance.sha256) << pack.name;
}

TEST(EveryPack, can_be_read_and_says_where_it_is_from) {
    for (const auto& pack : shipped_packs()) {
        const auto table = CsvTable::read(pack.csv);
        ASSERT_TRUE(table) << pack.name << ": " << text_of(table.error());
        EXPECT_GT(table->size(), 0U) << pack.name;
        EXPECT_EQ(pack.csv.find('\r'), std::string_view::npos) << pack.name;
        EXPECT_GT(pack.provenance.licence.size(), 3U) << pack.name;
        EXPECT_FALSE(pack.name.starts_with("reference")) << pack.name;
    }
}

TEST(TheSourceOfAPack, is_read_line_by_line) {
    const std::string good =
        "title: A: b\npublisher: p\ntable:\nunit: u\nscale: s\nperiod: 2022\nlicence: l\n"
        "retrieved_through: r\nchanges: c\nsha256: 00\n";
    ASSERT_TRUE(read_provenance(good));
    EXPECT_EQ(read_provenance(good)->title, "A: b");
    EXPECT_EQ(read_provenance("title: x\n").error(), "publisher is missing");
    EXPECT_EQ(read_provenance(good + "colour: red\n").error(), "line 11: no key that is known: colour: red");
    EXPECT_EQ(read_provenance(good + "unit: v\n").error(), "line 11: unit stands there twice");
}

// Rounded to one decimal: three rounded figures may miss each other by 0.15.
TEST(TheMultipliersOfOntario, add_up) {
    std::map<std::string, int> measures;
    const auto table = shipped("io/on_multipliers_2022");
    for (const auto row : table.rows()) {
        ++measures[std::string{row["measure"]}];
        const auto what = std::string{row["code"]} + " " + std::string{row["measure"]};
        const auto direct = *row.number("direct"), indirect = *row.number("indirect"), induced = *row.number("induced");
        const auto simple = *row.number("simple"), total = *row.number("total");
        EXPECT_NEAR(simple, direct + indirect, 0.15 + 1e-9) << what;
        EXPECT_NEAR(total, simple + induced, 0.15 + 1e-9) << what;
        if (row["measure"] == "output") EXPECT_EQ(direct, 1.0) << what;
    }
    EXPECT_EQ(measures, (std::map<std::string, int>{{"gdp", 31}, {"jobs", 31}, {"labour_income", 31}, {"output", 31}}));
}

// The source warns that its whole millions differ by up to 85.
TEST(TheNationalTable, has_rows_that_add_up_to_their_output) {
    constexpr std::size_t kIndustries = 35;
    const auto table = shipped("io/ca_table_2011");
    ASSERT_EQ(table.size(), kIndustries + 3) << "imports, value added with taxes, output";
    ASSERT_EQ(table.columns().size(), 2U + kIndustries + 8U);
    for (std::size_t i = 0; i < kIndustries; ++i) {
        const auto row = table[i];
        EXPECT_EQ(row["code"], table.columns()[i + 2]) << "rows and columns are the same industries";
        double sum = 0;
        for (std::size_t j = 2; j + 1 < table.columns().size(); ++j) sum += *row.number(table.columns()[j]);
        EXPECT_NEAR(sum, *row.number("OUTPUT"), 85) << row["code"];
        EXPECT_EQ(row["OUTPUT"], table[kIndustries + 2][row["code"]]) << row["code"];
    }
}

// Its columns too: what an industry buys here and abroad, and the value it adds.
TEST(TheNationalTable, has_columns_that_add_up_to_their_output) {
    const auto table = shipped("io/ca_table_2011");
    for (std::size_t j = 2; j < 37; ++j) {
        const auto& industry = table.columns()[j];
        double sum = 0;
        for (std::size_t i = 0; i + 1 < table.size(); ++i) sum += *table[i].number(industry);
        EXPECT_NEAR(sum, *table[table.size() - 1].number(industry), 85) << industry;
    }
}

// Divisions of CCOFOG have three digits; what belongs to them has four, the first three the same.
TEST(SpendingByFunction, has_parts_that_add_up_to_their_division) {
    std::map<std::string, double> divisions, parts;
    std::set<std::string> functions, places;
    const auto table = shipped("spending/by_function");
    for (const auto row : table.rows()) {
        const auto function = row["function"];
        const auto key =
            std::string{row["year"]} + " " + std::string{row["province"]} + " " + std::string{function.substr(0, 3)};
        (function.size() == 3 ? divisions : parts)[key] += *row.number("million_dollars");
        functions.emplace(function);
        places.emplace(row["province"]);
    }
    EXPECT_EQ(table.size(), 9'600U) << "16 years, 10 provinces, 60 functions";
    EXPECT_EQ(functions.size(), 60U);
    EXPECT_EQ(places, std::set<std::string>(kTenProvinces.begin(), kTenProvinces.end()));
    ASSERT_EQ(divisions.size(), 1'600U);
    for (const auto& [key, sum] : divisions)
        EXPECT_NEAR(parts[key], sum, 4.5) << key << ": whole millions, up to nine parts";
}

TEST(EmploymentByIndustry, has_parts_that_add_up_where_nothing_is_suppressed) {
    std::map<std::string, std::map<std::string, std::optional<double>>> cells;
    const auto table = shipped("employment/by_industry");
    for (const auto row : table.rows()) {
        EXPECT_EQ(row["status"] == "x", !row.number("employees")) << row.line();
        cells[std::string{row["year"]} + " " + std::string{row["province"]}][std::string{row["industry"]}] =
            row.number("employees");
    }
    EXPECT_EQ(cells.size(), 6U * 13U);
    for (auto& [place, industries] : cells) {
        EXPECT_EQ(industries.size(), 24U) << place;
        const auto goods = industries["Goods producing industries"],
                   services = industries["Service producing industries"];
        const auto all = industries["Industrial aggregate excluding unclassified businesses"];
        if (goods && services && all) EXPECT_NEAR(*goods + *services, *all, 2) << place;
    }
}

TEST(EverySeries, has_every_province_in_every_year) {
    const std::map<std::string_view, std::pair<int, int>> periods{{"prices/consumer_price_index", {2008, 2024}},
                                                                  {"prices/government_price_index", {2008, 2023}},
                                                                  {"prices/gross_domestic_product", {2008, 2023}},
                                                                  {"employment/unemployment_rate", {2008, 2024}}};
    for (const auto& [name, period] : periods) {
        const auto table = shipped(name);
        std::set<std::pair<std::int64_t, std::string>> seen;
        for (const auto row : table.rows()) {
            EXPECT_TRUE(row.number(table.columns()[2])) << name << " line " << row.line();
            EXPECT_TRUE(seen.emplace(*row.integer("year"), row["province"]).second) << name << " line " << row.line();
        }
        EXPECT_EQ(seen.size(), static_cast<std::size_t>((period.second - period.first + 1) * 10)) << name;
        for (const auto* const province : kTenProvinces) EXPECT_TRUE(seen.contains({period.first, province})) << name;
    }
    for (const auto row : shipped("people/population").rows())
        EXPECT_GT(*row.number("population"), 30'000) << row.line();
}

TEST(TheIndexes, are_one_hundred_in_their_base_year) {
    for (const auto row : shipped("prices/government_price_index").rows())
        if (row["year"] == "2017") EXPECT_EQ(row.number("index_2017_100"), 100.0) << row["province"];
}

TEST(Geographies, are_known_by_code_and_by_name) {
    EXPECT_EQ(geography_of("Newfoundland and Labrador")->code, "NL");
    EXPECT_EQ(geography_of("on")->name, "Ontario");
    EXPECT_EQ(geography_of("Qu\u00e9bec")->code, "QC");
    EXPECT_EQ(geography_of("Canada")->code, "CA");
    EXPECT_FALSE(geography_of("Canadian territorial enclaves abroad"));
    EXPECT_FALSE(geography_of(""));
}

}  // namespace
}  // namespace statistics
