#include "features/presentations/store.h"

#include <span>
#include <tuple>

#include "features/presentations/hold_store.h"
#include "people/place.h"
#include "platform/auth/audit.h"

namespace presentations::store {
namespace {

using Time = std::optional<base::Instant>;

Wish read_wish(const db::Row& row) {
    Wish wish;
    wish.host_group = row.as<std::string>(4);
    wish.audience = row.as<Audience>(5);
    wish.expected_size = row.integer(6);
    wish.format = row.as<Format>(7);
    wish.place = row.as<std::string>(8);
    wish.town = row.as<std::string>(9);
    wish.province = people::province_of(row.text(10)).value_or(people::Province::on);
    wish.topic = row.as<TopicId>(11);
    wish.language = row.as<base::Locale>(12);
    wish.accessibility = row.as<std::string>(13);
    wish.words = row.as<std::string>(14);
    wish.contact_name = row.as<std::string>(15);
    wish.phone = row.as<std::string>(16);
    wish.zone = i18n::TimeZone::find(row.text(20)).value_or(usual_zone(wish.province));
    wish.minutes = row.integer(21);
    return wish;
}

Presentation read_presentation(const db::Row& row) {
    return {.id = row.as<PresentationId>(0),
            .level = row.as<base::LevelId>(1),
            .origin = row.as<Origin>(2),
            .state = row.as<State>(3),
            .wish = read_wish(row),
            .email = row.as<std::string>(17),
            .address_hash = row.integer(18),
            .locale = row.as<base::Locale>(19),
            .champion = row.as<std::optional<ChampionId>>(22),
            .starts_at = row.as<Time>(23),
            .wanted = row.as<std::optional<ChampionId>>(24),
            .sequence = row.integer(25),
            .round = row.integer(26),
            .created_at = row.as<base::Instant>(27),
            .confirmed_at = row.as<Time>(28),
            .booked_at = row.as<Time>(29),
            .escalated_at = row.as<Time>(30),
            .decided_at = row.as<Time>(31),
            .decided_by = row.as<std::string>(32),
            .reason = row.as<std::string>(33)};
}

// What is asked for at once, and what comes later.
#define ASKED                                                                                                        \
    "id, level_id, origin, state, host_group, audience, expected_size, format, place, town, province, topic_id, "    \
    "language, accessibility, words, contact_name, phone, email, address_hash, locale, zone, minutes, champion_id, " \
    "starts_at, wanted_champion_id"
#define COLUMNS \
    ASKED ", sequence, round, created_at, confirmed_at, booked_at, escalated_at, decided_at, decided_by, reason "

const db::BatchCommand<void(PresentationId, base::LevelId, Origin, State, std::string, Audience, std::int64_t, Format,
                            std::string, std::string, std::string_view, TopicId, base::Locale, std::string, std::string,
                            std::string, std::string, std::string, std::int64_t, base::Locale, std::string,
                            std::int64_t, std::optional<ChampionId>, Time, std::optional<ChampionId>, base::Instant)>
    kInsert{"insert into presentation (" ASKED R"sql(, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
            $24, $25, $26)
)sql"};

const db::Query<Presentation(PresentationId)> kFind{"select " COLUMNS "from presentation where id = $1",
                                                    read_presentation};

const db::Query<Presentation(std::int64_t)> kOfAddress{
    "select " COLUMNS "from presentation where address_hash = $1 order by id", read_presentation};

// state -1: of all states.
const db::Query<Presentation(std::int64_t, PresentationId, std::int64_t)> kPage{
    "select " COLUMNS "from presentation where ($1 = -1 or state = $1) and id < $2 order by id desc limit $3",
    read_presentation};

const db::Query<Presentation(ChampionId)> kOfChampion{
    "select " COLUMNS "from presentation where champion_id = $1 order by starts_at, id", read_presentation};

const db::Query<Presentation(base::Instant)> kScheduled{
    "select " COLUMNS "from presentation where starts_at >= $1 and state in (3, 4) order by starts_at, id",
    read_presentation};

const db::Query<Presentation(State, std::int64_t)> kInState{
    "select " COLUMNS "from presentation where state = $1 order by id limit $2", read_presentation};

const db::Query<Presentation(base::Instant, base::Instant)> kToRemind{
    "select " COLUMNS
    "from presentation where starts_at >= $1 and starts_at < $2 and state = 3 and reminded_at is null order by id",
    read_presentation};

const db::Query<Presentation(base::Instant)> kToReport{
    "select " COLUMNS
    "from presentation where starts_at < $1 and state = 3 and report_asked_at is null order by id limit 200",
    read_presentation};

const db::Query<Presentation(base::Instant)> kKeptTooLong{
    "select " COLUMNS
    "from presentation where state = 0 and origin = 1 and created_at < $1 "
    "and id in (select holder_id from champion_hold) order by id limit 200",
    read_presentation};

#undef COLUMNS
#undef ASKED

const db::Query<std::int64_t(std::int64_t, base::Instant)> kOpenOfAddress{
    R"sql(
    select count(*) from presentation
    where address_hash = $1 and state in (0, 1, 2, 3) and (starts_at is null or starts_at > $2)
)sql",
    [](const db::Row& row) { return row.integer(0); }};

