// fuzz/microdata_fuzz.cpp - any bytes as somebody's families: faults that are told with their lines, or a population
// that can be simulated.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "base/check.h"
#include "models/budget_fairness/engine/kernel.h"
#include "models/budget_fairness/population/microdata.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view left{reinterpret_cast<const char*>(data), size};
    const auto source = [&left](std::span<char> buffer) {
        const auto count = left.copy(buffer.data(), buffer.size());
        left.remove_prefix(count);
        return count;
    };
    const auto population =
        budget_fairness::read_microdata(source, {2024, "any bytes"}, {.families = 500, .faults = 20});
    if (!population) {
        CHECK(!population.error().empty() && population.error().size() <= 40);
        for (const auto& fault : population.error()) CHECK(!text_of(fault).empty());
        return 0;
    }
    CHECK(population->adults() > 0 && population->families() % budget_fairness::kFamiliesPerStep == 0);
    const auto columns = std::make_unique<budget_fairness::RunColumns>();
    const budget_fairness::Kernel kernel{budget_fairness::RuleSet{}};
    for (const auto& block : population->blocks) {
        kernel.assess({&*population, &block, block.begin, budget_fairness::kFamiliesPerStep}, *columns);
        for (std::size_t i = 0; i < budget_fairness::kFamiliesPerStep; ++i)
            CHECK(std::isfinite(columns->disposable[i]));
    }
    return 0;
}
