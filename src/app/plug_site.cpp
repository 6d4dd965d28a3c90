// app/plug_site.cpp - levels, campaign hubs and pages.
#include "app/plugs.h"
#include "features/site/slice.h"
#include "people/store.h"

namespace app {
namespace {

// Every campaign has its national level; the rest of the sample data is the slice's.
void seed(db::Database& database, Scenario) {
    database.write([](db::Write& write) {
        if (people::find_level(write, people::kNationalSlug)) return;
        people::insert_level(write, {.kind = people::LevelKind::national,
                                     .slug = std::string{people::kNationalSlug},
                                     .name_en = "Canada",
                                     .name_fr = "Canada",
                                     .accent = 1});
    });
}

}  // namespace

void plug_in_site(House& house) {
    const auto& slice =
        house.keep<site::Slice>(site::Services{house.frames, house.actions, house.blocks, house.documents});
    slice.add_routes(house.router);
    for (auto& entry : site::staff_entries()) house.frames.add_staff_entry(std::move(entry));
    house.campaign = site::campaign_name;
    house.seeds.push_back(
        {"site", [](db::Database& database, Scenario scenario, SeedNotes&) { seed(database, scenario); }});
}

}  // namespace app
