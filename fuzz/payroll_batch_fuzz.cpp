// fuzz/payroll_batch_fuzz.cpp - any bytes as a payroll file: refused with places, or every line answered.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.h"
#include "models/budget_fairness/tax/payroll_batch.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view rest{reinterpret_cast<const char*>(data), size};
    std::size_t lines = 0;
    const auto faults = budget_fairness::run_payroll(
        [&rest](std::span<char> buffer) {
            const auto taken = rest.copy(buffer.data(), buffer.size());
            rest.remove_prefix(taken);
            return taken;
        },
        [&lines](std::string_view line) {
            CHECK(line.ends_with('\n'));
            ++lines;
        });
    CHECK(!faults.empty() || lines > 0);
    CHECK(faults.size() <= budget_fairness::kMostBatchFaults + 1);
    for (const auto& fault : faults) CHECK(!budget_fairness::text_of(fault).empty());
    return 0;
}
