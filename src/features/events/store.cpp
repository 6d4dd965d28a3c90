#include "features/events/store.h"

#include <span>
#include <tuple>

namespace events::store {
namespace {

Event read_event(const db::Row& row) {
    Plan plan;
    plan.title_en = row.as<std::string>(3);
    plan.title_fr = row.as<std::string>(4);
    plan.text_en = row.as<std::string>(5);
    plan.text_fr = row.as<std::string>(6);
    plan.format = row.as<Format>(7);
    plan.place = row.as<std::string>(8);
    plan.town = row.as<std::string>(9);
    plan.province = people::province_of(row.text(10)).value_or(people::Province::on);
    plan.language = language_of(row.text(11)).value_or(Language::both);
    plan.zone = i18n::TimeZone::find(row.text(12)).value_or(i18n::TimeZone::toronto());
    plan.starts_at = row.as<base::Instant>(13);
    plan.minutes = row.integer(14);
    plan.speaker = row.as<std::string>(15);
    plan.accessibility = row.as<std::string>(16);
    plan.capacity = row.integer(17);
    return {.id = row.as<EventId>(0),
            .level = row.as<base::LevelId>(1),
            .state = row.as<State>(2),
            .plan = std::move(plan),
            .taken = row.integer(18),
            .sequence = row.integer(19),
            .changed_at = row.as<base::Instant>(20),
            .published_at = row.as<std::optional<base::Instant>>(21),
            .reason_en = row.as<std::string>(22),
            .reason_fr = row.as<std::string>(23),
            .champion = row.as<std::optional<ports::ChampionId>>(24),
            .champion_lost_at = row.as<std::optional<base::Instant>>(25)};
}

#define PLANNED                                                                                                 \
    "title_en, title_fr, text_en, text_fr, format, place, town, province, language, zone, starts_at, minutes, " \
    "speaker, accessibility, capacity"
#define COLUMNS                                                                        \
    "id, level_id, state, " PLANNED                                                    \
    ", taken, sequence, changed_at, published_at, reason_en, reason_fr, champion_id, " \
    "champion_lost_at "

const db::Query<Event(EventId)> kFind{"select " COLUMNS "from event where id = $1 and deleted_at is null", read_event};
const db::Query<Event(EventId)> kFindDeletedToo{"select " COLUMNS "from event where id = $1", read_event};
// An event takes half a day at most, so that the index by start is of use.
const db::Query<Event(base::Instant, base::Instant)> kUpcoming{
    "select " COLUMNS
    "from event where state = 1 and starts_at > $2 and starts_at + minutes * 60000000 > $1 order by starts_at, id",
    read_event};
const db::Query<Event(base::Instant, std::int64_t)> kPast{
    "select " COLUMNS
    "from event where state = 1 and starts_at < $1 and starts_at + minutes * 60000000 <= $1 "
    "order by starts_at desc, id desc limit $2",
    read_event};
const db::Query<Event(std::int64_t)> kAll{
    "select " COLUMNS "from event where deleted_at is null order by starts_at desc, id desc limit $1", read_event};
const db::Query<Event(ports::ChampionId, base::Instant)> kOfChampion{
    "select " COLUMNS "from event where champion_id = $1 and starts_at >= $2 order by starts_at, id", read_event};
const db::Query<Event(base::Instant)> kByChampions{
    "select " COLUMNS "from event where champion_id is not null and starts_at >= $1 and state <> 2 order by id",
    read_event};

const db::Query<Event(base::Instant)> kWithoutSpeaker{
    "select " COLUMNS
    "from event where champion_lost_at is not null and starts_at >= $1 and state <> 2 and deleted_at is null "
    "order by starts_at, id",
    read_event};

#undef COLUMNS

const db::BatchCommand<void(EventId, base::LevelId, std::string, std::string, std::string, std::string, Format,
                            std::string, std::string, std::string_view, std::string_view, std::string, base::Instant,
                            std::int64_t, std::string, std::string, std::int64_t, State, base::Instant)>
    kInsert{"insert into event (id, level_id, " PLANNED R"sql(, state, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
)sql"};

#undef PLANNED

const db::Command<void(EventId, std::string, std::string, std::string, std::string, Format, std::string, std::string,
                       std::string_view, std::string_view, std::string, base::Instant, std::int64_t, std::string,
                       std::string, std::int64_t, base::Instant)>
    kSave{R"sql(
    update event set title_en = $2, title_fr = $3, text_en = $4, text_fr = $5, format = $6, place = $7, town = $8,
                     province = $9, language = $10, zone = $11, starts_at = $12, minutes = $13, speaker = $14,
                     accessibility = $15, capacity = $16, changed_at = $17, sequence = sequence + 1
    where id = $1
)sql"};

const db::Command<void(EventId, std::optional<ports::ChampionId>, std::string)> kSetSpeaker{
    "update event set champion_id = $2, speaker = $3, champion_lost_at = null where id = $1"};
const db::Command<void(EventId, std::string, base::Instant)> kLoseSpeaker{R"sql(
    update event set champion_id = null, speaker = $2, champion_lost_at = $3, changed_at = $3, sequence = sequence + 1
    where id = $1
)sql"};
const db::Command<void(EventId, base::Instant)> kPublish{
    "update event set state = 1, published_at = $2, changed_at = $2 where id = $1 and state = 0"};
const db::Command<void(EventId, std::string, std::string, base::Instant)> kCancel{R"sql(
    update event set state = 2, reason_en = $2, reason_fr = $3, changed_at = $4, sequence = sequence + 1
    where id = $1 and state = 1
)sql"};

const db::Command<void(EventId, base::Instant)> kRemove{
    "update event set deleted_at = $2, champion_id = null where id = $1 and state = 0 and deleted_at is null"};
const db::Command<void(base::Instant)> kForgetRemoved{"delete from event where deleted_at < $1"};

Guest read_guest(const db::Row& row) {
    return {.id = row.as<GuestId>(0),
            .event = row.as<EventId>(1),
            .state = row.as<GuestState>(2),
            .name = row.as<std::string>(3),
            .email = row.as<std::string>(4),
            .address_hash = row.integer(5),
            .locale = row.as<base::Locale>(6),
            .seats = row.integer(7),
            .asked_at = row.as<base::Instant>(8),
            .confirmed_at = row.as<std::optional<base::Instant>>(9)};
}

#define GUEST_COLUMNS "id, event_id, state, name, email, address_hash, locale, seats, asked_at, confirmed_at "

const db::Query<Guest(GuestId)> kFindGuest{"select " GUEST_COLUMNS "from event_guest where id = $1", read_guest};
const db::Query<Guest(EventId, std::int64_t)> kGuestOfAddress{
    "select " GUEST_COLUMNS "from event_guest where event_id = $1 and address_hash = $2", read_guest};
const db::Query<Guest(EventId)> kGuests{
    "select " GUEST_COLUMNS
    "from event_guest where event_id = $1 "
    "order by case state when 1 then 0 when 2 then 1 when 0 then 2 else 3 end, confirmed_at, id",
    read_guest};
const db::Query<Guest(std::int64_t)> kGuestsOfAddress{
    "select " GUEST_COLUMNS "from event_guest where address_hash = $1 order by id", read_guest};
const db::Query<Guest(EventId, std::int64_t)> kFirstWaiting{
    "select " GUEST_COLUMNS
    "from event_guest where event_id = $1 and state = 2 and seats <= $2 order by confirmed_at, id limit 1",
    read_guest};
const db::Query<Guest(base::Instant, base::Instant)> kToRemind{
    "select " GUEST_COLUMNS
    "from event_guest where state = 1 and reminded_at is null and event_id in "
    "(select id from event where state = 1 and starts_at >= $1 and starts_at < $2) order by id",
    read_guest};

#undef GUEST_COLUMNS

const db::Command<void(GuestId, EventId, std::string, base::EmailAddress, std::int64_t, base::Locale, std::int64_t,
                       base::Instant)>
    kInsertGuest{R"sql(
    insert into event_guest (id, event_id, state, name, email, address_hash, locale, seats, asked_at)
    values ($1, $2, 0, $3, $4, $5, $6, $7, $8) on conflict (event_id, address_hash) do nothing
)sql"};
const db::Command<void(GuestId, std::int64_t)> kCountMail{
    "update event_guest set mails = mails + 1 where id = $1 and mails < $2"};
const db::Command<void(EventId, std::int64_t)> kTakeSeats{
    "update event set taken = taken + $2 where id = $1 and (capacity = 0 or taken + $2 <= capacity)"};
const db::Command<void(EventId, std::int64_t)> kFreeSeats{"update event set taken = taken - $2 where id = $1"};
const db::Command<void(GuestId, GuestState)> kSetState{"update event_guest set state = $2 where id = $1"};
const db::Command<void(GuestId, GuestState, base::Instant)> kConfirm{
    "update event_guest set state = $2, confirmed_at = $3 where id = $1"};
const db::Command<void(GuestId, std::string, std::int64_t, base::Instant)> kAskAgain{R"sql(
    update event_guest set state = 0, name = $2, seats = $3, asked_at = $4, confirmed_at = null where id = $1
)sql"};
const db::Command<void(GuestId, base::Instant)> kReminded{"update event_guest set reminded_at = $2 where id = $1"};
const db::Command<void(EventId)> kRemindAgain{"update event_guest set reminded_at = null where event_id = $1"};
const db::Command<void(std::int64_t)> kErase{
    "update event_guest set name = '', email = '', address_hash = -id where address_hash = $1"};

const db::Query<std::int64_t(base::Instant)> kCountOld{
    "select count(*) from event_guest where email <> '' and event_id in (select id from event where starts_at < $1)",
    [](const db::Row& row) { return row.integer(0); }};
const db::Command<void(base::Instant, std::int64_t)> kForgetOld{R"sql(
    update event_guest set name = '', email = '', address_hash = -id
    where id in (select id from event_guest
                 where email <> '' and event_id in (select id from event where starts_at < $1) order by id limit $2)
)sql"};

const db::Query<Miscount()> kMiscounts{
    R"sql(
    select id, taken, counted from (
        select e.id as id, e.taken as taken,
               cast((select coalesce(sum(g.seats), 0) from event_guest g where g.event_id = e.id and g.state = 1)
                    as bigint) as counted
        from event e) counts
    where taken <> counted order by id
)sql",
    db::columns<Miscount, EventId, std::int64_t, std::int64_t>};

Changed changed(std::int64_t rows) { return rows == 0 ? Changed::no : Changed::yes; }

}  // namespace

