// What staff type, and what becomes of it.
#include "features/mailings/source_service.h"

#include <gtest/gtest.h>

#include "platform/html/stencil.h"

namespace mailings {
namespace {

std::vector<std::size_t> lines_of(const std::vector<Trouble>& troubles) {
    std::vector<std::size_t> lines;
    for (const Trouble& trouble : troubles) lines.push_back(trouble.line);
    return lines;
}

TEST(MailSource, ALetterWithFieldsIsWordsAndSlots) {
    Slots slots;
    const auto source =
        read_source("Dear {{given_name|friend}},\n\n{{count: library}} of us, {{given_name|friend}}!", slots);
    ASSERT_TRUE(source.troubles.empty());
    ASSERT_EQ(source.parts.size(), 1U);
    const auto& words = std::get<Words>(source.parts[0]).markdown;
    EXPECT_EQ(words, "Dear " + html::mark({0}) + ",\n\n" + html::mark({1}) + " of us, " + html::mark({0}) + "!\n");
    ASSERT_EQ(slots.all().size(), 2U);
    EXPECT_EQ(slots.all()[0], Slot{(FieldSlot{PersonField::given_name, "friend"})});
    EXPECT_EQ(slots.all()[1], Slot{CountSlot{"library"}});
    EXPECT_EQ(as_typed(words, slots),
              "Dear {{given_name|friend}},\n\n{{count: library}} of us, {{given_name|friend}}!\n");
}

TEST(MailSource, BlocksStandBetweenTheWords) {
    Slots slots;
    const auto source = read_source(
        "Hello\n{{button: Sign it | /en/petitions/library}}\n  {{picture: 17 | A | }}  \n"
        "{{quotation: We stay. | Noor Haddad | President}}\n{{count: library}}\n"
        "{{petition: library}}\n{{event: 42}}\n{{event: https://campaign.example/fr/events/43}}\nBye",
        slots);
    ASSERT_TRUE(source.troubles.empty());
    ASSERT_EQ(source.parts.size(), 9U);
    EXPECT_EQ(std::get<EventCard>(source.parts[6]).event, 42);
    EXPECT_EQ(std::get<EventCard>(source.parts[7]).event, 43);
    EXPECT_EQ(std::get<EventCard>(source.parts[7]).line, 8U);
    EXPECT_EQ(std::get<Button>(source.parts[1]).url, "/en/petitions/library");
    EXPECT_EQ(std::get<PictureBlock>(source.parts[2]).picture, 17);
    EXPECT_EQ(std::get<PictureBlock>(source.parts[2]).line, 3U);
    EXPECT_EQ(std::get<Quotation>(source.parts[3]).office, "President");
    EXPECT_EQ(std::get<Figure>(source.parts[4]).key, "library");
    EXPECT_EQ(std::get<PetitionCard>(source.parts[5]).key, "library");
}

TEST(MailSource, WhatCannotBeReadIsToldWithItsLine) {
    Slots slots;
    const auto source = read_source(
        "{{given_name}}\nYou, {{shoe_size|big}}\n{{name|a|b}} and {{open\n"
        "{{button: Go | javascript:alert(1)}}\n{{button: Go}}\n"
        "{{picture: kitten}}\nText {{petition: library}}\n{{count: Not A Key}}\n"
        "{{quotation: Alone}}\n{{event: tomorrow}}",
        slots);
    EXPECT_EQ(lines_of(source.troubles), (std::vector<std::size_t>{1, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10}));
    EXPECT_EQ(source.troubles[0].what, "{{given_name}}");
    EXPECT_EQ(source.troubles[3].what, "{{open");
    EXPECT_TRUE(slots.all().empty());
}

TEST(MailSource, AnAddressNeedsNoFallback) {
    Slots slots;
    EXPECT_TRUE(read_text("Written to {{email}}", slots).troubles.empty());
}

TEST(MailSource, MarksThatSomebodyTypedAreNone) {
    Slots slots;
    const auto marked = read_text("Hi " + html::mark({3}) + "{{place|there}}", slots);
    EXPECT_EQ(marked.text, "Hi \xEF\xBF\xBD\xEF\xBF\xBD" + html::mark({0}));
}

}  // namespace
}  // namespace mailings
