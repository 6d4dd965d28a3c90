// features/fairness_test/stored.h - budgets and rubrics as staff keep them.
#pragma once
#include <optional>
#include <string>

#include "base/id.h"
#include "base/instant.h"
#include "base/level_id.h"

namespace fairness_test {

using RubricId = base::Id<struct FairnessRubricTag>;
using BudgetId = base::Id<struct FairnessBudgetTag>;
using BudgetVersionId = base::Id<struct FairnessBudgetVersionTag>;

struct StoredRubric {
    RubricId id;
    int version;
    std::string document;  // read_rubric() reads it
    base::Instant written_at;
    std::string written_by;
    std::optional<base::Instant> declared_at;  // a draft until then
};

struct StoredBudget {
    BudgetId id;
    base::LevelId level;
    std::string slug;
    std::string created_by;
    std::optional<base::Instant> published_at;
    std::optional<base::Instant> withdrawn_at;

    bool is_public() const { return published_at && !withdrawn_at; }
};

struct BudgetVersion {
    BudgetVersionId id;
    BudgetId budget;
    int version;
    std::string document;  // read_budget() reads it
    base::Instant written_at;
    std::string written_by;
    std::optional<base::Instant> published_at;  // a draft until then
};

}  // namespace fairness_test
