// bench/fairness_bench.cpp - how fast budgets are simulated on a million persons. bench/fairness.sh runs it beside a
// vectorised numpy calculation.
//
// A person-year is one adult under one law; children are not counted, baseline and reform both are.
#include <algorithm>
#include <chrono>
#include <ctime>
#include <memory>
#include <thread>
#include <vector>

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include "models/budget_fairness/engine/alignment.h"
#include "models/budget_fairness/engine/laboratory.h"
#include "models/budget_fairness/engine/simulation.h"

namespace {

namespace fair = budget_fairness;
using Clock = std::chrono::steady_clock;

constexpr int kYear = 2024;
constexpr std::size_t kAdults = 785'000;  // with their children a million persons
constexpr std::size_t kSampleAdults = 40'000;

double milliseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

const fair::RulesByPlace& rules() {
    static const auto found = *fair::rules_by_place(fair::shipped_law_book(), kYear);
    return found;
}

// What visitors change: a different rate for each.
fair::RulesByPlace reform(int visitor) {
    auto changed = rules();
    for (const auto place : fair::provinces_and_territories())
        changed.at(place).federal.brackets.rate[0] += 0.0001 * (visitor + 1);
    return changed;
}

std::shared_ptr<const fair::Simulation> simulation_of(std::size_t adults) {
    auto people =
        std::make_shared<const fair::Population>(fair::population_under(rules(), {.year = kYear, .adults = adults}));
    return std::make_shared<const fair::Simulation>(people, rules(), fair::Threads{2});
}

std::shared_ptr<const fair::Simulation> full() {
    static const auto made = simulation_of(kAdults);
    return made;
}

std::shared_ptr<const fair::Simulation> sample() {
    static const auto made = simulation_of(kSampleAdults);
    return made;
}

// Person-years a second, and for each second of processor time of all threads: the latter says what a core does even
// where other programs take the cores away.
void count_person_years(benchmark::State& state, std::int64_t laws, std::clock_t start) {
    const auto adults = static_cast<std::int64_t>(full()->population().adults());
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    state.counters["per_core"] = static_cast<double>(state.iterations() * adults * laws) / seconds;
    state.counters["person_years"] =
        benchmark::Counter(static_cast<double>(state.iterations() * adults * laws), benchmark::Counter::kIsRate);
}

void taxes_and_contributions(benchmark::State& state) {
    const auto changed = reform(1);
    const fair::Threads threads{static_cast<unsigned>(state.range(0))};
    full();
    const auto start = std::clock();
    for (auto step : state) benchmark::DoNotOptimize(full()->compare_both(changed, threads, fair::Benefits::left_out));
    count_person_years(state, 2, start);
}
BENCHMARK(taxes_and_contributions)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond)->MinTime(2);

void taxes_and_benefits(benchmark::State& state) {
    const auto changed = reform(1);
    const fair::Threads threads{static_cast<unsigned>(state.range(0))};
    full();
    const auto start = std::clock();
    for (auto step : state) benchmark::DoNotOptimize(full()->compare_both(changed, threads));
    count_person_years(state, 2, start);
}
BENCHMARK(taxes_and_benefits)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond)->MinTime(2);

// The kernel alone, nothing added up: taxes and contributions of everybody.
void kernel_alone(benchmark::State& state) {
    const auto& people = full()->population();
    std::vector<fair::Kernel> kernels;
    for (const auto& block : people.blocks)
        kernels.emplace_back(rules().at(block.jurisdiction), fair::Benefits::left_out);
    const auto columns = std::make_unique<fair::RunColumns>();
    const auto start = std::clock();
    for (auto step : state) {
        for (std::size_t i = 0; i < people.blocks.size(); ++i) {
            const auto& block = people.blocks[i];
            for (auto begin = block.begin; begin < block.end; begin += fair::kRun)
                kernels[i].assess({&people, &block, begin, std::min<std::uint32_t>(fair::kRun, block.end - begin)},
                                  *columns);
        }
        benchmark::DoNotOptimize(*columns);
    }
    count_person_years(state, 1, start);
    state.SetLabel(fair::vector_instructions());
}
BENCHMARK(kernel_alone)->Unit(benchmark::kMillisecond)->MinTime(2);

