// Adds families up, several in one instruction: what each has is worked out in columns, turned into rows, and the rows
// are added to the sums of their groups. Compiled for several instruction sets, like the kernel.

#include "models/budget_fairness/engine/tally.h"

// With sanitizers each instruction set takes long to compile: there, the oldest and the usual one must do.
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3 | HWY_AVX3_DL)
#else
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_AVX3_DL)
#endif
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "models/budget_fairness/engine/count.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace budget_fairness::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using Tag = hn::CappedTag<double, kFamiliesPerStep>;
using V = hn::Vec<Tag>;
constexpr Tag kLanes;
using Four = hn::CappedTag<double, 4>;
constexpr Four kFour;

// So many families at a time that all of this stays in the nearest memory.
constexpr std::size_t kChunk = 64;

// Rows of four numbers each, as SumRow and IncomeClasses::Sums have them.
struct alignas(64) Rows {
    double head[2][kChunk * 4];
    double spouse[2][kChunk * 4];
    double verdicts[kChunk * 2];
    double gross[kChunk * 4];
    double market[kChunk * 4];
    double net[kChunk * 4];
    std::int32_t gross_class[kChunk];
    std::int32_t market_class[kChunk];
    std::int32_t net_class[kChunk];
};

HWY_INLINE V all(double value) { return hn::Set(kLanes, value); }
HWY_INLINE V load(const Column& column, std::size_t i) { return hn::LoadU(kLanes, column.data() + i); }
HWY_INLINE V load(const std::vector<float>& column, std::size_t at) {
    return hn::PromoteTo(kLanes, hn::LoadU(hn::Rebind<float, Tag>(), column.data() + at));
}

// What an adult has: dollars, and what of them is income before taxes, taxes, benefits, and what is left.
struct Amounts {
    V income, federal_tax, provincial_tax, contributions, benefits, sales_tax;
    V taxes() const { return hn::Add(hn::Add(federal_tax, provincial_tax), contributions); }
    V disposable() const { return hn::Sub(income, taxes()); }
};

// What a family has together, as far as one adult's share goes.
struct Shared {
    V benefits, sales_tax;
};

HWY_INLINE Amounts amounts_of(const Adults& adults, const AdultColumns& columns, const Shared& shared, std::size_t at,
                              std::size_t i) {
    const V unknown = hn::Sub(load(adults[Amount::exempt], at), load(adults[Amount::adjustment], at));
    const V own = hn::Sub(load(columns.total_income, i), load(columns.old_age_recovery, i));
    return {hn::Add(hn::Add(own, unknown), shared.benefits),
            load(columns.federal_tax, i),
            load(columns.provincial_tax, i),
            load(columns.contributions, i),
            hn::Add(shared.benefits, load(columns.old_age_security, i)),
            shared.sales_tax};
}

HWY_INLINE Amounts sum(const Amounts& a, const Amounts& b) {
    return {hn::Add(a.income, b.income),
            hn::Add(a.federal_tax, b.federal_tax),
            hn::Add(a.provincial_tax, b.provincial_tax),
            hn::Add(a.contributions, b.contributions),
            hn::Add(a.benefits, b.benefits),
            hn::Add(a.sales_tax, b.sales_tax)};
}

HWY_INLINE void store_rows(const Amounts& amounts, V weight, double (&rows)[2][kChunk * 4], std::size_t j) {
    const auto weighted = [weight](V value) HWY_ATTR { return hn::Mul(weight, value); };
    hn::StoreInterleaved4(weighted(amounts.income), weighted(amounts.federal_tax), weighted(amounts.provincial_tax),
                          weighted(amounts.contributions), kLanes, rows[0] + 4 * j);
    hn::StoreInterleaved4(weighted(amounts.benefits), weighted(amounts.sales_tax), weighted(amounts.disposable()),
                          weight, kLanes, rows[1] + 4 * j);
}

HWY_INLINE void store_class(V income, V tax, V persons, double* rows, std::int32_t* classes) {
    hn::StoreInterleaved4(persons, hn::Mul(persons, income), hn::Mul(persons, tax), hn::Zero(kLanes), kLanes, rows);
    const hn::Rebind<float, Tag> floats;
    const hn::RebindToSigned<decltype(floats)> whole;
    const auto bits = hn::ShiftRight<IncomeClasses::kShift>(hn::BitCast(whole, hn::DemoteTo(floats, income)));
    const auto found = hn::Sub(bits, hn::Set(whole, static_cast<std::int32_t>(IncomeClasses::kFirst)));
    const auto last = hn::Set(whole, static_cast<std::int32_t>(IncomeClasses::kCount - 1));
    hn::StoreU(hn::Min(hn::Max(found, hn::Zero(whole)), last), whole, classes);
}

