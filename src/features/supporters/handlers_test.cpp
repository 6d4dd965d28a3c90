// Staff look somebody up, put their record right, find that two are one, and forget one who asks for it.
#include "features/supporters/handlers.h"

#include <gtest/gtest.h>

#include "features/supporters/export.h"
#include "people/address_hash.h"
#include "people/store.h"
#include "people/tags.h"
#include "platform/auth/audit.h"
#include "platform/http/testing.h"
#include "tests/support/databases.h"

namespace supporters {
namespace {

using people::PersonId;

class StaffAndPeople : public test_support::OnBothDatabases {
protected:
    StaffAndPeople() {
        database->write([&](db::Write& write) {
            canada =
                *people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
            const auto province = [&](std::string slug, people::Province which) {
                return *people::insert_level(write, {people::LevelKind::province, slug, slug, slug, 2, canada, which});
            };
            quebec = province("qc", people::Province::qc);
            ontario = province("on", people::Province::on);
        });
        data.add({.slice = "test",
                  .export_json = [](db::Read&, ports::PersonKey) { return std::string{"[]"}; },
                  .erase = [this](db::Write&, ports::PersonKey key) { forgotten.push_back(key.address_hash); }});
        const auto note = [this](std::string what) {
            return [this, what](db::Write&, const ports::PersonMerge& merge) {
                told.push_back(what + std::to_string(merge.kept.value) + " " + std::to_string(merge.merged.value));
            };
        };
        merges.add_listener({.joined = note("joined "), .parted = note("parted ")});
    }

    PersonId ensure(std::string_view email, const people::PersonName& name, const people::TypedAddress& address) {
        const auto parsed = *base::EmailAddress::parse(email);
        return database->write([&](db::Write& write) {
            return people::ensure_person(write, {people::address_hash(secret, parsed), parsed, name,
                                                 base::Locale::english, people::understood(address)});
        });
    }
    http::Request signed_in(http::Request request, std::optional<base::LevelId> level = std::nullopt) {
        request.staff =
            std::make_shared<auth::Principal>(auth::Principal{auth::StaffId{1},
                                                              "Rosa",
                                                              *base::EmailAddress::parse("rosa@campaign.example"),
                                                              {{auth::Role::owner, level}},
                                                              auth::SessionId{1}});
        return request;
    }
    std::string look(std::string_view address, std::optional<base::LevelId> level = std::nullopt) {
        return database->read([&](db::Read& read) {
            return std::string{list.list(signed_in(http::testing::get(address), level), read).body.view()};
        });
    }
    http::Request about(PersonId id, std::initializer_list<http::Fields::Field> fields) {
        auto request = http::testing::post("/en/staff/people/x", {}, fields);
        request.parameters = {{"person", std::to_string(id.value)}};
        return signed_in(std::move(request));
    }
    using Apply = http::WriteResult (PersonHandlers::*)(const PersonAct&, db::Write&) const;
    http::WriteResult press(Apply apply, const http::Request& request) {
        const auto act = person.read_act(request);
        return database->write([&](db::Write& write) { return (person.*apply)(*act, write); });
    }
    std::string page(PersonId id, std::optional<base::LevelId> level = std::nullopt) {
        auto request = about(id, {});
        request.method = http::Method::get;
        request = signed_in(std::move(request), level);
        return database->read([&](db::Read& read) { return std::string{person.show(request, read).body.view()}; });
    }
    people::Person stored(PersonId id) {
        return *database->read([&](db::Read& read) { return people::find_person(read, id); });
    }

