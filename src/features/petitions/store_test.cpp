// Signatures on real databases: who signed, who signed twice, who changed their mind.
#include "features/petitions/store.h"

#include <gtest/gtest.h>

#include "features/petitions/export.h"
#include "features/petitions/mail_kinds.h"
#include "features/petitions/reader_service.h"
#include "features/petitions/signature_store.h"
#include "features/petitions/slice.h"
#include "features/petitions/store_house_test.h"
#include "platform/mail/outbox.h"

namespace petitions {
namespace {

using house::sign_on;

class PetitionStore : public house::Library {
protected:
    std::vector<Signature> signatures() {
        return database->read([&](db::Read& read) { return signatures_in(read); });
    }
    std::vector<Signature> signatures_in(db::Read& read) { return store::page(read, {petition.id, {}, 100}); }
    void confirm(const Signature& signature) {
        database->write([&](db::Write& write) { store::confirm(write, signature); });
    }
    void withdraw(const Signature& signature) {
        database->write([&](db::Write& write) { store::withdraw(write, *store::find_signature(write, signature.id)); });
    }
    std::vector<store::Count> counted() {
        const auto kept = database->read([](db::Read& read) { return store::tally(read); });
        EXPECT_EQ(kept, database->read([](db::Read& read) { return store::recount(read); })) << "the tally is wrong";
        return kept;
    }
    std::vector<std::string> mails() {
        std::vector<std::string> kinds;
        for (const auto& mail : database->read([](db::Read& read) { return mail::latest_mails(read, {}); }))
            kinds.push_back(mail.order.kind);
        return kinds;
    }
};

TEST_P(PetitionStore, MayaSignsAndIsAskedByMailToConfirm) {
    EXPECT_EQ(sign({sign_on("Maya", 1)}), std::vector{SignOutcome::recorded});
    ASSERT_EQ(signatures().size(), 1u);
    EXPECT_EQ(signatures()[0].state, SignatureState::pending);
    EXPECT_EQ(signatures()[0].given_name, "Maya");
    EXPECT_EQ(mails(), std::vector<std::string>{kConfirmMail});
    EXPECT_EQ(counted(), (std::vector<store::Count>{{petition.id, SignerClass::individual, 1, 0, 0}}));
}

TEST_P(PetitionStore, ATownAndAUnionAreCountedApartFromThePeople) {
    const auto tell = [&](SignerClass signer_class, ports::CountStep step) {
        const ports::CountChange change{.petition = petition.id,
                                        .signer_class = signer_class,
                                        .signature = SignatureId{77},
                                        .step = step,
                                        .at = base::Instant{2},
                                        .first_counted_at = base::Instant{1}};
        database->write([&](db::Write& write) { endorser_listener()(write, {&change, 1}); });
    };
    sign({sign_on("Maya", 1)});
    confirm(signatures()[0]);
    tell(SignerClass::organisation, ports::CountStep::confirmed);
    tell(SignerClass::organisation, ports::CountStep::confirmed);
    tell(SignerClass::municipality, ports::CountStep::confirmed);
    tell(SignerClass::organisation, ports::CountStep::withdrawn);
    tell(SignerClass::elected_official, ports::CountStep::confirmed);
    tell(SignerClass::elected_official, ports::CountStep::invalidated);
    tell(SignerClass::individual, ports::CountStep::confirmed);
    const LiveCounts counts{*database};
    const std::map<SignerClass, std::int64_t> expected{
        {SignerClass::individual, 1}, {SignerClass::organisation, 1}, {SignerClass::municipality, 1}};
    EXPECT_EQ(reader(counts).counts(petition.id), expected) << "the people are told of by the signatures themselves";
    EXPECT_NE(json_of(counts.count(petition.id)).find(R"("by_class":{"organisation":1,"municipality":1})"),
              std::string::npos);
    EXPECT_EQ(counted(), (std::vector<store::Count>{{petition.id, SignerClass::individual, 0, 1, 0}}));
}

TEST_P(PetitionStore, AThousandSignInOneCommitAndTwoOfThemAreTheSamePerson) {
    std::vector<SignOn> crowd;
    for (int i = 0; i < 1000; ++i) crowd.push_back(sign_on("Maya", i % 999));
    const auto outcomes = sign(crowd);
    EXPECT_EQ(std::ranges::count(outcomes, SignOutcome::recorded), 999);
    EXPECT_EQ(outcomes.back(), SignOutcome::repeat);
    EXPECT_EQ(counted()[0].pending, 999);
}

TEST_P(PetitionStore, WhoSignsAgainIsNotCountedAgainAndGetsTheTruthByMail) {
    sign({sign_on("Maya", 1)});
    EXPECT_EQ(sign({sign_on("MAYA ", 1)}), std::vector{SignOutcome::repeat});
    EXPECT_EQ(mails(), (std::vector<std::string>{kConfirmMail, kConfirmMail})) << "still pending: asked once more";
    confirm(signatures()[0]);
    sign({sign_on("Maya", 1)});
    EXPECT_EQ(mails().front(), kSignedAlreadyMail);
    EXPECT_EQ(counted()[0].confirmed, 1);
}

TEST_P(PetitionStore, NobodyIsMailedMoreThanFiveTimesAboutOneSignature) {
    for (int i = 0; i < 12; ++i) sign({sign_on("Maya", 1)});
    EXPECT_EQ(mails().size(), 5u);
}

TEST_P(PetitionStore, AFreshMailIsOrderedWhileThereIsOneLeft) {
    sign({sign_on("Maya", 1)});
    const auto renew = [&] {
        return database->write([&](db::Write& write) { return store::renew(write, signatures_in(write).at(0)); });
    };
    for (int i = 0; i < 4; ++i) EXPECT_EQ(renew(), store::Changed::yes);
    EXPECT_EQ(renew(), store::Changed::no);
    EXPECT_EQ(mails().size(), 5u);
    EXPECT_TRUE(signatures()[0].renewed_at);
    EXPECT_EQ(signatures()[0].mails, 5);
}

TEST_P(PetitionStore, JoanSharesMayasMailboxAndHomeAndSignsToo) {
    sign({sign_on("Maya", 1)});
    EXPECT_EQ(sign({sign_on("Joan", 1)}), std::vector{SignOutcome::recorded});
    EXPECT_EQ(sign({sign_on("Zoë", 1)}), std::vector{SignOutcome::repeat}) << "a mailbox holds two";
    EXPECT_EQ(sign({sign_on("Joan", 1)}), std::vector{SignOutcome::repeat});
    EXPECT_EQ(counted()[0].pending, 2);
}

TEST_P(PetitionStore, MayaWithdrawsHerSlotIsFreeAndJoanStillCountsOnce) {
    sign({sign_on("Maya", 1), sign_on("Joan", 1)});
    const auto both = signatures();
    const Signature& maya = both.back();
    ASSERT_EQ(maya.given_name, "Maya");
    confirm(maya);
    withdraw(maya);
    EXPECT_EQ(sign({sign_on("Joan", 1)}), std::vector{SignOutcome::repeat});
    EXPECT_EQ(sign({sign_on("Maya", 1)}), std::vector{SignOutcome::recorded});
    EXPECT_EQ(counted(), (std::vector<store::Count>{{petition.id, SignerClass::individual, 2, 0, 1}}));
}

TEST_P(PetitionStore, MayaForgotToConfirmAndSignsAnewAfterHerLinkExpired) {
    const auto text = database->read(
        [&](db::Read& read) { return store::public_text(read, petition.id, base::Locale::english)->id; });
    const base::Instant expired = database->now() - kConfirmationPeriod;
    database->write([&](db::Write& write) {
        const std::vector<store::LoadedSignature> loaded{
            {sign_on("Maya", 1), text, expired, std::nullopt},
            {sign_on("Noah", 2), text, expired + base::hours(1), std::nullopt}};
        store::load(write, petition.id, loaded);
    });
    EXPECT_EQ(sign({sign_on("Joan", 2)}), std::vector{SignOutcome::recorded}) << "she shares Noah's mailbox";
    EXPECT_EQ(sign({sign_on("Noah", 2)}), std::vector{SignOutcome::repeat}) << "his first link still works";
    EXPECT_EQ(sign({sign_on("Maya", 1)}), std::vector{SignOutcome::recorded});
    EXPECT_EQ(sign({sign_on("Maya", 1)}), std::vector{SignOutcome::repeat});
    EXPECT_EQ(counted(), (std::vector<store::Count>{{petition.id, SignerClass::individual, 3, 0, 1}}));
}

TEST_P(PetitionStore, AConfirmationThatArrivesMeanwhileIsNotWithdrawnUnseen) {
    sign({sign_on("Maya", 1)});
    const Signature as_read = signatures()[0];
    confirm(as_read);
    const auto changed = database->write([&](db::Write& write) { return store::withdraw(write, as_read); });
    EXPECT_EQ(changed, store::Changed::no);
    EXPECT_EQ(counted(), (std::vector<store::Count>{{petition.id, SignerClass::individual, 0, 1, 0}}));
}

TEST_P(PetitionStore, AConfirmedNameIsShownAndGoesWithTheSignature) {
    sign({sign_on("Maya", 1)});
    confirm(signatures()[0]);
    confirm(signatures()[0]);
    const auto names = [&] {
        return database->read([&](db::Read& read) { return store::latest_names(read, petition.id, 5); });
    };
    ASSERT_EQ(names().size(), 1u);
    EXPECT_EQ(names()[0].name, "Maya T.");
    EXPECT_EQ(counted()[0].confirmed, 1);
    withdraw(signatures()[0]);
    EXPECT_TRUE(names().empty());
}

TEST_P(PetitionStore, AClosedPetitionTakesNoMore) {
    database->write([&](db::Write& write) { store::close(write, petition.id, "Amélie"); });
    EXPECT_EQ(sign({sign_on("Maya", 1)}), std::vector{SignOutcome::closed});
    EXPECT_TRUE(signatures().empty());
    auto elsewhere = sign_on("Maya", 1);
    elsewhere.slug = "no-such-petition";
    EXPECT_EQ(sign({elsewhere}), std::vector{SignOutcome::unknown_petition});
}

TEST_P(PetitionStore, ASignedTextNeverChanges) {
    sign({sign_on("Maya", 1)});
    const TextId signed_text = signatures()[0].text;
    write_texts("Something quite different.");
    const auto read_text = [&] {
        return database->read([&](db::Read& read) { return store::find_text(read, signed_text)->body; });
    };
    const auto shown = [&] {
        return database->read(
            [&](db::Read& read) { return store::public_text(read, petition.id, base::Locale::english)->body; });
    };
    EXPECT_EQ(shown(), "We ask the council to keep it open.") << "a draft is not shown";
    publish();
    EXPECT_EQ(shown(), "Something quite different.");
    EXPECT_EQ(read_text(), "We ask the council to keep it open.");
    sign({sign_on("Joan", 2)});
    EXPECT_NE(signatures()[0].text, signed_text);
}

TEST_P(PetitionStore, TheLastToWriteIsKnownByName) {
    const auto last = [&] {
        return database->read([&](db::Read& read) { return store::last_saving(read, petition.id); });
    };
    EXPECT_EQ(last()->by, "Amélie");
    database->write([&](db::Write& write) {
        store::save_text(write, petition, base::Locale::french, {"Gardons-la", "", "Ouverte.", ""}, "Inès");
    });
    EXPECT_EQ(last()->by, "Inès");
}

TEST_P(PetitionStore, TheListIsReadPageByPageAndSearched) {
    std::vector<SignOn> crowd;
    for (int i = 0; i < 120; ++i) crowd.push_back(sign_on(i == 7 ? "100%_Zoë" : "Maya", i));
    sign(crowd);
    const auto page = [&](std::optional<SignatureId> before) {
        return database->read([&](db::Read& read) { return store::page(read, {petition.id, before, 50}); });
    };
    const auto first = page({});
    const auto second = page(first.back().id);
    const auto third = page(second.back().id);
    EXPECT_EQ(first.size() + second.size() + third.size(), 120u);
    EXPECT_GT(first.back().id.value, second.front().id.value);
    const auto found =
        database->read([&](db::Read& read) { return store::search(read, {petition.id, {}, 50}, "100%_z"); });
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].given_name, "100%_Zoë");
}

