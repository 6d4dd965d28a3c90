// app/plug_representatives.cpp - ridings, whose a postal code is, and who represents it.
#include "app/plugs.h"
#include "features/representatives/seed.h"
#include "features/representatives/shipped_service.h"
#include "features/representatives/slice.h"
#include "platform/files/folder_store.h"

namespace app {

void plug_in_representatives(House& house) {
    auto& tables = house.keep<representatives::LiveTables>();
    // Files that wait to be taken in; they travel in no backup.
    auto& uploads = house.keep<files::FolderStore>(house.settings.data / "files" / "representatives_imports");
    const auto& slice = house.keep<representatives::Slice>(
        representatives::Services{house.frames, tables, house.elections, house.representative_sections, uploads});
    slice.add_routes(house.router);
    house.representatives = representatives::port(tables);
    house.facts.add(representatives::person_facts(tables));
    house.actions.add(slice.actions());
    house.blocks.add(representatives::hub_block());
    house.documents.add({"representatives", base::message("Representatives")}, slice.search_documents());
    house.frames.add_staff_entry(representatives::staff_entry());
    house.home.add(representatives::home_news());
    representatives::add_jobs(house.jobs, house.database, uploads);
    house.add_checks({representatives::places_check()});
    house.add_operations(representatives::api_operations());
    house.seeds.push_back({"representatives", [](db::Database& database, Scenario scenario, SeedNotes&) {
                               database.write(representatives::keep_shipped_ridings);
                               if (scenario != Scenario::empty) representatives::seed_demo(database);
                           }});
}

}  // namespace app