    base::LevelId canada{0}, quebec{0}, ontario{0};
    auth::Secret secret = auth::load_or_create_secret(*database);
    ports::PageFrames frames{[] {
        ports::FrameSettings made;
        made.public_url = "https://campaign.example";
        made.campaign = [](base::Locale) { return "All Together Now"; };
        return made;
    }()};
    ports::PersonFacts facts;
    ports::PersonData data;
    std::vector<std::int64_t> forgotten;
    ports::Representatives representatives;
    std::vector<std::string> told;
    ports::PersonMerges merges;
    Services services{secret, frames, facts, data, merges, &representatives};
    ListHandlers list{services};
    PersonHandlers person{services};
};

bool holds(const std::string& page, std::string_view words) { return page.find(words) != std::string::npos; }

TEST_P(StaffAndPeople, ANameIsFoundByItsBeginningWithoutItsAccents) {
    ensure("lea@example.org", {"Léa", "Hébert"}, {"CA", "J0X 1H0", "Val-Clair"});
    ensure("leonard@example.org", {"Leonard", "Van Dyke"}, {"CA", "M5V 1A1", "Toronto"});
    for (const char* words : {"heb", "lea", "lea+heb", "H%C3%89BERT+L"})
        EXPECT_TRUE(holds(look(std::string{"/en/staff/people?words="} + words), "lea@example.org")) << words;
    EXPECT_TRUE(holds(look("/en/staff/people?words=van+dyke"), "leonard@example.org"));
    EXPECT_TRUE(holds(look("/en/staff/people?words=L.E.A%40example.org"), "Nobody found"));
    EXPECT_TRUE(holds(look("/en/staff/people?words=LEA%40example.org"), "Hébert"));
    const auto both = look("/en/staff/people?words=le");
    EXPECT_TRUE(holds(both, "lea@example.org") && holds(both, "leonard@example.org"));
}

TEST_P(StaffAndPeople, APageLeadsToTheNextWithoutLosingOrRepeatingAnybody) {
    for (int i = 0; i < 120; ++i)
        ensure("p" + std::to_string(i) + "@example.org", {"Given", i % 3 == 0 ? "Same" : "Other"},
               {"CA", "M5V 1A1", ""});
    std::set<std::int64_t> seen;
    store::Search search{.scope = std::nullopt};
    int pages = 0;
    do {
        const auto page = database->read([&](db::Read& read) { return store::find(read, search); });
        for (const auto& listed : page.people) EXPECT_TRUE(seen.insert(listed.person.id.value).second);
        search.after = page.next;
        ++pages;
    } while (search.after);
    EXPECT_EQ(seen.size(), 120u);
    EXPECT_EQ(pages, 3);
}

TEST_P(StaffAndPeople, QuebecSeesItsOwnPeopleAlone) {
    const auto lea = ensure("lea@example.org", {"Léa", "Hébert"}, {"CA", "J0X 1H0", "Val-Clair"});
    const auto omar = ensure("omar@example.org", {"Omar", "Haddad"}, {"CA", "M5V 1A1", "Toronto"});
    EXPECT_EQ(stored(lea).level, quebec);
    const auto seen = look("/en/staff/people", quebec);
    EXPECT_TRUE(holds(seen, "lea@example.org"));
    EXPECT_FALSE(holds(seen, "omar@example.org"));
    EXPECT_TRUE(holds(page(lea, quebec), "Hébert"));
    EXPECT_EQ(page(omar, quebec), "");
    std::string file;
    database->read([&](db::Read& read) {
        export_people(read, std::vector{quebec}, [&](std::string_view part) { file += part; });
        return 0;
    });
    EXPECT_TRUE(holds(file, "lea@example.org"));
    EXPECT_FALSE(holds(file, "omar@example.org"));
}

TEST_P(StaffAndPeople, ARidingIsKnownWhereThePostalCodeLiesInOneAlone) {
    const auto lea = ensure("lea@example.org", {"Léa", "Hébert"}, {"CA", "J0X 1H0", "Val-Clair"});
    ports::Riding pontiac{.id = ports::RidingId{1},
                          .house = ports::RidingHouse::federal,
                          .province = people::Province::qc,
                          .code = "24056",
                          .set = "federal-2023",
                          .name_en = "Pontiac",
                          .name_fr = "Pontiac"};
    std::vector ridings{pontiac};
    representatives.look_up = [&](db::Read&, const people::PostalCode&) {
        return ports::FoundPlace{people::Province::qc, {{ports::RidingHouse::federal, ridings}}};
    };
    EXPECT_TRUE(holds(page(lea, canada), "Pontiac (24056)"));
    ridings.push_back(pontiac);
    EXPECT_FALSE(holds(page(lea, canada), "Pontiac")) << "the code spans two";
}

TEST_P(StaffAndPeople, TwoWhoEditOnePersonLoseNothing) {
    const auto lea = ensure("lea@example.org", {"Léa", "Hébert"}, {"CA", "J0X 1H0", "Val-Clair"});
    const auto form = [&](std::string_view family, std::string_view place, std::string_view seen) {
        return about(lea, {{"given_name", "Léa"},
                           {"family_name", family},
                           {"language", "fr"},
                           {"country", "CA"},
                           {"postal_code", "J0X 1H0"},
                           {"place", place},
                           {"level", "qc"},
                           {"riding", "24001"},
                           {"seen", seen}});
    };
    const std::string seen =
        ports::seen(named(form_of(stored(lea), database->read([](db::Read& read) { return people::levels(read); }))));
    EXPECT_EQ(press(&PersonHandlers::save, form("Hébert-Roy", "Val-Clair", seen))->status, 303);
    EXPECT_EQ(press(&PersonHandlers::save, form("Hébert", "Lac-Vert", seen))->status, 303);
    EXPECT_EQ(stored(lea).name.family, "Hébert-Roy");
    EXPECT_EQ(stored(lea).place, "Lac-Vert");
    EXPECT_EQ(stored(lea).riding, 24001);
    EXPECT_FALSE(press(&PersonHandlers::save, form("Roy", "Val-Clair", seen)));
    EXPECT_FALSE(press(&PersonHandlers::save, form("=cmd()", "Val-Clair", "")));
}

TEST_P(StaffAndPeople, OmarIsMergedTaggedAndErased) {
    const auto old = ensure("omar@old.example", {"Omar", "Haddad"}, {"CA", "M5V 1A1", "Toronto"});
    const auto young = ensure("omar@new.example", {"Omar", "Haddad"}, {"CA", "M5V 1A1", "Toronto"});
    EXPECT_EQ(press(&PersonHandlers::change_tag, about(young, {{"name", "Steward"}}))->status, 303);
    EXPECT_EQ(press(&PersonHandlers::merge, about(old, {{"with", std::to_string(young.value)}}))->status, 303);
    EXPECT_TRUE(holds(page(old), "omar@new.example"));
    EXPECT_TRUE(holds(page(old), "Steward"));
    EXPECT_TRUE(holds(page(old), "Undo the merge"));
    const auto name = [&](PersonId id) { return std::to_string(id.value); };
    EXPECT_EQ(told, std::vector{"joined " + name(old) + " " + name(young)});
    const auto merge = database->read([&](db::Read& read) { return people::merges_of(read, old).front().id; });
    EXPECT_EQ(press(&PersonHandlers::undo_merge, about(old, {{"merge", std::to_string(merge.value)}}))->status, 303);
    EXPECT_EQ(told.back(), "parted " + name(old) + " " + name(young));
    EXPECT_EQ(press(&PersonHandlers::merge, about(old, {{"with", std::to_string(young.value)}}))->status, 303);
    EXPECT_FALSE(press(&PersonHandlers::erase, about(old, {})));
    EXPECT_EQ(press(&PersonHandlers::erase, about(old, {{"confirm", "1"}}))->status, 303);
    EXPECT_EQ(forgotten.size(), 2u) << "both addresses, in every slice";
    EXPECT_EQ(stored(young).email, "");
    EXPECT_TRUE(holds(page(old), "was erased on"));
    for (const auto& stored : database->read([](db::Read& read) { return auth::read_audit(read, {}); })) {
        EXPECT_EQ(stored.entry.subject.label.find("Haddad"), std::string::npos);
        for (const auto& change : stored.entry.changes) EXPECT_NE(change.after, "Steward");
    }
    EXPECT_TRUE(holds(look("/en/staff/people?words=haddad"), "Nobody found"));
}

TEST(Cells, AreNoFormulas) {
    EXPECT_EQ(csv_cell("=1+2"), "'=1+2");
    EXPECT_EQ(csv_cell("a,\"b\""), "\"a,\"\"b\"\"\"");
}

ALLTOGETHER_ON_BOTH_DATABASES(StaffAndPeople);

}  // namespace
}  // namespace supporters
