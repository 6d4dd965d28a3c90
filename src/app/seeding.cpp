#include "app/seeding.h"

namespace app {

std::optional<Scenario> scenario_of(std::string_view name) {
    if (name == "empty") return Scenario::empty;
    if (name == "demo") return Scenario::demo;
    if (name == "busy_week") return Scenario::busy_week;
    return std::nullopt;
}

SeedNotes seed(House& house, Scenario scenario) {
    SeedNotes notes;
    for (const Seed& each : house.seeds) each.run(house.database, scenario, notes);
    return notes;
}

}  // namespace app
