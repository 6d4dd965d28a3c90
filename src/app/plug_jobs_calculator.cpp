// app/plug_jobs_calculator.cpp - how many jobs a cut costs, and the cuts that staff have prepared.
#include "app/plugs.h"
#include "features/jobs_calculator/edition_service.h"
#include "features/jobs_calculator/seed.h"
#include "features/jobs_calculator/slice.h"
#include "people/store.h"

namespace app {
namespace {

void seed(db::Database& database, Scenario scenario) {
    if (scenario == Scenario::empty) return;
    database.write([](db::Write& write) {
        const auto national = people::find_level(write, people::kNationalSlug);
        const auto ontario = people::find_level(write, "on");
        if (national && ontario) jobs_calculator::seed_demo(write, {national->id, ontario->id});
    });
}

}  // namespace

void plug_in_jobs_calculator(House& house) {
    auto& live = house.keep<jobs_calculator::LiveModel>(house.database);
    const auto model = [&live] { return live.current(); };
    house.jobs_figures = [&live] {
        const auto now = live.current();
        return jobs_lost::StandingFigures{{now, &now->economies}, now->edition};
    };
    auto& past = house.keep<jobs_calculator::PastModels>(house.database);
    const auto past_model = [&past](std::string_view edition, const jobs_calculator::Model& now) {
        return past.find(edition, now);
    };
    const auto& slice =
        house.keep<jobs_calculator::Slice>(jobs_calculator::Services{house.frames, house.actions, model, past_model});
    slice.add_routes(house.router);
    house.actions.add(jobs_calculator::actions());
    house.blocks.add(slice.scenario_block());
    house.frames.add_staff_entry(jobs_calculator::staff_entry());
    house.documents.add({"cuts", base::message("Prepared cuts")}, jobs_calculator::search_documents());
    house.add_checks(jobs_calculator::checks(model));
    house.add_operations(jobs_calculator::api_operations());
    house.seeds.push_back(
        {"jobs_calculator", [](db::Database& database, Scenario scenario, SeedNotes&) { seed(database, scenario); }});
}

}  // namespace app
