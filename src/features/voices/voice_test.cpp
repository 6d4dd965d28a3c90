// The rules of the form: what a voice may hold, how long a message is, what a tile without a picture shows.
#include "features/voices/voice.h"

#include <gtest/gtest.h>

namespace voices {
namespace {

VoiceForm maya() {
    return {.name = " Maya  T. ",
            .place = "Moncton",
            .province = "NB",
            .message = "Half of my riders start before the towers wake up.",
            .email = "maya@example.org",
            .consent = Tick::yes};
}

std::vector<std::string> fields_of(const base::Problems& problems) {
    std::vector<std::string> fields;
    for (const auto& problem : problems) fields.push_back(problem.field);
    return fields;
}

TEST(TheForm, maya_says_who_she_is_and_why) {
    const auto read = accept(maya(), PictureCame::no);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->name, "Maya T.");
    EXPECT_EQ(read->province, people::Province::nb);
    EXPECT_FALSE(read->guardian);
}

TEST(TheForm, everything_that_is_wrong_is_said_at_once) {
    const auto read =
        accept({.message = "See www.win.example", .email = "maya at home", .minor = Tick::yes}, PictureCame::no);
    ASSERT_FALSE(read);
    EXPECT_EQ(fields_of(read.error()),
              (std::vector<std::string>{"message", "name", "province", "email", "guardian_name", "guardian_email",
                                        "guardian_consent", "consent"}));
}

TEST(TheForm, two_hundred_and_eighty_families_fit_and_one_of_a_thousand_heads_does_not) {
    const std::string adult = "\U0001F469\U0001F3FD", joined = "\u200D";  // of medium skin tone
    const std::string family = adult + joined + adult + joined + adult + joined + adult;
    VoiceForm form = maya();
    form.message.clear();
    for (int i = 0; i < 280; ++i) form.message += family;
    EXPECT_TRUE(accept(form, PictureCame::no));
    form.message += family;
    EXPECT_FALSE(accept(form, PictureCame::no));
    form.message = adult;
    for (int i = 0; i < 1'500; ++i) form.message += joined + adult;
    EXPECT_EQ(length_of(form.message), 1U);
    EXPECT_FALSE(accept(form, PictureCame::no)) << "nobody reads that, and every page would carry it";
}

TEST(TheForm, a_photo_needs_no_message_and_a_message_no_photo) {
    VoiceForm form = maya();
    form.message = "  ";
    EXPECT_TRUE(accept(form, PictureCame::yes));
    const auto nothing = accept(form, PictureCame::no);
    ASSERT_FALSE(nothing);
    EXPECT_EQ(fields_of(nothing.error()), std::vector<std::string>{"message"});
}

TEST(TheForm, a_child_needs_a_guardian_with_an_address_of_their_own) {
    VoiceForm form = maya();
    form.minor = Tick::yes;
    form.guardian_name = "Odile Thibodeau";
    form.guardian_email = "Maya@Example.org";
    form.guardian_consent = Tick::yes;
    const auto same = accept(form, PictureCame::no);
    ASSERT_FALSE(same);
    EXPECT_EQ(fields_of(same.error()), std::vector<std::string>{"guardian_email"});
    form.guardian_email = "odile@example.org";
    const auto read = accept(form, PictureCame::no);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->guardian->name, "Odile Thibodeau");
}

// Counts of Intl.Segmenter (Node 20) for the same texts.
TEST(AMessage, is_as_long_as_people_count) {
    EXPECT_EQ(length_of("Moncton"), 7U);
    EXPECT_EQ(length_of("e\u0301cole"), 5U) << "an accent of its own";
    EXPECT_EQ(length_of("👩‍👩‍👧‍👦👍🏽🇨🇦"), 3U) << "a family, a thumb, a flag";
    std::string families;
    for (int i = 0; i < 280; ++i) families += "👩‍👩‍👧‍👦";
    VoiceForm form = maya();
    form.message = families;
    EXPECT_TRUE(accept(form, PictureCame::no));
    form.message += "!";
    EXPECT_FALSE(accept(form, PictureCame::no));
}

TEST(AMessage, loses_what_turns_text_around) { EXPECT_EQ(tidied_message(" a\u202Eb\u200Bc\r\n\n\n\nd "), "abc\n\nd"); }

TEST(ATile, shows_initials_in_one_of_six_colours) {
    EXPECT_EQ(initials_of("Maya T."), "MT");
    EXPECT_EQ(initials_of("élise"), "E");
    EXPECT_EQ(initials_of("Jean Marc Antoine"), "JM");
    EXPECT_EQ(initials_of("-- ."), "•");
    for (std::int64_t id = 1; id < 500; ++id) {
        EXPECT_GE(accent_of(VoiceId{id}), 1);
        EXPECT_LE(accent_of(VoiceId{id}), 6);
    }
}

TEST(ACut, is_read_back_as_it_was_written_and_nothing_else_is_one) {
    const imaging::Crop half{2'500, 0, 5'000, 10'000};
    EXPECT_EQ(crop_of(text_of(half)), half);
    for (const auto* const wrong :
         {"", "1 2 3", "9000 0 5000 10000", "0 0 1 1", "-1 0 10 10", "0 0 10000 10000 7", "x"})
        EXPECT_TRUE(crop_of(wrong).is_whole()) << wrong;
}

TEST(AFileName, is_an_address_a_width_and_an_ending) {
    const std::string address(64, 'a');
    const auto name = read_file_name(address + "-640.webp");
    ASSERT_TRUE(name);
    EXPECT_EQ(name->width, 640);
    EXPECT_EQ(name->format, imaging::Format::webp);
    for (const std::string& wrong :
         {std::string{"../../etc/passwd"}, address, address + "-640.svg", address + "-0.jpg", address + "-x.jpg",
          std::string(64, 'A') + "-640.jpg", address.substr(1) + "-640.jpg"})
        EXPECT_FALSE(read_file_name(wrong)) << wrong;
}

TEST(PicturesThatLookAlike, share_a_quarter_of_their_hash) {
    const auto bands = bands_of(static_cast<std::int64_t>(0x8001'7FFF'0002'FFFFU));
    EXPECT_EQ(bands, (std::array<std::int64_t, 4>{0xFFFF, 0x0002, 0x7FFF, 0x8001}));
}

}  // namespace
}  // namespace voices
