#include "platform/i18n/negotiation.h"

#include <string>

#include <gtest/gtest.h>

#include "platform/i18n/placeholders.h"

namespace {

using base::Locale;

TEST(LocaleOfPath, FirstSegmentDecides) {
    EXPECT_EQ(i18n::locale_of_path("/fr/petitions/x"), Locale::french);
    EXPECT_EQ(i18n::locale_of_path("/en"), Locale::english);
    for (const auto* path : {"", "/", "fr", "/french", "/FR/", "/assets/fr/"})
        EXPECT_EQ(i18n::locale_of_path(path), std::nullopt) << path;
}

TEST(PreferredLocale, HighestWeightWins) {
    EXPECT_EQ(i18n::preferred_locale("fr-CA,fr;q=0.9,en;q=0.8"), Locale::french);
    EXPECT_EQ(i18n::preferred_locale("en;q=0.7, FR-ca;q=0.701"), Locale::french);
    EXPECT_EQ(i18n::preferred_locale("de, en-GB;q=0.5, fr;q=0.5"), Locale::english);
    EXPECT_EQ(i18n::preferred_locale("fr ; q = 0.2 , en ;Q=1.000"), Locale::english);
}

TEST(PreferredLocale, RefusedAndUnknownLanguagesDoNotCount) {
    EXPECT_EQ(i18n::preferred_locale("en;q=0, fr;q=0.1"), Locale::french);
    for (const auto* header : {"", "*", "de", "frr", "en;q=0", "en;q=0.000", ";;;,,,", "en;q=2", "en;q=1.001",
                               "en;q=0.1234", "en;q=-1", "en;level=1", "en;q="})
        EXPECT_EQ(i18n::preferred_locale(header), std::nullopt) << header;
}

TEST(PreferredLocale, OnlyTheFirstTwentyPartsAreRead) {
    std::string header;
    for (int i = 0; i < 20; ++i) header += "de,";
    EXPECT_EQ(i18n::preferred_locale(header + "fr"), std::nullopt);
}

TEST(Placeholders, AreFilledInOnePass) {
    const i18n::Argument arguments[] = {{"a", "{b}"}, {"b", 7}};
    const auto number = [](std::int64_t value) { return "#" + std::to_string(value); };
    EXPECT_EQ(i18n::fill("{a} {b} {c} { a} {A} {} {b", arguments, number), "{b} #7 {c} { a} {A} {} {b");
    EXPECT_EQ(i18n::fill("{{b}}", arguments, number), "{#7}");
}

TEST(Placeholders, AreListedOnce) {
    EXPECT_EQ(i18n::placeholders("{count} of {goal}, {count}"), (std::set<std::string, std::less<>>{"count", "goal"}));
}

}  // namespace
