// Who is meant: people of several provinces who join, sign, leave and move; against the rules looked at one by one.
#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "features/segments/audience_service.h"
#include "features/segments/jobs.h"
#include "features/segments/slice.h"
#include "features/segments/store.h"
#include "people/level.h"
#include "people/merging.h"
#include "people/store.h"
#include "people/tags.h"
#include "tests/support/databases.h"

namespace segments {
namespace {

using people::PersonId;
using people::Province;

constexpr base::Instant kNow{1'795'000'000'000'000};
constexpr std::string_view kSigned = "petitions.signed";

class Audience : public test_support::OnBothDatabases {
protected:
    struct Someone {
        std::int64_t hash;
        std::string postal_code;
        base::Locale locale = base::Locale::english;
        int joined_days_ago = 10;
    };
    PersonId join(const Someone& someone) {
        return database->write([&](db::Write& write) {
            const auto email = "p" + std::to_string(someone.hash) + "@example.org";
            const auto id =
                people::ensure_person(write, {.address_hash = someone.hash,
                                              .email = *base::EmailAddress::parse(email),
                                              .name = {"P", std::to_string(someone.hash)},
                                              .locale = someone.locale,
                                              .address = people::understood({"CA", someone.postal_code, ""})});
            say(write, id, people::ConsentAct::given, someone);
            return id;
        });
    }
    void leave(PersonId id, std::int64_t hash) {
        database->write([&](db::Write& write) {
            say(write, id, people::ConsentAct::withdrawn, {.hash = hash, .postal_code = ""});
        });
    }
    void did(std::int64_t hash, std::int64_t about, int days_ago) {
        const ports::PersonAction action{
            .kind = kSigned, .about = about, .address_hash = hash, .at = days_before(kNow, days_ago)};
        database->write([&](db::Write& write) { store::keep_actions(write, {&action, 1}); });
    }
    void took_back(std::int64_t hash, std::int64_t about) {
        const ports::PersonAction action{
            .kind = kSigned, .about = about, .address_hash = hash, .event = ports::ActionEvent::undone, .at = kNow};
        database->write([&](db::Write& write) { store::keep_actions(write, {&action, 1}); });
    }
    void put_tag(PersonId id, std::string_view name) {
        database->write([&](db::Write& write) { people::add_tag(write, {id, people::ensure_tag(write, name)}); });
    }
    std::int64_t tag(std::string_view name) {
        return database->read([&](db::Read& read) { return people::find_tag(read, name)->id.value; });
    }
    std::vector<std::string> names(const Rules& rules, ports::AudienceQuestion question = {.now = kNow}) {
        std::vector<std::string> found;
        database->read([&](db::Read& read) {
            for (PersonId after{0};;) {
                const auto some = page(read, rules, question, {.after = after, .limit = 2});
                for (const auto& member : some) found.push_back(member.name.family);
                if (some.size() < 2) break;
                after = some.back().id;
            }
            EXPECT_EQ(count(read, rules, question), std::ssize(found));
        });
        return found;
    }

private:
    static void say(db::Write& write, PersonId id, people::ConsentAct act, const Someone& someone) {
        people::record_consent(write, {.act = act,
                                       .address_hash = someone.hash,
                                       .person = id,
                                       .wording = {"test.mail", base::Locale::english, "Yes."},
                                       .on_behalf_of = "Us",
                                       .source = "test",
                                       .at = days_before(kNow, someone.joined_days_ago)});
    }
};

using Names = std::vector<std::string>;

TEST_P(Audience, EverybodyAreThoseWhoMayBeMailed) {
    join({1, "K1A 0B1"});
    const auto second = join({2, "H2X 1Y4", base::Locale::french});
    join({3, "E1A 0A1"});
    EXPECT_EQ(names({}), (Names{"1", "2", "3"}));
    leave(second, 2);
    EXPECT_EQ(names({}), (Names{"1", "3"}));
    EXPECT_EQ(names({}, {.locale = base::Locale::french, .now = kNow}), Names{});
    join({2, "H2X 1Y4", base::Locale::french});
    EXPECT_EQ(names({}, {.locale = base::Locale::french, .now = kNow}), Names{"2"});
    EXPECT_EQ(names({.language = base::Locale::english}, {.locale = base::Locale::french, .now = kNow}), Names{});
}

TEST_P(Audience, PlacesAndTimes) {
    join({1, "K1A 0B1", base::Locale::english, 400});
    join({2, "H2X 1Y4"});
    join({3, "K2P 1L4", base::Locale::english, 1});
    join({4, ""});
    EXPECT_EQ(names({.provinces = {Province::on}}), (Names{"1", "3"}));
    EXPECT_EQ(names({.other_provinces = {Province::on}}), (Names{"2", "4"}));
    EXPECT_EQ(names({.districts = {"K1A", "H"}}), (Names{"1", "2"}));
    EXPECT_EQ(names({.districts = {"K2"}}), Names{"3"});
    EXPECT_EQ(names({.joined_within_days = 30}), (Names{"2", "3", "4"}));
    EXPECT_EQ(names({.joined_before_days = 30}), Names{"1"});
}

TEST_P(Audience, MailsOfAProvinceGoToItsOwnPeople) {
    using people::LevelKind;
    const auto insert = [&](const people::LevelPlan& plan) {
        return database->write([&](db::Write& write) { return *people::insert_level(write, plan); });
    };
    const auto canada =
        insert({LevelKind::national, std::string{people::kNationalSlug}, "Canada", "Canada", 1, {}, {}});
    const auto on = insert({LevelKind::province, "on", "Ontario", "Ontario", 2, canada, Province::on});
    join({1, "K1A 0B1"});
    const auto moves = join({2, "H2X 1Y4"});
    join({3, ""});
    did(1, 7, 5);
    did(2, 7, 5);
    const ports::AudienceQuestion ontario{.levels = {on}, .now = kNow};
    const Rules signers{.actions = {{Did::yes, std::string{kSigned}, 7, {}}}};
    EXPECT_EQ(names({}, ontario), Names{"1"});
    EXPECT_EQ(names(signers, ontario), Names{"1"});
    EXPECT_EQ(names({}, {.levels = {canada}, .now = kNow}), (Names{"1", "2", "3"}));
    database->read([&](db::Read& read) { EXPECT_FALSE(holds(read, {}, ontario, moves)); });
    join({2, "M4B 1B3"});
    EXPECT_EQ(names({}, ontario), (Names{"1", "2"})) << "who moves is asked by the other province from then on";
}

TEST_P(Audience, WhatTheyDid) {
    for (int i = 1; i <= 4; ++i) join({i, "K1A 0B1"});
    did(1, 7, 5);
    did(2, 7, 50);
    did(2, 8, 2);
    did(99, 7, 1);  // nobody has this address yet
    const auto within = [](Did which, std::optional<int> days) {
        return Rules{.actions = {{which, std::string{kSigned}, 7, days}}};
    };
    EXPECT_EQ(names(within(Did::yes, {})), (Names{"1", "2"}));
    EXPECT_EQ(names(within(Did::no, {})), (Names{"3", "4"}));
    EXPECT_EQ(names(within(Did::yes, 30)), Names{"1"});
    EXPECT_EQ(names(within(Did::no, 30)), (Names{"2", "3", "4"}));
    EXPECT_EQ(names({.active_within_days = 4}), Names{"2"});
    EXPECT_EQ(names({.quiet_for_days = 4}), (Names{"1", "3", "4"}));
    took_back(1, 7);
    EXPECT_EQ(names(within(Did::yes, {})), Names{"2"});
}

TEST_P(Audience, WhatSomebodyDidBeforeWeKnewThemIsTheirs) {
    const Rules signers{.actions = {{Did::yes, std::string{kSigned}, 7, {}}}};
    for (const std::int64_t hash : {1, 2, 3, 4}) did(hash, 7, 5);
    took_back(4, 7);
    for (const std::int64_t hash : {1, 2, 3, 4}) join({hash, "K1A 0B1"});
    EXPECT_EQ(names(signers), Names{}) << "nothing was told since they came";
    did(1, 8, 1);  // as joining the list does
    EXPECT_EQ(names(signers), Names{"1"});
    adopt_newcomers(*database, db::now());
    EXPECT_EQ(names(signers), (Names{"1", "2", "3"}));
    EXPECT_EQ(names({.active_within_days = 10}), (Names{"1", "2", "3"}));
    did(5, 7, 5);
    join({5, "K1A 0B1"});
    did(6, 7, 5);
    database->write([](db::Write& write) { person_data().erase(write, {6}); });
    join({6, "K1A 0B1"});
    adopt_everybody(*database);
    EXPECT_EQ(names(signers), (Names{"1", "2", "3", "5"})) << "who was erased did nothing";
}

TEST_P(Audience, TwoRecordsOfOnePersonDidWhatBothDid) {
    const Rules signed_seven{.actions = {{Did::yes, std::string{kSigned}, 7, {}}}};
    const Rules signed_eight{.actions = {{Did::yes, std::string{kSigned}, 8, {}}}};
    const Rules not_seven{.actions = {{Did::no, std::string{kSigned}, 7, 30}}};
    const auto kept = join({1, "K1A 0B1"}), merged = join({2, "K1A 0B1"});
    did(1, 7, 50);
    did(2, 7, 5);
    did(2, 8, 5);
    did(2, 9, 5);
    const auto listener = merge_listener();
    const auto merge = database->write([&](db::Write& write) {
        const auto id = people::merge(write, {kept, merged, "Rosa"});
        listener.joined(write, {*id, kept, merged});
        return *id;
    });
    EXPECT_EQ(names({}), Names{"1"});
    EXPECT_EQ(names(signed_eight), Names{"1"});
    EXPECT_EQ(names(not_seven), Names{}) << "signed five days ago, under the other address";
    EXPECT_EQ(names({.quiet_for_days = 30}), Names{});
    took_back(2, 9);
    database->write([&](db::Write& write) {
        EXPECT_TRUE(people::undo_merge(write, merge, "Rosa"));
        listener.parted(write, {merge, kept, merged});
    });
    EXPECT_EQ(names(signed_seven), (Names{"1", "2"}));
    EXPECT_EQ(names(signed_eight), Names{"2"});
    EXPECT_EQ(names(not_seven), Names{"1"});
    EXPECT_EQ(names({.quiet_for_days = 30}), Names{"1"});
    EXPECT_EQ(names({.actions = {{Did::yes, std::string{kSigned}, 9, {}}}}), Names{}) << "taken back meanwhile";
}

TEST_P(Audience, AFrozenSegmentStaysAsItWas) {
    const auto at = [&](auto act) { return database->write(act); };
    const std::string by = "Amélie";
    const NamedRules ontario{"Ours", {.provinces = {Province::on}}}, all{"Ours", {}};
    const auto id = at([&](db::Write& write) { return store::insert_segment(write, {ontario, by}); });
    const auto frozen = at([&](db::Write& write) { return store::freeze_segment(write, id); });
    ASSERT_TRUE(frozen);
    at([&](db::Write& write) { store::change_segment(write, id, {all, by}); });
    database->read([&](db::Read& read) {
        EXPECT_EQ(store::find_segment(read, *frozen)->rules, ontario.rules);
        EXPECT_EQ(store::segments(read).size(), 1U) << "it is offered to nobody";
    });
    EXPECT_FALSE(at([&](db::Write& write) { return store::freeze_segment(write, SegmentId{4}); }));
}

TEST_P(Audience, Tags) {
    const auto first = join({1, "K1A 0B1"});
    const auto second = join({2, "K1A 0B1"});
    join({3, "K1A 0B1"});
    put_tag(first, "Steward");
    put_tag(second, "Steward");
    put_tag(second, "Press");
    EXPECT_EQ(names({.tags = {tag("Steward")}}), (Names{"1", "2"}));
    EXPECT_EQ(names({.tags = {tag("Press"), tag("Steward")}, .other_tags = {tag("Press")}}), Names{"1"});
    EXPECT_EQ(names({.other_tags = {tag("Steward")}}), Names{"3"});
}

// A hundred people and many rules: the page, the count and the question about one person agree.
TEST_P(Audience, AskingOneByOneGivesTheSame) {
    std::mt19937 random{5};
    const auto one_of = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    std::vector<PersonId> everybody;
    const std::array codes{"K1A 0B1", "H2X 1Y4", "E1A 0A1", "X0A 0H0", ""};
    for (int i = 1; i <= 60; ++i) {
        everybody.push_back(join({i, codes[static_cast<std::size_t>(one_of(5))],
                                  one_of(2) == 0 ? base::Locale::french : base::Locale::english, one_of(100)}));
        if (one_of(2) == 0) did(i, 7 + one_of(2), one_of(60));
        if (one_of(3) == 0) put_tag(everybody.back(), "Steward");
    }
    for (int i = 0; i < 30; ++i) {
        Rules rules;
        if (one_of(2) == 0) rules.provinces = {Province::on, Province::nu};
        if (one_of(3) == 0) rules.language = base::Locale::french;
        if (one_of(2) == 0) rules.actions.push_back({one_of(2) == 0 ? Did::yes : Did::no, std::string{kSigned}, 7, {}});
        if (one_of(3) == 0) rules.quiet_for_days = 20;
        if (one_of(3) == 0) rules.other_tags = {tag("Steward")};
        const auto found = names(rules);
        std::int64_t alone = 0;
        database->read([&](db::Read& read) {
            alone =
                std::ranges::count_if(everybody, [&](PersonId id) { return holds(read, rules, {.now = kNow}, id); });
        });
        EXPECT_EQ(alone, std::ssize(found)) << to_json(rules);
    }
}

ALLTOGETHER_ON_BOTH_DATABASES(Audience);

}  // namespace
}  // namespace segments
