#include "platform/db/check.h"

#include <algorithm>

#include "platform/db/migrations.h"

namespace db {
namespace {

const Query<std::int64_t()> kCountMigrations{"select count(*) from schema_migration",
                                             columns<std::int64_t, std::int64_t>};

void look_at_pages(Connection& connection, std::vector<std::string>& problems) {
    connection.query("pragma integrity_check(20)", {}, [&problems](const Row& row) {
        if (row.text(0) != "ok") problems.push_back("damaged: " + std::string{row.text(0)});
    });
}

void look_at_foreign_keys(Connection& connection, std::vector<std::string>& problems) {
    connection.query("select \"table\", parent, count(*) from pragma_foreign_key_check group by 1, 2", {},
                     [&problems](const Row& row) {
                         problems.push_back(std::to_string(row.integer(2)) + " rows of " + std::string{row.text(0)} +
                                            " point at rows of " + std::string{row.text(1)} + " that are not there");
                     });
}

void look_at_migrations(Connection& connection, std::vector<std::string>& problems) {
    const auto known = built_in_migrations();
    connection.query("select name from schema_migration order by name", {}, [&](const Row& row) {
        if (std::ranges::find(known, row.text(0), &Migration::name) == known.end())
            problems.push_back("migration " + std::string{row.text(0)} + " is of a newer program than this one");
    });
}

}  // namespace

void expect_readable(Database& database) {
    database.read([](Read& read) { return read.one(kCountMigrations); });
}

std::vector<std::string> problems_of_database(const Location& location) {
    std::vector<std::string> problems;
    const auto connection = connect(location, Access::read);
    look_at_migrations(*connection, problems);
    if (location.kind == Location::Kind::postgres) return problems;  // keeps its foreign keys and pages right itself
    look_at_pages(*connection, problems);
    look_at_foreign_keys(*connection, problems);
    return problems;
}

}  // namespace db