// Works out a chunk's rows: families [i, i + count) of the run.
template <bool kHasSpouse>
void fill(const Run& run, const RunColumns& columns, const Beside& baseline, std::size_t i, std::size_t count,
          Rows& rows) {
    const auto& population = *run.population;
    const auto size = size_of(*run.block);
    const V scale = all(1 / kScale[size]);
    const V share = all(kHasSpouse ? 0.5 : 1);
    for (std::size_t j = 0; j < count; j += hn::Lanes(kLanes)) {
        const std::size_t at = run.begin + i + j;
        const V weight = load(population.weights, at);
        const V persons = hn::Mul(weight, all(static_cast<double>(size)));
        const Shared shared{hn::Mul(share, load(columns.benefits, i + j)),
                            hn::Mul(share, load(columns.sales_tax, i + j))};
        Amounts family = amounts_of(population.heads, columns.head, shared, at, i + j);
        store_rows(family, weight, rows.head, j);
        if constexpr (kHasSpouse) {
            const Amounts spouse = amounts_of(population.spouses, columns.spouse, shared, at, i + j);
            store_rows(spouse, weight, rows.spouse, j);
            family = sum(family, spouse);
        }
        const V disposable = family.disposable();
        const V change = hn::Sub(disposable, load(baseline.disposable, at));
        hn::StoreInterleaved2(hn::IfThenElseZero(hn::Gt(change, all(kNoticeable)), weight),
                              hn::IfThenElseZero(hn::Lt(change, all(-kNoticeable)), weight), kLanes,
                              rows.verdicts + 2 * j);
        const V income = hn::Mul(family.income, scale), taxes = hn::Mul(family.taxes(), scale);
        const V benefits = hn::Mul(family.benefits, scale);
        store_class(income, taxes, persons, rows.gross + 4 * j, rows.gross_class + j);
        store_class(hn::Sub(income, benefits), hn::Sub(taxes, benefits), persons, rows.market + 4 * j,
                    rows.market_class + j);
        store_class(hn::Mul(disposable, scale), hn::Zero(kLanes), persons, rows.net + 4 * j, rows.net_class + j);
    }
}

HWY_INLINE void add_four(const double* row, double* sums) {
    for (std::size_t k = 0; k < 4; k += hn::Lanes(kFour))
        hn::Store(hn::Add(hn::Load(kFour, sums + k), hn::Load(kFour, row + k)), kFour, sums + k);
}

HWY_INLINE void add_row(const double (&rows)[2][kChunk * 4], std::size_t j, SumRow& sums) {
    add_four(rows[0] + 4 * j, sums.of.data());
    add_four(rows[1] + 4 * j, sums.of.data() + 4);
}

HWY_INLINE void add_verdict(const Rows& rows, std::size_t j, SumRow& sums) {
    sums.of[SumRow::kWinners] += rows.verdicts[2 * j];
    sums.of[SumRow::kLosers] += rows.verdicts[2 * j + 1];
}

template <bool kHasSpouse>
void add_rows(const Rows& rows, const Memberships& groups, std::size_t at, std::size_t count, Tally& tally) {
    auto* gross = tally.gross.data();
    auto* market = tally.market.data();
    auto* net = tally.net.data();
    for (std::size_t j = 0; j < count; ++j) {
        auto& family = tally.of_block[groups.families[at + j]];
        auto& head = tally.of_adults[groups.heads[at + j]];
        add_row(rows.head, j, family);
        add_row(rows.head, j, head);
        add_verdict(rows, j, family);
        add_verdict(rows, j, head);
        if constexpr (kHasSpouse) {
            auto& spouse = tally.of_adults[groups.spouses[at + j]];
            add_row(rows.spouse, j, family);
            add_row(rows.spouse, j, spouse);
            add_verdict(rows, j, spouse);
        }
        add_four(rows.gross + 4 * j, &gross[rows.gross_class[j]].persons);
        add_four(rows.market + 4 * j, &market[rows.market_class[j]].persons);
        add_four(rows.net + 4 * j, &net[rows.net_class[j]].persons);
    }
}

template <bool kHasSpouse>
void count_chunks(const Run& run, const RunColumns& columns, const Beside& baseline, Tally& tally) {
    Rows rows;
    for (std::size_t i = 0; i < run.count; i += kChunk) {
        const std::size_t count = run.count - i < kChunk ? run.count - i : kChunk;
        fill<kHasSpouse>(run, columns, baseline, i, count, rows);
        add_rows<kHasSpouse>(rows, baseline.memberships, run.begin + i, count, tally);
    }
}

void count_run(const Run& run, const RunColumns& columns, const Beside& baseline, Tally& tally) {
    if (run.block->has_spouse)
        count_chunks<true>(run, columns, baseline, tally);
    else
        count_chunks<false>(run, columns, baseline, tally);
}

}  // namespace budget_fairness::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace budget_fairness {

HWY_EXPORT(count_run);

void count(const Run& run, const RunColumns& columns, const Beside& baseline, Tally& tally) {
    if (tally.block != run.block) tally.close();
    tally.block = run.block;
    HWY_DYNAMIC_DISPATCH(count_run)(run, columns, baseline, tally);
}

}  // namespace budget_fairness
#endif
