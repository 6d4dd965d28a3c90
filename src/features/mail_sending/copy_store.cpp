#include "features/mail_sending/copy_store.h"

#include <limits>
#include <map>
#include <tuple>

#include "features/mail_sending/tally_store.h"
#include "platform/db/id_time.h"

namespace mail_sending::store {
namespace {

using OptionalBlast = std::optional<BlastId>;

Copy read_copy(const db::Row& row) {
    return {.id = row.as<SentMailId>(0),
            .blast = row.as<OptionalBlast>(1),
            .person = row.as<people::PersonId>(2),
            .variant = {row.as<int>(3)},
            .state = row.as<CopyState>(4),
            .attempts = row.as<int>(5),
            .at = row.as<base::Instant>(6),
            .returned = row.as<int>(7)};
}

const db::BatchCommand<void(SentMailId, OptionalBlast, people::PersonId, int, CopyState, int, base::Instant)> kInsert{
    "insert into sent_mail (id, blast_id, person_id, variant, state, attempts, at)"
    " values ($1, $2, $3, $4, $5, $6, $7)"};
const db::Command<void(BlockId, BlastId, SentMailId, SentMailId, std::int64_t, base::Instant)> kInsertBlock{
    "insert into mail_block (id, blast_id, first_id, last_id, owner, until) values ($1, $2, $3, $4, $5, $6)"};
const db::BatchCommand<void(SentMailId, CopyState, int, base::Instant)> kRecord{
    "with outcome (id, state, attempts, at) as (values ($1, $2, $3, $4))"
    " update sent_mail set state = outcome.state, attempts = outcome.attempts, at = outcome.at"
    " from outcome where sent_mail.id = outcome.id and sent_mail.state < 2"};
// Writers number their identities (the remainder), so that blocks of two never mix even where their stretches overlap.
const db::Command<void(SentMailId, SentMailId, BlastId, base::Instant, std::int64_t)> kDelivered{
    "update sent_mail set state = 2, at = $4"
    " where id >= $1 and id <= $2 and blast_id = $3 and state = 1 and id % 16 = $5"};
const db::Command<void(BlockId, base::Instant)> kFinishBlock{"update mail_block set finished_at = $2 where id = $1"};
const db::BatchCommand<void(SentMailId, std::string)> kNote{
    "insert into sent_mail_note (mail_id, detail) values ($1, $2)"
    " on conflict (mail_id) do update set detail = excluded.detail"};
const db::Query<std::string(SentMailId)> kNoteOf{"select detail from sent_mail_note where mail_id = $1",
                                                 db::columns<std::string, std::string>};

constexpr auto kDueAt = [](const db::Row& row) { return row.as<SentMailId>(0); };
const db::Query<SentMailId(base::Instant)> kAnyDue{
    "select id from sent_mail where state = 0 and at <= $1"
    " and (blast_id is null or blast_id not in"
    " (select id from mail_blast where paused_at is not null or stopped_at is not null)) limit 1",
    kDueAt};
const db::Command<Copy(base::Instant, base::Instant, std::int64_t)> kTakeDue{
    "update sent_mail set at = $2, attempts = attempts + 1"
    " where id in (select id from sent_mail where state = 0 and at <= $1"
    "   and (blast_id is null or blast_id not in"
    "        (select id from mail_blast where paused_at is not null or stopped_at is not null))"
    "   order by at limit $3)"
    " and state = 0 and at <= $1"
    " returning id, blast_id, person_id, variant, state, attempts, at, returned",
    read_copy};

struct Answered {
    OptionalBlast blast;
    int variant;
};
const db::BatchCommand<Answered(SentMailId, base::Instant)> kAnswered{
    "with answered (mail, time) as (values ($1, $2))"
    " update sent_mail set state = 2, at = answered.time from answered"
    " where sent_mail.id = answered.mail and sent_mail.state < 2 returning blast_id, variant",
    db::columns<Answered, OptionalBlast, int>};
const db::BatchCommand<void(SentMailId, base::Instant)> kRelease{
    "with released (mail, time) as (values ($1, $2))"
    " update sent_mail set state = 0, at = released.time from released"
    " where sent_mail.id = released.mail and sent_mail.state < 2"};
const db::Query<Block(std::int64_t, base::Instant)> kOpenBlocks{
    "select id, blast_id, first_id, last_id from mail_block"
    " where finished_at is null and (owner = $1 or until < $2)",
    db::columns<Block, BlockId, BlastId, SentMailId, SentMailId>};
const db::Query<BlockId(base::Instant)> kAnyExpired{
    "select id from mail_block where finished_at is null and until < $1 limit 1",
    [](const db::Row& row) { return row.as<BlockId>(0); }};
const db::Command<void(SentMailId, SentMailId, BlastId, base::Instant, std::int64_t)> kReleaseBlock{
    "update sent_mail set state = 0, at = $4"
    " where id >= $1 and id <= $2 and blast_id = $3 and state = 1 and id % 16 = $5"};
const db::Query<SentMailId()> kAnyStopped{
    "select id from sent_mail where state = 0 and at >= 0 and +blast_id in"
    " (select id from mail_blast where stopped_at is not null) limit 1",
    kDueAt};
const db::Command<Answered(std::int64_t, base::Instant)> kDropStopped{
    "update sent_mail set state = 5, at = $2"
    " where id in (select id from sent_mail where state = 0 and at >= 0 and +blast_id in"
    "   (select id from mail_blast where stopped_at is not null) limit $1)"
    " and state = 0 returning blast_id, variant",
    db::columns<Answered, OptionalBlast, int>};

const db::Command<void(SentMailId, MailingEditionId, ports::MailSending::Kind, std::int64_t, std::string_view,
                       std::string_view, std::string_view, base::Locale, std::string_view, std::string_view,
                       std::optional<std::string>)>
    kInsertSingle{
        R"(insert into single_mail (id, edition_id, kind, address_hash, email, given_name, family_name, locale,
                                    postal_code, place, province)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))"};
