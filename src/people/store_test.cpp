#include "people/store.h"

#include <gtest/gtest.h>

#include "tests/support/databases.h"

namespace people {
namespace {

class PeopleStore : public test_support::OnBothDatabases {
protected:
    base::LevelId insert(LevelPlan plan) {
        return *database->write([&](db::Write& write) { return insert_level(write, plan); });
    }
    PersonId ensure(const PersonStatement& statement) {
        return database->write([&](db::Write& write) { return ensure_person(write, statement); });
    }
    std::optional<Person> person_of(std::int64_t address_hash) {
        return database->read([&](db::Read& read) { return find_person_by_address(read, address_hash); });
    }
    void record(const Consent& consent) {
        database->write([&](db::Write& write) { record_consent(write, consent); });
    }
    bool may_mail(std::int64_t address_hash, base::Instant now) {
        return database->read([&](db::Read& read) { return has_consent(read, address_hash, now); });
    }
};

PersonStatement maya() {
    return {.address_hash = -77,
            .email = *base::EmailAddress::parse("maya@example.org"),
            .name = {"Maya", "Tremblay"},
            .locale = base::Locale::french,
            .address = understood({"CA", "J0X 1H0", "Val-Clair"})};
}

TEST_P(PeopleStore, LevelsFormATree) {
    const auto canada = insert({LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
    const auto quebec = insert({LevelKind::province, "qc", "Quebec", "Québec", 2, canada, Province::qc});
    insert({LevelKind::local, "val-clair", "Val-Clair", "Val-Clair", 5, quebec, Province::qc});
    const auto taken = database->write([&](db::Write& write) {
        return insert_level(write, {LevelKind::province, "qc", "Again", "Encore", 2, canada, Province::qc});
    });
    EXPECT_EQ(taken, std::nullopt);
    const auto tree = database->read([](db::Read& read) { return levels(read); });
    ASSERT_EQ(tree.all().size(), 3u);
    EXPECT_EQ(tree.find("qc")->name_fr, "Québec");
    EXPECT_EQ(tree.find("val-clair")->province, Province::qc);
    EXPECT_EQ(tree.find("canada")->province, std::nullopt);
    const auto found = database->read([](db::Read& read) { return find_level(read, "qc"); });
    EXPECT_EQ(found->id, quebec);
}

TEST_P(PeopleStore, ALocalThatMovesIsStillFoundUnderItsOldAddress) {
    const auto canada = insert({LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
    const auto quebec = insert({LevelKind::province, "qc", "Quebec", "Québec", 2, canada, Province::qc});
    const auto id = insert({LevelKind::local, "val-clair", "Val-Clair", "Val-Clair", 5, quebec, Province::qc});
    const auto change = [&](std::string slug) {
        database->write([&](db::Write& write) {
            change_level(write, *find_level(write, id), {std::move(slug), "Clear Valley", "Val-Clair", 6});
        });
    };
    const auto moved = [&](std::string_view slug) {
        return database->read([&](db::Read& read) { return find_moved_level(read, slug); });
    };
    change("clear-valley");
    EXPECT_EQ(moved("val-clair")->slug, "clear-valley");
    EXPECT_EQ(moved("val-clair")->name_en, "Clear Valley");
    EXPECT_EQ(moved("val-clair")->accent, 6);
    change("val-clair");
    EXPECT_EQ(moved("clear-valley")->slug, "val-clair");
    EXPECT_EQ(moved("nowhere"), std::nullopt);
}

TEST_P(PeopleStore, OneAddressIsOnePerson) {
    const auto first = ensure(maya());
    auto again = maya();
    again.name.family = "Tremblay-Okafor";
    again.address = understood({"CA", "J0X1H0", ""});
    EXPECT_EQ(ensure(again), first);
    const auto person = person_of(-77);
    ASSERT_TRUE(person);
    EXPECT_EQ(person->name.family, "Tremblay-Okafor");
    EXPECT_EQ(person->place, "Val-Clair") << "an empty place keeps what was known";
    EXPECT_EQ(person->province, Province::qc);
    EXPECT_EQ(person->locale, base::Locale::french);
}

TEST_P(PeopleStore, WhoMovesDoesNotKeepTheOldPlace) {
    ensure(maya());
    auto moved = maya();
    moved.address = understood({"CA", "M5V 1A1", ""});
    ensure(moved);
    const auto person = person_of(-77);
    EXPECT_EQ(person->postal_code, "M5V 1A1");
    EXPECT_EQ(person->province, Province::on);
    EXPECT_EQ(person->place, "");
}

TEST_P(PeopleStore, AnErasedPersonLeavesAnEmptyRow) {
    const auto id = ensure(maya());
    database->write([&](db::Write& write) { erase_person(write, id); });
    const auto person = person_of(-77);
    ASSERT_TRUE(person);
    EXPECT_EQ(person->email, "");
    EXPECT_EQ(person->name, PersonName{});
    EXPECT_EQ(person->postal_code, "");
    EXPECT_TRUE(person->erased_at);
}

TEST_P(PeopleStore, ConsentIsALogWhoseNewestEntryDecides) {
    const base::Instant now{1'800'000'000'000'000};
    EXPECT_FALSE(may_mail(5, now));
    Consent consent{.address_hash = 5,
                    .wording = {"petitions.mail", base::Locale::english, "Yes, write to me."},
                    .on_behalf_of = "All Together Now",
                    .source = "/en/petitions/equality-pledge",
                    .network = "192.0.2.7",
                    .at = now,
                    .confirmed_at = now + base::minutes(2)};
    record(consent);
    EXPECT_TRUE(may_mail(5, now));
    EXPECT_FALSE(may_mail(6, now));
    auto withdrawal = consent;
    withdrawal.act = ConsentAct::withdrawn;
    withdrawal.wording.key = "mail.unsubscribe";
    withdrawal.wording.words = "Unsubscribe";
    record(withdrawal);
    EXPECT_FALSE(may_mail(5, now));
    const auto log = database->read([](db::Read& read) { return consents(read, 5); });
    ASSERT_EQ(log.size(), 2u);
    EXPECT_EQ(log[0].wording.words, "Yes, write to me.");
    EXPECT_EQ(log[0].confirmed_at, now + base::minutes(2));
    EXPECT_EQ(log[1].act, ConsentAct::withdrawn);
}

TEST_P(PeopleStore, AChangedSentenceIsANewVersion) {
    const base::Instant now{1'800'000'000'000'000};
    Consent consent{.address_hash = 5, .wording = {"key", base::Locale::french, "Oui."}, .at = now};
    record(consent);
    record(consent);
    consent.wording.words = "Oui, écrivez-moi.";
    record(consent);
    const auto log = database->read([](db::Read& read) { return consents(read, 5); });
    EXPECT_EQ(log[0].wording.version, 1);
    EXPECT_EQ(log[1].wording.version, 1);
    EXPECT_EQ(log[2].wording.version, 2);
}

TEST_P(PeopleStore, ImpliedConsentEnds) {
    const base::Instant now{1'800'000'000'000'000};
    record({.ground = ConsentGround::implied,
            .address_hash = 8,
            .wording = {"membership", base::Locale::english, "Member of the local."},
            .at = now,
            .expires_at = now + base::days(730)});
    EXPECT_TRUE(may_mail(8, now + base::days(729)));
    EXPECT_FALSE(may_mail(8, now + base::days(730)));
}

ALLTOGETHER_ON_BOTH_DATABASES(PeopleStore);

}  // namespace
}  // namespace people
