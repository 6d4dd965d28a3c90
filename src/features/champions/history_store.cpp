#include "features/champions/history_store.h"

namespace champions::store {
namespace {

const db::Command<void(StepId, ChampionId, State, std::string, std::string, std::string, base::Instant)> kAddStep{
    "insert into champion_step (id, champion_id, state, day, note, by_name, at) values ($1, $2, $3, $4, $5, $6, $7)"};
const db::Command<void(ChampionId, State, base::Instant)> kWriteState{
    "update champion set state = $2, changed_at = $3 where id = $1 and erased_at is null"};
const db::Query<Step(ChampionId)> kSteps{
    "select id, state, day, note, by_name, at from champion_step where champion_id = $1 order by id",
    [](const db::Row& row) -> Step {
        return {row.as<StepId>(0),      row.as<State>(1),       base::day_of(row.text(2)).value_or(base::Day{}),
                row.as<std::string>(3), row.as<std::string>(4), row.as<base::Instant>(5)};
    }};

struct ShowingTag;
const db::Command<void(base::Id<ShowingTag>, ChampionId, ShowingAct, std::int64_t, base::Locale, std::string,
                       std::string, base::Instant)>
    kAddShowing{R"(insert into champion_showing (id, champion_id, act, version, locale, words, network, at)
                   values ($1, $2, $3, $4, $5, $6, $7, $8))"};
const db::Query<std::int64_t(ShowingAct, base::Locale, std::string)> kVersionOfWords{
    "select version from champion_showing where act = $1 and locale = $2 and words = $3 order by id limit 1",
    db::columns<std::int64_t, std::int64_t>};
const db::Query<std::int64_t(ShowingAct, base::Locale)> kNewestVersion{
    "select coalesce(max(version), 0) from champion_showing where act = $1 and locale = $2",
    db::columns<std::int64_t, std::int64_t>};
const db::Query<Showing(ChampionId)> kShowings{
    "select act, version, locale, words, network, at from champion_showing where champion_id = $1 order by id",
    db::columns<Showing, ShowingAct, std::int64_t, base::Locale, std::string, std::string, base::Instant>};

}  // namespace

void take_step(db::Write& write, ChampionId id, const Step& step) {
    write.run(kAddStep, write.new_id<StepId>(), id, step.state, base::iso(step.day), step.note, step.by, write.now());
    write.run(kWriteState, id, step.state, write.now());
}

std::vector<Step> steps(db::Read& read, ChampionId id) { return read.all(kSteps, id); }

void record_showing(db::Write& write, ChampionId id, const Showing& showing) {
    const auto known = write.one(kVersionOfWords, showing.act, showing.locale, showing.words);
    const auto version = known ? *known : write.one(kNewestVersion, showing.act, showing.locale).value_or(0) + 1;
    write.run(kAddShowing, write.new_id<base::Id<ShowingTag>>(), id, showing.act, version, showing.locale,
              showing.words, showing.network, write.now());
}

std::vector<Showing> showings(db::Read& read, ChampionId id) { return read.all(kShowings, id); }

}  // namespace champions::store
