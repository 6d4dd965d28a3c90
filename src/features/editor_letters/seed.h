// features/editor_letters/seed.h - the demo: invented papers, one campaign in both languages, a letter that was
// printed.
#pragma once
#include "features/editor_letters/services.h"
#include "platform/db/database.h"

namespace editor_letters {

// Nothing where newspapers are there already.
void seed_demo(db::Database& database, const Services& services);

}  // namespace editor_letters
