// features/message_guides/seed.h - the three guides that every installation begins with.
#pragma once
#include "platform/db/database.h"

namespace message_guides {

// published: the demo, where invented people have approved them and tried their wordings. waiting: a new campaign,
// whose staff read them first; whoever publishes them gives the second pair of eyes.
enum class Prepared : unsigned char { published, waiting };

// Nothing where there are guides already.
void seed_guides(db::Database& database, Prepared prepared);

}  // namespace message_guides
