// fuzz/budget_file_fuzz.cpp - budgets and rubrics from anybody's text editor: read or refused, and what was read is
// written so that it reads back.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "features/fairness_test/document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    if (const auto budget = fairness_test::read_budget(text)) {
        const auto again = fairness_test::read_budget(fairness_test::write_budget(*budget));
        CHECK(again && *again == *budget);
    }
    if (const auto rubric = fairness_test::read_rubric(text)) {
        const auto again = fairness_test::read_rubric(fairness_test::write_rubric(*rubric));
        CHECK(again && *again == *rubric);
    }
    return 0;
}
