// What people read, in both languages. Formats are those of CLDR 42 for en_CA and fr_CA, read from its charts
// (cldr.unicode.org, "by type": numbers, dates, lists, relative times, plurals).
#include "platform/i18n/translator.h"

#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace {

constexpr i18n::Translator kEnglish{base::Locale::english};
constexpr i18n::Translator kFrench{base::Locale::french};

// 2026-11-03T19:05:00Z (date -u -d @1793732700): five past two in the afternoon in Toronto.
constexpr base::Instant kAfternoon{1'793'732'700'000'000};
// 2027-01-01T02:00:00Z: still New Year's Eve in Toronto.
constexpr base::Instant kNewYear{1'798'768'800'000'000};

TEST(Translator, TextInBothLanguages) {
    EXPECT_EQ(kEnglish("Skip to content"), "Skip to content");
    EXPECT_EQ(kFrench("Skip to content"), "Aller au contenu");
    EXPECT_EQ(kFrench(base::message("Sign out")), "Fermer la session");
    EXPECT_EQ(kFrench("Error: {title}", {{"title", "{count}"}}), "Erreur\u00a0: {count}");
}

TEST(Translator, TextWithoutTranslationIsEnglish) {
    EXPECT_EQ(kFrench("A text that no catalogue has {n}", {{"n", 1200}}), "A text that no catalogue has 1\u00a0200");
    EXPECT_EQ(kFrench.plural("{count} unknown thing", "{count} unknown things", 0), "0 unknown things");
}

TEST(Translator, PluralFollowsTheLanguage) {
    const auto english = [](std::int64_t count) {
        return kEnglish.plural("{count} thing to correct", "{count} things to correct", count);
    };
    const auto french = [](std::int64_t count) {
        return kFrench.plural("{count} thing to correct", "{count} things to correct", count);
    };
    EXPECT_EQ(english(0), "0 things to correct");
    EXPECT_EQ(english(1), "1 thing to correct");
    EXPECT_EQ(english(1200), "1,200 things to correct");
    EXPECT_EQ(french(0), "0 point à corriger");
    EXPECT_EQ(french(1), "1 point à corriger");
    EXPECT_EQ(french(2), "2 points à corriger");
    EXPECT_EQ(french(1'000'000), "1\u00a0000\u00a0000 de points à corriger");
    EXPECT_EQ(french(1'200'000), "1\u00a0200\u00a0000 points à corriger");
}

TEST(Translator, Numbers) {
    EXPECT_EQ(kEnglish.number(1234567), "1,234,567");
    EXPECT_EQ(kFrench.number(1234567), "1\u00a0234\u00a0567");
    EXPECT_EQ(kEnglish.number(-1234.25, {.count = 1}), "-1,234.2");
    EXPECT_EQ(kFrench.number(1.5, {.count = 2}), "1,50");
    EXPECT_EQ(kEnglish.percent(0.645), "64%");
    EXPECT_EQ(kFrench.percent(0.6449, {.count = 1}), "64,5\u00a0%");
}

TEST(Translator, Money) {
    EXPECT_EQ(kEnglish.money(base::Money::from_cents(120050)), "$1,200.50");
    EXPECT_EQ(kFrench.money(base::Money::from_cents(120050)), "1\u00a0200,50\u00a0$");
    EXPECT_EQ(kEnglish.money(base::Money::from_cents(-5)), "-$0.05");
    EXPECT_EQ(kEnglish.money_in_dollars(base::Money::from_dollars(8'000'000'000)), "$8,000,000,000");
    EXPECT_EQ(kFrench.money_in_dollars(base::Money::from_cents(120150)), "1\u00a0202\u00a0$");
}

TEST(Translator, Dates) {
    EXPECT_EQ(kEnglish.date(kAfternoon), "November 3, 2026");
    EXPECT_EQ(kFrench.date(kAfternoon), "3 novembre 2026");
    EXPECT_EQ(kEnglish.date(kAfternoon, i18n::DateStyle::short_form), "Nov 3, 2026");
    EXPECT_EQ(kFrench.date(kAfternoon, i18n::DateStyle::short_form), "3 nov. 2026");
    EXPECT_EQ(kEnglish.date_time(kAfternoon), "November 3, 2026 at 2:05\u00a0p.m.");
    EXPECT_EQ(kFrench.date_time(kAfternoon), "3 novembre 2026 à 14\u00a0h\u00a005");
}

TEST(Translator, DayDependsOnTheTimeZone) {
    const auto paris = i18n::TimeZone::find("Europe/Paris");
    ASSERT_TRUE(paris.has_value());
    EXPECT_EQ(kEnglish.date(kNewYear), "December 31, 2026");
    EXPECT_EQ(kFrench.date(kNewYear, i18n::DateStyle::long_form, *paris), "1er janvier 2027");
    EXPECT_EQ(kFrench.date_time(kNewYear, *paris), "1er janvier 2027 à 3\u00a0h\u00a000");
}

TEST(Translator, RelativeTimes) {
    EXPECT_EQ(kEnglish.relative({-base::minutes(3).microseconds}), "3 minutes ago");
    EXPECT_EQ(kFrench.relative({-base::hours(1).microseconds}), "il y a 1 heure");
    EXPECT_EQ(kFrench.relative(base::days(2)), "dans 2 jours");
    EXPECT_EQ(kEnglish.relative({-base::seconds(59).microseconds}), "now");
    EXPECT_EQ(kEnglish.relative({-base::days(800).microseconds}), "2 years ago");
    EXPECT_EQ(kFrench.relative({-base::days(13).microseconds}), "il y a 1 semaine");
}

TEST(Translator, Lists) {
    const std::vector<std::string> names{"Ana", "Ben", "Chloé"};
    EXPECT_EQ(kEnglish.list(names), "Ana, Ben and Chloé");
    EXPECT_EQ(kFrench.list(names), "Ana, Ben et Chloé");
    EXPECT_EQ(kFrench.list({}), "");
}

TEST(Translator, AccentsDoNotScatterTheNames) {
    EXPECT_TRUE(kFrench.compare("Éloïse", "Fabien") < 0);
    EXPECT_TRUE(kFrench.compare("Zoé", "Éloïse") > 0);
    EXPECT_TRUE(kEnglish.compare("a", "a") == 0);
    EXPECT_TRUE(kEnglish.compare("a", "B") < 0);
    EXPECT_TRUE(kFrench.compare("cote", "côte") < 0);
}

TEST(Translator, SpeaksOnSeveralThreadsAtOnce) {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([] {
            for (int n = 0; n < 200; ++n) {
                EXPECT_EQ(kFrench.number(1200), "1\u00a0200");
                EXPECT_EQ(kEnglish.date(kAfternoon), "November 3, 2026");
            }
        });
}

TEST(TimeZone, OnlyNamesThatExist) {
    EXPECT_TRUE(i18n::TimeZone::find("America/Moncton"));
    EXPECT_TRUE(i18n::TimeZone::find("UTC"));
    for (const auto* name : {"", "America/Atlantis", "GMT+3", "../etc/passwd"})
        EXPECT_FALSE(i18n::TimeZone::find(name)) << name;
}

TEST(MachineTime, IsUtc) {
    EXPECT_EQ(i18n::machine_time(kAfternoon), "2026-11-03T19:05:00Z");
    EXPECT_EQ(i18n::machine_time({-1}), "1969-12-31T23:59:59Z");
}

}  // namespace
