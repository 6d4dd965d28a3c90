#include "features/presentations/offer_store.h"

#include <tuple>

namespace presentations::store {
namespace {

Offer read_offer(const db::Row& row) {
    return {.id = row.as<OfferId>(0),
            .presentation = row.as<PresentationId>(1),
            .champion = row.as<ChampionId>(2),
            .round = row.integer(3),
            .state = row.as<OfferState>(4),
            .reasons = reasons_of(row.text(5)),
            .offered_at = row.as<base::Instant>(6),
            .expires_at = row.as<base::Instant>(7),
            .answered_at = row.as<std::optional<base::Instant>>(8),
            .words = row.as<std::string>(9)};
}

#define COLUMNS "id, presentation_id, champion_id, round, state, reasons, offered_at, expires_at, answered_at, words "

const db::Query<Offer(OfferId)> kFind{"select " COLUMNS "from presentation_offer where id = $1", read_offer};
const db::Query<Offer(PresentationId)> kOf{
    "select " COLUMNS "from presentation_offer where presentation_id = $1 order by id", read_offer};
const db::Query<Offer(ChampionId)> kOpen{
    "select " COLUMNS "from presentation_offer where champion_id = $1 and state = 0 order by id", read_offer};
const db::Query<Offer(base::Instant)> kExpired{
    "select " COLUMNS "from presentation_offer where state = 0 and expires_at <= $1 order by id limit 500", read_offer};

#undef COLUMNS

const db::Command<void(OfferId, PresentationId, ChampionId, std::int64_t, std::string, base::Instant, base::Instant)>
    kInsert{R"sql(
    insert into presentation_offer (id, presentation_id, champion_id, round, state, reasons, offered_at, expires_at)
    values ($1, $2, $3, $4, 0, $5, $6, $7)
)sql"};

const db::Command<void(OfferId, OfferState, base::Instant, std::string)> kAnswer{
    "update presentation_offer set state = $2, answered_at = $3, words = $4 where id = $1 and state = 0"};

const db::Command<void(PresentationId, base::Instant)> kClose{
    "update presentation_offer set state = 4, answered_at = $2 where presentation_id = $1 and state = 0"};

const db::Command<void(ChampionId)> kEraseAnswers{"update presentation_offer set words = '' where champion_id = $1"};

const db::Command<void(PresentationId)> kBeginAnew{
    "update presentation_offer set round = 0 where presentation_id = $1"};

const db::Query<std::int64_t(ChampionId, base::Instant, base::Instant)> kLoad{
    R"sql(
    select (select count(*) from presentation
            where champion_id = $1 and starts_at >= $2 and starts_at < $3 and state in (3, 4)) +
           (select count(*) from presentation_offer where champion_id = $1 and state = 0)
)sql",
    [](const db::Row& row) { return row.integer(0); }};

const db::Command<void(NoticeId, PresentationId, Recipient, std::optional<ChampionId>, NoticeKind,
                       std::optional<base::Instant>, std::int64_t, std::int64_t, base::Instant)>
    kInsertNotice{R"sql(
    insert into presentation_notice (id, presentation_id, recipient, champion_id, kind, starts_at, minutes, sequence,
                                     created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql"};

#define NOTICE_COLUMNS "id, presentation_id, recipient, champion_id, kind, starts_at, minutes, sequence, created_at "

Notice read_notice(const db::Row& row) {
    return {.id = row.as<NoticeId>(0),
            .presentation = row.as<PresentationId>(1),
            .recipient = row.as<Recipient>(2),
            .champion = row.as<std::optional<ChampionId>>(3),
            .kind = row.as<NoticeKind>(4),
            .starts_at = row.as<std::optional<base::Instant>>(5),
            .minutes = row.integer(6),
            .sequence = row.integer(7),
            .created_at = row.as<base::Instant>(8)};
}

const db::Query<Notice(NoticeId)> kFindNotice{"select " NOTICE_COLUMNS "from presentation_notice where id = $1",
                                              read_notice};
const db::Query<Notice(PresentationId)> kNotices{
    "select " NOTICE_COLUMNS "from presentation_notice where presentation_id = $1 order by id", read_notice};

#undef NOTICE_COLUMNS

}  // namespace

OfferId insert_offer(db::Write& write, const NewOffer& offer) {
    const auto id = write.new_id<OfferId>();
    write.run(kInsert, id, offer.presentation, offer.candidate.champion, offer.round, text_of(offer.candidate.reasons),
              write.now(), offer.expires_at);
    return id;
}

std::optional<Offer> find_offer(db::Read& read, OfferId id) { return read.one(kFind, id); }

std::vector<Offer> offers_of(db::Read& read, PresentationId presentation) { return read.all(kOf, presentation); }

std::vector<Offer> open_offers(db::Read& read, ChampionId champion) { return read.all(kOpen, champion); }

std::vector<Offer> expired_offers(db::Read& read, base::Instant now) { return read.all(kExpired, now); }

Answered answer_offer(db::Write& write, OfferId id, const Answer& answer) {
    return write.run(kAnswer, id, answer.state, write.now(), answer.words) == 0 ? Answered::no : Answered::yes;
}

void close_offers(db::Write& write, PresentationId presentation) { write.run(kClose, presentation, write.now()); }

void erase_answers(db::Write& write, ChampionId champion) { write.run(kEraseAnswers, champion); }

void begin_anew(db::Write& write, PresentationId presentation) { write.run(kBeginAnew, presentation); }

std::int64_t load_of(db::Read& read, const Load& load) {
    return read.one(kLoad, load.champion, load.from, load.until).value_or(0);
}

NoticeId insert_notice(db::Write& write, const Notice& notice) {
    const auto id = write.new_id<NoticeId>();
    write.run(kInsertNotice, id, notice.presentation, notice.recipient, notice.champion, notice.kind, notice.starts_at,
              notice.minutes, notice.sequence, write.now());
    return id;
}

std::optional<Notice> find_notice(db::Read& read, NoticeId id) { return read.one(kFindNotice, id); }

std::vector<Notice> notices_of(db::Read& read, PresentationId presentation) { return read.all(kNotices, presentation); }

}  // namespace presentations::store
