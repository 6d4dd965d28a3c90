#include "features/presentations/hold_store.h"

#include <set>

namespace presentations::store {
namespace {

constexpr std::int64_t kLongestHours = 12;  // nothing that is held takes longer

using HoldId = base::Id<struct HoldTag>;
const db::Command<void(HoldId, PresentationId, Holder, ChampionId, base::Instant, base::Instant, Format)> kTake{R"sql(
    insert into champion_hold (id, holder_id, holder, champion_id, starts_at, ends_at, format)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict do nothing
)sql"};
const db::Command<void(PresentationId)> kRelease{"delete from champion_hold where holder_id = $1"};

// What is held takes at most some hours, so that the index by start is of use.
const db::Query<ports::BookedTime(base::Instant, base::Instant, base::Instant)> kHolds{
    R"sql(
    select champion_id, starts_at, ends_at, format from champion_hold
    where starts_at < $2 and starts_at > $3 and ends_at > $1 order by champion_id, starts_at
)sql",
    [](const db::Row& row) {
        return ports::BookedTime{
            row.as<ChampionId>(0), {row.as<base::Instant>(1), row.as<base::Instant>(2)}, row.as<Format>(3)};
    }};
const db::Query<PresentationId(PresentationId)> kHolding{"select holder_id from champion_hold where holder_id = $1",
                                                         [](const db::Row& row) { return row.as<PresentationId>(0); }};
const db::Query<Hold()> kAllHolds{
    R"sql(
    select holder_id, champion_id, starts_at, ends_at, holder, format from champion_hold
    order by champion_id, starts_at
)sql",
    db::columns<Hold, PresentationId, ChampionId, base::Instant, base::Instant, Holder, Format>};

}  // namespace

Changed take(db::Write& write, const Hold& hold) {
    const auto rows = write.run(kTake, write.new_id<HoldId>(), hold.presentation, hold.holder, hold.champion,
                                hold.starts_at, hold.ends_at, hold.format);
    return rows == 0 ? Changed::no : Changed::yes;
}

void release(db::Write& write, PresentationId id) { write.run(kRelease, id); }

std::vector<ports::BookedTime> holds(db::Read& read, std::span<const ChampionId> champions,
                                     const ports::TimeSpan& span) {
    const std::set<ChampionId> wanted{champions.begin(), champions.end()};
    auto found = read.all(kHolds, span.begin, span.end, span.begin - base::hours(kLongestHours));
    std::erase_if(found, [&](const ports::BookedTime& each) { return !wanted.contains(each.champion); });
    return found;
}

bool is_holding(db::Read& read, PresentationId id) { return read.one(kHolding, id).has_value(); }

std::vector<Hold> all_holds(db::Read& read) { return read.all(kAllHolds); }

}  // namespace presentations::store
