#include "features/petition_record/store.h"

#include <map>
#include <tuple>

namespace petition_record::store {
namespace {

using ports::PetitionId;
using ports::SignerClass;

const db::Command<void(PetitionId, SignerClass, std::int64_t, int, std::int64_t)> kStepDay{R"sql(
    insert into count_day (petition_id, class, day, lane, counted) values ($1, $2, $3, $4, $5)
    on conflict (petition_id, class, day, lane) do update set counted = count_day.counted + excluded.counted
)sql"};

const db::Command<void(PetitionId, SignerClass, std::string_view, int, std::int64_t)> kStepRegion{R"sql(
    insert into count_region (petition_id, class, region, lane, counted) values ($1, $2, $3, $4, $5)
    on conflict (petition_id, class, region, lane) do update set counted = count_region.counted + excluded.counted
)sql"};

const db::Query<DayCount(PetitionId, SignerClass)> kDays{
    R"sql(
    select day, sum(counted) from count_day where petition_id = $1 and class = $2
    group by day having sum(counted) <> 0 order by day
)sql",
    [](const db::Row& row) { return DayCount{{row.integer(0)}, row.integer(1)}; }};

const db::Query<RegionCount(PetitionId, SignerClass)> kRegions{R"sql(
    select region, sum(counted) from count_region where petition_id = $1 and class = $2
    group by region having sum(counted) <> 0 order by sum(counted) desc, region
)sql",
                                                               db::columns<RegionCount, std::string, std::int64_t>};

const db::Query<Sums()> kSums{R"sql(
    select petition_id, class, sum(counted),
           (select coalesce(sum(region.counted), 0) from count_region as region
            where region.petition_id = count_day.petition_id and region.class = count_day.class)
    from count_day group by petition_id, class order by petition_id, class
)sql",
                              db::columns<Sums, PetitionId, SignerClass, std::int64_t, std::int64_t>};

}  // namespace

void count_steps(db::Write& write, std::span<const ports::CountChange> changes) {
    std::map<std::tuple<PetitionId, SignerClass, std::int64_t>, std::int64_t> by_day;
    std::map<std::tuple<PetitionId, SignerClass, std::string_view>, std::int64_t> by_region;
    for (const ports::CountChange& change : changes) {
        const int step = ports::sign_of(change.step);
        by_day[{change.petition, change.signer_class, day_of(change.first_counted_at).number}] += step;
        by_region[{change.petition, change.signer_class, change.region}] += step;
    }
    for (const auto& [key, step] : by_day)
        write.run(kStepDay, std::get<0>(key), std::get<1>(key), std::get<2>(key), write.lane(), step);
    for (const auto& [key, step] : by_region)
        write.run(kStepRegion, std::get<0>(key), std::get<1>(key), std::get<2>(key), write.lane(), step);
}

std::vector<DayCount> days(db::Read& read, const Whose& whose) {
    return read.all(kDays, whose.petition, whose.signer_class);
}

std::vector<RegionCount> regions(db::Read& read, const Whose& whose) {
    return read.all(kRegions, whose.petition, whose.signer_class);
}

std::vector<Sums> sums(db::Read& read) { return read.all(kSums); }

}  // namespace petition_record::store
