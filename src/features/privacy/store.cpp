#include "features/privacy/store.h"

namespace privacy::store {
namespace {

Access read_access(const db::Row& row) {
    return {.id = row.as<AccessId>(0),
            .address_hash = row.as<std::int64_t>(1),
            .email = row.as<std::string>(2),
            .locale = row.as<base::Locale>(3),
            .network = row.as<std::string>(4),
            .asked_at = row.as<base::Instant>(5),
            .closed_at = row.as<std::optional<base::Instant>>(6)};
}

const db::Command<void(AccessId, std::int64_t, std::string, base::Locale, std::string, base::Instant)> kInsert{
    R"(insert into privacy_access (id, address_hash, email, locale, network, asked_at)
       values ($1, $2, $3, $4, $5, $6))"};
const db::Query<Access(AccessId)> kFind{
    "select id, address_hash, email, locale, network, asked_at, closed_at from privacy_access where id = $1",
    read_access};
const db::Query<Access(std::int64_t)> kOfAddress{
    "select id, address_hash, email, locale, network, asked_at, closed_at from privacy_access where address_hash = $1 "
    "order by id",
    read_access};
const db::Query<std::int64_t(std::int64_t, base::Instant)> kCountOfAddress{
    "select count(*) from privacy_access where address_hash = $1 and asked_at > $2",
    db::columns<std::int64_t, std::int64_t>};
const db::Query<std::int64_t(std::string, base::Instant)> kCountOfNetwork{
    "select count(*) from privacy_access where network = $1 and asked_at > $2",
    db::columns<std::int64_t, std::int64_t>};
const db::Command<void(AccessId, base::Instant)> kClose{"update privacy_access set closed_at = $2 where id = $1"};
const db::Command<void(std::int64_t, base::Instant)> kEraseAccesses{
    R"(update privacy_access set email = '', address_hash = 0, network = '', closed_at = coalesce(closed_at, $2)
       where address_hash = $1)"};
const db::Query<std::int64_t(base::Instant)> kCountOld{"select count(*) from privacy_access where asked_at < $1",
                                                       db::columns<std::int64_t, std::int64_t>};
const db::Command<void(base::Instant, std::int64_t)> kForgetOld{
    "delete from privacy_access where id in (select id from privacy_access where asked_at < $1 limit $2)"};

struct ErasureTag;
const db::Command<void(base::Id<ErasureTag>, base::Instant)> kRecordErasure{
    "insert into privacy_erasure (id, at) values ($1, $2)"};
const db::Query<std::int64_t()> kCountErasures{"select count(*) from privacy_erasure",
                                               db::columns<std::int64_t, std::int64_t>};

const db::Query<ChosenDays()> kChosen{"select rule, days from privacy_rule order by rule",
                                      db::columns<ChosenDays, std::string, std::int64_t>};
const db::Command<void(std::string, std::int64_t)> kChoose{
    R"(insert into privacy_rule (rule, days) values ($1, $2)
       on conflict (rule) do update set days = excluded.days)"};

struct RunTag;
const db::Command<void(base::Id<RunTag>, std::string, std::int64_t, base::Instant, std::int64_t)> kRecordRun{
    "insert into privacy_run (id, rule, days, at, gone) values ($1, $2, $3, $4, $5)"};
const db::Query<Run(std::int64_t)> kLatestRuns{
    "select rule, days, at, gone from privacy_run order by id desc limit $1",
    db::columns<Run, std::string, std::int64_t, base::Instant, std::int64_t>};

const db::Query<Officer()> kOfficer{"select name, role_en, role_fr, email from privacy_officer where id = 1",
                                    db::columns<Officer, std::string, std::string, std::string, std::string>};
const db::Command<void(std::string, std::string, std::string, std::string)> kName{
    R"(insert into privacy_officer (id, name, role_en, role_fr, email) values (1, $1, $2, $3, $4)
       on conflict (id) do update set name = excluded.name, role_en = excluded.role_en, role_fr = excluded.role_fr,
                                      email = excluded.email)"};

bool is_too_often(db::Read& read, const Access& access, base::Instant now) {
    const auto since = now - base::days(1);
    if (read.one(kCountOfAddress, access.address_hash, since).value_or(0) >= kMostPerAddressAndDay) return true;
    return !access.network.empty() &&
           read.one(kCountOfNetwork, access.network, since).value_or(0) >= kMostPerNetworkAndDay;
}

}  // namespace

std::optional<AccessId> insert_access(db::Write& write, const Access& access) {
    if (is_too_often(write, access, write.now())) return std::nullopt;
    const auto id = write.new_id<AccessId>();
    write.run(kInsert, id, access.address_hash, access.email, access.locale, access.network, write.now());
    return id;
}

std::optional<Access> find_access(db::Read& read, AccessId id) { return read.one(kFind, id); }

std::vector<Access> accesses_of(db::Read& read, std::int64_t address_hash) {
    return read.all(kOfAddress, address_hash);
}

void close_access(db::Write& write, AccessId id) { write.run(kClose, id, write.now()); }

void erase_accesses(db::Write& write, std::int64_t address_hash) {
    write.run(kEraseAccesses, address_hash, write.now());
}

std::int64_t count_accesses(db::Read& read, base::Instant asked_before) {
    return read.one(kCountOld, asked_before).value_or(0);
}

std::int64_t forget_accesses(db::Write& write, const Forgetting& forgetting) {
    return write.run(kForgetOld, forgetting.before, forgetting.limit);
}

void record_erasure(db::Write& write) { write.run(kRecordErasure, write.new_id<base::Id<ErasureTag>>(), write.now()); }

std::int64_t count_erasures(db::Read& read) { return read.one(kCountErasures).value_or(0); }

std::vector<ChosenDays> chosen_days(db::Read& read) { return read.all(kChosen); }

void choose_days(db::Write& write, const ChosenDays& chosen) { write.run(kChoose, chosen.rule, chosen.days); }

void record_run(db::Write& write, const Run& run) {
    write.run(kRecordRun, write.new_id<base::Id<RunTag>>(), run.rule, run.days, run.at, run.gone);
}

std::vector<Run> latest_runs(db::Read& read, std::int64_t limit) { return read.all(kLatestRuns, limit); }

std::optional<Officer> officer(db::Read& read) { return read.one(kOfficer); }

void name_officer(db::Write& write, const Officer& officer) {
    write.run(kName, officer.name, officer.role_en, officer.role_fr, officer.email);
}

}  // namespace privacy::store
