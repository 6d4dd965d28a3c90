// app/plug_privacy.cpp - what is held about a person: seen, corrected, taken along, erased; and what goes by itself.
#include "app/plugs.h"
#include "features/privacy/seed.h"
#include "features/privacy/slice.h"

namespace app {

void plug_in_privacy(House& house) {
    const auto& slice = house.keep<privacy::Slice>(
        privacy::Services{house.settings.config, house.secret, house.tokens, house.frames, house.facts,
                          house.person_data, house.mail_links, house.retention, house.database});
    slice.add_routes(house.router);
    slice.add_mails(house.mails);
    slice.add_jobs(house.jobs);
    house.retention.add(privacy::access_rule());
    house.retention.add(slice.idle_people_rule());
    house.frames.add_staff_entry(privacy::staff_entry());
    house.person_data.add(privacy::person_data());
    house.seeds.push_back({"privacy", [](db::Database& database, Scenario scenario, SeedNotes&) {
                               if (scenario != Scenario::empty) database.write(privacy::seed_demo);
                           }});
}

}  // namespace app
