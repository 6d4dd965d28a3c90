#include "features/mailing_list/sign_up_store.h"

namespace mailing_list::store {
namespace {

SignUp read_sign_up(const db::Row& row) {
    return {.id = row.as<SignUpId>(0),
            .form = row.as<std::optional<FormId>>(1),
            .address_hash = row.as<std::int64_t>(2),
            .email = row.as<std::string>(3),
            .name = {row.as<std::string>(4), row.as<std::string>(5)},
            .postal_code = row.as<std::string>(6),
            .locale = row.as<base::Locale>(7),
            .topics = {row.as<std::int64_t>(8)},
            .wording = row.as<std::string>(9),
            .source = row.as<std::string>(10),
            .network = row.as<std::string>(11),
            .asked_at = row.as<base::Instant>(12),
            .renewed_at = row.as<std::optional<base::Instant>>(13),
            .mails = row.as<std::int64_t>(14),
            .confirmed_at = row.as<std::optional<base::Instant>>(15),
            .denied_at = row.as<std::optional<base::Instant>>(16)};
}

#define ASKED                                                                                                   \
    "id, form_id, address_hash, email, given_name, family_name, postal_code, locale, topics, wording, source, " \
    "network, "                                                                                                 \
    "asked_at"
#define COLUMNS ASKED ", renewed_at, mails, confirmed_at, denied_at "

const db::Command<void(SignUpId, std::optional<FormId>, std::int64_t, std::string, std::string, std::string,
                       std::string, base::Locale, std::int64_t, std::string, std::string, std::string, base::Instant)>
    kInsert{"insert into list_sign_up (" ASKED
            ", mails) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)"};
const db::Query<SignUp(SignUpId)> kFind{"select " COLUMNS "from list_sign_up where id = $1", read_sign_up};
const db::Query<SignUp(std::int64_t)> kOfAddress{
    "select " COLUMNS "from list_sign_up where address_hash = $1 order by id", read_sign_up};

const db::Query<SignUp(std::int64_t, SignUpId, base::Instant, base::Instant, base::Instant, base::Instant, std::int64_t,
                       std::int64_t)>
    kConfirmed{"select " COLUMNS
               "from list_sign_up where coalesce(form_id, 0) = $1 and id > $2 and asked_at > $3 and asked_at < $4 and "
               "confirmed_at > $5 and confirmed_at < $6 and address_hash <> 0 order by id limit $7 offset $8",
               read_sign_up};

#undef COLUMNS
#undef ASKED

const db::Query<std::int64_t(std::int64_t, std::int64_t)> kCountConfirmed{
    R"(select count(*) from (select id from list_sign_up where coalesce(form_id, 0) = $1 and confirmed_at is not null
                                 and address_hash <> 0 limit $2) as counted)",
    db::columns<std::int64_t, std::int64_t>};

const db::Command<void(SignUpId, base::Instant)> kConfirm{
    "update list_sign_up set confirmed_at = $2 where id = $1 and confirmed_at is null and denied_at is null"};
const db::Command<void(SignUpId, base::Instant)> kDeny{
    "update list_sign_up set denied_at = $2 where id = $1 and confirmed_at is null and denied_at is null"};
const db::Command<void(SignUpId, base::Instant)> kRenew{
    "update list_sign_up set renewed_at = $2, mails = mails + 1 where id = $1 and confirmed_at is null"};
const db::Query<std::int64_t(std::int64_t, base::Instant)> kDenied{
    "select count(*) from list_sign_up where address_hash = $1 and denied_at > $2",
    db::columns<std::int64_t, std::int64_t>};
const db::Command<void(std::int64_t)> kErase{
    R"(update list_sign_up set email = '', given_name = '', family_name = '', postal_code = '', network = '',
                               address_hash = 0 where address_hash = $1)"};
const db::Command<void(std::int64_t)> kEraseEvents{"update list_event set address_hash = 0 where address_hash = $1"};

const db::Query<std::int64_t(base::Instant)> kCountUnconfirmed{
    "select count(*) from list_sign_up where confirmed_at is null and asked_at < $1",
    db::columns<std::int64_t, std::int64_t>};
