// The rules of the words, hostile ones too, and what moderators are told about them.
#include "features/comments/comment.h"

#include <gtest/gtest.h>

#include "features/comments/hints.h"

namespace comments {
namespace {

constexpr auto kEnglish = base::Locale::english, kFrench = base::Locale::french;

std::string problem_of(std::string_view typed) {
    const auto words = accept(typed);
    return words ? "" : words.error().front().message.key();
}

TEST(Words, keep_what_people_write_in_any_script) {
    for (const std::string_view words : {"For my kids.\nAnd yours.", "C’est notre eau : gardons-la !", "هذا حقنا",
                                         "我们的水", "Việt Nam quê hương tôi", "👩‍👩‍👧 together"})
        EXPECT_EQ(tidied_words(words), words);
}

TEST(Words, lose_what_is_not_to_be_seen_or_turns_text_around) {
    EXPECT_EQ(tidied_words("\xE2\x80\xAE"
                           "evil\xE2\x81\xA9 \xE2\x80\x8Bhidden\xEF\xBB\xBF"),
              "evil hidden");
    EXPECT_EQ(tidied_words("  one\r\n\r\n\r\n\r\ntwo  "), "one\n\ntwo");
    std::string towering = "a";
    for (int i = 0; i < 40; ++i) towering += "\xCC\x81";
    EXPECT_EQ(tidied_words(towering), "a\xCC\x81\xCC\x81\xCC\x81\xCC\x81");
}

TEST(Words, are_refused_with_a_reason_when_they_cannot_be_shown) {
    EXPECT_EQ(problem_of(" \xE2\x80\x8B\n "), "Please write a few words.");
    EXPECT_EQ(problem_of(std::string(10'000, 'a')), "This is too long: at most 500 characters.");
    EXPECT_EQ(problem_of("See https://win.example.com"), "Please leave out web addresses here.");
    std::string accents;
    for (int i = 0; i < 500; ++i) accents += "é";
    EXPECT_TRUE(accept(accents)) << "characters are counted, not bytes";
}

TEST(Words, are_alike_whatever_their_case_accents_and_blanks) {
    EXPECT_EQ(likeness_of("Sauvons l’été !"), likeness_of("SAUVONS  l'ete"));
    EXPECT_NE(likeness_of("Save the library"), likeness_of("Save the libraries"));
    EXPECT_GE(likeness_of("Save the library"), 0);
}

TEST(Hints, name_the_words_of_the_lists_in_their_own_language_only) {
    EXPECT_EQ(hints_of("You IDIOTS should hang them.", kEnglish),
              (std::vector<Hint>{{HintKind::insult, "idiot"}, {HintKind::threat, "hang them"}}));
    EXPECT_EQ(hints_of("Bande de crétins !", kFrench), (std::vector<Hint>{{HintKind::insult, "cretin"}}));
    EXPECT_TRUE(hints_of("Le pain est bon, on discute des conditions.", kFrench).empty()) << "no part of a word";
    EXPECT_TRUE(hints_of("An assassin bug eats aphids; hanging baskets help.", kEnglish).empty());
}

TEST(Hints, tell_of_addresses_numbers_and_capitals) {
    EXPECT_EQ(hints_of("Call 514 555-0199 now", kEnglish), std::vector<Hint>{{HintKind::contact}});
    EXPECT_EQ(hints_of("write joe@example.org", kEnglish).back().kind, HintKind::contact);
    EXPECT_EQ(hints_of("THIS IS OUTRAGEOUS", kEnglish), std::vector<Hint>{{HintKind::shouting}});
    EXPECT_TRUE(hints_of("In 1998 and in 2024 the NDP promised this.", kEnglish).empty());
}

TEST(Reasons, have_names_that_lead_back_to_them) {
    for (const Reason reason : kReasons) EXPECT_EQ(reason_of(name_of(reason)), reason);
    EXPECT_FALSE(reason_of(""));
    EXPECT_EQ(state_after(State::shown, Reason::insult), State::taken_down);
    EXPECT_EQ(state_after(State::waiting, Reason::insult), State::refused);
    EXPECT_EQ(state_after(State::taken_down, Reason::none), State::shown);
}

}  // namespace
}  // namespace comments