EventId insert(db::Write& write, base::LevelId level, const Plan& plan) {
    const auto id = write.new_id<EventId>();
    const auto now = write.now();
    const auto province = people::code(plan.province), language = code(plan.language);
    const State state = State::draft;
    write.run_batch(kInsert, std::span{&plan, 1}, [&](const Plan& row) {
        return std::tie(id, level, row.title_en, row.title_fr, row.text_en, row.text_fr, row.format, row.place,
                        row.town, province, language, row.zone.name(), row.starts_at, row.minutes, row.speaker,
                        row.accessibility, row.capacity, state, now);
    });
    return id;
}

void save(db::Write& write, EventId id, const Plan& plan) {
    write.run(kSave, id, plan.title_en, plan.title_fr, plan.text_en, plan.text_fr, plan.format, plan.place, plan.town,
              people::code(plan.province), code(plan.language), plan.zone.name(), plan.starts_at, plan.minutes,
              plan.speaker, plan.accessibility, plan.capacity, write.now());
}

std::optional<Event> find(db::Read& read, EventId id) { return read.one(kFind, id); }

std::optional<Event> find_deleted_too(db::Read& read, EventId id) { return read.one(kFindDeletedToo, id); }

std::vector<Event> upcoming(db::Read& read, base::Instant now) {
    return read.all(kUpcoming, now, now - base::hours(12));
}

