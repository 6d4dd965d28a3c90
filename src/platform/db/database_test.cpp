// Stories of a small lending library: its books are written, read, and not lost, on both databases.
#include "platform/db/database.h"

#include <thread>

#include <gtest/gtest.h>

#include "platform/db/migrations.h"
#include "platform/db/postgres_connection.h"
#include "tests/support/databases.h"

namespace {

using BookId = base::Id<struct BookTag>;

struct Book {
    BookId id;
    std::string title;
    std::optional<std::int64_t> pages;
    double weight;
    db::Blob cover;
    bool operator==(const Book&) const = default;
};

constexpr auto kTables =
    "create table test_book (id integer primary key, title text not null unique, pages integer, weight real not null,"
    " cover blob not null) strict";

const db::Query<Book(std::string_view)> kFind{
    "select id, title, pages, weight, cover from test_book where title = $1",
    db::columns<Book, BookId, std::string, std::optional<std::int64_t>, double, db::Blob>};
const db::Query<std::int64_t()> kCount{"select count(*) from test_book",
                                       [](const db::Row& row) { return row.integer(0); }};
const db::Query<std::string(std::int64_t, std::string_view)> kSwapped{
    "select title from test_book where title <> $2 and (pages > $1 or pages is null) order by title",
    [](const db::Row& row) { return std::string{row.text(0)}; }};
const db::Command<void(BookId, std::string, std::optional<std::int64_t>, double, db::Blob)> kInsert{
    "insert into test_book (id, title, pages, weight, cover) values ($1, $2, $3, $4, $5)"};
const db::Command<BookId(std::string_view)> kRemove{"delete from test_book where title = $1 returning id",
                                                    [](const db::Row& row) { return row.as<BookId>(0); }};
const db::BatchCommand<BookId(BookId, std::string, std::optional<std::int64_t>, double, db::Blob)> kInsertAll{
    "insert into test_book (id, title, pages, weight, cover) values ($1, $2, $3, $4, $5)"
    " on conflict do nothing returning id",
    [](const db::Row& row) { return row.as<BookId>(0); }};

class Library : public testing::TestWithParam<test_support::Kind> {
protected:
    Library() : location(test_support::fresh_location(GetParam())) {
        const auto connection = db::connect(location, db::Access::write);
        connection->execute(connection->translate(kTables));
        database.emplace(db::Options{.location = location, .writer = {}, .clock = db::now});
    }
    ~Library() override {
        database.reset();
        test_support::remove_location(location);
    }

    Book add(const std::string& title, std::optional<std::int64_t> pages = 100) {
        return database->write([&](db::Write& write) {
            Book book{write.new_id<BookId>(), title, pages, 0.75, {std::string{"\0\x01\xff'\\", 5}}};
            write.run(kInsert, book.id, book.title, book.pages, book.weight, book.cover);
            return book;
        });
    }
    std::optional<Book> find(const std::string& title) {
        return database->read([&](db::Read& read) { return read.one(kFind, title); });
    }
    std::int64_t count() {
        return *database->read([](db::Read& read) { return read.one(kCount); });
    }

