// features/representatives/tables_service.h - ridings, postal codes, boundaries and offices in memory, as they stand in
// the database: whoever asks gets what is true in their snapshot, or newer. An import by another server or a command is
// seen by the next question.
#pragma once
#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <vector>

#include "features/representatives/holder.h"
#include "features/representatives/place_store.h"
#include "models/ridings/atlas.h"
#include "platform/db/transaction.h"

namespace representatives {

// Sets and ridings, with those that are gone.
struct PlaceTable {
    std::vector<RidingSet> sets;
    std::unordered_map<RidingId, StoredRiding> ridings;
    std::unordered_map<RidingId, RidingId> towns;  // of wards
    std::vector<RidingId> in_force;                // of today's divisions, by name
    std::shared_ptr<const ridings::PostalTable> codes;

    const StoredRiding* find(RidingId id) const;
};

// The outlines of today's ridings, for looking up and for drawing.
struct BoundaryTable {
    std::shared_ptr<const ridings::BoundaryIndex> index;
    std::map<std::pair<RidingHouse, std::optional<Province>>, std::shared_ptr<const ports::RidingMap>> maps;
};

// Who is in office, in the order of office, province, place and name: once for each language.
struct OfficeTable {
    std::array<std::vector<ports::Representative>, 2> in_order;
};

// One state; never changes once it is made.
struct Tables {
    store::Versions versions;
    std::shared_ptr<const PlaceTable> places;
    std::shared_ptr<const BoundaryTable> boundaries;
    std::shared_ptr<const OfficeTable> offices;
    std::shared_ptr<const ridings::Atlas> atlas;
};

// A holder as other slices see it. riding: of the table; may be null.
ports::Representative representative_of(const StoredHolder& stored, const StoredRiding* riding, base::Locale locale);

class LiveTables {
public:
    // The tables as they stand; keep the pointer for the whole of one answer. Asks the database for three numbers;
    // where they moved, reads anew what they are about, while others who need that wait.
    std::shared_ptr<const Tables> current(db::Read& read);

private:
    std::shared_ptr<const Tables> known(const store::Versions& wanted);

    std::mutex building_;  // one builds, the others wait for it
    std::mutex mutex_;     // of tables_
    std::shared_ptr<const Tables> tables_;
};

}  // namespace representatives
