// app/plug_endorsements.cpp - officials, candidates, organisations and municipalities behind a petition.
#include "app/plugs.h"
#include "app/stored_files.h"
#include "features/endorsements/seed.h"
#include "features/endorsements/slice.h"

namespace app {

void plug_in_endorsements(House& house) {
    auto& files = *house.keep<Store>(endorsement_files(house.settings));
    auto& drawn = house.keep<ports::SectionCache>(base::seconds(2));
    const auto& services = house.keep<endorsements::Services>(
        endorsements::Services{house.settings.config, house.secret, house.tokens, house.frames, house.petitions,
                               house.count_changes, house.petition_sections, house.elections, drawn, files});
    const auto& slice = house.keep<endorsements::Slice>(services);
    slice.add_routes(house.router);
    slice.add_mails(house.mails);
    house.petition_sections.add(slice.section());
    house.petition_sections.add(endorsements::room());
    house.home.add(endorsements::home_news(house.petitions));
    house.person_data.add(endorsements::person_data(house.count_changes));
    endorsements::add_jobs(house.jobs, {house.database, files});
    house.add_checks({endorsements::files_check(files)});
    house.add_operations(endorsements::api_operations());
    house.seeds.push_back({"endorsements", [&services](db::Database& database, Scenario scenario, SeedNotes&) {
                               if (scenario != Scenario::empty)
                                   endorsements::seed_demo(database, services, "equality-pledge");
                           }});
}

}  // namespace app
