// features/representatives/plan_parts_service.h - what the planners of all kinds of files share: which set a row is
// about, what is noted, what is known. Only plan_service.cpp and plan_*_service.cpp include it.
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "features/representatives/plan_service.h"

namespace representatives::planning {

// Sets and ridings as they are there, found by what files call them.
class KnownPlaces {
public:
    explicit KnownPlaces(db::Read& read);

    const std::vector<RidingSet>& sets() const { return sets_; }
    const RidingSet* set(std::string_view slug) const;
    const RidingSet* set_of_boundaries(std::string_view boundary_set) const;

    // Those that are on the list, and those that are gone.
    const StoredRiding* riding(const std::string& set, const std::string& code) const;
    // Among those on the list, by its name in either language; nullptr where none or several have it.
    const StoredRiding* riding_called(const std::string& set, std::string_view name) const;
    const StoredRiding* riding(RidingId id) const;
    std::vector<const StoredRiding*> ridings_of(std::string_view set) const;

private:
    std::vector<RidingSet> sets_;
    std::vector<StoredRiding> ridings_;
    std::map<std::pair<std::string, std::string>, const StoredRiding*> by_code_;
    std::map<std::pair<std::string, std::string>, std::set<const StoredRiding*>> by_name_;
    std::map<RidingId, const StoredRiding*> by_id_;
};

// Whether what a file calls a riding may be this one: dashes, accents and case aside the one name holds the other, in
// either language. The same code means another riding in another division. No name: nothing speaks against it.
bool may_be_called(const Riding& riding, std::string_view name);

// A file under way to a plan.
struct Planning {
    db::Read& read;
    const ImportRecord& import;
    const ridings::Reading& reading;
    const KnownPlaces& places;
    ImportPlan& plan;

    // The set that a row is about: that of the file, or the one of ours that the row names. nullptr: the row is passed
    // over, since it names a set that is none of ours or not the one that staff chose.
    const RidingSet* set_for(const std::string& boundary_set) const;
    bool is_whole() const { return import.coverage == Coverage::whole; }

    void note(PlannedStep step) const;
    void refuse(ridings::RowTrouble trouble) const;
};

void plan_sets(const Planning& of);
void plan_ridings(const Planning& of);
void plan_holders(const Planning& of);
void plan_codes(const Planning& of);
void plan_boundaries(const Planning& of);

}  // namespace representatives::planning
