// Several addresses, tags, answers, and two people who are one.
#include <gtest/gtest.h>

#include "people/addresses.h"
#include "people/fields.h"
#include "people/mail_standing.h"
#include "people/merging.h"
#include "people/store.h"
#include "people/tags.h"
#include "tests/support/databases.h"

namespace people {
namespace {

constexpr base::Instant kMonday{1'800'000'000'000'000};

class PeopleRecords : public test_support::OnBothDatabases {
protected:
    template <class F>
    auto write(F&& act) {
        return database->write([&](db::Write& transaction) { return act(transaction); });
    }
    template <class F>
    auto read(F&& look) {
        return database->read([&](db::Read& snapshot) { return look(snapshot); });
    }

    PersonId ensure(std::int64_t hash, const std::string& email, const PersonName& name) {
        return write([&](db::Write& w) {
            return ensure_person(w, {hash, *base::EmailAddress::parse(email), name, base::Locale::english, {}});
        });
    }
    void consent(PersonId person, std::int64_t hash, ConsentAct act, base::Instant at) {
        write([&](db::Write& w) {
            return record_consent(w, {.act = act,
                                      .address_hash = hash,
                                      .person = person,
                                      .wording = {"test.mail", base::Locale::english, "Write to me."},
                                      .on_behalf_of = "The campaign",
                                      .source = "test",
                                      .network = "",
                                      .at = at});
        });
    }
    bool is_mailed(PersonId person) {
        const auto standing = read([&](db::Read& r) { return find_standing(r, person); });
        return standing && may_be_mailed(*standing, std::nullopt, kMonday + base::days(30));
    }
    std::string email_of(PersonId person) {
        return read([&](db::Read& r) { return find_person(r, person); })->email;
    }
    std::vector<std::string> tag_names(PersonId person) {
        std::vector<std::string> names;
        for (const Tag& tag : read([&](db::Read& r) { return tags_of(r, person); })) names.push_back(tag.name);
        return names;
    }
    void tag(PersonId person, std::string_view name) {
        write([&](db::Write& w) { return add_tag(w, {person, ensure_tag(w, name)}); });
    }
};

TEST_P(PeopleRecords, AmaraIsFoundByAnyOfHerAddresses) {
    const auto amara = ensure(10, "amara@home.example", {"Amara", "Okafor"});
    const auto added = write(
        [&](db::Write& w) { return add_address(w, {amara, 11, *base::EmailAddress::parse("a.okafor@work.example")}); });
    EXPECT_EQ(added, AddressOutcome::added);
    EXPECT_EQ(read([](db::Read& r) { return find_person_by_address(r, 11); })->id, amara);
    // She signs with her address at work: no second person, her own address stays, her new name holds.
    EXPECT_EQ(ensure(11, "A.Okafor@work.example", {"Amara", "Okafor-Roy"}), amara);
    EXPECT_EQ(email_of(amara), "amara@home.example");
    EXPECT_EQ(read([&](db::Read& r) { return find_person(r, amara); })->name.family, "Okafor-Roy");
    const auto other = ensure(12, "someone@else.example", {"Some", "One"});
    EXPECT_EQ(write([&](db::Write& w) {
                  return add_address(w, {other, 11, *base::EmailAddress::parse("a.okafor@work.example")});
              }),
              AddressOutcome::taken);
}

TEST_P(PeopleRecords, MailGoesWhereItWasAskedForLast) {
    const auto amara = ensure(10, "amara@home.example", {"Amara", "Okafor"});
    write([&](db::Write& w) { return add_address(w, {amara, 11, *base::EmailAddress::parse("amara@work.example")}); });
    consent(amara, 10, ConsentAct::given, kMonday);
    consent(amara, 11, ConsentAct::given, kMonday + base::days(1));
    EXPECT_EQ(email_of(amara), "amara@work.example");
    EXPECT_TRUE(is_mailed(amara));
    // Back by hand: the consent for the address at home still holds.
    EXPECT_TRUE(write([&](db::Write& w) { return use_address(w, {amara, 10}); }));
    EXPECT_EQ(email_of(amara), "amara@home.example");
    EXPECT_TRUE(is_mailed(amara));
    // Who leaves under one address wants no mail at the other either.
    consent(amara, 11, ConsentAct::withdrawn, kMonday + base::days(2));
    EXPECT_FALSE(is_mailed(amara));
}

TEST_P(PeopleRecords, AFileNeverOverwritesWhatAPersonSaid) {
    const auto ruth = ensure(20, "ruth@example.org", {"Ruth", "Chen"});
    const auto size = *write(
        [](db::Write& w) { return insert_field(w, {FieldId{1}, "shirt", "Shirt size", "Taille", FieldKind::text}); });
    const auto say = [&](std::string value, AnswerOrigin origin, base::Instant at) {
        return write(
            [&](db::Write& w) { return record_answer(w, {ruth, size, std::move(value), origin, "test", at}); });
    };
    const auto held = [&] { return read([&](db::Read& r) { return values_of(r, ruth); }); };
    EXPECT_EQ(say("L", AnswerOrigin::import, kMonday), Recorded::holds);
    EXPECT_EQ(say("M", AnswerOrigin::own, kMonday + base::days(1)), Recorded::holds);
    EXPECT_EQ(say("XL", AnswerOrigin::import, kMonday + base::days(2)), Recorded::behind);
    EXPECT_EQ(say("XL", AnswerOrigin::import, kMonday + base::days(3)), Recorded::repeated);
    EXPECT_EQ(held().at(0).value, "M");
    EXPECT_EQ(say("S", AnswerOrigin::own, kMonday + base::days(4)), Recorded::holds);
    EXPECT_EQ(held().at(0).value, "S");
    EXPECT_EQ(say("", AnswerOrigin::own, kMonday + base::days(5)), Recorded::holds);
    EXPECT_TRUE(held().empty());
    EXPECT_EQ(read([&](db::Read& r) { return answers_of(r, ruth); }).size(), 5u);
}

TEST_P(PeopleRecords, TagsAreOneHoweverTheyAreSpelled) {
    const auto ruth = ensure(20, "ruth@example.org", {"Ruth", "Chen"});
    tag(ruth, "Val-d'Or");
    tag(ruth, "val d’or");
    EXPECT_EQ(tag_names(ruth), std::vector<std::string>{"Val-d'Or"});
}

TEST_P(PeopleRecords, TwoPeopleBecomeOneAndTwoAgain) {
    const auto old = ensure(30, "omar@old.example", {"Omar", "Haddad"});
    const auto young = ensure(31, "omar@new.example", {"Omar", "Haddad"});
    const auto size = *write(
        [](db::Write& w) { return insert_field(w, {FieldId{1}, "shirt", "Shirt size", "Taille", FieldKind::text}); });
    write([&](db::Write& w) { return record_answer(w, {young, size, "L", AnswerOrigin::own, "test", kMonday}); });
    tag(old, "volunteer");
    tag(young, "volunteer");
    tag(young, "steward");
    consent(young, 31, ConsentAct::given, kMonday);
    const auto id = write([&](db::Write& w) { return merge(w, {old, young, "Rosa"}); });
    ASSERT_TRUE(id);
    EXPECT_EQ(read([](db::Read& r) { return find_person_by_address(r, 31); })->id, old);
    EXPECT_EQ(ensure(31, "omar@new.example", {"Omar", "Haddad"}), old);
    EXPECT_EQ(tag_names(old), (std::vector<std::string>{"steward", "volunteer"}));
    EXPECT_TRUE(tag_names(young).empty());
    EXPECT_EQ(read([&](db::Read& r) { return values_of(r, old); }).size(), 1u);
    // He wanted mail at the newer address only: it goes on there.
    EXPECT_TRUE(is_mailed(old));
    EXPECT_EQ(email_of(old), "omar@new.example");
    EXPECT_FALSE(is_mailed(young));
    EXPECT_FALSE(write([&](db::Write& w) { return merge(w, {old, young, "Rosa"}); }));

    EXPECT_TRUE(write([&](db::Write& w) { return undo_merge(w, *id, "Rosa"); }));
    EXPECT_FALSE(write([&](db::Write& w) { return undo_merge(w, *id, "Rosa"); }));
    EXPECT_EQ(read([](db::Read& r) { return find_person_by_address(r, 31); })->id, young);
    EXPECT_EQ(email_of(old), "omar@old.example");
    EXPECT_EQ(tag_names(old), std::vector<std::string>{"volunteer"});
    EXPECT_EQ(tag_names(young), (std::vector<std::string>{"steward", "volunteer"}));
    EXPECT_TRUE(read([&](db::Read& r) { return values_of(r, old); }).empty());
    EXPECT_EQ(read([&](db::Read& r) { return values_of(r, young); }).size(), 1u);
    EXPECT_FALSE(is_mailed(old));
    EXPECT_TRUE(is_mailed(young));
}

TEST_P(PeopleRecords, ErasingOneErasesWhoWasMergedIntoThem) {
    const auto kept = ensure(40, "lea@example.org", {"Léa", "Roy"});
    const auto merged = ensure(41, "lea.roy@example.org", {"Léa", "Roy"});
    tag(kept, "volunteer");
    write([&](db::Write& w) { return merge(w, {kept, merged, "Rosa"}).has_value(); });
    write([&](db::Write& w) {
        erase_person(w, kept);
        return 0;
    });
    EXPECT_EQ(email_of(merged), "");
    EXPECT_TRUE(tag_names(kept).empty());
    EXPECT_TRUE(read([&](db::Read& r) { return addresses_of(r, kept); }).empty());
    for (const std::int64_t hash : {40, 41}) {
        const auto row = read([&](db::Read& r) { return find_person_by_address(r, hash); });
        EXPECT_TRUE(row && row->erased_at && row->email.empty()) << "no file brings her back under " << hash;
    }
    EXPECT_NE(ensure(41, "lea.roy@example.org", {"Léa", "Roy"}), kept) << "but she may come back by herself";
    EXPECT_EQ(read([](db::Read& r) { return find_person_by_address(r, 41); })->name.given, "Léa");
}

TEST_P(PeopleRecords, WhoeverIsMergedIsOneOfTheirSelves) {
    const auto first = ensure(50, "ines@example.org", {"Inès", "Roy"});
    const auto second = ensure(51, "ines.roy@example.org", {"Inès", "Roy"});
    const auto third = ensure(52, "i.roy@example.org", {"Inès", "Roy"});
    const auto selves_of = [&](PersonId id) { return read([&](db::Read& r) { return selves(r, id); }); };
    write([&](db::Write& w) { return merge(w, {second, third, "Rosa"}).has_value(); });
    const auto last = write([&](db::Write& w) { return merge(w, {first, second, "Rosa"}); });
    EXPECT_EQ(selves_of(first), (std::vector{first, second, third}));
    write([&](db::Write& w) { return undo_merge(w, *last, "Rosa"); });
    EXPECT_EQ(selves_of(first), std::vector{first});
    EXPECT_EQ(selves_of(second), (std::vector{second, third}));
}

TEST(Answers, AreReadAsTheirKindAsks) {
    EXPECT_EQ(*read_answer(FieldKind::yes_no, " Oui "), "yes");
    EXPECT_EQ(*read_answer(FieldKind::number, "-0.5"), "-0.5");
    EXPECT_FALSE(read_answer(FieldKind::number, "1,000"));
    EXPECT_EQ(*read_answer(FieldKind::day, "2026-11-22"), "2026-11-22");
    EXPECT_FALSE(read_answer(FieldKind::day, "2026-02-31"));
    EXPECT_EQ(*read_answer(FieldKind::text, ""), "");
}

TEST(Ridings, AreNumbersOfFiveDigits) {
    EXPECT_EQ(riding_of("35001"), 35001);
    EXPECT_FALSE(riding_of("3500"));
    EXPECT_FALSE(riding_of("09001"));
    EXPECT_FALSE(riding_of("Ottawa"));
}

ALLTOGETHER_ON_BOTH_DATABASES(PeopleRecords);

}  // namespace
}  // namespace people
