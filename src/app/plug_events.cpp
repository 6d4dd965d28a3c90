// app/plug_events.cpp - events that anybody may come to.
#include "app/plugs.h"
#include "features/events/seed.h"
#include "features/events/slice.h"

namespace app {

void plug_in_events(House& house) {
    const auto& services =
        house.keep<events::Services>(events::Services{house.settings.config, house.secret, house.tokens, house.frames,
                                                      house.person_actions, house.champions, house.champion_bookings});
    const auto& slice = house.keep<events::Slice>(services, [&database = house.database] { return database.now(); });
    slice.add_routes(house.router);
    slice.add_mails(house.mails);
    house.blocks.add(slice.block());
    house.events = slice.port();
    house.champion_bookings = slice.with_events(house.champion_bookings);
    house.champion_changes.add(slice.champion_listener());
    house.person_actions.add(events::coming_kind());
    house.frames.add_staff_entry(events::staff_entry());
    house.home.add(events::home_news());
    house.facts.add(events::person_facts());
    house.person_data.add(slice.person_data());
    house.documents.add({"events", base::message("Events")}, events::search_documents());
    house.retention.add(events::guests_rule());
    events::add_jobs(house.jobs, house.database);
    house.add_checks({events::seats_check(), slice.champions_check()});
    house.add_operations(events::api_operations());
    house.seeds.push_back({"events", [&services](db::Database& database, Scenario scenario, SeedNotes&) {
                               if (scenario != Scenario::empty) events::seed_demo(database, services);
                           }});
}

}  // namespace app
