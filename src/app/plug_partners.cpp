// app/plug_partners.cpp - organisations on whose websites the sign-on form stands.
#include "app/plugs.h"
#include "features/partners/seed.h"
#include "features/partners/slice.h"

namespace app {

// What the petitions ask partners for is filled in at once; what this slice reads of petitions, by then as well.
void plug_in_partners(House& house) {
    const auto& slice = house.keep<partners::Slice>(partners::Services{house.tokens, house.frames, house.petitions});
    house.partners = partners::port();
    slice.add_routes(house.router);
    house.petition_sections.add(slice.section());
    house.count_changes.add(partners::count_listener());
    house.frames.add_staff_entry(partners::staff_entry());
    house.person_data.add(partners::person_data());
    house.add_checks(partners::checks(house.petitions, house.signers));
    house.seeds.push_back({"partners", [](db::Database& database, Scenario scenario, SeedNotes&) {
                               if (scenario != Scenario::empty) partners::seed_demo(database);
                           }});
}

}  // namespace app
