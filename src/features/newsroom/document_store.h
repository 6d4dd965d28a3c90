// features/newsroom/document_store.h - uploaded documents as rows, and what is attached to an item.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/newsroom/document.h"
#include "features/newsroom/item.h"
#include "platform/db/transaction.h"

namespace newsroom::store {

struct Document {
    DocumentId id;
    std::string path;  // "/documents/17325/brief.pdf"
    DocumentType type;
    std::int64_t size;  // bytes
    std::string file;   // address in the store of files
};

struct NewDocument {
    std::string_view uploaded_name, file;
    DocumentType type;
    std::int64_t size;
};
Document insert_document(db::Write& write, const NewDocument& document, std::string_view staff_name);

std::optional<Document> find_document(db::Read& read, DocumentId id);
// Those of them that were uploaded here, in the order of the attachments.
std::vector<Document> documents_of(db::Read& read, const std::vector<Attachment>& attachments);
// Whether an item that is public in some language has it.
bool is_public(db::Read& read, const Document& document);

// What is attached to the item from now on, in this order. Counts as a change of its details.
void save_attachments(db::Write& write, ItemId item, const std::vector<Attachment>& attachments,
                      std::string_view staff_name);

// Uploaded before this moment, attached to nothing, and in nobody's unsaved draft; at most `limit`.
struct Loose {
    base::Instant before;
    std::int64_t limit;
};
std::vector<Document> loose_documents(db::Read& read, const Loose& loose);
void remove_document(db::Write& write, DocumentId id);

bool is_file_needed(db::Read& read, std::string_view file);
std::vector<Document> all_documents(db::Read& read);

}  // namespace newsroom::store
