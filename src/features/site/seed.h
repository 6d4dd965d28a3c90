// features/site/seed.h - what a new campaign begins with, and the demo's levels, hubs and pages.
#pragma once
#include "base/level_id.h"
#include "platform/db/transaction.h"
#include "ports/pictures.h"

namespace site {

// The national level, its provinces and territories. Leaves alone what is there. Gives the national level.
base::LevelId seed_levels(db::Write& write);

// The levels, some invented locals, the hubs of the country and of Quebec, and the pages of text, published in both
// languages. A picture, if there is one, stands on the hub of the country. Leaves alone what is there.
base::LevelId seed_demo(db::Write& write, ports::PictureId picture = ports::kNoPicture);

}  // namespace site
