// models/budget_fairness/budget/province_population.h - the families of one province, out of those of the country.
#pragma once
#include "models/budget_fairness/population/population.h"

namespace budget_fairness {

// The blocks of that province or territory, in their order; for canada everybody. Weights stay as they are.
Population population_in(const Population& everybody, Jurisdiction place);

}  // namespace budget_fairness