TEST_P(PetitionStore, AnErasedPersonLeavesNothingBehindButTheHole) {
    sign({sign_on("Maya", 1)});
    confirm(signatures()[0]);
    database->write([&](db::Write& write) { store::erase(write, store::of_address(write, 1).at(0)); });
    const auto left = signatures().at(0);
    EXPECT_EQ(left.email + left.given_name + left.family_name + left.postal_code + left.place + left.comment, "");
    EXPECT_EQ(left.state, SignatureState::withdrawn);
    EXPECT_EQ(counted()[0].withdrawn, 1);
}

TEST_P(PetitionStore, TheCheckFindsATallyThatIsWrongAndRowsThatPointAtNothing) {
    const auto findings = [&] {
        std::vector<std::string> found;
        for (const ports::Check& check : checks())
            for (const auto& finding : database->read([&](db::Read& read) { return check.run(read); }))
                found.push_back(finding.text);
        return found;
    };
    sign({sign_on("Maya", 1)});
    confirm(signatures()[0]);
    EXPECT_TRUE(findings().empty());
    const auto connection = db::connect(database.location(), db::Access::write);
    connection->execute("delete from signature");
    EXPECT_EQ(findings().size(), 2u) << "a tally of nothing, and a name of nobody";
    sign({sign_on("Joan", 2)});
    connection->execute("update signature set text_id = 1");
    EXPECT_EQ(findings().size(), 3u);
}

