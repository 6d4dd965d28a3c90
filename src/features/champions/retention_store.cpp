#include "features/champions/retention_store.h"

#include <iterator>

#include "features/champions/store.h"
#include "platform/auth/audit.h"

namespace champions::store {
namespace {

const db::Command<void(ChampionId, base::Instant)> kErase{
    R"(update champion set erased_at = $2, person_id = null, address_hash = 0, email = '', given_name = '',
           family_name = '', slug = '', place = '', motivation = '', biography_en = '', biography_fr = '', picture = 0,
           network = '', state = 5, changed_at = $2 where id = $1)"};
const db::Command<void(ChampionId)> kEraseAreas{"delete from champion_area where champion_id = $1"};
const db::Command<void(ChampionId)> kEraseKnows{"delete from champion_knows where champion_id = $1"};
const db::Command<void(ChampionId)> kEraseHours{"delete from champion_hours where champion_id = $1"};
const db::Command<void(ChampionId)> kEraseExceptions{"delete from champion_exception where champion_id = $1"};
const db::Command<void(ChampionId)> kEraseCalendar{"delete from champion_calendar where champion_id = $1"};
const db::Command<void(ChampionId)> kEraseLinks{"delete from champion_link where champion_id = $1"};
const db::Command<void(ChampionId)> kEraseSessions{"delete from champion_session where champion_id = $1"};
const db::Command<void(ChampionId)> kEmptyShowings{"update champion_showing set network = '' where champion_id = $1"};
const db::Command<void(ChampionId)> kEmptySteps{"update champion_step set note = '' where champion_id = $1"};

const db::Query<std::int64_t(base::Instant)> kCountUnconfirmed{
    "select count(*) from champion where confirmed_at is null and erased_at is null and applied_at < $1",
    db::columns<std::int64_t, std::int64_t>};
const db::Query<ChampionId(base::Instant, std::int64_t)> kUnconfirmed{
    R"(select id from champion where confirmed_at is null and erased_at is null and applied_at < $1 order by id
       limit $2)",
    db::columns<ChampionId, ChampionId>};
const db::Query<std::int64_t(base::Instant)> kCountLeft{
    R"(select count(*) from champion where state = 5 and confirmed_at is not null and erased_at is null
       and changed_at < $1)",
    db::columns<std::int64_t, std::int64_t>};
const db::Query<ChampionId(base::Instant, std::int64_t)> kLeft{
    R"(select id from champion where state = 5 and confirmed_at is not null and erased_at is null and changed_at < $1
       order by id limit $2)",
    db::columns<ChampionId, ChampionId>};

}  // namespace

void erase(db::Write& write, ChampionId id) {
    for (const auto* statement : {&kEraseAreas, &kEraseKnows, &kEraseHours, &kEraseExceptions, &kEraseCalendar,
                                  &kEraseLinks, &kEraseSessions, &kEmptyShowings, &kEmptySteps})
        write.run(*statement, id);
    write.run(kErase, id, write.now());
    auth::forget(write, {"champion", id.value});
}

std::int64_t count_unconfirmed(db::Read& read, base::Instant before) {
    return read.one(kCountUnconfirmed, before).value_or(0);
}

std::int64_t forget_unconfirmed(db::Write& write, const Forgetting& forgetting) {
    const auto gone = write.all(kUnconfirmed, forgetting.before, forgetting.limit);
    for (const auto id : gone) {
        write.run(kEraseLinks, id);
        drop_unconfirmed(write, id);
    }
    return std::ssize(gone);
}

std::int64_t count_left(db::Read& read, base::Instant before) { return read.one(kCountLeft, before).value_or(0); }

std::vector<ChampionId> left(db::Read& read, const Forgetting& forgetting) {
    return read.all(kLeft, forgetting.before, forgetting.limit);
}

}  // namespace champions::store
