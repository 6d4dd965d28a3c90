// features/delivery/seed.h - the demo: a handing over with its answer, and paper that came in. Invented people.
#pragma once
#include "platform/db/transaction.h"
#include "ports/petitions.h"

namespace delivery {

// Under the petition of this address; nothing where it is not there, or has a delivery already.
void seed_demo(db::Write& write, const ports::PetitionReader& petitions, std::string_view slug);

}  // namespace delivery
