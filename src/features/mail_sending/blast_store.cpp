#include "features/mail_sending/blast_store.h"

#include <limits>

namespace mail_sending::store {
namespace {

using OptionalInstant = std::optional<base::Instant>;

Blast read_blast(const db::Row& row) {
    const auto topic = row.as<std::optional<int>>(6);
    return {.id = row.as<BlastId>(0),
            .plan = {.mailing = row.as<MailingId>(1),
                     .name = row.as<std::string>(3),
                     .level = row.as<base::LevelId>(4),
                     .segment = row.as<std::optional<SegmentId>>(5),
                     .topic = topic ? std::optional{people::TopicBit{*topic}} : std::nullopt,
                     .variants = row.as<int>(7),
                     .tested_per_thousand = row.as<int>(8),
                     .per_hour = row.integer(10),
                     .begins_at = row.as<OptionalInstant>(11),
                     .time_zone = row.as<std::string>(12),
                     .local_times = row.as<LocalTimes>(13)},
            .edition = row.as<std::optional<MailingEditionId>>(2),
            .frozen_segment = row.as<std::optional<SegmentId>>(23),
            .winner = row.as<std::optional<int>>(9),
            .planned_by = row.as<std::string>(14),
            .confirmed_by = row.as<std::string>(16),
            .planned_at = row.as<base::Instant>(15),
            .confirmed_at = row.as<OptionalInstant>(17),
            .counted = row.integer(18),
            .undo_until = row.as<base::Instant>(19),
            .paused_at = row.as<OptionalInstant>(20),
            .stopped_at = row.as<OptionalInstant>(21),
            .finished_at = row.as<OptionalInstant>(22)};
}

#define BLAST_COLUMNS                                                                                               \
    "select id, mailing_id, edition_id, name, level_id, segment_id, topic, variants, tested_per_thousand, winner, " \
    "per_hour, begins_at, time_zone, local_times, planned_by, planned_at, confirmed_by, confirmed_at, counted, "    \
    "undo_until, paused_at, stopped_at, finished_at, frozen_segment_id from mail_blast "

const db::Query<Blast(BlastId)> kFind{BLAST_COLUMNS "where id = $1", read_blast};
const db::Query<Blast(BlastId, std::int64_t)> kNewest{BLAST_COLUMNS "where id < $1 order by id desc limit $2",
                                                      read_blast};
const db::Query<Blast(MailingId)> kOfMailing{BLAST_COLUMNS "where mailing_id = $1 order by id", read_blast};
const db::Query<Blast()> kUnfinished{
    BLAST_COLUMNS "where confirmed_at > 0 and finished_at is null and stopped_at is null order by id", read_blast};

#undef BLAST_COLUMNS

const db::Command<void(BlastId, MailingId, std::string_view, base::LevelId, std::optional<SegmentId>,
                       std::optional<int>, int, int, std::int64_t, OptionalInstant, std::string_view, LocalTimes,
                       std::string_view, base::Instant)>
    kInsert{
        R"(insert into mail_blast (id, mailing_id, name, level_id, segment_id, topic, variants, tested_per_thousand,
                                   per_hour, begins_at, time_zone, local_times, planned_by, planned_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))"};
const db::Command<void(BlastId, MailingEditionId, std::string_view, base::Instant, std::int64_t, base::Instant,
                       std::optional<SegmentId>)>
    kConfirm{
        R"(update mail_blast set edition_id = $2, confirmed_by = $3, confirmed_at = $4, counted = $5, undo_until = $6,
                                 frozen_segment_id = $7
           where id = $1 and confirmed_at is null)"};
const db::Command<void(BlastId, base::Instant)> kTakeBack{
    R"(update mail_blast set confirmed_at = null, confirmed_by = '', edition_id = null, paused_at = null,
                             frozen_segment_id = null
       where id = $1 and confirmed_at is not null and undo_until > $2 and stopped_at is null
         and not exists (select 1 from mail_tally where blast_id = $1))"};
const db::Command<void(BlastId)> kForgetWaves{"delete from mail_wave where blast_id = $1"};
const db::Command<void(BlastId, base::Instant)> kPause{
    R"(update mail_blast set paused_at = $2
       where id = $1 and confirmed_at is not null and paused_at is null and stopped_at is null and finished_at is null)"};
const db::Command<void(BlastId)> kResume{
    R"(update mail_blast set paused_at = null
       where id = $1 and paused_at is not null and stopped_at is null and finished_at is null)"};
const db::Command<void(BlastId, base::Instant)> kStop{
    R"(update mail_blast set stopped_at = $2
       where id = $1 and confirmed_at is not null and stopped_at is null and finished_at is null)"};
const db::Command<void(BlastId, int)> kChoose{
    R"(update mail_blast set winner = $2
       where id = $1 and winner is null and confirmed_at is not null and stopped_at is null and finished_at is null)"};
#define DONE                                                                                                     \
    "confirmed_at > 0 and finished_at is null and stopped_at is null"                                            \
    " and (variants = 1 or tested_per_thousand >= 1000 or winner is not null)"                                   \
    " and not exists (select 1 from mail_wave where blast_id = mail_blast.id and mail_wave.finished_at is null)" \
    " and not exists (select 1 from mail_tally where blast_id = mail_blast.id"                                   \
    "                 and taken > delivered + refused + given_up + dropped)"

const db::Query<BlastId()> kAnyDone{"select id from mail_blast where " DONE " limit 1",
                                    [](const db::Row& row) { return row.as<BlastId>(0); }};
const db::Command<void(base::Instant)> kFinishDone{"update mail_blast set finished_at = $1 where " DONE};

#undef DONE

const db::Command<void(BlastId, int, base::Instant, std::int64_t, Part)> kInsertWave{
    R"(insert into mail_wave (blast_id, number, begins_at, provinces, part, behind) values ($1, $2, $3, $4, $5, 0))"};
Wave read_wave(const db::Row& row) {
    return {row.as<int>(1), row.as<base::Instant>(2), {row.integer(3)}, row.as<Part>(4)};
}
const db::Query<ActiveWave(base::Instant)> kActive{
    R"(select blast_id, number, mail_wave.begins_at, provinces, part, behind
       from mail_blast join mail_wave on mail_wave.blast_id = mail_blast.id
       where confirmed_at > 0 and mail_blast.finished_at is null and paused_at is null and stopped_at is null
         and mail_wave.finished_at is null and mail_wave.begins_at <= $1
       order by blast_id, number)",
    [](const db::Row& row) { return ActiveWave{row.as<BlastId>(0), read_wave(row), row.as<people::PersonId>(5)}; }};
