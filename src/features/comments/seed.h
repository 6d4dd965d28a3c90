// features/comments/seed.h - comments of made-up people for the demo: some shown, some that wait to be read.
#pragma once
#include <string_view>

#include "features/comments/services.h"
#include "platform/db/database.h"

namespace comments {

// Under the newest of those who agreed to be shown; nothing where there are comments already.
void seed_demo(db::Database& database, const Services& services, std::string_view slug);

}  // namespace comments
