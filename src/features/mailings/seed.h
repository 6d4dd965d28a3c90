// features/mailings/seed.h - the mails of the demo: one in two variants, one that was sent and stands in the archive.
#pragma once
#include "features/mailings/services.h"
#include "people/level.h"
#include "platform/db/database.h"

namespace mailings {

// Changes nothing where there are mailings, or no level. `key`: of the action that they speak of; one also invites to
// the next event, where there is one by then.
void seed_demo(db::Database& database, const Services& services, std::string_view key);

}  // namespace mailings
