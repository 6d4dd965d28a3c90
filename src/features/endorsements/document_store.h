// features/endorsements/document_store.h - which document belongs to which proclamation or resolution.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/endorsements/endorsement.h"
#include "platform/db/transaction.h"
#include "ports/scans.h"

namespace endorsements {

// A file of the store, and what it is.
struct Document {
    std::string file;  // its address
    std::string name;  // "resolution-2026-41.pdf"
    ports::ScanType type;
    std::int64_t bytes;
    base::Instant added_at{};
    std::string added_by{};
};

}  // namespace endorsements

namespace endorsements::store {

std::optional<Document> document_of(db::Read& read, EndorsementId endorsement);

// Of all that are shown under this petition.
std::map<EndorsementId, Document> documents(db::Read& read, PetitionId petition);

// In place of the one before.
void save_document(db::Write& write, EndorsementId endorsement, const Document& document);
void remove_document(db::Write& write, EndorsementId endorsement);

bool is_file_needed(db::Read& read, const std::string& file);
std::vector<std::string> needed_files(db::Read& read);

}  // namespace endorsements::store
