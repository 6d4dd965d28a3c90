#include "features/newsroom/document_store.h"

namespace newsroom::store {
namespace {

#define DOCUMENT_COLUMNS "select d.id, d.path, d.type, d.size, d.file from news_document d "

Document read_document(const db::Row& row) {
    return {.id = row.as<DocumentId>(0),
            .path = row.as<std::string>(1),
            .type = document_type_of(row.as<std::string>(2)).value_or(DocumentType::txt),
            .size = row.integer(3),
            .file = row.as<std::string>(4)};
}

const db::Query<Document(DocumentId)> kById{DOCUMENT_COLUMNS "where d.id = $1", read_document};
const db::Query<Document()> kAll{DOCUMENT_COLUMNS "order by d.id", read_document};
const db::Query<Document(base::Instant, std::int64_t)> kLoose{
    DOCUMENT_COLUMNS
    "where d.created_at < $1 "
    "and not exists (select 1 from news_attachment a where a.address = d.path) "
    "and not exists (select 1 from news_draft n where n.form like '%' || d.path || '%') "
    "order by d.id limit $2",
    read_document};
#undef DOCUMENT_COLUMNS

const db::Query<std::int64_t(std::string_view)> kPublicUses{R"sql(
    select a.item_id from news_attachment a join news_text t on t.item_id = a.item_id and t.public_id is not null
    where a.address = $1 limit 1
)sql",
                                                            [](const db::Row& row) { return row.integer(0); }};
const db::Query<std::int64_t(std::string_view)> kWithFile{"select id from news_document where file = $1 limit 1",
                                                          [](const db::Row& row) { return row.integer(0); }};

const db::Command<void(DocumentId, std::string_view, std::string_view, std::int64_t, std::string_view, base::Instant,
                       std::string_view)>
    kInsert{R"sql(
    insert into news_document (id, path, type, size, file, created_at, created_by) values ($1, $2, $3, $4, $5, $6, $7)
)sql"};
const db::Command<void(DocumentId)> kRemove{"delete from news_document where id = $1"};

const db::Command<void(ItemId)> kDropAttachments{"delete from news_attachment where item_id = $1"};
const db::Command<void(ItemId, std::int64_t, std::string_view, std::string_view, std::string_view)> kPutAttachment{
    "insert into news_attachment (item_id, place, address, label_en, label_fr) values ($1, $2, $3, $4, $5)"};
const db::Command<void(ItemId, base::Instant, std::string_view)> kNoteChange{
    "update news_item set changed_at = $2, changed_by = $3 where id = $1"};

}  // namespace

Document insert_document(db::Write& write, const NewDocument& document, std::string_view staff_name) {
    const auto id = write.new_id<DocumentId>();
    const auto path = document_path(id, document.uploaded_name, document.type);
    write.run(kInsert, id, path, ending_of(document.type), document.size, document.file, write.now(), staff_name);
    return {id, path, document.type, document.size, std::string{document.file}};
}

std::optional<Document> find_document(db::Read& read, DocumentId id) { return read.one(kById, id); }

std::vector<Document> documents_of(db::Read& read, const std::vector<Attachment>& attachments) {
    std::vector<Document> documents;
    for (const Attachment& each : attachments) {
        const auto id = document_in(each.address);
        auto found = id ? find_document(read, *id) : std::nullopt;
        if (found && found->path == each.address) documents.push_back(*std::move(found));
    }
    return documents;
}

bool is_public(db::Read& read, const Document& document) { return read.one(kPublicUses, document.path).has_value(); }

void save_attachments(db::Write& write, ItemId item, const std::vector<Attachment>& attachments,
                      std::string_view staff_name) {
    write.run(kDropAttachments, item);
    std::int64_t place = 0;
    for (const Attachment& each : attachments)
        write.run(kPutAttachment, item, ++place, each.address, each.label_en, each.label_fr);
    write.run(kNoteChange, item, write.now(), staff_name);
}

std::vector<Document> loose_documents(db::Read& read, const Loose& loose) {
    return read.all(kLoose, loose.before, loose.limit);
}

void remove_document(db::Write& write, DocumentId id) { write.run(kRemove, id); }

bool is_file_needed(db::Read& read, std::string_view file) { return read.one(kWithFile, file).has_value(); }

std::vector<Document> all_documents(db::Read& read) { return read.all(kAll); }

}  // namespace newsroom::store
