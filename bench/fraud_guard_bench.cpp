// bench/fraud_guard_bench.cpp - what a sign-on costs the fraud guard, on one thread and on two.
//
//     ninja -C build/release bench_fraud_guard_bench && build/release/bench_fraud_guard_bench
//
// The sign-ons are those of tests/support/made_up_burst.h, over and over, an hour later each time. The lists hold 300
// networks, 200 patterns and 1,000 addresses.
#include <benchmark/benchmark.h>

#include "../tests/support/made_up_burst.h"
#include "features/fraud_guard/guard_service.h"

namespace {

constexpr base::Instant kBegin{1'800'000'000'000'000};

struct Prepared {
    base::EmailAddress email;
    http::ClientAddress client;
    test_support::MadeUpSignOn made;
};

const std::vector<Prepared>& burst() {
    static const std::vector<Prepared> kAll = [] {
        std::vector<Prepared> all;
        for (auto& each : test_support::BurstMaker{1, kBegin, {"mailinator.com", "0-mail.com"}}.make())
            all.push_back({*base::EmailAddress::parse(each.email), *http::ClientAddress::parse(each.network), each});
        return all;
    }();
    return kAll;
}

fraud_guard::Policy policy() {
    fraud_guard::Policy policy;
    for (int i = 0; i < 300; ++i)
        policy.lists.block.add({fraud_guard::PatternKind::network,
                                "10." + std::to_string(i % 250) + ".0.0/" + std::to_string(16 + i % 8)});
    for (int i = 0; i < 200; ++i)
        policy.lists.block.add({fraud_guard::PatternKind::domain, "*.spam" + std::to_string(i) + ".example"});
    for (int i = 0; i < 1'000; ++i)
        policy.lists.watch.add({fraud_guard::PatternKind::address, "box" + std::to_string(i) + "@mail.example"});
    return policy;
}

ports::SignOnFacts facts_of(const Prepared& each, base::Instant at) {
    return {.slug = "library",
            .email = each.email,
            .address_hash = 0,
            .given_name = each.made.given_name,
            .family_name = each.made.family_name,
            .country = each.made.country,
            .postal_code = each.made.postal_code,
            .place = "",
            .comment = each.made.comment,
            .client = each.client,
            .trusted = ports::FromTrustedNetwork::no,
            .trap = ports::TrapFilled::no,
            .dwell = each.made.dwell,
            .proof = "",
            .at = at};
}

void judge(benchmark::State& state) {
    static fraud_guard::Guard guard{fraud_guard::PuzzleKey{"key"}, policy()};
    const auto& all = burst();
    std::size_t i = static_cast<std::size_t>(state.thread_index()) * all.size() / 2;
    std::int64_t round = 0, flagged = 0;
    for (auto _ : state) {
        const Prepared& each = all[i % all.size()];
        const auto judgement = guard.judge(facts_of(each, each.made.at + base::hours(round)));
        flagged += judgement.score >= 40 ? 1 : 0;
        if (++i % all.size() == 0) {
            ++round;
            guard.tend(kBegin + base::hours(round));
        }
    }
    state.SetItemsProcessed(state.iterations());
    state.counters["flagged"] = static_cast<double>(flagged) / static_cast<double>(state.iterations());
}
BENCHMARK(judge)->Threads(1)->Threads(2)->UseRealTime();

void judge_with_a_proof(benchmark::State& state) {
    auto policy_under_pressure = policy();
    policy_under_pressure.pressure.mode = fraud_guard::PressureMode::on;
    fraud_guard::Guard guard{fraud_guard::PuzzleKey{"key"}, policy_under_pressure};
    auto random = runtime::Random::seeded(1);
    const auto& all = burst();
    std::vector<std::string> proofs;
    for (int i = 0; i < 1'000; ++i) {
        const auto puzzle = fraud_guard::make_puzzle(guard.key(), {kBegin, 3}, random);
        proofs.push_back(fraud_guard::payload_of(puzzle, *fraud_guard::solve(puzzle)));
    }
    std::size_t i = 0;
    for (auto _ : state) {
        auto facts = facts_of(all[i % all.size()], kBegin + base::seconds(1));
        facts.proof = proofs[i++ % proofs.size()];
        benchmark::DoNotOptimize(guard.judge(facts));
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(judge_with_a_proof);

}  // namespace
