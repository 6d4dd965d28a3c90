// The rules of a signature, told by the people who sign.
#include "features/petitions/signature.h"

#include <gtest/gtest.h>

#include "features/petitions/export.h"

namespace petitions {
namespace {

using Tick = SignatureForm::Tick;

SignatureForm maya() {
    return {.given_name = "Maya",
            .family_name = "Tremblay",
            .email = "Maya.T@Example.org",
            .country = "",
            .postal_code = "k1a0b1",
            .place = "  Val-Clair ",
            .comment = "For my kids.\r\nAnd yours.",
            .show_name = Tick::yes,
            .consent_mail = Tick::no};
}

std::vector<std::string> fields_of(const base::Problems& problems) {
    std::vector<std::string> fields;
    for (const auto& problem : problems) fields.push_back(problem.field);
    return fields;
}

TEST(Signing, MayaTypesHerNameAndWeTidyIt) {
    const auto signer = accept(maya());
    ASSERT_TRUE(signer);
    EXPECT_EQ(signer->postal_code, "K1A 0B1");
    EXPECT_EQ(signer->country, "CA");
    EXPECT_EQ(signer->place, "Val-Clair");
    EXPECT_EQ(signer->comment, "For my kids.\nAnd yours.");
    EXPECT_EQ(signer->shown_name(), "Maya T.");
}

TEST(Signing, AnEmptyFormIsToldEverythingAtOnceInTheOrderOfTheForm) {
    const auto refused = accept({});
    ASSERT_FALSE(refused);
    EXPECT_EQ(fields_of(refused.error()),
              (std::vector<std::string>{"given_name", "family_name", "email", "postal_code"}));
}

TEST(Signing, ASpammerPutsALinkInTheName) {
    auto form = maya();
    form.given_name = "Win at https://casino.example";
    const auto refused = accept(form);
    ASSERT_FALSE(refused);
    EXPECT_EQ(fields_of(refused.error()), std::vector<std::string>{"given_name"});
}

TEST(Signing, ASpreadsheetFormulaIsNoName) {
    auto form = maya();
    form.family_name = "=HYPERLINK(1)";
    EXPECT_FALSE(accept(form));
}

TEST(Signing, BrokenUtf8IsAnAnswerNotACrash) {
    auto form = maya();
    form.comment = "caf\xE9";
    const auto refused = accept(form);
    ASSERT_FALSE(refused);
    EXPECT_EQ(fields_of(refused.error()), std::vector<std::string>{""});
}

TEST(Signing, LucaInFranceNeedsNoCanadianPostalCode) {
    auto form = maya();
    form.country = "FR";
    form.postal_code = "75011";
    const auto signer = accept(form);
    ASSERT_TRUE(signer);
    EXPECT_EQ(signer->postal_code, "75011");
    form.postal_code.clear();
    EXPECT_TRUE(accept(form));
}

TEST(Signing, AFrenchNameIsShownWithItsOwnLetter) {
    auto form = maya();
    form.family_name = "Élie";
    EXPECT_EQ(accept(form)->shown_name(), "Maya É.");
}

TEST(Mailbox, IsSharedByTwoPeopleOfOneHousehold) {
    const auto signer = accept(maya());
    EXPECT_EQ(slot_beside({SignatureId{1}, 0, "joantremblay", "K1A 0B1"}, *signer), 1);
    EXPECT_EQ(slot_beside({SignatureId{1}, 0, "mayatremblay", "K1A 0B1"}, *signer), std::nullopt) << "the same person";
    EXPECT_EQ(slot_beside({SignatureId{1}, 0, "joantremblay", "H2X 1Y4"}, *signer), std::nullopt) << "another home";
}

Signature pending_since(base::Instant signed_at) {
    return {.id = SignatureId{1},
            .petition = PetitionId{1},
            .text = TextId{1},
            .signer_class = SignerClass::individual,
            .state = SignatureState::pending,
            .address_hash = 1,
            .slot = 0,
            .locale = base::Locale::english,
            .show_name = Tick::no,
            .consent_mail = Tick::no,
            .signed_at = signed_at,
            .mails = 1};
}

TEST(Confirming, WorksForThirtyDays) {
    const base::Instant signed_at{1'800'000'000'000'000};
    auto signature = pending_since(signed_at);
    EXPECT_EQ(confirmation_of(signature, {OwnLink::first, signed_at + base::days(29)}), Confirmation::possible);
    EXPECT_EQ(confirmation_of(signature, {OwnLink::first, signed_at + base::days(30)}), Confirmation::expired);
    signature.state = SignatureState::confirmed;
    EXPECT_EQ(confirmation_of(signature, {OwnLink::first, signed_at + base::days(400)}), Confirmation::done_already);
    signature.state = SignatureState::withdrawn;
    EXPECT_EQ(confirmation_of(signature, {OwnLink::first, signed_at}), Confirmation::withdrawn);
}

TEST(Signature, AFreshLinkCountsFromWhenItWasAskedFor) {
    const base::Instant signed_at{1'800'000'000'000'000}, later = signed_at + base::days(40);
    auto signature = pending_since(signed_at);
    signature.mails = 4;
    EXPECT_TRUE(may_renew(signature, {OwnLink::first, later}));
    signature.renewed_at = later;
    EXPECT_EQ(confirmation_of(signature, {OwnLink::renewed, later + base::days(29)}), Confirmation::possible);
    EXPECT_EQ(confirmation_of(signature, {OwnLink::renewed, later + base::days(30)}), Confirmation::expired);
    EXPECT_EQ(confirmation_of(signature, {OwnLink::first, later + base::days(1)}), Confirmation::expired);
    signature.mails = kMostMails;
    EXPECT_FALSE(may_renew(signature, {OwnLink::first, later}));
    EXPECT_FALSE(may_renew(signature, {OwnLink::first, signed_at})) << "the first link still works";
}

// Expected cells by RFC 4180 and the advice on formula injection of OWASP.
TEST(Export, IsSafeToOpenInASpreadsheet) {
    EXPECT_EQ(csv_cell("plain"), "plain");
    EXPECT_EQ(csv_cell("a,b"), "\"a,b\"");
    EXPECT_EQ(csv_cell("say \"hi\""), "\"say \"\"hi\"\"\"");
    EXPECT_EQ(csv_cell("=1+1"), "'=1+1");
    EXPECT_EQ(csv_cell("+1 555"), "'+1 555");
    EXPECT_EQ(csv_cell("@cmd,x"), "\"'@cmd,x\"");
}

}  // namespace
}  // namespace petitions
