// Tom and Inès have the same form open.
#include "ports/editing.h"

#include <gtest/gtest.h>

namespace ports {
namespace {

const NamedTexts kShown{{"title", "Save the library"}, {"body", "Keep it."}};

NamedTexts texts(std::string title, std::string body) {
    return {{"title", std::move(title)}, {"body", std::move(body)}};
}

Merged merged(const NamedTexts& stored, const NamedTexts& typed, const std::string& as_seen = seen(kShown)) {
    return merge({.stored = stored, .typed = typed, .seen = as_seen});
}

TEST(Editing, WhatNobodyElseChangedIsTakenAsTyped) {
    const auto typed = texts("Save our library", "");
    EXPECT_EQ(merged(kShown, typed).texts, typed);
    EXPECT_TRUE(merged(kShown, typed).conflicts.empty());
}

TEST(Editing, EachSideKeepsWhatOnlyItChanged) {
    const auto result = merged(texts("Tom's title", "Keep it."), texts("Save the library", "The body of Inès."));
    EXPECT_EQ(result.texts, texts("Tom's title", "The body of Inès."));
    EXPECT_TRUE(result.conflicts.empty());
}

TEST(Editing, WhatBothChangedIsAConflictUnlessTheyWroteTheSame) {
    const auto result = merged(texts("Tom's title", "Same."), texts("The title of Inès", "Same."));
    EXPECT_EQ(result.texts, texts("The title of Inès", "Same."));
    EXPECT_EQ(result.conflicts, (NamedTexts{{"title", "Tom's title"}}));
    ASSERT_EQ(problems_of(result).size(), 1u);
    EXPECT_EQ(problems_of(result).front().field, "title");
}

TEST(Editing, RemovedWordsAreAChangeToo) {
    EXPECT_EQ(merged(texts("Save the library", ""), texts("Save the library", "The body of Inès.")).conflicts,
              (NamedTexts{{"body", ""}}));
}

TEST(Editing, BrowsersSendLineEndsOfTheirOwn) {
    const NamedTexts shown{{"body", "One.\n\nTwo.\n"}};
    const auto result =
        merge({.stored = {{"body", "Changed."}}, .typed = {{"body", "One.\r\n\r\nTwo."}}, .seen = seen(shown)});
    EXPECT_EQ(result.texts, (NamedTexts{{"body", "Changed."}})) << "left alone, so the other side's words come in";
}

TEST(Editing, AFormThatDoesNotSayWhatItShowedOverwritesNothing) {
    for (const std::string as_seen : {"", "junk", "0123456789abcdef"}) {
        EXPECT_EQ(merged(kShown, texts("Mine", "Keep it."), as_seen).conflicts.size(), 1u);
        EXPECT_TRUE(merged(texts("", ""), texts("Mine", "Mine."), as_seen).conflicts.empty()) << "there was nothing";
    }
}

}  // namespace
}  // namespace ports