    db::Location location;
    std::optional<db::Database> database;
};

TEST_P(Library, ABookComesBackAsItWasWritten) {
    const Book book = add("L’été de \"Zoé\" \\ 100 %", std::nullopt);
    EXPECT_EQ(find(book.title), book);
    EXPECT_EQ(find("No such book"), std::nullopt);
}

TEST_P(Library, ParametersGoByTheirNumberNotByWhereTheyStand) {
    add("Thin", 10);
    add("Thick", 900);
    add("Unknown", std::nullopt);
    const auto titles = database->read([](db::Read& read) { return read.all(kSwapped, 100, "Unknown"); });
    EXPECT_EQ(titles, std::vector<std::string>{"Thick"});
}

TEST_P(Library, ACommandGivesBackWhatItRemoved) {
    const Book book = add("Worn out");
    const auto removed = database->write([&](db::Write& write) { return write.run(kRemove, book.title); });
    EXPECT_EQ(removed, book.id);
    EXPECT_EQ(database->write([&](db::Write& write) { return write.run(kRemove, book.title); }), std::nullopt);
}

TEST_P(Library, ABatchWritesManyAndSaysWhichWereNew) {
    add("Known");
    const auto fresh = database->write([](db::Write& write) {
        std::vector<Book> books;
        for (const char* title : {"Known", "New \"one\"", "Twice", "Twice", "With, comma {and} NULL"})
            books.push_back({write.new_id<BookId>(), title, std::nullopt, 1e-3, {std::string{"\\x\"", 3}}});
        const auto ids = write.run_batch(kInsertAll, books, [](const Book& book) {
            return std::tie(book.id, book.title, book.pages, book.weight, book.cover);
        });
        EXPECT_EQ(write.one(kFind, "New \"one\""), books[1]);
        return ids.size();
    });
    EXPECT_EQ(fresh, 3u);
    EXPECT_EQ(count(), 4);
}

TEST_P(Library, AFaultUndoesTheWholePieceOfWork) {
    add("Taken");
    EXPECT_THROW(database->write([](db::Write& write) {
        write.run(kInsert, write.new_id<BookId>(), "Half done", std::nullopt, 1.0, db::Blob{"x"});
        write.run(kInsert, write.new_id<BookId>(), "Taken", std::nullopt, 1.0, db::Blob{"x"});
    }),
                 db::Fault);
    EXPECT_EQ(find("Half done"), std::nullopt);
    EXPECT_EQ(count(), 1);
}

TEST_P(Library, WhatIsSaidToBeKeptIsThereEvenWhenSomebodyHidAFault) {
    add("Taken");
    bool is_kept = true;
    try {
        database->write([](db::Write& write) {
            write.run(kInsert, write.new_id<BookId>(), "Before", std::nullopt, 1.0, db::Blob{"x"});
            try {
                write.run(kInsert, write.new_id<BookId>(), "Taken", std::nullopt, 1.0, db::Blob{"x"});
            } catch (const db::Fault&) {
            }
        });
    } catch (const db::Fault&) {
        is_kept = false;
    }
    EXPECT_EQ(find("Before").has_value(), is_kept);
}

TEST_P(Library, AReaderCannotWriteEvenBehindTheBackOfTheTypes) {
    const auto connection = db::connect(location, db::Access::read);
    EXPECT_THROW(connection->execute("delete from test_book"), db::Fault);
}

TEST_P(Library, EndsASearchThatWouldGoOnForEver) {
    const auto connection = db::connect(location, db::Access::read, {.statement = base::milliseconds(100)});
    const auto is_ended = [&](const char* search) {
        try {
            connection->query(search, {}, [](const db::Row&) {});
            return false;
        } catch (const db::Unavailable&) {
            return true;
        }
    };
    EXPECT_TRUE(is_ended("with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"));
    // The connection goes on; a busy machine may want more than the 100 ms for the shortest search too.
    int tries = 20;
    while (tries > 0 && is_ended("select count(*) from test_book")) --tries;
    EXPECT_GT(tries, 0);
}

TEST_P(Library, TwentyClerksWriteAtOnceAndNothingIsLost) {
    std::vector<std::thread> clerks;
    for (int clerk = 0; clerk < 20; ++clerk)
        clerks.emplace_back([this, clerk] {
            for (int i = 0; i < 25; ++i) add("Book " + std::to_string(clerk) + "/" + std::to_string(i));
        });
    for (auto& clerk : clerks) clerk.join();
    EXPECT_EQ(count(), 500);
}

TEST_P(Library, EveryBookIsThereAfterARestart) {
    add("Kept");
    database.reset();
    database.emplace(db::Options{.location = location, .writer = {}, .clock = db::now});
    EXPECT_TRUE(find("Kept").has_value());
}

TEST_P(Library, MigrationsRunOnceInOrderOrNotAtAll) {
    const auto connection = db::connect(location, db::Access::write);
    const std::vector<db::Migration> good{{"1_first", "create table test_a (a integer not null) strict"},
                                          {"2_second", "alter table test_a add column b text"}};
    EXPECT_EQ(db::migrate(*connection, good, {1}), (std::vector<std::string>{"1_first", "2_second"}));
    EXPECT_TRUE(db::migrate(*connection, good, {2}).empty());
    const std::vector<db::Migration> bad{{"3_third", "create table test_c (c integer) strict"},
                                         {"4_fourth", "nonsense"}};
    EXPECT_THROW(db::migrate(*connection, bad, {3}), db::Fault);
    EXPECT_NO_THROW(connection->execute(connection->translate("create table test_c (c integer) strict")));
}

ALLTOGETHER_ON_BOTH_DATABASES(Library);

TEST(Ids, GrowEvenWhenTheClockGoesBack) {
    db::IdSource ids{3};
    const auto first = ids.next({1'800'000'000'000'000});
    const auto second = ids.next({1'800'000'000'000'000});
    const auto third = ids.next({1'700'000'000'000'000});
    EXPECT_LT(first, second);
    EXPECT_LT(second, third);
    EXPECT_EQ(third % 16, 3);
}

TEST(Location, IsAFileOrAServer) {
    EXPECT_EQ(db::Location::parse("sqlite:/var/lib/x.db").address, "/var/lib/x.db");
    EXPECT_EQ(db::Location::parse("postgres://u@h/d").kind, db::Location::Kind::postgres);
    EXPECT_THROW(db::Location::parse("mysql://h/d"), db::Fault);
    EXPECT_THROW(db::Location::parse("sqlite:"), db::Fault);
}

TEST(Definitions, SpeakPostgresWithoutTouchingQuotedWords) {
    EXPECT_EQ(
        db::postgres_definitions("create table t (a integer, b blob default 'blob', \"real\" real) strict; -- real"),
        "create table t (a bigint, b bytea default 'blob', \"real\" double precision) ; -- real");
}

}  // namespace
