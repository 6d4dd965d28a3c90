// features/partners/seed.h - a made-up partner for the demo.
#pragma once
#include "platform/db/database.h"

namespace partners {

// Nothing where there is a partner already.
void seed_demo(db::Database& database);

}  // namespace partners
