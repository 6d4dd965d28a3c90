#include "tests/support/databases.h"

#include <atomic>
#include <cstdlib>
#include <filesystem>

#include <unistd.h>

#include "tests/support/beginnings.h"

namespace test_support {
namespace {

std::string unique_name() {
    static std::atomic<int> count{0};
    return "alltogether_test_" + std::to_string(getpid()) + "_" + std::to_string(++count);
}

// bin/test starts a private cluster and names it here; by hand: `eval "$(tools/private_postgres start)"`.
std::string cluster_url() {
    const char* url = std::getenv("ALLTOGETHER_TEST_POSTGRES");
    if (url == nullptr) throw std::runtime_error{"ALLTOGETHER_TEST_POSTGRES names no PostgreSQL to test on"};
    return url;
}

// The cluster's URL with another database: postgres://user@host:port/NAME?options.
std::string with_database(const std::string& url, const std::string& name) {
    const auto path = url.find('/', url.find("//") + 2);
    const auto options = url.find('?', path);
    return url.substr(0, path + 1) + name + (options == std::string::npos ? "" : url.substr(options));
}

void on_cluster(const std::string& sql) {
    db::connect(db::Location::parse(cluster_url()), db::Access::write)->execute(sql);
}

db::Location fresh_file(const std::string& name) {
    const auto path = std::filesystem::temp_directory_path() / (name + ".db");
    const db::Location location{db::Location::Kind::sqlite, path.string()};
    remove_location(location);
    return location;
}

db::Location migrated(Kind kind) {
    const auto migrate = [](const Beginning& empty) { const db::Database opened{{.location = empty.database}}; };
    return begin_with("migrated", kind, migrate).database;
}

}  // namespace

db::Location fresh_location(Kind kind) {
    const std::string name = unique_name();
    if (kind == Kind::sqlite) return fresh_file(name);
    on_cluster("create database " + name);
    return {db::Location::Kind::postgres, with_database(cluster_url(), name)};
}

db::Location copy_of(const db::Location& location) {
    const std::string name = unique_name();
    if (location.kind == db::Location::Kind::sqlite) {
        auto copy = fresh_file(name);
        std::filesystem::copy_file(location.address, copy.address);
        return copy;
    }
    // PostgreSQL's other way, page by page through its log, takes twice as long.
    on_cluster("create database " + name + " template " + database_name(location) + " strategy file_copy");
    return {db::Location::Kind::postgres, with_database(cluster_url(), name)};
}

std::string database_name(const db::Location& location) {
    if (location.kind == db::Location::Kind::sqlite) return std::filesystem::path{location.address}.stem();
    const auto path = location.address.find('/', location.address.find("//") + 2) + 1;
    return location.address.substr(path, location.address.find('?', path) - path);
}

void remove_location(const db::Location& location) {
    if (location.kind == db::Location::Kind::postgres) {
        on_cluster("drop database if exists " + database_name(location) + " with (force)");
        return;
    }
    for (const char* suffix : {"", "-wal", "-shm", "-writers"}) std::filesystem::remove(location.address + suffix);
}

TestDatabase::TestDatabase(Kind kind, std::function<base::Instant()> clock)
    : location_(migrated(kind)), clock_(std::move(clock)) {
    reopen();
}

TestDatabase::~TestDatabase() {
    database_ = nullptr;
    remove_location(location_);
}

void TestDatabase::reopen() {
    database_ = nullptr;
    database_ = std::make_unique<db::Database>(db::Options{.location = location_, .writer = {}, .clock = clock_});
}

std::string name_of(const testing::TestParamInfo<Kind>& info) {
    return info.param == Kind::sqlite ? "sqlite" : "postgres";
}

}  // namespace test_support
