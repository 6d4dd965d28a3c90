// models/jobs_lost/shipped_data.h - the model's figures from the packs that travel with the program.
#pragma once
#include "models/jobs_lost/economy.h"
#include "models/jobs_lost/observations.h"

namespace jobs_lost {

// All rows of the packs that the model uses. CHECKs that the packs are there and have their columns: they are ours.
Observations shipped_observations();

// The ten provinces from shipped data; built at the first call, then the same object. An import builds its own from
// shipped_observations() with rows added.
const Economies& shipped_economies();

}  // namespace jobs_lost
