// Reading compiled catalogues: the ones in the program, and broken ones.
#include "platform/i18n/catalogue.h"

#include <cstdint>
#include <string>

#include <gtest/gtest.h>

#include "base/embedded.h"
#include "platform/i18n/placeholders.h"

namespace {

std::string number(std::uint32_t value) {
    std::string bytes;
    for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(value >> shift);
    return bytes;
}

std::string french_bytes() {
    for (const auto& file : embedded::catalogues())
        if (file.name == "fr.mo") return std::string{file.content};
    return {};
}

// The file as the GNU gettext manual draws it: magic, revision, count, two tables, hash size and place, texts.
std::string one_message(const std::string& english, const std::string& translated) {
    const std::uint32_t texts = 28 + 16;
    return number(0x950412de) + number(0) + number(1) + number(28) + number(36) + number(0) + number(44) +
           number(static_cast<std::uint32_t>(english.size())) + number(texts) +
           number(static_cast<std::uint32_t>(translated.size())) +
           number(texts + static_cast<std::uint32_t>(english.size()) + 1) + english + '\0' + translated + '\0';
}

TEST(Catalogue, FindsSingularAndPluralForms) {
    using std::string_literals::operator""s;
    const auto file = one_message("a cat\0{count} cats"s, "un chat\0{count} de chats\0{count} chats"s);
    const auto catalogue = i18n::Catalogue::parse(file);
    ASSERT_TRUE(catalogue);
    const auto* entry = catalogue->find("a cat");
    ASSERT_NE(entry, nullptr);
    EXPECT_EQ(entry->plural_key, "{count} cats");
    ASSERT_EQ(entry->forms.size(), 3U);
    EXPECT_EQ(entry->forms[2], "{count} chats");
    EXPECT_EQ(catalogue->find("{count} cats"), nullptr);
}

TEST(Catalogue, HeaderAndContextsAreNoMessages) {
    EXPECT_TRUE(i18n::Catalogue::parse(one_message("", "Language: fr"))->entries().empty());
    EXPECT_TRUE(i18n::Catalogue::parse(one_message("menu\4Open", "Ouvrir"))->entries().empty());
}

TEST(Catalogue, EveryTruncationIsRefusedOrHarmless) {
    const auto whole = one_message("a cat", "un chat");
    for (size_t length = 0; length < whole.size() - 1; ++length)
        EXPECT_FALSE(i18n::Catalogue::parse(std::string_view{whole}.substr(0, length))) << length;
}

TEST(Catalogue, TextBeyondTheFileIsRefused) {
    for (const std::size_t place : {8, 12, 16, 28, 32, 36, 40}) {
        auto file = one_message("a cat", "un chat");
        file.replace(place, 4, number(0xfffffff0));
        EXPECT_FALSE(i18n::Catalogue::parse(file)) << place;
    }
    EXPECT_FALSE(i18n::Catalogue::parse("not a catalogue"));
}

TEST(Catalogue, FlippedBytesNeverReachBeyondTheFile) {
    auto file = french_bytes();
    ASSERT_FALSE(file.empty());
    for (size_t i = 0; i < std::min<size_t>(file.size(), 600); ++i) {
        file[i] = static_cast<char>(file[i] ^ 0x55);
        if (const auto catalogue = i18n::Catalogue::parse(file)) EXPECT_LE(catalogue->entries().size(), file.size());
        file[i] = static_cast<char>(file[i] ^ 0x55);
    }
}

// A placeholder that a translation lacks loses what a sentence is about; one that it adds shows its braces. Only a
// plural's {count} may be left out, where the form itself says the number.
TEST(FrenchCatalogue, KeepsThePlaceholdersOfEachText) {
    const auto& catalogue = i18n::catalogue_of(base::Locale::french);
    ASSERT_FALSE(catalogue.entries().empty());
    for (const auto& [key, entry] : catalogue.entries()) {
        auto expected = i18n::placeholders(key);
        const bool is_plural = !entry.plural_key.empty();
        if (is_plural) expected.merge(i18n::placeholders(entry.plural_key));
        for (const auto form : entry.forms) {
            auto found = i18n::placeholders(form);
            if (is_plural && expected.contains("count")) found.insert("count");
            EXPECT_EQ(found, expected) << key;
        }
    }
}

TEST(FrenchCatalogue, HasThreeFormsForEachPlural) {
    for (const auto& [key, entry] : i18n::catalogue_of(base::Locale::french).entries())
        EXPECT_EQ(entry.forms.size(), entry.plural_key.empty() ? 1U : 3U) << key;
}

TEST(FrenchCatalogue, HoldsNoMarkup) {
    for (const auto& [key, entry] : i18n::catalogue_of(base::Locale::french).entries())
        for (const auto form : entry.forms) EXPECT_EQ(form.find('<'), std::string_view::npos) << key;
}

}  // namespace
