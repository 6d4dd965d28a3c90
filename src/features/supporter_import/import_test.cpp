// Tables of people from elsewhere: what is recognised, what is left out and on which line, who is subscribed and who
// never is, and that whatever breaks off goes on where it was.
#include <fstream>

#include <gtest/gtest.h>

#include "features/supporter_import/job_service.h"
#include "features/supporter_import/run_service.h"
#include "features/supporter_import/store.h"
#include "people/address_hash.h"
#include "people/addresses.h"
#include "people/mail_standing.h"
#include "platform/files/folder_store.h"
#include "platform/foreign_news/encoding.h"
#include "tests/support/databases.h"
#include "tests/support/own_folder.h"

namespace supporter_import {
namespace {

const base::Day kToday = *base::day_of("2026-11-22");

std::string file(const std::string& name) {
    std::ifstream in(SOURCE_DIR "/tests/people_exports/" + name, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    EXPECT_FALSE(bytes.empty()) << name;
    return foreign_news::decoded_text(bytes)->text;
}

Guess guess(const std::string& text) { return guess_of(read_header(source_of(text))->columns); }

TEST(Columns, OfFourProgramsAreRecognised) {
    EXPECT_EQ(guess(file("action_network.csv")).preset, Preset::action_network);
    EXPECT_EQ(guess(file("nationbuilder.csv")).preset, Preset::nationbuilder);
    for (const char* name : {"mailchimp_subscribed.csv", "mailchimp_unsubscribed.csv", "mailchimp_cleaned.csv"})
        EXPECT_EQ(guess(file(name)).preset, Preset::mailchimp) << name;
    EXPECT_EQ(guess(file("civicrm.csv")).preset, Preset::civicrm);
    const auto french = guess(file("french_semicolons.csv"));
    const std::vector<Target> expected{Target::given_name,  Target::family_name, Target::email,
                                       Target::postal_code, Target::place,       Target::nothing};
    ASSERT_EQ(french.mapping.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(french.mapping[i].target, expected[i]) << i;
}

TEST(Rows, GoOnBehindABrokenOneAndKeepTheirLines) {
    const std::string text =
        "email,name\n"
        "maya@example.org,Maya\n"
        "omar@example.org,Om\"ar\n"
        "ruth@example.org,\"two\nlines\"\n"
        "too,many,values\n"
        "\n"
        "lea@example.org\n"
        "\"never closed\n";
    const TextSource source = source_of(text);
    const Header header = *read_header(source);
    struct Seen {
        std::uint64_t line;
        bool is_fault;
        bool operator==(const Seen&) const = default;
    };
    std::vector<Seen> seen;
    RowReader reader{source, header, first_row(header)};
    std::vector<Place> places;
    while (reader.next()) {
        seen.push_back({reader.row().line, reader.row().fault.has_value()});
        places.push_back(reader.place());
    }
    const std::vector<Seen> expected{{2, false}, {3, true}, {4, false}, {6, true}, {8, false}, {9, true}};
    EXPECT_EQ(seen, expected);
    // From the place behind any of them the rest is read the same.
    for (std::size_t i = 0; i < places.size(); ++i) {
        RowReader rest{source, header, places[i]};
        for (std::size_t j = i + 1; j < seen.size(); ++j) {
            ASSERT_TRUE(rest.next());
            EXPECT_EQ(rest.row().line, seen[j].line) << i;
        }
        EXPECT_FALSE(rest.next());
    }
}

class ImportingPeople : public test_support::OnBothDatabases {
protected:
    ImportingPeople() {
        database->write([&](db::Write& write) {
            canada =
                *people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
            quebec = *people::insert_level(
                write, {people::LevelKind::province, "qc", "Quebec", "Québec", 2, canada, people::Province::qc});
        });
    }
    Import order(const std::string& text, Ground ground, std::optional<base::LevelId> level = std::nullopt) {
        Import import{.name = "people.csv", .level = level.value_or(canada), .state = ImportState::coming_in};
        import.plan.mapping = guess(text).mapping;
        import.plan.as_of = kToday;
        import.plan.ground = ground;
        import.plan.words = "Yes, write to me.";
        if (ground == Ground::implied) import.plan.expires_on = *base::day_of("2028-11-22");
        import.id = database->write([&](db::Write& write) { return store::insert(write, import); });
        return import;
    }
    Report bring_in(const std::string& text, Ground ground, std::optional<base::LevelId> level = std::nullopt) {
        const auto import = order(text, ground, level);
        const TextSource source = source_of(text);
        std::optional<Import> now;
        do now = import_piece(tools, import.id, source);
        while (now && now->state == ImportState::coming_in);
        troubles = database->read([&](db::Read& read) { return store::troubles(read, import.id, 100); });
        return now->report;
    }
    std::optional<people::Person> person(std::string_view email) {
        const auto hash = people::address_hash(secret, *base::EmailAddress::parse(email));
        return database->read([&](db::Read& read) { return people::find_person_by_address(read, hash); });
    }
    bool is_mailed(std::string_view email) {
        const auto known = person(email);
        const auto standing =
            known ? database->read([&](db::Read& read) { return people::find_standing(read, known->id); })
                  : std::nullopt;
        return standing && people::may_be_mailed(*standing, std::nullopt, base::Instant{1'800'000'000'000'000});
    }
    std::vector<std::string> tags(std::string_view email) {
        std::vector<std::string> names;
        const auto id = person(email)->id;
        for (auto& tag : database->read([&](db::Read& read) { return people::tags_of(read, id); }))
            names.push_back(tag.name);
        return names;
    }

    base::LevelId canada{0}, quebec{0};
    auth::Secret secret = auth::load_or_create_secret(*database);
    runtime::Config config;
    Tools tools{*database, secret, config};
    std::vector<RowTrouble> troubles;
};

TEST_P(ImportingPeople, ActionNetworkBringsPeopleAndSubscribesOnlyWhoIsSubscribedThere) {
    const auto text = file("action_network.csv");
    const auto report = bring_in(text, Ground::express);
    EXPECT_EQ(report.added, 4);
    EXPECT_EQ(report.consents, 1);
    EXPECT_EQ(report.withdrawn, 2);
    EXPECT_EQ(report.suppressed, 1);
    EXPECT_TRUE(is_mailed("maya@example.org"));
    for (const char* left : {"omar@example.org", "ruth@example.org", "lea@example.org"})
        EXPECT_FALSE(is_mailed(left)) << left;
    EXPECT_EQ(tags("maya@example.org"), (std::vector<std::string>{"steward", "volunteer"}));
    EXPECT_EQ(person("maya@example.org")->level, quebec);
    ASSERT_EQ(troubles.size(), 1u);
    EXPECT_EQ(troubles[0].line, 5u);
    EXPECT_EQ(troubles[0].trouble, Trouble::bad_postal_code);
    // The same file again: nobody twice, nothing new.
    const auto again = bring_in(text, Ground::express);
    EXPECT_EQ(again.added + again.changed, 0);
    EXPECT_EQ(again.unchanged, 4);
    EXPECT_EQ(again.consents + again.withdrawn + again.suppressed, 0);
}

TEST_P(ImportingPeople, WithoutAGroundNobodyIsSubscribed) {
    const auto report = bring_in(file("civicrm.csv"), Ground::none);
    EXPECT_EQ(report.consents, 0);
    EXPECT_EQ(report.withdrawn, 1);
    EXPECT_FALSE(is_mailed("maya@example.org"));
    EXPECT_EQ(person("maya@example.org")->locale, base::Locale::french);
    EXPECT_EQ(person("ruth@example.org")->province, people::Province::bc);
}

TEST_P(ImportingPeople, NationBuilderKeepsTwoAddressesAndWhoNeverAgreed) {
    const auto report = bring_in(file("nationbuilder.csv"), Ground::implied);
    EXPECT_EQ(report.added, 4);
    EXPECT_TRUE(is_mailed("amara@example.org"));
    EXPECT_EQ(person("amara@work.example")->id, person("amara@example.org")->id);
    for (const char* left : {"piet@example.org", "noor@example.org", "jean@example.org"})
        EXPECT_FALSE(is_mailed(left)) << left;
    EXPECT_EQ(report.kept_back, 1);
}

TEST_P(ImportingPeople, MailchimpsThreeFilesAgreeInAnyOrder) {
    bring_in(file("mailchimp_unsubscribed.csv"), Ground::express);
    bring_in(file("mailchimp_cleaned.csv"), Ground::express);
    bring_in("Email Address,MEMBER_RATING,LEID\nomar@example.org,1,1\nruth@example.org,1,2\nmaya@example.org,1,3\n",
             Ground::express);
    EXPECT_TRUE(is_mailed("maya@example.org"));
    EXPECT_FALSE(is_mailed("omar@example.org")) << "left there";
    EXPECT_FALSE(is_mailed("ruth@example.org")) << "mail came back";
}

TEST_P(ImportingPeople, WhoLeftHereIsNotSubscribedByAFile) {
    bring_in("email\nmaya@example.org\n", Ground::express);
    const auto known = person("maya@example.org");
    database->write([&](db::Write& write) {
        return people::record_consent(write, {.act = people::ConsentAct::withdrawn,
                                              .address_hash = known->address_hash,
                                              .person = known->id,
                                              .wording = {"test.leave", base::Locale::english, "Leave"},
                                              .on_behalf_of = "",
                                              .source = "test",
                                              .network = "",
                                              .at = write.now(),
                                              .confirmed_at = std::nullopt,
                                              .expires_at = std::nullopt});
    });
    const auto report = bring_in("email\nmaya@example.org\n", Ground::express);
    EXPECT_EQ(report.kept_back, 1);
    EXPECT_FALSE(is_mailed("maya@example.org"));
}

TEST_P(ImportingPeople, AFileOfAProvinceChangesItsOwnPeopleAlone) {
    bring_in("email,name,postal code\nomar@example.org,Omar Haddad,M5V 1A1\n", Ground::none);
    const auto report =
        bring_in("email,tags\nomar@example.org,steward\nlea@example.org,steward\n", Ground::none, quebec);
    EXPECT_EQ(report.added, 1);
    EXPECT_EQ(report.left_out, 1);
    EXPECT_TRUE(tags("omar@example.org").empty());
    EXPECT_EQ(person("lea@example.org")->level, quebec);
    ASSERT_EQ(troubles.size(), 1u);
    EXPECT_EQ(troubles[0].trouble, Trouble::other_level);
}

TEST_P(ImportingPeople, AnErasedPersonDoesNotComeBackByAFile) {
    bring_in("email\nmaya@example.org\n", Ground::none);
    const auto known = person("maya@example.org");
    database->write([&](db::Write& write) {
        people::erase_person(write, known->id);
        return 0;
    });
    EXPECT_EQ(bring_in("email\nMaya@example.org\n", Ground::express).left_out, 1);
    EXPECT_EQ(person("maya@example.org")->email, "");
}

TEST_P(ImportingPeople, WhatBreaksOffGoesOnWhereItWas) {
    std::string text = "email,family name\n";
    for (int i = 0; i < 450; ++i) text += "p" + std::to_string(i) + "@example.org,\"Fam\nily\"\n";
    const auto import = order(text, Ground::express);
    const TextSource source = source_of(text);
    EXPECT_EQ(import_piece(tools, import.id, source)->report.added, kRowsOfPiece);
    // A piece that did not commit leaves nothing behind; a second worker that had the same piece does nothing.
    database->write([&](db::Write& write) {
        EXPECT_EQ(store::find(write, import.id)->report.rows, kRowsOfPiece);
        return 0;
    });
    EXPECT_EQ(import_piece(tools, import.id, source)->report.added, 2 * kRowsOfPiece);
    const auto end = import_piece(tools, import.id, source);
    EXPECT_EQ(end->report.added, 450);
    EXPECT_EQ(end->state, ImportState::came_in);
    EXPECT_FALSE(import_piece(tools, import.id, source));
}

TEST_P(ImportingPeople, AFileGoesOnceItCameIn) {
    const test_support::OwnFolder folder;
    files::FolderStore uploads{folder.path()};
    const Bench bench{tools, uploads};
    const std::string text = "email\nmaya@example.org\n";
    auto import = order(text, Ground::none);
    const auto address = uploads.put(text);
    database->write([&](db::Write& write) {
        store::remove(write, import.id);
        import.file = address.hex();
        import.id = store::insert(write, import);
    });
    sweep(bench, db::now() + base::days(2));
    ASSERT_TRUE(uploads.exists(address)) << "it is on its way";
    EXPECT_FALSE(work(bench, import.id, base::minutes(1)));
    EXPECT_TRUE(person("maya@example.org"));
    sweep(bench, db::now() + base::days(2));
    EXPECT_FALSE(uploads.exists(address)) << "it holds addresses of everybody in it";
    EXPECT_TRUE(database->read([&](db::Read& read) { return store::find(read, import.id); })) << "the report stays";
}

TEST_P(ImportingPeople, ATrialChangesNothingAndSaysTheSame) {
    const auto text = file("action_network.csv");
    auto import = order(text, Ground::express);
    const auto trial = try_import(tools, import, source_of(text), [](std::uint64_t) {});
    EXPECT_FALSE(person("maya@example.org"));
    const auto report = bring_in(text, Ground::express);
    EXPECT_EQ(trial.report.added, report.added);
    EXPECT_EQ(trial.report.consents, report.consents);
    EXPECT_EQ(trial.report.withdrawn, report.withdrawn);
    EXPECT_EQ(trial.report.troubles, report.troubles);
}

ALLTOGETHER_ON_BOTH_DATABASES(ImportingPeople);

}  // namespace
}  // namespace supporter_import
