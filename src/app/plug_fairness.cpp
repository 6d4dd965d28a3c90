// app/plug_fairness.cpp - whether budgets narrow the gap or widen it.
#include "app/plugs.h"
#include "features/fairness_test/simulation_service.h"
#include "features/fairness_test/slice.h"
#include "people/store.h"

namespace app {
namespace {

void seed(db::Database& database, Scenario scenario) {
    if (scenario == Scenario::empty) return;
    database.write([](db::Write& write) {
        const auto national = people::find_level(write, people::kNationalSlug);
        if (national) fairness_test::seed_demo(write, national->id);
    });
}

}  // namespace

void plug_in_fairness_test(House& house) {
    auto& simulations = house.keep<fairness_test::Simulations>(fairness_test::SimulationSettings{});
    const auto& slice = house.keep<fairness_test::Slice>(fairness_test::Services{
        house.frames, house.actions,
        [&simulations](const fairness_test::IncomeQuestion& question) { return simulations.ask(question); },
        [&simulations] { return simulations.fits(); }, house.jobs_figures});
    slice.add_routes(house.router);
    house.actions.add(fairness_test::actions());
    house.blocks.add(fairness_test::map_block());
    house.frames.add_staff_entry(fairness_test::staff_entry());
    house.documents.add({"budgets", base::message("Budgets")}, fairness_test::search_documents());
    house.add_checks(fairness_test::checks());
    house.add_operations(fairness_test::api_operations());
    house.seeds.push_back(
        {"fairness_test", [](db::Database& database, Scenario scenario, SeedNotes&) { seed(database, scenario); }});
}

}  // namespace app