const db::Command<void(base::Instant, std::int64_t)> kForgetUnconfirmed{
    R"(delete from list_sign_up where id in (
           select id from list_sign_up where confirmed_at is null and asked_at < $1 order by asked_at limit $2))"};

const db::Command<void(std::string, std::int64_t, std::int64_t)> kTake{
    R"(insert into list_allowance (subject, day, mails) values ($1, $2, 1)
       on conflict (subject, day) do update set mails = list_allowance.mails + 1 where list_allowance.mails < $3)"};
const db::Command<void(std::int64_t)> kForgetAllowances{"delete from list_allowance where day < $1"};

struct EventTag;
const db::Command<void(base::Id<EventTag>, std::int64_t, std::int64_t, ListEvent, base::Instant)> kRecordEvent{
    "insert into list_event (id, address_hash, form_id, event, at) values ($1, $2, $3, $4, $5)"};
const db::Query<Movement(base::Instant)> kMovement{
    R"(select coalesce(sum(case when event = 0 then 1 else 0 end), 0),
              coalesce(sum(case when event = 1 then 1 else 0 end), 0)
       from list_event where at >= $1)",
    db::columns<Movement, std::int64_t, std::int64_t>};

Changed changed(std::int64_t rows) { return rows == 0 ? Changed::no : Changed::yes; }

}  // namespace

SignUpId insert_sign_up(db::Write& write, const SignUp& sign_up) {
    const auto id = write.new_id<SignUpId>();
    write.run(kInsert, id, sign_up.form, sign_up.address_hash, sign_up.email, sign_up.name.given, sign_up.name.family,
              sign_up.postal_code, sign_up.locale, sign_up.topics.bits, sign_up.wording, sign_up.source,
              sign_up.network, sign_up.asked_at);
    return id;
}

std::optional<SignUp> find_sign_up(db::Read& read, SignUpId id) { return read.one(kFind, id); }

std::vector<SignUp> sign_ups_of(db::Read& read, std::int64_t address_hash) {
    return read.all(kOfAddress, address_hash);
}

std::vector<SignUp> confirmed(db::Read& read, const ConfirmedPage& page) {
    return read.all(kConfirmed, page.form, page.after, page.asked_after, page.asked_before, page.confirmed_after,
                    page.confirmed_before, page.limit, page.skipped);
}

std::int64_t count_confirmed(db::Read& read, std::int64_t form, std::int64_t at_most) {
    return read.one(kCountConfirmed, form, at_most).value_or(0);
}

Changed confirm(db::Write& write, SignUpId id) { return changed(write.run(kConfirm, id, write.now())); }

Changed deny(db::Write& write, SignUpId id) { return changed(write.run(kDeny, id, write.now())); }

void renew(db::Write& write, SignUpId id) { write.run(kRenew, id, write.now()); }

bool was_denied_since(db::Read& read, std::int64_t address_hash, base::Instant since) {
    return read.one(kDenied, address_hash, since).value_or(0) > 0;
}

void erase(db::Write& write, std::int64_t address_hash) {
    write.run(kErase, address_hash);
    write.run(kEraseEvents, address_hash);
}

std::int64_t count_unconfirmed(db::Read& read, base::Instant asked_before) {
    return read.one(kCountUnconfirmed, asked_before).value_or(0);
}

std::int64_t forget_unconfirmed(db::Write& write, const Forgetting& forgetting) {
    return write.run(kForgetUnconfirmed, forgetting.before, forgetting.limit);
}

Changed take_allowance(db::Write& write, const Allowance& allowance) {
    return changed(write.run(kTake, allowance.subject, allowance.day, allowance.most));
}

void forget_allowances(db::Write& write, std::int64_t before_day) { write.run(kForgetAllowances, before_day); }

void record_event(db::Write& write, const ListEventRow& event) {
    write.run(kRecordEvent, write.new_id<base::Id<EventTag>>(), event.address_hash, event.form, event.event, event.at);
}

Movement movement_since(db::Read& read, base::Instant since) { return read.one(kMovement, since).value_or(Movement{}); }

}  // namespace mailing_list::store
