// All SQL of the outbox.
#include <limits>
#include <tuple>

#include "platform/db/transaction.h"
#include "platform/mail/outbox.h"

namespace mail {
namespace {

StoredMail stored_mail(const db::Row& row) {
    return {row.as<MailId>(0),
            {row.as<std::string>(1), row.as<base::EmailAddress>(2), row.as<base::Locale>(3), row.integer(4)},
            row.as<base::Instant>(5),
            row.as<base::Instant>(6),
            row.integer(7),
            row.as<MailState>(8),
            row.as<std::string>(9)};
}

const db::BatchCommand<void(MailId, std::string, base::EmailAddress, base::Locale, std::int64_t, base::Instant,
                            base::Instant)>
    kQueue{
        "insert into outbox (id, kind, recipient, locale, about_id, created_at, due_at)"
        " values ($1, $2, $3, $4, $5, $6, $7)"};

const db::Query<StoredMail(MailId, std::int64_t)> kLatest{
    "select id, kind, recipient, locale, about_id, created_at, due_at, attempts, state, last_error"
    " from outbox where id < $1 order by id desc limit $2",
    stored_mail};

const db::Query<StoredMail(MailId)> kFind{
    "select id, kind, recipient, locale, about_id, created_at, due_at, attempts, state, last_error"
    " from outbox where id = $1",
    stored_mail};

// The oldest rows are looked at first and only they: the table needs no index by time.
const db::Command<void(base::Instant, std::int64_t)> kForgetOld{
    "delete from outbox where id in (select id from"
    " (select id, created_at from outbox order by id limit $2) as oldest where created_at < $1)"};

const db::Query<std::int64_t()> kFailed{"select count(*) from outbox where state = 2",
                                        db::columns<std::int64_t, std::int64_t>};
const db::Query<std::string()> kLastError{"select last_error from outbox where state = 2 order by id desc limit 1",
                                          db::columns<std::string, std::string>};
const db::Query<std::int64_t()> kRetrying{"select count(*) from outbox where state = 0 and last_error <> ''",
                                          db::columns<std::int64_t, std::int64_t>};
const db::Command<void(base::EmailAddress)> kForgetRecipient{"delete from outbox where lower(recipient) = lower($1)"};

const db::Query<MailId(base::Instant)> kAnyDue{"select id from outbox where state = 0 and due_at <= $1 limit 1",
                                               [](const db::Row& row) { return row.as<MailId>(0); }};

// The condition is repeated outside: on PostgreSQL another process may take a row between the two.
const db::Command<StoredMail(base::Instant, base::Instant, std::int64_t)> kTakeDue{
    "update outbox set due_at = $2, attempts = attempts + 1"
    " where id in (select id from outbox where state = 0 and due_at <= $1 order by due_at limit $3)"
    " and state = 0 and due_at <= $1"
    " returning id, kind, recipient, locale, about_id, created_at, due_at, attempts, state, last_error",
    stored_mail};

const db::BatchCommand<void(MailId, base::Instant, MailState, base::Instant, std::string)> kRecord{
    "with outcome (id, leased_until, state, due_at, last_error) as (values ($1, $2, $3, $4, $5))"
    " update outbox set state = outcome.state, due_at = outcome.due_at, last_error = outcome.last_error"
    " from outcome where outbox.id = outcome.id and outbox.due_at = outcome.leased_until and outbox.state = 0"};

}  // namespace

void queue(db::Write& tx, const Order& order) { queue_all(tx, std::span(&order, 1)); }

void queue_all(db::Write& tx, std::span<const Order> orders) {
    const base::Instant now = tx.now();
    tx.run_batch(kQueue, orders, [&](const Order& order) {
        return std::tuple<MailId, const std::string&, const base::EmailAddress&, const base::Locale&, std::int64_t,
                          base::Instant, base::Instant>(tx.new_id<MailId>(), order.kind, order.recipient, order.locale,
                                                        order.about, now, now);
    });
}

std::vector<StoredMail> latest_mails(db::Read& read, const MailPage& page) {
    const MailId before = page.before.value_or(MailId{std::numeric_limits<std::int64_t>::max()});
    return read.all(kLatest, before, page.limit);
}

std::optional<StoredMail> find_mail(db::Read& read, MailId id) { return read.one(kFind, id); }

Trouble trouble(db::Read& read) {
    return {.failed = read.one(kFailed).value_or(0),
            .retrying = read.one(kRetrying).value_or(0),
            .last_error = read.one(kLastError).value_or("")};
}

std::int64_t forget_old_mails(db::Write& tx, const Forgetting& forgetting) {
    return tx.run(kForgetOld, forgetting.before, forgetting.limit);
}

std::int64_t forget_recipient(db::Write& tx, const base::EmailAddress& recipient) {
    return tx.run(kForgetRecipient, recipient);
}

bool has_due_mail(db::Read& read, base::Instant now) { return read.one(kAnyDue, now).has_value(); }

std::vector<StoredMail> take_due_mails(db::Write& tx, const Lease& lease) {
    return tx.run_all(kTakeDue, tx.now(), lease.until, lease.limit);
}

void record_outcomes(db::Write& tx, std::span<const Outcome> outcomes) {
    tx.run_batch(kRecord, outcomes, [](const Outcome& outcome) {
        return std::tuple<MailId, base::Instant, MailState, base::Instant, const std::string&>(
            outcome.id, outcome.leased_until, outcome.state, outcome.due_at, outcome.last_error);
    });
}

}  // namespace mail
