// What the check says of mails, and which variant won.
#include "features/mailings/check_service.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "features/mailings/comparison.h"
#include "features/mailings/view.h"

namespace mailings {
namespace {

const Facts kFacts{.public_url = "https://campaign.example",
                   .campaign = "All Together Now",
                   .organisation = "Public Workers",
                   .postal_address = "12 Union Street",
                   .from_name = "Ruth",
                   .contact = "ruth@union.example",
                   .archive_path = {},
                   .actions = {{"library", {.title = "Save the library", .path = "/en/petitions/library"}}},
                   .pictures = {{17, {"/pictures/a.jpg", "", 800, 600}}}};

std::vector<Finding> look_at(const MailWords& words, base::Locale locale = base::Locale::english) {
    const auto mail = lay_out(i18n::Translator{locale}, words, kFacts);
    return findings_of({words, kFacts, mail, locale},
                       [](std::string_view path) { return path != "/en/petitions/nowhere"; });
}

bool says(const std::vector<Finding>& findings, Weight weight, std::string_view part) {
    return std::ranges::any_of(findings, [&](const Finding& each) {
        return each.weight == weight && std::string_view{each.message.key()}.contains(part);
    });
}

const std::string kGood =
    "Dear {{given_name|friend}},\n\nthe council votes on Tuesday, and the gallery holds sixty people. Come at seven, "
    "bring somebody, and read [what is voted on](/en/petitions/library) before.";

TEST(MailCheck, AGoodMailHasNothingToBeSaid) {
    EXPECT_TRUE(look_at({"A vote on Tuesday", "Come at seven", kGood, ""}).empty());
}

TEST(MailCheck, WhatIsMissingOrCannotBeReadIsAProblem) {
    const auto findings =
        look_at({"", "", "Dear {{given_name}}, {{count: nowhere}}\n\n{{picture: 17}}\n{{picture: 18}}", ""});
    EXPECT_TRUE(says(findings, Weight::problem, "subject is missing"));
    EXPECT_TRUE(says(findings, Weight::problem, "left that empty"));
    EXPECT_TRUE(says(findings, Weight::problem, "No petition or action"));
    EXPECT_TRUE(says(findings, Weight::problem, "has no words for people"));
    EXPECT_TRUE(says(findings, Weight::problem, "no picture {what} in the library"));
    EXPECT_TRUE(says(findings, Weight::problem, "nearly all picture"));
    EXPECT_TRUE(says(findings, Weight::hint, "preview line"));
}

TEST(MailCheck, LinksLeadSomewhere) {
    const auto findings =
        look_at({"A vote on Tuesday", "Now",
                 kGood + " [a](/en/petitions/nowhere) [b](https://bit.ly/x) [c](http://news.example/) "
                         "[d](https://localhost/) [e](https://x.example/{{email}})",
                 ""});
    EXPECT_TRUE(says(findings, Weight::problem, "leads to no page"));
    EXPECT_TRUE(says(findings, Weight::problem, "no whole address"));
    EXPECT_TRUE(says(findings, Weight::problem, "personal field cannot stand"));
    EXPECT_TRUE(says(findings, Weight::hint, "hides where it leads"));
    EXPECT_TRUE(says(findings, Weight::hint, "not encrypted"));
}

TEST(MailCheck, ShoutingAndPhrasesOfSpamAreHintsInEitherLanguage) {
    const auto english = look_at({"ACT NOW FRIENDS!!", "Now", kGood + "\n\nCLICK HERE FOR MORE OF IT", ""});
    EXPECT_TRUE(says(english, Weight::hint, "exclamation"));
    EXPECT_TRUE(says(english, Weight::hint, "in capitals"));
    EXPECT_TRUE(says(english, Weight::hint, "presses people"));
    EXPECT_TRUE(says(english, Weight::hint, "where a link leads"));
    EXPECT_FALSE(says(english, Weight::problem, ""));
    const auto french =
        look_at({"100\u00a0% gratuit, agissez maintenant", "Oui", "Cliquez ici", ""}, base::Locale::french);
    EXPECT_TRUE(says(french, Weight::hint, "offers of money"));
    EXPECT_TRUE(says(french, Weight::hint, "where a link leads"));
    EXPECT_TRUE(phrase_findings("Les urgentistes", base::Locale::french).empty());
    EXPECT_TRUE(says(look_at({"Re: your letter", "Now", kGood, ""}), Weight::problem, "pretends"));
}

TEST(MailCheck, WhatGmailWouldCutIsTooLong) {
    std::string body;
    while (body.size() < 55'000) body += kGood + "\n\n- one\n- two\n\n";
    EXPECT_TRUE(says(look_at({"A vote on Tuesday", "Now", body, ""}), Weight::problem, "KB long"));
}

TEST(MailCheck, AnOlderTextPartIsTold) {
    EXPECT_TRUE(says(look_at({"A vote on Tuesday", "Now", kGood, "Mine", 7}), Weight::hint, "plain-text part"));
    EXPECT_FALSE(says(look_at({"A vote on Tuesday", "Now", kGood, "Mine", fingerprint(kGood)}), Weight::hint,
                      "plain-text part"));
}

TEST(MailVariants, TheWinnerIsToldWithItsInterval) {
    const auto clear = compare({{{0}, 10'000, 0, 300, 0}, {{1}, 10'000, 0, 420, 0}});
    ASSERT_TRUE(clear);
    EXPECT_EQ(clear->first, Variant{1});
    EXPECT_TRUE(clear->is_clear);
    EXPECT_NEAR(clear->difference.low, 0.0068, 0.0001);
    EXPECT_NEAR(clear->difference.high, 0.0172, 0.0001);
    EXPECT_FALSE(clear->more);
}

TEST(MailVariants, WhatCannotBeToldYetNeedsMoreCopies) {
    const auto open = compare({{{0}, 500, 0, 20, 0}, {{1}, 500, 0, 25, 0}});
    ASSERT_TRUE(open);
    EXPECT_FALSE(open->is_clear);
    EXPECT_LT(open->difference.low, 0);
    EXPECT_EQ(open->more, 12'490) << "6,745 of each, of which 500 are out";
    EXPECT_FALSE(compare({{{0}, 500, 0, 20, 0}}));
    EXPECT_FALSE(compare({{{0}, 500, 0, 20, 0}, {{1}, 0, 0, 0, 0}}));
    EXPECT_FALSE(compare({{{0}, 500, 0, 20, 0}, {{1}, 500, 0, 20, 0}})->more);
}

TEST(MailVariants, AViewKeepsItsAddress) {
    const View view{{1}, base::Locale::french, Screen::dark, people::PersonId{17}};
    EXPECT_EQ(path_of(view), "1-fr-dark/17");
    EXPECT_EQ(path_of(*view_of({"0-en-text", "sample"})), "0-en-text/sample");
    for (const std::string_view wrong : {"", "0-en", "9-en-text", "0-de-text", "0-en-watch", "0-en-text-"})
        EXPECT_FALSE(view_of({wrong, "sample"})) << wrong;
    EXPECT_FALSE(view_of({"0-en-text", "0"}));
}

}  // namespace
}  // namespace mailings
