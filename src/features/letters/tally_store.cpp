#include "features/letters/tally_store.h"

#include <map>
#include <tuple>
#include <utility>

namespace letters::store {
namespace {

const db::BatchCommand<void(CampaignId, ports::RepresentativeId, std::int64_t, std::int64_t, std::int64_t, std::int64_t,
                            std::int64_t, std::int64_t, base::Instant, base::Instant)>
    kAddTally{
        "insert into letter_tally (campaign_id, representative_id, asked, delivered, bounced, printed, called,"
        " answered, first_at, last_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        " on conflict (campaign_id, representative_id) do update set asked = letter_tally.asked + excluded.asked,"
        " delivered = letter_tally.delivered + excluded.delivered, bounced = letter_tally.bounced + excluded.bounced,"
        " printed = letter_tally.printed + excluded.printed, called = letter_tally.called + excluded.called,"
        " answered = letter_tally.answered + excluded.answered, last_at = excluded.last_at"};

Tally read_tally(const db::Row& row) {
    return {.campaign = row.as<CampaignId>(0),
            .representative = row.as<ports::RepresentativeId>(1),
            .asked = row.integer(2),
            .delivered = row.integer(3),
            .bounced = row.integer(4),
            .printed = row.integer(5),
            .called = row.integer(6),
            .answered = row.integer(7),
            .first_at = row.as<base::Instant>(8),
            .last_at = row.as<base::Instant>(9)};
}

#define TALLY_COLUMNS                                                                                         \
    "select campaign_id, representative_id, asked, delivered, bounced, printed, called, answered, first_at, " \
    "last_at from letter_tally "
#define TALLY_SUMS                                                                                              \
    "cast(sum(asked) as bigint), cast(sum(delivered) as bigint), cast(sum(bounced) as bigint), "                \
    "cast(sum(printed) as bigint), cast(sum(called) as bigint), cast(sum(answered) as bigint), min(first_at), " \
    "max(last_at) from letter_tally "
const db::Query<Tally(CampaignId)> kTallies{
    TALLY_COLUMNS "where campaign_id = $1 order by asked desc, representative_id", read_tally};
const db::Query<Tally(ports::RepresentativeId)> kTalliesAbout{
    TALLY_COLUMNS "where representative_id = $1 order by campaign_id desc", read_tally};
const db::Query<Tally()> kSums{
    "select 0, representative_id, " TALLY_SUMS "group by representative_id order by representative_id", read_tally};
const db::Query<Tally(CampaignId)> kTotal{
    "select campaign_id, 0, " TALLY_SUMS "where campaign_id = $1 group by campaign_id", read_tally};
#undef TALLY_SUMS
#undef TALLY_COLUMNS

const db::Command<void(CampaignId, ports::RepresentativeId, CallOutcome, std::int64_t)> kCountCall{
    "insert into letter_call (campaign_id, representative_id, outcome, calls) values ($1, $2, $3, $4)"
    " on conflict (campaign_id, representative_id, outcome) do update set calls = letter_call.calls + excluded.calls"};
const db::Query<Calls(CampaignId)> kCalls{
    "select representative_id, outcome, calls from letter_call where campaign_id = $1"
    " order by representative_id, outcome",
    db::columns<Calls, ports::RepresentativeId, CallOutcome, std::int64_t>};

struct Recounted {
    CampaignId campaign;
    ports::RepresentativeId representative;
    std::int64_t delivered, bounced, answered;
};
const db::Query<Recounted()> kRecount{
    "select campaign_id, representative_id, cast(sum(case when state = 2 then 1 else 0 end) as bigint),"
    " cast(sum(case when state = 3 then 1 else 0 end) as bigint),"
    " cast(sum(case when answered_at is not null then 1 else 0 end) as bigint)"
    " from letter group by campaign_id, representative_id order by campaign_id, representative_id",
    db::columns<Recounted, CampaignId, ports::RepresentativeId, std::int64_t, std::int64_t, std::int64_t>};

}  // namespace

// In one order everywhere, so that two writers never wait for each other crosswise.
void add(db::Write& write, std::span<const Tally> steps) {
    std::map<std::pair<CampaignId, ports::RepresentativeId>, Tally> sums;
    for (const Tally& step : steps) {
        Tally& sum = sums[{step.campaign, step.representative}];
        sum.campaign = step.campaign;
        sum.representative = step.representative;
        sum.asked += step.asked;
        sum.delivered += step.delivered;
        sum.bounced += step.bounced;
        sum.printed += step.printed;
        sum.called += step.called;
        sum.answered += step.answered;
    }
    const auto now = write.now();
    write.run_batch(kAddTally, sums, [now](const auto& each) {
        const Tally& sum = each.second;
        return std::tuple{sum.campaign, sum.representative, sum.asked,    sum.delivered, sum.bounced,
                          sum.printed,  sum.called,         sum.answered, now,           now};
    });
}

std::vector<Tally> tallies(db::Read& read, CampaignId campaign) { return read.all(kTallies, campaign); }
std::vector<Tally> tallies_about(db::Read& read, ports::RepresentativeId representative) {
    return read.all(kTalliesAbout, representative);
}
std::vector<Tally> sums_by_representative(db::Read& read) { return read.all(kSums); }
Tally total(db::Read& read, CampaignId campaign) {
    return read.one(kTotal, campaign).value_or(Tally{.campaign = campaign});
}

void count_call(db::Write& write, CampaignId campaign, const Calls& call) {
    write.run(kCountCall, campaign, call.representative, call.outcome, call.calls);
    if (!asked(call.outcome)) return;
    const Tally step{
        .campaign = campaign, .representative = call.representative, .asked = call.calls, .called = call.calls};
    add(write, {&step, 1});
}

std::vector<Calls> calls(db::Read& read, CampaignId campaign) { return read.all(kCalls, campaign); }

std::vector<Tally> recount(db::Read& read) {
    std::vector<Tally> counted;
    for (const Recounted& each : read.all(kRecount))
        counted.push_back({.campaign = each.campaign,
                           .representative = each.representative,
                           .delivered = each.delivered,
                           .bounced = each.bounced,
                           .answered = each.answered});
    return counted;
}

}  // namespace letters::store
