// bench/count_proof_speed.cpp - the log of a count with many entries: how long receipts and a rebuild take.
//
//     bench_count_proof_speed DATABASE ENTRIES RECEIPTS
//
// DATABASE is an empty one of its own ("sqlite:PATH" or "postgres://..."). Made-up confirmations go through the same
// code as those of the site. Every receipt is verified, and one signature in a thousand withdraws. Prints milliseconds.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "features/count_proof/audit_service.h"
#include "features/count_proof/log_service.h"
#include "features/count_proof/proof_service.h"
#include "features/count_proof/store.h"
#include "platform/runtime/progress.h"

namespace {

using Clock = std::chrono::steady_clock;

constexpr base::Instant kNow{1'800'000'000'000'000};  // 2027-01-15
constexpr std::int64_t kStep = 20'000;                // entries a transaction
constexpr ports::PetitionId kPetition{71};

double milliseconds_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

std::vector<ports::CountChange> changes(std::int64_t first, std::int64_t count, ports::CountStep step) {
    const std::int64_t stride = step == ports::CountStep::withdrawn ? 1'000 : 1;
    std::vector<ports::CountChange> made;
    for (std::int64_t i = first; i < first + count; i += stride)
        made.push_back({.petition = kPetition,
                        .signer_class = ports::SignerClass::individual,
                        .signature = ports::SignatureId{i},
                        .step = step,
                        .at = kNow,
                        .first_counted_at = kNow});
    return made;
}

void fill(db::Database& database, std::int64_t entries) {
    runtime::Progress bar{"Entering", entries};
    database.write([](db::Write& write) { count_proof::start(write, "bench.example/count-proof"); });
    for (std::int64_t first = 1; first <= entries; first += kStep) {
        const std::int64_t count = std::min(kStep, entries - first + 1);
        for (const auto step : {ports::CountStep::confirmed, ports::CountStep::withdrawn})
            database.write([&](db::Write& write) { count_proof::store::enter(write, changes(first, count, step)); });
        while (database.write([](db::Write& write) { return count_proof::extend(write, kStep); }) > 0) {
        }
        bar.advance(count);
    }
    database.write([](db::Write& write) {
        count_proof::sign_head(write, [](db::Read&, ports::PetitionId) { return std::string{"bench"}; });
    });
}

struct Receipts {
    std::vector<double> milliseconds;
    std::int64_t wrong = 0;
};

Receipts make_receipts(db::Database& database, std::int64_t entries, std::int64_t count) {
    std::mt19937_64 random{1};
    Receipts receipts;
    for (std::int64_t i = 0; i < count; ++i) {
        std::int64_t signature = 1 + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(entries));
        if (signature % 1'000 == 1) ++signature;  // those withdrew
        const auto begin = Clock::now();
        const auto receipt = database.read(
            [&](db::Read& read) { return count_proof::receipt_of(read, ports::SignatureId{signature}, kNow); });
        receipts.milliseconds.push_back(milliseconds_since(begin));
        if (signature > entries) continue;
        if (!receipt || receipt->steps.empty() || !count_proof::verify(*receipt, {})) ++receipts.wrong;
    }
    std::ranges::sort(receipts.milliseconds);
    return receipts;
}

int run(const std::string& url, std::int64_t entries, std::int64_t count) {
    db::Database database{{.location = db::Location::parse(url)}};
    auto begin = Clock::now();
    fill(database, entries);
    std::printf("entered and placed     %9.0f ms\n", milliseconds_since(begin));
    const Receipts receipts = make_receipts(database, entries, count);
    const auto at = [&](double share) {
        const auto last = static_cast<double>(receipts.milliseconds.size() - 1);
        return receipts.milliseconds[static_cast<std::size_t>(share * last)];
    };
    std::printf("a receipt              p50 %.3f  p99 %.3f  most %.3f ms; %zu made, %lld wrong\n", at(0.5), at(0.99),
                at(1), receipts.milliseconds.size(), static_cast<long long>(receipts.wrong));
    begin = Clock::now();
    const std::int64_t rebuilt = count_proof::rebuild(database);
    std::printf("rebuilt from %9lld %9.0f ms\n", static_cast<long long>(rebuilt), milliseconds_since(begin));
    begin = Clock::now();
    const auto problems = database.read([](db::Read& read) { return count_proof::problems_of_log(read); });
    std::printf("counted anew           %9.0f ms; %zu problems\n", milliseconds_since(begin), problems.size());
    return receipts.wrong == 0 && problems.empty() ? 0 : 1;
}

}  // namespace

int main(int argument_count, char** arguments) {
    if (argument_count != 4) {
        std::fprintf(stderr, "bench_count_proof_speed DATABASE ENTRIES RECEIPTS\n");
        return 2;
    }
    return run(arguments[1], std::atoll(arguments[2]), std::atoll(arguments[3]));
}
