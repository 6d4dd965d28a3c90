// The estimates of whole provinces against a second program that reads the same packs and goes another way.
#include "models/jobs_lost/economy_builder.h"

#include <cstdio>
#include <sstream>

#include <gtest/gtest.h>

#include "models/jobs_lost/shipped_data.h"

namespace jobs_lost {
namespace {

std::string output_of(const std::string& command) {
    std::string text;
    FILE* pipe = popen(command.c_str(), "r");
    if (!pipe) return text;
    char buffer[4096];
    for (std::size_t size; (size = fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, size);
    EXPECT_EQ(pclose(pipe), 0) << command;
    return text;
}

// Ontario's figures as they are printed, as if they were exact: the second program knows no unrounding.
Observations with_printed_figures() {
    Observations all = shipped_observations();
    for (auto& row : all.multipliers) {
        row.decimals = 9;
        row.simple = row.total = row.type1 = row.type2 = std::nullopt;
    }
    return all;
}

TEST(EstimatedProvinces, AgreeWithASecondProgram) {
    const Observations observations = with_printed_figures();
    const auto economies = Economies::built_from(observations);
    std::istringstream answer{
        output_of("python3 " SOURCE_DIR "/src/models/jobs_lost/regional_program.py " SOURCE_DIR "/data NL QC AB")};
    double spent = 0.0;
    answer >> spent;
    EXPECT_NEAR(foundations_of(observations).share_of_pay_spent, spent, 1e-8);
    std::string place, code;
    double indirect = 0.0, induced = 0.0;
    int compared = 0;
    while (answer >> place >> code >> indirect >> induced) {
        const auto* industry = economies.find(*jurisdiction_of(place))->industry(code);
        ASSERT_NE(industry, nullptr) << code;
        EXPECT_NEAR(industry->jobs.indirect, indirect, 1e-7) << place << " " << code;
        EXPECT_NEAR(industry->jobs.induced, induced, 1e-6) << place << " " << code;
        ++compared;
    }
    EXPECT_EQ(compared, 3 * 31);
}

}  // namespace
}  // namespace jobs_lost
