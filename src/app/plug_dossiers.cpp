// app/plug_dossiers.cpp - what representatives were asked, what they answered and promised.
#include "app/plugs.h"
#include "features/dossiers/seed.h"
#include "features/dossiers/slice.h"

namespace app {

void plug_in_dossiers(House& house) {
    const auto& services = house.keep<dossiers::Services>(
        dossiers::Services{house.frames, house.tokens, house.secret, house.settings.config, house.representatives,
                           house.letters, house.petitions, house.politician_positions, house.elections});
    const auto& slice = house.keep<dossiers::Slice>(services);
    slice.add_routes(house.router);
    slice.add_mails(house.mails);
    house.representative_sections.add(slice.section());
    house.letter_answers = slice.letter_answers();
    house.mail_replies.add(slice.reply_listener());
    house.frames.add_staff_entry(dossiers::staff_entry());
    house.home.add(slice.home_news());
    house.facts.add(slice.person_facts());
    house.person_data.add(slice.person_data());
    for (auto& rule : dossiers::retention_rules()) house.retention.add(std::move(rule));
    house.add_operations(dossiers::api_operations());
    house.seeds.push_back({"dossiers", [&services](db::Database& database, Scenario scenario, SeedNotes&) {
                               if (scenario != Scenario::empty) dossiers::seed_demo(database, services);
                           }});
}

}  // namespace app
