// features/delivery/paper_store.h - bundles of paper and their scans in the database.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/delivery/paper.h"
#include "platform/auth/principal.h"
#include "platform/db/transaction.h"

namespace delivery::store {

struct Scan {
    ScanId id;
    BatchId batch;
    std::string name;
    ScanType type;
    std::int64_t bytes;
    std::string file;  // address in the store of files
    base::Instant created_at;
    std::string created_by;
};

// Newest first; removed ones too.
std::vector<Batch> batches(db::Read& read, ports::PetitionId petition);
std::optional<Batch> find_batch(db::Read& read, BatchId id);
BatchId insert_batch(db::Write& write, ports::PetitionId petition, const BatchWords& words,
                     const auth::Principal& staff);
// Changed words have to be checked anew.
void save_batch(db::Write& write, BatchId id, const BatchWords& words, std::string_view staff_name);
void check_batch(db::Write& write, BatchId id, const auth::Principal& staff);
void remove_batch(db::Write& write, BatchId id, std::string_view staff_name);

PaperCheck paper_check(db::Read& read, ports::PetitionId petition);
void save_paper_check(db::Write& write, ports::PetitionId petition, PaperCheck check);

// One statement, by an index.
PaperCount paper_count(db::Read& read, ports::PetitionId petition);

std::vector<Scan> scans(db::Read& read, BatchId batch);
std::optional<Scan> find_scan(db::Read& read, ScanId id);
struct NewScan {
    BatchId batch;
    std::string name, file;
    ScanType type;
    std::int64_t bytes;
};
ScanId insert_scan(db::Write& write, const NewScan& scan, std::string_view staff_name);
void remove_scan(db::Write& write, ScanId id);

}  // namespace delivery::store
