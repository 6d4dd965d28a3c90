#include "features/mail_returns/store.h"

namespace mail_returns::store {
namespace {

std::int64_t day_of(base::Instant at) { return at.seconds() / 86'400; }

const db::Command<void(std::int64_t, ReportKind, int)> kCount{
    R"(insert into mail_return_day (day, kind, lane, count) values ($1, $2, $3, 1)
       on conflict (day, kind, lane) do update set count = mail_return_day.count + 1)"};
const db::Query<KindCount(std::int64_t)> kCounts{
    "select kind, cast(sum(count) as bigint) from mail_return_day where day >= $1 group by kind order by kind",
    db::columns<KindCount, ReportKind, std::int64_t>};

const db::Command<void(ReturnedMailId, base::Instant, std::string_view, std::string_view, std::string_view)> kKeep{
    "insert into returned_mail (id, received_at, recipient, subject, text) values ($1, $2, $3, $4, $5)"};
const db::Query<ReturnedMail(std::int64_t)> kNewest{
    "select id, received_at, recipient, subject, '' from returned_mail order by id desc limit $1",
    db::columns<ReturnedMail, ReturnedMailId, base::Instant, std::string, std::string, std::string>};
const db::Query<ReturnedMail(ReturnedMailId)> kMail{
    "select id, received_at, recipient, subject, text from returned_mail where id = $1",
    db::columns<ReturnedMail, ReturnedMailId, base::Instant, std::string, std::string, std::string>};
const db::Command<void(base::Instant)> kForget{"delete from returned_mail where received_at < $1"};

}  // namespace

void count_return(db::Write& write, ReportKind kind) { write.run(kCount, day_of(write.now()), kind, write.lane()); }

std::vector<KindCount> counts_since(db::Read& read, base::Instant since) { return read.all(kCounts, day_of(since)); }

void keep_mail(db::Write& write, const NewMail& mail) {
    write.run(kKeep, write.new_id<ReturnedMailId>(), write.now(), mail.recipient, mail.subject, mail.text);
}

std::vector<ReturnedMail> kept_mails(db::Read& read, std::int64_t limit) { return read.all(kNewest, limit); }

std::optional<ReturnedMail> find_mail(db::Read& read, ReturnedMailId id) { return read.one(kMail, id); }

std::int64_t forget_mails(db::Write& write, base::Instant before) { return write.run(kForget, before); }

}  // namespace mail_returns::store