TEST_P(PetitionStore, AnExportHoldsEverySignatureOnce) {
    std::vector<SignOn> crowd;
    for (int i = 0; i < 6'000; ++i) crowd.push_back(sign_on("Maya", i));
    sign(crowd);
    std::string csv;
    database->read([&](db::Read& read) {
        export_signatures(read, petition.id, ExportFormat::csv, [&](std::string_view part) { csv += part; });
    });
    EXPECT_EQ(std::ranges::count(csv, '\n'), 6'001);
    EXPECT_NE(csv.find("box5999@example.org"), std::string::npos);
}

TEST_P(PetitionStore, MillionsAreMadeUpInTheSameTables) {
    sign({sign_on("Maya", 1)});
    const TextId text = signatures()[0].text;
    database->write([&](db::Write& write) {
        const std::vector<store::LoadedSignature> loaded{
            {sign_on("Noah", 2), text, {1'000'000}, base::Instant{2'000'000}},
            {sign_on("Léa", 3), text, {1'000'000}, std::nullopt}};
        store::load(write, petition.id, loaded);
    });
    EXPECT_EQ(counted(), (std::vector<store::Count>{{petition.id, SignerClass::individual, 2, 1, 0}}));
}

ALLTOGETHER_ON_BOTH_DATABASES(PetitionStore);

}  // namespace
}  // namespace petitions
