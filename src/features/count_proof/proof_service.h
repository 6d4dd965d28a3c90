// features/count_proof/proof_service.h - what the log can show: hashes, proofs, receipts, and itself as a file.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "features/count_proof/log_store.h"
#include "features/count_proof/receipt.h"
#include "features/count_proof/store.h"

namespace count_proof {

// Hashes of ranges from the database: at most one statement for subtrees and one for pages. Ranges end within the log.
std::vector<Hash> hashes_of(db::Read& read, std::span<const Range> ranges);

// The right edge of the tree of that size, ready to grow.
Edge edge_of(db::Read& read, std::int64_t size);

// The proof that the tree of new_size entries begins with that of old_size; both sizes within the log.
std::vector<Hash> consistency_proof(db::Read& read, const Growth& growth);

// What the signer can be given now; nullopt where nothing was entered about this signature, or its salt is gone.
std::optional<Receipt> receipt_of(db::Read& read, SignatureId signature, base::Instant now);

// The bytes of entries first..end of the log, page by page.
void write_entries(db::Read& read, const Range& range, const std::function<void(std::string_view)>& write);

// The log as one file: "alltogether-count-log 1 N\n", the newest signed head (N bytes), all its entries. nullopt before
// the first head.
struct LogFile {
    std::string beginning;
    std::int64_t size;
};
std::optional<LogFile> log_file(db::Read& read);

}  // namespace count_proof
