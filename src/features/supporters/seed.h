// features/supporters/seed.h - invented people for the demo.
#pragma once
#include "platform/auth/secret.h"
#include "platform/db/database.h"

namespace supporters {

// A few people with tags, answers and consents; nothing where there are tags already.
void seed_demo(db::Database& database, const auth::Secret& secret);

}  // namespace supporters
