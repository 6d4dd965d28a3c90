#include "models/budget_fairness/engine/result.h"

namespace budget_fairness {

double Result::revenue_gained() const {
    const auto& all = everyone();
    return all.reform.taxes() - all.baseline.taxes() - (all.reform.benefits - all.baseline.benefits);
}

}  // namespace budget_fairness
