// base/level_id.h - the identity of a level of the campaign: national, a province, a place. Here, because rights of
// staff are scoped to levels long before anything about levels is known.
#pragma once
#include "base/id.h"

namespace base {

using LevelId = Id<struct LevelTag>;

}  // namespace base
