// features/representatives/import_record.h - a file that staff brought, and what came of it. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "base/id.h"
#include "base/instant.h"
#include "models/ridings/provider.h"

namespace representatives {

using ImportId = base::Id<struct RepresentativesImportTag>;

// Stored as these numbers.
enum class ImportState : unsigned char { waits = 0, came_in = 1, was_left = 2 };

// whole: what is not in the file is gone.
enum class Coverage : unsigned char { part = 0, whole = 1 };

struct ImportCounts {
    std::int64_t added = 0, changed = 0, gone = 0, same = 0;
    bool operator==(const ImportCounts&) const = default;
};

struct ImportRecord {
    ImportId id{0};
    ridings::Content content = ridings::Content::ridings;
    std::string provider{};  // its key
    std::string set{};       // empty where the file names the sets itself
    std::string file_name{};
    std::string file{};     // address in the store; empty once it is not needed any more
    std::int64_t size = 0;  // bytes
    Coverage coverage = Coverage::part;
    std::string source{}, as_of{};
    ImportState state = ImportState::waits;
    ImportCounts counts{};
    base::Instant created_at{};
    std::string created_by{};
    std::optional<base::Instant> finished_at{};
    std::string finished_by{};
};

}  // namespace representatives
