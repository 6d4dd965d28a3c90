#include "features/delivery/paper_store.h"

namespace delivery::store {
namespace {

using ports::PetitionId;

std::optional<Doer> doer(const db::Row& row, int first) {
    if (row.is_null(first)) return std::nullopt;
    return Doer{row.integer(first), row.as<std::string>(first + 1), row.as<base::Instant>(first + 2)};
}

#define BATCH_COLUMNS                                                                                                  \
    "select id, petition_id, received_on, place, collector, sheets, valid, refused, note, entered_by_id, entered_by, " \
    "entered_at, changed_by, changed_at, checked_by_id, checked_by, checked_at, removed_at from paper_batch "

Batch read_batch(const db::Row& row) {
    return {.id = row.as<BatchId>(0),
            .petition = row.as<PetitionId>(1),
            .words = {.received_on = base::day_of(row.text(2)).value_or(base::Day{}),
                      .place = row.as<std::string>(3),
                      .collector = row.as<std::string>(4),
                      .sheets = row.integer(5),
                      .valid = row.integer(6),
                      .refused = row.integer(7),
                      .note = row.as<std::string>(8)},
            .entered = *doer(row, 9),
            .saving = {row.as<std::string>(12), row.as<base::Instant>(13)},
            .checked = doer(row, 14),
            .removed_at = row.as<std::optional<base::Instant>>(17)};
}

const db::Query<Batch(PetitionId)> kBatches{BATCH_COLUMNS "where petition_id = $1 order by id desc", read_batch};
const db::Query<Batch(BatchId)> kBatch{BATCH_COLUMNS "where id = $1", read_batch};
#undef BATCH_COLUMNS

const db::Command<void(BatchId, PetitionId, std::string, std::string, std::string, std::int64_t, std::int64_t,
                       std::int64_t, std::string, base::Instant, auth::StaffId, std::string)>
    kInsertBatch{R"sql(
    insert into paper_batch (id, petition_id, received_on, place, collector, sheets, valid, refused, note, entered_at,
                             entered_by_id, entered_by, changed_at, changed_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $10, $12)
)sql"};
const db::Command<void(BatchId, std::string, std::string, std::string, std::int64_t, std::int64_t, std::int64_t,
                       std::string, base::Instant, std::string_view)>
    kSaveBatch{R"sql(
    update paper_batch
    set received_on = $2, place = $3, collector = $4, sheets = $5, valid = $6, refused = $7, note = $8,
        changed_at = $9, changed_by = $10, checked_at = null, checked_by_id = null, checked_by = null
    where id = $1
)sql"};
const db::Command<void(BatchId, base::Instant, auth::StaffId, std::string)> kCheckBatch{
    "update paper_batch set checked_at = $2, checked_by_id = $3, checked_by = $4 where id = $1"};
const db::Command<void(BatchId, base::Instant, std::string_view)> kRemoveBatch{
    "update paper_batch set removed_at = $2, removed_by = $3 where id = $1 and removed_at is null"};

const db::Query<PaperCheck(PetitionId)> kCheck{"select needs_check from paper_setting where petition_id = $1",
                                               [](const db::Row& row) { return row.as<PaperCheck>(0); }};
const db::Command<void(PetitionId, PaperCheck)> kSaveCheck{R"sql(
    insert into paper_setting (petition_id, needs_check) values ($1, $2)
    on conflict (petition_id) do update set needs_check = excluded.needs_check
)sql"};

const db::Query<PaperCount(PetitionId)> kCount{R"sql(
    select cast(coalesce(sum(case when counts = 1 then valid else 0 end), 0) as bigint),
           cast(coalesce(sum(case when counts = 1 then sheets else 0 end), 0) as bigint),
           cast(coalesce(sum(case when counts = 1 then 0 else valid end), 0) as bigint)
    from (select b.valid, b.sheets,
                 case when b.checked_at is not null or coalesce(s.needs_check, 0) = 0 then 1 else 0 end as counts
          from paper_batch b left join paper_setting s on s.petition_id = b.petition_id
          where b.petition_id = $1 and b.removed_at is null) as batch
)sql",
                                               db::columns<PaperCount, std::int64_t, std::int64_t, std::int64_t>};

#define SCAN_COLUMNS "select id, batch_id, name, type, bytes, file, created_at, created_by from paper_scan "
Scan read_scan(const db::Row& row) {
    return {.id = row.as<ScanId>(0),
            .batch = row.as<BatchId>(1),
            .name = row.as<std::string>(2),
            .type = ports::scan_type_named(row.text(3)).value_or(ScanType::pdf),
            .bytes = row.integer(4),
            .file = row.as<std::string>(5),
            .created_at = row.as<base::Instant>(6),
            .created_by = row.as<std::string>(7)};
}
const db::Query<Scan(BatchId)> kScans{SCAN_COLUMNS "where batch_id = $1 order by id", read_scan};
const db::Query<Scan(ScanId)> kScan{SCAN_COLUMNS "where id = $1", read_scan};
#undef SCAN_COLUMNS
const db::Command<void(ScanId, BatchId, std::string, std::string_view, std::int64_t, std::string, base::Instant,
                       std::string_view)>
    kInsertScan{R"sql(
    insert into paper_scan (id, batch_id, name, type, bytes, file, created_at, created_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
)sql"};
const db::Command<void(ScanId)> kRemoveScan{"delete from paper_scan where id = $1"};

}  // namespace

std::vector<Batch> batches(db::Read& read, PetitionId petition) { return read.all(kBatches, petition); }

std::optional<Batch> find_batch(db::Read& read, BatchId id) { return read.one(kBatch, id); }

BatchId insert_batch(db::Write& write, PetitionId petition, const BatchWords& words, const auth::Principal& staff) {
    const auto id = write.new_id<BatchId>();
    write.run(kInsertBatch, id, petition, base::iso(words.received_on), words.place, words.collector, words.sheets,
              words.valid, words.refused, words.note, write.now(), staff.id, staff.name);
    return id;
}

void save_batch(db::Write& write, BatchId id, const BatchWords& words, std::string_view staff_name) {
    write.run(kSaveBatch, id, base::iso(words.received_on), words.place, words.collector, words.sheets, words.valid,
              words.refused, words.note, write.now(), staff_name);
}

void check_batch(db::Write& write, BatchId id, const auth::Principal& staff) {
    write.run(kCheckBatch, id, write.now(), staff.id, staff.name);
}

void remove_batch(db::Write& write, BatchId id, std::string_view staff_name) {
    write.run(kRemoveBatch, id, write.now(), staff_name);
}

PaperCheck paper_check(db::Read& read, PetitionId petition) {
    return read.one(kCheck, petition).value_or(PaperCheck::not_needed);
}

void save_paper_check(db::Write& write, PetitionId petition, PaperCheck check) {
    write.run(kSaveCheck, petition, check);
}

PaperCount paper_count(db::Read& read, PetitionId petition) {
    return read.one(kCount, petition).value_or(PaperCount{});
}

std::vector<Scan> scans(db::Read& read, BatchId batch) { return read.all(kScans, batch); }

std::optional<Scan> find_scan(db::Read& read, ScanId id) { return read.one(kScan, id); }

ScanId insert_scan(db::Write& write, const NewScan& scan, std::string_view staff_name) {
    const auto id = write.new_id<ScanId>();
    write.run(kInsertScan, id, scan.batch, scan.name, name_of(scan.type), scan.bytes, scan.file, write.now(),
              staff_name);
    return id;
}

void remove_scan(db::Write& write, ScanId id) { write.run(kRemoveScan, id); }

}  // namespace delivery::store
