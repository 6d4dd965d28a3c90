#include "features/representatives/plan_service.h"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "base/check.h"
#include "features/representatives/import_store.h"
#include "features/representatives/plan_parts_service.h"

namespace representatives {
namespace planning {

KnownPlaces::KnownPlaces(db::Read& read) : sets_(store::sets(read)), ridings_(store::ridings(read)) {
    for (const StoredRiding& each : ridings_) {
        by_code_.emplace(std::pair{each.riding.set, each.riding.code}, &each);
        by_id_.emplace(each.riding.id, &each);
        if (each.gone_at) continue;
        for (const auto& name : {each.riding.name_en, each.riding.name_fr})
            by_name_[{each.riding.set, name_key(name)}].insert(&each);
    }
}

const RidingSet* KnownPlaces::set(std::string_view slug) const {
    const auto found = std::ranges::find(sets_, slug, &RidingSet::slug);
    return found == sets_.end() ? nullptr : &*found;
}

const RidingSet* KnownPlaces::set_of_boundaries(std::string_view boundary_set) const {
    if (boundary_set.empty()) return nullptr;
    const auto found = std::ranges::find(sets_, boundary_set, &RidingSet::boundary_set);
    return found == sets_.end() ? nullptr : &*found;
}

const StoredRiding* KnownPlaces::riding(const std::string& set, const std::string& code) const {
    const auto found = by_code_.find({set, code});
    return found == by_code_.end() ? nullptr : found->second;
}

const StoredRiding* KnownPlaces::riding_called(const std::string& set, std::string_view name) const {
    const auto found = by_name_.find({set, name_key(name)});
    return found == by_name_.end() || found->second.size() != 1 ? nullptr : *found->second.begin();
}

const StoredRiding* KnownPlaces::riding(RidingId id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
}

std::vector<const StoredRiding*> KnownPlaces::ridings_of(std::string_view set) const {
    std::vector<const StoredRiding*> found;
    for (const StoredRiding& each : ridings_)
        if (each.riding.set == set && !each.gone_at) found.push_back(&each);
    return found;
}

bool may_be_called(const Riding& riding, std::string_view name) {
    const std::string called = name_key(name);
    const auto fits = [&](const std::string& known) {
        const std::string key = name_key(known);
        return called.contains(key) || key.contains(called);
    };
    return fits(riding.name_en) || fits(riding.name_fr);
}

const RidingSet* Planning::set_for(const std::string& boundary_set) const {
    const RidingSet* const chosen = places.set(import.set);
    const RidingSet* const named = places.set_of_boundaries(boundary_set);
    const bool fits = boundary_set.empty() || named == chosen || (chosen != nullptr && chosen->boundary_set.empty());
    if (chosen != nullptr && fits) return chosen;
    if (chosen == nullptr && named != nullptr) return named;
    if (!boundary_set.empty() && std::ranges::find(plan.passed_over, boundary_set) == plan.passed_over.end())
        plan.passed_over.push_back(boundary_set);
    return nullptr;
}

void Planning::note(PlannedStep step) const {
    using Effect = PlannedStep::Effect;
    if (step.effect == Effect::added) ++plan.counts.added;
    if (step.effect == Effect::changed) ++plan.counts.changed;
    if (step.effect == Effect::gone) ++plan.counts.gone;
    if (plan.steps.size() < kShownSteps) plan.steps.push_back(std::move(step));
}

void Planning::refuse(ridings::RowTrouble trouble) const {
    if (plan.troubles.size() >= ridings::kMostTroubles)
        ++plan.more_troubles;
    else
        plan.troubles.push_back(std::move(trouble));
}

}  // namespace planning

ImportPlan plan_import(db::Read& read, const ImportRecord& import, const ridings::Reading& reading) {
    ImportPlan plan;
    plan.troubles = reading.troubles;
    plan.more_troubles = reading.more_troubles;
    plan.of_total = reading.of_total;
    const std::string newest = store::newest_as_of(read, import.content, import.set);
    if (newest > import.as_of) plan.newer = newest;
    const planning::KnownPlaces places{read};
    const planning::Planning planning{read, import, reading, places, plan};
    switch (import.content) {
        case ridings::Content::sets:
            planning::plan_sets(planning);
            break;
        case ridings::Content::ridings:
            planning::plan_ridings(planning);
            break;
        case ridings::Content::representatives:
            planning::plan_holders(planning);
            break;
        case ridings::Content::postal_codes:
            planning::plan_codes(planning);
            break;
        case ridings::Content::boundaries:
            planning::plan_boundaries(planning);
            break;
    }
    if (import.coverage == Coverage::whole && reading.of_total)
        planning.refuse({1, std::to_string(*reading.of_total),
                         base::message("The file is one page of a longer list: take it in as a part.")});
    return plan;
}

std::string fingerprint_of(const ImportPlan& plan) {
    const ImportCounts& counts = plan.counts;
    std::string words = fmt::format("{} {} {} {}", counts.added, counts.changed, counts.gone, counts.same);
    for (const PlannedStep& each : plan.steps)
        words += fmt::format("\n{} {}\n{}\n{}", static_cast<int>(each.effect), each.name, each.before, each.after);
    return fmt::format("{:016x}", std::hash<std::string>{}(words));
}

void carry_out(db::Write& write, const ImportPlan& plan, std::string_view staff_name) {
    CHECK(plan.is_sound());
    for (const RidingSet& each : plan.sets) store::keep_set(write, each, staff_name);
    for (const StoredRiding& each : plan.ridings) store::keep_riding(write, each);
    for (const RidingId id : plan.gone_ridings) store::riding_gone(write, id);
    for (const RepresentativeId id : plan.leaving) store::holder_leaves(write, id);
    for (const StoredHolder& each : plan.changed_holders) store::change_holder(write, each, staff_name);
    if (!plan.new_holders.empty()) store::add_holders(write, plan.new_holders, staff_name);
    for (const auto& [set, codes] : plan.codes) store::keep_codes(write, {set, codes.all, codes.changed});
    if (!plan.changed_points.empty()) store::keep_points(write, plan.points, plan.changed_points);
    for (const store::StoredBoundary& each : plan.boundaries) store::keep_boundary(write, each);
    for (const RidingId id : plan.dropped_boundaries) store::drop_boundary(write, id);
    const bool moved = !plan.ridings.empty() || !plan.gone_ridings.empty() || !plan.codes.empty();
    if (moved || !plan.changed_points.empty()) store::places_changed(write);
    if (!plan.boundaries.empty() || !plan.dropped_boundaries.empty()) store::boundaries_changed(write);
}

}  // namespace representatives
