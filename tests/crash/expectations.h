// tests/crash/expectations.h - what must be true after whatever happened.
#pragma once
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/crash/server_process.h"

namespace crash {

inline void seed_demo(const Installation& installation) { ASSERT_EQ(run("seed demo", installation).code, 0); }

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