std::vector<Event> past(db::Read& read, base::Instant now, std::int64_t limit) { return read.all(kPast, now, limit); }

std::vector<Event> all(db::Read& read, std::int64_t limit) { return read.all(kAll, limit); }

void set_speaker(db::Write& write, EventId id, const Speaker& speaker) {
    write.run(kSetSpeaker, id, speaker.champion, speaker.name);
}

void lose_speaker(db::Write& write, EventId id, const std::string& name) {
    write.run(kLoseSpeaker, id, name, write.now());
}

std::vector<Event> without_speaker(db::Read& read, base::Instant now) { return read.all(kWithoutSpeaker, now); }

std::vector<Event> of_champion(db::Read& read, ports::ChampionId champion, base::Instant from) {
    return read.all(kOfChampion, champion, from);
}

std::vector<Event> by_champions(db::Read& read, base::Instant from) { return read.all(kByChampions, from); }

Changed publish(db::Write& write, EventId id) { return changed(write.run(kPublish, id, write.now())); }

Changed cancel(db::Write& write, EventId id, const Reason& reason) {
    return changed(write.run(kCancel, id, reason.english, reason.french, write.now()));
}

Changed remove(db::Write& write, EventId id) { return changed(write.run(kRemove, id, write.now())); }

void forget_removed(db::Write& write, base::Instant before) { write.run(kForgetRemoved, before); }

