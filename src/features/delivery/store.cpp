#include "features/delivery/store.h"

#include <algorithm>
#include <string>

namespace delivery::store {
namespace {

using OptionalInstant = std::optional<base::Instant>;
using ports::PetitionId;
using ports::SignerClass;

std::string iso(std::optional<base::Day> day) { return day ? base::iso(*day) : std::string{}; }

#define RECORD_COLUMNS                                                                                              \
    "select id, petition_id, delivered_on, recipient, office, place, words_en, words_fr, picture_id, response_on, " \
    "response_en, response_fr, response_file, response_type, on_paper, counted_at, changed_by, changed_at, "        \
    "published_at from delivery "

Record read_record(const db::Row& row) {
    return {.id = row.as<DeliveryId>(0),
            .petition = row.as<PetitionId>(1),
            .words = {.delivered_on = base::day_of(row.text(2)).value_or(base::Day{}),
                      .recipient = row.as<std::string>(3),
                      .office = row.as<std::string>(4),
                      .place = row.as<std::string>(5),
                      .words_en = row.as<std::string>(6),
                      .words_fr = row.as<std::string>(7),
                      .picture = row.integer(8),
                      .response_on = base::day_of(row.text(9)),
                      .response_en = row.as<std::string>(10),
                      .response_fr = row.as<std::string>(11)},
            .response_file = {row.as<std::string>(12), row.as<std::string>(13)},
            .on_paper = row.integer(14),
            .counted_at = row.as<base::Instant>(15),
            .saving = {row.as<std::string>(16), row.as<base::Instant>(17)},
            .published_at = row.as<OptionalInstant>(18)};
}

const db::Query<Record(PetitionId)> kAll{RECORD_COLUMNS "where petition_id = $1 order by delivered_on desc, id desc",
                                         read_record};
const db::Query<Record(PetitionId)> kPublished{
    RECORD_COLUMNS "where petition_id = $1 and published_at is not null order by delivered_on desc, id desc",
    read_record};
const db::Query<Record(DeliveryId)> kById{RECORD_COLUMNS "where id = $1", read_record};
const db::Query<Record(std::int64_t)> kByPicture{RECORD_COLUMNS "where picture_id = $1 order by id", read_record};
#undef RECORD_COLUMNS

struct ClassCount {
    SignerClass signer_class;
    std::int64_t signers;
};
const db::Query<ClassCount(DeliveryId)> kCounts{
    "select class, signers from delivery_count where delivery_id = $1 order by class",
    db::columns<ClassCount, SignerClass, std::int64_t>};

const db::Command<void(DeliveryId, PetitionId, std::string, std::string, std::string, std::string, std::string,
                       std::string, std::int64_t, std::string, std::string, std::string, std::int64_t, base::Instant,
                       std::string_view)>
    kInsert{R"sql(
    insert into delivery (id, petition_id, delivered_on, recipient, office, place, words_en, words_fr, picture_id,
                          response_on, response_en, response_fr, response_file, response_type, on_paper, counted_at,
                          created_by, changed_at, changed_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', '', $13, $14, $15, $14, $15)
)sql"};
const db::BatchCommand<void(DeliveryId, SignerClass, std::int64_t)> kInsertCounts{
    "insert into delivery_count (delivery_id, class, signers) values ($1, $2, $3)"};

const db::Command<void(DeliveryId, std::string, std::string, std::string, std::string, std::string, std::string,
                       std::int64_t, std::string, std::string, std::string, base::Instant, std::string_view)>
    kSave{R"sql(
    update delivery
    set delivered_on = $2, recipient = $3, office = $4, place = $5, words_en = $6, words_fr = $7, picture_id = $8,
        response_on = $9, response_en = $10, response_fr = $11, changed_at = $12, changed_by = $13
    where id = $1
)sql"};
const db::Command<void(DeliveryId, std::string, std::string, base::Instant, std::string_view)> kSaveResponseFile{
    "update delivery set response_file = $2, response_type = $3, changed_at = $4, changed_by = $5 where id = $1"};
const db::Command<void(DeliveryId, base::Instant, std::string_view)> kPublish{
    "update delivery set published_at = $2, published_by = $3 where id = $1 and published_at is null"};
const db::Command<void(DeliveryId)> kHide{"update delivery set published_at = null, published_by = null where id = $1"};

Official read_official(const db::Row& row) {
    return {.parliament = row.as<Parliament>(0),
            .words = {.number = row.as<std::string>(1),
                      .link = row.as<std::string>(2),
                      .sponsor = row.as<std::string>(3),
                      .supporters = row.integer(4),
                      .opens_on = base::day_of(row.text(5)),
                      .closes_on = base::day_of(row.text(6)),
                      .presented_on = base::day_of(row.text(7)),
                      .answered_on = base::day_of(row.text(8))},
            .saving = {row.as<std::string>(9), row.as<base::Instant>(10)}};
}

const db::Query<Official(PetitionId)> kOfficials{R"sql(
    select parliament, number, link, sponsor, supporters, opens_on, closes_on, presented_on, answered_on,
           changed_by, changed_at
    from official_petition where petition_id = $1 order by parliament
)sql",
                                                 read_official};

const db::Command<void(PetitionId, Parliament, std::string, std::string, std::string, std::int64_t, std::string,
                       std::string, std::string, std::string, base::Instant, std::string_view)>
    kSaveOfficial{R"sql(
    insert into official_petition (petition_id, parliament, number, link, sponsor, supporters, opens_on, closes_on,
                                   presented_on, answered_on, changed_at, changed_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    on conflict (petition_id, parliament) do update
    set number = excluded.number, link = excluded.link, sponsor = excluded.sponsor, supporters = excluded.supporters,
        opens_on = excluded.opens_on, closes_on = excluded.closes_on, presented_on = excluded.presented_on,
        answered_on = excluded.answered_on, changed_at = excluded.changed_at, changed_by = excluded.changed_by
)sql"};

void add_counts(db::Read& read, Record& record) {
    for (const auto& [signer_class, signers] : read.all(kCounts, record.id)) record.counts[signer_class] = signers;
}

std::vector<Record> with_counts(db::Read& read, std::vector<Record> records) {
    for (Record& record : records) add_counts(read, record);
    return records;
}

}  // namespace

std::vector<Record> records(db::Read& read, PetitionId petition, Which which) {
    return with_counts(read, read.all(which == Which::all ? kAll : kPublished, petition));
}

std::optional<Record> find_record(db::Read& read, DeliveryId id) {
    auto record = read.one(kById, id);
    if (record) add_counts(read, *record);
    return record;
}

std::vector<Record> records_with_picture(db::Read& read, std::int64_t picture) { return read.all(kByPicture, picture); }

DeliveryId insert_record(db::Write& write, const NewRecord& record, std::string_view staff_name) {
    const auto id = write.new_id<DeliveryId>();
    const RecordWords& words = record.words;
    write.run(kInsert, id, record.petition, base::iso(words.delivered_on), words.recipient, words.office, words.place,
              words.words_en, words.words_fr, words.picture, iso(words.response_on), words.response_en,
              words.response_fr, record.counted.on_paper, write.now(), staff_name);
    std::vector<ClassCount> counts;
    for (const auto& [signer_class, signers] : record.counted.signers) counts.push_back({signer_class, signers});
    write.run_batch(kInsertCounts, counts,
                    [id](const ClassCount& count) { return std::tuple{id, count.signer_class, count.signers}; });
    return id;
}

void save_record(db::Write& write, DeliveryId id, const RecordWords& words, std::string_view staff_name) {
    write.run(kSave, id, base::iso(words.delivered_on), words.recipient, words.office, words.place, words.words_en,
              words.words_fr, words.picture, iso(words.response_on), words.response_en, words.response_fr, write.now(),
              staff_name);
}

void save_response_file(db::Write& write, DeliveryId id, const ResponseFile& file, std::string_view staff_name) {
    write.run(kSaveResponseFile, id, file.file, file.type, write.now(), staff_name);
}

void publish_record(db::Write& write, DeliveryId id, std::string_view staff_name) {
    write.run(kPublish, id, write.now(), staff_name);
}

void hide_record(db::Write& write, DeliveryId id) { write.run(kHide, id); }

std::vector<Official> officials(db::Read& read, PetitionId petition) { return read.all(kOfficials, petition); }

std::optional<Official> find_official(db::Read& read, PetitionId petition, Parliament parliament) {
    for (auto& official : officials(read, petition))
        if (official.parliament == parliament) return std::move(official);
    return std::nullopt;
}

void save_official(db::Write& write, const OfficialEntry& entry, std::string_view staff_name) {
    const OfficialWords& words = entry.words;
    write.run(kSaveOfficial, entry.petition, entry.parliament, words.number, words.link, words.sponsor,
              words.supporters, iso(words.opens_on), iso(words.closes_on), iso(words.presented_on),
              iso(words.answered_on), write.now(), staff_name);
}

}  // namespace delivery::store
