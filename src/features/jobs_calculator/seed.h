// features/jobs_calculator/seed.h - the demo's prepared cuts.
#pragma once
#include "base/level_id.h"
#include "platform/db/transaction.h"

namespace jobs_calculator {

// Publishes two invented cuts in both languages, which say that they are invented. Changes nothing where they are
// there already.
struct DemoLevels {
    base::LevelId national, ontario;
};
void seed_demo(db::Write& write, const DemoLevels& levels);

}  // namespace jobs_calculator
