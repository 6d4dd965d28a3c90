// features/representatives/plan_service.h - what a file would do to what is there, and doing it: all of it, or nothing.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "features/representatives/import_record.h"
#include "features/representatives/office_store.h"
#include "features/representatives/place_store.h"
#include "models/ridings/rows.h"
#include "platform/db/transaction.h"

namespace representatives {

// One thing that would happen, for people to read.
struct PlannedStep {
    enum class Effect : unsigned char { added, changed, gone } effect;
    std::string name;               // of the riding, person, postal code
    std::string before{}, after{};  // of a change; of a postal code its ridings
    std::optional<people::Office> office{};
};

// What the codes of one set become.
struct PlannedCodes {
    store::CodesOfSet all;
    std::vector<ridings::PackedCode> changed;
};

struct ImportPlan {
    ImportCounts counts{};
    std::vector<PlannedStep> steps{};             // the first kShownSteps
    std::vector<ridings::RowTrouble> troubles{};  // of the file, and where it does not fit what is there
    std::int64_t more_troubles = 0;
    std::vector<std::string> passed_over{};  // sets that the file names and that are none of ours
    std::string newer{};                     // the file is stale: what is there is of this day; else empty
    std::optional<std::int64_t> of_total{};  // the file is one page of so many rows

    bool is_sound() const { return troubles.empty(); }

    // What is done.
    std::vector<RidingSet> sets{};
    std::vector<StoredRiding> ridings{};
    std::vector<RidingId> gone_ridings{};
    std::vector<Holder> new_holders{};
    std::vector<StoredHolder> changed_holders{};
    std::vector<RepresentativeId> leaving{};
    std::map<std::string, PlannedCodes> codes{};  // by set
    store::Points points{};
    std::vector<ridings::PackedCode> changed_points{};
    std::vector<store::StoredBoundary> boundaries{};
    std::vector<RidingId> dropped_boundaries{};
};

inline constexpr std::size_t kShownSteps = 200;

// What the plan would do, in few digits: of a page and of the button below it they are the same, as long as nobody
// changed what is there.
std::string fingerprint_of(const ImportPlan& plan);

// Compares the rows with what is there. Nothing is written.
ImportPlan plan_import(db::Read& read, const ImportRecord& import, const ridings::Reading& reading);

// Of a sound plan that was made in the same transaction.
void carry_out(db::Write& write, const ImportPlan& plan, std::string_view staff_name);

}  // namespace representatives
