// features/count_proof/log_reader.h - a downloaded log, checked without a database: `alltogether verify log` and
// `heads`.
#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "base/result.h"
#include "features/count_proof/head.h"
#include "features/count_proof/note.h"
#include "features/count_proof/tree.h"

namespace count_proof {

// What is wrong, as a sentence for a terminal.
struct Wrong {
    std::string text;
};

// Whoever verifies trusts what one of them signed; empty: nobody is trusted, and a log has to be sound in itself.
using TrustedKeys = std::vector<PublicKey>;

// A log that was counted and hashed anew.
struct VerifiedLog {
    TreeHead head;
    std::vector<Hash> keys;  // as its entries announce them
};

// A file as /api/v1/count-proof/log gives it, or a folder with the head in head.txt and entries in entries-N.bin, where
// N is the position of the first entry of each. Reads entry by entry; keeps 32 bytes of each. The head must be signed
// by the key that was announced last, and by one that is trusted.
base::Result<VerifiedLog, Wrong> verify_log(const std::filesystem::path& path, const TrustedKeys& trusted);

// Two heads, and what connects them: a consistency proof as the API gives it, or the log itself.
struct TwoHeads {
    std::string old_note, new_note;
    std::string proof{};
    std::filesystem::path log{};
    TrustedKeys keys{};
};
// A sentence that says what was found to hold.
base::Result<std::string, Wrong> verify_heads(const TwoHeads& heads);

}  // namespace count_proof
