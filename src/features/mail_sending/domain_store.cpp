#include "features/mail_sending/domain_store.h"

#include <algorithm>
#include <tuple>

namespace mail_sending::store {
namespace {

Domain read_domain(const db::Row& row) {
    return {.name = row.as<std::string>(0),
            .per_minute = row.integer(1),
            .paused_until = row.as<base::Instant>(2),
            .storms = row.as<int>(3),
            .reason = row.as<std::string>(4),
            .delivered = row.integer(5),
            .refused = row.integer(6),
            .delayed = row.integer(7)};
}

#define DOMAIN_COLUMNS \
    "select domain, per_minute, paused_until, storms, reason, delivered, refused, delayed from mail_domain "

const db::Query<Domain(base::Instant)> kRestrained{DOMAIN_COLUMNS "where per_minute > 0 or paused_until > $1",
                                                   read_domain};
const db::Query<Domain(std::int64_t)> kLargest{
    DOMAIN_COLUMNS "order by delivered + refused + delayed desc, domain limit $1", read_domain};
const db::Query<Domain(std::string_view)> kDomain{DOMAIN_COLUMNS "where domain = $1", read_domain};

#undef DOMAIN_COLUMNS

const db::Command<void(std::string_view, std::int64_t)> kLimit{
    "insert into mail_domain (domain, per_minute) values ($1, $2)"
    " on conflict (domain) do update set per_minute = excluded.per_minute"};
const db::Command<void(std::string_view)> kLiftPause{
    "update mail_domain set paused_until = 0, storms = 0 where domain = $1"};
using Round = std::pair<const std::string, DomainRound>;
const db::BatchCommand<void(std::string, std::int64_t, std::int64_t, std::int64_t, base::Instant)> kAddRound{
    "insert into mail_domain (domain, delivered, refused, delayed, changed_at) values ($1, $2, $3, $4, $5)"
    " on conflict (domain) do update set delivered = mail_domain.delivered + excluded.delivered,"
    " refused = mail_domain.refused + excluded.refused, delayed = mail_domain.delayed + excluded.delayed,"
    " storms = case when excluded.delivered > 0 and excluded.delayed = 0 then 0 else mail_domain.storms end,"
    " changed_at = excluded.changed_at"};
const db::Command<void(std::string_view, base::Instant, std::string_view, int)> kPause{
    "update mail_domain set paused_until = $2, reason = $3, storms = $4 where domain = $1"};

const db::Command<void(std::int64_t, std::int64_t)> kAddToday{
    "insert into mail_day (day, delivered) values ($1, $2)"
    " on conflict (day) do update set delivered = mail_day.delivered + excluded.delivered"};
const db::Query<std::int64_t(std::int64_t)> kToday{"select delivered from mail_day where day = $1",
                                                   db::columns<std::int64_t, std::int64_t>};
const db::Query<WarmUp()> kWarmUp{
    "select began_at, first_day, growth_percent, until_per_day from mail_warm_up where id = 1",
    db::columns<WarmUp, base::Instant, std::int64_t, int, std::int64_t>};
const db::Command<void()> kForgetWarmUp{"delete from mail_warm_up where id = 1"};
const db::Command<void(base::Instant, std::int64_t, int, std::int64_t)> kSetWarmUp{
    "insert into mail_warm_up (id, began_at, first_day, growth_percent, until_per_day) values (1, $1, $2, $3, $4)"};

struct ReturnTag;
const db::Command<void(base::Id<ReturnTag>, SentMailId, ports::ReturnKind, std::string_view, base::Instant)>
    kInsertReturn{"insert into mail_return (id, mail_id, kind, detail, at) values ($1, $2, $3, $4, $5)"};
const db::Command<void(SentMailId, ports::ReturnKind)> kMark{
    "update sent_mail set returned = $2 where id = $1 and returned <> $2"};
const db::Query<ports::MailReturn(SentMailId)> kReturns{
    "select mail_id, kind, detail, at from mail_return where mail_id = $1 order by id",
    db::columns<ports::MailReturn, SentMailId, ports::ReturnKind, std::string, base::Instant>};
const db::Query<int(people::PersonId, std::int64_t)> kNewestReturns{
    "select returned from sent_mail where person_id = $1 and state in (2, 3) order by id desc limit $2",
    db::columns<int, int>};

void pause(db::Write& write, const Round& round) {
    const auto known = write.one(kDomain, round.first);
    const int storms = known ? known->storms : 0;
    write.run(kPause, round.first, write.now() + pause_after(storms), round.second.reason, storms + 1);
}

}  // namespace

std::vector<Domain> restrained(db::Read& read, base::Instant now) { return read.all(kRestrained, now); }

std::vector<Domain> domains(db::Read& read, std::int64_t limit) { return read.all(kLargest, limit); }

void limit_domain(db::Write& write, std::string_view name, std::int64_t per_minute) {
    write.run(kLimit, name, per_minute);
}

void lift_pause(db::Write& write, std::string_view name) { write.run(kLiftPause, name); }

void add_rounds(db::Write& write, const std::map<std::string, DomainRound>& rounds) {
    const auto now = write.now();
    write.run_batch(kAddRound, rounds, [now](const Round& round) {
        return std::tuple<const std::string&, std::int64_t, std::int64_t, std::int64_t, base::Instant>{
            round.first, round.second.delivered, round.second.refused, round.second.delayed, now};
    });
    for (const Round& round : rounds)
        if (is_storm(round.second)) pause(write, round);
}

void add_delivered_today(db::Write& write, std::int64_t delivered) {
    write.run(kAddToday, day_of(write.now()), delivered);
}

std::int64_t delivered_today(db::Read& read, base::Instant now) { return read.one(kToday, day_of(now)).value_or(0); }

std::optional<WarmUp> warm_up(db::Read& read) { return read.one(kWarmUp); }

void set_warm_up(db::Write& write, const std::optional<WarmUp>& plan) {
    write.run(kForgetWarmUp);
    if (plan) write.run(kSetWarmUp, plan->began_at, plan->first_day, plan->growth_percent, plan->until_per_day);
}

void insert_return(db::Write& write, const ports::MailReturn& returned) {
    write.run(kInsertReturn, write.new_id<base::Id<ReturnTag>>(), returned.mail, returned.kind, returned.detail,
              returned.at);
}

bool mark_returned(db::Write& write, const ports::MailReturn& returned) {
    return write.run(kMark, returned.mail, returned.kind) > 0;
}

std::vector<ports::MailReturn> returns_of(db::Read& read, SentMailId mail) { return read.all(kReturns, mail); }

std::vector<int> newest_returns(db::Read& read, people::PersonId person, std::int64_t limit) {
    return read.all(kNewestReturns, person, limit);
}

}  // namespace mail_sending::store
