// features/representatives/shipped_service.h - what every installation begins with: the 343 federal ridings.
#pragma once
#include "platform/db/transaction.h"

namespace representatives {

// Keeps the list that travels with the program, and notes it in the log of imports. Does nothing where the set is there
// already.
void keep_shipped_ridings(db::Write& write);

}  // namespace representatives
