// app/plug_petitions.cpp - the petitions, pledges and proclamations that people sign.
#include <array>

#include "app/plugs.h"
#include "features/petitions/seed.h"
#include "features/petitions/slice.h"
#include "features/petitions/store.h"
#include "people/store.h"

namespace app {
namespace {

constexpr std::array kBusyWeek{petitions::Load{"equality-pledge", 48'000}, petitions::Load{"proclamation", 9'000}};

void seed_petitions(db::Database& database) {
    database.write([](db::Write& write) {
        const auto national = people::find_level(write, people::kNationalSlug);
        if (national) petitions::seed_demo(write, national->id);
    });
}

void seed(const House& house, Scenario scenario) {
    if (scenario == Scenario::empty) return;
    seed_petitions(house.database);
    const bool is_signed = house.database.read([](db::Read& read) { return !petitions::store::tally(read).empty(); });
    if (scenario != Scenario::busy_week || is_signed) return;
    for (const auto& load : kBusyWeek) petitions::load(house.database, house.secret, load, [](std::int64_t) {});
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
    house.seeds.push_back(
        {"petitions", [&house](db::Database&, Scenario scenario, SeedNotes&) { seed(house, scenario); }});
}

}  // namespace app
