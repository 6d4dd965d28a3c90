// Tom writes a petition, Amélie publishes it, Ruth signs it, and only those who may can read and take out her name.
#include <gtest/gtest.h>

#include "tests/support/running_program.h"

namespace scenarios {
namespace {

using test_support::HeaderList;
using test_support::HttpClient;
using test_support::Kind;
using test_support::RunningProgram;

constexpr auto kOwner = "amelie@alltogether.example";
constexpr auto kEditor = "tom@alltogether.example";
constexpr auto kModerator = "ines@alltogether.example";
constexpr auto kLibrary = "/en/staff/petitions/library-hours";

const HeaderList kEnglish{{"title_en", "Open on Sundays"},
                          {"lead_en", "A library belongs to everybody."},
                          {"body_en", "We ask for **Sundays**."},
                          {"thanks_en", "Thank you."}};

HeaderList in_both_languages() {
    auto texts = kEnglish;
    for (const auto& [name, words] : HeaderList{{"title_fr", "Ouverte le dimanche"},
                                                {"lead_fr", "Une bibliothèque est à tout le monde."},
                                                {"body_fr", "Nous demandons le **dimanche**."},
                                                {"thanks_fr", "Merci."}})
        texts.emplace_back(name, words);
    return texts;
}

class Staff : public testing::TestWithParam<Kind> {
protected:
    RunningProgram program{GetParam(), {"limits.trusted_networks=[\"127.0.0.0/8\"]"}};
    HttpClient amelie = program.signed_in(kOwner);
    HttpClient tom = program.signed_in(kEditor);

    // Tom's new petition, with these texts.
    void write(const HeaderList& texts) {
        const auto created = tom.post(
            "/en/staff/petitions",
            {{"slug", "library-hours"}, {"kind", "petition"}, {"goal", "500"}, {"closes_on", ""}, {"level", "canada"}});
        ASSERT_EQ(created.status, 303) << created.body.substr(0, 2000);
        ASSERT_EQ(tom.post(std::string{kLibrary} + "/text", texts).status, 303);
    }
    int publish(HeaderList fields = {}) { return amelie.post(std::string{kLibrary} + "/publication", fields).status; }
};
ALLTOGETHER_ON_BOTH_DATABASES(Staff);

TEST_P(Staff, write_translate_preview_and_publish_what_the_public_then_signs_and_they_export) {
    write(in_both_languages());
    auto ruth = program.visitor();
    EXPECT_TRUE(tom.get(std::string{kLibrary} + "/preview").shows("<strong>Sundays</strong>"));
    EXPECT_EQ(ruth.get("/en/petitions/library-hours").status, 404) << "a draft is for staff";

    EXPECT_EQ(publish(), 303);
    EXPECT_TRUE(ruth.get("/en/petitions/library-hours").shows("Open on Sundays"));
    EXPECT_TRUE(ruth.get("/fr/petitions/library-hours").shows("Ouverte le dimanche"));
    EXPECT_EQ(ruth.post("/fr/petitions/library-hours/signatures", {{"given_name", "Ruth"},
                                                                   {"family_name", "=SUM(A1)"},
                                                                   {"email", "ruth@example.org"},
                                                                   {"postal_code", "K1A 0B1"}})
                  .status,
              422)
        << "no name begins like a formula";
    EXPECT_EQ(ruth.post("/fr/petitions/library-hours/signatures", {{"given_name", "Ruth"},
                                                                   {"family_name", "Awad"},
                                                                   {"email", "ruth@example.org"},
                                                                   {"postal_code", "K1A 0B1"}})
                  .status,
              303);

    EXPECT_TRUE(amelie.get(std::string{kLibrary} + "/signatures").shows("Awad"));
    const auto file = amelie.follow(amelie.post(std::string{kLibrary} + "/exports", {}));
    EXPECT_EQ(file.status, 200);
    EXPECT_TRUE(file.header("content-disposition").starts_with("attachment"));
    EXPECT_TRUE(file.shows("ruth@example.org"));
}

TEST_P(Staff, publish_without_the_other_language_only_by_a_decision_that_is_logged) {
    write(kEnglish);
    EXPECT_EQ(publish(), 422);
    EXPECT_EQ(publish({{"one_language", "1"}}), 303);
    const auto log = amelie.get("/en/staff/audit");
    EXPECT_TRUE(log.shows("Published without the other language"));
    EXPECT_TRUE(log.shows("library-hours"));
}

TEST_P(Staff, do_only_what_their_role_lets_them) {
    write(in_both_languages());
    EXPECT_EQ(program.signed_in(kModerator).post(std::string{kLibrary} + "/publication", {}).status, 403);
    EXPECT_EQ(program.signed_in(kModerator).get("/en/staff/team").status, 403);
    EXPECT_EQ(program.signed_in("ravi@alltogether.example").get(kLibrary).status, 403);
}

TEST_P(Staff, links_that_open_an_account_are_shown_to_owners_only) {
    HttpClient stranger = program.visitor();
    EXPECT_EQ(stranger.post("/en/staff/forgotten", {{"email", kOwner}}).status, 303);
    static constexpr std::string_view kSubject = "Choose a new password";
    EXPECT_FALSE(stranger.get("/en/demo/mailbox").shows(kSubject));
    EXPECT_FALSE(tom.get("/en/demo/mailbox").shows(kSubject));
    EXPECT_TRUE(amelie.get("/en/demo/mailbox").shows(kSubject));
}

TEST_P(Staff, who_sign_out_are_out) {
    EXPECT_EQ(tom.get("/en/staff/petitions").status, 200);
    EXPECT_EQ(tom.post("/en/staff/sign-out", {}).status, 303);
    EXPECT_EQ(tom.get("/en/staff/petitions").status, 303) << "to the sign-in";
}

TEST_P(Staff, with_a_wrong_password_stay_out_and_hear_nothing_about_who_has_an_account) {
    auto stranger = program.visitor();
    const auto known = stranger.post("/en/staff/sign-in", {{"email", kOwner}, {"password", "not the password"}});
    const auto unknown =
        stranger.post("/en/staff/sign-in", {{"email", "nobody@example.org"}, {"password", "not the password"}});
    EXPECT_EQ(known.status, 422);
    EXPECT_EQ(unknown.status, 422);
    EXPECT_FALSE(known.has("set-cookie"));
}

TEST_P(Staff, close_a_petition_and_nobody_can_sign_it_any_more) {
    write(in_both_languages());
    EXPECT_EQ(publish(), 303);
    EXPECT_EQ(amelie.post(std::string{kLibrary} + "/closing", {}).status, 303);
    auto late = program.visitor();
    const auto answer = late.post(
        "/en/petitions/library-hours/signatures",
        {{"given_name", "Late"}, {"family_name", "Comer"}, {"email", "late@example.org"}, {"postal_code", "K1A 0B1"}});
    EXPECT_GE(answer.status, 400);
    EXPECT_LT(answer.status, 500);
    EXPECT_FALSE(amelie.get(std::string{kLibrary} + "/signatures").shows("late@example.org"));
}

}  // namespace
}  // namespace scenarios
