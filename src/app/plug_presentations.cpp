// app/plug_presentations.cpp - presentations by champions: asking, offers, bookings, reports, and the map of places.
#include "app/plugs.h"
#include "features/presentations/seed.h"
#include "features/presentations/slice.h"

namespace app {

void plug_in_presentations(House& house) {
    const auto& services = house.keep<presentations::Services>(
        presentations::Services{house.settings.config, house.secret, house.tokens, house.frames, house.champions,
                                house.pictures, house.person_actions, house.materials, house.message_guides});
    const auto& slice = house.keep<presentations::Slice>(services);
    slice.add_routes(house.router);
    slice.add_mails(house.mails);
    house.champion_bookings = slice.bookings([&database = house.database] { return database.now(); });
    house.champion_changes.add(slice.champion_listener());
    house.actions.add(presentations::actions());
    house.blocks.add(slice.block());
    house.pictures.add_uses(slice.picture_uses());
    house.person_actions.add(presentations::asked_kind());
    house.frames.add_staff_entry(presentations::staff_entry());
    house.home.add(presentations::home_news());
    for (auto& listener : slice.answer_listeners()) house.mail_replies.add(std::move(listener));
    house.facts.add(presentations::person_facts());
    house.person_data.add(slice.person_data());
    house.documents.add({"presentations", base::message("Presentations")}, presentations::search_documents());
    house.retention.add(presentations::unconfirmed_rule());
    house.retention.add(presentations::contacts_rule());
    house.retention.add(presentations::names_rule());
    presentations::add_jobs(house.jobs, {slice.services(), house.database});
    house.add_checks({presentations::holds_check()});
    house.add_operations(presentations::api_operations());
    house.seeds.push_back({"presentations", [&services](db::Database& database, Scenario scenario, SeedNotes&) {
                               if (scenario != Scenario::empty) presentations::seed_demo(database, services);
                           }});
}

}  // namespace app
