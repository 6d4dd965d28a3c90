// features/fairness_test/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include <functional>
#include <vector>

#include "features/fairness_test/answer.h"
#include "models/budget_fairness/population/quality.h"
#include "ports/actions.h"
#include "ports/page.h"

namespace fairness_test {

struct Services {
    const ports::PageFrames& frames;
    const ports::ActionRegistry& actions;
    IncomeModel incomes{};  // may be empty: then budgets that change the law know less
    std::function<std::vector<budget_fairness::Fit>()>
        fits{};                            // how well the made-up people look like the real; may be empty
    jobs_lost::StandingFiguresNow jobs{};  // may be empty: then those that ship with the program

    Models models() const { return {incomes, jobs}; }
};

// The test's place among the calls to action of the mission.
inline constexpr std::string_view kActionKey = "fairness-test";

}  // namespace fairness_test