const db::Query<StateCount()> kCountsByLevel{
    "select level_id, state, count(*) from presentation group by level_id, state order by level_id, state",
    db::columns<StateCount, base::LevelId, State, std::int64_t>};

const db::Query<base::Instant(PresentationId)> kDates{
    "select starts_at from presentation_date where presentation_id = $1 order by id",
    [](const db::Row& row) { return row.as<base::Instant>(0); }};
const db::Command<void(PresentationId)> kDropDates{"delete from presentation_date where presentation_id = $1"};
using DateId = base::Id<struct DateTag>;
struct DateRow {
    DateId id;
    base::Instant at;
};
const db::BatchCommand<void(DateId, PresentationId, base::Instant)> kInsertDates{
    "insert into presentation_date (id, presentation_id, starts_at) values ($1, $2, $3)"};

const db::Command<void(PresentationId, std::int64_t)> kCountMail{
    "update presentation set mails = mails + 1 where id = $1 and mails < $2"};

const db::Command<void(PresentationId, State, base::Instant)> kConfirm{R"sql(
    update presentation set state = $2, confirmed_at = $3,
                            booked_at = case when $2 = 3 then $3 else booked_at end
    where id = $1 and state = 0
)sql"};

const db::Command<void(PresentationId, ChampionId, base::Instant, base::Instant)> kBook{R"sql(
    update presentation set state = 3, champion_id = $2, starts_at = $3, booked_at = $4, escalated_at = null,
                            sequence = sequence + 1, reminded_at = null, report_asked_at = null
    where id = $1 and state in (1, 2)
)sql"};

const db::Command<void(PresentationId, base::Instant)> kMove{R"sql(
    update presentation set starts_at = $2, sequence = sequence + 1, reminded_at = null, report_asked_at = null
    where id = $1 and state = 3
)sql"};

const db::Command<void(PresentationId)> kBeginRound{R"sql(
    update presentation set state = 2, round = round + 1, champion_id = null, starts_at = null, escalated_at = null
    where id = $1 and state in (1, 2)
)sql"};

const db::Command<void(PresentationId, base::Instant)> kEscalate{R"sql(
    update presentation set state = 1, champion_id = null, starts_at = null, escalated_at = coalesce(escalated_at, $2)
    where id = $1
)sql"};
const db::Command<void(PresentationId)> kReopen{R"sql(
    update presentation set state = 1, champion_id = null, starts_at = null, escalated_at = null, booked_at = null,
                            round = 0, reminded_at = null, report_asked_at = null
    where id = $1
)sql"};
const db::Command<void(PresentationId)> kForgetRounds{"update presentation set round = 0 where id = $1"};
const db::Command<void(PresentationId)> kCountChange{"update presentation set sequence = sequence + 1 where id = $1"};

const db::Command<void(PresentationId, State, base::Instant, std::string, std::string)> kEnd{R"sql(
    update presentation set state = $2, decided_at = $3, decided_by = $4, reason = $5, sequence = sequence + 1
    where id = $1 and state <> $2
)sql"};

const db::Command<void(PresentationId, base::Instant)> kReminded{
    "update presentation set reminded_at = $2 where id = $1"};
const db::Command<void(PresentationId, base::Instant)> kReportAsked{
    "update presentation set report_asked_at = $2 where id = $1"};

const db::Command<void(PresentationId)> kErase{R"sql(
    update presentation set contact_name = '', phone = '', email = '', address_hash = 0, words = '', accessibility = '',
                            place = '', reason = case when decided_by = 'host' then '' else reason end
    where id = $1
)sql"};
const db::Command<void(ChampionId)> kEraseReasons{
    "update presentation set reason = '' where champion_id = $1 and decided_by = 'champion'"};

const db::Query<std::int64_t(base::Instant)> kCountUnconfirmed{
    "select count(*) from presentation where state = 0 and created_at < $1",
    [](const db::Row& row) { return row.integer(0); }};
const db::Query<PresentationId(base::Instant, std::int64_t)> kUnconfirmed{
    "select id from presentation where state = 0 and created_at < $1 order by id limit $2",
    [](const db::Row& row) { return row.as<PresentationId>(0); }};
const db::Command<void(PresentationId)> kDelete{"delete from presentation where id = $1"};

const db::Query<std::int64_t(base::Instant)> kCountContacts{
    "select count(*) from presentation where email <> '' and state in (4, 5, 6, 7) and created_at < $1",
    [](const db::Row& row) { return row.integer(0); }};
const db::Query<PresentationId(base::Instant, std::int64_t)> kContacts{
    R"sql(
    select id from presentation where email <> '' and state in (4, 5, 6, 7) and created_at < $1 order by id limit $2
)sql",
    [](const db::Row& row) { return row.as<PresentationId>(0); }};

Changed changed(std::int64_t rows) { return rows == 0 ? Changed::no : Changed::yes; }

}  // namespace