const db::Query<Single(SentMailId)> kSingle{
    R"(select single_mail.id, edition_id, kind, address_hash, email, given_name, family_name, locale, postal_code,
              place, province, person_id, variant
       from single_mail join sent_mail on sent_mail.id = single_mail.id where single_mail.id = $1)",
    [](const db::Row& row) {
        const auto province = row.as<std::optional<std::string>>(10);
        return Single{.id = row.as<SentMailId>(0),
                      .edition = row.as<MailingEditionId>(1),
                      .variant = {row.as<int>(12)},
                      .person = {.id = row.as<people::PersonId>(11),
                                 .address_hash = row.integer(3),
                                 .email = row.as<std::string>(4),
                                 .name = {row.as<std::string>(5), row.as<std::string>(6)},
                                 .locale = row.as<base::Locale>(7),
                                 .postal_code = row.as<std::string>(8),
                                 .place = row.as<std::string>(9),
                                 .province = province ? people::province_of(*province) : std::nullopt},
                      .kind = row.as<ports::MailSending::Kind>(2)};
    }};
const db::Command<void(SentMailId)> kForgetSingle{"delete from single_mail where id = $1"};
const db::Command<void(std::int64_t)> kForgetSinglesOf{"delete from single_mail where address_hash = $1"};

const db::Command<void(people::PersonId)> kForgetNotes{
    "delete from sent_mail_note where mail_id in (select id from sent_mail where person_id = $1)"};
const db::Command<void(people::PersonId)> kForgetReturnWords{
    "update mail_return set detail = '' where mail_id in (select id from sent_mail where person_id = $1)"};

#define COPY_COLUMNS "select id, blast_id, person_id, variant, state, attempts, at, returned from sent_mail "

const db::Query<Copy(SentMailId)> kFind{COPY_COLUMNS "where id = $1", read_copy};
const db::Query<std::int64_t(people::PersonId, SentMailId)> kDeliveredSince{
    "select count(*) from sent_mail where person_id = $1 and id >= $2 and state in (1, 2)",
    db::columns<std::int64_t, std::int64_t>};
const db::Query<SentMailId(BlastId, SentMailId)> kNextBlock{
    "select last_id from mail_block where blast_id = $1 and last_id > $2 order by last_id limit 1",
    db::columns<SentMailId, SentMailId>};
const db::Query<Copy(BlastId, SentMailId, SentMailId, std::int64_t)> kInBlock{
    COPY_COLUMNS "where id > $2 and id <= $3 and +blast_id = $1 order by id limit $4", read_copy};
