#include "platform/db/migrations.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/embedded.h"

namespace db {
namespace {

constexpr auto kTable =
    "create table if not exists schema_migration (name text primary key, applied_at integer not null) strict";

std::set<std::string, std::less<>> names_that_ran(Connection& connection) {
    std::set<std::string, std::less<>> names;
    connection.query("select name from schema_migration", {},
                     [&](const Row& row) { names.insert(std::string{row.text(0)}); });
    return names;
}

void run_one(Connection& connection, const Migration& migration, base::Instant now) {
    connection.execute(connection.translate(migration.sql));
    const std::array<Value, 2> values{migration.name, now.microseconds};
    connection.query("insert into schema_migration (name, applied_at) values ($1, $2)", values, [](const Row&) {});
}

}  // namespace

std::vector<Migration> built_in_migrations() {
    std::vector<Migration> migrations;
    for (const auto& file : embedded::migrations()) migrations.push_back({file.name, file.content});
    std::ranges::sort(migrations, {}, &Migration::name);
    return migrations;
}

std::vector<std::string> migrate(Connection& connection, std::span<const Migration> migrations, base::Instant now) {
    std::vector<std::string> ran;
    connection.begin_exclusive();
    try {
        connection.execute(connection.translate(kTable));
        const auto before = names_that_ran(connection);
        for (const Migration& migration : migrations) {
            if (before.contains(migration.name)) continue;
            run_one(connection, migration, now);
            ran.emplace_back(migration.name);
        }
        connection.execute("commit");
    } catch (...) {
        connection.execute("rollback");
        throw;
    }
    return ran;
}

}  // namespace db
