// app/plug_delivery.cpp - petitions on their way to those who decide: documents, deliveries, paper, parliaments.
#include "app/plugs.h"
#include "app/stored_files.h"
#include "features/delivery/jobs.h"
#include "features/delivery/seed.h"
#include "features/delivery/slice.h"
#include "features/petition_record/store.h"

namespace app {
namespace {

std::vector<ports::RegionCount> regions_of_people(db::Read& read, ports::PetitionId petition) {
    std::vector<ports::RegionCount> regions;
    for (const auto& [region, counted] :
         petition_record::store::regions(read, {petition, ports::SignerClass::individual}))
        regions.push_back({region, counted});
    return regions;
}

}  // namespace

void plug_in_delivery(House& house) {
    const auto zone = i18n::TimeZone::find(house.settings.config.site.time_zone).value_or(i18n::TimeZone::toronto());
    auto& files = *house.keep<Store>(delivery_files(house.settings));
    const auto& regions = house.keep<ports::CountRegions>(regions_of_people);
    const auto& slice = house.keep<delivery::Slice>(delivery::Services{
        house.frames, house.petitions, house.pictures, house.count_proof, regions, house.signers, files, zone});
    slice.add_routes(house.router);
    house.petition_sections.add(delivery::public_section(zone));
    house.petition_sections.add(delivery::room());
    house.pictures.add_uses(delivery::picture_uses(house.petitions));
    delivery::add_jobs(house.jobs, {house.database, slice.services()});
    house.person_data.add(delivery::person_data());
    house.add_checks({delivery::files_check(files)});
    house.seeds.push_back(
        {"delivery", [&house](db::Database& database, Scenario scenario, SeedNotes&) {
             if (scenario == Scenario::empty) return;
             database.write([&](db::Write& write) { delivery::seed_demo(write, house.petitions, "proclamation"); });
         }});
}

}  // namespace app
