// app/plug_petitions.cpp - the petitions, pledges and proclamations that people sign.
#include "app/plugs.h"
#include "features/petitions/seed.h"
#include "features/petitions/slice.h"
#include "people/store.h"

namespace app {
namespace {

void seed(db::Database& database, Scenario scenario, SeedNotes&) {
    if (scenario == Scenario::empty) return;
    database.write([](db::Write& write) {
        const auto national = people::find_level(write, people::kNationalSlug);
        if (national) petitions::seed_demo(write, national->id);
    });
}

}  // namespace

void plug_in_petitions(House& house) {
    auto& counts = house.keep<petitions::LiveCounts>(house.database);
    auto& watch = house.keep<petitions::SignOnWatch>(house.settings.config.limits);
    const auto& slice = house.keep<petitions::Slice>(petitions::Services{
        house.settings.config, house.secret, house.tokens, house.frames, house.actions, counts, watch});
    slice.add_routes(house.router);
    slice.add_mails(house.mails);
    house.actions.add(petitions::actions(counts));
    house.frames.add_staff_entry(petitions::staff_entry());
    house.facts.add(petitions::person_facts());
    house.person_data.add(petitions::person_data());
    house.documents.add(petitions::search_documents());
    house.add_checks(petitions::checks());
    house.add_operations(petitions::api_operations());
    house.seeds.push_back({"petitions", seed});
}

}  // namespace app
