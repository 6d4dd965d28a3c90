// features/delivery/document_store.h - ordered documents in the database, and which files of the store are needed.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/delivery/document_order.h"
#include "platform/auth/principal.h"
#include "platform/db/transaction.h"

namespace delivery::store {

DocumentId insert_document(db::Write& write, ports::PetitionId petition, const DocumentOrder& order,
                           const auth::Principal& staff);
std::vector<OrderedDocument> documents(db::Read& read, ports::PetitionId petition);  // newest first, at most 50
std::optional<OrderedDocument> find_document(db::Read& read, DocumentId id);

struct Made {
    std::string file;
    std::int64_t bytes, pages, names;
};
void save_made(db::Write& write, DocumentId id, const Made& made);
void give_up(db::Write& write, DocumentId id);

// Those that hold names of people.
std::vector<OrderedDocument> documents_with_names(db::Read& read);
// Made before that moment.
std::vector<DocumentId> documents_before(db::Read& read, base::Instant before);
void remove_document(db::Write& write, DocumentId id);

// Files that some row of this slice names: documents, scans, responses.
struct NeededFile {
    std::string what;  // "document 17"
    std::string file;
};
std::vector<NeededFile> needed_files(db::Read& read);
bool is_file_needed(db::Read& read, std::string_view file);

}  // namespace delivery::store
