// features/fairness_test/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "features/fairness_test/answer.h"
#include "ports/actions.h"
#include "ports/page.h"

namespace fairness_test {

struct Services {
    const ports::PageFrames& frames;
    const ports::ActionRegistry& actions;
    IncomeModel incomes{};  // may be empty: then budgets that change the law know less
};

// The test's place among the calls to action of the mission.
inline constexpr std::string_view kActionKey = "fairness-test";

}  // namespace fairness_test
