// tests/support/databases.h - real, empty, migrated databases for tests: a SQLite file and a PostgreSQL database.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "platform/db/database.h"

namespace test_support {

enum class Kind { sqlite, postgres };

// A test's own database; gone with the object.
class TestDatabase {
public:
    explicit TestDatabase(Kind kind, std::function<base::Instant()> clock = db::now);
    ~TestDatabase();
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    db::Database& operator*() { return *database_; }
    db::Database* operator->() { return database_.get(); }
    const db::Location& location() const { return location_; }

    // Closes and opens it again, as a restart of the program does.
    void reopen();

private:
    db::Location location_;
    std::function<base::Instant()> clock_;
    std::unique_ptr<db::Database> database_;
};

// An empty place for a database, not opened; removed by remove_location.
db::Location fresh_location(Kind kind);
void remove_location(const db::Location& location);

// A new place with the content of a database that nobody has open.
db::Location copy_of(const db::Location& location);

// What tells it from the others: "alltogether_test_4711_1".
std::string database_name(const db::Location& location);

// For tests that run on both: class PetitionStore : public test_support::OnBothDatabases {...}; TEST_P(...);
// ALLTOGETHER_ON_BOTH_DATABASES(PetitionStore);
class OnBothDatabases : public testing::TestWithParam<Kind> {
protected:
    TestDatabase database{GetParam()};
};

std::string name_of(const testing::TestParamInfo<Kind>& info);

}  // namespace test_support

#define ALLTOGETHER_ON_BOTH_DATABASES(Suite)                                                                         \
    INSTANTIATE_TEST_SUITE_P(Both, Suite, testing::Values(test_support::Kind::sqlite, test_support::Kind::postgres), \
                             test_support::name_of)
