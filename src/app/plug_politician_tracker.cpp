// app/plug_politician_tracker.cpp - politicians, where they stand on a pledge, and periods near an election.
#include "app/plugs.h"
#include "features/politician_tracker/positions_service.h"
#include "features/politician_tracker/seed.h"
#include "features/politician_tracker/slice.h"

namespace app {

void plug_in_politician_tracker(House& house) {
    // Short, so that an election hides them at once; long enough for a busy page to read thousands of them seldom.
    auto& sections = house.keep<ports::SectionCache>(base::seconds(2));
    const auto& slice =
        house.keep<politician_tracker::Slice>(politician_tracker::Services{house.frames, house.petitions, sections});
    slice.add_routes(house.router);
    house.elections = politician_tracker::elections();
    house.politician_positions = politician_tracker::positions(house.petitions);
    slice.add_sections(house.petition_sections);
    house.frames.add_staff_entry(politician_tracker::staff_entry());
    house.add_operations(politician_tracker::api_operations());
    house.seeds.push_back({"politicians", [&house](db::Database& database, Scenario scenario, SeedNotes&) {
                               if (scenario != Scenario::empty)
                                   politician_tracker::seed_demo(database, house.petitions, "equality-pledge");
                           }});
}

}  // namespace app
