// tests/crash/expectations.h - what must be true after whatever happened.
#pragma once
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/crash/server_process.h"
#include "tests/support/beginnings.h"

namespace crash {

inline void seed_demo(const Installation& installation) { ASSERT_EQ(run("seed demo", installation).code, 0); }

// An installation of the test's own with the demo in it, seeded once for a run of all tests. Gone with the object.
class SeededDemo {
public:
    explicit SeededDemo(test_support::Kind kind) : begun_(test_support::begin_with("demo-by-crash-test", kind, seed)) {}
    ~SeededDemo() {
        test_support::remove_location(begun_.database);
        std::filesystem::remove_all(begun_.folder);
    }
    SeededDemo(const SeededDemo&) = delete;
    SeededDemo& operator=(const SeededDemo&) = delete;

    Installation installation() const { return installation_of(begun_); }

private:
    static Installation installation_of(const test_support::Beginning& begun) {
        const bool is_file = begun.database.kind == db::Location::Kind::sqlite;
        return {begun.folder, (is_file ? "sqlite:" : "") + begun.database.address};
    }
    static void seed(const test_support::Beginning& empty) {
        std::filesystem::create_directories(empty.folder);
        seed_demo(installation_of(empty));
    }

    test_support::Beginning begun_;
};

inline void expect_each_once(const std::map<std::string, int>& table, const std::vector<bench::PersonNumber>& thanked) {
    const bench::People people{bench::Load{}.seed};
    int missing = 0;
    for (const auto number : thanked) missing += table.contains(people.email(number)) ? 0 : 1;
    int doubled = 0;
    for (const auto& [email, count] : table) doubled += count > 1 ? 1 : 0;
    EXPECT_EQ(missing, 0) << "of " << thanked.size() << " who were thanked";
    EXPECT_EQ(doubled, 0) << "of " << table.size() << " addresses";
}

// Only thanks, and being asked to come again: nothing half-said.
inline void expect_clear_answers(const bench::LoadReport& report) {
    for (const auto& [status, count] : report.statuses)
        EXPECT_TRUE(status == 303 || status == 503) << count << " answers with status " << status;
}

}  // namespace crash