double percentile(std::vector<double> times, double portion) {
    std::ranges::sort(times);
    return times[static_cast<std::size_t>(portion * static_cast<double>(times.size() - 1))];
}

// One visitor after another, each with a change nobody asked about before, on one core (the other is for sign-ons).
void one_visitors_change(benchmark::State& state) {
    fair::Laboratory laboratory{full(), sample(), {.threads = fair::Threads{1}}};
    std::vector<double> times;
    int visitor = 0;
    for (auto step : state) {
        const auto start = Clock::now();
        benchmark::DoNotOptimize(laboratory.full(reform(++visitor)));
        times.push_back(milliseconds_since(start));
    }
    state.counters["p50_ms"] = percentile(times, 0.5);
    state.counters["p95_ms"] = percentile(times, 0.95);
}
BENCHMARK(one_visitors_change)->UseRealTime()->Unit(benchmark::kMillisecond)->Iterations(100);

// Is this what the calculation says that remembers nothing and asks for nobody else? To the last digit.
bool is_right(const fair::Answer& answer, const fair::RulesByPlace& changed) {
    const auto alone = full()->compare(changed, fair::Threads{1});
    return !answer->is_sample && answer->revenue_gained() == alone.revenue_gained() &&
           answer->reform.taxes.gini_after == alone.reform.taxes.gini_after && answer->revenue_gained() > 0;
}

// Fifty at once; what the slowest waited for the first answer, from the sample, and for the full one. Every full answer
// is worked out again afterwards and compared.
void fifty_visitors_at_once(benchmark::State& state) {
    double slowest_sample = 0, slowest_full = 0, right = 0;
    int round = 0;
    for (auto step : state) {
        fair::Laboratory laboratory{full(), sample(), {.threads = fair::Threads{1}, .calculations = 1}};
        std::vector<double> waited(100);
        std::vector<fair::Answer> answers(50);
        std::vector<std::jthread> visitors;
        ++round;
        for (int i = 0; i < 50; ++i)
            visitors.emplace_back([&, i] {
                const auto changed = reform(1'000 * round + i);
                auto start = Clock::now();
                benchmark::DoNotOptimize(laboratory.quick(changed));
                waited[i] = milliseconds_since(start);
                start = Clock::now();
                answers[i] = laboratory.full(changed);
                waited[50 + i] = milliseconds_since(start);
            });
        visitors.clear();
        for (int i = 0; i < 50; ++i) right += is_right(answers[i], reform(1'000 * round + i)) ? 1 : 0;
        slowest_sample = std::max(slowest_sample, *std::max_element(waited.begin(), waited.begin() + 50));
        slowest_full = std::max(slowest_full, *std::max_element(waited.begin() + 50, waited.end()));
    }
    state.counters["sample_ms"] = slowest_sample;
    state.counters["full_ms"] = slowest_full;
    state.counters["right_of_150"] = right;
    if (right < 50 * round) state.SkipWithError("an answer differs from the calculation alone");
}
BENCHMARK(fifty_visitors_at_once)->UseRealTime()->Unit(benchmark::kMillisecond)->Iterations(3);

// Reading and writing as much as the machine can: a = b + c over arrays far larger than the caches.
void memory_bandwidth(benchmark::State& state) {
    constexpr std::size_t kCount = std::size_t{1} << 24;
    std::vector<double> a(kCount), b(kCount, 1), c(kCount, 2);
    for (auto step : state) {
        for (std::size_t i = 0; i < kCount; ++i) a[i] = b[i] + c[i];
        benchmark::DoNotOptimize(a.data());
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * 3 * kCount * sizeof(double)));
}
BENCHMARK(memory_bandwidth)->Unit(benchmark::kMillisecond);

// How much memory a million persons take: what the columns hold, and the most that the process ever held. Runs last.
void memory(benchmark::State& state) {
    for (auto step : state) benchmark::DoNotOptimize(full()->bytes());
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    state.counters["persons"] = static_cast<double>(full()->population().persons());
    state.counters["held_MB"] = static_cast<double>(full()->bytes()) / 1e6;
    state.counters["peak_MB"] = static_cast<double>(usage.ru_maxrss) / 1e3;
}
BENCHMARK(memory)->Iterations(1);

}  // namespace
