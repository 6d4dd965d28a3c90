#include "features/endorsements/document_store.h"

namespace endorsements::store {
namespace {

// From the given column on.
Document read_document(const db::Row& row, int first) {
    return {.file = row.as<std::string>(first),
            .name = row.as<std::string>(first + 1),
            .type = ports::scan_type_named(row.as<std::string>(first + 2)).value_or(ports::ScanType::pdf),
            .bytes = row.integer(first + 3),
            .added_at = row.as<base::Instant>(first + 4),
            .added_by = row.as<std::string>(first + 5)};
}

const db::Query<Document(EndorsementId)> kFind{
    "select file, name, type, bytes, added_at, added_by from endorsement_document where endorsement_id = $1",
    [](const db::Row& row) { return read_document(row, 0); }};

using Shown = std::pair<EndorsementId, Document>;
const db::Query<Shown(PetitionId)> kShown{
    R"sql(
    select endorsement.id, file, endorsement_document.name, type, bytes, added_at, added_by
    from endorsement join endorsement_document on endorsement_document.endorsement_id = endorsement.id
    where endorsement.petition_id = $1 and endorsement.state = 2
)sql",
    [](const db::Row& row) { return Shown{row.as<EndorsementId>(0), read_document(row, 1)}; }};

const db::Command<void(EndorsementId, std::string, std::string, std::string_view, std::int64_t, base::Instant,
                       std::string)>
    kSave{R"sql(
    insert into endorsement_document (endorsement_id, file, name, type, bytes, added_at, added_by)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (endorsement_id) do update set file = excluded.file, name = excluded.name, type = excluded.type,
        bytes = excluded.bytes, added_at = excluded.added_at, added_by = excluded.added_by
)sql"};

const db::Command<void(EndorsementId)> kRemove{"delete from endorsement_document where endorsement_id = $1"};

const db::Query<std::int64_t(std::string)> kIsNeeded{"select count(*) from endorsement_document where file = $1",
                                                     db::columns<std::int64_t, std::int64_t>};

const db::Query<std::string()> kNeeded{"select distinct file from endorsement_document order by file",
                                       db::columns<std::string, std::string>};

}  // namespace

std::optional<Document> document_of(db::Read& read, EndorsementId endorsement) { return read.one(kFind, endorsement); }

std::map<EndorsementId, Document> documents(db::Read& read, PetitionId petition) {
    const auto rows = read.all(kShown, petition);
    return {rows.begin(), rows.end()};
}

void save_document(db::Write& write, EndorsementId endorsement, const Document& document) {
    write.run(kSave, endorsement, document.file, document.name, name_of(document.type), document.bytes, write.now(),
              document.added_by);
}

void remove_document(db::Write& write, EndorsementId endorsement) { write.run(kRemove, endorsement); }

bool is_file_needed(db::Read& read, const std::string& file) { return read.one(kIsNeeded, file).value_or(0) > 0; }

std::vector<std::string> needed_files(db::Read& read) { return read.all(kNeeded); }

}  // namespace endorsements::store
