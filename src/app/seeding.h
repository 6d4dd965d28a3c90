// app/seeding.h - fills an installation with a named set of sample data.
#pragma once
#include <optional>
#include <string_view>

#include "app/house.h"

namespace app {

// "empty", "demo", "busy_week"
std::optional<Scenario> scenario_of(std::string_view name);

// Lets every slice seed, in the order in which they were plugged in. What is there already stays.
SeedNotes seed(House& house, Scenario scenario);

}  // namespace app
