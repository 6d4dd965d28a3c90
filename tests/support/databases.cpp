#include "tests/support/databases.h"

#include <atomic>
#include <cstdlib>
#include <filesystem>

#include <unistd.h>

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

std::string database_of(const std::string& url) {
    const auto path = url.find('/', url.find("//") + 2) + 1;
    return url.substr(path, url.find('?', path) - path);
}

void on_cluster(const std::string& sql) {
    db::connect(db::Location::parse(cluster_url()), db::Access::write)->execute(sql);
}

}  // namespace

db::Location fresh_location(Kind kind) {
    const std::string name = unique_name();
    if (kind == Kind::sqlite) {
        const auto path = std::filesystem::temp_directory_path() / (name + ".db");
        const db::Location location{db::Location::Kind::sqlite, path.string()};
        remove_location(location);
        return location;
    }
    on_cluster("create database " + name);
    return {db::Location::Kind::postgres, with_database(cluster_url(), name)};
}

void remove_location(const db::Location& location) {
    if (location.kind == db::Location::Kind::postgres) {
        on_cluster("drop database if exists " + database_of(location.address) + " with (force)");
        return;
    }
    for (const char* suffix : {"", "-wal", "-shm", "-writers"}) std::filesystem::remove(location.address + suffix);
}

TestDatabase::TestDatabase(Kind kind, std::function<base::Instant()> clock)
    : location_(fresh_location(kind)), clock_(std::move(clock)) {
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
