// app/plug_pictures.cpp - the library of uploaded pictures.
#include "app/plugs.h"
#include "app/stored_files.h"
#include "features/pictures/jobs.h"
#include "features/pictures/seed.h"
#include "features/pictures/slice.h"

namespace app {

void plug_in_pictures(House& house) {
    auto& files = *house.keep<Store>(picture_files(house.settings));
    auto& workshop = house.keep<imaging::Workshop>();
    const auto& slice = house.keep<pictures::Slice>(pictures::Services{house.frames, house.pictures, files, workshop});
    slice.add_routes(house.router);
    house.pictures.keep_in(pictures::library(files));
    house.frames.add_staff_entry(pictures::staff_entry());
    const pictures::Bench bench{house.database, files, [&workshop]() -> imaging::Workshop& { return workshop; }};
    pictures::add_jobs(house.jobs, bench);
    house.add_checks({pictures::files_check(files)});
    house.seeds.push_back({"pictures", [bench](db::Database&, Scenario scenario, SeedNotes&) {
                               if (scenario != Scenario::empty) pictures::seed_demo(bench);
                           }});
}

}  // namespace app