PresentationId insert(db::Write& write, const NewPresentation& presentation) {
    const auto id = write.new_id<PresentationId>();
    const Wish& wish = presentation.wish;
    const auto province = people::code(wish.province);
    const auto now = write.now();
    write.run_batch(kInsert, std::span{&presentation, 1}, [&](const NewPresentation& row) {
        return std::tie(id, row.level, row.origin, row.state, wish.host_group, wish.audience, wish.expected_size,
                        wish.format, wish.place, wish.town, province, wish.topic, wish.language, wish.accessibility,
                        wish.words, wish.contact_name, wish.phone, row.email, row.address_hash, row.locale,
                        wish.zone.name(), wish.minutes, row.champion, row.starts_at, row.wanted, now);
    });
    return id;
}

std::optional<Presentation> find(db::Read& read, PresentationId id) { return read.one(kFind, id); }

std::vector<Presentation> of_address(db::Read& read, std::int64_t address_hash) {
    return read.all(kOfAddress, address_hash);
}

std::int64_t open_of_address(db::Write& write, std::int64_t address_hash) {
    return write.one(kOpenOfAddress, address_hash, write.now()).value_or(0);
}

std::vector<base::Instant> dates(db::Read& read, PresentationId id) { return read.all(kDates, id); }

void replace_dates(db::Write& write, PresentationId id, const std::vector<base::Instant>& dates) {
    write.run(kDropDates, id);
    std::vector<DateRow> rows;
    for (const auto at : dates) rows.push_back({write.new_id<DateId>(), at});
    write.run_batch(kInsertDates, rows, [&](const DateRow& row) { return std::tie(row.id, id, row.at); });
}

std::vector<Presentation> page(db::Read& read, const StaffPage& page) {
    const std::int64_t state = page.state ? static_cast<std::int64_t>(*page.state) : -1;
    return read.all(kPage, state, page.before.value_or(PresentationId{INT64_MAX}), page.limit);
}

std::vector<Presentation> of_champion(db::Read& read, ChampionId champion) { return read.all(kOfChampion, champion); }

std::vector<Presentation> scheduled(db::Read& read, base::Instant from) { return read.all(kScheduled, from); }

std::vector<Presentation> in_state(db::Read& read, State state, std::int64_t limit) {
    return read.all(kInState, state, limit);
}

std::vector<Presentation> to_remind(db::Read& read, const Span& span) {
    return read.all(kToRemind, span.from, span.until);
}

std::vector<Presentation> to_report(db::Read& read, base::Instant before) { return read.all(kToReport, before); }

std::vector<Presentation> kept_too_long(db::Read& read, base::Instant before) { return read.all(kKeptTooLong, before); }

std::vector<StateCount> counts_by_level(db::Read& read) { return read.all(kCountsByLevel); }

Changed count_mail(db::Write& write, PresentationId id) { return changed(write.run(kCountMail, id, kMostMails)); }

Changed confirm(db::Write& write, PresentationId id, Confirmed now) {
    return changed(write.run(kConfirm, id, now.state, write.now()));
}

Changed book(db::Write& write, PresentationId id, const Booking& booking) {
    return changed(write.run(kBook, id, booking.champion, booking.starts_at, write.now()));
}

Changed move(db::Write& write, PresentationId id, base::Instant starts_at) {
    return changed(write.run(kMove, id, starts_at));
}

void begin_round(db::Write& write, PresentationId id) { write.run(kBeginRound, id); }

void escalate(db::Write& write, PresentationId id) { write.run(kEscalate, id, write.now()); }

void forget_rounds(db::Write& write, PresentationId id) { write.run(kForgetRounds, id); }

void count_change(db::Write& write, PresentationId id) { write.run(kCountChange, id); }

void reopen(db::Write& write, PresentationId id) { write.run(kReopen, id); }

Changed end(db::Write& write, PresentationId id, const Ending& ending) {
    return changed(write.run(kEnd, id, ending.state, write.now(), ending.by, ending.reason));
}

void note_reminded(db::Write& write, PresentationId id) { write.run(kReminded, id, write.now()); }

void note_report_asked(db::Write& write, PresentationId id) { write.run(kReportAsked, id, write.now()); }

void erase(db::Write& write, PresentationId id) {
    write.run(kErase, id);
    auth::forget(write, {"presentation", id.value});
}

void erase_reasons(db::Write& write, ChampionId champion) { write.run(kEraseReasons, champion); }

std::int64_t count_unconfirmed(db::Read& read, base::Instant before) {
    return read.one(kCountUnconfirmed, before).value_or(0);
}

std::int64_t forget_unconfirmed(db::Write& write, const Old& old) {
    const auto found = write.all(kUnconfirmed, old.before, old.limit);
    for (const PresentationId id : found) {
        release(write, id);
        write.run(kDropDates, id);
        write.run(kDelete, id);
    }
    return std::ssize(found);
}

std::int64_t count_contacts(db::Read& read, base::Instant before) {
    return read.one(kCountContacts, before).value_or(0);
}

std::int64_t forget_contacts(db::Write& write, const Old& old) {
    const auto found = write.all(kContacts, old.before, old.limit);
    for (const PresentationId id : found) write.run(kErase, id);
    return std::ssize(found);
}

}  // namespace presentations::store
