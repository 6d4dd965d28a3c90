#include "people/place.h"

#include <fstream>
#include <string>

#include <gtest/gtest.h>

namespace people {
namespace {

TEST(PostalCode, IsReadAsPeopleWriteIt) {
    for (const auto* typed : {"K1A 0B1", "k1a0b1", "K1A-0B1", "  k1A  0b1 ", "K1A\u00a00B1"}) {
        const auto code = PostalCode::parse(typed);
        ASSERT_TRUE(code) << typed;
        EXPECT_EQ(code->text(), "K1A 0B1") << typed;
    }
}

TEST(PostalCode, RefusesWhatCanadaPostNeverGives) {
    // D F I O Q U stand nowhere, W and Z not first (Canada Post, Addressing Guidelines).
    for (const auto* typed : {"", "K1A", "K1A 0B", "K1A 0B12", "D1A 0B1", "W1A 0B1", "Z1A 0B1", "K1O 0B1", "K1A 0U1",
                              "KAA 0B1", "11A 0B1", "K1A--0B1", "K1 A0B1", "90210", "é1A 0B1"})
        EXPECT_FALSE(PostalCode::parse(typed)) << typed;
    EXPECT_TRUE(PostalCode::parse("K1W 0Z1"));
}

TEST(Province, FollowsTheFirstLetter) {
    // Canada Post's table of first letters; X is told apart by district.
    const std::pair<const char*, const char*> table[] = {
        {"A1A 1A1", "NL"}, {"B3H 1A1", "NS"}, {"C1A 1A1", "PE"}, {"E1A 1A1", "NB"}, {"G1A 1A1", "QC"},
        {"H2X 1A1", "QC"}, {"J8X 1A1", "QC"}, {"K1A 0B1", "ON"}, {"L5B 1A1", "ON"}, {"M5V 1A1", "ON"},
        {"N6A 1A1", "ON"}, {"P3A 1A1", "ON"}, {"R3C 1A1", "MB"}, {"S4P 1A1", "SK"}, {"T2P 1A1", "AB"},
        {"V6B 1A1", "BC"}, {"X0A 0H0", "NU"}, {"X0B 0C0", "NU"}, {"X0C 0A0", "NU"}, {"X0E 0A0", "NT"},
        {"X1A 1A1", "NT"}, {"Y1A 1A1", "YT"},
    };
    for (const auto& [postal_code, province] : table)
        EXPECT_EQ(code(province_of(*PostalCode::parse(postal_code))), province) << postal_code;
}

TEST(Province, IsFoundByItsCode) {
    for (const Province province : kProvinces) EXPECT_EQ(province_of(code(province)), province);
    EXPECT_EQ(province_of("ZZ"), std::nullopt);
    EXPECT_EQ(province_of("qc"), std::nullopt);
}

TEST(Country, KnowsTheCodesInUse) {
    EXPECT_TRUE(Country{}.is_canada());
    EXPECT_EQ(Country::parse("fr")->code(), "FR");
    EXPECT_FALSE(Country::parse("XX"));
    EXPECT_FALSE(Country::parse("CAN"));
    EXPECT_FALSE(Country::parse(""));
}

TEST(Country, MenuHasCanadaFirstAndTheRestByNameInEachLanguage) {
    const auto& english = country_choices(base::Locale::english);
    const auto& french = country_choices(base::Locale::french);
    EXPECT_EQ(english.size(), french.size());
    EXPECT_GT(english.size(), 240u);
    EXPECT_EQ(english[0].name, "Canada");
    EXPECT_EQ(english[1].name, "Afghanistan");
    EXPECT_EQ(french[0].name, "Canada");
    const auto has = [&](const char* name) {
        return std::ranges::any_of(french, [&](const CountryChoice& choice) { return choice.name == name; });
    };
    EXPECT_TRUE(has("États-Unis"));
    EXPECT_TRUE(has("Allemagne"));
}

TEST(Address, OfAVillageInQuebecIsUnderstood) {
    const TypedAddress typed{"", "j0x1h0", "  Val-Clair "};
    EXPECT_TRUE(problems_of(typed).empty());
    const Address address = understood(typed);
    EXPECT_EQ(address.postal_code, "J0X 1H0");
    EXPECT_EQ(address.place, "Val-Clair");
    EXPECT_EQ(address.province, Province::qc);
}

TEST(Address, AbroadTakesAnyPostalCodeOrNone) {
    EXPECT_TRUE(problems_of(TypedAddress{"FR", "75011", "Paris"}).empty());
    EXPECT_TRUE(problems_of(TypedAddress{"ie", "", ""}).empty());
    EXPECT_EQ(understood(TypedAddress{"FR", "75011", "Paris"}).province, std::nullopt);
}

TEST(Address, SaysEverythingThatIsWrongAtOnce) {
    const auto problems = problems_of(TypedAddress{"CA", "12345", "visit www.example.com"});
    EXPECT_TRUE(base::find_problem(problems, "postal_code"));
    EXPECT_TRUE(base::find_problem(problems, "place"));
    EXPECT_TRUE(base::find_problem(problems_of(TypedAddress{"XX", "", ""}), "country"));
    EXPECT_TRUE(base::find_problem(problems_of(TypedAddress{"", " ", ""}), "postal_code"));
    EXPECT_TRUE(base::find_problem(problems_of(TypedAddress{"", "K1A 0B1", std::string(101, 'x')}), "place"));
    EXPECT_TRUE(base::find_problem(problems_of(TypedAddress{"US", std::string(21, '1'), ""}), "postal_code"));
}

}  // namespace
}  // namespace people
