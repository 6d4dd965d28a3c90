// features/representatives/place_store.h - sets of ridings, ridings, boundaries and postal codes in the database.
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/representatives/holder.h"
#include "models/ridings/atlas.h"
#include "platform/db/transaction.h"
#include "ports/editing.h"

namespace representatives::store {

// Grows with every change of what it names; equal numbers mean equal contents.
struct Versions {
    std::int64_t places = 0, boundaries = 0, offices = 0;
    bool operator==(const Versions&) const = default;
};
Versions versions(db::Read& read);
void places_changed(db::Write& write);
void boundaries_changed(db::Write& write);
void offices_changed(db::Write& write);

// By house, province and slug.
std::vector<RidingSet> sets(db::Read& read);
std::optional<RidingSet> find_set(db::Read& read, std::string_view slug);
std::optional<ports::Saving> last_saving_of_set(db::Read& read, std::string_view slug);
enum class Kept : unsigned char { added, changed };
// One of each slug: the house and province of one that is there stay.
Kept keep_set(db::Write& write, const RidingSet& set, std::string_view staff_name);
enum class InForce : unsigned char { no, yes };
void set_in_force(db::Write& write, std::string_view slug, InForce in_force);

// With those that are gone; by set and code.
std::vector<StoredRiding> ridings(db::Read& read);
std::optional<StoredRiding> find_riding(db::Read& read, RidingId id);
// The identity of the riding of this set and code; who is there already gets the new names and counts as there again.
RidingId keep_riding(db::Write& write, const StoredRiding& riding);
// Many at once, none of which is there; their identities are made here.
void add_ridings(db::Write& write, const std::vector<StoredRiding>& ridings);
void riding_gone(db::Write& write, RidingId id);

struct StoredBoundary {
    RidingId riding;
    std::string shape;  // packed
    std::int64_t points;
    std::string source, as_of;
};
void each_boundary(db::Read& read, const std::function<void(StoredBoundary)>& visit);
void keep_boundary(db::Write& write, const StoredBoundary& boundary);
void drop_boundary(db::Write& write, RidingId riding);

// The codes of a set and the codes of their ridings, as they were imported.
using CodesOfSet = std::map<ridings::PackedCode, std::vector<std::string>>;
CodesOfSet codes(db::Read& read, std::string_view set);
// Visits (set, code, codes of ridings) of all sets.
struct StoredCode {
    std::string_view set;
    ridings::PackedCode code;
    const std::vector<std::string>& ridings;
};
void each_code(db::Read& read, const std::function<void(const StoredCode&)>& visit);
// Writes the districts that hold these codes anew; `all` is everything that the set has now.
struct CodesChange {
    std::string_view set;
    const CodesOfSet& all;
    const std::vector<ridings::PackedCode>& changed;
};
void keep_codes(db::Write& write, const CodesChange& change);

using Points = std::map<ridings::PackedCode, ridings::GeoPoint>;
Points points(db::Read& read);
void keep_points(db::Write& write, const Points& all, const std::vector<ridings::PackedCode>& changed);

}  // namespace representatives::store