std::optional<GuestId> insert_guest(db::Write& write, const GuestRow& row) {
    const auto id = write.new_id<GuestId>();
    const auto rows = write.run(kInsertGuest, id, row.event, row.guest.name, row.guest.email, row.address_hash,
                                row.locale, row.guest.seats, write.now());
    return rows == 0 ? std::nullopt : std::optional{id};
}

std::optional<Guest> guest_of_address(db::Read& read, EventId event, std::int64_t address_hash) {
    return read.one(kGuestOfAddress, event, address_hash);
}

std::optional<Guest> find_guest(db::Read& read, GuestId id) { return read.one(kFindGuest, id); }

std::vector<Guest> guests(db::Read& read, EventId event) { return read.all(kGuests, event); }

std::vector<Guest> guests_of_address(db::Read& read, std::int64_t address_hash) {
    return read.all(kGuestsOfAddress, address_hash);
}

Changed count_mail(db::Write& write, GuestId id) { return changed(write.run(kCountMail, id, kMostMails)); }

Changed take_seats(db::Write& write, EventId event, std::int64_t seats) {
    return changed(write.run(kTakeSeats, event, seats));
}

void free_seats(db::Write& write, EventId event, std::int64_t seats) { write.run(kFreeSeats, event, seats); }

void set_state(db::Write& write, GuestId id, GuestState state) { write.run(kSetState, id, state); }

void confirm(db::Write& write, GuestId id, GuestState state) { write.run(kConfirm, id, state, write.now()); }

void ask_again(db::Write& write, GuestId id, const NewGuest& guest) {
    write.run(kAskAgain, id, guest.name, guest.seats, write.now());
}

std::optional<Guest> first_waiting(db::Read& read, EventId event, std::int64_t free) {
    return read.one(kFirstWaiting, event, free);
}

std::vector<Guest> to_remind(db::Read& read, const Span& span) { return read.all(kToRemind, span.from, span.until); }

void note_reminded(db::Write& write, GuestId id) { write.run(kReminded, id, write.now()); }

void remind_again(db::Write& write, EventId event) { write.run(kRemindAgain, event); }

void erase_guests(db::Write& write, std::int64_t address_hash) { write.run(kErase, address_hash); }

std::int64_t count_old_guests(db::Read& read, base::Instant before) { return read.one(kCountOld, before).value_or(0); }

std::int64_t forget_old_guests(db::Write& write, base::Instant before, std::int64_t limit) {
    return write.run(kForgetOld, before, limit);
}

std::vector<Miscount> miscounts(db::Read& read) { return read.all(kMiscounts); }

}  // namespace events::store