const db::Query<Copy(BlastId, CopyState, SentMailId, std::int64_t)> kUndelivered{
    COPY_COLUMNS "where blast_id = $1 and state = $2 and state > 2 and id > $3 order by id limit $4", read_copy};
const db::Query<Copy(BlastId, SentMailId, std::int64_t)> kWaiting{
    COPY_COLUMNS "where blast_id = $1 and state = 0 and id > $2 order by id limit $3", read_copy};
const db::Query<Copy(BlastId, SentMailId, std::int64_t)> kReturned{
    COPY_COLUMNS "where blast_id = $1 and id > $2 and returned > 0 order by id limit $3", read_copy};
const db::Query<Copy(people::PersonId, SentMailId, std::int64_t)> kOfPerson{
    COPY_COLUMNS "where person_id = $1 and id < $2 order by id desc limit $3", read_copy};
const db::Query<Copy(BlastId, people::PersonId)> kOfPersonInBlast{
    COPY_COLUMNS "where person_id = $2 and +blast_id = $1 order by id", read_copy};

#undef COPY_COLUMNS

constexpr std::int64_t kWriters = 16;

std::map<int, Tally> tallied(std::span<const Copy> copies) {
    std::map<int, Tally> steps;
    for (const Copy& copy : copies) {
        Tally& step = steps[copy.variant.number];
        step.variant = copy.variant;
        ++step.taken;
        if (copy.state == CopyState::held_back || copy.state == CopyState::dropped) ++step.dropped;
    }
    return steps;
}

// One more of these for each of them, in the tallies of their blasts.
void add_each(db::Write& write, const std::vector<Answered>& rows, std::int64_t Tally::* field) {
    std::map<std::pair<BlastId, int>, std::int64_t> counts;
    for (const Answered& row : rows)
        if (row.blast) ++counts[{*row.blast, row.variant}];
    for (const auto& [key, count] : counts) {
        Tally step{.variant = {key.second}};
        step.*field = count;
        add(write, key.first, step);
    }
}

}  // namespace

std::optional<Block> take(db::Write& write, BlastId blast, std::span<Copy> copies, const Owner& owner) {
    bool any_under_way = false;
    for (Copy& copy : copies) {
        copy.id = write.new_id<SentMailId>();
        copy.blast = blast;
        any_under_way |= copy.state == CopyState::under_way;
    }
    if (copies.empty()) return std::nullopt;
    write.run_batch(kInsert, copies, [](const Copy& copy) {
        return std::tuple{copy.id, copy.blast, copy.person, copy.variant.number, copy.state, copy.attempts, copy.at};
    });
    for (const auto& [variant, step] : tallied(copies)) add(write, blast, step);
    const Block block{write.new_id<BlockId>(), blast, copies.front().id, copies.back().id};
    write.run(kInsertBlock, block.id, blast, block.first, block.last, owner.number, owner.until);
    if (any_under_way) return block;
    write.run(kFinishBlock, block.id, write.now());
    return std::nullopt;
}

void record(db::Write& write, std::span<const Outcome> outcomes) {
    write.run_batch(kRecord, outcomes, [](const Outcome& outcome) {
        return std::tuple{outcome.id, outcome.state, outcome.attempts, outcome.at};
    });
}

void finish_delivered(db::Write& write, const Block& block) {
    write.run(kDelivered, block.first, block.last, block.blast, write.now(), block.first.value % kWriters);
    write.run(kFinishBlock, block.id, write.now());
}

void note(db::Write& write, std::span<const Note> notes) {
    write.run_batch(kNote, notes,
                    [](const Note& each) { return std::tuple<SentMailId, const std::string&>{each.id, each.detail}; });
}

bool has_due(db::Read& read, base::Instant now) { return read.one(kAnyDue, now).has_value(); }

std::vector<Copy> take_due(db::Write& write, const Lease& lease) {
    return write.run_all(kTakeDue, write.now(), lease.until, lease.limit);
}

void record_answered(db::Write& write, std::span<const SentMailId> answered) {
    const auto now = write.now();
    const auto rows = write.run_batch(kAnswered, answered, [now](const SentMailId& id) { return std::tuple{id, now}; });
    add_each(write, rows, &Tally::delivered);
    forget_singles(write, answered);
}

