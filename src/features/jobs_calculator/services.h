// features/jobs_calculator/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include <functional>
#include <memory>
#include <string_view>

#include "features/jobs_calculator/import_service.h"
#include "ports/actions.h"
#include "ports/page.h"

namespace jobs_calculator {

struct Services {
    const ports::PageFrames& frames;
    const ports::ActionRegistry& actions;
    std::function<std::shared_ptr<const Model>()> model;  // as it stands; kept for the whole of one answer
    // As it was in that edition; nullptr where it is not known. Of the model that stands now.
    std::function<std::shared_ptr<const Model>(std::string_view edition, const Model& now)> past_model;
};

// The calculator's place among the calls to action of the mission.
inline constexpr std::string_view kActionKey = "jobs-calculator";

}  // namespace jobs_calculator
