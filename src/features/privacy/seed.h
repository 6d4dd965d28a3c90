// features/privacy/seed.h - whom people of the demo ask about their data.
#pragma once
#include "platform/db/transaction.h"

namespace privacy {

// Nothing where an officer is named already.
void seed_demo(db::Write& write);

}  // namespace privacy
