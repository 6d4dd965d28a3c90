// bench/jobs_lost_bench.cpp - how fast the jobs-lost model answers and how long it takes to be ready.
// bench/jobs_lost.sh runs it beside numpy on the same matrices.
//
// The matrix is made by a rule that jobs_lost_numpy.py follows too: sectors in blocks of 240 (regions); each sector
// buys of all sectors of its own region and of one in 16 of the others; columns are scaled so that 60 % of output is
// inputs.
#include <cstdint>
#include <cstdio>
#include <optional>
#include <vector>

#include <benchmark/benchmark.h>

#include "models/jobs_lost/estimate.h"
#include "models/jobs_lost/leontief.h"
#include "models/jobs_lost/location_quotients.h"
#include "models/jobs_lost/shipped_data.h"

namespace {

using namespace jobs_lost;

constexpr std::size_t kIndustries = 240;
constexpr std::size_t kRegions = 13;

// A number below 1 from two indices, the same in every language: no generator, no state.
double part_of(std::uint64_t i, std::uint64_t j) {
    return static_cast<double>((i * 7919 + j * 104729 + i * j * 31) % 1009) / 1009.0;
}

Grid made_up_table(std::size_t regions) {
    const std::size_t size = regions * kIndustries;
    Grid table{{size, size}};
    for (std::size_t j = 0; j < size; ++j) {
        double sum = 0.0;
        for (std::size_t i = 0; i < size; ++i) {
            const bool is_home = i / kIndustries == j / kIndustries;
            if (!is_home && (i + j) % 16 != 0) continue;
            table[{i, j}] = part_of(i, j) * (is_home ? 1.0 : 0.3);
            sum += table[{i, j}];
        }
        for (std::size_t i = 0; i < size; ++i) table[{i, j}] *= 0.6 / sum;
    }
    return table;
}

std::vector<double> made_up_factor(std::size_t size) {
    std::vector<double> factor;
    for (std::size_t i = 0; i < size; ++i) factor.push_back(part_of(i, 1));
    return factor;
}

// One visitor's question, whole: validation, prices, bridge, spread over industries, years, working.
void answer(benchmark::State& state, const char* function) {
    const auto& economies = shipped_economies();
    Cut cut{.function = function, .amount = Dollars{100e6}};
    int turn = 0;
    for (auto step : state) {
        cut.jurisdiction = kJurisdictions[static_cast<std::size_t>(++turn % 10)];
        std::get<Dollars>(cut.amount).amount = 100e6 + turn;
        benchmark::DoNotOptimize(estimate_jobs_lost(cut, economies));
    }
}
BENCHMARK_CAPTURE(answer, hospitals, "hospitals")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(answer, all_services, "all")->Unit(benchmark::kMicrosecond);

// What a start costs: the packs read, and ten provinces made of them.
void ready_from_shipped_figures(benchmark::State& state) {
    for (auto step : state) benchmark::DoNotOptimize(Economies::built_from(shipped_observations()));
}
BENCHMARK(ready_from_shipped_figures)->Unit(benchmark::kMillisecond);

// Thirteen regions of 240 industries, each from the national table by location quotients, factorised, three
// multipliers.
void thirteen_regions_of_240_industries(benchmark::State& state) {
    const Grid national = made_up_table(1);
    const std::vector<double> factor = made_up_factor(kIndustries);
    for (auto step : state)
        for (std::size_t region = 0; region < kRegions; ++region) {
            RegionalWeights weights{std::vector<double>(kIndustries, 0.8 + 0.03 * static_cast<double>(region)),
                                    std::vector<Traded>(kIndustries, Traded::between_provinces), 1.0 / 13.0, 0.25};
            const auto leontief = Leontief::of(regional_coefficients(national, weights));
            for (int i = 0; i < 3; ++i) benchmark::DoNotOptimize(leontief->multipliers(factor));
        }
}
BENCHMARK(thirteen_regions_of_240_industries)->Unit(benchmark::kMillisecond);

// All thirteen as one matrix of 3120: only where trade between all provinces is modelled at once.
void one_matrix(benchmark::State& state) {
    const Grid table = made_up_table(static_cast<std::size_t>(state.range(0)));
    for (auto step : state) benchmark::DoNotOptimize(Leontief::of(table));
}
BENCHMARK(one_matrix)->Arg(1)->Arg(13)->Unit(benchmark::kMillisecond);

void multipliers_once_factorised(benchmark::State& state) {
    const Grid table = made_up_table(static_cast<std::size_t>(state.range(0)));
    const auto leontief = Leontief::of(table);
    const std::vector<double> factor = made_up_factor(table.rows());
    double first = 0.0;
    for (auto step : state) first = leontief->multipliers(factor).front();
    state.counters["first_multiplier"] = first;
}
BENCHMARK(multipliers_once_factorised)->Arg(1)->Arg(13)->Unit(benchmark::kMillisecond);

}  // namespace