void release(db::Write& write, std::span<const SentMailId> unanswered) {
    const auto now = write.now();
    write.run_batch(kRelease, unanswered, [now](const SentMailId& id) { return std::tuple{id, now}; });
}

bool has_expired_blocks(db::Read& read, base::Instant now) { return read.one(kAnyExpired, now).has_value(); }

std::int64_t release_open_blocks(db::Write& write, std::int64_t owner) {
    std::int64_t released = 0;
    for (const Block& block : write.all(kOpenBlocks, owner, write.now())) {
        released +=
            write.run(kReleaseBlock, block.first, block.last, block.blast, write.now(), block.first.value % kWriters);
        write.run(kFinishBlock, block.id, write.now());
    }
    return released;
}

bool has_stopped(db::Read& read) { return read.one(kAnyStopped).has_value(); }

std::int64_t drop_stopped(db::Write& write, std::int64_t limit) {
    const auto rows = write.run_all(kDropStopped, limit, write.now());
    add_each(write, rows, &Tally::dropped);
    return static_cast<std::int64_t>(rows.size());
}

SentMailId insert_single(db::Write& write, const ports::MailSending::Single& single) {
    const ports::AudienceMember& person = single.person;
    const auto province = person.province ? std::optional{std::string{people::code(*person.province)}} : std::nullopt;
    Copy copy{.id = write.new_id<SentMailId>(),
              .person = single.kind == ports::MailSending::Kind::test ? people::PersonId{0} : person.id,
              .variant = single.variant,
              .at = write.now()};
    write.run_batch(kInsert, std::span<const Copy>{&copy, 1}, [](const Copy& each) {
        return std::tuple{each.id, each.blast, each.person, each.variant.number, each.state, each.attempts, each.at};
    });
    write.run(kInsertSingle, copy.id, single.edition, single.kind, person.address_hash, person.email, person.name.given,
              person.name.family, person.locale, person.postal_code, person.place, province);
    return copy.id;
}

std::optional<Single> find_single(db::Read& read, SentMailId id) { return read.one(kSingle, id); }

void forget_singles(db::Write& write, std::span<const SentMailId> done) {
    for (const SentMailId id : done) write.run(kForgetSingle, id);
}

void forget_singles_of(db::Write& write, std::int64_t address_hash) { write.run(kForgetSinglesOf, address_hash); }

void forget_words_about(db::Write& write, people::PersonId person) {
    write.run(kForgetNotes, person);
    write.run(kForgetReturnWords, person);
}

std::optional<Copy> find_copy(db::Read& read, SentMailId id) { return read.one(kFind, id); }

std::string note_of(db::Read& read, SentMailId id) { return read.one(kNoteOf, id).value_or(""); }

std::int64_t delivered_since(db::Read& read, people::PersonId person, base::Instant since) {
    return read.one(kDeliveredSince, person, SentMailId{db::least_id_at(since)}).value_or(0);
}

std::vector<Copy> of_blast(db::Read& read, BlastId blast, const CopyPage& page) {
    std::vector<Copy> found;
    SentMailId after = page.after;
    while (static_cast<std::int64_t>(found.size()) < page.limit) {
        const auto last = read.one(kNextBlock, blast, after);
        if (!last) return found;
        const auto missing = page.limit - static_cast<std::int64_t>(found.size());
        for (Copy& copy : read.all(kInBlock, blast, after, *last, missing)) found.push_back(std::move(copy));
        after = *last;
    }
    return found;
}

std::vector<Copy> of_blast_in_state(db::Read& read, BlastId blast, CopyState state, const CopyPage& page) {
    if (state == CopyState::waiting) return read.all(kWaiting, blast, page.after, page.limit);
    return read.all(kUndelivered, blast, state, page.after, page.limit);
}

std::vector<Copy> returned_of_blast(db::Read& read, BlastId blast, const CopyPage& page) {
    return read.all(kReturned, blast, page.after, page.limit);
}

std::vector<Copy> of_person_in_blast(db::Read& read, BlastId blast, people::PersonId person) {
    return read.all(kOfPersonInBlast, blast, person);
}

std::vector<Copy> of_person(db::Read& read, people::PersonId person, std::optional<SentMailId> before,
                            std::int64_t limit) {
    return read.all(kOfPerson, person, before.value_or(SentMailId{std::numeric_limits<std::int64_t>::max()}), limit);
}

}  // namespace mail_sending::store
