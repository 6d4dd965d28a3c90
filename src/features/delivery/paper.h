// features/delivery/paper.h - signatures by hand: bundles of sheets, counted apart from those of this site, and their
// scans. Pure.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/problem.h"
#include "base/result.h"
#include "ports/editing.h"
#include "ports/petition_terms.h"
#include "ports/scans.h"

namespace delivery {

using BatchId = base::Id<struct PaperBatchTag>;
using ScanId = base::Id<struct PaperScanTag>;

// A bundle as staff count it.
struct BatchWords {
    base::Day received_on;
    std::string place, collector;  // 0..200 characters
    std::int64_t sheets;           // 1..100,000
    std::int64_t valid;            // 0..10,000,000
    std::int64_t refused;          // likewise
    std::string note;              // 0..2,000 characters, for staff
    bool operator==(const BatchWords&) const = default;
};

// Who did something, as an account and by name.
struct Doer {
    std::int64_t account;
    std::string name;
    base::Instant at;
};

struct Batch {
    BatchId id;
    ports::PetitionId petition;
    BatchWords words;
    Doer entered;
    ports::Saving saving;
    std::optional<Doer> checked;
    std::optional<base::Instant> removed_at;
};

inline constexpr std::array<std::string_view, 7> kBatchFields{"received_on", "place",   "collector", "sheets",
                                                              "valid",       "refused", "note"};

base::Result<BatchWords, base::Problems> read_batch(const ports::NamedTexts& typed, base::Day today);
ports::NamedTexts named(const BatchWords& words);

// Whether a batch needs a second person before it counts.
enum class PaperCheck : unsigned char { not_needed = 0, needed = 1 };

// What is said in public. Never added to the figure of this site.
struct PaperCount {
    std::int64_t valid = 0, sheets = 0;  // of the batches that count
    std::int64_t waiting = 0;            // valid signatures of batches that nobody checked yet; 0 where none needs it
};

using ports::ScanType;

}  // namespace delivery
