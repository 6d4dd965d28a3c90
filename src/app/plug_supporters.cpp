// app/plug_supporters.cpp - the people staff know: records, tags, answers, merges, and tables of people from elsewhere.
#include "app/plugs.h"
#include "app/stored_files.h"
#include "features/supporter_import/slice.h"
#include "features/supporters/seed.h"
#include "features/supporters/slice.h"

namespace app {

void plug_in_supporters(House& house) {
    const auto& slice = house.keep<supporters::Slice>(supporters::Services{
        house.secret, house.frames, house.facts, house.person_data, house.person_merges, &house.representatives});
    slice.add_routes(house.router);
    house.frames.add_staff_entry(supporters::staff_entry());
    auto& uploads = house.keep<files::FolderStore>(people_files(house.settings));
    house.keep<supporter_import::Slice>(supporter_import::Services{house.frames, uploads}).add_routes(house.router);
    supporter_import::add_jobs(house.jobs, {{house.database, house.secret, house.settings.config}, uploads});
    house.seeds.push_back({"people", [&house](db::Database& database, Scenario scenario, SeedNotes&) {
                               if (scenario != Scenario::empty) supporters::seed_demo(database, house.secret);
                           }});
}

}  // namespace app
