// A campaign outgrows its file, or comes back to it: every row goes along and stays what it is.
#include "platform/db/copy.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "platform/db/backup.h"
#include "platform/db/catalogue.h"
#include "platform/db/check.h"
#include "platform/db/migrations.h"
#include "tests/support/databases.h"

namespace db {
namespace {

using test_support::fresh_location;
using test_support::Kind;

// A place that is removed at the end.
class Place {
public:
    explicit Place(Kind kind) : location(fresh_location(kind)) {}
    ~Place() { test_support::remove_location(location); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    const Location location;
};

// One with our tables, all empty.
class Tables : public Place {
public:
    explicit Tables(Kind kind) : Place(kind) {
        migrate(*connect(location, Access::write), built_in_migrations(), base::Instant{1});
    }
};

// Nulls, bytes that are no text, letters of two languages, the ends of integers, and a child before its parent.
void fill(const Location& location) {
    const auto connection = connect(location, Access::write);
    const std::array<Value, 1> secret{BlobView{std::string_view{"\x00\xff\x80 '\"\\x", 8}}};
    connection->query("insert into installation_secret (id, secret, created_at) values (1, $1, 0)", secret,
                      [](const Row&) {});
    connection->execute(
        "begin; "
        "insert into level (id, kind, slug, name_en, name_fr, accent, parent_id, province, created_at) values "
        "(9, 0, 'canada', 'Canada', 'Canada', 1, null, null, -9223372036854775807), "
        "(5, 1, 'quebec', 'Quebec \\{}\",', 'Québec « où » ’', 2, 9, 'QC', 9223372036854775807); "
        "update level set parent_id = 9 where id = 5; commit");
    connection->execute(
        "insert into audit_entry (id, at, staff_id, staff_name, action, subject_kind, subject_id, "
        "subject_label, level_id, before_values, after_values, request_id) values "
        "(1, 1, null, '', 'x', '', 0, '', null, '{}', '{}', '')");
}

void fill_many(const Location& location, int rows) {
    const auto connection = connect(location, Access::write);
    connection->execute(
        "insert into outbox (id, kind, recipient, locale, about_id, created_at, due_at) "
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < " +
        std::to_string(rows) + ") select i, 'x', 'maya' || i || '@example.org', 'en', i, i, i from n");
}

// What a copy has to bring: everything but the files that a backup packs, which are not of the database (backup.h).
std::vector<CopiedTable> copied_from(const Location& location) {
    auto all = digests(location);
    std::erase_if(all, [](const CopiedTable& table) { return table.name == "stored_file"; });
    return all;
}

struct Pair {
    Kind from, to;
};
class Copying : public testing::TestWithParam<Pair> {};
INSTANTIATE_TEST_SUITE_P(EachWay, Copying,
                         testing::Values(Pair{Kind::sqlite, Kind::postgres}, Pair{Kind::postgres, Kind::sqlite},
                                         Pair{Kind::sqlite, Kind::sqlite}, Pair{Kind::postgres, Kind::postgres}),
                         [](const auto& info) {
                             const auto name = [](Kind kind) { return kind == Kind::sqlite ? "sqlite" : "postgres"; };
                             return std::string{name(info.param.from)} + "_to_" + name(info.param.to);
                         });

TEST_P(Copying, brings_every_row_as_it_was) {
    const Tables source{GetParam().from};
    fill(source.location);
    fill_many(source.location, 9'001);
    const Place target{GetParam().to};
    CopyProgress last{};
    const auto copied = copy_database({.from = source.location, .to = target.location},
                                      [&last](const CopyProgress& progress) { last = progress; });
    EXPECT_EQ(copied, copied_from(source.location));
    EXPECT_EQ(copied, copied_from(target.location));
    EXPECT_EQ(last.done, last.total);
    EXPECT_GE(last.total, 9'004);
    const auto there = connect(target.location, Access::read);
    there->query("select name_fr, parent_id, created_at from level where slug = 'quebec'", {}, [](const Row& row) {
        EXPECT_EQ(row.text(0), "Québec « où » ’");
        EXPECT_EQ(row.integer(1), 9);
        EXPECT_EQ(row.integer(2), 9'223'372'036'854'775'807);
    });
    there->query("select secret from installation_secret", {},
                 [](const Row& row) { EXPECT_EQ(row.blob(0), (std::string{"\x00\xff\x80 '\"\\x", 8})); });
}

TEST_P(Copying, there_and_back_gives_what_it_began_with) {
    const Tables source{GetParam().from};
    fill(source.location);
    const Place middle{GetParam().to};
    const Place end{GetParam().from};
    copy_database({.from = source.location, .to = middle.location});
    copy_database({.from = middle.location, .to = end.location});
    EXPECT_EQ(digests(end.location), digests(source.location));
}

TEST_P(Copying, leaves_a_target_alone_that_holds_rows) {
    const Tables source{GetParam().from};
    const Tables target{GetParam().to};
    fill(source.location);
    fill_many(target.location, 1);
    const auto before = digests(target.location);
    EXPECT_THROW(copy_database({.from = source.location, .to = target.location}), Fault);
    EXPECT_EQ(digests(target.location), before);
}

TEST_P(Copying, keeps_the_foreign_keys_of_the_target_at_work) {
    const Tables source{GetParam().from};
    fill(source.location);
    const Place target{GetParam().to};
    copy_database({.from = source.location, .to = target.location});
    const auto there = connect(target.location, Access::write);
    EXPECT_THROW(there->execute("update level set parent_id = 77 where id = 5"), Fault);
}

TEST(CopyingFromNowhere, says_so_and_makes_no_file) {
    const Place target{Kind::sqlite};
    EXPECT_THROW(copy_database({.from = {Location::Kind::sqlite, "/nonexistent/x.db"}, .to = target.location}), Fault);
    EXPECT_FALSE(std::filesystem::exists("/nonexistent/x.db"));
}

TEST(CopyingFromANewerProgram, is_refused) {
    const Tables source{Kind::sqlite};
    connect(source.location, Access::write)
        ->execute("insert into schema_migration (name, applied_at) values ('29990101000000_later.sql', 0)");
    const Place target{Kind::sqlite};
    EXPECT_THROW(copy_database({.from = source.location, .to = target.location}), Fault);
}

class BackingUp : public testing::TestWithParam<Kind> {
protected:
    Tables database{GetParam()};
    Place file{Kind::sqlite};
    std::filesystem::path path() const { return file.location.address; }
};
ALLTOGETHER_ON_BOTH_DATABASES(BackingUp);

TEST_P(BackingUp, gives_one_file_that_brings_everything_back) {
    fill(database.location);
    back_up(database.location, path());
    EXPECT_FALSE(std::filesystem::exists(path().string() + "-wal"));
    EXPECT_FALSE(std::filesystem::exists(path().string() + ".partial"));
    expect_backup(path());
    EXPECT_EQ(digests(file.location), digests(database.location));
    const Place restored{GetParam()};
    copy_database({.from = file.location, .to = restored.location});
    EXPECT_EQ(digests(restored.location), digests(database.location));
}

TEST_P(BackingUp, never_overwrites_a_file) {
    std::ofstream{path()} << "the only copy of something";
    EXPECT_THROW(back_up(database.location, path()), Fault);
    EXPECT_EQ(std::filesystem::file_size(path()), 26);
}

TEST(ABackup, must_be_one) {
    const Place file{Kind::sqlite};
    std::ofstream{file.location.address} << "a letter, not a database";
    EXPECT_THROW(expect_backup(file.location.address), Fault);
}

TEST(Checking, finds_rows_that_point_at_nothing_and_migrations_from_the_future) {
    const Tables database{Kind::sqlite};
    EXPECT_TRUE(problems_of_database(database.location).empty());
    const auto connection = connect(database.location, Access::write);
    connection->execute(
        "pragma foreign_keys = off; "
        "insert into level (id, kind, slug, name_en, name_fr, accent, parent_id, created_at) "
        "values (1, 1, 'x', 'X', 'X', 1, 99, 0); "
        "insert into schema_migration (name, applied_at) values ('29990101000000_later.sql', 0)");
    const auto problems = problems_of_database(database.location);
    ASSERT_EQ(problems.size(), 2);
    EXPECT_NE(problems[0].find("29990101000000_later.sql"), std::string::npos);
    EXPECT_NE(problems[1].find("1 rows of level"), std::string::npos);
}

}  // namespace
}  // namespace db