const db::Query<Wave(BlastId)> kWaves{
    "select blast_id, number, begins_at, provinces, part from mail_wave where blast_id = $1 order by number",
    read_wave};
const db::Command<void(BlastId, int, people::PersonId, people::PersonId, OptionalInstant)> kAdvance{
    R"(update mail_wave set behind = $4, finished_at = $5
       where blast_id = $1 and number = $2 and behind = $3 and finished_at is null
         and exists (select 1 from mail_blast where id = $1 and confirmed_at is not null and paused_at is null
                     and stopped_at is null))"};

Changed changed(std::int64_t rows) { return rows == 0 ? Changed::no : Changed::yes; }

void insert_waves(db::Write& write, BlastId id, const std::vector<Wave>& waves) {
    for (const Wave& wave : waves)
        write.run(kInsertWave, id, wave.number, wave.begins_at, wave.provinces.bits, wave.part);
}

}  // namespace

BlastId insert(db::Write& write, const Plan& plan, std::string_view planned_by) {
    const auto id = write.new_id<BlastId>();
    const auto topic = plan.topic ? std::optional{plan.topic->value} : std::nullopt;
    write.run(kInsert, id, plan.mailing, plan.name, plan.level, plan.segment, topic, plan.variants,
              plan.tested_per_thousand, plan.per_hour, plan.begins_at, plan.time_zone, plan.local_times, planned_by,
              write.now());
    return id;
}

std::optional<Blast> find(db::Read& read, BlastId id) { return read.one(kFind, id); }

std::vector<Blast> blasts(db::Read& read, std::optional<BlastId> before, std::int64_t limit) {
    return read.all(kNewest, before.value_or(BlastId{std::numeric_limits<std::int64_t>::max()}), limit);
}

std::vector<Blast> of_mailing(db::Read& read, MailingId mailing) { return read.all(kOfMailing, mailing); }

std::vector<Blast> unfinished(db::Read& read) { return read.all(kUnfinished); }

Changed confirm(db::Write& write, BlastId id, const Confirmation& confirmation) {
    if (write.run(kConfirm, id, confirmation.edition, confirmation.by, write.now(), confirmation.counted,
                  confirmation.undo_until, confirmation.segment) == 0)
        return Changed::no;
    insert_waves(write, id, confirmation.waves);
    return Changed::yes;
}

Changed take_back(db::Write& write, BlastId id) {
    if (write.run(kTakeBack, id, write.now()) == 0) return Changed::no;
    write.run(kForgetWaves, id);
    return Changed::yes;
}

Changed pause(db::Write& write, BlastId id) { return changed(write.run(kPause, id, write.now())); }

Changed resume(db::Write& write, BlastId id) { return changed(write.run(kResume, id)); }

Changed stop(db::Write& write, BlastId id) { return changed(write.run(kStop, id, write.now())); }

Changed choose(db::Write& write, BlastId id, Variant winner, const std::vector<Wave>& waves) {
    if (write.run(kChoose, id, winner.number) == 0) return Changed::no;
    insert_waves(write, id, waves);
    return Changed::yes;
}

bool has_done(db::Read& read) { return read.one(kAnyDone).has_value(); }

void finish_done(db::Write& write) { write.run(kFinishDone, write.now()); }

std::vector<ActiveWave> active_waves(db::Read& read, base::Instant now) { return read.all(kActive, now); }

std::vector<Wave> waves(db::Read& read, BlastId id) { return read.all(kWaves, id); }

Changed advance(db::Write& write, const ActiveWave& wave, const Step& step) {
    const auto finished = step.end == Step::End::yes ? OptionalInstant{write.now()} : std::nullopt;
    return changed(write.run(kAdvance, wave.blast, wave.wave.number, step.from, step.to, finished));
}

}  // namespace mail_sending::store
