#include "features/delivery/document_store.h"

namespace delivery::store {
namespace {

using ports::PetitionId;

#define DOCUMENT_COLUMNS                                                                                           \
    "select id, petition_id, kind, languages, paper, names_by, recipient, ordered_at, ordered_by_id, ordered_by, " \
    "state, made_at, file, bytes, pages, names from delivery_document "

OrderedDocument read_document(const db::Row& row) {
    return {.id = row.as<DocumentId>(0),
            .petition = row.as<PetitionId>(1),
            .order = {.kind = row.as<DocumentKind>(2),
                      .languages = languages_of(row.text(3)),
                      .paper = row.as<documents::Paper>(4),
                      .names = row.as<NameOrder>(5),
                      .recipient = row.as<std::string>(6)},
            .ordered_at = row.as<base::Instant>(7),
            .ordered_by_id = row.integer(8),
            .ordered_by = row.as<std::string>(9),
            .state = row.as<DocumentState>(10),
            .made_at = row.as<std::optional<base::Instant>>(11),
            .file = row.as<std::string>(12),
            .bytes = row.integer(13),
            .pages = row.integer(14),
            .names = row.integer(15)};
}

const db::Query<OrderedDocument(PetitionId)> kOfPetition{
    DOCUMENT_COLUMNS "where petition_id = $1 order by id desc limit 50", read_document};
const db::Query<OrderedDocument(DocumentId)> kById{DOCUMENT_COLUMNS "where id = $1", read_document};
const db::Query<OrderedDocument()> kWithNames{DOCUMENT_COLUMNS "where names_by <> 0 order by id", read_document};
#undef DOCUMENT_COLUMNS
const db::Query<DocumentId(base::Instant)> kBefore{"select id from delivery_document where ordered_at < $1 order by id",
                                                   [](const db::Row& row) { return row.as<DocumentId>(0); }};

const db::Command<void(DocumentId, PetitionId, DocumentKind, std::string, documents::Paper, NameOrder, std::string,
                       base::Instant, auth::StaffId, std::string)>
    kInsert{R"sql(
    insert into delivery_document (id, petition_id, kind, languages, paper, names_by, recipient, ordered_at,
                                   ordered_by_id, ordered_by, state, file, bytes, pages, names)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, '', 0, 0, 0)
)sql"};
const db::Command<void(DocumentId, base::Instant, std::string, std::int64_t, std::int64_t, std::int64_t)> kSaveMade{
    "update delivery_document set state = 1, made_at = $2, file = $3, bytes = $4, pages = $5, names = $6 "
    "where id = $1"};
const db::Command<void(DocumentId)> kGiveUp{"update delivery_document set state = 2 where id = $1 and state = 0"};
const db::Command<void(DocumentId)> kRemove{"delete from delivery_document where id = $1"};

const db::Query<NeededFile()> kNeeded{R"sql(
    select 'document ' || cast(id as text), file from delivery_document where file <> ''
    union all select 'scan ' || cast(id as text), file from paper_scan
    union all select 'response of delivery ' || cast(id as text), response_file from delivery where response_file <> ''
)sql",
                                      db::columns<NeededFile, std::string, std::string>};
const db::Query<std::int64_t(std::string_view)> kWithFile{R"sql(
    select id from delivery_document where file = $1
    union all select id from paper_scan where file = $1
    union all select id from delivery where response_file = $1
    limit 1
)sql",
                                                          [](const db::Row& row) { return row.integer(0); }};

}  // namespace

DocumentId insert_document(db::Write& write, PetitionId petition, const DocumentOrder& order,
                           const auth::Principal& staff) {
    const auto id = write.new_id<DocumentId>();
    write.run(kInsert, id, petition, order.kind, text_of(order.languages), order.paper, order.names, order.recipient,
              write.now(), staff.id, staff.name);
    return id;
}

std::vector<OrderedDocument> documents(db::Read& read, PetitionId petition) { return read.all(kOfPetition, petition); }

std::optional<OrderedDocument> find_document(db::Read& read, DocumentId id) { return read.one(kById, id); }

void save_made(db::Write& write, DocumentId id, const Made& made) {
    write.run(kSaveMade, id, write.now(), made.file, made.bytes, made.pages, made.names);
}

void give_up(db::Write& write, DocumentId id) { write.run(kGiveUp, id); }

std::vector<OrderedDocument> documents_with_names(db::Read& read) { return read.all(kWithNames); }

std::vector<DocumentId> documents_before(db::Read& read, base::Instant before) { return read.all(kBefore, before); }

void remove_document(db::Write& write, DocumentId id) { write.run(kRemove, id); }

std::vector<NeededFile> needed_files(db::Read& read) { return read.all(kNeeded); }

bool is_file_needed(db::Read& read, std::string_view file) { return read.one(kWithFile, file).has_value(); }

}  // namespace delivery::store
